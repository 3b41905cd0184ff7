//! Series made from series: an index, a share of the whole, an amount per inhabitant.
//!
//! What has no meaning is [`Missing::NotApplicable`]; what is missing keeps its reason.

use crate::{
    base::{num::Finite, period::Period},
    model::{Cell, Missing, indicator::Break},
};

use super::series;

/// The series as an index, 100 in the base period: 100·x/base. Periods on the other side of a
/// break than the base have none, and without a base value above zero no period has.
pub fn index(cells: &[Cell], periods: &[Period], breaks: &[Break], base: Period) -> Vec<Cell> {
    let at = periods.iter().position(|&p| p == base);
    let level = at.and_then(|at| cells.get(at).copied()).unwrap_or(Err(Missing::NotAvailable));
    let start = series::start(breaks, base);
    let mut found = Vec::with_capacity(cells.len());
    for (&cell, &period) in cells.iter().zip(periods) {
        let comparable = series::start(breaks, period) == start;
        found.push(if comparable { ratio(cell, level, 100.0) } else { Err(Missing::NotApplicable) });
    }
    found
}

/// A part in per cent of the whole, such as an area's emissions of the county's. Only of totals,
/// and only when neither is below zero.
pub fn share(part: Cell, whole: Cell) -> Cell {
    match part {
        Ok(part) if part.get() < 0.0 => Err(Missing::NotApplicable),
        part => ratio(part, whole, 100.0),
    }
}

/// An amount per `per` inhabitants (1, 1000, 100,000). The population should be that of the same
/// period; [`super::weigh::weights`] says of which it is.
pub fn per_inhabitant(amount: Cell, population: Cell, per: f64) -> Cell {
    ratio(amount, population, per)
}

/// The reason of the upper before that of the lower; nothing is divided by zero or less.
fn ratio(upper: Cell, lower: Cell, times: f64) -> Cell {
    let (upper, lower) = (upper?.get(), lower?.get());
    if lower <= 0.0 {
        return Err(Missing::NotApplicable);
    }
    Finite::new(upper * times / lower).ok_or(Missing::NotApplicable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::text::Text;

    fn cell(value: f64) -> Cell {
        Finite::new(value).ok_or(Missing::Suppressed)
    }

    #[test]
    fn an_index_stops_at_the_break() {
        let cells = [5.0, 8.0, f64::NAN, 10.0, 30.0].map(cell);
        let years: Vec<Period> = (2000..2005).map(Period::year_of).collect();
        let breaks = [2001, 2004].map(|y| Break { period: Period::year_of(y), text: Text::default() });
        let other = Err(Missing::NotApplicable);
        let found = index(&cells, &years, &breaks, years[1]);
        assert_eq!(found, [other, cell(100.0), Err(Missing::Suppressed), cell(125.0), other]);
        assert_eq!(index(&cells, &years, &[], years[2])[0], Err(Missing::Suppressed));
        assert_eq!(index(&cells, &years, &[], Period::year_of(1999))[0], Err(Missing::NotAvailable));
        assert_eq!(index(&[cell(0.0), cell(1.0)], &years, &[], years[0])[1], other);
    }

    #[test]
    fn shares_and_amounts_per_head() {
        assert_eq!(share(cell(25.0), cell(200.0)), cell(12.5));
        assert_eq!(share(cell(-1.0), cell(200.0)), Err(Missing::NotApplicable));
        assert_eq!(share(cell(1.0), cell(0.0)), Err(Missing::NotApplicable));
        assert_eq!(share(cell(f64::NAN), cell(0.0)), Err(Missing::Suppressed));
        assert_eq!(per_inhabitant(cell(50.0), cell(20_000.0), 1000.0), cell(2.5));
    }
}
