//! A scanner over JSON text that knows where it is; it never fails, never recurses.
//!
//! It is meant for text that a JSON reader has accepted, or has refused at a known place:
//! on anything else its answers are useless but harmless.

/// One step of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// A member: its key as written, without quotes, escapes kept.
    Member(&'a str),
    /// An element.
    Element(usize),
}

/// What was scanned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// `{` or `[`; a container begins and is now on top of the stack.
    Open,
    /// `}` or `]`; the container has been taken off the stack.
    Close,
    /// A member's key.
    Key,
    /// A string, number or word.
    Scalar,
}

/// A piece of text with its place: bytes `at..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub(super) what: What,
    pub(super) at: usize,
    pub(super) end: usize,
}

#[derive(Clone, Copy, Debug)]
struct Frame<'a> {
    object: bool,
    step: Step<'a>,
    key_next: bool,
}

/// The scanner.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    stack: Vec<Frame<'a>>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, stack: Vec::new() }
    }

    /// Containers around the place reached: after `Open`, the opened one is counted.
    pub(super) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// The step to the member or element of the container at this depth (0 is the document).
    pub(super) fn step(&self, depth: usize) -> Option<Step<'a>> {
        self.stack.get(depth).map(|frame| frame.step)
    }

    /// The path of the first `depth` containers' current members.
    pub(super) fn path(&self, depth: usize) -> String {
        let mut path = String::new();
        for frame in self.stack.iter().take(depth) {
            super::locate::push(&mut path, frame.step);
        }
        path
    }

    /// The text of a token; keys and strings without their quotes.
    pub(super) fn text(&self, token: Token) -> &'a str {
        let text = self.text.get(token.at..token.end).unwrap_or_default();
        text.strip_prefix('"').map_or(text, |t| t.strip_suffix('"').unwrap_or(t))
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The end of the string whose opening quote is at `at`: past its closing quote.
    fn string_end(&self, at: usize) -> usize {
        let mut i = at + 1;
        while let Some(byte) = self.byte(i) {
            match byte {
                b'"' => return i + 1,
                b'\\' => i += 2,
                _ => i += 1,
            }
        }
        self.text.len()
    }

    fn word_end(&self, at: usize) -> usize {
        let mut i = at + 1;
        while self
            .byte(i)
            .is_some_and(|b| !matches!(b, b',' | b':' | b'}' | b']' | b'{' | b'[' | b'"') && b > b' ')
        {
            i += 1;
        }
        i
    }

    fn open(&mut self, object: bool) -> What {
        let step = if object { Step::Member("") } else { Step::Element(0) };
        self.stack.push(Frame { object, step, key_next: object });
        What::Open
    }

    fn comma(&mut self) {
        if let Some(frame) = self.stack.last_mut() {
            match &mut frame.step {
                Step::Element(n) => *n += 1,
                Step::Member(_) => frame.key_next = true,
            }
        }
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let at = self.at;
            let byte = self.byte(at)?;
            let mut end = at + 1;
            let what = match byte {
                b'{' => self.open(true),
                b'[' => self.open(false),
                b'}' | b']' => {
                    self.stack.pop();
                    What::Close
                }
                b',' => {
                    self.comma();
                    self.at = end;
                    continue;
                }
                b'"' => {
                    end = self.string_end(at);
                    let key = self.text.get(at + 1..end.saturating_sub(1)).unwrap_or_default();
                    match self.stack.last_mut() {
                        Some(frame) if frame.object && frame.key_next => {
                            frame.key_next = false;
                            frame.step = Step::Member(key);
                            What::Key
                        }
                        _ => What::Scalar,
                    }
                }
                b':' | 0..=b' ' => {
                    self.at = end;
                    continue;
                }
                _ => {
                    end = self.word_end(at);
                    What::Scalar
                }
            };
            self.at = end;
            return Some(Token { what, at, end });
        }
    }
}
