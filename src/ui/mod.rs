//! The interface: Leptos components over one writable state.
//!
//! Invariant: makes no numbers and no geometry, fetches nothing, knows no address. One
//! [`state::ViewState`] is written to; everything else is derived; no effect writes a signal.

#![expect(missing_docs, reason = "the component macro writes a props struct whose fields carry no docs")]

pub mod app;
pub mod area;
pub mod broken;
pub mod chart;
pub mod context;
pub mod dom;
pub mod embed;
pub mod env;
pub mod fold;
pub mod form;
pub mod frame;
pub mod grid;
pub mod icon;
pub mod indicator;
pub mod method;
pub mod options;
pub mod overview;
pub mod picture;
pub mod plot;
pub mod profile;
pub mod rows;
pub mod search;
pub mod share;
pub mod signal;
pub mod stage;
pub mod start;
pub mod svg;
pub mod take;
pub mod title;
pub mod trail;
pub mod tween;
pub mod unique;
pub mod walk;

pub use crate::view::state;
