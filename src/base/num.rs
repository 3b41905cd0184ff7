//! `Finite`, a float that is a number, and the only door to `libm`.
//!
//! Platform float functions differ in their last bits; these do not, so a golden picture
//! drawn natively is the picture the browser draws. Roots and rounding are exact by IEEE 754 on every
//! platform and instructions of WebAssembly, so they need no library.

use std::cmp::Ordering;

/// A float that is neither NaN nor infinite, and never negative zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Finite(f64);

impl Finite {
    /// Zero.
    pub const ZERO: Self = Self(0.0);

    /// The value, unless it is NaN or infinite; `-0.0` becomes `0.0`.
    pub fn new(value: f64) -> Option<Self> {
        value.is_finite().then_some(Self(value + 0.0))
    }

    /// The plain float.
    pub fn get(self) -> f64 {
        self.0
    }
}

impl Eq for Finite {}

impl PartialOrd for Finite {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Finite {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

/// Square root.
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// `x` to the power `n`.
fn whole_power(x: f64, n: u32) -> f64 {
    let (mut power, mut base, mut left) = (1.0, x, n);
    while left > 0 {
        if left & 1 == 1 {
            power *= base;
        }
        base *= base;
        left >>= 1;
    }
    power
}

/// Ten to the power `n`, exact as long as it or its inverse is a float.
pub fn ten_to(n: i32) -> f64 {
    let power = whole_power(10.0, n.unsigned_abs());
    if n < 0 { 1.0 / power } else { power }
}

/// The power of ten that is not above `x`; 0 of what has none: zero, less, and what is no number.
pub fn magnitude(x: f64) -> i32 {
    let mut n = 0;
    while n < 308 && ten_to(n + 1) <= x {
        n += 1;
    }
    while n > -307 && ten_to(n) > x && x > 0.0 {
        n -= 1;
    }
    n
}

/// `x`, not negative, to the power `p / q`: a root by Newton's method, which is a fifth of the code of a
/// power of any exponent. Exact but for the last bits.
pub fn power(x: f64, p: u32, q: u32) -> f64 {
    let x = whole_power(x, p);
    if x <= 0.0 || q == 0 {
        return 0.0;
    }
    // A float's bits grow as its logarithm does: divided by q they are near the root's.
    let one = 1.0_f64.to_bits();
    let mut root = f64::from_bits((x.to_bits() / u64::from(q)) + one - one / u64::from(q));
    let q_less = f64::from(q - 1);
    for _ in 0..7 {
        root = (q_less * root + x / whole_power(root, q - 1)) / f64::from(q);
    }
    root
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `e` to the power `x`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Sine of an angle in radians.
pub fn sin(x: f64) -> f64 {
    libm::sin(x)
}

/// Cosine of an angle in radians.
pub fn cos(x: f64) -> f64 {
    libm::cos(x)
}

/// Tangent of an angle in radians.
pub fn tan(x: f64) -> f64 {
    libm::tan(x)
}

/// Angle in radians of the vector (x, y) from the x axis.
pub fn atan2(y: f64, x: f64) -> f64 {
    libm::atan2(y, x)
}

/// Length of the vector (x, y); of screens and maps, so nothing near a float's limits.
pub fn hypot(x: f64, y: f64) -> f64 {
    sqrt(x * x + y * y)
}

/// Half away from zero.
pub fn round(x: f64) -> f64 {
    x.round()
}

/// Largest whole number not above.
pub fn floor(x: f64) -> f64 {
    x.floor()
}

/// Smallest whole number not below.
pub fn ceil(x: f64) -> f64 {
    x.ceil()
}

/// Not below `low`, not above `high`; unlike the standard library's it does not panic where these are the
/// wrong way round: `low` wins.
pub fn clamp(x: f64, low: f64, high: f64) -> f64 {
    if x < low {
        low
    } else if x > high {
        high.max(low)
    } else {
        x
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_get_in() {
        assert_eq!(Finite::new(f64::NAN), None);
        assert_eq!(Finite::new(f64::INFINITY), None);
        assert!(Finite::new(-0.0).unwrap().get().is_sign_positive());
    }

    #[test]
    fn powers_are_those_of_the_library() {
        for (p, q) in [(12, 5), (5, 12), (1, 3), (11, 5)] {
            for step in 0..=1000 {
                let x = f64::from(step) / 1000.0 * 1.2;
                let expected = libm::pow(x, f64::from(p) / f64::from(q));
                let found = power(x, p, q);
                assert!((found - expected).abs() <= expected * 1e-14, "{x}^({p}/{q}): {found} {expected}");
            }
        }
        assert_eq!((power(8.0, 1, 3), power(1.0, 5, 12), power(-1.0, 1, 3)), (2.0, 1.0, 0.0));
    }

    #[test]
    fn powers_of_ten_are_the_floats_nearest_to_them() {
        for n in -22..=22 {
            assert_eq!(ten_to(n), format!("1e{n}").parse::<f64>().unwrap());
        }
        for n in -300..=300 {
            let exact = format!("1e{n}").parse::<f64>().unwrap();
            assert!((ten_to(n) / exact - 1.0).abs() < 1e-13, "{n}");
        }
    }

    #[test]
    fn a_magnitude_is_of_what_is_above_zero() {
        for n in -20..=20 {
            let one = ten_to(n);
            assert_eq!((magnitude(one), magnitude(one * 9.9), magnitude(one * 0.99)), (n, n, n - 1));
        }
        for none in [0.0, -3.0, f64::NAN] {
            assert_eq!(magnitude(none), 0);
        }
        assert_eq!((magnitude(f64::INFINITY), magnitude(f64::MIN_POSITIVE)), (308, -307));
    }

    #[test]
    fn clamping_never_panics() {
        for (x, low, high, expected) in [
            (-1.0, 0.0, 1.0, 0.0),
            (0.5, 0.0, 1.0, 0.5),
            (2.0, 0.0, 1.0, 1.0),
            (2.0, 5.0, 1.0, 5.0),
            (9.0, 5.0, 1.0, 5.0),
        ] {
            assert_eq!(clamp(x, low, high), expected, "{x} in {low}..{high}");
        }
        assert!(clamp(f64::NAN, 0.0, 1.0).is_nan());
    }
}
