//! How a computed number comes about: formula, inputs, source, years.

use crate::base::{
    id::IndicatorId,
    locale::{Locale, list},
    period::Period,
};
use crate::view::words::{method::method as words_of, uncertainty::uncertainty, words};

use super::Shown;

/// The answer to “how is this computed?”; empty parts are left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Method {
    /// The formula in words.
    pub formula: String,
    /// The indicators it is made of.
    pub inputs: String,
    /// Who published them.
    pub source: String,
    /// Of which periods.
    pub years: String,
    /// Who computed it, and what was not.
    pub note: String,
}

impl Method {
    /// How numbers come about that are made of many indicators, which the formula tells of.
    pub fn of_all(formula: &str, locale: Locale) -> Self {
        let note = format!("{}.", words(locale).computed);
        Self { formula: formula.to_owned(), note, ..Self::default() }
    }

    /// The parts with their labels, in reading order.
    pub fn parts(&self, locale: Locale) -> Vec<(&'static str, &str)> {
        let w = words_of(locale);
        let all = [
            (w.formula, &self.formula),
            (w.inputs, &self.inputs),
            (w.source, &self.source),
            (w.years, &self.years),
            (w.note, &self.note),
        ];
        all.into_iter().filter(|(_, text)| !text.is_empty()).map(|(label, text)| (label, &**text)).collect()
    }
}

/// How a number of this indicator comes about, made of it and `others`, from the periods between.
pub fn method(
    shown: &Shown<'_>,
    formula: &str,
    others: &[IndicatorId],
    years: Option<(Period, Period)>,
) -> Method {
    let locale = shown.locale;
    let (mut inputs, mut sources): (Vec<&str>, Vec<String>) = (Vec::new(), Vec::new());
    for &id in std::iter::once(&shown.id).chain(others.iter().filter(|&&o| o != shown.id)) {
        let indicator = shown.data.indicator(id);
        inputs.push(indicator.title.get(locale));
        let from = indicator.source.named(locale);
        if !sources.contains(&from) {
            sources.push(from);
        }
    }
    let years = years.map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") });
    let mut note = format!("{}.", words(locale).computed);
    if !shown.indicator().breaks.is_empty() {
        note.push(' ');
        note.push_str(words_of(locale).breaks);
    }
    if shown.indicator().window > 0 {
        note.push(' ');
        note.push_str(words_of(locale).window);
    }
    if shown.indicator().margin.is_some() {
        note.push(' ');
        note.push_str(uncertainty(locale).how);
    }
    Method {
        formula: formula.to_owned(),
        inputs: list(locale, &inputs),
        source: list(locale, &sources.iter().map(String::as_str).collect::<Vec<_>>()),
        years: years.unwrap_or_default(),
        note,
    }
}

/// All periods of what is shown, from the first to the last.
pub fn whole(shown: &Shown<'_>) -> Option<(Period, Period)> {
    let periods = shown.periods();
    Some((*periods.first()?, *periods.last()?))
}
