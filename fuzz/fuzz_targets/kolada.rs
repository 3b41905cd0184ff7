//! Any bytes as an answer of Kolada's version 3, on its own and after a sound one.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nulage::tool::fetch::cache::Entry;
use nulage::tool::source::kolada::Rows;

/// A page with one key figure of two areas.
const SOUND: &[u8] = br#"{"values":[{"kpi":"N00003","municipality":"1880","period":2022,"values":
    [{"gender":"T","count":1,"status":"","value":1.5,"isdeleted":false}]}],"next_url":null}"#;

fuzz_target!(|bytes: &[u8]| {
    let entry = Entry { url: "x".into(), sha256: String::new(), etag: None, modified: None, retrieved: 0 };
    let mut rows = Rows::default();
    drop(rows.take_up(&entry, bytes, &["N00003"]));
    drop(rows.take_up(&entry, SOUND, &["N00003"]));
    drop(rows.take_up(&entry, bytes, &["N00003", "N45850"]));
});
