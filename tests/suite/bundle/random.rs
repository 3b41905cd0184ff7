//! Bundles changed at random: never a panic, always a line that exists.

use nulage::bundle::caps::Caps;
use nulage::bundle::problem::Problem;
use nulage::bundle::read::read;
use nulage::bundle::write::write;
use nulage::model::load::{from_bytes, fuzz};
use proptest::prelude::*;
use serde_json::Value;

use super::SMALL;

/// Whatever comes of it, a refusal points into the text.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    fuzz(bytes);
    if let Err(Problem { line, column, .. }) = from_bytes(bytes, &Caps::default()) {
        let text = String::from_utf8_lossy(bytes);
        prop_assert!(line >= 1 && column >= 1);
        prop_assert!(line <= 1 + text.matches('\n').count(), "line {line}");
    }
    Ok(())
}

/// Every place in a document, as JSON pointers.
fn pointers(value: &Value, at: &str, out: &mut Vec<String>) {
    out.push(at.to_owned());
    match value {
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                pointers(item, &format!("{at}/{i}"), out);
            }
        }
        Value::Object(members) => {
            for (key, item) in members {
                pointers(item, &format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), out);
            }
        }
        _ => {}
    }
}

pub(crate) fn document() -> (Value, Vec<String>) {
    let document: Value = serde_json::from_str(SMALL).unwrap();
    let mut places = Vec::new();
    pointers(&document, "", &mut places);
    (document, places)
}

/// Values that upset code: extremes, wrong types, hostile texts.
pub(crate) const ODD: &[&str] = &[
    "null",
    "true",
    "0",
    "-1",
    "1e308",
    "-1e308",
    "5e-324",
    "18446744073709551615",
    "9223372036854775807",
    "-9223372036854775808",
    "2147483647",
    "-2147483648",
    "65536",
    "\"\"",
    "\"å\"",
    "\"\\u0000\"",
    "\"2022K9\"",
    "\"98\"",
    "\"__proto__\"",
    "[]",
    "{}",
    "[[]]",
    "[null]",
    "[[[2147483647,2147483647]]]",
    "{\"\":{}}",
];

proptest! {
    #![proptest_config(ProptestConfig {
        // Each case reads the whole fixture; PROPTEST_CASES asks for more.
        cases: ProptestConfig::default().cases / 4, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn bytes_flipped(flips in prop::collection::vec((0..SMALL.len(), any::<u8>()), 1..8)) {
        let mut bytes = SMALL.as_bytes().to_vec();
        for (at, byte) in flips {
            bytes[at] = byte;
        }
        check(&bytes)?;
    }

    #[test]
    fn punctuation_changed(flips in prop::collection::vec((any::<prop::sample::Index>(), "[\\[\\]{},:\"0-9e.-]"), 1..4)) {
        let mut bytes = SMALL.as_bytes().to_vec();
        let places: Vec<usize> = (0..bytes.len()).filter(|&i| bytes[i].is_ascii_punctuation()).collect();
        for (at, by) in flips {
            bytes[*at.get(&places)] = by.as_bytes()[0];
        }
        check(&bytes)?;
    }

    #[test]
    fn stretches_deleted(from in 0..SMALL.len(), length in 1..400_usize) {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes.drain(from..(from + length).min(SMALL.len()));
        check(&bytes)?;
        check(&SMALL.as_bytes()[..from])?;
    }

    #[test]
    fn subtrees_swapped(a in any::<prop::sample::Index>(), b in any::<prop::sample::Index>()) {
        let (mut document, places) = document();
        let (a, b) = (a.get(&places), b.get(&places));
        let (at_a, at_b) = (document.pointer(a).unwrap().clone(), document.pointer(b).unwrap().clone());
        *document.pointer_mut(a).unwrap() = at_b;
        if let Some(place) = document.pointer_mut(b) {
            *place = at_a;
        }
        check(serde_json::to_string_pretty(&document).unwrap().as_bytes())?;
    }

    #[test]
    fn odd_values_put_in(
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(ODD)), 1..3)
    ) {
        let (mut document, places) = document();
        for (at, odd) in changes {
            if let Some(place) = document.pointer_mut(at.get::<String>(&places)) {
                *place = serde_json::from_str(odd).unwrap();
            }
        }
        check(serde_json::to_string_pretty(&document).unwrap().as_bytes())?;
    }

    #[test]
    fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        check(&bytes)?;
    }

    #[test]
    fn json_like_text(text in "[\\[\\]{},:\"\\\\ \n0-9a-eå.-]{0,120}") {
        check(text.as_bytes())?;
    }

    #[test]
    fn what_reads_is_written_and_read_the_same(
        values in prop::collection::vec(prop::option::of(any::<f64>().prop_filter("finite", |v| v.is_finite())), 21),
        name in "\\PC{1,20}",
    ) {
        let (mut bundle, _) = read(SMALL.as_bytes(), &Caps::default()).unwrap();
        bundle.areas[3].name.sv = name;
        let dataset = bundle.indicators[3].values.dataset.as_mut().unwrap();
        dataset.value = nulage::bundle::jsonstat::Sparse::Dense(values);
        let text = write(&bundle);
        let (again, _) = read(text.as_bytes(), &Caps::default()).unwrap();
        prop_assert_eq!(&again, &bundle);
        prop_assert_eq!(write(&again), text);
    }
}

/// Every single place with every odd value: small enough to try them all.
#[test]
fn every_place_with_every_odd_value() {
    let (document, places) = document();
    for place in places.iter().filter(|p| p.matches('/').count() <= 2 || p.ends_with("/0")) {
        for odd in ODD {
            let mut changed = document.clone();
            *changed.pointer_mut(place).unwrap() = serde_json::from_str(odd).unwrap();
            fuzz(changed.to_string().as_bytes());
        }
    }
}
