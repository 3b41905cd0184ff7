//! What assembling a bundle gave, in a few lines.

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::base::note::Note;
use crate::base::period::Period;
use crate::bundle::format::Level;
use crate::bundle::jsonstat::{Dataset, Index};
use crate::tool::assemble::Assembled;

/// What assembling a bundle gave.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file written.
    pub out: PathBuf,
    /// Number of indicators.
    pub indicators: usize,
    /// Number of areas: nation, counties, municipalities, districts.
    pub areas: [usize; 4],
    /// First and last period of any figure.
    pub periods: Option<(Period, Period)>,
    /// Number of cells, with and without a figure.
    pub cells: (usize, usize),
    /// Number of positions in the borders.
    pub vertices: usize,
    /// Size of the file, bytes.
    pub raw_bytes: usize,
    /// Size after brotli at its highest quality, bytes.
    pub brotli_bytes: usize,
    /// Files of values beside it: how many, and their size together, bytes.
    pub apart: (usize, usize),
    /// Remarks.
    pub notes: Vec<Note>,
}

impl Report {
    pub(super) fn new(out: &Path, assembled: &Assembled, text: &[u8]) -> anyhow::Result<Self> {
        let bundle = &assembled.bundle;
        let level = |level| bundle.areas.iter().filter(|a| a.level == level).count();
        let datasets = || bundle.indicators.iter().filter_map(|i| i.values.dataset.as_ref());
        let periods = || datasets().flat_map(periods);
        let municipalities: BTreeSet<&str> =
            bundle.areas.iter().filter(|a| a.level == Level::Municipality).map(|a| a.code.as_str()).collect();
        let all: usize = datasets().map(|d| cells(d, &municipalities)).sum();
        let filled: usize = datasets().map(filled).sum();
        let arcs = bundle.geometry.iter().flat_map(|g| &g.arcs);
        Ok(Self {
            out: out.to_owned(),
            indicators: bundle.indicators.len(),
            areas: [Level::Nation, Level::County, Level::Municipality, Level::District].map(level),
            periods: periods().min().zip(periods().max()),
            cells: (filled, all - filled),
            vertices: arcs.map(Vec::len).sum(),
            raw_bytes: text.len(),
            brotli_bytes: brotli_size(text)?,
            apart: (0, 0),
            notes: assembled.notes.clone(),
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [nations, counties, municipalities, districts] = self.areas;
        writeln!(f, "{}", self.out.display())?;
        writeln!(f, "  indicators  {}", self.indicators)?;
        let named = [
            (nations, "nation", "nations"),
            (counties, "county", "counties"),
            (municipalities, "municipality", "municipalities"),
            (districts, "district", "districts"),
        ];
        let held = named.iter().filter(|(count, ..)| *count > 0);
        let said: Vec<String> =
            held.map(|(n, one, more)| format!("{n} {}", if *n == 1 { one } else { more })).collect();
        writeln!(f, "  areas       {}", said.join(", "))?;
        if let Some((first, last)) = self.periods {
            writeln!(f, "  periods     {first}–{last}")?;
        }
        writeln!(f, "  cells       {} with a figure, {} without", self.cells.0, self.cells.1)?;
        writeln!(f, "  borders     {} positions", self.vertices)?;
        write!(f, "  size        {} B, {} B with brotli", self.raw_bytes, self.brotli_bytes)?;
        if let (files @ 1.., bytes) = self.apart {
            write!(f, "\n  apart       {files} files of values, {bytes} B")?;
        }
        for note in &self.notes {
            write!(f, "\n  {note}")?;
        }
        Ok(())
    }
}

/// Size of bytes after brotli at quality 11 with its largest window.
pub fn brotli_size(bytes: &[u8]) -> anyhow::Result<usize> {
    let params = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &params)?;
    Ok(out.len())
}

fn periods(dataset: &Dataset) -> Vec<Period> {
    codes(dataset, "period").iter().filter_map(|c| c.parse().ok()).collect()
}

fn codes<'a>(dataset: &'a Dataset, dimension: &str) -> &'a [String] {
    match dataset.dimension.get(dimension).and_then(|d| d.category.index.as_ref()) {
        Some(Index::List(codes)) => codes,
        _ => &[],
    }
}

/// Number of cells, those of every municipality among them where there are figures of any.
fn cells(dataset: &Dataset, municipalities: &BTreeSet<&str>) -> usize {
    let areas = codes(dataset, "area");
    let held = areas.iter().filter(|code| municipalities.contains(code.as_str())).count();
    let lacking = if held > 0 { municipalities.len().saturating_sub(held) } else { 0 };
    let size: usize = dataset.size.iter().product();
    size + lacking * size.checked_div(areas.len()).unwrap_or_default()
}

fn filled(dataset: &Dataset) -> usize {
    use crate::bundle::jsonstat::Sparse;
    match &dataset.value {
        Sparse::Dense(cells) => cells.iter().flatten().count(),
        Sparse::Map(cells) => cells.entries().iter().filter(|(_, value)| value.is_some()).count(),
    }
}
