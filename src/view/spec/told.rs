//! What is said of an indicator as it is shown: the headline and the text beside each picture.

use crate::analysis::{
    change::{Change, change},
    convergence::Verdict,
    differences::{Facts, verdict},
    finding::{Finding, SpreadChange, finding},
    gap::{Gap, between_areas},
    scope::Scope,
    series::{run, start},
    shown::{scale, steps},
};
use crate::base::{id::AreaId, locale::capitalise, period::Period};
use crate::model::{Cell, Group, Level};
use crate::view::summary::{self, AreaFacts, HeadlineFacts, Measure, TimeFacts};
use crate::view::words::{at_period, figures::figures, people, whom};

use super::{Reading, Shown, ranking};

/// The facts about the county's municipalities. With women and men shown, about everybody where
/// that is published.
pub fn facts(shown: &Shown<'_>, period: Period) -> Finding {
    let scope = Scope::of_members(shown.data.regions(), shown.indicator(), shown.lead(), period);
    let found = finding(shown.table, &scope);
    // What the verdict on all periods and measures doubts, first and last alone do not prove.
    match verdict(shown.table, &scope, &known(shown)) {
        Verdict::Judged { .. } => found,
        Verdict::CannotJudge(_) => Finding { spread: SpreadChange::Unknown, ..found },
    }
}

/// What is known of the indicator beside its values.
pub fn known<'a>(shown: &Shown<'a>) -> Facts<'a> {
    let indicator = shown.indicator();
    // The number of inhabitants does not weight itself.
    let weights = shown.data.weights().filter(|&w| w != shown.id);
    Facts {
        desired: indicator.direction,
        kind: indicator.unit.kind,
        population: weights.and_then(|w| shown.data.table(w)).map(|t| &**t),
    }
}

/// The finding as a headline.
pub fn headline(shown: &Shown<'_>, period: Period, finding: &Finding) -> String {
    let indicator = shown.indicator();
    let value = |area| shown.table.get(area, period, shown.lead()).ok().map(|v| v.get());
    let regions = shown.data.regions();
    let facts = HeadlineFacts {
        finding,
        period,
        latest: shown.periods().last() == Some(&period),
        direction: shown.wanted_over_time(),
        measure: measure(shown),
        group: shown.lead(),
        both: matches!(shown.reading, Reading::Both { .. }),
        county: value(regions.county()),
        nation: regions.nation().and_then(value),
        near_nation: regions.nation().is_some_and(|nation| {
            between_areas(shown.table, regions.county(), nation, period, shown.lead())
                .is_ok_and(|g| g.is_within())
        }),
        county_change: changed(shown, regions.county(), period),
    };
    summary::headline(&indicator.subject, &facts, shown.locale)
}

/// The map or the ranking in words.
pub fn areas(shown: &Shown<'_>, period: Period) -> String {
    if let Reading::Both { .. } = shown.reading {
        return gaps(shown, period);
    }
    with_facts(shown, period, |facts| summary::area_summary(facts, shown.locale))
}

/// The areas' gaps between women and men in words; nothing where no area has both.
fn gaps(shown: &Shown<'_>, period: Period) -> String {
    let order = ranking::ordered(shown, period);
    let gap = |area: AreaId| Some((area, shown.gap(area, period)?));
    let known: Vec<(AreaId, Gap)> = order.into_iter().filter_map(gap).collect();
    let write = |gap: &Gap| small(shown, gap).unwrap_or_else(|| shown.difference_told(gap));
    match known.as_slice() {
        [most, .., least] => (figures(shown.locale).gap_told)(
            &write(&most.1),
            &shown.name(most.0),
            &write(&least.1),
            &shown.name(least.0),
            &capitalise(&at_period(shown.locale, period)),
        ),
        _ => String::new(),
    }
}

/// A gap that would be written as none: that it is none, or how small it is where the values are
/// written as different ones.
fn small(shown: &Shown<'_>, gap: &Gap) -> Option<String> {
    let decimals = shown.indicator().decimals;
    if steps(gap.difference, decimals) != 0.0 {
        return None;
    }
    let alike = measure(shown).alike(gap.first, gap.second);
    let step = shown.difference(1.0 / scale(decimals));
    let f = figures(shown.locale);
    Some(if alike { f.no_gap.to_owned() } else { (f.gap_below)(step.trim_start_matches('+')) })
}

/// What the table holds, of one period or of every one.
pub fn caption(shown: &Shown<'_>, period: Period, every: bool) -> String {
    let periods = shown.periods();
    let (since, until) = match (periods.first(), periods.last()) {
        (Some(&first), Some(&last)) if every => (Some(first), last),
        _ => (None, period),
    };
    with_facts(shown, until, |facts| summary::table_caption(facts, since, shown.locale))
}

/// The line chart in words.
pub fn time(shown: &Shown<'_>, period: Period, finding: &Finding) -> String {
    let indicator = shown.indicator();
    let regions = shown.data.regions();
    let facts = TimeFacts {
        title: indicator.title.get(shown.locale),
        whom: match shown.reading {
            Reading::Both { .. } => Some(whom(shown.locale, shown.lead())),
            Reading::One(group) => people(shown.locale, group),
        },
        measure: measure(shown),
        finding,
        county: changed(shown, regions.county(), period),
        nation: regions.nation().and_then(|n| changed(shown, n, period)),
        series_break: start(&indicator.breaks, period)
            .filter(|&from| shown.periods().first().is_some_and(|&first| first < from)),
    };
    summary::time_summary(&facts, shown.locale)
}

fn with_facts(shown: &Shown<'_>, period: Period, say: impl FnOnce(&AreaFacts<'_>) -> String) -> String {
    let group = shown.lead();
    let regions = shown.data.regions();
    let cell = |area: AreaId| shown.table.get(area, period, group);
    // Where only counties are published, the sentence is about the county itself.
    let members = if shown.level() == Level::Municipality { shown.areas() } else { &[] };
    let areas: Vec<(String, Cell)> = members.iter().map(|&a| (shown.name(a), cell(a))).collect();
    let held = |area: AreaId| shown.table.latest(&[area], group).map(|_| cell(area));
    say(&AreaFacts {
        title: shown.indicator().title.get(shown.locale),
        group,
        period,
        measure: measure(shown),
        areas: &areas,
        county: held(regions.county()),
        nation: regions.nation().and_then(held),
    })
}

fn measure<'a>(shown: &Shown<'a>) -> Measure<'a> {
    let indicator = shown.indicator();
    Measure { unit: &indicator.unit, decimals: indicator.decimals }
}

fn changed(shown: &Shown<'_>, area: AreaId, until: Period) -> Option<Change> {
    let group: Group = shown.lead();
    let points = run(shown.table, area, group, &shown.indicator().breaks, until);
    change(&points, shown.indicator().decimals)
}
