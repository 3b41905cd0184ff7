//! Words of places over time.

use crate::{
    analysis::rank::Order,
    base::locale::{Locale, capitalise, count_word},
    model::Level,
};

/// Texts of one language.
pub struct Ranks {
    /// Name of the picture: the indicator, which areas.
    pub title: fn(&str, Level) -> String,
    /// What the first place means.
    pub order: fn(Order) -> &'static str,
    /// When (“År 2022”), who has the first place.
    pub first: fn(&str, &str) -> String,
    /// Areas that have changed place, of how many, which, the period compared with.
    pub changed: fn(usize, usize, Level, &str) -> String,
    /// Who has climbed most: names, then place, now place.
    pub climbed: fn(&str, usize, usize) -> String,
    /// Where there are no places.
    pub nothing: &'static str,
    /// A shared place in a table.
    pub shared: fn(usize) -> String,
}

/// The texts of this language.
pub fn ranks(locale: Locale) -> &'static Ranks {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Ranks = Ranks {
    title: |indicator, level| {
        let whose = if level == Level::County { "länens" } else { "kommunernas" };
        format!("{indicator}: {whose} inbördes ordning över tid")
    },
    order: |order| match order {
        Order::HighFirst => "Plats 1 har det högsta värdet. Lika värden delar plats.",
        Order::LowFirst => "Plats 1 har det lägsta värdet. Lika värden delar plats.",
    },
    first: |when, who| format!("{when} låg {who} på första plats."),
    changed: |changed, of, level, since| {
        let areas = if level == Level::County { "län" } else { "kommuner" };
        let all = count_word(Locale::Sv, of);
        match changed {
            0 => format!("Ordningen är densamma som {since}."),
            1 if level == Level::County => format!("Ett av {all} {areas} har bytt plats sedan {since}."),
            n if n == of => format!("Alla {all} {areas} har bytt plats sedan {since}."),
            n => format!(
                "{} av {all} {areas} har bytt plats sedan {since}.",
                capitalise(&count_word(Locale::Sv, n))
            ),
        }
    },
    climbed: |who, then, now| format!("Mest har {who} klättrat, från plats {then} till {now}."),
    nothing: "Det finns för få värden för en rangordning.",
    shared: |place| format!("{place} (delad)"),
};

static EN: Ranks = Ranks {
    title: |indicator, level| {
        let whose = if level == Level::County { "counties" } else { "municipalities" };
        format!("{indicator}: the order of the {whose} over time")
    },
    order: |order| match order {
        Order::HighFirst => "Rank 1 has the highest value. Equal values share a rank.",
        Order::LowFirst => "Rank 1 has the lowest value. Equal values share a rank.",
    },
    first: |when, who| format!("{when} {who} ranked first."),
    changed: |changed, of, level, since| {
        let areas = if level == Level::County { "counties" } else { "municipalities" };
        let all = count_word(Locale::En, of);
        match changed {
            0 => format!("The order is the same as in {since}."),
            1 => format!("One of {all} {areas} has changed rank since {since}."),
            n if n == of => format!("All {all} {areas} have changed rank since {since}."),
            n => format!(
                "{} of {all} {areas} have changed rank since {since}.",
                capitalise(&count_word(Locale::En, n))
            ),
        }
    },
    climbed: |who, then, now| format!("{who} climbed most, from rank {then} to {now}."),
    nothing: "There are too few values for a ranking.",
    shared: |place| format!("{place} (shared)"),
};
