//! The distance between two values of the same kind: two groups of people in an area, two
//! areas, or two indicators that are halves of one (in towns and in the country).

use crate::{
    base::{id::AreaId, period::Period},
    model::{Direction, Group, Missing, Origin, Sex, Table, indicator::Break},
};

use super::{
    change::{self, Movement},
    finding::{NOTABLE, SpreadChange},
    series::{self, Point},
    shown,
    uncertainty::{is_within, margin_of_difference},
};

/// Which two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pair {
    /// Women against men.
    Sexes,
    /// Born abroad against born in Sweden.
    Origins,
    /// Born abroad against everybody, themselves included: the gap is smaller than to those
    /// born in Sweden and must be named as what it is.
    ForeignToAll,
}

impl Pair {
    /// Every pair.
    pub const ALL: [Self; 3] = [Self::Sexes, Self::Origins, Self::ForeignToAll];

    /// The best pair of origins the table has, those born in Sweden before everybody.
    pub fn of_origins(table: &Table, base: Group) -> Option<Self> {
        [Self::Origins, Self::ForeignToAll].into_iter().find(|pair| pair.is_in(table, base))
    }

    /// The two groups, first and second, alike `base` in everything else.
    pub fn groups(self, base: Group) -> (Group, Group) {
        match self {
            Self::Sexes => (Group { sex: Sex::Women, ..base }, Group { sex: Sex::Men, ..base }),
            Self::Origins => {
                (Group { origin: Origin::Foreign, ..base }, Group { origin: Origin::Domestic, ..base })
            }
            Self::ForeignToAll => {
                (Group { origin: Origin::Foreign, ..base }, Group { origin: Origin::Total, ..base })
            }
        }
    }

    /// Whether the table tells both groups apart.
    pub fn is_in(self, table: &Table, base: Group) -> bool {
        let (first, second) = self.groups(base);
        table.groups().contains(&first) && table.groups().contains(&second)
    }
}

/// A gap: simple difference and ratio, the two measures of WHO's Handbook on health inequality
/// monitoring (2013) for two groups.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// Women, born abroad, in the country, or the area.
    pub first: f64,
    /// Men, born in Sweden or everybody, in towns, or the area compared with.
    pub second: f64,
    /// `first − second`, in the indicator's unit.
    pub difference: f64,
    /// `first / second`; `None` unless both are above zero.
    pub ratio: Option<f64>,
    /// Margin of the difference; 0 where none is known.
    pub margin: f64,
}

impl Gap {
    /// The gap between two values.
    pub fn between(first: f64, second: f64) -> Self {
        let ratio = (first > 0.0 && second > 0.0).then(|| first / second);
        Self { first, second, difference: first - second, ratio, margin: 0.0 }
    }

    /// The gap between two values with their margins.
    pub fn of(first: Point, second: Point) -> Self {
        let margin = margin_of_difference(first.margin, second.margin);
        Self { margin, ..Self::between(first.value, second.value) }
    }

    /// Whether the difference is no larger than its margin, so that there may be none.
    pub fn is_within(&self) -> bool {
        is_within(self.difference, Some(self.margin), None)
    }

    /// Which way it goes, if any.
    fn movement(&self, decimals: u8) -> Movement {
        if self.is_within() { Movement::Unchanged } else { change::movement(self.difference, decimals) }
    }

    /// In whose favour the gap is; `None` without a desired direction. A difference of less than
    /// half a step of the last decimal shown, or within its margin, is in nobody's.
    pub fn favour(&self, desired: Direction, decimals: u8) -> Option<Favour> {
        let first_is_better = match (self.movement(decimals), desired) {
            (_, Direction::None) => return None,
            (Movement::Unchanged, _) => return Some(Favour::Nobody),
            (Movement::Rose, desired) => desired == Direction::Up,
            (Movement::Fell, desired) => desired == Direction::Down,
        };
        Some(if first_is_better { Favour::First } else { Favour::Second })
    }
}

/// In whose favour a gap is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Favour {
    /// The first is better off.
    First,
    /// The second is.
    Second,
    /// They are shown alike.
    Nobody,
}

/// The gap in one area and period, or why there is none (the first group's reason before the
/// second's). Never derived from a total.
pub fn gap(table: &Table, area: AreaId, period: Period, pair: Pair, base: Group) -> Result<Gap, Missing> {
    let (first, second) = pair.groups(base);
    between(table, [(area, first), (area, second)], period)
}

/// The gap between two areas, such as a municipality and its county, or the county and the
/// nation; the first area's reason before the second's.
pub fn between_areas(
    table: &Table,
    first: AreaId,
    second: AreaId,
    period: Period,
    group: Group,
) -> Result<Gap, Missing> {
    between(table, [(first, group), (second, group)], period)
}

fn between(table: &Table, pair: [(AreaId, Group); 2], period: Period) -> Result<Gap, Missing> {
    let point = |(area, group)| {
        let value = table.get(area, period, group)?.get();
        Ok(Point { period, value, margin: table.margin(area, period, group) })
    };
    let [first, second] = pair.map(point);
    Ok(Gap::of(first?, second?))
}

/// The gap in each of these areas.
pub fn per_area(
    table: &Table,
    areas: &[AreaId],
    period: Period,
    pair: Pair,
    base: Group,
) -> Vec<Result<Gap, Missing>> {
    areas.iter().map(|&area| gap(table, area, period, pair, base)).collect()
}

/// The gap in each of the table's periods.
pub fn over_time(table: &Table, area: AreaId, pair: Pair, base: Group) -> Vec<Result<Gap, Missing>> {
    table.periods().iter().map(|&period| gap(table, area, period, pair, base)).collect()
}

/// The latest gap up to and including `until`, with its period.
pub fn latest(table: &Table, area: AreaId, until: Period, pair: Pair, base: Group) -> Option<(Period, Gap)> {
    let past = table.periods().iter().rev().copied().filter(|&p| p <= until);
    past.filter_map(|p| Some((p, gap(table, area, p, pair, base).ok()?))).next()
}

/// How a gap went, over the latest unbroken stretch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Course {
    /// First period with a gap.
    pub from: Period,
    /// Last one.
    pub to: Period,
    /// The gap at `from`.
    pub first: Gap,
    /// The gap at `to`.
    pub last: Gap,
    /// Whether the size of the difference has changed by at least ten per cent, by half a step of
    /// the last decimal shown and by more than the margin.
    pub width: SpreadChange,
    /// Whether it has changed sides.
    pub turned: bool,
}

impl Course {
    /// The course between two gaps.
    pub fn between(from: (Period, Gap), to: (Period, Gap), decimals: u8) -> Self {
        let (first, last) = (from.1.difference, to.1.difference);
        let change = last.abs() - first.abs();
        let clear = change.abs() >= NOTABLE * first.abs()
            && change.abs() >= shown::half_step(decimals)
            && !is_within(change, Some(from.1.margin), Some(to.1.margin));
        Self {
            from: from.0,
            to: to.0,
            first: from.1,
            last: to.1,
            width: match clear {
                false => SpreadChange::Same,
                true if change > 0.0 => SpreadChange::Grown,
                true => SpreadChange::Shrunk,
            },
            turned: matches!(
                (from.1.movement(decimals), to.1.movement(decimals)),
                (Movement::Rose, Movement::Fell) | (Movement::Fell, Movement::Rose)
            ),
        }
    }
}

/// The course of a pair's gap in one area up to `until`, since the latest break before its last
/// value; `None` for fewer than two gaps there.
pub fn course(
    table: &Table,
    area: AreaId,
    pair: Pair,
    base: Group,
    breaks: &[Break],
    until: Period,
    decimals: u8,
) -> Option<Course> {
    let last = latest(table, area, until, pair, base)?;
    let mut since = series::comparable(table, breaks, last.0);
    let first = since.find_map(|p| Some((p, gap(table, area, p, pair, base).ok()?)))?;
    Some(Course::between(first, last, decimals))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{num::Finite, text::Text};

    #[test]
    fn a_gap_is_in_somebodys_favour_where_a_way_is_wanted() {
        let gap = Gap::between(30.0, 20.0);
        assert_eq!(gap.favour(Direction::Up, 1), Some(Favour::First));
        assert_eq!(gap.favour(Direction::Down, 1), Some(Favour::Second));
        assert_eq!(gap.favour(Direction::None, 1), None);
        assert_eq!(Gap::between(20.0, 20.3).favour(Direction::Up, 0), Some(Favour::Nobody));
        assert_eq!(Gap::between(20.0, 20.3).favour(Direction::Down, 1), Some(Favour::First));
    }

    #[test]
    fn a_gap_is_followed_since_the_break() {
        let (first, second) = Pair::Sexes.groups(Group::default());
        let years: Vec<Period> = (2019..2023).map(Period::year_of).collect();
        let values = [50.0, 20.0, 30.0, 20.0, f64::NAN, 20.0, 14.0, 20.0];
        let cells = values.map(|v| Finite::new(v).ok_or(Missing::Suppressed)).to_vec();
        let table = Table::new(vec![Some(0)], years, vec![first, second], cells, vec![]).unwrap();
        let area = AreaId::new(0).unwrap();
        let found = |breaks: &[i16], until| {
            let at = |&year: &i16| Break { period: Period::year_of(year), text: Text::default() };
            let breaks: Vec<Break> = breaks.iter().map(at).collect();
            course(&table, area, Pair::Sexes, Group::default(), &breaks, Period::year_of(until), 1)
                .map(|c| (c.from.year(), c.to.year(), c.width, c.turned))
        };
        assert_eq!(found(&[], 2022), Some((2019, 2022, SpreadChange::Shrunk, true)));
        assert_eq!(found(&[2020], 2022), Some((2020, 2022, SpreadChange::Shrunk, true)));
        assert_eq!(found(&[2020], 2021), None, "one gap since the break");
        assert_eq!(found(&[2022], 2021), Some((2019, 2020, SpreadChange::Shrunk, false)));
        let between = |a, b| Gap::between(a, b);
        let course = |a, b| {
            let at = |year, gap| (Period::year_of(year), gap);
            Course::between(at(2000, a), at(2001, b), 1).width
        };
        assert_eq!(course(between(10.0, 20.0), between(10.0, 20.9)), SpreadChange::Same);
        assert_eq!(course(between(10.0, 20.0), between(10.0, 21.1)), SpreadChange::Grown);
        assert_eq!(course(between(10.0, 10.0), between(10.0, 10.04)), SpreadChange::Same);
    }

    #[test]
    fn a_gap_within_its_margin_is_nobodys() {
        let point =
            |value, margin| Point { margin: Some(margin), ..Point::exact(Period::year_of(2000), value) };
        let gap = |first| Gap::of(point(first, 3.0), point(20.0, 4.0));
        assert_eq!(gap(25.0).favour(Direction::Up, 1), Some(Favour::Nobody));
        assert_eq!(gap(26.0).favour(Direction::Up, 1), Some(Favour::First));
        assert!(!Gap::between(20.0, 20.0).is_within(), "exact values are equal, not uncertain");
        let course = |a, b| Course::between((Period::year_of(2000), a), (Period::year_of(2001), b), 1);
        assert_eq!(course(gap(26.0), gap(33.0)).width, SpreadChange::Same);
        assert_eq!(course(gap(26.0), gap(34.0)).width, SpreadChange::Grown);
        assert!(!course(gap(24.0), gap(10.0)).turned && course(gap(26.0), gap(10.0)).turned);
    }

    #[test]
    fn a_gap_needs_both_groups() {
        let (first, second) = Pair::Sexes.groups(Group::default());
        let value = |v| Finite::new(v).ok_or(Missing::NotAvailable);
        let years = [2020, 2021].map(Period::year_of);
        let cells = vec![value(30.0), value(20.0), value(31.0), Err(Missing::Suppressed)];
        let table = Table::new(vec![Some(0)], years.to_vec(), vec![first, second], cells, vec![]).unwrap();
        let area = AreaId::new(0).unwrap();
        let total = Group::default();
        let expected = Gap::between(30.0, 20.0);
        assert_eq!((expected.difference, expected.ratio), (10.0, Some(1.5)));
        assert_eq!(over_time(&table, area, Pair::Sexes, total), [Ok(expected), Err(Missing::Suppressed)]);
        assert_eq!(latest(&table, area, years[1], Pair::Sexes, total), Some((years[0], expected)));
        assert!(Pair::Sexes.is_in(&table, total) && !Pair::Origins.is_in(&table, total));
        assert_eq!(Gap::between(1.0, 0.0).ratio, None);
    }
}
