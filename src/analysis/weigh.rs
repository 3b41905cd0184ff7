//! How many people a value is about: weights for the areas from the population table.

use crate::{
    base::{id::AreaId, period::Period},
    model::{Cell, Group, Origin, Table},
};

/// Weights for some areas, and what they count.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// The period they are from: the one asked for, else the latest before it.
    pub period: Period,
    /// Whom they count: the sex asked for where the table tells sexes apart.
    pub group: Group,
    /// One cell per area.
    pub cells: Vec<Cell>,
}

/// Populations for the areas at `period`. Where the table has none for that period, those of
/// the latest earlier one that has some, as [`Weights::period`] says; `None` when there is no
/// earlier one either. Women are weighed by women where the table tells sexes apart; a table
/// that does not know a group weighs it by everybody, as [`Weights::group`] says. One that does not
/// know everybody weighs nobody else: a half is no whole.
pub fn weights(population: &Table, areas: &[AreaId], period: Period, group: Group) -> Option<Weights> {
    let same_sex = Group { origin: Origin::Total, ..group };
    let known = [group, same_sex, Group::default()];
    let group = known.into_iter().find(|g| population.groups().contains(g))?;
    for &at in population.periods().iter().rev().filter(|&&p| p <= period) {
        let cells = population.slice(areas, at, group);
        if cells.iter().any(|cell| cell.is_ok()) {
            return Some(Weights { period: at, group, cells });
        }
    }
    None
}

/// As [`weights`], but only when they count exactly this group.
pub fn exact(population: &Table, areas: &[AreaId], period: Period, group: Group) -> Option<Weights> {
    weights(population, areas, period, group).filter(|found| found.group == group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::num::Finite,
        model::{Missing, Sex},
    };

    #[test]
    fn the_period_before_is_told() {
        let women = Group { sex: Sex::Women, ..Group::default() };
        let years = [2020, 2022].map(Period::year_of).to_vec();
        let cells = [10.0, 5.0, 12.0, 6.0].map(|v| Finite::new(v).ok_or(Missing::NotAvailable)).to_vec();
        let groups = vec![Group::default(), women];
        let table = Table::new(vec![Some(0)], years, groups, cells, vec![]).unwrap();
        let areas = [AreaId::new(0).unwrap()];
        let found = |year, group| {
            let found = weights(&table, &areas, Period::year_of(year), group)?;
            Some((found.period.year(), found.group.sex, found.cells[0].unwrap().get()))
        };
        assert_eq!(found(2022, Group::default()), Some((2022, Sex::Total, 12.0)));
        assert_eq!(found(2021, women), Some((2020, Sex::Women, 5.0)));
        assert_eq!(found(2019, women), None);
        let men = Group { sex: Sex::Men, ..Group::default() };
        assert_eq!(found(2023, men), Some((2022, Sex::Total, 12.0)));
        let foreign = Group { origin: Origin::Foreign, ..women };
        assert_eq!(found(2022, foreign), Some((2022, Sex::Women, 6.0)));
        let halves = Table::new(
            vec![Some(0)],
            vec![Period::year_of(2022)],
            vec![women, men],
            [6.0, 7.0].map(|v| Finite::new(v).ok_or(Missing::NotAvailable)).to_vec(),
            vec![],
        );
        let of = |group| weights(halves.as_ref().unwrap(), &areas, Period::year_of(2022), group).is_some();
        assert_eq!([women, men, Group::default()].map(of), [true, true, false]);
        assert!(exact(&table, &areas, Period::year_of(2022), foreign).is_none());
        assert!(exact(&table, &areas, Period::year_of(2022), women).is_some());
    }
}
