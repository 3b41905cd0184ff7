//! A bundle into the page's empty place, whole: values that lie in files of their own come along.

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::{UsbError, pack};

/// The place for the bundle in a page that has none.
pub const EMPTY_BUNDLE: &str = "<script type=\"text/plain\" id=\"nulage-bundle\"></script>";

/// The page with the bundle in it; none when it has no empty place.
pub fn fill(page: &str, bundle: &[u8]) -> Option<String> {
    let (before, after) = page.split_once(EMPTY_BUNDLE)?;
    let open = EMPTY_BUNDLE.strip_suffix("</script>")?;
    Some(format!("{before}{open}{}</script>{after}", pack(bundle).ok()?))
}

/// The bundle's bytes with all values inside; `file` is where it was read from.
///
/// # Errors
/// When it is no JSON, or a file that values lie in cannot be read.
pub fn inline(file: &Path, bytes: &[u8]) -> Result<Vec<u8>, UsbError> {
    let wrong = |path: &Path, said: String| UsbError::Bundle { path: path.to_owned(), said };
    let mut bundle: Value = serde_json::from_slice(bytes).map_err(|e| wrong(file, e.to_string()))?;
    let mut moved = false;
    for indicator in bundle.get_mut("indicators").and_then(Value::as_array_mut).into_iter().flatten() {
        let Some(values) = indicator.get_mut("values").and_then(Value::as_object_mut) else { continue };
        let Some(Value::String(href)) = values.remove("href") else { continue };
        let beside = file.with_file_name(&href);
        let read = fs::read(&beside).map_err(|source| UsbError::File { path: beside.clone(), source })?;
        let dataset = serde_json::from_slice(&read).map_err(|e| wrong(&beside, e.to_string()))?;
        values.insert("dataset".to_owned(), dataset);
        moved = true;
    }
    // Untouched bytes stay untouched.
    if moved {
        serde_json::to_vec(&bundle).map_err(|e| wrong(file, e.to_string()))
    } else {
        Ok(bytes.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_filled_once() {
        let page = format!("<body>{EMPTY_BUNDLE}</body>");
        let filled = fill(&page, b"{}").unwrap();
        let inside = filled.split_once("id=\"nulage-bundle\">").unwrap().1.split_once("</script>").unwrap().0;
        assert_eq!(crate::tool::usb::unpack(inside).unwrap(), b"{}");
        assert_eq!(fill(&filled, b"{}"), None);
    }
}
