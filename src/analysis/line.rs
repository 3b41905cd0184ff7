//! The least-squares line through points.

use super::refusal::Refusal;

/// A straight line y = intercept + slope·x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// y where x is zero.
    pub intercept: f64,
    /// Change of y per one of x.
    pub slope: f64,
}

impl Line {
    /// The line's y at x.
    pub fn at(&self, x: f64) -> f64 {
        self.intercept + self.slope * x
    }
}

/// Fewest points a line is drawn through: two always lie on one.
pub const FEWEST: usize = 3;

/// Ordinary least squares of y on x: slope Σ(x−x̄)(y−ȳ)/Σ(x−x̄)². As `scipy.stats.linregress`.
///
/// # Errors
/// [`Refusal::TooFew`] for fewer than three points, [`Refusal::AllEqual`] when every x is the
/// same.
pub fn least_squares(points: &[(f64, f64)]) -> Result<Line, Refusal> {
    if points.len() < FEWEST {
        return Err(Refusal::TooFew);
    }
    let sums = sums(points);
    if sums.xx <= 0.0 {
        return Err(Refusal::AllEqual);
    }
    let slope = sums.xy / sums.xx;
    Ok(Line { intercept: sums.y - slope * sums.x, slope })
}

/// Means, and sums of squares and products around them.
pub(super) struct Sums {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) xx: f64,
    pub(super) yy: f64,
    pub(super) xy: f64,
}

/// In two passes; a spread that is only the last bits of its mean is none.
pub(super) fn sums(points: &[(f64, f64)]) -> Sums {
    let n = points.len().max(1) as f64;
    let (mut x, mut y) = (0.0, 0.0);
    for point in points {
        x += point.0 / n;
        y += point.1 / n;
    }
    let mut sums = Sums { x, y, xx: 0.0, yy: 0.0, xy: 0.0 };
    let (mut least_x, mut least_y) = (0.0, 0.0);
    for point in points {
        let (dx, dy) = (point.0 - x, point.1 - y);
        sums.xx += dx * dx;
        sums.yy += dy * dy;
        sums.xy += dx * dy;
        least_x += point.0 * point.0;
        least_y += point.1 * point.1;
    }
    if sums.xx <= 1e-28 * least_x {
        sums.xx = 0.0;
    }
    if sums.yy <= 1e-28 * least_y {
        sums.yy = 0.0;
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_needs_three_points_and_two_places() {
        let line = least_squares(&[(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]).unwrap();
        assert_eq!((line.intercept, line.slope, line.at(10.0)), (1.0, 2.0, 21.0));
        assert_eq!(least_squares(&[(0.0, 1.0), (1.0, 3.0)]), Err(Refusal::TooFew));
        assert_eq!(least_squares(&[(0.1, 1.0), (0.1, 3.0), (0.1, 2.0)]), Err(Refusal::AllEqual));
    }
}
