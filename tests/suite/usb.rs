//! The one file's bundle: values that lie in files of their own come along, whole ones stay as they are.

use std::fs;
use std::path::Path;

use nulage::tool::usb::{EMPTY_BUNDLE, inline, unpack, write};
use serde_json::{Value, json};

#[test]
fn values_beside_the_bundle_come_along() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("usb-inline");
    fs::create_dir_all(&folder).expect("a folder");
    let file = folder.join("my.bundle.json");
    let dataset = json!({ "class": "dataset", "value": [1.5] });
    fs::write(folder.join("values.json"), dataset.to_string()).expect("a file");
    let bundle = json!({ "indicators": [{ "id": "a", "values": { "href": "values.json", "mapping": {} } }] });
    fs::write(&file, bundle.to_string()).expect("a file");
    fs::write(folder.join("page.html"), format!("<body>{EMPTY_BUNDLE}</body>")).expect("a file");

    let written = write(&folder.join("page.html"), &file, &folder.join("out")).expect("the file is written");
    let page = fs::read_to_string(&written.page).expect("the page");
    assert_eq!(written.size, page.len());
    let packed = page.split("id=\"nulage-bundle\">").nth(1).and_then(|rest| rest.split("</script>").next());
    let inside: Value =
        serde_json::from_slice(&unpack(packed.expect("a bundle")).expect("packed")).expect("JSON");
    assert_eq!(inside["indicators"][0]["values"], json!({ "dataset": dataset, "mapping": {} }));

    let whole = b"{ \"indicators\" : [] }\n";
    assert_eq!(inline(&file, whole).expect("a bundle"), whole, "untouched bytes stay untouched");
    let gone = json!({ "indicators": [{ "values": { "href": "gone.json" } }] }).to_string();
    let problem = inline(&file, gone.as_bytes()).expect_err("a missing file").to_string();
    assert!(problem.contains("gone.json"), "{problem}");
    let problem = write(&file, &file, &folder).expect_err("no page").to_string();
    assert!(problem.contains("no place for a bundle"), "{problem}");
}
