//! The composition root: the only place that fetches, logs, reads the address or touches `window`.
//!
//! Every mount returns a handle; dropping it gives everything back.

#[cfg(feature = "whole")]
pub mod app;
pub mod contents;
pub mod element;
#[cfg(feature = "whole")]
pub mod page;
pub mod source;
pub mod stopped;
pub mod values;
