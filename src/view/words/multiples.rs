//! Words of the small multiples.

use crate::base::locale::{Locale, capitalise, count_word};
use crate::model::Level;

use super::closed;

/// Texts of one language.
pub struct Multiples {
    /// Name of the picture: the indicator, whom it is about (may be empty), whether as a tile map.
    pub title: fn(&str, &str, bool) -> String,
    /// Key: the line of the panel's own area.
    pub own: fn(Level) -> &'static str,
    /// Key: the lines of all others.
    pub others: fn(Level) -> &'static str,
    /// Under panels without axes: lowest and highest value of the scale, first and last period.
    pub scale: fn(&str, &str, &str, &str) -> String,
    /// The changes in words: level of the areas, subject, period compared with, how many rose,
    /// fell and stood still.
    pub counted: fn(Level, &str, &str, [usize; 3]) -> String,
    /// Largest rise: area, signed difference.
    pub rose_most: fn(&str, &str) -> String,
    /// Largest fall: area, signed difference.
    pub fell_most: fn(&str, &str) -> String,
    /// No area has two comparable values.
    pub unknown: &'static str,
    /// How the tiles lie.
    pub tiles: fn(Level) -> &'static str,
    /// Columns of the table: first and latest comparable value, change.
    pub columns: [&'static str; 5],
    /// How the changes come about.
    pub how: &'static str,
}

/// The texts of this language.
pub fn multiples(locale: Locale) -> &'static Multiples {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Multiples = Multiples {
    title: |indicator, whom, tiles| {
        let whom = if whom.is_empty() { String::new() } else { format!(" ({whom})") };
        let how = if tiles { "rutkarta över tid" } else { "en ruta per område" };
        format!("{indicator}{whom}: {how}")
    },
    own: |level| if level == Level::County { "Rutans län" } else { "Rutans kommun" },
    others: |level| if level == Level::County { "Övriga län" } else { "Övriga kommuner" },
    scale: |low, high, first, last| {
        if first == last {
            format!("Samma skala i alla rutor: {low}–{high}, {last}")
        } else {
            format!("Samma skala: {low}–{high}, {first}–{last}")
        }
    },
    counted: |level, subject, period, [rose, fell, same]| {
        let unit = |n: usize| match (level, n) {
            (Level::County, _) => "län",
            (_, 1) => "kommun",
            _ => "kommuner",
        };
        let mut parts: Vec<String> = Vec::new();
        for (verb, n) in [("stigit", rose), ("fallit", fell), ("stått still", same)] {
            if n > 0 {
                let who = count_word(Locale::Sv, n);
                // The noun once, where it is first counted.
                let noun = if parts.is_empty() { format!(" {}", unit(n)) } else { String::new() };
                let who = if n == 1 && level == Level::County { "ett".to_owned() } else { who };
                let who = if n > 2 && n == rose + fell + same { format!("alla {who}") } else { who };
                parts.push(format!("{verb} i {who}{noun}"));
            }
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let subject = closed(subject.to_owned());
        format!("Sedan {period} har {subject} {}.", crate::base::locale::list(Locale::Sv, &parts))
    },
    rose_most: |area, difference| format!("Ökningen är störst i {area} ({difference})."),
    fell_most: |area, difference| format!("Minskningen är störst i {area} ({difference})."),
    unknown: "Det finns inga tidigare värden att jämföra med.",
    tiles: |level| match level {
        Level::County => "Rutorna ligger ungefär som länen på kartan.",
        _ => "Rutorna ligger ungefär som kommunerna på kartan.",
    },
    columns: ["Från", "Värde då", "Till", "Värde nu", "Förändring"],
    how: "Förändringen är det senaste värdet minus det första i samma obrutna serie.",
};

static EN: Multiples = Multiples {
    title: |indicator, whom, tiles| {
        let whom = if whom.is_empty() { String::new() } else { format!(" ({whom})") };
        let how = if tiles { "a tile map over time" } else { "a panel per area" };
        format!("{indicator}{whom}: {how}")
    },
    own: |level| if level == Level::County { "The panel’s county" } else { "The panel’s municipality" },
    others: |level| if level == Level::County { "Other counties" } else { "Other municipalities" },
    scale: |low, high, first, last| {
        if first == last {
            format!("Same scale in all panels: {low}–{high}, {last}")
        } else {
            format!("Same scale: {low}–{high}, {first}–{last}")
        }
    },
    counted: |level, subject, period, [rose, fell, same]| {
        let unit = |n: usize| match (level, n) {
            (Level::County, 1) => "county",
            (Level::County, _) => "counties",
            (_, 1) => "municipality",
            _ => "municipalities",
        };
        let mut parts: Vec<String> = Vec::new();
        for (verb, n) in [("risen", rose), ("fallen", fell), ("remained unchanged", same)] {
            if n > 0 {
                let noun = if parts.is_empty() { format!(" {}", unit(n)) } else { String::new() };
                let all = if n > 2 && n == rose + fell + same { "all " } else { "" };
                parts.push(format!("{verb} in {all}{}{noun}", count_word(Locale::En, n)));
            }
        }
        let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
        let list = crate::base::locale::list(Locale::En, &parts);
        capitalise(&format!("{} has {list} since {period}.", closed(subject.to_owned())))
    },
    rose_most: |area, difference| format!("The rise is largest in {area} ({difference})."),
    fell_most: |area, difference| format!("The fall is largest in {area} ({difference})."),
    unknown: "There are no earlier values to compare with.",
    tiles: |level| match level {
        Level::County => "The tiles are arranged roughly as the counties are on the map.",
        _ => "The tiles are arranged roughly as the municipalities are on the map.",
    },
    columns: ["From", "Value then", "To", "Value now", "Change"],
    how: "The change is the latest value minus the first one in the same unbroken series.",
};
