//! One breakdown of an indicator as a grid of areas and periods, in which deviations are looked for.

use crate::analysis::spread::median;
use crate::base::{
    id::{AreaId, IndicatorId},
    num,
    period::Period,
    unit::UnitKind,
};
use crate::model::{Dataset, Group, Level, Table};

use super::rule::Grid;

/// Values by area and period, with what is needed to compare them.
///
/// Totals are compared by their natural logarithms where all are above zero: a large area changes
/// by more than a small one, and what can be compared is by how much of itself.
pub(super) struct Panel<'a> {
    /// Whom it is about.
    pub group: Group,
    /// The areas that have any value, in the bundle's order.
    pub areas: Vec<AreaId>,
    /// Their levels.
    pub levels: Vec<Level>,
    /// The periods, ascending.
    pub periods: &'a [Period],
    /// Values as they are.
    pub values: Grid,
    /// One step of the last decimal shown, as it is compared, per area.
    pub steps: Vec<f64>,
    logarithms: bool,
    breaks: Vec<Period>,
}

impl<'a> Panel<'a> {
    /// The values of one group.
    pub(super) fn new(data: &Dataset, id: IndicatorId, table: &'a Table, group: Group) -> Self {
        let indicator = data.indicator(id);
        let series = |area| -> Vec<Option<f64>> {
            table.series(area, group).into_iter().map(|cell| cell.ok().map(|v| v.get())).collect()
        };
        let rows = data.regions().ids().map(|area| (area, series(area)));
        let (areas, values): (Vec<AreaId>, Grid) =
            rows.filter(|(_, row)| row.iter().any(Option::is_some)).unzip();
        let positive = values.iter().flatten().flatten().all(|v| *v > 0.0);
        let logarithms = indicator.unit.kind == UnitKind::Amount && positive;
        let step = num::ten_to(-i32::from(indicator.decimals));
        let compared =
            |row: &Vec<Option<f64>>| match median(&row.iter().flatten().copied().collect::<Vec<_>>()) {
                Some(middle) if logarithms => num::ln(1.0 + step / middle),
                _ => step,
            };
        Self {
            group,
            levels: areas.iter().map(|&area| data.regions().get(area).level).collect(),
            periods: table.periods(),
            steps: values.iter().map(compared).collect(),
            logarithms,
            breaks: indicator.breaks.iter().map(|b| b.period).collect(),
            areas,
            values,
        }
    }

    /// A value as it is compared.
    pub(super) fn measure(&self, value: f64) -> f64 {
        if self.logarithms { num::ln(value) } else { value }
    }

    /// What a compared difference from a value amounts to in the indicator's unit.
    pub(super) fn amount(&self, from: f64, difference: f64) -> f64 {
        if self.logarithms { from * (num::exp(difference) - 1.0) } else { difference }
    }

    /// Whether a change of definition lies after the first and up to the second period.
    pub(super) fn is_broken(&self, first: usize, second: usize) -> bool {
        match (self.periods.get(first), self.periods.get(second)) {
            (Some(first), Some(second)) => self.breaks.iter().any(|b| b > first && b <= second),
            _ => false,
        }
    }
}

/// A place in a panel: row and column.
pub(super) type Spot = (usize, usize);
