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
    /// Areas at another place than then, maybe one alone, where others come or cease to share one: how
    /// many, of how many, which, the period compared with, whether only those are counted that are so
    /// for certain.
    pub changed: fn(usize, usize, Level, &str, bool) -> String,
    /// After it, where areas have come or gone.
    pub among: &'static str,
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
    changed: |changed, of, level, since, certain| {
        let county = level == Level::County;
        let (all, areas) = (count_word(Locale::Sv, of), if county { "län" } else { "kommuner" });
        let some = match changed {
            0 if !certain => return format!("Ordningen är densamma som {since}."),
            0 => if county { "Inget av" } else { "Ingen av" }.to_owned(),
            1 => if county { "Ett av" } else { "En av" }.to_owned(),
            n if n == of => "Alla".to_owned(),
            n => capitalise(&count_word(Locale::Sv, n)) + " av",
        };
        let surely = if certain { "med säkerhet " } else { "" };
        format!("{some} {all} {areas} har {surely}en annan plats än {since}.")
    },
    among: "Räknat bland dem som har värden båda åren.",
    climbed: |who, then, now| format!("{who} har klättrat mest, från plats {then} till {now}."),
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
    changed: |changed, of, level, since, certain| {
        let areas = if level == Level::County { "counties" } else { "municipalities" };
        let (all, have) = (count_word(Locale::En, of), if changed == 1 { "has" } else { "have" });
        let some = match changed {
            0 if !certain => return format!("The order is the same as in {since}."),
            0 => "None of".to_owned(),
            n if n == of => "All".to_owned(),
            n => capitalise(&count_word(Locale::En, n)) + " of",
        };
        let surely = if certain { "certainly " } else { "" };
        format!("{some} {all} {areas} {surely}{have} a different rank from {since}.")
    },
    among: "Counted among those with values in both years.",
    climbed: |who, then, now| format!("{who} climbed most, from rank {then} to {now}."),
    nothing: "There are too few values for a ranking.",
    shared: |place| format!("{place} (shared)"),
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_alone_may_have_another_place() {
        let told = |locale, n, level, certain| (ranks(locale).changed)(n, 12, level, "2015", certain);
        for (n, level, certain, sv, en) in [
            (
                0,
                Level::Municipality,
                false,
                "Ordningen är densamma som 2015.",
                "The order is the same as in 2015.",
            ),
            (
                0,
                Level::Municipality,
                true,
                "Ingen av tolv kommuner har med säkerhet en annan plats än 2015.",
                "None of twelve municipalities certainly have a different rank from 2015.",
            ),
            (
                1,
                Level::Municipality,
                false,
                "En av tolv kommuner har en annan plats än 2015.",
                "One of twelve municipalities has a different rank from 2015.",
            ),
            (
                1,
                Level::County,
                true,
                "Ett av tolv län har med säkerhet en annan plats än 2015.",
                "One of twelve counties certainly has a different rank from 2015.",
            ),
            (
                3,
                Level::County,
                false,
                "Tre av tolv län har en annan plats än 2015.",
                "Three of twelve counties have a different rank from 2015.",
            ),
            (
                12,
                Level::Municipality,
                false,
                "Alla tolv kommuner har en annan plats än 2015.",
                "All twelve municipalities have a different rank from 2015.",
            ),
        ] {
            assert_eq!(told(Locale::Sv, n, level, certain), sv);
            assert_eq!(told(Locale::En, n, level, certain), en);
        }
    }
}
