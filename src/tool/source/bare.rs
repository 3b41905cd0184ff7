//! What number a cell would be without its unit and without signs between thousands.

use crate::tool::source::table::number;

/// Signs that stand between thousands, beside the sign that is not the decimal sign.
const BETWEEN: [char; 7] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’', '´'];

/// Advice for a cell that is no number as it stands and would be one without a unit behind it or
/// without signs between thousands: `30,1 %`, `1.234,5`. None where it would not.
pub(super) fn bare(text: &str, decimal: char) -> Option<String> {
    let is_of_number = |c: char| {
        c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+' | '\u{2212}') || BETWEEN.contains(&c)
    };
    let end = text.find(|c| !is_of_number(c)).unwrap_or(text.len());
    let (figure, unit) = text.split_at(end);
    if !unit.is_empty() && !is_unit(unit) {
        return None;
    }
    let signs = if decimal == ',' { [',', '.'] } else { ['.', ','] };
    let found = signs.iter().find_map(|&sign| plain(figure.trim(), sign))?;
    Some(format!("write the bare number: {}", found.replace('.', &decimal.to_string())))
}

/// The number of a text with a sign between thousands and nothing else: `1.234`, where the decimal
/// sign is a comma.
pub(super) fn between_thousands(text: &str, decimal: char) -> Option<String> {
    plain(text, decimal).map(|found| found.replace('.', &decimal.to_string()))
}

/// Whether what stands behind a number may be its unit, and no other number.
fn is_unit(text: &str) -> bool {
    let first = text.chars().next().unwrap_or(' ');
    let signs = ['%', '‰', '€', '$', '£', '°', '*'];
    (first.is_alphabetic() || signs.contains(&first)) && !text.chars().any(|c| c.is_ascii_digit())
}

/// The number with a decimal point, if this is its decimal sign and what stands between thousands
/// parts them by three.
fn plain(figure: &str, decimal: char) -> Option<String> {
    let (whole, fraction) = figure.split_once(decimal).unwrap_or((figure, ""));
    let (sign, whole) = match whole.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", whole),
    };
    let other = if decimal == ',' { '.' } else { ',' };
    let groups: Vec<&str> = whole.split(|c| c == other || BETWEEN.contains(&c)).collect();
    let parted = groups.iter().enumerate().all(|(nth, group)| match nth {
        0 => groups.len() == 1 || (1..=3).contains(&group.len()),
        _ => group.len() == 3,
    });
    let digits = || groups.iter().chain([&fraction]).flat_map(|part| part.chars());
    if !parted || whole.is_empty() || !digits().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let point = if fraction.is_empty() { "" } else { "." };
    let text = format!("{sign}{}{point}{fraction}", groups.concat());
    number(&text, '.').map(|_| text)
}

#[cfg(test)]
mod tests {
    use super::{bare, between_thousands};

    #[test]
    fn figures_in_disguise() {
        for (text, decimal, expected) in [
            ("30,1 %", ',', "30,1"),
            ("30,1%", ',', "30,1"),
            ("30.1 %", ',', "30,1"),
            ("30,1 %", '.', "30.1"),
            ("12 procent", '.', "12"),
            ("1 234,5 kr/inv.", ',', "1234,5"),
            ("-2,5\u{a0}°C", ',', "-2,5"),
            ("\u{2212}2,5 %", ',', "-2,5"),
            ("1.234,5", ',', "1234,5"),
            ("1.234,5", '.', "1234.5"),
            ("1,234.5", '.', "1234.5"),
            ("1.234.567", ',', "1234567"),
            ("1.234.567", '.', "1234567"),
            ("12'345", '.', "12345"),
            ("12*", '.', "12"),
        ] {
            assert_eq!(bare(text, decimal), Some(format!("write the bare number: {expected}")), "{text}");
        }
        assert_eq!(between_thousands("1.234", ','), Some("1234".to_owned()));
        assert_eq!(between_thousands("29.3", ','), None);
        let none = [
            "..",
            "ca 12",
            "<5",
            "-",
            "TRUE",
            "#N/A",
            "%",
            "x",
            "",
            "5–9",
            "5 till 9",
            "12 av 30",
            "30 (29)",
            "2022-05-01",
            "12.34.56",
            "1.23,4.5",
            "1,2,3",
            "12 -",
        ];
        for text in none {
            assert_eq!(bare(text, ','), None, "{text}");
        }
    }
}
