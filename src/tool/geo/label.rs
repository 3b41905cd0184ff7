//! Where an area's name stands: the middle of the widest free room inside it.
//!
//! The pole of inaccessibility, the position farthest from every border, found by dividing squares
//! and following the most promising one. A name is wider than high, so distances are measured in a
//! plane squeezed from the sides: what is found is the middle of the largest lying ellipse.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::base::num;

use super::{Position, Ring, doubled_area};

/// Width of the free room over its height.
const ASPECT: f64 = 2.5;

/// The label position in the largest of an area's polygons; none for an area without borders.
pub fn position(polygons: &[Vec<Ring>]) -> Option<Position> {
    let size = |polygon: &Vec<Ring>| polygon.first().map_or(0, |ring| doubled_area(ring).abs());
    let largest = polygons.iter().max_by_key(|p| size(p))?;
    let edges = edges(largest);
    let bounds = bounds(&edges)?;
    let best = search(&edges, bounds);
    #[expect(clippy::cast_possible_truncation, reason = "inside the bounds of whole numbers")]
    Some(Position { x: num::round(best.x * ASPECT) as i64, y: num::round(best.y) as i64 })
}

/// A position in the squeezed plane.
#[derive(Clone, Copy)]
struct Spot {
    x: f64,
    y: f64,
}

struct Bounds {
    low: Spot,
    high: Spot,
}

/// A square with the distance of its middle to the nearest border, negative outside.
struct Cell {
    middle: Spot,
    half: f64,
    distance: f64,
}

impl Cell {
    fn new(edges: &[(Spot, Spot)], middle: Spot, half: f64) -> Self {
        Self { middle, half, distance: distance(edges, middle) }
    }

    /// No position in the square is farther from the border than this.
    fn promise(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Cell {}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> Ordering {
        let place = |c: &Self| (c.middle.x, c.middle.y);
        let ((ax, ay), (bx, by)) = (place(self), place(other));
        self.promise().total_cmp(&other.promise()).then(ax.total_cmp(&bx)).then(ay.total_cmp(&by))
    }
}

fn search(edges: &[(Spot, Spot)], Bounds { low, high }: Bounds) -> Spot {
    let (width, height) = (high.x - low.x, high.y - low.y);
    let half = (width.min(height) / 2.0).max(0.5);
    let precision = (width.max(height) / 500.0).max(0.5);
    let mut queue = BinaryHeap::new();
    let mut x = low.x + half;
    while x < high.x + half {
        let mut y = low.y + half;
        while y < high.y + half {
            queue.push(Cell::new(edges, Spot { x, y }, half));
            y += 2.0 * half;
        }
        x += 2.0 * half;
    }
    let middle = Spot { x: low.x + width / 2.0, y: low.y + height / 2.0 };
    let mut best = Cell::new(edges, middle, 0.0);
    while let Some(cell) = queue.pop() {
        if cell.promise() - best.distance <= precision {
            break;
        }
        let quarter = cell.half / 2.0;
        let Spot { x, y } = cell.middle;
        if cell.distance > best.distance {
            best = cell;
        }
        for (dx, dy) in [(-quarter, -quarter), (quarter, -quarter), (-quarter, quarter), (quarter, quarter)] {
            queue.push(Cell::new(edges, Spot { x: x + dx, y: y + dy }, quarter));
        }
    }
    best.middle
}

#[expect(clippy::cast_precision_loss, reason = "positions are far below 2^53")]
fn edges(polygon: &[Ring]) -> Vec<(Spot, Spot)> {
    let squeeze = |p: &Position| Spot { x: p.x as f64 / ASPECT, y: p.y as f64 };
    let of_ring = |ring: &Ring| {
        let next = ring.iter().cycle().skip(1);
        ring.iter().zip(next).map(|(a, b)| (squeeze(a), squeeze(b))).collect::<Vec<_>>()
    };
    polygon.iter().flat_map(of_ring).collect()
}

fn bounds(edges: &[(Spot, Spot)]) -> Option<Bounds> {
    let first = edges.first()?.0;
    Some(edges.iter().fold(Bounds { low: first, high: first }, |Bounds { low, high }, (p, _)| Bounds {
        low: Spot { x: low.x.min(p.x), y: low.y.min(p.y) },
        high: Spot { x: high.x.max(p.x), y: high.y.max(p.y) },
    }))
}

/// Distance to the nearest border; negative outside.
fn distance(edges: &[(Spot, Spot)], at: Spot) -> f64 {
    let mut inside = false;
    let mut nearest = f64::INFINITY;
    for (a, b) in edges {
        if (a.y > at.y) != (b.y > at.y) && at.x < (b.x - a.x) * (at.y - a.y) / (b.y - a.y) + a.x {
            inside = !inside;
        }
        nearest = nearest.min(squared_distance(at, *a, *b));
    }
    let distance = num::sqrt(nearest);
    if inside { distance } else { -distance }
}

fn squared_distance(at: Spot, a: Spot, b: Spot) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((at.x - a.x) * dx + (at.y - a.y) * dy) / length } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    let (ex, ey) = (at.x - a.x - along * dx, at.y - a.y - along * dy);
    ex * ex + ey * ey
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rings: &[&[(i64, i64)]]) -> (i64, i64) {
        let rings = rings.iter().map(|r| r.iter().map(|&(x, y)| Position { x, y }).collect());
        let at = position(&[rings.collect()]).unwrap();
        (at.x, at.y)
    }

    #[test]
    fn the_middle_of_a_square() {
        let (x, y) = check(&[&[(0, 0), (1000, 0), (1000, 1000), (0, 1000)]]);
        assert!((x - 500).abs() <= 10, "{x}");
        assert!((200..=800).contains(&y), "{y}");
    }

    #[test]
    fn a_lying_room_beats_a_standing_one() {
        // A hammer: a wide head over a long handle that is as thick.
        let hammer: &[(i64, i64)] =
            &[(400, 0), (600, 0), (600, 1000), (1000, 1000), (1000, 1200), (0, 1200), (0, 1000), (400, 1000)];
        let (x, y) = check(&[hammer]);
        assert!((350..=650).contains(&x) && y > 1000, "{x} {y}");
    }

    #[test]
    fn holes_are_no_room() {
        let outer: &[(i64, i64)] = &[(0, 0), (1000, 0), (1000, 1000), (0, 1000)];
        let hole: &[(i64, i64)] = &[(100, 100), (100, 700), (900, 700), (900, 100)];
        let (_, y) = check(&[outer, hole]);
        assert!(y > 700, "{y}");
    }
}
