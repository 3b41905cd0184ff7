//! Where one area's label could stand, and what each place costs.

use crate::base::{
    geom::{Point, Rect, Size},
    num::ceil,
};

use crate::view::map::{cover::Cover, placed::PlacedArea};

/// A possible place.
#[derive(Clone, Copy, Debug)]
pub(in crate::view) struct Place {
    pub(in crate::view) rect: Rect,
    pub(in crate::view) two_lines: bool,
    pub(in crate::view) inside: bool,
    pub(in crate::view) leader: Option<(Point, Point)>,
    pub(in crate::view) cost: f64,
}

/// What one area asks for.
pub(super) struct Want<'a> {
    /// Its index in the cover.
    pub(super) index: u16,
    pub(super) area: &'a PlacedArea,
    /// Width of the name, px.
    pub(super) wide: f64,
    /// Width of the value below it, px.
    pub(super) below: Option<f64>,
    /// Height of a line, px.
    pub(super) line: f64,
    /// The longest hairline to a name that does not fit inside, px; `None` where such names are left
    /// out.
    pub(super) reach: Option<f64>,
}

/// Places kept per area and kind: enough to get out of each other's way.
const KEPT: usize = 90;

impl Want<'_> {
    /// Places from best to worst.
    pub(super) fn places(&self, cover: &Cover, size: Size) -> Vec<Place> {
        let mut out = Vec::new();
        let lines: &[bool] = if self.below.is_some() { &[true, false] } else { &[false] };
        for &two_lines in lines {
            self.on_area(two_lines, cover, size, &mut out);
            if let Some(reach) = self.reach {
                self.beside(two_lines, reach, cover, size, &mut out);
            }
        }
        crate::base::order::sort_by(&mut out, &mut |a, b| a.cost.total_cmp(&b.cost));
        // Keep the best of each kind: a crowd of places inside must not push out those beside.
        let (beside, mut kept): (Vec<Place>, Vec<Place>) = out.into_iter().partition(|p| p.leader.is_some());
        kept.truncate(KEPT);
        kept.extend(beside.into_iter().take(4 * KEPT));
        crate::base::order::sort_by(&mut kept, &mut |a, b| a.cost.total_cmp(&b.cost));
        kept
    }

    fn around(&self, middle: Point, two_lines: bool) -> Rect {
        let (w, h) = match (two_lines, self.below) {
            (true, Some(below)) => (self.wide.max(below), self.line * 2.0),
            _ => (self.wide, self.line),
        };
        Rect::new(middle.x - w / 2.0, middle.y - h / 2.0, w, h)
    }

    /// What it costs to leave the value out.
    fn without_value(&self, two_lines: bool, cost: f64) -> f64 {
        if two_lines || self.below.is_none() { 0.0 } else { cost }
    }

    /// On a lattice over the area: near its label point, wholly inside where that is possible.
    fn on_area(&self, two_lines: bool, cover: &Cover, size: Size, out: &mut Vec<Place>) {
        let b = self.area.bounds;
        let step = 4.0_f64.max(b.width.max(b.height) / 28.0);
        let (columns, rows) = (ceil(b.width / step) as usize, ceil(b.height / step) as usize);
        let lattice = (0..=columns).flat_map(|i| (0..=rows).map(move |j| (i, j)));
        let points = lattice.map(|(i, j)| Point::new(b.x + i as f64 * step, b.y + j as f64 * step));
        for middle in std::iter::once(self.area.center).chain(points) {
            let rect = self.around(middle, two_lines);
            if !within(rect, size) || cover.at(middle) != Some(self.index) {
                continue;
            }
            let (own, none) = cover.shares(self.index, widened(rect, 2.0, 1.0));
            let inside = own > 0.999;
            // A name may reach a little over its border; with a number below it, hardly.
            let least = if two_lines { 0.86 } else { 0.6 };
            if !inside && (self.reach.is_none() || own < least) {
                continue;
            }
            let over = if inside { 0.0 } else { 20.0 + 260.0 * (1.0 - own - none) + 110.0 * none };
            let away = middle.distance(self.area.center) * 0.6;
            let cost = away + over + self.without_value(two_lines, 150.0);
            out.push(Place { rect, two_lines, inside, leader: None, cost });
        }
    }

    /// Off the map, with a hairline to the area.
    fn beside(&self, two_lines: bool, reach: f64, cover: &Cover, size: Size, out: &mut Vec<Place>) {
        let center = self.area.center;
        let step = 8.0;
        let (columns, rows) = (ceil(size.width / step) as usize, ceil(size.height / step) as usize);
        let lattice = (0..=columns).flat_map(|i| (0..=rows).map(move |j| (i, j)));
        let mut free: Vec<(f64, Rect, Point)> = lattice
            .filter_map(|(i, j)| {
                let rect = self.around(Point::new(i as f64 * step, j as f64 * step), two_lines);
                let from = nearest_on(rect, center);
                let long = from.distance(center);
                let fits = long <= reach && within(rect, size) && cover.is_free(widened(rect, 4.0, 3.0));
                fits.then_some((long, rect, from))
            })
            .collect();
        crate::base::order::sort_by(&mut free, &mut |a, b| a.0.total_cmp(&b.0));
        for (_, rect, from) in free.into_iter().take(4 * KEPT) {
            let to = self.entry(from, cover);
            let cost = 90.0 + from.distance(to) * 0.9 + self.without_value(two_lines, 60.0);
            out.push(Place { rect, two_lines, inside: false, leader: Some((from, to)), cost });
        }
    }

    /// A point well inside the area on the way to its middle.
    fn entry(&self, from: Point, cover: &Cover) -> Point {
        let center = self.area.center;
        let long = from.distance(center).max(1.0);
        let at = |t: f64| Point::new(from.x + (center.x - from.x) * t, from.y + (center.y - from.y) * t);
        let steps = ceil(long / 2.0).max(1.0) as usize;
        let mut ways = (0..=steps).map(|i| i as f64 / steps as f64);
        let first = ways.find(|t| cover.at(at(*t)) == Some(self.index)).unwrap_or(1.0);
        at((first + 6.0 / long).min(1.0))
    }
}

fn within(rect: Rect, size: Size) -> bool {
    rect.x >= 1.0 && rect.y >= 1.0 && rect.right() <= size.width - 1.0 && rect.bottom() <= size.height - 1.0
}

/// The box with room around it.
pub(in crate::view) fn widened(rect: Rect, dx: f64, dy: f64) -> Rect {
    Rect::new(rect.x - dx, rect.y - dy, rect.width + 2.0 * dx, rect.height + 2.0 * dy)
}

/// The point of the box's edge nearest to `p`.
pub(in crate::view) fn nearest_on(rect: Rect, p: Point) -> Point {
    Point::new(p.x.max(rect.x - 2.0).min(rect.right() + 2.0), p.y.max(rect.y).min(rect.bottom()))
}
