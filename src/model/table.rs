//! One indicator's values by region × period × group.

use crate::base::{id::AreaId, num::Finite, period::Period};

use super::{Missing, indicator::Margin};

/// Sex of the people measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    /// Both.
    #[default]
    Total,
    /// Women.
    Women,
    /// Men.
    Men,
}

/// Where the people measured were born.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// All.
    #[default]
    Total,
    /// Born in Sweden.
    Domestic,
    /// Born abroad.
    Foreign,
}

/// Whom a value is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Group {
    /// Sex.
    pub sex: Sex,
    /// Origin.
    pub origin: Origin,
}

/// Something to know about a value that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// May still change.
    Preliminary,
    /// Has changed since first published.
    Revised,
    /// Not measured but estimated by the source.
    Estimated,
    /// Few observations.
    Uncertain,
}

impl Flag {
    /// The flag with this code in a bundle's `status`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "preliminary" => Some(Self::Preliminary),
            "revised" => Some(Self::Revised),
            "estimated" => Some(Self::Estimated),
            "uncertain" => Some(Self::Uncertain),
            _ => None,
        }
    }
}

/// A value, or why there is none.
pub type Cell = Result<Finite, Missing>;

/// Values of one indicator. Periods ascend; every lookup outside the table is `NotAvailable`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    rows: Vec<Option<usize>>,
    periods: Vec<Period>,
    groups: Vec<Group>,
    cells: Vec<Cell>,
    flags: Vec<(usize, Flag)>,
    margin: Option<Margin>,
    window: u32,
}

impl Table {
    /// `rows`: for each area id its row, `None` where the area is not in the table.
    /// `cells`: row-major row × period × group. `flags`: by cell index, ascending.
    /// `None` when the lengths do not fit.
    pub fn new(
        rows: Vec<Option<usize>>,
        periods: Vec<Period>,
        groups: Vec<Group>,
        cells: Vec<Cell>,
        flags: Vec<(usize, Flag)>,
    ) -> Option<Self> {
        let height = rows.iter().flatten().count();
        let fits = cells.len() == height * periods.len() * groups.len()
            && rows.iter().flatten().all(|&r| r < height)
            && periods.is_sorted_by(|a, b| a < b);
        fits.then_some(Self { rows, periods, groups, cells, flags, margin: None, window: 0 })
    }

    /// The same values with how far they may lie from what they stand for, and how many years each covers.
    #[must_use]
    pub fn known_by(self, margin: Option<Margin>, window: u32) -> Self {
        Self { margin, window, ..self }
    }

    /// Whether values of these periods, in their order, share no year: always, but for means over years.
    pub fn is_apart(&self, earlier: Period, later: Period) -> bool {
        later.position() - earlier.position() >= f64::from(self.window)
    }

    /// Periods of the table, ascending; a period is here when any cell of it has a value.
    pub fn periods(&self) -> &[Period] {
        &self.periods
    }

    /// Groups of the table.
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Whether women and men are told apart (at this origin).
    pub fn has_sexes(&self, origin: Origin) -> bool {
        [Sex::Women, Sex::Men].into_iter().all(|sex| self.groups.contains(&Group { sex, origin }))
    }

    /// Origins that are told apart, beyond the total (at this sex).
    pub fn origins(&self, sex: Sex) -> Vec<Origin> {
        [Origin::Domestic, Origin::Foreign]
            .into_iter()
            .filter(|&origin| self.groups.contains(&Group { sex, origin }))
            .collect()
    }

    /// The group shown first: everybody where that is published, else the first there is.
    pub fn default_group(&self) -> Group {
        let total = Group::default();
        if self.groups.contains(&total) { total } else { self.groups.first().copied().unwrap_or_default() }
    }

    /// The value of an area in a period for a group.
    pub fn get(&self, area: AreaId, period: Period, group: Group) -> Cell {
        self.index(area, period, group)
            .and_then(|at| self.cells.get(at).copied())
            .unwrap_or(Err(Missing::NotAvailable))
    }

    /// How far the value may lie from what it stands for; `None` where that is not known.
    pub fn margin(&self, area: AreaId, period: Period, group: Group) -> Option<f64> {
        self.margin.as_ref()?.of(area, period, group)
    }

    /// The margins of these areas, in their order.
    pub fn margins(&self, areas: &[AreaId], period: Period, group: Group) -> Vec<Option<f64>> {
        areas.iter().map(|&a| self.margin(a, period, group)).collect()
    }

    /// The flag on a value, if any.
    pub fn flag(&self, area: AreaId, period: Period, group: Group) -> Option<Flag> {
        let at = self.index(area, period, group)?;
        let found = self.flags.binary_search_by_key(&at, |f| f.0).ok()?;
        self.flags.get(found).map(|f| f.1)
    }

    /// The area's series: one cell per period of the table.
    pub fn series(&self, area: AreaId, group: Group) -> Vec<Cell> {
        self.periods.iter().map(|&p| self.get(area, p, group)).collect()
    }

    /// One period's cells for these areas.
    pub fn slice(&self, areas: &[AreaId], period: Period, group: Group) -> Vec<Cell> {
        areas.iter().map(|&a| self.get(a, period, group)).collect()
    }

    /// The latest period in which at least one of these areas has a value for the group.
    pub fn latest(&self, areas: &[AreaId], group: Group) -> Option<Period> {
        self.periods.iter().rev().copied().find(|&p| areas.iter().any(|&a| self.get(a, p, group).is_ok()))
    }

    /// Periods in which at least one of these areas has a value for the group, ascending.
    pub fn periods_with(&self, areas: &[AreaId], group: Group) -> Vec<Period> {
        self.periods
            .iter()
            .copied()
            .filter(|&p| areas.iter().any(|&a| self.get(a, p, group).is_ok()))
            .collect()
    }

    fn index(&self, area: AreaId, period: Period, group: Group) -> Option<usize> {
        let row = (*self.rows.get(area.index())?)?;
        let p = self.periods.binary_search(&period).ok()?;
        let g = self.groups.iter().position(|&have| have == group)?;
        Some((row * self.periods.len() + p) * self.groups.len() + g)
    }
}
