//! How wide text is: an argument, because only the surface knows.

use crate::base::locale::is_capital;

use super::mark::{Font, Weight};

/// Measures text in CSS px.
pub trait MeasureText {
    /// Advance width of one line.
    fn width(&self, text: &str, font: Font) -> f64;
}

/// Widths from a table of average advances of a humanist sans, for native pictures and tests.
#[derive(Clone, Copy, Debug, Default)]
pub struct TableMeasure;

impl MeasureText for TableMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let em: f64 = text.chars().map(advance).sum();
        let wider = if font.weight == Weight::Bold { 1.06 } else { 1.0 };
        em * font.size * wider
    }
}

/// Advance of a character in em.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '|' | '!' | '\'' | '’' => 0.26,
        ' ' | '\u{a0}' | '\u{202f}' => 0.27,
        'f' | 't' | 'r' | '(' | ')' | '-' | '/' => 0.35,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 0.86,
        '0'..='9' | '+' | '−' | '–' | '=' => 0.56,
        c if is_capital(c) => 0.67,
        _ => 0.54,
    }
}
