//! “I siffror”: the few numbers beside the pictures, each with how it was computed.

use crate::analysis::{
    finding::{Finding, SpreadChange},
    gap::{Gap, Pair, between_areas, gap},
    progress::{self, Pace, Status},
    series::run,
    shown::steps,
    spread::{End, ends, spread},
    trend,
    uncertainty::places,
};
use crate::base::{id::AreaId, locale::capitalise, period::Period};
use crate::model::{Group, Sex};
use crate::view::words::{
    figures::figures, method::method as method_words, ranks::ranks as rank_words, uncertainty::uncertainty,
    words,
};

use super::{
    Shown,
    method::{Method, method},
    ranks::order,
    said,
};

/// A sentence about a number already written.
type Told = fn(&str) -> String;

/// One number with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub term: String,
    /// The number.
    pub value: String,
    /// What stands beside it.
    pub lines: Vec<String>,
    /// How it was computed, where we computed it; published numbers have none.
    pub how: Option<Method>,
}

/// How the computed ones of them come about, and the verdicts on the development.
pub fn methods(shown: &Shown<'_>, period: Period, facts: &[Fact]) -> Vec<(String, Method)> {
    let mut all: Vec<(String, Method)> = Vec::new();
    for fact in facts {
        let Some(how) = &fact.how else { continue };
        match all.last_mut() {
            // What is computed in one way is explained once.
            Some((terms, last)) if last.formula == how.formula => terms.extend([", ", &fact.term]),
            _ => all.push((fact.term.clone(), how.clone())),
        }
    }
    let county = shown.data.regions().county();
    let run = run(shown.table, county, shown.lead(), &shown.indicator().breaks, period);
    let years = trend::latest(&run).first().map(|first| (first.period, period));
    let verdicts = method_words(shown.locale).verdicts.to_owned();
    all.push((verdicts, method(shown, figures(shown.locale).how_judged, &[], years)));
    all
}

/// The facts of one period, in reading order.
pub fn facts(shown: &Shown<'_>, period: Period, finding: &Finding) -> Vec<Fact> {
    let first = county(shown, period).into_iter().chain(pinned(shown, period));
    let rest = [
        spread_of(shown, period, finding),
        sexes(shown, period),
        origins(shown, period),
        rank(shown, period),
        target(shown, shown.data.regions().county(), period),
    ];
    first.chain(rest.into_iter().flatten()).collect()
}

fn county(shown: &Shown<'_>, period: Period) -> Option<Fact> {
    let (w, f) = (words(shown.locale), figures(shown.locale));
    let regions = shown.data.regions();
    let group = shown.lead();
    let value = |area| shown.table.get(area, period, group).ok().map(|v| v.get());
    let write = |v: f64| shown.format().value(v, shown.locale);
    let own = value(regions.county());
    let nation = regions.nation().and_then(value);
    let mut lines = Vec::new();
    if let Some(nation) = nation {
        lines.push(format!("{} {}", w.nation, write(nation)));
    }
    if let Some(nation) = regions.nation() {
        lines.extend(against(shown, [regions.county(), nation], period, f.against_nation));
    }
    let value = own.map(write).unwrap_or_else(|| f.no_county_value.to_owned());
    (own.is_some() || nation.is_some()).then(|| Fact {
        term: shown.name(regions.county()),
        value,
        lines,
        how: None,
    })
}

/// One area's difference to another, and what is to be known of it.
fn against(shown: &Shown<'_>, [area, other]: [AreaId; 2], period: Period, told: Told) -> Vec<String> {
    let found = between_areas(shown.table, area, other, period, shown.lead());
    let Some(found) = found.ok().filter(|_| !shown.is_amount()) else { return Vec::new() };
    let mut lines = vec![told(&shown.difference(found.difference))];
    lines.extend(within(shown, &found));
    lines.extend(unrounded(shown, &found));
    lines
}

/// The pinned areas, each against the county and among the others.
fn pinned(shown: &Shown<'_>, period: Period) -> Vec<Fact> {
    let f = figures(shown.locale);
    let (areas, group, county) = (shown.areas(), shown.lead(), shown.data.regions().county());
    // County and nation have a fact of their own.
    let mut pinned = shown.pinned.to_vec();
    pinned.retain(|area| !shown.frame().contains(area));
    if pinned.is_empty() {
        return Vec::new();
    }
    let how = (shown.indicator().direction, shown.indicator().decimals);
    let ranks = places(shown.table, areas, period, group, how);
    let formula = format!("{} {}", f.how_pinned, (rank_words(shown.locale).order)(order(shown)));
    let mut facts = Vec::new();
    for area in pinned {
        let mut lines = against(shown, [area, county], period, f.against_county);
        if let Some(rank) = areas.iter().zip(&ranks).find_map(|(&a, rank)| rank.filter(|_| a == area)) {
            lines.push(capitalise(&said::place(rank, shown.locale)));
        }
        facts.push(Fact {
            term: shown.name(area),
            value: match shown.table.get(area, period, group) {
                Ok(value) => shown.format().value(value.get(), shown.locale),
                Err(reason) => (words(shown.locale).missing)(reason).to_owned(),
            },
            how: (!lines.is_empty()).then(|| method(shown, &formula, &[], Some((period, period)))),
            lines,
        });
    }
    facts
}

/// That a difference is smaller than the uncertainty, where it is.
fn within(shown: &Shown<'_>, gap: &Gap) -> Option<String> {
    gap.is_within().then(|| uncertainty(shown.locale).difference.to_owned())
}

/// That a difference is computed before its two values are rounded, where they show another one.
fn unrounded(shown: &Shown<'_>, gap: &Gap) -> Option<String> {
    let steps = |v: f64| steps(v, shown.indicator().decimals);
    let alike = steps(gap.first) - steps(gap.second) == steps(gap.difference);
    (!alike).then(|| figures(shown.locale).unrounded.to_owned())
}

fn spread_of(shown: &Shown<'_>, period: Period, finding: &Finding) -> Option<Fact> {
    let f = figures(shown.locale);
    let cells = shown.table.slice(shown.areas(), period, shown.lead());
    let found = spread(&cells).filter(|s| s.n >= 3)?;
    let ends = ends(&cells)?;
    let write = |v: f64| shown.format().value(v, shown.locale);
    let those = |end: End| shown.those(&cells, end.value);
    let mut lines = vec![(f.from_to)(
        &write(ends.low.value),
        &those(ends.low),
        &write(ends.high.value),
        &those(ends.high),
    )];
    let at = |end: End| shown.areas().get(end.at).copied();
    let between = at(ends.high).zip(at(ends.low));
    let between = between.map(|(a, b)| between_areas(shown.table, a, b, period, shown.lead()));
    lines.extend(between.and_then(Result::ok).and_then(|gap| within(shown, &gap)));
    let told = |width: f64| shown.difference(width).trim_start_matches('+').to_owned();
    lines.push((f.sd_line)(&told(found.sd)));
    if let (Some(from), Some(before)) = (finding.from, finding.spread_from)
        && finding.spread != SpreadChange::Unknown
    {
        let verdict = match finding.spread {
            SpreadChange::Grown => f.spread_grown,
            SpreadChange::Shrunk => f.spread_shrunk,
            SpreadChange::Same | SpreadChange::Unknown => f.spread_same,
        };
        // The verdict is on both: either alone may have gone the other way.
        lines.push((f.spread_was)(&told(before.range), &told(before.sd), &from.to_string()));
        lines.push(verdict.to_owned());
    }
    let range = shown.difference(ends.range());
    Some(Fact {
        term: f.spread_between.to_owned(),
        value: range.trim_start_matches('+').to_owned(),
        lines,
        how: Some(method(shown, f.how_spread, &[], Some((finding.from.unwrap_or(period), period)))),
    })
}

fn sexes(shown: &Shown<'_>, period: Period) -> Option<Fact> {
    let w = words(shown.locale);
    let county = shown.data.regions().county();
    let base = Group { sex: Sex::Total, ..shown.lead() };
    let found = gap(shown.table, county, period, Pair::Sexes, base).ok()?;
    Some(groups(shown, period, &found, w.gap_women_men, [w.women, w.men]))
}

/// The gap between two groups, by these names, under this term.
fn groups(shown: &Shown<'_>, period: Period, found: &Gap, term: &str, [first, second]: [&str; 2]) -> Fact {
    let f = figures(shown.locale);
    let write = |v: f64| shown.format().value(v, shown.locale);
    let mut lines = vec![(f.two_groups)(first, &write(found.first), second, &write(found.second))];
    lines.extend(within(shown, found));
    lines.extend(unrounded(shown, found));
    Fact {
        term: term.to_owned(),
        value: shown.difference(found.difference),
        lines,
        how: Some(method(shown, f.how_gap, &[], Some((period, period)))),
    }
}

/// Born abroad against born in Sweden; where only everybody is published beside, against everybody.
fn origins(shown: &Shown<'_>, period: Period) -> Option<Fact> {
    let (w, f) = (words(shown.locale), figures(shown.locale));
    let county = shown.data.regions().county();
    let of = |pair| gap(shown.table, county, period, pair, shown.lead()).ok();
    let (found, name, term) = match of(Pair::Origins) {
        Some(found) => (found, w.origin_domestic, f.foreign_minus_domestic),
        None => (of(Pair::ForeignToAll)?, w.everybody, f.foreign_minus_all),
    };
    Some(groups(shown, period, &found, term, [w.origin_foreign, name]))
}

fn rank(shown: &Shown<'_>, period: Period) -> Option<Fact> {
    let (w, f) = (words(shown.locale), figures(shown.locale));
    let regions = shown.data.regions();
    let counties = regions.counties();
    let at = counties.iter().position(|&c| c == regions.county())?;
    let order = order(shown);
    let how = (shown.indicator().direction, shown.indicator().decimals);
    let rank = places(shown.table, counties, period, shown.lead(), how).get(at).copied().flatten()?;
    // A rank among a handful of counties with values is no rank among the counties.
    if rank.of < 10 {
        return None;
    }
    Some(Fact {
        term: w.place_among_counties.to_owned(),
        value: said::place(rank, shown.locale),
        lines: std::iter::once((rank_words(shown.locale).order)(order).to_owned())
            .chain(rank.span.map(|_| uncertainty(shown.locale).open.to_owned()))
            .collect(),
        how: Some(method(shown, f.how_rank, &[], Some((period, period)))),
    })
}

/// An area's way to the target.
pub fn target(shown: &Shown<'_>, area: AreaId, period: Period) -> Option<Fact> {
    let f = figures(shown.locale);
    let indicator = shown.indicator();
    let target = indicator.target.as_ref()?;
    let points = run(shown.table, area, shown.lead(), &indicator.breaks, period);
    let latest = points.last().map_or(period, |last| last.period);
    let base = progress::base(target, shown.table, (area, shown.lead()), &indicator.breaks, latest);
    let found = progress::progress(&points, base, target, shown.wanted_over_time(), indicator.decimals);
    let level = found.level?;
    let mut lines = vec![
        match found.status {
            Status::Reached => f.target_reached,
            Status::OnTrack => f.target_on_track,
            Status::TooSlow => f.target_too_slow,
            Status::StandingStill => f.target_still,
            Status::WrongWay => f.target_wrong_way,
            Status::CannotJudge => f.cannot_judge,
        }
        .to_owned(),
    ];
    // Nothing is needed beyond the target, and a pace that says nothing clear is not set against it.
    if found.status != Status::Reached {
        lines.extend(found.required.map(|r| (f.target_needed)(&shown.difference(r))));
        let seen = found.observed.filter(|_| found.status != Status::CannotJudge);
        lines.extend(seen.map(|o| (f.target_seen)(&shown.difference(o))));
        match found.pace {
            Pace::In(year) => lines.push((f.target_pace)(&year.to_string())),
            Pace::Beyond => lines.push(f.target_beyond.to_owned()),
            Pace::Reached | Pace::Never | Pace::Unknown => {}
        }
    }
    lines.push(target.text.get(shown.locale).to_owned());
    Some(Fact {
        term: (f.target_in)(&found.period.to_string()),
        value: shown.format().value(level, shown.locale),
        lines,
        how: Some(method(shown, f.how_target, &[], found.base.map(|b| (b.period, period)))),
    })
}
