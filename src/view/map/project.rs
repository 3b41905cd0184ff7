//! EPSG:3006 metres to px: one scale for both directions, north up, centred.

use crate::{
    base::geom::{Point, Rect},
    model::shape::Metres,
};

/// Maps metres to px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    px_per_metre: f64,
    /// Metres that lie on `anchor`.
    center: Metres,
    /// Px.
    anchor: Point,
}

impl Projection {
    /// As large as possible inside `frame`, centred. `None` without extent or without any position.
    pub fn fit(positions: impl IntoIterator<Item = Metres>, frame: Rect) -> Option<Self> {
        let mut low = Metres { x: f64::INFINITY, y: f64::INFINITY };
        let mut high = Metres { x: f64::NEG_INFINITY, y: f64::NEG_INFINITY };
        for at in positions {
            low = Metres { x: low.x.min(at.x), y: low.y.min(at.y) };
            high = Metres { x: high.x.max(at.x), y: high.y.max(at.y) };
        }
        let (width, height) = (high.x - low.x, high.y - low.y);
        let px_per_metre = (frame.width / width).min(frame.height / height);
        let center = Metres { x: (low.x + high.x) / 2.0, y: (low.y + high.y) / 2.0 };
        (px_per_metre.is_finite() && px_per_metre > 0.0).then_some(Self {
            px_per_metre,
            center,
            anchor: frame.center(),
        })
    }

    /// Px of a position.
    pub fn px(&self, at: Metres) -> Point {
        Point::new(
            self.anchor.x + (at.x - self.center.x) * self.px_per_metre,
            self.anchor.y - (at.y - self.center.y) * self.px_per_metre,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn north_is_up_and_the_frame_is_filled_one_way() {
        let at = |x, y| Metres { x, y };
        let ends = [at(500_000.0, 6_500_000.0), at(600_000.0, 6_700_000.0)];
        let p = Projection::fit(ends, Rect::new(0.0, 0.0, 300.0, 200.0)).unwrap();
        assert_eq!(p.px(at(500_000.0, 6_700_000.0)), Point::new(100.0, 0.0));
        assert_eq!(p.px(at(600_000.0, 6_500_000.0)), Point::new(200.0, 200.0));
        assert!(Projection::fit([], Rect::new(0.0, 0.0, 1.0, 1.0)).is_none());
    }
}
