//! The same thing twice: one series under two ids, one area under two codes.
//!
//! Two series are the same when their values are, place by place, at least ten and not all equal.
//! An area is the same when level, parent and name are. A code that stands twice, a bundle is refused
//! for when it is read.

use crate::base::id::{AreaId, IndicatorId};
use crate::model::Dataset;

use super::cells::{Cell, cells};
use super::finding::{Fact, Finding, Severity};

/// Equal values without which nothing is said.
const VALUES: usize = 10;

/// Indicators with the values of an earlier one.
pub(super) fn series(data: &Dataset) -> Vec<Finding> {
    let mut seen: Vec<(IndicatorId, Vec<Cell>)> = Vec::new();
    let mut found = Vec::new();
    for id in data.ids() {
        let Some(table) = data.table(id) else { continue };
        let all = cells(data, table);
        let first = all.first().map(|cell| cell.value);
        if all.len() < VALUES || all.iter().all(|cell| Some(cell.value) == first) {
            continue;
        }
        match seen.iter().find(|(_, have)| *have == all) {
            Some((other, _)) => {
                let fact = Fact::SameSeries { other: *other, cells: all.len() };
                found.push(Finding::of(Severity::Grave, fact).about(id));
            }
            None => seen.push((id, all)),
        }
    }
    found
}

/// Areas with the name of an earlier one.
pub(super) fn areas(data: &Dataset) -> Vec<Finding> {
    let regions = data.regions();
    let ids: Vec<AreaId> = regions.ids().collect();
    let mut found = Vec::new();
    for (at, &id) in ids.iter().enumerate() {
        let one = regions.get(id);
        let same = |other: &&AreaId| {
            let other = regions.get(**other);
            (other.level, other.parent, &other.name.sv) == (one.level, one.parent, &one.name.sv)
        };
        if let Some(&other) = ids.iter().take(at).find(same) {
            let fact = Fact::SameArea { other };
            found.push(Finding { area: Some(id), ..Finding::of(Severity::Grave, fact) });
        }
    }
    found
}
