//! Zeros that may stand for a missing value.
//!
//! A zero is suspicious where the area's other values, at least four of them, lie farther from zero
//! than from each other, and at most two are zero. Small numbers that come and go are not.

use crate::analysis::spread::median;
use crate::base::id::IndicatorId;

use super::finding::{Fact, Finding, Severity};
use super::panel::{Panel, Spot};

/// Values other than zero without which there is nothing to compare with.
const OTHERS: usize = 4;

/// Zeros of a series that are suspicious at most.
const FEW: usize = 2;

/// Suspicious zeros of a panel, with their places.
pub(super) fn zeros(id: IndicatorId, panel: &Panel<'_>) -> Vec<(Spot, Finding)> {
    let mut found = Vec::new();
    for (r, (&area, row)) in panel.areas.iter().zip(&panel.values).enumerate() {
        let others: Vec<f64> = row.iter().flatten().filter(|v| **v != 0.0).map(|v| v.abs()).collect();
        let zeros: Vec<usize> = (0..row.len()).filter(|c| row.get(*c) == Some(&Some(0.0))).collect();
        let (Some(usual), true) = (median(&others), others.len() >= OTHERS && zeros.len() <= FEW) else {
            continue;
        };
        let nearest = others.iter().copied().fold(f64::INFINITY, f64::min);
        let farthest = others.iter().copied().fold(0.0, f64::max);
        if nearest <= farthest - nearest {
            continue;
        }
        for c in zeros {
            let Some(&period) = panel.periods.get(c) else { continue };
            let fact = Fact::Zero { usual };
            found
                .push(((r, c), Finding::of(Severity::Warning, fact).about(id).at(area, period, panel.group)));
        }
    }
    found
}
