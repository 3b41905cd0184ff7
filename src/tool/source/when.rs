//! When figures are about, as tables write it: periods, dates, school years, and preliminary ones of
//! each; in a head also with a sex beside it.

use crate::base::period::Period;
use crate::tool::catalogue_source::{Dates, SchoolYear};
use crate::tool::source::found::SEXES;
use crate::tool::source::table::{Cell, Reading, word};

/// A period and what is said of its figures, one of [`crate::bundle::cells::FLAGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct When {
    pub(super) period: Period,
    pub(super) flag: Option<&'static str>,
}

/// What offices write behind a period whose figures are preliminary.
const PRELIMINARY: [&str; 6] = ["*", "p", "prel", "preliminär", "preliminärt", "preliminary"];

/// What a cell says; what is the matter and what to do if it says no period.
///
/// # Errors
/// A text that is no period, a date or school year without a meaning.
pub(super) fn period_of(cell: &Cell, reading: &Reading<'_>) -> Result<When, (String, String)> {
    let text = match (cell, reading.dates) {
        (Cell::Date(year, ..), Some(Dates::Year)) => format!("{year:04}"),
        (Cell::Date(year, month, _), Some(Dates::Quarter)) => {
            format!("{year:04}K{}", month.saturating_sub(1) / 3 + 1)
        }
        (Cell::Date(year, month, _), Some(Dates::Month)) => format!("{year:04}M{month:02}"),
        (Cell::Date(..), None) => {
            let hint = "say what dates stand for: dates = \"year\", \"quarter\" or \"month\"";
            return Err((format!("{} is a date, not a period", cell.text()), hint.to_owned()));
        }
        _ => cell.text(),
    };
    let (bare, flag) = unmarked(&text);
    let period = match (school_year(bare), reading.school_year) {
        (Some((start, _)), Some(SchoolYear::Start)) => Period::year_of(start),
        (Some((_, end)), Some(SchoolYear::End)) => Period::year_of(end),
        (Some(_), None) => {
            let hint = "say by which of its years it is kept: school_year = \"end\" or \"start\"";
            return Err((format!("“{bare}” is a school year, not a period"), hint.to_owned()));
        }
        (None, _) => bare.parse::<Period>().map_err(|e| (e.to_string(), String::new()))?,
    };
    Ok(When { period, flag })
}

/// What a head says that holds a period and, before or after it, a sex: `Kvinnor 2020`.
pub(super) fn with_sex(head: &str, reading: &Reading<'_>) -> Option<(When, &'static str)> {
    let said = |part: &str| part.trim_matches(|c: char| c.is_whitespace() || c == ',').to_owned();
    let read = |when: &str, sex: &str| {
        let when = period_of(&Cell::Text(said(when)), reading).ok()?;
        Some((when, word(&said(sex), reading.sexes, &SEXES).ok()?))
    };
    head.match_indices(char::is_whitespace).find_map(|(at, _)| {
        let (left, right) = head.split_at(at);
        read(left, right).or_else(|| read(right, left))
    })
}

/// A period without the mark that its figures are preliminary: `2022 (prel.)`. Every period ends
/// with a digit.
fn unmarked(text: &str) -> (&str, Option<&'static str>) {
    let bare = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let behind = text.get(bare.len()..).unwrap_or_default();
    let mark = behind.trim_matches(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '.'));
    let is_preliminary = PRELIMINARY.contains(&&*mark.to_lowercase());
    if is_preliminary { (bare, Some("preliminary")) } else { (text, None) }
}

/// The years of `2021/22` or `2021/2022`.
fn school_year(text: &str) -> Option<(i16, i16)> {
    let (start, end) = text.split_once('/')?;
    let year = start.parse::<Period>().ok().filter(|_| start.len() == 4)?.year();
    let next = year.checked_add(1)?;
    let written = format!("{next:04}");
    (end == written || Some(end) == written.get(2..)).then_some((year, next))
}
