//! Values on a straight scale.

/// Maps `domain` to `range` (px); either may run backwards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    /// Values at both ends.
    pub domain: (f64, f64),
    /// Px at both ends.
    pub range: (f64, f64),
}

impl Linear {
    /// The scale from values to px.
    pub const fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self { domain, range }
    }

    /// Px of a value; the middle of the range when the domain is a single value.
    pub fn px(&self, value: f64) -> f64 {
        let span = self.domain.1 - self.domain.0;
        let t = if span == 0.0 { 0.5 } else { (value - self.domain.0) / span };
        self.range.0 + t * (self.range.1 - self.range.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_ends_and_survives_a_point() {
        let s = Linear::new((10.0, 20.0), (100.0, 0.0));
        assert_eq!((s.px(10.0), s.px(15.0), s.px(20.0)), (100.0, 50.0, 0.0));
        assert_eq!(Linear::new((3.0, 3.0), (0.0, 8.0)).px(3.0), 4.0);
    }
}
