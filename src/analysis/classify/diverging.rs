//! Equally wide steps down and up from a centre.
//!
//! The centre (the county's value as shown) is a limit, so a class is either below it or at
//! and above it. The width is the narrowest among 1, 2, 2.5 and 5 times powers of ten that
//! needs no more classes than asked for and leaves none empty; the outermost end at the lowest
//! and highest value. Where every area lies above the centre there is no lower class. Below
//! two classes there is nothing to tell apart, so two are always allowed.

use crate::{analysis::spread, base::num};

use super::{EXACT, Plan, Sample, equal, widths};

pub(super) fn plan(sample: &Sample, classes: usize, centre: Option<f64>) -> Plan {
    let centre = centre.or_else(|| spread::quantile(&sample.sorted, 0.5).map(num::round));
    let centre = centre.filter(|c| c.abs() < EXACT).unwrap_or(sample.min);
    let found = widths().find_map(|width| with_width(sample, width, classes.max(2), centre));
    Plan { centre: Some(centre), ..found.unwrap_or_else(|| Plan::whole(sample)) }
}

fn with_width(sample: &Sample, width: f64, classes: usize, centre: f64) -> Option<Plan> {
    let first = num::floor((sample.min - centre) / width);
    // A highest value at the centre is still at and above it.
    let least = if sample.max >= centre { 1.0 } else { first };
    let last = num::ceil((sample.max - centre) / width).max(first + 1.0).max(least);
    if last - first > classes as f64 {
        return None;
    }
    let mut limits: Vec<f64> =
        (0..=(last - first) as usize).map(|i| centre + (first + i as f64) * width).collect();
    let reach = last.max(-first).max(1.0);
    let position = |i: usize| {
        let step = first + i as f64;
        (if step < 0.0 { step } else { step + 1.0 }) / reach
    };
    if !equal::full(sample, &limits) {
        return None;
    }
    let positions: Vec<f64> = (0..limits.len() - 1).map(position).collect();
    let last_inner = limits.iter().rev().nth(1).copied().unwrap_or(sample.min);
    if let [lowest, .., highest] = limits.as_mut_slice() {
        *lowest = sample.min;
        *highest = sample.top(last_inner.max(sample.min));
    }
    Some(Plan { limits, positions, centre: None })
}
