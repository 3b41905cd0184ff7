//! A remark to the person who made the input: what is odd, where, and what to do.

use std::fmt;

/// How serious a [`Note`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Worth knowing.
    Info,
    /// Something was left out or guessed.
    Warning,
    /// The input cannot be used.
    Error,
}

/// One remark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// How serious it is.
    pub level: Level,
    /// Where: a JSON path with line, a file with line, a cell.
    pub place: String,
    /// What is the matter.
    pub what: String,
    /// What to do about it; may be empty.
    pub hint: String,
}

impl Note {
    /// A warning.
    pub fn warning(place: impl Into<String>, what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { level: Level::Warning, place: place.into(), what: what.into(), hint: hint.into() }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let level = match self.level {
            Level::Info => "note",
            Level::Warning => "warning",
            Level::Error => "error",
        };
        write!(f, "{level}: {}: {}", self.place, self.what)?;
        if !self.hint.is_empty() {
            write!(f, " ({})", self.hint)?;
        }
        Ok(())
    }
}
