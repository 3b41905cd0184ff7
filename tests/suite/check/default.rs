//! The default bundle, checked: the result as text is kept in `tests/golden/check.txt`.

use std::fs;
use std::path::Path;

use nulage::tool::check::finding::Severity;
use nulage::tool::check::read;
use nulage::tool::check::terminal::{Detail, text};
use nulage::tool::check::{Locale, check};

fn bundle() -> read::Read {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut read = read::file(&root.join("data/orebro.bundle.json")).unwrap();
    read.source = "data/orebro.bundle.json".to_owned();
    read
}

#[test]
fn nothing_in_it_is_grave() {
    let now = bundle();
    let report = check(&now, None);
    let grave: Vec<_> = report.findings.iter().filter(|f| f.severity == Severity::Grave).collect();
    assert!(grave.is_empty(), "{grave:#?}");
    assert_eq!(report.coverage.len(), now.data.ids().count());
}

/// `NULAGE_ACCEPT=1` writes what is found now.
#[test]
fn what_is_found_is_as_it_was() {
    let now = bundle();
    let found = text(&check(&now, None), Locale::En, 140, Detail::All);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/check.txt");
    if std::env::var_os("NULAGE_ACCEPT").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    let line = kept.lines().zip(found.lines()).take_while(|(a, b)| a == b).count();
    let at = |text: &str| text.lines().nth(line).unwrap_or("(the end)").to_owned();
    assert!(kept == found, "line {}: was\n{}\nis\n{}", line + 1, at(&kept), at(&found));
}
