//! A bundle from a file, an address or a catalogue, with the values that stand beside it.

use std::fs;
use std::path::Path;
use std::time::Duration;

use crate::base::{id::IndicatorId, note::Note};
use crate::bundle::caps::Caps;
use crate::model::dataset::Slot;
use crate::model::{Dataset, load};
use crate::tool::assemble;
use crate::tool::fault::{other_kind, why};
use crate::tool::fetch::limit::{Limit, Rate};
use crate::tool::fetch::progress::Progress;
use crate::tool::fetch::{Question, Web};

/// A bundle that was read.
#[derive(Clone, Debug)]
pub struct Read {
    /// Where from.
    pub source: String,
    /// The bundle, values beside it included.
    pub data: Dataset,
    /// What was left out of it on the way.
    pub notes: Vec<Note>,
    /// Values beside it that cannot be read.
    pub unread: Vec<Unread>,
}

/// Values that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Whose.
    pub indicator: IndicatorId,
    /// Where they should be.
    pub href: String,
    /// Why not.
    pub why: String,
}

/// A bundle file; a catalogue (`.toml`) is assembled from its files first.
///
/// # Errors
/// The file cannot be read, or is no bundle: where, what was expected, what to do.
pub fn file(path: &Path) -> anyhow::Result<Read> {
    let source = path.display().to_string();
    if path.extension().is_some_and(|ending| ending == "toml") {
        let assembled = assemble::assemble(path).map_err(|faults| {
            anyhow::Error::msg(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        })?;
        let text = crate::bundle::write::write(&assembled.bundle);
        let mut read =
            whole(source, text.as_bytes(), &mut |_| Err("a catalogue's values stand in it".to_owned()))?;
        read.notes.extend(assembled.notes);
        return Ok(read);
    }
    let text = fs::read(path).map_err(|e| anyhow::anyhow!("cannot read {source}: {}", why(&e)))?;
    let folder = path.parent().unwrap_or(Path::new(""));
    bytes(source, &text, &mut |href| {
        let name = href.split(['?', '#']).next().unwrap_or_default();
        fs::read(folder.join(name)).map_err(|e| why(&e))
    })
}

/// A bundle at an address.
///
/// # Errors
/// Nothing comes from there, or no bundle.
pub fn address(web: &Web<'_>, url: &str) -> anyhow::Result<Read> {
    let limit = Limit::new(Rate { calls: 5, window: Duration::from_secs(1) });
    let progress = Progress::Silent.source("");
    let ask = |url: &str| web.ask(&Question::get(url), &limit, &progress).map(|answer| answer.body);
    let body = ask(url).map_err(|refusal| anyhow::anyhow!("{refusal}"))?;
    bytes(crate::tool::fetch::public(url), &body, &mut |href| {
        ask(&beside(url, href)).map_err(|refusal| refusal.to_string())
    })
}

/// A bundle from bytes; `beside` gives what stands at an address relative to it.
///
/// # Errors
/// It is no bundle.
pub fn bytes(
    source: String,
    bytes: &[u8],
    beside: &mut dyn FnMut(&str) -> Result<Vec<u8>, String>,
) -> anyhow::Result<Read> {
    if let Some(other) = other_kind(&source, bytes) {
        anyhow::bail!("{source}: {other}");
    }
    whole(source, bytes, beside)
}

/// A bundle from bytes that are given for nothing else.
fn whole(
    source: String,
    bytes: &[u8],
    beside: &mut dyn FnMut(&str) -> Result<Vec<u8>, String>,
) -> anyhow::Result<Read> {
    let caps = Caps::default();
    let (mut data, notes) =
        load::from_bytes(bytes, &caps).map_err(|problem| anyhow::anyhow!("{source}: {problem}"))?;
    let mut unread = Vec::new();
    for id in data.ids().collect::<Vec<_>>() {
        let Slot::Elsewhere(href) = data.slot(id) else { continue };
        let href = href.clone();
        let table = beside(&href).and_then(|bytes| {
            load::table_from_bytes(&data, id, &bytes, &caps).map_err(|problem| problem.to_string())
        });
        match table {
            Ok(table) => data = data.with_table(id, table),
            Err(why) => unread.push(Unread { indicator: id, href, why }),
        }
    }
    Ok(Read { source, data, notes, unread })
}

/// The address of what stands beside another, by a relative address (RFC 3986, 5.2 for paths).
fn beside(url: &str, href: &str) -> String {
    let url = url.split(['?', '#']).next().unwrap_or_default();
    let host = url.find("://").map_or(0, |at| at + 3);
    let root = url.get(host..).and_then(|rest| rest.find('/')).map_or(url.len(), |at| host + at);
    let (origin, path) = url.split_at(root);
    if href.starts_with('/') {
        return format!("{origin}{href}");
    }
    let mut folders: Vec<&str> = path.split('/').skip(1).collect();
    folders.pop();
    let mut rest = href;
    loop {
        if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else if let Some(after) = rest.strip_prefix("../") {
            folders.pop();
            rest = after;
        } else {
            break;
        }
    }
    folders.push(rest);
    format!("{origin}/{}", folders.join("/"))
}

#[cfg(test)]
mod tests {
    use super::beside;

    #[test]
    fn addresses_beside_a_bundle() {
        let url = "https://a.se/x/y/b.json?v=1";
        for (href, wanted) in [
            ("values/a.json", "https://a.se/x/y/values/a.json"),
            ("./a.json", "https://a.se/x/y/a.json"),
            ("../a.json?v=2", "https://a.se/x/a.json?v=2"),
            ("../../../a.json", "https://a.se/a.json"),
            ("/a.json", "https://a.se/a.json"),
        ] {
            assert_eq!(beside(url, href), wanted);
        }
        assert_eq!(beside("http://a.se", "b.json"), "http://a.se/b.json");
    }
}
