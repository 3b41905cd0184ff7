//! One sheet of a workbook: its cells where they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::io::Cursor;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use calamine::{Data, Ods, Reader as _, Xlsx};

use crate::tool::fault::{Fault, did_you_mean};
use crate::tool::source::found::{Place, letters};
use crate::tool::source::ods;
use crate::tool::source::table::{Cell, Grid};

/// Row and column, from 0.
pub(super) type At = (u32, u32);

/// Most cells a sheet may have between its corners.
const MOST_CELLS: usize = 4_000_000;

/// Cells from one corner to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    /// The corner above and left.
    pub(super) from: At,
    /// The corner below and right.
    pub(super) to: At,
}

/// A sheet.
#[derive(Debug)]
pub(super) struct Sheet {
    pub(super) name: Arc<str>,
    cells: BTreeMap<At, Cell>,
    merged: Vec<Range>,
    /// Numbers that are shown as per cent.
    percent: BTreeSet<At>,
}

impl Range {
    /// Every cell there can be.
    pub(super) const ALL: Self = Self { from: (0, 0), to: (u32::MAX, u32::MAX) };

    fn holds(self, (row, column): At) -> bool {
        (self.from.0..=self.to.0).contains(&row) && (self.from.1..=self.to.1).contains(&column)
    }
}

impl FromStr for Range {
    type Err = String;

    /// Reads `A3:F40`.
    fn from_str(text: &str) -> Result<Self, String> {
        let bad = || format!("“{text}” is not a range of cells, as A3:F40");
        let (first, last) = text.split_once(':').ok_or_else(bad)?;
        let (from, to) = (corner(first).ok_or_else(bad)?, corner(last).ok_or_else(bad)?);
        if from.0 > to.0 || from.1 > to.1 {
            return Err(format!("“{text}” runs backwards; write it from above left to below right"));
        }
        Ok(Self { from, to })
    }
}

/// Row and column of `F40`.
fn corner(text: &str) -> Option<At> {
    let text = text.trim().replace('$', "").to_ascii_uppercase();
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = text.split_at_checked(digits)?;
    let mut count: u32 = 0;
    for byte in column.bytes() {
        let letter = u32::from(byte.checked_sub(b'A').filter(|l| *l < 26)?);
        count = count.checked_mul(26)?.checked_add(letter + 1)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, count.checked_sub(1)?))
}

impl Sheet {
    /// The sheet of this name, or the only one.
    ///
    /// # Errors
    /// Bytes that are no workbook of the kind the file's name says; a sheet that is not there.
    pub(super) fn open(file: &Path, bytes: &[u8], wanted: Option<&str>) -> Result<Self, Fault> {
        let extension = file.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        match extension.as_str() {
            "xlsx" | "xlsm" => Self::xlsx(file, bytes, wanted),
            "ods" => Self::ods(file, bytes, wanted),
            _ => Err(Fault::of(file, "is no workbook that is read").hint("save it as xlsx or ods")),
        }
    }

    fn xlsx(file: &Path, bytes: &[u8], wanted: Option<&str>) -> Result<Self, Fault> {
        let bad = |e: &dyn Display| Fault::of(file, format!("is no xlsx workbook: {e}"));
        let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|e| bad(&e))?;
        let name = chosen(file, &book.sheet_names(), wanted)?;
        let mut sheet = Self::empty(&name);
        // Cell by cell: two cells in opposite corners must not cost what is between them.
        let mut cells = book.worksheet_cells_reader(&name).map_err(|e| bad(&e))?;
        while let Some(cell) = cells.next_cell().map_err(|e| bad(&e))? {
            sheet.put(cell.get_position(), &Data::from(cell.get_value().clone()));
        }
        drop(cells);
        let merged = book.merge_cells_by_sheet_name(&name).map_err(|e| bad(&e))?;
        sheet.merged = merged.iter().map(|d| Range { from: d.start, to: d.end }).collect();
        let styles = book.worksheet_style(&name).map_err(|e| bad(&e))?;
        let format = |at: At| styles.get(at).and_then(|style| style.number_format.as_ref());
        let is_percent = |at: &At| format(*at).is_some_and(|format| format.format_code.contains('%'));
        let percent: Vec<At> = sheet.cells.keys().copied().filter(is_percent).collect();
        percent.into_iter().for_each(|at| sheet.show_percent(Range { from: at, to: at }));
        Ok(sheet)
    }

    fn ods(file: &Path, bytes: &[u8], wanted: Option<&str>) -> Result<Self, Fault> {
        let bad = |e: &dyn Display| Fault::of(file, format!("is no ods workbook: {e}"));
        let mut book = Ods::new(Cursor::new(bytes)).map_err(|e| bad(&e))?;
        let name = chosen(file, &book.sheet_names(), wanted)?;
        let range = book.worksheet_range(&name).map_err(|e| bad(&e))?;
        let mut sheet = Self::empty(&name);
        let (row0, column0) = range.start().unwrap_or_default();
        for (row, column, data) in range.used_cells() {
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else { continue };
            sheet.put((row + row0, column + column0), data);
        }
        let format = ods::Format::of(bytes, &name).map_err(|e| bad(&e))?;
        sheet.merged = format.merged;
        format.percent.into_iter().for_each(|range| sheet.show_percent(range));
        Ok(sheet)
    }

    fn empty(name: &str) -> Self {
        Self { name: name.into(), cells: BTreeMap::new(), merged: Vec::new(), percent: BTreeSet::new() }
    }

    fn put(&mut self, at: At, data: &Data) {
        let cell = cell(data);
        if cell != Cell::Empty {
            self.cells.insert(at, cell);
        }
    }

    /// Numbers shown as per cent count as shown.
    fn show_percent(&mut self, range: Range) {
        for (at, cell) in self.cells.range_mut(range.from..=range.to) {
            if let (true, Cell::Number(number)) = (range.holds(*at), cell) {
                // A number of a sheet has 15 digits; those after them are the product's own.
                *number = format!("{:.14e}", *number * 100.0).parse().unwrap_or(*number);
                self.percent.insert(*at);
            }
        }
    }

    /// Whether the cell there is formatted as per cent.
    pub(super) fn is_percent(&self, place: &Place) -> bool {
        matches!(place, Place::Cell(_, row, column) if self.percent.contains(&(*row, *column)))
    }

    /// The rows of a range that hold anything. In the first `depth` of them, the header, a merged
    /// cell counts for all it covers.
    ///
    /// # Errors
    /// Nothing there, or too much.
    pub(super) fn grid(&self, file: &Path, range: Range, depth: usize) -> Result<Grid, Fault> {
        let inside = || self.cells.iter().filter(|(at, _)| range.holds(**at));
        let rows: BTreeSet<u32> = inside().map(|((row, _), _)| *row).collect();
        let (Some(first), Some(last)) =
            (inside().map(|(at, _)| at.1).min(), inside().map(|(at, _)| at.1).max())
        else {
            return Err(Fault::of(file, format!("there is nothing on the sheet “{}”", self.name))
                .hint(if range == Range::ALL { "" } else { "is the range right?" }));
        };
        let width = usize::try_from(last - first).unwrap_or(usize::MAX).saturating_add(1);
        if rows.len().saturating_mul(width) > MOST_CELLS {
            let what = format!(
                "the sheet “{}” reaches to column {}: {} rows of {width} cells are too many",
                self.name,
                letters(last),
                rows.len()
            );
            return Err(Fault::of(file, what).hint("name the cells: range = \"A1:F40\""));
        }
        let placed = |nth: usize, at: At| {
            let source = if nth < depth { self.covering(at) } else { at };
            let cell = self.cells.get(&source).cloned().unwrap_or(Cell::Empty);
            (cell, Place::Cell(self.name.clone(), at.0, at.1))
        };
        let mut grid = Grid::default();
        for (nth, row) in rows.into_iter().enumerate() {
            grid.rows.push((first..=last).map(|column| placed(nth, (row, column))).collect());
        }
        Ok(grid)
    }

    /// Merged cells below the header that hold a number.
    pub(super) fn merged_values(&self, range: Range, grid: &Grid, depth: usize) -> Vec<String> {
        let first = grid.rows.get(depth).and_then(|row| row.first()).map(|(_, place)| place);
        let Some(Place::Cell(_, top, _)) = first else { return Vec::new() };
        let holds_number = |merged: &&Range| {
            let is_value = matches!(self.cells.get(&merged.from), Some(Cell::Number(_)));
            is_value && merged.from != merged.to && merged.from.0 >= *top && range.holds(merged.from)
        };
        let corner = |(row, column): At| Place::Cell(self.name.clone(), row, column);
        let named = |merged: &Range| {
            format!("{}:{}{}", corner(merged.from), letters(merged.to.1), u64::from(merged.to.0) + 1)
        };
        self.merged.iter().filter(holds_number).map(named).collect()
    }

    /// Where the value of a cell stands: in the corner of those it is merged with.
    fn covering(&self, at: At) -> At {
        self.merged.iter().find(|range| range.holds(at)).map_or(at, |range| range.from)
    }
}

fn cell(data: &Data) -> Cell {
    match data {
        Data::Empty => Cell::Empty,
        #[expect(clippy::cast_precision_loss, reason = "a sheet's whole numbers are floats in the file")]
        Data::Int(number) => Cell::Number(*number as f64),
        Data::Float(number) => Cell::Number(*number),
        Data::String(words) | Data::DurationIso(words) => Cell::of_text(words),
        Data::Bool(value) => Cell::Text(if *value { "TRUE" } else { "FALSE" }.to_owned()),
        Data::DateTime(date) => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            Cell::Date(year, month, day)
        }
        Data::DateTimeIso(words) => iso_date(words).unwrap_or_else(|| Cell::of_text(words)),
        Data::Error(error) => Cell::Text(error.to_string()),
    }
}

/// The date of `2022-12-31` or `2022-12-31T00:00:00`.
fn iso_date(text: &str) -> Option<Cell> {
    let mut parts = text.get(..10)?.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(Cell::Date(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))
}

/// The sheet of this name, or the only one.
fn chosen(file: &Path, names: &[String], wanted: Option<&str>) -> Result<String, Fault> {
    let listed = || names.iter().map(|n| format!("“{n}”")).collect::<Vec<_>>().join(", ");
    match (wanted, names) {
        (None, [only]) => Ok(only.clone()),
        (None, []) => Err(Fault::of(file, "has no sheet")),
        (None, _) => {
            Err(Fault::of(file, format!("has the sheets {}", listed())).hint("name one: sheet = \"…\""))
        }
        (Some(name), _) => names.iter().find(|n| *n == name).cloned().ok_or_else(|| {
            let near = did_you_mean(name, names.iter().map(String::as_str));
            let hint = if near.is_empty() { format!("it has {}", listed()) } else { near };
            Fault::of(file, format!("there is no sheet “{name}”")).hint(hint)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read() {
        let range = |text: &str| text.parse::<Range>();
        assert_eq!(range("A3:F40"), Ok(Range { from: (2, 0), to: (39, 5) }));
        assert_eq!(range("$a$1:AA10"), Ok(Range { from: (0, 0), to: (9, 26) }));
        for bad in ["", "A3", "A:F", "3:40", "A0:B2", "A1:Å9", "A1:B2:C3", "AAAAAAAAAAAAAAA1:B2", "A1:B-2"] {
            assert!(range(bad).is_err(), "{bad}");
        }
        assert!(range("F40:A3").unwrap_err().contains("backwards"));
    }

    #[test]
    fn merged_values_are_named_and_merged_heads_are_not() {
        let mut sheet = Sheet::empty("Blad1");
        sheet.put((0, 1), &Data::Float(2022.0));
        sheet.put((1, 0), &Data::String("Nora".into()));
        sheet.put((1, 1), &Data::Float(4.0));
        let merged = |from, to| Range { from, to };
        sheet.merged = vec![merged((0, 1), (0, 2)), merged((1, 0), (2, 0)), merged((1, 1), (1, 2))];
        let grid = sheet.grid(Path::new("x.xlsx"), Range::ALL, 1).unwrap();
        assert_eq!(sheet.merged_values(Range::ALL, &grid, 1), ["Blad1!B2:C2"]);
        let other = merged((2, 0), (9, 9));
        assert!(sheet.merged_values(other, &grid, 1).is_empty());
    }

    #[test]
    fn what_a_percentage_shows_has_no_noise() {
        let mut sheet = Sheet::empty("x");
        for (held, shown) in [(0.123, 12.3), (0.07, 7.0), (1.1, 110.0), (0.0, 0.0)] {
            sheet.put((0, 0), &Data::Float(held));
            sheet.show_percent(Range::ALL);
            assert_eq!(sheet.cells[&(0, 0)], Cell::Number(shown));
        }
    }
}
