//! Which area covers which small square of the map: what makes placing labels cheap.

use crate::base::{
    geom::{Point, Rect, Size},
    num::{ceil, floor},
};

/// A raster of the map.
#[derive(Clone, Debug)]
pub(super) struct Cover {
    cell: f64,
    columns: usize,
    rows: usize,
    /// Index of the covering area.
    owner: Vec<Option<u16>>,
    /// How many covered cells lie above and left of each corner of the raster.
    covered: Vec<u32>,
}

impl Cover {
    /// Rasterises the areas (their closed runs, even-odd) by the middles of cells.
    pub(super) fn new<'a>(size: Size, areas: impl Iterator<Item = &'a [Vec<Point>]>) -> Self {
        let cell = (size.width.max(size.height) / 400.0).max(2.0);
        let columns = ceil(size.width / cell).max(1.0) as usize;
        let rows = ceil(size.height / cell).max(1.0) as usize;
        let (owner, covered) = (vec![None; columns * rows], Vec::new());
        let mut cover = Self { cell, columns, rows, owner, covered };
        for (index, runs) in areas.enumerate() {
            cover.fill(u16::try_from(index).unwrap_or(u16::MAX), runs);
        }
        cover.count();
        cover
    }

    /// Sums up the covered cells, so that a box of any size is looked up in four places.
    fn count(&mut self) {
        let mut above = vec![0_u32; self.columns + 1];
        self.covered = above.clone();
        for row in self.owner.chunks(self.columns.max(1)) {
            let mut left = 0;
            let sums = row.iter().zip(above.iter().skip(1)).map(|(owner, above)| {
                left += u32::from(owner.is_some());
                above + left
            });
            above = std::iter::once(0).chain(sums).collect();
            self.covered.extend(&above);
        }
    }

    /// Covered cells above and left of a corner of the raster.
    fn covered_to(&self, column: usize, row: usize) -> u32 {
        self.covered.get(row * (self.columns + 1) + column).copied().unwrap_or(0)
    }

    fn fill(&mut self, index: u16, runs: &[Vec<Point>]) {
        let ys = || runs.iter().flatten().map(|p| p.y / self.cell);
        let top = floor(ys().fold(f64::INFINITY, f64::min)).max(0.0);
        let bottom = ceil(ys().fold(0.0, f64::max));
        for row in (top as usize)..(bottom as usize).min(self.rows) {
            let y = (row as f64 + 0.5) * self.cell;
            let mut crossings = crossings(runs, y);
            crate::base::order::sort_floats(&mut crossings);
            for pair in crossings.chunks_exact(2) {
                let &[from, to] = pair else { continue };
                let first = ceil(from / self.cell - 0.5).max(0.0) as usize;
                let last = floor(to / self.cell - 0.5);
                if last < 0.0 {
                    continue;
                }
                for column in first..=(last as usize).min(self.columns.saturating_sub(1)) {
                    if let Some(owner) = self.owner.get_mut(row * self.columns + column) {
                        *owner = Some(index);
                    }
                }
            }
        }
    }

    /// The area at a point.
    pub(super) fn at(&self, p: Point) -> Option<u16> {
        if p.x < 0.0 || p.y < 0.0 {
            return None;
        }
        let (column, row) = ((p.x / self.cell) as usize, (p.y / self.cell) as usize);
        if column >= self.columns {
            return None;
        }
        self.owner.get(row * self.columns + column).copied().flatten()
    }

    /// Whether the box lies in no area.
    pub(super) fn is_free(&self, rect: Rect) -> bool {
        let index = |px: f64, most: usize| (px / self.cell).max(0.0).min(most as f64);
        let (left, top) =
            (floor(index(rect.x, self.columns)) as usize, floor(index(rect.y, self.rows)) as usize);
        let right = ceil(index(rect.right(), self.columns)) as usize;
        let bottom = ceil(index(rect.bottom(), self.rows)) as usize;
        let inner = self.covered_to(right, bottom) + self.covered_to(left, top);
        inner == self.covered_to(left, bottom) + self.covered_to(right, top)
    }

    /// Share of the box that lies in the area, and the share that lies in no area.
    pub(super) fn shares(&self, index: u16, rect: Rect) -> (f64, f64) {
        const ACROSS: usize = 13;
        const DOWN: usize = 5;
        let (mut own, mut none) = (0.0, 0.0);
        for i in 0..ACROSS {
            for j in 0..DOWN {
                let x = rect.x + rect.width * i as f64 / (ACROSS - 1) as f64;
                let y = rect.y + rect.height * j as f64 / (DOWN - 1) as f64;
                match self.at(Point::new(x, y)) {
                    Some(owner) if owner == index => own += 1.0,
                    Some(_) => {}
                    None => none += 1.0,
                }
            }
        }
        let all = (ACROSS * DOWN) as f64;
        (own / all, none / all)
    }
}

/// Where the horizontal line at `y` crosses the runs' edges.
pub(super) fn crossings(runs: &[Vec<Point>], y: f64) -> Vec<f64> {
    let mut out = Vec::new();
    for run in runs {
        let Some(&last) = run.last() else { continue };
        let mut a = last;
        for &b in run {
            if (a.y > y) != (b.y > y) {
                out.push(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
            }
            a = b;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hole_belongs_to_nobody() {
        let square =
            |a: f64, b: f64| vec![Point::new(a, a), Point::new(b, a), Point::new(b, b), Point::new(a, b)];
        let ring = vec![square(10.0, 90.0), square(40.0, 60.0)];
        let cover = Cover::new(Size::new(100.0, 100.0), [ring.as_slice()].into_iter());
        assert_eq!(cover.at(Point::new(20.0, 50.0)), Some(0));
        assert_eq!(cover.at(Point::new(50.0, 50.0)), None);
        assert_eq!(cover.at(Point::new(-5.0, 50.0)), None);
        assert!(
            cover.is_free(Rect::new(43.0, 43.0, 10.0, 14.0))
                && cover.is_free(Rect::new(92.0, 0.0, 8.0, 99.0))
        );
        assert!(
            !cover.is_free(Rect::new(30.0, 43.0, 20.0, 4.0))
                && !cover.is_free(Rect::new(0.0, 0.0, 100.0, 100.0))
        );
        assert_eq!(cover.shares(0, Rect::new(15.0, 15.0, 20.0, 20.0)), (1.0, 0.0));
    }
}
