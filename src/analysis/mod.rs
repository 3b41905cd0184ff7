//! Statistics: slices in, plain structs out, missing values counted.
//!
//! Every function's doc comment names its definition and where it comes from;
//! `tests/suite/reference.rs` holds each against published values or another implementation.
//! What a reader sees as equal is equal here: ranks and classes compare values rounded to
//! the indicator's decimals.
//!
//! Invariant: no pixels, no colours, no words.

pub mod assess;
pub mod association;
pub mod change;
pub mod classify;
pub mod convergence;
pub mod decomposition;
pub mod derive;
pub mod differences;
pub mod dispersion;
pub mod driver;
pub mod finding;
pub mod furthest;
pub mod gap;
pub mod line;
pub mod moments;
pub mod panel;
pub mod profile;
pub mod progress;
pub mod rank;
pub mod refusal;
pub mod scope;
pub mod series;
pub mod shown;
pub mod similar;
pub mod spread;
pub mod trend;
pub mod uncertainty;
pub mod weigh;
