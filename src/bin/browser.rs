//! The wasm: what the library gives to JavaScript, and no program of its own.
#![no_main]

use nulage as _;
