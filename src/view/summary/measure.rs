//! Values with their unit.

use crate::base::parted::parted;
use crate::{
    analysis::shown,
    base::{
        locale::{Locale, capitalise, number},
        unit::{Unit, UnitKind},
    },
    model::Indicator,
};

/// Of whom, and in which unit unless that says it already: “Invånare 25–64 år, procent”,
/// “Ton koldioxidekvivalenter per år”.
pub fn of_whom(indicator: &Indicator, locale: Locale) -> String {
    let (base, unit) = (indicator.base.get(locale), indicator.unit.label.get(locale));
    if base.is_empty() {
        capitalise(unit)
    } else if parted(base, unit).is_some() {
        capitalise(base)
    } else {
        format!("{}, {unit}", capitalise(base))
    }
}

/// How an indicator's values are written.
#[derive(Clone, Copy, Debug)]
pub struct Measure<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// Decimals shown.
    pub decimals: u8,
}

impl Measure<'_> {
    /// As beside a picture: “34,1 %”, “3,2 ton”.
    pub fn short(&self, value: f64, locale: Locale) -> String {
        let written = number(locale, value, self.decimals);
        match (self.unit.kind, locale) {
            (UnitKind::Percent, Locale::Sv) => format!("{written}\u{a0}%"),
            (UnitKind::Percent, Locale::En) => format!("{written}%"),
            (UnitKind::Number | UnitKind::Money | UnitKind::Amount, _) => self.with_unit(written, locale),
        }
    }

    /// As in a sentence: “34,1 procent”, “3,2 ton”.
    pub fn spoken(&self, value: f64, locale: Locale) -> String {
        self.with_unit(number(locale, value, self.decimals), locale)
    }

    /// The number alone.
    pub fn bare(&self, value: f64, locale: Locale) -> String {
        number(locale, value, self.decimals)
    }

    /// Whether two values are written alike.
    pub fn alike(&self, a: f64, b: f64) -> bool {
        shown::steps(a, self.decimals) == shown::steps(b, self.decimals)
    }

    fn with_unit(&self, written: String, locale: Locale) -> String {
        let unit = match self.unit.kind {
            UnitKind::Percent => self.unit.label.get(locale),
            UnitKind::Number | UnitKind::Money | UnitKind::Amount => self.unit.short.get(locale),
        };
        if unit.is_empty() { written } else { format!("{written}\u{a0}{unit}") }
    }
}
