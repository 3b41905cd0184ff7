//! GeoPackage: a table of an SQLite file whose geometries are well-known binary.
//!
//! After OGC 12-128r19, “GeoPackage Encoding Standard” (1.4): `gpkg_geometry_columns` names the
//! tables with geometries and their reference systems; positions are x, y in every one of them.

use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB};

use crate::tool::fault::Fault;

use super::feature::{RawFeature, Wanted, chosen, no_code};
use super::wkb;

/// How every SQLite file begins.
pub(super) const MAGIC: &[u8] = b"SQLite format 3\0";

/// A table with geometries.
struct Table {
    name: String,
    column: String,
    srs: i64,
}

/// The areas of a file and the name of its reference system, where it has one.
///
/// # Errors
/// A file that SQLite cannot read, a table that is not there, an area without a code, geometries
/// other than polygons.
pub(super) fn parse(
    file: &Path,
    bytes: &[u8],
    wanted: Wanted<'_>,
) -> Result<(Vec<RawFeature>, Option<String>), Fault> {
    let bad = |e: rusqlite::Error| Fault::of(file, format!("is no GeoPackage: {e}"));
    let database = open(bytes).map_err(bad)?;
    let tables = tables(&database).map_err(bad)?;
    let names: Vec<&str> = tables.iter().map(|t| t.name.as_str()).collect();
    let name = chosen(file, "table", &names, wanted.object)?;
    let Some(table) = tables.iter().find(|t| t.name == name) else {
        return Err(Fault::of(file, format!("there is no table “{name}”")));
    };
    let crs = reference_system(&database, table.srs).map_err(bad)?;
    let columns = columns(&database, name).map_err(bad)?;
    let has = |column: &str| columns.iter().any(|c| c == column);
    let code = wanted.code.unwrap_or("code");
    if !has(code) {
        return Err(no_code(file, 0, code, columns.iter().map(String::as_str)));
    }
    let label =
        Some(wanted.name.unwrap_or("name")).filter(|name| has(name)).map_or("NULL".to_owned(), quoted);
    let query = format!("SELECT {}, {label}, {} FROM {}", quoted(code), quoted(&table.column), quoted(name));
    let mut statement = database.prepare(&query).map_err(bad)?;
    let mut rows = statement.query([]).map_err(bad)?;
    let mut features = Vec::new();
    while let Some(row) = rows.next().map_err(bad)? {
        let code = text(row.get_ref(0).map_err(bad)?);
        if code.is_empty() {
            return Err(Fault::of(file, format!("row {} of {name} has no code", features.len() + 1)));
        }
        let polygons = match row.get_ref(2).map_err(bad)? {
            ValueRef::Blob(blob) => wkb::polygons(blob),
            _ => Err("has no borders".to_owned()),
        };
        let polygons = polygons.map_err(|what| Fault::of(file, format!("area {code}: {what}")))?;
        features.push(RawFeature { code, name: text(row.get_ref(1).map_err(bad)?), polygons });
    }
    Ok((features, crs))
}

/// A file's bytes as a database in memory, which nobody writes to.
fn open(bytes: &[u8]) -> rusqlite::Result<Connection> {
    let mut bytes = bytes.to_vec();
    // A file that a write-ahead log belonged to says so in bytes 18 and 19, and then is not read
    // from memory; 1 means that there is none.
    if let Some(versions) = bytes.get_mut(18..20) {
        versions.fill(1);
    }
    let mut database = Connection::open_in_memory()?;
    database.deserialize_read_exact(MAIN_DB, bytes.as_slice(), bytes.len(), true)?;
    Ok(database)
}

fn tables(database: &Connection) -> rusqlite::Result<Vec<Table>> {
    let query = "SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns ORDER BY table_name";
    let mut statement = database.prepare(query)?;
    let rows = statement
        .query_map([], |row| Ok(Table { name: row.get(0)?, column: row.get(1)?, srs: row.get(2)? }))?;
    rows.collect()
}

/// `EPSG:3006`; none where the file leaves it open (-1, 0).
fn reference_system(database: &Connection, id: i64) -> rusqlite::Result<Option<String>> {
    let query = "SELECT organization || ':' || organization_coordsys_id FROM gpkg_spatial_ref_sys \
                 WHERE srs_id = ?1 AND srs_id > 0";
    let mut statement = database.prepare(query)?;
    let mut rows = statement.query([id])?;
    rows.next()?.map(|row| row.get(0)).transpose()
}

fn columns(database: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement = database.prepare("SELECT name FROM pragma_table_info(?1)")?;
    let names = statement.query_map([table], |row| row.get(0))?;
    names.collect()
}

/// A name in a query.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn text(value: ValueRef<'_>) -> String {
    match value {
        ValueRef::Text(bytes) => String::from_utf8_lossy(bytes).trim().to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        _ => String::new(),
    }
}
