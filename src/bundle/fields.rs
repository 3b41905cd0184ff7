//! The members each object of the format knows, and a walk over a text that reports others.
//!
//! The reader itself ignores unknown members; a misspelt optional member would otherwise
//! vanish without a word. The table is held equal to the types by a test over their schema.

use std::collections::BTreeMap;

use crate::base::note::Note;

use super::caps::Caps;
use super::problem::{Kind, Problem};
use super::read::too_large;
use super::tokens::{Step, Tokens, What};

/// What a member holds, as far as the walk must know.
#[derive(Clone, Copy, Debug)]
pub enum Holds {
    /// Anything without named members.
    Plain,
    /// One object.
    One(&'static Object),
    /// An array of objects.
    List(&'static Object),
    /// An object of objects by free keys.
    Map(&'static Object),
}

/// An object type of the format.
#[derive(Debug)]
pub struct Object {
    /// The name of its Rust type and of its schema.
    pub name: &'static str,
    /// Its members.
    pub members: &'static [(&'static str, Holds)],
    /// Members that are not read but belong there by some standard; never reported.
    pub tolerated: &'static [&'static str],
}

use Holds::{List, Map, One, Plain};

macro_rules! objects {
    ($($const:ident $name:literal { $($member:literal: $holds:expr),* $(,)? } $(+ [$($other:literal),*])?;)*) => {
        $(
            #[doc = concat!("Members of `", $name, "`.")]
            pub static $const: Object = Object {
                name: $name,
                members: &[$(($member, $holds)),*],
                tolerated: &[$($($other),*)?],
            };
        )*
        /// Every object type.
        pub static ALL: &[&Object] = &[$(&$const),*];
    };
}

objects! {
    BUNDLE "Bundle" {
        "format": Plain, "version": Plain, "meta": One(&META), "areas": List(&AREA),
        "geometry": One(&TOPOLOGY), "strategy": One(&STRATEGY), "units": Map(&UNIT),
        "indicators": List(&INDICATOR), "events": List(&EVENT),
    } + ["$schema"];
    TEXT "Text" { "sv": Plain, "en": Plain };
    LINK "Link" { "text": One(&TEXT), "href": Plain };
    META "Meta" {
        "id": Plain, "title": One(&TEXT), "publisher": One(&TEXT), "licence": One(&TEXT),
        "updated": Plain, "languages": Plain, "county": Plain, "weights": Plain, "links": List(&LINK),
    };
    AREA "Area" { "code": Plain, "name": One(&TEXT), "level": Plain, "parent": Plain };
    STRATEGY "Strategy" {
        "title": One(&TEXT), "overallGoals": List(&GOAL), "focusAreas": List(&FOCUS_AREA),
        "priorityAreas": List(&GOAL), "findings": List(&FINDING),
    };
    GOAL "Goal" { "id": Plain, "title": One(&TEXT) };
    FOCUS_AREA "FocusArea" {
        "id": Plain, "title": One(&TEXT), "short": One(&TEXT), "intro": One(&TEXT),
    };
    FINDING "Finding" {
        "id": Plain, "focusArea": Plain, "text": One(&TEXT), "desired": Plain,
        "indicators": Plain, "withoutFigures": One(&TEXT),
    };
    UNIT "Unit" { "kind": Plain, "label": One(&TEXT), "short": One(&TEXT) };
    INDICATOR "Indicator" {
        "id": Plain, "title": One(&TEXT), "subject": One(&TEXT), "definition": One(&TEXT),
        "base": One(&TEXT), "unit": Plain, "decimals": Plain, "direction": Plain,
        "focusArea": Plain, "priorityArea": Plain, "target": One(&TARGET), "source": One(&SOURCE),
        "breaks": List(&BREAK), "caveats": List(&TEXT), "annotations": List(&ANNOTATION),
        "values": One(&VALUES),
    };
    TARGET "Target" {
        "period": Plain, "value": Plain, "basePeriod": Plain, "factor": Plain, "text": One(&TEXT),
    };
    SOURCE "Source" {
        "publisher": Plain, "table": Plain, "via": Plain, "processed": One(&TEXT), "href": Plain,
    };
    BREAK "Break" { "period": Plain, "text": One(&TEXT) };
    ANNOTATION "Annotation" { "period": Plain, "area": Plain, "text": One(&TEXT) };
    EVENT "Event" { "id": Plain, "from": Plain, "to": Plain, "title": One(&TEXT) };
    VALUES "Values" { "dataset": One(&DATASET), "href": Plain, "mapping": One(&MAPPING) };
    MAPPING "Mapping" {
        "area": Plain, "period": Plain, "sex": Plain, "origin": Plain, "sexes": Plain,
        "origins": Plain, "fixed": Plain, "symbols": Plain,
    };
    DATASET "Dataset" {
        "version": Plain, "class": Plain, "label": Plain, "source": Plain, "updated": Plain,
        "id": Plain, "size": Plain, "role": One(&ROLE), "dimension": Map(&DIMENSION),
        "value": Plain, "status": Plain,
    } + ["href", "link", "note", "extension", "error"];
    ROLE "Role" { "time": Plain, "geo": Plain, "metric": Plain };
    DIMENSION "Dimension" { "label": Plain, "category": One(&CATEGORY) }
        + ["class", "href", "link", "note", "extension"];
    CATEGORY "Category" { "index": Plain, "label": Plain }
        + ["child", "coordinates", "unit", "note", "extension"];
    TOPOLOGY "Topology" {
        "type": Plain, "transform": One(&TRANSFORM), "arcs": Plain, "objects": Map(&COLLECTION),
        "source": One(&TEXT),
    } + ["bbox"];
    TRANSFORM "Transform" { "scale": Plain, "translate": Plain };
    COLLECTION "Collection" { "type": Plain, "geometries": List(&GEOMETRY) } + ["bbox"];
    GEOMETRY "Geometry" { "type": Plain, "id": Plain, "arcs": Plain, "properties": One(&PROPERTIES) }
        + ["bbox"];
    PROPERTIES "Properties" { "label": Plain, "neighbours": Plain };
}

/// An unknown member: where it first stands and how often it comes.
struct Unknown {
    path: String,
    line: usize,
    times: usize,
}

/// What the walk knows about a container it is inside of.
struct Frame {
    /// What it holds.
    holds: Holds,
    /// Keys met, where a key twice would otherwise go unseen.
    keys: Vec<String>,
}

/// Reports unknown members of a text that the reader has accepted, and checks what only the
/// text shows: depth, length of strings, keys twice, arrays in the place of objects.
///
/// # Errors
/// Past `caps`, and where the reader accepted a form that the format does not have.
pub fn walk(text: &str, root: &'static Object, caps: &Caps) -> Result<Vec<Note>, Problem> {
    let mut unknown: BTreeMap<(&'static str, String), Unknown> = BTreeMap::new();
    let mut tokens = Tokens::new(text);
    let mut stack: Vec<Frame> = Vec::new();
    // Lines are counted along the way: the walk goes through the text once.
    let (mut line, mut counted) = (1, 0);
    while let Some(token) = tokens.next() {
        if token.end - token.at > caps.string && text.as_bytes().get(token.at) == Some(&b'"') {
            let found = token.end - token.at;
            return Err(too_large(&tokens.path(tokens.depth()), "bytes in a string", found, caps.string));
        }
        match token.what {
            What::Close => {
                stack.pop();
            }
            What::Open => {
                let depth = tokens.depth();
                if depth > caps.depth {
                    return Err(too_large(&tokens.path(depth - 1), "levels of nesting", depth, caps.depth));
                }
                let holds = match (stack.last(), depth.checked_sub(2).and_then(|d| tokens.step(d))) {
                    (None, _) => One(root),
                    (Some(frame), step) => inside(frame.holds, step),
                };
                let array = text.as_bytes().get(token.at) == Some(&b'[');
                if array && matches!(holds, One(_) | Map(_)) {
                    let path = tokens.path(depth - 1);
                    return Err(Problem::new(Kind::WrongType, path, "an object", "an array"));
                }
                stack.push(Frame { holds, keys: Vec::new() });
            }
            What::Key => {
                let key = tokens.text(token);
                match stack.last_mut() {
                    Some(Frame { holds: One(object), .. }) if !known(object, key) => {
                        line += text.get(counted..token.at).map_or(0, newlines);
                        counted = token.at;
                        let path = || tokens.path(tokens.depth());
                        let entry = unknown.entry((object.name, key.to_owned()));
                        entry.or_insert_with(|| Unknown { path: path(), line, times: 0 }).times += 1;
                    }
                    Some(Frame { holds: Map(_), keys }) => {
                        if keys.iter().any(|k| k == key) {
                            let path = tokens.path(tokens.depth());
                            return Err(Problem::new(Kind::Duplicate, path, "every key once", "it twice"));
                        }
                        keys.push(key.to_owned());
                    }
                    _ => {}
                }
            }
            What::Scalar => {}
        }
    }
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    crate::base::order::sort_by(&mut unknown, &mut |(_, a), (_, b)| a.line.cmp(&b.line));
    Ok(unknown.into_iter().map(|((object, key), found)| note(object, &key, &found)).collect())
}

fn newlines(text: &str) -> usize {
    text.bytes().filter(|&b| b == b'\n').count()
}

/// What a container holds, from what its parent holds and the step to it.
fn inside(parent: Holds, step: Option<Step<'_>>) -> Holds {
    match (parent, step) {
        (One(object), Some(Step::Member(key))) => {
            object.members.iter().find(|(name, _)| *name == key).map_or(Plain, |(_, holds)| *holds)
        }
        (List(object) | Map(object), Some(_)) => One(object),
        _ => Plain,
    }
}

fn known(object: &Object, key: &str) -> bool {
    object.members.iter().any(|(name, _)| *name == key) || object.tolerated.contains(&key)
}

fn note(object: &str, key: &str, found: &Unknown) -> Note {
    let names = ALL.iter().filter(|o| o.name == object).flat_map(|o| o.members).map(|(name, _)| *name);
    let hint = match nearest(key, names) {
        Some(name) => format!("did you mean “{name}”?"),
        None => "it is ignored; remove it, or see the format's schema for the members there are".to_owned(),
    };
    let more = match found.times {
        1 => String::new(),
        n => format!(", here and in {} more places", n - 1),
    };
    let key: String = key.chars().take(40).collect();
    Note::warning(
        format!("{}, line {}", found.path, found.line),
        format!("unknown member “{key}”{more}"),
        hint,
    )
}

/// The name that differs least, when it differs little.
fn nearest<'a>(key: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let length = key.chars().count();
    let allowed = ((length + 1) / 3).clamp(1, 3);
    // A long key is no misspelling of any name here, and distances cost the product of lengths.
    let short = length <= 40;
    names
        .filter(|_| short)
        .map(|name| (distance(&key.to_lowercase(), &name.to_lowercase()), name))
        .filter(|(d, _)| *d <= allowed)
        .min()
        .map(|(_, name)| name)
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

    #[test]
    fn distances() {
        for (a, b, d) in [("", "abc", 3), ("kitten", "sitting", 3), ("å", "a", 1), ("same", "same", 0)] {
            assert_eq!(distance(a, b), d, "{a} {b}");
            assert_eq!(distance(b, a), d, "{b} {a}");
        }
    }

    #[test]
    fn misspelt_members_get_a_suggestion() {
        let of = |key| nearest(key, INDICATOR.members.iter().map(|(name, _)| *name));
        assert_eq!(of("focusarea"), Some("focusArea"));
        assert_eq!(of("defintion"), Some("definition"));
        assert_eq!(of("colour"), None);
    }

    #[test]
    fn unknown_members_are_reported_once_with_place() {
        let text = "{\"units\":{\n\"a\":{\"lable\":1},\n\"b\":{\"lable\":{\"x\":1}}},\"extra\":[{\"y\":1}],\"$schema\":\"\"}";
        let notes = walk(text, &BUNDLE, &Caps::default()).unwrap();
        assert_eq!(notes.len(), 2, "{notes:?}");
        assert_eq!(notes[0].place, "units.a.lable, line 2");
        assert_eq!(notes[0].hint, "did you mean “label”?");
        assert!(notes[0].what.ends_with("in 1 more places"));
        assert_eq!(notes[1].place, "extra, line 3");
    }

    #[test]
    fn what_only_the_text_shows() {
        let kind = |text| walk(text, &BUNDLE, &Caps { depth: 4, string: 9, ..Caps::default() }).unwrap_err();
        assert_eq!(kind("{\"units\":{\"a\":{},\"a\":{}}}").kind, Kind::Duplicate);
        assert_eq!(kind("{\"meta\":[1,2]}").path, "meta");
        assert_eq!(kind("{\"x\":[[[[]]]]}").kind, Kind::TooLarge);
        assert_eq!(kind("{\"x\":\"0123456789\"}").path, "x");
    }
}
