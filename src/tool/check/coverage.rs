//! What there is: of each indicator the areas, the periods, and how many breakdowns have a value.

use crate::base::{
    id::{AreaId, IndicatorId},
    locale::Locale,
    period::Period,
    unit::UnitKind,
};
use crate::model::{Dataset, Group, Level, Missing, Table};
use crate::view::look::Format;

/// The values of an indicator as a matrix of areas and periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Coverage {
    /// The indicator.
    pub indicator: IndicatorId,
    /// Areas with a value or a reason for having none, and where a municipality has a value, every
    /// municipality; nation first, then the counties, then the municipalities and what is smaller,
    /// each as the bundle orders them.
    pub areas: Vec<AreaId>,
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// Breakdowns.
    pub groups: Vec<Group>,
    /// One row per area, one cell per period.
    pub cells: Vec<Vec<Covered>>,
}

/// What there is of one area in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Covered {
    /// Number of breakdowns with a value.
    pub values: usize,
    /// Why there is none, where there is none.
    pub missing: Option<Missing>,
}

impl Coverage {
    /// The coverage of an indicator.
    pub fn of(data: &Dataset, indicator: IndicatorId, table: &Table) -> Self {
        let groups = table.groups().to_vec();
        let periods = table.periods().to_vec();
        let cell = |area, period| {
            let cells = || groups.iter().map(|&group| table.get(area, period, group));
            let values = cells().filter(Result::is_ok).count();
            // A reason that is given says more than that there is no value.
            let reason = || cells().filter_map(Result::err).find(|m| *m != Missing::NotAvailable);
            let missing = (values == 0).then(|| reason().unwrap_or_default());
            Covered { values, missing }
        };
        let row = |area| -> Vec<Covered> { periods.iter().map(|&period| cell(area, period)).collect() };
        let is_known = |row: &[Covered]| {
            row.iter().any(|c| c.values > 0 || c.missing.is_some_and(|m| m != Missing::NotAvailable))
        };
        let regions = data.regions();
        let mut rows: Vec<(AreaId, Vec<Covered>)> = regions.ids().map(|area| (area, row(area))).collect();
        let is_municipality = |area: AreaId| regions.get(area).level == Level::Municipality;
        let has_value = |row: &[Covered]| row.iter().any(|cell| cell.values > 0);
        let all = rows.iter().any(|(area, row)| is_municipality(*area) && has_value(row));
        rows.retain(|(area, row)| is_known(row) || (all && is_municipality(*area)));
        rows.sort_by_key(|(area, _)| regions.get(*area).level);
        let (areas, cells) = rows.into_iter().unzip();
        Self { indicator, areas, periods, groups, cells }
    }

    /// Number of cells with a value and of all, breakdowns counted.
    pub fn counts(&self) -> (usize, usize) {
        let with = self.cells.iter().flatten().map(|c| c.values).sum();
        (with, self.areas.len() * self.periods.len() * self.groups.len())
    }

    /// The share of cells with a value, written as whole per cent; only what is full is 100.
    pub fn filled(&self, locale: Locale) -> String {
        let (with, all) = self.counts();
        let share = if all > 0 { 100.0 * with as f64 / all as f64 } else { 0.0 };
        let format = Format { decimals: 0, kind: UnitKind::Percent, short: String::new() };
        format.value(if with < all { share.min(99.0) } else { share }, locale)
    }

    /// Of each period, the share of areas of a level that have any value; `None` where the indicator
    /// has none of that level at all.
    pub fn shares(&self, data: &Dataset, level: Level) -> Option<Vec<f64>> {
        let rows =
            || self.areas.iter().zip(&self.cells).filter(|(a, _)| data.regions().get(**a).level == level);
        let count = rows().count();
        let share = |at: usize| {
            let with = rows().filter(|(_, row)| row.get(at).is_some_and(|c| c.values > 0)).count();
            with as f64 / count as f64
        };
        (count > 0).then(|| (0..self.periods.len()).map(share).collect())
    }
}
