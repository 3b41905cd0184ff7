//! Which area lies furthest from the reference over many indicators, to whichever side.
//!
//! An area's distance is the median of its absolute standardised deviations, every indicator counting
//! the same: a few extreme values do not make an area the one that differs.

use super::{shown, spread::median};

/// Fewest indicators that make a whole.
const FEWEST: usize = 10;

/// Fewest areas among which one can lie furthest away.
const FEWEST_AREAS: usize = 3;

/// Decimals of a distance as shown.
pub const DECIMALS: u8 = 1;

/// Who lies furthest away.
#[derive(Clone, Debug, PartialEq)]
pub struct Furthest {
    /// The areas at the largest distance as shown, in their own order.
    pub at: Vec<usize>,
    /// That distance.
    pub distance: f64,
    /// The distance of the area in the middle.
    pub middle: f64,
    /// The indicator in which the last of them lies furthest away; of several the first.
    pub most: usize,
}

/// The areas at the largest distance, of those with deviations in three quarters of the `indicators`.
/// `None` with fewer than ten indicators or three areas, or where the largest distance is shown as no
/// larger than the middle one.
pub fn furthest(
    indicators: usize,
    areas: usize,
    deviation: &dyn Fn(usize, usize) -> Option<f64>,
) -> Option<Furthest> {
    let mut out = Furthest { at: Vec::new(), distance: 0.0, middle: 0.0, most: 0 };
    let mut all = Vec::new();
    let steps = |v| shown::steps(v, DECIMALS);
    for at in 0..areas {
        let mut own = Vec::new();
        let mut most = (0.0, 0);
        for n in 0..indicators {
            if let Some(z) = deviation(n, at).map(f64::abs) {
                own.push(z);
                if z > most.0 {
                    most = (z, n);
                }
            }
        }
        if own.len() * 4 < indicators * 3 {
            continue;
        }
        let distance = median(&own)?;
        all.push(distance);
        if steps(distance) > steps(out.distance) {
            out.at.clear();
        }
        if steps(distance) >= steps(out.distance) {
            out.at.push(at);
            out.most = most.1;
            out.distance = distance.max(out.distance);
        }
    }
    out.middle = median(&all)?;
    let stands_out = steps(out.distance) > steps(out.middle);
    (indicators >= FEWEST && all.len() >= FEWEST_AREAS && stands_out).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(rows: &[Vec<Option<f64>>]) -> Option<Furthest> {
        furthest(rows.len(), rows.first().map_or(0, Vec::len), &|n, at| rows[n][at])
    }

    fn same(row: &[Option<f64>], times: usize) -> Vec<Vec<Option<f64>>> {
        vec![row.to_vec(); times]
    }

    #[test]
    fn either_side_counts_alike() {
        let found = of(&same(&[Some(0.5), Some(-1.2), Some(1.0)], 10));
        assert_eq!(found, Some(Furthest { at: vec![1], distance: 1.2, middle: 1.0, most: 0 }));
    }

    #[test]
    fn a_few_extremes_do_not_decide() {
        let mut rows = same(&[Some(0.2), Some(0.5), Some(1.0)], 10);
        for row in rows.iter_mut().take(4) {
            row[0] = Some(9.0);
        }
        rows[7][2] = Some(-4.0);
        assert_eq!(of(&rows).map(|f| (f.at, f.most)), Some((vec![2], 7)));
    }

    #[test]
    fn distances_shown_alike_are_equal() {
        let found = of(&same(&[Some(1.21), Some(0.1), Some(-1.19), Some(0.2), Some(0.3)], 10));
        assert_eq!(found.map(|f| (f.at, f.distance)), Some((vec![0, 2], 1.21)));
        assert_eq!(of(&same(&[Some(1.0), Some(1.01), Some(1.02)], 10)), None);
        assert_eq!(of(&same(&[Some(0.0), Some(0.0), Some(0.0)], 10)), None);
    }

    #[test]
    fn who_is_seldom_measured_is_not_judged() {
        let mut rows = same(&[Some(0.1), Some(0.2), Some(0.3), Some(5.0)], 12);
        for row in rows.iter_mut().take(4) {
            row[3] = None;
        }
        assert_eq!(of(&rows).map(|f| f.at), Some(vec![2]));
        assert_eq!(of(&same(&[Some(1.0), None, Some(0.1)], 12)), None);
    }

    #[test]
    fn too_few_say_nothing() {
        assert_eq!(of(&[]), None);
        assert_eq!(of(&same(&[Some(1.0), Some(2.0), Some(3.0)], 9)), None);
        assert_eq!(of(&same(&[Some(1.0), Some(2.0)], 10)), None);
    }
}
