//! A server on this machine that answers as told: whole, packed, in pieces, late, cut off.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

/// A question as it came in.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub(super) path: String,
    pub(super) query: String,
    pub(super) body: String,
    /// `If-None-Match`.
    pub(super) etag: Option<String>,
    /// How many came before it.
    pub(super) number: usize,
}

/// What goes out, and how.
#[derive(Clone, Debug)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) headers: Vec<(&'static str, String)>,
    pub(super) body: Vec<u8>,
    pub(super) way: Way,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Plain,
    Gzip,
    Chunked,
    /// Promises more than it sends.
    Cut,
    /// Sends half, then nothing for so long.
    Slow(Duration),
}

impl Reply {
    pub(super) fn json(body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type", "application/json; charset=utf-8".to_owned())];
        Self { status: 200, headers, body: body.into(), way: Way::Plain }
    }

    pub(super) fn status(status: u16, body: &str) -> Self {
        Self { status, ..Self::json(body) }
    }

    pub(super) fn way(self, way: Way) -> Self {
        Self { way, ..self }
    }

    pub(super) fn header(mut self, name: &'static str, value: &str) -> Self {
        self.headers.retain(|(n, _)| *n != name);
        self.headers.push((name, value.to_owned()));
        self
    }
}

/// The server; its thread ends with the test's process.
pub(super) struct Server {
    pub(super) address: String,
    asked: Arc<Mutex<Vec<Asked>>>,
}

impl Server {
    pub(super) fn start(answer: impl Fn(&Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let log = Arc::clone(&asked);
        let answer = Arc::new(answer);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                thread::spawn(move || {
                    let mut stream = stream;
                    let Some(question) = read(&mut stream, &log) else { return };
                    let reply = answer(&question);
                    // The asker may have given up; that is its business.
                    drop(send(&mut stream, &reply));
                });
            }
        });
        Self { address, asked }
    }

    /// Everything asked so far.
    pub(super) fn asked(&self) -> Vec<Asked> {
        self.asked.lock().unwrap().clone()
    }
}

fn read(stream: &mut TcpStream, log: &Mutex<Vec<Asked>>) -> Option<Asked> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 8192];
    let (head, length) = loop {
        let n = stream.read(&mut buffer).ok().filter(|n| *n > 0)?;
        bytes.extend_from_slice(&buffer[..n]);
        if let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") {
            let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
            bytes.drain(..end + 4);
            break (head.clone(), field(&head, "content-length").map_or(0, |l| l.parse::<usize>().unwrap()));
        }
    };
    while bytes.len() < length {
        let n = stream.read(&mut buffer).ok().filter(|n| *n > 0)?;
        bytes.extend_from_slice(&buffer[..n]);
    }
    let target = head.split(' ').nth(1)?;
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let mut log = log.lock().unwrap();
    let asked = Asked {
        path: path.to_owned(),
        query: query.to_owned(),
        body: String::from_utf8(bytes).unwrap(),
        etag: field(&head, "if-none-match"),
        number: log.len(),
    };
    log.push(asked.clone());
    Some(asked)
}

fn field(head: &str, name: &str) -> Option<String> {
    head.lines().find_map(|line| {
        let (field, value) = line.split_once(':')?;
        field.eq_ignore_ascii_case(name).then(|| value.trim().to_owned())
    })
}

fn send(stream: &mut TcpStream, reply: &Reply) -> std::io::Result<()> {
    let mut head = format!("HTTP/1.1 {} X\r\nConnection: close\r\n", reply.status);
    for (name, value) in &reply.headers {
        head += &format!("{name}: {value}\r\n");
    }
    let mut body = reply.body.clone();
    match reply.way {
        Way::Gzip => {
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            packed.write_all(&body)?;
            body = packed.finish()?;
            head += &format!("Content-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", body.len());
        }
        Way::Chunked => {
            head += "Transfer-Encoding: chunked\r\n\r\n";
            let chunk = |c: &[u8]| [format!("{:x}\r\n", c.len()).as_bytes(), c, b"\r\n"].concat();
            body = body.chunks(1000).flat_map(chunk).chain(*b"0\r\n\r\n").collect();
        }
        _ => head += &format!("Content-Length: {}\r\n\r\n", body.len()),
    }
    stream.write_all(head.as_bytes())?;
    let half = body.len() / 2;
    match reply.way {
        Way::Cut => stream.write_all(&body[..half]),
        Way::Slow(time) => {
            stream.write_all(&body[..half])?;
            thread::sleep(time);
            stream.write_all(&body[half..])
        }
        _ => stream.write_all(&body),
    }
}
