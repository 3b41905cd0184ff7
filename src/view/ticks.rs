//! Few round numbers along an axis, and years that never touch.

use crate::base::{
    num::{ceil, floor, magnitude, round, ten_to},
    period::{Part, Period},
};

use super::{lettering::SMALL, look::Look, scale::Time};

/// Round values along an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The values, ascending.
    pub values: Vec<f64>,
    /// Distance between two.
    pub step: f64,
}

impl Ticks {
    /// Multiples of 1, 2 or 5 times a power of ten, the first at or below `low`, the last at or
    /// above `high`, at most `most` of them (and at least two).
    pub fn around(low: f64, high: f64, most: usize) -> Self {
        let (low, high) = if high > low { (low, high) } else { widened(low) };
        let mut step = step_for((high - low) / most.max(2) as f64);
        loop {
            let (first, last) = (floor(low / step + 1e-9), ceil(high / step - 1e-9));
            if last - first < most.max(2) as f64 || !step.is_finite() {
                let count = (last - first) as usize;
                let values = (0..=count).map(|i| round_to((first + i as f64) * step, step)).collect();
                return Self { values, step };
            }
            step = step_for(step * 1.5);
        }
    }

    /// Ticks for a span of data and the domain to draw it in: the outermost ticks are dropped where
    /// they would leave much of the room empty.
    pub fn snug(low: f64, high: f64, most: usize) -> (Self, (f64, f64)) {
        // Values that differ by rounding alone are one value, with room around it.
        if high - low <= 1e-9 * high.abs().max(low.abs()) {
            let ticks = Self::around(low, low, most);
            let ends = ticks.ends();
            return (ticks, ends);
        }
        let mut ticks = Self::around(low, high, most);
        // Of two nothing can be dropped: 0–20 around 0–11 would leave half of the room empty.
        if ticks.values.len() == 2 {
            ticks = Self::around(low, high, 3);
        }
        let pad = (high - low) * 0.05;
        let (mut first, mut last) = ticks.ends();
        if last - high > 0.4 * ticks.step && ticks.values.len() > 2 {
            ticks.values.pop();
            last = high + pad;
        }
        if low - first > 0.4 * ticks.step && ticks.values.len() > 2 {
            ticks.values.remove(0);
            first = low - pad;
        }
        (ticks, (first, last))
    }

    /// Multiples of a round step inside `low..high`, at most `most`.
    pub fn inside(low: f64, high: f64, most: usize) -> Self {
        let mut ticks = Self::around(low, high, most.max(2) + 1);
        let slack = (high - low).abs() * 1e-9;
        ticks.values.retain(|v| *v >= low - slack && *v <= high + slack);
        ticks
    }

    /// Decimals needed to write every value.
    pub fn decimals(&self) -> u8 {
        let needed = -magnitude(self.step * (1.0 + 1e-9));
        needed.clamp(0, 6) as u8
    }

    /// First and last value.
    pub fn ends(&self) -> (f64, f64) {
        (self.values.first().copied().unwrap_or(0.0), self.values.last().copied().unwrap_or(1.0))
    }
}

/// A span around a single value.
fn widened(value: f64) -> (f64, f64) {
    let room = (value.abs() * 0.1).max(0.5);
    (value - room, value + room)
}

/// Smallest of 1, 2, 5 × 10ⁿ that is not below `least`.
fn step_for(least: f64) -> f64 {
    let power = ten_to(magnitude(least));
    let times = [1.0, 2.0, 5.0, 10.0];
    times.into_iter().find(|t| t * power >= least * (1.0 - 1e-9)).unwrap_or(10.0) * power
}

/// Without the float dust of a multiplication; never negative zero.
fn round_to(value: f64, step: f64) -> f64 {
    let scale = ten_to(2 - magnitude(step));
    round(value * scale) / scale + 0.0
}

/// Labels for a time axis as (px, text), ascending: the last period always, then whole years at
/// even distances; the first period where there is room.
pub fn years(periods: &[Period], time: &Time, look: &Look) -> Vec<(f64, String)> {
    let (Some(&first), Some(&last)) = (periods.first(), periods.last()) else {
        return Vec::new();
    };
    let name = |p: Period| if p.part() == Part::Year { p.year().to_string() } else { p.to_string() };
    let half = |text: &str| look.measure.width(text, SMALL) / 2.0;
    const GAP: f64 = 10.0;
    let mut placed: Vec<(f64, String)> = vec![(time.px(last), name(last))];
    let free = |placed: &[(f64, String)], x: f64, text: &str| {
        placed.iter().all(|(have, t)| (have - x).abs() >= half(t) + half(text) + GAP)
    };
    let (from, to) = (i32::from(first.year()), i32::from(last.year()));
    // Few: not closer than a ninth of the axis, even where more would fit.
    let wide = (2.0 * half("2000") + GAP).max((time.px(last) - time.px(first)) / 9.0);
    let per_year = (time.px_of_year(f64::from(to)) - time.px_of_year(f64::from(to - 1))).abs();
    let step =
        [1, 2, 5, 10, 20, 50, 100].into_iter().find(|s| per_year * f64::from(*s) >= wide).unwrap_or(100);
    // Short steps count back from the last year; long ones fall on round years.
    let anchor = if step < 5 { to.rem_euclid(step) } else { 0 };
    let candidates = (from..to).rev().filter(|y| (y - anchor).rem_euclid(step) == 0);
    let first_text = name(first);
    let early = (first != last).then_some((time.px(first), first_text));
    for (x, text) in
        early.into_iter().chain(candidates.map(|y| (time.px_of_year(f64::from(y)), y.to_string())))
    {
        if free(&placed, x, &text) {
            placed.push((x, text));
        }
    }
    crate::base::order::sort_by(&mut placed, &mut |a, b| a.0.total_cmp(&b.0));
    placed
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{
            color::{Mode, Theme},
            locale::Locale,
        },
        view::measure::TableMeasure,
    };

    use super::*;

    fn look() -> Look<'static> {
        Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale: Locale::Sv }
    }

    #[test]
    fn round_and_few() {
        assert_eq!(Ticks::around(3.0, 41.0, 6).values, [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!(Ticks::around(-0.3, 0.4, 5).values, [-0.4, -0.2, 0.0, 0.2, 0.4]);
        assert_eq!(Ticks::around(0.0, 0.0, 5).values.len(), 3);
        assert_eq!(Ticks::inside(3.0, 41.0, 5).values, [10.0, 20.0, 30.0, 40.0]);
        assert_eq!(Ticks::around(0.0, 0.4, 5).decimals(), 1);
    }

    #[test]
    fn any_span_gives_at_least_two_and_at_most_as_many_as_asked() {
        for (low, span) in [(0.0, 1e-7), (1e9, 3.0), (-5e6, 1e7), (99.95, 0.04), (7.0, 0.0)] {
            let ticks = Ticks::around(low, low + span, 5);
            assert!((2..=5).contains(&ticks.values.len()), "{low} {span} {ticks:?}");
            let dust = ticks.step * 1e-6;
            assert!(
                ticks.ends().0 <= low + dust && ticks.ends().1 >= low + span - dust,
                "{low} {span} {ticks:?}"
            );
        }
    }

    #[test]
    fn snug_ticks_leave_no_empty_storey() {
        let (ticks, domain) = Ticks::snug(3.0, 43.0, 4);
        assert_eq!((ticks.values.as_slice(), domain), ([0.0, 20.0, 40.0].as_slice(), (0.0, 45.0)));
        let (ticks, domain) = Ticks::snug(88.0, 99.0, 6);
        assert_eq!((ticks.values.len(), domain), (3, (87.45, 100.0)));
        let (ticks, domain) = Ticks::snug(0.0, 11.0, 2);
        assert_eq!((ticks.values.as_slice(), domain), ([0.0, 10.0].as_slice(), (0.0, 11.55)));
    }

    #[test]
    fn a_single_value_lies_in_the_middle_of_its_axis() {
        for high in [100.0, 100.0 + 1e-13] {
            let (ticks, (low, top)) = Ticks::snug(100.0, high, 5);
            assert!(low < 99.0 && top > 101.0 && ticks.values.contains(&100.0), "{ticks:?} {low} {top}");
        }
        assert!(Ticks::snug(0.0, 0.0, 5).1.0 < Ticks::snug(0.0, 0.0, 5).1.1);
    }

    #[test]
    fn the_last_year_is_labelled_and_none_touch() {
        for (from, to) in [(2000, 2022), (1990, 2023), (2022, 2022), (2019, 2023), (1968, 2025)] {
            for width in [90.0, 200.0, 420.0, 900.0] {
                let periods: Vec<Period> = (from..=to).map(Period::year_of).collect();
                let time = Time::new(periods[0], *periods.last().unwrap(), 40.0, 40.0 + width);
                let labels = years(&periods, &time, &look());
                assert_eq!(labels.last().unwrap().1, to.to_string());
                for pair in labels.windows(2) {
                    assert!(pair[1].0 - pair[0].0 > 30.0, "{pair:?}");
                }
            }
        }
    }
}
