//! From a scene to a surface.
//!
//! Invariant: decides and measures nothing; every place, colour and word comes with the scene.

#[cfg(feature = "browser")]
pub mod canvas;
#[cfg(feature = "browser")]
pub mod dom;
#[cfg(any(feature = "browser", feature = "tool"))]
pub mod plotters;
pub mod svg;
