//! Words of the map's legend.

use crate::base::{locale::Locale, period::Period};

/// Texts of one language.
pub struct Legend {
    /// Its name.
    pub name: &'static str,
    /// What can be done with it; first and last of the periods, where there are several, that have these
    /// colours.
    pub help: fn(Option<(Period, Period)>) -> String,
    /// The choice of classes for this period alone, where others leave nearly all areas in one.
    pub tell_apart: fn(&str) -> String,
    /// What stands there instead when no more can be pinned.
    pub is_full: &'static str,
    /// A class: lower and upper bound, the areas in it.
    pub class: fn(&str, &str, &str) -> String,
    /// Where no area is in it.
    pub nobody: &'static str,
    /// The side of a scale that is wanted.
    pub wanted: &'static str,
    /// Areas that are now held on to.
    pub pinned: fn(&str) -> String,
    /// Areas that are let go.
    pub unpinned: fn(&str) -> String,
    /// Areas that found no place among those held on to.
    pub full: fn(&str) -> String,
}

/// The texts of this language.
pub fn legend(locale: Locale) -> &'static Legend {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Legend = Legend {
    name: "Kartans klasser",
    help: |span| {
        let same = match span {
            None => String::new(),
            Some((from, to)) if from == to => format!("Färgerna gäller bara {from}. "),
            Some((from, to)) => format!("Samma färger alla år, {from}–{to}. "),
        };
        format!("{same}Peka på en klass för att se dess områden, klicka för att fästa dem.")
    },
    tell_apart: |period| format!("Klasser för bara {period}"),
    is_full: "Sex områden är fästa och fler får inte plats. Släpp något för att fästa andra.",
    class: |from, to, areas| format!("{from}–{to}: {areas}"),
    nobody: "inga områden",
    wanted: "Önskad riktning",
    pinned: |names| format!("Fäste {names}."),
    unpinned: |names| format!("Släppte {names}."),
    full: |names| format!("Högst sex områden kan vara fästa. Utan plats blev {names}."),
};

static EN: Legend = Legend {
    name: "Classes of the map",
    help: |span| {
        let same = match span {
            None => String::new(),
            Some((from, to)) if from == to => format!("The colours are for {from} only. "),
            Some((from, to)) => format!("The same colours in all years, {from}–{to}. "),
        };
        format!("{same}Point at a class to see its areas, click to pin them.")
    },
    tell_apart: |period| format!("Classes for {period} only"),
    is_full: "Six areas are pinned and there is no room for more. Let go of one to pin others.",
    class: |from, to, areas| format!("{from}–{to}: {areas}"),
    nobody: "no areas",
    wanted: "Desired direction",
    pinned: |names| format!("Pinned {names}."),
    unpinned: |names| format!("Let go of {names}."),
    full: |names| format!("At most six areas can be pinned. No room for {names}."),
};
