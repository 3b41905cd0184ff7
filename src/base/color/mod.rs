//! The only colour literals, palettes, contrast and colour-vision arithmetic.

mod oklab;
mod palette;
mod theme;
mod vision;

pub use theme::{Mode, Theme};
pub use vision::{Vision, simulate};

use super::num;

/// An sRGB colour, opaque.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red, 0–255.
    pub r: u8,
    /// Green, 0–255.
    pub g: u8,
    /// Blue, 0–255.
    pub b: u8,
}

impl Color {
    /// The colour `0xrrggbb`; private, so that literals stay in this module.
    const fn of(hex: u32) -> Self {
        let [_, r, g, b] = hex.to_be_bytes();
        Self { r, g, b }
    }

    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.r, self.g, self.b)
    }

    /// Relative luminance, 0–1, as WCAG 2.2 defines it.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.linear();
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// Contrast ratio of two colours, 1–21, as WCAG 2.2 defines it; the order does not matter.
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// How different two colours look: Euclidean distance in OKLab. 0.02 is just noticeable,
    /// black and white are 1 apart.
    pub fn distance(self, other: Self) -> f64 {
        oklab::distance(oklab::from_linear(self.linear()), oklab::from_linear(other.linear()))
    }

    /// Perceived lightness, 0–1: the L of OKLab. What remains in greyscale.
    pub fn lightness(self) -> f64 {
        let [lightness, _, _] = oklab::from_linear(self.linear());
        lightness
    }

    /// The colour the share `t` (0–1, clamped) of the way from `a` to `b`, straight through OKLab.
    pub fn mix(a: Self, b: Self, t: f64) -> Self {
        let t = num::clamp(t, 0.0, 1.0);
        let ([l1, a1, b1], [l2, a2, b2]) = (oklab::from_linear(a.linear()), oklab::from_linear(b.linear()));
        let between = |from: f64, to: f64| from + (to - from) * t;
        Self::from_linear(oklab::to_linear([between(l1, l2), between(a1, a2), between(b1, b2)]))
    }

    /// Linear-light red, green and blue, 0–1 (IEC 61966-2-1).
    fn linear(self) -> [f64; 3] {
        [self.r, self.g, self.b].map(|channel| {
            let u = f64::from(channel) / 255.0;
            if u <= 0.040_45 { u / 12.92 } else { num::power((u + 0.055) / 1.055, 12, 5) }
        })
    }

    /// The inverse of [`Color::linear`], clamped to what a screen can show.
    fn from_linear(rgb: [f64; 3]) -> Self {
        let [r, g, b] = rgb.map(|v| {
            let v = num::clamp(v, 0.0, 1.0);
            let u = if v <= 0.003_130_8 { v * 12.92 } else { 1.055 * num::power(v, 5, 12) - 0.055 };
            num::round(u * 255.0) as u8
        });
        Self { r, g, b }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hex_is_six_digits() {
        assert_eq!(Color { r: 0, g: 10, b: 255 }.hex(), "#000aff");
        assert_eq!(Color::of(0x00_0aff), Color { r: 0, g: 10, b: 255 });
    }

    #[test]
    fn contrast_as_wcag_says() {
        let (black, white) = (Color::of(0), Color::of(0xff_ffff));
        assert!((black.contrast(white) - 21.0).abs() < 1e-9);
        assert!((white.contrast(white) - 1.0).abs() < 1e-9);
        // #767676 is known as the lightest grey that passes 4.5:1 on white.
        assert!(Color::of(0x76_7676).contrast(white) >= 4.5);
        assert!(Color::of(0x77_7777).contrast(white) < 4.5);
    }

    #[test]
    fn mixing_keeps_its_ends_and_its_lightness_between() {
        let (a, b) = (Color::of(0x12_3456), Color::of(0xfe_dcba));
        assert_eq!(Color::mix(a, b, 0.0), a);
        assert_eq!(Color::mix(a, b, 1.0), b);
        assert_eq!(Color::mix(a, b, 7.0), b);
        let middle = Color::mix(a, b, 0.5);
        assert!((middle.lightness() - (a.lightness() + b.lightness()) / 2.0).abs() < 0.005);
    }
}
