//! The distance between two groups of people in the same area and period.

use crate::{
    base::{id::AreaId, period::Period},
    model::{Group, Missing, Origin, Sex, Table},
};

/// Which two groups.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pair {
    /// Women against men.
    Sexes,
    /// Born abroad against born in Sweden.
    Origins,
}

impl Pair {
    /// The two groups, first and second, alike `base` in everything else.
    pub fn groups(self, base: Group) -> (Group, Group) {
        match self {
            Self::Sexes => (Group { sex: Sex::Women, ..base }, Group { sex: Sex::Men, ..base }),
            Self::Origins => {
                (Group { origin: Origin::Foreign, ..base }, Group { origin: Origin::Domestic, ..base })
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
    /// Women, or born abroad.
    pub first: f64,
    /// Men, or born in Sweden.
    pub second: f64,
    /// `first − second`, in the indicator's unit.
    pub difference: f64,
    /// `first / second`; `None` unless both are above zero.
    pub ratio: Option<f64>,
}

impl Gap {
    /// The gap between two values.
    pub fn between(first: f64, second: f64) -> Self {
        let ratio = (first > 0.0 && second > 0.0).then(|| first / second);
        Self { first, second, difference: first - second, ratio }
    }
}

/// The gap in one area and period, or why there is none (the first group's reason before the
/// second's). Never derived from a total.
pub fn gap(table: &Table, area: AreaId, period: Period, pair: Pair, base: Group) -> Result<Gap, Missing> {
    let (first, second) = pair.groups(base);
    Ok(Gap::between(table.get(area, period, first)?.get(), table.get(area, period, second)?.get()))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::num::Finite;

    #[test]
    fn a_gap_needs_both_groups() {
        let (first, second) = Pair::Sexes.groups(Group::default());
        let value = |v| Finite::new(v).ok_or(Missing::NotAvailable);
        let years = [2020, 2021].map(Period::year_of);
        let cells = vec![value(30.0), value(20.0), value(31.0), Err(Missing::Suppressed)];
        let table = Table::new(vec![Some(0)], years.to_vec(), vec![first, second], cells, vec![]).unwrap();
        let area = AreaId::new(0).unwrap();
        let total = Group::default();
        let expected = Gap { first: 30.0, second: 20.0, difference: 10.0, ratio: Some(1.5) };
        assert_eq!(over_time(&table, area, Pair::Sexes, total), [Ok(expected), Err(Missing::Suppressed)]);
        assert_eq!(latest(&table, area, years[1], Pair::Sexes, total), Some((years[0], expected)));
        assert!(Pair::Sexes.is_in(&table, total) && !Pair::Origins.is_in(&table, total));
        assert_eq!(Gap::between(1.0, 0.0).ratio, None);
    }
}
