//! Which colour plays which part, in light, in dark, on paper and with high contrast.

use super::{Color, palette};

/// Where the picture is seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// Ink on warm paper.
    #[default]
    Light,
    /// Light ink on a dark ground.
    Dark,
    /// Black on white.
    Print,
    /// For readers who ask for high contrast or force their own colours: black on white,
    /// nothing pale.
    Contrast,
}

impl Mode {
    /// All modes.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::Print, Self::Contrast];
}

/// The colours of one mode. Tests prove the contrasts named here.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Which mode it is.
    pub mode: Mode,
    /// The page.
    pub paper: Color,
    /// Surfaces that stand out from the page.
    pub panel: Color,
    /// Text.
    pub ink: Color,
    /// Quiet text: at least 4.5:1 on paper and panel.
    pub muted: Color,
    /// Lines that structure: grid, rules.
    pub hairline: Color,
    /// Areas that are not in focus, as lines or dots: at least 1.6:1 on paper and panel.
    pub other: Color,
    /// The county: dark and solid.
    pub county: Color,
    /// The nation: mid-grey, dashed.
    pub nation: Color,
    /// Selected areas, in the order they are selected: at least 3:1 on paper and panel, and told
    /// apart under every colour vision.
    pub selected: [Color; 6],
    /// Two groups side by side (women and men): at least 3:1, told apart also in greyscale.
    pub pair: [Color; 2],
    /// Controls and links: at least 4.5:1.
    pub accent: Color,
    /// The focus ring: at least 3:1.
    pub focus: Color,
    /// The desired way; always with ▲▼ and words. At least 4.5:1.
    pub good: Color,
    /// The other way; always with ▲▼ and words. At least 4.5:1.
    pub bad: Color,
    /// Band behind a span of time.
    pub event: Color,
    /// Lines and dots that mean “no value”.
    pub hatch: Color,
    /// What they lie on.
    pub hatch_ground: Color,
    /// Borders between areas on the map.
    pub border: Color,
    /// The middle of a diverging scale.
    pub neutral: Color,
    /// One hue from low to high, lightness monotone.
    pub(super) sequential: [Color; 9],
    /// From near the middle to far below it.
    pub(super) below: [Color; 4],
    /// From near the middle to far above it.
    pub(super) above: [Color; 4],
}

impl Theme {
    /// The colours of this mode.
    pub fn of(mode: Mode) -> &'static Self {
        match mode {
            Mode::Light => &palette::LIGHT,
            Mode::Dark => &palette::DARK,
            Mode::Print => &palette::PRINT,
            Mode::Contrast => &palette::CONTRAST,
        }
    }

    /// `n` classes from low to high. One class is the middle of the scale.
    pub fn sequential(&self, n: usize) -> Vec<Color> {
        (0..n).map(|i| self.ramp(if n == 1 { 0.5 } else { i as f64 / (n - 1) as f64 })).collect()
    }

    /// Classes around a middle value, lowest first: `below` of one hue, `above` of the other.
    /// The same number of steps from the middle is equally strong on both sides. When the total
    /// is odd and the sides differ by one, as `diverging(n / 2, n - n / 2)` asks, the class in the
    /// middle is neutral.
    pub fn diverging(&self, below: usize, above: usize) -> Vec<Color> {
        let with_middle = below.abs_diff(above) == 1 && below + above > 1;
        let arm = below.min(above) + if with_middle { 0 } else { below.abs_diff(above) };
        let step = |i: usize| {
            if arm <= 1 { 0.7 } else { 0.3 + 0.7 * (i - 1) as f64 / (arm - 1) as f64 }
        };
        let low = if with_middle { arm } else { below };
        let high = if with_middle { arm } else { above };
        let mut colors: Vec<Color> = (1..=low).rev().map(|i| self.ramp_diverging(-step(i))).collect();
        colors.extend(with_middle.then_some(self.neutral));
        colors.extend((1..=high).map(|i| self.ramp_diverging(step(i))));
        colors
    }

    /// The stepless scale at `t`, 0 (low) to 1 (high), clamped.
    pub fn ramp(&self, t: f64) -> Color {
        along(&self.sequential, t)
    }

    /// The stepless diverging scale at `t`, −1 (far below) to 1 (far above), clamped; 0 is neutral.
    pub fn ramp_diverging(&self, t: f64) -> Color {
        let [a, b, c, d] = if t < 0.0 { self.below } else { self.above };
        along(&[self.neutral, a, b, c, d], t.abs())
    }

    /// The colour for text on this fill, at least 4.5:1: ink or paper where they suffice,
    /// else black or white.
    pub fn text_on(&self, fill: Color) -> Color {
        let best = |a: Color, b: Color| if a.contrast(fill) >= b.contrast(fill) { a } else { b };
        let quiet = best(self.ink, self.paper);
        if quiet.contrast(fill) >= 4.5 { quiet } else { best(palette::BLACK, palette::WHITE) }
    }
}

/// The colour at the share `t` of the way along `stops`, which are equally far apart.
fn along(stops: &[Color], t: f64) -> Color {
    let position = if t.is_nan() { 0.0 } else { crate::base::num::clamp(t, 0.0, 1.0) }
        * stops.len().saturating_sub(1) as f64;
    let at = crate::base::num::floor(position);
    match (stops.get(at as usize), stops.get(at as usize + 1)) {
        (Some(&a), Some(&b)) => Color::mix(a, b, position - at),
        (Some(&a), None) => a,
        (None, _) => palette::BLACK,
    }
}
