//! Margins: a constant, or one for each value, never below zero.

use std::sync::Arc;

use crate::base::num::Finite;
use crate::bundle::format;
use crate::bundle::locate::Path;
use crate::model::indicator::{Margin, MarginWidth};
use crate::model::{Regions, Table};

use super::found::Found;
use super::values;

/// The margin of the indicator at the path `at`.
pub(super) fn load(
    indicator: &format::Indicator,
    at: &Path<'_>,
    regions: &Regions,
    found: &mut Found,
) -> Option<Margin> {
    let from = indicator.margin.as_ref()?;
    let at = &at.member("margin");
    let width = match (from.value, &from.dataset) {
        (Some(value), None) => MarginWidth::Value(constant(value, &at.member("value"), found)),
        (None, Some(dataset)) => {
            let path = at.member("dataset").to_string();
            let mapping = indicator.values.mapping.clone().unwrap_or_default();
            let table = match values::load(dataset, &mapping, &path, regions, found) {
                Ok(table) => table,
                Err(problem) => {
                    found.keep(problem);
                    return None;
                }
            };
            if has_negative(&table, regions) {
                found.wrong(&Path::At(&path), "margins of at least 0", "one below");
            }
            MarginWidth::Table(Arc::new(table))
        }
        (both, _) => {
            let said = if both.is_some() { "both" } else { "neither" };
            found.wrong(at, "either “value” or “dataset”", said);
            return None;
        }
    };
    let start = from.from.as_ref().map(|period| found.period(period, &at.member("from")));
    Some(Margin { width, from: start, text: found.text(&from.text, &at.member("text")) })
}

fn constant(value: f64, path: &Path<'_>, found: &mut Found) -> Finite {
    Finite::new(value).filter(|v| v.get() >= 0.0).unwrap_or_else(|| {
        found.wrong(path, "a number of at least 0", &value.to_string());
        Finite::ZERO
    })
}

fn has_negative(table: &Table, regions: &Regions) -> bool {
    for area in regions.ids() {
        for &group in table.groups() {
            if table.series(area, group).iter().flatten().any(|v| v.get() < 0.0) {
                return true;
            }
        }
    }
    false
}
