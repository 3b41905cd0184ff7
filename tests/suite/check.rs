//! `nulage check`: every kind of finding on a bundle that has it and on one that has not, and how
//! findings are said.

mod changes;
mod default;
mod odd;
mod said;
mod texts;

use nulage::tool::check::finding::{Finding, Severity};
use nulage::tool::check::read::{Read, bytes};
use nulage::tool::check::{Report, check};
use serde_json::{Value, json};

const AREAS: [&str; 11] = ["00", "95", "96", "97", "98", "9801", "9802", "9803", "9804", "9805", "9806"];
const NAMES: [&str; 11] = [
    "Riket",
    "Ettlän",
    "Tvålän",
    "Trelän",
    "Demolän",
    "Almvik",
    "Björkhamn",
    "Ekdala",
    "Furunäs",
    "Granby",
    "Åsmo",
];
const FIRST: usize = 2010;
const YEARS: usize = 12;

fn both(sv: &str, en: &str) -> Value {
    json!({ "sv": sv, "en": en })
}

fn years() -> Vec<String> {
    (FIRST..FIRST + YEARS).map(|year| year.to_string()).collect()
}

/// A made-up value with one decimal that nothing is odd about: each area its level, all the same
/// trend, a little noise.
fn usual(area: usize, year: usize) -> f64 {
    let noise = (area * 7 + year * 5 + area * year * 3) % 7;
    (400.0 + 10.0 * area as f64 + 4.0 * year as f64 + noise as f64).round() / 10.0
}

/// A bundle without anything odd: the indicator “andel”, per cent, eleven areas, twelve years.
fn calm() -> Value {
    let area = |(code, name): (&&str, &&str)| {
        let (level, parent) = match code.len() {
            _ if *code == "00" => ("nation", Value::Null),
            2 => ("county", json!("00")),
            _ => ("municipality", json!("98")),
        };
        let mut area = json!({ "code": code, "name": both(name, name), "level": level });
        if !parent.is_null() {
            area["parent"] = parent;
        }
        area
    };
    let values: Vec<f64> = (0..AREAS.len()).flat_map(|a| (0..YEARS).map(move |y| usual(a, y))).collect();
    json!({
        "format": "nulage", "version": 1,
        "meta": {
            "id": "lugn", "title": both("Lugnt", "Calm"), "publisher": both("Vi", "We"), "licence": both("CC0", "CC0"),
            "updated": "2024-01-15", "languages": ["sv", "en"], "county": "98",
        },
        "areas": AREAS.iter().zip(&NAMES).map(area).collect::<Vec<_>>(),
        "units": {
            "percent": { "kind": "percent", "label": both("procent", "per cent"), "short": both("%", "%") },
            "persons": { "kind": "amount", "label": both("personer", "people"), "short": both("", "") },
            "points": { "kind": "number", "label": both("poäng", "points"), "short": both("p", "pts") },
        },
        "indicators": [{
            "id": "andel", "title": both("Andel", "Share"), "subject": both("andelen som svarar", "the share who answer"),
            "definition": both("Andel av alla som svarar på frågan.", "Share of everybody who answers the question."),
            "base": both("av alla", "of everybody"), "unit": "percent", "decimals": 1, "direction": "up",
            "source": { "publisher": "Vi" },
            "values": { "dataset": {
                "version": "2.0", "class": "dataset", "id": ["area", "period"], "size": [AREAS.len(), YEARS],
                "dimension": { "area": { "category": { "index": AREAS } }, "period": { "category": { "index": years() } } },
                "value": values,
            } },
        }],
    })
}

/// The calm bundle with women and men beside everybody, whose values `figure` gives by area, year
/// and sex (0 everybody, 1 women, 2 men).
fn split(unit: &str, figure: impl Fn(usize, usize, usize) -> f64) -> Value {
    let mut bundle = calm();
    let indicator = &mut bundle["indicators"][0];
    indicator["unit"] = json!(unit);
    let dataset = &mut indicator["values"]["dataset"];
    dataset["id"] = json!(["area", "period", "sex"]);
    dataset["size"] = json!([AREAS.len(), YEARS, 3]);
    dataset["dimension"]["sex"] = json!({ "category": { "index": ["total", "women", "men"] } });
    let mut values = Vec::new();
    for area in 0..AREAS.len() {
        for year in 0..YEARS {
            values.extend((0..3).map(|sex| figure(area, year, sex)));
        }
    }
    dataset["value"] = json!(values);
    bundle
}

/// The value of an area in a year of the first indicator.
fn at<'a>(bundle: &'a mut Value, area: &str, year: usize) -> &'a mut Value {
    let row = AREAS.iter().position(|code| *code == area).expect("an area");
    let dataset = &mut bundle["indicators"][0]["values"]["dataset"];
    let groups = dataset["size"].as_array().expect("sizes").get(2).and_then(Value::as_u64).unwrap_or(1);
    &mut dataset["value"][(row * YEARS + year - FIRST) * groups as usize]
}

/// Changes a value by a difference.
fn add(bundle: &mut Value, area: &str, year: usize, difference: f64) {
    let value = at(bundle, area, year);
    *value = json!(((value.as_f64().expect("a number") + difference) * 10.0).round() / 10.0);
}

fn read(bundle: &Value) -> Read {
    bytes("made.json".to_owned(), bundle.to_string().as_bytes(), &mut |_| Err("nothing there".to_owned()))
        .expect("a bundle")
}

/// A finding: kind, severity, area, period.
type Told = (&'static str, Severity, String, String);

const NOTHING: [Told; 0] = [];

/// Every finding.
fn found(bundle: &Value) -> Vec<Told> {
    let now = read(bundle);
    let report = check(&now, None);
    report.findings.iter().map(|f| told(&report, f)).collect()
}

fn told(report: &Report<'_>, finding: &Finding) -> Told {
    let area = finding.area.map(|id| report.data.regions().get(id).code.clone());
    let period = finding.period.map(|period| period.to_string());
    (finding.fact.code(), finding.severity, area.unwrap_or_default(), period.unwrap_or_default())
}

/// The same as one would write it.
fn one(kind: &'static str, severity: Severity, area: &str, period: &str) -> Told {
    (kind, severity, area.to_owned(), period.to_owned())
}

/// Whether there is any finding of a kind.
fn has(bundle: &Value, kind: &str) -> bool {
    found(bundle).iter().any(|f| f.0 == kind)
}

#[test]
fn a_calm_bundle_has_no_findings() {
    assert_eq!(found(&calm()), NOTHING);
}
