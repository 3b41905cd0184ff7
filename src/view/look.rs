//! How a picture is dressed: theme, text widths and language; and what a line or bar stands for.

use crate::analysis::shown::steps;
use crate::base::{
    color::{Color, Theme},
    geom::{Point, Rect},
    locale::{Locale, number},
    unit::UnitKind,
};

use super::{
    mark::{Circle, Dash, Fill, Mark, Path, RectMark, Stroke},
    measure::MeasureText,
};

/// Everything a picture depends on besides its content and its size.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// Colours.
    pub theme: &'static Theme,
    /// Widths of text on the surface it will be painted on.
    pub measure: &'a dyn MeasureText,
    /// Language of numbers.
    pub locale: Locale,
}

/// How values of an indicator are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Format {
    /// Decimals shown.
    pub decimals: u8,
    /// Whether values are shares.
    pub kind: UnitKind,
    /// The unit after a value: “kr”; may be empty. Shares are followed by `%` in any case.
    pub short: String,
}

impl Format {
    /// The value with its unit: “34,1 %”.
    pub fn value(&self, value: f64, locale: Locale) -> String {
        self.with_unit(self.bare(value, locale), locale)
    }

    /// The value alone: “34,1”.
    pub fn bare(&self, value: f64, locale: Locale) -> String {
        number(locale, value, self.decimals)
    }

    /// The value alone with its margin, where it has one: “34,1 ± 1,2”. A margin too small for the
    /// value's decimals has more of them.
    pub fn with_margin(&self, value: f64, margin: Option<f64>, locale: Locale) -> String {
        plus_minus(self.bare(value, locale), self.decimals, margin, locale)
    }

    /// A number already written, followed by the unit.
    pub fn with_unit(&self, written: String, locale: Locale) -> String {
        match (self.kind, locale) {
            (UnitKind::Percent, Locale::Sv) => format!("{written}\u{a0}%"),
            (UnitKind::Percent, Locale::En) => format!("{written}%"),
            (UnitKind::Number | UnitKind::Money | UnitKind::Amount, _) if self.short.is_empty() => written,
            (UnitKind::Number | UnitKind::Money | UnitKind::Amount, _) => {
                format!("{written}\u{a0}{}", self.short)
            }
        }
    }
}

/// A number already written, followed by its margin, where it has one.
pub(super) fn plus_minus(written: String, decimals: u8, margin: Option<f64>, locale: Locale) -> String {
    let Some(margin) = margin.filter(|m| *m > 0.0) else { return written };
    let decimals = (decimals..3).find(|d| steps(margin, *d) > 0.0).unwrap_or(3);
    format!("{written}\u{a0}±\u{a0}{}", number(locale, margin, decimals))
}

/// The edge a filled shape needs to be seen on paper: the pale end of a scale lies under 3:1.
pub fn edge(fill: Color, theme: &Theme) -> Option<Stroke> {
    (fill.contrast(theme.paper) < 3.0).then(|| Stroke::solid(theme.nation, 0.75))
}

/// What a line or bar stands for, and thereby how strong it is.
///
/// Selected areas differ by colour, dash and marker, so that one of the three is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// Not in focus.
    Other,
    /// Not in focus, but pointed at: in the colour of controls, so that it is not taken for the county.
    Pointed,
    /// The n-th selected area, 0–5; higher numbers begin again.
    Selected(usize),
    /// The county.
    County,
    /// The nation.
    Nation,
}

impl Role {
    /// What it is while it is pointed at.
    pub fn pointed(self) -> Self {
        if self == Self::Other { Self::Pointed } else { self }
    }

    /// Whether it stands out from the rest.
    pub fn is_emphasised(self) -> bool {
        self != Self::Other
    }

    /// Painting order: the strongest last.
    pub fn depth(self) -> u8 {
        match self {
            Self::Other => 0,
            Self::Nation => 1,
            Self::County => 2,
            Self::Selected(_) | Self::Pointed => 3,
        }
    }

    /// Its colour.
    pub fn color(self, theme: &Theme) -> Color {
        match self {
            Self::Other => theme.other,
            Self::Pointed => theme.accent,
            Self::Selected(n) => {
                theme.selected.get(n % theme.selected.len()).copied().unwrap_or(theme.accent)
            }
            Self::County => theme.county,
            Self::Nation => theme.nation,
        }
    }

    /// Colour of words about it: its own, taken towards ink until it reads at 4.5:1; the rest is
    /// spoken of in muted ink, never in its own light grey.
    pub fn text_color(self, theme: &Theme) -> Color {
        if self == Self::Other {
            return theme.muted;
        }
        let own = self.color(theme);
        let darker = (0..10).map(|step| Color::mix(own, theme.ink, f64::from(step) * 0.1));
        darker.into_iter().find(|c| c.contrast(theme.paper) >= 4.6).unwrap_or(theme.ink)
    }

    /// How its line is drawn.
    pub fn stroke(self, theme: &Theme) -> Stroke {
        let (width, dash) = match self {
            Self::Other => (1.25, Dash::Solid),
            Self::Pointed => (2.0, Dash::Solid),
            Self::County => (2.75, Dash::Solid),
            Self::Nation => (2.0, Dash::Short),
            Self::Selected(n) => {
                let dashes =
                    [Dash::Solid, Dash::Long, Dash::DashDot, Dash::Short, Dash::DashDotDot, Dash::Dot];
                (2.25, dashes.get(n % dashes.len()).copied().unwrap_or_default())
            }
        };
        Stroke { dash, ..Stroke::solid(self.color(theme), width) }
    }

    /// Its marker around `at`; `radius` is that of a circle of the same weight, CSS px.
    pub fn marker(self, at: Point, radius: f64, theme: &Theme) -> Mark {
        let color = self.color(theme);
        let (fill, stroke) = (Some(Fill::solid(color)), Some(Stroke::solid(theme.paper, 1.0)));
        let polygon = |corners: &[(f64, f64)]| {
            let run = corners.iter().map(|(x, y)| Point::new(at.x + x * radius, at.y + y * radius)).collect();
            Mark::Path(Path { runs: vec![run].into(), closed: true, fill, stroke })
        };
        match self {
            Self::Other | Self::Pointed | Self::County | Self::Selected(0) => {
                Mark::Circle(Circle { center: at, radius, fill, stroke })
            }
            Self::Nation => Mark::Circle(Circle {
                center: at,
                radius: radius * 0.9,
                fill: Some(Fill::solid(theme.paper)),
                stroke: Some(Stroke::solid(color, 1.5)),
            }),
            Self::Selected(n) => match n % 6 {
                0 => Mark::Circle(Circle { center: at, radius, fill, stroke }),
                1 => {
                    let side = radius * 1.8;
                    let rect = Rect::new(at.x - side / 2.0, at.y - side / 2.0, side, side);
                    Mark::Rect(RectMark { rect, radius: 0.0, fill, stroke })
                }
                2 => polygon(&[(0.0, -1.25), (1.15, 0.85), (-1.15, 0.85)]),
                3 => polygon(&[(0.0, -1.35), (1.35, 0.0), (0.0, 1.35), (-1.35, 0.0)]),
                4 => polygon(&[(0.0, 1.25), (1.15, -0.85), (-1.15, -0.85)]),
                _ => {
                    let (a, b) = (0.42, 1.25);
                    polygon(&[
                        (-a, -b),
                        (a, -b),
                        (a, -a),
                        (b, -a),
                        (b, a),
                        (a, a),
                        (a, b),
                        (-a, b),
                        (-a, a),
                        (-b, a),
                        (-b, -a),
                        (-a, -a),
                    ])
                }
            },
        }
    }
}
