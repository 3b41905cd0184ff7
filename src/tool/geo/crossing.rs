//! Where arcs meet outside their ends.
//!
//! Exact on whole numbers. Arcs may meet where they end; anything else, a crossing, a touch, a
//! stretch walked twice, is a conflict.

use std::collections::{BTreeMap, BTreeSet};

use super::{Position, turn};

/// A straight piece of an arc.
#[derive(Clone, Copy, Debug)]
pub(super) struct Segment {
    arc: usize,
    /// Position within the arc, from 0.
    nth: usize,
    /// Whether it is the arc's last.
    last: bool,
    pub(super) from: Position,
    pub(super) to: Position,
}

impl Segment {
    /// Whether the arc ends in this position of this segment.
    fn ends_in(self, at: Position) -> bool {
        (self.nth == 0 && self.from == at) || (self.last && self.to == at)
    }
}

/// How two segments meet.
#[derive(Debug, PartialEq, Eq)]
enum Meeting {
    Nowhere,
    /// Only in a position where both end.
    AtEnds(Position),
    Otherwise,
}

/// Indices of the arcs that meet another, or themselves, elsewhere than at their ends.
pub fn conflicts(arcs: &[Vec<Position>]) -> BTreeSet<usize> {
    let mut found = BTreeSet::new();
    each_near(arcs, &mut |a, b| {
        if conflict(a, b) {
            found.extend([a.arc, b.arc]);
        }
    });
    found
}

/// Where a ring crosses itself, touches itself in the middle of a side, or goes back on itself. Two
/// visits of one position are not among them.
pub(super) fn of_itself(ring: &[Position]) -> Vec<(Segment, Segment)> {
    let mut closed = ring.to_vec();
    closed.extend(ring.first());
    let mut found = Vec::new();
    each_near(&[closed], &mut |a, b| {
        if meeting(a, b) == Meeting::Otherwise {
            found.push((a, b));
        }
    });
    found
}

/// Calls `visit` with every two segments that are near each other, some of them several times.
fn each_near(arcs: &[Vec<Position>], visit: &mut dyn FnMut(Segment, Segment)) {
    let segments = segments(arcs);
    let cell = cell_size(&segments);
    let mut cells: BTreeMap<(i64, i64), Vec<Segment>> = BTreeMap::new();
    for segment in segments {
        let (a, b) = (segment.from, segment.to);
        for x in a.x.min(b.x).div_euclid(cell)..=a.x.max(b.x).div_euclid(cell) {
            for y in a.y.min(b.y).div_euclid(cell)..=a.y.max(b.y).div_euclid(cell) {
                let here = cells.entry((x, y)).or_default();
                for other in &*here {
                    visit(*other, segment);
                }
                here.push(segment);
            }
        }
    }
}

fn segments(arcs: &[Vec<Position>]) -> Vec<Segment> {
    let mut segments = Vec::new();
    for (arc, line) in arcs.iter().enumerate() {
        let count = line.len().saturating_sub(1);
        for (nth, pair) in line.windows(2).enumerate() {
            if let [from, to] = *pair {
                segments.push(Segment { arc, nth, last: nth + 1 == count, from, to });
            }
        }
    }
    segments
}

/// A few times the mean extent of a segment, so that cells hold few segments; and so large that no
/// segment lies in too many cells.
fn cell_size(segments: &[Segment]) -> i64 {
    let extent = |s: &Segment| (s.to.x - s.from.x).abs() + (s.to.y - s.from.y).abs();
    let total: i64 = segments.iter().map(extent).sum();
    let longest = segments.iter().map(extent).max().unwrap_or_default();
    let count = i64::try_from(segments.len()).unwrap_or(i64::MAX).max(1);
    (2 * total / count).max(longest / 256).max(1)
}

fn conflict(a: Segment, b: Segment) -> bool {
    match meeting(a, b) {
        Meeting::Nowhere => false,
        Meeting::Otherwise => true,
        Meeting::AtEnds(at) => {
            let in_turn =
                a.arc == b.arc && ((a.nth + 1 == b.nth && a.to == at) || (b.nth + 1 == a.nth && b.to == at));
            !(in_turn || a.ends_in(at) && b.ends_in(at))
        }
    }
}

fn meeting(a: Segment, b: Segment) -> Meeting {
    let of_b = [turn(a.from, a.to, b.from).signum(), turn(a.from, a.to, b.to).signum()];
    let of_a = [turn(b.from, b.to, a.from).signum(), turn(b.from, b.to, a.to).signum()];
    if of_b == [0, 0] {
        return in_line(a, b);
    }
    let (across_a, across_b) = (of_b.iter().product::<i64>(), of_a.iter().product::<i64>());
    if across_a > 0 || across_b > 0 {
        return Meeting::Nowhere;
    }
    if across_a < 0 && across_b < 0 {
        return Meeting::Otherwise;
    }
    [a.from, a.to]
        .into_iter()
        .find(|p| [b.from, b.to].contains(p))
        .map_or(Meeting::Otherwise, Meeting::AtEnds)
}

/// Segments on one line: compared by their order along it.
fn in_line(a: Segment, b: Segment) -> Meeting {
    let (a_low, a_high) = (a.from.min(a.to), a.from.max(a.to));
    let (b_low, b_high) = (b.from.min(b.to), b.from.max(b.to));
    let (low, high) = (a_low.max(b_low), a_high.min(b_high));
    match low.cmp(&high) {
        std::cmp::Ordering::Greater => Meeting::Nowhere,
        std::cmp::Ordering::Equal => Meeting::AtEnds(low),
        std::cmp::Ordering::Less => Meeting::Otherwise,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(arcs: &[&[(i64, i64)]]) -> Vec<usize> {
        let arcs: Vec<Vec<Position>> =
            arcs.iter().map(|a| a.iter().map(|&(x, y)| Position { x, y }).collect()).collect();
        conflicts(&arcs).into_iter().collect()
    }

    #[test]
    fn arcs_may_meet_at_their_ends_only() {
        let corner: &[(i64, i64)] = &[(0, 0), (4, 0), (4, 4)];
        assert_eq!(check(&[corner, &[(4, 4), (0, 4), (0, 0)]]), [0; 0], "a ring of two arcs");
        assert_eq!(check(&[corner, &[(2, -2), (2, 2)]]), [0, 1], "crossing");
        assert_eq!(check(&[corner, &[(2, 0), (2, 2)]]), [0, 1], "an end on a side");
        assert_eq!(check(&[corner, &[(4, 0), (9, 0)]]), [0, 1], "an end in a bend");
        assert_eq!(check(&[corner, &[(5, 0), (9, 0)]]), [0; 0], "in line, apart");
        assert_eq!(check(&[corner, &[(1, 0), (2, 0)]]), [0, 1], "in line, over each other");
        assert_eq!(check(&[&[(0, 0), (4, 0)], &[(4, 0), (9, 0)]]), [0; 0], "in line, end to end");
        assert_eq!(check(&[&[(0, 0), (4, 0)], &[(0, 0), (4, 0)]]), [0, 1], "the same line");
    }

    #[test]
    fn an_arc_must_not_meet_itself() {
        assert_eq!(check(&[&[(0, 0), (4, 4), (4, 0), (0, 4)]]), [0], "crossing");
        assert_eq!(check(&[&[(0, 0), (4, 0), (2, 0)]]), [0], "back on itself");
        assert_eq!(check(&[&[(0, 0), (4, 0), (4, 4), (0, 0)]]), [0; 0], "closed");
    }
}
