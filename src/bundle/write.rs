//! Bundle → text, the same text for the same bundle.
//!
//! One line per top-level member, and one per area, indicator and event, so that a changed
//! indicator is one changed line. Whole numbers are written without decimals.

use std::io;

use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter};

use super::format::Bundle;

/// The bundle's text: what [`super::read::read`] makes an equal bundle of.
pub fn write(bundle: &Bundle) -> String {
    let Bundle { format, version, meta, areas, geometry, strategy, units, indicators, events, story } =
        bundle;
    let mut members = vec![
        member("format", &json(format)),
        member("version", &json(version)),
        member("meta", &json(meta)),
        member("areas", &lines(areas)),
    ];
    if let Some(geometry) = geometry {
        members.push(member("geometry", &json(geometry)));
    }
    members.push(member("strategy", &json(strategy)));
    members.push(member("units", &json(units)));
    members.push(member("indicators", &lines(indicators)));
    if !events.is_empty() {
        members.push(member("events", &lines(events)));
    }
    if let Some(story) = story {
        let scenes = lines(&story.scenes);
        members.push(member("story", &format!("{{\"title\":{},\"scenes\":{scenes}}}", json(&story.title))));
    }
    format!("{{\n{}\n}}\n", members.join(",\n"))
}

/// A dataset that stands alone: what [`super::read::read_dataset`] makes an equal one of.
pub fn write_dataset(dataset: &super::jsonstat::Dataset) -> String {
    json(dataset) + "\n"
}

fn member(name: &str, value: &str) -> String {
    format!("\"{name}\":{value}")
}

fn lines<T: Serialize>(items: &[T]) -> String {
    if items.is_empty() {
        return "[]".to_owned();
    }
    format!("[\n{}\n]", items.iter().map(json).collect::<Vec<_>>().join(",\n"))
}

fn json<T: Serialize + ?Sized>(value: &T) -> String {
    let mut out = Vec::new();
    // The format's types have string keys only and a vector takes every byte: no error arises.
    let done = value.serialize(&mut serde_json::Serializer::with_formatter(&mut out, Whole));
    debug_assert!(done.is_ok(), "{done:?}");
    String::from_utf8(out).unwrap_or_default()
}

/// Compact, with `12` instead of `12.0`.
struct Whole;

/// Every whole number up to here is exact as a float.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl Formatter for Whole {
    fn write_f64<W: io::Write + ?Sized>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        let whole = value.abs() <= EXACT && value % 1.0 == 0.0 && !(value == 0.0 && value.is_sign_negative());
        if whole { write!(out, "{value:.0}") } else { CompactFormatter.write_f64(out, value) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_as_they_were() {
        for value in [0.0, -0.0, 1.0, -12.0, 0.1, 1e15, 9e15, 1e16, 1e300, 5e-324, 1.0 / 3.0, f64::MAX] {
            let text = json(&value);
            let back: f64 = serde_json::from_str(&text).unwrap();
            assert_eq!(back.to_bits(), value.to_bits(), "{text}");
        }
        assert_eq!(json(&10_000.0), "10000");
        assert_eq!(json(&-0.0), "-0.0");
        assert_eq!(json(&0.5), "0.5");
    }
}
