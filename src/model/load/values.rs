//! Cells → table: a dense row per known area, the periods in which anything has a value.

use std::collections::BTreeMap;

use crate::base::{id::AreaId, note::Note, num::Finite};
use crate::bundle::cells::{self, Cells};
use crate::bundle::format::Mapping;
use crate::bundle::jsonstat;
use crate::bundle::problem::{Kind, Problem};
use crate::model::table::Flag;
use crate::model::{Cell, Group, Missing, Origin, Regions, Sex, Table};

use super::LoadError;

/// Codes that a note lists.
const LISTED: usize = 5;

/// A table, and what was left out of it.
pub(super) struct Loaded {
    pub(super) table: Table,
    pub(super) note: Option<Note>,
}

/// Reads the dataset at the path `at`.
pub(super) fn load(
    dataset: &jsonstat::Dataset,
    mapping: &Mapping,
    at: &str,
    regions: &Regions,
) -> Result<Loaded, LoadError> {
    let decoded = cells::decode(dataset, mapping, at)?;
    // Inserted, not collected: that would compile another sort.
    let mut known: BTreeMap<&str, AreaId> = BTreeMap::new();
    for id in regions.ids() {
        known.insert(regions.get(id).code.as_str(), id);
    }
    let areas: Vec<Option<AreaId>> = decoded.areas.iter().map(|code| known.get(code).copied()).collect();
    let unknown: Vec<&str> =
        decoded.areas.iter().zip(&areas).filter(|(_, id)| id.is_none()).map(|(code, _)| *code).collect();
    let note = (!unknown.is_empty()).then(|| left_out(&unknown, at));
    // Areas differ and are known, cells are decoded from these lists: the lengths fit.
    let table = table(&decoded, &areas, regions)
        .ok_or_else(|| Problem::new(Kind::SizeMismatch, at, "cells of the given sizes", "others"))?;
    Ok(Loaded { table, note })
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
    for cell in decoded.cells.iter().filter(|c| c.value.is_some() && row(c).is_some()) {
        if let Some(period) = used.get_mut(cell.period) {
            *period = true;
        }
    }
    let mut kept: Vec<_> = decoded.periods.iter().copied().zip(used).filter(|(_, used)| *used).collect();
    crate::base::order::sort_by(&mut kept, &mut |a, b| a.cmp(b));
    let periods: Vec<_> = kept.into_iter().map(|(period, _)| period).collect();
    let column_of: Vec<_> = decoded.periods.iter().map(|p| periods.binary_search(p).ok()).collect();
    let groups: Vec<Group> = decoded
        .sexes
        .iter()
        .flat_map(|&s| decoded.origins.iter().map(move |&o| Group { sex: sex(s), origin: origin(o) }))
        .collect();

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
    crate::base::order::sort_by(&mut flags, &mut |a, b| a.0.cmp(&b.0));
    Table::new(rows, periods, groups, cells, flags)
}

fn left_out(codes: &[&str], at: &str) -> Note {
    let mut list = codes.iter().take(LISTED).copied().collect::<Vec<_>>().join(", ");
    if codes.len() > LISTED {
        list = format!("{list} and {} more", codes.len() - LISTED);
    }
    let what = format!("values of areas that are not in “areas” are left out: {list}");
    Note::warning(at, what, "add the areas, or leave their values out of the dataset")
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
