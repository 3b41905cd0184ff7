//! The numbers of a picture as a plain table, for readers of tables and screen readers.

use crate::base::locale::Locale;
use crate::model::Cell;
use crate::view::{scene::Key, words::words};

use super::table::Entry;

/// A table: a head column and one column per title.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What the first column holds.
    pub head: String,
    /// Titles of the other columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// What it stands for; `None` for a heading or a measure.
    pub key: Option<Key>,
    /// Its name.
    pub name: String,
    /// One per column; none for a heading over the rows that follow.
    pub cells: Vec<Entry>,
}

/// A cell written by `write`, or its reason.
pub fn entry(cell: Cell, locale: Locale, write: &dyn Fn(f64) -> String) -> Entry {
    match cell {
        Ok(v) => Entry { text: write(v.get()), missing: false, now: false },
        Err(reason) => Entry { text: (words(locale).missing)(reason).to_owned(), missing: true, now: false },
    }
}

/// A number we computed, or a dash where it cannot be.
pub fn computed(value: Option<f64>, write: &dyn Fn(f64) -> String) -> Entry {
    let text = value.map_or_else(|| "–".to_owned(), write);
    Entry { text, missing: value.is_none(), now: false }
}
