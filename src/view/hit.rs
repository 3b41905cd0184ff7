//! From a place in a picture to what it stands for, and from one target to the next by arrow key.

use crate::base::{geom::Point, num::hypot};

use super::scene::{Key, Scene, Target};

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// ↑
    Up,
    /// ↓
    Down,
    /// ←
    Left,
    /// →
    Right,
}

/// What is at `p`: of the targets that contain it the one whose place is nearest, else the nearest
/// place within `reach` px. (For maps ask [`super::map::placed::Placed::at`], which knows borders.)
pub fn hit(scene: &Scene, p: Point, reach: f64) -> Option<Key> {
    let nearest = |among: &dyn Fn(&Target) -> bool| {
        let found = scene.targets.iter().filter(|t| among(t));
        found.min_by(|a, b| a.at.distance(p).total_cmp(&b.at.distance(p))).map(|t| t.key)
    };
    nearest(&|t| t.bounds.contains(p)).or_else(|| nearest(&|t| t.at.distance(p) <= reach))
}

/// The target an arrow key leads to, `None` at the edge.
///
/// Points of lines: left and right are the area's next periods, up and down the neighbouring lines
/// in the same period. Cells: left and right the same indicator, up and down the same area, as far as
/// there are any. All else: the nearest target within a quarter turn of the direction, those
/// straight ahead preferred.
pub fn next(targets: &[Target], from: Key, direction: Direction) -> Option<Key> {
    let here = targets.iter().find(|t| t.key == from)?;
    match from {
        Key::Point(area, period) => {
            let same = |key: Key| match (key, direction) {
                (Key::Point(a, _), Direction::Left | Direction::Right) => a == area,
                (Key::Point(_, p), Direction::Up | Direction::Down) => p == period,
                _ => false,
            };
            let ahead = targets.iter().filter(|t| t.key != from && same(t.key)).filter_map(|t| {
                let (along, _) = offset(here.at, t.at, direction);
                // Equal values lie on top of each other: let the order of the list part them.
                (along > 0.0).then_some((along, t.key))
            });
            let nearest = ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, key)| key);
            let level = |t: &&Target| t.key != from && same(t.key) && t.at == here.at;
            let twin = match direction {
                Direction::Down => targets.iter().skip_while(|t| t.key != from).find(level),
                Direction::Up => targets.iter().take_while(|t| t.key != from).filter(level).last(),
                _ => None,
            };
            twin.map(|t| t.key).or(nearest)
        }
        Key::Cell(indicator, area) => {
            let mut best: Option<(f64, Key)> = None;
            for t in targets {
                let Key::Cell(i, a) = t.key else { continue };
                let level = matches!(direction, Direction::Left | Direction::Right);
                let (along, across) = offset(here.at, t.at, direction);
                let same = if level { i == indicator } else { a == area && across.abs() < 0.5 };
                if same && along > 0.0 && best.is_none_or(|(least, _)| along < least) {
                    best = Some((along, t.key));
                }
            }
            best.map(|(_, key)| key).or_else(|| ahead(targets, here, from, direction))
        }
        _ => ahead(targets, here, from, direction),
    }
}

/// The next target in one direction, however far to the side it lies, `None` at the end: so every
/// one is reached. Those level with each other follow in their order in the list.
pub fn along(targets: &[Target], from: Key, direction: Direction) -> Option<Key> {
    let here = targets.iter().position(|t| t.key == from)?;
    let forward = matches!(direction, Direction::Right | Direction::Down);
    // A place along the direction; the list's order parts those that are level.
    let place = |n: usize, t: &Target| match direction {
        Direction::Left | Direction::Right => (t.at.x, n),
        Direction::Up | Direction::Down => (t.at.y, n),
    };
    let own = place(here, targets.get(here)?);
    let mut best: Option<((f64, usize), Key)> = None;
    for (n, t) in targets.iter().enumerate() {
        let at = place(n, t);
        let later = |a: (f64, usize), b: (f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).is_gt();
        let ahead = if forward { later(at, own) } else { later(own, at) };
        let nearer = |b: &((f64, usize), Key)| if forward { later(b.0, at) } else { later(at, b.0) };
        if ahead && best.as_ref().is_none_or(nearer) {
            best = Some((at, t.key));
        }
    }
    best.map(|(_, key)| key)
}

/// The nearest target within a quarter turn of the direction.
fn ahead(targets: &[Target], here: &Target, from: Key, direction: Direction) -> Option<Key> {
    let ahead = targets.iter().filter(|t| t.key != from).filter_map(|t| {
        let (along, across) = offset(here.at, t.at, direction);
        (along > 0.5 && across.abs() <= along).then(|| (hypot(along, across * 2.0), t.key))
    });
    ahead.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, key)| key)
}

/// How far `to` lies along the direction from `from`, and across it.
fn offset(from: Point, to: Point, direction: Direction) -> (f64, f64) {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    match direction {
        Direction::Up => (-dy, dx),
        Direction::Down => (dy, dx),
        Direction::Left => (-dx, dy),
        Direction::Right => (dx, dy),
    }
}

#[cfg(test)]
mod tests {
    use crate::base::{geom::Rect, id::AreaId, period::Period};

    use super::*;

    fn target(key: Key, x: f64, y: f64) -> Target {
        Target { key, at: Point::new(x, y), bounds: Rect::new(x - 6.0, y - 6.0, 12.0, 12.0) }
    }

    fn point(area: usize, year: i16) -> Key {
        Key::Point(AreaId::new(area).unwrap(), Period::year_of(year))
    }

    /// Two lines that meet in 2001, and a third above them.
    fn lines() -> Vec<Target> {
        let values = [(0, [50.0, 40.0, 30.0]), (1, [70.0, 40.0, 60.0]), (2, [10.0, 10.0, 10.0])];
        let spots = |(area, ys): (usize, [f64; 3])| {
            ys.into_iter().zip(0..).map(move |(y, i)| target(point(area, 2000 + i), f64::from(i) * 20.0, y))
        };
        values.into_iter().flat_map(spots).collect()
    }

    #[test]
    fn along_a_direction_every_target_is_reached() {
        let at = |n: usize, x: f64, y: f64| {
            let key = Key::Area(crate::base::id::AreaId::new(n).unwrap());
            let at = Point::new(x, y);
            Target { key, at, bounds: crate::base::geom::Rect::new(x, y, 1.0, 1.0) }
        };
        // Two on the same spot, one far to the side.
        let targets = [at(0, 5.0, 5.0), at(1, 5.0, 5.0), at(2, 6.0, 900.0), at(3, 1.0, 2.0)];
        let walk = |direction, start: usize| {
            let mut order = vec![start];
            let mut key = targets[start].key;
            while let Some(to) = along(&targets, key, direction) {
                order.push(to.area().unwrap().index());
                key = to;
            }
            order
        };
        assert_eq!(walk(Direction::Right, 3), [3, 0, 1, 2]);
        assert_eq!(walk(Direction::Left, 2), [2, 1, 0, 3]);
        assert_eq!(walk(Direction::Down, 3), [3, 0, 1, 2]);
        assert_eq!(walk(Direction::Up, 2), [2, 1, 0, 3]);
    }

    #[test]
    fn a_row_is_hit_anywhere_and_a_point_from_nearby() {
        let area = Key::Area(AreaId::new(3).unwrap());
        let row = Target { key: area, at: Point::new(90.0, 10.0), bounds: Rect::new(0.0, 0.0, 300.0, 20.0) };
        let scene = Scene { targets: vec![row], ..Scene::default() };
        assert_eq!(hit(&scene, Point::new(2.0, 19.0), 0.0), Some(area));
        let scene = Scene { targets: lines(), ..Scene::default() };
        assert_eq!(hit(&scene, Point::new(3.0, 58.0), 24.0), Some(point(0, 2000)));
        assert_eq!(hit(&scene, Point::new(300.0, 300.0), 24.0), None);
    }

    #[test]
    fn arrows_follow_a_line_and_change_lines() {
        let t = lines();
        assert_eq!(next(&t, point(0, 2000), Direction::Right), Some(point(0, 2001)));
        assert_eq!(next(&t, point(0, 2000), Direction::Left), None);
        assert_eq!(next(&t, point(0, 2000), Direction::Up), Some(point(2, 2000)));
        assert_eq!(next(&t, point(0, 2000), Direction::Down), Some(point(1, 2000)));
    }

    #[test]
    fn lines_that_meet_are_both_reached() {
        let t = lines();
        assert_eq!(next(&t, point(2, 2001), Direction::Down), Some(point(0, 2001)));
        assert_eq!(next(&t, point(0, 2001), Direction::Down), Some(point(1, 2001)));
        assert_eq!(next(&t, point(1, 2001), Direction::Down), None);
        assert_eq!(next(&t, point(1, 2001), Direction::Up), Some(point(0, 2001)));
        assert_eq!(next(&t, point(0, 2001), Direction::Up), Some(point(2, 2001)));
    }

    #[test]
    fn on_a_map_the_neighbour_straight_ahead_wins() {
        let key = |i| Key::Area(AreaId::new(i).unwrap());
        let t = [target(key(0), 0.0, 0.0), target(key(1), 30.0, 25.0), target(key(2), 40.0, 2.0)];
        assert_eq!(next(&t, key(0), Direction::Right), Some(key(2)));
        assert_eq!(next(&t, key(2), Direction::Left), Some(key(0)));
        assert_eq!(next(&t, key(0), Direction::Up), None);
    }
}
