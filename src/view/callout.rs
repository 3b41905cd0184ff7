//! Remarks with an arrow, laid over a finished picture where it has most room.

use crate::base::geom::{Point, Rect, Size};
use crate::base::num::clamp;

use super::lettering::{LINE, STRONG, bounds, text, wrapped};
use super::look::Look;
use super::mark::{Anchor, Fill, Mark, Path, RectMark, Runs, Stroke};
use super::scene::{Key, Scene};

/// Widest line of a remark, px.
const WIDTH: f64 = 190.0;

/// Space around the words, px.
const PAD: f64 = 8.0;

/// How far from what it points at a remark may stand, px.
const AWAY: [f64; 5] = [34.0, 56.0, 84.0, 120.0, 170.0];

/// A sixteenth of a turn, as the direction of its end.
const SIXTEENTH: Point = Point { x: 0.923_879_532_511_286_7, y: 0.382_683_432_365_089_8 };

/// How far before its target an arrow ends, px.
const SHORT: f64 = 6.0;
/// Length of its head, px.
const HEAD: f64 = 9.0;

/// A remark.
#[derive(Clone, Debug, PartialEq)]
pub struct Callout {
    /// What it points at: an area, or a point of its line.
    pub key: Key,
    /// What it says.
    pub text: String,
}

/// The remarks whose targets are in the picture, as marks to be painted over it.
pub fn scene(under: &Scene, callouts: &[Callout], look: &Look) -> Scene {
    let mut taken = Taken::default();
    taken.add(&under.marks, look);
    let mut marks = Vec::new();
    for callout in callouts {
        let Some(target) = under.targets.iter().find(|t| t.key == callout.key) else { continue };
        let rows = wrapped(&callout.text, STRONG, WIDTH, look);
        let widest = super::lettering::widest(rows.iter().map(String::as_str), STRONG, look);
        let line = STRONG.size * LINE;
        let size = Size::new(widest + 2.0 * PAD, rows.len() as f64 * line + 2.0 * PAD);
        let at = place(target.at, size, under, &taken);
        marks.extend(arrow(at, target.at, &taken.words, look));
        taken.words.push(at);
        marks.push(Mark::Rect(RectMark {
            rect: at,
            radius: 4.0,
            fill: Some(Fill::solid(look.theme.panel)),
            stroke: Some(Stroke::solid(look.theme.ink, 1.0)),
        }));
        for (n, words) in rows.into_iter().enumerate() {
            let middle = Point::new(at.x + PAD, at.y + PAD + (n as f64 + 0.5) * line);
            marks.push(Mark::Text(text(middle, words, STRONG, Anchor::Start, look.theme.ink)));
        }
    }
    Scene { size: under.size, marks, ..Scene::default() }
}

/// What a remark should not cover.
#[derive(Default)]
struct Taken {
    /// The boxes of all words, and of remarks.
    words: Vec<Rect>,
    /// Lines, each run with its width; no outlines of what is filled.
    lines: Vec<(Runs, f64)>,
}

impl Taken {
    fn add(&mut self, marks: &[Mark], look: &Look) {
        for mark in marks {
            match mark {
                Mark::Group(group) => self.add(&group.marks, look),
                Mark::Text(text) => self.words.push(bounds(text, look)),
                Mark::Path(Path { runs, fill: None, stroke: Some(stroke), .. }) => {
                    self.lines.push((runs.clone(), stroke.width));
                }
                _ => {}
            }
        }
    }

    /// What a remark costs that stands there: words most, lines by their length and width.
    fn cost(&self, at: Rect) -> f64 {
        let mut cost = 0.0;
        for other in &self.words {
            cost += 4.0 * shared(at, *other);
        }
        for (runs, width) in &self.lines {
            for run in runs {
                for piece in run.windows(2) {
                    if let [a, b] = piece
                        && let Some((a, b)) = at.clip(*a, *b)
                    {
                        cost += a.distance(b) * width;
                    }
                }
            }
        }
        cost
    }
}

/// The box with least on it, near the target first.
fn place(to: Point, size: Size, under: &Scene, taken: &Taken) -> Rect {
    let mut best = (f64::INFINITY, Rect::new(0.0, 0.0, size.width, size.height));
    for away in AWAY {
        let mut towards = Point::new(1.0, 0.0);
        for _ in 0..16 {
            let (dx, dy) = (towards.x, towards.y);
            towards = towards.turned(SIXTEENTH);
            // The box's middle lies beyond its own half extent in that direction.
            let reach = dx.abs() * size.width / 2.0 + dy.abs() * size.height / 2.0 + away;
            let x = to.x + dx * reach - size.width / 2.0;
            let y = to.y + dy * reach - size.height / 2.0;
            let kept_x = clamp(x, 0.0, (under.size.width - size.width).max(0.0));
            let kept_y = clamp(y, 0.0, (under.size.height - size.height).max(0.0));
            let at = Rect::new(kept_x, kept_y, size.width, size.height);
            let pushed = (kept_x - x).abs() + (kept_y - y).abs();
            let mut cost = away * 0.4 + pushed * 2.0 + taken.cost(at);
            for target in &under.targets {
                if at.contains(target.at) {
                    cost += 60.0;
                }
                // What it covers of a map's areas, a reader cannot see.
                cost += 0.015 * shared(at, target.bounds);
            }
            cost += 12.0 * covered(nearest(at, to), to, &taken.words);
            if at.contains(to) {
                cost += 5_000.0;
            }
            if cost < best.0 {
                best = (cost, at);
            }
        }
    }
    best.1
}

/// The point of the box that is nearest.
fn nearest(from: Rect, to: Point) -> Point {
    Point::new(clamp(to.x, from.x, from.right()), clamp(to.y, from.y, from.bottom()))
}

/// How many sixteenths of the way lie on words.
fn covered(from: Point, to: Point, words: &[Rect]) -> f64 {
    let at = |t: f64| Point::new(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t);
    let steps = (0..16).map(|n| at(f64::from(n) / 16.0));
    steps.filter(|p| words.iter().any(|word| word.contains(*p))).count() as f64
}

/// The area that two boxes share, px².
fn shared(a: Rect, b: Rect) -> f64 {
    let width = a.right().min(b.right()) - a.x.max(b.x);
    let height = a.bottom().min(b.bottom()) - a.y.max(b.y);
    if width > 0.0 && height > 0.0 { width * height } else { 0.0 }
}

/// From the box to just before the target, or before the words that stand on it, with a head.
fn arrow(from: Rect, to: Point, words: &[Rect], look: &Look) -> [Mark; 3] {
    let start = nearest(from, to);
    let length = start.distance(to).max(1.0);
    let (ux, uy) = ((to.x - start.x) / length, (to.y - start.y) / length);
    let along =
        |back: f64, aside: f64| Point::new(to.x - ux * back - uy * aside, to.y - uy * back + ux * aside);
    let mut tip = SHORT.min(length / 2.0);
    while tip + HEAD < length && words.iter().any(|word| word.contains(along(tip, 0.0))) {
        tip += 1.0;
    }
    let shaft = vec![start, along(tip + 5.0, 0.0)];
    let head = vec![along(tip, 0.0), along(tip + HEAD, 4.5), along(tip + HEAD, -4.5), along(tip, 0.0)];
    // A seam of paper, so that it is seen on any colour.
    let seam = Path {
        runs: vec![shaft.clone(), head.clone()].into(),
        stroke: Some(Stroke::solid(look.theme.paper, 4.0)),
        ..Path::default()
    };
    let shaft = Path {
        runs: vec![shaft].into(),
        stroke: Some(Stroke::solid(look.theme.ink, 1.5)),
        ..Path::default()
    };
    let head = Path {
        runs: vec![head].into(),
        closed: true,
        fill: Some(Fill::solid(look.theme.ink)),
        ..Path::default()
    };
    [Mark::Path(seam), Mark::Path(shaft), Mark::Path(head)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::color::{Mode, Theme};
    use crate::base::id::AreaId;
    use crate::base::locale::Locale;
    use crate::view::mark::Group;
    use crate::view::measure::TableMeasure;
    use crate::view::scene::Target;

    fn look() -> Look<'static> {
        Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale: Locale::Sv }
    }

    fn picture() -> Scene {
        let target = |n: usize, x: f64, y: f64| Target {
            key: Key::Area(AreaId::new(n).unwrap()),
            at: Point::new(x, y),
            bounds: Rect::new(x - 5.0, y - 5.0, 10.0, 10.0),
        };
        let label = text(Point::new(60.0, 100.0), "Lekeberg", STRONG, Anchor::Start, look().theme.ink);
        Scene {
            size: Size::new(400.0, 300.0),
            marks: vec![Mark::Text(label)],
            targets: vec![target(0, 200.0, 150.0), target(1, 395.0, 4.0)],
            ..Scene::default()
        }
    }

    fn boxes(scene: &Scene) -> Vec<Rect> {
        let mark = |m: &Mark| if let Mark::Rect(r) = m { Some(r.rect) } else { None };
        scene.marks.iter().filter_map(mark).collect()
    }

    #[test]
    fn an_arrow_ends_before_the_words_on_its_target() {
        let mut under = picture();
        let name = text(Point::new(200.0, 150.0), "Örebro", STRONG, Anchor::Middle, look().theme.ink);
        let on = bounds(&name, &look());
        let say = Callout { key: Key::Area(AreaId::new(0).unwrap()), text: "Ned".to_owned() };
        let tip = |under: &Scene| {
            let over = scene(under, core::slice::from_ref(&say), &look());
            let heads = over
                .marks
                .iter()
                .filter_map(|m| if let Mark::Path(p) = m { p.fill.and(Some(p)) } else { None });
            heads.map(|head| head.runs[0][0]).next().unwrap()
        };
        assert!(on.contains(tip(&under)), "without words it reaches where they would stand");
        under.marks.push(Mark::Text(name));
        assert!(!on.contains(tip(&under)), "{:?} lies on {on:?}", tip(&under));
    }

    #[test]
    fn an_arrow_goes_round_words_and_has_a_seam() {
        let mut under = picture();
        let aside = AWAY.into_iter().fold(f64::INFINITY, f64::min) / 2.0;
        let word = text(Point::new(200.0 + aside, 150.0), "i", STRONG, Anchor::Middle, look().theme.ink);
        let on = bounds(&word, &look());
        let say = Callout { key: Key::Area(AreaId::new(0).unwrap()), text: "Ned".to_owned() };
        let shaft = |under: &Scene| {
            let over = scene(under, core::slice::from_ref(&say), &look());
            let [Mark::Path(seam), Mark::Path(shaft), ..] = &over.marks[..] else { panic!("{over:?}") };
            assert_eq!(seam.runs[0], shaft.runs[0]);
            assert_eq!(seam.stroke.map(|s| s.color), Some(look().theme.paper));
            (shaft.runs[0][0], shaft.runs[0][1])
        };
        let (from, to) = shaft(&under);
        assert!(covered(from, to, &[on]) > 0.0, "without the word the way is there: {from:?} {to:?} {on:?}");
        under.marks.push(Mark::Text(word));
        let (from, to) = shaft(&under);
        assert!(covered(from, to, &[on]) < 1.0, "{from:?} {to:?} {on:?}");
    }

    #[test]
    fn a_remark_stands_beside_a_map_where_there_is_room() {
        let mut under = picture();
        let areas = [(120.0, 110.0), (200.0, 110.0), (40.0, 110.0), (120.0, 30.0), (120.0, 190.0)]
            .into_iter()
            .chain([(200.0, 30.0), (200.0, 190.0), (40.0, 30.0), (40.0, 190.0)]);
        let area = |(n, (x, y)): (usize, (f64, f64))| Target {
            key: Key::Area(AreaId::new(n).unwrap()),
            at: Point::new(x + 40.0, y + 40.0),
            bounds: Rect::new(x, y, 80.0, 80.0),
        };
        under.targets = areas.enumerate().map(area).collect();
        let say = Callout { key: Key::Area(AreaId::new(0).unwrap()), text: "Störst ökning".to_owned() };
        let at = boxes(&scene(&under, &[say], &look()))[0];
        let covers: f64 = under.targets.iter().map(|t| shared(at, t.bounds)).sum();
        assert!(covers < at.width * at.height * 0.25, "{at:?} covers {covers} px²");
    }

    #[test]
    fn a_remark_covers_no_line_where_there_is_room_beside_it() {
        let say = Callout { key: Key::Area(AreaId::new(0).unwrap()), text: "Ned".to_owned() };
        let place = |under: &Scene| boxes(&scene(under, core::slice::from_ref(&say), &look()))[0];
        let mut under = picture();
        let free = place(&under);
        let (from, to) = (Point::new(free.x, free.center().y), Point::new(free.right(), free.center().y));
        let line = Path {
            runs: vec![vec![from, to]].into(),
            stroke: Some(Stroke::solid(look().theme.other, 1.5)),
            ..Path::default()
        };
        under.marks.push(Mark::Group(Group { key: None, marks: vec![Mark::Path(line)] }));
        assert_eq!(place(&under).clip(from, to), None);
    }

    #[test]
    fn remarks_stay_inside_and_off_words_targets_and_each_other() {
        let say = |n: usize| Callout {
            key: Key::Area(AreaId::new(n).unwrap()),
            text: "Universitet och sjukhus drar upp andelen".to_owned(),
        };
        let under = picture();
        let over = scene(&under, &[say(0), say(1), say(7)], &look());
        let boxes = boxes(&over);
        assert_eq!(boxes.len(), 2, "a remark about nothing in the picture is left out");
        for rect in &boxes {
            assert!(rect.x >= 0.0 && rect.y >= 0.0 && rect.right() <= 400.0 && rect.bottom() <= 300.0);
            assert!(under.targets.iter().all(|t| !rect.contains(t.at)), "{rect:?}");
        }
        assert!(!boxes[0].overlaps(boxes[1]));
        let mut taken = Taken::default();
        taken.add(&under.marks, &look());
        assert!(boxes.iter().all(|b| !b.overlaps(taken.words[0])));
    }
}
