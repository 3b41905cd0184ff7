//! Texts that are missing or say nothing.

use nulage::tool::check::finding::Severity::Warning;
use serde_json::{Value, json};

use super::{NOTHING, both, calm, found, has, one};

fn with(pointer: &str, value: Value) -> Value {
    let mut bundle = calm();
    let (parent, member) = pointer.rsplit_once('/').expect("a place in the bundle");
    bundle.pointer_mut(parent).expect("a place in the bundle")[member] = value;
    bundle
}

#[test]
fn translations_that_the_languages_promise() {
    let mut bundle = with("/indicators/0/definition", json!({ "sv": "Andel av alla som svarar på frågan." }));
    assert_eq!(found(&bundle), [one("translation", Warning, "", "")]);
    bundle["meta"]["languages"] = json!(["sv"]);
    assert_eq!(found(&bundle), NOTHING);
    for (place, value) in [
        ("/meta/licence", json!({ "sv": "CC0" })),
        ("/indicators/0/base", json!({ "sv": "av alla", "en": " " })),
        ("/units/percent/label", json!({ "sv": "procent" })),
    ] {
        assert_eq!(found(&with(place, value)), [one("translation", Warning, "", "")], "{place}");
    }
    let mut strategy = calm();
    strategy["strategy"] = json!({ "title": both("Strategin", "The strategy"), "overallGoals": [
        { "id": "mal", "title": { "sv": "Ett mål" } },
    ] });
    assert_eq!(found(&strategy), [one("translation", Warning, "", "")]);
    // A strategy without a name has nothing to translate.
    strategy["strategy"] = json!({});
    assert_eq!(found(&strategy), NOTHING);
}

#[test]
fn a_story_is_translated_but_for_the_notes_of_its_speaker() {
    let with = |headline: Value| {
        let mut bundle = calm();
        bundle["story"] = json!({ "title": both("Läget", "The state"), "scenes": [{
            "id": "start", "layout": "title", "headline": headline, "notes": { "sv": "Tala långsamt" },
        }] });
        found(&bundle)
    };
    assert_eq!(with(both("Så är det", "This is it")), NOTHING);
    assert_eq!(with(json!({ "sv": "Så är det" })), [one("translation", Warning, "", "")]);
}

#[test]
fn texts_that_cannot_be_read_aloud() {
    for (place, value, is_odd) in [
        ("/indicators/0/definition", both("Andel.", "Share"), true),
        ("/indicators/0/definition", both("…", "…"), true),
        ("/indicators/0/definition", both("Andel av alla.", "Share of all."), false),
        ("/indicators/0/subject", both("Andelen som svarar", "the share who answer"), true),
        ("/indicators/0/subject", both("andelen som svarar", "The share who answer"), true),
        ("/indicators/0/subject", both("BRP per invånare", "GRP per resident"), false),
        ("/indicators/0/short", both("And.", "Sh."), false),
        ("/indicators/0/short", both("–", "–"), true),
        ("/indicators/0/short", both("Andelen av alla som svarar på frågan", "Sh."), true),
        ("/indicators/0/short", both("And.", "The share of all who answer the question"), true),
        ("/indicators/0/base", both("–", "–"), true),
        ("/units/percent/label", both("%", "%"), true),
    ] {
        assert_eq!(has(&with(place, value.clone()), "text"), is_odd, "{place}: {value}");
    }
}

#[test]
fn a_text_that_is_missing_altogether_is_refused() {
    for place in ["subject", "short"] {
        let text = with(&format!("/indicators/0/{place}"), json!({ "sv": "" })).to_string();
        let read =
            nulage::tool::check::read::bytes("x".to_owned(), text.as_bytes(), &mut |_| Err(String::new()));
        let error = read.unwrap_err().to_string();
        assert!(error.contains(&format!("indicators[0].{place}.sv: expected a text in Swedish")), "{error}");
    }
}
