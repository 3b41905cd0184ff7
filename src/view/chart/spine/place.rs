//! Where keys, sections and rows lie.

use crate::base::geom::{Point, Rect, Size};
use crate::view::{
    lettering::{PLAIN, SMALL, wrapped},
    look::Look,
};

use super::{Section, Spine};

/// From here on sections stand in two columns, px.
const TWO: f64 = 1080.0;
/// Narrower columns have name and value above the track, px.
const STACKED: f64 = 560.0;
/// Room between columns, px.
const GUTTER: f64 = 44.0;
/// Height of a line of keys, px.
pub(super) const KEY: f64 = 20.0;
/// Length of a key's mark and its gap, px.
pub(super) const MARK: f64 = 22.0;
/// The key that is words alone.
pub(super) const REMARK: usize = 7;
/// Height of a section's name and the words over the tracks, px.
const HEAD: f64 = 44.0;
/// Room after a section, px.
const AFTER: f64 = 14.0;

/// The picture in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent.
    pub size: Size,
    /// Index and left middle of each key that occurs.
    pub keys: Vec<(usize, Point)>,
    /// The key that is words alone, line by line, each with its left middle.
    pub remark: Vec<(String, Point)>,
    /// Left middle of each section's name, and the left and right end of its tracks.
    pub heads: Vec<(Point, f64, f64)>,
    /// The rows, section by section.
    pub rows: Vec<PlacedRow>,
    /// Whether name and value stand above the track.
    pub stacked: bool,
}

/// One row in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRow {
    /// Section and row.
    pub index: (usize, usize),
    /// All of it.
    pub frame: Rect,
    /// Left end and middle of the name.
    pub name: Point,
    /// Whether the value is written without its unit.
    pub short: bool,
    /// How wide the name may be.
    pub name_width: f64,
    /// Right end and middle of the value.
    pub value: Point,
    /// Left and right end of the track, and its middle.
    pub track: (f64, f64, f64),
}

/// The height that suits a width.
pub fn height(spec: &Spine, width: f64, look: &Look) -> f64 {
    place(spec, Size::new(width, 0.0), look).size.height
}

/// Places everything from the top; the height follows.
pub fn place(spec: &Spine, size: Size, look: &Look) -> Placed {
    let columns = if size.width >= TWO && spec.sections.len() > 1 { 2 } else { 1 };
    let width = (size.width - GUTTER * (f64::from(columns) - 1.0)) / f64::from(columns);
    let stacked = width < STACKED;
    let row = if stacked { 42.0 } else { 25.0 };
    let (keys, remark, top) = keys(spec, size.width, look);
    let tall = |rows: usize| HEAD + rows as f64 * row + AFTER;
    let first = if columns == 2 { split(spec, &tall) } else { spec.sections.len() };
    // Longer values stand without their unit.
    let most = width * if stacked { 0.36 } else { 0.34 };
    let (first_sections, others) = spec.sections.split_at(first);
    let values = [first_sections, others].map(|sections| widest_value(sections, most, look));
    let (mut y, mut lowest) = (top, top);
    let mut placed = Placed { size, keys, remark, heads: Vec::new(), rows: Vec::new(), stacked };
    for (s, section) in spec.sections.iter().enumerate() {
        if s == first {
            y = top;
        }
        let [ahead, behind] = values;
        let (left, value) = if s < first { (0.0, ahead) } else { (width + GUTTER, behind) };
        let right = left + width;
        let name_width = if stacked { width - value - 12.0 } else { width * 0.4 };
        let track = if stacked {
            (left + 7.0, right - 7.0)
        } else {
            (left + name_width + 18.0, right - value - 20.0)
        };
        placed.heads.push((Point::new(left, y + 12.0), track.0, track.1));
        y += HEAD;
        for (r, described) in section.rows.iter().enumerate() {
            let long = look.measure.width(&described.value, PLAIN);
            let short = long > most;
            let own = if short { look.measure.width(&described.short, PLAIN) } else { long };
            let name_width = if stacked { width - own - 12.0 } else { width * 0.4 };
            let line = y + if stacked { 12.0 } else { row / 2.0 };
            placed.rows.push(PlacedRow {
                index: (s, r),
                frame: Rect::new(left, y, width, row),
                name: Point::new(left, line),
                short,
                name_width,
                value: Point::new(right, line),
                track: (track.0, track.1, if stacked { y + 29.0 } else { line }),
            });
            y += row;
        }
        y += AFTER;
        lowest = lowest.max(y - AFTER + 4.0);
    }
    placed.size.height = size.height.max(lowest);
    placed
}

/// After how many sections the second column begins, so that the longer one is shortest.
fn split(spec: &Spine, tall: &dyn Fn(usize) -> f64) -> usize {
    let heights: Vec<f64> = spec.sections.iter().map(|s| tall(s.rows.len())).collect();
    let longer = |at: usize| {
        let (a, b) = heights.split_at(at);
        a.iter().sum::<f64>().max(b.iter().sum())
    };
    let mut best = 1;
    for at in 2..heights.len() {
        if longer(at) < longer(best) {
            best = at;
        }
    }
    best
}

/// Keys flowing into rows, then the remark; and where all of it ends.
type Keys = (Vec<(usize, Point)>, Vec<(String, Point)>, f64);

fn keys(spec: &Spine, width: f64, look: &Look) -> Keys {
    let (mut x, mut y) = (0.0, KEY / 2.0);
    let (mut keys, mut remark) = (Vec::new(), Vec::new());
    for (index, words) in spec.keys.iter().enumerate() {
        if words.is_empty() {
            continue;
        }
        let long = if index == REMARK { 0.0 } else { MARK } + look.measure.width(words, SMALL);
        if x > 0.0 && x + long > width {
            (x, y) = (0.0, y + KEY);
        }
        if index == REMARK {
            for (n, line) in wrapped(words, SMALL, width - x, look).into_iter().enumerate() {
                y += if n > 0 { KEY - 4.0 } else { 0.0 };
                remark.push((line, Point::new(x, y)));
            }
            continue;
        }
        keys.push((index, Point::new(x, y)));
        x += long + 18.0;
    }
    (keys, remark, y + KEY / 2.0 + 8.0)
}

/// The widest value, those wider than `most` without their unit.
fn widest_value(sections: &[Section], most: f64, look: &Look) -> f64 {
    let mut widest = 0.0_f64;
    for row in sections.iter().flat_map(|s| &s.rows) {
        let long = look.measure.width(&row.value, PLAIN);
        widest = widest.max(if long > most { look.measure.width(&row.short, PLAIN) } else { long });
    }
    widest
}
