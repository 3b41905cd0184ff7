//! OKLab, a space where equal distances look equally different.
//!
//! Björn Ottosson (2020), “A perceptual color space for image processing”:
//! `lms = M₁·rgb` (linear light), `lab = M₂·∛lms`, and back. Coefficients are his, of 2021-01-25.

use crate::base::num;

/// Lightness 0–1, green–red, blue–yellow.
type Lab = [f64; 3];

/// From linear-light sRGB.
pub(super) fn from_linear([r, g, b]: [f64; 3]) -> Lab {
    let cube_root = |x| num::power(x, 1, 3);
    let l = cube_root(0.412_221_470_8 * r + 0.536_332_536_3 * g + 0.051_445_992_9 * b);
    let m = cube_root(0.211_903_498_2 * r + 0.680_699_545_1 * g + 0.107_396_956_6 * b);
    let s = cube_root(0.088_302_461_9 * r + 0.281_718_837_6 * g + 0.629_978_700_5 * b);
    [
        0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
        1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s,
        0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s,
    ]
}

/// To linear-light sRGB; outside 0–1 where a screen cannot show the colour.
pub(super) fn to_linear([lightness, a, b]: Lab) -> [f64; 3] {
    let cube = |x: f64| x * x * x;
    let l = cube(lightness + 0.396_337_777_4 * a + 0.215_803_757_3 * b);
    let m = cube(lightness - 0.105_561_345_8 * a - 0.063_854_172_8 * b);
    let s = cube(lightness - 0.089_484_177_5 * a - 1.291_485_548_0 * b);
    [
        4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
        -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
        -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
    ]
}

/// Euclidean distance.
pub(super) fn distance([l1, a1, b1]: Lab, [l2, a2, b2]: Lab) -> f64 {
    num::hypot(num::hypot(l1 - l2, a1 - a2), b1 - b2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_and_back() {
        let [l, a, b] = from_linear([1.0, 1.0, 1.0]);
        assert!((l - 1.0).abs() < 1e-6 && a.abs() < 1e-6 && b.abs() < 1e-6);
        let there = [0.2, 0.5, 0.7];
        let back = to_linear(from_linear(there));
        assert!(there.iter().zip(back).all(|(x, y)| (x - y).abs() < 1e-6), "{back:?}");
    }
}
