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
    /// How places are counted.
    pub how_ranks: &'static str,
    /// How the change between two periods is counted.
    pub how_slope: &'static str,
    /// Where women and men are asked for and a way shows everybody, or those named: whom.
    pub together: fn(&str) -> String,
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
        Aspect::Gap => "Grupper",
        Aspect::Spread => "Spridning",
        Aspect::Ranks => "Placering",
        Aspect::Slope => "Två år",
        Aspect::Change => "Förändring",
        Aspect::Each => "Var för sig",
        Aspect::Tiles => "Rutkarta",
        Aspect::Scatter => "Samband",
    },
    chosen: |name| format!("Visar: {name}."),
    how_ranks: "Plats 1 har det mest önskade värdet, eller det högsta där ingen riktning är önskad. Lika avrundade värden delar plats. År då färre än tre fjärdedelar av områdena har värden rangordnas inte.",
    how_slope: "Det senare publicerade värdet minus det tidigare, innan de avrundas.",
    together: |whom| format!("Här visas {whom}. Kvinnor och män var för sig finns under Nivå och Grupper."),
    as_table: "Diagrammets siffror som tabell",
};

static EN: Aspects = Aspects {
    group: "Ways to look at the development",
    name: |aspect| match aspect {
        Aspect::Levels => "Level",
        Aspect::Gap => "Groups",
        Aspect::Spread => "Spread",
        Aspect::Ranks => "Rank",
        Aspect::Slope => "Two years",
        Aspect::Change => "Change",
        Aspect::Each => "One by one",
        Aspect::Tiles => "Tile map",
        Aspect::Scatter => "Association",
    },
    chosen: |name| format!("Showing: {name}."),
    how_ranks: "Place 1 has the most desired value, or the highest where no direction is wanted. Values that round alike share a place. Years in which fewer than three quarters of the areas have values are not ranked.",
    how_slope: "The later published value minus the earlier, before they are rounded.",
    together: |whom| format!("This shows {whom}. Women and men apart are under Level and Groups."),
    as_table: "The figures of the chart as a table",
};
