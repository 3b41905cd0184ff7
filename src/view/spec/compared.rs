//! One indicator compared between the county's municipalities: in which period, with what, how far
//! each lies from it.

use crate::analysis::{shown, spread, uncertainty::is_within};
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::{Locale, number},
    num::Finite,
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Dataset, Direction, Group, Missing};
use crate::view::chart::matrix::Shade;

/// Fewest areas with a value that say how far apart areas lie.
const FEWEST: usize = 3;

/// For the county's value the comparison may be this much older, years.
const WAIT: i16 = 2;

/// From here on values are written in thousands.
const MANY: f64 = 10_000.0;

/// The limits between steps, in standard deviations.
const LIMITS: [f64; 3] = [0.5, 1.0, 2.0];

/// One indicator's latest values against the county's.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Compared {
    pub(super) period: Period,
    /// Whether there are later values, of the county or of a few municipalities.
    pub(super) old: bool,
    /// Whether values are totals divided by thousands of inhabitants.
    pub(super) per_thousand: bool,
    /// Decimals shown.
    pub(super) decimals: u8,
    /// What they are compared with: the county, or where it has no value, the municipalities' median.
    pub(super) reference: f64,
    /// Whether that is the median.
    pub(super) median: bool,
    /// One per municipality.
    pub(super) cells: Vec<Cell>,
    /// Their margins.
    pub(super) margins: Vec<Option<f64>>,
    /// The reference's margin.
    margin: Option<f64>,
    /// The nation.
    pub(super) nation: Cell,
    /// Population standard deviation between them.
    pub(super) sd: f64,
}

/// Why an indicator cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    OnlyCounty,
    Few,
    Size,
}

/// The latest period in which at least two thirds as many municipalities as ever have a value, and
/// the county; where the county has none in such a period of the last [`WAIT`] years, that without it.
pub(super) fn compare(data: &Dataset, id: IndicatorId) -> Option<Result<Compared, Unfit>> {
    let table = data.table(id)?;
    let regions = data.regions();
    let (members, county) = (regions.members(), regions.county());
    let indicator = data.indicator(id);
    let group = table.default_group();
    let per_thousand = indicator.unit.kind == UnitKind::Amount;
    if per_thousand && data.weights() == Some(id) {
        return Some(Err(Unfit::Size));
    }
    let held = |p: Period| members.iter().filter(|&&a| table.get(a, p, group).is_ok()).count();
    let most = table.periods().iter().map(|&p| held(p)).max().unwrap_or(0);
    if most < FEWEST {
        return Some(Err(if most == 0 { Unfit::OnlyCounty } else { Unfit::Few }));
    }
    let population = data.weights().and_then(|w| data.table(w));
    let people = |area: AreaId, p: Period| -> Cell {
        population.map_or(Err(Missing::NotAvailable), |t| t.get(area, p, Group::default()))
    };
    let value = |area: AreaId, p: Period| -> Cell {
        let v = table.get(area, p, group)?;
        if !per_thousand {
            return Ok(v);
        }
        Finite::new(v.get() / people(area, p)?.get() * 1000.0).ok_or(Missing::NotAvailable)
    };
    // In the unit that is compared.
    let margin = |area: AreaId, p: Period| {
        let margin = table.margin(area, p, group)?;
        if !per_thousand {
            return Some(margin);
        }
        people(area, p).ok().map(|people| margin / people.get() * 1000.0).filter(|m| m.is_finite())
    };
    let comparable = |&period: &Period| {
        let cells: Vec<Cell> = members.iter().map(|&a| value(a, period)).collect();
        let found = spread::spread(&cells).filter(|s| held(period) * 3 >= most * 2 && s.n >= FEWEST)?;
        Some((period, cells, found, value(county, period)))
    };
    let mut all = table.periods().iter().rev().filter_map(comparable);
    // Totals without a number of inhabitants to divide by.
    let Some(latest) = all.next() else { return Some(Err(Unfit::Size)) };
    let since = latest.0.year() - WAIT;
    let with_county = match latest.3 {
        Ok(_) => None,
        Err(_) => all.take_while(|(p, ..)| p.year() >= since).find(|(.., own)| own.is_ok()),
    };
    let (period, cells, found, own) = with_county.unwrap_or(latest);
    let [_, middle, _] = found.quartiles;
    let reference = own.map_or(middle, |v| v.get());
    let decimals = if per_thousand { decimals_for(reference) } else { indicator.decimals };
    let newest = members.iter().chain([&county]).filter_map(|&a| table.latest(&[a], group)).max();
    Some(Ok(Compared {
        period,
        old: newest > Some(period),
        per_thousand,
        decimals,
        reference,
        median: own.is_err(),
        cells,
        margins: members.iter().map(|&a| margin(a, period)).collect(),
        margin: margin(county, period),
        nation: regions.nation().map_or(Err(Missing::NotAvailable), |n| value(n, period)),
        sd: found.sd,
    }))
}

/// Three digits that count.
pub(super) fn decimals_for(value: f64) -> u8 {
    match value.abs() {
        v if v >= 100.0 => 0,
        v if v >= 10.0 => 1,
        v if v >= 1.0 => 2,
        _ => 3,
    }
}

impl Compared {
    /// Whether the area's difference to the county may be none.
    pub(super) fn is_within(&self, at: usize, value: f64) -> bool {
        is_within(value - self.reference, self.margins.get(at).copied().flatten(), self.margin)
    }

    /// How many standard deviations the area lies above the county; values shown alike, or apart by no
    /// more than their margins, lie 0 apart.
    pub(super) fn distance(&self, at: usize) -> Result<f64, Missing> {
        let value = self.cells.get(at).copied().unwrap_or(Err(Missing::NotAvailable))?.get();
        let alike = shown::steps(value, self.decimals) == shown::steps(self.reference, self.decimals);
        Ok(if alike || self.sd <= 0.0 || self.is_within(at, value) {
            0.0
        } else {
            (value - self.reference) / self.sd
        })
    }

    /// The same in the wanted direction, or upwards where none is wanted.
    pub(super) fn wanted(&self, at: usize, direction: Direction) -> Result<f64, Missing> {
        let z = self.distance(at)?;
        Ok(if direction == Direction::Down { -z } else { z })
    }

    /// The shade of its cell.
    pub(super) fn shade(&self, at: usize, direction: Direction) -> Shade {
        match self.wanted(at, direction) {
            Err(reason) => Shade::Missing(reason),
            Ok(z) if direction == Direction::None => Shade::Plain(step(z)),
            Ok(z) => Shade::Judged(step(z)),
        }
    }

    /// Whether its values are written in thousands: six digits do not fit where a row of twelve stands.
    pub(super) fn in_thousands(&self) -> bool {
        self.reference.abs() >= MANY
    }

    /// Its value, written without a unit.
    pub(super) fn value(&self, at: usize, locale: Locale) -> String {
        let cell = self.cells.get(at).copied().unwrap_or(Err(Missing::NotAvailable));
        let written = |v: Finite| match v.get() / 1000.0 {
            v if self.in_thousands() => number(locale, v, decimals_for(self.reference / 1000.0)),
            _ => number(locale, v.get(), self.decimals),
        };
        cell.map(written).unwrap_or_default()
    }
}

/// Steps from the county, −3 to 3.
pub(super) fn step(z: f64) -> i8 {
    let steps = LIMITS.iter().filter(|limit| z.abs() >= **limit).count() as i8;
    if z < 0.0 { -steps } else { steps }
}

/// The period an indicator is compared in; `None` where it is not.
pub fn period(data: &Dataset, id: IndicatorId) -> Option<Period> {
    Some(compare(data, id)?.ok()?.period)
}
