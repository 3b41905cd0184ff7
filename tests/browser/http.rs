//! One HTTP/1.1 exchange with a local server, with a deadline for the whole of it.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

/// An answer: status, headers in lower case, body.
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    /// The first header of this (lower-case) name.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }
}

/// Sends one request to 127.0.0.1 and reads the answer; an error says what went wrong or took too long.
pub(crate) fn exchange(
    port: u16,
    method: &str,
    path: &str,
    body: &str,
    patience: Duration,
) -> Result<Answer, String> {
    let end = Instant::now() + patience;
    let address = SocketAddr::from(([127, 0, 0, 1], port));
    let fail = |e: std::io::Error| format!("{method} {path}: {e}");
    let mut stream = TcpStream::connect_timeout(&address, patience).map_err(fail)?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n\
         Accept: */*\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.set_write_timeout(Some(patience)).map_err(fail)?;
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(fail)?;
    let mut bytes = Vec::new();
    loop {
        if let Some(answer) = whole(&bytes, false) {
            return Ok(answer);
        }
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(format!("{method} {path}: no answer within {} s", patience.as_secs()));
        }
        stream.set_read_timeout(Some(left)).map_err(fail)?;
        let mut block = [0; 65536];
        match stream.read(&mut block) {
            Ok(0) => return whole(&bytes, true).ok_or_else(|| format!("{method} {path}: cut short")),
            Ok(n) => bytes.extend_from_slice(&block[..n]),
            Err(e)
                if matches!(
                    e.kind(),
                    ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted
                ) => {}
            Err(e) => return Err(fail(e)),
        }
    }
}

/// The answer, once all of it is there.
fn whole(bytes: &[u8], closed: bool) -> Option<Answer> {
    let split = bytes.windows(4).position(|w| w == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&bytes[..split]).into_owned();
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(':'))
        .map(|(name, value)| (name.trim().to_lowercase(), value.trim().to_owned()))
        .collect();
    let answer = Answer { status, headers, body: Vec::new() };
    let rest = &bytes[split + 4..];
    let body = if answer.header("transfer-encoding").is_some_and(|v| v.contains("chunked")) {
        unchunk(rest)?
    } else if let Some(length) = answer.header("content-length") {
        rest.get(..length.parse().ok()?)?.to_vec()
    } else if closed {
        rest.to_vec()
    } else {
        return None;
    };
    Some(Answer { body, ..answer })
}

fn unchunk(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|w| w == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?.trim(), 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend_from_slice(rest.get(end + 2..end + 2 + size)?);
        rest = rest.get(end + 4 + size..)?;
    }
}
