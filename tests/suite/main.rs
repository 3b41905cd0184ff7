//! The native integration tests, one binary.

#![cfg(test)]

mod assemble;
mod bundle;
mod dependencies;
mod docs;
mod geo;
mod golden;
mod layers;
mod properties;
mod reference;
mod site;
mod tidy;
mod tokens;
mod usb;
