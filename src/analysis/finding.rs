//! The facts behind an indicator's headline: how many areas moved which way, and whether they
//! moved apart.

use crate::{
    base::{id::AreaId, period::Period},
    model::Table,
};

use super::{
    change::{Change, Movement},
    gap::{self, Gap, Pair},
    scope::Scope,
    series::{self, Point},
    shown, spread,
    uncertainty::{is_within, margin_of_difference},
};

/// Whether the areas moved apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SpreadChange {
    /// They lie farther apart.
    Grown,
    /// They lie closer together.
    Shrunk,
    /// About as before.
    Same,
    /// Fewer than three areas, range and deviation contradict each other, or the change lies within
    /// its margin.
    Unknown,
}

/// Spread of the areas that have values at both ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Width {
    /// Highest minus lowest.
    pub range: f64,
    /// Population standard deviation, unweighted.
    pub sd: f64,
}

/// The facts. Without a usable first period (`from` is `None`) only the ends and the gap are
/// there.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// First period: the first of the unbroken run in which at least three quarters of the
    /// areas have a value that they also have at `to`.
    pub from: Option<Period>,
    /// The period asked for; `None` when no area has a value in it.
    pub to: Option<Period>,
    /// Areas that rose.
    pub rose: usize,
    /// Areas that fell.
    pub fell: usize,
    /// Areas that moved less than half a step of the last decimal shown, or no more than the margin
    /// of their change.
    pub unchanged: usize,
    /// Whether margins are why some of these are unchanged.
    pub within: bool,
    /// Areas with values at both ends; the three above sum to it.
    pub of: usize,
    /// Areas without.
    pub missing: usize,
    /// The county, when it has values at both ends.
    pub county: Option<Change>,
    /// The nation, when it has values at both ends.
    pub nation: Option<Change>,
    /// Spread at `from`.
    pub spread_from: Option<Width>,
    /// Spread at `to`, of the same areas.
    pub spread_to: Option<Width>,
    /// Whether the areas moved apart.
    pub spread: SpreadChange,
    /// Areas with a value at `to`.
    pub held: usize,
    /// Highest area at `to`, of all with a value; the first of several.
    pub highest: Option<(AreaId, f64)>,
    /// Lowest area at `to`.
    pub lowest: Option<(AreaId, f64)>,
    /// Women minus men in the county in the period asked for, also where no area has a value.
    pub gap: Option<Gap>,
}

/// Change of the standard deviation below this share of its first value is none.
pub(super) const NOTABLE: f64 = 0.1;

/// Gathers the facts about a table. The spread has grown (shrunk) when the standard deviation
/// has by at least ten per cent and by at least half a step of the last decimal shown, and the
/// range has not moved as clearly the other way; where the change of the range lies within its
/// margin, that is unknown.
pub fn finding(table: &Table, scope: &Scope) -> Finding {
    let point = |area, period| Point::of(table, area, period, scope.group);
    let at_end = table.slice(scope.areas, scope.period, scope.group);
    let ends = spread::ends(&at_end);
    let named = |end: spread::End| Some((*scope.areas.get(end.at)?, end.value));
    let to = ends.map(|_| scope.period);
    let from = to.and_then(|to| first_period(table, scope, to));
    let mut found = Finding {
        from,
        to,
        rose: 0,
        fell: 0,
        unchanged: 0,
        within: false,
        of: 0,
        missing: scope.areas.len(),
        county: None,
        nation: None,
        spread_from: None,
        spread_to: None,
        spread: SpreadChange::Unknown,
        held: at_end.iter().filter(|cell| cell.is_ok()).count(),
        highest: ends.and_then(|e| named(e.high)),
        lowest: ends.and_then(|e| named(e.low)),
        gap: gap::gap(table, scope.county, scope.period, Pair::Sexes, scope.group).ok(),
    };
    let (Some(from), Some(to)) = (from, to) else { return found };
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for &area in scope.areas {
        let (Some(first), Some(last)) = (point(area, from), point(area, to)) else { continue };
        let change = Change::between(first, last, scope.decimals);
        match change.movement {
            Movement::Rose => found.rose += 1,
            Movement::Fell => found.fell += 1,
            Movement::Unchanged => found.unchanged += 1,
        }
        found.within |= change.is_within();
        before.push(first);
        after.push(last);
    }
    found.of = before.len();
    found.missing -= found.of;
    let change_of = |area| Some(Change::between(point(area, from)?, point(area, to)?, scope.decimals));
    [found.county, found.nation] = [Some(scope.county), scope.nation].map(|area| change_of(area?));
    let values = |points: &[Point]| points.iter().map(|p| p.value).collect::<Vec<_>>();
    found.spread_from = width(&values(&before));
    found.spread_to = width(&values(&after));
    if let (Some(first), Some(last), 3..) = (found.spread_from, found.spread_to, found.of) {
        found.spread = compare(first, last, scope.decimals);
        let moved = matches!(found.spread, SpreadChange::Grown | SpreadChange::Shrunk);
        if moved && is_within(last.range - first.range, range_margin(&before), range_margin(&after)) {
            found.spread = SpreadChange::Unknown;
        }
    }
    found
}

/// The first period since the latest break in which at least three quarters of the areas have
/// a value and have one at `to` as well; `None` when there is none before `to`.
pub(super) fn first_period(table: &Table, scope: &Scope, to: Period) -> Option<Period> {
    let held = table.slice(scope.areas, to, scope.group).iter().filter(|c| c.is_ok()).count();
    base(table, scope, to).filter(|_| held * 4 >= scope.areas.len() * 3)
}

/// What `to` is compared with wherever two periods are: the first period since the latest break in
/// which three quarters of the areas have a value and have one at `to` as well, or where fewer have
/// one at `to`, all of these. Means over years that share years with those of `to` are none.
pub fn base(table: &Table, scope: &Scope, to: Period) -> Option<Period> {
    let has = |&area: &AreaId, period| table.get(area, period, scope.group).is_ok();
    let candidates: Vec<AreaId> = scope.areas.iter().filter(|a| has(a, to)).copied().collect();
    let enough = (3 * scope.areas.len()).div_ceil(4).min(candidates.len());
    series::comparable(table, scope.breaks, to)
        .find(|&p| enough > 0 && candidates.iter().filter(|a| has(a, p)).count() >= enough)
}

/// Margin of the range, that of the difference between its ends.
fn range_margin(points: &[Point]) -> Option<f64> {
    let by_value = |a: &&Point, b: &&Point| a.value.total_cmp(&b.value);
    let (low, high) = (points.iter().min_by(by_value)?, points.iter().max_by(by_value)?);
    Some(margin_of_difference(low.margin, high.margin))
}

pub(super) fn width(values: &[f64]) -> Option<Width> {
    let low = values.iter().copied().reduce(f64::min)?;
    let high = values.iter().copied().reduce(f64::max)?;
    Some(Width { range: high - low, sd: spread::sd(values)? })
}

pub(super) fn compare(first: Width, last: Width, decimals: u8) -> SpreadChange {
    let notable = |first: f64, last: f64| {
        let change = last - first;
        let clear = change.abs() >= NOTABLE * first && change.abs() >= shown::half_step(decimals);
        if clear { change } else { 0.0 }
    };
    let (sd, range) = (notable(first.sd, last.sd), notable(first.range, last.range));
    if sd * range < 0.0 {
        SpreadChange::Unknown
    } else if sd > 0.0 {
        SpreadChange::Grown
    } else if sd < 0.0 {
        SpreadChange::Shrunk
    } else {
        SpreadChange::Same
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{num::Finite, text::Text},
        model::{Group, Missing, indicator::Break},
    };

    const GONE: f64 = f64::NAN;

    /// Rows are areas, the last one the county; columns are the years from 2000.
    fn table(rows: &[&[f64]]) -> (Table, Vec<AreaId>, AreaId) {
        let years = (0..rows[0].len()).map(|y| Period::year_of(2000 + i16::try_from(y).unwrap()));
        let cells = rows.iter().flat_map(|r| r.iter().map(|&v| Finite::new(v).ok_or(Missing::Suppressed)));
        let slots = (0..rows.len()).map(Some).collect();
        let built = Table::new(slots, years.collect(), vec![Group::default()], cells.collect(), vec![]);
        let mut areas: Vec<AreaId> = (0..rows.len()).filter_map(AreaId::new).collect();
        let county = areas.pop().unwrap();
        (built.unwrap(), areas, county)
    }

    fn scope<'a>(areas: &'a [AreaId], county: AreaId, breaks: &'a [Break], year: i16) -> Scope<'a> {
        let (group, period) = (Group::default(), Period::year_of(year));
        Scope { areas, county, nation: None, group, breaks, decimals: 1, period }
    }

    fn found(rows: &[&[f64]], breaks: &[Break], year: i16) -> Finding {
        let (table, areas, county) = table(rows);
        finding(&table, &scope(&areas, county, breaks, year))
    }

    #[test]
    fn areas_are_counted_over_the_same_stretch() {
        let rows: &[&[f64]] = &[
            &[GONE, 10.0, 11.0, 12.0],
            &[GONE, 20.0, 21.0, 30.0],
            &[GONE, 15.0, 14.0, 15.04],
            &[5.0, 18.0, 18.0, 17.0],
            &[GONE, GONE, 1.0, 40.0],
            &[14.0, 15.0, 16.0, 18.0],
        ];
        let facts = found(rows, &[], 2003);
        assert_eq!((facts.from, facts.to), (Some(Period::year_of(2001)), Some(Period::year_of(2003))));
        assert_eq!((facts.rose, facts.fell, facts.unchanged), (2, 1, 1));
        assert_eq!((facts.of, facts.missing), (4, 1));
        assert_eq!(facts.county.map(|c| c.absolute), Some(3.0));
        assert_eq!(facts.nation, None);
        assert_eq!(facts.spread_from.map(|w| w.range), Some(10.0));
        assert_eq!(facts.spread_to.map(|w| w.range), Some(18.0), "the fifth is not compared");
        assert_eq!(facts.spread, SpreadChange::Grown);
        assert_eq!(facts.highest, AreaId::new(4).map(|a| (a, 40.0)), "but it is the highest");
        assert_eq!(facts.lowest, AreaId::new(0).map(|a| (a, 12.0)));
    }

    #[test]
    fn changes_within_margins_are_none() {
        use crate::model::indicator::{Margin, MarginWidth};
        let rows: &[&[f64]] = &[&[10.0, 12.0], &[20.0, 25.0], &[30.0, 29.0], &[20.0, 22.0]];
        let (table, areas, county) = table(rows);
        let width = MarginWidth::Value(Finite::new(3.0).unwrap());
        let margin = |from| Margin { width: width.clone(), from, text: Text::default() };
        let found = |margin| {
            let f = finding(&table.clone().known_by(margin, 0), &scope(&areas, county, &[], 2001));
            (f.rose, f.fell, f.unchanged, f.within, f.county.map(|c| c.is_within()), f.spread)
        };
        assert_eq!(found(None), (2, 1, 0, false, Some(false), SpreadChange::Shrunk));
        assert_eq!(found(Some(margin(None))), (1, 0, 2, true, Some(true), SpreadChange::Unknown));
        let late = margin(Some(Period::year_of(2001)));
        assert_eq!(found(Some(late)), (1, 0, 2, true, Some(true), SpreadChange::Unknown), "3 of 0 and 3");
    }

    #[test]
    fn nothing_is_compared_across_a_break() {
        let rows: &[&[f64]] = &[&[1.0, 2.0, 3.0], &[2.0, 3.0, 9.0], &[3.0, 4.0, 5.0], &[2.0, 3.0, 4.0]];
        let cut = |year| [Break { period: Period::year_of(year), text: Text::default() }];
        assert_eq!(found(rows, &cut(2001), 2002).from, Some(Period::year_of(2001)));
        let facts = found(rows, &cut(2002), 2002);
        assert_eq!((facts.from, facts.of, facts.county), (None, 0, None));
        assert_eq!(facts.highest, AreaId::new(1).map(|a| (a, 9.0)));
        assert_eq!(found(rows, &[], 1999).to, None);
    }

    #[test]
    fn means_that_share_years_are_not_compared() {
        let rows: &[&[f64]] = &[&[1.0, 2.0, 3.0], &[2.0, 3.0, 9.0], &[3.0, 4.0, 5.0], &[2.0, 3.0, 4.0]];
        let (table, areas, county) = table(rows);
        let scope = scope(&areas, county, &[], 2002);
        let found = |window| finding(&table.clone().known_by(None, window), &scope).from;
        assert_eq!([0, 2, 3].map(found), [Some(Period::year_of(2000)), Some(Period::year_of(2000)), None]);
    }

    #[test]
    fn small_changes_of_spread_are_none() {
        let by = |first: (f64, f64), last: (f64, f64)| {
            compare(Width { range: first.0, sd: first.1 }, Width { range: last.0, sd: last.1 }, 1)
        };
        assert_eq!(by((10.0, 4.0), (10.5, 4.3)), SpreadChange::Same);
        assert_eq!(by((10.0, 4.0), (10.0, 4.5)), SpreadChange::Grown);
        assert_eq!(by((10.0, 4.0), (8.0, 3.0)), SpreadChange::Shrunk);
        assert_eq!(by((10.0, 4.0), (8.0, 4.5)), SpreadChange::Unknown);
        assert_eq!(by((0.1, 0.04), (0.2, 0.08)), SpreadChange::Same, "less than is shown");
    }
}
