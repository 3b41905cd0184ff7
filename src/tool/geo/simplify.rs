//! Fewer positions per arc, and the same neighbours.
//!
//! Visvalingam and Whyatt, “Line generalisation by repeated elimination of points” (The
//! Cartographic Journal 30, 1993): the position whose triangle with its two neighbours is smallest
//! goes first. Arcs keep their ends. Positions are then put on a grid. An arc that would cross or
//! touch another, or make a ring collapse, is done again with a quarter of the tolerance until it
//! does not.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};

use crate::base::num;

use super::coverage::{Area, Coverage, arc_index};
use super::{Position, crossing, doubled_area, turn};

/// What simplification gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Simplified {
    /// The same areas and arcs with fewer positions, in grid steps.
    pub coverage: Coverage,
    /// Arcs that needed a lower tolerance.
    pub lowered: usize,
    /// Arcs that meet others outside their ends even in full detail.
    pub unresolved: usize,
}

/// Leaves out positions whose triangle is smaller than `tolerance_m` squared and rounds to whole
/// steps of `grid_m` metres (at least 1).
pub fn simplify(full: &Coverage, tolerance_m: f64, grid_m: f64) -> Simplified {
    let ranks: Vec<Vec<i64>> = full.arcs.iter().map(|arc| ranks(arc)).collect();
    let square = num::round(2.0 * tolerance_m * tolerance_m).clamp(0.0, 1e15);
    #[expect(clippy::cast_possible_truncation, reason = "clamped")]
    let most = square as i64;
    let mut least_rank = vec![most; full.arcs.len()];
    loop {
        let arcs = full.arcs.iter().zip(&ranks).zip(&least_rank);
        let arcs = arcs.map(|((arc, ranks), least)| on_grid(arc, ranks, *least, grid_m)).collect();
        let coverage = Coverage { arcs, areas: full.areas.clone() };
        let mut bad = crossing::conflicts(&coverage.arcs);
        bad.extend(collapsed(full, &coverage));
        let mut retry = false;
        for (_, rank) in least_rank.iter_mut().enumerate().filter(|(arc, _)| bad.contains(arc)) {
            retry |= *rank > 0;
            *rank = if *rank < 8 { 0 } else { *rank / 4 };
        }
        if !retry {
            let lowered = least_rank.iter().filter(|rank| **rank < most).count();
            return Simplified { coverage: without_points(coverage), lowered, unresolved: bad.len() };
        }
    }
}

/// Per position twice the area at which it goes; ends never go.
fn ranks(arc: &[Position]) -> Vec<i64> {
    let count = arc.len();
    let mut ranks = vec![i64::MAX; count];
    let mut before: Vec<usize> = (0..count).map(|i| i.saturating_sub(1)).collect();
    let mut after: Vec<usize> = (0..count).map(|i| i + 1).collect();
    let triangle = |a: usize, b: usize, c: usize| match (arc.get(a), arc.get(b), arc.get(c)) {
        (Some(a), Some(b), Some(c)) => turn(*a, *b, *c).abs(),
        _ => i64::MAX,
    };
    let mut current: Vec<Option<i64>> = vec![None; count];
    let mut queue = BinaryHeap::new();
    for at in 1..count.saturating_sub(1) {
        let size = triangle(at - 1, at, at + 1);
        if let Some(slot) = current.get_mut(at) {
            *slot = Some(size);
        }
        queue.push(Reverse((size, at)));
    }
    // A closed arc keeps two positions besides its end: a triangle.
    let closed = count > 1 && arc.first() == arc.last();
    let mut left = count.saturating_sub(2);
    let mut reached = 0;
    while let Some(Reverse((size, at))) = queue.pop() {
        if current.get(at) != Some(&Some(size)) {
            continue;
        }
        if closed && left <= 2 {
            break;
        }
        left -= 1;
        reached = size.max(reached);
        let (Some(&from), Some(&to)) = (before.get(at), after.get(at)) else { break };
        if let (Some(slot), Some(rank)) = (current.get_mut(at), ranks.get_mut(at)) {
            *slot = None;
            *rank = reached;
        }
        if let (Some(next), Some(previous)) = (after.get_mut(from), before.get_mut(to)) {
            *next = to;
            *previous = from;
        }
        for side in [from, to] {
            if let (Some(slot @ Some(_)), Some(&a), Some(&c)) =
                (current.get_mut(side), before.get(side), after.get(side))
            {
                let size = triangle(a, side, c).max(reached);
                *slot = Some(size);
                queue.push(Reverse((size, side)));
            }
        }
    }
    ranks
}

fn on_grid(arc: &[Position], ranks: &[i64], least: i64, grid_m: f64) -> Vec<Position> {
    let kept = arc.iter().zip(ranks).filter(|(_, rank)| **rank >= least);
    let mut line: Vec<Position> =
        kept.map(|(p, _)| Position { x: step(p.x, grid_m), y: step(p.y, grid_m) }).collect();
    line.dedup();
    line
}

#[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "metres in a country")]
fn step(metres: i64, grid_m: f64) -> i64 {
    num::round(metres as f64 / grid_m.max(1.0)) as i64
}

/// Without arcs that are shorter than the grid even in full detail: their neighbours meet where they were.
/// A ring of nothing else is left out too.
fn without_points(coverage: Coverage) -> Coverage {
    let mut kept = 0_i32..;
    let places: Vec<Option<i32>> =
        coverage.arcs.iter().map(|arc| if arc.len() > 1 { kept.next() } else { None }).collect();
    let again = |arc: &i32| {
        let place = places.get(arc_index(*arc)).copied().flatten()?;
        Some(if *arc < 0 { !place } else { place })
    };
    let areas = coverage.areas.into_iter().map(|area| {
        let ring = |ring: &Vec<i32>| ring.iter().filter_map(again).collect::<Vec<_>>();
        let polygon = |rings: &Vec<Vec<i32>>| {
            let mut rings: Vec<Vec<i32>> = rings.iter().map(ring).collect();
            // Holes go with the polygon they are in.
            if rings.first().is_some_and(Vec::is_empty) {
                rings.clear();
            }
            rings.retain(|ring| !ring.is_empty());
            rings
        };
        let polygons = area.polygons.iter().map(polygon).filter(|rings| !rings.is_empty()).collect();
        Area { code: area.code, polygons }
    });
    let areas = areas.collect();
    Coverage { arcs: coverage.arcs.into_iter().filter(|arc| arc.len() > 1).collect(), areas }
}

/// Arcs of rings that lost their area or turned inside out, and arcs that shrank to a position.
fn collapsed(full: &Coverage, now: &Coverage) -> BTreeSet<usize> {
    let mut bad: BTreeSet<usize> =
        now.arcs.iter().enumerate().filter(|(_, arc)| arc.len() < 2).map(|(i, _)| i).collect();
    for ring in full.areas.iter().flat_map(|area| &area.polygons).flatten() {
        let before = doubled_area(&full.ring(ring)).signum();
        let after = now.ring(ring);
        if after.len() < 3 || doubled_area(&after).signum() != before {
            bad.extend(ring.iter().map(|arc| arc_index(*arc)));
        }
    }
    bad
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(positions: &[(i64, i64)]) -> Vec<Position> {
        positions.iter().map(|&(x, y)| Position { x, y }).collect()
    }

    #[test]
    fn the_flattest_bend_goes_first() {
        // Triangles, doubled: 10·1 at (10, 1); then (20, 8) against its new neighbours.
        let found = ranks(&line(&[(0, 0), (10, 1), (20, 8), (30, 0)]));
        assert_eq!(found[0], i64::MAX);
        assert_eq!(found[3], i64::MAX);
        assert!(found[1] < found[2], "{found:?}");
        assert_eq!(found[2], 240);
    }

    #[test]
    fn a_closed_arc_stays_a_triangle() {
        let ring = line(&[(0, 0), (9, 0), (10, 5), (9, 9), (0, 9), (0, 0)]);
        let kept = on_grid(&ring, &ranks(&ring), i64::MAX, 1.0);
        assert_eq!(kept.len(), 4);
    }

    #[test]
    fn a_border_shorter_than_the_grid_is_none() {
        // “a” and “c” meet along four metres.
        let feature = |code: &str, ring: &[(i64, i64)]| crate::tool::geo::feature::Feature {
            code: code.into(),
            name: String::new(),
            polygons: vec![vec![line(ring)]],
        };
        let left = feature("a", &[(0, 0), (100, 0), (100, 50), (100, 54), (100, 100), (0, 100)]);
        let right = feature("b", &[(100, 0), (200, 0), (200, 50), (100, 50)]);
        let small = feature("c", &[(100, 50), (200, 50), (200, 54), (100, 54)]);
        let above = feature("d", &[(100, 54), (200, 54), (200, 100), (100, 100)]);
        let full = Coverage::build(&[left, right, small, above]).unwrap();
        let found = simplify(&full, 0.0, 10.0);
        assert!(found.coverage.arcs.iter().all(|arc| arc.len() > 1), "{:?}", found.coverage.arcs);
        assert!(found.unresolved > 0);
        for area in &found.coverage.areas {
            let rings: Vec<_> = area.polygons.iter().flatten().map(|r| found.coverage.ring(r)).collect();
            assert!(rings.iter().all(|ring| ring.len() > 1), "{} {rings:?}", area.code);
        }
    }
}
