//! Borders as shared arcs in EPSG:3006 (metres, x east, y north).

use crate::base::id::AreaId;

use super::Level;

/// A position in EPSG:3006, metres: x east, y north.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Metres {
    /// East.
    pub x: f64,
    /// North.
    pub y: f64,
}

/// Borders of a dataset.
#[derive(Clone, Debug, PartialEq)]
pub struct Shapes {
    /// Shared arcs, absolute positions.
    pub(super) arcs: Vec<Vec<Metres>>,
    /// One per area with borders.
    pub(super) shapes: Vec<Shape>,
    /// Where the borders come from.
    pub(super) source: crate::base::text::Text,
}

/// One area's borders.
#[derive(Clone, Debug, PartialEq)]
pub struct Shape {
    /// The area.
    pub area: AreaId,
    /// Its level.
    pub level: Level,
    /// Polygons › rings › arcs; outer ring first.
    pub polygons: Vec<Vec<Vec<ArcRef>>>,
    /// Where its name fits best.
    pub label: Metres,
    /// Areas of the same level sharing a border with it.
    pub neighbours: Vec<AreaId>,
}

/// An arc, forwards or backwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArcRef {
    /// Index of the arc; valid for the [`Shapes`] it came with.
    pub arc: usize,
    /// Whether it is walked from its end.
    pub reversed: bool,
}

impl Shapes {
    /// The shared arcs.
    pub fn arcs(&self) -> &[Vec<Metres>] {
        &self.arcs
    }

    /// All shapes.
    pub fn all(&self) -> &[Shape] {
        &self.shapes
    }

    /// Where the borders come from.
    pub fn source(&self) -> &crate::base::text::Text {
        &self.source
    }

    /// The shape of one area, where it has one.
    pub fn of(&self, area: AreaId) -> Option<&Shape> {
        self.shapes.iter().find(|s| s.area == area)
    }

    /// The positions of one ring, closed implicitly (first position not repeated).
    pub fn ring(&self, arcs: &[ArcRef]) -> Vec<Metres> {
        let mut ring: Vec<Metres> = Vec::new();
        for reference in arcs {
            let Some(arc) = self.arcs.get(reference.arc) else {
                continue;
            };
            let mut points: Vec<Metres> = arc.clone();
            if reference.reversed {
                points.reverse();
            }
            // Consecutive arcs share their joint; keep it once.
            ring.pop();
            ring.extend(points);
        }
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        ring
    }
}
