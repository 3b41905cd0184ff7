//! Writes what makes `pkg/` a package: `package.json`, a short README, the element and its styles.

use std::fs;
use std::path::Path;

use super::{Site, SiteError, at};

const README: &str = "\
# nulage

The differences inside a county, as interactive maps and charts. Built by `nulage build`; do not
edit.

| file | is |
|---|---|
| `nulage.js` | the ES module: `import init from \"nulage\"`, then `await init()` |
| `nulage.standalone.js` | a classic script that defines the global `nulage`; call `nulage({ module_or_path: bytes })` |
| `nulage_bg.wasm` | the module both of them load |
| `*.d.ts` | types |

The module asks its own server only. It runs under
`script-src 'self' 'wasm-unsafe-eval'; style-src 'self'`.
";

/// The element's modules, copied from `www/`.
const MODULES: &[&str] = &["element.js", "fragment.js", "instance.js", "plain.js", "trouble.js"];

/// The styles of pages, and those of elements, in the order they apply.
pub(super) const PAGE_STYLES: &[&str] = &["tokens.css", "app.css"];
const STYLES: &[&str] = &["tokens.css", "app.css", "embed.css"];

/// Writes the files where they differ.
pub(super) fn write(site: &Site) -> Result<(), SiteError> {
    let www = site.root.join("www");
    let mut files = vec![
        ("package.json", manifest()),
        ("README.md", README.to_owned()),
        ("nulage.css", styles(&www, STYLES)?),
    ];
    for name in MODULES {
        // In the package everything lies side by side.
        files.push((name, read(&www.join(name))?.replace("../pkg/", "./")));
    }
    for (name, text) in files {
        let path = site.pkg().join(name);
        if !fs::read_to_string(&path).is_ok_and(|old| old == text) {
            fs::write(&path, text).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// Several stylesheets as one.
pub(super) fn styles(www: &Path, names: &[&str]) -> Result<String, SiteError> {
    names.iter().map(|name| read(&www.join(name))).collect()
}

pub(super) fn read(path: &Path) -> Result<String, SiteError> {
    fs::read_to_string(path).map_err(at(path))
}

/// The order of members matters to those who read it: types before code.
const MANIFEST: &str = r#"{
  "name": "nulage",
  "version": "VERSION",
  "description": "DESCRIPTION",
  "license": "LICENSE",
  "type": "module",
  "main": "./nulage.js",
  "types": "./nulage.d.ts",
  "exports": {
    ".": { "types": "./nulage.d.ts", "default": "./nulage.js" },
    "./standalone": { "types": "./nulage.standalone.d.ts", "default": "./nulage.standalone.js" },
    "./nulage_bg.wasm": "./nulage_bg.wasm",
    "./package.json": "./package.json"
  },
  "sideEffects": ["./nulage.standalone.js"],
  "files": ["*.js", "*.d.ts", "nulage_bg.wasm", "README.md"]
}
"#;

fn manifest() -> String {
    MANIFEST
        .replace("VERSION", env!("CARGO_PKG_VERSION"))
        .replace("DESCRIPTION", env!("CARGO_PKG_DESCRIPTION"))
        .replace("LICENSE", env!("CARGO_PKG_LICENSE"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_manifest_is_json_with_the_version_of_the_crate() {
        let read: serde_json::Value = serde_json::from_str(&manifest()).unwrap();
        assert_eq!(read["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(read["exports"]["."]["default"], "./nulage.js");
    }
}
