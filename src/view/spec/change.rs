//! The change between two periods: slopes, maps, words and a table.

use crate::analysis::{
    change::{Change, Movement},
    classify::{Classes, Method, Request, classify},
    series::{Point, start},
    shown,
};
use crate::base::{color::Theme, id::AreaId, locale::signed, num::Finite, period::Period, unit::UnitKind};
use crate::model::{Cell, Missing};
use crate::view::{
    chart::{
        histogram::{Class, Histogram},
        slope::{Row, Slope},
    },
    look::Format,
    map::{
        change::{ChangeMap, Part, Pictured},
        choropleth::Area,
        placed::Named,
    },
    scene::Key,
    words::{
        change::{Counted, change as words_of},
        period_name,
        uncertainty::uncertainty,
        words,
    },
};

use super::{
    Reading, Shown,
    grid::{self, Grid, GridRow},
    map, said,
};

/// Most classes of a change on the map.
const CLASSES: usize = 6;

/// The two periods that are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The earlier one.
    pub from: Period,
    /// The later one.
    pub to: Period,
}

/// The latest period and what it is compared with. `None` where there is nothing.
pub fn widest(shown: &Shown<'_>) -> Option<Span> {
    let to = shown.period(None)?;
    Some(Span { from: shown.since(to)?, to })
}

/// The two periods chosen, where there are values in both that can be compared; what is not chosen is as in
/// [`widest`].
pub fn chosen(shown: &Shown<'_>, from: Option<Period>, to: Option<Period>) -> Option<Span> {
    let widest = widest(shown)?;
    let periods = shown.periods();
    let there = |p: Option<Period>| p.filter(|p| periods.contains(p));
    let (from, to) = (there(from).unwrap_or(widest.from), there(to).unwrap_or(widest.to));
    Some(if from < to && shown.table.is_apart(from, to) { Span { from, to } } else { widest })
}

/// The areas of the maps, each with what is read aloud of it.
pub fn read_aloud(shown: &Shown<'_>, span: Span) -> Vec<(AreaId, String)> {
    let mut out = Vec::new();
    for &area in shown.areas() {
        let mut said = area_told(shown, area, span);
        if said.is_empty() {
            said = format!("{}: {}", shown.name(area), words(shown.locale).no_value);
        }
        out.push((area, said));
    }
    out
}

/// The three maps, ready to be drawn, on the page's classes; `None` without borders.
pub fn pictured(
    shown: &Shown<'_>,
    span: Span,
    counted: Counted,
    (method, classes): (Method, usize),
    theme: &Theme,
) -> Option<Pictured> {
    let shapes = shown.data.shapes().filter(|s| shown.areas().iter().any(|&a| s.of(a).is_some()))?;
    let one = Shown { reading: Reading::One(shown.lead()), ..*shown };
    let scale = map::classes(&one, method, classes, None);
    let named = shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
    Some(Pictured {
        spec: maps(shown, span, counted, scale.as_ref(), theme, String::new()),
        shapes: shapes.clone(),
        named,
    })
}

/// The first period of a new series between the two, where there is one: then nothing is computed.
pub fn broken(shown: &Shown<'_>, span: Span) -> Option<Period> {
    start(&shown.indicator().breaks, span.to).filter(|b| *b > span.from)
}

/// An area's change; `None` where a value is missing, the series breaks in between or both are means over
/// the same years.
pub fn of_area(shown: &Shown<'_>, area: AreaId, span: Span) -> Option<Change> {
    if broken(shown, span).is_some() || !shown.table.is_apart(span.from, span.to) {
        return None;
    }
    let point = |period| Point::of(shown.table, area, period, shown.lead());
    Some(Change::between(point(span.from)?, point(span.to)?, shown.indicator().decimals))
}

/// The change as a cell, counted one way or the other: per cent has one decimal at most.
fn cell(shown: &Shown<'_>, area: AreaId, span: Span, counted: Counted) -> Cell {
    let group = shown.lead();
    shown.table.get(area, span.from, group)?;
    shown.table.get(area, span.to, group)?;
    let found = of_area(shown, area, span).ok_or(Missing::NotApplicable)?;
    let value = match counted {
        Counted::Absolute => Some(found.absolute),
        Counted::Relative => found.relative.map(|r| r * 100.0),
    };
    value.and_then(Finite::new).ok_or(Missing::NotApplicable)
}

/// How changes are written: percentage points, the unit, or per cent.
fn format(shown: &Shown<'_>, counted: Counted) -> Format {
    match counted {
        Counted::Absolute => super::gaps::format(shown),
        Counted::Relative => Format { decimals: 1, kind: UnitKind::Percent, short: String::new() },
    }
}

/// The slopes of every area, county and nation (not for totals, whose county dwarfs its parts).
pub fn slope(shown: &Shown<'_>, span: Span, desc: String) -> Slope {
    let w = words_of(shown.locale);
    let mut areas = shown.areas().to_vec();
    for area in shown.frame() {
        if !areas.contains(&area) && !shown.is_amount() {
            areas.push(area);
        }
    }
    let group = shown.lead();
    let row = |area: AreaId| Row {
        area,
        name: shown.name(area),
        role: shown.role(area),
        first: shown.table.get(area, span.from, group),
        last: shown.table.get(area, span.to, group),
    };
    let mut rows: Vec<Row> = areas.into_iter().map(row).collect();
    rows.retain(|r| r.first.is_ok() || r.last.is_ok());
    Slope {
        from: span.from,
        to: span.to,
        rows,
        note: broken(shown, span).map(|b| (w.broken)(&b.to_string())).unwrap_or_default(),
        format: shown.format(),
        title: title(shown, span),
        desc,
    }
}

fn title(shown: &Shown<'_>, span: Span) -> String {
    let indicator = shown.indicator().title.get(shown.locale);
    (words_of(shown.locale).title)(indicator, &span.from.to_string(), &span.to.to_string())
}

/// Classes of the changes, even steps around none. `None` where no area's change can be counted.
pub fn classes(shown: &Shown<'_>, span: Span, counted: Counted) -> Option<Classes> {
    let mut values = Vec::new();
    for &area in shown.areas() {
        values.extend(cell(shown, area, span, counted).map(|v| v.get()));
    }
    let decimals = format(shown, counted).decimals;
    let request = Request { method: Method::Diverging, classes: CLASSES, decimals, centre: Some(0.0) };
    classify(&values, &request).map(|c| map::facing(shown.wanted_over_time(), c))
}

/// The three maps: the change, and both periods on one scale (`scale`: the classes of all periods,
/// see [`map::classes`]).
pub fn maps(
    shown: &Shown<'_>,
    span: Span,
    counted: Counted,
    scale: Option<&Classes>,
    theme: &Theme,
    desc: String,
) -> ChangeMap {
    let w = words_of(shown.locale);
    // Slopes and maps are about one group.
    let shown = &Shown { reading: Reading::One(shown.lead()), ..*shown };
    let found = classes(shown, span, counted);
    let format = format(shown, counted);
    let mut areas = Vec::new();
    for &area in shown.areas() {
        let cell = cell(shown, area, span, counted);
        let fill = cell.and_then(|v| match &found {
            // What is shown as no change has gone neither way, nor what may be none.
            _ if of_area(shown, area, span).is_some_and(|c| c.is_within()) => Ok(theme.neutral),
            _ if shown::steps(v.get(), format.decimals) == 0.0 => Ok(theme.neutral),
            Some(classes) => Ok(map::color(classes, v.get(), theme)),
            None => Err(Missing::NotAvailable),
        });
        areas.push(Area {
            area,
            fill,
            value: cell.map(|v| signed(shown.locale, v.get(), format.decimals)).unwrap_or_default(),
            selected: shown.pinned.iter().position(|&p| p == area),
        });
    }
    let widest = areas.iter().map(|a| a.value.clone()).max_by_key(|v| v.chars().count()).unwrap_or_default();
    let part = |period: Period| Part {
        title: period.to_string(),
        areas: map::areas(shown, scale, period, theme),
        widest: map::widest(shown),
    };
    let heading = (w.heading)(&span.from.to_string(), &span.to.to_string(), counted);
    ChangeMap {
        maps: [Part { title: heading, areas, widest }, part(span.from), part(span.to)],
        values: scale.map(|c| map::legend(shown, c, span.to, theme)),
        changes: found.map(|c| legend(shown, span, counted, &c, theme)),
        title: title(shown, span),
        desc,
    }
}

/// The change's legend: its classes with how many areas are in each, each area a tick, no change in
/// the middle.
pub fn legend(
    shown: &Shown<'_>,
    span: Span,
    counted: Counted,
    classes: &Classes,
    theme: &Theme,
) -> Histogram {
    let is_open = |area| of_area(shown, area, span).is_some_and(|c| c.is_within());
    let (mut values, mut open) = (Vec::new(), Vec::new());
    let mut reasons: Vec<Missing> = Vec::new();
    for &area in shown.areas() {
        match cell(shown, area, span, counted) {
            Ok(v) if is_open(area) => open.push(v.get()),
            Ok(v) => values.push(v.get()),
            Err(reason) if !reasons.contains(&reason) => reasons.push(reason),
            Err(_) => {}
        }
    }
    let mut steps = Vec::new();
    for (n, pair) in classes.bounds.windows(2).enumerate() {
        if let [from, to] = pair {
            let count = values.iter().filter(|v| classes.class_of(**v) == n).count();
            let color = map::color(classes, (from + to) / 2.0, theme);
            steps.push(Class { from: *from, to: *to, color, count });
        }
    }
    let w = words_of(shown.locale);
    let said = |r: Missing| match (r, counted) {
        (Missing::NotApplicable, Counted::Relative) => w.no_ratio.to_owned(),
        _ => (words(shown.locale).missing)(r).to_owned(),
    };
    let mut missing: Vec<_> = reasons.into_iter().map(|r| (Some(r), said(r))).collect();
    if !open.is_empty() {
        missing.push((None, uncertainty(shown.locale).unchanged.to_owned()));
    }
    values.append(&mut open);
    Histogram {
        classes: steps,
        values,
        middle: Some((0.0, w.unchanged.to_owned())),
        sides: map::wanted(shown.wanted_over_time(), shown.locale),
        missing,
        format: format(shown, counted),
    }
}

/// What is said of one area between the two periods, for a card or a list entry; empty where it has
/// no change.
pub fn area_told(shown: &Shown<'_>, area: AreaId, span: Span) -> String {
    let Some(found) = of_area(shown, area, span) else { return String::new() };
    let write = |v: f64| shown.format().value(v, shown.locale);
    let change = said::within(shown.difference(found.absolute), found.is_within(), shown.locale);
    (words_of(shown.locale).area)(&shown.name(area), &write(found.first), &write(found.last), &change)
}

/// How a change is counted unasked: totals change most where they are largest, so what they say is how
/// much of them has changed.
pub fn usual(shown: &Shown<'_>) -> Counted {
    if shown.is_amount() { Counted::Relative } else { Counted::Absolute }
}

/// The change in words: in how many areas the value has risen and fallen, and where most, both ways
/// alike; or why it cannot be told.
pub fn told(shown: &Shown<'_>, span: Span, counted: Counted) -> String {
    let w = words_of(shown.locale);
    let name = |p: Period| period_name(shown.locale, p);
    if let Some(b) = broken(shown, span) {
        return (w.broken)(&name(b));
    }
    let mut counts = [0, 0, 0];
    let mut within = false;
    let [rose, fell, same] = &mut counts;
    let mut moves: Vec<(AreaId, Change)> = Vec::new();
    for &area in shown.areas() {
        let Some(found) = of_area(shown, area, span) else { continue };
        match found.movement {
            Movement::Rose => *rose += 1,
            Movement::Fell => *fell += 1,
            Movement::Unchanged => *same += 1,
        }
        within |= found.is_within();
        moves.push((area, found));
    }
    if moves.len() < 2 {
        return (w.too_few)(shown.level(), &name(span.from), &name(span.to));
    }
    let size = |c: &Change| match counted {
        Counted::Absolute => Some(c.absolute),
        Counted::Relative => c.relative.map(|r| r * 100.0),
    };
    let write = |v: f64| match counted {
        Counted::Absolute => said::difference(shown.indicator(), v, shown.locale),
        Counted::Relative => format(shown, counted).with_unit(signed(shown.locale, v, 1), shown.locale),
    };
    let mut parts = vec![(w.moved)(shown.level(), counts, within, &name(span.from), &name(span.to))];
    let decimals = format(shown, counted).decimals;
    let [rose, fell, _] = counts;
    for (sign, of, say) in [(1.0, rose, w.most_risen), (-1.0, fell, w.most_fallen)] {
        let far = |c: &Change| match c.is_within() {
            true => 0.0,
            false => sign * shown::steps(size(c).unwrap_or(0.0), decimals),
        };
        let most = moves.iter().map(|(_, c)| far(c)).fold(0.0, f64::max);
        let there: Vec<&(AreaId, Change)> =
            moves.iter().filter(|(_, c)| far(c) > 0.0 && far(c) == most).collect();
        if let ([(_, first), ..], Some(names)) = (there.as_slice(), shown.few(there.iter().map(|one| one.0)))
        {
            parts.push(say(of == 1, &names, &write(size(first).unwrap_or(0.0))));
        }
    }
    said::sentences(&parts)
}

/// The numbers of slopes and maps: an area a row; then, now, the change in units and in per cent.
pub fn grid(shown: &Shown<'_>, span: Span) -> Grid {
    let w = words_of(shown.locale);
    let mut areas = shown.areas().to_vec();
    areas.extend(shown.frame().into_iter().filter(|a| !shown.areas().contains(a)));
    let bare = |v: f64| shown.format().bare(v, shown.locale);
    let mut rows = Vec::new();
    for area in areas {
        let value = |p| grid::entry(shown.table.get(area, p, shown.lead()), shown.locale, &bare);
        let found = of_area(shown, area, span);
        let percent = found.and_then(|c| c.relative).map(|r| r * 100.0);
        let cells = vec![
            value(span.from),
            value(span.to),
            grid::computed(found.map(|c| c.absolute), &|v| shown.difference_with(v, found.map(|c| c.margin))),
            grid::computed(percent, &|v| {
                format(shown, Counted::Relative).with_unit(signed(shown.locale, v, 1), shown.locale)
            }),
        ];
        rows.push(GridRow { key: Some(Key::Area(area)), name: shown.name(area), cells });
    }
    let heading = |counted| (w.heading)(&span.from.to_string(), &span.to.to_string(), counted);
    Grid {
        head: words(shown.locale).area_word.to_owned(),
        columns: vec![
            span.from.to_string(),
            span.to.to_string(),
            heading(Counted::Absolute),
            heading(Counted::Relative),
        ],
        rows,
    }
}
