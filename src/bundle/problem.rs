//! Why input cannot be used: where, what was expected, what was found, what to do.

use std::fmt;

use super::locate::Path;

/// What kind of problem it is; stable, so that an interface can say it in its own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// No bytes, or only white space.
    Empty,
    /// Bytes that are not UTF-8 text.
    NotUtf8,
    /// Text that is not JSON.
    NotJson,
    /// JSON, but not a bundle (or not a dataset where one was expected).
    WrongFormat,
    /// A bundle of a version this code does not know.
    UnknownVersion,
    /// A value of another type than expected.
    WrongType,
    /// A value of the right type that is not allowed here.
    WrongValue,
    /// A required member is not there.
    MissingMember,
    /// The same member, id or code twice.
    Duplicate,
    /// More than a [`super::caps::Caps`] allows.
    TooLarge,
    /// A reference to something that is not in the bundle.
    UnknownReference,
    /// Two sizes that should agree and do not.
    SizeMismatch,
    /// A status symbol without a meaning.
    UnknownSymbol,
    /// A dataset whose dimensions or codes need `mapping` to be understood.
    NeedsMapping,
}

impl Kind {
    /// The kind as a stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotUtf8 => "not-utf8",
            Self::NotJson => "not-json",
            Self::WrongFormat => "wrong-format",
            Self::UnknownVersion => "unknown-version",
            Self::WrongType => "wrong-type",
            Self::WrongValue => "wrong-value",
            Self::MissingMember => "missing-member",
            Self::Duplicate => "duplicate",
            Self::TooLarge => "too-large",
            Self::UnknownReference => "unknown-reference",
            Self::SizeMismatch => "size-mismatch",
            Self::UnknownSymbol => "unknown-symbol",
            Self::NeedsMapping => "needs-mapping",
        }
    }
}

/// One fatal problem of the input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind it is.
    pub kind: Kind,
    /// Where as a JSON path: `indicators[3].values.dataset.value[17]`; empty for the whole document.
    pub path: String,
    /// Line in the text, from 1; 0 where the text is not at hand.
    pub line: usize,
    /// Character in the line, from 1; 0 where the text is not at hand.
    pub column: usize,
    /// What was expected, in English.
    pub expected: String,
    /// What was found, shortened.
    pub found: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

/// Characters of input that an error repeats at most.
const SHOWN: usize = 80;

impl Problem {
    /// A problem without line and column, which [`super::locate::fill`] adds.
    #[cold]
    #[inline(never)]
    pub fn new(kind: Kind, path: &Path<'_>, expected: &str, found: &str) -> Self {
        Self {
            kind,
            path: path.to_string(),
            line: 0,
            column: 0,
            expected: expected.to_owned(),
            found: shorten(found),
            hint: String::new(),
        }
    }

    /// The same problem with a hint.
    #[must_use]
    #[cold]
    #[inline(never)]
    pub fn hint(mut self, hint: &str) -> Self {
        self.hint = hint.to_owned();
        self
    }
}

/// At most [`SHOWN`] characters of a text.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

/// More than a cap allows.
#[cold]
#[inline(never)]
pub(super) fn too_large(path: &Path<'_>, what: &str, found: usize, most: usize) -> Problem {
    Problem::new(Kind::TooLarge, path, &format!("at most {most} {what}"), &found.to_string())
        .hint("make the document smaller, or raise the reader's limit")
}

/// A text in quotes, as errors show what they found.
#[cold]
#[inline(never)]
pub fn quoted(text: &str) -> String {
    format!("“{}”", shorten(text))
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}, column {}: ", self.line, self.column)?;
        }
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        write!(f, "expected {}", self.expected)?;
        if !self.found.is_empty() {
            write!(f, ", found {}", self.found)?;
        }
        if !self.hint.is_empty() {
            write!(f, " ({})", self.hint)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_reads_as_one_line() {
        let problem =
            Problem::new(Kind::WrongType, &Path::At("areas[0].code"), "a string", "17").hint("quote it");
        assert_eq!(problem.to_string(), "areas[0].code: expected a string, found 17 (quote it)");
        let placed = Problem { line: 3, column: 9, ..problem };
        assert!(placed.to_string().starts_with("line 3, column 9: areas[0].code: "));
    }

    #[test]
    fn long_findings_are_cut_between_characters() {
        let problem = Problem::new(Kind::WrongValue, &Path::At(""), "less", &"å".repeat(200));
        assert_eq!(problem.found.chars().count(), SHOWN + 1);
    }
}
