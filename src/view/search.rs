//! How well something fits what is typed into a search field.

use crate::base::locale::{is_word, lower};
use crate::base::parted::parted;

use super::meant::is_meant;

/// Fewest letters of a word that may be typed with a slip.
const LONG: usize = 5;

/// What something can be found by, made ready once for all that is typed: its name, its other names, what
/// is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Findable {
    /// In small letters.
    texts: [String; 3],
    /// The same without their marks.
    plain: [String; 3],
}

impl Findable {
    /// By its name, its other names, what is said of it; strongest first.
    pub fn new(name: &str, also: &str, about: &str) -> Self {
        let texts = [name, also, about].map(lower);
        Self { plain: texts.each_ref().map(|text| bare(text)), texts }
    }
}

/// How far from fitting, 0 being best; `None` where a word of what is typed is nowhere.
///
/// Every word counts, the worst of them decides: the name begins with it, a word of the name does, it is
/// in the name, in other names, an everyday word for one of them, in what is said, or a slip away from a
/// word of the names. Letters typed without their marks fit those with: `orebro` is Örebro.
pub fn grade(typed: &str, of: &Findable) -> Option<u8> {
    let mut worst = 0;
    let mut any = false;
    for word in lower(typed).split_whitespace() {
        any = true;
        let bared = bare(word);
        let [name, also, about] = if bared == word { &of.plain } else { &of.texts };
        let [plain_name, plain_also, _] = &of.plain;
        let grade = if name.starts_with(word) {
            0
        } else if words(name).any(|w| w.starts_with(word)) {
            1
        } else if parted(name, word).is_some() {
            2
        } else if parted(also, word).is_some() {
            3
        } else if is_meant(&bared, &[plain_name, plain_also]) {
            4
        } else if parted(about, word).is_some() {
            5
        } else if words(plain_name).chain(words(plain_also)).any(|w| slipped(&bared, w)) {
            6
        } else {
            return None;
        };
        worst = worst.max(grade);
    }
    any.then_some(worst)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !is_word(c)).filter(|w| !w.is_empty())
}

/// Small letters without their marks.
fn bare(text: &str) -> String {
    let letter = |c: char| match c {
        'à'..='å' | 'æ' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ý' | 'ÿ' => 'y',
        // CO₂ is typed on the line; in Unicode ₀ is U+2080.
        '₀'..='₉' => char::from(c as u8 - 0x80 + b'0'),
        _ => c,
    };
    text.chars().map(letter).collect()
}

/// Whether `word` begins as `typed` does but for one letter: another, one too many, one too few, or
/// two that changed places.
fn slipped(typed: &str, word: &str) -> bool {
    let (typed, word): (Vec<char>, Vec<char>) = (typed.chars().collect(), word.chars().collect());
    if typed.len() < LONG {
        return false;
    }
    let same = typed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (typed.get(same..).unwrap_or_default(), word.get(same..).unwrap_or_default());
    let Some((&first, rest)) = typed.split_first() else { return true };
    if word.starts_with(rest) {
        return true;
    }
    let Some((&other, tail)) = word.split_first() else { return false };
    let swapped = |(&second, rest): (&char, &[char])| {
        let after = tail.split_first().filter(|(third, _)| **third == first).map(|(_, tail)| tail);
        second == other && after.is_some_and(|tail| tail.starts_with(rest))
    };
    tail.starts_with(rest) || tail.starts_with(typed) || rest.split_first().is_some_and(swapped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_before_what_is_said() {
        let it = Findable::new(
            "Öppet arbetslösa",
            "Open unemployment",
            "Andelen utan inkomst. Kompetensförsörjning",
        );
        for (typed, expected) in [
            ("öppet", Some(0)),
            ("OPPET", Some(0)),
            ("arbets", Some(1)),
            ("lösa", Some(2)),
            ("losa", Some(2)),
            ("unemploy", Some(3)),
            ("jobb", Some(4)),
            ("öppet jobb", Some(4)),
            ("inkomst", Some(5)),
            ("jobb inkomst", Some(5)),
            ("oppet arbetslosa", Some(1)),
            ("öppet hav", None),
            ("óppet", Some(6)),
            ("", None),
            (" ", None),
        ] {
            assert_eq!(grade(typed, &it), expected, "{typed}");
        }
    }

    #[test]
    fn a_small_figure_is_typed_on_the_line() {
        let it = Findable::new("Utsläpp av CO₂", "", "");
        for typed in ["co2", "CO₂"] {
            assert_eq!(grade(typed, &it), Some(1), "{typed}");
        }
        assert_eq!(grade("co3", &it), None);
    }

    #[test]
    fn one_slip_is_forgiven_in_long_words() {
        let it = Findable::new("Örebro", "Unemployment", "");
        for typed in ["Ôrebro", "orbro", "orebrro", "roebro", "örebru", "xrebro", "orebor", "unemplyoment"]
        {
            assert_eq!(grade(typed, &it), Some(6), "{typed}");
        }
        for typed in ["orbr", "öre bru x", "rebrox", "orxbru", "orebro kommun"] {
            assert_eq!(grade(typed, &it), None, "{typed}");
        }
        // The beginning of a word, as it is while one types.
        assert_eq!(grade("unemplom", &it), Some(6));
    }
}
