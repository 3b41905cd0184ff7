//! Names over narrow columns: side by side where they fit, else as a staircase of level text, each
//! step with a hairline down to its column. No name is turned, cut or crossed.

use crate::base::geom::Point;

use crate::view::{
    look::Look,
    mark::{Anchor, Font},
};

/// Height of a step, px.
pub const STEP: f64 = 14.0;
/// Room between two names on one step, px.
const GAP: f64 = 8.0;

/// A name over its column.
#[derive(Clone, Debug, PartialEq)]
pub struct Head {
    /// Which column.
    pub column: usize,
    /// The step it stands on, 0 the topmost.
    pub row: usize,
    /// Left, middle or right of the text, as `anchor` says; also the x of its hairline.
    pub at: Point,
    /// Which end `at` is.
    pub anchor: Anchor,
}

/// Which way a staircase may reach beyond its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// There is room to the left, as over the rows' names.
    Left,
    /// There is room to the right.
    Right,
}

/// Places the names over columns with these middles (ascending px), the topmost step at `top`;
/// and how many steps there are. A name on a lower step never lies under a hairline from above:
/// reaching left, the last column is highest; reaching right, the first.
pub fn place(widths: &[f64], middles: &[f64], top: f64, reach: Reach) -> (Vec<Head>, usize) {
    let at = |i: usize| (widths.get(i).copied().unwrap_or(0.0), middles.get(i).copied().unwrap_or(0.0));
    let count = widths.len().min(middles.len());
    let side_by_side = (1..count).all(|i| {
        let ((w0, x0), (w1, x1)) = (at(i - 1), at(i));
        x0 + w0 / 2.0 + GAP <= x1 - w1 / 2.0
    });
    let mut heads = Vec::with_capacity(count);
    let mut row = 0;
    // The inner edge of the name before on the same step.
    let mut edge: Option<f64> = None;
    for n in 0..count {
        let column = if reach == Reach::Left { count - 1 - n } else { n };
        let (width, x) = at(column);
        if side_by_side {
            let at = Point::new(x, top + STEP / 2.0);
            heads.push(Head { column, row: 0, at, anchor: Anchor::Middle });
            continue;
        }
        let free = edge.is_none_or(|edge| match reach {
            Reach::Left => x + GAP <= edge,
            Reach::Right => x - GAP >= edge,
        });
        if !free {
            row += 1;
        }
        edge = Some(if reach == Reach::Left { x - width } else { x + width });
        let anchor = if reach == Reach::Left { Anchor::End } else { Anchor::Start };
        heads.push(Head { column, row, at: Point::new(x, top + (row as f64 + 0.5) * STEP), anchor });
    }
    (heads, if count == 0 { 0 } else { row + 1 })
}

/// Widths of these names.
pub fn widths(names: &[&str], font: Font, look: &Look) -> Vec<f64> {
    names.iter().map(|name| look.measure.width(name, font)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_columns_have_their_names_side_by_side() {
        let (heads, rows) = place(&[40.0, 50.0], &[100.0, 200.0], 0.0, Reach::Left);
        assert_eq!(rows, 1);
        assert!(heads.iter().all(|h| h.anchor == Anchor::Middle && h.row == 0));
    }

    #[test]
    fn no_hairline_crosses_a_name() {
        let widths = [74.0, 30.0, 61.0, 20.0, 74.0, 33.0];
        for (pitch, reach) in
            [(15.0, Reach::Left), (28.0, Reach::Left), (28.0, Reach::Right), (50.0, Reach::Right)]
        {
            let middles: Vec<f64> = (0..6).map(|i| 200.0 + pitch * f64::from(i)).collect();
            let (heads, rows) = place(&widths, &middles, 0.0, reach);
            assert_eq!(heads.iter().map(|h| h.row).max(), Some(rows - 1));
            for a in &heads {
                let w = widths[a.column];
                let span = match a.anchor {
                    Anchor::End => (a.at.x - w, a.at.x),
                    Anchor::Start => (a.at.x, a.at.x + w),
                    Anchor::Middle => (a.at.x - w / 2.0, a.at.x + w / 2.0),
                };
                for b in heads.iter().filter(|b| b.column != a.column && b.row <= a.row) {
                    assert!(b.at.x <= span.0 || b.at.x >= span.1, "{pitch} {reach:?}: {b:?} crosses {a:?}");
                }
            }
        }
    }
}
