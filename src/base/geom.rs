//! Plane geometry in CSS px, y down.

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left, CSS px.
    pub x: f64,
    /// From the top, CSS px.
    pub y: f64,
}

impl Point {
    /// The point (x, y).
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// Distance to another point, CSS px.
    pub fn distance(self, other: Self) -> f64 {
        super::num::hypot(self.x - other.x, self.y - other.y)
    }

    /// The direction, turned by another: both lie on the unit circle. Going round in steps needs no sine,
    /// which with its tables would be two kilobytes of the wasm.
    pub fn turned(self, by: Self) -> Self {
        Self { x: self.x * by.x - self.y * by.y, y: self.x * by.y + self.y * by.x }
    }
}

/// A width and a height in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Width, CSS px.
    pub width: f64,
    /// Height, CSS px.
    pub height: f64,
}

impl Size {
    /// The size width × height.
    pub const fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

/// An axis-parallel rectangle in CSS px.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width, never negative.
    pub width: f64,
    /// Height, never negative.
    pub height: f64,
}

impl Rect {
    /// The rectangle at (x, y).
    pub const fn new(x: f64, y: f64, width: f64, height: f64) -> Self {
        Self { x, y, width, height }
    }

    /// Right edge.
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// Bottom edge.
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub fn center(self) -> Point {
        Point::new(self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// Whether the point lies inside or on the edge.
    pub fn contains(self, p: Point) -> bool {
        p.x >= self.x && p.x <= self.right() && p.y >= self.y && p.y <= self.bottom()
    }

    /// Whether the two share some area.
    pub fn overlaps(self, other: Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The part of a segment that lies inside or on the border.
    pub fn clip(self, a: Point, b: Point) -> Option<(Point, Point)> {
        let at = |t: f64| Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
        let (mut from, mut to) = (0.0_f64, 1.0_f64);
        for (start, delta, low, high) in
            [(a.x, b.x - a.x, self.x, self.right()), (a.y, b.y - a.y, self.y, self.bottom())]
        {
            if delta == 0.0 {
                if start < low || start > high {
                    return None;
                }
                continue;
            }
            let (enter, leave) = ((low - start) / delta, (high - start) / delta);
            from = from.max(enter.min(leave));
            to = to.min(enter.max(leave));
        }
        (from < to).then(|| (at(from), at(to)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sixteen_steps_go_round() {
        let step = Point::new(0.923_879_532_511_286_7, 0.382_683_432_365_089_8);
        let mut at = Point::new(1.0, 0.0);
        for n in 0..=16 {
            let turn = f64::from(n) * core::f64::consts::PI / 8.0;
            assert!(at.distance(Point::new(turn.cos(), turn.sin())) < 1e-12, "{n}: {at:?}");
            at = at.turned(step);
        }
    }

    #[test]
    fn a_segment_is_cut_at_the_border() {
        let rect = Rect::new(10.0, 10.0, 20.0, 10.0);
        let clip = |a: (f64, f64), b: (f64, f64)| {
            rect.clip(Point::new(a.0, a.1), Point::new(b.0, b.1)).map(|(a, b)| (a.x, a.y, b.x, b.y))
        };
        assert_eq!(clip((0.0, 15.0), (40.0, 15.0)), Some((10.0, 15.0, 30.0, 15.0)));
        assert_eq!(clip((15.0, 12.0), (16.0, 13.0)), Some((15.0, 12.0, 16.0, 13.0)));
        assert_eq!(clip((5.0, 5.0), (20.0, 20.0)), Some((10.0, 10.0, 20.0, 20.0)));
        assert_eq!(clip((12.0, 12.0), (12.0, 12.0)), Some((12.0, 12.0, 12.0, 12.0)));
        assert_eq!(clip((0.0, 9.0), (40.0, 9.0)), None);
        assert_eq!(clip((0.0, 25.0), (15.0, 60.0)), None);
    }
}
