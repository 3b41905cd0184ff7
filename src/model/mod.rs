//! Validated, immutable tables. If you hold a [`Dataset`], every index in it is valid.
//!
//! Invariant: no pixels, no colours, no statistics beyond looking a value up; no I/O.

pub mod dataset;
pub mod indicator;
pub mod load;
pub mod missing;
pub mod region;
pub mod shape;
pub mod story;
pub mod strategy;
pub mod table;
pub mod written;

pub use dataset::Dataset;
pub use indicator::{Direction, Indicator};
pub use missing::Missing;
pub use region::{Level, Region, Regions};
pub use table::{Cell, Group, Origin, Sex, Table};
