//! The app as one HTML file that opens from a disk: wasm, glue, styles, icon and bundle inside.
//!
//! [`template`] is the file without a bundle; the app itself fetches it to write such files too.
//! [`write`] puts a bundle in. Nothing in the file refers to anything outside it, and a content
//! policy inside it forbids everything but its own script and style, each known by its hash.

mod fill;
mod pack;
mod template;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

pub use fill::{EMPTY_BUNDLE, fill, inline};
pub use pack::{pack, unpack};
pub use template::{Parts, template};

/// What lies beside the file.
const READ_ME: &str = "\
Nuläge som en fil
=================

Öppna nulage.html med ett dubbelklick. Den öppnas i webbläsaren (Chrome, Edge,
Firefox eller Safari) och behöver varken nät eller installation. Kopiera den
vart du vill: allt ligger i filen. Ingenting skickas någonstans.

- Adressen i webbläsaren minns vad som visas. Spara den som bokmärke om du vill.
- Andra siffror: släpp en datafil (.json) på sidan, eller välj
  Använd vidare > Öppna andra siffror.
- En ny fil med det som visas nu: Använd vidare > Spara som fil.

Nuläge as one file: open nulage.html with a double click. It needs no network
and no installation, and sends nothing anywhere.
";

/// The files that were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The app.
    pub page: PathBuf,
    /// Its size in bytes.
    pub size: usize,
}

/// Why the file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum UsbError {
    /// A file or folder refused.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The bundle is no JSON, or the page has no place for it.
    #[error("{}: {said}", path.display())]
    Bundle {
        /// Which file.
        path: PathBuf,
        /// What is wrong with it.
        said: String,
    },
}

/// Writes the page of `template_file` with the bundle in it, and a note on how to open it, into `folder`.
///
/// # Errors
/// When a file refuses or the bundle is no JSON.
pub fn write(template_file: &Path, bundle: &Path, folder: &Path) -> Result<Written, UsbError> {
    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| UsbError::File { path, source }
    };
    let page = fs::read_to_string(template_file).map_err(at(template_file))?;
    let bytes = inline(bundle, &fs::read(bundle).map_err(at(bundle))?)?;
    let no_place = || UsbError::Bundle {
        path: template_file.to_owned(),
        said: "the page has no place for a bundle".to_owned(),
    };
    let page = fill(&page, &bytes).ok_or_else(no_place)?;
    fs::create_dir_all(folder).map_err(at(folder))?;
    let (file, note) = (folder.join("nulage.html"), folder.join("LÄS-MIG.txt"));
    fs::write(&file, &page).map_err(at(&file))?;
    // A byte order mark and CRLF, for the plainest of editors.
    fs::write(&note, format!("\u{feff}{}", READ_ME.replace('\n', "\r\n"))).map_err(at(&note))?;
    Ok(Written { page: file, size: page.len() })
}
