//! TopoJSON: an object of a topology, its rings put together from arcs.
//!
//! After M. Bostock, “The TopoJSON Format Specification” (version 1.0): arc `!n` is arc `n`
//! backwards, an arc begins where the one before it ends, and with a `transform` positions are
//! steps from the one before.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::tool::fault::Fault;

use super::feature::{Raw, RawFeature, Wanted, chosen};
use super::read::{from_json, named};

#[derive(Deserialize)]
struct Document {
    transform: Option<Transform>,
    arcs: Vec<Vec<Vec<f64>>>,
    objects: BTreeMap<String, Object>,
}

#[derive(Deserialize)]
struct Transform {
    scale: Raw,
    translate: Raw,
}

/// A collection; objects of other kinds have no geometries.
#[derive(Deserialize)]
struct Object {
    #[serde(default)]
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: Option<String>,
    id: Option<Value>,
    properties: Option<Map<String, Value>>,
    #[serde(default)]
    arcs: Value,
}

/// The areas of a document.
///
/// # Errors
/// An object that is not there; other geometries than polygons; an arc that is not there; an area
/// without a code.
pub(super) fn features(file: &Path, bytes: &[u8], wanted: Wanted<'_>) -> Result<Vec<RawFeature>, Fault> {
    let document: Document = from_json(file, bytes)?;
    let names: Vec<&str> =
        document.objects.iter().filter(|(_, o)| !o.geometries.is_empty()).map(|(n, _)| n.as_str()).collect();
    let object = chosen(file, "object", &names, wanted.object)?;
    let arcs = arcs(file, &document)?;
    let mut features = Vec::new();
    let geometries = document.objects.get(object).map(|o| o.geometries.as_slice()).unwrap_or_default();
    for (nth, geometry) in geometries.iter().enumerate() {
        let (code, name) = named(file, nth, geometry.properties.as_ref(), geometry.id.as_ref(), wanted)?;
        let bad = |what: String| Fault::of(file, format!("area {code}: {what}"));
        let kind = geometry.kind.as_deref().unwrap_or("null");
        let parts: Vec<Vec<Vec<i64>>> = match kind {
            "Polygon" => from_value(&geometry.arcs).map(|rings| vec![rings]),
            "MultiPolygon" => from_value(&geometry.arcs),
            other => return Err(bad(format!("is a {other}")).hint("a Polygon or MultiPolygon")),
        }
        .ok_or_else(|| bad("its arcs are not lists of whole numbers".to_owned()))?;
        let ring = |references: &Vec<i64>| ring(&arcs, references).map_err(&bad);
        let polygon = |rings: &Vec<Vec<i64>>| rings.iter().map(ring).collect::<Result<Vec<_>, _>>();
        features.push(RawFeature {
            polygons: parts.iter().map(polygon).collect::<Result<_, _>>()?,
            code,
            name,
        });
    }
    Ok(features)
}

fn from_value<T: for<'a> Deserialize<'a>>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}

/// Arcs in coordinates.
fn arcs(file: &Path, document: &Document) -> Result<Vec<Vec<Raw>>, Fault> {
    let mut all = Vec::new();
    for (nth, arc) in document.arcs.iter().enumerate() {
        let mut line = Vec::new();
        let mut at = [0.0, 0.0];
        for position in arc {
            let [a, b, ..] = *position.as_slice() else {
                return Err(Fault::of(file, format!("arc {nth}: a position has fewer than two coordinates")));
            };
            line.push(match &document.transform {
                None => [a, b],
                Some(Transform { scale: [wide, high], translate: [east, north] }) => {
                    at = [at[0] + a, at[1] + b];
                    [at[0] * wide + east, at[1] * high + north]
                }
            });
        }
        all.push(line);
    }
    Ok(all)
}

/// The positions of arcs one after another.
fn ring(arcs: &[Vec<Raw>], references: &[i64]) -> Result<Vec<Raw>, String> {
    let mut ring: Vec<Raw> = Vec::new();
    for &reference in references {
        let index = if reference < 0 { !reference } else { reference };
        let arc = usize::try_from(index).ok().and_then(|index| arcs.get(index));
        let arc = arc.ok_or_else(|| format!("there is no arc {index} among {}", arcs.len()))?;
        // What it begins with is what the ring ends with.
        ring.pop();
        if reference < 0 {
            ring.extend(arc.iter().rev());
        } else {
            ring.extend(arc);
        }
    }
    Ok(ring)
}
