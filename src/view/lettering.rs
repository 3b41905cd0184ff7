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
        let cut: String = kept.iter().collect();
        if look.measure.width(&format!("{}…", cut.trim_end()), font) <= width {
            // Between words where that does not cost much.
            let word = cut.rfind(' ').filter(|at| *at * 2 > cut.len());
            let cut = word.and_then(|at| cut.get(..at)).unwrap_or(&cut);
            return format!("{}…", cut.trim_end_matches([' ', ',', ':', '.']));
        }
    }
    String::new()
}

/// The longer of two names where it fits, else the shorter, cut where even that is too wide.
pub fn fit_either(long: &str, short: &str, font: Font, width: f64, look: &Look) -> String {
    let name = if look.measure.width(long, font) <= width { long } else { short };
    fit(name, font, width, look)
}

/// The text in as many lines as it needs, broken between words; a word alone may be wider.
pub fn wrapped(text: &str, font: Font, width: f64, look: &Look) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|w| !w.is_empty()) {
        match lines.last_mut() {
            Some(line) if look.measure.width(&format!("{line} {word}"), font) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Width of the widest of these texts, 0 when there is none.
pub fn widest<'a>(texts: impl IntoIterator<Item = &'a str>, font: Font, look: &Look) -> f64 {
    texts.into_iter().map(|t| look.measure.width(t, font)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use crate::{
        base::{
            color::{Mode, Theme},
            locale::Locale,
        },
        view::measure::TableMeasure,
    };

    use super::*;

    #[test]
    fn text_is_cut_between_words_or_not_shown() {
        let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale: Locale::Sv };
        assert_eq!(fit("Kumla", SMALL, 99.0, &look), "Kumla");
        assert_eq!(fit("Ljusnarsberg", SMALL, 50.0, &look), "Ljusnar…");
        assert_eq!(fit("Från och med 2025, nya regler", SMALL, 120.0, &look), "Från och med 2025…");
        assert_eq!(fit("Ljusnarsberg", SMALL, 12.0, &look), "");
        let either = |width| fit_either("Arbetslöshet 18–65 år", "Arbetslöshet", SMALL, width, &look);
        assert_eq!(either(200.0), "Arbetslöshet 18–65 år");
        assert_eq!(either(90.0), "Arbetslöshet");
        assert_eq!(either(50.0), "Arbetsl…");
        assert_eq!(
            wrapped("Från och med 2025, nya regler", SMALL, 110.0, &look),
            ["Från och med 2025,", "nya regler"]
        );
        assert!(wrapped("", SMALL, 99.0, &look).is_empty());
    }
}
