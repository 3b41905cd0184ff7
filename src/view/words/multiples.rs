//! Words of the small multiples.

use crate::base::locale::Locale;
use crate::model::Level;

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
    /// No area has two comparable values.
    pub unknown: &'static str,
    /// How the tiles lie.
    pub tiles: fn(Level) -> &'static str,
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
    unknown: "Det finns inga tidigare värden att jämföra med.",
    tiles: |level| match level {
        Level::County => "Rutorna ligger ungefär som länen på kartan.",
        _ => "Rutorna ligger ungefär som kommunerna på kartan.",
    },
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
    unknown: "There are no earlier values to compare with.",
    tiles: |level| match level {
        Level::County => "The tiles are arranged roughly as the counties are on the map.",
        _ => "The tiles are arranged roughly as the municipalities are on the map.",
    },
};
