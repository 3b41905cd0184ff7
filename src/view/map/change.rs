//! The change between two periods as a map, beside the maps of both periods on one scale.

use std::sync::Arc;

use crate::base::geom::{Point, Rect, Size};
use crate::model::shape::Shapes;

use crate::view::{
    chart::{
        drawn::{Chart, Drawn},
        histogram::{self, Histogram},
    },
    lettering::STRONG,
    look::Look,
    mark::{Anchor, Mark},
    scene::{Key, Scene},
    shift::append,
};

use super::{
    choropleth::{self, Area},
    placed::{Named, Placed},
};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeMap {
    /// The change, the first period, the last period.
    pub maps: [Part; 3],
    /// What the colours of both periods' maps mean.
    pub values: Option<Histogram>,
    /// What the colours of the change mean.
    pub changes: Option<Histogram>,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One of the maps.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its heading.
    pub title: String,
    /// Its areas.
    pub areas: Vec<Area>,
    /// The widest value below a name.
    pub widest: String,
}

/// The maps with the borders they are drawn from.
#[derive(Clone, Debug)]
pub struct Pictured {
    /// What is shown.
    pub spec: ChangeMap,
    /// The borders.
    pub shapes: Shapes,
    /// The areas with their names.
    pub named: Vec<Named>,
}

impl Chart for Pictured {
    fn height(&self, width: f64, look: &Look<'_>) -> f64 {
        height(&self.spec, width, look)
    }

    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn {
        let placed = Arc::new(place(&self.spec, &self.shapes, &self.named, size, look));
        let scene = marks(&self.spec, &placed, look);
        let pointed = placed.clone();
        Drawn {
            scene,
            over: Box::new(move |look, key, _| over(&placed, look, key)),
            find: Some(Box::new(move |p| hit(&pointed, p))),
        }
    }
}

/// The picture in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedChange {
    /// Extent.
    pub size: Size,
    /// The maps in their order, each with its upper left corner; none without borders.
    pub maps: Vec<(Point, Placed)>,
    /// Left middles of the headings.
    pub titles: Vec<Point>,
    /// Where the two legends lie: of the periods, of the change.
    pub legends: [Rect; 2],
}

/// From here on three maps stand beside each other, px.
const BESIDE: f64 = 1000.0;
/// Below this all three stand below each other, px.
const BELOW: f64 = 600.0;
/// Room between maps, px.
const GAP: f64 = 28.0;
/// Height of a heading, px.
const HEAD: f64 = 26.0;
/// Height of a map relative to its width.
const TALL: f64 = 1.12;

/// Height the picture wants at this width, px.
pub fn height(spec: &ChangeMap, width: f64, look: &Look) -> f64 {
    let legend =
        |h: &Option<Histogram>, w: f64| h.as_ref().map_or(0.0, |h| histogram::height(h, w, look) + 16.0);
    if width >= BESIDE {
        let column = (width - 2.0 * GAP) / 3.0;
        let legends = legend(&spec.values, column).max(legend(&spec.changes, column));
        HEAD + (column * TALL).min(560.0) + legends
    } else if width >= BELOW {
        let (large, small) = two(width);
        let left = HEAD + large * TALL + legend(&spec.changes, large);
        left.max(2.0 * (HEAD + small * TALL) + legend(&spec.values, small))
    } else {
        3.0 * (HEAD + width * TALL) + legend(&spec.changes, width) + legend(&spec.values, width) + GAP
    }
}

/// Widths of the change's map and the two others beside it.
fn two(width: f64) -> (f64, f64) {
    let small = (width - GAP) * 0.36;
    (width - GAP - small, small)
}

/// Places the maps and legends; the areas as in `named`.
pub fn place(spec: &ChangeMap, shapes: &Shapes, named: &[Named], size: Size, look: &Look) -> PlacedChange {
    let (frames, legends) = frames(spec, size, look);
    let mut maps = Vec::new();
    let mut titles = Vec::new();
    for (frame, part) in frames.iter().zip(&spec.maps) {
        titles.push(Point::new(frame.x, frame.y + HEAD / 2.0 - 2.0));
        let map = Size::new(frame.width, (frame.height - HEAD).max(1.0));
        let widest = Some(part.widest.as_str()).filter(|w| !w.is_empty());
        let placed = Placed::new(shapes, named, map, widest, look);
        maps.extend(placed.map(|p| (Point::new(frame.x, frame.y + HEAD), p)));
    }
    PlacedChange { size, maps, titles, legends }
}

/// Where the three maps with their headings and the two legends lie.
fn frames(spec: &ChangeMap, size: Size, look: &Look) -> ([Rect; 3], [Rect; 2]) {
    let tall = |h: &Option<Histogram>, w: f64| h.as_ref().map_or(0.0, |h| histogram::height(h, w, look));
    if size.width >= BESIDE {
        let column = (size.width - 2.0 * GAP) / 3.0;
        let x = |i: f64| i * (column + GAP);
        let (values, changes) = (tall(&spec.values, column), tall(&spec.changes, column));
        let map = (size.height - values.max(changes) - 16.0).max(1.0);
        let legend = |i: f64, h: f64| Rect::new(x(i), map + 16.0, column, h);
        // In time: then, now, and what lies between them.
        let frame = |i: f64| Rect::new(x(i), 0.0, column, map);
        ([frame(2.0), frame(0.0), frame(1.0)], [legend(0.0, values), legend(2.0, changes)])
    } else if size.width >= BELOW {
        let (large, small) = two(size.width);
        let (values, changes) = (tall(&spec.values, small), tall(&spec.changes, large));
        let right = large + GAP;
        let each = ((size.height - values - 16.0) / 2.0).max(1.0);
        let left = (size.height - changes - 16.0).max(1.0).min(HEAD + large * TALL);
        (
            [
                Rect::new(0.0, 0.0, large, left),
                Rect::new(right, 0.0, small, each),
                Rect::new(right, each, small, each),
            ],
            [Rect::new(right, 2.0 * each + 16.0, small, values), Rect::new(0.0, left + 16.0, large, changes)],
        )
    } else {
        let width = size.width;
        let (values, changes) = (tall(&spec.values, width), tall(&spec.changes, width));
        let each = ((size.height - values - changes - 32.0 - GAP) / 3.0).max(1.0);
        let second = each + 16.0 + changes + GAP;
        (
            [
                Rect::new(0.0, 0.0, width, each),
                Rect::new(0.0, second, width, each),
                Rect::new(0.0, second + each, width, each),
            ],
            [
                Rect::new(0.0, second + 2.0 * each + 16.0, width, values),
                Rect::new(0.0, each + 16.0, width, changes),
            ],
        )
    }
}

/// The placed picture, drawn. Its targets are the areas, map by map.
pub fn marks(spec: &ChangeMap, placed: &PlacedChange, look: &Look) -> Scene {
    let mut scene =
        Scene { size: placed.size, title: spec.title.clone(), desc: spec.desc.clone(), ..Scene::default() };
    for (((at, map), part), title) in placed.maps.iter().zip(&spec.maps).zip(&placed.titles) {
        let ink = look.theme.ink;
        let words = crate::view::lettering::text(*title, &*part.title, STRONG, Anchor::Start, ink);
        scene.marks.push(Mark::Text(words));
        append(&mut scene, choropleth::scene(map, &part.areas, look), *at);
    }
    let legends = [&spec.values, &spec.changes];
    for (legend, rect) in legends.into_iter().zip(&placed.legends) {
        if let Some(legend) = legend {
            let size = Size::new(rect.width, rect.height);
            let mut part = histogram::scene(legend, size, look);
            // Classes of two scales cannot be told apart by their number.
            part.targets.clear();
            append(&mut scene, part, Point::new(rect.x, rect.y));
        }
    }
    scene
}

/// The overlay: the area pointed at, outlined on all three maps.
pub fn over(placed: &PlacedChange, look: &Look, hover: Option<Key>) -> Scene {
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    for (at, map) in &placed.maps {
        append(&mut scene, choropleth::focus(map, look, hover), *at);
    }
    scene
}

/// The area at a point of the picture.
pub fn hit(placed: &PlacedChange, p: Point) -> Option<Key> {
    let found = |(at, map): &(Point, Placed)| map.at(Point::new(p.x - at.x, p.y - at.y));
    placed.maps.iter().find_map(found).map(Key::Area)
}
