//! Words of the change between two periods.

use crate::base::locale::{Locale, count_word, list};
use crate::model::Level;

use super::areas_counted;

/// How a change is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Counted {
    /// In the unit; shares in percentage points.
    #[default]
    Absolute,
    /// In per cent of the first value.
    Relative,
}

impl Counted {
    /// Both, each with its word in addresses.
    pub const ALL: &[(&str, Self)] = &[("absolute", Self::Absolute), ("relative", Self::Relative)];
}

/// Texts of one language.
pub struct ChangeWords {
    /// Name of the picture: indicator, from, to.
    pub title: fn(&str, &str, &str) -> String,
    /// Heading of the change's map: from, to, how it is counted.
    pub heading: fn(&str, &str, Counted) -> String,
    /// Where nothing has changed, on a scale.
    pub unchanged: &'static str,
    /// The choice of the earlier period.
    pub from: &'static str,
    /// The choice of the later one.
    pub to: &'static str,
    /// Both choices of how to count.
    pub counting: &'static str,
    /// A choice.
    pub counted: fn(Counted) -> &'static str,
    /// Which areas; how many have risen, fallen, stand still; whether some of these for what is uncertain;
    /// from, to.
    pub moved: fn(Level, [usize; 3], bool, &str, &str) -> String,
    /// The largest rise: whether it is the only one, who, signed change.
    pub most_risen: fn(bool, &str, &str) -> String,
    /// The largest fall.
    pub most_fallen: fn(bool, &str, &str) -> String,
    /// Why two periods cannot be compared: first period of a new series.
    pub broken: fn(&str) -> String,
    /// Where fewer than two can be compared: which areas, from, to.
    pub too_few: fn(Level, &str, &str) -> String,
    /// An area between two periods: name, from value, to value, signed change.
    pub area: fn(&str, &str, &str, &str) -> String,
    /// Why there is no change: the first value is not above zero.
    pub no_ratio: &'static str,
}

/// The texts of this language.
pub fn change(locale: Locale) -> &'static ChangeWords {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: ChangeWords = ChangeWords {
    title: |indicator, from, to| format!("{indicator}: förändring {from}–{to}"),
    heading: |from, to, counted| match counted {
        Counted::Absolute => format!("Förändring {from}–{to}"),
        Counted::Relative => format!("Förändring {from}–{to}, procent"),
    },
    unchanged: "Oförändrat",
    from: "Från",
    to: "till",
    counting: "Hur förändringen räknas",
    counted: |counted| match counted {
        Counted::Absolute => "I enheter",
        Counted::Relative => "I procent",
    },
    moved: |level, [rose, fell, same], within, from, to| {
        let all = rose + fell + same;
        let still = if within { "varit oförändrat inom osäkerheten" } else { "varit oförändrat" };
        let said = counts((Locale::Sv, level), [("ökat", rose), ("minskat", fell), (still, same)], all);
        format!("Mellan {from} och {to} har värdet {said}.")
    },
    most_risen: |alone, who, change| sv_most(alone, "ökat", who, change),
    most_fallen: |alone, who, change| sv_most(alone, "minskat", who, change),
    broken: |period| {
        format!(
            "Tidsserien bryts {period}. Värden före och efter är inte fullt jämförbara, så förändringen räknas inte ut."
        )
    },
    too_few: |level, from, to| {
        let areas = if level == Level::County { "län" } else { "kommuner" };
        format!("För få {areas} har värden både {from} och {to}.")
    },
    area: |name, then, now, change| format!("{name}: från {then} till {now} ({change})"),
    no_ratio: "kan inte räknas i procent",
};

static EN: ChangeWords = ChangeWords {
    title: |indicator, from, to| format!("{indicator}: change {from}–{to}"),
    heading: |from, to, counted| match counted {
        Counted::Absolute => format!("Change {from}–{to}"),
        Counted::Relative => format!("Change {from}–{to}, per cent"),
    },
    unchanged: "Unchanged",
    from: "From",
    to: "to",
    counting: "How the change is counted",
    counted: |counted| match counted {
        Counted::Absolute => "In units",
        Counted::Relative => "In per cent",
    },
    moved: |level, [rose, fell, same], within, from, to| {
        let all = rose + fell + same;
        let still = if within { "was unchanged within the uncertainty" } else { "was unchanged" };
        let said = counts((Locale::En, level), [("rose", rose), ("fell", fell), (still, same)], all);
        format!("Between {from} and {to} the value {said}.")
    },
    most_risen: |alone, who, change| en_most(alone, "rose", who, change),
    most_fallen: |alone, who, change| en_most(alone, "fell", who, change),
    broken: |period| {
        format!(
            "The series breaks in {period}. Values before and after are not fully comparable, so no change is computed."
        )
    },
    too_few: |level, from, to| {
        let areas = if level == Level::County { "counties" } else { "municipalities" };
        format!("Too few {areas} have values in both {from} and {to}.")
    },
    area: |name, then, now, change| format!("{name}: from {then} to {now} ({change})"),
    no_ratio: "cannot be counted in per cent",
};

fn sv_most(alone: bool, verb: &str, who: &str, change: &str) -> String {
    let start = if alone { "Det har " } else { "Mest har det " };
    [start, verb, " i ", who, " (", change, ")."].concat()
}

fn en_most(alone: bool, verb: &str, who: &str, change: &str) -> String {
    let place = if alone { " in " } else { " most in " };
    ["It ", verb, place, who, " (", change, ")."].concat()
}

/// “ökat i åtta kommuner, minskat i tre och varit oförändrat i en”.
pub(super) fn counts((locale, level): (Locale, Level), parts: [(&str, usize); 3], all: usize) -> String {
    let (all_of, place) = match locale {
        Locale::Sv => ("alla ", " i "),
        Locale::En => ("all ", " in "),
    };
    let mut said: Vec<String> = Vec::new();
    for (what, n) in parts.into_iter().filter(|(_, n)| *n > 0) {
        let whole = if n == all && n > 2 { all_of } else { "" };
        // The noun once, where it is first counted.
        let many = match (said.is_empty(), locale, level, n) {
            (true, ..) => areas_counted(locale, level, n),
            (false, Locale::Sv, Level::County, 1) => "ett".to_owned(),
            (false, ..) => count_word(locale, n),
        };
        said.push([what, place, whole, &many].concat());
    }
    let said: Vec<&str> = said.iter().map(String::as_str).collect();
    list(locale, &said)
}
