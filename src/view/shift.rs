//! Pictures within pictures: marks and targets moved to another place.

use crate::base::geom::{Point, Rect};

use super::{
    mark::Mark,
    scene::{Scene, Target},
};

/// Appends a picture to another, its upper left corner at `to`.
pub fn append(onto: &mut Scene, part: Scene, to: Point) {
    for mut mark in part.marks {
        shift(&mut mark, to);
        onto.marks.push(mark);
    }
    for target in part.targets {
        let at = Point::new(target.at.x + to.x, target.at.y + to.y);
        onto.targets.push(Target { at, bounds: shifted(target.bounds, to), ..target });
    }
}

fn shift(mark: &mut Mark, by: Point) {
    let moved = |p: Point| Point::new(p.x + by.x, p.y + by.y);
    match mark {
        Mark::Group(group) => {
            for mark in &mut group.marks {
                shift(mark, by);
            }
        }
        Mark::Path(path) => {
            path.runs = path.runs.iter().map(|run| run.iter().copied().map(moved).collect()).collect();
        }
        Mark::Rect(rect) => rect.rect = shifted(rect.rect, by),
        Mark::Circle(circle) => circle.center = moved(circle.center),
        Mark::Text(text) => text.at = moved(text.at),
    }
}

fn shifted(rect: Rect, by: Point) -> Rect {
    Rect::new(rect.x + by.x, rect.y + by.y, rect.width, rect.height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::id::AreaId,
        view::{
            mark::{Circle, Group},
            scene::Key,
        },
    };

    #[test]
    fn marks_in_groups_and_targets_move_along() {
        let circle = Mark::Circle(Circle { center: Point::new(1.0, 2.0), ..Circle::default() });
        let key = Key::Area(AreaId::new(0).unwrap());
        let target = Target { key, at: Point::new(1.0, 2.0), bounds: Rect::new(0.0, 0.0, 4.0, 4.0) };
        let part = Scene {
            marks: vec![Mark::Group(Group { key: None, marks: vec![circle] })],
            targets: vec![target],
            ..Scene::default()
        };
        let mut whole = Scene::default();
        append(&mut whole, part, Point::new(10.0, 20.0));
        let moved = Mark::Circle(Circle { center: Point::new(11.0, 22.0), ..Circle::default() });
        assert_eq!(whole.marks, [Mark::Group(Group { key: None, marks: vec![moved] })]);
        assert_eq!(whole.targets[0].at, Point::new(11.0, 22.0));
        assert_eq!(whole.targets[0].bounds, Rect::new(10.0, 20.0, 4.0, 4.0));
    }
}
