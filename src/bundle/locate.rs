//! Between places in a text and JSON paths: offset → path, and path → line and column.
//!
//! A path is written `indicators[3].values.dataset.value[17]`; a key that is not made of
//! letters, digits, `_` and `-`, or that begins with a digit, is written `["like this"]`.
//! The document itself is the empty path.

use std::fmt::Write as _;

use super::problem::Problem;
use super::tokens::{Step, Tokens, What};

/// The path of the innermost value at a byte offset. An offset on the white space, comma or
/// colon right before a value means that value, elsewhere between values their container.
pub fn path_at(text: &str, offset: usize) -> String {
    let mut tokens = Tokens::new(text);
    while let Some(token) = tokens.next() {
        let depth = tokens.depth();
        let here = match token.what {
            What::Open | What::Scalar => (token.at..token.end).contains(&offset) || token.at == offset + 1,
            What::Key | What::Close => (token.at..token.end).contains(&offset),
        };
        // An opened container is its own value: its path ends before its first member.
        let own = if token.what == What::Open { depth.saturating_sub(1) } else { depth };
        if here {
            return tokens.path(own);
        }
        if token.at > offset {
            let around = if token.what == What::Close { own } else { own.saturating_sub(1) };
            return tokens.path(around);
        }
    }
    String::new()
}

/// The byte offset of the value at this path, or of its nearest ancestor that exists.
pub fn offset_of(text: &str, path: &str) -> usize {
    span_of(text, path).0
}

/// The text of the scalar at this path (strings with their quotes), or of the first byte of
/// a container; `None` when there is nothing at the path.
pub fn scalar_at<'a>(text: &'a str, path: &str) -> Option<&'a str> {
    let (at, end, exact) = span_of(text, path);
    if exact { text.get(at..end) } else { None }
}

/// Line and column of an offset: both from 1, the column in characters.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    let before = text.get(..offset).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = 1 + before.bytes().filter(|&b| b == b'\n').count();
    let column = 1 + before.get(line_start..).map_or(0, |l| l.chars().count());
    (line, column)
}

/// Gives a problem found later its line and column in the text it came from.
#[must_use]
pub fn fill(mut problem: Problem, text: &str) -> Problem {
    if problem.line == 0 {
        (problem.line, problem.column) = line_column(text, offset_of(text, &problem.path));
    }
    problem
}

/// `base` with one more member.
pub fn member(base: &str, key: &str) -> String {
    let mut path = base.to_owned();
    push(&mut path, Step::Member(key));
    path
}

/// `base` with one more element.
pub fn element(base: &str, index: usize) -> String {
    format!("{base}[{index}]")
}

/// Writes one step to the end of a path.
pub(super) fn push(path: &mut String, step: Step<'_>) {
    // Writing to a string cannot fail.
    let _ = match step {
        Step::Element(n) => write!(path, "[{n}]"),
        Step::Member(key) if plain(key) && path.is_empty() => write!(path, "{key}"),
        Step::Member(key) if plain(key) => write!(path, ".{key}"),
        Step::Member(key) => write!(path, "[\"{key}\"]"),
    };
}

fn plain(key: &str) -> bool {
    key.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')
}

/// Span of the value at the path (a container's first byte) and whether it is the value
/// itself, not an ancestor.
fn span_of(text: &str, path: &str) -> (usize, usize, bool) {
    let steps = steps(path);
    let mut tokens = Tokens::new(text);
    let mut matched = 0;
    let mut best = (0, 0);
    let mut seen_root = false;
    while let Some(token) = tokens.next() {
        let depth = match token.what {
            What::Key => continue,
            What::Close if tokens.depth() < matched || tokens.depth() == 0 => break,
            What::Close => continue,
            What::Open => tokens.depth().saturating_sub(1),
            What::Scalar => tokens.depth(),
        };
        if !seen_root {
            seen_root = true;
            best = (token.at, token.end);
        } else if depth == matched + 1 && tokens.step(matched) == steps.get(matched).copied() {
            matched += 1;
            best = (token.at, token.end);
        } else {
            continue;
        }
        if matched == steps.len() || token.what == What::Scalar {
            break;
        }
    }
    (best.0, best.1, seen_root && matched == steps.len())
}

fn steps(path: &str) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut rest = path;
    while !rest.is_empty() {
        let (step, after) = if let Some(quoted) = rest.strip_prefix("[\"") {
            let Some((key, after)) = quoted.split_once("\"]") else { break };
            (Step::Member(key), after)
        } else if let Some(index) = rest.strip_prefix('[') {
            let Some((number, after)) = index.split_once(']') else { break };
            let Ok(n) = number.parse() else { break };
            (Step::Element(n), after)
        } else {
            let key = rest.strip_prefix('.').unwrap_or(rest);
            let end = key.find(['.', '[']).unwrap_or(key.len());
            let (key, after) = key.split_at(end);
            (Step::Member(key), after)
        };
        steps.push(step);
        rest = after;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "a": [1, [2, "x,]y"], {"b c": tr, "4": null}],
  "å": {"d": -1.5e3 }
}"#;

    #[test]
    fn offsets_become_paths_and_back() {
        for (needle, path) in [
            ("1,", "a[0]"),
            ("2,", "a[1][0]"),
            ("\"x", "a[1][1]"),
            ("tr,", "a[2][\"b c\"]"),
            ("null", "a[2][\"4\"]"),
            ("-1.5", "å.d"),
            ("{\"d", "å"),
            ("[2", "a[1]"),
        ] {
            let at = TEXT.find(needle).unwrap();
            assert_eq!(path_at(TEXT, at), path, "{needle}");
            assert_eq!(offset_of(TEXT, path), at, "{path}");
        }
    }

    #[test]
    fn gaps_belong_to_the_next_value_or_the_container() {
        let at = |needle: &str, plus: usize| path_at(TEXT, TEXT.find(needle).unwrap() + plus);
        assert_eq!(at(" [2", 0), "a[1]", "space before an array");
        assert_eq!(at("}]", 0), "a[2]", "closing brace");
        assert_eq!(at(" }\n", 0), "å", "space after the last member");
        assert_eq!(at("\"d\"", 1), "å.d", "a key");
        assert_eq!(path_at(TEXT, 9999), "");
    }

    #[test]
    fn a_missing_member_is_placed_at_its_object() {
        let object = TEXT.find("{\"d").unwrap();
        assert_eq!(offset_of(TEXT, "å.zzz"), object);
        assert_eq!(offset_of(TEXT, "å.zzz.deeper[3]"), object);
        assert_eq!(scalar_at(TEXT, "å.d"), Some("-1.5e3"));
        assert_eq!(scalar_at(TEXT, "å.zzz"), None);
    }

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        assert_eq!(line_column("å\nbå!", 0), (1, 1));
        assert_eq!(line_column("å\nbå!", 6), (2, 3));
        assert_eq!(line_column("å", 1), (1, 1), "inside a character");
        assert_eq!(line_column("", 5), (1, 1));
    }
}
