//! A tile map: every area a square of a grid, about where it lies.

use std::ops::RangeInclusive;

use crate::base::{
    geom::Point,
    num::{hypot, ln},
};

use super::assign::assign;

/// Fewest and most areas a tile map is made of.
pub const AREAS: RangeInclusive<usize> = 2..=50;

/// How much wider or taller than the land a grid may be at most: the logarithm of the ratio.
const MOST_UNLIKE: f64 = 0.9;

/// A square of the grid: column from the west, row from the north.
pub type Tile = (usize, usize);

/// A tile for each of these positions (y down), no tile twice, so that the squared moves from
/// where the areas lie are least. Of the grids not more than half as large again as needed it is
/// the one in which neighbours best stay neighbours, in their direction, and which keeps the shape
/// of the whole; rows and columns that stay empty are left out. `neighbours` are pairs of indices
/// of areas that share a border. `None` outside [`AREAS`].
pub fn tiles(positions: &[Point], neighbours: &[(usize, usize)]) -> Option<Vec<Tile>> {
    let n = positions.len();
    if !AREAS.contains(&n) {
        return None;
    }
    let (mut low, mut high) =
        (Point::new(f64::INFINITY, f64::INFINITY), Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY));
    for p in positions {
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    }
    let (width, height) = ((high.x - low.x).max(1e-9), (high.y - low.y).max(1e-9));
    let mut best: Option<(f64, Vec<Tile>)> = None;
    for columns in 1..=n {
        for rows in 1..=n {
            let cells = columns * rows;
            let shape = ln(columns as f64 / rows as f64 * height / width);
            let unlike = shape.abs() > MOST_UNLIKE && columns > 1 && rows > 1;
            if cells < n || 2 * cells > 3 * n + 2 || unlike {
                continue;
            }
            // The positions are middles of areas: the land reaches a quarter of a tile further.
            let place = |share: f64, count: usize| share * (count as f64 - 0.5) - 0.25;
            let mut wanted = Vec::with_capacity(n);
            for p in positions {
                let (x, y) = ((p.x - low.x) / width, (p.y - low.y) / height);
                wanted.push(Point::new(place(x, columns), place(y, rows)));
            }
            let cost = |area: usize, cell: usize| {
                let to = Point::new((cell % columns) as f64, (cell / columns) as f64);
                let away = wanted.get(area).map_or(0.0, |from| from.distance(to));
                away * away
            };
            let found: Vec<Tile> =
                assign(n, cells, &cost).iter().map(|cell| (cell % columns, cell / columns)).collect();
            let mut moved = 0.0;
            for (area, tile) in found.iter().enumerate() {
                moved += cost(area, tile.1 * columns + tile.0) / n as f64;
            }
            let score = kept(positions, &found, neighbours) - 0.1 * (shape * shape + moved);
            if best.as_ref().is_none_or(|(most, _)| score > *most + 1e-9) {
                best = Some((score, found));
            }
        }
    }
    best.map(|(_, tiles)| without_gaps(&tiles))
}

/// How well neighbours stay neighbours: the share of pairs whose tiles touch, times the mean
/// cosine of the angle their direction turns by.
fn kept(positions: &[Point], tiles: &[Tile], pairs: &[(usize, usize)]) -> f64 {
    let (mut touch, mut turned) = (0.0, 0.0);
    for &(i, j) in pairs {
        let (Some(p), Some(q), Some(a), Some(b)) =
            (positions.get(i), positions.get(j), tiles.get(i), tiles.get(j))
        else {
            continue;
        };
        if a.0.abs_diff(b.0).max(a.1.abs_diff(b.1)) == 1 {
            touch += 1.0;
        }
        let (dx, dy) = (b.0 as f64 - a.0 as f64, b.1 as f64 - a.1 as f64);
        let lengths = p.distance(*q) * hypot(dx, dy);
        if lengths > 0.0 {
            turned += ((q.x - p.x) * dx + (q.y - p.y) * dy) / lengths;
        }
    }
    let count = pairs.len().max(1) as f64;
    touch / count * (turned / count)
}

/// The same without empty rows and columns.
fn without_gaps(tiles: &[Tile]) -> Vec<Tile> {
    let column = |at: usize| (0..at).filter(|c| tiles.iter().any(|t| t.0 == *c)).count();
    let row = |at: usize| (0..at).filter(|r| tiles.iter().any(|t| t.1 == *r)).count();
    tiles.iter().map(|tile| (column(tile.0), row(tile.1))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grid_stays_a_grid() {
        let positions: Vec<Point> =
            (0..12).map(|i| Point::new(f64::from(i % 3) * 10.0, f64::from(i / 3) * 10.0)).collect();
        let wanted: Vec<Tile> = (0..12).map(|i| (i % 3, i / 3)).collect();
        let beside = |i: usize| (i % 3 < 2).then_some((i, i + 1));
        let below = |i: usize| (i < 9).then_some((i, i + 3));
        let borders: Vec<(usize, usize)> =
            (0..12).filter_map(beside).chain((0..12).filter_map(below)).collect();
        assert_eq!(tiles(&positions, &borders).as_ref(), Some(&wanted));
        assert_eq!(tiles(&positions, &[]), Some(wanted), "without known borders too");
    }

    #[test]
    fn two_to_fifty_areas_each_get_a_tile_of_their_own() {
        let mut x = 3_u32;
        let mut next = || {
            x = x.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            f64::from((x >> 16) % 1000)
        };
        for n in 2..=50 {
            let positions: Vec<Point> = (0..n).map(|_| Point::new(next(), next() * 1.5)).collect();
            let found = tiles(&positions, &[]).unwrap();
            assert_eq!(found, tiles(&positions, &[]).unwrap(), "the same every time");
            let mut apart = found.clone();
            apart.sort_unstable();
            apart.dedup();
            assert_eq!(apart.len(), n, "{found:?}");
            let columns = found.iter().map(|t| t.0).max().unwrap() + 1;
            let rows = found.iter().map(|t| t.1).max().unwrap() + 1;
            assert!(columns * rows <= 3 * n / 2 + 1, "{n} in {columns} by {rows}");
            // Who lies clearly further west or north is never put further east or south.
            for (a, p) in found.iter().zip(&positions) {
                for (b, q) in found.iter().zip(&positions) {
                    let (dx, dy) = (q.x - p.x, q.y - p.y);
                    assert!(dx <= 700.0 || a.0 <= b.0, "{p:?} {q:?}");
                    assert!(dy <= 1100.0 || a.1 <= b.1, "{p:?} {q:?}");
                }
            }
        }
    }

    #[test]
    fn one_place_or_none_or_too_many_are_no_map() {
        assert_eq!(tiles(&[Point::new(1.0, 1.0)], &[]), None);
        assert_eq!(tiles(&vec![Point::default(); 51], &[]), None);
        assert_eq!(tiles(&[Point::default(); 4], &[(0, 1)]).map(|t| t.len()), Some(4), "all in one place");
    }
}
