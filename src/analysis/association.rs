//! Two indicators over the same areas: whether they go together. Never why.

use crate::model::Cell;

use super::{
    line::{self, Line},
    rank,
    refusal::{Measured, Refusal},
    spread,
};

/// Below this many areas any coefficient comes about by chance too easily to be worth a word.
pub const FEW: usize = 8;

/// How far from the others a residual lies that is named, in scaled median absolute deviations
/// (Iglewicz & Hoaglin, “How to Detect and Handle Outliers”, 1993: modified z above 3.5).
pub const OUTLYING: f64 = 3.5;

/// The association of two indicators.
#[derive(Clone, Debug, PartialEq)]
pub struct Association {
    /// Areas with both values.
    pub n: usize,
    /// Areas without one or both.
    pub missing: usize,
    /// Whether `n` is below [`FEW`], which the reader must be told.
    pub few: bool,
    /// Pearson's r.
    pub pearson: Measured,
    /// Spearman's ρ.
    pub spearman: Measured,
    /// Least-squares line of the second on the first.
    pub line: Result<Line, Refusal>,
    /// Indices of cells whose distance from the line is unlike the others'.
    pub outliers: Vec<usize>,
}

/// The association of `x` and `y`, cells of the same areas in the same order.
pub fn association(x: &[Cell], y: &[Cell]) -> Association {
    let (mut at, mut points) = (Vec::new(), Vec::new());
    for (i, pair) in x.iter().zip(y).enumerate() {
        if let (Ok(x), Ok(y)) = pair {
            at.push(i);
            points.push((x.get(), y.get()));
        }
    }
    let line = line::least_squares(&points);
    let mut outliers = Vec::new();
    if let Ok(line) = line {
        for found in outlying(&points, &line) {
            outliers.extend(at.get(found));
        }
    }
    Association {
        n: points.len(),
        missing: x.len().max(y.len()) - points.len(),
        few: points.len() < FEW,
        pearson: pearson(&points),
        spearman: spearman(&points),
        line,
        outliers,
    }
}

/// Pearson's product-moment correlation of (x, y) points. As `scipy.stats.pearsonr`.
///
/// # Errors
/// [`Refusal::TooFew`] for fewer than three points, [`Refusal::AllEqual`] when x or y is the
/// same everywhere.
pub fn pearson(points: &[(f64, f64)]) -> Measured {
    if points.len() < line::FEWEST {
        return Err(Refusal::TooFew);
    }
    let sums = line::sums(points);
    if sums.xx <= 0.0 || sums.yy <= 0.0 {
        return Err(Refusal::AllEqual);
    }
    Ok(crate::base::num::clamp(sums.xy / crate::base::num::sqrt(sums.xx * sums.yy), -1.0, 1.0))
}

/// Spearman's rank correlation: Pearson's of the ranks, equal values sharing their mean rank.
/// As `scipy.stats.spearmanr`.
///
/// # Errors
/// As [`pearson`].
pub fn spearman(points: &[(f64, f64)]) -> Measured {
    let (mut x, mut y) = (Vec::with_capacity(points.len()), Vec::with_capacity(points.len()));
    for point in points {
        x.push(point.0);
        y.push(point.1);
    }
    let ranks: Vec<(f64, f64)> = rank::mean_ranks(&x).into_iter().zip(rank::mean_ranks(&y)).collect();
    pearson(&ranks)
}

/// Points whose residual lies more than [`OUTLYING`] × 1.4826 × MAD from the median residual,
/// MAD being the residuals' median absolute deviation; none when more than half lie on the line.
fn outlying(points: &[(f64, f64)], line: &Line) -> Vec<usize> {
    let residuals: Vec<f64> = points.iter().map(|(x, y)| y - line.at(*x)).collect();
    let (Some(centre), Some(mad)) = (spread::median(&residuals), spread::mad(&residuals)) else {
        return Vec::new();
    };
    let size = points.iter().map(|p| p.1.abs()).fold(0.0, f64::max);
    // Residuals of the size of rounding errors are none.
    if mad <= 1e-12 * size {
        return Vec::new();
    }
    let reach = OUTLYING * 1.4826 * mad;
    (0..residuals.len()).filter(|&i| residuals.get(i).is_some_and(|r| (r - centre).abs() > reach)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::num::Finite, model::Missing};

    fn cells(values: &[f64]) -> Vec<Cell> {
        values.iter().map(|&v| Finite::new(v).ok_or(Missing::Suppressed)).collect()
    }

    #[test]
    fn missing_is_counted_and_the_one_apart_is_named() {
        let gone = f64::NAN;
        let x = cells(&[1.0, 2.0, gone, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0]);
        let y = cells(&[2.1, 3.9, 6.0, 8.2, 9.9, 40.0, 14.1, 15.8, gone, 20.1]);
        let found = association(&x, &y);
        assert_eq!((found.n, found.missing, found.few), (8, 2, false));
        assert_eq!(found.outliers, [5]);
        let found = association(&x[..4], &y[..4]);
        assert!(found.few && found.pearson.is_ok() && found.outliers.is_empty());
        assert_eq!(association(&x[..2], &y[..2]).pearson, Err(Refusal::TooFew));
        assert_eq!(association(&x, &cells(&[0.1; 10])).spearman, Err(Refusal::AllEqual));
    }

    #[test]
    fn nothing_lies_apart_from_a_perfect_line() {
        let x: Vec<f64> = (0..12).map(|i| f64::from(i) / 3.0).collect();
        let y: Vec<f64> = x.iter().map(|x| 0.1 + 0.7 * x).collect();
        let found = association(&cells(&x), &cells(&y));
        assert!(found.pearson.unwrap() > 1.0 - 1e-12);
        assert_eq!(found.outliers, [0; 0]);
    }
}
