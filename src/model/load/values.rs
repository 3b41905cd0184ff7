//! Cells → table: a dense row per known area, the periods in which anything has a value.

use crate::base::{id::AreaId, num::Finite, order, order::Places};
use crate::bundle::cells::{self, Cells};
use crate::bundle::format::Mapping;
use crate::bundle::jsonstat;
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, Problem};
use crate::model::table::Flag;
use crate::model::{Cell, Group, Missing, Origin, Regions, Sex, Table};

use super::LoadError;
use super::found::Found;

/// Codes that a note lists.
const LISTED: usize = 5;

/// Reads the dataset at the path `at`; what is left out of it becomes a note.
pub(super) fn load(
    dataset: &jsonstat::Dataset,
    mapping: &Mapping,
    at: &str,
    regions: &Regions,
    found: &mut Found,
) -> Result<Table, LoadError> {
    let decoded = cells::decode(dataset, mapping, at)?;
    let codes: Vec<&str> = regions.ids().map(|id| regions.get(id).code.as_str()).collect();
    let known = Places::of(&codes);
    let (mut areas, mut unknown) = (Vec::with_capacity(decoded.areas.len()), Vec::new());
    for code in &decoded.areas {
        let area = known.get(code).and_then(AreaId::new);
        if area.is_none() {
            unknown.push(*code);
        }
        areas.push(area);
    }
    if !unknown.is_empty() {
        left_out(&unknown, at, found);
    }
    // Areas differ and are known, cells are decoded from these lists: the lengths fit.
    let fits = table(&decoded, &areas, regions);
    fits.ok_or_else(|| Problem::new(Kind::SizeMismatch, &Path::At(at), "cells of the given sizes", "others"))
}

fn table(decoded: &Cells<'_>, areas: &[Option<AreaId>], regions: &Regions) -> Option<Table> {
    // Row of each area id, and of each of the dataset's areas.
    let mut rows = vec![None; regions.ids().count()];
    let mut row_of = Vec::with_capacity(areas.len());
    let mut height = 0;
    for area in areas {
        row_of.push(area.map(|id| {
            if let Some(row) = rows.get_mut(id.index()) {
                *row = Some(height);
            }
            height += 1;
            height - 1
        }));
    }
    let row = |cell: &cells::Cell| row_of.get(cell.area).copied().flatten();

    let mut used = vec![false; decoded.periods.len()];
    for cell in &decoded.cells {
        if let (Some(_), Some(_), Some(period)) = (cell.value, row(cell), used.get_mut(cell.period)) {
            *period = true;
        }
    }
    let mut periods = Vec::with_capacity(used.len());
    for (period, used) in decoded.periods.iter().zip(used) {
        if used {
            periods.push(*period);
        }
    }
    order::sort_by(&mut periods, &mut |a, b| a.cmp(b));
    let column_of: Vec<_> = decoded.periods.iter().map(|p| periods.binary_search(p).ok()).collect();
    let mut groups = Vec::with_capacity(decoded.sexes.len() * decoded.origins.len());
    for &s in &decoded.sexes {
        for &o in &decoded.origins {
            groups.push(Group { sex: sex(s), origin: origin(o) });
        }
    }

    let mut cells: Vec<Cell> = vec![Err(Missing::NotAvailable); height * periods.len() * groups.len()];
    let mut flags = Vec::new();
    for cell in &decoded.cells {
        let column = column_of.get(cell.period).copied().flatten();
        let (Some(row), Some(column)) = (row(cell), column) else {
            continue;
        };
        let group = cell.sex * decoded.origins.len() + cell.origin;
        let at = (row * periods.len() + column) * groups.len() + group;
        if let Some(slot) = cells.get_mut(at) {
            *slot = match cell.value {
                Some(value) => Finite::new(value).ok_or(Missing::NotAvailable),
                None => Err(cell.status.and_then(Missing::from_code).unwrap_or_default()),
            };
        }
        if let (Some(_), Some(flag)) = (cell.value, cell.status.and_then(Flag::from_code)) {
            flags.push((at, flag));
        }
    }
    order::sort_by(&mut flags, &mut |a, b| a.0.cmp(&b.0));
    Table::new(rows, periods, groups, cells, flags)
}

#[cold]
fn left_out(codes: &[&str], at: &str, found: &mut Found) {
    let mut list = codes.get(..LISTED).unwrap_or(codes).join(", ");
    if codes.len() > LISTED {
        list = format!("{list} and {} more", codes.len() - LISTED);
    }
    let what = format!("values of areas that are not in “areas” are left out: {list}");
    found.note(&Path::At(at), what, "add the areas, or leave their values out of the dataset");
}

fn sex(sex: cells::Sex) -> Sex {
    match sex {
        cells::Sex::Total => Sex::Total,
        cells::Sex::Women => Sex::Women,
        cells::Sex::Men => Sex::Men,
    }
}

fn origin(origin: cells::Origin) -> Origin {
    match origin {
        cells::Origin::Total => Origin::Total,
        cells::Origin::Domestic => Origin::Domestic,
        cells::Origin::Foreign => Origin::Foreign,
    }
}
