//! Areas as rings of whole metres in EPSG:3006, whatever file they come from.
//!
//! Outer rings are turned counter-clockwise, holes clockwise; holes without an area are left out.

use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::base::num;
use crate::tool::fault::{Fault, did_you_mean};

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

/// What coordinates are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
pub enum Crs {
    /// SWEREF 99 TM: metres east and north.
    #[serde(rename = "EPSG:3006")]
    Metres,
    /// WGS 84: degrees of longitude and latitude, in this order.
    #[serde(rename = "EPSG:4326")]
    Degrees,
}

/// What to read of a file of borders.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// The object of a topology or table of a GeoPackage; otherwise the only one.
    pub object: Option<&'a str>,
    /// What coordinates are, where the file does not say.
    pub crs: Option<Crs>,
    /// The property with the code, where not `code`.
    pub code: Option<&'a str>,
    /// The property with the name, where not `name`.
    pub name: Option<&'a str>,
}

/// A position as a file has it.
pub(super) type Raw = [f64; 2];
/// Polygons › rings › positions as a file has them.
pub(super) type RawPolygons = Vec<Vec<Vec<Raw>>>;

/// An area as a file has it.
pub(super) struct RawFeature {
    pub(super) code: String,
    pub(super) name: String,
    pub(super) polygons: RawPolygons,
}

impl Crs {
    /// By the end of a name such as `urn:ogc:def:crs:EPSG::3006`.
    pub(super) fn named(name: &str) -> Option<Self> {
        if name.ends_with(":3006") {
            Some(Self::Metres)
        } else if name.ends_with(":CRS84") || name.ends_with(":4326") {
            Some(Self::Degrees)
        } else {
            None
        }
    }

    /// What the file names, else what the catalogue says, else degrees.
    pub(super) fn of(file: &Path, named: Option<&str>, wanted: Option<Self>) -> Result<Self, Fault> {
        let Some(name) = named else { return Ok(wanted.unwrap_or(Self::Degrees)) };
        match (Self::named(name), wanted) {
            (None, _) => {
                let hint = "EPSG:3006 or WGS 84 longitude and latitude";
                Err(Fault::of(file, format!("the reference system {name} is not read")).hint(hint))
            }
            (Some(own), Some(other)) if own != other => {
                let what = format!("is in {name}, and the catalogue says {}", other.name());
                Err(Fault::of(file, what).hint("leave crs out"))
            }
            (Some(own), _) => Ok(own),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Metres => "EPSG:3006",
            Self::Degrees => "EPSG:4326",
        }
    }

    /// A position in whole metres; `None` where it can be none.
    fn position(self, [a, b]: Raw) -> Option<Position> {
        let (x, y) = match self {
            Self::Metres => (a, b),
            Self::Degrees if a.abs() <= 180.0 && b.abs() <= 90.0 => sweref::from_lon_lat(a, b),
            Self::Degrees => return None,
        };
        Some(Position { x: whole(x)?, y: whole(y)? })
    }
}

/// Areas in whole metres, sorted by code.
///
/// # Errors
/// A position that cannot be, a polygon without an area, a code that stands twice.
pub(super) fn projected(file: &Path, raw: Vec<RawFeature>, crs: Crs) -> Result<Vec<Feature>, Fault> {
    let mut features = Vec::new();
    for RawFeature { code, name, polygons } in raw {
        let outside = |[a, b]: Raw| {
            let what = format!("area {code}: {a} {b} is no position in {}", crs.name());
            let other = if crs == Crs::Degrees { Crs::Metres } else { Crs::Degrees };
            Fault::of(file, what).hint(format!("say what coordinates are: crs = \"{}\"", other.name()))
        };
        let mut placed = Vec::new();
        for rings in polygons {
            let mut polygon = Vec::new();
            for (nth, raw) in rings.into_iter().enumerate() {
                let at = |raw: &Raw| crs.position(*raw).ok_or_else(|| outside(*raw));
                let line = raw.iter().map(at).collect::<Result<Ring, Fault>>()?;
                match ring(line, nth == 0) {
                    Some(ring) => polygon.push(ring),
                    None if nth == 0 => {
                        return Err(Fault::of(file, format!("area {code} has a ring without an area")));
                    }
                    None => {}
                }
            }
            placed.push(polygon);
        }
        placed.retain(|polygon| !polygon.is_empty());
        if placed.is_empty() {
            return Err(Fault::of(file, format!("area {code} has no borders")));
        }
        features.push(Feature { code, name, polygons: placed });
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

/// A closed line without repetitions, turned its way; `None` where it has no area.
pub(super) fn ring(mut ring: Ring, outer: bool) -> Option<Ring> {
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

/// The nearest whole number, within what a projected coordinate can be.
fn whole(x: f64) -> Option<i64> {
    let rounded = num::round(x);
    #[expect(clippy::cast_possible_truncation, reason = "in range by the filter")]
    (rounded.abs() < 1e8).then_some(rounded as i64)
}

/// That the `nth` feature (from 0) has no property with its code, and which ones it has.
pub(super) fn no_code<'a>(
    file: &Path,
    nth: usize,
    wanted: &str,
    found: impl Iterator<Item = &'a str>,
) -> Fault {
    let found: Vec<&str> = found.collect();
    let near = did_you_mean(wanted, found.iter().copied());
    let hint = match (near.is_empty(), found.is_empty()) {
        (false, _) => near,
        (true, true) => "it has none".to_owned(),
        (true, false) => format!("it has {}; name the one with codes: code = \"…\"", found.join(", ")),
    };
    Fault::of(file, format!("feature {} has no property “{wanted}”", nth + 1)).hint(hint)
}

/// The one of some objects that is wanted, or the only one.
pub(super) fn chosen<'a>(
    file: &Path,
    kind: &str,
    names: &[&'a str],
    wanted: Option<&str>,
) -> Result<&'a str, Fault> {
    let listed = || names.join(", ");
    match (wanted, names) {
        (None, [only]) => Ok(only),
        (None, []) => Err(Fault::of(file, format!("has no {kind} with borders"))),
        (None, _) => {
            Err(Fault::of(file, format!("has the {kind}s {}", listed())).hint("name one: object = \"…\""))
        }
        (Some(name), _) => names.iter().find(|n| **n == name).copied().ok_or_else(|| {
            let near = did_you_mean(name, names.iter().copied());
            let hint = if near.is_empty() { format!("it has {}", listed()) } else { near };
            Fault::of(file, format!("there is no {kind} “{name}”")).hint(hint)
        }),
    }
}
