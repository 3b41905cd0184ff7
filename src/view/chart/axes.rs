//! Axes that several charts share: hairlines with values, years below, series breaks, labels above.

use crate::base::{
    geom::{Point, Rect},
    locale::number,
    period::Period,
};

use crate::view::{
    lettering::{SMALL, bounds, fit, text},
    look::{Format, Look},
    mark::{Anchor, Dash, Fill, Mark, Path, RectMark, Stroke, Text},
    scale::{Linear, Time},
    ticks::{Ticks, years},
};

/// Height of one row of labels above the plot, px.
pub const HEADING: f64 = 18.0;

/// Room for years below the plot, px.
pub const YEARS: f64 = 24.0;

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

/// Labels at these px in as few rows as they need, from `top` down, and how many rows that is.
/// Those outside `left..right` and empty ones are left out.
pub fn headings(
    labels: &[(f64, &str)],
    left: f64,
    right: f64,
    top: f64,
    look: &Look,
) -> (Vec<Heading>, usize) {
    let mut rows: Vec<Vec<Rect>> = Vec::new();
    let mut out = Vec::new();
    for &(x, label) in labels {
        if x < left || x > right || label.is_empty() {
            continue;
        }
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

/// Ticks and the domain for these values: zero is part of the scale where it is near anyway;
/// otherwise the data fill the height.
pub fn value_scale(low: f64, high: f64, most: usize) -> (Ticks, (f64, f64)) {
    let low = if low > 0.0 && low < 0.3 * high { 0.0 } else { low };
    let high = if high < 0.0 && high > 0.3 * low { 0.0 } else { high };
    Ticks::snug(low, high, most)
}

/// The labels above the plot.
pub fn heading_marks(headings: &[Heading], look: &Look) -> Vec<Mark> {
    let mark = |h: &Heading| Mark::Text(text(h.at, &*h.text, SMALL, h.anchor, look.theme.muted));
    headings.iter().map(mark).collect()
}

/// The values of an axis in words, lowest first; only the highest carries the unit, and only a short
/// one.
pub fn value_texts(ticks: &Ticks, format: &Format, look: &Look) -> Vec<String> {
    let last = ticks.values.len().saturating_sub(1);
    let mut out = Vec::new();
    for (i, v) in ticks.values.iter().enumerate() {
        let bare = number(look.locale, *v, ticks.decimals());
        let full = format.with_unit(bare.clone(), look.locale);
        let unit = look.measure.width(&full, SMALL) - look.measure.width(&bare, SMALL);
        out.push(if i == last && unit <= 28.0 { full } else { bare });
    }
    out
}

/// A hairline for each tick, zero stronger; `texts` left of the plot, none where they are empty.
pub fn values(ticks: &Ticks, texts: &[String], value: &Linear, plot: Rect, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let mut out = Vec::new();
    for (i, v) in ticks.values.iter().enumerate() {
        let y = value.px(*v);
        let color = if *v == 0.0 { theme.muted } else { theme.hairline };
        out.push(line(Point::new(plot.x, y), Point::new(plot.right(), y), Stroke::solid(color, 1.0)));
        if let Some(words) = texts.get(i) {
            let at = Point::new(plot.x - 8.0, y);
            out.push(Mark::Text(text(at, &**words, SMALL, Anchor::End, theme.muted)));
        }
    }
    out
}

/// Ticks and years below the plot.
pub fn times(periods: &[Period], time: &Time, plot: Rect, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let y = plot.bottom();
    let mut out = Vec::new();
    if periods.len() <= MINOR {
        for x in periods.iter().map(|p| time.px(*p)) {
            out.push(line(Point::new(x, y), Point::new(x, y + 3.0), Stroke::solid(theme.hairline, 1.0)));
        }
    }
    for (x, words) in years(periods, time, look) {
        out.push(line(Point::new(x, y), Point::new(x, y + 4.0), Stroke::solid(theme.muted, 1.0)));
        out.push(Mark::Text(text(Point::new(x, y + 14.0), words, SMALL, Anchor::Middle, theme.muted)));
    }
    out
}

/// A dashed rule where a new series begins.
pub fn series_break(x: f64, plot: Rect, look: &Look) -> Option<Mark> {
    let inside = x > plot.x && x < plot.right();
    let stroke = Stroke { dash: Dash::Short, ..Stroke::solid(look.theme.muted, 1.0) };
    inside.then(|| line(Point::new(x, plot.y - 4.0), Point::new(x, plot.bottom()), stroke))
}

/// Half the smallest distance between two periods, at most 12 px.
pub fn half_step(periods: &[Period], time: &Time) -> f64 {
    let mut least = 24.0_f64;
    for pair in periods.windows(2) {
        if let [a, b] = pair {
            least = least.min(time.px(*b) - time.px(*a));
        }
    }
    least / 2.0
}

/// A period's name in a chip on the axis that [`times`] drew for these periods, its middle at `at`.
pub fn period_chip(period: Period, at: Point, periods: &[Period], time: &Time, look: &Look) -> Vec<Mark> {
    let label = |x, words, color| text(Point::new(x, at.y), words, SMALL, Anchor::Middle, color);
    let years = years(periods, time, look).into_iter().map(|(x, words)| label(x, words, look.theme.muted));
    chip(label(at.x, period.to_string(), look.theme.paper), &years.collect::<Vec<_>>(), look)
}

/// Ink around the words of a chip, at either side, px.
pub const CHIP: f64 = 5.0;

/// Words on ink, over paper that hides those that they would cut in two.
pub fn chip(label: Text, others: &[Text], look: &Look) -> Vec<Mark> {
    let filled = |rect, radius, color| {
        Mark::Rect(RectMark { rect, radius, fill: Some(Fill::solid(color)), stroke: None })
    };
    let b = bounds(&label, look);
    let ground = Rect::new(b.x - CHIP, b.y - 1.0, b.width + 2.0 * CHIP, b.height + 2.0);
    let mut out = Vec::new();
    for other in others.iter().map(|other| bounds(other, look)) {
        if other.x < ground.right() && ground.x < other.right() {
            out.push(filled(other, 0.0, look.theme.paper));
        }
    }
    out.extend([filled(ground, 3.0, look.theme.ink), Mark::Text(label)]);
    out
}

/// A straight line.
pub fn line(from: Point, to: Point, stroke: Stroke) -> Mark {
    Mark::Path(Path { runs: vec![vec![from, to]].into(), stroke: Some(stroke), ..Path::default() })
}
