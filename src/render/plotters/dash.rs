//! A polyline cut into the strokes of a dash pattern.

use crate::base::geom::Point;

/// The pieces to draw; the whole line when there is no pattern. The pattern runs on around corners.
pub(super) fn pieces(run: &[Point], closed: bool, lengths: &[f64]) -> Vec<Vec<Point>> {
    let mut line = run.to_vec();
    if closed && let Some(&first) = run.first() {
        line.push(first);
    }
    if line.len() < 2 {
        return Vec::new();
    }
    let total: f64 = lengths.iter().sum();
    if total.is_nan() || total <= 0.0 {
        return vec![line];
    }
    let mut out = Vec::new();
    let mut pattern = lengths.iter().copied().cycle();
    let (mut left, mut drawing) = (pattern.next().unwrap_or(total), true);
    let mut piece: Vec<Point> = line.first().copied().into_iter().collect();
    for (&a, &b) in line.iter().zip(line.iter().skip(1)) {
        let long = a.distance(b);
        let mut done = 0.0;
        while long - done > left {
            done += left;
            let t = done / long;
            let cut = Point::new(a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t);
            if drawing {
                piece.push(cut);
                out.push(std::mem::take(&mut piece));
            } else {
                piece = vec![cut];
            }
            drawing = !drawing;
            left = pattern.next().unwrap_or(total);
        }
        left -= long - done;
        if drawing {
            piece.push(b);
        }
    }
    if drawing && piece.len() > 1 {
        out.push(piece);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn p(x: f64, y: f64) -> Point {
        Point::new(x, y)
    }

    #[test]
    fn strokes_and_gaps_alternate() {
        let out = pieces(&[p(0.0, 0.0), p(10.0, 0.0)], false, &[3.0, 2.0]);
        assert_eq!(out, [vec![p(0.0, 0.0), p(3.0, 0.0)], vec![p(5.0, 0.0), p(8.0, 0.0)]]);
    }

    #[test]
    fn a_stroke_bends_around_a_corner() {
        let out = pieces(&[p(0.0, 0.0), p(4.0, 0.0), p(4.0, 4.0)], false, &[6.0, 1.0]);
        assert_eq!(out, [vec![p(0.0, 0.0), p(4.0, 0.0), p(4.0, 2.0)], vec![p(4.0, 3.0), p(4.0, 4.0)]]);
    }

    #[test]
    fn no_pattern_is_one_piece_and_a_ring_returns() {
        let out = pieces(&[p(0.0, 0.0), p(1.0, 0.0), p(0.0, 1.0)], true, &[]);
        assert_eq!(out, [vec![p(0.0, 0.0), p(1.0, 0.0), p(0.0, 1.0), p(0.0, 0.0)]]);
        assert!(pieces(&[p(0.0, 0.0)], false, &[1.0, 1.0]).is_empty());
    }
}
