//! The habits of the source tree, as tests: short files that say what they do.

use std::fs;
use std::path::Path;

/// Lines a source file may have.
const MOST_LINES: usize = 500;

/// Files that may be longer, with the reason.
const LONGER: &[(&str, &str)] = &[];

#[test]
fn files_are_short() {
    let mut long = Vec::new();
    each_source(&mut |path, text| {
        let lines = text.lines().count();
        if lines > MOST_LINES && !LONGER.iter().any(|(name, _)| *name == path) {
            long.push(format!("{path}: {lines} lines, {MOST_LINES} allowed"));
        }
    });
    assert!(long.is_empty(), "{}", long.join("\n"));
}

#[test]
fn files_say_what_they_do() {
    let mut silent = Vec::new();
    each_source(&mut |path, text| {
        if !text.starts_with("//! ") && !path.ends_with("/tests.rs") {
            silent.push(path.to_owned());
        }
    });
    assert!(silent.is_empty(), "no `//!` on the first line of: {}", silent.join(", "));
}

/// Calls `visit` with each file under `src/`: its path from the package, its text.
fn each_source(visit: &mut dyn FnMut(&str, &str)) {
    fn walk(root: &Path, folder: &Path, visit: &mut dyn FnMut(&str, &str)) {
        let entries = fs::read_dir(folder).expect("a readable folder");
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.sort();
        for path in paths {
            if path.is_dir() {
                walk(root, &path, visit);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let shown = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
                visit(&shown, &fs::read_to_string(&path).expect("readable source"));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    walk(root, &root.join("src"), visit);
}
