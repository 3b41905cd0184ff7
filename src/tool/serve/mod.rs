//! Serves a built site to browsers on this machine.
//!
//! [`start`] listens on 127.0.0.1 only and returns at once; dropping the [`Running`] it gives ends
//! the server. Every answer carries the strict content policy that the app must work under.
//!
//! Invariant: reads files, writes nothing but compressed copies in `target/`, answers only what
//! is in `index.html`, `pkg/`, `www/` and the bundle with the values it keeps apart.

mod answer;
mod encode;
mod files;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;

use crate::tool::site::Site;
use answer::Shared;

pub use answer::{POLICY, Seen};

/// The port tried first when none is asked for.
pub const PORT: u16 = 8080;

/// How many ports after [`PORT`] are tried before any free one is taken.
const TRIED: u16 = 100;

/// Why the server did not start.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The asked-for port, or every port, is taken or forbidden.
    #[error("cannot listen on 127.0.0.1:{port}: {why}; choose another with --port")]
    Port {
        /// The last one tried.
        port: u16,
        /// What the system said; told here, so it is no source to be told again.
        why: io::Error,
    },
    /// The threads could not be started.
    #[error("cannot start the server: {0}")]
    Threads(io::Error),
}

/// A server at work; dropping it ends it.
pub struct Running {
    address: SocketAddr,
    shared: Arc<Shared>,
    runtime: Option<tokio::runtime::Runtime>,
}

/// Starts serving `site` on its own threads.
///
/// Without a `port` it takes [`PORT`] or the next free one; a `port` of 0 takes any.
///
/// # Errors
/// When the port is taken or threads cannot be started.
pub fn start(site: Site, port: Option<u16>) -> Result<Running, ServeError> {
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(ServeError::Threads)?;
    listener.set_nonblocking(true).map_err(ServeError::Threads)?;
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .build()
        .map_err(ServeError::Threads)?;
    let shared = Arc::new(Shared::new(site));
    let router = Router::new().fallback(answer::answer).with_state(Arc::clone(&shared));
    runtime.spawn(async move {
        // Both fail only when the runtime is already going down.
        if let Ok(listener) = tokio::net::TcpListener::from_std(listener) {
            drop(axum::serve(listener, router).await);
        }
    });
    Ok(Running { address, shared, runtime: Some(runtime) })
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address of a path, which begins with `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Answers `path` with these bytes from now on, before any file on disk. The MIME type follows
    /// from the name's ending.
    pub fn put(&self, path: &str, bytes: impl Into<Bytes>) {
        self.shared.put(path, bytes.into());
    }

    /// Every request so far, oldest first.
    pub fn seen(&self) -> Vec<Seen> {
        self.shared.seen()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // Not waiting, so that it may also be dropped inside somebody else's runtime.
            runtime.shutdown_background();
        }
    }
}

fn listen(port: Option<u16>) -> Result<TcpListener, ServeError> {
    let bind =
        |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|why| ServeError::Port { port, why });
    match port {
        Some(port) => bind(port),
        None => (PORT..PORT + TRIED).find_map(|port| bind(port).ok()).map_or_else(|| bind(0), Ok),
    }
}
