//! Any bytes as a JSON-stat dataset, as an indicator's values and as a source.
#![no_main]

use std::path::Path;

use libfuzzer_sys::fuzz_target;
use nulage::bundle::format::Mapping;
use nulage::bundle::{caps::Caps, read};
use nulage::tool::source::{found::Found, jsonstat};

fuzz_target!(|bytes: &[u8]| {
    drop(read::read_dataset(bytes, &Caps::default()));
    let mut found = Found::new(Path::new("x.json"));
    drop(jsonstat::add(&mut found, bytes, &Mapping::default()));
});
