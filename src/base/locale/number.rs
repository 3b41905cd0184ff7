//! Numbers in digits, as `Intl.NumberFormat` writes them for sv-SE and en-GB.

use super::Locale;

const MINUS: char = '\u{2212}';

/// The number with exactly this many decimals: “−1 234,5” (no-break space, also in four digits)
/// or “−1,234.5”. Rounds half away from zero on the decimal the value is written as, so 1.005
/// becomes “1,01”. Never “−0”. What is not a number becomes “–”.
pub fn number(locale: Locale, value: f64, decimals: u8) -> String {
    written(locale, value, decimals, false)
}

/// The same with a plus sign where the rounded number is above zero: “+1,2”, “−1,2”, “0,0”.
pub fn signed(locale: Locale, value: f64, decimals: u8) -> String {
    written(locale, value, decimals, true)
}

fn written(locale: Locale, value: f64, decimals: u8, plus: bool) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let (whole, fraction) = rounded(value.abs(), usize::from(decimals));
    let zero = whole.iter().chain(&fraction).all(|&digit| digit == 0);
    let mut text = String::new();
    if value < 0.0 && !zero {
        text.push(MINUS);
    } else if plus && !zero {
        text.push('+');
    }
    let (group, point) = match locale {
        Locale::Sv => ('\u{a0}', ','),
        Locale::En => (',', '.'),
    };
    for (i, &digit) in whole.iter().enumerate() {
        if i > 0 && (whole.len() - i) % 3 == 0 {
            text.push(group);
        }
        text.push(char::from(b'0' + digit));
    }
    if !fraction.is_empty() {
        text.push(point);
        text.extend(fraction.iter().map(|&digit| char::from(b'0' + digit)));
    }
    text
}

/// Digits before and after the point, rounded half up on the shortest decimal that is this float.
fn rounded(value: f64, decimals: usize) -> (Vec<u8>, Vec<u8>) {
    // Display writes the shortest digits that read back as the same float, never an exponent.
    let text = value.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let digit = |b: u8| b.saturating_sub(b'0');
    let mut digits: Vec<u8> = whole
        .bytes()
        .chain(fraction.bytes().chain(std::iter::repeat(b'0')).take(decimals))
        .map(digit)
        .collect();
    if fraction.as_bytes().get(decimals).is_some_and(|&next| next >= b'5') {
        let mut carry = true;
        for digit in digits.iter_mut().rev() {
            if !carry {
                break;
            }
            carry = *digit == 9;
            *digit = if carry { 0 } else { *digit + 1 };
        }
        if carry {
            digits.insert(0, 1);
        }
    }
    let fraction = digits.split_off(digits.len().saturating_sub(decimals));
    (digits, fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Expected texts are what `Intl.NumberFormat` of V8 gives with `signDisplay: "negative"`.
    #[test]
    fn numbers_as_intl_writes_them() {
        for (value, decimals, sv, en) in [
            (0.0, 0, "0", "0"),
            (-0.04, 1, "0,0", "0.0"),
            (-0.05, 1, "−0,1", "−0.1"),
            (1.005, 2, "1,01", "1.01"),
            (8.345, 2, "8,35", "8.35"),
            (0.125, 2, "0,13", "0.13"),
            (2.5, 0, "3", "3"),
            (-2.5, 0, "−3", "−3"),
            (1.45, 1, "1,5", "1.5"),
            (9.96, 1, "10,0", "10.0"),
            (999.5, 0, "1\u{a0}000", "1,000"),
            (1234.0, 0, "1\u{a0}234", "1,234"),
            (-1_234_567.891, 2, "−1\u{a0}234\u{a0}567,89", "−1,234,567.89"),
            (1e-7, 3, "0,000", "0.000"),
            (1e21, 0, "1 000 000 000 000 000 000 000", "1,000,000,000,000,000,000,000"),
        ] {
            assert_eq!(number(Locale::Sv, value, decimals), sv.replace(' ', "\u{a0}"), "{value}");
            assert_eq!(number(Locale::En, value, decimals), en, "{value}");
        }
        assert_eq!(number(Locale::Sv, f64::NAN, 1), "–");
    }

    #[test]
    fn signs() {
        assert_eq!(signed(Locale::Sv, 1.2, 1), "+1,2");
        assert_eq!(signed(Locale::Sv, -1.2, 1), "−1,2");
        assert_eq!(signed(Locale::Sv, 0.04, 1), "0,0");
        assert_eq!(signed(Locale::Sv, -0.0, 1), "0,0");
        assert_eq!(signed(Locale::En, 1234.5, 0), "+1,235");
    }
}
