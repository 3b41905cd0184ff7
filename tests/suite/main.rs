//! The native integration tests, one binary.

#![cfg(test)]

mod layers;
mod properties;
mod reference;
mod tokens;
