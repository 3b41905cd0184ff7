//! Headlines, in which numbers with a dash between them stay together.
//!
//! Browsers break “18–65” after its dash. A sign that forbids it would go along into what is copied.

use super::dom::{Node, el, part};

/// A headline that changes.
pub fn title(mut of: impl FnMut() -> String + 'static) -> Node {
    part(move || runs(&of()).into_iter().map(node).collect::<Node>())
}

fn node((run, whole): (&str, bool)) -> Node {
    if whole { el("span").class("nl-unbroken").kid(run).into() } else { run.into() }
}

/// The text in turns, and of each whether it must stay on one line.
fn runs(text: &str) -> Vec<(&str, bool)> {
    let mut runs = Vec::new();
    let (mut from, mut at) = (0, 0);
    for word in text.split_inclusive(' ') {
        let bare = word.trim_end_matches(' ');
        if spans(bare) {
            runs.push((text.get(from..at).unwrap_or_default(), false));
            runs.push((bare, true));
            from = at + bare.len();
        }
        at += word.len();
    }
    runs.push((text.get(from..).unwrap_or_default(), false));
    runs.retain(|(run, _)| !run.is_empty());
    runs
}

/// Whether a dash stands between two digits.
fn spans(word: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    word.match_indices('–').any(|(at, dash)| {
        let (before, after) = (word.get(..at), word.get(at + dash.len()..));
        digit(before.and_then(|s| s.chars().next_back())) && digit(after.and_then(|s| s.chars().next()))
    })
}

#[cfg(test)]
mod tests {
    use super::runs;

    #[test]
    fn only_numbers_joined_by_a_dash_stay_together() {
        for (text, whole) in [
            ("Arbetslöshet 18–65 år", &["18–65"][..]),
            ("Åren 2010–2022, mest i åldrarna 16–24", &["2010–2022,", "16–24"]),
            ("18–65\u{a0}år", &["18–65\u{a0}år"]),
            ("Kvinnor – män, Nord–Syd, 7 –8", &[]),
            ("", &[]),
        ] {
            let runs = runs(text);
            assert_eq!(runs.iter().map(|run| run.0).collect::<String>(), text);
            let found: Vec<&str> = runs.iter().filter(|run| run.1).map(|run| run.0).collect();
            assert_eq!(found, whole, "{text}");
        }
    }
}
