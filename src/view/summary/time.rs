//! The text beside a line chart: what happened in the county, the nation and the municipalities.

use crate::{
    analysis::{
        change::{Change, Movement},
        finding::Finding,
    },
    base::{
        locale::{Locale, capitalise, count_word, list, stopped},
        period::Period,
    },
    view::words::{at_period, period_name, period_short, uncertainty::uncertainty},
};

use super::{Measure, named};

/// What is shown over time.
#[derive(Clone, Copy, Debug)]
pub struct TimeFacts<'a> {
    /// The indicator's name.
    pub title: &'a str,
    /// Whom the values are about, where that is to be said.
    pub whom: Option<&'a str>,
    /// How values are written.
    pub measure: Measure<'a>,
    /// The facts about the municipalities.
    pub finding: &'a Finding,
    /// The county's change within its latest unbroken run.
    pub county: Option<Change>,
    /// The nation's.
    pub nation: Option<Change>,
    /// The first period of the latest unbroken series, where there was one before it.
    pub series_break: Option<Period>,
}

/// A line chart in words.
pub fn time_summary(facts: &TimeFacts<'_>, locale: Locale) -> String {
    let head = named(facts.title, facts.whom);
    let (county, nation) = match locale {
        Locale::Sv => ("i länet", "i riket"),
        Locale::En => ("in the county", "in Sweden"),
    };
    let told: Vec<String> = [
        facts.county.map(|c| changed(county, c, facts.measure, locale)),
        facts.nation.map(|c| changed(nation, c, facts.measure, locale)),
        municipalities(facts.finding, locale),
    ]
    .into_iter()
    .flatten()
    .collect();
    if told.is_empty() {
        return match locale {
            Locale::Sv => {
                format!("{head}. Det finns för få jämförbara värden för att beskriva en förändring.")
            }
            Locale::En => format!("{head}. There are too few comparable values to describe a change."),
        };
    }
    let series_break = facts.series_break.map(|p| match locale {
        Locale::Sv => {
            format!("Tidsserien bryts {}; värden före och efter kan inte jämföras.", at_period(locale, p))
        }
        Locale::En => {
            format!("The series breaks {}; values before and after cannot be compared.", at_period(locale, p))
        }
    });
    let sentences: Vec<String> =
        told.iter().map(|text| stopped(&capitalise(text))).chain(series_break).collect();
    format!("{head}. {}", sentences.join(" "))
}

/// One area's change, without a full stop.
fn changed(place: &str, change: Change, measure: Measure<'_>, locale: Locale) -> String {
    let value = |v| measure.short(v, locale);
    let first = format!("{} ({})", value(change.first), period_short(locale, change.from));
    let last = format!("{} ({})", value(change.last), period_short(locale, change.to));
    let since = period_name(locale, change.from);
    match (locale, change.movement) {
        (Locale::Sv, Movement::Rose) => format!("{place} ökade värdet från {first} till {last}"),
        (Locale::Sv, Movement::Fell) => format!("{place} minskade värdet från {first} till {last}"),
        (_, Movement::Unchanged) if change.is_within() => {
            let (was, unchanged) = (was(locale), (uncertainty(locale).unchanged_since)(&since));
            format!("{place} {was} {last}, {unchanged}")
        }
        (Locale::Sv, Movement::Unchanged) => format!("{place} var värdet {last}, oförändrat sedan {since}"),
        (Locale::En, Movement::Rose) => format!("{place} the value rose from {first} to {last}"),
        (Locale::En, Movement::Fell) => format!("{place} the value fell from {first} to {last}"),
        (Locale::En, Movement::Unchanged) => format!("{place} the value was {last}, unchanged since {since}"),
    }
}

fn was(locale: Locale) -> &'static str {
    match locale {
        Locale::Sv => "var värdet",
        Locale::En => "the value was",
    }
}

/// How many municipalities rose and fell; `None` when none can be compared. Two sentences where
/// some cannot, the last without its full stop.
fn municipalities(found: &Finding, locale: Locale) -> Option<String> {
    let (from, to) = (period_name(locale, found.from?), period_name(locale, found.to?));
    let counts =
        [(Movement::Rose, found.rose), (Movement::Fell, found.fell), (Movement::Unchanged, found.unchanged)];
    let counts: Vec<(Movement, usize)> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
    let ((movement, count), rest) = counts.split_first()?;
    let still = match (found.within, locale) {
        (true, _) => uncertainty(locale).unchanged,
        (false, Locale::Sv) => "oförändrat",
        (false, Locale::En) => "unchanged",
    };
    let mut parts = vec![first(*movement, *count, found.of, still, locale)];
    parts.extend(rest.iter().map(|(movement, count)| {
        let count = count_word(locale, *count);
        match (locale, movement) {
            (Locale::Sv, Movement::Rose) => format!("ökade i {count}"),
            (Locale::Sv, Movement::Fell) => format!("minskade i {count}"),
            (Locale::Sv, Movement::Unchanged) => format!("var {still} i {count}"),
            (Locale::En, Movement::Rose) => format!("rose in {count}"),
            (Locale::En, Movement::Fell) => format!("fell in {count}"),
            (Locale::En, Movement::Unchanged) => format!("was {still} in {count}"),
        }
    }));
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let moved = list(locale, &parts);
    let without = match found.missing {
        0 => String::new(),
        count => format!(". {}", not_compared(count, locale)),
    };
    Some(match locale {
        Locale::Sv => format!("mellan {from} och {to} {moved}{without}"),
        Locale::En => format!("between {from} and {to} {moved}{without}"),
    })
}

/// The first of the counted movements, which carries the noun.
fn first(movement: Movement, count: usize, of: usize, still: &str, locale: Locale) -> String {
    let word = count_word(locale, count);
    let who = match (locale, count) {
        (Locale::Sv, 1) => "en kommun".to_owned(),
        (Locale::Sv, 2) if of == 2 => "båda kommunerna".to_owned(),
        (Locale::Sv, _) if of == count => format!("alla {word} kommuner"),
        (Locale::Sv, _) => format!("{word} kommuner"),
        (Locale::En, 1) => "one municipality".to_owned(),
        (Locale::En, 2) if of == 2 => "both municipalities".to_owned(),
        (Locale::En, _) if of == count => format!("all {word} municipalities"),
        (Locale::En, _) => format!("{word} municipalities"),
    };
    match (locale, movement) {
        (Locale::Sv, Movement::Rose) => format!("ökade värdet i {who}"),
        (Locale::Sv, Movement::Fell) => format!("minskade värdet i {who}"),
        (Locale::Sv, Movement::Unchanged) => format!("var värdet {still} i {who}"),
        (Locale::En, Movement::Rose) => format!("the value rose in {who}"),
        (Locale::En, Movement::Fell) => format!("the value fell in {who}"),
        (Locale::En, Movement::Unchanged) => format!("the value was {still} in {who}"),
    }
}

fn not_compared(count: usize, locale: Locale) -> String {
    let word = capitalise(&count_word(locale, count));
    match (locale, count) {
        (Locale::Sv, 1) => format!("{word} kommun kan inte jämföras"),
        (Locale::Sv, _) => format!("{word} kommuner kan inte jämföras"),
        (Locale::En, 1) => format!("{word} municipality cannot be compared"),
        (Locale::En, _) => format!("{word} municipalities cannot be compared"),
    }
}

#[cfg(test)]
mod tests;
