//! Shapes in px, once per size: outlines, shared borders, labels.

use crate::{
    base::{
        geom::{Point, Rect, Size},
        id::AreaId,
    },
    model::shape::{Metres, Shape, Shapes},
    view::{look::Look, mark::Runs},
};

use super::{
    cover::{Cover, crossings},
    labels::{self, Label},
    project::Projection,
};

/// A map in px: everything that does not depend on values.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent of the picture.
    pub size: Size,
    /// The areas in the order asked for.
    pub areas: Vec<PlacedArea>,
    /// Borders between two of the areas.
    pub inner: Runs,
    /// Borders of only one of them: together the outline of all.
    pub outer: Runs,
}

/// One area in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedArea {
    /// The area.
    pub area: AreaId,
    /// Its rings, filled by the even-odd rule.
    pub runs: Runs,
    /// The box around it.
    pub bounds: Rect,
    /// Where its name fits best according to the data.
    pub center: Point,
    /// Its label, where one has a place.
    pub label: Option<Label>,
}

/// An area to show and its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
}

/// Room around the map, px.
const PADDING: f64 = 4.0;

impl Placed {
    /// Places the areas that have a shape. `value` is the widest value that will stand below a name
    /// (“100,0 %”), `None` for names only; labels do not move when values change. `None` when none
    /// of the areas has a shape.
    pub fn new(
        shapes: &Shapes,
        areas: &[Named],
        size: Size,
        value: Option<&str>,
        look: &Look,
    ) -> Option<Self> {
        let found: Vec<(&Named, &Shape)> =
            areas.iter().filter_map(|n| Some((n, shapes.of(n.area)?))).collect();
        let rings = |shape: &Shape| -> Vec<Vec<Metres>> {
            shape.polygons.iter().flatten().map(|ring| shapes.ring(ring)).collect()
        };
        let frame = Rect::new(PADDING, PADDING, size.width - 2.0 * PADDING, size.height - 2.0 * PADDING);
        let projection = Projection::fit(found.iter().flat_map(|(_, s)| rings(s)).flatten(), frame)?;
        let px = |ring: Vec<Metres>| thinned(ring.into_iter().map(|m| projection.px(m)));
        let mut placed: Vec<PlacedArea> = found
            .iter()
            .map(|(named, shape)| {
                let runs: Runs = rings(shape).into_iter().map(px).filter(|r| r.len() > 2).collect();
                let bounds = around(&runs);
                let center = projection.px(shape.label);
                PlacedArea { area: named.area, runs, bounds, center, label: None }
            })
            .collect();
        let cover = Cover::new(size, placed.iter().map(|a| &*a.runs));
        let names: Vec<&str> = found.iter().map(|(named, _)| named.name.as_str()).collect();
        let labels = labels::place(&placed, &names, value, &cover, size, look);
        for (area, label) in placed.iter_mut().zip(labels) {
            area.label = label;
        }
        let (inner, outer) = borders(shapes, &found, &projection);
        Some(Self { size, areas: placed, inner, outer })
    }

    /// The area at a point, by the even-odd rule.
    pub fn at(&self, p: Point) -> Option<AreaId> {
        let inside = |a: &&PlacedArea| {
            a.bounds.contains(p) && crossings(&a.runs, p.y).into_iter().filter(|x| *x > p.x).count() % 2 == 1
        };
        self.areas.iter().find(inside).map(|a| a.area)
    }

    /// The placed area.
    pub fn of(&self, area: AreaId) -> Option<&PlacedArea> {
        self.areas.iter().find(|a| a.area == area)
    }
}

/// Without points closer than a third of a px to the one before.
fn thinned(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut out: Vec<Point> = Vec::new();
    for p in points {
        if out.last().is_none_or(|last| last.distance(p) >= 0.35) {
            out.push(p);
        }
    }
    out
}

/// The box around all points.
fn around(runs: &[Vec<Point>]) -> Rect {
    let mut low = Point::new(f64::INFINITY, f64::INFINITY);
    let mut high = Point::new(f64::NEG_INFINITY, f64::NEG_INFINITY);
    for p in runs.iter().flatten() {
        low = Point::new(low.x.min(p.x), low.y.min(p.y));
        high = Point::new(high.x.max(p.x), high.y.max(p.y));
    }
    if low.x > high.x { Rect::default() } else { Rect::new(low.x, low.y, high.x - low.x, high.y - low.y) }
}

/// Every arc once: those two of the areas share, and those only one has.
fn borders(shapes: &Shapes, found: &[(&Named, &Shape)], projection: &Projection) -> (Runs, Runs) {
    let mut uses = vec![0_usize; shapes.arcs().len()];
    for reference in found.iter().flat_map(|(_, s)| s.polygons.iter().flatten().flatten()) {
        if let Some(count) = uses.get_mut(reference.arc) {
            *count += 1;
        }
    }
    let run = |arc: &Vec<Metres>| {
        let mut points = thinned(arc.iter().map(|m| projection.px(*m)));
        // The joint with the next arc must stay where it is.
        if let (Some(end), Some(last)) = (arc.last(), points.last_mut()) {
            *last = projection.px(*end);
        }
        points
    };
    let with = |want: fn(usize) -> bool| {
        let arcs = shapes.arcs().iter().zip(&uses).filter(|(_, uses)| want(**uses));
        arcs.map(|(arc, _)| run(arc)).filter(|r| r.len() > 1).collect()
    };
    (with(|n| n > 1), with(|n| n == 1))
}
