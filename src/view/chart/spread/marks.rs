//! The placed spread as marks and targets.

use crate::base::geom::{Point, Rect};

use crate::view::{
    chart::axes,
    lettering::{STRONG, text},
    look::{Look, Role},
    mark::{Anchor, Circle, Dash, Fill, Group, Mark, Path, Runs, Stroke, Text},
    scale::Linear,
    scene::{Key, Scene, Target},
};

use super::{
    Placed, PlacedDot, Spread,
    place::{EndLabel, Named},
};

/// The placed chart, drawn.
pub fn marks(spec: &Spread, placed: &Placed, look: &Look) -> Scene {
    let theme = look.theme;
    let mut out = Vec::new();
    out.extend(band(spec, placed, look));
    out.extend(axes::values(&placed.ticks.0, &placed.ticks.1, &placed.value, placed.plot, look));
    let (ticks, texts) = &placed.measure_ticks;
    out.extend(axes::values(ticks, texts, &placed.measure, placed.below, look));
    let periods: Vec<_> = placed.columns.iter().map(|c| c.period).collect();
    out.extend(axes::times(&periods, &placed.time, placed.below, look));
    for column in placed.columns.iter().filter(|c| c.breaks) {
        let x = column.x - step(placed) / 2.0;
        out.extend(axes::series_break(x, placed.plot, look));
        out.extend(axes::series_break(x, placed.below, look));
    }
    out.extend(axes::heading_marks(&placed.headings, look));
    for (at, words) in &placed.names {
        out.push(Mark::Text(text(*at, &**words, STRONG, Anchor::Start, theme.ink)));
    }
    for strong in [false, true] {
        // The strong ones last, over the lines.
        if strong {
            out.extend(middle_lines(spec, placed, look));
            out.extend(trails(spec, placed, look));
        }
        for column in &placed.columns {
            for dot in &column.dots {
                let role = spec.areas.get(dot.index).map_or(Role::Other, |a| a.role);
                if role.is_emphasised() == strong {
                    let key = Some(Key::Point(dot.area, column.period));
                    out.push(Mark::Group(Group { key, marks: vec![drawn(dot, role, placed, look)] }));
                }
            }
        }
    }
    let measured = stretches(spec, placed, &placed.measure, &|at| spec.columns.get(at)?.measure);
    out.extend(path(measured, Stroke::solid(theme.ink, 2.0), half(placed), look));
    out.extend(labels(placed, look));
    let mut targets = Vec::new();
    for area in &spec.areas {
        for column in &placed.columns {
            for dot in column.dots.iter().filter(|d| d.area == area.area) {
                let bounds = Rect::new(dot.at.x - 6.0, dot.at.y - 6.0, 12.0, 12.0);
                targets.push(Target { key: Key::Point(dot.area, column.period), at: dot.at, bounds });
            }
        }
    }
    Scene { size: placed.size, marks: out, targets, title: spec.title.clone(), desc: spec.desc.clone() }
}

/// Distance between a period and the one before, px.
fn step(placed: &Placed) -> f64 {
    (placed.reach / 0.47).min(24.0)
}

/// Half the dash of a line's point that stands alone, px.
fn half(placed: &Placed) -> f64 {
    placed.reach.min(9.0)
}

/// A dot, or a short dash where dots do not fit beside each other.
fn drawn(dot: &PlacedDot, role: Role, placed: &Placed, look: &Look) -> Mark {
    let theme = look.theme;
    match placed.radius {
        Some(radius) if role.is_emphasised() => role.marker(dot.at, radius + 0.5, theme),
        Some(radius) => {
            let fill = Some(Fill::Solid { color: theme.muted, opacity: 0.75 });
            Mark::Circle(Circle { center: dot.at, radius, fill, stroke: None })
        }
        None => {
            let half = (placed.reach * 0.8).max(1.5);
            let (color, width) =
                if role.is_emphasised() { (role.color(theme), 3.0) } else { (theme.muted, 1.25) };
            let stroke = Stroke {
                opacity: if role.is_emphasised() { 1.0 } else { 0.6 },
                ..Stroke::solid(color, width)
            };
            axes::line(Point::new(dot.at.x - half, dot.at.y), Point::new(dot.at.x + half, dot.at.y), stroke)
        }
    }
}

/// The span from lowest to highest, shaded; a period alone as a bar. Only where enough areas have a
/// value to have a middle.
fn band(spec: &Spread, placed: &Placed, look: &Look) -> Vec<Mark> {
    let mut runs: Vec<Vec<(f64, f64, f64)>> = vec![Vec::new()];
    for (column, described) in placed.columns.iter().zip(&spec.columns) {
        let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
        let dots = if described.median.is_some() { column.dots.as_slice() } else { &[] };
        for dot in dots {
            top = top.min(dot.at.y);
            bottom = bottom.max(dot.at.y);
        }
        if column.breaks || dots.is_empty() {
            runs.push(Vec::new());
        }
        if let (true, Some(run)) = (top <= bottom, runs.last_mut()) {
            run.push((column.x, top, bottom));
        }
    }
    let mut shapes = Vec::new();
    for run in runs.into_iter().filter(|r| !r.is_empty()) {
        let half = placed.reach.min(placed.plot.right() - placed.columns.last().map_or(0.0, |c| c.x));
        let mut shape: Vec<Point> = Vec::new();
        if let [(x, top, bottom)] = run.as_slice() {
            for (dx, y) in [(-half, *top), (half, *top), (half, *bottom), (-half, *bottom)] {
                shape.push(Point::new(x + dx, y));
            }
        } else {
            shape.extend(run.iter().map(|(x, top, _)| Point::new(*x, *top)));
            shape.extend(run.iter().rev().map(|(x, _, bottom)| Point::new(*x, *bottom)));
        }
        shapes.push(shape);
    }
    let fill = Some(Fill::solid(look.theme.event));
    let mark = |shape| Mark::Path(Path { runs: vec![shape].into(), closed: true, fill, stroke: None });
    shapes.into_iter().map(mark).collect()
}

/// Unbroken stretches of one number per period.
fn stretches(
    spec: &Spread,
    placed: &Placed,
    scale: &Linear,
    value: &dyn Fn(usize) -> Option<f64>,
) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for (at, column) in placed.columns.iter().enumerate().take(spec.columns.len()) {
        let v = value(at);
        if column.breaks || v.is_none() {
            runs.push(Vec::new());
        }
        if let (Some(v), Some(run)) = (v, runs.last_mut()) {
            run.push(Point::new(column.x, scale.px(v)));
        }
    }
    runs.retain(|r| !r.is_empty());
    runs
}

/// Stretches as a line over a paper-coloured one; a point alone as a dash of half a period.
fn path(runs: Vec<Vec<Point>>, stroke: Stroke, half: f64, look: &Look) -> Vec<Mark> {
    let (alone, long): (Vec<_>, Vec<_>) = runs.into_iter().partition(|r| r.len() == 1);
    let mut out = Vec::new();
    if !long.is_empty() {
        let below = Stroke { opacity: 0.8, ..Stroke::solid(look.theme.paper, stroke.width + 2.0) };
        let long = Runs::from(long);
        for stroke in [below, stroke] {
            out.push(Mark::Path(Path { runs: long.clone(), stroke: Some(stroke), ..Path::default() }));
        }
    }
    for at in alone.into_iter().flatten() {
        let (from, to) = (Point::new(at.x - half, at.y), Point::new(at.x + half, at.y));
        out.push(axes::line(from, to, Stroke { dash: Dash::Solid, ..stroke }));
    }
    out
}

/// The weighted mean dashed, the median solid.
fn middle_lines(spec: &Spread, placed: &Placed, look: &Look) -> Vec<Mark> {
    let ink = look.theme.ink;
    let mean = stretches(spec, placed, &placed.value, &|at| spec.columns.get(at)?.weighted);
    let median = stretches(spec, placed, &placed.value, &|at| spec.columns.get(at)?.median);
    let mut out = path(mean, Stroke { dash: Dash::Short, ..Stroke::solid(ink, 1.5) }, half(placed), look);
    out.extend(path(median, Stroke::solid(ink, 1.5), half(placed), look));
    out
}

/// Lines through the dots of selected areas.
fn trails(spec: &Spread, placed: &Placed, look: &Look) -> Vec<Mark> {
    let mut out = Vec::new();
    for (index, area) in spec.areas.iter().enumerate().filter(|(_, a)| a.role.is_emphasised()) {
        let runs = trail(placed, index);
        out.extend(path(runs, Stroke { width: 1.75, ..area.role.stroke(look.theme) }, 0.0, look));
    }
    out
}

/// An area's dots in unbroken stretches.
pub(super) fn trail(placed: &Placed, index: usize) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for column in &placed.columns {
        let dot = column.dots.iter().find(|d| d.index == index);
        if column.breaks || dot.is_none() {
            runs.push(Vec::new());
        }
        if let (Some(dot), Some(run)) = (dot, runs.last_mut()) {
            run.push(dot.at);
        }
    }
    runs.retain(|r| !r.is_empty());
    runs
}

/// Names beside the last period, with hairlines to what they name.
fn labels(placed: &Placed, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let mut out = Vec::new();
    for label in &placed.labels {
        let start = Point::new(label.from.x + placed.radius.unwrap_or(placed.reach) + 1.5, label.from.y);
        let end = Point::new(label.at.x - 3.0, label.at.y);
        if end.x - start.x > 2.0 {
            out.push(axes::line(start, end, Stroke::solid(theme.other, 0.75)));
        }
        out.push(Mark::Text(word(label, look)));
    }
    out
}

fn word(label: &EndLabel, look: &Look) -> Text {
    let color = match label.named {
        Named::Area(role) => role.text_color(look.theme),
        Named::Median | Named::Weighted | Named::Measure => look.theme.ink,
    };
    let words = text(label.at, &*label.text, label.font, Anchor::Start, color);
    Text { halo: Some(look.theme.paper), ..words }
}
