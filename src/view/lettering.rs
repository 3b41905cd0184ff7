//! Type sizes, and text as a box: where it reaches, how it is shortened.

use crate::base::{
    color::Color,
    geom::{Point, Rect},
};

use super::{
    look::Look,
    mark::{Anchor, Font, Text, Weight},
};

/// Small text: axes, remarks.
pub const SMALL: Font = Font { size: 12.0, weight: Weight::Regular };
/// Names and values that matter.
pub const STRONG: Font = Font { size: 13.0, weight: Weight::Bold };
/// Names and values of the rest.
pub const PLAIN: Font = Font { size: 13.0, weight: Weight::Regular };
/// Height of a line of text relative to its size.
pub const LINE: f64 = 1.2;

/// A line of text without halo.
pub fn text(at: Point, text: impl Into<String>, font: Font, anchor: Anchor, color: Color) -> Text {
    Text { at, text: text.into(), font, anchor, color, halo: None }
}

/// The box a line of text covers.
pub fn bounds(text: &Text, look: &Look) -> Rect {
    let width = look.measure.width(&text.text, text.font);
    let left = match text.anchor {
        Anchor::Start => text.at.x,
        Anchor::Middle => text.at.x - width / 2.0,
        Anchor::End => text.at.x - width,
    };
    let height = text.font.size * LINE;
    Rect::new(left, text.at.y - height / 2.0, width, height)
}

/// The text, cut and ended by an ellipsis where it is wider than `width`; empty when not even
/// three letters fit.
pub fn fit(text: &str, font: Font, width: f64, look: &Look) -> String {
    if look.measure.width(text, font) <= width {
        return text.to_owned();
    }
    let mut kept: Vec<char> = text.chars().collect();
    while kept.len() > 3 {
        kept.pop();
        let mut shorter: String = kept.iter().collect::<String>().trim_end().to_owned();
        shorter.push('…');
        if look.measure.width(&shorter, font) <= width {
            return shorter;
        }
    }
    String::new()
}

/// Width of the widest of these texts, 0 when there is none.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, font: Font, look: &Look) -> f64 {
    texts.into_iter().map(|t| look.measure.width(t, font)).fold(0.0, f64::max)
}
