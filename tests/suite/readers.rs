//! Readers of files that others make: workbooks, text tables and borders, whole and broken.

mod bad;
mod borders;
mod sheets;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};

use nulage::bundle::format::{Area, Level, Text};
use nulage::tool::catalogue_source::Excel;
use nulage::tool::source::excel;

fn fixture(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file)
}

/// The areas that rows of the fixtures are about.
fn areas() -> Vec<Area> {
    let area = |code: &str, name: &str, level| Area {
        code: code.into(),
        name: Text { sv: name.into(), en: None },
        level,
        parent: None,
    };
    vec![
        area("18", "Örebro län", Level::County),
        area("1880", "Örebro", Level::Municipality),
        area("1884", "Nora", Level::Municipality),
    ]
}

/// An indicator's `excel`, as in a catalogue.
#[derive(serde::Deserialize)]
struct Entry {
    excel: Excel,
}

/// What a workbook of the fixtures says, read with these settings: figures, reasons and remarks, a
/// line each.
fn sheet(file: &str, settings: &str) -> Result<Vec<String>, String> {
    let separator = if settings.is_empty() { "" } else { ", " };
    let text = format!("excel = {{ file = \"{file}\"{separator}{settings} }}");
    let Entry { excel: wanted } = toml::from_str(&text).map_err(|e| e.to_string())?;
    let bytes = fs::read(fixture("sheets").join(file)).map_err(|e| e.to_string())?;
    let found = excel::parse(Path::new(file), &bytes, &wanted, &areas()).map_err(|e| e.to_string())?;
    let mut said: Vec<String> = found
        .figures
        .iter()
        .map(|(key, figure)| format!("{}: {key}: {}", figure.place, figure.value.get()))
        .collect();
    said.extend(found.reasons.iter().map(|(key, reason)| format!("{key}: {}", reason.code())));
    said.extend(found.notes.iter().map(ToString::to_string));
    Ok(said)
}
