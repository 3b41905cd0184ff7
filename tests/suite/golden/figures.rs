//! Made-up figures for twelve areas with real names: long and short, close and far apart.

use nulage::{
    base::{id::AreaId, num::Finite, period::Period, unit::UnitKind},
    model::{Cell, Missing},
    view::look::{Format, Role},
};

/// Names in Swedish alphabetical order.
pub(super) const NAMES: [&str; 12] = [
    "Askersund",
    "Degerfors",
    "Hallsberg",
    "Hällefors",
    "Karlskoga",
    "Kumla",
    "Laxå",
    "Lekeberg",
    "Lindesberg",
    "Ljusnarsberg",
    "Nora",
    "Örebro",
];

/// Last values, in the order of the names.
pub(super) const VALUES: [f64; 12] = [27.1, 24.8, 25.9, 19.4, 30.2, 26.0, 20.1, 26.6, 25.3, 18.9, 28.4, 43.7];

/// The county as an area of its own.
pub(super) const COUNTY: usize = 12;
/// The nation as an area of its own.
pub(super) const NATION: usize = 13;

/// The n-th area.
pub(super) fn area(n: usize) -> AreaId {
    AreaId::new(n).unwrap()
}

/// A year.
pub(super) fn year(y: i16) -> Period {
    Period::year_of(y)
}

/// Shares with one decimal.
pub(super) fn percent() -> Format {
    Format { decimals: 1, kind: UnitKind::Percent, short: "%".to_owned() }
}

/// A value that is there.
pub(super) fn there(v: f64) -> Cell {
    Ok(Finite::new(v).unwrap())
}

/// Not there.
pub(super) const SUPPRESSED: Cell = Err(Missing::Suppressed);

/// `count` values that end at `last`, growing from about half of it with a little unrest.
pub(super) fn history(n: usize, last: f64, count: usize) -> Vec<Option<f64>> {
    let unrest = |i: usize| ((i * 7 + n * 13) % 11) as f64 / 11.0 - 0.5;
    (0..count)
        .map(|i| {
            let t = i as f64 / (count - 1) as f64;
            let shake = if i + 1 == count { 0.0 } else { unrest(i) * 1.4 };
            Some(last * (0.55 + 0.45 * t) + shake)
        })
        .collect()
}

/// The role of the n-th area when these are selected.
pub(super) fn role(n: usize, selected: &[usize]) -> Role {
    match selected.iter().position(|&s| s == n) {
        Some(at) => Role::Selected(at),
        None if n == COUNTY => Role::County,
        None if n == NATION => Role::Nation,
        None => Role::Other,
    }
}
