//! Two periods beside each other: a line per area from its value then to its value now, named with
//! its value at both ends.

mod marks;

use crate::base::num::clamp;
use crate::{
    base::{
        geom::{Point, Rect, Size},
        id::AreaId,
        period::Period,
    },
    model::Cell,
};

use crate::view::{
    chart::drawn::{Chart, Drawn},
    dodge::{Wish, dodge},
    lettering::{SMALL, STRONG, fit, wrapped},
    look::{Format, Look, Role},
    mark::Font,
    scale::Linear,
    scene::Scene,
};

pub use marks::{marks, over};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Slope {
    /// First period.
    pub from: Period,
    /// Last period.
    pub to: Period,
    /// The areas in reading order.
    pub rows: Vec<Row>,
    /// Why no lines are drawn, where the two cannot be compared; else empty.
    pub note: String,
    /// How values are written.
    pub format: Format,
    /// Name of the picture.
    pub title: String,
    /// The picture in a sentence.
    pub desc: String,
}

/// One area.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// How strong it is.
    pub role: Role,
    /// Its value in the first period.
    pub first: Cell,
    /// Its value in the last period.
    pub last: Cell,
}

/// The chart in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent.
    pub size: Size,
    /// Between the two periods.
    pub plot: Rect,
    /// Lines in the order of the description: both ends where there are values.
    pub lines: Vec<(Option<Point>, Option<Point>)>,
    /// Names with values.
    pub labels: Vec<Label>,
    /// The note in lines.
    pub note: Vec<String>,
}

/// A name with its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Which row.
    pub row: usize,
    /// Whether it is about the last period.
    pub last: bool,
    /// The line's end.
    pub from: Point,
    /// Middle of the text's end at the line.
    pub at: Point,
    /// Name and value.
    pub text: String,
    /// How it is set.
    pub font: Font,
}

/// Room above for the periods, px.
const TOP: f64 = 34.0;
/// Between a line's end and its name, px.
const OFFSET: f64 = 16.0;
/// Height of a line of the note, px.
const NOTE: f64 = 17.0;

/// Height the chart wants at this width, px.
pub fn height(spec: &Slope, width: f64, look: &Look) -> f64 {
    let rows = spec.rows.len().max(6) as f64;
    TOP + rows * 21.0 + 12.0 + wrapped(&spec.note, SMALL, width, look).len() as f64 * NOTE
}

/// The picture. Its targets are the ends of lines, area by area.
pub fn scene(spec: &Slope, size: Size, look: &Look) -> Scene {
    marks(spec, &place(spec, size, look), look)
}

/// Places everything.
pub fn place(spec: &Slope, size: Size, look: &Look) -> Placed {
    let note = wrapped(&spec.note, SMALL, size.width, look);
    let font = |role: Role| if role.is_emphasised() { STRONG } else { SMALL };
    let words = |row: &Row, last: bool| {
        let value = (if last { row.last } else { row.first }).ok()?;
        let value = spec.format.bare(value.get(), look.locale);
        Some(if last { format!("{value} {}", row.name) } else { format!("{} {value}", row.name) })
    };
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut widths = [0.0_f64; 2];
    for row in &spec.rows {
        for (last, cell) in [(false, row.first), (true, row.last)] {
            if let (Ok(v), Some(text)) = (cell, words(row, last)) {
                low = low.min(v.get());
                high = high.max(v.get());
                let width = look.measure.width(&text, font(row.role));
                let [left, right] = &mut widths;
                let side = if last { right } else { left };
                *side = side.max(width);
            }
        }
    }
    let [left, right] = widths.map(|w| w.min(size.width * 0.4) + OFFSET);
    let foot = size.height - 12.0 - note.len() as f64 * NOTE;
    // Wide enough to see the slopes, not so wide that they lie flat.
    let free = size.width - left - right;
    let width = clamp(free, 1.0, 560.0);
    let x = left + (free - width).max(0.0) / 2.0;
    let plot = Rect::new(x, TOP, width, (foot - TOP).max(1.0));
    let value = Linear::new((low, high), (plot.bottom(), plot.y));
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    for (index, row) in spec.rows.iter().enumerate() {
        let end = |cell: Cell, x: f64| cell.ok().map(|v| Point::new(x, value.px(v.get())));
        let ends = (end(row.first, plot.x), end(row.last, plot.right()));
        lines.push(ends);
        for (last, end) in [(false, ends.0), (true, ends.1)] {
            let (Some(from), Some(text)) = (end, words(row, last)) else { continue };
            let x = if last { plot.right() + OFFSET } else { plot.x - OFFSET };
            let room = if last { size.width - x } else { x };
            let font = font(row.role);
            let text = if look.measure.width(&text, font) <= room + 0.01 {
                text
            } else {
                fit(&row.name, font, room, look)
            };
            labels.push(Label { row: index, last, from, at: Point::new(x, from.y), text, font });
        }
    }
    for side in [false, true] {
        let of: Vec<Wish> = labels
            .iter()
            .filter(|l| l.last == side)
            .map(|l| Wish {
                center: l.from.y,
                extent: l.font.size + 2.5,
                weight: if l.font == STRONG { 4.0 } else { 1.0 },
            })
            .collect();
        let mut ys = dodge(&of, plot.y - 6.0, plot.bottom() + 8.0).into_iter();
        for label in labels.iter_mut().filter(|l| l.last == side) {
            label.at.y = ys.next().unwrap_or(label.at.y);
        }
    }
    labels.retain(|l| !l.text.is_empty());
    Placed { size, plot, lines, labels, note }
}

impl Chart for Slope {
    fn height(&self, width: f64, look: &Look<'_>) -> f64 {
        height(self, width, look)
    }

    fn draw(&self, size: Size, look: &Look<'_>) -> Drawn {
        let placed = place(self, size, look);
        let scene = marks(self, &placed, look);
        let spec = self.clone();
        Drawn { scene, over: Box::new(move |look, key, _| over(&spec, &placed, look, key, "")), find: None }
    }
}
