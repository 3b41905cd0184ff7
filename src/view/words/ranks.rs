//! Words of places over time.

use crate::{
    analysis::rank::Order,
    base::locale::{Locale, capitalise, count_word},
};

/// Texts of one language.
pub struct Ranks {
    /// Name of the picture: the indicator.
    pub title: fn(&str) -> String,
    /// What the first place means.
    pub order: fn(Order) -> &'static str,
    /// An area's place in a period: name, place, of how many, whether shared, period.
    pub place: fn(&str, usize, usize, bool, &str) -> String,
    /// When (“År 2022”), who has the first place.
    pub first: fn(&str, &str) -> String,
    /// Areas that have changed place, of how many, the period compared with.
    pub changed: fn(usize, usize, &str) -> String,
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
    title: |indicator| format!("{indicator}: kommunernas inbördes ordning över tid"),
    order: |order| match order {
        Order::HighFirst => "Plats 1 har det högsta värdet. Lika värden delar plats.",
        Order::LowFirst => "Plats 1 har det lägsta värdet. Lika värden delar plats.",
    },
    place: |name, place, of, shared, period| {
        let shared = if shared { "delad plats" } else { "plats" };
        format!("{name} {shared} {place} av {of} ({period})")
    },
    first: |when, who| format!("{when} låg {who} på första plats."),
    changed: |changed, of, since| match changed {
        0 => format!("Ordningen är densamma som {since}."),
        1 => format!("En av {} kommuner har bytt plats sedan {since}.", count_word(Locale::Sv, of)),
        n if n == of => format!("Alla {} kommuner har bytt plats sedan {since}.", count_word(Locale::Sv, of)),
        n => format!(
            "{} av {} kommuner har bytt plats sedan {since}.",
            capitalise(&count_word(Locale::Sv, n)),
            count_word(Locale::Sv, of)
        ),
    },
    climbed: |who, then, now| format!("Mest har {who} klättrat, från plats {then} till {now}."),
    nothing: "Det finns för få värden för en rangordning.",
    shared: |place| format!("{place} (delad)"),
};

static EN: Ranks = Ranks {
    title: |indicator| format!("{indicator}: the order of the municipalities over time"),
    order: |order| match order {
        Order::HighFirst => "Rank 1 has the highest value. Equal values share a rank.",
        Order::LowFirst => "Rank 1 has the lowest value. Equal values share a rank.",
    },
    place: |name, place, of, shared, period| {
        let shared = if shared { "shared rank" } else { "rank" };
        format!("{name} {shared} {place} of {of} ({period})")
    },
    first: |when, who| format!("{when} {who} ranked first."),
    changed: |changed, of, since| match changed {
        0 => format!("The order is the same as in {since}."),
        1 => format!("One of {} municipalities has changed rank since {since}.", count_word(Locale::En, of)),
        n if n == of => {
            format!("All {} municipalities have changed rank since {since}.", count_word(Locale::En, of))
        }
        n => format!(
            "{} of {} municipalities have changed rank since {since}.",
            capitalise(&count_word(Locale::En, n)),
            count_word(Locale::En, of)
        ),
    },
    climbed: |who, then, now| format!("{who} climbed most, from rank {then} to {now}."),
    nothing: "There are too few values for a ranking.",
    shared: |place| format!("{place} (shared)"),
};
