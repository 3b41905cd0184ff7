//! Periods at their true positions in time.

use crate::base::period::Period;

use super::Linear;

/// Maps periods to px; a single period stands in the middle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time(Linear);

impl Time {
    /// The scale from the first to the last period (both included) onto `left..right` px.
    pub fn new(first: Period, last: Period, left: f64, right: f64) -> Self {
        Self(Linear::new((first.position(), last.position()), (left, right)))
    }

    /// Px of a period.
    pub fn px(&self, period: Period) -> f64 {
        self.0.px(period.position())
    }

    /// Px of a position in years.
    pub fn px_of_year(&self, year: f64) -> f64 {
        self.0.px(year)
    }

    /// The one of `periods` nearest to `x` px.
    pub fn nearest(&self, x: f64, periods: &[Period]) -> Option<Period> {
        let away = |p: &Period| (self.px(*p) - x).abs();
        periods.iter().copied().min_by(|a, b| away(a).total_cmp(&away(b)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uneven_years_keep_their_distance() {
        let y = Period::year_of;
        let time = Time::new(y(2000), y(2010), 0.0, 100.0);
        assert_eq!((time.px(y(2001)), time.px(y(2009))), (10.0, 90.0));
        assert_eq!(time.nearest(52.0, &[y(2000), y(2004), y(2010)]), Some(y(2004)));
        assert_eq!(Time::new(y(2020), y(2020), 0.0, 100.0).px(y(2020)), 50.0);
    }
}
