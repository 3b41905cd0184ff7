//! Which area a measure of dispersion hangs on: the measure with each one left out.

use crate::base::num;

use super::{
    dispersion::{self, Measure},
    refusal::{Measured, Refusal},
    spread,
};

/// The area that a measure hangs on most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Index into the pairs.
    pub at: usize,
    /// The measure of all.
    pub with: f64,
    /// The measure without that one.
    pub without: f64,
}

/// Leaves out each pair in turn: the measure of the others, in the order of the pairs.
pub fn leave_one_out(which: Measure, pairs: &[(f64, f64)], county: Option<f64>) -> Vec<Measured> {
    (0..pairs.len()).map(|at| without(which, pairs, county, at)).collect()
}

fn without(which: Measure, pairs: &[(f64, f64)], county: Option<f64>, at: usize) -> Measured {
    let mut others = pairs.to_vec();
    others.remove(at);
    dispersion::measure(which, &others, county)
}

/// More pairs than this are not left out one by one for the standard deviation.
const MANY: usize = 300;

/// The pair without which the standard deviation changes most, from the sums over all: without a pair
/// of weight w at distance d from the mean, Σw(x−m)² is smaller by d²·wW/(W−w), W the sum of weights.
fn outlier(pairs: &[(f64, f64)]) -> Option<usize> {
    let mean = spread::weighted_mean(pairs)?;
    let total: f64 = pairs.iter().map(|p| p.1).sum();
    let squares: f64 = pairs.iter().map(|(x, w)| w * (x - mean) * (x - mean)).sum();
    let change = |(x, w): (f64, f64)| {
        let rest = total - w;
        let left = squares - (x - mean) * (x - mean) * w * total / rest;
        (num::sqrt(left.max(0.0) / rest) - num::sqrt(squares / total)).abs()
    };
    let mut most: Option<(usize, f64)> = None;
    for (at, &pair) in pairs.iter().enumerate() {
        let change = change(pair);
        if most.is_none_or(|(_, c)| change > c) {
            most = Some((at, change));
        }
    }
    most.map(|(at, _)| at)
}

/// The pair without which the measure differs most from that of all; the first of several.
///
/// # Errors
/// The measure's own refusal; [`Refusal::TooFew`] for fewer than three pairs,
/// [`Refusal::AllEqual`] when leaving out any one changes nothing.
pub fn driver(which: Measure, pairs: &[(f64, f64)], county: Option<f64>) -> Result<Driver, Refusal> {
    let with = dispersion::measure(which, pairs, county)?;
    if pairs.len() <= dispersion::FEWEST {
        return Err(Refusal::TooFew);
    }
    // Leaving out each of thousands in turn takes longer than a reader waits.
    let outlier = if which == Measure::Sd && pairs.len() > MANY { outlier(pairs) } else { None };
    let all = match outlier {
        Some(at) => vec![(at, without(which, pairs, county, at))],
        None => leave_one_out(which, pairs, county).into_iter().enumerate().collect(),
    };
    let mut found: Option<Driver> = None;
    for (at, without) in all {
        let Ok(without) = without else { continue };
        let change = (without - with).abs();
        let most = found.map_or(0.0, |f| (f.without - f.with).abs());
        // Beyond the last bits, so that the order of the pairs decides nothing else.
        if change > most + 1e-12 * with.abs() {
            found = Some(Driver { at, with, without });
        }
    }
    found.ok_or(Refusal::AllEqual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_is_the_one_far_out() {
        let found =
            |values: &[f64]| driver(Measure::Sd, &values.iter().map(|&v| (v, 1.0)).collect::<Vec<_>>(), None);
        let far = found(&[5.0, 6.0, 30.0, 7.0]).unwrap();
        assert_eq!(far.at, 2);
        assert!(far.without < 1.0 && far.with > 10.0);
        assert_eq!(found(&[5.0, 5.0, 5.0]), Err(Refusal::AllEqual));
        assert_eq!(found(&[5.0, 6.0]), Err(Refusal::TooFew));
    }

    #[test]
    fn among_many_it_is_found_from_the_sums() {
        let far = |n: usize| (n as f64 * 0.7).sin() * 10.0 + if n == 123 { 40.0 } else { 0.0 };
        for weight in [|_| 1.0, |n: usize| 1.0 + (n % 7) as f64] {
            let pairs: Vec<(f64, f64)> = (0..MANY + 50).map(|n| (far(n), weight(n))).collect();
            let with = dispersion::measure(Measure::Sd, &pairs, None).unwrap();
            let all = leave_one_out(Measure::Sd, &pairs, None);
            let change = |at: usize| (all[at].unwrap() - with).abs();
            let most = (0..all.len()).max_by(|&a, &b| change(a).total_cmp(&change(b))).unwrap();
            let found = driver(Measure::Sd, &pairs, None).unwrap();
            assert_eq!((found.at, Ok(found.without)), (most, all[most]));
        }
    }
}
