//! Values apart from the area's own: a spike that the years around it do not share.
//!
//! A value is held against the two before and the two after it in the same series, as in Hampel's
//! filter (Davies & Gather, “The Identification of Multiple Outliers”, JASA 1993); a trend therefore
//! is no outlier. Its distance from their median is scored by [`super::rule`]. It counts only where
//! the value lies outside all four by at least half that distance, so that a lasting change of level,
//! which is a jump, is not found here too. Nothing is compared across a break.

use std::ops::Range;

use crate::analysis::spread::median;
use crate::base::id::IndicatorId;

use super::finding::{Fact, Finding, Severity};
use super::panel::{Panel, Spot};
use super::rule::{Grid, LABELLED, STRIKING, scores};

/// Values looked at on each side.
const SIDE: usize = 2;

/// The neighbours of a value: median, lowest, highest, as they are compared.
struct Around {
    median: f64,
    low: f64,
    high: f64,
}

/// Outliers of a panel, with their places.
pub(super) fn outliers(id: IndicatorId, panel: &Panel<'_>) -> Vec<(Spot, Finding)> {
    let around: Vec<Vec<Option<Around>>> = panel
        .values
        .iter()
        .map(|row| (0..row.len()).map(|column| neighbours(panel, row, column)).collect())
        .collect();
    let deviation = |(value, around): (&Option<f64>, &Option<Around>)| {
        Some(panel.measure((*value)?) - around.as_ref()?.median)
    };
    let rows = || panel.values.iter().zip(&around);
    let deviations: Grid =
        rows().map(|(row, around)| row.iter().zip(around).map(deviation).collect()).collect();
    let scores = scores(panel, &deviations).scores;
    let mut found = Vec::new();
    for (r, ((row, around), scores)) in rows().zip(&scores).enumerate() {
        for (c, ((value, near), score)) in row.iter().zip(around).zip(scores).enumerate() {
            let (Some(value), Some(near), Some(score)) = (*value, near, *score) else { continue };
            let (Some(&area), Some(&period)) = (panel.areas.get(r), panel.periods.get(c)) else { continue };
            let measured = panel.measure(value);
            let outside = (measured - near.high).max(near.low - measured);
            if score.abs() <= LABELLED || outside < (measured - near.median).abs() / 2.0 {
                continue;
            }
            let severity = if score.abs() > STRIKING { Severity::Warning } else { Severity::Note };
            let usual = value + panel.amount(value, near.median - measured);
            let fact = Fact::Outlier { value, usual, score };
            found.push(((r, c), Finding::of(severity, fact).about(id).at(area, period, panel.group)));
        }
    }
    found
}

fn neighbours(panel: &Panel<'_>, row: &[Option<f64>], column: usize) -> Option<Around> {
    let known = |range: Range<usize>| -> Vec<(usize, f64)> {
        range.filter_map(|c| Some((c, row.get(c).copied().flatten()?))).collect()
    };
    let (before, after) = (known(0..column), known(column + 1..row.len()));
    let near: Vec<(usize, f64)> =
        before.iter().rev().take(SIDE).chain(after.iter().take(SIDE)).copied().collect();
    let (first, last) = (near.iter().map(|n| n.0).min()?, near.iter().map(|n| n.0).max()?);
    if before.len() < SIDE || after.len() < SIDE || panel.is_broken(first, last) {
        return None;
    }
    let values: Vec<f64> = near.iter().map(|(_, v)| panel.measure(*v)).collect();
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Some(Around { median: median(&values)?, low, high })
}
