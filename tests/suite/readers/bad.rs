//! Broken workbooks and borders, each with the message it must give.

use std::fs;
use std::path::Path;

use nulage::tool::assemble::{Access, Input, assemble_with};
use nulage::tool::geo::feature::{Crs, Wanted};
use nulage::tool::geo::read;

use super::{fixture, sheet};

#[test]
fn broken_workbooks_say_where_and_what() {
    let wide = r#"layout = "wide", header = ["period", "sex"], columns = { area = "Kommun" }"#;
    let fel = |symbols: &str| format!("sheet = \"Fel\", symbols = {{ {symbols} }}");
    let errors = r##""#N/A" = "not-available""##;
    let rows: &[(&str, &str, &str)] = &[
        ("text.xlsx", "", "text.xlsx: is no xlsx workbook: "),
        ("cut.xlsx", "", "cut.xlsx: is no xlsx workbook: "),
        ("cut.ods", "", "cut.ods: is no ods workbook: "),
        ("named.ods", "", "named.ods: is no ods workbook: "),
        ("old.xls", "", "old.xls: is no workbook that is read (save it as xlsx or ods)"),
        (
            "figures.xlsx",
            "",
            "figures.xlsx: has the sheets “Lång”, “Bred”, “Kön bredvid”, “Datum”, “Procent”, “Fel”, ",
        ),
        ("figures.xlsx", "sheet = \"Lang\"", "figures.xlsx: there is no sheet “Lang” (did you mean “Lång”?)"),
        ("figures.ods", "sheet = \"Tabell 1\"", "figures.ods: there is no sheet “Tabell 1” (it has “Lång”, "),
        ("figures.xlsx", "sheet = \"Tom\"", "figures.xlsx: there is nothing on the sheet “Tom”"),
        (
            "figures.xlsx",
            "sheet = \"Lång\", range = \"K30:M40\"",
            "figures.xlsx: there is nothing on the sheet “Lång” (is the range right?)",
        ),
        (
            "figures.xlsx",
            "sheet = \"Lång\", range = \"A3\"",
            "figures.xlsx: “A3” is not a range of cells, as A3:F40",
        ),
        (
            "figures.xlsx",
            "sheet = \"Lång\", range = \"F40:A3\"",
            "figures.xlsx: “F40:A3” runs backwards; write it from above left to below right",
        ),
        (
            "figures.xlsx",
            "sheet = \"Lång\"",
            "figures.xlsx: Lång!A1: there is no column “area_code” (it has “Kommun”, “År”, “Kön”, “Andel”, “Anm.”; say which: columns = { area = \"…\" })",
        ),
        (
            "figures.xlsx",
            "sheet = \"Lång\", columns = { area = \"Kommun\", period = \"År\", value = \"Andl\" }",
            "figures.xlsx: Lång!A1: there is no column “Andl” (did you mean “Andel”?)",
        ),
        (
            "figures.ods",
            &format!("sheet = \"Bred\", range = \"A3:E6\", {wide}"),
            "figures.ods: Bred!C6: “..” is not a number (say what it means: symbols = { \"..\" = \"not-available\" })",
        ),
        (
            "figures.xlsx",
            &format!("sheet = \"Bred\", range = \"A3:F6\", {wide}, symbols = {{ \"..\" = \"suppressed\" }}"),
            "figures.xlsx: Bred!F3: “Anm.” is not a period; write a year (2022), a quarter (2022K1) or a month (2022M12)",
        ),
        (
            "figures.xlsx",
            "sheet = \"Bred\", layout = \"wide\", columns = { area = \"Kommun\" }",
            "figures.xlsx: Bred!A1: there is no column “Kommun” (it has “Andel efter kön, procent”)",
        ),
        (
            "figures.xlsx",
            "sheet = \"Bred\", range = \"A3:E6\", columns = { area = \"Kommun\" }",
            "figures.xlsx: Bred!A3: there is no column “year” (it has “2021”, …, “2022”: is the table wide, with a column for each period? then say so: layout = \"wide\")",
        ),
        (
            "figures.ods",
            &format!("sheet = \"Omärkt\", {wide}"),
            "figures.ods: Omärkt!C1: the header says no period here",
        ),
        (
            "figures.xlsx",
            "sheet = \"Datum\", layout = \"wide\"",
            "figures.xlsx: Datum!B1: 2022-03-31 is a date, not a period (say what dates stand for: dates = \"year\", \"quarter\" or \"month\")",
        ),
        (
            "figures.xlsx",
            &fel(""),
            "figures.xlsx: Fel!C2: “#N/A” is not a number (say what it means: symbols = { \"#N/A\" = \"not-available\" })",
        ),
        ("figures.ods", &fel(""), "figures.ods: Fel!C2: “#N/A” is not a number"),
        ("figures.xlsx", &fel(errors), "figures.xlsx: Fel!C3: “ca 12” is not a number"),
        (
            "figures.xlsx",
            &fel(&format!("{errors}, \"ca 12\" = \"secret\"")),
            "figures.xlsx: Fel!C3: “ca 12” is to mean “secret”, which is no reason",
        ),
        (
            "figures.xlsx",
            &fel(&format!("{errors}, \"ca 12\" = \"too-uncertain\"")),
            "figures.xlsx: Fel!C4: “TRUE” is not a number",
        ),
        (
            "figures.ods",
            &fel(&format!("{errors}, \"ca 12\" = \"too-uncertain\", TRUE = \"not-available\"")),
            "figures.ods: Fel!C5: 2022-05-01 is a date, not a number (format the cell as a number and write it again)",
        ),
        ("figures.xlsx", "sheet = \"Fel period\"", "figures.xlsx: 'Fel period'!B2: “22” is not a period"),
        (
            "figures.ods",
            "sheet = \"Fel kommun\"",
            "figures.ods: 'Fel kommun'!A2: there is no area “Orebro” (did you mean “Örebro”?)",
        ),
        ("figures.xlsx", "sheet = \"Utan kommun\"", "figures.xlsx: 'Utan kommun'!A3: there is no area"),
        (
            "figures.xlsx",
            "sheet = \"Dubbel\"",
            "figures.xlsx: Dubbel!C3: area 1880, 2021 stands in Dubbel!C2 already",
        ),
        (
            "figures.xlsx",
            "sheet = \"Fel kön\"",
            "figures.xlsx: 'Fel kön'!D2: “hen” is unknown (say what it means: sexes = { \"hen\" = \"women\" }, or men or total)",
        ),
    ];
    for (file, settings, expected) in rows {
        let error = sheet(file, settings).unwrap_err();
        assert!(error.starts_with(expected), "{error}\n{expected}");
    }
}

#[test]
fn broken_borders_say_where_and_what() {
    let whole = Wanted { code: Some("kommunkod"), ..Wanted::default() };
    let rows: &[(&str, Wanted<'_>, &str)] = &[
        ("torn.gpkg", whole, "torn.gpkg: is no GeoPackage: database disk image is malformed"),
        ("plain.gpkg", whole, "plain.gpkg: is no GeoPackage: no such table: gpkg_geometry_columns"),
        ("open.gpkg", whole, "open.gpkg: has the tables kommun, region (name one: object = \"…\")"),
        (
            "open.gpkg",
            Wanted { object: Some("komun"), ..whole },
            "open.gpkg: there is no table “komun” (did you mean “kommun”?)",
        ),
        (
            "open.gpkg",
            Wanted { object: Some("kommun"), ..whole },
            "open.gpkg: area 1862: 461650 6575650 is no position in EPSG:4326 (say what coordinates are: crs = \"EPSG:3006\")",
        ),
        (
            "open.gpkg",
            Wanted { object: Some("region"), crs: Some(Crs::Metres), ..Wanted::default() },
            "open.gpkg: feature 1 has no property “code” (it has fid, geom, kommunkod, kommunnamn; name the one with codes: code = \"…\")",
        ),
        ("rt90.gpkg", whole, "rt90.gpkg: the reference system EPSG:3021 is not read (EPSG:3006 or WGS 84 "),
        (
            "metres.gpkg",
            Wanted { crs: Some(Crs::Degrees), ..whole },
            "metres.gpkg: is in EPSG:3006, and the catalogue says EPSG:4326 (leave crs out)",
        ),
        (
            "metres.gpkg",
            Wanted { code: Some("kommunkd"), ..whole },
            "metres.gpkg: feature 1 has no property “kommunkd” (did you mean “kommunkod”?)",
        ),
        ("points.gpkg", whole, "points.gpkg: area 1862: has a geometry of type 1, which is no polygon"),
        ("null.gpkg", whole, "null.gpkg: area 1862: has no borders"),
        ("cut.gpkg", whole, "cut.gpkg: area 1862: its geometry ends too early"),
        (
            "areas.topojson",
            Wanted { object: Some("komuner"), ..whole },
            "areas.topojson: there is no object “komuner” (did you mean “kommuner”?)",
        ),
        (
            "areas.topojson",
            Wanted::default(),
            "areas.topojson: feature 1 has no property “code” (it has kommunkod, kommunnamn; name the one with codes: code = \"…\")",
        ),
    ];
    for (file, wanted, expected) in rows {
        let bytes = fs::read(fixture("borders").join(file)).unwrap();
        let error = read::parse(Path::new(file), &bytes, *wanted).unwrap_err().to_string();
        assert!(error.starts_with(expected), "{error}\n{expected}");
    }
}

#[test]
fn broken_documents_of_borders_say_what() {
    let topology = |arcs: &str, geometry: &str| {
        format!(
            r#"{{"type":"Topology","arcs":{arcs},"objects":{{"a":{{"type":"GeometryCollection","geometries":[{geometry}]}}}}}}"#
        )
    };
    let arcs = "[[[0,0],[1,0],[1,1],[0,0]]]";
    let rows = [
        (String::new(), "x.json: holds no borders that are read (GeoJSON, TopoJSON or GeoPackage)"),
        ("[]".to_owned(), "x.json: holds no borders that are read"),
        ("{}".to_owned(), "x.json:1: missing field `type`"),
        (topology(arcs, "")[..40].to_owned(), "x.json:1: EOF while parsing"),
        (r#"{"type":"Feature"}"#.to_owned(), "x.json: holds a “Feature” (a FeatureCollection (GeoJSON), "),
        (topology(arcs, ""), "x.json: has no object with borders"),
        (
            topology(arcs, r#"{"type":"Polygon","id":"1","arcs":[[7]]}"#),
            "x.json: area 1: there is no arc 7 among 1",
        ),
        (
            topology(arcs, r#"{"type":"Polygon","id":"1","arcs":[[-3]]}"#),
            "x.json: area 1: there is no arc 2 among 1",
        ),
        (
            topology(arcs, r#"{"type":"Polygon","id":"1","arcs":["0"]}"#),
            "x.json: area 1: its arcs are not lists of whole numbers",
        ),
        (
            topology(arcs, r#"{"type":"LineString","id":"1","arcs":[0]}"#),
            "x.json: area 1: is a LineString (a Polygon or MultiPolygon)",
        ),
        (
            topology(arcs, r#"{"type":null,"id":"1"}"#),
            "x.json: area 1: is a null (a Polygon or MultiPolygon)",
        ),
        (
            topology(arcs, r#"{"type":"Polygon","arcs":[[0]]}"#),
            "x.json: feature 1 has no property “code” (it has none)",
        ),
        (
            topology("[[[0]]]", r#"{"type":"Polygon","id":"1","arcs":[[0]]}"#),
            "x.json: arc 0: a position has fewer than two coordinates",
        ),
        (
            topology("[[[15,59],[15.1,59]]]", r#"{"type":"Polygon","id":"1","arcs":[[0]]}"#),
            "x.json: area 1 has a ring without an area",
        ),
        (topology(arcs, r#"{"type":"MultiPolygon","id":"1","arcs":[]}"#), "x.json: area 1 has no borders"),
        (
            topology(
                arcs,
                r#"{"type":"Polygon","id":"1","arcs":[[0]]},{"type":"Polygon","id":1,"arcs":[[0]]}"#,
            ),
            "x.json: area 1 stands twice",
        ),
    ];
    for (text, expected) in rows {
        let error = read::parse(Path::new("x.json"), text.as_bytes(), Wanted::default()).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}\n{expected}");
    }
}

#[test]
fn broken_geojson_says_which_area_and_what() {
    let feature = |properties: &str, geometry: &str| {
        format!(r#"{{"type":"Feature","properties":{properties},"geometry":{geometry}}}"#)
    };
    let own = |geometry: &str| feature(r#"{"code":"1880"}"#, geometry);
    let ring = |positions: &str| format!(r#"{{"type":"Polygon","coordinates":[[{positions}]]}}"#);
    let sound = ring("[15,59],[15.1,59],[15,59.1],[15,59]");
    let rows = [
        (own("null"), "x.geojson: area 1880: has no borders (take the feature out, or give it a geometry)"),
        (
            own(r#"{"type":"LineString","coordinates":[[15,59],[16,59]]}"#),
            "x.geojson: area 1880: is a LineString (a Polygon or MultiPolygon)",
        ),
        (
            own(r#"{"type":"GeometryCollection","geometries":[]}"#),
            "x.geojson: area 1880: is a GeometryCollection (a Polygon or MultiPolygon)",
        ),
        (
            own(r#"{"type":"Polygon","coordinates":[[15,59],[16,59]]}"#),
            "x.geojson: area 1880: its coordinates are not those of a Polygon (lists of rings, each a list of positions, as [15.2, 59.3])",
        ),
        (own(&ring("[15],[16],[15]")), "x.geojson: area 1880: a position has fewer than two coordinates"),
        (own(&ring("[15,59],[16,59],[15,59]")), "x.geojson: area 1880 has a ring without an area"),
        (
            own(&ring("[512000,6570000],[513000,6570000],[512000,6571000],[512000,6570000]")),
            "x.geojson: area 1880: 512000 6570000 is no position in EPSG:4326 (say what coordinates are: crs = \"EPSG:3006\")",
        ),
        (
            feature(r#"{"kommun":"1880"}"#, &sound),
            "x.geojson: feature 1 has no property “code” (it has kommun; name the one with codes: code = \"…\")",
        ),
        (format!("{},{}", own(&sound), own(&sound)), "x.geojson: area 1880 stands twice"),
    ];
    for (features, expected) in rows {
        let text = format!(r#"{{"type":"FeatureCollection","features":[{features}]}}"#);
        let error = read::parse(Path::new("x.geojson"), text.as_bytes(), Wanted::default()).unwrap_err();
        assert!(error.to_string().starts_with(expected), "{error}\n{expected}");
    }
}

#[test]
fn broken_jsonstat_says_where_and_what() {
    let sound = r#"{"version":"2.0","class":"dataset","id":["Region","Tid"],"size":[1,2],
"dimension":{"Region":{"category":{"index":["1880"]}},
"Tid":{"category":{"index":["2021","2022"]}}},
"value":[1,2]}"#;
    let rows = [
        (
            r#""class":"dataset""#,
            r#""class":"dimension""#,
            "class: expected the class “dataset”, found “dimension”",
        ),
        (r#""version":"2.0""#, r#""version":"1.0""#, "2.0"),
        (r#""size":[1,2]"#, r#""size":[1,3]"#, "dimension.Tid"),
        (r#""size":[1,2]"#, r#""size":[1]"#, "size"),
        (r#""value":[1,2]"#, r#""value":[1]"#, "value"),
        (r#""value":[1,2]"#, r#""value":[1,"två"]"#, "value[1]"),
        (r#"["2021","2022"]"#, r#"["2021","i fjol"]"#, "i fjol"),
        (r#"["2021","2022"]"#, r#"["2021","2021"]"#, "2021"),
        (r#""Tid":{"#, r#""År":{"#, "Tid"),
        (r#""id":["Region","Tid"]"#, r#""id":["Kommun","Tid"]"#, "Kommun"),
    ];
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad-jsonstat");
    fs::create_dir_all(&folder).unwrap();
    let wanted: nulage::tool::catalogue_source::JsonStat = toml::from_str("file = \"x.json\"").unwrap();
    let mut wrong = Vec::new();
    for (from, to, expected) in rows {
        assert_eq!(sound.matches(from).count(), 1, "{from}");
        fs::write(folder.join("x.json"), sound.replace(from, to)).unwrap();
        let error = nulage::tool::source::jsonstat::read(&folder, &wanted).unwrap_err().to_string();
        if !(error.contains("x.json") && error.contains(expected)) {
            wrong.push(format!("{error}\n{expected}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A catalogue with one sheet and one layer of borders.
fn catalogue(municipalities: &str, layer: &str, excel: &str) -> String {
    format!(
        r#"
[meta]
id = "x"
title = {{ sv = "X" }}
publisher = {{ sv = "X" }}
licence = {{ sv = "X" }}
updated = "2026-01-01"
languages = ["sv"]
county = "18"
[areas]
nation = {{ code = "00", name = {{ sv = "Riket" }} }}
counties = [{{ code = "18", name = {{ sv = "Örebro län" }} }}]
municipalities = [{municipalities}]
[geometry]
grid = 10
source = {{ sv = "SCB" }}
[[geometry.layers]]
level = "municipality"
tolerance = 0
{layer}
[units.percent]
kind = "percent"
label = {{ sv = "procent" }}
short = {{ sv = "%" }}
[[indicators]]
id = "a"
title = {{ sv = "A" }}
subject = {{ sv = "a" }}
definition = {{ sv = "A." }}
base = {{ sv = "a" }}
unit = "percent"
decimals = 1
direction = "up"
source = {{ publisher = "SCB" }}
excel = {{ {excel} }}
"#
    )
}

/// Faults, or remarks on a bundle, as a run tells them.
fn assembled(municipalities: &str, layer: &str, excel: &str) -> Result<Vec<String>, Vec<String>> {
    let text = catalogue(municipalities, layer, excel);
    let base = fixture("");
    let input = Input { file: Path::new("c.toml"), text: &text, base: &base };
    let made = assemble_with(input, Access::files());
    let from_base = |line: String| line.replace(&base.display().to_string(), "");
    match made {
        Ok(made) => Ok(made.notes.iter().map(|n| from_base(n.to_string())).collect()),
        Err(faults) => Err(faults.iter().map(|f| from_base(f.to_string())).collect()),
    }
}

#[test]
fn a_catalogue_of_sheets_and_borders_is_assembled() {
    const FOUR: &str = r#"{ code = "1814", name = { sv = "Lekeberg" } }, { code = "1860", name = { sv = "Laxå" } },
        { code = "1862", name = { sv = "Degerfors" } }, { code = "1883", name = { sv = "Karlskoga" } }"#;
    const LAYER: &str = "file = \"borders/metres.gpkg\"\ncode = \"kommunkod\"";
    const SHEET: &str = r#"file = "sheets/figures.xlsx", sheet = "Procent""#;
    let five = format!(
        "{FOUR}, {{ code = \"1880\", name = {{ sv = \"Örebro\" }} }}, {{ code = \"1884\", name = {{ sv = \"Nora\" }} }}"
    );
    assert_eq!(
        assembled(&five, LAYER, SHEET).unwrap(),
        [
            "warning: borders/metres.gpkg: no borders of 1880, 1884",
            "note: sheets/figures.xlsx:Procent: 2 figures are formatted as per cent and count as shown, times 100",
        ]
    );
    let two = r#"{ code = "1880", name = { sv = "Örebro" } }, { code = "1814", name = { sv = "Lekeberg" } }"#;
    assert_eq!(
        assembled(two, LAYER, "file = \"sheets/figures.ods\", sheet = \"Lang\"").unwrap_err(),
        [
            "borders/metres.gpkg: 3 codes are no municipality of the catalogue: 1860, 1862, 1883 \
             (add them to the catalogue’s areas)",
            "sheets/figures.ods: there is no sheet “Lang” (did you mean “Lång”?)",
        ]
    );
    for (layer, excel, expected) in [
        (
            "file = \"borders/metres.gpkg\"\ncrs = \"EPSG:3021\"",
            SHEET,
            "c.toml:22: unknown variant `EPSG:3021`",
        ),
        (LAYER, "file = \"sheets/figures.xlsx\", header = [\"yeer\"]", "c.toml:37: unknown variant `yeer`"),
        (
            LAYER,
            "file = \"sheets/figures.xlsx\", school_year = \"last\"",
            "c.toml:36: unknown variant `last`",
        ),
        (LAYER, "file = \"sheets/figures.xlsx\", dates = \"day\"", "c.toml:36: unknown variant `day`"),
        (
            LAYER,
            "file = \"sheets/figurs.xlsx\"",
            "sheets/figurs.xlsx: there is no such file (c.toml names it, and its paths begin in the folder ; did you mean “figures.xlsx”?)",
        ),
        (
            "file = \"borders/none.gpkg\"",
            SHEET,
            "borders/none.gpkg: there is no such file (c.toml names it, and its paths begin in the folder ",
        ),
        (
            LAYER,
            "file = \"sheets/figures.xlsx\", layout = \"wide\", header = [\"sex\", \"sex\"]",
            "c.toml:36: the header says the sex twice",
        ),
        (
            LAYER,
            "file = \"sheets/figures.xlsx\", header = [\"period\"]",
            "c.toml:36: a header is for the layout “wide”",
        ),
        (
            LAYER,
            "file = \"sheets/figures.xlsx\", layout = \"wide\", header = [\"sex\"], columns = { sex = \"Kön\" }",
            "c.toml:36: the sex is said by the header and by the column “Kön” (keep one of them)",
        ),
    ] {
        let faults = assembled(&five, layer, excel).unwrap_err();
        // The line is that of the member or of the list it stands in, as the reader of TOML has it.
        let said = expected.split_once(": ").map_or(expected, |(_, said)| said);
        assert!(faults.iter().any(|f| f.contains(said)), "{faults:#?}\n{expected}");
    }
}
