//! Files of borders: GeoJSON and TopoJSON by what is in them, GeoPackage by its first bytes.

use std::path::Path;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::tool::fault::{self, Fault};

use super::feature::{Crs, Feature, Wanted, no_code, projected};
use super::{geojson, geopackage, topojson};

/// Reads a file; features come sorted by code.
///
/// # Errors
/// As [`parse`], and that the file cannot be read.
pub fn read(file: &Path, wanted: Wanted<'_>) -> Result<Vec<Feature>, Fault> {
    let bytes = fault::bytes(file)?;
    parse(file, &bytes, wanted)
}

/// Reads the bytes of a file; `file` only names it in errors.
///
/// # Errors
/// Bytes of no kind that is read, coordinates that are no positions, an area without a code, one
/// without borders, and a code that stands twice.
pub fn parse(file: &Path, bytes: &[u8], wanted: Wanted<'_>) -> Result<Vec<Feature>, Fault> {
    if bytes.starts_with(geopackage::MAGIC) {
        let (raw, named) = geopackage::parse(file, bytes, wanted)?;
        return projected(file, raw, Crs::of(file, named.as_deref(), wanted.crs)?);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Err(Fault::of(file, "holds no borders that are read").hint("GeoJSON, TopoJSON or GeoPackage"));
    }
    let Kind { kind, crs } = from_json(file, bytes)?;
    let raw = match kind.as_str() {
        "FeatureCollection" => geojson::features(file, bytes, wanted)?,
        "Topology" => topojson::features(file, bytes, wanted)?,
        other => {
            let hint = "a FeatureCollection (GeoJSON), a Topology (TopoJSON) or a GeoPackage";
            return Err(Fault::of(file, format!("holds a “{other}”")).hint(hint));
        }
    };
    let named = crs.map(|crs| crs.properties.name);
    projected(file, raw, Crs::of(file, named.as_deref(), wanted.crs)?)
}

/// What a document says it is.
#[derive(Deserialize)]
struct Kind {
    #[serde(rename = "type")]
    kind: String,
    /// As GeoJSON had it before 2016, and as programs still write it in both formats.
    crs: Option<Named>,
}

#[derive(Deserialize)]
struct Named {
    properties: Name,
}

#[derive(Deserialize)]
struct Name {
    name: String,
}

/// A document, or where it is not what was expected.
pub(super) fn from_json<'a, T: Deserialize<'a>>(file: &Path, bytes: &'a [u8]) -> Result<T, Fault> {
    serde_json::from_slice(bytes).map_err(|e| Fault::at(file, e.line(), e.to_string()))
}

/// Code and name of the `nth` feature among its properties; an `id` counts as code.
pub(super) fn named(
    file: &Path,
    nth: usize,
    properties: Option<&Map<String, Value>>,
    id: Option<&Value>,
    wanted: Wanted<'_>,
) -> Result<(String, String), Fault> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let property = |name: &str| properties.and_then(|all| all.get(name)).and_then(text);
    let by_id = || if wanted.code.is_none() { id.and_then(text) } else { None };
    let key = wanted.code.unwrap_or("code");
    let code = property(key).or_else(by_id).filter(|code| !code.is_empty()).ok_or_else(|| {
        let all = properties.into_iter().flat_map(Map::keys).map(String::as_str);
        no_code(file, nth, key, all)
    })?;
    Ok((code, property(wanted.name.unwrap_or("name")).unwrap_or_default()))
}
