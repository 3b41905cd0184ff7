//! Values into a few classes, for maps and their legends.
//!
//! Everything is computed on the values *as shown*, rounded to the indicator's decimals, so
//! that two areas with the same number never get different classes. Three promises hold for
//! every method: no class is empty, no limit is repeated, and a limit has no more decimals
//! than the values. Where data carry fewer classes than asked for (ties, few values,
//! outliers), there are fewer.
//!
//! To keep colours comparable over time, pass the values of all periods.

pub mod ckmeans;
mod continuous;
mod deviation;
mod diverging;
mod equal;
mod quantile;

use crate::base::num;

use super::shown;

/// How limits are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Method {
    /// Natural breaks: least squared distance within classes, see [`ckmeans`].
    #[default]
    Natural,
    /// Equally many values in each.
    Quantile,
    /// Equally wide.
    Equal,
    /// One standard deviation wide, around the mean.
    Deviation,
    /// Equally wide steps down and up from a centre, which is a limit.
    Diverging,
    /// No classes: a continuous scale from lowest to highest.
    Continuous,
}

impl Method {
    /// Every method, in the order a reader chooses among them.
    pub const ALL: [Self; 6] =
        [Self::Natural, Self::Quantile, Self::Equal, Self::Deviation, Self::Diverging, Self::Continuous];

    /// Whether positions go both ways from a middle (−1 to 1) rather than up (0 to 1).
    pub fn is_two_sided(self) -> bool {
        matches!(self, Self::Deviation | Self::Diverging)
    }
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Request {
    /// How limits are found.
    pub method: Method,
    /// At most this many classes.
    pub classes: usize,
    /// Decimals the values are shown with.
    pub decimals: u8,
    /// The centre of [`Method::Diverging`], as a rule the county's value; without one, the
    /// median. Other methods do not look at it.
    pub centre: Option<f64>,
}

/// Classes of values. Class `i` holds `bounds[i] ≤ value < bounds[i + 1]`, the last also its
/// upper limit.
#[derive(Clone, Debug, PartialEq)]
pub struct Classes {
    /// How the limits were found.
    pub method: Method,
    /// One more than there are classes, strictly ascending, rounded to the decimals shown.
    pub bounds: Vec<f64>,
    /// How many of the values are in each class; never zero.
    pub counts: Vec<usize>,
    /// Where each class stands on the colour scale, ascending: 0 to 1, or −1 to 1 for a
    /// [two-sided](Method::is_two_sided) method, descending when [turned](Classes::turned).
    pub positions: Vec<f64>,
    /// The middle of a two-sided method: the mean, or the centre asked for.
    pub centre: Option<f64>,
    /// Inner limits in steps of the last decimal.
    cuts: Vec<f64>,
    decimals: u8,
}

impl Classes {
    /// How many classes; at least one.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Never.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The class of a value; below the first limit the first, above the last the last (the
    /// nation's value on a scale made for municipalities).
    pub fn class_of(&self, value: f64) -> usize {
        let steps = shown::steps(value, self.decimals);
        self.cuts.partition_point(|&cut| cut <= steps)
    }

    /// With the sides of a [two-sided](Method::is_two_sided) scale exchanged: the colour of much for
    /// the lowest values. Others stay as they are.
    #[must_use]
    pub fn turned(mut self) -> Self {
        if self.method.is_two_sided() {
            self.positions.iter_mut().for_each(|p| *p = -*p);
        }
        self
    }

    /// Whether a value is shown as the very middle of [`Method::Diverging`], on neither side of it.
    pub fn is_middle(&self, value: f64) -> bool {
        let steps = |v| shown::steps(v, self.decimals);
        self.method == Method::Diverging && self.centre.is_some_and(|c| steps(c) == steps(value))
    }

    /// Where a value stands on the colour scale: its class's position, or for
    /// [`Method::Continuous`] its own; none of both sides for what is in the middle.
    pub fn position_of(&self, value: f64) -> f64 {
        if self.is_middle(value) {
            return 0.0;
        }
        match (self.method, self.bounds.as_slice()) {
            (Method::Continuous, [low, .., high]) => num::clamp((value - low) / (high - low), 0.0, 1.0),
            _ => self.positions.get(self.class_of(value)).copied().unwrap_or(0.0),
        }
    }
}

/// Puts values into classes. Values that are not finite, or too large to tell two steps of the
/// last decimal apart, are left out; `None` when none is left.
pub fn classify(values: &[f64], request: &Request) -> Option<Classes> {
    let sample = Sample::new(values, request.decimals)?;
    let classes = request.classes.max(1);
    let plan = match request.method {
        _ if sample.levels.len() == 1 && request.method != Method::Diverging => Plan::whole(&sample),
        Method::Natural => ckmeans::plan(&sample, classes),
        Method::Quantile => quantile::plan(&sample, classes),
        Method::Equal => equal::plan(&sample, classes),
        Method::Deviation => deviation::plan(&sample, classes),
        Method::Diverging => {
            diverging::plan(&sample, classes, request.centre.map(|c| shown::steps(c, request.decimals)))
        }
        Method::Continuous => continuous::plan(&sample),
    };
    let inner = 1..plan.limits.len().saturating_sub(1);
    let mut found = Classes {
        method: request.method,
        bounds: plan.limits.iter().map(|limit| limit / sample.scale).collect(),
        counts: vec![0; plan.positions.len()],
        positions: plan.positions,
        centre: plan.centre.map(|c| c / sample.scale),
        cuts: plan.limits.get(inner).map(<[f64]>::to_vec).unwrap_or_default(),
        decimals: request.decimals,
    };
    for (level, count) in sample.levels.iter().zip(&sample.counts) {
        let class = found.cuts.partition_point(|cut| cut <= level);
        if let Some(sum) = found.counts.get_mut(class) {
            *sum += count;
        }
    }
    Some(found)
}

/// From here on not every whole number is a float: 2 to the power 53.
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Values in steps of the last decimal shown; at least one.
struct Sample {
    /// All, ascending.
    sorted: Vec<f64>,
    /// The distinct ones, ascending.
    levels: Vec<f64>,
    /// How many values are at each level.
    counts: Vec<usize>,
    /// Steps in a whole.
    scale: f64,
    min: f64,
    max: f64,
}

impl Sample {
    fn new(values: &[f64], decimals: u8) -> Option<Self> {
        let steps = values.iter().map(|&v| shown::steps(v, decimals));
        let mut sorted: Vec<f64> = steps.filter(|s| s.abs() < EXACT).collect();
        crate::base::order::sort_floats(&mut sorted);
        let (min, max) = (*sorted.first()?, *sorted.last()?);
        let (mut levels, mut counts) = (Vec::new(), Vec::new());
        for run in sorted.chunk_by(|a, b| a == b) {
            levels.extend(run.first());
            counts.push(run.len());
        }
        Some(Self { sorted, levels, counts, scale: shown::scale(decimals), min, max })
    }

    /// How many levels lie below a number.
    fn below(&self, number: f64) -> usize {
        self.levels.partition_point(|&level| level < number)
    }

    /// A limit that parts the levels before `split` from the rest, found among the whole steps
    /// between the two neighbours by `choose(lowest, highest)`.
    fn limit(&self, split: usize, choose: impl Fn(f64, f64) -> f64) -> f64 {
        let at = |i: usize| self.levels.get(i).copied().unwrap_or(self.max);
        let (low, high) = (at(split.saturating_sub(1)), at(split));
        // The highest value itself is a last resort: it is already the outer limit.
        let top = if high == self.max && high - low >= 2.0 { high - 1.0 } else { high };
        choose(low + 1.0, top)
    }

    /// The outer upper limit: the highest value, or one step more where that is an inner limit.
    fn top(&self, last_inner: f64) -> f64 {
        if last_inner >= self.max { self.max + 1.0 } else { self.max }
    }
}

/// What a method decides, in steps of the last decimal.
struct Plan {
    /// Strictly ascending, one more than the classes.
    limits: Vec<f64>,
    /// One per class.
    positions: Vec<f64>,
    centre: Option<f64>,
}

impl Plan {
    /// One class holding everything.
    fn whole(sample: &Sample) -> Self {
        Self { limits: vec![sample.min, sample.top(sample.min)], positions: vec![0.5], centre: None }
    }

    /// Classes that begin at these numbers of levels (ascending, without 0), with limits at
    /// the roundest number between the neighbours, nearest to `ideal(split)`; in the middle
    /// half of the gap where there is one, so that no limit clings to a value.
    fn at_splits(sample: &Sample, splits: &[(usize, f64)]) -> Self {
        let mut limits = vec![sample.min];
        limits.extend(splits.iter().map(|&(split, ideal)| {
            sample.limit(split, |low, high| {
                let quarter = (high - low) / 4.0;
                let (inner, outer) = (num::ceil(low + quarter), num::floor(high - quarter));
                if inner <= outer { roundest(inner, outer, ideal) } else { roundest(low, high, ideal) }
            })
        }));
        limits.push(sample.top(limits.last().copied().unwrap_or(sample.min)));
        Self { positions: ascending(limits.len() - 1), limits, centre: None }
    }
}

/// Positions of k sequential classes: evenly from 0 to 1; one class stands in the middle.
fn ascending(k: usize) -> Vec<f64> {
    match k {
        0 | 1 => vec![0.5],
        _ => (0..k).map(|i| i as f64 / (k - 1) as f64).collect(),
    }
}

/// The roundest whole number in `low..=high`: a multiple of the largest 1 or 5 times a power
/// of ten that has one there, and of those the nearest to `ideal`. Zero is rounder than all.
fn roundest(low: f64, high: f64, ideal: f64) -> f64 {
    if low <= 0.0 && high >= 0.0 {
        return 0.0;
    }
    let mut ten = 1.0;
    while ten * 10.0 <= low.abs().max(high.abs()) {
        ten *= 10.0;
    }
    while ten >= 1.0 {
        for step in [ten * 5.0, ten] {
            let near = num::round(ideal / step);
            let (first, last) = (num::ceil(low / step), num::floor(high / step));
            if first <= last {
                return num::clamp(near, first, last) * step;
            }
        }
        ten /= 10.0;
    }
    high
}

/// Presentable widths, ascending without end: 1, 2, 2.5 (from 25) and 5 times powers of ten.
fn widths() -> impl Iterator<Item = f64> {
    std::iter::successors(Some(1.0), |ten| Some(ten * 10.0)).flat_map(|ten: f64| {
        let quarter = (ten >= 10.0).then_some(ten * 2.5);
        [Some(ten), Some(ten * 2.0), quarter, Some(ten * 5.0)].into_iter().flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(method: Method, classes: usize, decimals: u8) -> Request {
        Request { method, classes, decimals, centre: None }
    }

    #[test]
    fn the_roundest_number_is_found() {
        assert_eq!(roundest(124.0, 489.0, 306.0), 300.0);
        assert_eq!(roundest(489.0, 511.0, 495.0), 500.0);
        assert_eq!(roundest(121.0, 129.0, 128.0), 125.0);
        assert_eq!(roundest(121.0, 124.0, 122.6), 123.0);
        assert_eq!(roundest(-7.0, 12.0, 5.0), 0.0);
        assert_eq!(roundest(-129.0, -121.0, -124.0), -125.0);
        assert_eq!(roundest(8.0, 8.0, 3.0), 8.0);
    }

    #[test]
    fn ties_and_sparse_data_give_fewer_classes() {
        for method in Method::ALL {
            let found = classify(&[3.0, 3.0, 3.0], &ask(method, 5, 1)).unwrap();
            assert_eq!((found.bounds, found.counts), (vec![3.0, 3.1], vec![3]), "{method:?}");
            let found = classify(&[1.0, 1.0, 2.0], &ask(method, 5, 0)).unwrap();
            assert!(found.len() <= 2 && found.counts.iter().sum::<usize>() == 3, "{method:?}");
            assert_eq!(classify(&[], &ask(method, 5, 0)), None);
            assert_eq!(classify(&[f64::NAN], &ask(method, 5, 0)), None);
        }
    }

    #[test]
    fn what_is_shown_alike_is_classed_alike() {
        let values = [12.31, 12.33, 12.36, 15.0, 20.0];
        let found = classify(&values, &ask(Method::Quantile, 5, 1)).unwrap();
        assert_eq!(found.class_of(12.31), found.class_of(12.33));
        assert_ne!(found.class_of(12.33), found.class_of(12.36));
        assert_eq!(found.counts.iter().sum::<usize>(), 5);
    }

    #[test]
    fn values_beyond_the_limits_get_the_outer_classes() {
        let found = classify(&[1.0, 2.0, 3.0, 4.0], &ask(Method::Quantile, 2, 0)).unwrap();
        assert_eq!((found.class_of(-9.0), found.class_of(99.0)), (0, 1));
    }
}
