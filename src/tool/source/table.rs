//! Rows and columns of cells → figures: what text files and sheets have in common.
//!
//! Areas are written as a code, a code and a name (`1880 Örebro`), or a name of the catalogue. What
//! stands in place of a number must have a meaning; an empty cell says nothing.

use std::path::Path;

use crate::base::{num::Finite, period::Period};
use crate::bundle::cells::FLAGS;
use crate::bundle::format::Area;
use crate::model::Missing;
use crate::tool::catalogue_source::{Columns, Layout, Words};
use crate::tool::fault::{Fault, did_you_mean};
use crate::tool::source::found::{Figure, Found, Key, ORIGINS, Place, SEXES};

/// A cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, without space around it.
    Text(String),
    /// A number.
    Number(f64),
}

/// Cells with their places; the first row is the header.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// Rows from the top.
    pub rows: Vec<Vec<(Cell, Place)>>,
}

/// How a grid is to be read.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// One figure per row, or one area.
    pub layout: Layout,
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
    /// Areas a row may be about.
    pub areas: &'a [Area],
}

impl Cell {
    /// The cell as text.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
        }
    }
}

/// The figures of a grid; `file` names it.
///
/// # Errors
/// A column that is not there, a word or symbol without meaning, a cell said twice; with the place.
pub fn figures(file: &Path, grid: &Grid, reading: &Reading<'_>) -> Result<Found, Fault> {
    let mut found = Found::new(file);
    let Some((header, rows)) = grid.rows.split_first() else {
        return Err(Fault::of(file, "is empty"));
    };
    let heads = Heads::new(file, header, reading)?;
    for row in rows.iter().filter(|row| row.iter().any(|(cell, _)| *cell != Cell::Empty)) {
        let at = |column: usize| row.get(column).map_or(&Cell::Empty, |(cell, _)| cell);
        let place =
            |column: usize| row.get(column).or(row.first()).map_or(Place::Unknown, |(_, place)| *place);
        let area = area(&at(heads.area).text(), reading.areas)
            .map_err(|what| place(heads.area).fault(file, what))?;
        let word = |column: Option<usize>, meanings: &Words, known: &'static [&'static str; 3]| {
            column.map_or(Ok("total"), |c| {
                word(&at(c).text(), meanings, known)
                    .map_err(|(what, hint)| place(c).fault(file, what).hint(hint))
            })
        };
        let sex = word(heads.sex, reading.sexes, &SEXES)?;
        let origin = word(heads.origin, reading.origins, &ORIGINS)?;
        for (column, period) in &heads.values {
            let period = match period {
                When::Fixed(period) => *period,
                When::Column(c) => period_of(&at(*c).text()).map_err(|what| place(*c).fault(file, what))?,
            };
            let key = Key { area: area.clone(), period, sex, origin };
            add(&mut found, key, at(*column), place(*column), reading)?;
        }
    }
    Ok(found)
}

/// Where a value's period stands.
enum When {
    Fixed(Period),
    Column(usize),
}

struct Heads {
    area: usize,
    sex: Option<usize>,
    origin: Option<usize>,
    values: Vec<(usize, When)>,
}

impl Heads {
    fn new(file: &Path, header: &[(Cell, Place)], reading: &Reading<'_>) -> Result<Self, Fault> {
        let texts: Vec<String> = header.iter().map(|(cell, _)| cell.text()).collect();
        let start = header.first().map_or(Place::Unknown, |(_, place)| *place);
        let find = |named: Option<&String>, usual: &str| {
            let name = named.map_or(usual, String::as_str);
            let at = texts.iter().position(|text| text == name);
            let listed = texts.iter().filter(|t| !t.is_empty()).map(|t| format!("“{t}”")).collect::<Vec<_>>();
            at.ok_or_else(|| {
                let near = did_you_mean(name, texts.iter().map(String::as_str));
                let hint = if near.is_empty() { format!("it has {}", listed.join(", ")) } else { near };
                start.fault(file, format!("there is no column “{name}”")).hint(hint)
            })
        };
        let maybe = |named: Option<&String>, usual: &str| match named {
            Some(_) => find(named, usual).map(Some),
            None => Ok(texts.iter().position(|text| text == usual)),
        };
        let Columns { area, period, sex, origin, value } = reading.columns;
        let area = find(area.as_ref(), "area_code")?;
        let sex = maybe(sex.as_ref(), "sex")?;
        let origin = maybe(origin.as_ref(), "origin")?;
        let values = match reading.layout {
            Layout::Long => {
                let period = find(period.as_ref(), "year")?;
                vec![(find(value.as_ref(), "value")?, When::Column(period))]
            }
            Layout::Wide => {
                let mut values = Vec::new();
                for (column, (text, (_, place))) in texts.iter().zip(header).enumerate() {
                    if column == area || Some(column) == sex || Some(column) == origin || text.is_empty() {
                        continue;
                    }
                    let period = period_of(text).map_err(|what| place.fault(file, what))?;
                    values.push((column, When::Fixed(period)));
                }
                values
            }
        };
        Ok(Self { area, sex, origin, values })
    }
}

/// Adds one figure, or the reason that stands in its place.
///
/// # Errors
/// A symbol without a meaning; a cell said twice.
pub fn add(
    found: &mut Found,
    key: Key,
    cell: &Cell,
    place: Place,
    reading: &Reading<'_>,
) -> Result<(), Fault> {
    let text = match cell {
        Cell::Empty => return Ok(()),
        Cell::Number(number) => {
            let value = Finite::new(*number).ok_or_else(|| {
                place.fault(&found.name, format!("{number} is not a number that can be shown"))
            })?;
            return found.figure(key, Figure { value, flag: None, place });
        }
        Cell::Text(text) => text,
    };
    if let Some(meaning) = reading.symbols.get(text) {
        if let Some(reason) = Missing::from_code(meaning) {
            return found.reason(key, reason, place);
        }
        let known = Missing::ALL.iter().map(|reason| reason.code()).chain(FLAGS);
        let hint = did_you_mean(meaning, known);
        return Err(place
            .fault(&found.name, format!("“{text}” is to mean “{meaning}”, which is no reason"))
            .hint(hint));
    }
    let Some(value) = number(text, reading.decimal) else {
        let hint = format!("say what it means: symbols = {{ \"{text}\" = \"not-available\" }}");
        return Err(place.fault(&found.name, format!("“{text}” is not a number")).hint(hint));
    };
    found.figure(key, Figure { value, flag: None, place })
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

/// The code of an area written as code, code and name, or name; what is the matter if it is none.
///
/// # Errors
/// A name that the catalogue does not have.
pub fn area(text: &str, areas: &[Area]) -> Result<String, String> {
    let first = text.split_whitespace().next().unwrap_or_default();
    if areas.iter().any(|a| a.code == first) {
        return Ok(first.to_owned());
    }
    if let Some(area) = areas.iter().find(|a| a.name.sv == text || a.name.en.as_deref() == Some(text)) {
        return Ok(area.code.clone());
    }
    // A code of an area that the bundle does not hold is left to be remarked on.
    if !first.is_empty() && first.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(first.to_owned());
    }
    let near = did_you_mean(text, areas.iter().map(|a| a.name.sv.as_str()));
    let near = if near.is_empty() { near } else { format!(" ({near})") };
    Err(if text.is_empty() {
        "there is no area".to_owned()
    } else {
        format!("there is no area “{text}”{near}")
    })
}

fn period_of(text: &str) -> Result<Period, String> {
    text.parse::<Period>().map_err(|e| e.to_string())
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
        "kvinnor" | "kvinna" | "k" => "women",
        "män" | "man" | "m" => "men",
        "totalt" | "total" | "samtliga" | "båda könen" | "t" => "total",
        "inrikes född" | "inrikes födda" => "domestic",
        "utrikes född" | "utrikes födda" => "foreign",
        other => other,
    };
    let meaning = meanings.get(text).map_or(usual, String::as_str);
    known.iter().copied().find(|k| *k == meaning).ok_or_else(|| {
        let table = if known.contains(&"women") { "sexes" } else { "origins" };
        let hint = format!("say what it means: {table} = {{ \"{text}\" = \"{}\" }}", known[1]);
        (format!("“{text}” is unknown"), hint)
    })
}
