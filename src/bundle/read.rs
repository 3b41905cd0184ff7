//! Bytes → bundle, with limits, and an error that says where, what and what to do.

use serde::de::DeserializeOwned;

use crate::base::note::Note;

use super::caps::Caps;
use super::fields;
use super::format::{Bundle, FORMAT, VERSION};
use super::jsonstat::Dataset;
use super::locate;
use super::problem::{Kind, Problem, quoted};

/// Why bytes cannot be read; line and column are always set.
pub type ReadError = Problem;

/// Reads a bundle. Notes name members that the format does not know.
///
/// # Errors
/// Says the first thing that is wrong with the document as such; what it means is checked by
/// `model::load`.
pub fn read(bytes: &[u8], caps: &Caps) -> Result<(Bundle, Vec<Note>), ReadError> {
    let text = text(bytes, caps)?;
    let bundle = match parse::<Bundle>(text) {
        Ok(bundle) => bundle,
        Err(problem) if problem.kind == Kind::NotJson => return Err(problem),
        Err(problem) => return Err(header(text).err().unwrap_or(problem)),
    };
    header(text)?;
    sizes(&bundle, caps).map_err(|problem| locate::fill(problem, text))?;
    let notes = fields::walk(text, &fields::BUNDLE, caps).map_err(|problem| locate::fill(problem, text))?;
    Ok((bundle, notes))
}

/// Reads a JSON-stat 2.0 dataset that stands alone, as `values.href` leads to.
///
/// # Errors
/// As [`read`].
pub fn read_dataset(bytes: &[u8], caps: &Caps) -> Result<Dataset, ReadError> {
    let text = text(bytes, caps)?;
    let dataset = parse::<Dataset>(text).map_err(|problem| {
        if problem.kind != Kind::NotJson && locate::scalar_at(text, "class") != Some("\"dataset\"") {
            let found = describe(text, "class");
            let expected = "a JSON-stat 2.0 dataset: an object with \"class\": \"dataset\"";
            return locate::fill(Problem::new(Kind::WrongFormat, "", expected, found), text);
        }
        problem
    })?;
    let found = cells(&dataset);
    at_most("size", "cells", found, caps.cells)
        .and_then(|()| fields::walk(text, &fields::DATASET, caps))
        .map_err(|problem| locate::fill(problem, text))?;
    Ok(dataset)
}

/// The text of a document without byte order mark.
pub(crate) fn text<'a>(bytes: &'a [u8], caps: &Caps) -> Result<&'a str, ReadError> {
    if bytes.len() > caps.bytes {
        let problem = too_large("", "bytes", bytes.len(), caps.bytes);
        return Err(Problem { line: 1, column: 1, ..problem });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let valid = std::str::from_utf8(valid).unwrap_or_default();
        let (line, column) = locate::line_column(valid, valid.len());
        let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
        let problem = Problem::new(Kind::NotUtf8, "", "text in UTF-8", format!("the byte 0x{byte:02X}"))
            .hint("save the file with the encoding UTF-8");
        Problem { line, column, ..problem }
    })?;
    if text.bytes().all(|b| b.is_ascii_whitespace()) {
        let problem = Problem::new(Kind::Empty, "", "a JSON document", "nothing")
            .hint("check that the file was written and the address is right");
        return Err(Problem { line: 1, column: 1, ..problem });
    }
    Ok(text)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, ReadError> {
    serde_json::from_str(text).map_err(|error| from_serde(text, &error))
}

/// Whether the document says that it is a bundle of a version we know.
fn header(text: &str) -> Result<(), ReadError> {
    let fail = |problem: Problem| Err(locate::fill(problem, text));
    if locate::scalar_at(text, "format").and_then(|t| t.strip_prefix('"')?.strip_suffix('"')) != Some(FORMAT)
    {
        let expected = format!("a bundle: an object with \"format\": \"{FORMAT}\"");
        let hint = if locate::scalar_at(text, "class") == Some("\"dataset\"") {
            "this is a JSON-stat dataset; it belongs in an indicator's values"
        } else {
            "check that this is the right file"
        };
        let path = if locate::scalar_at(text, "format").is_some() { "format" } else { "" };
        return fail(Problem::new(Kind::WrongFormat, path, expected, describe(text, "format")).hint(hint));
    }
    match locate::scalar_at(text, "version") {
        None => fail(Problem::new(
            Kind::MissingMember,
            "version",
            format!("\"version\": {VERSION}"),
            "no such member",
        )),
        Some(found) if found.parse() == Ok(VERSION) => Ok(()),
        Some(found) => {
            let newer = found.parse::<f64>().is_ok_and(|v| v > f64::from(VERSION));
            let hint = if newer {
                "the bundle was made for a newer Nuläge: update the viewer, or ask for an older bundle"
            } else {
                "build the bundle again with a current Nuläge"
            };
            fail(Problem::new(Kind::UnknownVersion, "version", VERSION.to_string(), found).hint(hint))
        }
    }
}

/// What stands at a top-level member, in words.
fn describe(text: &str, name: &str) -> String {
    match (text.trim_start().bytes().next(), locate::scalar_at(text, name)) {
        (Some(b'{'), Some(found)) => format!("\"{name}\": {found}"),
        (Some(b'{'), None) => format!("an object without “{name}”"),
        (Some(b'['), _) => "an array".to_owned(),
        _ => "a single value".to_owned(),
    }
}

fn sizes(bundle: &Bundle, caps: &Caps) -> Result<(), ReadError> {
    at_most("areas", "areas", bundle.areas.len(), caps.areas)?;
    at_most("indicators", "indicators", bundle.indicators.len(), caps.indicators)?;
    let vertices = bundle.geometry.iter().flat_map(|g| &g.arcs).map(Vec::len).sum();
    at_most("geometry.arcs", "positions", vertices, caps.vertices)?;
    let mut all = 0_usize;
    for (i, indicator) in bundle.indicators.iter().enumerate() {
        if let Some(dataset) = &indicator.values.dataset {
            all = all.saturating_add(cells(dataset));
            at_most(&format!("indicators[{i}].values.dataset.size"), "cells in all", all, caps.cells)?;
        }
    }
    Ok(())
}

fn cells(dataset: &Dataset) -> usize {
    dataset.size.iter().fold(1, |product: usize, &n| product.saturating_mul(n))
}

fn at_most(path: &str, what: &str, found: usize, most: usize) -> Result<(), ReadError> {
    if found > most { Err(too_large(path, what, found, most)) } else { Ok(()) }
}

/// More than a cap allows.
pub(super) fn too_large(path: &str, what: &str, found: usize, most: usize) -> Problem {
    Problem::new(Kind::TooLarge, path, format!("at most {most} {what}"), format!("{found}"))
        .hint("make the document smaller, or raise the reader's limit")
}

/// What the JSON reader says, in the words of the format.
fn from_serde(text: &str, error: &serde_json::Error) -> ReadError {
    let offset = offset(text, error.line(), error.column());
    let path = locate::path_at(text, offset);
    let full = error.to_string();
    let message = full.rsplit_once(" at line ").map_or(full.as_str(), |(message, _)| message);
    if error.is_data() {
        return locate::fill(data(path, message), text);
    }
    let near = text.get(offset..).or_else(|| text.get(offset + 1..)).unwrap_or_default();
    let problem = match message {
        "number out of range" => {
            let found = locate::scalar_at(text, &path).unwrap_or(near);
            Problem::new(Kind::WrongValue, path, "a number that fits into 64 bits", found)
        }
        "recursion limit exceeded" => Problem::new(Kind::TooLarge, "", "fewer levels of nesting", "too many"),
        _ => syntax(path, message, near, error.is_eof()),
    };
    let (line, column) = locate::line_column(text, offset);
    Problem { line, column, ..problem }
}

fn syntax(path: String, message: &str, near: &str, at_end: bool) -> Problem {
    let expected = message.strip_prefix("expected ").map(|what| what.replace("value", "a JSON value"));
    let expected = expected.unwrap_or_else(|| format!("JSON ({message})"));
    let found = if at_end {
        "the end of the text".to_owned()
    } else {
        quoted(&near.lines().next().unwrap_or_default().chars().take(30).collect::<String>())
    };
    let hint = match message {
        _ if at_end => "the text is cut off; fetch or write it again",
        "trailing comma" => "remove the comma before the closing bracket",
        _ if near.starts_with('<') => "this looks like a web page; check the address",
        _ if near.starts_with('\'') => "JSON strings stand in double quotes",
        _ if near.starts_with("NaN") || near.starts_with("Inf") || near.starts_with("-Inf") => {
            "write null where there is no value"
        }
        _ if near.starts_with('/') => "JSON has no comments",
        _ => "",
    };
    Problem::new(Kind::NotJson, path, expected, found).hint(hint)
}

fn data(path: String, message: &str) -> Problem {
    let named = |prefix: &str| {
        let rest = message.strip_prefix(prefix)?.strip_prefix('`')?;
        rest.split_once('`').map(|(name, _)| name)
    };
    if let Some(name) = named("missing field ") {
        let path = locate::member(&path, name);
        return Problem::new(Kind::MissingMember, path, format!("a member “{name}”"), "none");
    }
    for what in ["field", "position", "category"] {
        if let Some(name) = named(&format!("duplicate {what} ")) {
            let expected = format!("every {} once", if what == "field" { "member" } else { what });
            return Problem::new(Kind::Duplicate, path, expected, format!("“{name}” twice"));
        }
    }
    let (found, expected) = message.rsplit_once(", expected ").unwrap_or((message, "another value"));
    if let Some(found) = found.strip_prefix("invalid type: ") {
        return Problem::new(Kind::WrongType, path, plain(expected), plain(found));
    }
    let found = ["invalid value: ", "unknown variant ", "invalid length "]
        .into_iter()
        .find_map(|prefix| found.strip_prefix(prefix))
        .unwrap_or(found);
    Problem::new(Kind::WrongValue, path, plain(expected), plain(found))
}

/// A reader's type names in everyday words.
fn plain(name: &str) -> String {
    let word = match name {
        "f64" => "a number",
        "u8" | "u32" | "usize" | "i32" => "a whole number in range",
        "sequence" | "a sequence" => "an array",
        "map" | "a map" => "an object",
        _ => "",
    };
    if !word.is_empty() {
        return word.to_owned();
    }
    match name.strip_prefix("struct ") {
        Some(kind) => format!("an object ({kind})"),
        None => name.replace('`', "\""),
    }
}

/// Offset of the last byte the JSON reader had taken when it stopped. Its lines count from 1,
/// its columns are bytes taken of the line.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        let rest = text.get(start..).unwrap_or_default();
        start += rest.find('\n').map_or(rest.len(), |at| at + 1);
    }
    (start + column).saturating_sub(1).min(text.len())
}
