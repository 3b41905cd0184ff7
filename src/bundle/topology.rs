//! TopoJSON: borders as shared arcs, in EPSG:3006 metres (x east, y north).
//!
//! One object per level (`counties`, `municipalities`, `districts`), each a geometry collection
//! whose geometries carry the area's code as `id`. Precomputed per geometry: `label`, a point
//! inside where a name fits best, and `neighbours`, the codes of areas sharing a border.

use super::decode::record;
use super::keyed::Keyed;

record! {
    /// A quantised topology.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Topology ["bbox"] {
        /// `"Topology"`.
        "type" => kind: String;
        /// From grid to metres: `position * scale + translate`.
        "transform" => transform: Transform;
        /// Arcs as delta-encoded grid positions: `[[x, y], [dx, dy], …]`.
        "arcs" => arcs: Vec<Vec<[i32; 2]>>;
        /// Geometry collections by level.
        "objects" => objects: Keyed<Collection>;
        /// Where the borders come from.
        "source" => source: super::format::Text;
    }
}

record! {
    /// From grid to metres.
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Transform {
        /// Metres per grid step, x and y.
        "scale" => scale: [f64; 2];
        /// Metres at the grid's origin, x and y.
        "translate" => translate: [f64; 2];
    }
}

record! {
    /// The areas of one level.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Collection ["bbox"] {
        /// `"GeometryCollection"`.
        "type" => kind: String;
        /// One per area.
        "geometries" => geometries: Vec<Geometry>;
    }
}

record! {
    /// One area's borders: polygons › rings › arcs. Arc `~n` (negative) is arc `n` reversed.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Geometry ["bbox"] {
        /// Always `"MultiPolygon"`.
        "type" => kind: String;
        /// The area's code.
        "id" => id: String;
        /// Polygons, each a list of rings (outer first), each a list of arc numbers.
        "arcs" => arcs: Vec<Vec<Vec<i32>>>;
        /// Precomputed by the tool.
        "properties" => properties: Properties;
    }
}

record! {
    /// What is precomputed for an area.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct Properties {
        /// Where its name stands: grid position like the arcs' points, not delta-encoded.
        "label" => label: [i32; 2];
        /// Codes of the areas sharing a border with it, sorted.
        "neighbours" => neighbours: Vec<String>, or default;
    }
}
