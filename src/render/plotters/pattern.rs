//! Patterns cut to an outline: diagonal lines and dots inside runs, by the even-odd rule.

use crate::base::{
    geom::Point,
    num::{ceil, floor},
};

/// Distance between lines along either axis, and between dots, px: as in the SVG patterns.
const STEP: f64 = 6.0;

/// Rising diagonals inside the runs.
pub(super) fn hatch(runs: &[Vec<Point>]) -> Vec<(Point, Point)> {
    // Along a rising diagonal x + y is constant; turned so, a diagonal is a horizontal line.
    let turned: Vec<Vec<Point>> =
        runs.iter().map(|run| run.iter().map(|p| Point::new(p.x - p.y, p.x + p.y)).collect()).collect();
    let back = |u: f64, v: f64| Point::new((u + v) / 2.0, (v - u) / 2.0);
    let mut out = Vec::new();
    for v in steps(&turned, STEP) {
        for pair in crossings(&turned, v).chunks_exact(2) {
            if let &[from, to] = pair {
                out.push((back(from, v), back(to, v)));
            }
        }
    }
    out
}

/// Middles of dots inside the runs, every second row shifted by half a step.
pub(super) fn dots(runs: &[Vec<Point>]) -> Vec<Point> {
    let mut out = Vec::new();
    for y in steps(runs, STEP / 2.0) {
        let odd = (floor(y / (STEP / 2.0)) as i64).rem_euclid(2) == 1;
        let shift = if odd { STEP / 2.0 } else { 0.0 };
        for pair in crossings(runs, y).chunks_exact(2) {
            let &[from, to] = pair else { continue };
            let first = ceil((from - shift) / STEP) as i64;
            let last = floor((to - shift) / STEP) as i64;
            out.extend((first..=last).map(|i| Point::new(i as f64 * STEP + shift, y)));
        }
    }
    out
}

/// Multiples of `step`, half a step off, between the lowest and the highest point.
fn steps(runs: &[Vec<Point>], step: f64) -> impl Iterator<Item = f64> {
    let ys = || runs.iter().flatten().map(|p| p.y);
    let low = ys().fold(f64::INFINITY, f64::min);
    let high = ys().fold(f64::NEG_INFINITY, f64::max);
    let (first, last) =
        if low <= high { (floor(low / step) as i64, ceil(high / step) as i64) } else { (0, -1) };
    (first..=last).map(move |i| (i as f64 + 0.5) * step).filter(move |y| *y > low && *y < high)
}

/// Where the horizontal line at `y` crosses the runs' edges, ascending.
fn crossings(runs: &[Vec<Point>], y: f64) -> Vec<f64> {
    let mut out = Vec::new();
    for run in runs {
        let Some(&last) = run.last() else { continue };
        let mut a = last;
        for &b in run {
            if (a.y > y) != (b.y > y) {
                out.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
            a = b;
        }
    }
    crate::base::order::sort_floats(&mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(a: f64, b: f64) -> Vec<Point> {
        vec![Point::new(a, a), Point::new(b, a), Point::new(b, b), Point::new(a, b)]
    }

    #[test]
    fn lines_stay_inside_and_out_of_the_hole() {
        let lines = hatch(&[square(0.0, 60.0), square(20.0, 40.0)]);
        assert!(lines.len() > 15);
        for (from, to) in lines {
            let middle = Point::new((from.x + to.x) / 2.0, (from.y + to.y) / 2.0);
            let inside = |p: Point, a: f64, b: f64| p.x > a && p.x < b && p.y > a && p.y < b;
            assert!(inside(middle, 0.0, 60.0) && !inside(middle, 20.0, 40.0), "{middle:?}");
            assert!((from.x + from.y - to.x - to.y).abs() < 1e-9, "rises");
        }
    }

    #[test]
    fn dots_are_spread_evenly() {
        assert_eq!(dots(&[square(0.0, 12.0)]).len(), 10);
        assert!(dots(&[]).is_empty());
    }
}
