//! Which file a path means, and of what type it is.

use std::path::{Path, PathBuf};

use crate::tool::assemble_apart;
use crate::tool::site::Site;

/// The folders that are served as they lie.
const FOLDERS: &[&str] = &["pkg", "www"];

/// The file that `path` (as in the request line, without the query) means, if it may be served.
///
/// Only plain names pass: ASCII letters, digits, `-`, `_` and inner dots. So there is nothing to
/// decode and no way up; and a link that leads out of its folder is refused too.
pub(super) fn find(site: &Site, path: &str) -> Option<PathBuf> {
    match path {
        "/" | "/index.html" => return Some(site.root.join("index.html")),
        "/embed.html" => return Some(site.root.join("embed.html")),
        "/data/bundle.json" => return Some(site.bundle.clone()),
        _ => {}
    }
    if let Some(name) = values(site, path) {
        let file = site.bundle.with_file_name(assemble_apart::folder(&site.bundle)).join(name);
        return Some(file).filter(|file| file.is_file());
    }
    let mut names = path.strip_prefix('/')?.split('/');
    let folder = names.next().filter(|name| FOLDERS.contains(name))?;
    let folder = site.root.join(folder);
    let mut file = folder.clone();
    for name in names {
        file.push(Some(name).filter(|name| is_plain(name))?);
    }
    let inside = file.canonicalize().ok()?.starts_with(folder.canonicalize().ok()?);
    (inside && file.is_file()).then_some(file)
}

/// The name in a path of a file with values that the bundle keeps apart.
fn values<'a>(site: &Site, path: &'a str) -> Option<&'a str> {
    let rest = path.strip_prefix("/data/")?.strip_prefix(&assemble_apart::folder(&site.bundle))?;
    rest.strip_prefix('/').filter(|name| is_plain(name) && name.ends_with(".json"))
}

fn is_plain(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !name.is_empty() && !name.starts_with('.') && name.chars().all(plain)
}

/// The MIME type by the name's ending, and whether such a file shrinks when compressed.
pub(super) fn mime(name: &str) -> (&'static str, bool) {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    match ending {
        "html" => ("text/html; charset=utf-8", true),
        "js" => ("text/javascript; charset=utf-8", true),
        "css" => ("text/css; charset=utf-8", true),
        "json" => ("application/json", true),
        "wasm" => ("application/wasm", true),
        "svg" => ("image/svg+xml", true),
        "ts" | "txt" | "md" | "csv" => ("text/plain; charset=utf-8", true),
        "png" => ("image/png", false),
        "webp" => ("image/webp", false),
        "ico" => ("image/x-icon", false),
        "pdf" => ("application/pdf", false),
        _ => ("application/octet-stream", false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_pass() {
        for good in ["nulage.js", "nulage_bg.wasm.d.ts", "a-b_1"] {
            assert!(is_plain(good), "{good}");
        }
        for bad in ["", ".", "..", ".git", "a b", "%2e%2e", "a\\b", "c:", "ä", "a\0"] {
            assert!(!is_plain(bad), "{bad}");
        }
    }
}
