//! From the first to the last of an unbroken run.

use crate::base::period::Period;

use super::{
    series::Point,
    shown,
    uncertainty::{is_within, margin_of_difference},
};

/// Which way a value went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Movement {
    /// Up.
    Rose,
    /// Down.
    Fell,
    /// By less than half a step of the last decimal shown, or no more than the margin.
    Unchanged,
}

/// A change between two periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// First period.
    pub from: Period,
    /// Last period.
    pub to: Period,
    /// Value at `from`.
    pub first: f64,
    /// Value at `to`.
    pub last: f64,
    /// `last − first`, in the indicator's unit (percentage points for shares).
    pub absolute: f64,
    /// `absolute / first`; `None` unless `first` is above zero.
    pub relative: Option<f64>,
    /// Which way.
    pub movement: Movement,
    /// Margin of `absolute`; 0 where none is known.
    pub margin: f64,
}

impl Change {
    /// The change between two points, seen with this many decimals.
    pub fn between(from: Point, to: Point, decimals: u8) -> Self {
        let absolute = to.value - from.value;
        let margin = margin_of_difference(from.margin, to.margin);
        let within = is_within(absolute, Some(margin), None);
        Self {
            from: from.period,
            to: to.period,
            first: from.value,
            last: to.value,
            absolute,
            relative: (from.value > 0.0).then(|| absolute / from.value),
            movement: if within { Movement::Unchanged } else { movement(absolute, decimals) },
            margin,
        }
    }

    /// Whether it is no larger than its margin, so that there may be none.
    pub fn is_within(&self) -> bool {
        is_within(self.absolute, Some(self.margin), None)
    }
}

/// Which way a difference goes; one below half a step of the last decimal shown goes nowhere.
pub fn movement(difference: f64, decimals: u8) -> Movement {
    if difference.abs() < shown::half_step(decimals) {
        Movement::Unchanged
    } else if difference > 0.0 {
        Movement::Rose
    } else {
        Movement::Fell
    }
}

/// The change over a run (see [`super::series::run`]); `None` for fewer than two points.
pub fn change(run: &[Point], decimals: u8) -> Option<Change> {
    match run {
        [first, .., last] => Some(Change::between(*first, *last, decimals)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_a_dead_zone() {
        let point = |year, value| Point::exact(Period::year_of(year), value);
        let found = change(&[point(2000, 20.0), point(2001, 90.0), point(2002, 15.0)], 1).unwrap();
        assert_eq!((found.from.year(), found.to.year()), (2000, 2002));
        assert_eq!((found.absolute, found.relative), (-5.0, Some(-0.25)));
        assert_eq!(found.movement, Movement::Fell);
        assert_eq!(movement(0.04, 1), Movement::Unchanged);
        assert_eq!(movement(0.06, 1), Movement::Rose);
        assert_eq!(movement(-0.4, 0), Movement::Unchanged);
        assert_eq!(change(&[point(2000, 1.0)], 1), None);
        assert_eq!(change(&[point(2000, 0.0), point(2001, 1.0)], 1).unwrap().relative, None);
    }

    #[test]
    fn a_change_within_its_margin_is_none() {
        let point = |year, value| Point { margin: Some(3.0), ..Point::exact(Period::year_of(year), value) };
        let found = |last| change(&[point(2000, 20.0), point(2001, last)], 1).unwrap();
        assert_eq!((found(24.0).movement, found(24.0).is_within()), (Movement::Unchanged, true));
        assert_eq!((found(25.0).movement, found(25.0).is_within()), (Movement::Rose, false));
    }
}
