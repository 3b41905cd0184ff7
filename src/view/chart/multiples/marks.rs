//! The placed panels as marks and targets, and what passes over them.

use crate::base::{
    geom::{Point, Rect, Size},
    period::Period,
};
use crate::view::{
    chart::axes::{CHIP, chip, line},
    lettering::{PLAIN, SMALL, bounds, fit, text},
    look::{Look, Role},
    mark::{Anchor, Dash, Fill, Group, Mark, Path, RectMark, Stroke, Text},
    scene::{Key, Scene, Target},
};

use super::{
    Multiples, Panel, Placed, PlacedPanel,
    place::{ROW, STROKE, axis_texts, name_font, written},
};

/// The placed panels, drawn.
pub fn marks(spec: &Multiples, placed: &Placed, size: Size, look: &Look) -> Scene {
    let theme = look.theme;
    let mut scene = Scene { size, title: spec.title.clone(), desc: spec.desc.clone(), ..Scene::default() };
    for &(index, at) in &placed.keys {
        let middle = |dx: f64| Point::new(at.x + dx, at.y);
        scene.marks.push(line(middle(0.0), middle(STROKE - 8.0), key_stroke(index, look)));
        let words = spec.keys.get(index).map_or("", String::as_str);
        scene.marks.push(Mark::Text(text(middle(STROKE), words, SMALL, Anchor::Start, theme.muted)));
    }
    let texts = axis_texts(&placed.ticks, spec, look);
    for (at, panel) in placed.panels.iter().zip(&spec.panels) {
        let key = Key::Area(panel.area);
        let mut group = axes(spec, placed, at, &texts, look);
        group.extend(everybody(spec, placed, at, look));
        group.extend(strokes(spec, placed, at, &spec.county, county(look)));
        let own = own(panel.role, look);
        let halo = Stroke { opacity: 0.85, ..Stroke::solid(theme.paper, own.width + 2.0) };
        group.extend(strokes(spec, placed, at, &panel.values, halo));
        group.extend(strokes(spec, placed, at, &panel.values, own));
        group.extend(dots(spec, placed, at, panel, look));
        group.extend(head(spec, placed, at, panel, look));
        scene.marks.push(Mark::Group(Group { key: Some(key), marks: group }));
        targets(spec, placed, at, panel, &mut scene.targets);
    }
    if let Some(at) = placed.foot {
        let words = fit(&spec.scale, SMALL, size.width - at.x, look);
        scene.marks.push(Mark::Text(text(at, words, SMALL, Anchor::Start, theme.muted)));
    }
    scene
}

fn key_stroke(index: usize, look: &Look) -> Stroke {
    match index {
        0 => own(Role::Other, look),
        1 => county(look),
        _ => Stroke::solid(look.theme.other, 1.25),
    }
}

/// The panel's own line: the area's colour where it is selected.
fn own(role: Role, look: &Look) -> Stroke {
    match role {
        Role::Selected(_) => Stroke { width: 2.5, ..role.stroke(look.theme) },
        _ => Stroke::solid(look.theme.accent, 2.5),
    }
}

fn county(look: &Look) -> Stroke {
    Stroke::solid(look.theme.county, 1.5)
}

/// Hairlines; values left of the plot and the first and last year below it where they have room.
fn axes(spec: &Multiples, placed: &Placed, at: &PlacedPanel, texts: &[String], look: &Look) -> Vec<Mark> {
    let (theme, plot) = (look.theme, at.plot);
    let mut out = Vec::new();
    for (i, v) in placed.ticks.values.iter().enumerate() {
        let y = plot.bottom() - placed.value.px(*v);
        let color = if *v == 0.0 { theme.muted } else { theme.hairline };
        out.push(line(Point::new(plot.x, y), Point::new(plot.right(), y), Stroke::solid(color, 1.0)));
        if let Some(words) = texts.get(i).filter(|_| at.with_values) {
            out.push(Mark::Text(text(
                Point::new(plot.x - 6.0, y),
                &**words,
                SMALL,
                Anchor::End,
                theme.muted,
            )));
        }
    }
    for first in &spec.breaks {
        let x = break_px(spec, at, *first);
        out.extend(crate::view::chart::axes::series_break(x, plot, look));
    }
    out.extend(years(spec, at, look).into_iter().map(Mark::Text));
    out
}

/// The first and the last period below a panel that has them.
fn years(spec: &Multiples, at: &PlacedPanel, look: &Look) -> Vec<Text> {
    let (true, Some(first), Some(last)) = (at.with_years, spec.periods.first(), spec.periods.last()) else {
        return Vec::new();
    };
    let (plot, y) = (at.plot, at.plot.bottom() + 11.0);
    let word =
        |x: f64, p: &Period, anchor| text(Point::new(x, y), p.to_string(), SMALL, anchor, look.theme.muted);
    if first == last {
        return vec![word(plot.center().x, last, Anchor::Middle)];
    }
    vec![word(plot.x, first, Anchor::Start), word(plot.right(), last, Anchor::End)]
}

/// Half way between the last period of the old series and the first of the new.
fn break_px(spec: &Multiples, at: &PlacedPanel, first: Period) -> f64 {
    let before = spec.periods.iter().rev().find(|p| **p < first).copied().unwrap_or(first);
    (at.time.px(before) + at.time.px(first)) / 2.0
}

/// All areas' lines as one quiet path.
fn everybody(spec: &Multiples, placed: &Placed, at: &PlacedPanel, look: &Look) -> Option<Mark> {
    let mut runs = Vec::new();
    for panel in &spec.panels {
        runs.extend(long_runs(spec, placed, at, &panel.values));
    }
    let stroke = Some(Stroke { opacity: 0.7, ..Stroke::solid(look.theme.other, 1.0) });
    (!runs.is_empty()).then(|| Mark::Path(Path { runs: runs.into(), stroke, ..Path::default() }))
}

fn strokes(
    spec: &Multiples,
    placed: &Placed,
    at: &PlacedPanel,
    values: &[Option<f64>],
    stroke: Stroke,
) -> Option<Mark> {
    let runs = long_runs(spec, placed, at, values);
    (!runs.is_empty())
        .then(|| Mark::Path(Path { runs: runs.into(), stroke: Some(stroke), ..Path::default() }))
}

fn long_runs(spec: &Multiples, placed: &Placed, at: &PlacedPanel, values: &[Option<f64>]) -> Vec<Vec<Point>> {
    let mut runs = runs(spec, placed, at, values);
    runs.retain(|run| run.len() > 1);
    runs
}

/// Unbroken stretches, split at gaps and new series.
fn runs(spec: &Multiples, placed: &Placed, at: &PlacedPanel, values: &[Option<f64>]) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for (period, v) in spec.periods.iter().zip(values) {
        if (v.is_none() || spec.breaks.contains(period)) && runs.last().is_some_and(|r| !r.is_empty()) {
            runs.push(Vec::new());
        }
        if let (Some(v), Some(run)) = (v, runs.last_mut()) {
            run.push(point(placed, at, *period, *v));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

fn point(placed: &Placed, at: &PlacedPanel, period: Period, value: f64) -> Point {
    Point::new(at.time.px(period), at.plot.bottom() - placed.value.px(value))
}

/// The end of the own line, and values that no line reaches.
fn dots(spec: &Multiples, placed: &Placed, at: &PlacedPanel, panel: &Panel, look: &Look) -> Vec<Mark> {
    let runs = runs(spec, placed, at, &panel.values);
    let mut out = Vec::new();
    for run in &runs {
        if let [only] = run.as_slice() {
            out.push(marker(panel.role, *only, 2.5, look));
        }
    }
    out.extend(runs.last().and_then(|r| r.last()).map(|end| marker(panel.role, *end, 3.5, look)));
    out
}

fn marker(role: Role, at: Point, radius: f64, look: &Look) -> Mark {
    if let Role::Selected(_) = role {
        return role.marker(at, radius, look.theme);
    }
    let (fill, stroke) = (Some(Fill::solid(look.theme.accent)), Some(Stroke::solid(look.theme.paper, 1.0)));
    Mark::Circle(crate::view::mark::Circle { center: at, radius, fill, stroke })
}

/// Name and latest value, or why there is none.
fn head(spec: &Multiples, placed: &Placed, at: &PlacedPanel, panel: &Panel, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let color = if panel.role.is_emphasised() { panel.role.text_color(theme) } else { theme.ink };
    let latest = panel.values.iter().rev().flatten().next();
    let font = name_font(placed.compact);
    let room = at.room;
    let value = latest.map_or_else(String::new, |v| written(spec, *v, at.bare, look));
    let wide = look.measure.width(&panel.name, font);
    let font = if wide > room { SMALL } else { font };
    let name = fit(&panel.name, font, room, look);
    let y = at.frame.y + if placed.compact { 8.0 } else { ROW / 2.0 - 3.0 };
    let mut out = vec![Mark::Text(text(Point::new(at.frame.x, y), name, font, Anchor::Start, color))];
    if latest.is_some() {
        let (place, anchor) = value_place(at, placed.compact);
        let font = if placed.compact { SMALL } else { PLAIN };
        // A number that is cut is another number: on a tile without room for it there is none.
        if !placed.compact || look.measure.width(&value, font) <= room {
            out.push(Mark::Text(text(place, value, font, anchor, theme.ink)));
        }
    } else {
        let words = fit(&panel.missing, SMALL, at.plot.width, look);
        if !words.is_empty() {
            let (place, anchor) =
                if placed.compact { value_place(at, true) } else { (at.plot.center(), Anchor::Middle) };
            let words = text(place, words, SMALL, anchor, theme.muted);
            out.push(Mark::Text(Text { halo: Some(theme.paper), ..words }));
        }
    }
    out
}

fn value_place(at: &PlacedPanel, compact: bool) -> (Point, Anchor) {
    if compact {
        (Point::new(at.frame.x, at.frame.y + 22.0), Anchor::Start)
    } else {
        (Point::new(at.frame.right(), at.frame.y + ROW / 2.0 - 3.0), Anchor::End)
    }
}

/// A slice of the panel for each value of its own area.
fn targets(spec: &Multiples, placed: &Placed, at: &PlacedPanel, panel: &Panel, out: &mut Vec<Target>) {
    let mut found: Vec<(Period, Point)> = Vec::new();
    for (period, v) in spec.periods.iter().zip(&panel.values) {
        if let Some(v) = v {
            found.push((*period, point(placed, at, *period, *v)));
        }
    }
    let middle = |a: Option<&(Period, Point)>, b: Option<&(Period, Point)>| match (a, b) {
        (Some(a), Some(b)) => (a.1.x + b.1.x) / 2.0,
        (None, _) => at.plot.x,
        (_, None) => at.plot.right(),
    };
    for (i, (period, spot)) in found.iter().enumerate() {
        let before = i.checked_sub(1).and_then(|i| found.get(i));
        let left = middle(before, found.get(i));
        let right = middle(found.get(i), found.get(i + 1));
        let bounds = Rect::new(left, at.plot.y, (right - left).max(0.0), at.plot.height);
        out.push(Target { key: Key::Point(panel.area, *period), at: *spot, bounds });
    }
}

/// The overlay: a hairline at the period in every panel with the own area's value then, and the
/// line of the area pointed at strong in all panels, its own framed.
pub fn over(
    spec: &Multiples,
    placed: &Placed,
    size: Size,
    look: &Look,
    hover: Option<Key>,
    period: Option<Period>,
) -> Scene {
    let theme = look.theme;
    let mut scene = Scene { size, ..Scene::default() };
    let area = hover.and_then(Key::area);
    let pointed = match hover {
        Some(Key::Point(_, period) | Key::Period(period)) => Some(period),
        _ => period,
    };
    let now = pointed.filter(|p| spec.periods.contains(p));
    let hovered = spec.panels.iter().find(|p| Some(p.area) == area);
    for (at, panel) in placed.panels.iter().zip(&spec.panels) {
        if let Some(other) = hovered {
            // Dashed, so that it is not taken for the county's line or the panel's own.
            let stroke = match other.area == panel.area {
                true => Stroke::solid(theme.ink, 2.75),
                false => Stroke { dash: Dash::Short, ..Stroke::solid(theme.accent, 1.75) },
            };
            scene.marks.extend(strokes(spec, placed, at, &other.values, stroke));
            if other.area == panel.area {
                let f = at.plot;
                let stroke = Some(Stroke::solid(theme.ink, 1.0));
                scene.marks.push(Mark::Rect(RectMark { rect: f, radius: 1.0, fill: None, stroke }));
            }
        }
        if let Some(now) = now {
            then(spec, placed, at, panel, now, look, &mut scene.marks);
        }
    }
    if let (Some(now), Some(at)) = (now, placed.foot) {
        let label =
            text(Point::new(size.width - 6.0, at.y), now.to_string(), SMALL, Anchor::End, theme.paper);
        scene.marks.extend(chip(label, &[], look));
    }
    scene
}

/// One panel as of a period: hairline, marker, the value in place of the latest one.
fn then(
    spec: &Multiples,
    placed: &Placed,
    at: &PlacedPanel,
    panel: &Panel,
    now: Period,
    look: &Look,
    out: &mut Vec<Mark>,
) {
    let (theme, x) = (look.theme, at.time.px(now));
    let (top, bottom) = (Point::new(x, at.plot.y), Point::new(x, at.plot.bottom()));
    out.push(line(top, bottom, Stroke::solid(theme.ink, 1.0)));
    let value = spec.periods.iter().position(|p| *p == now).and_then(|i| *panel.values.get(i)?);
    if let Some(v) = value {
        out.push(marker(panel.role, point(placed, at, now, v), 3.5, look));
    }
    if panel.values.iter().flatten().next().is_some() {
        let (place, anchor) = value_place(at, placed.compact);
        let write = |v: f64| written(spec, v, at.bare, look);
        let words = value.map_or_else(|| "–".to_owned(), write);
        let latest = panel.values.iter().rev().flatten().next();
        let old = latest.map_or_else(String::new, |v| write(*v));
        let font = if placed.compact { SMALL } else { PLAIN };
        let hidden = bounds(&text(place, old, font, anchor, theme.ink), look);
        let rect = Rect::new(hidden.x - 1.0, hidden.y, hidden.width + 2.0, hidden.height);
        out.push(Mark::Rect(RectMark { rect, fill: Some(Fill::solid(theme.paper)), ..RectMark::default() }));
        out.push(Mark::Text(text(place, words, font, anchor, theme.ink)));
    }
    if at.with_years {
        let half = look.measure.width(&now.to_string(), SMALL) / 2.0 + CHIP;
        let x = x.max(at.plot.x + half).min(at.plot.right() - half);
        let y = at.plot.bottom() + 11.0;
        let label = text(Point::new(x, y), now.to_string(), SMALL, Anchor::Middle, theme.paper);
        out.extend(chip(label, &years(spec, at, look), look));
    }
}
