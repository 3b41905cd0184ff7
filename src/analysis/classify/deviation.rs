//! Classes one standard deviation wide around the mean.
//!
//! An odd number of classes has one around the mean (limits at ±½, ±1½ … population standard
//! deviations), an even number has the mean as a limit (0, ±1 …); the outermost are open and
//! end at the lowest and highest value. Outer classes without values fall away; when an inner
//! one is empty, fewer classes are tried, down to below and above the mean.

use crate::{analysis::spread, base::num};

use super::{Plan, Sample};

pub(super) fn plan(sample: &Sample, classes: usize) -> Plan {
    let mean = spread::mean(&sample.sorted).unwrap_or(sample.min);
    let sd = spread::sd(&sample.sorted).unwrap_or_default();
    let found = (2..=classes).rev().find_map(|k| with_classes(sample, mean, sd, k));
    Plan { centre: Some(mean), ..found.unwrap_or_else(|| Plan::whole(sample)) }
}

fn with_classes(sample: &Sample, mean: f64, sd: f64, k: usize) -> Option<Plan> {
    let mut plan = Plan { limits: vec![sample.min], positions: Vec::new(), centre: None };
    let mut before = 0;
    for class in 0..k {
        let ideal = mean + sd * (class as f64 + 1.0 - k as f64 / 2.0);
        let split = if class + 1 == k { sample.levels.len() } else { sample.below(ideal) };
        if split == before {
            // Empty: an outer one falls away, an inner one fails.
            if before == 0 || before == sample.levels.len() {
                continue;
            }
            return None;
        }
        plan.positions.push(2.0 * class as f64 / (k - 1) as f64 - 1.0);
        if split < sample.levels.len() {
            plan.limits.push(sample.limit(split, |low, high| num::clamp(num::round(ideal), low, high)));
        }
        before = split;
    }
    plan.limits.push(sample.top(plan.limits.last().copied()?));
    Some(plan)
}
