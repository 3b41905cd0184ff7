//! JSON paths, and lines and columns of a text.
//!
//! A path is written `indicators[3].values.dataset.value[17]`; a key that is not made of
//! letters, digits, `_` and `-`, or that begins with a digit, is written `["like this"]`.
//! The document itself is the empty path. [`super::json::Document`] knows where each is.

use std::fmt;

use crate::base::locale::is_word;

use super::caps::Caps;
use super::json::Document;
use super::problem::Problem;

/// Line and column of an offset: both from 1, the column in characters.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = 1 + before.bytes().filter(|&b| b == b'\n').count();
    let column = 1 + before.get(line_start..).map_or(0, |l| l.chars().count());
    (line, column)
}

/// Gives a problem found later its line and column in the text it came from. The text is read
/// once more: that costs nothing as long as nothing is wrong.
#[must_use]
#[cold]
pub fn fill(problem: Problem, text: &str) -> Problem {
    match Document::parse(text, &Caps::default()) {
        Ok(document) => document.place(problem),
        Err(_) => problem,
    }
}

/// A path while it is being gone: nothing is written before somebody asks.
#[derive(Clone, Copy, Debug)]
pub enum Path<'a> {
    /// A path as it is written; empty for the document.
    At(&'a str),
    /// One more member.
    Member(&'a Path<'a>, &'a str),
    /// One more element.
    Element(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The member of this name.
    #[must_use]
    pub fn member(&'a self, key: &'a str) -> Self {
        Self::Member(self, key)
    }

    /// The element at this index.
    #[must_use]
    pub fn element(&'a self, index: usize) -> Self {
        Self::Element(self, index)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::At(path) => f.write_str(path),
            Self::Element(base, index) => write!(f, "{base}[{index}]"),
            Self::Member(base, key) => {
                base.fmt(f)?;
                step(f, matches!(base, Self::At("")), key)
            }
        }
    }
}

/// Writes one step to a member, the first of its path or a later one.
pub(super) fn step(to: &mut dyn fmt::Write, first: bool, key: &str) -> fmt::Result {
    match (plain(key), first) {
        (false, _) => write!(to, "[\"{key}\"]"),
        (true, true) => to.write_str(key),
        (true, false) => write!(to, ".{key}"),
    }
}

fn plain(key: &str) -> bool {
    key.starts_with(|c: char| (is_word(c) && !c.is_ascii_digit()) || c == '_')
        && key.chars().all(|c| is_word(c) || c == '_' || c == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unusual_keys_are_quoted() {
        let (root, a) = (Path::At(""), Path::At("a"));
        assert_eq!(root.member("areas").to_string(), "areas");
        assert_eq!(root.member("areas").element(3).member("code").to_string(), "areas[3].code");
        assert_eq!(a.member("b c").to_string(), "a[\"b c\"]");
        assert_eq!(root.member("4").to_string(), "[\"4\"]");
        assert_eq!(a.member("").to_string(), "a[\"\"]");
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        assert_eq!(line_column("å\nbå!", 0), (1, 1));
        assert_eq!(line_column("å\nbå!", 6), (2, 3));
        assert_eq!(line_column("å", 1), (1, 1), "inside a character");
        assert_eq!(line_column("", 5), (1, 1));
    }
}
