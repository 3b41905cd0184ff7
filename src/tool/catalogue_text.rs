//! Texts of a catalogue written without their language: `title = "X"`.

use std::ops::Range;

/// Longest text that advice repeats.
const LONGEST: usize = 80;

/// What the matter is and what to write, where the reader wanted a text in its languages and found
/// something else; `message` is the reader's, about this part of a catalogue.
pub(super) fn without_language(message: &str, text: &str, part: Range<usize>) -> Option<(String, String)> {
    let wants_text = ["struct Text", "struct Caveat"].iter().any(|wanted| message.ends_with(wanted));
    if !message.starts_with("invalid type: ") || !wants_text {
        return None;
    }
    let found = text.get(part.clone()).unwrap_or_default();
    let is_short = found.len() <= LONGEST && !found.contains('\n');
    let literal = if is_short && found.starts_with(['"', '\'']) { found } else { "\"…\"" };
    let before = text.get(..part.start).unwrap_or_default().trim_end();
    let key = before.strip_suffix('=').map(|before| {
        let word = before.trim_end().rsplit(|c: char| c.is_whitespace() || matches!(c, '{' | ',' | '.'));
        word.take(1).collect::<String>()
    });
    let what = match &key {
        Some(key) => format!("“{key}” does not say the language of its text"),
        None => "the language of this text is not said".to_owned(),
    };
    let key = key.map(|key| format!("{key} = ")).unwrap_or_default();
    Some((what, format!("write {key}{{ sv = {literal} }}, and en = \"…\" in it for English")))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use crate::tool::catalogue::{Caveat, Text, from_toml};

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read into")]
    struct Some {
        title: Text,
        #[serde(default)]
        short: Option<Text>,
        #[serde(default)]
        caveats: Vec<Caveat>,
        #[serde(default)]
        goals: Vec<Goal>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "only read into")]
    struct Goal {
        id: String,
        title: Text,
    }

    #[test]
    fn what_to_write_is_said() {
        for (toml, expected) in [
            (
                "\ntitle = \"Andel\"",
                "c.toml:2: “title” does not say the language of its text \
                 (write title = { sv = \"Andel\" }, and en = \"…\" in it for English)",
            ),
            (
                "title = { sv = \"A\" }\n\nshort = 'A'",
                "c.toml:3: “short” does not say the language of its text (write short = { sv = 'A' }, ",
            ),
            (
                "title = 5",
                "c.toml:1: “title” does not say the language of its text (write title = { sv = \"…\" }, ",
            ),
            (
                "title = \"\"\"\nEn\ntext\"\"\"",
                "c.toml:1: “title” does not say the language of its text (write title = { sv = \"…\" }, ",
            ),
            (
                "title = { sv = \"A\" }\ncaveats = [\n  \"Så är det.\",\n]",
                "c.toml:3: the language of this text is not said (write { sv = \"Så är det.\" }, ",
            ),
            (
                "title = { sv = \"A\" }\n[[goals]]\nid = \"a\"\ntitle = \"Mål\"",
                "c.toml:4: “title” does not say the language of its text (write title = { sv = \"Mål\" }, ",
            ),
            (
                "title = { sv = \"A\" }\ngoals = [{ id = \"a\", title = \"Mål\" }]",
                "c.toml:2: “title” does not say the language of its text (write title = { sv = \"Mål\" }, ",
            ),
        ] {
            let faults = from_toml::<Some>(std::path::Path::new("c.toml"), toml).unwrap_err();
            let said = faults[0].to_string();
            assert!(said.starts_with(expected), "{said}\n{expected}");
        }
    }
}
