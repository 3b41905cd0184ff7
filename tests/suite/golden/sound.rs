//! What a picture must never be: empty, without numbers for places, outside its size, text on text.

use nulage::{
    base::{
        color::{Mode, Theme},
        geom::{Point, Rect, Size},
    },
    view::{
        lettering::{SMALL, text},
        mark::{Anchor, Mark, Text},
        scene::Scene,
    },
};

use crate::overlap::{self, DUST, walk};

/// Everything wrong with the picture.
pub(crate) fn faults(scene: &Scene) -> Vec<String> {
    let mut found = overlap::faults(scene);
    if scene.marks.is_empty() {
        found.push("empty".to_owned());
    }
    let mut points = Vec::new();
    walk(&scene.marks, &mut |mark| match mark {
        Mark::Path(path) => points.extend(path.runs.iter().flatten().map(|p| (*p, "path"))),
        Mark::Rect(rect) => {
            let r = rect.rect;
            points.extend([(Point::new(r.x, r.y), "rect"), (Point::new(r.right(), r.bottom()), "rect")]);
            if r.width < 0.0 || r.height < 0.0 {
                found.push(format!("inside out: {r:?}"));
            }
        }
        Mark::Circle(circle) => points.push((circle.center, "circle")),
        Mark::Text(_) | Mark::Group(_) => {}
    });
    for target in &scene.targets {
        points.push((target.at, "target"));
    }
    let whole = Rect::new(-DUST, -DUST, scene.size.width + 2.0 * DUST, scene.size.height + 2.0 * DUST);
    for (p, what) in points {
        if !whole.contains(p) {
            found.push(format!("{what} outside: {p:?} of {:?}", scene.size));
        }
    }
    for (_, words) in overlap::boxes(scene) {
        let bad = |word: &str| ["NaN", "inf", "null", "undefined"].contains(&word);
        let odd = words.split(|c: char| !c.is_alphanumeric()).any(bad);
        if words.trim().is_empty() || odd || words.contains("−0 ") {
            found.push(format!("says “{words}”"));
        }
    }
    found
}

/// The check itself, on pictures made to fail it.
pub(super) fn finds_faults() {
    let ink = Theme::of(Mode::Light).ink;
    let word = |x: f64, words: &str| {
        Mark::Text(Text { ..text(Point::new(x, 20.0), words, SMALL, Anchor::Start, ink) })
    };
    let scene = |marks| Scene { size: Size::new(100.0, 40.0), marks, ..Scene::default() };
    assert_eq!(faults(&scene(vec![])), ["empty"]);
    assert_eq!(faults(&scene(vec![word(2.0, "Kumla"), word(50.0, "Laxå")])), Vec::<String>::new());
    assert_eq!(faults(&scene(vec![word(2.0, "Kumla"), word(20.0, "Laxå")])).len(), 1, "text on text");
    assert_eq!(faults(&scene(vec![word(80.0, "Hällefors")])).len(), 1, "clipped");
    assert_eq!(faults(&scene(vec![word(2.0, "NaN %")])).len(), 1, "not a number");
    assert_eq!(faults(&scene(vec![word(2.0, "−inf %")])).len(), 1, "no finite number");
    assert_eq!(faults(&scene(vec![word(2.0, "information")])), Vec::<String>::new(), "a word");
    assert!(!faults(&scene(vec![word(f64::NAN, "Kumla")])).is_empty(), "nowhere");
}
