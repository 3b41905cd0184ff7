//! The published schema is the types' schema, and bundles agree with it.

use std::{env, fs, path::Path};

use nulage::bundle::schema::schema;

use super::{SMALL, changed};

/// With `NULAGE_ACCEPT=1` the new schema replaces the published one.
#[test]
fn the_published_schema_is_generated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let published = root.join("data/bundle.schema.json");
    let now = schema();
    if fs::read_to_string(&published).is_ok_and(|then| then == now) {
        return;
    }
    if env::var_os("NULAGE_ACCEPT").is_some() {
        fs::write(&published, now).unwrap();
        return;
    }
    let beside = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bundle.schema.json");
    fs::write(&beside, now).unwrap();
    panic!(
        "the types have another schema than {}; it is in {}; take it over with\n  NULAGE_ACCEPT=1 cargo test schema",
        published.display(),
        beside.display()
    );
}

#[test]
fn the_fixture_follows_the_schema_and_a_wrong_one_does_not() {
    let schema = serde_json::from_str(&schema()).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let errors = |text: &str| {
        let bundle = serde_json::from_str(text).unwrap();
        validator.iter_errors(&bundle).map(|e| format!("{}: {e}", e.instance_path())).collect::<Vec<_>>()
    };
    assert_eq!(errors(SMALL), Vec::<String>::new());
    assert_eq!(errors(&changed("\"county\":\"98\"", "\"county\":98")).len(), 1);
    assert_eq!(errors(&changed("\"value\":[40,46,34,", "\"value\":[40,\"x\",34,")).len(), 1);
}
