//! Addresses of the app in a story: whether everything in them means something.
//!
//! The app itself is lenient, a word it does not know falls back; an author wants to hear of it.

use std::collections::BTreeSet;

use crate::base::period::Period;
use crate::tool::catalogue_story::Known;
use crate::tool::fault::did_you_mean;
use crate::view::aspect::Aspect;
use crate::view::spec::{counting::Mode, spread::CODES};
use crate::view::words::change::Counted;

/// What an address can begin with.
const PAGES: &[&str] = &["start", "overview", "indicator", "area"];

/// Most areas that can be pinned.
const MOST_PINNED: usize = 6;

/// The keys of an address and, where it is one of some words, what may stand there; the text of
/// `src/view/permalink.rs` is held against it.
pub const KEYS: &[(&str, &[&str])] = &[
    ("year", &[]),
    ("people", &["all", "both", "women", "men"]),
    ("origin", &["total", "domestic", "foreign"]),
    ("pin", &[]),
    ("classes", &["natural", "quantile", "equal", "deviation", "diverging", "continuous"]),
    ("show", &[]),
    ("rows", &[]),
    ("columns", &[]),
    ("sort", &["name", "value", "change", "gap"]),
    ("mode", &[]),
    ("base", &[]),
    ("measure", &[]),
    ("from", &[]),
    ("to", &[]),
    ("counted", &[]),
    ("with", &[]),
    ("trails", &["0", "1"]),
    ("lang", &["sv", "en"]),
    ("theme", &["auto", "light", "dark"]),
];

/// What is wrong, and advice.
pub(super) type Wrong = (String, String);

/// The first thing in an address that means nothing.
pub(super) fn check(address: &str, known: &Known<'_>) -> Result<(), Wrong> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let (page, id) = path.split_once('/').unwrap_or((path, ""));
    one_of("page", page, PAGES.iter().copied())?;
    match page {
        "indicator" => of("indicator", id, &known.indicators)?,
        "area" => of("area", id, &known.areas)?,
        _ if path != page => return Err((format!("the page “{page}” has nothing after it"), String::new())),
        _ => {}
    }
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        one_of("key", key, KEYS.iter().map(|k| k.0))?;
        let words = KEYS.iter().find(|k| k.0 == key).map_or(&[][..], |k| k.1);
        of_key(key, value, words, known)?;
    }
    Ok(())
}

fn of_key(key: &str, value: &str, words: &[&str], known: &Known<'_>) -> Result<(), Wrong> {
    let kind = &format!("value of “{key}”:");
    let (word, after) = value.split_once('.').unwrap_or((value, ""));
    match key {
        "year" if value == "latest" => Ok(()),
        "base" | "from" | "to" | "counted" | "with" if value.is_empty() => Ok(()),
        "year" | "base" | "from" | "to" => {
            value.parse::<Period>().map(drop).map_err(|e| (e.to_string(), String::new()))
        }
        "pin" => {
            let codes: Vec<&str> = value.split(',').filter(|code| !code.is_empty()).collect();
            if codes.len() > MOST_PINNED {
                let what = format!("{} areas are pinned, {MOST_PINNED} can be", codes.len());
                return Err((what, String::new()));
            }
            codes.iter().try_for_each(|code| of("area", code, &known.areas))
        }
        "mode" => one_of(kind, value, Mode::ALL.iter().map(|m| m.0)),
        "measure" => {
            one_of(kind, word, CODES.iter().map(|c| c.0))?;
            numbered(value, after, &["0", "1"])
        }
        "counted" => one_of(kind, value, Counted::ALL.iter().map(|c| c.0)),
        "show" => one_of(kind, value, Aspect::ALL.iter().map(|a| a.0)),
        "rows" | "columns" if value.is_empty() => Ok(()),
        "rows" => of("area", value, &known.areas),
        "columns" | "with" => of("indicator", value, &known.indicators),
        "classes" => {
            one_of(kind, word, words.iter().copied())?;
            numbered(value, after, &["3", "4", "5", "6", "7"])
        }
        "sort" => {
            one_of(kind, word, words.iter().copied())?;
            numbered(value, after, &["0", "1"])
        }
        _ => one_of(kind, value, words.iter().copied()),
    }
}

fn of(kind: &str, word: &str, known: &BTreeSet<&str>) -> Result<(), Wrong> {
    one_of(kind, word, known.iter().copied())
}

/// What stands after a value's point is one of some numbers.
fn numbered(value: &str, after: &str, numbers: &[&str]) -> Result<(), Wrong> {
    if numbers.contains(&after) {
        return Ok(());
    }
    let what = format!("“{value}” needs a point and one of {} after it", numbers.join(", "));
    Err((what, String::new()))
}

/// A word is one of some; else which is near, or which there are if they are few.
fn one_of<'a>(kind: &str, word: &str, words: impl IntoIterator<Item = &'a str>) -> Result<(), Wrong> {
    let words: Vec<&str> = words.into_iter().collect();
    if words.contains(&word) {
        return Ok(());
    }
    let near = did_you_mean(word, words.iter().copied());
    let hint = if near.is_empty() && words.len() <= KEYS.len() {
        format!("there are {}", words.join(", "))
    } else {
        near
    };
    Err((format!("there is no {kind} “{word}”"), hint))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(address: &str) -> Result<(), Wrong> {
        let known = Known {
            focus: BTreeSet::new(),
            indicators: BTreeSet::from(["arbete", "utslapp"]),
            areas: BTreeSet::from(["00", "18", "1860", "1861", "1862", "1863", "1864", "1880"]),
        };
        check(address, &known)
    }

    #[test]
    fn sound_addresses_pass() {
        for address in [
            "start",
            "overview?rows=1880&columns=arbete",
            "overview?rows=&columns=&pin=",
            "area/1880?lang=en&theme=dark",
            "indicator/arbete?year=2022&people=both&origin=foreign&pin=1880,1864&classes=natural.5&show=spread&sort=gap.1",
            "indicator/arbete?year=latest",
            "indicator/arbete?mode=index&base=2010&measure=sd.1",
            "indicator/arbete?from=2000&to=&counted=absolute&with=utslapp&trails=1",
        ] {
            assert_eq!(checked(address), Ok(()), "{address}");
        }
    }

    #[test]
    fn every_word_is_checked() {
        for (address, what, hint) in [
            ("indikator/arbete", "there is no page “indikator”", "did you mean “indicator”?"),
            ("start/arbete", "the page “start” has nothing after it", ""),
            ("indicator/arbet", "there is no indicator “arbet”", "did you mean “arbete”?"),
            ("area/1881", "there is no area “1881”", "did you mean “1861”?"),
            ("start?peple=both", "there is no key “peple”", "did you mean “people”?"),
            ("start?people=bot", "there is no value of “people”: “bot”", "did you mean “both”?"),
            (
                "start?origin=abroad",
                "there is no value of “origin”: “abroad”",
                "there are total, domestic, foreign",
            ),
            (
                "start?year=22",
                "“22” is not a period; write a year (2022), a quarter (2022K1) or a month (2022M12)",
                "",
            ),
            ("start?pin=18,1881", "there is no area “1881”", "did you mean “1861”?"),
            ("start?pin=00,18,1860,1861,1862,1863,1864", "7 areas are pinned, 6 can be", ""),
            ("start?classes=natur.5", "there is no value of “classes”: “natur”", "did you mean “natural”?"),
            ("start?classes=natural.9", "“natural.9” needs a point and one of 3, 4, 5, 6, 7 after it", ""),
            ("start?show=spraed", "there is no value of “show”: “spraed”", "did you mean “spread”?"),
            (
                "start?counted=absolut",
                "there is no value of “counted”: “absolut”",
                "did you mean “absolute”?",
            ),
            (
                "start?from=20",
                "“20” is not a period; write a year (2022), a quarter (2022K1) or a month (2022M12)",
                "",
            ),
            ("start?with=arbet", "there is no indicator “arbet”", "did you mean “arbete”?"),
            ("start?rows=1881", "there is no area “1881”", "did you mean “1861”?"),
            ("start?columns=utsläpp", "there is no indicator “utsläpp”", "did you mean “utslapp”?"),
            ("start?sort=gap", "“gap” needs a point and one of 0, 1 after it", ""),
        ] {
            assert_eq!(checked(address), Err((what.to_owned(), hint.to_owned())), "{address}");
        }
    }
}
