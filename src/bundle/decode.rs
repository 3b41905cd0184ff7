//! From a JSON document to the types of the format, in one pass, without generic machinery.
//!
//! A type says what it is made of ([`Decode`]), a [`Reader`] does the work and keeps what it
//! meets: the first problem, and every member that nobody knows. Decoding itself never fails:
//! after a problem what is decoded is empty, and nobody sees it. That, and one function for all
//! strings, all whole numbers and all objects, is what keeps this small in the browser.

mod record;
mod unknown;

use std::borrow::Cow;

use crate::base::note::Note;

use super::json::{Document, Inside, Node, Type};
use super::keyed::Keyed;
use super::locate::Path;
use super::problem::{Kind, Problem, quoted};

pub use record::{Member, Shape};
pub(super) use record::{choice, record};

/// A type that a document can hold.
pub trait Decode {
    /// What stands at a node; something empty where nothing does.
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self;
}

/// Decodes a whole document. Notes name members that the format does not know.
///
/// # Errors
/// The first thing found that is not as the type says, with its path, line and column.
pub fn decode<T: Decode>(document: &Document<'_>) -> Result<(T, Vec<Note>), Problem> {
    let mut reader = Reader { document, problem: None, unknown: Vec::new() };
    let value = T::decode(&mut reader, Node::ROOT);
    match reader.problem {
        Some(problem) => Err(problem),
        None => Ok((value, unknown::notes(document, reader.unknown))),
    }
}

/// What reads a document.
#[derive(Debug)]
pub struct Reader<'d> {
    document: &'d Document<'d>,
    problem: Option<Problem>,
    /// Members not known, by the object they are in and their key.
    unknown: Vec<(&'static Shape, Node)>,
}

impl<'d> Reader<'d> {
    /// What a node is.
    pub(super) fn kind(&self, node: Node) -> Type {
        self.document.kind(node)
    }

    /// Finds an object's members, each in its place of `found`; the members of the shape and
    /// `found` are equally many.
    pub(super) fn members(&mut self, node: Node, shape: &'static Shape, found: &mut [Node]) {
        match self.kind(node) {
            Type::Absent => return,
            Type::Object => {}
            _ => return self.wrong_type(node, &format!("an object ({})", shape.name)),
        }
        for key in self.document.inside(node) {
            let name = self.document.string(key);
            match shape.members.iter().zip(&mut *found).find(|(member, _)| member.key == name) {
                Some((_, place)) if *place == Node::ABSENT => *place = key.value(),
                Some(_) => self.twice(key, "every member once"),
                None if shape.tolerated.contains(&&*name) => {}
                None => self.unknown.push((shape, key)),
            }
        }
        let missing = shape.members.iter().zip(found).find(|(m, place)| m.needed && **place == Node::ABSENT);
        if let Some((missing, _)) = missing {
            self.missing(node, missing.key);
        }
    }

    /// An object's keys in the order of what they say, each once.
    pub(super) fn keys(&mut self, node: Node) -> Vec<Node> {
        let document = self.document;
        match self.kind(node) {
            Type::Absent => return Vec::new(),
            Type::Object => {}
            _ => {
                self.wrong_type(node, "an object");
                return Vec::new();
            }
        }
        let mut keys: Vec<Node> = document.inside(node).collect();
        let order = &mut |a: &Node, b: &Node| document.string(*a).cmp(&document.string(*b));
        crate::base::order::sort_by(&mut keys, order);
        for pair in keys.windows(2) {
            if let [first, second] = pair
                && document.string(*first) == document.string(*second)
            {
                self.twice(*second, "every key once");
            }
        }
        keys
    }

    /// An array's elements.
    pub(super) fn elements(&mut self, node: Node) -> Inside<'d, 'd> {
        if !matches!(self.kind(node), Type::Array | Type::Absent) {
            self.wrong_type(node, "an array");
            return self.document.inside(Node::ABSENT);
        }
        self.document.inside(node)
    }

    /// A string.
    pub(super) fn text(&mut self, node: Node) -> Cow<'d, str> {
        match self.kind(node) {
            Type::Absent => Cow::Borrowed(""),
            Type::Text => self.document.string(node),
            _ => {
                self.wrong_type(node, "a string");
                Cow::Borrowed("")
            }
        }
    }

    /// A whole number between two bounds.
    fn whole(&mut self, node: Node, least: i64, most: i64) -> i64 {
        let expected = "a whole number in range";
        match (self.kind(node), self.document.whole(node)) {
            (Type::Absent, _) => least,
            (Type::Number, Some(n)) if n >= least && n <= most => n,
            (Type::Number, _) if !self.document.raw(node).contains(['.', 'e', 'E']) => {
                self.fail(Kind::WrongValue, node, expected, &self.describe(node));
                least
            }
            _ => {
                self.wrong_type(node, expected);
                least
            }
        }
    }

    fn float(&mut self, node: Node) -> f64 {
        match self.kind(node) {
            Type::Absent => 0.0,
            Type::Number => self.document.number(node),
            _ => {
                self.wrong_type(node, "a number");
                0.0
            }
        }
    }

    /// Which one of some words a string is.
    pub(super) fn word(&mut self, node: Node, words: &[&str]) -> usize {
        let kind = self.kind(node);
        let found = self.document.string(node);
        match words.iter().position(|word| *word == found) {
            Some(position) if kind == Type::Text => position,
            _ => {
                let expected = format!("one of \"{}\"", words.join("\", \""));
                match kind {
                    Type::Absent => {}
                    Type::Text => self.fail(Kind::WrongValue, node, &expected, self.document.raw(node)),
                    _ => self.wrong_type(node, &expected),
                }
                0
            }
        }
    }

    #[cold]
    #[inline(never)]
    pub(super) fn wrong_type(&mut self, node: Node, expected: &str) {
        self.fail(Kind::WrongType, node, expected, &self.describe(node));
    }

    #[cold]
    #[inline(never)]
    fn missing(&mut self, node: Node, name: &str) {
        let path = self.document.path(node);
        let path = Path::At(&path);
        let expected = format!("a member “{name}”");
        self.keep(node, Problem::new(Kind::MissingMember, &path.member(name), &expected, "none"));
    }

    #[cold]
    #[inline(never)]
    fn twice(&mut self, key: Node, expected: &str) {
        let found = format!("{} twice", quoted(&self.document.string(key)));
        self.fail(Kind::Duplicate, key, expected, &found);
    }

    #[cold]
    #[inline(never)]
    fn fail(&mut self, kind: Kind, node: Node, expected: &str, found: &str) {
        if self.problem.is_none() {
            let path = self.document.path(node);
            self.keep(node, Problem::new(kind, &Path::At(&path), expected, found));
        }
    }

    /// Keeps the first problem, which stands at a node.
    fn keep(&mut self, node: Node, problem: Problem) {
        let (line, column) = self.document.line_column(node);
        self.problem.get_or_insert(Problem { line, column, ..problem });
    }

    /// What stands at a node, in words.
    fn describe(&self, node: Node) -> String {
        let raw = self.document.raw(node);
        match self.kind(node) {
            Type::Array => "an array".to_owned(),
            Type::Object => "an object".to_owned(),
            Type::Text => format!("string {raw}"),
            Type::Bool => format!("boolean \"{raw}\""),
            Type::Number if raw.contains(['.', 'e', 'E']) => format!("floating point \"{raw}\""),
            Type::Number => format!("integer \"{raw}\""),
            Type::Null | Type::Absent => raw.to_owned(),
        }
    }
}

impl Decode for String {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        reader.text(node).into_owned()
    }
}

impl Decode for f64 {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        reader.float(node)
    }
}

/// Whole numbers, by their type's bounds.
macro_rules! whole {
    ($($type:ty)*) => {$(
        impl Decode for $type {
            fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
                let bound = |n: Self| i64::try_from(n).unwrap_or(i64::MAX);
                Self::try_from(reader.whole(node, bound(Self::MIN), bound(Self::MAX))).unwrap_or_default()
            }
        }
    )*};
}

whole!(u8 u32 i32 usize);

impl<T: Decode> Decode for Option<T> {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        match reader.kind(node) {
            Type::Absent | Type::Null => None,
            _ => Some(T::decode(reader, node)),
        }
    }
}

impl<T: Decode> Decode for Vec<T> {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        let mut elements = reader.elements(node);
        // Counted first: the vector is as long as it must be, and no code grows it.
        let all = 0..elements.left();
        all.map(|_| T::decode(reader, elements.next().unwrap_or(Node::ABSENT))).collect()
    }
}

impl<T: Decode> Decode for [T; 2] {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        let mut elements = reader.elements(node);
        let found = elements.left();
        let pair = [elements.next(), elements.next()].map(|n| T::decode(reader, n.unwrap_or(Node::ABSENT)));
        if found != 2 && reader.kind(node) == Type::Array {
            let found = format!("{found}");
            reader.fail(Kind::WrongValue, node, "an array of length 2", &found);
        }
        pair
    }
}

impl<T: Decode> Decode for Keyed<T> {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        let keys = reader.keys(node);
        let entry = |key: &Node| {
            let name = reader.document.string(*key).into_owned();
            (name, T::decode(reader, key.value()))
        };
        Keyed::from_sorted(keys.iter().map(entry).collect())
    }
}
