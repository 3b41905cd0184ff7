//! Numbers as they are written inside sentences.

use crate::analysis::rank::Rank;
use crate::base::{
    locale::{Locale, number, signed},
    unit::UnitKind,
};
use crate::model::Indicator;
use crate::view::words::{uncertainty::uncertainty, words};

/// A rank: “plats 3 av 12”, “delad plats 3 av 12” or, where margins leave it open, “plats 3–7 av 12”.
pub fn place(rank: Rank, locale: Locale) -> String {
    let w = words(locale);
    match rank.span {
        Some((best, worst)) => (uncertainty(locale).places)(best, worst, rank.of),
        None if rank.tied => (w.shared_place)(rank.place, rank.of),
        None => (w.place)(rank.place, rank.of),
    }
}

/// A difference already written, said to be smaller than the uncertainty where it is.
pub fn within(written: String, is_within: bool, locale: Locale) -> String {
    if is_within { format!("{written}, {}", uncertainty(locale).within) } else { written }
}

/// A signed difference with its unit in full: “+1,2 procentenheter”.
pub fn difference(indicator: &Indicator, value: f64, locale: Locale) -> String {
    with_unit(indicator, signed(locale, value, indicator.decimals), locale)
}

/// A distance with its unit in full, without sign: “1,2 procentenheter”.
pub fn distance(indicator: &Indicator, value: f64, locale: Locale) -> String {
    with_unit(indicator, number(locale, value.abs(), indicator.decimals), locale)
}

/// The same with other decimals than the values: a computed distance.
pub fn distance_with(indicator: &Indicator, value: f64, decimals: u8, locale: Locale) -> String {
    with_unit(indicator, number(locale, value.abs(), decimals), locale)
}

/// A value with its unit in full: “34,1 procent”.
pub fn value(indicator: &Indicator, value: f64, locale: Locale) -> String {
    let written = number(locale, value, indicator.decimals);
    match indicator.unit.kind {
        UnitKind::Percent => followed(written, indicator.unit.label.get(locale)),
        UnitKind::Number | UnitKind::Money | UnitKind::Amount => {
            followed(written, indicator.unit.short.get(locale))
        }
    }
}

/// Sentences in a row, each with one full stop, also where an abbreviated unit brought its own;
/// empty ones are left out.
pub fn sentences(parts: &[String]) -> String {
    let mut out = String::new();
    for part in parts {
        if part.is_empty() {
            continue;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        match part.strip_suffix("..") {
            Some(text) => {
                out.push_str(text);
                out.push('.');
            }
            None => out.push_str(part),
        }
    }
    out
}

fn with_unit(indicator: &Indicator, written: String, locale: Locale) -> String {
    match indicator.unit.kind {
        UnitKind::Percent => {
            let one = matches!(written.trim_start_matches(['+', '\u{2212}']), "1");
            followed(written, if one { percentage_point(locale) } else { words(locale).percentage_points })
        }
        UnitKind::Number | UnitKind::Money | UnitKind::Amount => {
            followed(written, indicator.unit.short.get(locale))
        }
    }
}

/// Exactly one.
fn percentage_point(locale: Locale) -> &'static str {
    match locale {
        Locale::Sv => "procentenhet",
        Locale::En => "percentage point",
    }
}

fn followed(written: String, unit: &str) -> String {
    if unit.is_empty() { written } else { format!("{written}\u{a0}{unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_have_one_full_stop() {
        let parts = ["Den var 2 kg/inv..".to_owned(), String::new(), "Slut.".to_owned()];
        assert_eq!(sentences(&parts), "Den var 2 kg/inv. Slut.");
    }
}
