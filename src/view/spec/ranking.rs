//! The ranked bars of an indicator in one period.

use crate::analysis::uncertainty::margin_of_difference;
use crate::base::{color::Color, id::AreaId, order::sort_by, period::Period};
use crate::view::{
    chart::bars::{Bars, Reference, Row},
    look::Role,
    words::{uncertainty::uncertainty, words},
};

use super::{Reading, Shown, foremost};

/// Areas from highest to lowest, those without a value last; with women and men shown, from the
/// largest difference. County and nation are lines across bars; beside two dots they are rows of two
/// dots, below the others. Of very many only the foremost, see [`foremost`]. `class` is the map's colour
/// of an area.
pub fn bars(
    shown: &Shown<'_>,
    period: Period,
    class: impl Fn(AreaId) -> Option<Color>,
    title: String,
    desc: String,
) -> Bars {
    let w = words(shown.locale);
    let cell = |area| shown.reading.cell(shown.table, area, period);
    let row = |area: AreaId| {
        let pair = match shown.reading {
            Reading::One(_) => None,
            Reading::Both { women, men } => {
                Some((shown.table.get(area, period, women), shown.table.get(area, period, men)))
            }
        };
        let value = cell(area);
        Row {
            area,
            name: shown.name(area),
            role: shown.role(area),
            beside: false,
            missing: value.err().map(|reason| (w.missing)(reason).to_owned()).unwrap_or_default(),
            value,
            margin: match shown.reading {
                Reading::One(group) => shown.table.margin(area, period, group),
                Reading::Both { women, men } => {
                    let margin = |group| shown.table.margin(area, period, group);
                    Some(margin_of_difference(margin(women), margin(men)))
                }
            },
            pair,
            class: class(area),
        }
    };
    let order = foremost(shown, ordered(shown, period));
    let both = matches!(shown.reading, Reading::Both { .. });
    let frame = shown.frame().into_iter().filter(|a| !shown.is_amount() && !shown.areas().contains(a));
    let beside = frame.clone().filter(|_| both).map(|area| Row { beside: true, ..row(area) });
    let references = match shown.reading {
        Reading::Both { .. } => Vec::new(),
        Reading::One(group) => frame
            .filter_map(|area| {
                let value = shown.table.get(area, period, group).ok()?.get();
                let role =
                    if Some(area) == shown.data.regions().nation() { Role::Nation } else { Role::County };
                let name = if role == Role::Nation { w.nation } else { w.county };
                Some(Reference { role, name: name.to_owned(), value })
            })
            .collect(),
    };
    let sexes = both.then(|| [w.women.to_owned(), w.men.to_owned()]);
    Bars {
        rows: order.into_iter().map(row).chain(beside.filter(Row::has_value)).collect(),
        references,
        sexes,
        within: uncertainty(shown.locale).within,
        format: shown.format(),
        title,
        desc,
    }
}

/// The shown areas from highest to lowest value (largest difference first), missing last; ties by name.
pub fn ordered(shown: &Shown<'_>, period: Period) -> Vec<AreaId> {
    let key = |&area: &AreaId| match (shown.reading.cell(shown.table, area, period), shown.reading) {
        (Ok(v), Reading::One(_)) => (0, -v.get(), area),
        (Ok(v), Reading::Both { .. }) => (0, -v.get().abs(), area),
        (Err(_), _) => (1, 0.0, area),
    };
    let mut keys: Vec<(u8, f64, AreaId)> = shown.areas().iter().map(key).collect();
    // The areas come in alphabetical order and the sort is stable.
    sort_by(&mut keys, &mut |a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    keys.into_iter().map(|(_, _, area)| area).collect()
}
