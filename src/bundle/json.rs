//! JSON text as a list of places: what stands where, found in one pass.
//!
//! A [`Document`] copies nothing: every value and key is eight bytes that say where it begins
//! and where it ends, in the order of the text. Numbers and strings are read from the text when
//! somebody asks. So tables of a million numbers cost little, every value knows its place, and
//! nothing recurses, however deep the text is.

mod float;
mod parse;
mod place;
mod scalar;

use std::borrow::Cow;

use super::caps::Caps;
use super::problem::Problem;

/// A value or a key of one document, or nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Node(u32);

impl Node {
    /// The document's value.
    pub const ROOT: Self = Self(0);
    /// No value: what an optional member holds that is not there.
    pub const ABSENT: Self = Self(u32::MAX);

    /// The value that belongs to a key.
    #[must_use]
    pub fn value(self) -> Self {
        Self(self.0.saturating_add(1))
    }
}

/// What a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Nothing at all.
    Absent,
    /// `null`
    Null,
    /// `true` or `false`
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    Array,
    /// An object.
    Object,
}

/// Where a value or key stands.
#[derive(Clone, Copy, Debug)]
struct Entry {
    /// Its first byte.
    at: u32,
    /// Scalars and keys: the byte past it. Arrays and objects: the entry past all inside it.
    past: u32,
}

/// A text that is JSON.
#[derive(Debug)]
pub struct Document<'t> {
    text: &'t str,
    entries: Vec<Entry>,
    /// The first thing that is JSON and yet beyond what is read.
    beyond: Option<Problem>,
}

impl<'t> Document<'t> {
    /// Reads a text.
    ///
    /// # Errors
    /// `NotJson` where the text is not what RFC 8259 calls JSON. Numbers that no float holds and
    /// what is past `caps` are told by [`Self::within_limits`], so that a document of another
    /// format is called that first.
    pub fn parse(text: &'t str, caps: &Caps) -> Result<Self, Problem> {
        parse::parse(text, caps)
    }

    /// Whether every number, string and level of nesting can be read.
    ///
    /// # Errors
    /// `WrongValue` or `TooLarge`, the first in the text.
    pub fn within_limits(&self) -> Result<(), Problem> {
        self.beyond.clone().map_or(Ok(()), Err)
    }

    /// What a node is; a key is a text.
    pub fn kind(&self, node: Node) -> Type {
        match self.byte(node) {
            None => Type::Absent,
            Some(b'{') => Type::Object,
            Some(b'[') => Type::Array,
            Some(b'"') => Type::Text,
            Some(b'n') => Type::Null,
            Some(b't' | b'f') => Type::Bool,
            Some(_) => Type::Number,
        }
    }

    /// A scalar as written, strings with their quotes; of an array or object the bracket.
    pub fn raw(&self, node: Node) -> &'t str {
        let Some(entry) = self.entry(node) else { return "" };
        let at = entry.at as usize;
        let end = match self.kind(node) {
            Type::Array | Type::Object => at + 1,
            _ => entry.past as usize,
        };
        self.text.get(at..end).unwrap_or_default()
    }

    /// What a string or key says.
    pub fn string(&self, node: Node) -> Cow<'t, str> {
        scalar::unescaped(self.raw(node))
    }

    /// A number as the nearest float; not finite where there is none near.
    pub fn number(&self, node: Node) -> f64 {
        scalar::float(self.raw(node))
    }

    /// A number written without fraction and exponent, of at most 18 digits.
    pub fn whole(&self, node: Node) -> Option<i64> {
        scalar::whole(self.raw(node))
    }

    /// The elements of an array, or the keys of an object.
    pub fn inside(&self, node: Node) -> Inside<'_, 't> {
        let none = Inside { document: self, next: 0, past: 0, keys: false };
        match (self.entry(node), self.kind(node)) {
            (Some(entry), kind @ (Type::Array | Type::Object)) => {
                Inside { next: node.0 + 1, past: entry.past, keys: kind == Type::Object, ..none }
            }
            _ => none,
        }
    }

    /// The value of an object's first member of this name.
    pub fn member(&self, object: Node, name: &str) -> Node {
        let mut keys = self.inside(object);
        if !keys.keys {
            return Node::ABSENT;
        }
        keys.find(|&key| self.string(key) == name).map_or(Node::ABSENT, Node::value)
    }

    fn entry(&self, node: Node) -> Option<Entry> {
        self.entries.get(node.0 as usize).copied()
    }

    fn byte(&self, node: Node) -> Option<u8> {
        self.text.as_bytes().get(self.entry(node)?.at as usize).copied()
    }

    /// The entry past a value and all inside it.
    fn past(&self, node: Node) -> u32 {
        match (self.kind(node), self.entry(node)) {
            (Type::Array | Type::Object, Some(entry)) => entry.past,
            _ => node.0.saturating_add(1),
        }
    }
}

/// Nodes inside an array or object.
#[derive(Clone, Debug)]
pub struct Inside<'d, 't> {
    document: &'d Document<'t>,
    next: u32,
    past: u32,
    keys: bool,
}

impl Inside<'_, '_> {
    /// How many there are left.
    pub fn left(&self) -> usize {
        self.clone().fold(0, |n, _| n + 1)
    }
}

impl Iterator for Inside<'_, '_> {
    type Item = Node;

    fn next(&mut self) -> Option<Node> {
        if self.next >= self.past {
            return None;
        }
        let node = Node(self.next);
        self.next = self.document.past(if self.keys { node.value() } else { node });
        Some(node)
    }
}
