//! One place for each label such that none collide.

use crate::base::geom::{Point, Rect};

use super::options::{Place, widened};

/// Rounds in which labels make way for each other.
const ROUNDS: usize = 4;

/// The chosen places, cheap in all. Labels with least choice go first; then, round by round, each
/// takes the place that is cheapest counting what it would cost those in the way to move.
pub(in crate::view) fn choose(options: &[Vec<Place>]) -> Vec<Option<Place>> {
    let mut chosen: Vec<Option<Place>> = vec![None; options.len()];
    let mut order: Vec<usize> = (0..options.len()).collect();
    crate::base::order::sort_by_cached_key(&mut order, &mut |&i| {
        slack(options.get(i).map(Vec::as_slice).unwrap_or_default())
    });
    for &i in &order {
        settle(options, &mut chosen, i);
    }
    for _ in 0..ROUNDS {
        let before = total(&chosen);
        for &i in &order {
            make_way(options, &mut chosen, i);
        }
        if total(&chosen) >= before - 1e-6 {
            break;
        }
    }
    chosen
}

/// How many places are nearly as good as the best.
fn slack(places: &[Place]) -> usize {
    let best = places.first().map_or(0.0, |p| p.cost);
    places.iter().filter(|p| p.cost < best + 25.0).count()
}

/// A label without a place costs more than any place.
fn total(chosen: &[Option<Place>]) -> f64 {
    chosen.iter().map(|p| p.map_or(5_000.0, |p| p.cost)).sum()
}

/// The cheapest place that is free.
fn settle(options: &[Vec<Place>], chosen: &mut [Option<Place>], i: usize) {
    let Some(places) = options.get(i) else { return };
    let free = |place: &&Place| {
        chosen
            .iter()
            .enumerate()
            .all(|(j, other)| j == i || other.is_none_or(|other| !collide(place, &other)))
    };
    let found = places.iter().find(free).copied();
    if let Some(slot) = chosen.get_mut(i) {
        *slot = found;
    }
}

/// Tries the places better than the present one; those in the way move to their next best, and the
/// change stays where it is cheaper in all.
fn make_way(options: &[Vec<Place>], chosen: &mut Vec<Option<Place>>, i: usize) {
    let Some(places) = options.get(i) else { return };
    let present = chosen.get(i).copied().flatten().map_or(f64::INFINITY, |p| p.cost);
    let best = places.first().map_or(0.0, |p| p.cost);
    if present < best + 8.0 {
        return;
    }
    let mut found = (total(chosen), None);
    for place in places.iter().take_while(|p| p.cost < present).step_by(3).take(12) {
        let mut trial = chosen.clone();
        let displaced: Vec<usize> = (0..trial.len())
            .filter(|&j| {
                j != i && trial.get(j).copied().flatten().is_some_and(|other| collide(place, &other))
            })
            .collect();
        for &j in &displaced {
            if let Some(slot) = trial.get_mut(j) {
                *slot = None;
            }
        }
        if let Some(slot) = trial.get_mut(i) {
            *slot = Some(*place);
        }
        for &j in &displaced {
            settle(options, &mut trial, j);
        }
        let cost = total(&trial);
        if cost < found.0 - 1e-6 {
            found = (cost, Some(trial));
        }
    }
    if let Some(better) = found.1 {
        *chosen = better;
    }
}

/// Whether two labels, or a label and a hairline, or two hairlines meet.
fn collide(a: &Place, b: &Place) -> bool {
    let reach = |p: &Place| p.leader.map_or(p.rect, |(_, to)| spanned(p.rect, to));
    if !widened(reach(a), 4.0, 4.0).overlaps(widened(reach(b), 4.0, 4.0)) {
        return false;
    }
    let dot = |p: &Place| p.leader.map(|(_, to)| Rect::new(to.x - 6.0, to.y - 6.0, 12.0, 12.0));
    let on_dot = |a: &Place, b: &Place| {
        dot(a).is_some_and(|dot| {
            b.rect.overlaps(dot) || b.leader.is_some_and(|(from, to)| dot.clip(from, to).is_some())
        })
    };
    let (wide_a, wide_b) = (widened(a.rect, 2.5, 1.5), widened(b.rect, 2.5, 1.5));
    let over =
        |place: &Place, rect: Rect| place.leader.is_some_and(|(from, to)| rect.clip(from, to).is_some());
    let leaders = match (a.leader, b.leader) {
        (Some((a, b)), Some((c, d))) => meet(a, b, c, d),
        _ => false,
    };
    wide_a.overlaps(wide_b) || leaders || on_dot(a, b) || on_dot(b, a) || over(a, wide_b) || over(b, wide_a)
}

/// The box around a box and a point.
fn spanned(rect: Rect, p: Point) -> Rect {
    let (left, top) = (rect.x.min(p.x), rect.y.min(p.y));
    Rect::new(left, top, rect.right().max(p.x) - left, rect.bottom().max(p.y) - top)
}

/// Whether two segments cross.
fn meet(a: Point, b: Point, c: Point, d: Point) -> bool {
    let left = |p: Point, q: Point, r: Point| (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x) > 0.0;
    left(a, b, c) != left(a, b, d) && left(c, d, a) != left(c, d, b)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(x: f64, cost: f64) -> Place {
        Place { rect: Rect::new(x, 0.0, 10.0, 10.0), two_lines: false, inside: true, leader: None, cost }
    }

    #[test]
    fn one_makes_way_where_that_is_cheaper_in_all() {
        // Both want x = 0; the first has no good second choice.
        let options = [vec![place(0.0, 0.0), place(100.0, 90.0)], vec![place(0.0, 0.0), place(50.0, 5.0)]];
        let chosen = choose(&options);
        assert_eq!(chosen.iter().map(|p| p.unwrap().rect.x).collect::<Vec<_>>(), [0.0, 50.0]);
    }

    #[test]
    fn what_has_no_room_is_left_out() {
        let options = [vec![place(0.0, 0.0)], vec![place(5.0, 0.0)], vec![]];
        assert_eq!(choose(&options).iter().flatten().count(), 1);
    }
}
