//! What loading finds on its way, and the small checks that every part of it shares.
//!
//! A check never fails: it keeps the first problem and hands out something empty, which nobody
//! sees, since a bundle with a problem is refused. So loading has one way out, not hundreds.

use crate::base::note::Note;
use crate::base::order::Places;
use crate::base::{period::Period, text::Text};
use crate::bundle::format;
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, Problem, quoted};

use super::LoadError;

/// Remarks, and the first thing that does not fit.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) notes: Vec<Note>,
    pub(super) problem: Option<Problem>,
}

impl Found {
    /// Whether nothing is wrong so far.
    pub(super) fn so_far(&mut self) -> Result<(), LoadError> {
        self.problem.take().map_or(Ok(()), Err)
    }

    /// A problem that a fallible part came back with.
    pub(super) fn keep(&mut self, problem: Problem) {
        self.problem.get_or_insert(problem);
    }

    /// Something does not fit.
    #[cold]
    #[inline(never)]
    pub(super) fn fail(&mut self, kind: Kind, path: &Path<'_>, expected: &str, found: &str) {
        if self.problem.is_none() {
            self.problem = Some(Problem::new(kind, path, expected, found));
        }
    }

    /// A value that is not allowed here.
    #[cold]
    #[inline(never)]
    pub(super) fn wrong(&mut self, path: &Path<'_>, expected: &str, found: &str) {
        self.fail(Kind::WrongValue, path, expected, found);
    }

    /// A reference to nothing.
    #[cold]
    #[inline(never)]
    pub(super) fn unknown(&mut self, path: &Path<'_>, expected: &str, found: &str) {
        self.fail(Kind::UnknownReference, path, expected, &quoted(found));
    }

    /// A remark about something that is left out.
    #[cold]
    #[inline(never)]
    pub(super) fn note(&mut self, path: &Path<'_>, what: String, hint: &str) {
        self.notes.push(Note::warning(path.to_string(), what, hint));
    }

    /// A text that says something in Swedish; an empty translation counts as none.
    #[inline(never)]
    pub(super) fn text(&mut self, text: &format::Text, path: &Path<'_>) -> Text {
        if text.sv.trim().is_empty() {
            self.wrong(&path.member("sv"), "a text in Swedish", "an empty one");
        }
        optional(text)
    }

    /// An id that is part of addresses.
    #[inline(never)]
    pub(super) fn slug(&mut self, id: &str, path: &Path<'_>) -> String {
        let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if id.is_empty() || !id.bytes().all(fits) {
            self.wrong(path, "an id of the characters a–z, 0–9 and -", &quoted(id));
        }
        id.to_owned()
    }

    /// A period.
    #[inline(never)]
    pub(super) fn period(&mut self, text: &str, path: &Path<'_>) -> Period {
        text.parse().unwrap_or_else(|_| {
            let expected = "a period: a year (2022), a quarter (2022K1) or a month (2022M12)";
            self.wrong(path, expected, &quoted(text));
            Period::year_of(0)
        })
    }

    /// Codes or ids that must differ, each the member `name` of an element at `path`.
    #[inline(never)]
    pub(super) fn unique(&mut self, ids: &[&str], path: &Path<'_>, name: &str, what: &str) {
        if let Some(i) = ids.iter().position(|id| id.trim().is_empty()) {
            self.wrong(&path.element(i).member(name), &format!("a {what}"), "an empty text");
        }
        if let Some(i) = Places::of(ids).twice() {
            let found = format!("{} twice", quoted(ids.get(i).copied().unwrap_or_default()));
            let expected = format!("every {what} once");
            self.fail(Kind::Duplicate, &path.element(i).member(name), &expected, &found);
        }
    }
}

/// A text that may be empty.
#[inline(never)]
pub(super) fn optional(text: &format::Text) -> Text {
    Text { sv: text.sv.clone(), en: said(text.en.as_ref()) }
}

/// A text that is there and says something.
#[inline(never)]
pub(super) fn said(text: Option<&String>) -> Option<String> {
    match text {
        Some(text) if !text.trim().is_empty() => Some(text.clone()),
        _ => None,
    }
}
