//! From numbers to places: what is shown, where, in which colour and words.
//!
//! Invariant: knows no browser and draws nothing; text width, theme, size and locale are arguments.
//! Spaces: *data* → *px* (CSS px, y down).

pub mod aspect;
pub mod callout;
pub mod chart;
pub mod choices;
pub mod dodge;
pub mod hit;
pub mod lettering;
pub mod look;
pub mod map;
pub mod mark;
pub mod meant;
pub mod measure;
pub mod missing;
pub mod permalink;
pub mod scale;
pub mod scene;
pub mod search;
pub mod shift;
pub mod spec;
pub mod state;
pub mod summary;
pub mod ticks;
pub mod words;
