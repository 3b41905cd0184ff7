//! Values as a reader sees them: whole steps of the last decimal shown.

use crate::base::num;

/// How many steps of the last decimal one whole is: 10 to the power `decimals` (at most 9).
pub fn scale(decimals: u8) -> f64 {
    (0..decimals.min(9)).fold(1.0, |scale, _| scale * 10.0)
}

/// The value in steps of the last decimal shown, rounded half away from zero: 12.34 with one
/// decimal is 123. Never negative zero.
pub fn steps(value: f64, decimals: u8) -> f64 {
    num::round(value * scale(decimals)) + 0.0
}

/// Half a step of the last decimal shown: differences below it are not differences.
pub fn half_step(decimals: u8) -> f64 {
    0.5 / scale(decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_counted_in_shown_steps() {
        assert_eq!(steps(12.34, 1), 123.0);
        assert_eq!(steps(12.35, 0), 12.0);
        assert!(steps(-0.01, 1).is_sign_positive());
        assert_eq!(half_step(1), 0.05);
    }
}
