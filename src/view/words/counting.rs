//! Words of other ways to count a series: index, share of the county, per inhabitant.

use crate::base::locale::Locale;
use crate::view::spec::counting::Mode;

/// Which way somebody has gone furthest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Best {
    /// Upwards.
    Risen,
    /// Downwards.
    Fallen,
}

/// Texts of one language.
pub struct Counting {
    /// What a reader chooses.
    pub group: &'static str,
    /// A mode's short name.
    pub name: fn(Mode) -> &'static str,
    /// The choice of the base period.
    pub base: &'static str,
    /// At the base period in the picture.
    pub base_mark: fn(&str) -> String,
    /// Name of the picture: mode, indicator, base period, whether per thousand.
    pub title: fn(Mode, &str, &str, bool) -> String,
    /// The unit after numbers per inhabitant: its own unit, whether per thousand.
    pub per: fn(&str, bool) -> String,
    /// When (“År 2022”), the county's index, the base period.
    pub index: fn(&str, &str, &str) -> String,
    /// Who has risen or fallen most, to what index.
    pub furthest: fn(Best, &str, &str) -> String,
    /// The same where nothing is said of the county: when, the base period.
    pub furthest_since: fn(Best, &str, &str, &str, &str) -> String,
    /// When, lowest index and where, highest index and where, the base period.
    pub index_between: fn(&str, [&str; 2], [&str; 2], &str) -> String,
    /// When, the municipality with the largest share, its share.
    pub largest: fn(&str, &str, &str) -> String,
    /// When, the county's value per inhabitant.
    pub county_has: fn(&str, &str) -> String,
    /// When, where the county is not spoken of before; lowest value and where, highest and where.
    pub between: fn(Option<&str>, [&str; 2], [&str; 2]) -> String,
    /// Where no municipality has a value.
    pub nothing: &'static str,
    /// How the numbers of a mode come about.
    pub how: fn(Mode) -> &'static str,
}

/// The texts of this language.
pub fn counting(locale: Locale) -> &'static Counting {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Counting = Counting {
    group: "Hur värdena räknas",
    name: |mode| match mode {
        Mode::Published => "Värden",
        Mode::Index => "Index",
        Mode::Share => "Andel av länet",
        Mode::PerInhabitant => "Per invånare",
    },
    base: "Basår",
    base_mark: |base| format!("{base} = 100"),
    title: |mode, title, base, thousand| match mode {
        Mode::Published => title.to_owned(),
        Mode::Index => format!("{title}: index, {base} = 100"),
        Mode::Share => format!("{title}: andel av länet"),
        Mode::PerInhabitant if thousand => format!("{title} per 1\u{a0}000 invånare"),
        Mode::PerInhabitant => format!("{title} per invånare"),
    },
    per: |unit, thousand| {
        let per = if thousand { "per 1\u{a0}000 inv." } else { "per inv." };
        if unit.is_empty() { per.to_owned() } else { format!("{unit} {per}") }
    },
    index: |when, value, base| format!("{when} låg länet på index {value}, med {base} som basår (100)."),
    furthest: |way, name, value| match way {
        Best::Risen => format!("Mest har värdet ökat i {name} (index {value})."),
        Best::Fallen => format!("Mest har värdet minskat i {name} (index {value})."),
    },
    furthest_since: |way, name, value, when, base| {
        let went = if way == Best::Risen { "ökat" } else { "minskat" };
        format!("{when} hade värdet {went} mest i {name}: index {value}, med {base} som basår (100).")
    },
    index_between: |when, [low, lowest], [high, highest], base| {
        format!(
            "{when} låg kommunerna mellan index {low} ({lowest}) och {high} ({highest}), med {base} som basår (100)."
        )
    },
    largest: |when, name, share| {
        format!("{when} stod {name} för {share} procent av länets summa, mest av alla kommuner.")
    },
    county_has: |when, value| format!("{when} var länets värde {value}."),
    between: |when, [low, lowest], [high, highest]| {
        let who = when.map_or_else(|| "Kommunerna låg".to_owned(), |when| format!("{when} låg kommunerna"));
        format!("{who} mellan {low} ({lowest}) och {high} ({highest}).")
    },
    nothing: "Inget värde kan räknas ut för det året.",
    how: |mode| match mode {
        Mode::Published => "Värdena är de publicerade.",
        Mode::Index => "100 gånger värdet, delat med samma områdes värde basåret.",
        Mode::Share => "100 gånger kommunens publicerade summa, delad med länets publicerade summa samma år.",
        Mode::PerInhabitant => "Den publicerade summan delad med områdets folkmängd samma år.",
    },
};

static EN: Counting = Counting {
    group: "How values are counted",
    name: |mode| match mode {
        Mode::Published => "Values",
        Mode::Index => "Index",
        Mode::Share => "Share of county",
        Mode::PerInhabitant => "Per resident",
    },
    base: "Base year",
    base_mark: |base| format!("{base} = 100"),
    title: |mode, title, base, thousand| match mode {
        Mode::Published => title.to_owned(),
        Mode::Index => format!("{title}: index, {base} = 100"),
        Mode::Share => format!("{title}: share of the county"),
        Mode::PerInhabitant if thousand => format!("{title} per 1,000 residents"),
        Mode::PerInhabitant => format!("{title} per resident"),
    },
    per: |unit, thousand| {
        let per = if thousand { "per 1,000 residents" } else { "per resident" };
        if unit.is_empty() { per.to_owned() } else { format!("{unit} {per}") }
    },
    index: |when, value, base| {
        format!("{when} the county stood at index {value}, with {base} as the base year (100).")
    },
    furthest: |way, name, value| match way {
        Best::Risen => format!("The value has risen most in {name} (index {value})."),
        Best::Fallen => format!("The value has fallen most in {name} (index {value})."),
    },
    furthest_since: |way, name, value, when, base| {
        let went = if way == Best::Risen { "risen" } else { "fallen" };
        format!(
            "{when} the value had {went} most in {name}: index {value}, with {base} as the base year (100)."
        )
    },
    index_between: |when, [low, lowest], [high, highest], base| {
        format!(
            "{when} the municipalities ranged from index {low} ({lowest}) to {high} ({highest}), with {base} as the base year (100)."
        )
    },
    largest: |when, name, share| {
        format!(
            "{when} {name} accounted for {share} per cent of the county’s total, more than any other municipality."
        )
    },
    county_has: |when, value| format!("{when} the county’s value was {value}."),
    between: |when, [low, lowest], [high, highest]| {
        let who = when.map_or_else(|| "The".to_owned(), |when| format!("{when} the"));
        format!("{who} municipalities ranged from {low} ({lowest}) to {high} ({highest}).")
    },
    nothing: "No value can be computed for that year.",
    how: |mode| match mode {
        Mode::Published => "The values are the published ones.",
        Mode::Index => "100 times the value, divided by the same area’s value in the base year.",
        Mode::Share => {
            "100 times the municipality’s published total, divided by the county’s published total of the same year."
        }
        Mode::PerInhabitant => "The published total divided by the area’s population of the same year.",
    },
};
