//! What numbers and strings mean, from the text that [`super::parse`] has accepted.

use std::borrow::Cow;

/// Digits that always fit into 64 bits. Nothing that is counted in a bundle has more.
const DIGITS: usize = 18;

/// The float nearest to a number.
pub(super) fn float(raw: &str) -> f64 {
    // Most numbers of a bundle are whole and short, and read faster this way.
    #[expect(clippy::cast_precision_loss, reason = "rounds to the nearest, as reading the digits does")]
    whole(raw).map_or_else(|| super::float::float(raw), |n| n as f64)
}

/// Digits with or without a minus; `-0` is a float's.
pub(super) fn whole(raw: &str) -> Option<i64> {
    let (digits, negative) = match raw.strip_prefix('-') {
        Some(digits) => (digits, true),
        None => (raw, false),
    };
    if digits.is_empty() || digits.len() > DIGITS {
        return None;
    }
    let mut n = 0_i64;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        n = n * 10 + i64::from(byte - b'0');
    }
    match (negative, n) {
        (false, _) => Some(n),
        (true, 0) => None,
        (true, _) => Some(-n),
    }
}

/// A string without its quotes, escapes replaced by what they stand for.
pub(super) fn unescaped(raw: &str) -> Cow<'_, str> {
    let inner = raw.strip_prefix('"').and_then(|r| r.strip_suffix('"')).unwrap_or(raw);
    if !inner.contains('\\') {
        return Cow::Borrowed(inner);
    }
    let mut out = String::with_capacity(inner.len());
    let mut rest = inner;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let (said, length) = escaped(escape);
        out.push(said);
        rest = escape.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// What stands behind a backslash, and how many bytes say it.
fn escaped(escape: &str) -> (char, usize) {
    let said = match escape.as_bytes().first() {
        Some(b'u') => return unit(escape),
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'/') => '/',
        Some(b'"') => '"',
        _ => '\\',
    };
    (said, 1)
}

/// `uXXXX`, or the pair `uXXXX\uXXXX` where one UTF-16 unit is only half a character.
fn unit(escape: &str) -> (char, usize) {
    let hex = |at: usize| u32::from_str_radix(escape.get(at..at + 4)?, 16).ok();
    let high = hex(1).unwrap_or_default();
    match (char::from_u32(high), hex(7)) {
        (Some(said), _) => (said, 5),
        (None, Some(low)) => {
            let said = 0x1_0000 + ((high & 0x3FF) << 10) + (low & 0x3FF);
            (char::from_u32(said).unwrap_or(char::REPLACEMENT_CHARACTER), 11)
        }
        (None, None) => (char::REPLACEMENT_CHARACTER, 5),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_the_nearest_float() {
        for raw in ["0", "12", "-7", "999999999999999999", "9007199254740993", "123456789012345678901", "0.1"]
        {
            let expected: f64 = raw.parse().unwrap();
            assert_eq!(float(raw).to_bits(), expected.to_bits(), "{raw}");
        }
        assert_eq!(float("-0").to_bits(), (-0.0_f64).to_bits());
        assert_eq!(float("1e400"), f64::INFINITY);
    }

    #[test]
    fn whole_numbers_have_no_fraction() {
        assert_eq!(whole("-12"), Some(-12));
        assert_eq!(whole("999999999999999999"), Some(999_999_999_999_999_999));
        for raw in ["1000000000000000000", "1.0", "1e3", "-0", "-", ""] {
            assert_eq!(whole(raw), None, "{raw}");
        }
    }

    #[test]
    fn escapes_are_replaced() {
        assert_eq!(unescaped(r#""a\n\"\\\/å""#), "a\n\"\\/å");
        assert_eq!(unescaped(r#""\u00e5\uD83D\uDE00!""#), "å😀!");
        assert!(matches!(unescaped("\"plain\""), Cow::Borrowed("plain")));
    }
}
