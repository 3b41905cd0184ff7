//! Writes what makes `pkg/` an npm package: `package.json`, a README, the element and its styles.

use std::fs;
use std::path::Path;

use sha2::{Digest as _, Sha384};

use super::digest::base64;
use super::{Site, SiteError, at};
use crate::bundle::schema::schema;

const README: &str = include_str!("package.md");
const MANIFEST: &str = include_str!("package.json");
const TYPES: &str = include_str!("element.d.ts");

/// The element's modules, copied from `www/`, each before those that need it.
const MODULES: &[&str] = &[
    "fragment.js",
    "trouble.js",
    "picture.js",
    "plain.js",
    "menus.js",
    "focus.js",
    "paper.js",
    "modules.js",
    "instance.js",
    "element.js",
];

/// What stands for `modules.js` in the classic script, which brings the glue of the whole along.
const ONE_MODULE: &str = "const isLarge = () => true;\n\
    const load = async () => ({ default: nulage, __wbg_reset_state() {}, ...nulage });\n";

/// Modules that the classic script holds; `plain.js` is loaded when it is needed.
const CLASSIC: &[&str] = &[
    "fragment.js",
    "trouble.js",
    "picture.js",
    "menus.js",
    "focus.js",
    "paper.js",
    "instance.js",
    "element.js",
];

/// The styles of pages, and those of elements, in the order they apply.
pub(super) const PAGE_STYLES: &[&str] = &["tokens.css", "app.css", "stage.css", "room.css"];
const STYLES: &[&str] = &["tokens.css", "app.css", "embed.css"];

/// Writes the files where they differ.
pub(super) fn write(site: &Site) -> Result<(), SiteError> {
    let (www, pkg) = (site.root.join("www"), site.pkg());
    let styles = styles(&www, STYLES)?;
    let wasm = fs::read(site.wasm()).map_err(at(&site.wasm()))?;
    let view = fs::read(site.view_wasm()).map_err(at(&site.view_wasm()))?;
    let known = format!(
        "const INTEGRITY = {{ wasm: '{}', view: '{}', css: '{}' }};",
        integrity(&wasm),
        integrity(&view),
        integrity(styles.as_bytes())
    );
    // In the package everything lies side by side.
    let module = |name: &str| -> Result<String, SiteError> {
        let text = read(&www.join(name))?;
        Ok(text.replace("../pkg/", "./").replace("const INTEGRITY = {};", &known))
    };
    let mut files = vec![
        ("package.json", manifest()),
        ("README.md", README.to_owned()),
        ("element.d.ts", TYPES.to_owned()),
        ("bundle.schema.json", schema()),
        ("nulage.css", styles),
    ];
    for name in MODULES {
        files.push((name, module(name)?));
    }
    let mut classic = read(&pkg.join("nulage.glue.js"))?;
    classic.push_str("(() => {\nconst HERE = document.currentScript.src;\n");
    classic.push_str(ONE_MODULE);
    for name in CLASSIC {
        classic.push_str(&as_classic(&module(name)?));
    }
    classic.push_str("nulage.NulageView = NulageView;\n})();\n");
    files.push(("nulage.standalone.js", classic));
    let mut sums = String::new();
    for (name, text) in &files {
        if name.ends_with(".js") || name.ends_with(".css") {
            sums.push_str(&format!("  \"{name}\": \"{}\",\n", integrity(text.as_bytes())));
        }
    }
    for name in ["nulage.js", "view.js"] {
        let glue = read(&pkg.join(name))?;
        sums.push_str(&format!("  \"{name}\": \"{}\",\n", integrity(glue.as_bytes())));
    }
    sums.push_str(&format!("  \"view_bg.wasm\": \"{}\",\n", integrity(&view)));
    sums.push_str(&format!("  \"nulage_bg.wasm\": \"{}\"\n", integrity(&wasm)));
    files.push(("integrity.json", format!("{{\n{sums}}}\n")));
    for (name, text) in files {
        let path = pkg.join(name);
        if !fs::read_to_string(&path).is_ok_and(|old| old == text) {
            fs::write(&path, text).map_err(at(&path))?;
        }
    }
    Ok(())
}

/// A module's text as part of a classic script: no imports, no exports, addresses from the script's own.
fn as_classic(module: &str) -> String {
    let mut out = String::with_capacity(module.len());
    for line in module.lines().filter(|line| !line.starts_with("import ")) {
        out.push_str(line.strip_prefix("export ").unwrap_or(line));
        out.push('\n');
    }
    out.replace("import.meta.url", "HERE")
        .replace("import('./plain.js')", "import(new URL('plain.js', HERE))")
}

/// The value of an `integrity` attribute.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// Several stylesheets as one.
pub(super) fn styles(www: &Path, names: &[&str]) -> Result<String, SiteError> {
    names.iter().map(|name| read(&www.join(name))).collect()
}

pub(super) fn read(path: &Path) -> Result<String, SiteError> {
    fs::read_to_string(path).map_err(at(path))
}

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

    #[test]
    fn a_module_becomes_part_of_a_script() {
        let module = "import { a } from './a.js';\nexport const b = new URL('c', import.meta.url);\n";
        assert_eq!(as_classic(module), "const b = new URL('c', HERE);\n");
    }
}
