//! Equally wide classes with round limits.
//!
//! The narrowest width among 1, 2, 2.5 and 5 times powers of ten, with limits at its
//! multiples, that needs no more classes than asked for and leaves none empty. Widths stay
//! equal: an outlier gives fewer classes, not a gap.

use crate::base::num;

use super::{Plan, Sample, ascending, widths};

pub(super) fn plan(sample: &Sample, classes: usize) -> Plan {
    if classes < 2 {
        return Plan::whole(sample);
    }
    // Two classes are never empty, and a width beyond all values needs at most two.
    let found = widths().find_map(|width| with_width(sample, width, classes));
    found.unwrap_or_else(|| Plan::whole(sample))
}

fn with_width(sample: &Sample, width: f64, classes: usize) -> Option<Plan> {
    let first = num::floor(sample.min / width);
    let count = num::ceil(sample.max / width) - first;
    if count > classes as f64 {
        return None;
    }
    let limits: Vec<f64> = (0..=count as usize).map(|i| (first + i as f64) * width + 0.0).collect();
    full(sample, &limits).then(|| Plan { positions: ascending(limits.len() - 1), limits, centre: None })
}

/// Whether every class between these limits, the last closed, holds a value.
pub(super) fn full(sample: &Sample, limits: &[f64]) -> bool {
    let Some((_, lower)) = limits.split_last() else { return false };
    let splits = lower.iter().skip(1).map(|&limit| sample.below(limit)).chain([sample.levels.len()]);
    let mut before = 0;
    splits.into_iter().all(|split| {
        let holds = split > before;
        before = split;
        holds
    })
}
