//! What is linked in: only licences and sources that `deny.toml` allows, and a core without a
//! browser.

use std::process::Command;

use serde_json::Value;

/// Crates that only the browser side may pull in.
const BROWSER: &[&str] = &["leptos", "web-sys", "wasm-bindgen", "js-sys", "plotters-canvas"];

/// Crates that only the tool may pull in: they make code for every type that is read or written.
const TOOL: &[&str] = &["serde", "serde_core", "serde_json", "schemars"];

/// The platforms whose dependencies are looked at.
const TARGETS: &[&str] = &["x86_64-unknown-linux-gnu", "wasm32-unknown-unknown"];

#[test]
fn the_core_pulls_in_no_browser_and_no_serde() {
    for target in TARGETS {
        let tree = cargo(&[
            "tree",
            "--no-default-features",
            "--edges=normal",
            "--prefix=none",
            "--format={p}",
            "--target",
            target,
        ]);
        let names: Vec<_> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
        assert!(names.contains(&"libm"), "{tree}");
        let found: Vec<_> = BROWSER.iter().chain(TOOL).filter(|name| names.contains(name)).collect();
        assert!(found.is_empty(), "the core depends on {found:?}");
    }
}

#[test]
fn every_crate_is_allowed() {
    let policy: toml::Table = include_str!("../../deny.toml").parse().expect("TOML");
    let list = |table: &str, key: &str| -> Vec<String> {
        let items = policy[table][key].as_array().expect("a list");
        items.iter().filter_map(|item| item.as_str()).map(str::to_owned).collect()
    };
    let (licences, registries) = (list("licenses", "allow"), list("sources", "allow-registry"));
    let mut used = vec![false; licences.len()];
    for target in TARGETS {
        let metadata =
            cargo(&["metadata", "--format-version=1", "--all-features", "--filter-platform", target]);
        let metadata: Value = serde_json::from_str(&metadata).expect("JSON");
        for package in metadata["packages"].as_array().expect("packages") {
            let text = |key: &str| package[key].as_str().unwrap_or_default().to_owned();
            let (name, licence) = (text("name"), text("license"));
            let source = text("source").replace("registry+", "");
            let ours = package["source"].is_null() && name == env!("CARGO_PKG_NAME");
            assert!(ours || registries.contains(&source), "{name} comes from {source:?}");
            assert!(permits(&licence, &licences), "{name} is under {licence:?}");
            for (used, allowed) in used.iter_mut().zip(&licences) {
                *used |= licence.contains(allowed.as_str());
            }
        }
    }
    for (used, allowed) in used.into_iter().zip(&licences) {
        assert!(used, "nothing needs {allowed} any more: take it out of deny.toml");
    }
}

#[test]
fn licence_expressions_are_read() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    for (expression, expected) in [
        ("MIT", true),
        ("MIT OR Apache-2.0", true),
        ("Unlicense/MIT", true),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", true),
        ("MIT AND BSD-3-Clause", false),
        ("GPL-3.0", false),
        ("Apache-2.0 WITH LLVM-exception", false),
        ("", false),
    ] {
        assert_eq!(permits(expression, &allowed), expected, "{expression}");
    }
}

/// Whether an SPDX expression can be met: of each part joined by AND, one alternative.
///
/// Reads what crates write, ANDs of ORs, not every nesting; what it cannot read it refuses.
fn permits(expression: &str, allowed: &[String]) -> bool {
    let plain = expression.replace('/', " OR ");
    plain.split(" AND ").all(|part| {
        let part = part.trim().trim_start_matches('(').trim_end_matches(')');
        part.split(" OR ").any(|one| allowed.iter().any(|a| a == one.trim()))
    })
}

fn cargo(args: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}
