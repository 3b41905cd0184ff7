//! What the header of a table says: which column holds what.
//!
//! A wide header may have several rows (years over women and men); the name of a column may stand
//! in any of them.

use std::path::Path;

use crate::base::period::Period;
use crate::tool::catalogue_source::{Columns, Head, Layout};
use crate::tool::fault::{Fault, did_you_mean};
use crate::tool::source::found::{ORIGINS, Place, SEXES};
use crate::tool::source::table::{Cell, Placed, Reading, number, period_of, word};

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
    pub(super) period: Said<Period>,
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
        let header = Header { file, wide, rows };
        let Columns { area, period, sex, origin, value, skip } = reading.columns;
        let over = |head: Head| wide && reading.header.contains(&head);
        let area = header.named(area.as_ref(), "area_code")?;
        let sex_in = if over(Head::Sex) { None } else { header.if_there(sex.as_ref(), "sex")? };
        let origin_in = if over(Head::Origin) { None } else { header.if_there(origin.as_ref(), "origin")? };
        let period_in = if over(Head::Period) { None } else { Some(header.named(period.as_ref(), "year")?) };
        let said = |column: Option<usize>| column.map_or(Said::Here("total"), Said::In);
        let period = |here| period_in.map_or(Said::Here(here), Said::In);
        let mut of = Of { period: period(Period::year_of(0)), sex: said(sex_in), origin: said(origin_in) };
        if !wide {
            return Ok(Self { area, values: vec![(header.named(value.as_ref(), "value")?, of)] });
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
            for (head, row) in reading.header.iter().zip(rows) {
                let Some((cell, place)) = row.get(column) else { continue };
                let fault = |(what, hint): (String, String)| place.fault(file, what).hint(hint);
                if *cell == Cell::Empty {
                    let hint = "name it here, or leave the cells out: range = \"A3:F40\"";
                    return Err(fault((format!("the header says no {} here", head.name()), hint.to_owned())));
                }
                match head {
                    Head::Period => {
                        let period = period_of(cell, reading.dates);
                        let period = period.map_err(|(what, hint)| (what, or_else(hint, cell, reading)));
                        of.period = Said::Here(period.map_err(fault)?);
                    }
                    Head::Sex => {
                        of.sex = Said::Here(word(&cell.text(), reading.sexes, &SEXES).map_err(fault)?)
                    }
                    Head::Origin => {
                        of.origin = Said::Here(word(&cell.text(), reading.origins, &ORIGINS).map_err(fault)?);
                    }
                }
            }
            values.push((column, of));
        }
        Ok(Self { area, values })
    }
}

/// Figures under no head would be left out without a word.
fn no_figures(file: &Path, column: usize, below: &[Vec<Placed>], reading: &Reading<'_>) -> Result<(), Fault> {
    let is_figure = |cell: &Cell| match cell {
        Cell::Number(_) => true,
        Cell::Text(text) => number(text, reading.decimal).is_some(),
        Cell::Empty | Cell::Date(..) => false,
    };
    let cells = below.iter().filter_map(|row| row.get(column));
    let figures: Vec<&Placed> = cells.filter(|(cell, _)| is_figure(cell)).collect();
    let Some((_, place)) = figures.first() else { return Ok(()) };
    let what = match figures.len() {
        1 => "a figure stands under no head".to_owned(),
        n => format!("{n} figures stand under no head"),
    };
    Err(place.fault(file, what).hint("name the column in the header, or clear it"))
}

/// Advice where a head is no period: what else the column may be.
fn or_else(hint: String, cell: &Cell, reading: &Reading<'_>) -> String {
    let Cell::Text(text) = cell else { return hint };
    let area = reading.columns.area.as_ref().map(|name| format!("area = \"{name}\", ")).unwrap_or_default();
    match text.to_lowercase().as_str() {
        "kön" | "sex" => format!("a column of sex is named: columns = {{ {area}sex = \"{text}\" }}"),
        "år" | "year" | "tid" | "period" => format!(
            "a table with a row for each period is not wide: leave layout out and name its columns, columns = {{ {area}period = \"{text}\", value = \"…\" }}"
        ),
        _ => {
            let skip = reading.columns.skip.iter().chain([text]).map(|name| format!("\"{name}\""));
            let skip = skip.collect::<Vec<_>>().join(", ");
            format!("a column without figures is left out so: columns = {{ {area}skip = [{skip}] }}")
        }
    }
}

/// Advice where heads are periods and the table is read as if it had a column with them.
fn ask_for_wide(periods: &[&String]) -> String {
    let quoted = |text: &&String| format!("“{text}”");
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
}

impl Header<'_> {
    /// The column of this name, or of the usual one.
    fn named(&self, named: Option<&String>, usual: &str) -> Result<usize, Fault> {
        let name = named.map_or(usual, String::as_str);
        self.position(name).ok_or_else(|| {
            let texts = || self.rows.iter().flatten().map(|(cell, _)| cell.text());
            let all: Vec<String> = texts().filter(|text| !text.is_empty()).collect();
            let near = did_you_mean(name, all.iter().map(String::as_str));
            let listed = || all.iter().map(|text| format!("“{text}”")).collect::<Vec<_>>().join(", ");
            let key = match usual {
                "area_code" => "area",
                "year" => "period",
                same => same,
            };
            let periods: Vec<&String> = all.iter().filter(|text| text.parse::<Period>().is_ok()).collect();
            let hint = match (near.is_empty(), named) {
                _ if key == "period" && !self.wide && !periods.is_empty() => ask_for_wide(&periods),
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
        self.rows.iter().find_map(|row| row.iter().position(|(cell, _)| cell.text() == name))
    }
}
