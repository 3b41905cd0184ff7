//! Changes from one period to the next unlike the area's usual ones and unlike the others'.
//!
//! The change less the middle change of the area's level in the same period, scored by
//! [`super::rule`]. Only steps of the series' usual length are compared: over more years more
//! changes. Nothing is compared across a break, and a change within the margins of its two values
//! is none.

use crate::analysis::spread::median;
use crate::analysis::uncertainty::is_within;
use crate::base::id::IndicatorId;
use crate::model::Indicator;

use super::finding::{Fact, Finding, Severity};
use super::panel::{Panel, Spot};
use super::rule::{Grid, LABELLED, STRIKING, scores};

/// Jumps of a panel, with the place of the value jumped to; not those to and from an outlier.
pub(super) fn jumps(
    indicator: &Indicator,
    id: IndicatorId,
    panel: &Panel<'_>,
    outliers: &[(Spot, Finding)],
) -> Vec<(Spot, Finding)> {
    let usual = steps(panel);
    let change = |row: &[Option<f64>], c: usize| {
        let before = c.checked_sub(1)?;
        let (from, to) = (row.get(before).copied().flatten()?, row.get(c).copied().flatten()?);
        let is_usual = usual.get(before) == Some(&true) && !panel.is_broken(before, c);
        is_usual.then(|| panel.measure(to) - panel.measure(from))
    };
    let deviations: Grid =
        panel.values.iter().map(|row| (0..row.len()).map(|c| change(row, c)).collect()).collect();
    let scored = scores(panel, &deviations);
    let is_outlier = |r: usize, c: usize| outliers.iter().any(|(spot, _)| *spot == (r, c));
    let mut found = Vec::new();
    for (r, (row, (scores, common))) in
        panel.values.iter().zip(scored.scores.iter().zip(&scored.common)).enumerate()
    {
        let places = panel.periods.windows(2).zip(row.windows(2)).zip(scores.iter().zip(common).skip(1));
        for (before_at, ((periods, values), (score, common))) in places.enumerate() {
            let (&[since, period], &[Some(before), Some(value)]) = (periods, values) else { continue };
            let (Some(score), Some(&area), c) = (*score, panel.areas.get(r), before_at + 1) else { continue };
            if score.abs() <= LABELLED || is_outlier(r, c) || is_outlier(r, before_at) {
                continue;
            }
            let margin = |period| indicator.margin.as_ref().and_then(|m| m.of(area, period, panel.group));
            if is_within(value - before, margin(since), margin(period)) {
                continue;
            }
            let severity = if score.abs() > STRIKING { Severity::Warning } else { Severity::Note };
            let others = common.map(|common| panel.amount(before, common));
            let fact = Fact::Jump { since, before, value, others, score };
            found.push(((r, c), Finding::of(severity, fact).about(id).at(area, period, panel.group)));
        }
    }
    found
}

/// Whether the step after each period is of the usual length: at most half as long again as the
/// median step.
fn steps(panel: &Panel<'_>) -> Vec<bool> {
    let position = |pair: &[crate::base::period::Period]| match pair {
        [a, b] => b.position() - a.position(),
        _ => 0.0,
    };
    let lengths: Vec<f64> = panel.periods.windows(2).map(position).collect();
    let middle = median(&lengths).unwrap_or_default();
    lengths.iter().map(|length| *length <= 1.5 * middle).collect()
}
