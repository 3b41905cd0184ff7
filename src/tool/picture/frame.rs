//! What stands around a picture: headline, subtitle, a sentence, source.

use crate::{
    base::geom::{Point, Size},
    view::{
        chart::axes::line,
        look::Look,
        mark::{Font, Stroke, Weight},
        scene::Scene,
        shift::append,
    },
};

use super::{
    Part, Role,
    set::{self, Setting},
};

/// A picture and the words around it.
pub(super) struct Body {
    /// The finding, or the picture's name.
    pub(super) headline: String,
    /// What is measured, of whom, unit, period.
    pub(super) subtitle: String,
    /// What this view adds to the headline; may be empty.
    pub(super) lead: String,
    /// The pictures, one below the other.
    pub(super) scenes: Vec<Scene>,
    /// Source, computation, publisher: a line each.
    pub(super) foot: Vec<String>,
    /// The picture in words.
    pub(super) desc: String,
}

/// Room around everything at this width, px.
pub(super) fn edge(width: f64) -> f64 {
    if width < 480.0 { 16.0 } else { 28.0 }
}

/// The parts in reading order and the extent of all.
pub(super) fn framed(body: Body, width: f64, look: &Look<'_>) -> (Vec<Part>, Size) {
    let theme = look.theme;
    let edge = edge(width);
    let inner = width - 2.0 * edge;
    // Lines longer than this are hard to read.
    let column = inner.min(680.0);
    let large = if width < 480.0 { 20.0 } else { 25.0 };
    let setting = |size, weight, leading, color| Setting { font: Font { size, weight }, leading, color };
    let head = setting(large, Weight::Bold, 1.18, theme.ink);
    let sub = setting(14.0, Weight::Regular, 1.35, theme.muted);
    let lead = setting(15.0, Weight::Regular, 1.4, theme.ink);
    let foot = setting(12.0, Weight::Regular, 1.4, theme.muted);
    let mut parts = Vec::new();
    let mut y = edge - 2.0;
    let mut say = |role: Role, said: &[String], setting: &Setting, y: &mut f64| {
        parts.push(Part { role, marks: set::told(said, setting, Point::new(edge, *y)) });
        *y += said.len() as f64 * setting.line();
    };
    say(Role::Heading(1), &set::balanced(&body.headline, head.font, inner, look), &head, &mut y);
    if !body.subtitle.is_empty() {
        y += 8.0;
        say(Role::Text, &set::lines(&body.subtitle, sub.font, column, look), &sub, &mut y);
    }
    if !body.lead.is_empty() {
        y += 10.0;
        say(Role::Text, &set::lines(&body.lead, lead.font, column, look), &lead, &mut y);
    }
    let mut whole = Scene::default();
    for scene in body.scenes {
        y += 20.0;
        let tall = scene.size.height;
        append(&mut whole, scene, Point::new(edge, y));
        y += tall;
    }
    parts.push(Part { role: Role::Picture(body.desc), marks: whole.marks });
    y += 18.0;
    let rule = line(Point::new(edge, y), Point::new(width - edge, y), Stroke::solid(theme.hairline, 1.0));
    parts.push(Part { role: Role::Ornament, marks: vec![rule] });
    y += 8.0;
    for said in body.foot {
        let lines = set::lines(&said, foot.font, column, look);
        parts.push(Part { role: Role::Text, marks: set::told(&lines, &foot, Point::new(edge, y)) });
        y += lines.len() as f64 * foot.line();
    }
    (parts, Size::new(width, (y + edge - 8.0).ceil()))
}
