//! GeoJSON (RFC 7946): feature collections of `Polygon` and `MultiPolygon`.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::tool::fault::Fault;

use super::feature::{Raw, RawFeature, RawPolygons, Wanted};
use super::read::{from_json, named};

#[derive(Deserialize)]
struct Document {
    features: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: Option<Value>,
    properties: Option<Map<String, Value>>,
    geometry: Option<Geometry>,
}

/// A position may have a height, which is not read.
type Coordinates = Vec<Vec<Vec<f64>>>;

#[derive(Deserialize)]
#[serde(untagged)]
enum Geometry {
    Known(Polygons),
    Other {
        #[serde(rename = "type")]
        kind: String,
    },
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Polygons {
    Polygon { coordinates: Coordinates },
    MultiPolygon { coordinates: Vec<Coordinates> },
}

/// The areas of a document.
///
/// # Errors
/// Other geometries than polygons; an area without a code; a position without two coordinates.
pub(super) fn features(file: &Path, bytes: &[u8], wanted: Wanted<'_>) -> Result<Vec<RawFeature>, Fault> {
    let document: Document = from_json(file, bytes)?;
    let mut features = Vec::new();
    for (nth, Entry { id, properties, geometry }) in document.features.into_iter().enumerate() {
        let (code, name) = named(file, nth, properties.as_ref(), id.as_ref(), wanted)?;
        let fault = |what: &str| Fault::of(file, format!("area {code}: {what}"));
        let parts = match geometry {
            Some(Geometry::Known(Polygons::Polygon { coordinates })) => vec![coordinates],
            Some(Geometry::Known(Polygons::MultiPolygon { coordinates })) => coordinates,
            Some(Geometry::Other { kind }) if kind.ends_with("Polygon") => {
                return Err(fault(&format!("its coordinates are not those of a {kind}"))
                    .hint("lists of rings, each a list of positions, as [15.2, 59.3]"));
            }
            Some(Geometry::Other { kind }) => {
                return Err(fault(&format!("is a {kind}")).hint("a Polygon or MultiPolygon"));
            }
            None => return Err(fault("has no borders").hint("take the feature out, or give it a geometry")),
        };
        let polygons = parts.iter().map(polygon).collect::<Option<RawPolygons>>();
        let polygons = polygons.ok_or_else(|| fault("a position has fewer than two coordinates"))?;
        features.push(RawFeature { polygons, code, name });
    }
    Ok(features)
}

fn polygon(rings: &Coordinates) -> Option<Vec<Vec<Raw>>> {
    let position = |raw: &Vec<f64>| match raw.as_slice() {
        [a, b, ..] => Some([*a, *b]),
        _ => None,
    };
    rings.iter().map(|ring| ring.iter().map(position).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tool::geo::feature::Feature;
    use crate::tool::geo::{Position, read};

    fn check(crs: &str, geometry: &str) -> Result<Vec<Feature>, String> {
        let feature = format!(r#"{{"type":"Feature","properties":{{"code":"1"}},"geometry":{geometry}}}"#);
        let text = format!(r#"{{"type":"FeatureCollection",{crs}"features":[{feature}]}}"#);
        read::parse(Path::new("x.geojson"), text.as_bytes(), Wanted::default()).map_err(|e| e.to_string())
    }

    const METRES: &str = r#""crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"#;

    #[test]
    fn rings_are_wound_and_closed() {
        let clockwise = r#"{"type":"Polygon","coordinates":[[[0,0],[0,9],[9,9],[9,9],[9,0],[0,0]]]}"#;
        let found = check(METRES, clockwise).unwrap();
        let p = |x, y| Position { x, y };
        assert_eq!(found[0].polygons, [[[p(9, 0), p(9, 9), p(0, 9), p(0, 0)]]]);
    }

    #[test]
    fn degrees_are_projected() {
        let wgs84 = r#"{"type":"MultiPolygon","coordinates":[[[[15,59,7],[15.1,59],[15,59.1],[15,59]]]]}"#;
        let found = check("", wgs84).unwrap();
        assert_eq!(found[0].polygons[0][0][0].x, 500_000);
    }

    #[test]
    fn faults_are_said() {
        let line = r#"{"type":"LineString","coordinates":[[0,0],[1,1]]}"#;
        assert!(check("", line).unwrap_err().contains("LineString"));
        let flat = r#"{"type":"Polygon","coordinates":[[[0,0],[5,5],[0,0]]]}"#;
        assert!(check(METRES, flat).unwrap_err().contains("without an area"));
        let other = r#""crs":{"type":"name","properties":{"name":"EPSG:3021"}},"#;
        assert!(check(other, flat).unwrap_err().contains("EPSG:3021"));
    }
}
