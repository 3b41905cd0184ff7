//! The placed picture as marks and targets, and what passes over it.

use crate::base::geom::{Point, Rect};
use crate::view::{
    chart::{
        axes::{self, line},
        card::card,
    },
    lettering::{SMALL, text},
    look::{Look, Role},
    mark::{Anchor, Circle, Dash, Group, Mark, Path, Stroke, Text},
    scene::{Key, Scene, Target},
};

use super::{Dot, Placed, PlacedDot, Scatter};

/// The placed picture, drawn.
pub fn marks(spec: &Scatter, placed: &Placed, look: &Look) -> Scene {
    let theme = look.theme;
    let mut scene =
        Scene { size: placed.size, title: spec.title.clone(), desc: spec.desc.clone(), ..Scene::default() };
    let out = &mut scene.marks;
    frame(spec, placed, look, out);
    if let Some((from, to)) = placed.line {
        let stroke = Stroke { dash: Dash::Long, ..Stroke::solid(theme.muted, 1.5) };
        out.push(line(from, to, stroke));
    }
    if spec.trails {
        for (dot, at) in spec.dots.iter().zip(&placed.dots) {
            let stroke = Stroke { opacity: 0.45, ..Stroke::solid(dot.role.color(theme), 1.25) };
            out.extend(trail(at, stroke));
        }
    }
    for label in placed.labels.iter().flatten() {
        out.extend(label.leader.map(|(from, to)| line(from, to, Stroke::solid(theme.muted, 0.75))));
    }
    // The smallest last, so that none hides another.
    let mut order: Vec<(&Dot, &PlacedDot)> = spec.dots.iter().zip(&placed.dots).collect();
    crate::base::order::sort_by(&mut order, &mut |a, b| b.1.radius.total_cmp(&a.1.radius));
    for (dot, at) in order {
        let mut marks = vec![dot.role.marker(at.at, at.radius, theme)];
        if dot.apart {
            marks.push(ring(at, Stroke::solid(theme.ink, 1.25)));
        }
        scene.marks.push(Mark::Group(Group { key: Some(Key::Area(dot.area)), marks }));
    }
    for (dot, label) in spec.dots.iter().zip(&placed.labels) {
        let Some(label) = label else { continue };
        let words = text(label.at, &*dot.name, label.font, Anchor::Middle, ink(dot.role, look));
        scene.marks.push(Mark::Text(Text { halo: Some(theme.paper), ..words }));
    }
    for (dot, at) in spec.dots.iter().zip(&placed.dots) {
        scene.targets.push(Target { key: Key::Area(dot.area), at: at.at, bounds: around(at) });
    }
    scene
}

/// Names of the rest are read in ink: there are only names here, no lines they would outshout.
fn ink(role: Role, look: &Look) -> crate::base::color::Color {
    if role == Role::Other { look.theme.ink } else { role.text_color(look.theme) }
}

/// Axes, the county's cross, and the words around.
fn frame(spec: &Scatter, placed: &Placed, look: &Look, out: &mut Vec<Mark>) {
    let theme = look.theme;
    let plot = placed.plot;
    let [along, up] = &spec.axes;
    let [x, y] = &placed.scales;
    let [along_ticks, up_ticks] = &placed.ticks;
    let texts = axes::value_texts(up_ticks, &up.format, look);
    out.extend(axes::values(up_ticks, &texts, y, plot, look));
    let texts = axes::value_texts(along_ticks, &along.format, look);
    for (v, words) in along_ticks.values.iter().zip(texts) {
        let at = x.px(*v);
        let (top, bottom) = (Point::new(at, plot.y), Point::new(at, plot.bottom()));
        out.push(line(top, bottom, Stroke::solid(theme.hairline, 1.0)));
        let half = look.measure.width(&words, SMALL) / 2.0;
        let middle = at.min(placed.size.width - half).max(half);
        let place = Point::new(middle, plot.bottom() + 12.0);
        out.push(Mark::Text(text(place, words, SMALL, Anchor::Middle, theme.muted)));
    }
    let cross = Stroke::solid(theme.county, 1.25);
    if let Some(v) = along.county {
        out.push(line(Point::new(x.px(v), plot.y - 2.0), Point::new(x.px(v), plot.bottom()), cross));
    }
    if let Some(v) = up.county {
        out.push(line(Point::new(plot.x, y.px(v)), Point::new(plot.right(), y.px(v)), cross));
    }
    for words in placed.county.iter().flatten() {
        out.push(Mark::Text(Text { halo: Some(theme.paper), ..words.clone() }));
    }
    let [name, below, note] = &placed.words;
    for (words, at) in name.iter().chain(below) {
        out.push(Mark::Text(text(*at, &**words, SMALL, Anchor::Start, theme.ink)));
    }
    for (words, at) in note {
        out.push(Mark::Text(text(*at, &**words, SMALL, Anchor::Start, theme.muted)));
    }
}

/// A way through the years.
fn trail(at: &PlacedDot, stroke: Stroke) -> Option<Mark> {
    let runs: Vec<Vec<Point>> = at.trail.iter().filter(|run| run.len() > 1).cloned().collect();
    (!runs.is_empty())
        .then(|| Mark::Path(Path { runs: runs.into(), stroke: Some(stroke), ..Path::default() }))
}

/// The last part of the way that lies in the plot, and whether that is all of it.
fn inside(at: &PlacedDot, plot: Rect) -> (Vec<Vec<Point>>, bool) {
    let mut kept: Vec<Vec<Point>> = Vec::new();
    for run in at.trail.iter().rev() {
        let seen: Vec<Point> = run.iter().rev().take_while(|p| plot.contains(**p)).copied().collect();
        let whole = seen.len() == run.len();
        kept.push(seen);
        if !whole {
            return (kept, false);
        }
    }
    (kept, true)
}

fn ring(at: &PlacedDot, stroke: Stroke) -> Mark {
    Mark::Circle(Circle { center: at.at, radius: at.radius + 3.0, fill: None, stroke: Some(stroke) })
}

fn around(at: &PlacedDot) -> Rect {
    let r = at.radius.max(8.0);
    Rect::new(at.at.x - r, at.at.y - r, 2.0 * r, 2.0 * r)
}

/// The overlay: the way of the area pointed at with its first year, a ring, and a card.
pub fn over(spec: &Scatter, placed: &Placed, look: &Look, hover: Option<Key>) -> Scene {
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    let wanted = hover.and_then(Key::area);
    let found = spec.dots.iter().zip(&placed.dots).find(|(dot, _)| Some(dot.area) == wanted);
    let Some((dot, at)) = found else { return scene };
    let theme = look.theme;
    let role = dot.role.pointed();
    let (way, whole) = inside(at, placed.plot);
    let kept = PlacedDot { trail: way, ..at.clone() };
    scene.marks.extend(trail(&kept, Stroke::solid(theme.paper, 4.0)));
    scene.marks.extend(trail(&kept, Stroke::solid(role.color(theme), 1.75)));
    scene.marks.push(dot.role.marker(at.at, at.radius, theme));
    scene.marks.push(ring(at, Stroke::solid(theme.ink, 2.0)));
    let first = at.trail.first().filter(|r| whole && r.len() > 1).and_then(|r| r.first()).copied();
    if let (Some(from), Some(step)) = (first, dot.trail.first().and_then(|r| r.first())) {
        let words = step.period.to_string();
        let half = look.measure.width(&words, SMALL) / 2.0;
        let plot = placed.plot;
        let x = from.x.min(plot.right() - half).max(plot.x + half);
        let y = if from.y < plot.y + 18.0 { from.y + 10.0 } else { from.y - 10.0 };
        let words = text(Point::new(x, y), words, SMALL, Anchor::Middle, theme.ink);
        scene.marks.push(Mark::Text(Text { halo: Some(theme.paper), ..words }));
    }
    card(around(at), placed.size, &dot.said, look, &mut scene.marks);
    scene
}
