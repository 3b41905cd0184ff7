//! The cells of a JSON-stat dataset: which area, period, sex and origin each is about.
//!
//! [`decode`] finds the dimensions (by [`Mapping`], by role, by well-known names), checks
//! every size, category and status symbol, and gives the cells by position in short lists of
//! areas, periods, sexes and origins.

mod axes;
mod codes;
mod status;

use crate::base::order;
use crate::base::period::Period;

use super::caps::MOST_CELLS;
use super::format::Mapping;
use super::jsonstat::{Dataset, Sparse};
use super::locate::Path;
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
    let at = &Path::At(at);
    let axes = axes::find(dataset, mapping, at)?;
    let mut total = Some(1_usize);
    for axis in &axes {
        total = total.and_then(|n| n.checked_mul(axis.codes.len())).filter(|&n| n <= MOST_CELLS);
    }
    let Some(total) = total else {
        let sizes: Vec<String> = dataset.size.iter().map(ToString::to_string).collect();
        let (expected, found) = (format!("at most {MOST_CELLS} cells"), sizes.join(" × "));
        return Err(Problem::new(Kind::TooLarge, &at.member("size"), &expected, &found));
    };
    let statuses = Statuses::new(dataset, mapping, at, total)?;
    let lists = |role| axes.iter().find(|axis| axis.role == role);
    let areas = lists(Role::Area).map(Axis::taken).unwrap_or_default();
    Ok(Cells {
        areas: areas.into_iter().map(|(_, code)| code).collect(),
        periods: codes::periods(lists(Role::Period), dataset, at)?,
        sexes: codes::sexes(lists(Role::Sex), &mapping.sexes, dataset, at)?,
        origins: codes::origins(lists(Role::Origin), &mapping.origins, dataset, at)?,
        cells: cells(dataset, &axes, &statuses, &at.member("value"), total)?,
    })
}

fn cells(
    dataset: &Dataset,
    axes: &[Axis<'_>],
    statuses: &Statuses,
    at: &Path<'_>,
    total: usize,
) -> Result<Vec<Cell>, Problem> {
    let mut cells = Vec::new();
    match &dataset.value {
        Sparse::Dense(values) => {
            same_length(at, values.len(), total)?;
            for (position, &value) in values.iter().enumerate() {
                let path = &at.element(position);
                cell(axes, position, value, statuses.at(position), path, &mut cells)?;
            }
        }
        Sparse::Map(values) => {
            let mut known: Vec<(usize, Option<f64>)> = Vec::new();
            for position in statuses.positions() {
                known.push((position, None));
            }
            for (key, value) in values.entries() {
                known.push((position(key, total, at)?, *value));
            }
            order::sort_by(&mut known, &mut |a, b| a.0.cmp(&b.0));
            // Where both are given, the value comes second.
            let next = known.iter().skip(1).map(|(position, _)| Some(*position)).chain([None]);
            for (&(position, value), next) in known.iter().zip(next) {
                if next != Some(position) {
                    let key = position.to_string();
                    cell(axes, position, value, statuses.at(position), &at.member(&key), &mut cells)?;
                }
            }
        }
    }
    Ok(cells)
}

/// Adds the cell at a position, unless it holds nothing or is not among the categories taken.
fn cell(
    axes: &[Axis<'_>],
    position: usize,
    value: Option<f64>,
    status: Option<&'static str>,
    path: &Path<'_>,
    cells: &mut Vec<Cell>,
) -> Result<(), Problem> {
    if value.is_none() && status.is_none() {
        return Ok(());
    }
    let reason = status.filter(|s| REASONS.contains(s));
    if let (Some(_), Some(reason)) = (value, reason) {
        let found = format!("a value with the status {}", quoted(reason));
        return Err(Problem::new(Kind::WrongValue, path, "no value where the status says why", &found)
            .hint("write null, or remove the status"));
    }
    if value.is_some_and(|v| !v.is_finite()) {
        return Err(Problem::new(Kind::WrongValue, path, "a finite number or null", "another number"));
    }
    let status = if value.is_some() { status } else { reason };
    cells.extend(axes::place(axes, position, Cell { value, status, ..Cell::default() }));
    Ok(())
}

fn same_length(path: &Path<'_>, found: usize, total: usize) -> Result<(), Problem> {
    if found == total {
        return Ok(());
    }
    let expected = format!("{total} cells, the product of the sizes");
    Err(Problem::new(Kind::SizeMismatch, path, &expected, &found.to_string()))
}

/// A cell's position from a key: digits without leading zeros, less than `total`.
fn position(key: &str, total: usize, base: &Path<'_>) -> Result<usize, Problem> {
    let digits = key.bytes().all(|b| b.is_ascii_digit()) && (key == "0" || !key.starts_with('0'));
    match key.parse::<usize>() {
        Ok(position) if digits && position < total => Ok(position),
        _ => {
            let expected = format!("a cell's position, from 0 and less than {total}");
            Err(Problem::new(Kind::WrongValue, &base.member(key), &expected, &quoted(key)))
        }
    }
}
