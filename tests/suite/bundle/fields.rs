//! The table of known members is what the types say.

use std::collections::BTreeMap;

use nulage::bundle::caps::Caps;
use nulage::bundle::fields::{ALL, Holds};
use nulage::bundle::read::read;
use nulage::bundle::schema::schema;
use serde_json::Value;

use super::changed;

#[test]
fn the_table_equals_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let mut types: BTreeMap<&str, &Value> =
        schema["$defs"].as_object().unwrap().iter().map(|(name, v)| (name.as_str(), v)).collect();
    types.insert("Bundle", &schema);
    types.retain(|_, v| v["properties"].is_object());
    let from_schema: Vec<(String, Vec<(String, String)>)> = types
        .iter()
        .map(|(name, v)| {
            let members = v["properties"].as_object().unwrap().iter();
            (name.to_string(), members.map(|(key, v)| (key.clone(), holds(v, &types))).collect())
        })
        .collect();
    let mut from_table: Vec<(String, Vec<(String, String)>)> = ALL
        .iter()
        .map(|object| {
            let mut members: Vec<_> =
                object.members.iter().map(|(key, holds)| (key.to_string(), said(holds))).collect();
            members.sort();
            (object.name.to_owned(), members)
        })
        .collect();
    from_table.sort();
    assert_eq!(from_table, from_schema);
}

/// What a property's schema holds, as far as the table tells it.
fn holds(property: &Value, types: &BTreeMap<&str, &Value>) -> String {
    if let Some(one) = named(property, types) {
        return format!("one {one}");
    }
    if let Some(item) = named(&property["items"], types) {
        return format!("list {item}");
    }
    if let Some(value) = named(&property["additionalProperties"], types) {
        return format!("map {value}");
    }
    "plain".to_owned()
}

fn named(schema: &Value, types: &BTreeMap<&str, &Value>) -> Option<String> {
    let alternatives = schema["anyOf"].as_array().into_iter().flatten();
    let name = std::iter::once(schema)
        .chain(alternatives)
        .find_map(|s| s["$ref"].as_str()?.strip_prefix("#/$defs/").map(str::to_owned))?;
    types.contains_key(name.as_str()).then_some(name)
}

fn said(holds: &Holds) -> String {
    match holds {
        Holds::Plain => "plain".to_owned(),
        Holds::One(object) => format!("one {}", object.name),
        Holds::List(object) => format!("list {}", object.name),
        Holds::Map(object) => format!("map {}", object.name),
    }
}

#[test]
fn a_misspelt_member_becomes_a_note() {
    let text = changed("\"focusArea\":\"klimat\",\"target\"", "\"focusarea\":\"klimat\",\"target\"");
    let (_, notes) = read(text.as_bytes(), &Caps::default()).unwrap();
    let notes: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        notes,
        ["warning: indicators[1].focusarea, line 19: unknown member “focusarea” (did you mean “focusArea”?)"]
    );
}
