//! One request to one answer.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::{Arc, Mutex};

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, IF_NONE_MATCH, ORIGIN, REFERRER_POLICY, VARY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};

use super::encode::{Encoding, Forms, choose, lock};
use super::files::{find, mime};
use crate::tool::site::Site;

/// The content policy on every answer: nothing from elsewhere, no inline style or script.
///
/// `frame-src` is there for the page that shows the app inside an iframe.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' blob: data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; \
     frame-ancestors 'self'";

/// The one page that any site may put into an iframe.
const FRAME: &str = "/embed.html";

/// What the policy says of iframes around all other answers.
const OUR_FRAMES: &str = "frame-ancestors 'self'";

/// A request that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    /// `GET`, `HEAD`, or something that was refused.
    pub method: String,
    /// Path and query as asked for.
    pub target: String,
    /// What it was answered with.
    pub status: u16,
}

/// What all answers share.
pub(super) struct Shared {
    site: Site,
    forms: Forms,
    extra: Mutex<BTreeMap<String, Bytes>>,
    seen: Mutex<Vec<Seen>>,
}

impl Shared {
    pub(super) fn new(site: Site) -> Self {
        let forms = Forms::new(site.cache().join("brotli"));
        Self { site, forms, extra: Mutex::default(), seen: Mutex::default() }
    }

    pub(super) fn put(&self, path: &str, bytes: Bytes) {
        lock(&self.extra).insert(path.to_owned(), bytes);
    }

    pub(super) fn seen(&self) -> Vec<Seen> {
        lock(&self.seen).clone()
    }
}

/// Answers one request and writes it down.
pub(super) async fn answer(State(shared): State<Arc<Shared>>, request: Request<Body>) -> Response<Body> {
    let method = request.method().clone();
    let target = request.uri().to_string();
    let origin = value(request.headers(), &ORIGIN).to_owned();
    let at_work = Arc::clone(&shared);
    let made = tokio::task::spawn_blocking(move || {
        at_work.respond(request.method(), request.uri().path(), request.headers())
    })
    .await;
    let mut response = made.unwrap_or_else(|_| text(StatusCode::INTERNAL_SERVER_ERROR, "the server failed"));
    for (name, value) in ALWAYS {
        response.headers_mut().insert(name.clone(), HeaderValue::from_static(value));
    }
    if target.split('?').next() == Some(FRAME) {
        insert(&mut response, CONTENT_SECURITY_POLICY, &POLICY.replace(OUR_FRAMES, "frame-ancestors *"));
    }
    if is_own_computer(&origin) {
        insert(&mut response, ACCESS_CONTROL_ALLOW_ORIGIN, &origin);
        insert(&mut response, VARY, &format!("{ACCEPT_ENCODING}, {ORIGIN}"));
    }
    let seen = Seen { method: method.to_string(), target, status: response.status().as_u16() };
    lock(&shared.seen).push(seen);
    if method == Method::HEAD {
        *response.body_mut() = Body::empty();
    }
    response
}

/// Whether a page of this origin is served by this computer too: an article in which an embedded view is
/// tried. Pages from elsewhere read nothing that may not be published yet.
fn is_own_computer(origin: &str) -> bool {
    let rest = origin.strip_prefix("http://").unwrap_or_default();
    let (host, port) = rest.split_once(':').unwrap_or((rest, ""));
    matches!(host, "127.0.0.1" | "localhost") && port.bytes().all(|b| b.is_ascii_digit())
}

/// The headers of every answer.
const ALWAYS: &[(HeaderName, &str)] = &[
    (CONTENT_SECURITY_POLICY, POLICY),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "no-referrer"),
    (CACHE_CONTROL, "no-cache"),
];

impl Shared {
    fn respond(&self, method: &Method, path: &str, headers: &HeaderMap) -> Response<Body> {
        if method != Method::GET && method != Method::HEAD {
            let mut refusal = text(StatusCode::METHOD_NOT_ALLOWED, "only GET and HEAD are answered");
            refusal.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
            return refusal;
        }
        let Some(Content { body, name, lasts }) = self.content(path) else {
            return text(StatusCode::NOT_FOUND, "there is nothing here");
        };
        let key = hash(&body);
        let tag = format!("W/\"{key:016x}\"");
        let known = value(headers, &IF_NONE_MATCH);
        if known == "*" || known.split(',').any(|one| one.trim() == tag) {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NOT_MODIFIED;
            insert(&mut response, ETAG, &tag);
            insert(&mut response, VARY, ACCEPT_ENCODING.as_str());
            return response;
        }
        let (mime, shrinks) = mime(&name);
        let encoding = match shrinks {
            true => choose(value(headers, &ACCEPT_ENCODING)),
            false => Encoding::Identity,
        };
        let Ok(body) = self.forms.get(key, encoding, &body, lasts) else {
            return text(StatusCode::INTERNAL_SERVER_ERROR, "the file could not be compressed");
        };
        let mut response = Response::new(Body::empty());
        insert(&mut response, CONTENT_TYPE, mime);
        insert(&mut response, CONTENT_LENGTH, &body.len().to_string());
        insert(&mut response, ETAG, &tag);
        insert(&mut response, VARY, ACCEPT_ENCODING.as_str());
        if let Some(name) = encoding.name() {
            insert(&mut response, CONTENT_ENCODING, name);
        }
        *response.body_mut() = Body::from(body);
        response
    }

    /// What there is at `path`.
    fn content(&self, path: &str) -> Option<Content> {
        if let Some(bytes) = lock(&self.extra).get(path) {
            return Some(Content { body: bytes.clone(), name: path.to_owned(), lasts: false });
        }
        let file = find(&self.site, path)?;
        let name = file.file_name()?.to_string_lossy().into_owned();
        Some(Content { body: fs::read(file).ok()?.into(), name, lasts: true })
    }
}

/// What an answer holds.
struct Content {
    body: Bytes,
    /// Its ending tells the type.
    name: String,
    /// Whether it is a file's.
    lasts: bool,
}

/// A short answer in words.
fn text(status: StatusCode, words: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(format!("{words}\n")));
    *response.status_mut() = status;
    insert(&mut response, CONTENT_TYPE, "text/plain; charset=utf-8");
    response
}

fn insert(response: &mut Response<Body>, name: HeaderName, value: &str) {
    // All values here are short ASCII of our own making, so this does not fail.
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

fn value<'h>(headers: &'h HeaderMap, name: &HeaderName) -> &'h str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
