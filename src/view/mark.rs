//! The closed list of marks: everything a picture is made of, at fixed positions.

use std::ops::Deref;
use std::sync::Arc;

use crate::base::{
    color::Color,
    geom::{Point, Rect},
};

use super::scene::Key;

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Marks that belong together.
    Group(Group),
    /// Polylines and polygons.
    Path(Path),
    /// A rectangle.
    Rect(RectMark),
    /// A circle.
    Circle(Circle),
    /// One line of text.
    Text(Text),
}

/// Marks that stand for one thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// What it stands for.
    pub key: Option<Key>,
    /// The marks, painted in order.
    pub marks: Vec<Mark>,
}

/// Runs of points. Copies share them: a map drawn in other colours has the same thousands.
#[derive(Clone, Debug, Default)]
pub struct Runs(Arc<Vec<Vec<Point>>>);

impl PartialEq for Runs {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl From<Vec<Vec<Point>>> for Runs {
    fn from(runs: Vec<Vec<Point>>) -> Self {
        Self(Arc::new(runs))
    }
}

impl FromIterator<Vec<Point>> for Runs {
    fn from_iter<I: IntoIterator<Item = Vec<Point>>>(runs: I) -> Self {
        Vec::from_iter(runs).into()
    }
}

impl<'a> IntoIterator for &'a Runs {
    type Item = &'a Vec<Point>;
    type IntoIter = std::slice::Iter<'a, Vec<Point>>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl Deref for Runs {
    type Target = [Vec<Point>];

    fn deref(&self) -> &[Vec<Point>] {
        &self.0
    }
}

/// Straight segments, one or more runs; filled by the even-odd rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// The runs of points.
    pub runs: Runs,
    /// Whether each run returns to its start.
    pub closed: bool,
    /// Inside.
    pub fill: Option<Fill>,
    /// Outline.
    pub stroke: Option<Stroke>,
}

/// A rectangle, corners rounded by `radius`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RectMark {
    /// Where.
    pub rect: Rect,
    /// Corner radius, CSS px.
    pub radius: f64,
    /// Inside.
    pub fill: Option<Fill>,
    /// Outline.
    pub stroke: Option<Stroke>,
}

/// A circle.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Circle {
    /// Middle.
    pub center: Point,
    /// Radius, CSS px.
    pub radius: f64,
    /// Inside.
    pub fill: Option<Fill>,
    /// Outline.
    pub stroke: Option<Stroke>,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where the anchor is, on the text's vertical middle.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// How it is set.
    pub font: Font,
    /// Which end `at` is.
    pub anchor: Anchor,
    /// Ink.
    pub color: Color,
    /// Outline behind the letters, so that they can be read over lines and areas.
    pub halo: Option<Color>,
}

/// How text is set; always the page's sans with tabular figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size in CSS px.
    pub size: f64,
    /// Weight.
    pub weight: Weight,
}

/// Weight of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// 400.
    #[default]
    Regular,
    /// 650.
    Bold,
}

/// Which end of the text its position is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Left.
    #[default]
    Start,
    /// Middle.
    Middle,
    /// Right.
    End,
}

/// The inside of a shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fill {
    /// One colour, `opacity` 0–1.
    Solid {
        /// Colour.
        color: Color,
        /// Opacity 0–1.
        opacity: f64,
    },
    /// Diagonal lines on a ground: no value.
    Hatch {
        /// Lines.
        color: Color,
        /// Ground.
        ground: Color,
    },
    /// Dots on a ground: suppressed.
    Dots {
        /// Dots.
        color: Color,
        /// Ground.
        ground: Color,
    },
}

impl Fill {
    /// Opaque.
    pub const fn solid(color: Color) -> Self {
        Self::Solid { color, opacity: 1.0 }
    }
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Opacity 0–1.
    pub opacity: f64,
    /// Width in CSS px.
    pub width: f64,
    /// Pattern.
    pub dash: Dash,
}

impl Stroke {
    /// Solid and opaque.
    pub const fn solid(color: Color, width: f64) -> Self {
        Self { color, opacity: 1.0, width, dash: Dash::Solid }
    }
}

/// Pattern of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// Long dashes.
    Long,
    /// Short dashes.
    Short,
    /// Dots.
    Dot,
    /// Dash, dot.
    DashDot,
    /// Long dash, two dots.
    DashDotDot,
}

impl Dash {
    /// Lengths of strokes and gaps in CSS px; empty for an unbroken line.
    pub fn lengths(self) -> &'static [f64] {
        match self {
            Self::Solid => &[],
            Self::Long => &[10.0, 4.0],
            Self::Short => &[5.0, 3.0],
            Self::Dot => &[1.5, 3.0],
            Self::DashDot => &[8.0, 3.0, 1.5, 3.0],
            Self::DashDotDot => &[10.0, 3.0, 1.5, 3.0, 1.5, 3.0],
        }
    }
}
