//! The cells of a JSON-stat dataset: which area, period, sex and origin each is about.
//!
//! [`decode`] finds the dimensions (by [`Mapping`], by role, by well-known names), checks
//! every size, category and status symbol, and gives the cells by position in short lists of
//! areas, periods, sexes and origins.

mod axes;
mod codes;
mod status;

use std::collections::BTreeMap;

use crate::base::period::Period;

use super::caps::MOST_CELLS;
use super::format::Mapping;
use super::jsonstat::{Dataset, Sparse};
use super::locate::{element, member};
use super::problem::{Kind, Problem, quoted};

use axes::{Axis, Role};
pub use codes::check_mapping;
use status::Statuses;

/// Sex of the people measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Both.
    Total,
    /// Women.
    Women,
    /// Men.
    Men,
}

/// Where the people measured were born.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// All.
    Total,
    /// Born in Sweden.
    Domestic,
    /// Born abroad.
    Foreign,
}

/// Status codes of a cell without a value.
pub const REASONS: [&str; 7] = [
    "suppressed",
    "not-available",
    "not-applicable",
    "non-response",
    "too-uncertain",
    "withdrawn",
    "not-yet-published",
];

/// Status codes of a cell with a value.
pub const FLAGS: [&str; 4] = ["preliminary", "revised", "estimated", "uncertain"];

/// A decoded dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Cells<'a> {
    /// Area codes, each once.
    pub areas: Vec<&'a str>,
    /// Periods in the dataset's order, each once.
    pub periods: Vec<Period>,
    /// Sexes, each once; only the total where the dataset has no such dimension.
    pub sexes: Vec<Sex>,
    /// Origins, each once; only the total where the dataset has no such dimension.
    pub origins: Vec<Origin>,
    /// Cells with a value or a status, in the dataset's order; all others are not available.
    pub cells: Vec<Cell>,
}

/// One cell: indices into the lists of [`Cells`], and what it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// Index into `areas`.
    pub area: usize,
    /// Index into `periods`.
    pub period: usize,
    /// Index into `sexes`.
    pub sex: usize,
    /// Index into `origins`.
    pub origin: usize,
    /// The value, finite, where there is one.
    pub value: Option<f64>,
    /// One of [`REASONS`] where there is no value, else one of [`FLAGS`].
    pub status: Option<&'static str>,
}

/// Decodes a dataset that stands at the path `at` (empty for one that stands alone).
///
/// # Errors
/// The first thing that does not fit, with its path; where `mapping` would help, the hint says
/// what to write there.
pub fn decode<'a>(dataset: &'a Dataset, mapping: &Mapping, at: &str) -> Result<Cells<'a>, Problem> {
    let axes = axes::find(dataset, mapping, at)?;
    let total = axes.iter().try_fold(1_usize, |n, axis| n.checked_mul(axis.codes.len()));
    let total = total.filter(|&n| n <= MOST_CELLS).ok_or_else(|| {
        let found = format!("sizes {:?}", dataset.size);
        Problem::new(Kind::TooLarge, member(at, "size"), format!("at most {MOST_CELLS} cells"), found)
    })?;
    let statuses = Statuses::new(dataset, mapping, at, total)?;
    let lists = |role| axes.iter().find(|axis| axis.role == role);
    let areas = lists(Role::Area).map(Axis::taken).unwrap_or_default();
    Ok(Cells {
        areas: areas.into_iter().map(|(_, code)| code).collect(),
        periods: codes::periods(lists(Role::Period), dataset, at)?,
        sexes: codes::sexes(lists(Role::Sex), &mapping.sexes, dataset, at)?,
        origins: codes::origins(lists(Role::Origin), &mapping.origins, dataset, at)?,
        cells: cells(dataset, &axes, &statuses, at, total)?,
    })
}

fn cells(
    dataset: &Dataset,
    axes: &[Axis<'_>],
    statuses: &Statuses,
    at: &str,
    total: usize,
) -> Result<Vec<Cell>, Problem> {
    let base = member(at, "value");
    let mut cells = Vec::new();
    match &dataset.value {
        Sparse::Dense(values) => {
            same_length(&base, values.len(), total)?;
            for (position, &value) in values.iter().enumerate() {
                let path = || element(&base, position);
                cells.extend(cell(axes, position, value, statuses.at(position), &path)?);
            }
        }
        Sparse::Map(values) => {
            // Inserted, not collected: that would compile another sort.
            let mut known: BTreeMap<usize, Option<f64>> = BTreeMap::new();
            for position in statuses.positions() {
                known.insert(position, None);
            }
            for (key, &value) in values {
                known.insert(position(key, total, &base)?, value);
            }
            for (position, value) in known {
                let path = || member(&base, &position.to_string());
                cells.extend(cell(axes, position, value, statuses.at(position), &path)?);
            }
        }
    }
    Ok(cells)
}

/// The cell at a position; none where it holds nothing or is not among the categories taken.
fn cell(
    axes: &[Axis<'_>],
    position: usize,
    value: Option<f64>,
    status: Option<&'static str>,
    path: &dyn Fn() -> String,
) -> Result<Option<Cell>, Problem> {
    if value.is_none() && status.is_none() {
        return Ok(None);
    }
    let reason = status.filter(|s| REASONS.contains(s));
    if let (Some(_), Some(reason)) = (value, reason) {
        let found = format!("a value with the status {}", quoted(reason));
        return Err(Problem::new(Kind::WrongValue, path(), "no value where the status says why", found)
            .hint("write null, or remove the status"));
    }
    if value.is_some_and(|v| !v.is_finite()) {
        return Err(Problem::new(Kind::WrongValue, path(), "a finite number or null", "another number"));
    }
    let status = if value.is_some() { status } else { reason };
    Ok(axes::place(axes, position, Cell { value, status, ..Cell::default() }))
}

fn same_length(path: &str, found: usize, total: usize) -> Result<(), Problem> {
    if found == total {
        return Ok(());
    }
    let expected = format!("{total} cells, the product of the sizes");
    Err(Problem::new(Kind::SizeMismatch, path, expected, format!("{found}")))
}

/// A cell's position from a key: digits without leading zeros, less than `total`.
fn position(key: &str, total: usize, base: &str) -> Result<usize, Problem> {
    let digits = key.bytes().all(|b| b.is_ascii_digit()) && (key == "0" || !key.starts_with('0'));
    key.parse::<usize>().ok().filter(|&p| digits && p < total).ok_or_else(|| {
        let expected = format!("a cell's position, from 0 and less than {total}");
        Problem::new(Kind::WrongValue, member(base, key), expected, quoted(key))
    })
}
