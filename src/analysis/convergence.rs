//! Whether areas become more alike: four views of convergence, and one verdict.
//!
//! Definitions: Eurofound, “Upward convergence in the EU: Concepts, measurements and
//! indicators” (2018) for sigma, beta and delta; Boyle & McCarthy, “A simple measure of
//! β-convergence”, Oxford Bulletin of Economics and Statistics 59/1997 for gamma. All four are
//! unweighted there and here: the question is about areas. All look at one [`Panel`], so no
//! area comes or goes and no break is crossed.

use crate::{
    base::{id::AreaId, num, period::Period, unit::UnitKind},
    model::Direction,
};

use super::{
    assess,
    change::{self, Change, Movement},
    dispersion::{self, Measure},
    finding::{self, SpreadChange, Width},
    line::{self, Line},
    panel::Panel,
    rank,
    refusal::{Measured, Refusal},
    series::Point,
    shown, spread, trend,
    uncertainty::is_within,
};

/// Fewest periods a verdict rests on, as for a trend: two are no development.
pub const FEWEST_PERIODS: usize = trend::POINTS;

/// Fewest areas a verdict rests on.
pub const FEWEST_AREAS: usize = 5;

/// The dispersion in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sigma {
    /// When.
    pub period: Period,
    /// Mean of the areas.
    pub mean: f64,
    /// Population standard deviation, in the unit.
    pub sd: f64,
    /// Coefficient of variation.
    pub cv: Measured,
}

/// One area's start and growth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Growth {
    /// The area.
    pub area: AreaId,
    /// Its value in the first period; under [`Form::Log`] its logarithm.
    pub initial: f64,
    /// Change per year since, in the unit; under [`Form::Log`] growth rate per year.
    pub yearly: f64,
}

/// In which terms growth is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// Change per year in the unit on the initial value: for shares and anything near zero.
    #[default]
    Absolute,
    /// (ln last − ln first) per year on ln first, the form of Barro & Sala-i-Martin,
    /// “Convergence”, Journal of Political Economy 100/1992.
    Log,
}

/// Growth on initial level. A slope below zero means that those who started low grew more; a
/// chance low start has the same effect, so it is not proof (and no p-value is given at n = 12).
#[derive(Clone, Debug, PartialEq)]
pub struct Beta {
    /// In which terms.
    pub form: Form,
    /// Every area.
    pub points: Vec<Growth>,
    /// Least-squares line of `yearly` on `initial`.
    pub line: Result<Line, Refusal>,
}

/// How far the others are from the best in one period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Delta {
    /// When.
    pub period: Period,
    /// The best area, the first of several.
    pub best: AreaId,
    /// Its value.
    pub value: f64,
    /// Mean distance to it over all areas, in the unit (Eurofound's sum over n).
    pub distance: f64,
}

/// Whether the order of the areas is kept: Kendall's W, 1 for the same order throughout and
/// near 0 for none kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gamma {
    /// Between the first and the last period; ½ is what unrelated orders have.
    pub ends: Measured,
    /// Over all periods.
    pub all: Measured,
}

/// Where the areas go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// Their mean rose.
    Upward,
    /// Their mean fell.
    Downward,
    /// Their mean moved less than half a step of the last decimal shown.
    Level,
}

/// How they go relative to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Drift {
    /// Closer.
    Converging,
    /// Apart.
    Diverging,
    /// Neither.
    Level,
}

/// Why there is no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Fewer than [`FEWEST_AREAS`] with values at both ends.
    FewAreas,
    /// Fewer than [`FEWEST_PERIODS`] since the latest break.
    FewPeriods,
    /// The values are totals that grow with the size of the area.
    Amount,
    /// The range has clearly moved the other way than the standard deviation.
    RangeDiffers,
    /// The relative dispersion has clearly moved the other way than the absolute one.
    RelativeDiffers,
    /// Between first and last the dispersion has gone the other way.
    Unsteady,
    /// The county has clearly moved the other way than the mean of its areas.
    CountyDiffers,
    /// The standard deviation has moved no more than the margins of the values alone would move it.
    Uncertain,
}

/// The verdict. Whether the course is wanted is [`Convergence::wanted`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It can be said.
    Judged {
        /// Where the areas go together.
        course: Course,
        /// How they go relative to each other.
        drift: Drift,
    },
    /// It cannot.
    CannotJudge(Doubt),
}

/// All about convergence over one panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Convergence {
    /// The panel.
    pub panel: Panel,
    /// Dispersion per period.
    pub sigma: Vec<Sigma>,
    /// How the standard deviation moved, see [`finding::finding`].
    pub absolute: SpreadChange,
    /// How the coefficient of variation moved: by at least ten per cent, or not.
    pub relative: SpreadChange,
    /// The mean of the areas, first to last.
    pub mean: Option<Change>,
    /// Growth on initial level.
    pub beta: Beta,
    /// Distance to the best per period; empty without a desired direction.
    pub delta: Vec<Delta>,
    /// Order kept.
    pub gamma: Gamma,
    /// The verdict.
    pub verdict: Verdict,
    /// Whether the course is the desired one; `None` without a direction, a verdict or a move.
    pub wanted: Option<bool>,
}

/// What convergence is seen with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Terms {
    /// Which way is wanted.
    pub desired: Direction,
    /// How differences are spoken of: for numbers the relative dispersion has a say.
    pub kind: UnitKind,
    /// Decimals shown.
    pub decimals: u8,
    /// The county in the panel's first and last period, where it is comparable.
    pub county: Option<[f64; 2]>,
    /// Margin of the change of the standard deviation between these periods; zero for exact values.
    pub margin: f64,
}

/// Convergence over a panel. The verdict: the standard deviation has grown (shrunk) by at least
/// ten per cent and by half a step shown, see [`finding::finding`], and
///
/// - the range has not clearly moved the other way, nor, for numbers, the coefficient of
///   variation (of shares, whose complement has another one, it is no evidence); for money of its
///   year it must have moved the same way;
/// - it has moved by more than its margin, where values have margins;
/// - the Theil–Sen slope of the standard deviation over all periods does not go the other way;
/// - the course is where the mean of the areas went, and the county not clearly elsewhere.
pub fn convergence(panel: Panel, terms: &Terms) -> Convergence {
    let Judged { sigma, absolute, relative, mean, verdict } = judged(&panel, terms);
    Convergence {
        beta: beta(&panel, Form::Absolute),
        delta: delta(&panel, terms.desired),
        gamma: Gamma { ends: gamma_of_ends(&panel, terms.decimals), all: gamma(&panel.rows, terms.decimals) },
        wanted: wanted(verdict, assess::over_time(terms.desired, terms.kind)),
        panel,
        sigma,
        absolute,
        relative,
        mean,
        verdict,
    }
}

/// The verdict alone, as [`convergence`] reaches it.
pub fn verdict(panel: &Panel, terms: &Terms) -> Verdict {
    judged(panel, terms).verdict
}

/// The verdict and what it rests on.
struct Judged {
    sigma: Vec<Sigma>,
    absolute: SpreadChange,
    relative: SpreadChange,
    mean: Option<Change>,
    verdict: Verdict,
}

fn judged(panel: &Panel, terms: &Terms) -> Judged {
    let sigma = sigma(panel);
    let width = |row: &[f64]| finding::width(row);
    let absolute = match panel.ends().map(|[first, last]| (width(first.1), width(last.1))) {
        Some((Some(first), Some(last))) => changed(first, last, terms.decimals),
        _ => SpreadChange::Unknown,
    };
    let mean = match sigma.as_slice() {
        [first, .., last] => Some(Change::between(level(first), level(last), terms.decimals)),
        _ => None,
    };
    let relative = relative(&sigma);
    let verdict = weigh_up(panel, &sigma, absolute, relative, mean, terms);
    Judged { sigma, absolute, relative, mean, verdict }
}

/// Dispersion per period.
pub fn sigma(panel: &Panel) -> Vec<Sigma> {
    let mut found = Vec::with_capacity(panel.rows.len());
    for (&period, row) in panel.periods.iter().zip(&panel.rows) {
        if let (Some(mean), Some(sd)) = (spread::mean(row), spread::sd(row)) {
            let pairs: Vec<(f64, f64)> = row.iter().map(|&v| (v, 1.0)).collect();
            found.push(Sigma { period, mean, sd, cv: dispersion::measure(Measure::Cv, &pairs, None) });
        }
    }
    found
}

/// Growth on initial level; without points when the panel has fewer than two periods or, under
/// [`Form::Log`], when some value is not above zero.
pub fn beta(panel: &Panel, form: Form) -> Beta {
    let mut beta = Beta { form, points: Vec::new(), line: Err(Refusal::TooFew) };
    let Some([(_, first), (_, last)]) = panel.ends() else { return beta };
    let years = panel.years();
    let mut pairs = Vec::with_capacity(first.len());
    for (at, &area) in panel.areas.iter().enumerate() {
        let (Some(&first), Some(&last)) = (first.get(at), last.get(at)) else { continue };
        let (initial, end) = match form {
            Form::Absolute => (first, last),
            Form::Log => {
                if let Err(why) = dispersion::above_zero(first.min(last)) {
                    return Beta { form, points: Vec::new(), line: Err(why) };
                }
                (num::ln(first), num::ln(last))
            }
        };
        let yearly = (end - initial) / years;
        pairs.push((initial, yearly));
        beta.points.push(Growth { area, initial, yearly });
    }
    beta.line = line::least_squares(&pairs);
    beta
}

/// Distance to the best per period: the highest where more is wanted, the lowest where less is.
/// Empty without a desired direction.
pub fn delta(panel: &Panel, desired: Direction) -> Vec<Delta> {
    let sign = match desired {
        Direction::Up => 1.0,
        Direction::Down => -1.0,
        Direction::None => return Vec::new(),
    };
    let mut found = Vec::with_capacity(panel.rows.len());
    for (&period, row) in panel.periods.iter().zip(&panel.rows) {
        let mut best: Option<(AreaId, f64)> = None;
        for (&area, &value) in panel.areas.iter().zip(row) {
            if best.is_none_or(|(_, v)| sign * value > sign * v) {
                best = Some((area, value));
            }
        }
        if let (Some((best, value)), Some(distance)) =
            (best, best.and_then(|(_, v)| spread::mean_deviation(row, v)))
        {
            found.push(Delta { period, best, value, distance });
        }
    }
    found
}

/// Kendall's coefficient of concordance over rows of the same areas (Kendall & Babington Smith
/// 1939), corrected for ties: W = 12S / (m²(n³−n) − mΣ(t³−t)), S the sum of squared deviations
/// of the areas' rank sums. Values are ranked as shown. As Friedman's statistic over m(n−1).
///
/// # Errors
/// [`Refusal::TooFew`] for fewer than two rows or three areas, whose orders are kept or turned by chance,
/// [`Refusal::AllEqual`] when every row is one tie.
pub fn gamma(rows: &[Vec<f64>], decimals: u8) -> Measured {
    let n = rows.first().map_or(0, Vec::len);
    if rows.len() < 2 || n < 3 {
        return Err(Refusal::TooFew);
    }
    let cube = |t: f64| t * t * t - t;
    let mut sums = vec![0.0; n];
    let mut ties = 0.0;
    for row in rows {
        let mut keys: Vec<f64> = row.iter().map(|&v| shown::steps(v, decimals)).collect();
        for (sum, rank) in sums.iter_mut().zip(rank::mean_ranks(&keys)) {
            *sum += rank;
        }
        crate::base::order::sort_floats(&mut keys);
        ties += keys.chunk_by(|a, b| a == b).map(|run| cube(run.len() as f64)).sum::<f64>();
    }
    let m = rows.len() as f64;
    let middle = m * (n as f64 + 1.0) / 2.0;
    let s: f64 = sums.iter().map(|sum| (sum - middle) * (sum - middle)).sum();
    let most = m * m * cube(n as f64) - m * ties;
    if most > 0.0 { Ok(12.0 * s / most) } else { Err(Refusal::AllEqual) }
}

fn gamma_of_ends(panel: &Panel, decimals: u8) -> Measured {
    let [(_, first), (_, last)] = panel.ends().ok_or(Refusal::TooFew)?;
    gamma(&[first.to_vec(), last.to_vec()], decimals)
}

fn level(sigma: &Sigma) -> Point {
    Point::exact(sigma.period, sigma.mean)
}

fn changed(first: Width, last: Width, decimals: u8) -> SpreadChange {
    finding::compare(first, last, decimals)
}

fn relative(sigma: &[Sigma]) -> SpreadChange {
    let [Sigma { cv: Ok(first), .. }, .., Sigma { cv: Ok(last), .. }] = sigma else {
        return SpreadChange::Unknown;
    };
    let change = last - first;
    if change.abs() < finding::NOTABLE * first || change == 0.0 {
        SpreadChange::Same
    } else if change > 0.0 {
        SpreadChange::Grown
    } else {
        SpreadChange::Shrunk
    }
}

fn weigh_up(
    panel: &Panel,
    sigma: &[Sigma],
    absolute: SpreadChange,
    relative: SpreadChange,
    mean: Option<Change>,
    terms: &Terms,
) -> Verdict {
    let doubt = Verdict::CannotJudge;
    if terms.kind == UnitKind::Amount {
        return doubt(Doubt::Amount);
    }
    // Without any there is no period to compare with, which is no fault of the areas.
    if !panel.areas.is_empty() && panel.areas.len() < FEWEST_AREAS {
        return doubt(Doubt::FewAreas);
    }
    let Some(mean) = mean.filter(|_| panel.periods.len() >= FEWEST_PERIODS) else {
        return doubt(Doubt::FewPeriods);
    };
    let drift = match absolute {
        SpreadChange::Grown => Drift::Diverging,
        SpreadChange::Shrunk => Drift::Converging,
        SpreadChange::Same => Drift::Level,
        SpreadChange::Unknown => return doubt(Doubt::RangeDiffers),
    };
    let moved = sigma.last().map_or(0.0, |s| s.sd) - sigma.first().map_or(0.0, |s| s.sd);
    if drift != Drift::Level && is_within(moved, Some(terms.margin), None) {
        return doubt(Doubt::Uncertain);
    }
    let opposite = match absolute {
        SpreadChange::Grown => SpreadChange::Shrunk,
        _ => SpreadChange::Grown,
    };
    let differs = match terms.kind {
        UnitKind::Number => relative == opposite,
        // Rising prices alone widen every distance.
        UnitKind::Money => relative != absolute,
        UnitKind::Percent | UnitKind::Amount => false,
    };
    if drift != Drift::Level && differs {
        return doubt(Doubt::RelativeDiffers);
    }
    let points: Vec<(f64, f64)> = sigma.iter().map(|s| (s.period.position(), s.sd)).collect();
    let slope = trend::theil_sen(&points).unwrap_or_default();
    if (drift == Drift::Diverging && slope < 0.0) || (drift == Drift::Converging && slope > 0.0) {
        return doubt(Doubt::Unsteady);
    }
    let county = terms.county.map(|[first, last]| change::movement(last - first, terms.decimals));
    let course = match (mean.movement, county) {
        (Movement::Rose, Some(Movement::Fell)) | (Movement::Fell, Some(Movement::Rose)) => {
            return doubt(Doubt::CountyDiffers);
        }
        (Movement::Rose, _) => Course::Upward,
        (Movement::Fell, _) => Course::Downward,
        (Movement::Unchanged, _) => Course::Level,
    };
    Verdict::Judged { course, drift }
}

fn wanted(verdict: Verdict, desired: Direction) -> Option<bool> {
    let Verdict::Judged { course, .. } = verdict else { return None };
    match (course, desired) {
        (Course::Level, _) | (_, Direction::None) => None,
        (Course::Upward, desired) => Some(desired == Direction::Up),
        (Course::Downward, desired) => Some(desired == Direction::Down),
    }
}

#[cfg(test)]
mod tests;
