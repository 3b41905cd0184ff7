//! Equally many values in each class, as far as ties allow.
//!
//! Limits at the quantiles i/k, definition 7 of Hyndman & Fan (1996); values at a limit belong
//! to the class above. Quantiles that fall between the same two values are one limit.

use crate::analysis::spread;

use super::{Plan, Sample};

pub(super) fn plan(sample: &Sample, classes: usize) -> Plan {
    let mut splits: Vec<(usize, f64)> = (1..classes)
        .filter_map(|i| spread::quantile(&sample.sorted, i as f64 / classes as f64))
        .map(|quantile| (sample.below(quantile), quantile))
        .filter(|&(split, _)| split > 0)
        .collect();
    splits.dedup_by_key(|s| s.0);
    Plan::at_splits(sample, &splits)
}
