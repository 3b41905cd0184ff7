//! The dispersion of every period: each stands for itself, so nothing crosses a break.

use crate::{base::period::Period, model::Table};

use super::{
    dispersion::{self, Dispersion, Measures},
    refusal::Refusal,
    scope::Scope,
    spread, weigh,
};

/// How areas lie in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moment {
    /// When.
    pub period: Period,
    /// Median of the areas.
    pub median: f64,
    /// Unweighted mean.
    pub mean: f64,
    /// Mean weighted by population, where every area with a value has a weight.
    pub weighted_mean: Option<f64>,
    /// Their dispersion.
    pub dispersion: Dispersion,
    /// The period of the weights.
    pub weighed: Option<Period>,
}

/// What areas' values are seen with.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Setting<'a> {
    /// The table that weights the areas.
    pub population: Option<&'a Table>,
    /// Whether values are totals that grow with the size of the area: then the county is no
    /// level of theirs, and weights would count people twice.
    pub is_amount: bool,
}

/// The dispersion in one period; `None` when no area has a value.
pub fn moment(table: &Table, scope: &Scope, setting: &Setting, period: Period) -> Option<Moment> {
    let cells = table.slice(scope.areas, period, scope.group);
    let values: Vec<f64> = cells.iter().flatten().map(|v| v.get()).collect();
    let (median, mean) = (spread::median(&values)?, spread::mean(&values)?);
    let county = table.get(scope.county, period, scope.group).ok().filter(|_| !setting.is_amount);
    let population = setting.population.filter(|_| !setting.is_amount);
    let weights = population.and_then(|table| weigh::weights(table, scope.areas, period, scope.group));
    let cells_of_weights = weights.as_ref().map_or(&[] as &[_], |w| w.cells.as_slice());
    let mut dispersion = dispersion::dispersion(&cells, cells_of_weights, county.map(|v| v.get()));
    if setting.is_amount {
        dispersion.weighted = Measures::refused(Refusal::Amount);
        dispersion.unweighted = dispersion.unweighted.of_amounts();
    }
    let pairs = dispersion::weighted_pairs(&cells, cells_of_weights);
    Some(Moment {
        period,
        median,
        mean,
        weighted_mean: pairs.ok().and_then(|pairs| spread::weighted_mean(&pairs)),
        dispersion,
        weighed: weights.map(|w| w.period),
    })
}

/// The dispersion in every period up to the scope's in which some area has a value.
pub fn moments(table: &Table, scope: &Scope, setting: &Setting) -> Vec<Moment> {
    let mut found = Vec::new();
    for &period in table.periods().iter().filter(|&&p| p <= scope.period) {
        found.extend(moment(table, scope, setting, period));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::dispersion::Measure,
        base::{id::AreaId, num::Finite},
        model::{Group, Missing},
    };

    #[test]
    fn each_period_says_whose_weights_it_has() {
        let years = |from: i16| (from..from + 2).map(Period::year_of).collect::<Vec<_>>();
        let table = |from, values: [f64; 6]| {
            let cells = values.map(|v| Finite::new(v).ok_or(Missing::Suppressed)).to_vec();
            let rows = (0..3).map(Some).collect();
            Table::new(rows, years(from), vec![Group::default()], cells, vec![]).unwrap()
        };
        let ids: Vec<AreaId> = (0..3).filter_map(AreaId::new).collect();
        let scope = Scope {
            areas: &ids[..2],
            county: ids[2],
            nation: None,
            group: Group::default(),
            breaks: &[],
            decimals: 1,
            period: Period::year_of(2023),
        };
        let people = table(2021, [10.0, 10.0, 10.0, 30.0, 0.0, 0.0]);
        let values = table(2022, [10.0, 20.0, 30.0, 40.0, 25.0, 35.0]);
        let setting = Setting { population: Some(&people), is_amount: false };
        let found = moments(&values, &scope, &setting);
        assert_eq!(found.iter().map(|m| m.weighed.unwrap().year()).collect::<Vec<_>>(), [2022, 2022]);
        assert_eq!((found[0].mean, found[0].weighted_mean), (20.0, Some(25.0)));
        assert_eq!(found[0].dispersion.get(Measure::MeanDeviation, false), Ok(10.0));
        let amount = moments(&values, &scope, &Setting { is_amount: true, ..setting });
        assert_eq!(amount[0].dispersion.get(Measure::Sd, true), Err(Refusal::Amount));
        assert_eq!(amount[0].dispersion.get(Measure::Disparity, false), Err(Refusal::Amount));
        assert_eq!(amount[0].weighted_mean, None);
        assert_eq!(moments(&values, &Scope { period: Period::year_of(2022), ..scope }, &setting).len(), 1);
    }
}
