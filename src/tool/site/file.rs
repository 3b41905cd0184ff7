//! Writes `pkg/nulage.html`: the app as one file, without a bundle.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::package::{PAGE_STYLES, read, styles};
use super::{Progress, Site, SiteError, at};
use crate::tool::usb::{Parts, template};

/// Writes it unless the stamp says that it is made of the same parts already.
pub(super) fn write(site: &Site, progress: &Progress) -> Result<(), SiteError> {
    let www = site.root.join("www");
    let wasm = fs::read(site.wasm()).map_err(at(&site.wasm()))?;
    let glue = read(&site.pkg().join("nulage.glue.js"))?;
    let (save, start) = (read(&www.join("save.js"))?, read(&www.join("file.js"))?);
    let (styles, icon) = (styles(&www, PAGE_STYLES)?, read(&www.join("icon.svg"))?);
    let mut hasher = DefaultHasher::new();
    (&wasm, &glue, &save, &start, &styles, &icon, include_str!("../usb/template.rs")).hash(&mut hasher);
    let stamp = format!("{:016x}", hasher.finish());
    let (stamp_file, file) = (site.cache().join("file.stamp"), site.file());
    if file.is_file() && fs::read_to_string(&stamp_file).is_ok_and(|old| old == stamp) {
        return Ok(());
    }
    progress.step("putting the app into one file");
    let parts = Parts { wasm: &wasm, glue: &glue, scripts: &[&save, &start], styles: &styles, icon: &icon };
    let page = template(parts).map_err(at(&file))?;
    fs::write(&file, page).map_err(at(&file))?;
    fs::write(&stamp_file, stamp).map_err(at(&stamp_file))
}
