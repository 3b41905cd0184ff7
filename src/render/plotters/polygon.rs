//! Runs under the even-odd rule as simple polygons, for backends that fill one ring at a time.

use crate::base::geom::Point;

/// Outer rings, each joined with the holes directly in it by a bridge walked there and back; holes
/// run the other way round, so that they stay empty under either fill rule.
pub(super) fn simple(runs: &[Vec<Point>]) -> Vec<Vec<Point>> {
    let rings: Vec<&Vec<Point>> = runs.iter().filter(|run| run.len() > 2).collect();
    let around = |i: usize| -> Vec<usize> {
        let Some(&probe) = rings.get(i).and_then(|ring| ring.first()) else { return Vec::new() };
        let others = rings.iter().enumerate().filter(|(j, ring)| *j != i && contains(ring, probe));
        others.map(|(j, _)| j).collect()
    };
    let parents: Vec<Vec<usize>> = (0..rings.len()).map(around).collect();
    let depth = |i: usize| parents.get(i).map_or(0, Vec::len);
    let mut out = Vec::new();
    for (i, ring) in rings.iter().enumerate().filter(|(i, _)| depth(*i) % 2 == 0) {
        let mut joined = turned((*ring).clone(), true);
        for (j, hole) in rings.iter().enumerate() {
            let direct = depth(j) == depth(i) + 1 && parents.get(j).is_some_and(|p| p.contains(&i));
            if direct {
                joined = bridged(joined, turned((*hole).clone(), false));
            }
        }
        out.push(joined);
    }
    out
}

/// The hole spliced in at the pair of nearest corners.
fn bridged(outer: Vec<Point>, hole: Vec<Point>) -> Vec<Point> {
    let pairs = outer
        .iter()
        .enumerate()
        .flat_map(|(i, a)| hole.iter().enumerate().map(move |(j, b)| (a.distance(*b), i, j)));
    let Some((_, i, j)) = pairs.min_by(|a, b| a.0.total_cmp(&b.0)) else {
        return outer;
    };
    let around = hole.iter().cycle().skip(j).take(hole.len() + 1);
    let head = outer.iter().take(i + 1);
    head.chain(around).chain(outer.iter().skip(i)).copied().collect()
}

/// The ring in the wanted sense of rotation.
fn turned(mut ring: Vec<Point>, positive: bool) -> Vec<Point> {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    let area: f64 = pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum();
    if (area > 0.0) != positive {
        ring.reverse();
    }
    ring
}

fn contains(ring: &[Point], p: Point) -> bool {
    let mut inside = false;
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    for (a, b) in pairs {
        if (a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x) {
            inside = !inside;
        }
    }
    inside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(a: f64, b: f64) -> Vec<Point> {
        vec![Point::new(a, a), Point::new(b, a), Point::new(b, b), Point::new(a, b)]
    }

    fn area(ring: &[Point]) -> f64 {
        let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
        pairs.map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f64>().abs() / 2.0
    }

    #[test]
    fn a_hole_is_cut_out_and_an_island_in_it_stands_alone() {
        let rings = simple(&[square(0.0, 10.0), square(2.0, 8.0), square(4.0, 6.0)]);
        assert_eq!(rings.iter().map(|r| area(r)).collect::<Vec<_>>(), [64.0, 4.0]);
    }

    #[test]
    fn islands_stay_apart() {
        let rings = simple(&[square(0.0, 1.0), square(5.0, 7.0), vec![Point::new(0.0, 0.0)]]);
        assert_eq!(rings.len(), 2);
    }
}
