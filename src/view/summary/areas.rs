//! The text beside a map, a ranking and a table: who is highest and lowest, who is missing.

use crate::base::locale::{lower, stopped};
use std::cmp::Ordering;

use crate::{
    base::{
        locale::{Locale, capitalise, count_word, list},
        num::Finite,
        period::Period,
    },
    model::{Cell, Group, Level, Missing},
    view::words::{areas_counted, people, period_name, words},
};

use super::{Measure, named};

/// What is shown of one period.
#[derive(Clone, Copy, Debug)]
pub struct AreaFacts<'a> {
    /// The indicator's name.
    pub title: &'a str,
    /// Whom the values are about.
    pub group: Group,
    /// The period.
    pub period: Period,
    /// How values are written.
    pub measure: Measure<'a>,
    /// The municipalities with their names, in alphabetical order.
    pub areas: &'a [(String, Cell)],
    /// The county, where the indicator has it.
    pub county: Option<Cell>,
    /// The nation, where the indicator has it.
    pub nation: Option<Cell>,
}

/// Names that are listed before only their number is told.
const MOST_NAMES: usize = 4;

/// A map or a ranking in words.
pub fn area_summary(facts: &AreaFacts<'_>, locale: Locale) -> String {
    let head =
        format!("{}, {}", named(facts.title, people(locale, facts.group)), period_name(locale, facts.period));
    let ends = ends(facts, locale);
    let first = match (&ends, facts.areas.is_empty()) {
        (Some(ends), _) => format!("{head}: {ends}"),
        (None, true) => head,
        (None, false) => format!("{head}: {}", missing(facts, locale).unwrap_or_default()),
    };
    let mut said = stopped(&first);
    let mut add = |sentence: Option<String>| {
        if let Some(sentence) = sentence {
            said.push(' ');
            said.push_str(&stopped(&sentence));
        }
    };
    add(frame(facts, locale));
    if ends.is_some() {
        add(missing(facts, locale).map(|text| capitalise(&text)));
    }
    said
}

/// What a table holds: “Namn, 2022, procent. Tolv kommuner, länet och riket.”; with every period from `since`
/// on, “Namn, 2000–2022, procent.”
pub fn table_caption(facts: &AreaFacts<'_>, since: Option<Period>, locale: Locale) -> String {
    let w = words(locale);
    let mut head = named(facts.title, people(locale, facts.group)) + ", ";
    if let Some(since) = since {
        head = head + &period_name(locale, since) + "–";
    }
    head.push_str(&period_name(locale, facts.period));
    let unit = facts.measure.unit.label.get(locale);
    let unit = if unit.is_empty() { String::new() } else { format!(", {unit}") };
    let municipalities = municipalities(facts.areas.len(), locale);
    let rows: Vec<String> = [
        (!facts.areas.is_empty()).then_some(municipalities),
        facts.county.map(|_| lower(w.county)),
        facts.nation.map(|_| nation(locale).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    if rows.is_empty() {
        format!("{head}{unit}.")
    } else {
        format!("{head}{unit}. {}.", capitalise(&list(locale, &rows)))
    }
}

/// The highest and the lowest, without a full stop; `None` when no area has a value.
fn ends(facts: &AreaFacts<'_>, locale: Locale) -> Option<String> {
    let have: Vec<(&str, f64)> =
        facts.areas.iter().filter_map(|(name, cell)| Some((name.as_str(), cell.ok()?.get()))).collect();
    let by_value = |a: &&(&str, f64), b: &&(&str, f64)| -> Ordering { a.1.total_cmp(&b.1) };
    let (low, high) = (have.iter().min_by(by_value)?.1, have.iter().max_by(by_value)?.1);
    let (low_text, high_text) = (facts.measure.short(low, locale), facts.measure.short(high, locale));
    if let [(name, _)] = have.as_slice() {
        return Some(format!("{name} {high_text}"));
    }
    let whole = have.len() == facts.areas.len();
    if facts.measure.alike(low, high) {
        return Some(match (locale, whole) {
            (Locale::Sv, true) => format!("samma värde i {}, {high_text}", every(have.len(), locale)),
            (Locale::Sv, false) => {
                format!("samma värde i {}, {high_text}", municipalities(have.len(), locale))
            }
            (Locale::En, true) => format!("the same value in {}, {high_text}", every(have.len(), locale)),
            (Locale::En, false) => {
                format!("the same value in {}, {high_text}", municipalities(have.len(), locale))
            }
        });
    }
    let those = |end: f64| -> String {
        let names: Vec<&str> =
            have.iter().filter(|(_, v)| facts.measure.alike(*v, end)).map(|(n, _)| *n).collect();
        if names.len() > MOST_NAMES { municipalities(names.len(), locale) } else { list(locale, &names) }
    };
    let (highest, lowest) = (those(high), those(low));
    let of = if whole {
        municipalities(have.len(), locale)
    } else {
        let (some, all) = (count_word(locale, have.len()), municipalities(facts.areas.len(), locale));
        match locale {
            Locale::Sv => format!("{some} av {all}"),
            Locale::En => format!("{some} of {all}"),
        }
    };
    Some(match locale {
        Locale::Sv => format!("{of}, högst i {highest} ({high_text}) och lägst i {lowest} ({low_text})"),
        Locale::En => format!("{of}, highest in {highest} ({high_text}) and lowest in {lowest} ({low_text})"),
    })
}

/// The county's value, or why there is none, and the nation's where there is one.
fn frame(facts: &AreaFacts<'_>, locale: Locale) -> Option<String> {
    let w = words(locale);
    let value = |name: &str, value: Finite| format!("{name} {}", facts.measure.short(value.get(), locale));
    let own = lower(w.county);
    let county = facts.county.map(|cell| match cell {
        Ok(here) => value(&own, here),
        Err(reason) => format!("{own}: {} ({})", w.no_value, (w.missing)(reason)),
    });
    let nation = facts.nation.and_then(Result::ok).map(|here| value(nation(locale), here));
    let parts: Vec<String> = [county, nation].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| capitalise(&parts.join(", ")))
}

/// The areas without a value, named by reason; in lower case and without a full stop.
fn missing(facts: &AreaFacts<'_>, locale: Locale) -> Option<String> {
    let w = words(locale);
    let groups: Vec<(Missing, Vec<&str>)> = Missing::ALL
        .into_iter()
        .map(|reason| {
            let names =
                facts.areas.iter().filter(|(_, cell)| *cell == Err(reason)).map(|(name, _)| name.as_str());
            (reason, names.collect::<Vec<_>>())
        })
        .filter(|(_, names)| !names.is_empty())
        .collect();
    let parts: Vec<String> = groups
        .iter()
        .map(|(reason, names)| {
            let who = if names.len() == facts.areas.len() && names.len() > 1 {
                every(names.len(), locale)
            } else if names.len() > MOST_NAMES {
                municipalities(names.len(), locale)
            } else {
                list(locale, names)
            };
            let for_whom = match locale {
                Locale::Sv => format!("för {who}"),
                Locale::En => format!("for {who}"),
            };
            format!("{for_whom} ({})", (w.missing)(*reason))
        })
        .collect();
    let joint = match locale {
        Locale::Sv => " samt ",
        Locale::En => ", or ",
    };
    let (last, before) = parts.split_last()?;
    let told = if before.is_empty() { last.clone() } else { format!("{}{joint}{last}", before.join(", ")) };
    Some(format!("{} {told}", w.no_value))
}

/// “tolv kommuner”, “one municipality”.
fn municipalities(count: usize, locale: Locale) -> String {
    areas_counted(locale, Level::Municipality, count)
}

/// “alla tolv kommuner”, “båda kommunerna”.
fn every(count: usize, locale: Locale) -> String {
    match (locale, count) {
        (Locale::Sv, 2) => "båda kommunerna".to_owned(),
        (Locale::En, 2) => "both municipalities".to_owned(),
        (Locale::Sv, _) => format!("alla {}", municipalities(count, locale)),
        (Locale::En, _) => format!("all {}", municipalities(count, locale)),
    }
}

/// The nation inside a sentence.
fn nation(locale: Locale) -> &'static str {
    match locale {
        Locale::Sv => "riket",
        Locale::En => "Sweden",
    }
}

#[cfg(test)]
mod tests;
