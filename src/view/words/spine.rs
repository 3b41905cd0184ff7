//! Words of an area's profile.

use crate::base::locale::{Locale, list};

/// Texts of one language.
pub struct Spine {
    /// Name of the picture: area, county.
    pub title: fn(&str, &str) -> String,
    /// Heading above it: area.
    pub heading: fn(&str) -> String,
    /// Over the left and the right end of the tracks.
    pub ends: [&'static str; 2],
    /// The same where no row has a direction.
    pub plain_ends: [&'static str; 2],
    /// Key: the band.
    pub half: &'static str,
    /// Key: rows without a direction.
    pub grey: &'static str,
    /// Where the area is best of all: area, number of indicators, names of them or of some.
    pub best: fn(&str, usize, &[&str]) -> String,
    /// Where it is last.
    pub worst: fn(&str, usize, &[&str]) -> String,
    /// Areas like it: the area, their names, nearest first; names of the indicators compared.
    pub similar: fn(&str, &[&str], &[&str]) -> String,
    /// Card: lowest value and area, highest value and area.
    pub between: fn(&str, &str, &str, &str) -> String,
    /// Columns of the table after the indicator: period, area, county, nation, worst, best, place.
    pub columns: [&'static str; 7],
    /// How positions come about.
    pub how: &'static str,
}

/// The texts of this language.
pub fn spine(locale: Locale) -> &'static Spine {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Spine = Spine {
    title: |area, county| format!("{area}: läget bland kommunerna i {county}"),
    heading: |area| format!("{area} bland länets kommuner"),
    ends: ["Sämst", "Bäst"],
    plain_ends: ["Lägst", "Högst"],
    half: "Mittersta hälften av kommunerna",
    grey: "Ingen önskad riktning: lägst till högst",
    best: |area, of, names| format!("Bäst av kommunerna är {area} i {}.", among(Locale::Sv, of, names)),
    worst: |area, of, names| format!("Sist kommer {area} i {}.", among(Locale::Sv, of, names)),
    similar: |area, areas, by| {
        let (areas, by) = (list(Locale::Sv, areas), list(Locale::Sv, by));
        format!("I länet liknar {area} mest {areas}, sett till {by}.")
    },
    between: |low, lowest, high, highest| format!("Kommunerna: {low} ({lowest}) till {high} ({highest})"),
    columns: ["År", "Kommunen", "Länet", "Riket", "Sämst", "Bäst", "Plats"],
    how: "Läget är var värdet ligger på vägen från kommunernas sämsta till deras bästa värde i den önskade riktningen; utan riktning från det lägsta till det högsta. Bandet går från undre till övre kvartilen. Varje indikator visas för det senaste år då minst två tredjedelar av kommunerna har värden; finns det senare värden står året vid namnet. Summor jämförs per invånare. Likheten är avståndet i standardavvikelser över bakgrundsindikatorerna.",
};

static EN: Spine = Spine {
    title: |area, county| format!("{area}: its place among the municipalities of {county}"),
    heading: |area| format!("{area} among the county’s municipalities"),
    ends: ["Worst", "Best"],
    plain_ends: ["Lowest", "Highest"],
    half: "Middle half of the municipalities",
    grey: "No desired direction: lowest to highest",
    best: |area, of, names| {
        format!("{area} is the best of the municipalities in {}.", among(Locale::En, of, names))
    },
    worst: |area, of, names| format!("{area} comes last in {}.", among(Locale::En, of, names)),
    similar: |area, areas, by| {
        let (areas, by) = (list(Locale::En, areas), list(Locale::En, by));
        format!("In the county, {area} is most like {areas}, judged by {by}.")
    },
    between: |low, lowest, high, highest| format!("Municipalities: {low} ({lowest}) to {high} ({highest})"),
    columns: ["Year", "Municipality", "County", "Nation", "Worst", "Best", "Place"],
    how: "The position is how far the value lies on the way from the municipalities’ worst to their best value in the desired direction; without a direction, from the lowest to the highest. The band reaches from the lower to the upper quartile. Each indicator is shown for the latest year in which at least two thirds of the municipalities have values; where there are later ones, its name has the year. Totals are compared per resident. Likeness is the distance in standard deviations over the background indicators.",
};

/// So many indicators, named where they are few, else some of them.
fn among(locale: Locale, of: usize, names: &[&str]) -> String {
    let named = quoted(locale, names);
    match locale {
        _ if of == names.len() => named,
        Locale::Sv => format!("{of} indikatorer, bland dem {named}"),
        Locale::En => format!("{of} indicators, among them {named}"),
    }
}

/// Names of indicators as a list.
fn quoted(locale: Locale, names: &[&str]) -> String {
    let quoted: Vec<String> = names
        .iter()
        .map(|n| if locale == Locale::Sv { format!("”{n}”") } else { format!("“{n}”") })
        .collect();
    list(locale, &quoted.iter().map(String::as_str).collect::<Vec<_>>())
}
