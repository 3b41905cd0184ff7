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

/// The holes of an indicator: one finding per area and reason.
pub(super) fn gaps(data: &Dataset, id: IndicatorId, table: &Table) -> Vec<Finding> {
    let mut holes: BTreeMap<(AreaId, Missing), BTreeMap<Span, Vec<Group>>> = BTreeMap::new();
    for &group in table.groups() {
        let panel = Panel::new(data, id, table, group);
        for (&area, (row, &level)) in panel.areas.iter().zip(panel.values.iter().zip(&panel.levels)) {
            for (from, until) in runs(row).into_iter().filter(|run| is_usual(&panel, level, *run)) {
                let (Some(&from), Some(&until)) = (panel.periods.get(from), panel.periods.get(until)) else {
                    continue;
                };
                let reason = table.get(area, from, group).err().unwrap_or_default();
                holes.entry((area, reason)).or_default().entry((from, until)).or_default().push(group);
            }
        }
    }
    let mut found = Vec::new();
    for ((area, reason), spans) in holes {
        let Some(((first, _), groups)) = spans.first_key_value() else { continue };
        let severity = if reason == Missing::NotAvailable { Severity::Note } else { Severity::Explained };
        let (first, group) = (*first, groups.first().copied().unwrap_or_default());
        let groups = spans.values().map(Vec::len).max().unwrap_or_default();
        let fact = Fact::Gap { spans: spans.into_keys().collect(), groups, reason };
        found.push(Finding::of(severity, fact).about(id).at(area, first, group));
    }
    found
}

/// First and last period of a hole.
type Span = (Period, Period);

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
fn is_usual(panel: &Panel<'_>, level: Level, (from, until): (usize, usize)) -> bool {
    let rows = || panel.levels.iter().zip(&panel.values).filter(|(l, _)| **l == level).map(|(_, row)| row);
    let full = |row: &&Vec<Option<f64>>| {
        row.get(from..=until).is_some_and(|cells| cells.iter().all(Option::is_some))
    };
    2 * rows().filter(full).count() >= rows().count()
}
