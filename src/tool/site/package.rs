//! Writes what makes `pkg/` a package: `package.json` and a short README.

use std::fs;

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

/// Writes both files where they differ.
pub(super) fn write(site: &Site) -> Result<(), SiteError> {
    for (name, text) in [("package.json", manifest()), ("README.md", README.to_owned())] {
        let path = site.pkg().join(name);
        if !fs::read_to_string(&path).is_ok_and(|old| old == text) {
            fs::write(&path, text).map_err(at(&path))?;
        }
    }
    Ok(())
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
