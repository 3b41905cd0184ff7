//! Names of the ways to look at an indicator's development.

use crate::base::locale::Locale;
use crate::view::aspect::Aspect;

/// Texts of one language.
pub struct Aspects {
    /// What a reader chooses among.
    pub group: &'static str,
    /// The short name of a way.
    pub name: fn(Aspect) -> &'static str,
    /// Read aloud when one is chosen.
    pub chosen: fn(&str) -> String,
    /// The fold that holds the picture's numbers.
    pub as_table: &'static str,
}

/// The texts of this language.
pub fn aspects(locale: Locale) -> &'static Aspects {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Aspects = Aspects {
    group: "Sätt att se på utvecklingen",
    name: |aspect| match aspect {
        Aspect::Levels => "Nivå",
        Aspect::Gap => "Skillnad mellan grupper",
    },
    chosen: |name| format!("Visar: {name}."),
    as_table: "Diagrammets siffror som tabell",
};

static EN: Aspects = Aspects {
    group: "Ways to look at the development",
    name: |aspect| match aspect {
        Aspect::Levels => "Level",
        Aspect::Gap => "Gap between groups",
    },
    chosen: |name| format!("Showing: {name}."),
    as_table: "The figures of the chart as a table",
};
