//! Small checks that every part of loading shares.

use crate::base::{period::Period, text::Text};
use crate::bundle::format;
use crate::bundle::locate::member;
use crate::bundle::problem::{Kind, Problem, quoted};

use super::LoadError;
use crate::model::Direction;

/// A text that says something in Swedish; an empty translation counts as none.
pub(super) fn text(text: &format::Text, at: &str) -> Result<Text, LoadError> {
    if text.sv.trim().is_empty() {
        let path = member(at, "sv");
        return Err(Problem::new(Kind::WrongValue, path, "a text in Swedish", "an empty one"));
    }
    Ok(optional(text))
}

/// A text that may be empty.
pub(super) fn optional(text: &format::Text) -> Text {
    Text { sv: text.sv.clone(), en: text.en.clone().filter(|en| !en.trim().is_empty()) }
}

/// An id that is part of addresses.
pub(super) fn slug(id: &str, path: &str) -> Result<(), LoadError> {
    let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
    if !id.is_empty() && id.bytes().all(fits) {
        return Ok(());
    }
    let expected = "an id of the characters a–z, 0–9 and -";
    Err(Problem::new(Kind::WrongValue, path, expected, quoted(id)))
}

/// A period.
pub(super) fn period(text: &str, path: &str) -> Result<Period, LoadError> {
    text.parse().map_err(|_| {
        let expected = "a period: a year (2022), a quarter (2022K1) or a month (2022M12)";
        Problem::new(Kind::WrongValue, path, expected, quoted(text))
    })
}

/// A reference to nothing.
pub(super) fn unknown(path: impl Into<String>, expected: &str, found: &str) -> LoadError {
    Problem::new(Kind::UnknownReference, path, expected, quoted(found))
}

pub(super) fn direction(direction: format::Direction) -> Direction {
    match direction {
        format::Direction::Up => Direction::Up,
        format::Direction::Down => Direction::Down,
        format::Direction::None => Direction::None,
    }
}
