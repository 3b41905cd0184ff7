//! Texts whose grammar depends on a number.

use crate::base::locale::{
    Locale::{self, En, Sv},
    capitalise, count_word,
};
use crate::base::parted::parted;
use crate::model::Level;

/// A number word that begins a sentence.
fn first(locale: Locale, count: usize) -> String {
    capitalise(&count_word(locale, count))
}

/// With the comma that closes a clause at the subject's end, where it has one; a list is none.
pub fn closed(subject: String) -> String {
    let (mut tail, mut ends) = (&*subject, false);
    while let Some((_, rest)) = parted(tail, ", ") {
        (tail, ends) = (rest, true);
    }
    let list = parted(tail, " och ").or_else(|| parted(tail, " and ")).is_some();
    if ends && !list { subject + "," } else { subject }
}

/// How many areas, in words: “fem kommuner”, “ett län”, “one municipality”.
pub fn areas_counted(locale: Locale, level: Level, n: usize) -> String {
    let is_county = level == Level::County;
    let noun = match (locale, is_county, n) {
        (Sv, true, 1) => return "ett län".to_owned(),
        (Sv, true, _) => " län",
        (Sv, false, 1) => " kommun",
        (Sv, false, _) => " kommuner",
        (En, true, 1) => " county",
        (En, true, _) => " counties",
        (En, false, 1) => " municipality",
        (En, false, _) => " municipalities",
    };
    count_word(locale, n) + noun
}

pub(super) fn sv_hits(count: usize) -> String {
    match count {
        0 => "Inga träffar".to_owned(),
        1 => "En träff".to_owned(),
        _ => format!("{} träffar", first(Sv, count)),
    }
}

pub(super) fn en_hits(count: usize) -> String {
    match count {
        0 => "No hits".to_owned(),
        1 => "One hit".to_owned(),
        _ => format!("{} hits", first(En, count)),
    }
}

pub(super) fn sv_start_lead(county: &str, indicators: usize, municipalities: usize) -> String {
    let who = match indicators {
        1 => "En indikator visar".to_owned(),
        _ => format!("{} indikatorer visar", first(Sv, indicators)),
    };
    let inside = match municipalities {
        0 | 1 => String::new(),
        _ => format!(", och hur det skiljer sig mellan länets {} kommuner", count_word(Sv, municipalities)),
    };
    format!("{who} hur det går i {county}{inside}.")
}

pub(super) fn en_start_lead(county: &str, indicators: usize, municipalities: usize) -> String {
    let who = match indicators {
        1 => "One indicator shows".to_owned(),
        _ => format!("{} indicators show", first(En, indicators)),
    };
    let inside = match municipalities {
        0 | 1 => String::new(),
        _ => format!(", and how its {} municipalities differ", count_word(En, municipalities)),
    };
    format!("{who} how {county} is doing{inside}.")
}

pub(super) fn sv_area_lead(municipalities: usize) -> String {
    match municipalities {
        0 | 1 => "Alla indikatorer för kommunen.".to_owned(),
        _ => format!(
            "Alla indikatorer för kommunen, jämförd med länet och med länets {} kommuner. Plats 1 har det mest önskvärda värdet, eller det högsta där ingen riktning är önskad.",
            count_word(Sv, municipalities)
        ),
    }
}

pub(super) fn en_area_lead(municipalities: usize) -> String {
    match municipalities {
        0 | 1 => "All indicators for the municipality.".to_owned(),
        _ => format!(
            "All indicators for the municipality, compared with the county and its {} municipalities. Rank 1 has the most desired value, or the highest where no direction is desired.",
            count_word(En, municipalities)
        ),
    }
}

pub(super) fn sv_areas(count: usize) -> String {
    match count {
        0 => "inga områden".to_owned(),
        1 => "ett område".to_owned(),
        _ => format!("{} områden", count_word(Sv, count)),
    }
}

pub(super) fn en_areas(count: usize) -> String {
    match count {
        0 => "no areas".to_owned(),
        1 => "one area".to_owned(),
        _ => format!("{} areas", count_word(En, count)),
    }
}

pub(super) fn sv_place(place: usize, of: usize) -> String {
    format!("plats {place} av {of}")
}

pub(super) fn en_place(place: usize, of: usize) -> String {
    format!("rank {place} of {of}")
}

pub(super) fn sv_shared_place(place: usize, of: usize) -> String {
    format!("delad plats {place} av {of}")
}

pub(super) fn en_shared_place(place: usize, of: usize) -> String {
    format!("shared rank {place} of {of}")
}
