//! Places: who comes first, second, and who shares a place.

use crate::model::{Cell, Direction};

use super::shown;

/// Which end is place one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// The highest value.
    #[default]
    HighFirst,
    /// The lowest value.
    LowFirst,
}

impl Order {
    /// The wanted end first; without a direction the highest.
    pub fn of(wanted: Direction) -> Self {
        match wanted {
            Direction::Down => Self::LowFirst,
            Direction::Up | Direction::None => Self::HighFirst,
        }
    }
}

/// A place among those that have a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Rank {
    /// From one.
    pub place: usize,
    /// How many have a value.
    pub of: usize,
    /// Whether the place is shared.
    pub tied: bool,
    /// The places it may have, from the best to the worst, where margins leave it open.
    pub span: Option<(usize, usize)>,
}

/// Competition ranks (1, 2, 2, 4) of the cells, in their order; cells without a value have no
/// place. Values that are shown alike, rounded to `decimals`, share a place.
/// As `scipy.stats.rankdata(method="min")`.
pub fn ranks(cells: &[Cell], order: Order, decimals: u8) -> Vec<Option<Rank>> {
    let key = |cell: &Cell| {
        let steps = shown::steps(cell.ok()?.get(), decimals);
        Some(if order == Order::HighFirst { -steps } else { steps })
    };
    let mut sorted: Vec<f64> = cells.iter().filter_map(key).collect();
    crate::base::order::sort_floats(&mut sorted);
    let place = |key: f64| {
        let before = sorted.partition_point(|&k| k < key);
        let tied = sorted.get(before + 1).is_some_and(|&next| next == key);
        Rank { place: before + 1, of: sorted.len(), tied, span: None }
    };
    cells.iter().map(|cell| key(cell).map(place)).collect()
}

/// Ranks from 1, lowest first, equal values sharing the mean of the places they cover
/// (1, 2.5, 2.5, 4). As `scipy.stats.rankdata(method="average")`.
pub fn mean_ranks(values: &[f64]) -> Vec<f64> {
    let mut sorted = values.to_vec();
    crate::base::order::sort_floats(&mut sorted);
    let rank = |&value: &f64| {
        let before = sorted.partition_point(|&v| v < value);
        let through = sorted.partition_point(|&v| v <= value);
        (before + through + 1) as f64 / 2.0
    };
    values.iter().map(rank).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{base::num::Finite, model::Missing};

    #[test]
    fn shared_places_skip_the_next() {
        let value = |v| Finite::new(v).ok_or(Missing::NotAvailable);
        let cells = [value(10.0), value(30.0), Err(Missing::Suppressed), value(20.04), value(20.01)];
        let places = |order, decimals| -> Vec<usize> {
            ranks(&cells, order, decimals).iter().map(|r| r.map_or(0, |r| r.place)).collect()
        };
        assert_eq!(places(Order::HighFirst, 1), [4, 1, 0, 2, 2]);
        assert_eq!(places(Order::LowFirst, 1), [1, 4, 0, 2, 2]);
        assert_eq!(places(Order::HighFirst, 2), [4, 1, 0, 2, 3]);
        assert_eq!(
            ranks(&cells, Order::HighFirst, 1)[4],
            Some(Rank { place: 2, of: 4, tied: true, span: None })
        );
    }
}
