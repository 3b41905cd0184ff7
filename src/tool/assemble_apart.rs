//! A bundle whose values lie in files of their own: small to open, and each indicator's figures are
//! fetched when they are first shown.

use std::path::Path;

use crate::bundle::format::{Bundle, Values};
use crate::bundle::write::write_dataset;
use crate::tool::starting::slug;

/// A file of one indicator's values.
pub(super) struct Part {
    /// Its address relative to the bundle.
    pub(super) href: String,
    /// Its text, a JSON-stat dataset.
    pub(super) text: String,
}

/// The folder of values that belongs to the bundle in this file: `skane.values` beside
/// `skane.bundle.json`. It is part of an address, so it is spelled in plain letters.
pub(crate) fn folder(bundle: &Path) -> String {
    let name = bundle.file_stem().unwrap_or_default().to_string_lossy();
    format!("{}.values", slug(name.strip_suffix(".bundle").unwrap_or(&name)))
}

/// The bundle to be written to `out` without the values that go into files of their own, and these.
/// The indicator that weighs areas keeps its values: pages of all others need them.
pub(super) fn apart(mut bundle: Bundle, out: &Path) -> (Bundle, Vec<Part>) {
    let folder = folder(out);
    let mut parts = Vec::new();
    for indicator in &mut bundle.indicators {
        if Some(&indicator.id) == bundle.meta.weights.as_ref() {
            continue;
        }
        if let Some(dataset) = indicator.values.dataset.take() {
            let href = format!("{folder}/{}.json", indicator.id);
            parts.push(Part { href: href.clone(), text: write_dataset(&dataset) });
            indicator.values = Values { href: Some(href), ..indicator.values.clone() };
        }
    }
    (bundle, parts)
}
