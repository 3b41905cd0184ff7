//! How much of the product a build holds.

/// Whether whole pages, the stage and the ways to look over time are in it, or single views only.
///
/// A constant: what hangs on it is left out by the compiler, with all that only it calls. The feature
/// `tool` has everything.
pub const WHOLE: bool = cfg!(feature = "whole");
