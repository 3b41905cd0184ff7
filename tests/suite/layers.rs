//! The one-way street, as a test: `bundle → model → analysis → view → render → ui → hosts`.
//!
//! Reads the source of every layer and checks two tables: which layers it may
//! name, and which outside crates it may name. A breach prints file, line and rule.

use std::{fs, path::Path};

/// One row per folder of `src/`.
struct Layer {
    name: &'static str,
    /// Layers it may import. Its own name is always allowed.
    imports: &'static [&'static str],
    /// Guarded outside crates it may name; everything in [`GUARDED`] is otherwise forbidden.
    /// `bundle` names serde and schemars for the feature `tool` only, else it would not compile.
    outside: &'static [&'static str],
}

const LAYERS: &[Layer] = &[
    Layer { name: "base", imports: &[], outside: &["libm"] },
    Layer { name: "bundle", imports: &["base"], outside: &["serde", "serde_json", "schemars"] },
    Layer { name: "model", imports: &["base", "bundle"], outside: &[] },
    Layer { name: "analysis", imports: &["base", "model"], outside: &[] },
    Layer { name: "view", imports: &["base", "model", "analysis"], outside: &[] },
    Layer {
        name: "render",
        imports: &["base", "view"],
        outside: &["plotters_backend", "plotters_canvas", "web_sys", "wasm_bindgen"],
    },
    Layer {
        name: "ui",
        imports: &["base", "model", "analysis", "view", "render"],
        outside: &["leptos", "web_sys", "wasm_bindgen"],
    },
    Layer {
        name: "hosts",
        imports: &["base", "bundle", "model", "analysis", "view", "render", "ui"],
        outside: &[
            "leptos",
            "web_sys",
            "js_sys",
            "serde",
            "serde_wasm_bindgen",
            "wasm_bindgen",
            "wasm_bindgen_futures",
        ],
    },
    Layer {
        name: "tool",
        imports: &["base", "bundle", "model", "analysis", "view", "render"],
        outside: &[
            "anyhow",
            "axum",
            "brotli",
            "clap",
            "csv",
            "flate2",
            "indicatif",
            "plotters_backend",
            "rustls",
            "rustls_native_certs",
            "schemars",
            "serde",
            "serde_json",
            "sha2",
            "tokio",
            "toml",
            "ureq",
            "wasm_bindgen_cli_support",
        ],
    },
    Layer { name: "bin", imports: &["bundle", "model", "tool"], outside: &["anyhow", "clap"] },
];

/// Crates whose use is confined to named layers.
const GUARDED: &[&str] = &[
    "anyhow",
    "axum",
    "brotli",
    "clap",
    "csv",
    "flate2",
    "indicatif",
    "js_sys",
    "leptos",
    "libm",
    "plotters_backend",
    "plotters_canvas",
    "rustls",
    "rustls_native_certs",
    "schemars",
    "serde",
    "serde_json",
    "serde_wasm_bindgen",
    "sha2",
    "tokio",
    "toml",
    "ureq",
    "wasm_bindgen",
    "wasm_bindgen_cli_support",
    "wasm_bindgen_futures",
    "web_sys",
];

#[test]
fn imports_point_one_way() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut breaches = Vec::new();
    for layer in LAYERS {
        for_each_rs(&src.join(layer.name), &mut |path, text| {
            let shown = path.strip_prefix(&src).unwrap_or(path).display().to_string();
            breaches.extend(breaches_in(layer, text).into_iter().map(|b| format!("src/{shown}:{b}")));
        });
    }
    assert!(breaches.is_empty(), "layer rules broken:\n  {}", breaches.join("\n  "));
}

#[test]
fn every_folder_is_a_layer() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(&src).expect("src exists").flatten() {
        let name = entry.file_name().into_string().expect("utf-8 name");
        let known = LAYERS.iter().any(|l| l.name == name);
        assert!(!entry.path().is_dir() || known, "src/{name} is in no row of LAYERS");
    }
}

#[test]
fn a_breach_is_found() {
    let view = &LAYERS[4];
    let found = |text| breaches_in(view, text).len();
    assert_eq!(found("use crate::model::Dataset;"), 0);
    assert_eq!(found("use crate::ui::Chart;"), 1, "upward");
    assert_eq!(found("use crate::{base::Rect, render::{svg, canvas}};"), 1, "in a group");
    assert_eq!(found("use crate::{\n  base::Rect,\n  hosts::page,\n};"), 1, "over lines");
    assert_eq!(found("use leptos::prelude::*;"), 1, "outside crate");
    assert_eq!(found("fn f() -> web_sys::Window { todo!() }"), 1, "by full path");
    assert_eq!(found("use super::super::super::ui;"), 1, "by climbing");
    assert_eq!(found("// crate::ui is not used here\n/// nor leptos::prelude"), 0, "in comments");
    let bin = LAYERS.iter().find(|l| l.name == "bin").expect("a row for the binary");
    assert_eq!(breaches_in(bin, "use nulage::tool::{serve, site};").len(), 0, "the binary calls the tool");
    assert_eq!(breaches_in(bin, "use nulage::{tool, ui};").len(), 1, "the binary sees no interface");
    assert_eq!(found("my_leptos::x(); subcrate::ui::y();"), 0, "longer names");
}

/// Every breach in one file, as `line: what`.
fn breaches_in(layer: &Layer, text: &str) -> Vec<String> {
    let code = without_comments(text);
    let mut found = Vec::new();
    let mut report = |at: usize, what: String| {
        found.push(format!("{}: {what}", 1 + code[..at].matches('\n').count()));
    };
    // The tool's binary sees the library from outside, by its name.
    let root = if layer.name == "bin" { "nulage" } else { "crate" };
    for at in words(&code, root) {
        let Some(rest) = code[at + root.len()..].strip_prefix("::") else {
            continue;
        };
        for name in heads(rest) {
            let is_layer = LAYERS.iter().any(|l| l.name == name);
            if is_layer && name != layer.name && !layer.imports.contains(&name) {
                report(at, format!("`{}` must not import `{name}`", layer.name));
            }
        }
    }
    for krate in GUARDED.iter().filter(|k| !layer.outside.contains(k)) {
        for at in words(&code, krate) {
            if code[at + krate.len()..].starts_with("::") {
                report(at, format!("`{}` must not name the crate `{krate}`", layer.name));
            }
        }
    }
    for (at, _) in code.match_indices("super::super") {
        if !code[..at].ends_with("super::") {
            report(at, "write `crate::…`, not `super::super`".to_owned());
        }
    }
    found
}

/// The first path segment, or all first segments of a `{…}` group.
fn heads(rest: &str) -> Vec<&str> {
    let Some(group) = rest.strip_prefix('{') else {
        return vec![ident(rest)];
    };
    let (mut depth, mut start, mut out) = (1, 0, Vec::new());
    for (i, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            out.push(ident(group[start..i].trim_start()));
            start = i + 1;
        }
        if depth == 0 {
            break;
        }
    }
    out
}

fn ident(s: &str) -> &str {
    &s[..s.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(s.len())]
}

/// Start offsets of `word` standing alone, not as part of a longer name.
fn words<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |&at| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// Blanks line comments, keeping line numbers.
fn without_comments(text: &str) -> String {
    text.lines().map(|l| l.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

fn for_each_rs(dir: &Path, visit: &mut dyn FnMut(&Path, &str)) {
    let Ok(entries) = fs::read_dir(dir) else {
        return;
    };
    for path in entries.flatten().map(|e| e.path()) {
        if path.is_dir() {
            for_each_rs(&path, visit);
        } else if path.extension().is_some_and(|e| e == "rs") {
            visit(&path, &fs::read_to_string(&path).expect("readable source"));
        }
    }
}
