//! Where one area stands among the others, one indicator at a time.

use crate::{
    base::{id::AreaId, num::Finite},
    model::{Cell, Missing, Regions, Table},
};

use super::{
    assess::{self, Standing},
    rank::{self, Order, Rank},
    scope::Scope,
    spread,
};

/// An area's place among the scope's areas in the scope's period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// Its value, or why there is none.
    pub value: Cell,
    /// Its rank.
    pub rank: Option<Rank>,
    /// Its quarter from the lowest, 1–4: below the lower quartile, the median, the upper
    /// quartile, or from there on.
    pub quarter: Option<u8>,
    /// Compared with most of the areas.
    pub standing: Option<Standing>,
    /// The county's value.
    pub county: Cell,
    /// The nation's value.
    pub nation: Cell,
    /// Lowest, lower quartile, median, upper quartile, highest of the areas.
    pub summary: Option<[f64; 5]>,
    /// Areas without a value.
    pub missing: usize,
}

/// The position of `area`, ranked from the end that `order` says. An area that is not among
/// the scope's has no rank but all else.
pub fn position(table: &Table, scope: &Scope, area: AreaId, order: Order) -> Position {
    let get = |area| table.get(area, scope.period, scope.group);
    let cells = table.slice(scope.areas, scope.period, scope.group);
    let value = get(area);
    let rank = place(table, scope, scope.areas, area, order);
    let mut sorted: Vec<f64> = cells.iter().flatten().map(|v| v.get()).collect();
    crate::base::order::sort_floats(&mut sorted);
    let summary = five(&sorted);
    let plain = value.ok().map(Finite::get);
    let quarter = plain.zip(summary).map(|(value, [_, lower, median, upper, _])| {
        1 + u8::from(value >= lower) + u8::from(value >= median) + u8::from(value >= upper)
    });
    Position {
        value,
        rank,
        quarter,
        standing: plain.and_then(|value| assess::standing(value, &sorted)),
        county: get(scope.county),
        nation: scope.nation.map_or(Err(Missing::NotAvailable), get),
        summary,
        missing: cells.len() - sorted.len(),
    }
}

/// The rank of an area in three sets, as far as they have values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Among the scope's areas.
    pub scope: Option<Rank>,
    /// Among all counties of the bundle; for a county.
    pub counties: Option<Rank>,
    /// Among all municipalities of the bundle; for a municipality, where the bundle has others
    /// than the followed-up county's.
    pub municipalities: Option<Rank>,
}

/// The ranks of `area` in the scope's period. A rank among all counties or municipalities needs
/// a value for at least three quarters of them: a place among a handful is no place among all.
pub fn places(table: &Table, regions: &Regions, scope: &Scope, area: AreaId, order: Order) -> Places {
    let all = regions.municipalities();
    let more = if all.len() > regions.members().len() { all } else { &[] };
    let most = |areas: &[AreaId]| {
        place(table, scope, areas, area, order).filter(|rank| 4 * rank.of >= 3 * areas.len())
    };
    Places {
        scope: place(table, scope, scope.areas, area, order),
        counties: most(regions.counties()),
        municipalities: most(more),
    }
}

/// The rank of `area` among these areas; `None` when it is not among them or has no value.
fn place(table: &Table, scope: &Scope, areas: &[AreaId], area: AreaId, order: Order) -> Option<Rank> {
    let at = areas.iter().position(|&a| a == area)?;
    let cells = table.slice(areas, scope.period, scope.group);
    *rank::ranks(&cells, order, scope.decimals).get(at)?
}

/// Five-number summary with type 7 quartiles (see [`spread::quantile`]).
fn five(sorted: &[f64]) -> Option<[f64; 5]> {
    let at = |p| spread::quantile(sorted, p);
    Some([at(0.0)?, at(0.25)?, at(0.5)?, at(0.75)?, at(1.0)?])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::period::Period, model::Group};

    #[test]
    fn an_area_stands_among_the_others() {
        let values = [4.0, 1.0, 9.0, 3.0, f64::NAN, 2.0, 5.0];
        let cells = values.map(|v| Finite::new(v).ok_or(Missing::Suppressed));
        let year = Period::year_of(2022);
        let slots = (0..7).map(Some).collect();
        let table = Table::new(slots, vec![year], vec![Group::default()], cells.to_vec(), vec![]).unwrap();
        let ids: Vec<AreaId> = (0..7).filter_map(AreaId::new).collect();
        let scope = Scope {
            areas: &ids[..6],
            county: ids[6],
            nation: None,
            group: Group::default(),
            breaks: &[],
            decimals: 0,
            period: year,
        };
        let found = position(&table, &scope, ids[0], Order::HighFirst);
        assert_eq!(found.rank, Some(Rank { place: 2, of: 5, tied: false, span: None }));
        assert_eq!(found.summary, Some([1.0, 2.0, 3.0, 4.0, 9.0]));
        assert_eq!((found.quarter, found.missing), (Some(4), 1));
        assert_eq!(found.county.map(Finite::get), Ok(5.0));
        assert_eq!(found.nation, Err(Missing::NotAvailable));
        let gone = position(&table, &scope, ids[4], Order::HighFirst);
        assert_eq!((gone.value, gone.rank, gone.quarter), (Err(Missing::Suppressed), None, None));
        assert_eq!(position(&table, &scope, ids[6], Order::HighFirst).rank, None);
    }
}
