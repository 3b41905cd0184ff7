//! What the header of a table says: which column holds what.
//!
//! A wide header may have several rows (years over women and men); the name of a column may stand
//! in any of them.

use std::path::Path;

use crate::base::period::Period;
use crate::tool::catalogue_source::{Columns, Head, Layout};
use crate::tool::fault::{Fault, did_you_mean};
use crate::tool::source::bare::bare;
use crate::tool::source::found::{ORIGINS, Place, SEXES};
use crate::tool::source::names::area_of;
use crate::tool::source::table::{Cell, Placed, Reading, number, word};
use crate::tool::source::when::{When, period_of, with_sex};

/// Where something about a figure is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Said<T> {
    /// In the header, or nowhere: it is this.
    Here(T),
    /// In this column of the figure's row.
    In(usize),
}

/// What the figures of a column are about.
#[derive(Clone, Copy, Debug)]
pub(super) struct Of {
    pub(super) period: Said<When>,
    pub(super) sex: Said<&'static str>,
    pub(super) origin: Said<&'static str>,
}

/// Columns by what they hold.
#[derive(Debug)]
pub(super) struct Heads {
    pub(super) area: usize,
    /// Columns with figures.
    pub(super) values: Vec<(usize, Of)>,
}

impl Heads {
    /// Reads the rows of a header.
    ///
    /// # Errors
    /// A column that is not there, a head that is no period or has no meaning, figures without a head.
    pub(super) fn new(
        file: &Path,
        rows: &[Vec<Placed>],
        below: &[Vec<Placed>],
        reading: &Reading<'_>,
    ) -> Result<Self, Fault> {
        let wide = reading.layout == Layout::Wide;
        let header = Header { file, wide, rows, reading };
        let Columns { area, period, sex, origin, value, skip } = reading.columns;
        let over = |head: Head| wide && reading.header.contains(&head);
        let area = header.named(area.as_ref(), "area_code")?;
        let sex_in = if over(Head::Sex) { None } else { header.if_there(sex.as_ref(), "sex")? };
        let origin_in = if over(Head::Origin) { None } else { header.if_there(origin.as_ref(), "origin")? };
        let period_in = if over(Head::Period) { None } else { Some(header.named(period.as_ref(), "year")?) };
        let said = |column: Option<usize>| column.map_or(Said::Here("total"), Said::In);
        let none = When { period: Period::year_of(0), flag: None };
        let row = Of {
            period: period_in.map_or(Said::Here(none), Said::In),
            sex: said(sex_in),
            origin: said(origin_in),
        };
        if !wide {
            return Ok(Self { area, values: vec![(header.named(value.as_ref(), "value")?, row)] });
        }
        let skipped: Vec<usize> =
            skip.iter().map(|name| header.named(Some(name), name)).collect::<Result<_, _>>()?;
        let mut values = Vec::new();
        for column in 0..rows.iter().map(Vec::len).max().unwrap_or_default() {
            let taken = [Some(area), sex_in, origin_in, period_in].contains(&Some(column));
            if taken || skipped.contains(&column) {
                continue;
            }
            if rows.iter().all(|row| row.get(column).is_none_or(|(cell, _)| *cell == Cell::Empty)) {
                no_figures(file, column, below, reading)?;
                continue;
            }
            let mut of = row;
            for (head, row) in reading.header.iter().zip(rows) {
                let Some((cell, place)) = row.get(column) else { continue };
                let below = Below { rows: below, area, column };
                header.read(*head, cell, &mut of, below).map_err(|(what, hint)| {
                    let hint = if hint.is_empty() { header.or_else(cell, below) } else { hint };
                    place.fault(file, what).hint(hint)
                })?;
            }
            values.push((column, of));
        }
        Ok(Self { area, values })
    }
}

/// A column under the header.
#[derive(Clone, Copy)]
struct Below<'a> {
    rows: &'a [Vec<Placed>],
    area: usize,
    column: usize,
}

impl Below<'_> {
    /// Whether there are figures, and not the code of the area that the row is about.
    fn has_figures(&self, reading: &Reading<'_>) -> bool {
        let area = |row: &[Placed], column: usize| area_of(&row.get(column)?.0, reading.areas).ok();
        let is_code = |row: &Vec<Placed>| {
            area(row, self.area).is_some_and(|code| area(row, self.column).is_some_and(|same| same == code))
        };
        let has_figure =
            |cell: &Cell| is_figure(cell, reading.decimal) || bare(&cell.text(), reading.decimal).is_some();
        let mut cells = self.rows.iter().filter_map(|row| row.get(self.column));
        cells.any(|(cell, _)| has_figure(cell)) && !self.rows.iter().any(is_code)
    }
}

fn is_figure(cell: &Cell, decimal: char) -> bool {
    match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => number(text, decimal).is_some(),
        Cell::Empty | Cell::Date(..) => false,
    }
}

/// Figures under no head would be left out without a word.
fn no_figures(file: &Path, column: usize, below: &[Vec<Placed>], reading: &Reading<'_>) -> Result<(), Fault> {
    let cells = below.iter().filter_map(|row| row.get(column));
    let figures: Vec<&Placed> = cells.filter(|(cell, _)| is_figure(cell, reading.decimal)).collect();
    let Some((_, place)) = figures.first() else { return Ok(()) };
    let what = match figures.len() {
        1 => "a figure stands under no head".to_owned(),
        n => format!("{n} figures stand under no head"),
    };
    Err(place.fault(file, what).hint("name the column in the header, or clear it"))
}

/// Whether a column called so holds periods.
fn is_of_time(text: &str) -> bool {
    ["år", "year", "tid", "period", "läsår"].contains(&&*text.to_lowercase())
}

/// Advice where heads are periods and the table is read as if it had a column with them.
fn ask_for_wide(periods: &[String]) -> String {
    let quoted = |text: &String| format!("“{text}”");
    let listed = match periods {
        [first, _, _, .., last] => format!("{}, …, {}", quoted(first), quoted(last)),
        few => few.iter().map(quoted).collect::<Vec<_>>().join(", "),
    };
    format!(
        "it has {listed}: is the table wide, with a column for each period? then say so: layout = \"wide\""
    )
}

struct Header<'a> {
    file: &'a Path,
    wide: bool,
    rows: &'a [Vec<Placed>],
    reading: &'a Reading<'a>,
}

impl Header<'_> {
    /// Adds to what figures are about what a cell of the header says; what is the matter and what to
    /// do if it does not.
    fn read(&self, head: Head, cell: &Cell, of: &mut Of, below: Below<'_>) -> Result<(), (String, String)> {
        let reading = self.reading;
        if *cell == Cell::Empty {
            let hint = match below.rows.first().and_then(|row| row.first()) {
                Some((_, Place::Line(_))) => "name it here: in a text each column has a head of its own",
                _ => "name it here, or leave the cells out: range = \"A3:F40\"",
            };
            return Err((format!("the header says no {} here", head.name()), hint.to_owned()));
        }
        match head {
            Head::Period => {
                let says_sex = of.sex == Said::Here("total") && !reading.header.contains(&Head::Sex);
                let (when, sex) = match period_of(cell, reading) {
                    Ok(when) => (when, None),
                    Err(advice) => match with_sex(&cell.text(), reading).filter(|_| says_sex) {
                        Some((when, sex)) => (when, Some(sex)),
                        None => return Err(advice),
                    },
                };
                of.period = Said::Here(when);
                of.sex = sex.map_or(of.sex, Said::Here);
            }
            Head::Sex => of.sex = Said::Here(word(&cell.text(), reading.sexes, &SEXES)?),
            Head::Origin => of.origin = Said::Here(word(&cell.text(), reading.origins, &ORIGINS)?),
        }
        Ok(())
    }

    /// Advice where a head is no period: what else the column may be.
    fn or_else(&self, cell: &Cell, below: Below<'_>) -> String {
        let Cell::Text(text) = cell else { return String::new() };
        let columns = self.reading.columns;
        let area = columns.area.as_ref().map(|name| format!("area = \"{name}\", ")).unwrap_or_default();
        match (text.to_lowercase().as_str(), self.by_sex()) {
            ("kön" | "sex", _) => {
                format!("a column of sex is named: columns = {{ {area}sex = \"{text}\" }}")
            }
            (_, Some(by_sex)) if is_of_time(text) || word(text, self.reading.sexes, &SEXES).is_ok() => by_sex,
            _ if is_of_time(text) => format!(
                "a table with a row for each period is not wide: leave layout out and name its columns, columns = {{ {area}period = \"{text}\", value = \"…\" }}"
            ),
            _ if below.has_figures(self.reading) => {
                "figures stand under it: write their period in the head, or take the column out of the table"
                    .to_owned()
            }
            _ => {
                let skip = columns.skip.iter().chain([text]).map(|name| format!("\"{name}\""));
                let skip = skip.collect::<Vec<_>>().join(", ");
                format!("a column without figures is left out so: columns = {{ {area}skip = [{skip}] }}")
            }
        }
    }

    /// Advice where heads are words for sex: how a table with a column for each is read.
    fn by_sex(&self) -> Option<String> {
        let texts = self.texts();
        let has = |sex: &str| texts.iter().any(|text| word(text, self.reading.sexes, &SEXES) == Ok(sex));
        if !has("women") || !has("men") {
            return None;
        }
        let Columns { area, period, .. } = self.reading.columns;
        let area = area.as_deref().unwrap_or("…");
        let period = period.as_ref().or_else(|| texts.iter().find(|text| is_of_time(text)));
        let period = period.map_or("…", String::as_str);
        Some(format!(
            "a table with a column for each sex is read so: layout = \"wide\", header = [\"sex\"], columns = {{ area = \"{area}\", period = \"{period}\" }}"
        ))
    }

    /// What stands in the header.
    fn texts(&self) -> Vec<String> {
        let texts = self.rows.iter().flatten().map(|(cell, _)| cell.text());
        texts.filter(|text| !text.is_empty()).collect()
    }

    /// The column of this name, or of the usual one.
    fn named(&self, named: Option<&String>, usual: &str) -> Result<usize, Fault> {
        let name = named.map_or(usual, String::as_str);
        self.position(name).ok_or_else(|| {
            let all = self.texts();
            let near = did_you_mean(name, all.iter().map(String::as_str));
            let listed = || all.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(", ");
            let key = match usual {
                "area_code" => "area",
                "year" => "period",
                same => same,
            };
            let is_period = |text: &&String| {
                let cell = Cell::Text((*text).clone());
                period_of(&cell, self.reading).is_ok() || with_sex(text, self.reading).is_some()
            };
            let periods: Vec<String> = all.iter().filter(is_period).cloned().collect();
            let by_sex = self.by_sex().filter(|_| key == "value");
            let hint = match (near.is_empty(), named) {
                _ if key == "period" && !self.wide && !periods.is_empty() => ask_for_wide(&periods),
                (_, None) if by_sex.is_some() => by_sex.unwrap_or_default(),
                (false, _) => near,
                (true, Some(_)) => format!("it has {}", listed()),
                (true, None) => format!("it has {}; say which: columns = {{ {key} = \"…\" }}", listed()),
            };
            let start = self.rows.first().and_then(|row| row.first());
            let start = start.map_or(&Place::Unknown, |(_, place)| place);
            start.fault(self.file, format!("there is no column “{name}”")).hint(hint)
        })
    }

    /// The column of this name, which must be there; the usual one only if it is.
    fn if_there(&self, named: Option<&String>, usual: &str) -> Result<Option<usize>, Fault> {
        match named {
            Some(_) => self.named(named, usual).map(Some),
            None => Ok(self.position(usual)),
        }
    }

    fn position(&self, name: &str) -> Option<usize> {
        let name = Cell::of_text(name);
        self.rows.iter().find_map(|row| row.iter().position(|(cell, _)| cell.text() == name.text()))
    }
}
