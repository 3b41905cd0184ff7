//! The tests that drive real browsers: Chromium and Firefox, both always, none skipped.
//!
//! `cargo test --test browser` runs all of them. For people:
//! `NULAGE_URL=… NULAGE_OUT=… cargo test --test browser shot` takes one picture (see `shot.rs`).

#![cfg(test)]

mod driver;
mod http;
mod launch;
mod machine;
mod page;
mod shot;
mod trial;
mod typography;
mod wire;
