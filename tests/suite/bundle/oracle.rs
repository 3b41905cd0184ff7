//! Our JSON reader beside serde_json: the same texts are accepted, and they mean the same.

use std::collections::BTreeMap;

use nulage::bundle::caps::Caps;
use nulage::bundle::format::Bundle;
use nulage::bundle::json::{Document, Node, Type};
use nulage::bundle::problem::Kind;
use nulage::bundle::read::read;
use proptest::prelude::*;
use serde::de::IgnoredAny;
use serde_json::Value;

use super::SMALL;

/// As deep as serde_json reads, and strings of any length.
const MOST: Caps = Caps {
    bytes: usize::MAX,
    areas: usize::MAX,
    indicators: usize::MAX,
    cells: usize::MAX,
    vertices: usize::MAX,
    string: usize::MAX,
    depth: 127,
};

/// Whether both say the same about a text; else what differs.
fn agree(text: &str) -> Result<(), String> {
    let ours = Document::parse(text, &MOST).and_then(|d| d.within_limits().map(|()| d));
    match (ours, serde_json::from_str::<Value>(text)) {
        (Ok(document), Ok(value)) => same(&document, Node::ROOT, &value, ""),
        (Ok(_), Err(error)) => Err(format!("only we accept {text:?}: {error}")),
        (Err(problem), Ok(_)) => Err(format!("only we refuse {text:?}: {problem}")),
        (Err(problem), Err(_)) => {
            let lines = 1 + text.matches('\n').count();
            let placed = (1..=lines).contains(&problem.line) && problem.column >= 1;
            if placed { Ok(()) } else { Err(format!("no such place in {text:?}: {problem}")) }
        }
    }
}

fn same(document: &Document<'_>, node: Node, value: &Value, at: &str) -> Result<(), String> {
    let differs = || Err(format!("at {at:?}: {} is not {value}", document.raw(node)));
    match (document.kind(node), value) {
        (Type::Null, Value::Null) => Ok(()),
        (Type::Bool, Value::Bool(yes)) if document.raw(node) == yes.to_string() => Ok(()),
        (Type::Text, Value::String(text)) if document.string(node) == text.as_str() => Ok(()),
        (Type::Number, Value::Number(number)) => {
            let floats = number.as_f64().map(f64::to_bits) == Some(document.number(node).to_bits());
            let short = |n: &i64| n.unsigned_abs() < 1_000_000_000_000_000_000;
            if floats && number.as_i64().filter(short) == document.whole(node) { Ok(()) } else { differs() }
        }
        (Type::Array, Value::Array(items)) => {
            let nodes: Vec<Node> = document.inside(node).collect();
            if nodes.len() != items.len() || document.inside(node).left() != items.len() {
                return differs();
            }
            let mut pairs = nodes.into_iter().zip(items).enumerate();
            pairs.try_for_each(|(i, (node, item))| same(document, node, item, &format!("{at}/{i}")))
        }
        (Type::Object, Value::Object(members)) => {
            // Of a key that comes twice serde_json keeps the last value.
            let nodes: BTreeMap<_, _> =
                document.inside(node).map(|key| (document.string(key), key.value())).collect();
            if nodes.len() != members.len() {
                return differs();
            }
            let mut pairs = nodes.into_iter().zip(members);
            pairs.try_for_each(|((key, node), (name, member))| {
                if key != name.as_str() {
                    return Err(format!("at {at:?}: {key:?} is not {name:?}"));
                }
                same(document, node, member, &format!("{at}/{name}"))
            })
        }
        _ => differs(),
    }
}

fn agreed(texts: &[&str]) {
    for text in texts {
        for text in
            [(*text).to_owned(), format!("[{text}]"), format!("{{\"a\": {text}\n}} "), format!("{text}]")]
        {
            agree(&text).unwrap();
        }
    }
}

#[test]
fn numbers_at_the_edges() {
    agreed(&[
        "0",
        "-0",
        "-0.0",
        "0e0",
        "-0e5",
        "00",
        "01",
        "-01",
        "1.",
        ".5",
        "+1",
        "-",
        "--1",
        "1e",
        "1e+",
        "1E-",
        "1.e5",
        "0x10",
        "1_000",
        "Infinity",
        "NaN",
        "-Infinity",
        "1e400",
        "-1e400",
        "1e-400",
        "-1e-400",
        "1e308",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "5e-324",
        "2e-324",
        "2.5e-324",
        "4.9e-324",
        "2.2250738585072011e-308",
        "9007199254740992",
        "9007199254740993",
        "9007199254740993.0",
        "999999999999999999",
        "-999999999999999999",
        "1000000000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "-9223372036854775808",
        "-9223372036854775809",
        "18446744073709551615",
        "18446744073709551616",
        "0.1",
        "0.30000000000000004",
        "1e23",
        "8.5e22",
        "7.2057594037927933e16",
        "123456789.123456789e-9",
        "1e0000000000000000000001",
        "1e99999999999999999999",
        "0e99999999999999999999",
        "1e-99999999999999999999",
        "2.2250738585072012e-308",
        "100000000000000016777215",
        "100000000000000016777216",
    ]);
    let digits = "3".repeat(400);
    agreed(&[&digits, &format!("0.{digits}"), &format!("-{digits}.5"), &format!("{digits}e-390")]);
    agreed(&[&"1".repeat(309), &"1".repeat(310), &format!("0.{}1", "0".repeat(400))]);
}

#[test]
fn strings_at_the_edges() {
    agreed(&[
        r#""\u0000""#,
        r#""\u00e5""#,
        r#""\u00E5""#,
        r#""\ud83d\ude00""#,
        r#""\uD83D\uDE00""#,
        r#""\ud83d""#,
        r#""\ud83dx""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\ude00""#,
        r#""\ude00\ud83d""#,
        r#""\ud83d\ud83d\ude00""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\u""#,
        r#""\x41""#,
        r#""\'""#,
        r#""\""#,
        r#"""#,
        r#""\\""#,
        r#""\\\""#,
        r#""a\/b\b\f\n\r\t\"""#,
        r#""\uFFFF\uFFFE""#,
        "\"a\nb\"",
        "\"a\tb\"",
        "\"\u{0}\"",
        "\"\u{1f}\"",
        "\"\u{7f}\"",
        "\"\u{2028}å😀\"",
        "'a'",
        "\"\\ å\"",
        "\"\\u00é5\"",
        "\"\\ud83d\\u😀\"",
    ]);
}

#[test]
fn structure_at_the_edges() {
    agreed(&[
        "",
        " ",
        "[]",
        "{}",
        "[",
        "{",
        "]",
        "}",
        "[,]",
        "[1,]",
        "[1 2]",
        "[1,,2]",
        "{,}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\":1,}",
        "{\"a\" 1}",
        "{\"a\":1 \"b\":2}",
        "{a:1}",
        "{1:2}",
        "{\"a\":1,\"a\":2}",
        "[1}",
        "{\"a\":1]",
        "tru",
        "true",
        "truer",
        "nul",
        "nulll",
        "null",
        "False",
        "false",
        "\u{feff}1",
        "\u{a0}1",
        "\u{c}1",
        "\u{b}[]",
        "1 2",
        "[] []",
        "/**/1",
        "[1]//",
        "\\",
        "\u{0}",
        "[\u{0}]",
        "{\"\\u0061\":1,\"a\":2}",
        "{\"\":{\"\":[]}}",
        " \t\r\n[ \t\r\n1 \t\r\n, \t\r\n{ \t\r\n\"a\" \t\r\n: \t\r\n2 \t\r\n} \t\r\n] \t\r\n",
    ]);
}

#[test]
fn levels_of_nesting() {
    for depth in [1, 2, 31, 32, 33, 126, 127, 128, 129, 5000] {
        agree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth))).unwrap();
        agree(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth))).unwrap();
        agree(&"[".repeat(depth)).unwrap();
    }
    let deep = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    let read = |text: &str| Document::parse(text, &Caps::default()).unwrap().within_limits();
    assert_eq!(read(&deep(32)), Ok(()));
    let problem = read(&deep(33)).unwrap_err();
    assert_eq!((problem.kind, problem.path.as_str()), (Kind::TooLarge, "[0]".repeat(32).as_str()));
}

/// Wherever the text ends too early, it is refused as cut off, at its end.
#[test]
fn cut_at_every_byte() {
    let whole = SMALL.trim_end();
    for end in (1..whole.len()).filter(|&end| whole.is_char_boundary(end)) {
        let problem = Document::parse(&whole[..end], &Caps::default()).unwrap_err();
        assert_eq!(
            (problem.kind, problem.found.as_str()),
            (Kind::NotJson, "the end of the text"),
            "at {end}"
        );
        assert_eq!(problem.line, 1 + whole[..end].matches('\n').count(), "at {end}: {problem}");
        assert!(problem.hint.contains("cut off"), "at {end}: {problem}");
    }
    for end in (0..whole.len()).step_by(97) {
        let kind = read(&whole.as_bytes()[..end], &Caps::default()).unwrap_err().kind;
        assert!(matches!(kind, Kind::NotJson | Kind::Empty | Kind::NotUtf8), "at {end}: {kind:?}");
    }
}

/// JSON with all sorts of white space and escapes.
fn json() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        "-?(0|[1-9][0-9]{0,24})(\\.[0-9]{1,24})?([eE][+-]?[0-9]{1,3})?",
        any::<i64>().prop_map(|n| n.to_string()),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(|n| n.to_string()),
        any::<f64>().prop_filter("finite", |n| n.is_finite()).prop_map(|n| format!("{n:e}")),
    ];
    let piece = prop_oneof![
        "[ -!#-\\[\\]-~å😀\u{7f}]{1,4}",
        "\\\\[\"\\\\/bfnrt]",
        "\\\\u[0-9a-fA-F]{4}",
        "\\\\ud[89ab][0-9a-f]{2}\\\\ud[c-f][0-9a-f]{2}",
    ];
    let text = prop::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()));
    let leaf = prop_oneof![number, text.clone(), "null|true|false"];
    leaf.prop_recursive(5, 40, 5, move |inside| {
        let list =
            (prop::collection::vec(inside.clone(), 0..5), "[ \n\t\r]{0,2}").prop_map(|(items, space)| {
                format!("[{space}{}{space}]", items.join(&format!("{space},{space}")))
            });
        let members = prop::collection::vec((text.clone(), inside), 0..5);
        let object = (members, "[ \n\t\r]{0,2}").prop_map(|(members, space)| {
            let members: Vec<_> = members.iter().map(|(k, v)| format!("{k}{space}:{space}{v}")).collect();
            format!("{{{space}{}{space}}}", members.join(&format!("{space},{space}")))
        });
        prop_oneof![list, object]
    })
}

/// A text with some of its characters replaced, taken out or put in.
fn edited(text: &str, edits: &[(prop::sample::Index, String, bool)]) -> String {
    let mut chars: Vec<String> = text.chars().map(String::from).collect();
    for (at, by, instead) in edits {
        let at = at.index(chars.len());
        if *instead { chars[at].clone_from(by) } else { chars[at].insert_str(0, by) }
    }
    chars.concat()
}

/// One edit: where, what, and whether something goes for it.
fn edit() -> impl Strategy<Value = (prop::sample::Index, String, bool)> {
    (any::<prop::sample::Index>(), "[\\[\\]{},:\"\\\\ \n0-9eE.+u\u{1}å-]{0,2}", any::<bool>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_means_the_same(text in json()) {
        prop_assert_eq!(agree(&text), Ok(()));
    }

    #[test]
    fn broken_json_is_refused_alike(text in json(), edits in prop::collection::vec(edit(), 1..4)) {
        prop_assert_eq!(agree(&edited(&text, &edits)), Ok(()));
    }

    #[test]
    fn decimals_are_the_nearest_float(text in "-?[0-9]{1,30}(\\.[0-9]{1,40})?(e-?[0-9]{1,3})?") {
        prop_assert_eq!(agree(&text), Ok(()));
    }
}

/// Whether a text is no JSON. serde_json stops at a number that no float holds, which is JSON: what follows it
/// is then read by what looks at no number.
fn is_not_json(text: &str) -> bool {
    match serde_json::from_str::<Value>(text) {
        Err(error) if error.to_string().contains("range") => {
            serde_json::from_str::<IgnoredAny>(text).is_err()
        }
        read => read.is_err(),
    }
}

/// A number out of range hides no fault that comes after it.
#[test]
fn a_number_too_large_is_json_and_what_is_broken_after_it_is_not() {
    for (text, not_json) in
        [("{\"format\":1E999}", false), ("{\"format\":1E999,}", true), ("{\"format\":", true)]
    {
        let problem = read(text.as_bytes(), &MOST).unwrap_err();
        assert_eq!(
            (problem.kind == Kind::NotJson, is_not_json(text)),
            (not_json, not_json),
            "{text}: {problem}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        // Each case reads the whole fixture; PROPTEST_CASES asks for more.
        cases: ProptestConfig::default().cases / 2, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn changed_bundles_are_the_same_bundles(edits in prop::collection::vec(edit(), 1..3)) {
        let text = edited(SMALL, &edits);
        prop_assert_eq!(agree(&text), Ok(()));
        let value = serde_json::from_str::<Value>(&text);
        match (read(text.as_bytes(), &MOST), serde_json::from_str::<Bundle>(&text)) {
            (Ok((ours, _)), Ok(theirs)) => prop_assert_eq!(ours, theirs),
            (Ok(_), Err(error)) => prop_assert!(false, "only we read it: {error}"),
            // What serde_json reads and we do not: members and keys twice, other versions.
            (Err(problem), Ok(_)) => {
                let ours = [Kind::Duplicate, Kind::WrongFormat, Kind::UnknownVersion];
                prop_assert!(value.is_err() || ours.contains(&problem.kind), "{problem}");
            }
            (Err(problem), Err(_)) => {
                prop_assert_eq!(problem.kind == Kind::NotJson, is_not_json(&text));
            }
        }
    }
}
