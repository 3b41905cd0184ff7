//! The native integration tests, one binary.

mod layers;
mod properties;
mod reference;
mod tokens;
