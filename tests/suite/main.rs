//! The native integration tests, one binary.

#![cfg(test)]

mod assemble;
mod bundle;
mod check;
mod comparable;
mod counties;
mod dependencies;
mod differences;
mod docs;
mod geo;
mod golden;
mod layers;
mod margins;
mod overlap;
mod picture;
mod properties;
mod readers;
mod reference;
mod report;
mod search;
mod services;
mod site;
mod story;
mod tidy;
mod tokens;
mod usb;
mod views;
mod words;
