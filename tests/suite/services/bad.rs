//! Broken catalogues and answers, each with the message it must give.

use super::server::{Asked, Reply, Server};
use super::{User, fixture, sound};

/// The catalogue with the only occurrence of `from` replaced, and the line it stood on.
fn changed(from: &str, to: &str) -> (String, usize) {
    let text = fixture("services/catalogue.toml");
    assert_eq!(text.matches(from).count(), 1, "“{from}” must stand once");
    let line = text[..text.find(from).unwrap()].matches('\n').count() + 1;
    (text.replace(from, to), line)
}

#[test]
fn broken_catalogues_say_where_and_what() {
    let server = Server::start(sound);
    let user = User::of("bad-catalogues", &server);
    let v2 = format!("{}/v2", server.address);
    let guests = r#"kolada = { kpi = "N45850" }"#;
    let query = r#"query = { Alder = ["0-9"], Kon = ["*"], ContentsCode = ["000007SF"], "#;
    let no_table = format!(
        "there is no table TAB6472 at {v2} (it may have been replaced: look for it on the service's page)"
    );
    for (from, to, expected) in [
        (
            guests,
            r#"kolada = { kpi = "N99999" }"#,
            "Kolada has no key figure N99999 (it may have been replaced: look for it on www.kolada.se, or keep its figures in a file with values)",
        ),
        (
            guests,
            r#"kolada = { kp = "N45850" }"#,
            "unknown field `kp`, expected one of `kpi`, `women`, `men`, `domestic`, `foreign` (did you mean “kpi”?)",
        ),
        (guests, r#"kolada = "N45850""#, "invalid type: string \"N45850\", expected struct Kolada"),
        (guests, r#"koladda = { kpi = "N45850" }"#, "unknown field `koladda`, expected one of"),
        (r#"table = "TAB6471""#, r#"table = "TAB6472""#, no_table.as_str()),
        (
            r#"table = "TAB6471""#,
            r#"table = "TAB 6471?x""#,
            "“TAB 6471?x” is no table (as TAB2921, or a path with api = \"v1\")",
        ),
        (
            query,
            r#"query = { Aldr = ["0-9"], Kon = ["*"], ContentsCode = ["000007SF"], "#,
            "the table has no variable “Aldr” (did you mean “Alder”?)",
        ),
        (
            query,
            r#"query = { Inkomst = ["0-9"], "#,
            "the table has no variable “Inkomst” (it has Region, Alder, Kon, ContentsCode, Tid)",
        ),
        (
            query,
            r#"query = { Alder = ["0-99"], Kon = ["*"], ContentsCode = ["000007SF"], "#,
            "“Alder” has no code “0-99” (did you mean “",
        ),
        (
            query,
            r#"query = { Kon = ["*"], ContentsCode = ["000007SF"], "#,
            "the query must choose codes of “Alder” (among them 0, TotSA, ",
        ),
        (
            r#"table = "TAB6471", "#,
            r#"table = "TAB6471", region = "Regin", "#,
            "the table has no variable “Regin” for areas (did you mean “Region”?)",
        ),
        (
            r#"table = "TAB6471", "#,
            r#"table = "TAB6471", api = "v3", "#,
            "unknown variant `v3`, expected `v1` or `v2` (did you mean “v1”?)",
        ),
        (
            r#"title = { sv = "Barn 0–9 år", en = "Children aged 0–9" }"#,
            r#"title = "Barn""#,
            "“title” does not say the language of its text (write title = { sv = \"Barn\" }",
        ),
        (r#"unit = "persons""#, r#"unit = "person""#, "there is no unit “person” (did you mean “persons”?)"),
        (
            "languages = [\"sv\", \"en\"]\ncounty = \"18\"",
            "languages = [\"sv\", \"en\"]\ncounty = \"81\"",
            "there is no county “81”",
        ),
        (
            r#"id = "barn-0-9""#,
            r#"id = "gastnatter-per-invanare""#,
            "the indicator “gastnatter-per-invanare” stands twice",
        ),
        (
            guests,
            "",
            "“gastnatter-per-invanare” has no source (name one: values, csv, excel, jsonstat, kolada or pxweb)",
        ),
        (
            guests,
            "kolada = { kpi = \"N45850\" }\njsonstat = { file = \"x.json\" }",
            "“gastnatter-per-invanare” has two sources, jsonstat and kolada (keep one of them)",
        ),
        (guests, "csv = { file = \"nowhere.csv\" }", "there is no such file ("),
        (
            guests,
            "jsonstat = { file = \"bundle.json\" }",
            "expected a JSON-stat 2.0 dataset: an object with \"class\": \"dataset\"",
        ),
        (guests, "jsonstat = { file = \"catalogue.toml\" }", "expected "),
        (guests, "csv = { file = \"catalogue.toml\" }", ", and the header has "),
        (
            guests,
            "csv = { file = \"x.csv\", encoding = \"utf8\" }",
            "unknown variant `utf8`, expected one of `utf-8`, `iso-8859-1`, `latin-1`, `windows-1252` (did you mean “utf-8”?)",
        ),
        (
            guests,
            "csv = { file = \"x.csv\", layout = \"broad\" }",
            "unknown variant `broad`, expected `long` or `wide`",
        ),
        (
            guests,
            "csv = { file = \"x.csv\", columns = { aera = \"x\" } }",
            "unknown field `aera`, expected one of `area`, ",
        ),
        ("[meta]", "[meta", "unclosed table, expected `]`"),
    ] {
        let (text, line) = changed(from, to);
        let faults = user.assemble(&text).unwrap_err();
        let at_line = [
            format!("catalogue.toml:{line}: "),
            format!("catalogue.toml:{}: ", line + to.matches('\n').count()),
        ];
        let found = faults.iter().find(|f| f.contains(expected));
        let found = found.unwrap_or_else(|| panic!("{faults:#?}\n{expected}"));
        // Faults of files name the file; all others the catalogue's line, or the indicator's.
        let named = at_line.iter().any(|place| found.starts_with(place.as_str()));
        let of_file = to.contains("file = ") && !found.starts_with("catalogue.toml");
        let of_indicator = found.contains("source") && found.starts_with("catalogue.toml:");
        assert!(named || of_file || of_indicator, "{found}\nline {line}");
    }
}

#[test]
fn key_figures_that_say_too_much_or_nothing_are_faults() {
    let server = Server::start(sound);
    let user = User::of("bad-figures", &server);
    let (text, line) =
        changed(r#"kolada = { kpi = "N45850" }"#, r#"kolada = { kpi = "N01951", women = "N01951" }"#);
    let faults = user.assemble(&text).unwrap_err();
    assert!(faults[0].starts_with(&format!("catalogue.toml:{line}: N01951: area ")), "{faults:?}");
    assert!(faults[0].contains("women stands here twice"), "{faults:?}");
    let empty = Server::start(|asked| {
        if asked.path.starts_with("/v3/data") {
            Reply::json(r#"{"values":[],"next_url":""}"#)
        } else {
            sound(asked)
        }
    });
    let user = User::of("bad-empty", &empty);
    let faults = user.assemble(&fixture("services/catalogue.toml")).unwrap_err();
    assert!(faults[0].ends_with("Kolada has no value of N00925 for these areas"), "{faults:?}");
}

#[test]
fn broken_answers_say_who_gave_them() {
    type Change = fn(&Asked) -> Option<Reply>;
    let datum = |inner: &str| {
        format!(
            r#"{{"values":[{{"kpi":"N45850","municipality":"1880","period":2022,"values":[{inner}]}}],"next_url":null}}"#
        )
    };
    let unknown = Box::leak(datum(r#"{"gender":"F","value":1,"status":""}"#).into_boxed_str());
    let text_period = r#"{"values":[{"kpi":"N45850","municipality":"1880","period":"2022","values":[]}]}"#;
    let other = r#"{"values":[{"kpi":"N00003","municipality":"1880","period":2022,"values":[]}]}"#;
    let nameless = r#"{"values":[],"next_url":"page two"}"#;
    for (path, body, expected) in [
        ("/v3/data", &*unknown, "N45850: gender “F” is unknown"),
        (
            "/v3/data",
            text_period,
            "is not what Kolada's version 3 answers: invalid type: string \"2022\", expected i16",
        ),
        ("/v3/data", other, "answers with key figure N00003, which was not asked for"),
        ("/v3/data", nameless, "names “page two” as its next page"),
        (
            "/v2/config",
            r#"{"maxDataCells":"many"}"#,
            "/v2/config: is not what PxWebApi 2 answers: invalid type: string \"many\", expected usize",
        ),
        (
            "/v2/config",
            r#"{"maxDataCells":1,"maxCallsPerTimeWindow":3,"timeWindow":1}"#,
            "one area and period have more than 1 cells",
        ),
        (
            "/v2/tables/TAB2921/metadata",
            r#"{"id":["Region"],"dimension":{}}"#,
            "is not a table's metadata: the dimension Region is missing",
        ),
        ("/v2/tables/TAB2921/metadata", r#"{"title":"x"}"#, "is not a table's metadata: missing field `id`"),
        ("/v2/tables/TAB2921/data", r#"{"class":"collection"}"#, "expected a JSON-stat 2.0 dataset"),
        (
            "/v2/tables/TAB2921/data",
            r#"{"version":"2.0","class":"dataset","id":["Region","Tid"],"size":[1,1],"dimension":{"Region":{"category":{"index":["18"]}},"Tid":{"category":{"index":["2022"]}}},"value":[null],"status":[".."]}"#,
            "(say what it means in the catalogue: symbols = { \"..\" = \"…\" })",
        ),
        (
            "/v2/tables/TAB2921/data",
            r#"{"version":"2.0","class":"dataset","id":["Region","Tid"],"size":[1,2],"dimension":{"Region":{"category":{"index":["18"]}},"Tid":{"category":{"index":["2022"]}}},"value":[1]}"#,
            "expected 2 categories, the dimension's size, found 1",
        ),
        ("/v1/AM/ArbStatusAr", r#"{"variables":[]}"#, "the table has no variable “"),
    ] {
        let (path, body) = (path.to_owned(), body.to_owned());
        let server = Server::start(move |asked| {
            if asked.path.starts_with(&path) { Reply::json(body.clone()) } else { sound(asked) }
        });
        let user = User::of("bad-answers", &server);
        let error = user.assemble(&fixture("services/catalogue.toml")).unwrap_err().join("\n");
        assert!(error.contains(expected), "{error}\n{expected}");
    }
    let refuses: Change = |asked| {
        let refused = r#"{"type":"Parameter error","title":"Too many cells selected","status":400}"#;
        asked.path.ends_with("/data").then(|| Reply::status(400, refused))
    };
    let server = Server::start(move |asked| refuses(asked).unwrap_or_else(|| sound(asked)));
    let error = User::of("bad-cells", &server).bundle(&fixture("services/catalogue.toml")).unwrap_err();
    assert!(
        error.ends_with("/data?lang=sv&outputFormat=json-stat2: answers 400: Too many cells selected"),
        "{error}"
    );
}
