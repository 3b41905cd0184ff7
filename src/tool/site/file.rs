//! Writes `pkg/nulage.html`: the app as one file, without a bundle.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::package::{PAGE_STYLES, read, styles};
use super::{Progress, Site, SiteError, at};
use crate::tool::usb::{Parts, template};

/// The page's own scripts, each after those that it imports.
const SCRIPTS: &[&str] = &[
    "fragment.js",
    "told.js",
    "menus.js",
    "focus.js",
    "paper.js",
    "save.js",
    "picture.js",
    "take.js",
    "frozen.js",
    "embedding.js",
    "room/talk.js",
    "room/windows.js",
    "room/keys.js",
    "room/footing.js",
    "room/overlay.js",
    "room/clock.js",
    "room/minutes.js",
    "room/discussion.js",
    "room/story.js",
    "stage.js",
    "file.js",
];

/// The scripts that unpack them.
const BOOT: &[&str] = &["unpack.js", "boot.js"];

/// Writes it unless the stamp says that it is made of the same parts already.
pub(super) fn write(site: &Site, progress: &Progress) -> Result<(), SiteError> {
    let www = site.root.join("www");
    let wasm = fs::read(site.wasm()).map_err(at(&site.wasm()))?;
    let glue = read(&site.pkg().join("nulage.glue.js"))?;
    let all = |names: &[&str]| -> Result<Vec<String>, SiteError> {
        names.iter().map(|name| read(&www.join(name))).collect()
    };
    let (scripts, boot) = (all(SCRIPTS)?, all(BOOT)?);
    let (styles, icon) = (styles(&www, PAGE_STYLES)?, read(&www.join("icon.svg"))?);
    let mut hasher = DefaultHasher::new();
    (&wasm, &glue, &scripts, &boot, &styles, &icon, include_str!("../usb/template.rs")).hash(&mut hasher);
    let stamp = format!("{:016x}", hasher.finish());
    let (stamp_file, file) = (site.cache().join("file.stamp"), site.file());
    if file.is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    progress.step("putting the app into one file");
    let parts =
        Parts { wasm: &wasm, glue: &glue, scripts: &scripts, boot: &boot, styles: &styles, icon: &icon };
    let page = template(parts).map_err(at(&file))?;
    fs::write(&file, page).map_err(at(&file))?;
    fs::write(&stamp_file, stamp).map_err(at(&stamp_file))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::path::Path;

    use super::*;

    /// In the file all modules share one scope: no two may give the same name.
    #[test]
    fn scripts_get_along_in_one_scope() {
        let www = Path::new(env!("CARGO_MANIFEST_DIR")).join("www");
        let mut known = BTreeMap::new();
        for script in BOOT.iter().chain(SCRIPTS) {
            for line in read(&www.join(script)).unwrap().lines() {
                let line = line.strip_prefix("export ").unwrap_or(line);
                let line = line.strip_prefix("async ").unwrap_or(line);
                let given = ["const ", "let ", "function "].iter().find_map(|word| line.strip_prefix(word));
                let Some(given) = given else { continue };
                let name: String = given.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                assert!(!name.is_empty(), "{script}: {line}");
                let other = known.insert(name.clone(), script);
                assert_eq!(other, None, "{script} gives the name {name} again");
            }
        }
        assert!(known.len() > 30, "{known:?}");
    }
}
