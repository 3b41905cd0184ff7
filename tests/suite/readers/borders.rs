//! Borders in every format that is read: the same areas, position by position.

use std::path::Path;

use nulage::tool::geo::coverage::Coverage;
use nulage::tool::geo::feature::{Crs, Feature, Wanted};
use nulage::tool::geo::read;

use super::fixture;

/// What offices call the properties.
const SCB: Wanted<'static> =
    Wanted { object: None, crs: None, code: Some("kommunkod"), name: Some("kommunnamn") };

fn features(file: &str, wanted: Wanted<'_>) -> Vec<Feature> {
    read::read(&fixture("borders").join(file), wanted).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn every_format_holds_the_same_borders() {
    let first = features("areas.topojson", SCB);
    let codes: Vec<&str> = first.iter().map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["1814", "1860", "1862", "1883"]);
    assert_eq!(first[1].name, "Laxå");
    let coverage = Coverage::build(&first).unwrap();
    assert_eq!(coverage.neighbours()[2], ["1814", "1860", "1883"], "around Degerfors");
    assert_eq!(features("metres.gpkg", SCB), first);
    // Degrees with eight decimals are within a millimetre; without properties the id is the code.
    let borders = |all: Vec<Feature>| all.into_iter().map(|f| (f.code, f.polygons)).collect::<Vec<_>>();
    assert_eq!(borders(features("degrees.topojson", Wanted::default())), borders(first.clone()));
    let two = first.iter().filter(|f| ["1814", "1862"].contains(&f.code.as_str())).cloned().collect();
    assert_eq!(borders(features("degrees.gpkg", SCB)), borders(two));
}

#[test]
fn the_catalogue_says_what_the_file_leaves_open() {
    let wanted = Wanted { object: Some("kommun"), crs: Some(Crs::Metres), ..SCB };
    assert_eq!(features("open.gpkg", wanted), features("areas.topojson", SCB)[2..3]);
}

#[test]
fn geojson_may_name_its_system_or_not() {
    let ring = "[[[500000,6500000],[510000,6500000],[510000,6510000],[500000,6500000]]]";
    let text = format!(
        r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","id":18,"properties":null,
            "geometry":{{"type":"Polygon","coordinates":{ring}}}}}]}}"#
    );
    let read = |wanted| read::parse(Path::new("x.geojson"), text.as_bytes(), wanted);
    let found = read(Wanted { crs: Some(Crs::Metres), ..Wanted::default() }).unwrap();
    assert_eq!((found[0].code.as_str(), found[0].polygons[0][0].len()), ("18", 3));
    let error = read(Wanted::default()).unwrap_err().to_string();
    assert_eq!(
        error,
        "x.geojson: area 18: 500000 6500000 is no position in EPSG:4326 (say what coordinates are: crs = \"EPSG:3006\")"
    );
}
