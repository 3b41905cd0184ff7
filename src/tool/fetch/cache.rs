//! Answers kept on disk: bodies by their hash, questions by theirs.
//!
//! A question's file says which body answered it, when, and what the server called that version
//! (`ETag`). Every file is written aside and renamed, so a run that is cut off leaves only whole
//! answers, and the next run goes on from them.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::tool::digest::sha256;

/// What is known of an answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The address asked, without secrets.
    pub url: String,
    /// SHA-256 of the body.
    pub sha256: String,
    /// The server's name for this version.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub etag: Option<String>,
    /// When the server last changed it, in its own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modified: Option<String>,
    /// When it was last asked for, seconds since 1970.
    pub retrieved: u64,
}

/// A folder of answers.
#[derive(Clone, Debug)]
pub struct Cache {
    folder: PathBuf,
}

impl Cache {
    /// The cache in a folder, which need not exist.
    pub fn at(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The user's cache folder: `NULAGE_CACHE`, or what the system calls it.
    ///
    /// `variable` looks up an environment variable.
    pub fn default_folder(variable: &dyn Fn(&str) -> Option<String>) -> PathBuf {
        let set = |name: &str| variable(name).filter(|v| !v.is_empty()).map(PathBuf::from);
        if let Some(folder) = set("NULAGE_CACHE") {
            return folder;
        }
        let home = || set("HOME").unwrap_or_default();
        let system = match std::env::consts::OS {
            "windows" => set("LOCALAPPDATA").unwrap_or_else(home),
            "macos" => home().join("Library").join("Caches"),
            _ => set("XDG_CACHE_HOME").unwrap_or_else(|| home().join(".cache")),
        };
        system.join("nulage")
    }

    /// The answer to a question, if it is there and whole.
    pub fn get(&self, question: &str) -> Option<(Entry, Vec<u8>)> {
        let entry: Entry = serde_json::from_slice(&fs::read(self.question(question)).ok()?).ok()?;
        let body = fs::read(self.body(&entry.sha256)).ok()?;
        // A body that is not what its name says is no answer.
        (sha256(&body) == entry.sha256).then_some((entry, body))
    }

    /// Keeps an answer.
    ///
    /// # Errors
    /// The folder cannot be written to.
    pub fn put(&self, question: &str, entry: &Entry, body: &[u8]) -> io::Result<()> {
        write_whole(&self.body(&entry.sha256), body)?;
        let text = serde_json::to_vec_pretty(entry).map_err(io::Error::other)?;
        write_whole(&self.question(question), &text)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    fn question(&self, question: &str) -> PathBuf {
        self.folder.join("questions").join(sha256(question.as_bytes()) + ".json")
    }

    fn body(&self, hash: &str) -> PathBuf {
        self.folder.join("bodies").join(hash)
    }
}

/// Writes a file aside and renames it into place: the file is old or new, never half.
///
/// # Errors
/// As writing and renaming.
pub fn write_whole(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = file.parent().filter(|f| !f.as_os_str().is_empty());
    if let Some(folder) = folder {
        fs::create_dir_all(folder)?;
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let aside = file.with_file_name(format!(".{name}.{}.part", std::process::id()));
    let done = fs::write(&aside, bytes).and_then(|()| fs::rename(&aside, file));
    if done.is_err() {
        // What is left aside helps nobody; that it cannot be removed changes nothing.
        drop(fs::remove_file(&aside));
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("nulage-cache-{}-{name}", std::process::id()));
        drop(fs::remove_dir_all(&folder));
        folder
    }

    #[test]
    fn an_answer_comes_back_whole_or_not_at_all() {
        let cache = Cache::at(folder("whole"));
        let entry = Entry {
            url: "http://x/".into(),
            sha256: sha256(b"body"),
            etag: Some("\"1\"".into()),
            modified: None,
            retrieved: 7,
        };
        assert_eq!(cache.get("q"), None);
        cache.put("q", &entry, b"body").unwrap();
        assert_eq!(cache.get("q"), Some((entry.clone(), b"body".to_vec())));
        assert_eq!(cache.get("other"), None);
        fs::write(cache.body(&entry.sha256), b"bod").unwrap();
        assert_eq!(cache.get("q"), None, "a damaged body is no answer");
        fs::remove_dir_all(cache.folder()).unwrap();
    }

    #[test]
    fn a_file_is_old_or_new() {
        let file = folder("aside").join("deep").join("x.json");
        write_whole(&file, b"one").unwrap();
        write_whole(&file, b"two").unwrap();
        assert_eq!(fs::read(&file).unwrap(), b"two");
        let left = fs::read_dir(file.parent().unwrap()).unwrap().count();
        assert_eq!(left, 1, "nothing is left aside");
        assert!(write_whole(&file.join("under-a-file"), b"x").is_err());
        fs::remove_dir_all(file.parent().unwrap().parent().unwrap()).unwrap();
    }

    #[test]
    fn the_folder_is_where_the_user_says() {
        let of = |pairs: &[(&str, &str)]| {
            let owned: Vec<(String, String)> =
                pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
            Cache::default_folder(&move |name| owned.iter().find(|(k, _)| k == name).map(|(_, v)| v.clone()))
        };
        assert_eq!(of(&[("NULAGE_CACHE", "/c"), ("HOME", "/h")]), Path::new("/c"));
        assert!(of(&[("HOME", "/h")]).starts_with("/h"));
    }
}
