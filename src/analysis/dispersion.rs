//! How unequal areas are: ten measures, each weighted by population and unweighted.
//!
//! Unweighted, every area counts the same; weighted, every inhabitant does. Measures are
//! computed on (value, weight) pairs, so the unweighted ones are those with all weights 1.
//! Definitions: WHO, “Handbook on health inequality monitoring” (2013) and the technical notes
//! of its Health Equity Assessment Toolkit, without their factors of 100 and 1000.

use crate::{
    base::{num, order},
    model::Cell,
};

use super::{
    refusal::{Measured, Refusal},
    spread::{self, Ends},
};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Highest minus lowest, in the unit; knows no weights.
    Range,
    /// Highest over lowest; knows no weights.
    Ratio,
    /// The 90th percentile over the 10th; knows no weights.
    Percentiles,
    /// Population standard deviation, in the unit.
    Sd,
    /// Coefficient of variation: standard deviation over mean.
    Cv,
    /// Mean absolute deviation from the county, in the unit.
    MeanDeviation,
    /// Index of disparity: mean absolute deviation from the county over the county.
    Disparity,
    /// Gini coefficient, 0 to 1.
    Gini,
    /// Theil's T, 0 to ln n.
    Theil,
    /// Mean log deviation, from 0.
    Mld,
}

impl Measure {
    /// Every measure, simplest first.
    pub const ALL: [Self; 10] = [
        Self::Range,
        Self::Ratio,
        Self::Percentiles,
        Self::Sd,
        Self::Cv,
        Self::MeanDeviation,
        Self::Disparity,
        Self::Gini,
        Self::Theil,
        Self::Mld,
    ];

    /// Whether the measure is in the indicator's unit (percentage points for shares); the
    /// others have none and compare indicators.
    pub fn has_unit(self) -> bool {
        matches!(self, Self::Range | Self::Sd | Self::MeanDeviation)
    }

    /// Whether weights change it.
    pub fn is_weighable(self) -> bool {
        !matches!(self, Self::Range | Self::Ratio | Self::Percentiles)
    }
}

/// Fewest values between which anything is measured.
pub const FEWEST: usize = 2;

/// Fewest values with percentiles: from here on at least two lie beyond each of the 10th and
/// the 90th. The 21 counties have them, 12 municipalities do not.
pub const FEWEST_PERCENTILES: usize = 20;

/// Every measure under one weighting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measures([Measured; Measure::ALL.len()]);

impl Measures {
    /// The measures of these (value, weight) pairs; `county` is the level that deviations are
    /// measured from.
    pub fn of(pairs: &[(f64, f64)], county: Option<f64>) -> Self {
        Self(Measure::ALL.map(|which| measure(which, pairs, county)))
    }

    /// The same of totals: what is measured from the county's has no meaning, whether it has one or not.
    #[must_use]
    pub fn of_amounts(self) -> Self {
        let meant = |why| if why == Refusal::NoCounty { Refusal::Amount } else { why };
        Self(self.0.map(|measured| measured.map_err(meant)))
    }

    /// No measure, for one reason.
    pub fn refused(why: Refusal) -> Self {
        Self([Err(why); Measure::ALL.len()])
    }

    /// One of them.
    pub fn get(&self, which: Measure) -> Measured {
        self.0.get(which as usize).copied().unwrap_or(Err(Refusal::TooFew))
    }
}

/// The dispersion of one period's cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// Cells with a value.
    pub n: usize,
    /// Cells without.
    pub missing: usize,
    /// Lowest and highest by index; `None` when no cell has a value.
    pub ends: Option<Ends>,
    /// Every area counts the same.
    pub unweighted: Measures,
    /// Every inhabitant counts the same; refused when an area with a value has no weight.
    pub weighted: Measures,
}

impl Dispersion {
    /// One measure, weighted or not.
    pub fn get(&self, which: Measure, weighted: bool) -> Measured {
        if weighted { self.weighted.get(which) } else { self.unweighted.get(which) }
    }
}

/// The dispersion of these cells. `weights` are the areas' populations in the same order (empty
/// where there are none), `county` the level that deviations are measured from.
pub fn dispersion(cells: &[Cell], weights: &[Cell], county: Option<f64>) -> Dispersion {
    let plain = pairs(cells);
    Dispersion {
        n: plain.len(),
        missing: cells.len() - plain.len(),
        ends: spread::ends(cells),
        unweighted: Measures::of(&plain, county),
        weighted: match weighted_pairs(cells, weights) {
            Ok(pairs) => Measures::of(&pairs, county),
            Err(why) => Measures::refused(why),
        },
    }
}

/// The values that are there, each with weight 1.
pub fn pairs(cells: &[Cell]) -> Vec<(f64, f64)> {
    cells.iter().flatten().map(|v| (v.get(), 1.0)).collect()
}

/// The values that are there, each with its weight.
///
/// # Errors
/// [`Refusal::NoWeights`] when one of them has no weight above zero: the measure would be about
/// fewer areas than its unweighted sibling.
pub fn weighted_pairs(cells: &[Cell], weights: &[Cell]) -> Result<Vec<(f64, f64)>, Refusal> {
    let mut pairs = Vec::with_capacity(cells.len());
    for (at, cell) in cells.iter().enumerate() {
        let Ok(value) = cell else { continue };
        let weight = weights.get(at).and_then(|w| w.ok()).map_or(0.0, |w| w.get());
        if weight <= 0.0 {
            return Err(Refusal::NoWeights);
        }
        pairs.push((value.get(), weight));
    }
    Ok(pairs)
}

/// One measure of (value, weight) pairs, weights above zero.
///
/// - **Range, ratio**: of the ends; the ratio needs every value above zero.
/// - **Percentiles**: type 7 quantiles at 0.9 and 0.1, ratio, for [`FEWEST_PERCENTILES`] values.
/// - **Standard deviation, coefficient of variation**: √(Σw(x−m)²/Σw) and that over m; the
///   latter needs values of at least zero and m above.
/// - **Mean deviation**: Σw|x−r|/Σw, r the county.
/// - **Index of disparity**: Σw|x−r|/Σw/r (Pearcy & Keppel, “A summary measure of health
///   disparity”, Public Health Reports 117/2002).
/// - **Gini**: ΣΣ wᵢwⱼ|xᵢ−xⱼ| / (2(Σw)²m), no small-sample correction: the areas are all there
///   are.
/// - **Theil's T**: Σw·x/m·ln(x/m)/Σw, where zero contributes zero; **mean log deviation**:
///   Σw·ln(m/x)/Σw, which needs every value above zero (Theil, “Economics and Information
///   Theory”, 1967). m is the mean under the same weights.
///
/// # Errors
/// [`Refusal::TooFew`] for fewer than two values; else what the list says.
pub fn measure(which: Measure, pairs: &[(f64, f64)], county: Option<f64>) -> Measured {
    if pairs.len() < FEWEST {
        return Err(Refusal::TooFew);
    }
    let low = pairs.iter().map(|p| p.0).fold(f64::INFINITY, f64::min);
    let high = pairs.iter().map(|p| p.0).fold(f64::NEG_INFINITY, f64::max);
    match which {
        Measure::Range => return Ok(high - low),
        Measure::Ratio => {
            above_zero(low)?;
            return Ok(high / low);
        }
        Measure::Percentiles => return percentiles(pairs),
        Measure::MeanDeviation => return mean_deviation(pairs, county.ok_or(Refusal::NoCounty)?),
        Measure::Disparity => {
            let level = county.ok_or(Refusal::NoCounty)?;
            not_negative(low)?;
            return Ok(mean_deviation(pairs, positive(level)?)? / level);
        }
        // Exactly, whatever the mean's last bit says.
        Measure::Sd if low == high => return Ok(0.0),
        Measure::Sd => return spread::weighted_sd(pairs).ok_or(Refusal::NoWeights),
        Measure::Cv | Measure::Gini | Measure::Theil | Measure::Mld => {}
    }
    not_negative(low)?;
    let mean = positive(spread::weighted_mean(pairs).ok_or(Refusal::NoWeights)?)?;
    match which {
        Measure::Mld if low <= 0.0 => Err(Refusal::Zero),
        _ if low == high => Ok(0.0),
        Measure::Gini => Ok(gini(pairs, mean)),
        Measure::Theil => Ok(average(pairs, &|x| entropy(x / mean)).max(0.0)),
        Measure::Mld => Ok(average(pairs, &|x| num::ln(mean / x)).max(0.0)),
        _ => Ok(spread::weighted_sd(pairs).ok_or(Refusal::NoWeights)? / mean),
    }
}

/// r·ln r, continued to zero at zero.
pub(super) fn entropy(r: f64) -> f64 {
    if r > 0.0 { r * num::ln(r) } else { 0.0 }
}

pub(super) fn not_negative(low: f64) -> Result<(), Refusal> {
    if low < 0.0 { Err(Refusal::Negative) } else { Ok(()) }
}

pub(super) fn above_zero(low: f64) -> Result<(), Refusal> {
    not_negative(low)?;
    if low > 0.0 { Ok(()) } else { Err(Refusal::Zero) }
}

fn positive(level: f64) -> Measured {
    if level > 0.0 { Ok(level) } else { Err(Refusal::NoLevel) }
}

fn average(pairs: &[(f64, f64)], of: &dyn Fn(f64) -> f64) -> f64 {
    let total: f64 = pairs.iter().map(|p| p.1).sum();
    pairs.iter().map(|(x, w)| w * of(*x)).sum::<f64>() / total
}

fn mean_deviation(pairs: &[(f64, f64)], from: f64) -> Measured {
    spread::weighted_mean(pairs).ok_or(Refusal::NoWeights)?;
    Ok(average(pairs, &|x| (x - from).abs()))
}

fn percentiles(pairs: &[(f64, f64)]) -> Measured {
    if pairs.len() < FEWEST_PERCENTILES {
        return Err(Refusal::TooFew);
    }
    let mut sorted: Vec<f64> = pairs.iter().map(|p| p.0).collect();
    order::sort_floats(&mut sorted);
    not_negative(sorted.first().copied().unwrap_or_default())?;
    let at = |p| spread::quantile(&sorted, p).ok_or(Refusal::TooFew);
    let (low, high) = (at(0.1)?, at(0.9)?);
    if low > 0.0 { Ok(high / low) } else { Err(Refusal::Zero) }
}

/// With the pairs in ascending order and Wᵢ the weight before pair i, the double sum is
/// 2Σwᵢxᵢ(2Wᵢ + wᵢ) − 2(Σw)²m.
fn gini(pairs: &[(f64, f64)], mean: f64) -> f64 {
    let mut sorted = pairs.to_vec();
    order::sort_by(&mut sorted, &mut |a, b| a.0.total_cmp(&b.0));
    let (mut before, mut sum) = (0.0, 0.0);
    for (x, w) in sorted {
        sum += w * x * (2.0 * before + w);
        before += w;
    }
    (sum / (before * before * mean) - 1.0).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::num::Finite, model::Missing};

    fn cells(values: &[f64]) -> Vec<Cell> {
        values.iter().map(|&v| Finite::new(v).ok_or(Missing::Suppressed)).collect()
    }

    #[test]
    fn measures_without_meaning_are_refused() {
        let refused = |which, values: &[f64], county| {
            dispersion(&cells(values), &[], county).unweighted.get(which).err()
        };
        let (below, zero): (&[f64], &[f64]) = (&[-1.0, 2.0], &[0.0, 2.0]);
        for which in Measure::ALL {
            assert_eq!(refused(which, &[1.0], Some(1.0)), Some(Refusal::TooFew), "{which:?}");
            let divides = !which.has_unit() && which != Measure::Percentiles;
            let negative = divides.then_some(Refusal::Negative);
            assert_eq!(
                refused(which, below, Some(1.0)).filter(|w| *w != Refusal::TooFew),
                negative,
                "{which:?}"
            );
            let logs = matches!(which, Measure::Ratio | Measure::Mld).then_some(Refusal::Zero);
            assert_eq!(refused(which, zero, Some(1.0)).filter(|w| *w != Refusal::TooFew), logs, "{which:?}");
        }
        for which in [Measure::Cv, Measure::Gini, Measure::Theil] {
            assert_eq!(refused(which, &[0.0, 0.0], None), Some(Refusal::NoLevel));
        }
        assert_eq!(refused(Measure::Disparity, zero, Some(0.0)), Some(Refusal::NoLevel));
        assert_eq!(refused(Measure::Disparity, zero, None), Some(Refusal::NoCounty));
        assert_eq!(refused(Measure::MeanDeviation, below, None), Some(Refusal::NoCounty));
    }

    #[test]
    fn an_area_without_weight_stops_the_weighted_measures_only() {
        let values = cells(&[10.0, f64::NAN, 30.0]);
        let found = dispersion(&values, &cells(&[1.0, f64::NAN, 3.0]), None);
        assert_eq!((found.n, found.missing), (2, 1));
        assert_eq!(found.get(Measure::Sd, false), Ok(10.0));
        assert_eq!(found.get(Measure::Sd, true), Ok(num::sqrt(75.0)));
        let found = dispersion(&values, &cells(&[1.0, 2.0, f64::NAN]), None);
        assert_eq!(found.get(Measure::Sd, true), Err(Refusal::NoWeights));
        assert_eq!(found.get(Measure::Sd, false), Ok(10.0));
    }

    #[test]
    fn percentiles_need_twenty() {
        let values: Vec<f64> = (1..=21).map(f64::from).collect();
        let found = |n: usize| measure(Measure::Percentiles, &pairs(&cells(&values[..n])), None);
        assert_eq!(found(19), Err(Refusal::TooFew));
        assert_eq!(found(21), Ok(19.0 / 3.0));
    }
}
