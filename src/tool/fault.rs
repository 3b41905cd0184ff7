//! What is wrong with an input file: where, what, and what to do about it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::bundle::problem::Problem;

/// An error in an input file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: PathBuf,
    /// Line, from 1; none where the whole file is meant.
    pub line: Option<usize>,
    /// What is the matter.
    pub what: String,
    /// What to do; may be empty.
    pub hint: String,
    /// What else is wrong with the same input.
    pub more: Vec<Self>,
}

impl Fault {
    /// A fault of a whole file.
    pub fn of(file: &Path, what: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, what: what.into(), hint: String::new(), more: Vec::new() }
    }

    /// A fault at a line, from 1.
    pub fn at(file: &Path, line: usize, what: impl Into<String>) -> Self {
        Self { line: Some(line), ..Self::of(file, what) }
    }

    /// A problem of the reader, whose place in its own text is no line of the file.
    pub fn of_problem(file: &Path, problem: &Problem) -> Self {
        let bare = Problem { hint: String::new(), line: 0, column: 0, ..problem.clone() };
        Self::of(file, bare.to_string()).hint(&*problem.hint)
    }

    /// Several as one that tells each on a line of its own; no fault where there are none.
    pub fn all(faults: Vec<Self>) -> Result<(), Self> {
        let mut faults = faults.into_iter();
        match faults.next() {
            Some(first) => Err(Self { more: faults.collect(), ..first }),
            None => Ok(()),
        }
    }

    /// The same fault with advice.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.file.display())?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.what)?;
        if !self.hint.is_empty() {
            write!(f, " ({})", self.hint)?;
        }
        self.more.iter().try_for_each(|fault| write!(f, "\n{fault}"))
    }
}

impl std::error::Error for Fault {}

/// What is said of a file that is not there.
const NO_FILE: &str = "there is no such file";

/// The text of a file, or a fault that names it.
pub fn read(file: &Path) -> Result<String, Fault> {
    std::fs::read_to_string(file).map_err(|e| unread(file, &e))
}

/// The bytes of a file, or a fault that names it.
pub fn bytes(file: &Path) -> Result<Vec<u8>, Fault> {
    std::fs::read(file).map_err(|e| unread(file, &e))
}

fn unread(file: &Path, error: &io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::NotFound => Fault::of(file, NO_FILE),
        _ => Fault::of(file, format!("cannot be read: {error}")),
    }
}

/// Why a file cannot be read.
pub fn why(error: &io::Error) -> String {
    if error.kind() == io::ErrorKind::NotFound { NO_FILE.to_owned() } else { error.to_string() }
}

/// What a file is that is taken for a bundle, where it is of another kind, and what to do with it.
pub fn other_kind(name: &str, bytes: &[u8]) -> Option<String> {
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(
            "is a workbook or another zip archive, no bundle (a catalogue names workbooks: excel = { file = \"…\" })"
                .to_owned(),
        );
    }
    name.ends_with(".toml").then(|| {
        format!("is a catalogue, no bundle (build it first: nulage bundle --catalogue {name}, and give what that writes)")
    })
}

/// A file that is not there, with where a catalogue's paths begin and the name nearest to it there.
pub(super) fn looked_for(fault: Fault, catalogue: &Path, base: &Path) -> Fault {
    if fault.what != NO_FILE || !fault.hint.is_empty() || fault.file == catalogue {
        return fault;
    }
    let beside = fault.file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(beside.unwrap_or(Path::new("."))).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|e| e.file_name().into_string().ok()).collect();
    names.sort();
    let name = fault.file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let near = did_you_mean(name, names.iter().map(String::as_str));
    let near = if near.is_empty() { near } else { format!("; {near}") };
    let folder = match base.display().to_string() {
        here if here.is_empty() => "its own folder".to_owned(),
        folder => format!("the folder {folder}"),
    };
    let catalogue = catalogue.display();
    fault.hint(format!("{catalogue} names it, and its paths begin in {folder}{near}"))
}

/// Advice naming the candidate nearest to a misspelt word; empty where none is near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> String {
    let near = candidates.into_iter().map(|c| (distance(word, c), c)).min();
    match near {
        Some((steps, best)) if steps <= 1.max(2 * word.chars().count() / 5) => {
            format!("did you mean “{best}”?")
        }
        _ => String::new(),
    }
}

/// Levenshtein distance in characters.
pub fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut next = vec![i + 1];
        for ((y, pair), left) in b.iter().zip(row.windows(2)).zip(0..) {
            let [diagonal, above] = pair else { continue };
            let swap = diagonal + usize::from(x != *y);
            let before = next.get(left).copied().unwrap_or(usize::MAX - 1);
            next.push(swap.min(above + 1).min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("", "år"), 2);
        assert_eq!(distance("gävle", "gavle"), 1);
    }

    #[test]
    fn what_is_no_bundle_is_named() {
        let said = |name: &str, bytes: &[u8]| other_kind(name, bytes).unwrap_or_default();
        assert!(said("a/c.toml", b"[meta]").contains("nulage bundle --catalogue a/c.toml"));
        assert!(said("x.json", b"PK\x03\x04").starts_with("is a workbook"));
        assert_eq!(other_kind("x.json", b"{}"), None);
    }

    #[test]
    fn only_near_words_are_suggested() {
        assert_eq!(did_you_mean("percnt", ["points", "percent"]), "did you mean “percent”?");
        assert_eq!(did_you_mean("xyz", ["points", "percent"]), "");
        assert_eq!(did_you_mean("more", ["up", "down", "none"]), "");
    }
}
