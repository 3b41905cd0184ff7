//! Holes inside series: values missing between two that are there.
//!
//! A hole counts where at least half of the level's areas with a series have a value in that period;
//! otherwise it is the rhythm of the source. Where the bundle gives a reason, that explains it.

use std::collections::BTreeMap;

use crate::base::id::{AreaId, IndicatorId};
use crate::base::period::Period;
use crate::model::{Dataset, Group, Level, Missing, Table};

use super::finding::{Fact, Finding, Severity};
use super::panel::Panel;

/// The holes of an indicator, each once for all breakdowns that have it.
pub(super) fn gaps(data: &Dataset, id: IndicatorId, table: &Table) -> Vec<Finding> {
    let mut holes: BTreeMap<(AreaId, Period, Period, Missing), Vec<Group>> = BTreeMap::new();
    for &group in table.groups() {
        let panel = Panel::new(data, id, table, group);
        for (&area, (row, &level)) in panel.areas.iter().zip(panel.values.iter().zip(&panel.levels)) {
            for (from, until) in runs(row) {
                let (Some(&from), Some(&until), true) =
                    (panel.periods.get(from), panel.periods.get(until), is_usual(&panel, level, from, until))
                else {
                    continue;
                };
                let reason = table.get(area, from, group).err().unwrap_or_default();
                holes.entry((area, from, until, reason)).or_default().push(group);
            }
        }
    }
    let finding = |((area, from, until, reason), groups): (_, Vec<Group>)| {
        let severity = if reason == Missing::NotAvailable { Severity::Note } else { Severity::Explained };
        let group = groups.first().copied().unwrap_or_default();
        let fact = Fact::Gap { until, groups: groups.len(), reason };
        Finding::of(severity, fact).about(id).at(area, from, group)
    };
    holes.into_iter().map(finding).collect()
}

/// First and last place of every stretch without a value between two values.
fn runs(row: &[Option<f64>]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut last: Option<usize> = None;
    for (at, _) in row.iter().enumerate().filter(|(_, value)| value.is_some()) {
        if let Some(last) = last.filter(|last| last + 1 < at) {
            out.push((last + 1, at - 1));
        }
        last = Some(at);
    }
    out
}

/// Whether at least half of the level's areas have their values from one place to the other.
fn is_usual(panel: &Panel<'_>, level: Level, from: usize, until: usize) -> bool {
    let rows = || panel.levels.iter().zip(&panel.values).filter(|(l, _)| **l == level).map(|(_, row)| row);
    let full = |row: &&Vec<Option<f64>>| {
        row.get(from..=until).is_some_and(|cells| cells.iter().all(Option::is_some))
    };
    2 * rows().filter(full).count() >= rows().count()
}
