//! Lists and small numbers in words.

use super::{Locale, number};

/// “a, b och c” or “a, b and c”; empty for none.
pub fn list(locale: Locale, items: &[&str]) -> String {
    let and = match locale {
        Locale::Sv => " och ",
        Locale::En => " and ",
    };
    match items.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, before)) => format!("{}{and}{last}", before.join(", ")),
    }
}

/// The sentence with its full stop, which an abbreviated unit may have brought along.
pub fn stopped(sentence: &str) -> String {
    if sentence.ends_with('.') { sentence.to_owned() } else { format!("{sentence}.") }
}

/// A count: in words from zero to twelve, then in digits. Swedish in the common gender (“en”).
pub fn count_word(locale: Locale, count: usize) -> String {
    const SV: [&str; 13] =
        ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    const EN: [&str; 13] = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let words = match locale {
        Locale::Sv => SV,
        Locale::En => EN,
    };
    words.get(count).map_or_else(|| number(locale, count as f64, 0), |word| (*word).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists() {
        for (items, sv, en) in [
            (vec![], "", ""),
            (vec!["a"], "a", "a"),
            (vec!["a", "b"], "a och b", "a and b"),
            (vec!["a", "b", "c"], "a, b och c", "a, b and c"),
        ] {
            assert_eq!(list(Locale::Sv, &items), sv);
            assert_eq!(list(Locale::En, &items), en);
        }
    }

    #[test]
    fn counts() {
        assert_eq!(count_word(Locale::Sv, 0), "noll");
        assert_eq!(count_word(Locale::Sv, 12), "tolv");
        assert_eq!(count_word(Locale::En, 12), "twelve");
        assert_eq!(count_word(Locale::Sv, 13), "13");
        assert_eq!(count_word(Locale::En, 1290), "1,290");
    }
}
