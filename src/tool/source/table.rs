//! Rows and columns of cells → figures: what text files and sheets have in common.
//!
//! What stands in place of a number must have a meaning; an empty cell says nothing.

use std::path::Path;

use crate::base::num::Finite;
use crate::bundle::format::Area;
use crate::model::Missing;
use crate::tool::catalogue_source::{Columns, Dates, Head, Layout, SchoolYear, Words};
use crate::tool::fault::{Fault, did_you_mean};
use crate::tool::source::bare::{bare, between_thousands};
use crate::tool::source::found::{Figure, Found, Key, ORIGINS, Place, SEXES};
use crate::tool::source::heads::{Heads, Said};
use crate::tool::source::names::area_of;
use crate::tool::source::when::{When, period_of};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, without space around it.
    Text(String),
    /// A number.
    Number(f64),
    /// A date: year, month, day.
    Date(u16, u8, u8),
}

/// A cell and where it stands.
pub type Placed = (Cell, Place);

/// Cells with their places; the first rows are the header.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Rows from the top.
    pub rows: Vec<Vec<Placed>>,
}

/// How a grid is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// One figure per row, or one area.
    pub layout: Layout,
    /// What the rows of a wide header say.
    pub header: &'a [Head],
    /// What dates stand for in place of periods.
    pub dates: Option<Dates>,
    /// By which of its years a school year is kept.
    pub school_year: Option<SchoolYear>,
    /// What columns are called.
    pub columns: &'a Columns,
    /// Meaning of words for sex.
    pub sexes: &'a Words,
    /// Meaning of words for origin.
    pub origins: &'a Words,
    /// Meaning of what stands in place of a number.
    pub symbols: &'a Words,
    /// Decimal sign of numbers written as text.
    pub decimal: char,
    /// Whether the catalogue can name another.
    pub names_decimal: bool,
    /// Areas a row may be about.
    pub areas: &'a [Area],
}

impl Cell {
    /// The text, without space around it and line breaks in it.
    pub(super) fn of_text(text: &str) -> Self {
        match text.split_whitespace().collect::<Vec<_>>().join(" ") {
            text if text.is_empty() => Self::Empty,
            text => Self::Text(text),
        }
    }

    /// The cell as text.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Date(year, month, day) => format!("{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// What a symbol means that is a figure: none at all.
const ZERO: &str = "zero";

/// Faults of a file that are told at once: more are likely to be the same again, and are counted.
pub(super) const TOLD: usize = 5;

/// What the rows of a wide header say: what the catalogue names, otherwise periods.
pub(super) fn named_or_periods(header: &[Head]) -> &[Head] {
    if header.is_empty() { &[Head::Period] } else { header }
}

/// The figures of a grid; `file` names it.
///
/// # Errors
/// A column that is not there; the first rows with a word or symbol without meaning, or a cell said
/// twice; each with the place.
pub fn figures(file: &Path, grid: &Grid, reading: &Reading<'_>) -> Result<Found, Fault> {
    let mut found = Found::new(file);
    if grid.rows.is_empty() {
        return Err(Fault::of(file, "is empty"));
    }
    let depth = if reading.layout == Layout::Wide { reading.header.len() } else { 1 };
    let (header, rows) = grid.rows.split_at(depth.min(grid.rows.len()));
    let heads = Heads::new(file, header, rows, reading)?;
    let rows = rows.iter().filter(|row| row.iter().any(|(cell, _)| *cell != Cell::Empty));
    let mut refused = rows.filter_map(|row| add_row(&mut found, row, &heads, reading).err());
    let mut faults: Vec<Fault> = refused.by_ref().take(TOLD).collect();
    match refused.count() {
        0 => {}
        1 => faults.push(Fault::of(file, "… and 1 more row")),
        more => faults.push(Fault::of(file, format!("… and {more} more rows"))),
    }
    Fault::all(faults)?;
    Ok(found)
}

/// Adds the figures of one row.
fn add_row(found: &mut Found, row: &[Placed], heads: &Heads, reading: &Reading<'_>) -> Result<(), Fault> {
    let file = found.name.clone();
    let at = |column: usize| row.get(column).map_or(&Cell::Empty, |(cell, _)| cell);
    let place = |column: usize| row.get(column).or(row.first()).map_or(&Place::Unknown, |(_, place)| place);
    let fault = |column: usize, (what, hint): (String, String)| place(column).fault(&file, what).hint(hint);
    let area = area_of(at(heads.area), reading.areas).map_err(|e| fault(heads.area, e))?;
    let said = |column: usize, meanings: &Words, known: &'static [&'static str; 3]| {
        word(&at(column).text(), meanings, known).map_err(|e| fault(column, e))
    };
    for (column, of) in heads.values.iter().filter(|(column, _)| *at(*column) != Cell::Empty) {
        let When { period, flag } = match of.period {
            Said::Here(when) => when,
            Said::In(c) => period_of(at(c), reading).map_err(|e| fault(c, e))?,
        };
        let sex = match of.sex {
            Said::Here(sex) => sex,
            Said::In(c) => said(c, reading.sexes, &SEXES)?,
        };
        let origin = match of.origin {
            Said::Here(origin) => origin,
            Said::In(c) => said(c, reading.origins, &ORIGINS)?,
        };
        let key = Key { area: area.clone(), period, sex, origin };
        add(found, key, at(*column), flag, place(*column), reading)?;
    }
    Ok(())
}

/// Adds one figure with what is said of its period, or the reason that stands in its place.
fn add(
    found: &mut Found,
    key: Key,
    cell: &Cell,
    flag: Option<&'static str>,
    place: &Place,
    reading: &Reading<'_>,
) -> Result<(), Fault> {
    let text = match cell {
        Cell::Empty => return Ok(()),
        Cell::Number(number) => {
            let value = Finite::new(*number).ok_or_else(|| {
                place.fault(&found.name, format!("{number} is not a number that can be shown"))
            })?;
            return found.figure(key, Figure { value, flag, place: place.clone() });
        }
        Cell::Date(..) => {
            let what = format!("{} is a date, not a number", cell.text());
            return Err(place
                .fault(&found.name, what)
                .hint("format the cell as a number and write it again"));
        }
        Cell::Text(text) => text,
    };
    if let Some(meaning) = reading.symbols.get(text) {
        if meaning == ZERO {
            return found.figure(key, Figure { value: Finite::ZERO, flag, place: place.clone() });
        }
        if let Some(reason) = Missing::from_code(meaning) {
            return found.reason(key, reason, place);
        }
        let known = std::iter::once(ZERO).chain(Missing::ALL.iter().map(|reason| reason.code()));
        let near = did_you_mean(meaning, known.clone());
        let hint = if near.is_empty() { known.collect::<Vec<_>>().join(", ") } else { near };
        return Err(place
            .fault(&found.name, format!("“{text}” is to mean “{meaning}”, which is no reason"))
            .hint(hint));
    }
    let Some(value) = number(text, reading.decimal) else {
        let other = if reading.decimal == ',' { '.' } else { ',' };
        let sign = format!("the decimal sign here is “{}”", reading.decimal);
        let hint = match (number(text, other), between_thousands(text, reading.decimal)) {
            // 1.234 may be one and more, or one thousand and more.
            (Some(_), Some(whole)) => {
                format!("{sign}; if “{other}” stands between thousands, write the bare number: {whole}")
            }
            (Some(_), None) if reading.names_decimal => {
                format!("{sign}; decimal = \"{other}\" reads the other")
            }
            (Some(_), None) => format!("{sign}; write it as a number, not as text"),
            (None, _) => bare(text, reading.decimal).unwrap_or_else(|| ask_for_meaning(text)),
        };
        return Err(place.fault(&found.name, format!("“{text}” is not a number")).hint(hint));
    };
    found.figure(key, Figure { value, flag, place: place.clone() })
}

/// Advice for what stands in place of a number and is not explained. A dash is a true zero in SCB's
/// tables, and no figure in those of others.
fn ask_for_meaning(text: &str) -> String {
    let symbols = |meaning: &str| format!("say what it means: symbols = {{ \"{text}\" = \"{meaning}\" }}");
    if matches!(text, "-" | "–" | "—" | "\u{2212}") {
        format!("{} where it is a true zero, \"not-available\" where there is no figure", symbols(ZERO))
    } else {
        symbols("not-available")
    }
}

/// A number as people write it: with its decimal sign, spaces between thousands, a minus of either
/// kind.
pub fn number(text: &str, decimal: char) -> Option<Finite> {
    let mut plain = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' => {}
            '\u{2212}' => plain.push('-'),
            c if c == decimal => plain.push('.'),
            c if c.is_ascii_digit() || matches!(c, '-' | '+' | 'e' | 'E') => plain.push(c),
            _ => return None,
        }
    }
    plain.parse::<f64>().ok().and_then(Finite::new)
}

/// The format's word for a word of a table.
///
/// # Errors
/// What is the matter, and what to do.
pub fn word(
    text: &str,
    meanings: &Words,
    known: &'static [&'static str; 3],
) -> Result<&'static str, (String, String)> {
    let lower = text.to_lowercase();
    let usual = match lower.as_str() {
        "kvinnor" | "kvinna" | "flickor" | "k" => "women",
        "män" | "man" | "pojkar" | "m" => "men",
        "totalt" | "total" | "samtliga" | "alla" | "båda" | "båda könen" | "t" => "total",
        "inrikes född" | "inrikes födda" => "domestic",
        "utrikes född" | "utrikes födda" => "foreign",
        other => other,
    };
    let meaning = meanings.get(text).map_or(usual, String::as_str);
    known.iter().copied().find(|k| *k == meaning).ok_or_else(|| {
        let table = if known.contains(&"women") { "sexes" } else { "origins" };
        if text.is_empty() {
            return (format!("there is none of {}", known.join(", ")), "the cell is empty".to_owned());
        }
        let hint = format!(
            "say what it means: {table} = {{ \"{text}\" = \"{}\" }}, or {} or {}",
            known[1], known[2], known[0]
        );
        (format!("“{text}” is unknown"), hint)
    })
}
