//! Compiles the library to wasm with cargo, so that it is the same build whoever asks.
//!
//! The tool usually runs as a child of `cargo run` or `cargo test`, which hand down variables
//! that would change the inner build's fingerprint and recompile everything. They are taken away.

use std::collections::VecDeque;
use std::env;
use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::target::{Toolchain, WASM};
use super::{Progress, SiteError};

/// The profile in `Cargo.toml` that the interface is compiled with.
const PROFILE: &str = "wasm";

/// Lines of cargo's that are kept for an error message.
const KEPT_LINES: usize = 200;

/// Variables beginning with `CARGO_` that say where and how to fetch, not what to build.
const KEPT: &[&str] = &[
    "CARGO_HOME",
    "CARGO_HTTP_",
    "CARGO_NET_",
    "CARGO_REGISTRIES_",
    "CARGO_REGISTRY_",
    "CARGO_SOURCE_",
    "CARGO_BUILD_JOBS",
];

/// Other variables that would make another build of the same sources.
const DROPPED: &[&str] = &["CARGO", "RUSTFLAGS", "RUSTC", "RUSTC_WORKSPACE_WRAPPER", "RUSTUP_TOOLCHAIN"];

/// Compiles with these features, and returns where the module lies until the next one is compiled.
pub(super) fn compile(
    root: &Path,
    toolchain: &Toolchain,
    features: &str,
    progress: &Progress,
) -> Result<PathBuf, SiteError> {
    let start = |source| SiteError::Start { program: "cargo", source };
    let mut child = clean("cargo", root)
        .args(["build", "--bin", "browser", "--no-default-features", "--features", features])
        .args(["--target", WASM, "--profile", PROFILE, "--target-dir", "target/wasm"])
        .args(["--color", "never"])
        .env("CARGO_ENCODED_RUSTFLAGS", flags(root, &toolchain.sysroot))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(start)?;
    let mut said = VecDeque::new();
    let mut at_work = false;
    if let Some(stderr) = child.stderr.take() {
        for line in BufReader::new(stderr).lines().map_while(Result::ok) {
            if let Some(name) = compiling(&line) {
                if !at_work {
                    progress.step("compiling the interface to WebAssembly (a few minutes the first time)");
                    at_work = true;
                }
                progress.detail(name);
            }
            said.push_back(line);
            if said.len() > KEPT_LINES {
                said.pop_front();
            }
        }
    }
    if !child.wait().map_err(start)?.success() {
        return Err(SiteError::Compile { said: Vec::from(said).join("\n") });
    }
    Ok(root.join("target").join("wasm").join(WASM).join(PROFILE).join("browser.wasm"))
}

/// `program` in the sources' folder with an environment that does not depend on who called us.
///
/// `rust-toolchain.toml` decides the toolchain, `Cargo.toml` the profile.
pub(super) fn clean(program: &str, root: &Path) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root);
    for (name, _) in env::vars_os() {
        if !survives(&name) {
            command.env_remove(name);
        }
    }
    command
}

fn survives(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    let kept = !name.starts_with("CARGO_") || KEPT.iter().any(|start| name.starts_with(start));
    kept && !DROPPED.contains(&name.as_ref())
}

/// Compiler flags that write short neutral paths where source files are named.
///
/// Panic messages carry file names; without this they would carry the builder's folders.
fn flags(root: &Path, sysroot: &Path) -> String {
    let home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .unwrap_or_default();
    let mut pairs = vec![
        (root.to_owned(), "nulage"),
        (sysroot.join("lib").join("rustlib").join("src").join("rust"), "rust"),
        (home, "cargo"),
    ];
    // The last flag that fits wins, and the folder of one registry says nothing: drop it too.
    let registries = pairs.last().map(|(home, _)| home.join("registry").join("src"));
    let mut folders: Vec<PathBuf> = registries
        .and_then(|folder| std::fs::read_dir(folder).ok())
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    folders.sort();
    pairs.extend(folders.into_iter().map(|folder| (folder, "crates")));
    let flag = |(from, to): &(PathBuf, &str)| format!("--remap-path-prefix={}={to}", from.display());
    pairs.iter().map(flag).collect::<Vec<_>>().join("\x1f")
}

/// The crate in a line like `   Compiling leptos v0.8.23`.
fn compiling(line: &str) -> Option<&str> {
    line.trim_start().strip_prefix("Compiling ")?.split(' ').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn callers_variables_are_taken_away_and_the_users_kept() {
        for gone in ["CARGO", "CARGO_MANIFEST_DIR", "CARGO_PKG_NAME", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"]
        {
            assert!(!survives(OsStr::new(gone)), "{gone}");
        }
        for stays in ["PATH", "HOME", "CARGO_HOME", "CARGO_NET_OFFLINE", "RUSTUP_HOME", "RUSTC_WRAPPER"] {
            assert!(survives(OsStr::new(stays)), "{stays}");
        }
    }

    #[test]
    fn progress_names_the_crate() {
        assert_eq!(compiling("   Compiling leptos v0.8.23"), Some("leptos"));
        assert_eq!(compiling("    Finished `wasm` profile"), None);
    }
}
