//! On the way to a target: the yearly change that is needed against the one that is seen.
//!
//! The comparison is Eurostat's for quantitative targets (“Sustainable development in the
//! European Union”, monitoring report, annex on assessing progress): the observed yearly change
//! over the required one, on track from 95 per cent. The observed change is the Theil–Sen slope
//! of the latest points instead of a growth rate between two end points; an unclear one is not judged.

use crate::{
    base::{id::AreaId, num, period::Period},
    model::{
        Direction, Group, Table,
        indicator::{Break, Target, TargetLevel},
    },
};

use super::{
    series::{self, Point},
    shown,
    trend::{self, Trend},
    uncertainty::is_within,
};

/// Share of the required yearly change from which an area is on track.
pub const ON_TRACK: f64 = 0.95;

/// Fewest points an observed yearly change is computed from.
pub const FEWEST: usize = 3;

/// How many years ahead a pace is continued: what comes later is no year to name.
pub const HORIZON: f64 = 100.0;

/// How it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// The level is reached.
    Reached,
    /// At this pace the level is reached in time.
    OnTrack,
    /// The right way, but not fast enough, or too late.
    TooSlow,
    /// Not moving: less than half a step of the last decimal shown over the points.
    StandingStill,
    /// Away from the level.
    WrongWay,
    /// Too few points, no clear or no desired direction, or the base lies before a break.
    CannotJudge,
}

/// When the level is reached if the observed yearly change goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pace {
    /// It is reached already.
    Reached,
    /// In this year, the first at whose beginning or later the level is met.
    In(i16),
    /// More than [`HORIZON`] years from the latest value.
    Beyond,
    /// Never: standing still, or going away from it.
    Never,
    /// No level, too few points, or no desired direction.
    Unknown,
}

/// A status and its components.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// How it goes.
    pub status: Status,
    /// The level to reach; `None` when it cannot be resolved for this area.
    pub level: Option<f64>,
    /// When.
    pub period: Period,
    /// The base value of a level that is a factor of one.
    pub base: Option<Point>,
    /// The value that is judged: the last not later than the target's period.
    pub latest: Option<Point>,
    /// Change per year needed from `latest`; `None` when the time is up.
    pub required: Option<f64>,
    /// Change per year seen over the latest points.
    pub observed: Option<f64>,
    /// How many points `observed` is computed from.
    pub points: usize,
    /// `latest` continued by `observed` to the target's period.
    pub projected: Option<f64>,
    /// When the level is reached at today's pace.
    pub pace: Pace,
}

/// The value that a level is a factor of, that of the area in the base period; `None` where it is missing, a
/// break lies between it and `latest`, or the level is the same for all.
pub fn base(
    target: &Target,
    table: &Table,
    (area, group): (AreaId, Group),
    breaks: &[Break],
    latest: Period,
) -> Option<Point> {
    let TargetLevel::Factor { base, .. } = target.level else { return None };
    let own = series::start(breaks, latest).is_none_or(|start| base >= start);
    Point::of(table, area, base, group).filter(|_| own)
}

/// The level for one area: the same for all, or the factor times its [`base`].
pub fn level(target: &Target, base: Option<Point>) -> Option<f64> {
    match target.level {
        TargetLevel::Value(value) => Some(value.get()),
        TargetLevel::Factor { factor, .. } => Some(base?.value * factor.get()),
    }
}

/// Judges an unbroken run (see [`series::run`]) against a target, whose level may be a factor of [`base`].
/// Values later than the target's period are not looked at.
pub fn progress(
    run: &[Point],
    base: Option<Point>,
    target: &Target,
    desired: Direction,
    decimals: u8,
) -> Progress {
    let until = run.partition_point(|p| p.period <= target.period);
    let run = run.get(..until).unwrap_or_default();
    let points = trend::latest(run);
    let pairs: Vec<(f64, f64)> = points.iter().map(|p| (p.period.position(), p.value)).collect();
    let mut found = Progress {
        status: Status::CannotJudge,
        level: level(target, base),
        period: target.period,
        base,
        latest: run.last().copied(),
        required: None,
        observed: trend::theil_sen(&pairs).filter(|_| pairs.len() >= FEWEST),
        points: points.len(),
        projected: None,
        pace: Pace::Unknown,
    };
    let (Some(level), Some(latest)) = (found.level, found.latest) else { return found };
    let left = target.period.position() - latest.period.position();
    if left > 0.0 {
        found.required = Some((level - latest.value) / left);
        found.projected = found.observed.map(|observed| latest.value + observed * left);
    }
    // From here on more is better.
    let sign = match desired {
        Direction::Up => 1.0,
        Direction::Down => -1.0,
        Direction::None => return found,
    };
    if sign * (shown::steps(latest.value, decimals) - shown::steps(level, decimals)) >= 0.0 {
        found.status = Status::Reached;
        found.pace = Pace::Reached;
        return found;
    }
    let (Some(observed), [first, .., last]) = (found.observed, points) else {
        return found;
    };
    let seen = observed * (last.period.position() - first.period.position());
    let within = is_within(seen, first.margin, last.margin);
    found.status = if seen.abs() < shown::half_step(decimals) || within {
        Status::StandingStill
    } else if trend::trend(points, decimals).trend == Trend::Unclear {
        // The pace is told; that it leads anywhere is not.
        return found;
    } else if sign * observed < 0.0 {
        Status::WrongWay
    } else if found.required.is_some_and(|required| observed / required >= ON_TRACK) {
        Status::OnTrack
    } else {
        Status::TooSlow
    };
    found.pace = match found.status {
        Status::StandingStill | Status::WrongWay => Pace::Never,
        _ => pace(latest, level, observed),
    };
    found
}

/// `observed` leads from `latest` towards `level`.
fn pace(latest: Point, level: f64, observed: f64) -> Pace {
    let years = (level - latest.value) / observed;
    if years > HORIZON {
        return Pace::Beyond;
    }
    // A last bit too late is in time.
    let year = num::ceil(latest.period.position() + years - 1e-9);
    if (0.0..=f64::from(i16::MAX)).contains(&year) { Pace::In(year as i16) } else { Pace::Beyond }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{num::Finite, text::Text};

    fn run(from: i16, values: &[f64]) -> Vec<Point> {
        let years = from..;
        values.iter().zip(years).map(|(&value, y)| Point::exact(Period::year_of(y), value)).collect()
    }

    fn target(year: i16, level: TargetLevel) -> Target {
        Target { period: Period::year_of(year), level, text: Text::default() }
    }

    #[test]
    fn the_six_levels() {
        let fixed = target(2030, TargetLevel::Value(Finite::new(90.0).unwrap()));
        let status = |values: &[f64], desired| progress(&run(2018, values), None, &fixed, desired, 1).status;
        let up = Direction::Up;
        // From 80 in 2022, ten in eight years are needed: 1.25 a year.
        assert_eq!(status(&[75.0, 76.3, 77.5, 78.8, 80.0], up), Status::OnTrack);
        assert_eq!(status(&[77.0, 78.0, 78.5, 79.0, 80.0], up), Status::TooSlow);
        assert_eq!(status(&[80.0, 80.0, 80.0, 80.01, 80.0], up), Status::StandingStill);
        assert_eq!(status(&[84.0, 83.0, 82.0, 81.0, 80.0], up), Status::WrongWay);
        assert_eq!(status(&[80.0, 82.0, 85.0, 88.0, 89.96], up), Status::Reached, "as shown");
        assert_eq!(status(&[79.0, 80.0], up), Status::CannotJudge);
        assert_eq!(status(&[77.0, 80.0, 77.5, 80.5, 78.0], up), Status::CannotJudge, "no clear direction");
        assert_eq!(status(&[77.0, 78.0, 80.0], Direction::None), Status::CannotJudge);
        let pace = |values: &[f64], desired| progress(&run(2018, values), None, &fixed, desired, 1).pace;
        // Ten left at 1.25 a year from 2022, at 0.75 (rounded up), at 0.05.
        assert_eq!(pace(&[75.0, 76.25, 77.5, 78.75, 80.0], up), Pace::In(2030));
        assert_eq!(pace(&[77.0, 77.75, 78.5, 79.25, 80.0], up), Pace::In(2036));
        assert_eq!(pace(&[79.8, 79.85, 79.9, 79.95, 80.0], up), Pace::Beyond);
        assert_eq!(pace(&[80.0, 80.0, 80.0, 80.01, 80.0], up), Pace::Never);
        assert_eq!(pace(&[84.0, 83.0, 82.0, 81.0, 80.0], up), Pace::Never);
        assert_eq!(pace(&[80.0, 82.0, 85.0, 88.0, 89.96], up), Pace::Reached);
        assert_eq!(pace(&[79.0, 80.0], up), Pace::Unknown);
        assert_eq!(status(&[91.0], Direction::Down), Status::CannotJudge);
        assert_eq!(status(&[89.0], Direction::Down), Status::Reached);
    }

    #[test]
    fn each_area_has_its_own_base() {
        let level = TargetLevel::Factor { base: Period::year_of(2018), factor: Finite::new(0.5).unwrap() };
        let (half, years) = (target(2030, level), (2018..2021).map(Period::year_of).collect());
        let cells = [100.0, 95.0, 90.0].map(|v| Finite::new(v).ok_or(crate::model::Missing::NotAvailable));
        let group = Group::default();
        let table = Table::new(vec![Some(0)], years, vec![group], cells.to_vec(), vec![]).unwrap();
        let found_by = |breaks: &[Break]| {
            let own = (AreaId::new(0).unwrap(), group);
            let latest = Period::year_of(2020);
            let points = series::run(&table, own.0, own.1, breaks, latest);
            progress(&points, base(&half, &table, own, breaks, latest), &half, Direction::Down, 1)
        };
        let found = found_by(&[]);
        assert_eq!((found.level, found.required, found.observed), (Some(50.0), Some(-4.0), Some(-5.0)));
        assert_eq!((found.status, found.projected), (Status::OnTrack, Some(40.0)));
        let broken = found_by(&[Break { period: Period::year_of(2019), text: Text::default() }]);
        assert_eq!((broken.level, broken.status), (None, Status::CannotJudge));
    }

    #[test]
    fn when_the_time_is_up_it_is_too_late() {
        let fixed = target(2020, TargetLevel::Value(Finite::new(90.0).unwrap()));
        let found = progress(&run(2018, &[80.0, 82.0, 84.0, 95.0]), None, &fixed, Direction::Up, 1);
        assert_eq!((found.status, found.required), (Status::TooSlow, None));
        assert_eq!(found.latest.map(|p| p.value), Some(84.0));
    }
}
