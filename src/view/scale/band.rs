//! Rows of equal height.

/// `count` rows from `start` px, each `step` px high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Top of the first row, px.
    pub start: f64,
    /// Height of a row, px.
    pub step: f64,
}

impl Band {
    /// Rows that share `height` px evenly, each between `least` and `most` px high.
    pub fn new(start: f64, height: f64, count: usize, least: f64, most: f64) -> Self {
        Self { start, step: (height / count.max(1) as f64).min(most).max(least) }
    }

    /// Top of a row.
    pub fn top(&self, row: usize) -> f64 {
        self.start + self.step * row as f64
    }

    /// Middle of a row.
    pub fn middle(&self, row: usize) -> f64 {
        self.top(row) + self.step / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_share_the_height_within_their_bounds() {
        assert_eq!(Band::new(10.0, 100.0, 4, 22.0, 40.0).step, 25.0);
        assert_eq!(Band::new(10.0, 40.0, 4, 22.0, 40.0).step, 22.0);
        assert_eq!(Band::new(10.0, 100.0, 4, 22.0, 40.0).middle(1), 47.5);
    }
}
