//! Nuläge: the differences inside a county, from one JSON bundle to maps and charts.
//!
//! Data flows one way, and every module here is one stretch of that street:
//! `bundle → model → analysis → view → render → ui → hosts`; `tool` is the native side.
//! See `ARCHITECTURE.md` for the walls between them.

pub mod analysis;
pub mod base;
pub mod bundle;
pub mod model;
pub mod render;
pub mod view;

#[cfg(feature = "browser")]
pub mod hosts;
#[cfg(feature = "browser")]
pub mod ui;

#[cfg(feature = "tool")]
pub mod tool;
