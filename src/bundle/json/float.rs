//! The float nearest to a decimal number, ties to the even one.
//!
//! The standard library does the same faster, by tables that alone are 11 kB of the compressed wasm.
//! Nearly all numbers of statistics take the short way here: few digits, a small power of ten, and
//! one division that is exact but for its rounding (Clinger 1990). The rest is guessed and then
//! corrected by comparing whole numbers of any length, so the result is the same for every text.

use std::cmp::Ordering;

use crate::base::num::ten_to;

/// Digits that decide: beyond these only whether anything follows matters (a float that lies
/// between two has at most 767 significant digits).
const DECISIVE: usize = 780;

/// Powers of ten that are floats.
const TENS: [f64; 23] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
    1e19, 1e20, 1e21, 1e22,
];

/// The float nearest to a JSON number; infinite where it is too large, NaN where it is no number.
pub(super) fn float(raw: &str) -> f64 {
    let (text, negative) = match raw.strip_prefix('-') {
        Some(text) => (text, true),
        None => (raw, false),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let Some(exponent) = power(exponent) else { return f64::NAN };
    let mut digits = Vec::new();
    let mut scale = exponent;
    let mut rest = false;
    for (place, byte) in whole.bytes().chain(fraction.bytes()).enumerate() {
        if !byte.is_ascii_digit() {
            return f64::NAN;
        }
        let after_point = place >= whole.len();
        if digits.len() < DECISIVE {
            if byte != b'0' || !digits.is_empty() {
                digits.push(byte - b'0');
            }
            scale -= i64::from(after_point);
        } else {
            rest |= byte != b'0';
            scale += i64::from(!after_point);
        }
    }
    if whole.is_empty() {
        return f64::NAN;
    }
    if rest {
        digits.push(1);
        scale -= 1;
    }
    let value = nearest(&digits, scale);
    if negative { -value } else { value }
}

/// An exponent, held to where every number is zero or infinite anyway.
fn power(text: &str) -> Option<i64> {
    let (digits, negative) = match text.as_bytes().first()? {
        b'-' => (text.get(1..)?, true),
        b'+' => (text.get(1..)?, false),
        _ => (text, false),
    };
    let mut n = 0_i64;
    for byte in digits.bytes() {
        if !byte.is_ascii_digit() {
            return None;
        }
        n = (n * 10 + i64::from(byte - b'0')).min(1_000_000_000);
    }
    (!digits.is_empty()).then_some(if negative { -n } else { n })
}

/// The float nearest to the whole number of these digits, without leading zeros, times 10^scale.
fn nearest(digits: &[u8], scale: i64) -> f64 {
    let size = digits.len() as i64 + scale;
    if digits.is_empty() || size < -330 {
        return 0.0;
    }
    if size > 310 {
        return f64::INFINITY;
    }
    let mut head = 0_u64;
    let mut taken = 0_i64;
    for &digit in digits.iter().take(18) {
        head = head * 10 + u64::from(digit);
        taken += 1;
    }
    let behind = scale + digits.len() as i64 - taken;
    #[expect(clippy::cast_precision_loss, reason = "exact below 2^53, and only a guess above")]
    let guess = head as f64;
    let ten = usize::try_from(behind.abs()).ok().and_then(|n| TENS.get(n));
    if let Some(&ten) = ten.filter(|_| head < 1 << 53 && taken == digits.len() as i64) {
        return if behind < 0 { guess / ten } else { guess * ten };
    }
    // In two steps, so that neither is out of range before the other.
    let half = behind / 2;
    let ten = |n: i64| i32::try_from(n).map_or(1.0, ten_to);
    let guess = guess * ten(half) * ten(behind - half);
    corrected(digits, scale, guess.min(f64::MAX))
}

/// Walks from a guess to the float nearest to the decimal.
fn corrected(digits: &[u8], scale: i64, guess: f64) -> f64 {
    let mut bits = guess.to_bits();
    // Never left by a sound guess, which is a few steps away at most.
    for _ in 0..4096 {
        let even = bits & 1 == 0;
        match against_middle(digits, scale, bits, bits + 1) {
            Ordering::Greater => bits += 1,
            Ordering::Equal if !even => return f64::from_bits(bits + 1),
            _ if bits == 0 => break,
            _ => match against_middle(digits, scale, bits - 1, bits) {
                Ordering::Less => bits -= 1,
                Ordering::Equal if !even => return f64::from_bits(bits - 1),
                _ => break,
            },
        }
        if !f64::from_bits(bits).is_finite() {
            break;
        }
    }
    f64::from_bits(bits)
}

/// The decimal compared with what lies half way between two neighbouring floats.
fn against_middle(digits: &[u8], scale: i64, low: u64, high: u64) -> Ordering {
    let ((m, e), (n, f)) = (parts(low), parts(high));
    let common = e.min(f);
    // Half the sum, at one power of two less.
    let middle = (m << (e - common)) + (n << (f - common));
    let common = common - 1;
    let (mut left, mut right) = (Big::of_digits(digits), Big::of(middle));
    left.times_power_of_ten(scale.max(0));
    right.times_power_of_ten((-scale).max(0));
    left.shift((-common).max(0));
    right.shift(common.max(0));
    left.cmp(&right)
}

/// A float as a whole number times a power of two; what follows the largest counts as its successor.
fn parts(bits: u64) -> (u64, i64) {
    let exponent = (bits >> 52) as i64;
    let fraction = bits & ((1 << 52) - 1);
    if exponent == 0 { (fraction, -1074) } else { (fraction | 1 << 52, exponent - 1075) }
}

/// A whole number of any length, lowest limb first, without leading zeros.
struct Big(Vec<u32>);

impl Big {
    fn of(value: u64) -> Self {
        let mut big = Self(vec![value as u32, (value >> 32) as u32]);
        big.trim();
        big
    }

    fn of_digits(digits: &[u8]) -> Self {
        let mut big = Self(Vec::new());
        for &digit in digits {
            big.times(10, u32::from(digit));
        }
        big
    }

    fn trim(&mut self) {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
    }

    /// Times a factor plus a number.
    fn times(&mut self, factor: u32, plus: u32) {
        let mut carry = u64::from(plus);
        for limb in &mut self.0 {
            carry += u64::from(*limb) * u64::from(factor);
            *limb = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn times_power_of_ten(&mut self, mut power: i64) {
        while power > 0 {
            let step = power.min(9);
            self.times(10_u32.pow(step as u32), 0);
            power -= step;
        }
    }

    fn shift(&mut self, bits: i64) {
        if self.0.is_empty() {
            return;
        }
        self.times(1 << (bits % 32), 0);
        let limbs = usize::try_from(bits / 32).unwrap_or_default();
        self.0.splice(0..0, std::iter::repeat_n(0, limbs));
    }

    fn cmp(&self, other: &Self) -> Ordering {
        self.0.len().cmp(&other.0.len()).then_with(|| self.0.iter().rev().cmp(other.0.iter().rev()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(text: &str) {
        let expected: f64 = text.parse().unwrap();
        assert_eq!(float(text).to_bits(), expected.to_bits(), "{text}: {} not {expected}", float(text));
    }

    #[test]
    fn the_known_hard_cases() {
        for text in [
            "0",
            "-0",
            "0.0",
            "1",
            "0.1",
            "0.3",
            "1e22",
            "1e23",
            "9007199254740993",
            "9007199254740992.5",
            "123456789012345678901234567890",
            "8.98846567431158e307",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e309",
            "1e400",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1e-400",
            "5e-324",
            "6.631236846766476e-316",
            "3.4e0002",
            "0.000000000000000000000000000000000000000001234567890123456789",
            "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880",
        ] {
            same(text);
        }
        // Half way between two floats, and a hair above, hundreds of digits away.
        let half = "1.00000000000000011102230246251565404236316680908203125";
        same(half);
        same(&format!("{half}{}1", "0".repeat(900)));
        same(&format!("{}e-900", "7".repeat(900)));
    }

    #[test]
    fn random_floats_read_back() {
        let mut state = 0x9E37_79B9_7F4A_7C15_u64;
        for _ in 0..20_000 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            let value = f64::from_bits(state);
            if value.is_finite() {
                same(&format!("{value:e}"));
                same(&format!("{:e}", value * 0.3));
                same(&format!("{:.17}", value % 1000.0));
            }
        }
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "-", "x", "1x", ".5", "1e", "1e+", "--1"] {
            assert!(float(text).is_nan(), "{text}");
        }
    }
}
