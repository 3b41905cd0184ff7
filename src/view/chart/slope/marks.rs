//! The placed slopes as marks and targets, and what is painted over them.

use crate::base::geom::{Point, Rect};

use crate::view::{
    chart::{axes, card::plate},
    lettering::{SMALL, STRONG, text},
    look::{Look, Role},
    mark::{Anchor, Group, Mark, Stroke, Text},
    scene::{Key, Scene, Target},
};

use super::{NOTE, Placed, Row, Slope};

/// The placed chart, drawn.
pub fn marks(spec: &Slope, placed: &Placed, look: &Look) -> Scene {
    let theme = look.theme;
    let plot = placed.plot;
    let mut out = Vec::new();
    for (x, period) in [(plot.x, spec.from), (plot.right(), spec.to)] {
        let (top, bottom) = (Point::new(x, plot.y - 14.0), Point::new(x, plot.bottom() + 6.0));
        out.push(axes::line(top, bottom, Stroke::solid(theme.hairline, 1.0)));
        let at = Point::new(x, 9.0);
        out.push(Mark::Text(text(at, period.to_string(), STRONG, Anchor::Middle, theme.ink)));
    }
    let mut order: Vec<usize> = (0..spec.rows.len()).collect();
    let depth = |i: &usize| spec.rows.get(*i).map_or(0, |r| r.role.depth());
    crate::base::order::sort_by(&mut order, &mut |a, b| depth(a).cmp(&depth(b)));
    for index in order {
        if let (Some(row), Some(ends)) = (spec.rows.get(index), placed.lines.get(index)) {
            let marks = drawn(row, *ends, row.role, spec.note.is_empty(), look);
            out.push(Mark::Group(Group { key: Some(Key::Area(row.area)), marks }));
        }
    }
    for label in &placed.labels {
        let role = spec.rows.get(label.row).map_or(Role::Other, |r| r.role);
        let side = if label.last { 1.0 } else { -1.0 };
        let from = Point::new(label.from.x + side * 4.0, label.from.y);
        let to = Point::new(label.at.x - side * 2.5, label.at.y);
        out.push(axes::line(from, to, Stroke::solid(theme.other, 0.75)));
        let color = if role == Role::Other { theme.ink } else { role.text_color(theme) };
        let anchor = if label.last { Anchor::Start } else { Anchor::End };
        let words = text(label.at, &*label.text, label.font, anchor, color);
        out.push(Mark::Text(Text { halo: Some(theme.paper), ..words }));
    }
    for (i, line) in placed.note.iter().enumerate() {
        let y = placed.size.height - (placed.note.len() - i) as f64 * NOTE + NOTE / 2.0;
        out.push(Mark::Text(text(Point::new(0.0, y), &**line, SMALL, Anchor::Start, theme.muted)));
    }
    let mut targets = Vec::new();
    for (row, ends) in spec.rows.iter().zip(&placed.lines) {
        for (period, end) in [(spec.from, ends.0), (spec.to, ends.1)] {
            if let Some(at) = end {
                let bounds = Rect::new(at.x - 7.0, at.y - 7.0, 14.0, 14.0);
                targets.push(Target { key: Key::Point(row.area, period), at, bounds });
            }
        }
    }
    Scene { size: placed.size, marks: out, targets, title: spec.title.clone(), desc: spec.desc.clone() }
}

/// The line, where it may be drawn, and its ends.
fn drawn(
    row: &Row,
    ends: (Option<Point>, Option<Point>),
    role: Role,
    joined: bool,
    look: &Look,
) -> Vec<Mark> {
    let theme = look.theme;
    let mut out = Vec::new();
    if let (Some(a), Some(b), true) = (ends.0, ends.1, joined) {
        let stroke = role.stroke(theme);
        if role.is_emphasised() {
            let below = Stroke { opacity: 0.85, ..Stroke::solid(theme.paper, stroke.width + 2.5) };
            out.push(axes::line(a, b, below));
        }
        out.push(axes::line(a, b, stroke));
    }
    let radius = if row.role.is_emphasised() || role.is_emphasised() { 4.0 } else { 2.75 };
    for at in [ends.0, ends.1].into_iter().flatten() {
        out.push(role.marker(at, radius, theme));
    }
    out
}

/// The overlay: the area pointed at, its line strong, and what is `said` of it between the two
/// periods. Empty where nothing is pointed at.
pub fn over(spec: &Slope, placed: &Placed, look: &Look, hover: Option<Key>, said: &str) -> Scene {
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    let area = hover.and_then(Key::area);
    let Some(at) = spec.rows.iter().position(|r| Some(r.area) == area) else { return scene };
    let (Some(row), Some(ends)) = (spec.rows.get(at), placed.lines.get(at)) else { return scene };
    let role = row.role.pointed();
    scene.marks = drawn(row, *ends, role, spec.note.is_empty(), look);
    let height = match *ends {
        (Some(a), Some(b)) => (a.y + b.y) / 2.0,
        (a, b) => a.or(b).map_or(placed.plot.y, |p| p.y),
    };
    let middle = Point::new(placed.plot.center().x, height);
    plate(said, middle, placed.plot.y - 14.0, placed.size, role, look, &mut scene.marks);
    scene
}
