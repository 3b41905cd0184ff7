//! Runs that ask services, against a server on this machine that plays Kolada's version 3 and
//! PxWebApi 1 and 2. The real services were never asked.

mod bad;
mod counties;
mod kolada;
mod published;
mod pxweb;
mod runs;
mod server;

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use nulage::bundle::format::Bundle;
use nulage::bundle::write::write;
use nulage::tool::assemble::{Access, Assembled, Input, assemble_with};
use nulage::tool::catalogue_source::Services;
use nulage::tool::fetch::cache::Cache;
use nulage::tool::fetch::clock::Clock;
use nulage::tool::fetch::progress::Progress;
use nulage::tool::fetch::retry::Policy;
use nulage::tool::fetch::wire::Http;
use nulage::tool::fetch::{Mode, Web};

use server::{Asked, Reply, Server};

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file)
}

fn fixture(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file)).unwrap()
}

/// 2026-11-25.
const NOW: Duration = Duration::from_secs(1_795_600_000);

/// A clock that only moves when somebody sleeps, at once.
struct Hand(Cell<Duration>);

impl Clock for Hand {
    fn now(&self) -> Duration {
        self.0.get()
    }
    fn sleep(&self, time: Duration) {
        self.0.set(self.0.get() + time);
    }
}

/// The text of a bundle that does not say when and from where it was read.
fn timeless(mut bundle: Bundle) -> String {
    bundle.sha256 = None;
    for source in bundle.indicators.iter_mut().map(|indicator| &mut indicator.source) {
        (source.retrieved, source.sha256, source.request) = (None, None, Vec::new());
    }
    write(&bundle)
}

/// Every service as it should be.
fn sound(asked: &Asked) -> Reply {
    let reply = match asked.path.get(..3) {
        Some("/v3") => kolada::answer(asked, 700),
        Some("/v2") => pxweb::answer(asked, 150_000),
        Some("/v1") => pxweb::answer_v1(asked, 100_000),
        _ => Reply::status(404, ""),
    };
    let etag = format!("\"{}\"", nulage::tool::digest::sha256(&reply.body));
    match &asked.etag {
        Some(held) if *held == etag => Reply { body: Vec::new(), status: 304, ..reply },
        _ => reply.header("ETag", &etag),
    }
}

/// A user with a cache of her own, who asks one server.
struct User {
    clock: Hand,
    cache: Cache,
    services: Services,
    timeout: Duration,
    mode: Mode,
}

/// Answers of the day are good enough.
const DAY: Mode = Mode::Online { max_age: Duration::from_secs(86_400) };

impl User {
    /// `name` names her cache.
    fn new(name: &str, address: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("services-{name}"));
        drop(fs::remove_dir_all(&folder));
        let at = |version: &str| Some(format!("{address}/{version}"));
        let services = Services { kolada: at("v3"), pxweb: at("v2/"), pxweb_v1: at("v1") };
        let timeout = Duration::from_secs(20);
        Self { clock: Hand(Cell::new(NOW)), cache: Cache::at(folder), services, timeout, mode: DAY }
    }

    fn of(name: &str, server: &Server) -> Self {
        Self::new(name, &server.address)
    }

    /// Calls `run` with what a run gets at figures by.
    fn with<T>(&self, anew: bool, run: impl FnOnce(Access<'_>) -> T) -> T {
        let wire = Http::new(self.timeout, false);
        let web = Web {
            wire: &wire,
            clock: &self.clock,
            cache: self.cache.clone(),
            policy: Policy::default(),
            mode: self.mode,
        };
        run(Access { anew, web: Some(&web), services: &self.services, progress: Progress::Silent })
    }

    /// Assembles the catalogue of the fixtures, or one made from it.
    fn assemble(&self, catalogue: &str) -> Result<Assembled, Vec<String>> {
        let base = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/services");
        let input = Input { file: Path::new("catalogue.toml"), text: catalogue, base: &base };
        self.with(false, |access| assemble_with(input, access))
            .map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    /// The text of the bundle, without what differs from run to run.
    fn bundle(&self, catalogue: &str) -> Result<String, String> {
        self.assemble(catalogue).map(|made| timeless(made.bundle)).map_err(|faults| faults.join("\n"))
    }
}
