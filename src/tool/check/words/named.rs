//! The names and numbers of a finding, written in a language.

use crate::base::locale::{Locale, number};
use crate::base::period::Period;
use crate::base::text::Text;
use crate::base::{
    id::{AreaId, IndicatorId},
    unit::UnitKind,
};
use crate::model::{Dataset, Missing};
use crate::tool::check::cells::decimals;
use crate::tool::check::finding::Finding;
use crate::view::spec::{difference, format};
use crate::view::words::{people, period_short, words};

/// A finding with what names it.
pub struct Named<'a> {
    /// The bundle.
    pub data: &'a Dataset,
    /// The finding.
    pub finding: &'a Finding,
    /// The language.
    pub locale: Locale,
}

impl Named<'_> {
    /// A value with its unit, as the indicator shows it.
    pub fn value(&self, value: f64) -> String {
        self.written(value, None)
    }

    /// A value with all the decimals it has, up to four.
    pub fn exact(&self, value: f64) -> String {
        self.written(value, Some(decimals(value).min(4)))
    }

    fn written(&self, value: f64, decimals: Option<u8>) -> String {
        let Some(id) = self.finding.indicator else {
            return number(self.locale, value, decimals.unwrap_or(1));
        };
        let mut format = format(self.data.indicator(id), self.locale);
        format.decimals = decimals.unwrap_or(format.decimals).max(format.decimals);
        format.value(value, self.locale)
    }

    /// A difference with its unit and sign.
    pub fn difference(&self, value: f64) -> String {
        match self.finding.indicator {
            Some(id) => difference(self.data.indicator(id), value, self.locale),
            None => number(self.locale, value, 1),
        }
    }

    /// Whether the indicator is a total.
    pub fn is_amount(&self) -> bool {
        self.finding.indicator.is_some_and(|id| self.data.indicator(id).unit.kind == UnitKind::Amount)
    }

    /// A count.
    pub fn count(&self, count: usize) -> String {
        number(self.locale, count as f64, 0)
    }

    /// A plain number.
    pub fn score(&self, score: f64) -> String {
        number(self.locale, score, 1)
    }

    /// A period.
    pub fn period(&self, period: Period) -> String {
        period_short(self.locale, period)
    }

    /// First and last period: “2010–2012”.
    pub fn span(&self, (first, last): (Period, Period)) -> String {
        let (from, until) = (self.period(first), self.period(last));
        if first == last { from } else { format!("{from}–{until}") }
    }

    /// A text of the bundle.
    pub fn text<'a>(&self, text: &'a Text) -> &'a str {
        text.get(self.locale)
    }

    /// An indicator's name.
    pub fn title(&self, id: IndicatorId) -> &str {
        self.data.indicator(id).title.get(self.locale)
    }

    /// An area's name.
    pub fn area(&self, id: AreaId) -> &str {
        self.data.regions().get(id).name.get(self.locale)
    }

    /// Areas with their codes: “Almvik (9801), Björkåsa (9802) and Åsmo (9806)”; of many, the first
    /// and how many there are.
    pub fn areas(&self, ids: &[AreaId], and: &str) -> String {
        /// How many are named.
        const NAMED: usize = 6;
        let name = |id: &AreaId| format!("{} ({})", self.area(*id), self.data.regions().get(*id).code);
        let mut names: Vec<String> = ids.iter().take(NAMED).map(name).collect();
        if let more @ 1.. = ids.len() - names.len() {
            names.push(self.count(more));
        }
        match names.as_slice() {
            [before @ .., last] if !before.is_empty() => format!("{} {and} {last}", before.join(", ")),
            _ => names.concat(),
        }
    }

    /// A reason that says more than that there is no value.
    pub fn reason(&self, reason: Missing) -> Option<&'static str> {
        (reason != Missing::NotAvailable).then(|| (words(self.locale).missing)(reason))
    }

    /// Area, people and period of the finding, as far as it has them: “Laxå, women, 2011”.
    pub fn place(&self) -> String {
        let area = self.finding.area.map(|id| self.area(id).to_owned());
        let people = people(self.locale, self.finding.group).map(str::to_owned);
        let period = self.finding.period.map(|period| self.period(period));
        [area, people, period].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}
