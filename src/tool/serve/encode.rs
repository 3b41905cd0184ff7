//! Compressed forms of answers: which one a browser wants, and making it.
//!
//! Brotli at its best takes seconds for the wasm, so that form is made once on the side and kept
//! in `target/` by content; until it is there, a quick one goes out. What is not from a file may be
//! another the next moment and goes out in the quick form only.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::thread;

use axum::body::Bytes;

/// How the body of an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

impl Encoding {
    /// The value of `Content-Encoding`; none for the plain form.
    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Encoding::Brotli => Some("br"),
            Encoding::Gzip => Some("gzip"),
            Encoding::Identity => None,
        }
    }
}

/// The best form that an `Accept-Encoding` header allows.
pub(super) fn choose(accept: &str) -> Encoding {
    let allows = |name: &str| accept.split(',').any(|item| allowed(item, name));
    if allows("br") {
        Encoding::Brotli
    } else if allows("gzip") {
        Encoding::Gzip
    } else {
        Encoding::Identity
    }
}

/// Whether one item such as `br;q=0.8` names `name` and does not refuse it.
fn allowed(item: &str, name: &str) -> bool {
    let mut parts = item.split(';').map(str::trim);
    let named = parts.next().is_some_and(|first| first.eq_ignore_ascii_case(name));
    let refused = parts.any(|part| part.strip_prefix("q=").is_some_and(|q| q.parse() == Ok(0.0)));
    named && !refused
}

/// The best forms that were begun, by all servers of this process.
static BEGUN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Compressed forms made so far.
pub(super) struct Forms {
    folder: PathBuf,
    quick: Mutex<BTreeMap<(u64, Encoding), Bytes>>,
}

impl Forms {
    /// Keeps the slow forms in `folder`.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, quick: Mutex::default() }
    }

    /// `body`, whose content has the hash `key`, in the form `encoding`; the best one where it `lasts`.
    pub(super) fn get(&self, key: u64, encoding: Encoding, body: &Bytes, lasts: bool) -> io::Result<Bytes> {
        if encoding == Encoding::Identity {
            return Ok(body.clone());
        }
        if encoding == Encoding::Brotli && lasts {
            let best = self.folder.join(format!("{key:016x}.br"));
            match fs::read(&best) {
                Ok(bytes) => return Ok(bytes.into()),
                Err(_) => make_best(best, body.clone()),
            }
        }
        if let Some(made) = lock(&self.quick).get(&(key, encoding)) {
            return Ok(made.clone());
        }
        let made: Bytes = match encoding {
            Encoding::Brotli => brotli(body, 5)?,
            Encoding::Gzip | Encoding::Identity => gzip(body)?,
        }
        .into();
        lock(&self.quick).insert((key, encoding), made.clone());
        Ok(made)
    }
}

/// Starts making the best form, once.
fn make_best(file: PathBuf, body: Bytes) {
    if lock(&BEGUN).insert(file.clone()) {
        // If it cannot be made or kept, the quick form goes on being answered.
        thread::spawn(move || drop(brotli(&body, 11).and_then(|bytes| keep(&file, &bytes))));
    }
}

/// `bytes` compressed with brotli, quality 0 to 11.
fn brotli(bytes: &[u8], quality: u32) -> io::Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(bytes)?;
    writer.flush()?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    writer.write_all(bytes)?;
    writer.finish()
}

/// Writes a file so that a reader sees all of it or nothing.
fn keep(file: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let part = file.with_extension(format!("{}.part", std::process::id()));
    fs::write(&part, bytes)?;
    fs::rename(&part, file)
}

/// The lock's content, also after a thread died holding it: the maps are whole at every step.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_decides() {
        assert_eq!(choose("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(choose("gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(choose("br;q=0, GZIP"), Encoding::Gzip);
        assert_eq!(choose("br; q=0.0"), Encoding::Identity);
        assert_eq!(choose("brotli, x-gzip"), Encoding::Identity);
        assert_eq!(choose(""), Encoding::Identity);
    }
}
