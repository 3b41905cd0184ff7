//! What is read, and how refusals are worded.

use nulage::bundle::caps::Caps;
use nulage::bundle::problem::{Kind, Problem};
use nulage::bundle::read::{read, read_dataset};
use nulage::bundle::write::{write, write_dataset};

use super::{SMALL, changed};

fn refusal(bytes: impl AsRef<[u8]>) -> Problem {
    read(bytes.as_ref(), &Caps::default()).expect_err("must be refused")
}

/// Kind, path, line, then parts that the message must contain.
fn check(text: &str, kind: Kind, path: &str, line: usize, says: &[&str]) {
    let problem = refusal(text);
    assert_eq!((problem.kind, problem.path.as_str(), problem.line), (kind, path, line), "{problem}");
    for part in says {
        assert!(problem.to_string().contains(part), "“{part}” in {problem}");
    }
}

#[test]
fn the_fixture_reads_without_notes_and_writes_the_same_text() {
    let (bundle, notes) = read(SMALL.as_bytes(), &Caps::default()).unwrap();
    assert_eq!(notes, []);
    assert_eq!(bundle.indicators.len(), 4);
    let text = write(&bundle);
    if text != SMALL {
        let kept = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("small.bundle.json");
        std::fs::write(&kept, &text).unwrap();
        panic!("the fixture is not as the writer writes it; see {}", kept.display());
    }
    assert!(text.lines().all(|line| line == line.trim_end()));
    assert_eq!(text.lines().filter(|line| line.contains("\"dataset\":{")).count(), 4, "a line per indicator");
}

#[test]
fn a_byte_order_mark_is_accepted() {
    let marked = format!("\u{feff}{SMALL}");
    assert_eq!(
        read(marked.as_bytes(), &Caps::default()).unwrap(),
        read(SMALL.as_bytes(), &Caps::default()).unwrap()
    );
}

#[test]
fn what_is_no_bundle_at_all() {
    check("", Kind::Empty, "", 1, &["nothing"]);
    check(" \n ", Kind::Empty, "", 1, &[]);
    check("<!doctype html>", Kind::NotJson, "", 1, &["web page"]);
    check("[]", Kind::WrongFormat, "", 1, &["\"format\": \"nulage\"", "an array"]);
    check("17", Kind::WrongFormat, "", 1, &["a single value"]);
    check("{}", Kind::WrongFormat, "", 1, &["right file"]);
    check("{\"version\":\"2.0\",\"class\":\"dataset\"}", Kind::WrongFormat, "", 1, &["JSON-stat"]);
    check("{\n\"format\":\"other\"}", Kind::WrongFormat, "format", 2, &["other"]);
    check("{\"format\":\"nulage\"}", Kind::MissingMember, "version", 1, &["\"version\": 1"]);
    check("{\"format\":\"nulage\",\n\"version\":2}", Kind::UnknownVersion, "version", 2, &["newer"]);
    check("{\"format\":\"nulage\",\"version\":\"1\"}", Kind::UnknownVersion, "version", 1, &["build"]);
    check("{\"format\":\"nulage\",\"version\":1}", Kind::MissingMember, "meta", 1, &["a member “meta”"]);

    let latin1 = refusal(b"{\n\"a\": \"K\xE5\"}");
    assert_eq!((latin1.kind, latin1.line, latin1.column), (Kind::NotUtf8, 2, 8), "{latin1}");
    assert!(latin1.to_string().contains("0xE5"), "{latin1}");
}

#[test]
fn broken_json_says_where() {
    check(
        &changed("\"languages\":[\"sv\"", "\"languages\":[\"sv\",,"),
        Kind::NotJson,
        "meta.languages",
        4,
        &[],
    );
    check("{\"format\":\"nulage\",\n \"version\": 1,\n}", Kind::NotJson, "", 3, &["trailing comma"]);
    check("{\"a\":\n NaN}", Kind::NotJson, "a", 2, &["null where there is no value"]);
    let cut = &SMALL[..SMALL.len() / 2];
    assert_eq!(refusal(cut).line, cut.lines().count());
    assert!(refusal(cut).to_string().contains("cut off"));
    let deep = format!("{{\"x\":{}", "[".repeat(1_000_000));
    assert_eq!(refusal(&deep).kind, Kind::NotJson, "and no stack overflow");
    let deep = format!("{{\"x\":{}{},{}", "[".repeat(100), "]".repeat(100), &SMALL[1..]);
    check(&deep, Kind::TooLarge, &format!("x{}", "[0]".repeat(31)), 1, &["levels of nesting"]);
}

#[test]
fn wrong_members_say_what_was_expected() {
    let here = "indicators[0]";
    check(
        &changed("\"county\":\"98\"", "\"county\":98"),
        Kind::WrongType,
        "meta.county",
        4,
        &["a string", "integer \"98\""],
    );
    check(&changed("\"county\":\"98\",", ""), Kind::MissingMember, "meta.county", 4, &[]);
    check(
        &changed("\"decimals\":1,\"direction\":\"up\"", "\"decimals\":-1,\"direction\":\"up\""),
        Kind::WrongValue,
        &format!("{here}.decimals"),
        18,
        &["whole number"],
    );
    check(
        &changed("\"decimals\":1,\"direction\":\"up\"", "\"decimals\":1,\"direction\":\"sideways\""),
        Kind::WrongValue,
        &format!("{here}.direction"),
        18,
        &["sideways", "\"up\""],
    );
    check(
        &changed("\"value\":[40,46,34,", "\"value\":[40,\"46\",34,"),
        Kind::WrongType,
        &format!("{here}.values.dataset.value[1]"),
        18,
        &["a number", "46"],
    );
    check(
        &changed("\"value\":[40,46,34,", "\"value\":[40,1e999,34,"),
        Kind::WrongValue,
        &format!("{here}.values.dataset.value[1]"),
        18,
        &["64 bits", "1e999"],
    );
    check(
        &changed("\"value\":[40,46,34,", "\"value\":7,\"x\":[40,46,34,"),
        Kind::WrongType,
        &format!("{here}.values.dataset.value"),
        18,
        &["an array of cells or an object of cells by position"],
    );
    check(
        &changed("\"county\":\"98\"", "\"county\":\"98\",\"county\":\"97\""),
        Kind::Duplicate,
        "meta.county",
        4,
        &["county"],
    );
    check(
        &changed("\"scale\":[1000,1000]", "\"scale\":[1000]"),
        Kind::WrongValue,
        "geometry.transform.scale",
        14,
        &["2"],
    );
    check(
        &changed(
            "\"units\":{",
            "\"units\":{\"antal\":{\"kind\":\"number\",\"label\":{\"sv\":\"a\"},\"short\":{\"sv\":\"\"}},",
        ),
        Kind::Duplicate,
        "units.antal",
        16,
        &[],
    );
    check(
        &changed("\"title\":{\"sv\":\"Pandemin\",\"en\":\"The pandemic\"}", "\"title\":[\"Pandemin\"]"),
        Kind::WrongType,
        "events[0].title",
        24,
        &["an object"],
    );
}

#[test]
fn limits_hold() {
    let most = Caps::default();
    let refused = |caps: Caps, path: &str| {
        let problem = read(SMALL.as_bytes(), &caps).unwrap_err();
        assert_eq!((problem.kind, problem.path.as_str()), (Kind::TooLarge, path), "{problem}");
        assert!(problem.line >= 1, "{problem}");
    };
    refused(Caps { bytes: 100, ..most }, "");
    refused(Caps { areas: 6, ..most }, "areas");
    refused(Caps { indicators: 3, ..most }, "indicators");
    refused(Caps { cells: 160, ..most }, "indicators[2].values.dataset.size");
    refused(Caps { vertices: 20, ..most }, "geometry.arcs");
    refused(Caps { string: 60, ..most }, "indicators[0].definition.sv");
    refused(Caps { depth: 7, ..most }, "geometry.objects.counties.geometries[0].arcs[0]");
    let huge = changed("\"size\":[7,3,3]", "\"size\":[9999999999,9999999999,9999999999]");
    assert_eq!(refusal(huge).kind, Kind::TooLarge);
}

#[test]
fn a_dataset_reads_alone() {
    let text = include_str!("../../fixtures/scb-TAB6471.reduced.json");
    let dataset = read_dataset(text.as_bytes(), &Caps::default()).unwrap();
    let again = read_dataset(write_dataset(&dataset).as_bytes(), &Caps::default()).unwrap();
    assert_eq!(dataset, again);
    let kind = |text: &str| read_dataset(text.as_bytes(), &Caps::default()).unwrap_err().kind;
    assert_eq!(kind("{\"error\":\"no such table\"}"), Kind::WrongFormat);
    assert_eq!(kind("{\"class\":\"dataset\"}"), Kind::MissingMember);
    assert_eq!(kind("{\"class\":\"dataset\""), Kind::NotJson);
}
