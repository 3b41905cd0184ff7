//! The native integration tests, one binary.

#![cfg(test)]

mod assemble;
mod bundle;
mod geo;
mod layers;
mod properties;
mod reference;
mod tokens;
