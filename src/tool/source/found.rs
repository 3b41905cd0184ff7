//! What a source says: figures, reasons for missing ones, and remarks.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::base::{note::Note, num::Finite, period::Period};
use crate::model::Missing;
use crate::tool::fault::Fault;

/// Values of a sex, in bundle order.
pub const SEXES: [&str; 3] = ["total", "women", "men"];
/// Values of an origin, in bundle order.
pub const ORIGINS: [&str; 3] = ["total", "domestic", "foreign"];

/// What a figure is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    /// Area code.
    pub area: String,
    /// When.
    pub period: Period,
    /// One of [`SEXES`].
    pub sex: &'static str,
    /// One of [`ORIGINS`].
    pub origin: &'static str,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "area {}, {}, {}, {}", self.area, self.period, self.sex, self.origin)
    }
}

impl Key {
    /// In a sentence to whoever wrote it: sex and origin only where they are not everybody's.
    fn named(&self) -> String {
        let given = [self.sex, self.origin].into_iter().filter(|group| *group != "total");
        given.fold(format!("area {}, {}", self.area, self.period), |said, group| said + ", " + group)
    }
}

/// A figure and where it stood.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The number as written.
    pub value: Finite,
    /// What the source says of it, one of [`crate::bundle::cells::FLAGS`].
    pub flag: Option<&'static str>,
    /// Where it stood.
    pub place: Place,
}

/// Where something stands in a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A line of a text file, from 1.
    Line(usize),
    /// A cell of a sheet: its row and column, from 0.
    Cell(Arc<str>, u32, u32),
    /// Nowhere that helps, as in an answer that is one line.
    Unknown,
}

impl Place {
    /// A fault here.
    pub fn fault(&self, file: &Path, what: impl Into<String>) -> Fault {
        match self {
            Self::Line(line) => Fault::at(file, *line, what),
            Self::Cell(..) => Fault::of(file, format!("{self}: {}", what.into())),
            Self::Unknown => Fault::of(file, what),
        }
    }

    /// File and place, as in a remark.
    pub fn of(&self, file: &Path) -> String {
        match self {
            Self::Unknown => file.display().to_string(),
            place => format!("{}:{place}", file.display()),
        }
    }
}

/// `12`, `Blad1!C7`, or nothing.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "{line}"),
            Self::Cell(sheet, row, column) => {
                // Quoted where spreadsheets quote it.
                let plain = sheet.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '.');
                let quote = if plain { "" } else { "'" };
                write!(f, "{quote}{sheet}{quote}!{}{}", letters(*column), u64::from(*row) + 1)
            }
            Self::Unknown => Ok(()),
        }
    }
}

/// A, B, …, Z, AA, AB: the name of a column counted from 0.
pub(super) fn letters(column: u32) -> String {
    let mut left = u64::from(column) + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect()
}

/// What a source says of one indicator.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The file or address, to name it.
    pub name: PathBuf,
    /// The figures.
    pub figures: BTreeMap<Key, Figure>,
    /// Why there is no figure, where the source says so; never of a key that has a figure.
    pub reasons: BTreeMap<Key, Missing>,
    /// What its reader should know.
    pub notes: Vec<Note>,
}

impl Found {
    /// Nothing yet, from the file or address `name`.
    pub fn new(name: &Path) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }

    /// Adds a figure.
    ///
    /// # Errors
    /// The same cell has a figure or a reason already.
    pub fn figure(&mut self, key: Key, figure: Figure) -> Result<(), Fault> {
        if let Some(first) = self.figures.get(&key) {
            return Err(self.twice(&key, &figure.place, &first.place));
        }
        if self.reasons.contains_key(&key) {
            return Err(self.twice(&key, &figure.place, &Place::Unknown));
        }
        self.figures.insert(key, figure);
        Ok(())
    }

    /// Adds a reason for having no figure.
    ///
    /// # Errors
    /// The same cell has a figure or another reason already.
    pub fn reason(&mut self, key: Key, reason: Missing, place: &Place) -> Result<(), Fault> {
        if let Some(first) = self.figures.get(&key) {
            return Err(self.twice(&key, place, &first.place));
        }
        match self.reasons.insert(key.clone(), reason) {
            Some(before) if before != reason => Err(self.twice(&key, place, &Place::Unknown)),
            _ => Ok(()),
        }
    }

    fn twice(&self, key: &Key, here: &Place, first: &Place) -> Fault {
        let key = key.named();
        let what = match first {
            Place::Line(line) => format!("{key} stands on line {line} already"),
            Place::Cell(..) => format!("{key} stands in {first} already"),
            Place::Unknown => format!("{key} stands here twice"),
        };
        here.fault(&self.name, what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_in_a_sheet() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(Place::Cell("Blad1".into(), 6, column).to_string(), format!("Blad1!{name}7"));
        }
        assert_eq!(Place::Cell("Tabell 1".into(), 0, 0).to_string(), "'Tabell 1'!A1");
    }

    #[test]
    fn a_cell_is_said_once() {
        let key = Key { area: "1880".into(), period: Period::year_of(2022), sex: "total", origin: "total" };
        let figure = |line| Figure { value: Finite::new(1.0).unwrap(), flag: None, place: Place::Line(line) };
        let mut found = Found::new(Path::new("x.csv"));
        found.figure(key.clone(), figure(2)).unwrap();
        let fault = found.figure(key.clone(), figure(3)).unwrap_err();
        assert_eq!(fault.to_string(), "x.csv:3: area 1880, 2022 stands on line 2 already");
        let women = Key { sex: "women", origin: "foreign", ..key.clone() };
        found.figure(women.clone(), figure(4)).unwrap();
        let fault = found.figure(women, figure(5)).unwrap_err();
        assert_eq!(fault.to_string(), "x.csv:5: area 1880, 2022, women, foreign stands on line 4 already");
        assert!(found.reason(key, Missing::Suppressed, &Place::Cell("x".into(), 6, 2)).is_err());
    }
}
