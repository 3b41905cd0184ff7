//! Just enough of a PDF reader to see whether pages can be read: the texts of each page through the
//! fonts' own tables, and how many fonts are embedded.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// What a document holds.
pub(crate) struct Document {
    /// The text of each page, in the order it is written.
    pub(crate) pages: Vec<String>,
    /// Number of fonts embedded.
    pub(crate) fonts: usize,
}

/// An object: its dictionary as text, its stream inflated.
struct Object {
    head: String,
    stream: Vec<u8>,
}

impl Document {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        assert!(bytes.starts_with(b"%PDF-1.7") && bytes.ends_with(b"%%EOF"), "no PDF document");
        let objects = objects(bytes);
        let fonts = objects.values().filter(|o| o.head.contains("/FontFile2 ")).count();
        let resources = objects.values().find(|o| o.head.contains("/ExtGState")).expect("resources");
        let map = |name: &str| {
            let font = reference(&resources.head, name).map(|id| &objects[&id]);
            let table = font.and_then(|f| reference(&f.head, "ToUnicode")).map(|id| &objects[&id]);
            table.map(|t| unicode(&String::from_utf8_lossy(&t.stream))).unwrap_or_default()
        };
        let maps = BTreeMap::from([(b'R', map("R")), (b'B', map("B"))]);
        let tree = objects.values().find(|o| o.head.contains("/Type /Pages")).expect("a page tree");
        let kids = tree.head.split("/Kids [").nth(1).and_then(|k| k.split(']').next()).expect("pages");
        let ids = kids.split(" 0 R").filter_map(|id| id.trim().parse::<u32>().ok());
        let page = |id: u32| {
            let content = reference(&objects[&id].head, "Contents").expect("a content");
            text(&objects[&content].stream, &maps)
        };
        Self { pages: ids.map(page).collect(), fonts }
    }
}

/// All objects by number.
fn objects(bytes: &[u8]) -> BTreeMap<u32, Object> {
    let mut found = BTreeMap::new();
    let mut at = 0;
    while let Some(start) = find(bytes, b" 0 obj", at) {
        let digits = bytes[..start].iter().rev().take_while(|b| b.is_ascii_digit()).count();
        let id = String::from_utf8_lossy(&bytes[start - digits..start]).parse().expect("a number");
        let end = find(bytes, b"endobj", start).expect("an end");
        let body = &bytes[start + 6..end];
        let (head, stream) = match find(body, b"stream\n", 0) {
            Some(split) => {
                let head = String::from_utf8_lossy(&body[..split]).into_owned();
                let length: usize = word_after(&head, "/Length ").parse().expect("a length");
                let raw = &body[split + 7..split + 7 + length];
                let mut stream = Vec::new();
                ZlibDecoder::new(raw).read_to_end(&mut stream).expect("a deflated stream");
                (head, stream)
            }
            None => (String::from_utf8_lossy(body).into_owned(), Vec::new()),
        };
        found.insert(id, Object { head, stream });
        at = end;
    }
    found
}

fn find(bytes: &[u8], what: &[u8], from: usize) -> Option<usize> {
    bytes[from..].windows(what.len()).position(|w| w == what).map(|at| at + from)
}

fn word_after<'a>(text: &'a str, key: &str) -> &'a str {
    let rest = text.split(key).nth(1).unwrap_or_default();
    rest.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default()
}

/// The object that a key of a dictionary refers to.
fn reference(head: &str, key: &str) -> Option<u32> {
    word_after(head, &format!("/{key} ")).parse().ok()
}

/// A font's codes with their text.
fn unicode(table: &str) -> BTreeMap<u16, String> {
    let mut map = BTreeMap::new();
    for line in table.lines() {
        let parts: Vec<&str> = line.split(['<', '>']).collect();
        if let ["", code, " ", text, ""] = parts.as_slice()
            && let (Ok(code), true) = (u16::from_str_radix(code, 16), code.len() == 4)
        {
            let units: Vec<u16> = (0..text.len() / 4)
                .map(|n| u16::from_str_radix(&text[n * 4..n * 4 + 4], 16).unwrap())
                .collect();
            map.insert(code, String::from_utf16(&units).unwrap());
        }
    }
    map
}

/// The text a page shows: each piece on a line.
fn text(content: &[u8], maps: &BTreeMap<u8, BTreeMap<u16, String>>) -> String {
    let mut said = String::new();
    let mut at = 0;
    while let Some(start) = find(content, b"BT\n", at) {
        let end = find(content, b"\nET", start).expect("an end of text");
        let block = &content[start..end];
        let name = find(block, b"/", 0).map(|n| block[n + 1]).expect("a font");
        let codes = strings(&block[find(block, b"Tm", 0).expect("a place")..]);
        for pair in codes.chunks(2) {
            let code = u16::from_be_bytes([pair[0], pair[1]]);
            said.push_str(maps[&name].get(&code).map_or("", String::as_str));
        }
        // Every piece ends with a space that parts it from the next.
        assert_eq!(said.pop().map(|c| c.is_whitespace()), Some(true), "{said}");
        said.push('\n');
        at = end;
    }
    said
}

/// The bytes of all strings, written in brackets or as hexadecimal digits.
fn strings(block: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = block.iter().copied().peekable();
    while let Some(b) = rest.next() {
        if b == b'<' {
            let digits: String = rest.by_ref().take_while(|b| *b != b'>').map(char::from).collect();
            let digits = digits.as_bytes().chunks(2).map(|d| String::from_utf8_lossy(d).into_owned());
            bytes.extend(digits.map(|d| u8::from_str_radix(&d, 16).unwrap()));
        } else if b == b'(' {
            let mut depth = 1;
            while let Some(b) = rest.next() {
                match b {
                    b'(' => depth += 1,
                    b')' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    break;
                }
                if b != b'\\' {
                    bytes.push(b);
                    continue;
                }
                match rest.next() {
                    Some(b'n') => bytes.push(b'\n'),
                    Some(b'r') => bytes.push(b'\r'),
                    Some(b't') => bytes.push(b'\t'),
                    Some(b'b') => bytes.push(8),
                    Some(b'f') => bytes.push(12),
                    Some(digit @ b'0'..=b'7') => {
                        let mut value = u32::from(digit - b'0');
                        // At most three digits: what follows is a character again.
                        for _ in 0..2 {
                            let Some(next) = rest.next_if(|b| (b'0'..=b'7').contains(b)) else { break };
                            value = value * 8 + u32::from(next - b'0');
                        }
                        bytes.push(u8::try_from(value).unwrap());
                    }
                    Some(other) => bytes.push(other),
                    None => {}
                }
            }
        }
    }
    bytes
}
