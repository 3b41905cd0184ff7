//! The differences between the areas in words and as measures: whether they come closer, which area
//! the spread hangs on, how far their order is kept.

use crate::analysis::{
    convergence::{Convergence, Verdict},
    differences::{Differences, differences as compute},
    dispersion::Measure,
    finding::SpreadChange,
    moments::Moment,
    refusal::Measured,
    scope::Scope,
};
use crate::base::{
    locale::{Locale, number},
    period::Period,
};
use crate::model::Level;
use crate::view::words::{
    differences::{Differences as Words, differences as words},
    spread::spread as spread_words,
};

use super::{
    Shown,
    grid::{Grid, GridRow},
    method::{Method, method},
    said,
    table::Entry,
    told::known,
};

/// What is said, and the measures.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// Whole sentences: the verdict first.
    pub sentences: Vec<String>,
    /// The measures, in the first comparable and the shown period.
    pub grid: Grid,
    /// How both come about.
    pub how: Method,
}

/// The differences of one period; `None` where fewer than two municipalities have a value.
pub fn told(shown: &Shown<'_>, period: Period) -> Option<Told> {
    if shown.level() != Level::Municipality {
        return None;
    }
    let scope = Scope::of_members(shown.data.regions(), shown.indicator(), shown.lead(), period);
    let found = compute(shown.table, &scope, &known(shown));
    let now = found.moments.iter().find(|m| m.period == period).filter(|m| m.dispersion.n > 1)?;
    let ends = found.convergence.panel.ends().map(|[(from, _), (to, _)]| (from, to));
    let before = ends.and_then(|(from, _)| found.moments.iter().find(|m| m.period == from));
    let mut moments = vec![now];
    moments.extend(before.filter(|b| b.period != period));
    let population: Vec<_> = shown.data.weights().into_iter().collect();
    let since = ends.map_or(period, |(from, _)| from);
    Some(Told {
        sentences: sentences(shown, &found, ends),
        grid: grid(shown, &moments),
        how: method(shown, words(shown.locale).how, &population, Some((since, period))),
    })
}

fn sentences(shown: &Shown<'_>, found: &Differences, ends: Option<(Period, Period)>) -> Vec<String> {
    let w = words(shown.locale);
    let mut all = Vec::new();
    match (found.convergence.verdict, ends) {
        (Verdict::Judged { course, drift }, Some((from, to))) => {
            let verdict = (w.verdict)(&from.to_string(), &to.to_string(), course, drift);
            let wanted = found.convergence.wanted.map(w.wanted).unwrap_or_default();
            all.push(said::sentences(&[
                verdict,
                wanted.to_owned(),
                relatively(&found.convergence, shown.locale),
            ]));
        }
        (Verdict::CannotJudge(doubt), _) => {
            all.push((spread_words(shown.locale).doubt)(shown.level(), doubt))
        }
        (Verdict::Judged { .. }, None) => {}
    }
    if let Ok(driver) = found.driver {
        let write = |v: f64| said::distance(shown.indicator(), v, shown.locale);
        // A driver that changes nothing one can see is none.
        let with = write(driver.with);
        if with != write(driver.without) {
            // Beside each other, they need their unit once.
            let without = number(shown.locale, driver.without, shown.indicator().decimals);
            all.push(said::sentences(&[(w.driver)(&shown.name(driver.area), &with, &without)]));
        }
    }
    if let (Ok(kept), Some((from, to))) = (found.convergence.gamma.ends, ends) {
        all.push((w.order)(&from.to_string(), &to.to_string(), &number(shown.locale, kept, 2)));
    }
    all
}

/// That the differences have moved the other way relative to the level, where they have.
pub(super) fn relatively(found: &Convergence, locale: Locale) -> String {
    match (found.absolute, found.relative) {
        (SpreadChange::Grown, SpreadChange::Shrunk) => (spread_words(locale).relatively)(false),
        (SpreadChange::Shrunk, SpreadChange::Grown) => (spread_words(locale).relatively)(true),
        _ => "",
    }
    .to_owned()
}

fn grid(shown: &Shown<'_>, moments: &[&Moment]) -> Grid {
    let w = words(shown.locale);
    let mut columns = Vec::new();
    for moment in moments {
        columns.push((w.unweighted)(&moment.period.to_string()));
        columns.push((w.weighted)(&moment.period.to_string()));
    }
    let mut rows = Vec::new();
    for measure in Measure::ALL {
        let mut cells = Vec::new();
        for moment in moments {
            cells.push(entry(shown, w, measure, moment.dispersion.get(measure, false)));
            cells.push(if measure.is_weighable() {
                entry(shown, w, measure, moment.dispersion.get(measure, true))
            } else {
                Entry { text: w.no_weights.to_owned(), missing: true, now: false }
            });
        }
        rows.push(GridRow {
            key: None,
            name: (spread_words(shown.locale).measure)(measure).to_owned(),
            cells,
        });
    }
    Grid { head: w.measure.to_owned(), columns, rows }
}

fn entry(shown: &Shown<'_>, words: &Words, measure: Measure, value: Measured) -> Entry {
    match value {
        Ok(v) => Entry { text: write(shown, measure, v), missing: false, now: false },
        Err(refusal) => Entry { text: (words.refusal)(refusal).to_owned(), missing: true, now: false },
    }
}

fn write(shown: &Shown<'_>, measure: Measure, value: f64) -> String {
    let locale = shown.locale;
    match measure {
        Measure::Range | Measure::Sd | Measure::MeanDeviation => {
            said::distance(shown.indicator(), value, locale)
        }
        Measure::Ratio | Measure::Percentiles => number(locale, value, 2),
        Measure::Cv | Measure::Disparity => percent(value, locale),
        Measure::Gini | Measure::Theil | Measure::Mld => number(locale, value, 3),
    }
}

fn percent(share: f64, locale: Locale) -> String {
    let written = number(locale, share * 100.0, 1);
    match locale {
        Locale::Sv => format!("{written}\u{a0}%"),
        Locale::En => format!("{written}%"),
    }
}
