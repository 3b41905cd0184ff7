//! A scene on any plotters backend, in fractions of a CSS px: dashes, patterns, holes, rounded
//! corners and halos are made here out of what every backend can do.

mod dash;
mod pattern;
mod polygon;
mod style;

use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use crate::{
    base::{
        color::Color,
        geom::{Point, Rect},
        num::round,
    },
    view::{
        mark::{Circle, Fill, Mark, Path, RectMark, Stroke, Text},
        scene::Scene,
    },
};

use style::{Lettering, Line, solid};

/// Paints the marks in order. One CSS px is `unit` backend px, because backends know whole px only:
/// a canvas scaled by `device pixel ratio / 8` is painted with `unit` 8. `font` is the CSS family.
///
/// # Errors
/// What the backend reports.
pub fn paint<B: DrawingBackend>(
    scene: &Scene,
    backend: &mut B,
    unit: f64,
    font: &str,
) -> Result<(), DrawingErrorKind<B::ErrorType>> {
    Painter { backend, unit, font }.marks(&scene.marks)
}

struct Painter<'a, B: DrawingBackend> {
    backend: &'a mut B,
    unit: f64,
    font: &'a str,
}

type Done<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> Painter<'_, B> {
    fn marks(&mut self, marks: &[Mark]) -> Done<B> {
        for mark in marks {
            match mark {
                Mark::Group(group) => self.marks(&group.marks)?,
                Mark::Path(path) => self.path(path)?,
                Mark::Rect(rect) => self.rect(rect)?,
                Mark::Circle(circle) => self.circle(circle)?,
                Mark::Text(text) => self.text(text)?,
            }
        }
        Ok(())
    }

    fn coord(&self, p: Point) -> BackendCoord {
        (round(p.x * self.unit) as i32, round(p.y * self.unit) as i32)
    }

    fn path(&mut self, path: &Path) -> Done<B> {
        if let Some(fill) = path.fill {
            self.fill(&path.runs, fill)?;
        }
        if let Some(stroke) = path.stroke {
            for run in &path.runs {
                self.stroke(run, path.closed, stroke)?;
            }
        }
        Ok(())
    }

    /// Even-odd inside of the runs.
    fn fill(&mut self, runs: &[Vec<Point>], fill: Fill) -> Done<B> {
        let (ground, opacity) = match fill {
            Fill::Solid { color, opacity } => (color, opacity),
            Fill::Hatch { ground, .. } | Fill::Dots { ground, .. } => (ground, 1.0),
        };
        for polygon in polygon::simple(runs) {
            let points: Vec<BackendCoord> = polygon.iter().map(|p| self.coord(*p)).collect();
            self.backend.fill_polygon(points, &solid(ground, opacity))?;
        }
        match fill {
            Fill::Solid { .. } => Ok(()),
            Fill::Hatch { color, .. } => {
                for (from, to) in pattern::hatch(runs) {
                    self.stroke(&[from, to], false, Stroke::solid(color, 1.0))?;
                }
                Ok(())
            }
            Fill::Dots { color, .. } => {
                for dot in pattern::dots(runs) {
                    self.disc(dot, 1.0, color, 1.0)?;
                }
                Ok(())
            }
        }
    }

    fn stroke(&mut self, run: &[Point], closed: bool, stroke: Stroke) -> Done<B> {
        let line = Line::new(stroke, self.unit);
        for piece in dash::pieces(run, closed, stroke.dash.lengths()) {
            let points: Vec<BackendCoord> = piece.iter().map(|p| self.coord(*p)).collect();
            self.backend.draw_path(points, &line)?;
        }
        Ok(())
    }

    fn rect(&mut self, mark: &RectMark) -> Done<B> {
        let run = corners(mark.rect, mark.radius);
        self.path(&Path { runs: vec![run].into(), closed: true, fill: mark.fill, stroke: mark.stroke })
    }

    fn circle(&mut self, mark: &Circle) -> Done<B> {
        match mark.fill {
            Some(Fill::Solid { color, opacity }) => self.disc(mark.center, mark.radius, color, opacity)?,
            Some(fill) => {
                let r = mark.radius;
                let around = Rect::new(mark.center.x - r, mark.center.y - r, 2.0 * r, 2.0 * r);
                self.fill(&[corners(around, r)], fill)?;
            }
            None => {}
        }
        if let Some(stroke) = mark.stroke {
            let radius = round(mark.radius * self.unit).max(0.0) as u32;
            let center = self.coord(mark.center);
            self.backend.draw_circle(center, radius, &Line::new(stroke, self.unit), false)?;
        }
        Ok(())
    }

    fn disc(&mut self, center: Point, radius: f64, color: Color, opacity: f64) -> Done<B> {
        let radius = round(radius * self.unit).max(0.0) as u32;
        self.backend.draw_circle(self.coord(center), radius, &solid(color, opacity), true)
    }

    /// The halo is the same text around itself: no backend knows outlines of letters.
    fn text(&mut self, mark: &Text) -> Done<B> {
        let shape = Lettering::new(mark, self.unit, self.font);
        if let Some(halo) = mark.halo {
            let behind = shape.in_color(halo);
            for (dx, dy) in HALO {
                let at = Point::new(mark.at.x + dx * 1.5, mark.at.y + dy * 1.5);
                self.backend.draw_text(&mark.text, &behind, self.coord(at))?;
            }
        }
        self.backend.draw_text(&mark.text, &shape, self.coord(mark.at))
    }
}

/// Eight directions.
const HALO: [(f64, f64); 8] = [
    (1.0, 0.0),
    (0.71, 0.71),
    (0.0, 1.0),
    (-0.71, 0.71),
    (-1.0, 0.0),
    (-0.71, -0.71),
    (0.0, -1.0),
    (0.71, -0.71),
];

/// A sixth of a quarter turn, as the direction of its end.
const STEP: Point = Point { x: 0.965_925_826_289_068_3, y: 0.258_819_045_102_520_74 };

/// A rectangle's outline, corners in six steps each.
fn corners(rect: Rect, radius: f64) -> Vec<Point> {
    let r = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    if r <= 0.0 {
        let (x, y) = (rect.right(), rect.bottom());
        return vec![
            Point::new(rect.x, rect.y),
            Point::new(x, rect.y),
            Point::new(x, y),
            Point::new(rect.x, y),
        ];
    }
    let centers = [
        (rect.right() - r, rect.bottom() - r),
        (rect.x + r, rect.bottom() - r),
        (rect.x + r, rect.y + r),
        (rect.right() - r, rect.y + r),
    ];
    let mut towards = Point::new(1.0, 0.0);
    let mut out = Vec::new();
    for (x, y) in centers {
        for step in 0..=6 {
            if step > 0 {
                towards = towards.turned(STEP);
            }
            out.push(Point::new(x + r * towards.x, y + r * towards.y));
        }
    }
    out
}

#[cfg(test)]
mod tests;
