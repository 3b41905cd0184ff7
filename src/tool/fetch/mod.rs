//! Questions over the network: kept answers first, politely, with patience, never half.
//!
//! An answer younger than the largest age is not asked for again; an older one is asked for with
//! its `ETag`. Offline every kept answer counts and nothing else does. Only answers that are JSON
//! in full are kept.

pub mod cache;
pub mod clock;
pub mod limit;
pub mod progress;
pub mod retry;
pub mod wire;

use std::fmt;
use std::path::Path;
use std::time::Duration;

use serde::de::IgnoredAny;

use crate::tool::digest::sha256;
use crate::tool::fault::Fault;

use cache::{Cache, Entry};
use clock::Clock;
use limit::Limit;
use progress::Source;
use retry::Policy;
use wire::{Call, Lost, Sent, Wire};

/// Whether the network is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Where there is no kept answer, or only one older than this.
    Online {
        /// Largest age of a kept answer that is not asked for again.
        max_age: Duration,
    },
    /// Never.
    Offline,
}

/// The network as a run sees it.
pub struct Web<'a> {
    /// Carries calls.
    pub wire: &'a dyn Wire,
    /// Tells time and waits.
    pub clock: &'a dyn Clock,
    /// Keeps answers.
    pub cache: Cache,
    /// Patience.
    pub policy: Policy,
    /// Whether to ask at all.
    pub mode: Mode,
}

/// A question to a service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Where to.
    pub url: String,
    /// JSON to post; none to get.
    pub body: Option<String>,
}

impl Question {
    /// A question without a body.
    pub fn get(url: impl Into<String>) -> Self {
        Self { url: url.into(), body: None }
    }

    /// A question with a body.
    pub fn post(url: impl Into<String>, body: impl Into<String>) -> Self {
        Self { url: url.into(), body: Some(body.into()) }
    }

    fn key(&self) -> String {
        match &self.body {
            None => format!("GET {}", self.url),
            Some(body) => format!("POST {}\n{body}", self.url),
        }
    }
}

/// Most characters of an address in a fault.
const LONGEST: usize = 120;

/// A JSON answer and where it came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What was asked and when, with the hash of the body.
    pub entry: Entry,
    /// The body: JSON.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The address asked, without secrets.
    pub url: String,
    /// HTTP status, where there was one.
    pub status: Option<u16>,
    /// What is the matter.
    pub what: String,
    /// What to do; may be empty.
    pub hint: String,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Fault::from(self.clone()).fmt(f)
    }
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self::of(Path::new(&brief(&refusal.url)), refusal.what).hint(refusal.hint)
    }
}

impl Web<'_> {
    /// Asks a question, from the cache where that will do.
    ///
    /// # Errors
    /// Nothing kept and nothing to be had; the message says what was tried.
    pub fn ask(&self, question: &Question, limit: &Limit, progress: &Source) -> Result<Answer, Refusal> {
        let key = question.key();
        let kept = self.cache.get(&key);
        let max_age = match self.mode {
            Mode::Online { max_age } => max_age,
            Mode::Offline => Duration::MAX,
        };
        if let Some((entry, body)) = kept {
            let age = self.clock.now().saturating_sub(Duration::from_secs(entry.retrieved));
            if age <= max_age {
                progress.answered(true);
                return Ok(Answer { entry, body });
            }
            return self.fetch(question, &key, Some((entry, body)), limit, progress);
        }
        if self.mode == Mode::Offline {
            let url = public(&question.url);
            let hint = "run once without --offline".to_owned();
            return Err(Refusal { url, status: None, what: "no answer is kept".to_owned(), hint });
        }
        self.fetch(question, &key, None, limit, progress)
    }

    fn fetch(
        &self,
        question: &Question,
        key: &str,
        kept: Option<(Entry, Vec<u8>)>,
        limit: &Limit,
        progress: &Source,
    ) -> Result<Answer, Refusal> {
        let url = public(&question.url);
        let (etag, modified) = match &kept {
            Some((entry, _)) => (entry.etag.as_deref(), entry.modified.as_deref()),
            None => (None, None),
        };
        let call = Call { url: &question.url, body: question.body.as_deref(), etag, modified };
        let mut failed = 0;
        loop {
            limit.take(self.clock);
            let trouble = match self.wire.send(&call).and_then(whole) {
                Ok(sent) if sent.status == 304 => {
                    if let Some((entry, body)) = kept {
                        let entry = Entry { retrieved: self.clock.now().as_secs(), ..entry };
                        return self.keep(key, entry, body, progress);
                    }
                    Trouble::of(&sent, self.clock.now())
                }
                Ok(sent) if (200..300).contains(&sent.status) => {
                    sound(&sent).map_err(|(what, hint)| Refusal {
                        url: url.clone(),
                        status: None,
                        what,
                        hint,
                    })?;
                    let entry = Entry {
                        url,
                        sha256: sha256(&sent.body),
                        etag: sent.etag,
                        modified: sent.modified,
                        retrieved: self.clock.now().as_secs(),
                    };
                    return self.keep(key, entry, sent.body, progress);
                }
                Ok(sent) => Trouble::of(&sent, self.clock.now()),
                Err(lost) => Trouble::lost(&lost),
            };
            failed += 1;
            let pause = if trouble.transient { self.policy.pause(failed, trouble.asked) } else { None };
            let Some(pause) = pause else {
                let Trouble { status, what, hint, asked, .. } = trouble;
                let times = if failed > 1 { format!(" ({failed} times)") } else { String::new() };
                let wait = asked.filter(|asked| *asked > self.policy.longest);
                let hint = wait.map_or(hint, |w| format!("it asks to wait {} s", w.as_secs()));
                return Err(Refusal { url, status, what: what + &times, hint });
            };
            progress.waiting(pause, &trouble.what);
            self.clock.sleep(pause);
        }
    }

    fn keep(&self, key: &str, entry: Entry, body: Vec<u8>, progress: &Source) -> Result<Answer, Refusal> {
        self.cache.put(key, &entry, &body).map_err(|e| Refusal {
            url: self.cache.folder().display().to_string(),
            status: None,
            what: format!("an answer cannot be kept: {e}"),
            hint: "choose another folder with --cache".to_owned(),
        })?;
        progress.answered(false);
        Ok(Answer { entry, body })
    }
}

/// What went wrong with one call.
struct Trouble {
    status: Option<u16>,
    what: String,
    hint: String,
    transient: bool,
    asked: Option<Duration>,
}

impl Trouble {
    fn of(sent: &Sent, now: Duration) -> Self {
        let reason = said(&sent.body).map(|reason| format!(": {reason}")).unwrap_or_default();
        let hint = match sent.status {
            401 | 403 | 407 => "does a proxy ask for a name and password?",
            429 => "too many calls; try again later: what was answered is kept",
            500.. => "the service has a problem; try again later: what was answered is kept",
            _ => "",
        };
        Self {
            status: Some(sent.status),
            what: format!("answers {}{reason}", sent.status),
            hint: hint.to_owned(),
            transient: retry::is_transient(sent.status),
            asked: sent.retry_after.as_deref().and_then(|text| retry::retry_after(text, now)),
        }
    }

    fn lost(lost: &Lost) -> Self {
        Self {
            status: None,
            what: lost.to_string(),
            hint: lost.hint().to_owned(),
            transient: lost.is_transient(),
            asked: None,
        }
    }
}

/// An answer that calls itself JSON and ends in the middle of it was cut off on the way.
fn whole(sent: Sent) -> Result<Sent, Lost> {
    let is_json = (200..300).contains(&sent.status) && sent.kind.contains("json");
    match serde_json::from_slice::<IgnoredAny>(&sent.body) {
        Err(e) if is_json && e.is_eof() => Err(Lost::Cut(format!("{} B came", sent.body.len()))),
        _ => Ok(sent),
    }
}

/// Whether a good answer is JSON; what is the matter and what to do if not.
fn sound(sent: &Sent) -> Result<(), (String, String)> {
    if !sent.kind.is_empty() && !sent.kind.contains("json") {
        let hint = "is there a sign-in page or a proxy in between? Is the address right?";
        return Err((format!("answers {} where JSON was expected", sent.kind), hint.to_owned()));
    }
    serde_json::from_slice::<IgnoredAny>(&sent.body)
        .map(drop)
        .map_err(|e| (format!("answers what is not JSON: {e}"), String::new()))
}

/// The reason a service gives in a problem document.
fn said(body: &[u8]) -> Option<String> {
    let problem: serde_json::Value = serde_json::from_slice(body).ok()?;
    let text = |key: &str| problem.get(key).and_then(|v| v.as_str()).filter(|t| !t.is_empty());
    let reason = text("detail").or_else(|| text("title")).or_else(|| text("message"))?;
    Some(reason.chars().take(200).collect())
}

/// An address as it may be shown and kept: without user, password and keys.
pub fn public(url: &str) -> String {
    let (address, query) = url.split_once('?').map_or((url, None), |(a, q)| (a, Some(q)));
    let address = match address.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
            let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
            format!("{scheme}://{host}{path}")
        }
        None => address.to_owned(),
    };
    let Some(query) = query else { return address };
    let shown = query.split('&').map(|pair| match pair.split_once('=') {
        Some((name, _)) if is_secret(name) => format!("{name}=…"),
        _ => pair.to_owned(),
    });
    format!("{address}?{}", shown.collect::<Vec<_>>().join("&"))
}

/// An address as a fault names it: of a long one the beginning.
fn brief(url: &str) -> String {
    match url.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}…", url.get(..at).unwrap_or_default()),
        None => url.to_owned(),
    }
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    ["key", "token", "secret", "password", "sig"].iter().any(|word| name.contains(word))
}

#[cfg(test)]
mod tests;
