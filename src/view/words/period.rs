//! Periods in words.

use crate::base::{
    locale::Locale,
    period::{Part, Period},
};

const MONTHS_SV: [&str; 12] = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const QUARTERS_SV: [&str; 4] = ["första", "andra", "tredje", "fjärde"];
const QUARTERS_EN: [&str; 4] = ["first", "second", "third", "fourth"];

/// The period inside a sentence: “2022”, “fjärde kvartalet 2022”, “december 2022”.
pub fn period_name(locale: Locale, period: Period) -> String {
    let year = period.year();
    match (period.part(), locale) {
        (Part::Year, _) => year.to_string(),
        (Part::Quarter(n), Locale::Sv) => format!("{} kvartalet {year}", nth(&QUARTERS_SV, n)),
        (Part::Quarter(n), Locale::En) => format!("the {} quarter of {year}", nth(&QUARTERS_EN, n)),
        (Part::Month(n), Locale::Sv) => format!("{} {year}", nth(&MONTHS_SV, n)),
        (Part::Month(n), Locale::En) => format!("{} {year}", nth(&MONTHS_EN, n)),
    }
}

/// The period where space is short: “2022”, “kv 4 2022”, “dec 2022”.
pub fn period_short(locale: Locale, period: Period) -> String {
    let year = period.year();
    let month = |names: &[&str], n| nth(names, n).chars().take(3).collect::<String>();
    match (period.part(), locale) {
        (Part::Year, _) => year.to_string(),
        (Part::Quarter(n), Locale::Sv) => format!("kv\u{a0}{n} {year}"),
        (Part::Quarter(n), Locale::En) => format!("Q{n} {year}"),
        (Part::Month(n), Locale::Sv) => format!("{} {year}", month(&MONTHS_SV, n)),
        (Part::Month(n), Locale::En) => format!("{} {year}", month(&MONTHS_EN, n)),
    }
}

/// The period after a value: “år 2022” or “in 2022”.
pub fn at_period(locale: Locale, period: Period) -> String {
    let name = period_name(locale, period);
    match (period.part(), locale) {
        (Part::Year, Locale::Sv) => format!("år {name}"),
        (Part::Month(_), Locale::Sv) => format!("i {name}"),
        (Part::Quarter(_), Locale::Sv) => name,
        (_, Locale::En) => format!("in {name}"),
    }
}

/// The name with this number, counted from one.
fn nth<'a>(names: &[&'a str], n: u8) -> &'a str {
    usize::from(n).checked_sub(1).and_then(|i| names.get(i)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_in_words() {
        for (text, sv, en, short, at) in [
            ("2022", "2022", "2022", "2022", "år 2022"),
            (
                "2022K4",
                "fjärde kvartalet 2022",
                "the fourth quarter of 2022",
                "kv\u{a0}4 2022",
                "fjärde kvartalet 2022",
            ),
            ("2022M03", "mars 2022", "March 2022", "mar 2022", "i mars 2022"),
        ] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period_name(Locale::Sv, period), sv);
            assert_eq!(period_name(Locale::En, period), en);
            assert_eq!(period_short(Locale::Sv, period), short);
            assert_eq!(at_period(Locale::Sv, period), at);
            assert_eq!(at_period(Locale::En, period), format!("in {en}"));
        }
    }
}
