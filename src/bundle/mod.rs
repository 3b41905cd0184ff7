//! The file format: what a bundle is, and the way from bytes to it and back.
//!
//! Invariant: knows what is written, not what it means; no analysis, no pixels, no I/O.

pub mod caps;
pub mod cells;
pub mod decode;
pub mod format;
pub mod json;
pub mod jsonstat;
pub mod keyed;
pub mod locate;
pub mod name;
pub mod problem;
pub mod read;
#[cfg(feature = "tool")]
pub mod schema;
pub mod story;
pub mod topology;
#[cfg(feature = "tool")]
pub mod write;
