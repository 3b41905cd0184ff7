//! The table of an indicator: every value in words and numbers, sortable.

use std::cmp::Ordering;

use crate::analysis::change::Change;
use crate::analysis::series::{Point, comparable};
use crate::base::{
    id::AreaId,
    locale::{Locale, sort_key},
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Group, table::Flag};
use crate::view::{look::Role, words::words};

use super::{Reading, Shown, foremost};

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// The area's name.
    Name,
    /// The value shown.
    #[default]
    Value,
    /// The change since the first comparable period.
    Change,
    /// Women minus men.
    Gap,
}

/// The table, ready to be set.
#[derive(Clone, Debug, PartialEq)]
pub struct TableSpec {
    /// The first column's and all others' heads.
    pub columns: Vec<Column>,
    /// The shown areas in the order asked for, then county and nation.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// What a click on it sorts by.
    pub by: Option<SortBy>,
    /// Whether it is the period shown in the pictures.
    pub now: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is shown.
    pub role: Role,
    /// One per column after the first.
    pub cells: Vec<Entry>,
}

/// One entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The value as shown, or the reason why there is none.
    pub text: String,
    /// Whether there is no value.
    pub missing: bool,
    /// Whether it is the period shown in the pictures.
    pub now: bool,
}

/// The table of one period; with `every_period`, of all of them. Unless `every_area`, of very many
/// areas only the foremost, see [`foremost`].
pub fn table(
    shown: &Shown<'_>,
    period: Period,
    (sort, turned): (SortBy, bool),
    every_period: bool,
    every_area: bool,
) -> TableSpec {
    // The same for every row: looked for once.
    let since = match shown.reading {
        Reading::One(group) => first_period(shown, period, group),
        Reading::Both { .. } => None,
    };
    let mut areas = shown.areas().to_vec();
    order(shown, period, since, (sort, turned), &mut areas);
    if !every_area {
        areas = foremost(shown, areas);
    }
    areas.extend(shown.frame().into_iter().filter(|a| !shown.areas().contains(a)));
    let columns = columns(shown, period, since, every_period);
    let rows = areas.into_iter().map(|area| Row {
        area,
        name: shown.name(area),
        role: shown.role(area),
        cells: cells(shown, area, period, since, every_period),
    });
    TableSpec { columns, rows: rows.collect() }
}

fn columns(shown: &Shown<'_>, period: Period, since: Option<Period>, every_period: bool) -> Vec<Column> {
    let w = words(shown.locale);
    let column = |title: String, by, now| Column { title, by, now };
    let mut all = vec![column(w.area_word.to_owned(), Some(SortBy::Name), false)];
    match shown.reading {
        Reading::One(_) if every_period => {}
        Reading::One(_) => all.push(column(period.to_string(), Some(SortBy::Value), true)),
        Reading::Both { .. } => {
            all.push(column(format!("{} {period}", w.women), Some(SortBy::Value), true));
            all.push(column(format!("{} {period}", w.men), None, true));
            all.push(column(difference(w.gap_women_men.to_owned(), shown), Some(SortBy::Gap), true));
        }
    }
    if every_period {
        for p in shown.periods() {
            for group in shown.reading.groups() {
                let title = match shown.reading {
                    Reading::One(_) => p.to_string(),
                    Reading::Both { .. } => format!("{} {p}", sex_word(group, shown.locale)),
                };
                let by = (p == period && matches!(shown.reading, Reading::One(_))).then_some(SortBy::Value);
                all.push(column(title, by, p == period));
            }
        }
    } else if let Reading::One(_) = shown.reading {
        let title = since.map_or_else(|| w.change.to_owned(), |p| (w.change_since)(&p.to_string()));
        all.push(column(difference(title, shown), Some(SortBy::Change), false));
    }
    all
}

/// The head of a column of differences. The caption names the unit of the values; shares differ by another.
fn difference(title: String, shown: &Shown<'_>) -> String {
    match shown.indicator().unit.kind {
        UnitKind::Percent => format!("{title}, {}", words(shown.locale).percentage_points_short),
        UnitKind::Number | UnitKind::Money | UnitKind::Amount => title,
    }
}

fn sex_word(group: Group, locale: Locale) -> &'static str {
    let w = words(locale);
    match group.sex {
        crate::model::Sex::Women => w.women,
        crate::model::Sex::Men => w.men,
        crate::model::Sex::Total => w.everybody,
    }
}

fn cells(
    shown: &Shown<'_>,
    area: AreaId,
    period: Period,
    since: Option<Period>,
    every_period: bool,
) -> Vec<Entry> {
    let value = |p: Period, group: Group| {
        let (flag, margin) = (shown.table.flag(area, p, group), shown.table.margin(area, p, group));
        entry(shown, shown.table.get(area, p, group), (flag, margin), p == period)
    };
    let mut all = Vec::new();
    match shown.reading {
        Reading::One(_) if every_period => {}
        Reading::One(group) => all.push(value(period, group)),
        Reading::Both { women, men } => {
            all.push(value(period, women));
            all.push(value(period, men));
            all.push(match shown.gap(area, period) {
                Some(gap) => {
                    let text = shown.number_with(gap.difference, Some(gap.margin));
                    Entry { text, missing: false, now: true }
                }
                None => entry(shown, shown.reading.cell(shown.table, area, period), (None, None), true),
            });
        }
    }
    if every_period {
        for p in shown.periods() {
            all.extend(shown.reading.groups().into_iter().map(|group| value(p, group)));
        }
    } else if let Reading::One(group) = shown.reading {
        let text = match changed(shown, area, (since, period), group) {
            Some(change) => shown.number_with(change.absolute, Some(change.margin)),
            None => "–".to_owned(),
        };
        all.push(Entry { missing: text == "–", text, now: false });
    }
    all
}

fn entry(shown: &Shown<'_>, cell: Cell, (flag, margin): (Option<Flag>, Option<f64>), now: bool) -> Entry {
    let w = words(shown.locale);
    match cell {
        Ok(v) => {
            let text = shown.format().with_margin(v.get(), margin, shown.locale);
            let text = flag.map_or(text.clone(), |f| format!("{text} {}", (w.flag)(f)));
            Entry { text, missing: false, now }
        }
        Err(reason) => Entry { text: (w.missing)(reason).to_owned(), missing: true, now },
    }
}

/// What the period is compared with on the whole page, or where that is nothing, the county's first.
fn first_period(shown: &Shown<'_>, period: Period, group: Group) -> Option<Period> {
    let county = shown.data.regions().county();
    let has = |&p: &Period| shown.table.get(county, p, group).is_ok();
    shown.since(period).or_else(|| comparable(shown.table, &shown.indicator().breaks, period).find(has))
}

fn changed(shown: &Shown<'_>, area: AreaId, span: (Option<Period>, Period), group: Group) -> Option<Change> {
    let point = |period| Point::of(shown.table, area, period, group);
    Some(Change::between(point(span.0?)?, point(span.1)?, shown.indicator().decimals))
}

fn order(
    shown: &Shown<'_>,
    period: Period,
    since: Option<Period>,
    (sort, turned): (SortBy, bool),
    areas: &mut [AreaId],
) {
    let first = shown.reading.groups().first().copied().unwrap_or_default();
    let number = |area: AreaId| -> Option<f64> {
        match sort {
            SortBy::Name => None,
            SortBy::Value => shown.table.get(area, period, first).ok().map(|v| v.get()),
            SortBy::Gap => shown.reading.cell(shown.table, area, period).ok().map(|v| v.get()),
            SortBy::Change => changed(shown, area, (since, period), first).map(|c| c.absolute),
        }
    };
    crate::base::order::sort_by_cached_key(areas, &mut |&a| sort_key(&shown.name(a)));
    if sort == SortBy::Name {
        if turned {
            areas.reverse();
        }
        return;
    }
    crate::base::order::sort_by(areas, &mut |&a, &b| match (number(a), number(b)) {
        (Some(a), Some(b)) if turned => a.total_cmp(&b),
        (Some(a), Some(b)) => b.total_cmp(&a),
        // What is missing stays last whichever way the rest is turned.
        (None, Some(_)) => Ordering::Greater,
        (Some(_), None) => Ordering::Less,
        (None, None) => Ordering::Equal,
    });
}
