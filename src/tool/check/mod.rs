//! Examines a bundle: what there is, what is odd, what changed. Nothing is repaired.
//!
//! One file per check; [`finding`] is what they find, [`rule`] when a number is odd. [`terminal`],
//! [`json`] and [`html`] say it, in the words of [`words`].

mod absent;
mod cells;
mod compare;
mod counties;
pub mod coverage;
mod duplicates;
mod explain;
pub mod finding;
mod gaps;
pub mod html;
pub mod json;
mod jumps;
mod noise;
mod outliers;
mod panel;
mod parts;
pub mod read;
mod report;
mod rule;
mod shares;
mod table;
pub mod terminal;
mod texts;
pub mod words;
mod written;
mod zeros;

pub use crate::base::locale::Locale;
pub use report::{Report, check};
