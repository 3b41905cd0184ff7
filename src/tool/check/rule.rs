//! How far apart is too far: the robust rule of outliers and jumps.
//!
//! The modified z-score of Iglewicz & Hoaglin (“How to Detect and Handle Outliers”, ASQC 1993):
//! 0.6745 · (x − median) / MAD, where 0.6745 makes it a z-score for normal data. They label what is
//! beyond 3.5. The median and the median absolute deviation are not moved by the very values that
//! are looked for, as a mean and a standard deviation would be.
//!
//! Here x is a deviation of one area in one period: from its neighbours in time, or from the period
//! before. What all areas of the level share is taken off first, since a bad year for everybody is
//! no error of one; off the nation, what the counties share. The scale is the largest of three: the
//! area's own MAD, that of those it is compared with, and one step of the last decimal shown. So a value stands out only where it is unusual
//! both for the area and among the others, and by more than rounding.

use crate::analysis::spread::{mad, median};
use crate::model::Level;

use super::panel::Panel;

/// The score beyond which a value is labelled (Iglewicz & Hoaglin).
pub(super) const LABELLED: f64 = 3.5;

/// Twice that: worth a warning, where the first is worth a note.
pub(super) const STRIKING: f64 = 2.0 * LABELLED;

/// Deviations of an area without which it has no usual deviation.
const OWN: usize = 6;

/// Areas of a level without which they have nothing in common.
const PEERS: usize = 4;

/// One number per area and period of a panel, where there is one.
pub(super) type Grid = Vec<Vec<Option<f64>>>;

/// The modified z-scores of a panel's deviations, and what was common to each area's level.
pub(super) struct Scores {
    /// Score by area and period.
    pub scores: Grid,
    /// What was taken off, by area and period; none where there is nothing to compare with.
    pub common: Grid,
}

/// Scores the deviations of a panel.
pub(super) fn scores(panel: &Panel<'_>, deviations: &Grid) -> Scores {
    let width = panel.periods.len();
    let by_level = LEVELS.map(|level| common(panel, deviations, level, width));
    let shared = |level: Level, period: usize| {
        let of = |level| by_level.get(place(level))?.get(period).copied().flatten();
        compared_with(level).iter().find_map(|level| of(*level))
    };
    let row = |level: &Level| (0..width).map(|period| shared(*level, period)).collect();
    let common: Grid = panel.levels.iter().map(row).collect();
    let less = |(d, c): (&Option<f64>, &Option<f64>)| d.map(|d| d - c.unwrap_or_default());
    let own: Grid = deviations
        .iter()
        .zip(&common)
        .map(|(row, common)| row.iter().zip(common).map(less).collect())
        .collect();
    let spreads = LEVELS.map(|level| {
        let rows = panel.levels.iter().zip(&own).filter(|(l, _)| **l == level);
        mad(&rows.flat_map(|(_, row)| row.iter().flatten().copied()).collect::<Vec<f64>>())
    });
    let scored = own.iter().zip(&panel.levels).zip(&panel.steps).map(|((row, level), step)| {
        let mine: Vec<f64> = row.iter().flatten().copied().collect();
        let (Some(centre), Some(spread), true) = (median(&mine), mad(&mine), mine.len() >= OWN) else {
            return vec![None; row.len()];
        };
        let of = |level: &Level| spreads.get(place(*level)).copied().flatten();
        let among = compared_with(*level).iter().find_map(of).unwrap_or_default();
        let scale = spread.max(among).max(*step);
        // The largest floats differ by more than a float holds: then nothing is scored.
        let score = |d: f64| Some(0.6745 * (d - centre) / scale).filter(|s| s.is_finite());
        row.iter().map(|d| d.and_then(score)).collect()
    });
    Scores { scores: scored.collect(), common }
}

const LEVELS: [Level; 4] = [Level::Nation, Level::County, Level::Municipality, Level::District];

fn place(level: Level) -> usize {
    LEVELS.iter().position(|l| *l == level).unwrap_or_default()
}

/// Levels that tell what an area of this level has in common with others, the best first: the nation
/// is alone, and a bundle may hold a single county.
fn compared_with(level: Level) -> &'static [Level] {
    match level {
        Level::Nation | Level::County => &[Level::County, Level::Municipality],
        Level::Municipality => &[Level::Municipality],
        Level::District => &[Level::District],
    }
}

/// The median deviation of a level in each period, where enough of its areas have one.
fn common(panel: &Panel<'_>, deviations: &Grid, level: Level, width: usize) -> Vec<Option<f64>> {
    let of = |period: usize| {
        let peers = panel.levels.iter().zip(deviations).filter(|(l, _)| **l == level);
        let values: Vec<f64> = peers.filter_map(|(_, row)| row.get(period).copied().flatten()).collect();
        median(&values).filter(|_| values.len() >= PEERS)
    };
    (0..width).map(of).collect()
}
