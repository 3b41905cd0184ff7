//! Notes about members that the format does not know.
//!
//! They are read over; a misspelt optional member would otherwise vanish without a word.

use crate::base::locale::lower;
use crate::base::note::Note;
use crate::base::order;
use crate::bundle::json::{Document, Node};

use super::Shape;

/// Members that get a note of their own; nobody reads more.
const LISTED: usize = 100;

/// A member not known: where it first stands and how often it comes.
struct Unknown {
    shape: &'static Shape,
    key: Node,
    times: usize,
}

/// One note per object type and name, in the order of the text.
pub(super) fn notes(document: &Document<'_>, found: Vec<(&'static Shape, Node)>) -> Vec<Note> {
    let mut found: Vec<Unknown> =
        found.into_iter().map(|(shape, key)| Unknown { shape, key, times: 1 }).collect();
    let same = |a: &Unknown, b: &Unknown| {
        a.shape.name.cmp(b.shape.name).then_with(|| document.string(a.key).cmp(&document.string(b.key)))
    };
    order::sort_by(&mut found, &mut |a, b| same(a, b));
    found.dedup_by(|next, first| {
        let one = same(first, next).is_eq();
        first.times += usize::from(one);
        one
    });
    order::sort_by(&mut found, &mut |a, b| a.key.cmp(&b.key));
    let rest = found.len().saturating_sub(LISTED);
    found.truncate(LISTED);
    let mut notes = Vec::with_capacity(found.len() + 1);
    for unknown in &found {
        notes.push(note(document, unknown));
    }
    if rest > 0 {
        let what = format!("{rest} more members are unknown");
        notes.push(Note::warning("", what, "check that the document is what it should be"));
    }
    notes
}

fn note(document: &Document<'_>, unknown: &Unknown) -> Note {
    let key = document.string(unknown.key);
    let hint = match nearest(&key, unknown.shape) {
        Some(name) => format!("did you mean “{name}”?"),
        None => "it is ignored; remove it, or see the format's schema for the members there are".to_owned(),
    };
    let more = match unknown.times {
        1 => String::new(),
        n => format!(", here and in {} more places", n - 1),
    };
    let short: String = key.chars().take(40).collect();
    let (line, _) = document.line_column(unknown.key);
    let place = format!("{}, line {line}", document.path(unknown.key));
    Note::warning(place, format!("unknown member “{short}”{more}"), hint)
}

/// The name that differs least, when it differs little.
fn nearest(key: &str, shape: &Shape) -> Option<&'static str> {
    let length = key.chars().count();
    // A long key is no misspelling of any name here, and distances cost the product of lengths.
    if length > 40 {
        return None;
    }
    let mut allowed = ((length + 1) / 3).clamp(1, 3) + 1;
    let mut best = None;
    for member in shape.members {
        let distance = distance(&lower(key), &lower(member.key));
        if distance < allowed {
            (allowed, best) = (distance, Some(member.key));
        }
    }
    best
}

/// Levenshtein's edit distance in characters.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.chars().count()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        if let Some(first) = row.first_mut() {
            *first = left;
        }
        for (cell, to) in row.iter_mut().skip(1).zip(b.chars()) {
            let best = (*cell + 1).min(left + 1).min(diagonal + usize::from(from != to));
            diagonal = *cell;
            *cell = best;
            left = best;
        }
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::format::Indicator;

    #[test]
    fn distances() {
        for (a, b, d) in [("", "abc", 3), ("kitten", "sitting", 3), ("å", "a", 1), ("same", "same", 0)] {
            assert_eq!(distance(a, b), d, "{a} {b}");
            assert_eq!(distance(b, a), d, "{b} {a}");
        }
    }

    #[test]
    fn misspelt_members_get_a_suggestion() {
        let of = |key| nearest(key, Indicator::SHAPE);
        assert_eq!(of("focusarea"), Some("focusArea"));
        assert_eq!(of("defintion"), Some("definition"));
        assert_eq!(of("colour"), None);
    }
}
