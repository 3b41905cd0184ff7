//! Borders: from files of polygons to a small topology whose neighbours still share every border.
//!
//! The way is [`read`] (GeoJSON, TopoJSON, GeoPackage) → [`mend`] (no border crosses itself) →
//! [`coverage`] (shared arcs) → [`simplify`] (checked by [`crossing`]) → [`encode`] (the bundle's
//! topology, with a place for each name from [`label`]).
//!
//! Invariant: knows areas only by code; a border shared by two areas is one arc, before and after
//! simplification.

pub mod coverage;
pub mod crossing;
pub mod encode;
pub mod feature;
mod geojson;
mod geopackage;
pub mod label;
pub mod mend;
pub mod read;
pub mod simplify;
pub mod sweref;
mod topojson;
mod wkb;

/// A position in EPSG:3006 in whole metres, or in grid steps where it says so.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// East.
    pub x: i64,
    /// North.
    pub y: i64,
}

/// A closed line; the first position is not repeated at the end.
pub type Ring = Vec<Position>;

/// Twice the signed area of the triangle a, b, c: positive where it turns left.
pub fn turn(a: Position, b: Position, c: Position) -> i64 {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
}

/// Twice the signed area of a ring: positive where it runs counter-clockwise. A line wound round
/// itself so often that no number holds it has the largest there is.
pub fn doubled_area(ring: &[Position]) -> i64 {
    let Some(&origin) = ring.first() else { return 0 };
    let triangles = ring.windows(2).map(|pair| if let [a, b] = pair { turn(origin, *a, *b) } else { 0 });
    triangles.fold(0, i64::saturating_add)
}
