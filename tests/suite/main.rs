//! The native integration tests, one binary.

#![cfg(test)]

mod assemble;
mod geo;
mod bundle;
mod layers;
mod properties;
mod reference;
mod tokens;
