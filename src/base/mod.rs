//! Words everybody speaks: ids, numbers, periods, units, geometry, colours, locales, notes.
//!
//! Invariant: knows no other module of this crate, no browser, no clock.

pub mod color;
pub mod extent;
pub mod geom;
pub mod id;
pub mod locale;
pub mod note;
pub mod num;
pub mod order;
pub mod parted;
pub mod period;
pub mod text;
pub mod unit;
