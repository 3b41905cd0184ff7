//! Sheets of workbooks: xlsx and ods, long and wide, with merged cells in the header.
//!
//! A cell formatted as per cent counts as what it shows, 12.3 where it holds 0.123, and a remark
//! says so. Cells that are merged elsewhere than in the header hold their value once.

use std::path::Path;

use crate::base::note::{Level, Note};
use crate::bundle::format::Area;
use crate::tool::catalogue_source::{Excel, Layout};
use crate::tool::fault::{self, Fault};
use crate::tool::source::found::Found;
use crate::tool::source::separated;
use crate::tool::source::sheet::{Range, Sheet};
use crate::tool::source::table::{self, Cell, Reading};

/// Reads a sheet named in the catalogue; its file's path is relative to `base`.
///
/// # Errors
/// As [`parse`], and that the file cannot be read.
pub fn read(base: &Path, wanted: &Excel, areas: &[Area]) -> Result<Found, Fault> {
    let file = base.join(wanted.file.get_ref());
    let bytes = fault::bytes(&file)?;
    parse(&file, &bytes, wanted, areas)
}

/// Reads the bytes of a workbook; `file` names it, and its extension says of which kind it is.
///
/// # Errors
/// Bytes that are no workbook, a sheet that is not there, and what [`table::figures`] refuses; each
/// with sheet and cell.
pub fn parse(file: &Path, bytes: &[u8], wanted: &Excel, areas: &[Area]) -> Result<Found, Fault> {
    let sheet = Sheet::open(file, bytes, wanted.sheet.as_deref())?;
    let range = match &wanted.range {
        Some(text) => text.get_ref().parse::<Range>().map_err(|what| Fault::of(file, what))?,
        None => Range::ALL,
    };
    let header = table::named_or_periods(&wanted.header);
    let depth = if wanted.layout == Layout::Wide { header.len() } else { 1 };
    let grid = sheet.grid(file, range, depth)?;
    let texts = || grid.rows.iter().flatten();
    let comma = texts().any(|(cell, _)| matches!(cell, Cell::Text(text) if separated::has_comma(text)));
    let reading = Reading {
        layout: wanted.layout,
        header,
        dates: wanted.dates,
        school_year: wanted.school_year,
        columns: &wanted.columns,
        sexes: &wanted.sexes,
        origins: &wanted.origins,
        symbols: &wanted.symbols,
        decimal: if comma { ',' } else { '.' },
        names_decimal: false,
        areas,
    };
    let mut found = table::figures(file, &grid, &reading)?;
    for merged in sheet.merged_values(range, &grid, depth) {
        let place = format!("{}:{merged}", file.display());
        let what = "merged cells hold one value: it counts for the first of them alone";
        found.notes.push(Note::warning(place, what, "part them and write the value in each"));
    }
    let percent = found.figures.values().filter(|f| sheet.is_percent(&f.place)).count();
    if percent > 0 {
        let what = format!("{percent} figures are formatted as per cent and count as shown, times 100");
        let place = format!("{}:{}", file.display(), sheet.name);
        found.notes.push(Note { level: Level::Info, place, what, hint: String::new() });
    }
    Ok(found)
}
