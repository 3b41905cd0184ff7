//! Words of the association of two indicators. It is never said to be a cause.

use crate::base::locale::{Locale, capitalise, count_word};

/// How clearly two indicators go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    /// Too few areas for a word.
    Unsaid,
    /// Not to be seen.
    None,
    /// Somewhat.
    Some,
    /// Clearly.
    Clear,
}

/// Texts of one language.
pub struct Scatter {
    /// Name of the picture: this indicator, the other.
    pub title: fn(&str, &str) -> String,
    /// The choice of the other indicator.
    pub with: &'static str,
    /// Shows every area's way through the years.
    pub trails: &'static str,
    /// A line of the card: period, number.
    pub population: fn(&str, &str) -> String,
    /// What size and lines mean: whether sizes are populations, whether ways are drawn.
    pub note: fn(bool, bool) -> String,
    /// When (“år 2022”), the other indicator, this one, how clearly, whether high goes with high.
    pub told: fn(&str, &str, &str, Strength, bool) -> String,
    /// Where the two are of different periods: this one, its period, the other, its period.
    pub periods: fn(&str, &str, &str, &str) -> String,
    /// Pearson's r, Spearman's ρ, number of areas.
    pub numbers: fn(&str, &str, usize) -> String,
    /// The warning about few areas.
    pub few: &'static str,
    /// Areas far from the line.
    pub apart: fn(&str) -> String,
    /// How many areas lack a value.
    pub missing: fn(usize) -> String,
    /// What an association does not say.
    pub cause: &'static str,
    /// Where nothing can be compared.
    pub too_few: &'static str,
    /// Where one of them is the same everywhere.
    pub all_equal: &'static str,
    /// A column: distance from the line.
    pub off_line: &'static str,
    /// How the numbers come about.
    pub how: &'static str,
}

/// The texts of this language.
pub fn scatter(locale: Locale) -> &'static Scatter {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Scatter = Scatter {
    title: |own, other| format!("Samband mellan ”{own}” och ”{other}”"),
    with: "Jämför med",
    trails: "Visa vägen genom åren",
    population: |period, number| format!("{number} invånare {period}"),
    note: |sized, trails| {
        let mut said = String::new();
        if sized {
            said.push_str("Punktens yta visar folkmängden. ");
        }
        said.push_str("Streckad: minsta kvadratlinjen.");
        if trails {
            said.push_str(" Tunna linjer: kommunernas väg genom åren.");
        }
        said
    },
    told: |when, x, y, strength, positive| {
        let way = if positive { "höga värden även i" } else { "låga värden i" };
        match strength {
            Strength::Unsaid => format!("Bilden visar kommunernas värden i ”{x}” och ”{y}” {when}."),
            Strength::None => {
                format!(
                    "{} fanns inget tydligt samband mellan ”{x}” och ”{y}” i länets kommuner.",
                    capitalise(when)
                )
            }
            Strength::Some => {
                format!("{} hade kommuner med höga värden i ”{x}” ofta {way} ”{y}”.", capitalise(when))
            }
            Strength::Clear => {
                format!("{} hade kommuner med höga värden i ”{x}” i regel {way} ”{y}”.", capitalise(when))
            }
        }
    },
    periods: |own, period, other, its| {
        format!("Värdena för ”{own}” gäller {period}, de för ”{other}” {its}.")
    },
    numbers: |pearson, spearman, n| {
        format!(
            "Över de {} kommunerna är korrelationen {pearson} (Pearson) och rangkorrelationen {spearman} (Spearman).",
            count_word(Locale::Sv, n)
        )
    },
    few: "Med färre än åtta kommuner uppstår sådana tal lätt av en slump.",
    apart: |names| format!("Långt från linjen ligger {names}."),
    missing: |n| match n {
        1 => "En kommun saknar värde och är inte med.".to_owned(),
        n => format!("{} kommuner saknar värde och är inte med.", capitalise(&count_word(Locale::Sv, n))),
    },
    cause: "Ett samband säger inget om orsaken.",
    too_few: "För få kommuner har värden i båda indikatorerna.",
    all_equal: "Alla kommuner har samma värde, så inget samband kan räknas ut.",
    off_line: "Avstånd till linjen",
    how: "Pearsons korrelation mäter hur nära en rät linje punkterna ligger, Spearmans detsamma för kommunernas inbördes ordning; båda går från −1 till 1. Linjen är den som har minst sammanlagt kvadrerat avstånd i höjdled. Långt från linjen ligger den vars avstånd är mer än 3,5 gånger den skalade medianavvikelsen (1,4826 × MAD). Summor jämförs per tusen invånare.",
};

static EN: Scatter = Scatter {
    title: |own, other| format!("Association of “{own}” and “{other}”"),
    with: "Compare with",
    trails: "Show the way through the years",
    population: |period, number| format!("{number} residents {period}"),
    note: |sized, trails| {
        let mut said = String::new();
        if sized {
            said.push_str("The size of a point shows the population. ");
        }
        said.push_str("Dashed: least-squares line.");
        if trails {
            said.push_str(" Thin lines: the municipalities’ way through the years.");
        }
        said
    },
    told: |when, x, y, strength, positive| {
        let way = if positive { "also had high values in" } else { "had low values in" };
        match strength {
            Strength::Unsaid => {
                format!("The picture shows the municipalities’ values in “{x}” and “{y}” {when}.")
            }
            Strength::None => {
                format!(
                    "{} there was no clear association between “{x}” and “{y}” in the county’s municipalities.",
                    capitalise(when)
                )
            }
            Strength::Some => {
                format!("{} municipalities with high values in “{x}” often {way} “{y}”.", capitalise(when))
            }
            Strength::Clear => {
                format!(
                    "{} municipalities with high values in “{x}” generally {way} “{y}”.",
                    capitalise(when)
                )
            }
        }
    },
    periods: |own, period, other, its| {
        format!("The values of “{own}” are from {period}, those of “{other}” from {its}.")
    },
    numbers: |pearson, spearman, n| {
        format!(
            "Across the {} municipalities the correlation is {pearson} (Pearson) and the rank correlation {spearman} (Spearman).",
            count_word(Locale::En, n)
        )
    },
    few: "With fewer than eight municipalities such numbers easily come about by chance.",
    apart: |names| format!("Far from the line: {names}."),
    missing: |n| match n {
        1 => "One municipality has no value and is left out.".to_owned(),
        n => format!(
            "{} municipalities have no value and are left out.",
            capitalise(&count_word(Locale::En, n))
        ),
    },
    cause: "An association says nothing about causes.",
    too_few: "Too few municipalities have values in both indicators.",
    all_equal: "All municipalities have the same value, so no association can be computed.",
    off_line: "Distance from the line",
    how: "Pearson’s correlation measures how close to a straight line the points lie, Spearman’s the same for the order of the municipalities; both go from −1 to 1. The line is the one with the least sum of squared vertical distances. Far from the line lies what is further off than 3.5 times the scaled median deviation (1.4826 × MAD). Totals are compared per thousand residents.",
};
