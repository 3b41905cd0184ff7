//! A card with a few lines of text over a picture.

use crate::base::geom::{Point, Rect, Size};
use crate::view::{
    lettering::{LINE, PLAIN, STRONG, fit, text},
    look::Look,
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
    let (fill, stroke) = (Some(Fill::solid(look.theme.panel)), Some(Stroke::solid(look.theme.ink, 1.0)));
    out.push(Mark::Rect(RectMark { rect, radius: 3.0, fill, stroke }));
    for (i, words) in lines.into_iter().enumerate() {
        let at = Point::new(x + 9.0, y + 5.0 + (i as f64 + 0.5) * step);
        out.push(Mark::Text(text(at, words, font(i), Anchor::Start, look.theme.ink)));
    }
}
