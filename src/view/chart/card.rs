//! What is said over a picture of what is pointed at: a card of a few lines, or one line on a plate.

use crate::base::{
    color::Color,
    geom::{Point, Rect, Size},
};
use crate::view::{
    lettering::{LINE, PLAIN, STRONG, bounds, fit, text},
    look::{Look, Role},
    mark::{Anchor, Fill, Mark, RectMark, Stroke},
};

/// A card beside what it is about, inside the picture; the first line strong. Nothing when nothing
/// is said.
pub fn card(about: Rect, size: Size, said: &[String], look: &Look, out: &mut Vec<Mark>) {
    if said.is_empty() {
        return;
    }
    let font = |i: usize| if i == 0 { STRONG } else { PLAIN };
    let most = (size.width - 24.0).min(460.0);
    let lines: Vec<String> = said.iter().enumerate().map(|(i, s)| fit(s, font(i), most, look)).collect();
    let mut wide = 0.0_f64;
    for (i, words) in lines.iter().enumerate() {
        wide = wide.max(look.measure.width(words, font(i)));
    }
    let step = PLAIN.size * LINE + 3.0;
    let (width, tall) = (wide + 18.0, lines.len() as f64 * step + 10.0);
    let x = (about.center().x - width / 2.0).min(size.width - width - 1.0).max(1.0);
    let below = about.bottom() + 6.0;
    let y = if below + tall <= size.height { below } else { (about.y - 6.0 - tall).max(1.0) };
    let rect = Rect::new(x, y, width, tall);
    out.push(framed(rect, look.theme.ink, look));
    for (i, words) in lines.into_iter().enumerate() {
        let at = Point::new(x + 9.0, y + 5.0 + (i as f64 + 0.5) * step);
        out.push(Mark::Text(text(at, words, font(i), Anchor::Start, look.theme.ink)));
    }
}

/// One line above the point it is about, in the colour of its role; below it where less than 40 px are left
/// under `top`. Inside the picture's width; nothing when nothing is said.
pub fn plate(said: &str, about: Point, top: f64, size: Size, role: Role, look: &Look, out: &mut Vec<Mark>) {
    if said.is_empty() {
        return;
    }
    let color = role.text_color(look.theme);
    let y = if about.y > top + 40.0 { about.y - 20.0 } else { about.y + 20.0 };
    let b = bounds(&text(Point::new(about.x, y), said, STRONG, Anchor::Middle, color), look);
    let x = b.x.min(size.width - b.width - 7.0).max(7.0);
    let rect = Rect::new(x - 6.0, b.y - 2.0, b.width + 12.0, b.height + 4.0);
    out.push(framed(rect, color, look));
    out.push(Mark::Text(text(Point::new(x, y), said, STRONG, Anchor::Start, color)));
}

/// The ground of words over a picture, with an edge.
pub fn framed(rect: Rect, edge: Color, look: &Look) -> Mark {
    let (fill, stroke) = (Some(Fill::solid(look.theme.panel)), Some(Stroke::solid(edge, 1.0)));
    Mark::Rect(RectMark { rect, radius: 3.0, fill, stroke })
}
