//! A name for every dot: beside it where there is room, else a little off with a hairline; never on
//! another name.

use crate::base::geom::{Point, Rect};
use crate::view::{
    lettering::{LINE, SMALL, STRONG, bounds},
    look::Look,
    map::labels::{
        choose::choose,
        options::{Place, nearest_on, widened},
    },
    mark::{Font, Text},
};

use super::{PlacedDot, Scatter};

/// Ways out from a dot, the preferred first.
const WAYS: [(f64, f64); 16] = [
    (1.0, 0.0),
    (-1.0, 0.0),
    (0.0, -1.0),
    (0.0, 1.0),
    (0.7, -0.7),
    (0.7, 0.7),
    (-0.7, -0.7),
    (-0.7, 0.7),
    (0.92, -0.38),
    (0.92, 0.38),
    (-0.92, -0.38),
    (-0.92, 0.38),
    (0.38, -0.92),
    (0.38, 0.92),
    (-0.38, -0.92),
    (-0.38, 0.92),
];

/// How far off a name may stand, px; the first touches its dot.
const OFF: [f64; 11] = [4.0, 10.0, 18.0, 28.0, 40.0, 56.0, 76.0, 100.0, 130.0, 170.0, 220.0];

/// Most places tried for all names together: the time to choose grows with the square of them, and
/// forty-nine names of a large county would take seconds.
const MOST_PLACES: usize = 70_000;

/// How little a name on a line of the county's cross is liked.
const CROSSED: f64 = 18.0;

/// Where names may stand, and the county's lines in it.
pub(super) type Field = (Rect, [Option<Rect>; 2]);

/// A name's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Middle of the name.
    pub at: Point,
    /// How it is set.
    pub font: Font,
    /// From the name to its dot, where it stands off.
    pub leader: Option<(Point, Point)>,
}

/// A place for each name, in order; none for a name that has no room.
pub(super) fn place<'a>(
    spec: &Scatter,
    dots: &[PlacedDot],
    plot: Field,
    taken: impl Iterator<Item = &'a Text>,
    look: &Look,
) -> Vec<Option<Label>> {
    let taken: Vec<Rect> = taken.map(|text| bounds(text, look)).collect();
    let near = placed(spec, dots, plot, &taken, false, look);
    if near.iter().all(Option::is_some) {
        return near;
    }
    // In a crowd some names have to stand further off.
    placed(spec, dots, plot, &taken, true, look)
}

/// The names' places, anywhere in the plot where asked for.
fn placed(
    spec: &Scatter,
    dots: &[PlacedDot],
    plot: Field,
    taken: &[Rect],
    anywhere: bool,
    look: &Look,
) -> Vec<Option<Label>> {
    let mut options = Vec::new();
    let mut fonts = Vec::new();
    for (described, dot) in spec.dots.iter().zip(dots) {
        let font = if described.role.is_emphasised() { STRONG } else { SMALL };
        let (wide, tall) = (look.measure.width(&described.name, font), font.size * LINE);
        // Names of those apart stand clear of their ring.
        let dot = PlacedDot { radius: dot.radius + if described.apart { 3.0 } else { 0.0 }, ..dot.clone() };
        options.push(places(&dot, (wide, tall), dots, plot, taken, anywhere));
        fonts.push(font);
    }
    let mut chosen = choose(&options);
    for at in 0..chosen.len() {
        // In the densest crowd hairlines may cross, names still may not.
        if let (true, Some(None), Some(places)) = (anywhere, chosen.get(at), options.get(at)) {
            let clear = |p: &&Place| {
                let rect = widened(p.rect, 2.5, 1.5);
                chosen.iter().flatten().all(|have| !have.rect.overlaps(rect))
            };
            let found = places.iter().find(clear).copied();
            if let Some(slot) = chosen.get_mut(at) {
                *slot = found;
            }
        }
    }
    let label = |(place, font): (Option<Place>, Font)| {
        place.map(|p| Label { at: p.rect.center(), font, leader: p.leader })
    };
    chosen.into_iter().zip(fonts).map(label).collect()
}

/// Where one name could stand, from best to worst.
fn places(
    dot: &PlacedDot,
    (wide, tall): (f64, f64),
    dots: &[PlacedDot],
    (plot, cross): Field,
    taken: &[Rect],
    anywhere: bool,
) -> Vec<Place> {
    // Left upper corners, how far off and how little liked.
    let mut wishes: Vec<(Point, f64, f64)> = Vec::new();
    for off in OFF {
        for (n, (dx, dy)) in WAYS.into_iter().enumerate() {
            let reach = dot.radius + off;
            let (x, y) = (dot.at.x + dx * reach, dot.at.y + dy * reach);
            // The near edge of the name lies at that point.
            let corner = Point::new(x - wide * (1.0 - dx) / 2.0, y - tall * (1.0 - dy) / 2.0);
            wishes.push((corner, off, n as f64));
        }
    }
    if anywhere {
        let (columns, rows) = ((plot.width / 12.0) as usize, (plot.height / 9.0) as usize);
        for i in 0..columns {
            for j in 0..rows {
                let corner = Point::new(plot.x + 12.0 * i as f64, plot.y + 9.0 * j as f64);
                let middle = Point::new(corner.x + wide / 2.0, corner.y + tall / 2.0);
                wishes.push((corner, middle.distance(dot.at), 0.0));
            }
        }
    }
    let mut out = Vec::new();
    for (corner, off, dislike) in wishes {
        let rect = Rect::new(corner.x, corner.y, wide, tall);
        let inside = rect.x >= plot.x + 1.0
            && rect.right() <= plot.right() - 1.0
            && rect.y >= plot.y
            && rect.bottom() <= plot.bottom();
        if !inside || taken.iter().any(|t| t.overlaps(widened(rect, 2.0, 1.0))) {
            continue;
        }
        let on = dots.iter().map(|other| covered(rect, other)).sum::<f64>();
        let leader = (off > 4.0).then(|| {
            let from = nearest_on(rect, dot.at);
            let far = from.distance(dot.at).max(1.0);
            let t = dot.radius / far;
            (from, Point::new(dot.at.x + (from.x - dot.at.x) * t, dot.at.y + (from.y - dot.at.y) * t))
        });
        let crossed = cross.iter().flatten().filter(|line| line.overlaps(rect)).count() as f64;
        let away = if off > 4.0 { 20.0 + off } else { 0.0 };
        let cost = dislike + on * 60.0 + crossed * CROSSED + away;
        out.push(Place { rect, two_lines: false, inside: false, leader, cost });
    }
    crate::base::order::sort_by(&mut out, &mut |a, b| a.cost.total_cmp(&b.cost));
    out.truncate(MOST_PLACES / dots.len().max(1));
    out
}

/// How much of a dot a name hides, 0–1.
pub(super) fn covered(rect: Rect, dot: &PlacedDot) -> f64 {
    let r = dot.radius;
    let across = (rect.right().min(dot.at.x + r) - rect.x.max(dot.at.x - r)).max(0.0);
    let down = (rect.bottom().min(dot.at.y + r) - rect.y.max(dot.at.y - r)).max(0.0);
    // Touching is half as bad as hiding: smaller dots are lost first.
    let part = across * down / (4.0 * r * r).max(1.0);
    if part > 0.0 { 0.3 + 0.7 * part.min(1.0) } else { 0.0 }
}
