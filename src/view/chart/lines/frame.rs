//! What surrounds the lines: value and time axis, shaded spans, series breaks, a level's two sides.

use crate::base::{
    geom::{Point, Rect},
    locale::{number, signed},
};

use crate::view::{
    chart::axes,
    lettering::{SMALL, text},
    look::Look,
    mark::{Anchor, Fill, Mark, RectMark, Text},
    scale::Time,
    ticks::Ticks,
};

use super::{Lines, PlacedPanel};

pub(super) use axes::{HEADING, Heading, line};

/// Least height of a level's side that is named, px.
const SIDE: f64 = 30.0;

/// The value axis in words, lowest first; only the highest carries the unit, and only a short one.
/// A level with a name is written by its name.
pub(super) fn value_texts(ticks: &Ticks, spec: &Lines, look: &Look) -> Vec<String> {
    let last = ticks.values.len().saturating_sub(1);
    let decimals = ticks.decimals();
    let write = |(i, v): (usize, &f64)| {
        let level = spec.level.as_ref();
        if let Some(level) = level.filter(|l| l.value == *v && !l.label.is_empty()) {
            return level.label.clone();
        }
        let bare = if level.is_some_and(|l| l.signed) {
            signed(look.locale, *v, decimals)
        } else {
            number(look.locale, *v, decimals)
        };
        let full = spec.format.with_unit(bare.clone(), look.locale);
        let unit = look.measure.width(&full, SMALL) - look.measure.width(&bare, SMALL);
        if i == last && unit <= 28.0 { full } else { bare }
    };
    ticks.values.iter().enumerate().map(write).collect()
}

/// Labels of events and breaks in as few rows as they need, and how many rows that is.
pub(super) fn headings(
    spec: &Lines,
    time: &Time,
    left: f64,
    right: f64,
    top: f64,
    look: &Look,
) -> (Vec<Heading>, usize) {
    let half = axes::half_step(&spec.periods, time);
    let mut labels: Vec<(f64, &str)> = Vec::new();
    for e in &spec.events {
        labels.push(((time.px(e.from) + time.px(e.to)) / 2.0, &e.label));
    }
    for (p, label) in &spec.breaks {
        labels.push((time.px(*p) - half, label));
    }
    axes::headings(&labels, left, right, top, look)
}

/// Shaded spans, hairlines, axis labels, break rules: everything behind the lines.
pub(super) fn marks(spec: &Lines, panel: &PlacedPanel, ticks: &Ticks, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let plot = panel.plot;
    let mut out = Vec::new();
    let half = axes::half_step(&spec.periods, &panel.time);
    for event in &spec.events {
        let (from, to) = (panel.time.px(event.from), panel.time.px(event.to));
        // A period stands for itself: the shade reaches half a step beyond its points.
        let (from, to) = ((from - half).max(plot.x), (to + half).min(plot.right()));
        if to > from {
            let rect = Rect::new(from, plot.y - 4.0, to - from, plot.height + 4.0);
            out.push(Mark::Rect(RectMark {
                rect,
                fill: Some(Fill::solid(theme.event)),
                ..RectMark::default()
            }));
        }
    }
    let texts = if panel.with_values { value_texts(ticks, spec, look) } else { Vec::new() };
    out.extend(axes::values(ticks, &texts, &panel.value, plot, look));
    out.extend(axes::times(&spec.periods, &panel.time, plot, look));
    for (period, _) in &spec.breaks {
        out.extend(axes::series_break(panel.time.px(*period) - half, plot, look));
    }
    out.extend(axes::heading_marks(&panel.headings, look));
    out.extend(sides(spec, panel, look));
    out
}

/// What lies above and below the level, at the plot's left, where the side is high enough.
fn sides(spec: &Lines, panel: &PlacedPanel, look: &Look) -> Vec<Mark> {
    let Some(level) = &spec.level else {
        return Vec::new();
    };
    let (plot, y) = (panel.plot, panel.value.px(level.value));
    let word = |y: f64, words: &str| {
        let at = Point::new(plot.x + 6.0, y);
        let words = text(at, words, SMALL, Anchor::Start, look.theme.ink);
        Mark::Text(Text { halo: Some(look.theme.paper), ..words })
    };
    let mut out = Vec::new();
    if y - plot.y >= SIDE && !level.above.is_empty() {
        out.push(word(plot.y + 9.0, &level.above));
    }
    if plot.bottom() - y >= SIDE && !level.below.is_empty() {
        out.push(word(plot.bottom() - 9.0, &level.below));
    }
    out
}
