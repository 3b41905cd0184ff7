//! Whether the latest five points go somewhere, judged so that no single one decides.
//!
//! Two end points say little about a noisy series. Here the slope is Theil–Sen's, the order
//! of the points is Mann–Kendall's, and the sign must survive leaving out any one point.

use crate::base::num;

use super::{series::Point, shown, uncertainty::is_within};

/// How many points are looked at: the latest of the unbroken run, whatever years lie between.
pub const POINTS: usize = 5;

/// Beyond this many standard deviations the order of the points counts as one direction: ten
/// per cent, two-sided. With five points at most one of the ten pairs may go the other way.
pub const CRITICAL: f64 = 1.645;

/// Where a series is going.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Trend {
    /// Up.
    Rising,
    /// Down.
    Falling,
    /// Nowhere: the points differ by at most one step of the last decimal shown, or no more than
    /// their margins.
    Level,
    /// Both ways, or by one leap only.
    Unclear,
    /// Fewer points than [`POINTS`].
    TooFew,
}

/// A trend and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TrendTest {
    /// The judgement.
    pub trend: Trend,
    /// How many points were looked at.
    pub points: usize,
    /// Theil–Sen slope per year; `None` for fewer than two points.
    pub slope: Option<f64>,
    /// Mann–Kendall's statistic; `None` for fewer than two points or when all are equal.
    pub kendall: Option<MannKendall>,
    /// Whether the slope keeps its sign when any one point is left out.
    pub stable: bool,
}

/// Mann–Kendall's statistic.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MannKendall {
    /// Pairs that rise minus pairs that fall.
    pub s: f64,
    /// Variance of `s` without a trend, corrected for ties.
    pub variance: f64,
    /// `s` in standard deviations, with continuity correction.
    pub z: f64,
}

/// The latest `POINTS` of a run, the part that trends are judged on.
pub fn latest(run: &[Point]) -> &[Point] {
    run.get(run.len().saturating_sub(POINTS)..).unwrap_or_default()
}

/// Judges the latest five points of a run (see [`super::series::run`]).
///
/// Rising (falling) when the Theil–Sen slope over the points' span reaches half a step of the
/// last decimal shown, Mann–Kendall's |z| reaches [`CRITICAL`] with the same sign, and the
/// slope keeps its sign when any one point is left out. Otherwise, and where the first and the last
/// point lie within their margins, level when all points lie within one step or their margins, else
/// unclear. After the trend rules of Fingertips (Public
/// Health England: five points, a test rather than end points).
pub fn trend(run: &[Point], decimals: u8) -> TrendTest {
    let points = latest(run);
    let pairs: Vec<(f64, f64)> = points.iter().map(|p| (p.period.position(), p.value)).collect();
    let values: Vec<f64> = points.iter().map(|p| p.value).collect();
    let slope = theil_sen(&pairs);
    let kendall = mann_kendall(&values);
    let stable = slope.is_some_and(|slope| is_stable(&pairs, slope));
    let mut test = TrendTest { trend: Trend::TooFew, points: points.len(), slope, kendall, stable };
    let (Some(slope), [first, .., last]) = (slope, points) else { return test };
    if points.len() < POINTS {
        return test;
    }
    let total = slope * (last.period.position() - first.period.position());
    let z = kendall.map_or(0.0, |k| k.z);
    let least = shown::half_step(decimals);
    let clear = stable && !is_within(last.value - first.value, first.margin, last.margin);
    if clear && total >= least && z >= CRITICAL {
        test.trend = Trend::Rising;
    } else if clear && total <= -least && z <= -CRITICAL {
        test.trend = Trend::Falling;
    } else {
        let (mut low, mut high) = (*first, *first);
        for &point in points {
            low = if point.value < low.value { point } else { low };
            high = if point.value > high.value { point } else { high };
        }
        let apart = high.value - low.value;
        // Compared as shown, so that no last bit decides.
        let level = shown::steps(apart, decimals) <= 1.0 || is_within(apart, low.margin, high.margin);
        test.trend = if level { Trend::Level } else { Trend::Unclear };
    }
    test
}

/// Theil–Sen slope: the median of the slopes of all pairs of (x, y) points with different x
/// (Theil 1950, Sen 1968). `None` when there is no such pair. As `scipy.stats.theilslopes`.
pub fn theil_sen(points: &[(f64, f64)]) -> Option<f64> {
    slope_without(points, None)
}

fn slope_without(points: &[(f64, f64)], left_out: Option<usize>) -> Option<f64> {
    let kept = || points.iter().enumerate().filter(move |&(i, _)| Some(i) != left_out);
    let slopes: Vec<f64> = kept()
        .flat_map(|(i, a)| kept().filter(move |&(j, b)| j > i && b.0 != a.0).map(move |(_, b)| (a, b)))
        .map(|(a, b)| (b.1 - a.1) / (b.0 - a.0))
        .collect();
    super::spread::median(&slopes)
}

fn is_stable(points: &[(f64, f64)], slope: f64) -> bool {
    let same = |left_out| slope_without(points, Some(left_out)).is_some_and(|s| s * slope > 0.0);
    (0..points.len()).all(same)
}

/// Mann–Kendall's statistic of values in time order (Mann 1945, Kendall 1975), its variance
/// corrected for ties: (n(n−1)(2n+5) − Σt(t−1)(2t+5)) / 18, z with continuity correction.
/// `None` when all values are equal or fewer than two. As `pymannkendall.original_test`.
pub fn mann_kendall(values: &[f64]) -> Option<MannKendall> {
    let mut s = 0.0;
    for (i, a) in values.iter().enumerate() {
        for b in values.iter().skip(i + 1) {
            s += f64::from(i8::from(b > a) - i8::from(b < a));
        }
    }
    let term = |n: usize| {
        let n = n as f64;
        n * (n - 1.0) * (2.0 * n + 5.0)
    };
    let mut sorted = values.to_vec();
    crate::base::order::sort_floats(&mut sorted);
    let ties: f64 = sorted.chunk_by(|a, b| a == b).map(|run| term(run.len())).sum();
    let variance = (term(values.len()) - ties) / 18.0;
    let away = (s.abs() - 1.0).max(0.0) * s.signum();
    (variance > 0.0).then(|| MannKendall { s, variance, z: away / num::sqrt(variance) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::period::Period;

    fn judged(values: &[f64], decimals: u8) -> Trend {
        let points =
            values.iter().zip(2000..).map(|(&value, year)| Point::exact(Period::year_of(year), value));
        trend(&points.collect::<Vec<_>>(), decimals).trend
    }

    #[test]
    fn one_point_does_not_make_a_trend() {
        assert_eq!(judged(&[10.0, 11.0, 12.0, 13.0, 14.0], 1), Trend::Rising);
        assert_eq!(judged(&[14.0, 13.0, 13.5, 12.0, 11.0], 1), Trend::Falling, "one pair goes up");
        assert_eq!(judged(&[10.0, 11.0, 9.0, 13.0, 8.0], 1), Trend::Unclear);
        assert_eq!(judged(&[10.0, 10.0, 10.0, 10.0, 30.0], 1), Trend::Unclear, "one leap");
        assert_eq!(judged(&[10.0, 11.0, 12.0, 13.0], 1), Trend::TooFew, "four points");
        assert_eq!(judged(&[10.0, 10.1, 10.0, 10.1, 10.1], 1), Trend::Level);
        assert_eq!(judged(&[10.001, 10.002, 10.003, 10.004, 10.005], 1), Trend::Level, "nothing to see");
        assert_eq!(judged(&[99.0, 1.0, 2.0, 3.0, 4.0, 5.0], 0), Trend::Rising, "only the latest five");
    }

    #[test]
    fn within_margins_nothing_goes_anywhere() {
        let judged = |values: [f64; 5]| {
            let year = |n: i16| Period::year_of(2000 + n);
            let points =
                values.iter().zip(0..).map(|(&v, n)| Point { margin: Some(3.0), ..Point::exact(year(n), v) });
            trend(&points.collect::<Vec<_>>(), 1).trend
        };
        assert_eq!(judged([10.0, 11.0, 12.0, 13.0, 14.0]), Trend::Level);
        assert_eq!(judged([10.0, 11.0, 12.0, 13.0, 15.0]), Trend::Rising);
        assert_eq!(judged([10.0, 19.0, 12.0, 13.0, 14.0]), Trend::Unclear);
    }
}
