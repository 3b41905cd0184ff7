//! Sees to it that Rust's wasm target is installed, and knows where the toolchain lies.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::cargo::clean;
use super::{Progress, SiteError};

/// The target triple of the interface.
pub(super) const WASM: &str = "wasm32-unknown-unknown";

/// What rustc tells about itself.
pub(super) struct Toolchain {
    /// Where its libraries and sources lie.
    pub(super) sysroot: PathBuf,
    /// Where the wasm target's standard library would lie.
    target_libdir: PathBuf,
}

/// Asks rustc for its folders and adds the wasm target where it is missing.
pub(super) fn ensure(root: &Path, progress: &Progress) -> Result<Toolchain, SiteError> {
    let toolchain = ask(root)?;
    if toolchain.target_libdir.is_dir() {
        return Ok(toolchain);
    }
    progress.step("adding the WebAssembly target with rustup");
    let refused = |said: String| SiteError::Target { said };
    let output = clean("rustup", root)
        .args(["target", "add", WASM])
        .output()
        .map_err(|error| refused(format!("  (rustup could not be started: {error})")))?;
    let said = indented(&output.stderr);
    let toolchain = ask(root)?;
    if output.status.success() && toolchain.target_libdir.is_dir() {
        Ok(toolchain)
    } else {
        Err(refused(said))
    }
}

fn ask(root: &Path) -> Result<Toolchain, SiteError> {
    let mut rustc: Command = clean("rustc", root);
    rustc.args(["--print", "sysroot", "--print", "target-libdir", "--target", WASM]);
    let output = rustc.output().map_err(|source| SiteError::Start { program: "rustc", source })?;
    let text = String::from_utf8_lossy(&output.stdout);
    let mut lines = text.lines().map(PathBuf::from);
    match (lines.next(), lines.next()) {
        (Some(sysroot), Some(target_libdir)) => Ok(Toolchain { sysroot, target_libdir }),
        _ => Err(SiteError::Target { said: indented(&output.stderr) }),
    }
}

fn indented(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).lines().map(|line| format!("  {line}\n")).collect()
}
