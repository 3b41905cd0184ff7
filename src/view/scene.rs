//! A whole picture: marks in painting order, and what can be pointed at.

use crate::base::{
    geom::{Point, Rect, Size},
    id::{AreaId, IndicatorId},
    period::Period,
};

use super::mark::Mark;

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// An area.
    Area(AreaId),
    /// An indicator.
    Indicator(IndicatorId),
    /// An area at a period.
    Point(AreaId, Period),
    /// An indicator in an area.
    Cell(IndicatorId, AreaId),
    /// A class of the legend, counted from the lowest.
    Class(usize),
    /// A period.
    Period(Period),
}

impl Key {
    /// The area it is about, if any.
    pub fn area(self) -> Option<AreaId> {
        match self {
            Self::Area(area) | Self::Point(area, _) | Self::Cell(_, area) => Some(area),
            Self::Indicator(_) | Self::Class(_) | Self::Period(_) => None,
        }
    }
}

/// Something that can be pointed at, in reading order.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Target {
    /// What it stands for.
    pub key: Key,
    /// The place that is meant, where a tooltip points.
    pub at: Point,
    /// Its extent.
    pub bounds: Rect,
}

/// A picture. Two equal scenes look the same on every surface.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Extent in CSS px.
    pub size: Size,
    /// Painted in order.
    pub marks: Vec<Mark>,
    /// What can be pointed at, in reading order.
    pub targets: Vec<Target>,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}
