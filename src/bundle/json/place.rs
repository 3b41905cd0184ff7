//! Between nodes and JSON paths, and from nodes to line and column.
//!
//! How a path is written is said in [`crate::bundle::locate`].

use std::fmt::Write as _;

use super::{Document, Node, Type};
use crate::bundle::locate::{self, Path};
use crate::bundle::problem::Problem;

impl Document<'_> {
    /// The path of a value; of a key the path of its value.
    pub fn path(&self, node: Node) -> String {
        let mut path = String::new();
        let mut here = Node::ROOT;
        'down: while here != node {
            let mut index = 0;
            for inside in self.inside(here) {
                let key = self.kind(here) == Type::Object;
                let value = if key { inside.value() } else { inside };
                if node.0 < self.past(value) {
                    let first = path.is_empty();
                    // Writing to a string cannot fail.
                    let _ = match key {
                        true => locate::step(&mut path, first, &self.string(inside)),
                        false => write!(path, "[{index}]"),
                    };
                    if inside == node {
                        return path;
                    }
                    here = value;
                    continue 'down;
                }
                index += 1;
            }
            break;
        }
        path
    }

    /// The value at a path, or its nearest ancestor that exists.
    pub fn find(&self, path: &str) -> Node {
        let mut here = Node::ROOT;
        let mut rest = path;
        while !rest.is_empty() {
            let step = match self.kind(here) {
                Type::Array => self.element(here, rest),
                _ => self.named(here, rest),
            };
            let Some((value, after)) = step else { break };
            (here, rest) = (value, after);
        }
        here
    }

    /// Line and column of a node, both from 1.
    pub fn line_column(&self, node: Node) -> (usize, usize) {
        locate::line_column(self.text, self.entry(node).map_or(0, |entry| entry.at as usize))
    }

    /// Gives a problem that knows its path its line and column too.
    #[must_use]
    #[cold]
    pub fn place(&self, mut problem: Problem) -> Problem {
        if problem.line == 0 {
            (problem.line, problem.column) = self.line_column(self.find(&problem.path));
        }
        problem
    }

    /// The element that a path begins with, and the rest of the path.
    fn element<'p>(&self, array: Node, path: &'p str) -> Option<(Node, &'p str)> {
        let (index, rest) = path.strip_prefix('[')?.split_once(']')?;
        Some((self.inside(array).nth(index.parse().ok()?)?, rest))
    }

    /// The member that a path begins with, and the rest of the path.
    fn named<'p>(&self, object: Node, path: &'p str) -> Option<(Node, &'p str)> {
        let path = path.strip_prefix('.').unwrap_or(path);
        for key in self.inside(object) {
            let rest = path.strip_prefix(&Path::At("").member(&self.string(key)).to_string());
            if let Some(rest) = rest.filter(|rest| rest.is_empty() || rest.starts_with(['.', '['])) {
                return Some((key.value(), rest));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::caps::Caps;

    const TEXT: &str = r#"{
  "a": [1, [2, "x,]y"], {"b c": true, "4": null}],
  "å": {"d": -1.5e3, "\"]": [0] }
}"#;

    #[test]
    fn nodes_become_paths_and_back() {
        let document = Document::parse(TEXT, &Caps::default()).unwrap();
        let mut paths = Vec::new();
        for n in 0..document.entries.len() {
            let node = Node(u32::try_from(n).unwrap());
            let path = document.path(node);
            let found = document.find(&path);
            assert!(found == node || found == node.value(), "{path}");
            paths.push(path);
        }
        paths.dedup();
        let expected = [
            "",
            "a",
            "a[0]",
            "a[1]",
            "a[1][0]",
            "a[1][1]",
            "a[2]",
            "a[2][\"b c\"]",
            "a[2][\"4\"]",
            "å",
            "å.d",
            "å[\"\"]\"]",
            "å[\"\"]\"][0]",
        ];
        assert_eq!(paths, expected);
    }

    #[test]
    fn a_missing_member_is_placed_at_its_object() {
        let document = Document::parse(TEXT, &Caps::default()).unwrap();
        let object = document.find("å");
        assert_eq!(document.find("å.zzz"), object);
        assert_eq!(document.find("å.zzz.deeper[3]"), object);
        assert_eq!(document.raw(document.find("å.d")), "-1.5e3");
        assert_eq!(document.line_column(object), (3, 8));
    }
}
