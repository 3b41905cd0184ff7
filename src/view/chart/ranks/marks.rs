//! The placed lines as marks and targets, and what is painted over them.

use crate::base::{
    color::Color,
    geom::{Point, Rect},
    order::sort_by,
    period::Period,
};

use crate::view::{
    chart::{axes, card::plate},
    lettering::{SMALL, text},
    look::{Look, Role},
    mark::{Anchor, Fill, Group, Mark, Path, RectMark, Runs, Stroke, Text},
    scene::{Key, Scene, Target},
};

use super::{Placed, PlacedLine, Ranks, place::Label};

/// Steps of the bend between two places.
const STEPS: usize = 8;

/// The placed chart, drawn.
pub fn marks(spec: &Ranks, placed: &Placed, look: &Look) -> Scene {
    let theme = look.theme;
    let mut out = Vec::new();
    let order = text(Point::new(0.0, 9.0), &*spec.order, SMALL, Anchor::Start, theme.muted);
    out.push(Mark::Text(order));
    out.extend(axes::times(&spec.periods, &placed.time, placed.plot, look));
    let half = axes::half_step(&spec.periods, &placed.time);
    for (period, _) in &spec.breaks {
        out.extend(axes::series_break(placed.time.px(*period) - half, placed.plot, look));
    }
    out.extend(axes::heading_marks(&placed.headings, look));
    let mut order: Vec<&PlacedLine> = placed.lines.iter().collect();
    sort_by(&mut order, &mut |a, b| a.role.depth().cmp(&b.role.depth()));
    for line in &order {
        let marks = drawn(line, line.role.stroke(theme), look);
        out.push(Mark::Group(Group { key: Some(Key::Area(line.area)), marks }));
    }
    out.extend(clasps(placed, look));
    for line in order {
        let color = match line.role {
            Role::Other => Color::mix(theme.other, theme.muted, 0.4),
            role => role.color(theme),
        };
        for spot in line.runs.iter().flatten() {
            out.push(dot(line.role, spot.at, placed.radius, color, look));
        }
    }
    out.extend(names(placed, look));
    let mut targets = Vec::new();
    for line in &placed.lines {
        for spot in line.runs.iter().flatten() {
            let bounds = Rect::new(spot.at.x - 7.0, spot.at.y - 7.0, 14.0, 14.0);
            targets.push(Target { key: Key::Point(line.area, spot.period), at: spot.at, bounds });
        }
    }
    Scene { size: placed.size, marks: out, targets, title: spec.title.clone(), desc: spec.desc.clone() }
}

fn dot(role: Role, at: Point, radius: f64, color: Color, look: &Look) -> Mark {
    if role.is_emphasised() {
        return role.marker(at, radius + 1.0, look.theme);
    }
    let fill = Some(Fill::solid(color));
    Mark::Circle(crate::view::mark::Circle { center: at, radius, fill, stroke: None })
}

/// The line's stretches, bent so that it leaves and enters each place level.
fn drawn(line: &PlacedLine, stroke: Stroke, look: &Look) -> Vec<Mark> {
    let mut runs: Vec<Vec<Point>> = Vec::new();
    for run in line.runs.iter().filter(|r| r.len() > 1) {
        let mut points: Vec<Point> = run.first().map(|s| s.at).into_iter().collect();
        for pair in run.windows(2) {
            let [a, b] = pair else { continue };
            let bends = b.at.x - a.at.x > 14.0 && a.at.y != b.at.y;
            for i in 1..=if bends { STEPS } else { 1 } {
                let t = if bends { i as f64 / STEPS as f64 } else { 1.0 };
                let ease = t * t * (3.0 - 2.0 * t);
                points.push(Point::new(a.at.x + (b.at.x - a.at.x) * t, a.at.y + (b.at.y - a.at.y) * ease));
            }
        }
        runs.push(points);
    }
    if runs.is_empty() {
        return Vec::new();
    }
    let runs = Runs::from(runs);
    let path = |stroke| Mark::Path(Path { runs: runs.clone(), stroke: Some(stroke), ..Path::default() });
    let below = Stroke { opacity: 0.85, ..Stroke::solid(look.theme.paper, stroke.width + 2.0) };
    vec![path(below), path(stroke)]
}

/// What holds shared places together.
fn clasps(placed: &Placed, look: &Look) -> Vec<Mark> {
    let mut out = Vec::new();
    for (upper, lower) in &placed.clasps {
        let r = placed.radius + 2.0;
        let rect = Rect::new(upper.x - r, upper.y - r, 2.0 * r, lower.y - upper.y + 2.0 * r);
        let fill = Some(Fill::solid(look.theme.paper));
        let stroke = Some(Stroke::solid(look.theme.muted, 0.75));
        out.push(Mark::Rect(RectMark { rect, radius: r, fill, stroke }));
    }
    out
}

/// Names, with hairlines to those that moved.
fn names(placed: &Placed, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let mut out = Vec::new();
    for label in &placed.labels {
        let role = placed.lines.get(label.line).map_or(Role::Other, |l| l.role);
        let away = (label.at.x - label.from.x).abs() > 14.0 || (label.at.y - label.from.y).abs() > 2.0;
        if away {
            let side = if label.last { 1.0 } else { -1.0 };
            let from = Point::new(label.from.x + side * (placed.radius + 1.5), label.from.y);
            let to = Point::new(label.at.x - side * 3.0, label.at.y);
            out.push(axes::line(from, to, Stroke::solid(theme.other, 0.75)));
        }
        out.push(Mark::Text(word(label, role, look)));
    }
    out
}

fn word(label: &Label, role: Role, look: &Look) -> Text {
    let anchor = if label.last { Anchor::Start } else { Anchor::End };
    let color = if role == Role::Other { look.theme.ink } else { role.text_color(look.theme) };
    text(label.at, &*label.text, label.font, anchor, color)
}

/// The overlay: a hairline at the period, and the area pointed at with its way through time and
/// what is `said` of it there. Empty when there is neither.
pub fn over(
    spec: &Ranks,
    placed: &Placed,
    look: &Look,
    hover: Option<Key>,
    period: Option<Period>,
    said: &str,
) -> Scene {
    let theme = look.theme;
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    let pointed = match hover {
        Some(Key::Point(_, p) | Key::Period(p)) => Some(p),
        _ => None,
    };
    let at = pointed.or(period).filter(|p| spec.periods.contains(p));
    if let Some(at) = at {
        let (x, plot) = (placed.time.px(at), placed.plot);
        let (from, to) = (Point::new(x, plot.y), Point::new(x, plot.bottom() + 3.0));
        scene.marks.push(axes::line(from, to, Stroke::solid(theme.ink, 1.0)));
        let half = look.measure.width(&at.to_string(), SMALL) / 2.0 + 5.0;
        let middle = x.min(placed.size.width - half).max(half);
        let foot = Point::new(middle, plot.bottom() + 14.0);
        scene.marks.extend(axes::period_chip(at, foot, &spec.periods, &placed.time, look));
    }
    let area = hover.and_then(Key::area);
    let Some(line) = placed.lines.iter().find(|l| Some(l.area) == area) else { return scene };
    let role = line.role.pointed();
    scene.marks.extend(drawn(line, role.stroke(theme), look));
    for spot in line.runs.iter().flatten() {
        scene.marks.push(role.marker(spot.at, placed.radius + 1.0, theme));
    }
    let spots = || line.runs.iter().flatten();
    let spot = spots().find(|s| Some(s.period) == at).or(spots().last());
    if let Some(spot) = spot {
        plate(said, spot.at, 0.0, placed.size, role, look, &mut scene.marks);
    }
    scene
}
