//! Areas like a given one: standardised distance over chosen context indicators.
//!
//! The method of the Office for National Statistics' “Clustering similar local authorities”
//! (2023): every indicator in standard deviations from its mean, then Euclidean distance.

use crate::{
    base::{
        id::{AreaId, IndicatorId},
        num, order,
        period::Period,
        unit::UnitKind,
    },
    model::{Cell, Dataset, Missing},
};

use super::spread;

/// Share of the indicators used that an area must have to be compared.
const ENOUGH: f64 = 0.5;

/// One context indicator over the areas compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Feature {
    /// Which.
    pub indicator: IndicatorId,
    /// The period its values are from; `None` when it has none.
    pub period: Option<Period>,
    /// Whether its logarithm is compared: for totals such as population, where the step from
    /// 5,000 to 10,000 counts as much as that from 50,000 to 100,000.
    pub log: bool,
    /// One cell per area.
    pub cells: Vec<Cell>,
}

/// How like one area is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// Index of the area.
    pub at: usize,
    /// Root mean square of the differences in standard deviations: the Euclidean distance over
    /// the square root of the number of indicators, so that areas with fewer compare.
    pub distance: f64,
    /// Indicators both areas have.
    pub shared: usize,
}

/// The areas like a given one, and the choice they rest on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Similar {
    /// Indicators compared, each with the period of its values.
    pub used: Vec<(IndicatorId, Period)>,
    /// Indicators asked for but not compared: the area has no value, or all areas have the same.
    pub left_out: Vec<IndicatorId>,
    /// Nearest first; of equals the first.
    pub areas: Vec<Likeness>,
    /// Areas with fewer than half of the indicators used, which are not compared.
    pub missing: usize,
}

/// Compares the area at index `at` with all others, nearest first.
pub fn similar(features: &[Feature], at: usize) -> Similar {
    let mut found = Similar::default();
    let mut used: Vec<Vec<Option<f64>>> = Vec::new();
    for feature in features {
        let scores = scores(feature);
        match (feature.period, scores.get(at)) {
            (Some(period), Some(Some(_))) => {
                found.used.push((feature.indicator, period));
                used.push(scores);
            }
            _ => found.left_out.push(feature.indicator),
        }
    }
    let areas = features.iter().map(|f| f.cells.len()).max().unwrap_or_default();
    for other in (0..areas).filter(|&other| other != at) {
        match distance(&used, at, other) {
            Some(likeness) => found.areas.push(likeness),
            None => found.missing += 1,
        }
    }
    order::sort_by(&mut found.areas, &mut |a, b| a.distance.total_cmp(&b.distance));
    found
}

/// The features of these areas from a dataset: for each indicator its latest period up to
/// `until` in which some area has a value, everybody. Totals by their logarithm.
pub fn features(data: &Dataset, ids: &[IndicatorId], areas: &[AreaId], until: Period) -> Vec<Feature> {
    let mut found = Vec::with_capacity(ids.len());
    for &indicator in ids {
        let log = data.indicator(indicator).unit.kind == UnitKind::Amount;
        let Some(table) = data.table(indicator) else {
            let cells = vec![Err(Missing::NotAvailable); areas.len()];
            found.push(Feature { indicator, period: None, log, cells });
            continue;
        };
        let group = table.default_group();
        let has = |period| areas.iter().any(|&a| table.get(a, period, group).is_ok());
        let period = table.periods().iter().rev().copied().find(|&p| p <= until && has(p));
        let cells = areas
            .iter()
            .map(|&a| period.map_or(Err(Missing::NotAvailable), |p| table.get(a, p, group)))
            .collect();
        found.push(Feature { indicator, period, log, cells });
    }
    found
}

/// Standard scores under the population standard deviation; none where there is no value, and
/// none at all when every value is the same.
fn scores(feature: &Feature) -> Vec<Option<f64>> {
    let plain = |cell: &Cell| {
        let value = cell.ok()?.get();
        match feature.log {
            true if value > 0.0 => Some(num::ln(value)),
            true => None,
            false => Some(value),
        }
    };
    let values: Vec<Option<f64>> = feature.cells.iter().map(plain).collect();
    let known: Vec<f64> = values.iter().flatten().copied().collect();
    let size = known.iter().map(|v| v.abs()).fold(0.0, f64::max);
    let (Some(mean), Some(sd)) = (spread::mean(&known), spread::sd(&known).filter(|sd| *sd > 1e-12 * size))
    else {
        return vec![None; values.len()];
    };
    values.into_iter().map(|v| Some((v? - mean) / sd)).collect()
}

fn distance(used: &[Vec<Option<f64>>], at: usize, other: usize) -> Option<Likeness> {
    let (mut squares, mut shared) = (0.0, 0);
    for scores in used {
        if let (Some(Some(a)), Some(Some(b))) = (scores.get(at), scores.get(other)) {
            squares += (a - b) * (a - b);
            shared += 1;
        }
    }
    let enough = shared > 0 && shared as f64 >= ENOUGH * used.len() as f64;
    enough.then(|| Likeness { at: other, distance: num::sqrt(squares / shared as f64), shared })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::num::Finite;

    fn feature(id: usize, log: bool, values: &[f64]) -> Feature {
        Feature {
            indicator: IndicatorId::new(id).unwrap(),
            period: Some(Period::year_of(2022)),
            log,
            cells: values.iter().map(|&v| Finite::new(v).ok_or(Missing::Suppressed)).collect(),
        }
    }

    #[test]
    fn the_nearest_is_found_and_the_choice_is_told() {
        let gone = f64::NAN;
        let features = [
            feature(0, true, &[100.0, 1000.0, 110.0, 10_000.0, gone]),
            feature(1, false, &[20.0, 20.5, 21.0, 30.0, 20.0]),
            feature(2, false, &[gone, 1.0, 2.0, 3.0, 4.0]),
            feature(3, false, &[0.1; 5]),
            feature(4, false, &[5.0, 6.0, 5.5, gone, gone]),
        ];
        let found = similar(&features, 0);
        let ids = |ids: &[usize]| ids.iter().filter_map(|&i| IndicatorId::new(i)).collect::<Vec<_>>();
        assert_eq!(found.used.iter().map(|u| u.0).collect::<Vec<_>>(), ids(&[0, 1, 4]));
        assert_eq!(found.left_out, ids(&[2, 3]));
        assert_eq!(
            found.areas.iter().map(|a| (a.at, a.shared)).collect::<Vec<_>>(),
            [(2, 3), (1, 3), (3, 2)]
        );
        assert_eq!(found.missing, 1, "one of three is less than half");
    }
}
