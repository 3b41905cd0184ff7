//! Shared arcs: areas that lie beside each other, cut where borders meet.
//!
//! A position is a junction where two rings, or two visits of one ring, come from or leave to
//! different positions. Rings are cut at junctions, and equal pieces, also walked backwards, become
//! one arc. Works on exact positions: borders that should be shared must have the same vertices.

use std::collections::{BTreeMap, BTreeSet};

use super::feature::Feature;
use super::{Position, Ring};

/// Areas and the arcs their borders consist of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Arcs with both ends; a closed one repeats its first position.
    pub arcs: Vec<Vec<Position>>,
    /// Areas in the order of their features.
    pub areas: Vec<Area>,
}

/// One area's borders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    /// Its code.
    pub code: String,
    /// Polygons › rings › arcs. Arc `!n` (negative) is arc `n` reversed.
    pub polygons: Vec<Vec<Vec<i32>>>,
}

/// Why areas are no coverage.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotACoverage {
    /// The same line bounds more than two areas.
    #[error("areas overlap: the line from {from:?} bounds {areas:?}")]
    Overlap {
        /// One end of the line.
        from: Position,
        /// The areas.
        areas: Vec<String>,
    },
    /// More arcs than the format can number.
    #[error("more than two thousand million arcs")]
    TooMany,
}

impl Coverage {
    /// Cuts the rings of features into shared arcs.
    pub fn build(features: &[Feature]) -> Result<Self, NotACoverage> {
        let junctions = junctions(features);
        let mut arcs = Arcs::default();
        let mut areas = Vec::new();
        for feature in features {
            let mut polygons = Vec::new();
            for polygon in &feature.polygons {
                let rings = polygon.iter().map(|ring| arcs.of_ring(ring, &junctions));
                polygons.push(rings.collect::<Result<Vec<_>, _>>()?);
            }
            areas.push(Area { code: feature.code.clone(), polygons });
        }
        let coverage = Self { arcs: arcs.list, areas };
        for (arc, users) in coverage.arcs.iter().zip(coverage.users()) {
            if users.len() > 2 {
                let codes = users.iter().filter_map(|&(area, _)| coverage.areas.get(area));
                let areas = codes.map(|a| a.code.clone()).collect();
                return Err(NotACoverage::Overlap { from: arc.first().copied().unwrap_or_default(), areas });
            }
        }
        Ok(coverage)
    }

    /// Per arc: the areas whose rings use it, and whether backwards.
    pub fn users(&self) -> Vec<Vec<(usize, bool)>> {
        let mut users = vec![Vec::new(); self.arcs.len()];
        for (index, area) in self.areas.iter().enumerate() {
            for &arc in area.polygons.iter().flatten().flatten() {
                if let Some(list) = users.get_mut(arc_index(arc)) {
                    list.push((index, arc < 0));
                }
            }
        }
        users
    }

    /// The positions of a ring.
    pub fn ring(&self, arcs: &[i32]) -> Ring {
        let mut ring = Ring::new();
        for &reference in arcs {
            let Some(arc) = self.arcs.get(arc_index(reference)) else { continue };
            ring.pop();
            if reference < 0 {
                ring.extend(arc.iter().rev());
            } else {
                ring.extend(arc);
            }
        }
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        }
        ring
    }

    /// Per area: codes of the areas it shares an arc with, sorted.
    pub fn neighbours(&self) -> Vec<Vec<String>> {
        let mut sets = vec![BTreeSet::new(); self.areas.len()];
        for users in self.users() {
            for &(one, _) in &users {
                for &(other, _) in users.iter().filter(|u| u.0 != one) {
                    if let (Some(set), Some(area)) = (sets.get_mut(one), self.areas.get(other)) {
                        set.insert(area.code.clone());
                    }
                }
            }
        }
        sets.into_iter().map(|set| set.into_iter().collect()).collect()
    }
}

/// The index an arc reference stands for.
pub fn arc_index(reference: i32) -> usize {
    let forwards = if reference < 0 { !reference } else { reference };
    usize::try_from(forwards).unwrap_or(usize::MAX)
}

/// Every position where borders meet or part.
fn junctions(features: &[Feature]) -> BTreeSet<Position> {
    let mut beside: BTreeMap<Position, (Position, Position)> = BTreeMap::new();
    let mut junctions = BTreeSet::new();
    for ring in features.iter().flat_map(|f| &f.polygons).flatten() {
        let before = ring.iter().cycle().skip(ring.len().saturating_sub(1));
        let after = ring.iter().cycle().skip(1);
        for ((&at, &a), &b) in ring.iter().zip(before).zip(after) {
            let pair = (a.min(b), a.max(b));
            if *beside.entry(at).or_insert(pair) != pair {
                junctions.insert(at);
            }
        }
    }
    junctions
}

/// Arcs found so far.
#[derive(Default)]
struct Arcs {
    list: Vec<Vec<Position>>,
    known: BTreeMap<Vec<Position>, i32>,
}

impl Arcs {
    fn of_ring(
        &mut self,
        ring: &[Position],
        junctions: &BTreeSet<Position>,
    ) -> Result<Vec<i32>, NotACoverage> {
        let start = ring.iter().position(|p| junctions.contains(p));
        // Without a junction both sides must begin at the same position: the least.
        let least = ring.iter().enumerate().min_by_key(|(_, p)| **p).map_or(0, |(i, _)| i);
        let mut turned = ring.to_vec();
        turned.rotate_left(start.unwrap_or(least));
        turned.extend(turned.first().copied());
        let mut references = Vec::new();
        let mut piece: Vec<Position> = Vec::new();
        let last = turned.len().saturating_sub(1);
        for (i, at) in turned.into_iter().enumerate() {
            piece.push(at);
            if piece.len() > 1 && (i == last || junctions.contains(&at)) {
                references.push(self.reference(std::mem::replace(&mut piece, vec![at]))?);
            }
        }
        Ok(references)
    }

    fn reference(&mut self, piece: Vec<Position>) -> Result<i32, NotACoverage> {
        if let Some(&index) = self.known.get(&piece) {
            return Ok(index);
        }
        let backwards: Vec<Position> = piece.iter().rev().copied().collect();
        if let Some(&index) = self.known.get(&backwards) {
            return Ok(!index);
        }
        let index = i32::try_from(self.list.len()).map_err(|_| NotACoverage::TooMany)?;
        self.list.push(piece.clone());
        self.known.insert(piece, index);
        Ok(index)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(code: &str, rings: &[&[(i64, i64)]]) -> Feature {
        let rings = rings.iter().map(|r| r.iter().map(|&(x, y)| Position { x, y }).collect());
        Feature { code: code.into(), name: String::new(), polygons: vec![rings.collect()] }
    }

    #[test]
    fn two_squares_share_one_arc_backwards() {
        let left = feature("a", &[&[(0, 0), (1, 0), (1, 1), (0, 1)]]);
        let right = feature("b", &[&[(1, 0), (2, 0), (2, 1), (1, 1)]]);
        let coverage = Coverage::build(&[left, right]).unwrap();
        assert_eq!(coverage.arcs.len(), 3);
        let shared: Vec<_> = coverage.users().into_iter().filter(|u| u.len() == 2).collect();
        assert_eq!(shared, [[(0, false), (1, true)]]);
        assert_eq!(coverage.neighbours(), [["b"], ["a"]]);
    }

    #[test]
    fn an_island_fills_its_hole() {
        let hole: &[(i64, i64)] = &[(3, 3), (3, 6), (6, 6), (6, 3)];
        let island: &[(i64, i64)] = &[(6, 6), (3, 6), (3, 3), (6, 3)];
        let around = feature("a", &[&[(0, 0), (9, 0), (9, 9), (0, 9)], hole]);
        let coverage = Coverage::build(&[around, feature("b", &[island])]).unwrap();
        assert_eq!(coverage.arcs.len(), 2);
        assert_eq!(coverage.areas[1].polygons, [[[!1]]]);
    }

    #[test]
    fn a_ring_that_touches_itself_is_cut_there() {
        let eight = feature("a", &[&[(0, 0), (2, 0), (2, 2), (4, 2), (4, 4), (2, 4), (2, 2), (0, 2)]]);
        let coverage = Coverage::build(&[eight]).unwrap();
        assert_eq!(coverage.areas[0].polygons, [[[0, 1]]]);
        assert_eq!(coverage.ring(&[0, 1]).len(), 8);
    }

    #[test]
    fn three_areas_on_one_line_overlap() {
        let square: &[(i64, i64)] = &[(0, 0), (1, 0), (1, 1), (0, 1)];
        let all = ["a", "b", "c"].map(|code| feature(code, &[square]));
        assert!(matches!(Coverage::build(&all), Err(NotACoverage::Overlap { .. })));
    }
}
