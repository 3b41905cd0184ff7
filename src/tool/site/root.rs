//! Finds the sources: the folder that `index.html`, `www/` and `pkg/` are relative to.

use std::env;
use std::path::{Path, PathBuf};

/// The sources are nowhere to be found.
#[derive(Debug, thiserror::Error)]
#[error(
    "the sources of Nuläge are not here: neither {} nor a folder above it is the package.\n  \
     Run this inside a copy of the repository.",
    from.display()
)]
pub struct NoSources {
    from: PathBuf,
}

/// The package folder: the one cargo names, else the nearest above the current folder, else the
/// one this tool was compiled in.
///
/// # Errors
/// When none of them holds the sources.
pub fn find() -> Result<PathBuf, NoSources> {
    let from = env::current_dir().unwrap_or_default();
    let named = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let compiled = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = named
        .as_deref()
        .into_iter()
        .chain(from.ancestors())
        .chain([compiled])
        .find(|folder| is_package(folder))
        .map(Path::to_owned);
    found.ok_or(NoSources { from })
}

/// Whether `folder` is this package: its manifest has our name and the wasm's entry is there.
fn is_package(folder: &Path) -> bool {
    let manifest = std::fs::read_to_string(folder.join("Cargo.toml")).unwrap_or_default();
    let named = manifest.lines().any(|line| line.trim() == r#"name = "nulage""#);
    named && folder.join("src").join("hosts").is_dir()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_package_is_known_by_its_manifest_and_entry() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        assert!(is_package(root));
        assert!(!is_package(&root.join("src")));
        assert!(find().is_ok_and(|found| is_package(&found)));
    }
}
