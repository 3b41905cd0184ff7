//! What changed since the bundle before.

use nulage::tool::check::check;
use nulage::tool::check::finding::{Fact, Severity};
use serde_json::{Value, json};

use super::{NOTHING, Told, add, at, both, calm, one, read, told};

fn changes(before: &Value, now: &Value) -> Vec<Told> {
    let (now, before) = (read(now), Ok(read(before)));
    let report = check(&now, Some(&before));
    let changes = [
        "revised",
        "added",
        "gone",
        "unit-changed",
        "new-indicator",
        "gone-indicator",
        "new-area",
        "gone-area",
    ];
    let of_change = report.findings.iter().filter(|f| changes.contains(&f.fact.code()));
    of_change.map(|f| told(&report, f)).collect()
}

#[test]
fn the_same_bundle_has_no_changes() {
    assert_eq!(changes(&calm(), &calm()), NOTHING);
}

#[test]
fn values_revised_added_and_gone() {
    let mut now = calm();
    add(&mut now, "9803", 2015, 0.3);
    add(&mut now, "9801", 2012, -0.1);
    assert_eq!(changes(&calm(), &now), [one("revised", Severity::Note, "9803", "2015")]);
    let mut fewer = calm();
    for (area, year) in [("9803", 2020), ("9803", 2021), ("00", 2021)] {
        *at(&mut fewer, area, year) = Value::Null;
    }
    let (less, more) = (changes(&calm(), &fewer), changes(&fewer, &calm()));
    assert_eq!(less, [one("gone", Severity::Warning, "", "")]);
    assert_eq!(more.iter().map(|f| (f.0, f.3.as_str())).collect::<Vec<_>>(), [("added", "2021")]);
    let (now, before) = (read(&fewer), Ok(read(&calm())));
    let report = check(&now, Some(&before));
    let gone = report.findings.iter().find(|f| f.fact.code() == "gone").unwrap();
    let span = ("2020".parse().unwrap(), "2021".parse().unwrap());
    assert_eq!(gone.fact, Fact::Gone { cells: 3, span });
    assert!(report.previous.is_some());
}

#[test]
fn indicators_areas_and_units() {
    let mut other = calm();
    let mut second = other["indicators"][0].clone();
    second["id"] = json!("andra");
    other["indicators"].as_array_mut().unwrap().push(second);
    assert_eq!(changes(&calm(), &other), [one("new-indicator", Severity::Note, "", "")]);
    assert_eq!(changes(&other, &calm()), [one("gone-indicator", Severity::Warning, "", "")]);
    let mut area = calm();
    area["areas"].as_array_mut().unwrap().push(
        json!({ "code": "9807", "name": both("Nyby", "Nyby"), "level": "municipality", "parent": "98" }),
    );
    assert_eq!(changes(&calm(), &area), [one("new-area", Severity::Note, "9807", "")]);
    assert_eq!(changes(&area, &calm()), [one("gone-area", Severity::Warning, "", "")]);
    let mut unit = calm();
    unit["indicators"][0]["unit"] = json!("points");
    assert_eq!(changes(&calm(), &unit), [one("unit-changed", Severity::Warning, "", "")]);
}

#[test]
fn a_bundle_before_that_cannot_be_read_is_said() {
    let now = read(&calm());
    let before = Err("old.json: expected a bundle".to_owned());
    let report = check(&now, Some(&before));
    let codes: Vec<_> = report.findings.iter().map(|f| (f.fact.code(), f.severity)).collect();
    assert_eq!(codes, [("no-previous", Severity::Warning)]);
}
