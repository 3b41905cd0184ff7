//! A Firefox profile that has been started once. At its first start Firefox compiles its own scripts and lays
//! out its databases: more than half of the time and of the work of a start. That is done once and copied.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use crate::driver::Browser;
use crate::machine;

/// Fills an empty profile with what Firefox had prepared when it was first started.
pub(crate) fn prepare(profile: &Path) {
    static USED: OnceLock<PathBuf> = OnceLock::new();
    copy(USED.get_or_init(used), profile);
}

/// The profile to copy, kept beside the other tools for as long as Firefox stays the same.
fn used() -> PathBuf {
    let said = Command::new(&machine::firefox().browser).arg("--version").output();
    let version = said.map_or(String::new(), |o| String::from_utf8_lossy(&o.stdout).trim().replace(' ', "-"));
    let kept = machine::tools().join(format!("profile-of-{version}"));
    let _lock = machine::lock("profile");
    if !kept.is_dir() {
        let part = kept.with_extension("part");
        let _ = fs::remove_dir_all(&part);
        fs::create_dir_all(&part).expect("the target folder is writable");
        let first = Browser::first_firefox();
        first.quit();
        copy(&first.profile, &part);
        fs::rename(&part, &kept).expect("the target folder is writable");
    }
    kept
}

/// Copies what a folder holds, but for the links that say whose it is.
fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => {
                fs::create_dir_all(&to).expect("target/tmp is writable");
                copy(&from, &to);
            }
            Ok(kind) if kind.is_file() && entry.file_name() != ".parentlock" => {
                fs::copy(&from, &to).expect("target/tmp is writable");
            }
            _ => {}
        }
    }
}
