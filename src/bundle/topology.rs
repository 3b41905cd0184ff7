//! TopoJSON: borders as shared arcs, in EPSG:3006 metres (x east, y north).
//!
//! One object per level (`counties`, `municipalities`, `districts`), each a geometry collection
//! whose geometries carry the area's code as `id`. Precomputed per geometry: `label`, a point
//! inside where a name fits best, and `neighbours`, the codes of areas sharing a border.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A quantised topology.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Topology {
    /// `"Topology"`.
    #[serde(rename = "type")]
    pub kind: String,
    /// From grid to metres: `position * scale + translate`.
    pub transform: Transform,
    /// Arcs as delta-encoded grid positions: `[[x, y], [dx, dy], …]`.
    pub arcs: Vec<Vec<[i32; 2]>>,
    /// Geometry collections by level.
    pub objects: BTreeMap<String, Collection>,
    /// Where the borders come from.
    pub source: super::format::Text,
}

/// From grid to metres.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Transform {
    /// Metres per grid step, x and y.
    pub scale: [f64; 2],
    /// Metres at the grid's origin, x and y.
    pub translate: [f64; 2],
}

/// The areas of one level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Collection {
    /// `"GeometryCollection"`.
    #[serde(rename = "type")]
    pub kind: String,
    /// One per area.
    pub geometries: Vec<Geometry>,
}

/// One area's borders: polygons › rings › arcs. Arc `~n` (negative) is arc `n` reversed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Geometry {
    /// Always `"MultiPolygon"`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The area's code.
    pub id: String,
    /// Polygons, each a list of rings (outer first), each a list of arc numbers.
    pub arcs: Vec<Vec<Vec<i32>>>,
    /// Precomputed by the tool.
    pub properties: Properties,
}

/// What is precomputed for an area.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Properties {
    /// Where its name stands: grid position like the arcs' points, not delta-encoded.
    pub label: [i32; 2],
    /// Codes of the areas sharing a border with it, sorted.
    #[serde(default)]
    pub neighbours: Vec<String>,
}
