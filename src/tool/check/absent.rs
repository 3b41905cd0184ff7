//! Municipalities without any value of an indicator that others have values of.
//!
//! A mistyped code leaves a municipality empty and nothing else odd. Where the bundle says why there
//! is nothing (a status with a reason, a remark about the area, a caveat that names it), that
//! explains it.

use std::collections::BTreeMap;

use crate::base::id::{AreaId, IndicatorId};
use crate::model::{Dataset, Missing, Table};

use super::explain;
use super::finding::{Fact, Finding, Severity};

/// The municipalities without a value: one finding for those that nothing is said of, and one for
/// each reason.
pub(super) fn absent(data: &Dataset, id: IndicatorId, table: &Table) -> Vec<Finding> {
    let areas = data.regions().municipalities();
    let lacking: Vec<(AreaId, Missing)> =
        areas.iter().filter_map(|&area| Some((area, reason(table, area)?))).collect();
    if lacking.len() == areas.len() {
        return Vec::new();
    }
    // By what is said of them: the reason and the place of the text among those that are found.
    let mut texts = Vec::new();
    let mut groups: BTreeMap<(Missing, Option<usize>), Vec<AreaId>> = BTreeMap::new();
    for (area, reason) in lacking {
        let text = (reason == Missing::NotAvailable).then(|| explain::of_area(data, id, area)).flatten();
        let place = text.map(|text| {
            texts.iter().position(|have| *have == text).unwrap_or_else(|| {
                texts.push(text);
                texts.len() - 1
            })
        });
        groups.entry((reason, place)).or_default().push(area);
    }
    let found = groups.into_iter().map(|((reason, place), areas_without)| {
        let explained = place.and_then(|at| texts.get(at)).map(|text| (*text).clone());
        let is_said = explained.is_some() || reason != Missing::NotAvailable;
        let severity = if is_said { Severity::Explained } else { Severity::Warning };
        let area = if let [only] = areas_without.as_slice() { Some(*only) } else { None };
        let fact = Fact::Absent { areas: areas_without, of: areas.len(), reason };
        Finding { area, explained, ..Finding::of(severity, fact).about(id) }
    });
    found.collect()
}

/// Why an area has no value at all, where it has none; a reason that is given says more than that
/// there is no value.
fn reason(table: &Table, area: AreaId) -> Option<Missing> {
    let mut given = Missing::NotAvailable;
    for &group in table.groups() {
        for cell in table.series(area, group) {
            match cell {
                Ok(_) => return None,
                Err(reason) if given == Missing::NotAvailable => given = reason,
                Err(_) => {}
            }
        }
    }
    Some(given)
}
