//! The colours themselves. Every colour of the product is written here and nowhere else;
//! `www/tokens.css` repeats them for the page, and a test compares the two.
//!
//! Scales were drawn in OKLCH: the sequential one is petrol, hue 200° to 228°, in equal steps of
//! lightness; the diverging one runs from ochre over warm grey to petrol blue, a pair that every
//! kind of colour vision keeps apart. Selection colours were searched for the largest smallest
//! distance under normal vision and three colour-vision types.

use super::{
    Color,
    theme::{Mode, Theme},
};

/// Pure black.
pub(super) const BLACK: Color = Color::of(0x00_0000);
/// Pure white.
pub(super) const WHITE: Color = Color::of(0xff_ffff);

/// Ink on warm paper.
pub(super) static LIGHT: Theme = Theme {
    mode: Mode::Light,
    paper: Color::of(0xfb_faf8),
    panel: WHITE,
    ink: Color::of(0x1c_1f23),
    muted: Color::of(0x5b_6068),
    hairline: Color::of(0xde_dad3),
    other: Color::of(0xb9_b5ad),
    county: Color::of(0x23_282d),
    nation: Color::of(0x6f_747a),
    selected: colors([0xbe_701f, 0x05_4496, 0x76_61ad, 0x22_9d8b, 0x98_4562, 0x55_3e02]),
    pair: colors([0x6b_3f98, 0x2a_9d8b]),
    accent: Color::of(0x0f_5c6e),
    focus: Color::of(0x0f_5c6e),
    good: Color::of(0x00_766c),
    bad: Color::of(0xb4_540a),
    event: Color::of(0xf0_ede7),
    hatch: Color::of(0x9a_968e),
    hatch_ground: Color::of(0xf3_f1ed),
    border: Color::of(0xfb_faf8),
    neutral: Color::of(0xe2_ddd5),
    sequential: colors(PETROL),
    below: colors(OCHRE),
    above: colors(BLUE),
};

/// Light ink on a dark ground; scales are mirrored, so that high stands out.
pub(super) static DARK: Theme = Theme {
    mode: Mode::Dark,
    paper: Color::of(0x14_171a),
    panel: Color::of(0x1c_2024),
    ink: Color::of(0xe9_e6e1),
    muted: Color::of(0xa3_a7ab),
    hairline: Color::of(0x33_383d),
    other: Color::of(0x5a_6066),
    county: Color::of(0xf2_efea),
    nation: Color::of(0x8f_959a),
    selected: colors([0xff_b87d, 0x99_c7fe, 0x7a_61b8, 0x20_a9a9, 0xb2_5453, 0xbc_931d]),
    pair: colors([0xc9_b2f2, 0x25_9c8a]),
    accent: Color::of(0x62_b8c9),
    focus: Color::of(0x62_b8c9),
    good: Color::of(0x4f_c0b0),
    bad: Color::of(0xf0_954a),
    event: Color::of(0x22_272b),
    hatch: Color::of(0x6d_7379),
    hatch_ground: Color::of(0x1f_2327),
    border: Color::of(0x14_171a),
    neutral: Color::of(0x3c_3d3c),
    sequential: colors([
        0x1b_3b49, 0x23_5161, 0x2b_6879, 0x32_7f91, 0x3a_98a9, 0x55_b0bd, 0x79_c7ce, 0x9c_dde0, 0xbe_f4f3,
    ]),
    below: colors([0x6e_5c40, 0x9c_7d51, 0xcc_a166, 0xfe_c57e]),
    above: colors([0x46_6470, 0x5b_8b9d, 0x72_b4cc, 0x8c_dffb]),
};

/// Black on white; the scales keep their order on a printer without colours.
pub(super) static PRINT: Theme = Theme {
    mode: Mode::Print,
    paper: WHITE,
    panel: WHITE,
    ink: BLACK,
    muted: Color::of(0x4a_4e54),
    hairline: Color::of(0xcf_cfcf),
    other: Color::of(0xb0_b0b0),
    county: BLACK,
    nation: Color::of(0x6a_6a6a),
    selected: colors([0xbe_701f, 0x05_4496, 0x76_61ad, 0x22_9d8b, 0x98_4562, 0x55_3e02]),
    pair: colors([0x6b_3f98, 0x2a_9d8b]),
    accent: Color::of(0x0b_4a59),
    focus: Color::of(0x0b_4a59),
    good: Color::of(0x00_665d),
    bad: Color::of(0x9e_4a06),
    event: Color::of(0xee_eeee),
    hatch: Color::of(0x80_8080),
    hatch_ground: WHITE,
    border: WHITE,
    neutral: Color::of(0xdf_dcd6),
    sequential: colors(PETROL),
    below: colors(OCHRE),
    above: colors(BLUE),
};

/// Black on white, nothing pale.
pub(super) static CONTRAST: Theme = Theme {
    mode: Mode::Contrast,
    paper: WHITE,
    panel: WHITE,
    ink: BLACK,
    muted: Color::of(0x33_3333),
    hairline: Color::of(0x76_7676),
    other: Color::of(0x8a_8a8a),
    county: BLACK,
    nation: Color::of(0x4d_4d4d),
    selected: colors([0xbe_701f, 0x05_4496, 0x76_61ad, 0x22_9d8b, 0x98_4562, 0x55_3e02]),
    pair: colors([0x4b_2278, 0x1f_8475]),
    accent: Color::of(0x00_3f4f),
    focus: BLACK,
    good: Color::of(0x00_5249),
    bad: Color::of(0x8a_3c00),
    event: Color::of(0xe2_e2e2),
    hatch: Color::of(0x4d_4d4d),
    hatch_ground: WHITE,
    border: BLACK,
    neutral: Color::of(0xd6_d3cd),
    sequential: colors([
        0xb6_e1e3, 0x91_c8ce, 0x6c_b0b9, 0x45_97a6, 0x09_7f93, 0x00_6579, 0x02_4c5e, 0x02_3443, 0x01_1e2a,
    ]),
    below: colors(OCHRE),
    above: colors(BLUE),
};

const PETROL: [u32; 9] =
    [0xc6_e7e9, 0xa4_d1d5, 0x83_bbc3, 0x61_a5b1, 0x3c_8ea0, 0x24_778b, 0x1a_6073, 0x10_495c, 0x06_3445];
const OCHRE: [u32; 4] = [0xc9_b496, 0xad_8b63, 0x91_6432, 0x71_3f03];
const BLUE: [u32; 4] = [0x97_b9c3, 0x62_91a2, 0x30_6983, 0x01_4260];

#[expect(clippy::indexing_slicing, reason = "evaluated at compile time; the loop stops at N")]
const fn colors<const N: usize>(hex: [u32; N]) -> [Color; N] {
    let mut out = [BLACK; N];
    let mut i = 0;
    while i < N {
        out[i] = Color::of(hex[i]);
        i += 1;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::color::{Vision, simulate};

    const GRAPHIC: f64 = 3.0;
    const TEXT: f64 = 4.5;

    fn themes() -> impl Iterator<Item = &'static Theme> {
        Mode::ALL.into_iter().map(Theme::of)
    }

    /// The smallest distance between any two, under normal vision and the three types.
    fn closest(colors: &[Color]) -> f64 {
        let seen = |how: Option<Vision>| -> Vec<Color> {
            colors.iter().map(|&c| how.map_or(c, |vision| simulate(vision, c))).collect()
        };
        let mut least = f64::INFINITY;
        for how in [None, Some(Vision::Protan), Some(Vision::Deutan), Some(Vision::Tritan)] {
            let seen = seen(how);
            for (i, a) in seen.iter().enumerate() {
                least = seen.iter().skip(i + 1).map(|b| a.distance(*b)).fold(least, f64::min);
            }
        }
        least
    }

    #[test]
    fn everything_can_be_seen_and_read() {
        for t in themes() {
            for ground in [t.paper, t.panel] {
                let at_least = |name: &str, color: Color, ratio: f64| {
                    let have = color.contrast(ground);
                    assert!(have >= ratio, "{:?} {name} {}: {have:.2} < {ratio}", t.mode, color.hex());
                };
                at_least("ink", t.ink, 7.0);
                at_least("county", t.county, 7.0);
                for (name, color) in
                    [("muted", t.muted), ("accent", t.accent), ("good", t.good), ("bad", t.bad)]
                {
                    at_least(name, color, TEXT);
                }
                at_least("nation", t.nation, GRAPHIC);
                at_least("focus", t.focus, GRAPHIC);
                t.selected.iter().for_each(|&c| at_least("selected", c, GRAPHIC));
                t.pair.iter().for_each(|&c| at_least("pair", c, GRAPHIC));
                at_least("other", t.other, 1.6);
                assert!(
                    t.other.contrast(ground) < t.nation.contrast(ground),
                    "{:?}: one thing is strong",
                    t.mode
                );
            }
            for n in 1..=9 {
                for color in t.sequential(n) {
                    assert!(color.contrast(t.paper) >= 1.25, "{:?} {}", t.mode, color.hex());
                }
            }
            assert!(t.hatch.contrast(t.hatch_ground) >= 2.0, "{:?} hatch", t.mode);
            assert!(t.ink.contrast(t.event) >= 7.0, "{:?} event", t.mode);
        }
    }

    #[test]
    fn the_palette_rules_of_the_page_hold() {
        assert_eq!((LIGHT.paper.hex().as_str(), LIGHT.ink.hex().as_str()), ("#fbfaf8", "#1c1f23"));
        assert_eq!((DARK.paper.hex().as_str(), DARK.ink.hex().as_str()), ("#14171a", "#e9e6e1"));
    }

    #[test]
    fn every_colour_vision_tells_them_apart() {
        for t in themes() {
            let mut lines = t.selected.to_vec();
            lines.push(t.county);
            assert!(closest(&lines) >= 0.1, "{:?} selected: {:.3}", t.mode, closest(&lines));
            assert!(
                closest(&[t.good, t.bad]) >= 0.08,
                "{:?} good, bad: {:.3}",
                t.mode,
                closest(&[t.good, t.bad])
            );
            assert!(closest(&t.pair) >= 0.15, "{:?} pair: {:.3}", t.mode, closest(&t.pair));
            for n in 2..=7 {
                assert!(closest(&t.sequential(n)) >= 0.06, "{:?} sequential {n}", t.mode);
            }
            for n in 2..=7 {
                let classes = t.diverging(n / 2, n - n / 2);
                assert_eq!(classes.len(), n);
                assert!(closest(&classes) >= 0.05, "{:?} diverging {n}: {:.3}", t.mode, closest(&classes));
            }
        }
    }

    #[test]
    fn greyscale_keeps_the_order() {
        for t in themes() {
            let sign = if t.mode == Mode::Dark { 1.0 } else { -1.0 };
            let grows =
                |colors: &[Color]| colors.is_sorted_by(|a, b| sign * a.lightness() < sign * b.lightness());
            for n in 2..=9 {
                assert!(grows(&t.sequential(n)), "{:?} {n}", t.mode);
            }
            let from_the_middle = |way: f64| -> Vec<Color> {
                (0..=20).map(|i| t.ramp_diverging(way * f64::from(i) / 20.0)).collect()
            };
            assert!(grows(&from_the_middle(1.0)) && grows(&from_the_middle(-1.0)), "{:?} diverging", t.mode);
            let [first, second] = t.pair;
            assert!((first.lightness() - second.lightness()).abs() >= 0.15, "{:?} pair", t.mode);
        }
    }

    #[test]
    fn text_can_be_read_on_every_fill() {
        for t in themes() {
            let fills = t.sequential(9).into_iter().chain(t.diverging(4, 4)).chain(t.selected).chain(t.pair);
            for fill in fills.chain([t.county, t.nation, t.good, t.bad, t.accent, t.neutral]) {
                assert!(t.text_on(fill).contrast(fill) >= TEXT, "{:?} {}", t.mode, fill.hex());
            }
        }
    }

    #[test]
    fn scales_have_as_many_classes_as_asked() {
        let t = Theme::of(Mode::Light);
        assert_eq!(t.sequential(0), []);
        assert_eq!(t.sequential(1).len(), 1);
        assert_eq!(t.diverging(0, 0), []);
        for (below, above) in [(0, 1), (1, 0), (0, 4), (1, 3), (3, 2), (4, 4)] {
            assert_eq!(t.diverging(below, above).len(), below + above, "{below} {above}");
        }
        assert_eq!(t.diverging(2, 3).get(2), Some(&t.neutral));
        let (one, four) = (t.diverging(1, 3), t.diverging(3, 3));
        assert_eq!(one.first(), four.get(2), "equal steps are equally strong");
        assert_eq!(t.ramp(f64::NAN), t.ramp(0.0));
    }
}
