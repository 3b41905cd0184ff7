//! Builds what a browser loads: the wasm, its JavaScript glue and the package around them.
//!
//! Everything ends up in `pkg/`, shaped like an npm package. One call, [`build`], does what is
//! needed and no more: cargo decides whether the wasm is stale, a stamp whether the glue is.
//!
//! Invariant: downloads no binaries; the glue comes from a library linked into this tool.

mod cargo;
mod digest;
mod file;
mod glue;
mod locals;
mod pack;
mod package;
mod progress;
mod root;
mod target;
mod trim;

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

pub use digest::base64;
pub use progress::Progress;
pub use root::{NoSources, find as find_root};

/// A built site: the folder of the sources and the bundle it shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// The package folder, with `index.html`, `www/` and `pkg/`.
    pub root: PathBuf,
    /// The bundle answered at `/data/bundle.json`.
    pub bundle: PathBuf,
}

/// Why a site could not be built.
#[derive(Debug, thiserror::Error)]
pub enum SiteError {
    /// A program could not be started at all.
    #[error("cannot run `{program}`: {source}")]
    Start {
        /// What was to run.
        program: &'static str,
        /// What the system said.
        source: io::Error,
    },
    /// The Rust standard library for wasm is missing and could not be added.
    #[error(
        "Rust's {} target is not installed and could not be added.\n  \
         Run: rustup target add {}\n{said}",
        target::WASM,
        target::WASM
    )]
    Target {
        /// What rustup said.
        said: String,
    },
    /// The interface does not compile.
    #[error("the interface did not compile to WebAssembly:\n{said}")]
    Compile {
        /// What cargo said.
        said: String,
    },
    /// The JavaScript glue could not be made.
    #[error("the JavaScript glue could not be made: {said}")]
    Glue {
        /// What wasm-bindgen said.
        said: String,
    },
    /// A file or folder refused.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl Site {
    /// The site of the sources in `root`, with the default bundle; builds nothing.
    pub fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), bundle: root.join("data").join("orebro.bundle.json") }
    }

    /// The same site showing another bundle.
    #[must_use]
    pub fn with_bundle(self, bundle: PathBuf) -> Self {
        Self { bundle, ..self }
    }

    /// Where the package is: glue, wasm, types.
    pub fn pkg(&self) -> PathBuf {
        self.root.join("pkg")
    }

    /// The compiled module as browsers load it.
    pub fn wasm(&self) -> PathBuf {
        self.pkg().join("nulage_bg.wasm")
    }

    /// The module that holds single views only.
    pub fn view_wasm(&self) -> PathBuf {
        self.pkg().join("view_bg.wasm")
    }

    /// The app as one file, without a bundle.
    pub fn file(&self) -> PathBuf {
        self.pkg().join("nulage.html")
    }

    /// Where stamps and compressed copies are kept between runs.
    pub(crate) fn cache(&self) -> PathBuf {
        self.root.join("target").join("site")
    }
}

/// Brings `pkg/` up to date with the sources in `root`.
///
/// One build at a time: a second process waits for the first. When nothing has changed this
/// takes as long as cargo needs to see it.
///
/// # Errors
/// When the wasm target is missing, the sources do not compile, or a file refuses.
pub fn build(root: &Path, progress: &Progress) -> Result<Site, SiteError> {
    let site = Site::at(root);
    let _lock = lock(&site.cache(), progress)?;
    let toolchain = target::ensure(root, progress)?;
    let mut wasm = Vec::new();
    for module in glue::MODULES {
        // Read at once: the next module lies in the same place.
        let path = cargo::compile(root, &toolchain, module.features, progress)?;
        wasm.push(fs::read(&path).map_err(at(&path))?);
    }
    glue::refresh(&site, &wasm, progress)?;
    package::write(&site)?;
    file::write(&site, progress)?;
    progress.done("pkg/ is up to date");
    Ok(site)
}

/// Holds the build to one process until the returned file is dropped.
fn lock(cache: &Path, progress: &Progress) -> Result<File, SiteError> {
    fs::create_dir_all(cache).map_err(at(cache))?;
    let path = cache.join("build.lock");
    let file = File::create(&path).map_err(at(&path))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            progress.step("waiting for another build to end");
            file.lock().map_err(at(&path))?;
        }
        Err(TryLockError::Error(source)) => return Err(at(&path)(source)),
    }
    Ok(file)
}

/// Puts a path to an I/O error.
fn at(path: &Path) -> impl FnOnce(io::Error) -> SiteError {
    move |source| SiteError::File { path: path.to_owned(), source }
}
