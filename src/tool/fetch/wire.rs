//! One call over the network, as it is: no patience, no memory.

use std::io;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use ureq::http::HeaderMap;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::{Agent, Error, Proxy, Timeout};

/// Largest answer taken in, bytes after unpacking.
const MOST_BYTES: u64 = 256 * 1024 * 1024;

/// A call.
#[derive(Clone, Copy, Debug)]
pub struct Call<'a> {
    /// Where to.
    pub url: &'a str,
    /// JSON to post; none to get.
    pub body: Option<&'a str>,
    /// Version already held: `ETag`.
    pub etag: Option<&'a str>,
    /// Version already held: when it last changed.
    pub modified: Option<&'a str>,
}

/// What came back.
#[derive(Clone, Debug, Default)]
pub struct Sent {
    /// HTTP status.
    pub status: u16,
    /// `Content-Type` without parameters.
    pub kind: String,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Last-Modified`.
    pub modified: Option<String>,
    /// `Retry-After`.
    pub retry_after: Option<String>,
    /// The body, unpacked.
    pub body: Vec<u8>,
}

/// Why nothing usable came back.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Lost {
    /// Too slow.
    #[error("no answer within {0} s")]
    Slow(u64),
    /// The connection broke, or the body ended early.
    #[error("the answer was cut off: {0}")]
    Cut(String),
    /// Nobody answers there.
    #[error("cannot be reached: {0}")]
    Unreachable(String),
    /// No trust in who answers.
    #[error("the connection cannot be trusted: {0}")]
    Untrusted(String),
    /// Something asking again does not mend.
    #[error("{0}")]
    Other(String),
}

impl Lost {
    /// Whether asking again may help.
    pub fn is_transient(&self) -> bool {
        matches!(self, Self::Slow(_) | Self::Cut(_) | Self::Unreachable(_))
    }

    /// What to do about it.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Untrusted(_) => "name your organisation's certificate in SSL_CERT_FILE",
            Self::Unreachable(_) => "is the network up, and HTTPS_PROXY set where one is needed?",
            Self::Slow(_) | Self::Cut(_) => "try again later: what was answered is kept",
            Self::Other(_) => "",
        }
    }
}

/// Whatever carries calls.
pub trait Wire {
    /// Makes one call.
    ///
    /// # Errors
    /// No answer came; one with any status is no error.
    fn send(&self, call: &Call<'_>) -> Result<Sent, Lost>;
}

/// HTTP(S) with the system's certificates.
pub struct Http {
    agent: Agent,
    timeout: Duration,
}

impl Http {
    /// `timeout` is for one whole call. With `proxies`, `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY` are respected.
    pub fn new(timeout: Duration, proxies: bool) -> Self {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = TlsConfig::builder()
            .root_certs(RootCerts::Specific(trusted()))
            .unversioned_rustls_crypto_provider(provider)
            .build();
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(timeout))
            .timeout_connect(Some(timeout.min(Duration::from_secs(15))))
            .user_agent(concat!("nulage/", env!("CARGO_PKG_VERSION")))
            .proxy(if proxies { Proxy::try_from_env() } else { None })
            .tls_config(tls)
            .build();
        Self { agent: agent.into(), timeout }
    }

    fn lost(&self, error: Error) -> Lost {
        match error {
            Error::Timeout(Timeout::Resolve | Timeout::Connect) => Lost::Unreachable("no connection".into()),
            Error::Timeout(_) => Lost::Slow(self.timeout.as_secs()),
            Error::HostNotFound | Error::ConnectionFailed | Error::ConnectProxyFailed(_) => {
                Lost::Unreachable(error.to_string())
            }
            Error::Io(error) => Self::broken(&error),
            Error::Protocol(_) | Error::BodyStalled | Error::Decompress(..) => Lost::Cut(error.to_string()),
            Error::Tls(_) | Error::Pem(_) | Error::Rustls(_) => Lost::Untrusted(error.to_string()),
            Error::BodyExceedsLimit(_) => Lost::Other(format!("the answer is larger than {MOST_BYTES} B")),
            other => Lost::Other(other.to_string()),
        }
    }

    fn broken(error: &io::Error) -> Lost {
        let what = error.to_string();
        if what.contains("certificate") {
            return Lost::Untrusted(what);
        }
        // The standard library has no kind for a name that leads nowhere.
        if what.contains("lookup address") {
            return Lost::Unreachable(what);
        }
        match error.kind() {
            io::ErrorKind::ConnectionRefused
            | io::ErrorKind::HostUnreachable
            | io::ErrorKind::NetworkUnreachable => Lost::Unreachable(what),
            _ => Lost::Cut(what),
        }
    }
}

/// The system's certificates, or those of `SSL_CERT_FILE` and `SSL_CERT_DIR`; read once.
///
/// One that cannot be read is left out: a connection that needed it is then not trusted.
fn trusted() -> Arc<Vec<Certificate<'static>>> {
    static TRUSTED: OnceLock<Arc<Vec<Certificate<'static>>>> = OnceLock::new();
    let read = || {
        let found = rustls_native_certs::load_native_certs();
        Arc::new(found.certs.iter().map(|cert| Certificate::from_der(cert).to_owned()).collect())
    };
    Arc::clone(TRUSTED.get_or_init(read))
}

impl Wire for Http {
    fn send(&self, call: &Call<'_>) -> Result<Sent, Lost> {
        let accept = "application/json";
        let answer = match call.body {
            Some(body) => {
                let request = self.agent.post(call.url).header("Accept", accept);
                request.header("Content-Type", "application/json").send(body)
            }
            None => {
                let mut request = self.agent.get(call.url).header("Accept", accept);
                if let Some(etag) = call.etag {
                    request = request.header("If-None-Match", etag);
                }
                if let Some(modified) = call.modified {
                    request = request.header("If-Modified-Since", modified);
                }
                request.call()
            }
        };
        let mut answer = answer.map_err(|e| self.lost(e))?;
        let text = |headers: &HeaderMap, name: &str| {
            headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
        };
        let headers = answer.headers();
        let kind = text(headers, "content-type").unwrap_or_default();
        let sent = Sent {
            status: answer.status().as_u16(),
            kind: kind.split(';').next().unwrap_or_default().trim().to_lowercase(),
            etag: text(headers, "etag"),
            modified: text(headers, "last-modified"),
            retry_after: text(headers, "retry-after"),
            body: Vec::new(),
        };
        let body = answer.body_mut().with_config().limit(MOST_BYTES).read_to_vec();
        Ok(Sent { body: body.map_err(|e| self.lost(e))?, ..sent })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_nobody_knows_cannot_be_reached() {
        let error = io::Error::other("failed to lookup address information: Name or service not known");
        assert!(matches!(Http::broken(&error), Lost::Unreachable(_)));
        assert!(matches!(Http::broken(&io::Error::other("unexpected end")), Lost::Cut(_)));
    }
}
