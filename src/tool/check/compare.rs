//! What changed since another bundle: values revised, added, gone; indicators and areas.
//!
//! Indicators are the same by id, areas by code. A value is revised where it differs by more than
//! one part in a thousand million, which only rounding of floats explains.

use crate::base::period::Period;
use crate::base::{
    id::{AreaId, IndicatorId},
    order,
};
use crate::model::{Dataset, Group, Table};

use super::cells::cells;
use super::finding::{Fact, Finding, Severity};

/// Everything that changed from `before` to `now`.
pub(super) fn changes(before: &Dataset, now: &Dataset) -> Vec<Finding> {
    let mut found = Vec::new();
    for id in before.ids() {
        let old = before.indicator(id);
        if now.by_id(&old.id).is_none() {
            let fact = Fact::GoneIndicator { id: old.id.clone(), title: old.title.clone() };
            found.push(Finding::of(Severity::Warning, fact));
        }
    }
    for id in before.regions().ids() {
        let old = before.regions().get(id);
        if now.regions().by_code(&old.code).is_none() {
            let fact = Fact::GoneArea { code: old.code.clone(), name: old.name.clone() };
            found.push(Finding::of(Severity::Warning, fact));
        }
    }
    for id in now.regions().ids() {
        if before.regions().by_code(&now.regions().get(id).code).is_none() {
            found.push(Finding { area: Some(id), ..Finding::of(Severity::Note, Fact::NewArea) });
        }
    }
    let areas = matched(before, now);
    for id in now.ids() {
        match before.by_id(&now.indicator(id).id) {
            None => found.push(Finding::of(Severity::Note, Fact::NewIndicator).about(id)),
            Some(old) => found.extend(of_indicator((before, old), (now, id), &areas)),
        }
    }
    found
}

/// Pairs of areas with the same code: before and now.
fn matched(before: &Dataset, now: &Dataset) -> Vec<(AreaId, AreaId)> {
    let code = |id| before.regions().get(id).code.as_str();
    before.regions().ids().filter_map(|id| Some((id, now.regions().by_code(code(id))?))).collect()
}

/// A value that is not what it was.
struct Changed {
    area: AreaId,
    period: Period,
    group: Group,
    before: f64,
    now: f64,
}

fn of_indicator(
    (before, old): (&Dataset, IndicatorId),
    (now, id): (&Dataset, IndicatorId),
    areas: &[(AreaId, AreaId)],
) -> Vec<Finding> {
    let (unit_before, unit_now) = (&before.indicator(old).unit, &now.indicator(id).unit);
    let mut found = Vec::new();
    if (unit_before.kind, &unit_before.label.sv) != (unit_now.kind, &unit_now.label.sv) {
        let fact = Fact::UnitChanged { before: unit_before.label.clone() };
        found.push(Finding::of(Severity::Warning, fact).about(id));
    }
    let (Some(old), Some(new)) = (before.table(old), now.table(id)) else { return found };
    found.extend(revised(old, new, areas).map(|(cells, c)| {
        let fact = Fact::Revised { cells, before: c.before, now: c.now };
        Finding::of(Severity::Note, fact).about(id).at(c.area, c.period, c.group)
    }));
    let then = |area| areas.iter().find(|(_, now)| *now == area).map(|(before, _)| *before);
    let here = |area| areas.iter().find(|(before, _)| *before == area).map(|(_, now)| *now);
    let is_in = |table: &Table, area: Option<AreaId>, period, group| {
        area.is_some_and(|area| table.get(area, period, group).is_ok())
    };
    let added: Vec<_> =
        cells(now, new).into_iter().filter(|c| !is_in(old, then(c.area), c.period, c.group)).collect();
    if let Some(latest) = added.iter().max_by_key(|c| c.period) {
        let fact = Fact::Added { cells: added.len() };
        found.push(Finding::of(Severity::Note, fact).about(id).at(latest.area, latest.period, latest.group));
    }
    // Of areas that are gone themselves nothing more needs to be said.
    let gone: Vec<_> = cells(before, old)
        .into_iter()
        .filter(|c| here(c.area).is_some() && !is_in(new, here(c.area), c.period, c.group))
        .collect();
    let mut periods: Vec<Period> = gone.iter().map(|c| c.period).collect();
    order::sort_by(&mut periods, &mut |a, b| a.cmp(b));
    if let (Some(first), Some(last)) = (periods.first(), periods.last()) {
        let fact = Fact::Gone { cells: gone.len(), span: (*first, *last) };
        found.push(Finding::of(Severity::Warning, fact).about(id));
    }
    found
}

/// How many values were revised, and the one that changed most.
fn revised(old: &Table, new: &Table, areas: &[(AreaId, AreaId)]) -> Option<(usize, Changed)> {
    let mut count = 0;
    let mut largest: Option<Changed> = None;
    let size = |c: &Changed| (c.now - c.before).abs();
    for &group in new.groups() {
        for &(then, area) in areas {
            for &period in new.periods() {
                let (Ok(before), Ok(now)) = (old.get(then, period, group), new.get(area, period, group))
                else {
                    continue;
                };
                let changed = Changed { area, period, group, before: before.get(), now: now.get() };
                if size(&changed) <= 1e-9 * changed.before.abs().max(changed.now.abs()) {
                    continue;
                }
                count += 1;
                if largest.as_ref().is_none_or(|l| size(l) < size(&changed)) {
                    largest = Some(changed);
                }
            }
        }
    }
    largest.map(|largest| (count, largest))
}
