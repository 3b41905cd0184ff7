//! The tests that drive real browsers: Chromium and Firefox, both always, none skipped.
//!
//! `cargo test --test browser` runs all of them. For people:
//! `NULAGE_URL=… NULAGE_OUT=… cargo test --test browser shot` takes one picture (see `shot.rs`).

#![cfg(test)]

mod access;
mod author;
mod counties;
mod desk;
mod driver;
mod element;
mod footing;
mod frame;
mod frozen;
mod http;
mod journey;
mod keyboard;
mod launch;
mod leak;
mod machine;
mod notes;
mod page;
mod paper;
mod profile;
mod room;
mod screens;
mod shot;
mod site;
mod slides;
mod stage;
mod take;
mod trial;
mod typography;
mod usb;
mod vite;
mod walls;
mod wire;
