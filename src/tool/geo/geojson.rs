//! GeoJSON polygons as rings of whole metres in EPSG:3006.
//!
//! Reads feature collections of `Polygon` and `MultiPolygon` whose features have the properties
//! `code` and `name`. Coordinates are WGS 84 degrees, or metres where a `crs` member says EPSG:3006.
//! Outer rings are turned counter-clockwise, holes clockwise; holes without an area are left out.

use std::path::Path;

use serde::Deserialize;

use crate::base::num;
use crate::tool::fault::{self, Fault};

use super::{Position, Ring, doubled_area, sweref};

/// One area of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    /// Its code.
    pub code: String,
    /// Its name; empty where the file has none.
    pub name: String,
    /// Polygons, each a list of rings, the outer one first.
    pub polygons: Vec<Vec<Ring>>,
}

#[derive(Deserialize)]
struct Document {
    crs: Option<Crs>,
    features: Vec<RawFeature>,
}

#[derive(Deserialize)]
struct Crs {
    properties: CrsName,
}

#[derive(Deserialize)]
struct CrsName {
    name: String,
}

#[derive(Deserialize)]
struct RawFeature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    code: String,
    #[serde(default)]
    name: String,
}

type Coordinates = Vec<Vec<Vec<f64>>>;

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Geometry {
    Polygon { coordinates: Coordinates },
    MultiPolygon { coordinates: Vec<Coordinates> },
}

/// Reads a file; features come sorted by code, and a code that stands twice is an error.
pub fn read(file: &Path) -> Result<Vec<Feature>, Fault> {
    parse(file, &fault::read(file)?)
}

/// Reads the text of a file; `file` only names it in errors.
pub fn parse(file: &Path, text: &str) -> Result<Vec<Feature>, Fault> {
    let document: Document =
        serde_json::from_str(text).map_err(|e| Fault::at(file, e.line(), e.to_string()))?;
    let crs = document.crs.map(|crs| crs.properties.name);
    let metres = match crs.as_deref() {
        None => false,
        Some(name) if name.ends_with(":3006") => true,
        Some(name) if name.ends_with(":CRS84") || name.ends_with(":4326") => false,
        Some(name) => {
            let hint = "EPSG:3006 or WGS 84 longitude and latitude";
            return Err(Fault::of(file, format!("the reference system {name} is not read")).hint(hint));
        }
    };
    let mut features = Vec::new();
    for RawFeature { properties: Properties { code, name }, geometry } in document.features {
        let parts = match geometry {
            Geometry::Polygon { coordinates } => vec![coordinates],
            Geometry::MultiPolygon { coordinates } => coordinates,
        };
        let polygons: Option<Vec<Vec<Ring>>> = parts.iter().map(|part| polygon(part, metres)).collect();
        let what = || Fault::of(file, format!("area {code} has a ring without an area"));
        features.push(Feature { polygons: polygons.ok_or_else(what)?, code: code.clone(), name });
    }
    features.sort_by(|a, b| a.code.cmp(&b.code));
    for pair in features.windows(2) {
        if let [a, b] = pair
            && a.code == b.code
        {
            return Err(Fault::of(file, format!("area {} stands twice", a.code)));
        }
    }
    Ok(features)
}

/// The rings of a polygon; `None` where the outer one has no area. Holes without one are no holes.
fn polygon(raw: &[Vec<Vec<f64>>], metres: bool) -> Option<Vec<Ring>> {
    let (outer, holes) = raw.split_first()?;
    let mut rings = vec![ring(outer, true, metres)?];
    rings.extend(holes.iter().filter_map(|hole| ring(hole, false, metres)));
    Some(rings)
}

fn ring(raw: &[Vec<f64>], outer: bool, metres: bool) -> Option<Ring> {
    let mut ring = raw.iter().map(|p| position(p, metres)).collect::<Option<Ring>>()?;
    ring.dedup();
    if ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    let area = doubled_area(&ring);
    if ring.len() < 3 || area == 0 {
        return None;
    }
    if (area > 0) != outer {
        ring.reverse();
    }
    Some(ring)
}

fn position(raw: &[f64], metres: bool) -> Option<Position> {
    let (&a, &b) = (raw.first()?, raw.get(1)?);
    let (x, y) = if metres { (a, b) } else { sweref::from_lon_lat(a, b) };
    Some(Position { x: whole(x)?, y: whole(y)? })
}

/// The nearest whole number, within what a projected coordinate can be.
fn whole(x: f64) -> Option<i64> {
    let rounded = num::round(x);
    #[expect(clippy::cast_possible_truncation, reason = "in range by the filter")]
    (rounded.abs() < 1e8).then_some(rounded as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(crs: &str, geometry: &str) -> Result<Vec<Feature>, String> {
        let feature = format!(r#"{{"type":"Feature","properties":{{"code":"1"}},"geometry":{geometry}}}"#);
        let text = format!(r#"{{"type":"FeatureCollection",{crs}"features":[{feature}]}}"#);
        parse(Path::new("x.geojson"), &text).map_err(|e| e.to_string())
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
        let wgs84 = r#"{"type":"MultiPolygon","coordinates":[[[[15,59],[15.1,59],[15,59.1],[15,59]]]]}"#;
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
