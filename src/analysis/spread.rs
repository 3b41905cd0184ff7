//! How far apart values lie: range, deviation, quantiles, weighted and unweighted.
//!
//! The areas are the whole population of interest, not a sample: deviations divide by n.

use crate::{base::num, model::Cell};

/// One end of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// The value.
    pub value: f64,
    /// Index of the first cell that has it.
    pub at: usize,
    /// How many cells have exactly it.
    pub ties: usize,
}

/// The two ends of a set of cells, by name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ends {
    /// The lowest.
    pub low: End,
    /// The highest.
    pub high: End,
}

impl Ends {
    /// Highest minus lowest.
    pub fn range(&self) -> f64 {
        self.high.value - self.low.value
    }

    /// Highest over lowest; `None` unless the lowest is above zero, where a ratio has meaning.
    pub fn ratio(&self) -> Option<f64> {
        (self.low.value > 0.0).then(|| self.high.value / self.low.value)
    }
}

/// Everything about the spread of one period's cells.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// Cells with a value.
    pub n: usize,
    /// Cells without.
    pub missing: usize,
    /// Lowest and highest.
    pub ends: Ends,
    /// Unweighted mean.
    pub mean: f64,
    /// Population standard deviation.
    pub sd: f64,
    /// Coefficient of variation, see [`cv`].
    pub cv: Option<f64>,
    /// Lower quartile, median, upper quartile.
    pub quartiles: [f64; 3],
    /// Median absolute deviation from the median, unscaled.
    pub mad: f64,
}

/// The spread of these cells; `None` when none has a value.
pub fn spread(cells: &[Cell]) -> Option<Spread> {
    let values: Vec<f64> = cells.iter().flatten().map(|v| v.get()).collect();
    let ends = ends(cells)?;
    let mut sorted = values;
    crate::base::order::sort_floats(&mut sorted);
    Some(Spread {
        n: sorted.len(),
        missing: cells.len() - sorted.len(),
        ends,
        mean: mean(&sorted)?,
        sd: sd(&sorted)?,
        cv: cv(&sorted),
        quartiles: [quantile(&sorted, 0.25)?, quantile(&sorted, 0.5)?, quantile(&sorted, 0.75)?],
        mad: mad(&sorted)?,
    })
}

/// Lowest and highest cell; `None` when none has a value.
pub fn ends(cells: &[Cell]) -> Option<Ends> {
    let mut found: Option<Ends> = None;
    for (at, value) in cells.iter().enumerate().filter_map(|(at, cell)| Some((at, cell.ok()?.get()))) {
        let end = End { value, at, ties: 1 };
        let Some(ends) = &mut found else {
            found = Some(Ends { low: end, high: end });
            continue;
        };
        if value < ends.low.value {
            ends.low = end;
        } else if value == ends.low.value {
            ends.low.ties += 1;
        }
        if value > ends.high.value {
            ends.high = end;
        } else if value == ends.high.value {
            ends.high.ties += 1;
        }
    }
    found
}

/// Arithmetic mean; `None` for no values.
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Population standard deviation, √(Σ(x−m)²/n), in two passes; `None` for no values.
pub fn sd(values: &[f64]) -> Option<f64> {
    let mean = mean(values)?;
    let squares: f64 = values.iter().map(|x| (x - mean) * (x - mean)).sum();
    Some(num::sqrt(squares / values.len() as f64))
}

/// Coefficient of variation: population standard deviation over mean. `None` unless all values
/// are at least zero and some above: on other scales the ratio has no meaning.
pub fn cv(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|&m| m > 0.0)?;
    values.iter().all(|&x| x >= 0.0).then_some(sd(values)? / mean)
}

/// Mean absolute deviation from a reference such as the county: Σ|x−r|/n.
pub fn mean_deviation(values: &[f64], reference: f64) -> Option<f64> {
    let total: f64 = values.iter().map(|x| (x - reference).abs()).sum();
    (!values.is_empty()).then(|| total / values.len() as f64)
}

/// Weighted mean of (value, weight) pairs: Σwx/Σw. `None` unless every weight is at least zero
/// and some above.
pub fn weighted_mean(pairs: &[(f64, f64)]) -> Option<f64> {
    let total: f64 = pairs.iter().map(|p| p.1).sum();
    let valid = total > 0.0 && pairs.iter().all(|p| p.1 >= 0.0);
    valid.then(|| pairs.iter().map(|(x, w)| x * w).sum::<f64>() / total)
}

/// Weighted population standard deviation: √(Σw(x−m)²/Σw), m the weighted mean.
pub fn weighted_sd(pairs: &[(f64, f64)]) -> Option<f64> {
    let mean = weighted_mean(pairs)?;
    let total: f64 = pairs.iter().map(|p| p.1).sum();
    let squares: f64 = pairs.iter().map(|(x, w)| w * (x - mean) * (x - mean)).sum();
    Some(num::sqrt(squares / total))
}

/// Quantile of ascending values, definition 7 of Hyndman & Fan (1996), R's default: linear
/// between the order statistics around position (n−1)p. `None` for no values; `p` is held
/// within 0–1.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    let last = sorted.len().checked_sub(1)?;
    let position = last as f64 * num::clamp(p, 0.0, 1.0);
    let below = num::floor(position);
    let low = *sorted.get(below as usize)?;
    let high = sorted.get(below as usize + 1).copied().unwrap_or(low);
    Some(low + (position - below) * (high - low))
}

/// Median; `None` for no values.
pub fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    crate::base::order::sort_floats(&mut sorted);
    quantile(&sorted, 0.5)
}

/// Median absolute deviation from the median, unscaled (multiply by 1.4826 to compare with a
/// standard deviation of normal data; Rousseeuw & Croux 1993).
pub fn mad(values: &[f64]) -> Option<f64> {
    let centre = median(values)?;
    let distances: Vec<f64> = values.iter().map(|x| (x - centre).abs()).collect();
    median(&distances)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::num::Finite, model::Missing};

    #[test]
    fn ends_are_named_and_missing_is_counted() {
        let value = |v| Finite::new(v).ok_or(Missing::NotAvailable);
        let cells = [Err(Missing::Suppressed), value(4.0), value(2.0), value(8.0), value(2.0)];
        let spread = spread(&cells).unwrap();
        assert_eq!((spread.n, spread.missing), (4, 1));
        assert_eq!(spread.ends.low, End { value: 2.0, at: 2, ties: 2 });
        assert_eq!(spread.ends.high, End { value: 8.0, at: 3, ties: 1 });
        assert_eq!((spread.ends.range(), spread.ends.ratio()), (6.0, Some(4.0)));
        assert_eq!(super::spread(&[Err(Missing::Suppressed)]), None);
    }

    #[test]
    fn what_has_no_meaning_is_none() {
        assert_eq!(cv(&[-1.0, 3.0]), None);
        assert_eq!(cv(&[0.0, 0.0]), None);
        assert_eq!(weighted_mean(&[(1.0, 0.0)]), None);
        assert_eq!(weighted_mean(&[(1.0, 2.0), (1.0, -1.0)]), None);
        assert_eq!((sd(&[]), median(&[]), mad(&[])), (None, None, None));
        let zero = End { value: 0.0, at: 0, ties: 1 };
        assert_eq!(Ends { low: zero, high: zero }.ratio(), None);
    }
}
