//! Borders that cross or touch themselves, or go back on themselves, taken apart into plain rings.
//!
//! Where two sides of one ring meet, both get a position there, and so does every neighbour's ring
//! with the same side: what is shared stays shared. The ring is then cut where it visits a position
//! twice. A piece that runs the ring's own way stays, unless it lies within another and would count
//! twice; one that runs the other way is a hole within another piece, or goes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::crossing::{self, Segment};
use super::feature::Feature;
use super::{Position, Ring, doubled_area, turn};

/// Times that new positions may make sides meet anew.
const MOST_ROUNDS: usize = 8;

/// Pieces smaller than this go, square metres: less than a map of a county shows.
const LEAST_M2: i64 = 10_000;

/// What was mended of an area.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mended {
    /// Its code.
    pub code: String,
    /// Number of places where its border met itself.
    pub places: usize,
    /// Size of the pieces that were left out, square metres.
    pub left_out_m2: i64,
}

impl fmt::Display for Mended {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = if self.places == 1 { "1 place".to_owned() } else { format!("{} places", self.places) };
        write!(f, "the border of {} met itself in {places} and was mended", self.code)?;
        match self.left_out_m2 {
            0 => Ok(()),
            size => write!(f, "; {size} m² were left out"),
        }
    }
}

/// A side, whichever way it is walked.
type Side = (Position, Position);

/// Mends every ring that meets itself elsewhere than in a corner; says which areas that were.
pub fn mend(features: &mut [Feature]) -> Vec<Mended> {
    let mut places: BTreeMap<String, BTreeSet<Position>> = BTreeMap::new();
    for _ in 0..MOST_ROUNDS {
        let mut added: BTreeMap<Side, BTreeSet<Position>> = BTreeMap::new();
        for feature in &*features {
            for (a, b) in feature.polygons.iter().flatten().flat_map(|r| crossing::of_itself(r)) {
                let met = meetings(a, b);
                places.entry(feature.code.clone()).or_default().extend(&met);
                for (side, at) in [a, b].into_iter().flat_map(|s| met.iter().map(move |at| (s, *at))) {
                    if at != side.from && at != side.to {
                        added.entry(either_way(side.from, side.to)).or_default().insert(at);
                    }
                }
            }
        }
        if added.is_empty() {
            break;
        }
        for ring in features.iter_mut().flat_map(|f| &mut f.polygons).flatten() {
            *ring = with_positions(ring, &added);
        }
    }
    let mut mended = Vec::new();
    for feature in features.iter_mut() {
        let Some(places) = places.get(&feature.code) else { continue };
        let polygons = std::mem::take(&mut feature.polygons);
        let mut left_out = 0;
        for polygon in polygons {
            feature.polygons.extend(taken_apart(&polygon, &mut left_out));
        }
        let left_out_m2 = left_out / 2;
        mended.push(Mended { code: feature.code.clone(), places: places.len(), left_out_m2 });
    }
    mended
}

/// The polygons of a polygon whose rings may visit a position twice. Adds the doubled size of what
/// is left out.
fn taken_apart(polygon: &[Ring], left_out: &mut i64) -> Vec<Vec<Ring>> {
    let mut polygons: Vec<Vec<Ring>> = Vec::new();
    let mut pieces: Vec<Ring> = polygon.iter().flat_map(|ring| pieces_of(ring)).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(doubled_area(piece).abs()));
    for piece in pieces {
        let area = doubled_area(&piece);
        let is_first = polygons.is_empty();
        let around = polygons.iter_mut().find(|p| p.first().is_some_and(|outer| holds(outer, &piece)));
        match around {
            // The largest stays whatever its size: an area must not vanish.
            None if area > 0 && (area >= 2 * LEAST_M2 || is_first) => polygons.push(vec![piece]),
            Some(polygon) if area <= -2 * LEAST_M2 => polygon.push(piece),
            _ => *left_out += area.abs(),
        }
    }
    polygons
}

/// The simple rings that a closed line consists of.
fn pieces_of(whole: &[Position]) -> Vec<Ring> {
    let mut pieces = Vec::new();
    let mut walked: Ring = Vec::new();
    for at in whole {
        if let Some(before) = walked.iter().position(|p| p == at) {
            pieces.push(walked.split_off(before));
        }
        walked.push(*at);
    }
    pieces.push(walked);
    pieces
}

/// Whether a hole lies in a ring: by a corner of it that is none of the ring's.
fn holds(outer: &[Position], hole: &[Position]) -> bool {
    let Some(at) = hole.iter().find(|p| !outer.contains(p)) else { return true };
    let mut inside = false;
    for (a, b) in sides(outer) {
        if (a.y > at.y) != (b.y > at.y) {
            let left = turn(a, b, *at);
            inside ^= (b.y > a.y) == (left > 0);
        }
    }
    inside
}

fn sides(ring: &[Position]) -> impl Iterator<Item = Side> + '_ {
    ring.iter().copied().zip(ring.iter().copied().cycle().skip(1))
}

fn either_way(a: Position, b: Position) -> Side {
    (a.min(b), a.max(b))
}

/// A ring with what was added to its sides, along each from its beginning.
fn with_positions(ring: &[Position], added: &BTreeMap<Side, BTreeSet<Position>>) -> Ring {
    let mut new = Ring::new();
    for (from, to) in sides(ring) {
        new.push(from);
        let Some(between) = added.get(&either_way(from, to)) else { continue };
        let mut between: Vec<Position> = between.iter().copied().collect();
        let way = |p: &Position| {
            i128::from(p.x - from.x) * i128::from(to.x - from.x)
                + i128::from(p.y - from.y) * i128::from(to.y - from.y)
        };
        between.sort_by_key(way);
        new.extend(between);
    }
    new.dedup();
    new
}

/// Where two sides meet: where they cross, to the nearest whole position, else the ends of one that
/// lie on the other.
fn meetings(a: Segment, b: Segment) -> Vec<Position> {
    let on = |p: Position, s: Segment| {
        turn(s.from, s.to, p) == 0
            && (s.from.x.min(s.to.x)..=s.from.x.max(s.to.x)).contains(&p.x)
            && (s.from.y.min(s.to.y)..=s.from.y.max(s.to.y)).contains(&p.y)
    };
    let mut met: Vec<Position> = [(a.from, b), (a.to, b), (b.from, a), (b.to, a)]
        .into_iter()
        .filter(|(p, s)| on(*p, *s))
        .map(|(p, _)| p)
        .collect();
    if met.is_empty() {
        let (before, after) = (turn(b.from, b.to, a.from), turn(b.from, b.to, a.to));
        let along = |from: i64, to: i64| {
            // Which of the two is negative depends on the sides' direction.
            let sign = if before > after { 1 } else { -1 };
            let (part, all) = (sign * i128::from(before), sign * (i128::from(before) - i128::from(after)));
            let step = 2 * i128::from(to - from) * part;
            // To the nearest: half of the divisor is added before dividing.
            let rounded = (step + all).div_euclid(2 * all);
            from + i64::try_from(rounded).unwrap_or_default()
        };
        if before != after {
            met.push(Position { x: along(a.from.x, a.to.x), y: along(a.from.y, a.to.y) });
        }
    }
    met
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tool::geo::coverage::Coverage;
    use crate::tool::geo::feature::ring;

    fn line(positions: &[(i64, i64)]) -> Ring {
        positions.iter().map(|&(x, y)| Position { x: x * 1000, y: y * 1000 }).collect()
    }

    fn area(code: &str, rings: &[&[(i64, i64)]]) -> Feature {
        let rings = rings.iter().enumerate().map(|(nth, r)| ring(line(r), nth == 0).unwrap());
        Feature { code: code.into(), name: String::new(), polygons: vec![rings.collect()] }
    }

    /// Areas mended: polygons of each as sizes in square kilometres, ring by ring, and what was said.
    fn check(mut features: Vec<Feature>) -> (Vec<Vec<Vec<f64>>>, Vec<String>) {
        let said = mend(&mut features).iter().map(ToString::to_string).collect();
        let size = |ring: &Ring| doubled_area(ring) as f64 / 2e6;
        let sizes = |f: &Feature| f.polygons.iter().map(|p| p.iter().map(size).collect()).collect();
        for feature in &features {
            for ring in feature.polygons.iter().flatten() {
                assert!(crossing::of_itself(ring).is_empty(), "{ring:?}");
            }
        }
        (features.iter().map(sizes).collect(), said)
    }

    #[test]
    fn sound_borders_stay_as_they_are() {
        // Two squares that touch in a corner are one ring, and none that crosses itself.
        let eight = area("1", &[&[(0, 0), (2, 0), (2, 2), (4, 2), (4, 4), (2, 4), (2, 2), (0, 2)]]);
        assert_eq!(check(vec![eight]), (vec![vec![vec![8.0]]], vec![]));
    }

    #[test]
    fn a_loop_the_other_way_goes() {
        let bow = area("1", &[&[(0, 0), (4, 4), (4, 2), (2, 4), (0, 4)]]);
        let (sizes, said) = check(vec![bow]);
        assert_eq!(sizes, [[[7.0]]]);
        assert_eq!(said, ["the border of 1 met itself in 1 place and was mended; 1000000 m² were left out"]);
    }

    #[test]
    fn a_way_out_and_back_goes() {
        for spike in [
            &[(0, 0), (4, 0), (9, 0), (4, 0), (4, 4), (0, 4)][..],
            &[(0, 0), (9, 0), (4, 0), (4, 4), (0, 4)],
            &[(0, 0), (4, 0), (4, 4), (2, 4), (2, 2), (2, 4), (0, 4)],
        ] {
            let (sizes, said) = check(vec![area("1", &[spike])]);
            assert_eq!(sizes, [[[16.0]]], "{spike:?}");
            assert_eq!(said.len(), 1);
            assert!(said[0].ends_with("was mended"), "{said:?}");
        }
    }

    #[test]
    fn neighbours_get_the_same_positions() {
        // The border between two areas crosses itself; both lose the crossing, and still share it.
        let crooked = [(4, 0), (4, 3), (6, 5), (6, 3), (4, 5), (4, 8)];
        let mut left = vec![(0, 0)];
        left.extend(crooked);
        left.push((0, 8));
        let mut right: Vec<(i64, i64)> = crooked.into_iter().rev().collect();
        right.extend([(4, 0), (9, 0), (9, 8)]);
        right.dedup();
        let mut features = vec![area("1", &[&left]), area("2", &[&right])];
        let said = mend(&mut features);
        assert_eq!(said.iter().map(|m| m.places).collect::<Vec<_>>(), [1, 1]);
        let coverage = Coverage::build(&features).unwrap();
        assert_eq!(coverage.neighbours(), [["2"], ["1"]]);
        let crossing = Position { x: 5000, y: 4000 };
        assert!(features.iter().all(|f| f.polygons.iter().flatten().any(|r| r.contains(&crossing))));
    }

    #[test]
    fn holes_stay() {
        let bow: &[(i64, i64)] = &[(0, 0), (16, 16), (16, 8), (8, 16), (0, 16)];
        let (sizes, _) = check(vec![area("1", &[bow, &[(1, 4), (1, 6), (2, 6), (2, 4)]])]);
        assert_eq!(sizes, [[[112.0, -2.0]]]);
        // A pocket that begins and ends in one corner is a hole too.
        let pocket = &[(0, 0), (8, 0), (12, 0), (8, 0), (8, 8), (0, 8), (0, 4), (2, 5), (2, 3), (0, 4)];
        let (sizes, _) = check(vec![area("1", &[pocket])]);
        assert_eq!(sizes, [[[64.0, -2.0]]]);
    }
}
