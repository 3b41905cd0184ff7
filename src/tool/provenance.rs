//! What an indicator's figures were read from: files by their hash, answers by address and time.

use std::path::Path;

use crate::bundle::format as f;
use crate::tool::digest::sha256;
use crate::tool::fault::{self, Fault};
use crate::tool::fetch::cache::Entry;
use crate::tool::fetch::clock;

/// Where an indicator's figures come from.
#[derive(Clone, Debug, Default)]
pub(super) struct Provenance {
    /// Files, relative to the catalogue, with the hash of each.
    files: Vec<(String, String)>,
    /// Answers of services.
    pub(super) entries: Vec<Entry>,
    /// The terms a service states.
    pub(super) licence: Option<String>,
}

impl Provenance {
    /// Files only.
    ///
    /// # Errors
    /// One cannot be read.
    pub(super) fn of_files(base: &Path, files: &[&Path]) -> Result<Self, Fault> {
        let mut provenance = Self::default();
        for file in files {
            let whole = base.join(file);
            let bytes = fault::bytes(&whole)?;
            // The same name on every system.
            let name = file.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
            provenance.files.push((name, sha256(&bytes)));
        }
        Ok(provenance)
    }

    /// Answers only.
    pub(super) fn of_answers(entries: Vec<Entry>, licence: Option<String>) -> Self {
        Self { files: Vec::new(), entries, licence }
    }

    /// Writes it into what a bundle says of a source. What the catalogue says of the retrieval is
    /// about kept files and gives way to what was asked now.
    pub(super) fn put(self, source: &mut f::Source) {
        let Self { files, entries, licence } = self;
        if let Some(last) = entries.iter().map(|entry| entry.retrieved).max() {
            source.retrieved = Some(clock::moment(last));
        }
        source.licence = licence.or(source.licence.take());
        let hashes = files.iter().map(|(_, hash)| hash).chain(entries.iter().map(|entry| &entry.sha256));
        let hashes: Vec<&String> = hashes.collect();
        source.sha256 = match hashes.as_slice() {
            [] => None,
            [one] => Some((*one).clone()),
            several => {
                Some(sha256(several.iter().map(|hash| format!("{hash}\n")).collect::<String>().as_bytes()))
            }
        };
        source.request = entries.into_iter().map(|entry| entry.url).collect();
        source.files = files.into_iter().map(|(name, _)| name).collect();
    }
}
