//! Any bytes as a text file of figures: the first byte chooses layout and header.
#![no_main]

use std::path::Path;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use nulage::bundle::format::{Area, Level, Text};
use nulage::tool::catalogue_source::Csv;
use nulage::tool::source::{csv, separated};

const SETTINGS: [&str; 4] = [
    "",
    "layout = \"wide\"",
    "columns = { area = \"kod\", period = \"år\", sex = \"kön\", value = \"andel\" }",
    "layout = \"wide\"\nencoding = \"latin-1\"\nsymbols = { \"..\" = \"suppressed\" }",
];

fuzz_target!(|bytes: &[u8]| {
    static WANTED: OnceLock<(Vec<Csv>, Vec<Area>)> = OnceLock::new();
    let (settings, areas) = WANTED.get_or_init(|| {
        let read = |more: &str| toml::from_str(&format!("file = \"x.csv\"\n{more}")).expect("sound settings");
        let name = Text { sv: "Örebro".into(), en: None };
        let area = Area { code: "1880".into(), name, level: Level::Municipality, parent: None };
        (SETTINGS.into_iter().map(read).collect(), vec![area])
    });
    let Some((first, rest)) = bytes.split_first() else { return };
    let file = Path::new("x.csv");
    if let Some(wanted) = settings.get(usize::from(first % 4)) {
        drop(separated::parse(file, rest, wanted, areas));
    }
    if let Ok(text) = std::str::from_utf8(rest) {
        drop(csv::parse(file, text));
    }
});
