//! The file format: what a bundle is, and the way from bytes to it and back.
//!
//! Invariant: knows what is written, not what it means; no analysis, no pixels, no I/O.

pub mod fields;
pub mod format;
pub mod jsonstat;
pub mod locate;
pub mod read;
pub mod topology;
pub mod write;
