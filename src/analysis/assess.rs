//! Judgements: is it going the desired way, and is an area like the others.

use crate::{base::unit::UnitKind, model::Direction};

use super::{
    change::{self, Change},
    series::Point,
    spread,
    trend::{self, Trend, TrendTest},
};

/// A trend seen with a desired direction.
///
/// The order is that of the climb from the wrong way to the wanted one; what cannot be judged comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// Too few points to judge.
    TooFew,
    /// Going the other way.
    Undesired,
    /// No clear direction.
    Unclear,
    /// Standing still.
    Still,
    /// Going the desired way.
    Desired,
}

impl Verdict {
    /// All, in their order.
    pub const ALL: [Self; 5] = [Self::TooFew, Self::Undesired, Self::Unclear, Self::Still, Self::Desired];
}

/// A verdict and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assessment {
    /// The verdict; `None` for an indicator without a desired direction, which is not judged.
    pub verdict: Option<Verdict>,
    /// The test behind it.
    pub test: TrendTest,
    /// From the first to the last of the points the test looks at.
    pub change: Option<Change>,
}

/// Judges the latest five points of a run by [`trend::trend`]. Fewer are not judged: two end
/// points, or three points in a row, happen too often by chance.
pub fn assess(run: &[Point], desired: Direction, decimals: u8) -> Assessment {
    let test = trend::trend(run, decimals);
    Assessment {
        verdict: verdict(test.trend, desired),
        test,
        change: change::change(trend::latest(run), decimals),
    }
}

/// Which way is wanted of the development: none of money of its year, whose growth may be prices alone.
pub fn over_time(desired: Direction, kind: UnitKind) -> Direction {
    if kind == UnitKind::Money { Direction::None } else { desired }
}

/// The trend seen with a desired direction; `None` without one.
pub fn verdict(trend: Trend, desired: Direction) -> Option<Verdict> {
    Some(match (desired, trend) {
        (Direction::None, _) => return None,
        (_, Trend::Level) => Verdict::Still,
        (_, Trend::Unclear) => Verdict::Unclear,
        (_, Trend::TooFew) => Verdict::TooFew,
        (Direction::Up, Trend::Rising) | (Direction::Down, Trend::Falling) => Verdict::Desired,
        (Direction::Up, Trend::Falling) | (Direction::Down, Trend::Rising) => Verdict::Undesired,
    })
}

/// How an area compares with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Clearly lower than most.
    Lower,
    /// Like most.
    Similar,
    /// Clearly higher than most.
    Higher,
}

/// Fewest values that say what “most” is.
pub const FEWEST: usize = 5;

/// Compares a value with a set of areas (its own may be among them): lower or higher beyond
/// 1.4826 × the median absolute deviation from the median, the rule of the Office for National
/// Statistics' local indicators where there are no confidence intervals. `None` for fewer than
/// [`FEWEST`] values. When more than half are equal, any other value is beyond.
pub fn standing(value: f64, values: &[f64]) -> Option<Standing> {
    let centre = spread::median(values).filter(|_| values.len() >= FEWEST)?;
    let reach = 1.4826 * spread::mad(values)?;
    Some(if value < centre - reach {
        Standing::Lower
    } else if value > centre + reach {
        Standing::Higher
    } else {
        Standing::Similar
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_judged_without_a_direction() {
        assert_eq!(verdict(Trend::Rising, Direction::None), None);
        assert_eq!(verdict(Trend::Rising, Direction::Down), Some(Verdict::Undesired));
        assert_eq!(verdict(Trend::Falling, Direction::Down), Some(Verdict::Desired));
        assert_eq!(verdict(Trend::Level, Direction::Up), Some(Verdict::Still));
        assert_eq!(over_time(Direction::Up, UnitKind::Money), Direction::None);
        assert_eq!(over_time(Direction::Up, UnitKind::Number), Direction::Up);
        assert_eq!(assess(&[], Direction::Up, 1).verdict, Some(Verdict::TooFew));
    }

    #[test]
    fn most_areas_are_similar() {
        // Median 5, MAD 2, so similar is 2.03 to 7.97.
        let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0];
        let found = |value| standing(value, &values).unwrap();
        assert_eq!(
            [2.0, 2.1, 7.9, 8.0].map(found),
            [Standing::Lower, Standing::Similar, Standing::Similar, Standing::Higher]
        );
        assert_eq!(standing(1.0, &values[..4]), None);
    }
}
