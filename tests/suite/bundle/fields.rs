//! The members that are read are those of the schema, and others are reported.

use std::collections::BTreeMap;

use nulage::bundle::caps::Caps;
use nulage::bundle::decode::Shape;
use nulage::bundle::read::read;
use nulage::bundle::schema::schema;
use nulage::bundle::{format, jsonstat, story, topology};
use serde_json::Value;

use super::{SMALL, changed};

/// Every object type of the format.
const ALL: &[&Shape] = &[
    format::Bundle::SHAPE,
    format::Text::SHAPE,
    format::Link::SHAPE,
    format::Meta::SHAPE,
    format::Area::SHAPE,
    format::Strategy::SHAPE,
    format::Goal::SHAPE,
    format::FocusArea::SHAPE,
    format::Finding::SHAPE,
    format::Unit::SHAPE,
    format::Indicator::SHAPE,
    format::Target::SHAPE,
    format::Source::SHAPE,
    format::Break::SHAPE,
    format::Margin::SHAPE,
    format::Annotation::SHAPE,
    format::Event::SHAPE,
    format::Values::SHAPE,
    format::Mapping::SHAPE,
    jsonstat::Dataset::SHAPE,
    jsonstat::Role::SHAPE,
    jsonstat::Dimension::SHAPE,
    jsonstat::Category::SHAPE,
    story::Story::SHAPE,
    story::Scene::SHAPE,
    story::Remark::SHAPE,
    topology::Topology::SHAPE,
    topology::Transform::SHAPE,
    topology::Collection::SHAPE,
    topology::Geometry::SHAPE,
    topology::Properties::SHAPE,
];

/// The schema of every object type, by name.
fn types(schema: &Value) -> BTreeMap<&str, &Value> {
    let definitions = schema["$defs"].as_object().unwrap();
    let mut types: BTreeMap<&str, &Value> = definitions.iter().map(|(name, v)| (name.as_str(), v)).collect();
    types.insert("Bundle", schema);
    types.retain(|_, v| v["properties"].is_object());
    types
}

#[test]
fn the_members_read_are_those_of_the_schema() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let members = |v: &Value| {
        let needed = |key: &str| v["required"].as_array().is_some_and(|all| all.iter().any(|r| r == key));
        let members = v["properties"].as_object().unwrap().keys();
        members.map(|key| (key.clone(), needed(key))).collect::<Vec<_>>()
    };
    let from_schema: Vec<_> =
        types(&schema).iter().map(|(name, v)| ((*name).to_owned(), members(v))).collect();
    let read = |shape: &&Shape| {
        let mut members: Vec<_> = shape.members.iter().map(|m| (m.key.to_owned(), m.needed)).collect();
        members.sort();
        (shape.name.to_owned(), members)
    };
    let mut from_shapes: Vec<_> = ALL.iter().map(read).collect();
    from_shapes.sort();
    assert_eq!(from_shapes, from_schema);
}

/// Walks a document along its schema and calls for every object, with its JSON pointer and type.
fn objects<'s>(
    value: &Value,
    schema: &'s Value,
    types: &BTreeMap<&'s str, &'s Value>,
    at: &str,
    found: &mut Vec<(String, &'s str)>,
) {
    let alternatives = schema["anyOf"].as_array().into_iter().flatten();
    for schema in std::iter::once(schema).chain(alternatives) {
        let named = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#/$defs/"));
        let named = named.and_then(|name| types.get_key_value(name));
        let schema = named.map_or(schema, |(_, schema)| *schema);
        if let (Some((name, _)), true) = (named, value.is_object()) {
            found.push((at.to_owned(), *name));
        }
        for (key, inside) in value.as_object().into_iter().flatten() {
            let member = [&schema["properties"][key], &schema["additionalProperties"]];
            for member in member.into_iter().filter(|m| m.is_object()) {
                objects(inside, member, types, &format!("{at}/{key}"), found);
            }
        }
        for (i, inside) in value.as_array().into_iter().flatten().enumerate() {
            objects(inside, &schema["items"], types, &format!("{at}/{i}"), found);
        }
    }
}

/// In every object of the fixture an unknown member is met, wherever the schema has one.
#[test]
fn unknown_members_are_reported_everywhere() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let types = types(&schema);
    let document: Value = serde_json::from_str(SMALL).unwrap();
    let mut found = vec![(String::new(), "Bundle")];
    objects(&document, &schema, &types, "", &mut found);
    for (at, name) in &found {
        let mut changed = document.clone();
        changed.pointer_mut(at).unwrap()["unheard-of"] = Value::Bool(true);
        let (_, notes) = read(changed.to_string().as_bytes(), &Caps::default()).unwrap();
        assert_eq!(notes.len(), 1, "{name} at {at}: {notes:?}");
        assert!(notes[0].place.ends_with("unheard-of, line 1"), "{name} at {at}: {notes:?}");
    }
    let met: Vec<&str> = ALL.iter().map(|s| s.name).filter(|s| found.iter().any(|(_, n)| n == s)).collect();
    let without: Vec<&str> = ALL.iter().map(|s| s.name).filter(|name| !met.contains(name)).collect();
    assert_eq!(
        without,
        ["Margin", "Mapping", "Story", "Scene", "Remark"],
        "the fixture holds every type but these"
    );
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

/// The fixture with one more member before all others.
fn with(members: &str) -> String {
    SMALL.replacen('{', &format!("{{{members},"), 1)
}

#[test]
fn unknown_members_are_reported_once_with_place() {
    let text = with("\"extra\":[{\"y\":1}],\"$schema\":\"\"");
    let text = text.replace("\"kind\":\"percent\",", "\"kind\":\"percent\",\"lable\":{\"x\":1},");
    let text = text.replace("\"kind\":\"number\",", "\"kind\":\"number\",\"lab\\u006ce\":1,");
    let (_, notes) = read(text.as_bytes(), &Caps::default()).unwrap();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert_eq!(notes[0].place, "extra, line 1");
    assert_eq!(notes[1].place, "units.antal.lable, line 16");
    assert_eq!(notes[1].hint, "did you mean “label”?");
    assert!(notes[1].what.ends_with("in 2 more places"));
}

#[test]
fn very_many_unknown_members_are_counted() {
    let many: Vec<String> = (0..5000).map(|n| format!("\"unheard-of-{n}\":{n}")).collect();
    let (_, notes) = read(with(&many.join(",")).as_bytes(), &Caps::default()).unwrap();
    assert_eq!(notes.len(), 101);
    assert_eq!(notes[99].place, "unheard-of-99, line 1");
    assert_eq!(notes[100].what, "4900 more members are unknown");
}

#[test]
fn what_only_the_text_shows() {
    let refused = |text: &str, caps: Caps| read(text.as_bytes(), &caps).unwrap_err();
    let most = Caps::default();
    let text = with("\"x\":{\"a\":1,\"a\":2}");
    assert!(read(text.as_bytes(), &most).is_ok(), "what is not read may say anything");
    let problem = refused(&with("\"x\":[[[[[[[[]]]]]]]]"), Caps { depth: 8, ..most });
    assert_eq!(problem.path, "x[0][0][0][0][0][0][0]", "{problem}");
    let problem = refused(&with(&format!("\"x\":\"{}\"", "a".repeat(999))), Caps { string: 1000, ..most });
    assert_eq!(problem.path, "x", "{problem}");
    let problem = refused(&with(&format!("\"{}\":0", "x".repeat(999))), Caps { string: 1000, ..most });
    assert_eq!(problem.path, "x".repeat(999), "a key: {problem}");
}
