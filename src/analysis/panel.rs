//! The same areas over the same periods, so that what changes is the values and not who is in.

use crate::{
    base::{id::AreaId, period::Period},
    model::Table,
};

use super::{
    finding,
    scope::Scope,
    series::{self, Point},
};

/// Values of some areas over some periods, none missing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Panel {
    /// The areas kept: those with a value in the first and the last period.
    pub areas: Vec<AreaId>,
    /// Ascending; those in which every kept area has a value, all since the latest break. Of means over
    /// years none shares a year with another.
    pub periods: Vec<Period>,
    /// One row per period, one value per area.
    pub rows: Vec<Vec<f64>>,
    /// Areas of the scope left out.
    pub missing: usize,
}

impl Panel {
    /// The first and the last period with their rows; `None` for fewer than two.
    pub fn ends(&self) -> Option<[(Period, &[f64]); 2]> {
        let (first, last) = (self.rows.first()?, self.rows.last()?);
        let (from, to) = (*self.periods.first()?, *self.periods.last()?);
        (from < to).then_some([(from, first), (to, last)])
    }

    /// The values of the area at this index of `areas`.
    pub fn series(&self, area: usize) -> Vec<Point> {
        let rows = self.periods.iter().zip(&self.rows);
        rows.filter_map(|(&period, row)| Some(Point::exact(period, *row.get(area)?))).collect()
    }

    /// Years from the first period to the last.
    pub fn years(&self) -> f64 {
        self.ends().map_or(0.0, |[(from, _), (to, _)]| to.position() - from.position())
    }
}

/// The panel that ends at the scope's period and begins where [`finding::finding`] begins: the
/// first period since the latest break in which at least three quarters of the areas have a
/// value and have one at the end as well. Empty when there is none.
pub fn panel(table: &Table, scope: &Scope) -> Panel {
    let to = scope.period;
    let Some(from) = finding::first_period(table, scope, to) else {
        return Panel { missing: scope.areas.len(), ..Panel::default() };
    };
    let has = |area: AreaId, period| table.get(area, period, scope.group).is_ok();
    let mut panel = Panel::default();
    for &area in scope.areas {
        if has(area, from) && has(area, to) {
            panel.areas.push(area);
        }
    }
    panel.missing = scope.areas.len() - panel.areas.len();
    for &period in table.periods().iter().filter(|&&p| from <= p && p <= to) {
        let cells = table.slice(&panel.areas, period, scope.group);
        let row: Vec<f64> = cells.iter().flatten().map(|v| v.get()).collect();
        if row.len() == panel.areas.len() {
            panel.periods.push(period);
            panel.rows.push(row);
        }
    }
    let kept = series::apart(table, panel.periods.iter().copied());
    let mut all = panel.periods.iter();
    panel.rows.retain(|_| all.next().is_some_and(|period| kept.contains(period)));
    panel.periods = kept;
    panel
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{num::Finite, text::Text},
        model::{Group, Missing, indicator::Break},
    };

    #[test]
    fn who_is_in_stays_the_same() {
        let gone = f64::NAN;
        let rows: [[f64; 4]; 5] = [
            [1.0, 2.0, 3.0, 4.0],
            [5.0, 6.0, gone, 8.0],
            [9.0, 1.0, 2.0, 3.0],
            [gone, 5.0, 6.0, 7.0],
            [2.0, 2.0, 2.0, 2.0],
        ];
        let cells = rows.iter().flatten().map(|&v| Finite::new(v).ok_or(Missing::Suppressed)).collect();
        let years: Vec<Period> = (2000..2004).map(Period::year_of).collect();
        let group = Group::default();
        let table = Table::new((0..5).map(Some).collect(), years, vec![group], cells, vec![]).unwrap();
        let ids: Vec<AreaId> = (0..5).filter_map(AreaId::new).collect();
        let breaks = [Break { period: Period::year_of(2002), text: Text::default() }];
        let scope = Scope {
            areas: &ids,
            county: ids[4],
            nation: None,
            group,
            breaks: &[],
            decimals: 0,
            period: Period::year_of(2003),
        };
        let found = panel(&table, &scope);
        assert_eq!((found.areas.len(), found.missing), (4, 1));
        assert_eq!(found.periods.iter().map(|p| p.year()).collect::<Vec<_>>(), [2000, 2001, 2003]);
        assert_eq!(found.rows[1], [2.0, 6.0, 1.0, 2.0]);
        assert_eq!(found.series(1).iter().map(|p| p.value).collect::<Vec<_>>(), [5.0, 6.0, 8.0]);
        assert_eq!(found.years(), 3.0);
        let means = panel(&table.clone().known_by(None, 2), &scope);
        assert_eq!(
            means.periods.iter().map(|p| p.year()).collect::<Vec<_>>(),
            [2000, 2003],
            "both ends stay"
        );
        assert_eq!(means.rows[1], [4.0, 8.0, 3.0, 2.0]);
        let found = panel(&table, &Scope { breaks: &breaks, ..scope });
        assert_eq!(found.periods.first(), Some(&Period::year_of(2002)), "nothing crosses the break");
        let empty = panel(&table, &Scope { period: Period::year_of(2000), ..scope });
        assert_eq!((empty.missing, empty.ends()), (5, None));
    }
}
