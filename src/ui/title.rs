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
    for word in text.split(' ') {
        let end = at + word.len();
        if spans(word) {
            runs.push((text.get(from..at).unwrap_or_default(), false));
            runs.push((word, true));
            from = end;
        }
        at = end + 1;
    }
    runs.push((text.get(from..).unwrap_or_default(), false));
    runs
}

/// Whether a dash stands between two digits.
fn spans(word: &str) -> bool {
    let between = |five: &[u8]| matches!(five, [b'0'..=b'9', 0xE2, 0x80, 0x93, b'0'..=b'9']);
    word.as_bytes().windows(5).any(between)
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
