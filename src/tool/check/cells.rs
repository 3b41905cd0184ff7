//! Every value of a table with its place.

use crate::base::id::AreaId;
use crate::base::period::Period;
use crate::model::{Dataset, Group, Table};

/// A value and its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Cell {
    /// The area.
    pub area: AreaId,
    /// The period.
    pub period: Period,
    /// Whom it is about.
    pub group: Group,
    /// The value.
    pub value: f64,
}

/// All values, by group, area and period.
pub(super) fn cells(data: &Dataset, table: &Table) -> Vec<Cell> {
    let mut out = Vec::new();
    for &group in table.groups() {
        for area in data.regions().ids() {
            for &period in table.periods() {
                if let Ok(value) = table.get(area, period, group) {
                    out.push(Cell { area, period, group, value: value.get() });
                }
            }
        }
    }
    out
}

/// Decimals of the shortest text that is this number.
pub(super) fn decimals(value: f64) -> u8 {
    let text = value.to_string();
    let fraction = text.split_once('.').map_or("", |(_, fraction)| fraction);
    u8::try_from(fraction.len()).unwrap_or(u8::MAX)
}
