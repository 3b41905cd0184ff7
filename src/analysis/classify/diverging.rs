//! Equally wide steps down and up from a centre.
//!
//! The centre (the county's value as shown) is a limit, so a class is either below it or at
//! and above it; the number of classes is even, at most half of them on each side. The width
//! is the narrowest among 1, 2, 2.5 and 5 times powers of ten that reaches the farthest value
//! and leaves no class empty between the outermost; classes beyond those fall away, so that a
//! county whose every area lies above the centre has no lower class.

use crate::{analysis::spread, base::num};

use super::{EXACT, Plan, Sample, equal, widths};

pub(super) fn plan(sample: &Sample, classes: usize, centre: Option<f64>) -> Plan {
    let half = (classes / 2).max(1) as f64;
    let centre = centre.or_else(|| spread::quantile(&sample.sorted, 0.5).map(num::round));
    let centre = centre.filter(|c| c.abs() < EXACT).unwrap_or(sample.min);
    let found = widths().find_map(|width| with_width(sample, width, half, centre));
    Plan { centre: Some(centre), ..found.unwrap_or_else(|| Plan::whole(sample)) }
}

fn with_width(sample: &Sample, width: f64, half: f64, centre: f64) -> Option<Plan> {
    let first = num::floor((sample.min - centre) / width);
    // A highest value at the centre is still at and above it.
    let least = if sample.max >= centre { 1.0 } else { first };
    let last = num::ceil((sample.max - centre) / width).max(first + 1.0).max(least);
    if -first > half || last > half {
        return None;
    }
    let limits: Vec<f64> =
        (0..=(last - first) as usize).map(|i| centre + (first + i as f64) * width).collect();
    let reach = last.max(-first).max(1.0);
    let position = |i: usize| {
        let step = first + i as f64;
        (if step < 0.0 { step } else { step + 1.0 }) / reach
    };
    equal::full(sample, &limits).then(|| Plan {
        positions: (0..limits.len() - 1).map(position).collect(),
        limits,
        centre: None,
    })
}
