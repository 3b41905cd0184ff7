//! The stretch of a series that may be computed on: since the latest break, values only.

use crate::{
    base::{id::AreaId, period::Period},
    model::{Group, Table, indicator::Break},
};

/// A value and when.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// When.
    pub period: Period,
    /// The value.
    pub value: f64,
    /// How far it may lie from what it stands for, where that is known.
    pub margin: Option<f64>,
}

impl Point {
    /// A value without a margin.
    pub fn exact(period: Period, value: f64) -> Self {
        Self { period, value, margin: None }
    }

    /// The value of an area; `None` where there is none.
    pub fn of(table: &Table, area: AreaId, period: Period, group: Group) -> Option<Self> {
        let value = table.get(area, period, group).ok()?.get();
        Some(Self { period, value, margin: table.margin(area, period, group) })
    }
}

/// The first period of the unbroken stretch that `until` belongs to: the latest break at or
/// before it. `None` when no break comes before, so the stretch begins with the series.
pub fn start(breaks: &[Break], until: Period) -> Option<Period> {
    breaks.iter().map(|b| b.period).filter(|&p| p <= until).max()
}

/// The periods that `to` may be compared with, ascending: earlier ones of its stretch, and of means over
/// years those that share none with it.
pub fn comparable<'a>(
    table: &'a Table,
    breaks: &[Break],
    to: Period,
) -> impl Iterator<Item = Period> + use<'a> {
    let start = start(breaks, to);
    let all = table.periods().iter().copied();
    all.filter(move |&p| p < to && start.is_none_or(|start| p >= start) && table.is_apart(p, to))
}

/// The area's latest unbroken run up to and including `until`: the values, in time order, of
/// the stretch between breaks in which its last value lies. Periods without a value are left
/// out, never filled; of means over years only those are there that are [`apart`].
pub fn run(table: &Table, area: AreaId, group: Group, breaks: &[Break], until: Period) -> Vec<Point> {
    let point = |&period: &Period| Point::of(table, area, period, group);
    let mut points: Vec<Point> = Vec::new();
    let mut from = None;
    for last in table.periods().iter().rev().filter(|&&p| p <= until).filter_map(point) {
        if points.is_empty() {
            from = start(breaks, last.period);
        }
        if from.is_some_and(|from| last.period < from) {
            break;
        }
        points.push(last);
    }
    points.reverse();
    let kept = apart(table, points.iter().map(|p| p.period));
    points.retain(|p| kept.contains(&p.period));
    points
}

/// Of ascending periods those that share no year with each other: the last, the first that shares none with
/// it, and of those between as many as there can be. All of them, but for means over years.
pub fn apart(table: &Table, periods: impl DoubleEndedIterator<Item = Period> + Clone) -> Vec<Period> {
    let Some(last) = periods.clone().next_back() else { return Vec::new() };
    let mut kept: Vec<Period> = Vec::new();
    for period in periods {
        let clear = |earlier: Period, later: Period| earlier == later || table.is_apart(earlier, later);
        if clear(period, last) && kept.last().is_none_or(|&before| clear(before, period)) {
            kept.push(period);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{num::Finite, text::Text},
        model::Missing,
    };

    #[test]
    fn a_run_stops_at_the_break_before_its_last_value() {
        let years = |n: i16| Period::year_of(2000 + n);
        let value = |v| Finite::new(v).ok_or(Missing::NotAvailable);
        let cells = vec![value(1.0), value(2.0), Err(Missing::Suppressed), value(4.0), value(5.0)];
        let group = Group::default();
        let table =
            Table::new(vec![Some(0)], (0..5).map(years).collect(), vec![group], cells, vec![]).unwrap();
        let area = AreaId::new(0).unwrap();
        let at = |year| Break { period: years(year), text: Text::default() };
        let found = |breaks: &[Break], until| -> Vec<f64> {
            run(&table, area, group, breaks, years(until)).iter().map(|p| p.value).collect()
        };
        assert_eq!(found(&[], 4), [1.0, 2.0, 4.0, 5.0]);
        assert_eq!(found(&[at(3)], 4), [4.0, 5.0]);
        assert_eq!(found(&[at(3)], 2), [1.0, 2.0], "the break is later than what is asked for");
        assert_eq!(found(&[at(2)], 2), [1.0, 2.0], "the last value lies before the break");
        assert_eq!(found(&[at(1), at(4)], 4), [5.0]);
        assert_eq!(found(&[], -1), [0.0; 0]);

        let means = table.known_by(None, 2);
        let found = |until| -> Vec<f64> {
            run(&means, area, group, &[], years(until)).iter().map(|p| p.value).collect()
        };
        assert_eq!(found(4), [1.0, 5.0], "2001 shares a year with 2000, 2003 with 2004; 2002 has no value");
        assert_eq!(found(3), [1.0, 4.0]);
        assert_eq!(found(1), [2.0], "the last is what it is about");
        let kept = apart(&means, [0, 1, 3, 4, 6, 7].map(years).into_iter());
        assert_eq!(kept, [0, 3, 7].map(years), "2006 gives way to the last");
    }
}
