//! Dots beside each other at their exact heights, none on another.

use crate::base::{num::sqrt, order::sort_by};

/// Room between two dots, px.
const GAP: f64 = 0.75;

/// How far each dot is moved sideways from the middle, for dots of this radius at these heights (px),
/// within `reach` px to either side; `None` where they do not all fit. The order of equal heights is
/// that of the list.
pub(super) fn swarm(heights: &[f64], radius: f64, reach: f64) -> Option<Vec<f64>> {
    let apart = 2.0 * radius + GAP;
    let mut order: Vec<usize> = (0..heights.len()).collect();
    let y = |i: usize| heights.get(i).copied().unwrap_or(0.0);
    sort_by(&mut order, &mut |a, b| y(*a).total_cmp(&y(*b)));
    let mut placed: Vec<(f64, f64)> = Vec::new();
    let mut out = vec![0.0; heights.len()];
    for i in order {
        let near: Vec<(f64, f64)> =
            placed.iter().copied().filter(|(_, other)| (other - y(i)).abs() < apart).collect();
        let mut options = vec![0.0];
        for (x, other) in &near {
            let dy = other - y(i);
            let dx = sqrt((apart * apart - dy * dy).max(0.0)) + 1e-9;
            options.push(x + dx);
            options.push(x - dx);
        }
        sort_by(&mut options, &mut |a, b| a.abs().total_cmp(&b.abs()));
        let free = |x: f64| {
            near.iter().all(|(have, other)| {
                let (dx, dy) = (have - x, other - y(i));
                dx * dx + dy * dy >= apart * apart - 1e-6
            })
        };
        let x = options.into_iter().find(|&x| x.abs() + radius <= reach && free(x))?;
        placed.push((x, y(i)));
        if let Some(slot) = out.get_mut(i) {
            *slot = x;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_dot_lies_on_another() {
        let heights = [10.0, 10.0, 11.0, 12.5, 30.0, 31.0, 31.0, 31.0, 50.0, 10.5];
        let offsets = swarm(&heights, 3.0, 24.0).unwrap();
        for i in 0..heights.len() {
            for j in 0..i {
                let (dx, dy) = (offsets[i] - offsets[j], heights[i] - heights[j]);
                assert!(dx * dx + dy * dy >= 36.0, "{i} {j}: {dx} {dy}");
            }
        }
        assert_eq!(offsets[8], 0.0, "who stands alone stays");
        assert!(offsets.iter().all(|x| x.abs() <= 21.0));
    }

    #[test]
    fn too_many_equals_do_not_fit() {
        assert_eq!(swarm(&[5.0; 12], 3.0, 12.0), None);
        assert_eq!(swarm(&[], 3.0, 12.0), Some(vec![]));
    }
}
