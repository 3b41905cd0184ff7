//! What surrounds the lines: value and time axis, shaded spans, series breaks.

use crate::base::{
    geom::{Point, Rect},
    locale::number,
};

use crate::view::{
    lettering::{SMALL, bounds, fit, text},
    look::{Format, Look},
    mark::{Anchor, Dash, Fill, Mark, Path, RectMark, Stroke},
    scale::Time,
    ticks::{Ticks, years},
};

use super::{Lines, PlacedPanel};

/// Height of one row of labels above the plot, px.
pub(super) const HEADING: f64 = 18.0;

/// Every period has its own small tick where there are at most this many.
const MINOR: usize = 40;

/// A label above the plot.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// What it says.
    pub text: String,
    /// The text's anchor, on its vertical middle.
    pub at: Point,
    /// Which end `at` is.
    pub anchor: Anchor,
}

/// The value axis in words, lowest first; only the highest carries the unit, and only a short one.
pub(super) fn value_texts(ticks: &Ticks, format: &Format, look: &Look) -> Vec<String> {
    let last = ticks.values.len().saturating_sub(1);
    let write = |(i, v): (usize, &f64)| {
        let bare = number(look.locale, *v, ticks.decimals());
        let full = format.with_unit(bare.clone(), look.locale);
        let unit = look.measure.width(&full, SMALL) - look.measure.width(&bare, SMALL);
        if i == last && unit <= 28.0 { full } else { bare }
    };
    ticks.values.iter().enumerate().map(write).collect()
}

/// Labels of events and breaks in as few rows as they need, and how many rows that is. The first
/// row is the one nearest to the plot's top when all are shifted down by the caller.
pub(super) fn headings(
    spec: &Lines,
    time: &Time,
    left: f64,
    right: f64,
    top: f64,
    look: &Look,
) -> (Vec<Heading>, usize) {
    let span = |s: &super::Span| (time.px(s.from) + time.px(s.to)) / 2.0;
    let events = spec.events.iter().map(|e| (span(e), e.label.as_str()));
    let half = half_step(spec, time);
    let breaks = spec.breaks.iter().map(|(p, label)| (time.px(*p) - half, label.as_str()));
    let mut rows: Vec<Vec<Rect>> = Vec::new();
    let mut out = Vec::new();
    for (x, label) in events.chain(breaks).filter(|(x, label)| *x >= left && *x <= right && !label.is_empty())
    {
        let label = fit(label, SMALL, (right - left).min(220.0), look);
        let half = look.measure.width(&label, SMALL) / 2.0;
        let x = x.min(right - half).max(left + half);
        let probe = bounds(&text(Point::new(x, 0.0), &*label, SMALL, Anchor::Middle, look.theme.muted), look);
        let wide = Rect::new(probe.x - 6.0, probe.y, probe.width + 12.0, probe.height);
        let row = rows.iter().position(|r| r.iter().all(|have| !have.overlaps(wide))).unwrap_or(rows.len());
        match rows.get_mut(row) {
            Some(taken) => taken.push(wide),
            None => rows.push(vec![wide]),
        }
        let at = Point::new(x, top + row as f64 * HEADING + 4.0);
        out.push(Heading { text: label, at, anchor: Anchor::Middle });
    }
    (out, rows.len())
}

/// Shaded spans, hairlines, axis labels, break rules: everything behind the lines.
pub(super) fn marks(spec: &Lines, panel: &PlacedPanel, ticks: &Ticks, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let plot = panel.plot;
    let mut out = Vec::new();
    for event in &spec.events {
        let (from, to) = (panel.time.px(event.from), panel.time.px(event.to));
        // A period stands for itself: the shade reaches half a step beyond its points.
        let half = half_step(spec, &panel.time);
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
    for (value, words) in ticks.values.iter().zip(value_texts(ticks, &spec.format, look)) {
        let y = panel.value.px(*value);
        let base = *value == 0.0;
        let color = if base { theme.muted } else { theme.hairline };
        out.push(line(Point::new(plot.x, y), Point::new(plot.right(), y), Stroke::solid(color, 1.0)));
        if panel.with_values {
            let at = Point::new(plot.x - 8.0, y);
            out.push(Mark::Text(text(at, words, SMALL, Anchor::End, theme.muted)));
        }
    }
    let labelled = years(&spec.periods, &panel.time, look);
    if spec.periods.len() <= MINOR {
        for x in spec.periods.iter().map(|p| panel.time.px(*p)) {
            let y = plot.bottom();
            out.push(line(Point::new(x, y), Point::new(x, y + 3.0), Stroke::solid(theme.hairline, 1.0)));
        }
    }
    for (x, words) in labelled {
        let y = plot.bottom();
        out.push(line(Point::new(x, y), Point::new(x, y + 4.0), Stroke::solid(theme.muted, 1.0)));
        out.push(Mark::Text(text(Point::new(x, y + 14.0), words, SMALL, Anchor::Middle, theme.muted)));
    }
    for (period, _) in &spec.breaks {
        let x = panel.time.px(*period) - half_step(spec, &panel.time);
        if x > plot.x && x < plot.right() {
            let stroke = Stroke { dash: Dash::Short, ..Stroke::solid(theme.muted, 1.0) };
            out.push(line(Point::new(x, plot.y - 4.0), Point::new(x, plot.bottom()), stroke));
        }
    }
    for heading in &panel.headings {
        out.push(Mark::Text(text(heading.at, &*heading.text, SMALL, heading.anchor, theme.muted)));
    }
    out
}

/// A straight line.
pub(super) fn line(from: Point, to: Point, stroke: Stroke) -> Mark {
    Mark::Path(Path { runs: vec![vec![from, to]], stroke: Some(stroke), ..Path::default() })
}

/// Half the smallest distance between two periods, at most 12 px.
fn half_step(spec: &Lines, time: &Time) -> f64 {
    let steps = spec.periods.iter().zip(spec.periods.iter().skip(1)).map(|(a, b)| time.px(*b) - time.px(*a));
    let least = steps.fold(f64::INFINITY, f64::min);
    if least.is_finite() { (least / 2.0).min(12.0) } else { 12.0 }
}
