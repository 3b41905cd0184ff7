//! The grammar of RFC 8259: text → [`Document`], or where it stops being JSON.

use super::{Document, Entry, Node, scalar};
use crate::bundle::caps::Caps;
use crate::bundle::locate::{self, Path};
use crate::bundle::problem::{Kind, Problem, quoted, too_large};

/// Numbers of fewer bytes and without exponent are always finite.
const FINITE: usize = 300;

/// Where a problem stands before its path is known.
const ROOT: Path<'_> = Path::At("");

/// Where the text stops being JSON.
struct Fault {
    /// The byte.
    at: usize,
    /// What should stand there.
    expected: &'static str,
    /// Whether it is in a value, the last entry; else it is in the container around.
    in_value: bool,
}

struct Parser<'t> {
    document: Document<'t>,
    at: usize,
    /// Arrays and objects not yet closed, by entry.
    open: Vec<u32>,
    caps: Caps,
}

pub(super) fn parse<'t>(text: &'t str, caps: &Caps) -> Result<Document<'t>, Problem> {
    let document = Document { text, entries: Vec::new(), beyond: None };
    // Places are kept in 32 bits.
    if u32::try_from(text.len()).is_err() {
        let problem = too_large(&ROOT, "bytes", text.len(), u32::MAX as usize);
        return Err(Problem { line: 1, column: 1, ..problem });
    }
    let mut parser = Parser { document, at: 0, open: Vec::new(), caps: *caps };
    match parser.document() {
        Ok(()) => Ok(parser.document),
        Err(fault) => Err(parser.problem(&fault)),
    }
}

impl Parser<'_> {
    fn document(&mut self) -> Result<(), Fault> {
        loop {
            if self.value()? {
                continue;
            }
            // A value has ended: what it is inside of goes on or ends too.
            loop {
                self.space();
                let Some(&container) = self.open.last() else {
                    let end = self.at == self.document.text.len();
                    return if end { Ok(()) } else { Err(self.fault("the end of the text")) };
                };
                let object = self.is_object(container);
                match self.peek() {
                    b',' => {
                        self.at += 1;
                        self.space();
                        if matches!(self.peek(), b'}' | b']') {
                            return Err(self.fault("no trailing comma"));
                        }
                        if object {
                            self.key()?;
                        }
                        break;
                    }
                    b'}' if object => self.close(container),
                    b']' if !object => self.close(container),
                    _ if object => return Err(self.fault("“,” or “}”")),
                    _ => return Err(self.fault("“,” or “]”")),
                }
            }
        }
    }

    /// Reads a value, of an array or object only its beginning; whether a value inside it is due.
    fn value(&mut self) -> Result<bool, Fault> {
        self.space();
        match self.peek() {
            b'{' => {
                self.open();
                self.space();
                if self.peek() == b'}' {
                    return Ok(false);
                }
                self.key().map(|()| true)
            }
            b'[' => {
                self.open();
                self.space();
                Ok(self.peek() != b']')
            }
            b'"' => self.string(true).map(|()| false),
            b'-' | b'0'..=b'9' => self.number().map(|()| false),
            b't' => self.word("true").map(|()| false),
            b'f' => self.word("false").map(|()| false),
            b'n' => self.word("null").map(|()| false),
            _ => {
                let mut fault = self.fault("a JSON value");
                // Whatever stands here was meant as the value, unless it is punctuation.
                fault.in_value =
                    !matches!(self.peek(), b',' | b':' | b'}' | b']') && self.at < self.document.text.len();
                if fault.in_value {
                    self.push();
                }
                Err(fault)
            }
        }
    }

    fn open(&mut self) {
        let node = self.push();
        self.open.push(node.0);
        self.at += 1;
        let depth = self.open.len();
        if depth > self.caps.depth {
            self.beyond(node, too_large(&ROOT, "levels of nesting", depth, self.caps.depth));
        }
    }

    /// Ends the innermost container, an empty one too: its bracket is next.
    fn close(&mut self, container: u32) {
        self.at += 1;
        self.open.pop();
        let past = place(self.document.entries.len());
        set_past(&mut self.document.entries, container, past);
    }

    /// A key and its colon.
    fn key(&mut self) -> Result<(), Fault> {
        if self.peek() != b'"' {
            return Err(self.fault("a key in double quotes"));
        }
        self.string(false)?;
        self.space();
        if self.peek() != b':' {
            return Err(self.fault("“:”"));
        }
        self.at += 1;
        Ok(())
    }

    fn string(&mut self, in_value: bool) -> Result<(), Fault> {
        let node = self.push();
        let start = self.at;
        self.at += 1;
        loop {
            self.skip(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20));
            match self.peek() {
                b'"' => break,
                b'\\' => self.escape().map_err(|fault| Fault { in_value, ..fault })?,
                0..0x20 => {
                    let expected = match self.at == self.document.text.len() {
                        true => "the string's closing quote",
                        false => "no line break or other control character in a string",
                    };
                    return Err(Fault { in_value, ..self.fault(expected) });
                }
                _ => self.at += 1,
            }
        }
        self.at += 1;
        self.end();
        let length = self.at - start;
        if length > self.caps.string {
            self.beyond(node, too_large(&ROOT, "bytes in a string", length, self.caps.string));
        }
        Ok(())
    }

    fn escape(&mut self) -> Result<(), Fault> {
        self.at += 1;
        match self.peek() {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => self.at += 1,
            b'u' => match self.unit()? {
                0xD800..0xDC00 => {
                    let rest = self.document.text.as_bytes().get(self.at..self.at + 2);
                    let follows = rest == Some(b"\\u");
                    self.at += usize::from(follows);
                    if !follows || !matches!(self.unit()?, 0xDC00..0xE000) {
                        return Err(self.fault("the second half of a character (\\uDC00 to \\uDFFF)"));
                    }
                }
                0xDC00..0xE000 => return Err(self.fault("the first half of a character before its second")),
                _ => {}
            },
            _ => return Err(self.fault("an escape that JSON knows")),
        }
        Ok(())
    }

    /// `uXXXX`, a unit of UTF-16.
    fn unit(&mut self) -> Result<u32, Fault> {
        self.at += 1;
        let mut unit = 0;
        for _ in 0..4 {
            let Some(digit) = char::from(self.peek()).to_digit(16) else {
                return Err(self.fault("four hexadecimal digits"));
            };
            unit = unit * 16 + digit;
            self.at += 1;
        }
        Ok(unit)
    }

    fn number(&mut self) -> Result<(), Fault> {
        let node = self.push();
        let start = self.at;
        if self.peek() == b'-' {
            self.at += 1;
        }
        if self.peek() == b'0' {
            self.at += 1;
            if self.peek().is_ascii_digit() {
                return Err(Fault { in_value: true, ..self.fault("a number without leading zeros") });
            }
        } else {
            self.digits()?;
        }
        if self.peek() == b'.' {
            self.at += 1;
            self.digits()?;
        }
        let exponent = matches!(self.peek(), b'e' | b'E');
        if exponent {
            self.at += 1;
            if matches!(self.peek(), b'+' | b'-') {
                self.at += 1;
            }
            self.digits()?;
        }
        self.end();
        if exponent || self.at - start > FINITE {
            let raw = self.document.text.get(start..self.at).unwrap_or_default();
            if !scalar::float(raw).is_finite() {
                let problem = Problem::new(Kind::WrongValue, &ROOT, "a number that fits into 64 bits", raw);
                self.beyond(node, problem);
            }
        }
        Ok(())
    }

    /// One digit or more.
    fn digits(&mut self) -> Result<(), Fault> {
        if !self.peek().is_ascii_digit() {
            return Err(Fault { in_value: true, ..self.fault("a digit") });
        }
        self.skip(|byte| byte.is_ascii_digit());
        Ok(())
    }

    fn word(&mut self, word: &'static str) -> Result<(), Fault> {
        self.push();
        for byte in word.bytes() {
            if self.peek() != byte {
                return Err(Fault { in_value: true, ..self.fault(word) });
            }
            self.at += 1;
        }
        self.end();
        Ok(())
    }

    /// A new entry that begins here.
    fn push(&mut self) -> Node {
        let node = Node(place(self.document.entries.len()));
        self.document.entries.push(Entry { at: place(self.at), past: u32::MAX });
        node
    }

    /// The last entry, a scalar, ends here.
    fn end(&mut self) {
        let at = place(self.at);
        if let Some(entry) = self.document.entries.last_mut() {
            entry.past = at;
        }
    }

    fn is_object(&self, container: u32) -> bool {
        self.document.byte(Node(container)) == Some(b'{')
    }

    /// The next byte; past the end a NUL, which is JSON nowhere.
    fn peek(&self) -> u8 {
        self.document.text.as_bytes().get(self.at).copied().unwrap_or_default()
    }

    /// Goes past bytes of one sort, as many as there are.
    fn skip(&mut self, sort: impl Fn(u8) -> bool) {
        let rest = self.document.text.as_bytes().get(self.at..).unwrap_or_default();
        self.at += rest.iter().position(|&byte| !sort(byte)).unwrap_or(rest.len());
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
    }

    #[cold]
    fn fault(&self, expected: &'static str) -> Fault {
        Fault { at: self.at, expected, in_value: false }
    }

    /// Keeps the first problem of text that is JSON; it is told after the format was looked at.
    #[cold]
    fn beyond(&mut self, node: Node, problem: Problem) {
        if self.document.beyond.is_none() {
            let path = self.path(node);
            let (line, column) = self.document.line_column(node);
            self.document.beyond = Some(Problem { path, line, column, ..problem });
        }
    }

    /// The path of a node while containers are open.
    fn path(&mut self, node: Node) -> String {
        // Everything read so far is inside every open container.
        let past = place(self.document.entries.len() + 1);
        for &container in &self.open {
            set_past(&mut self.document.entries, container, past);
        }
        self.document.path(node)
    }

    #[cold]
    fn problem(&mut self, fault: &Fault) -> Problem {
        let last = Node(place(self.document.entries.len().saturating_sub(1)));
        // Deeper than what is read, a path would be as long as the text.
        let deepest = self.open.get(self.caps.depth);
        let path = match (deepest.or(self.open.last()), fault.in_value) {
            (Some(&container), false) => self.path(Node(container)),
            (Some(&container), true) if deepest.is_some() => self.path(Node(container)),
            (_, true) => self.path(last),
            (None, false) => String::new(),
        };
        let text = self.document.text;
        let near = text.get(fault.at..).unwrap_or_default();
        let found = match near.lines().next() {
            None => "the end of the text".to_owned(),
            Some(line) => quoted(&line.chars().take(30).collect::<String>()),
        };
        let (line, column) = locate::line_column(text, fault.at);
        let hint = hint(near, fault.expected);
        let problem = Problem::new(Kind::NotJson, &Path::At(&path), fault.expected, &found).hint(hint);
        Problem { line, column, ..problem }
    }
}

/// What to do about text that is not JSON.
fn hint(near: &str, expected: &str) -> &'static str {
    const HINTS: [(&str, &str); 6] = [
        ("<", "this looks like a web page; check the address"),
        ("'", "JSON strings stand in double quotes"),
        ("NaN", "write null where there is no value"),
        ("Inf", "write null where there is no value"),
        ("-Inf", "write null where there is no value"),
        ("/", "JSON has no comments"),
    ];
    if near.is_empty() {
        return "the text is cut off; fetch or write it again";
    }
    if expected == "no trailing comma" {
        return "remove the comma before the closing bracket";
    }
    HINTS.iter().find(|(start, _)| near.starts_with(start)).map_or("", |(_, hint)| hint)
}

fn set_past(entries: &mut [Entry], container: u32, past: u32) {
    if let Some(entry) = entries.get_mut(container as usize) {
        entry.past = past;
    }
}

/// A place in 32 bits; the text is known to be that short.
fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
