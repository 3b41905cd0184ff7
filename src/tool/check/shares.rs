//! Per cent outside 0–100, and fractions that are taken for per cent.
//!
//! A share cannot be; a net figure or a rate of change can. Where more than a tenth of an indicator's
//! values lie below zero it is such a figure, and the finding only says so.

use crate::base::id::IndicatorId;
use crate::base::unit::UnitKind;
use crate::model::{Dataset, Table};

use super::cells::cells;
use super::finding::{Fact, Finding, Severity};

/// From here on the largest of values that all lie between 0 and 1 is probably a fraction: few shares are
/// below a tenth of a per cent everywhere, and fewer are compared.
const FRACTION: f64 = 0.1;

/// Fewest values that tell.
const ENOUGH: usize = 5;

/// Values between 0 and 1 only, where they should be per cent.
pub(super) fn fractions(data: &Dataset, id: IndicatorId, table: &Table) -> Option<Finding> {
    if data.indicator(id).unit.kind != UnitKind::Percent {
        return None;
    }
    let values: Vec<f64> = cells(data, table).iter().map(|cell| cell.value).collect();
    let most = values.iter().copied().fold(0.0, f64::max);
    let all = values.len() >= ENOUGH && values.iter().all(|value| (0.0..=1.0).contains(value));
    let fact = Fact::Fractions { most, cells: values.len() };
    (all && most >= FRACTION).then(|| Finding::of(Severity::Warning, fact).about(id))
}

/// The value farthest outside, where there is one.
pub(super) fn shares(data: &Dataset, id: IndicatorId, table: &Table) -> Option<Finding> {
    if data.indicator(id).unit.kind != UnitKind::Percent {
        return None;
    }
    let all = cells(data, table);
    let far = |value: f64| (value - 100.0).max(-value);
    let outside: Vec<_> = all.iter().filter(|cell| far(cell.value) > 0.0).collect();
    let farthest = outside.iter().max_by(|a, b| far(a.value).total_cmp(&far(b.value)))?;
    let below = outside.iter().filter(|cell| cell.value < 0.0).count();
    let is_net = below * 10 > all.len() && below == outside.len();
    let severity = if is_net { Severity::Note } else { Severity::Grave };
    let fact = Fact::OutsideShare { value: farthest.value, cells: outside.len(), of: all.len() };
    Some(Finding::of(severity, fact).about(id).at(farthest.area, farthest.period, farthest.group))
}
