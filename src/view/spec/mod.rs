//! What a page shows of one indicator: which areas, whom, when; and from that each picture's spec.

pub mod change;
pub mod climb;
pub mod compared;
pub mod counting;
pub mod differences;
pub mod facts;
pub mod furthest;
pub mod gaps;
pub mod grid;
pub mod map;
pub mod matrix;
pub mod method;
pub mod multiples;
pub mod ranking;
pub mod ranks;
pub mod row;
pub mod said;
pub mod scatter;
pub mod spine;
pub mod spread;
pub mod table;
pub mod time;
pub mod told;

use crate::analysis::{
    assess::over_time,
    finding::base,
    gap::{Gap, Pair, gap},
    scope::Scope,
    shown,
};
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::{Locale, list},
    num::Finite,
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Dataset, Direction, Group, Indicator, Level, Missing, Sex, Table};

use super::look::{Format, Role};

/// Who is shown: one group, or women and men beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// One group.
    One(Group),
    /// Women and men.
    Both {
        /// Women.
        women: Group,
        /// Men.
        men: Group,
    },
}

impl Reading {
    /// Every group shown, women first.
    pub fn groups(self) -> Vec<Group> {
        match self {
            Self::One(group) => vec![group],
            Self::Both { women, men } => vec![women, men],
        }
    }

    /// The area's value, or with women and men shown their difference, women minus men.
    pub fn cell(self, table: &Table, area: AreaId, period: Period) -> Cell {
        match self {
            Self::One(group) => table.get(area, period, group),
            Self::Both { women, men } => {
                let (w, m) = (table.get(area, period, women)?, table.get(area, period, men)?);
                Finite::new(w.get() - m.get()).ok_or(Missing::NotAvailable)
            }
        }
    }
}

/// One indicator as it is shown now.
#[derive(Clone, Copy)]
pub struct Shown<'a> {
    /// The bundle.
    pub data: &'a Dataset,
    /// Which indicator.
    pub id: IndicatorId,
    /// Its values.
    pub table: &'a Table,
    /// Who is shown.
    pub reading: Reading,
    /// Areas held on to, in the order of their colours.
    pub pinned: &'a [AreaId],
    /// Language.
    pub locale: Locale,
}

impl<'a> Shown<'a> {
    /// What is measured.
    pub fn indicator(&self) -> &'a Indicator {
        self.data.indicator(self.id)
    }

    /// The county's municipalities, or all counties where nothing is published below them.
    pub fn areas(&self) -> &'a [AreaId] {
        areas(self.data, self.table)
    }

    /// The level of [`Self::areas`].
    pub fn level(&self) -> Level {
        if self.areas() == self.data.regions().members() { Level::Municipality } else { Level::County }
    }

    /// Periods in which some shown area, the county or the nation has a value, ascending.
    pub fn periods(&self) -> Vec<Period> {
        let with: Vec<AreaId> = self.areas().iter().copied().chain(self.frame()).collect();
        let mut periods: Vec<Period> =
            self.reading.groups().iter().flat_map(|&g| self.table.periods_with(&with, g)).collect();
        crate::base::order::sort_by(&mut periods, &mut |a, b| a.cmp(b));
        periods.dedup();
        periods
    }

    /// The period asked for, where it exists; else the latest in which most of the areas have a value.
    pub fn period(&self, wanted: Option<Period>) -> Option<Period> {
        let periods = self.periods();
        wanted.filter(|p| periods.contains(p)).or_else(|| latest_full(self, &periods))
    }

    /// The period that `to` is compared with on the whole page, see [`base`].
    pub fn since(&self, to: Period) -> Option<Period> {
        let scope = Scope::of_members(self.data.regions(), self.indicator(), self.lead(), to);
        base(self.table, &Scope { areas: self.areas(), ..scope }, to)
    }

    /// Which way is wanted of the development.
    pub fn wanted_over_time(&self) -> Direction {
        over_time(self.indicator().direction, self.indicator().unit.kind)
    }

    /// County and nation, where the bundle has them.
    pub fn frame(&self) -> Vec<AreaId> {
        let regions = self.data.regions();
        std::iter::once(regions.county()).chain(regions.nation()).collect()
    }

    /// Whether values grow with the size of the area, so that county and nation are no levels to
    /// compare municipalities with.
    pub fn is_amount(&self) -> bool {
        self.indicator().unit.kind == UnitKind::Amount
    }

    /// How strong an area is shown.
    pub fn role(&self, area: AreaId) -> Role {
        let regions = self.data.regions();
        if let Some(at) = self.pinned.iter().position(|&p| p == area) {
            Role::Selected(at)
        } else if area == regions.county() {
            Role::County
        } else if Some(area) == regions.nation() {
            Role::Nation
        } else {
            Role::Other
        }
    }

    /// The group that numbers in words are about: with women and men shown, everybody where that
    /// is published.
    pub fn lead(&self) -> Group {
        match self.reading {
            Reading::One(group) => group,
            Reading::Both { women, .. } => {
                let total = Group { sex: Sex::Total, ..women };
                if self.table.groups().contains(&total) { total } else { women }
            }
        }
    }

    /// The area's name.
    pub fn name(&self, area: AreaId) -> String {
        self.data.regions().get(area).name.get(self.locale).to_owned()
    }

    /// The areas' names as a list for a sentence, where they are few enough to be named.
    fn few(&self, areas: impl Iterator<Item = AreaId>) -> Option<String> {
        /// Most areas named.
        const NAMED: usize = 3;
        let names: Vec<String> = areas.map(|area| self.name(area)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        (names.len() <= NAMED).then(|| list(self.locale, &names))
    }

    /// The areas whose value is written as this one: their names, or where they are many, how many they are.
    fn those(&self, cells: &[Cell], value: f64) -> String {
        let written = |v: f64| shown::steps(v, self.indicator().decimals);
        let alike = |cell: &Cell| cell.is_ok_and(|v| written(v.get()) == written(value));
        let held = || self.areas().iter().zip(cells).filter(|(_, cell)| alike(cell));
        let many = || super::words::areas_counted(self.locale, self.level(), held().count());
        self.few(held().map(|(area, _)| *area)).unwrap_or_else(many)
    }

    /// How values are written.
    pub fn format(&self) -> Format {
        format(self.indicator(), self.locale)
    }

    /// How differences are written in sentences, facts and tips: shares differ by percentage points,
    /// in full.
    pub fn difference(&self, value: f64) -> String {
        said::difference(self.indicator(), value, self.locale)
    }

    /// A difference, said to be smaller than the uncertainty where it is.
    pub fn difference_told(&self, found: &Gap) -> String {
        said::within(self.difference(found.difference), found.is_within(), self.locale)
    }

    /// A difference or a change with its margin, where it has one.
    fn difference_with(&self, value: f64, margin: Option<f64>) -> String {
        difference_with(self.indicator(), value, margin, self.locale)
    }

    /// The same without unit, for columns whose heads have it.
    fn number_with(&self, value: f64, margin: Option<f64>) -> String {
        number_with(self.indicator(), value, margin, self.locale)
    }

    /// Women minus men, where both are shown and have values.
    pub fn gap(&self, area: AreaId, period: Period) -> Option<Gap> {
        match self.reading {
            Reading::One(_) => None,
            Reading::Both { women, .. } => gap(self.table, area, period, Pair::Sexes, women).ok(),
        }
    }
}

/// Most areas that a list holds unasked: all municipalities of every county (the largest has 49), but not
/// all of the country, which nobody reads through and what follows would lie many screens below.
pub const MOST: usize = 60;

/// The first [`MOST`] of these areas, and those held on to wherever they are.
pub fn foremost(shown: &Shown<'_>, mut areas: Vec<AreaId>) -> Vec<AreaId> {
    let later = areas.split_off(areas.len().min(MOST));
    areas.extend(later.iter().filter(|area| shown.pinned.contains(area)));
    areas
}

/// The municipalities where any of them has a value, else the counties.
pub fn areas<'a>(data: &'a Dataset, table: &Table) -> &'a [AreaId] {
    let regions = data.regions();
    let held = |areas: &[AreaId]| table.groups().iter().any(|&g| table.latest(areas, g).is_some());
    if held(regions.members()) || !held(regions.counties()) { regions.members() } else { regions.counties() }
}

/// How an indicator's values are written.
pub fn format(indicator: &Indicator, locale: Locale) -> Format {
    Format {
        decimals: indicator.decimals,
        kind: indicator.unit.kind,
        short: indicator.unit.short.get(locale).to_owned(),
    }
}

/// A signed difference with its unit in short: “+1,2 p.e.”.
pub fn difference(indicator: &Indicator, value: f64, locale: Locale) -> String {
    difference_with(indicator, value, None, locale)
}

/// The same with its margin, where it has one: “+1,2 ± 0,4 p.e.”.
fn difference_with(indicator: &Indicator, value: f64, margin: Option<f64>, locale: Locale) -> String {
    let number = number_with(indicator, value, margin, locale);
    let unit = match indicator.unit.kind {
        UnitKind::Percent => super::words::words(locale).percentage_points_short,
        UnitKind::Number | UnitKind::Money | UnitKind::Amount => indicator.unit.short.get(locale),
    };
    if unit.is_empty() { number } else { format!("{number}\u{a0}{unit}") }
}

fn number_with(indicator: &Indicator, value: f64, margin: Option<f64>, locale: Locale) -> String {
    let number = crate::base::locale::signed(locale, value, indicator.decimals);
    super::look::plus_minus(number, indicator.decimals, margin, locale)
}

/// The latest period in which at least three quarters as many areas have a value as in the fullest one.
fn latest_full(shown: &Shown<'_>, periods: &[Period]) -> Option<Period> {
    let held = |p: Period| {
        shown
            .areas()
            .iter()
            .filter(|&&a| shown.reading.groups().iter().any(|&g| shown.table.get(a, p, g).is_ok()))
            .count()
    };
    let counts: Vec<(Period, usize)> = periods.iter().map(|&p| (p, held(p))).collect();
    let most = counts.iter().map(|c| c.1).max()?;
    counts.iter().rev().find(|c| c.1 * 4 >= most * 3).map(|c| c.0)
}
