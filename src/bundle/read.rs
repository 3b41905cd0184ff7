//! Bytes → bundle, with limits, and an error that says where, what and what to do.

use crate::base::note::Note;

use super::caps::Caps;
use super::decode::decode;
use super::format::{Bundle, FORMAT, VERSION};
use super::json::{Document, Node, Type};
use super::jsonstat::Dataset;
use super::locate::{self, Path};
use super::problem::{Kind, Problem, too_large};

/// The whole document.
const ROOT: Path<'_> = Path::At("");

/// Why bytes cannot be read; line and column are always set.
pub type ReadError = Problem;

/// Reads a bundle. Notes name members that the format does not know.
///
/// # Errors
/// Says the first thing that is wrong with the document as such; what it means is checked by
/// `model::load`.
pub fn read(bytes: &[u8], caps: &Caps) -> Result<(Bundle, Vec<Note>), ReadError> {
    let document = Document::parse(text(bytes, caps)?, caps)?;
    header(&document).map_err(|problem| document.place(problem))?;
    document.within_limits()?;
    let (bundle, notes) = decode::<Bundle>(&document)?;
    sizes(&bundle, caps).map_err(|problem| document.place(problem))?;
    Ok((bundle, notes))
}

/// Reads a JSON-stat 2.0 dataset that stands alone, as `values.href` leads to.
///
/// # Errors
/// As [`read`].
pub fn read_dataset(bytes: &[u8], caps: &Caps) -> Result<Dataset, ReadError> {
    let document = Document::parse(text(bytes, caps)?, caps)?;
    document.within_limits()?;
    let dataset = decode::<Dataset>(&document).map(|(dataset, _)| dataset).map_err(|problem| {
        if is_dataset(&document) {
            return problem;
        }
        let expected = "a JSON-stat 2.0 dataset: an object with \"class\": \"dataset\"";
        document.place(Problem::new(Kind::WrongFormat, &ROOT, expected, &describe(&document, "class")))
    })?;
    let found = cells(&dataset);
    at_most(&Path::At("size"), "cells", found, caps.cells).map_err(|problem| document.place(problem))?;
    Ok(dataset)
}

/// The text of a document without byte order mark.
pub(crate) fn text<'a>(bytes: &'a [u8], caps: &Caps) -> Result<&'a str, ReadError> {
    if bytes.len() > caps.bytes {
        let problem = too_large(&ROOT, "bytes", bytes.len(), caps.bytes);
        return Err(Problem { line: 1, column: 1, ..problem });
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let valid = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let valid = std::str::from_utf8(valid).unwrap_or_default();
        let (line, column) = locate::line_column(valid, valid.len());
        let byte = bytes.get(error.valid_up_to()).copied().unwrap_or_default();
        let problem = Problem::new(Kind::NotUtf8, &ROOT, "text in UTF-8", &format!("the byte 0x{byte:02X}"))
            .hint("save the file with the encoding UTF-8");
        Problem { line, column, ..problem }
    })?;
    if text.bytes().all(|b| b.is_ascii_whitespace()) {
        let problem = Problem::new(Kind::Empty, &ROOT, "a JSON document", "nothing")
            .hint("check that the file was written and the address is right");
        return Err(Problem { line: 1, column: 1, ..problem });
    }
    Ok(text)
}

/// Whether the document says that it is a bundle of a version we know.
fn header(document: &Document<'_>) -> Result<(), Problem> {
    let format = document.member(Node::ROOT, "format");
    if document.kind(format) != Type::Text || document.string(format) != FORMAT {
        let expected = format!("a bundle: an object with \"format\": \"{FORMAT}\"");
        let hint = if is_dataset(document) {
            "this is a JSON-stat dataset; it belongs in an indicator's values"
        } else {
            "check that this is the right file"
        };
        let path = if format == Node::ABSENT { "" } else { "format" };
        let found = describe(document, "format");
        return Err(Problem::new(Kind::WrongFormat, &Path::At(path), &expected, &found).hint(hint));
    }
    let version = document.member(Node::ROOT, "version");
    if version == Node::ABSENT {
        let expected = format!("\"version\": {VERSION}");
        return Err(Problem::new(Kind::MissingMember, &Path::At("version"), &expected, "no such member"));
    }
    if document.whole(version) == Some(i64::from(VERSION)) {
        return Ok(());
    }
    let newer = document.kind(version) == Type::Number && document.number(version) > f64::from(VERSION);
    let hint = if newer {
        "the bundle was made for a newer Nuläge: update the viewer, or ask for an older bundle"
    } else {
        "build the bundle again with a current Nuläge"
    };
    let found = document.raw(version);
    Err(Problem::new(Kind::UnknownVersion, &Path::At("version"), &VERSION.to_string(), found).hint(hint))
}

fn is_dataset(document: &Document<'_>) -> bool {
    let class = document.member(Node::ROOT, "class");
    document.kind(class) == Type::Text && document.string(class) == "dataset"
}

/// What stands at a top-level member, in words.
fn describe(document: &Document<'_>, name: &str) -> String {
    match (document.kind(Node::ROOT), document.member(Node::ROOT, name)) {
        (Type::Object, Node::ABSENT) => format!("an object without “{name}”"),
        (Type::Object, found) => format!("\"{name}\": {}", document.raw(found)),
        (Type::Array, _) => "an array".to_owned(),
        _ => "a single value".to_owned(),
    }
}

fn sizes(bundle: &Bundle, caps: &Caps) -> Result<(), Problem> {
    at_most(&Path::At("areas"), "areas", bundle.areas.len(), caps.areas)?;
    at_most(&Path::At("indicators"), "indicators", bundle.indicators.len(), caps.indicators)?;
    let vertices = bundle.geometry.iter().flat_map(|g| &g.arcs).map(Vec::len).sum();
    at_most(&Path::At("geometry.arcs"), "positions", vertices, caps.vertices)?;
    let mut all = 0_usize;
    for (i, indicator) in bundle.indicators.iter().enumerate() {
        if let Some(dataset) = &indicator.values.dataset {
            all = all.saturating_add(cells(dataset));
            let path = &Path::At("indicators");
            let path = &path.element(i);
            at_most(
                &path.member("values").member("dataset").member("size"),
                "cells in all",
                all,
                caps.cells,
            )?;
        }
    }
    Ok(())
}

fn cells(dataset: &Dataset) -> usize {
    dataset.size.iter().fold(1, |product: usize, &n| product.saturating_mul(n))
}

fn at_most(path: &Path<'_>, what: &str, found: usize, most: usize) -> Result<(), Problem> {
    if found > most { Err(too_large(path, what, found, most)) } else { Ok(()) }
}
