//! Findings said: in the terminal, as JSON, as HTML, by exit codes; and never a panic.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use nulage::tool::check::finding::KINDS;
use nulage::tool::check::terminal::{self, Detail};
use nulage::tool::check::{Locale, check, html, json, read::bytes};
use proptest::prelude::*;
use serde_json::{Value, json as value};
use sha2::Digest as _;

use super::{add, at, both, calm, read};
use crate::bundle::random::{ODD, document};

/// A bundle with findings of every severity, whose texts try to be markup.
fn troubled() -> Value {
    let mut bundle = calm();
    add(&mut bundle, "9803", 2015, 15.0);
    add(&mut bundle, "9801", 2013, 15.0);
    *at(&mut bundle, "9802", 2014) = value!(120.5);
    *at(&mut bundle, "9804", 2014) = Value::Null;
    let hostile = "</title><script>alert('å & \"ö\"')</script><img src=x onerror=y>";
    bundle["meta"]["title"] = both(hostile, hostile);
    bundle["areas"][7]["name"] = both(hostile, hostile);
    bundle["indicators"][0]["title"] = both(hostile, hostile);
    bundle["indicators"][0]["annotations"] =
        value!([{ "period": "2013", "area": "9801", "text": both(hostile, hostile) }]);
    bundle
}

#[test]
fn the_terminal_keeps_to_its_width() {
    let now = read(&troubled());
    let report = check(&now, None);
    for locale in Locale::ALL {
        for width in [72, 80, 120, 200] {
            let text = terminal::text(&report, locale, width, Detail::All);
            let long: Vec<&str> = text.lines().filter(|l| l.chars().count() > width).collect();
            assert!(long.is_empty(), "{width}: {long:#?}");
        }
    }
    let short = terminal::text(&report, Locale::En, 100, Detail::Short);
    assert!(short.contains("1 grave · 2 warnings · 1 note · 1 explained"), "{short}");
    assert!(short.contains("Must be mended") && !short.contains("Coverage") && !short.contains("\nNotes"));
    let swedish = terminal::text(&report, Locale::Sv, 100, Detail::Usual);
    assert!(swedish.contains("Måste rättas") && swedish.contains("Täckning"), "{swedish}");
}

#[test]
fn json_is_what_its_schema_says() {
    let schema: Value = serde_json::from_str(&json::schema()).unwrap();
    let now = read(&troubled());
    let before = Ok(read(&calm()));
    for previous in [None, Some(&before)] {
        let document: Value = serde_json::from_str(&json::text(&check(&now, previous), Locale::En)).unwrap();
        assert!(jsonschema::is_valid(&schema, &document));
        assert_eq!(document["check"], 1);
        assert_eq!(document["previous"].is_null(), previous.is_none());
    }
    let document: Value = serde_json::from_str(&json::text(&check(&now, None), Locale::En)).unwrap();
    assert_eq!(document["counts"], value!({ "explained": 1, "grave": 1, "note": 1, "warning": 2 }));
    let findings = document["findings"].as_array().unwrap();
    let outlier = findings.iter().find(|f| f["kind"] == "outlier" && f["area"] == "9803").unwrap();
    assert_eq!(
        (&outlier["indicator"], &outlier["area"], &outlier["period"]),
        (&value!("andel"), &value!("9803"), &value!("2015"))
    );
    assert!(outlier["numbers"]["score"].as_f64().unwrap() > 7.0);
    assert_eq!(document["coverage"][0]["cells"].as_array().unwrap().len(), 11);
}

#[test]
fn the_page_holds_text_and_nothing_that_runs() {
    let now = read(&troubled());
    let report = check(&now, None);
    for locale in Locale::ALL {
        let page = html::page(&report, locale);
        for word in ["<script", "<img", " style=", "onerror=y>", "javascript:", "url(h", "@import"] {
            assert!(!page.contains(word), "{word}");
        }
        let style = page.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
        let hash = nulage::tool::site::base64(&sha2::Sha256::digest(style.as_bytes()));
        assert!(page.contains(&format!("default-src 'none'; style-src 'sha256-{hash}'")));
        assert!(page.contains(&format!("<html lang=\"{}\"", locale.tag())));
        // A picture per outlier, also of the explained one; one matrix; four swatches.
        assert_eq!(page.matches("<svg").count(), 3 + 1 + 4, "{locale:?}");
        for tag in ["section", "details", "ul", "li", "dl", "svg", "div", "h3"] {
            let open = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(open, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }
}

fn kept(name: &str, bundle: &Value) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, bundle.to_string()).unwrap();
    file
}

/// Exit code, standard output and standard error of the tool.
fn run(arguments: &[&str]) -> (Option<i32>, String, String) {
    let made = Command::new(env!("CARGO_BIN_EXE_nulage")).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (made.status.code(), text(made.stdout), text(made.stderr))
}

#[test]
fn exit_codes_say_how_it_went() {
    let (calm, troubled) = (kept("calm.json", &calm()), kept("troubled.json", &troubled()));
    let (calm, troubled) = (calm.to_str().unwrap(), troubled.to_str().unwrap());
    let (code, out, _) = run(&["check", calm]);
    assert_eq!(code, Some(0), "{out}");
    assert!(out.contains("Nothing was found."), "{out}");
    assert_eq!(run(&["check", troubled]).0, Some(3));
    let (code, out, error) = run(&["check", "nowhere.json"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert!(error.starts_with("error: cannot read nowhere.json: there is no such file"), "{error}");
    let (code, _, error) =
        run(&["check", calm, "--previous", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]);
    assert_eq!(code, Some(1), "{error}");
    assert_eq!(run(&["check", calm, "--lang", "de"]).0, Some(2));
    let page = Path::new(calm).with_file_name("report.html");
    let (code, out, _) = run(&[
        "check",
        troubled,
        "--json",
        "--previous",
        calm,
        "--html",
        page.to_str().unwrap(),
        "--lang",
        "sv",
    ]);
    assert_eq!(code, Some(3));
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap()["previous"]["id"], "lugn");
    assert!(fs::read_to_string(page).unwrap().starts_with("<!DOCTYPE html>\n<html lang=\"sv\""));
}

#[test]
fn a_bundle_run_ends_with_the_check_and_what_changed() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check-run");
    fs::create_dir_all(&folder).unwrap();
    let out = folder.join("made.bundle.json");
    drop(fs::remove_file(&out));
    let (code, first, error) = run(&["bundle", "-o", out.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{error}");
    assert!(first.contains("Not compared with an earlier bundle") && first.contains("0 grave · "), "{first}");
    let mut old: Value = serde_json::from_str(&fs::read_to_string(&out).unwrap()).unwrap();
    old["indicators"].as_array_mut().unwrap().pop();
    old["meta"]["updated"] = value!("2020-02-02");
    fs::write(&out, old.to_string()).unwrap();
    let (_, second, _) = run(&["bundle", "-o", out.to_str().unwrap()]);
    assert!(second.contains("Compared with the bundle compiled 2020-02-02"), "{second}");
    let (_, swedish, _) = run(&["bundle", "--lang", "sv", "-o", out.to_str().unwrap()]);
    assert!(swedish.contains("allvarliga") && !swedish.contains("grave"), "{swedish}");
    fs::write(&out, "no bundle").unwrap();
    let (code, third, _) = run(&["bundle", "-o", out.to_str().unwrap()]);
    assert_eq!(code, Some(0));
    assert!(third.contains("nothing to compare with"), "{third}");
}

#[test]
fn every_kind_is_documented() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/check.md")).unwrap();
    let (_, table) = page.split_once("\n## Kinds of findings\n").expect("the heading");
    let rows = table.split("\n## ").next().unwrap_or_default().lines().filter(|l| l.starts_with("| `"));
    let mut named: Vec<&str> = rows.filter_map(|row| row.split('`').nth(1)).collect();
    let mut kinds = KINDS.to_vec();
    named.sort_unstable();
    kinds.sort_unstable();
    assert_eq!(named, kinds);
}

/// Reads, checks and says whatever comes.
fn survives(bundle: &[u8]) {
    let Ok(now) = bytes("x".to_owned(), bundle, &mut |_| Err("nothing".to_owned())) else { return };
    let before = bytes("y".to_owned(), crate::bundle::SMALL.as_bytes(), &mut |_| Err("nothing".to_owned()));
    let report_before = before.map_err(|e| e.to_string());
    for previous in [None, Some(&report_before)] {
        let report = check(&now, previous);
        for locale in Locale::ALL {
            let _ = terminal::text(&report, locale, 80, Detail::All);
            let _ = json::text(&report, locale);
            let _ = html::page(&report, locale);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: ProptestConfig::default().cases / 8, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn a_changed_bundle_is_checked_without_a_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(ODD)), 1..4)
    ) {
        let (mut document, places) = document();
        for (at, odd) in changes {
            if let Some(place) = document.pointer_mut(at.get::<String>(&places)) {
                *place = serde_json::from_str(odd).unwrap();
            }
        }
        survives(document.to_string().as_bytes());
    }

    #[test]
    fn any_values_are_checked_without_a_panic(
        values in prop::collection::vec(prop::option::of(any::<f64>().prop_filter("finite", |v| v.is_finite())), 132),
        unit in prop::sample::select(vec!["percent", "persons", "points"]),
        decimals in 0..4_u8,
    ) {
        let mut bundle = calm();
        bundle["indicators"][0]["unit"] = value!(unit);
        bundle["indicators"][0]["decimals"] = value!(decimals);
        bundle["indicators"][0]["values"]["dataset"]["value"] = value!(values);
        survives(bundle.to_string().as_bytes());
    }
}
