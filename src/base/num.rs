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

/// Cube root of a number that is not negative.
pub fn cbrt(x: f64) -> f64 {
    pow(x, 1.0 / 3.0)
}

/// Natural logarithm.
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// Logarithm to base ten.
pub fn log10(x: f64) -> f64 {
    libm::log10(x)
}

/// `e` to the power `x`.
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// `x` to the power `y`.
pub fn pow(x: f64, y: f64) -> f64 {
    libm::pow(x, y)
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
