//! What can be told apart when values have margins: survey error, or noise added to protect
//! individuals.

use crate::{
    base::{id::AreaId, period::Period},
    model::{Cell, Direction, Group, Table},
};

use super::{
    rank::{self, Order, Rank},
    shown, spread,
};

/// Ranks of the cells as [`rank::ranks`], each with the places it may have where margins leave it
/// open.
pub fn ranks(cells: &[Cell], margins: &[Option<f64>], order: Order, decimals: u8) -> Vec<Option<Rank>> {
    let mut found = rank::ranks(cells, order, decimals);
    if margins.iter().all(Option::is_none) {
        return found;
    }
    let certain = rank_intervals(cells, &[], order, decimals);
    let open = rank_intervals(cells, margins, order, decimals);
    for (rank, (certain, open)) in found.iter_mut().zip(certain.into_iter().zip(open)) {
        if let (Some(rank), Some(open)) = (rank, open.filter(|_| open != certain)) {
            rank.span = Some((open.best, open.worst));
        }
    }
    found
}

/// [`ranks`] of areas in a table, the wanted end first.
pub fn places(
    table: &Table,
    areas: &[AreaId],
    period: Period,
    group: Group,
    (wanted, decimals): (Direction, u8),
) -> Vec<Option<Rank>> {
    let margins = table.margins(areas, period, group);
    ranks(&table.slice(areas, period, group), &margins, Order::of(wanted), decimals)
}

/// The places a value may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RankInterval {
    /// The best place, from one.
    pub best: usize,
    /// The worst.
    pub worst: usize,
    /// How many have a value.
    pub of: usize,
}

/// The places that each cell may have, given its margin: one value is before another for certain
/// only when their intervals (value ± margin) do not meet. Klein, Wright & Wieczorek, “A joint
/// confidence region for an overall ranking of populations”, Journal of the Royal Statistical
/// Society C 69/2020. Where the intervals hold jointly, so do the places.
///
/// A cell without a margin (or past the end of `margins`) counts as exact; values that are shown
/// alike share their places. So without margins the interval goes from the rank of
/// [`super::rank::ranks`] over those tied with it.
pub fn rank_intervals(
    cells: &[Cell],
    margins: &[Option<f64>],
    order: Order,
    decimals: u8,
) -> Vec<Option<RankInterval>> {
    let interval = |at: usize| {
        let steps = shown::steps(cells.get(at)?.ok()?.get(), decimals);
        let key = if order == Order::HighFirst { -steps } else { steps };
        let margin = margins.get(at).copied().flatten().unwrap_or_default().abs() * shown::scale(decimals);
        Some((key - margin, key + margin))
    };
    let (mut lows, mut highs) = (Vec::new(), Vec::new());
    for (low, high) in (0..cells.len()).filter_map(interval) {
        lows.push(low);
        highs.push(high);
    }
    crate::base::order::sort_floats(&mut lows);
    crate::base::order::sort_floats(&mut highs);
    let places = |at: usize| {
        let (low, high) = interval(at)?;
        let before = highs.partition_point(|&other| other < low);
        let not_after = lows.partition_point(|&other| other <= high);
        Some(RankInterval { best: before + 1, worst: not_after, of: lows.len() })
    };
    (0..cells.len()).map(places).collect()
}

/// Margin of the difference between two independent values: √(a² + b²), the same confidence as
/// theirs (U.S. Census Bureau, “Understanding and Using American Community Survey Data”, 2020,
/// chapter 8). A value without a margin counts as exact.
pub fn margin_of_difference(a: Option<f64>, b: Option<f64>) -> f64 {
    crate::base::num::hypot(a.unwrap_or_default(), b.unwrap_or_default())
}

/// Whether a difference is no larger than its margin, so that it may be none.
pub fn is_within(difference: f64, a: Option<f64>, b: Option<f64>) -> bool {
    let margin = margin_of_difference(a, b);
    margin > 0.0 && difference.abs() <= margin
}

/// Margin of the (population) standard deviation of independent values, the same confidence as
/// theirs: √Σ((xᵢ − x̄)/(n·s) · mᵢ)², the law of propagation of uncertainty (JCGM 100:2008, “Guide to
/// the expression of uncertainty in measurement”, 5.1.2). Values with one margin for all have
/// m/√n; so it is set also where all are equal, which leaves no derivative.
///
/// `None` without values.
pub fn margin_of_sd(values: &[f64], margins: &[Option<f64>]) -> Option<f64> {
    let (mean, sd) = (spread::mean(values)?, spread::sd(values)?);
    let mut sum = 0.0;
    for (value, margin) in values.iter().zip(margins) {
        let weight = if sd > 0.0 { (value - mean) / sd } else { 1.0 };
        sum = margin_of_difference(Some(sum), margin.map(|m| m * weight));
    }
    Some(sum / values.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::num::Finite, model::Missing};

    #[test]
    fn places_span_what_cannot_be_told_apart() {
        let cells = [30.0, f64::NAN, 20.0, 22.0, 10.0].map(|v| Finite::new(v).ok_or(Missing::Suppressed));
        let found = |margins: &[Option<f64>]| -> Vec<(usize, usize)> {
            rank_intervals(&cells, margins, Order::HighFirst, 0)
                .iter()
                .map(|r| r.map_or((0, 0), |r| (r.best, r.worst)))
                .collect()
        };
        assert_eq!(found(&[]), [(1, 1), (0, 0), (3, 3), (2, 2), (4, 4)]);
        assert_eq!(found(&[Some(1.0); 5]), [(1, 1), (0, 0), (2, 3), (2, 3), (4, 4)], "they meet at 21");
        assert_eq!(found(&[Some(0.0), None, Some(9.0)]), [(1, 1), (0, 0), (2, 3), (2, 3), (4, 4)]);
        assert_eq!(found(&[Some(50.0); 5]), [(1, 4), (0, 0), (1, 4), (1, 4), (1, 4)]);
    }

    #[test]
    fn ranks_know_what_is_open() {
        let cells = [30.0, 20.0, 20.0, 10.0].map(|v| Finite::new(v).ok_or(Missing::Suppressed));
        let found = |margins: &[Option<f64>]| -> Vec<(usize, Option<(usize, usize)>)> {
            let all = ranks(&cells, margins, Order::HighFirst, 0);
            all.into_iter().flatten().map(|r| (r.place, r.span)).collect()
        };
        let exact = [(1, None), (2, None), (2, None), (4, None)];
        assert_eq!(found(&[]), exact);
        assert_eq!(found(&[Some(1.0); 4]), exact, "a tie that stays one is a tie");
        assert_eq!(
            found(&[None, Some(6.0), None, Some(5.0)]),
            [(1, None), (2, Some((2, 4))), (2, None), (4, Some((3, 4)))]
        );
    }

    #[test]
    fn a_difference_may_be_none() {
        assert_eq!(margin_of_difference(Some(3.0), Some(4.0)), 5.0);
        assert!(is_within(-5.0, Some(3.0), Some(4.0)) && !is_within(5.1, Some(3.0), Some(4.0)));
        assert!(!is_within(0.0, None, None), "exact values are equal, not uncertain");
        assert!(is_within(2.0, Some(3.0), None));
    }

    #[test]
    fn a_standard_deviation_has_a_margin() {
        let near = |a: f64, b: f64| (a - b).abs() < 1e-12;
        let values = [1.0, 2.0, 4.0, 9.0];
        assert!(near(margin_of_sd(&values, &[Some(3.0); 4]).unwrap(), 1.5), "m/√n");
        assert!(near(margin_of_sd(&[5.0; 4], &[Some(3.0); 4]).unwrap(), 1.5));
        assert_eq!(margin_of_sd(&values, &[None; 4]), Some(0.0));
        assert_eq!(margin_of_sd(&[], &[]), None);
        // Moved by little, 9 moves the standard deviation as its derivative says.
        let moved = spread::sd(&[1.0, 2.0, 4.0, 9.000_1]).unwrap() - spread::sd(&values).unwrap();
        let margin = margin_of_sd(&values, &[None, None, None, Some(0.000_1)]).unwrap();
        assert!((moved - margin).abs() < 1e-9, "{moved} {margin}");
    }
}
