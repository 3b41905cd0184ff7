//! Where axes, dots, ways and names lie.

use crate::base::{
    geom::{Point, Rect, Size},
    num::{clamp, sqrt},
};
use crate::view::{
    chart::axes,
    lettering::{SMALL, bounds, text, widest, wrapped},
    look::Look,
    mark::{Anchor, Text},
    scale::Linear,
    ticks::Ticks,
};

use super::{
    Axis, Scatter,
    labels::{self, Label},
};

/// Height of a line of an axis' name or of the note, px.
const LINE: f64 = 16.0;
/// Room for the county's name above the plot, px.
const ABOVE: f64 = 20.0;
/// Room for values below the plot, px.
const VALUES: f64 = 24.0;

/// The picture in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent.
    pub size: Size,
    /// Where dots lie.
    pub plot: Rect,
    /// Along and up.
    pub scales: [Linear; 2],
    /// Values with a hairline, along and up.
    pub ticks: [Ticks; 2],
    /// The lines of the axes' names and of the note, each with its left middle.
    pub words: [Vec<(String, Point)>; 3],
    /// The county's name at its upright and at its level line.
    pub county: [Option<Text>; 2],
    /// Both ends of the least-squares line inside the plot.
    pub line: Option<(Point, Point)>,
    /// The dots in the order of the description.
    pub dots: Vec<PlacedDot>,
    /// Names, one per dot where there is room.
    pub labels: Vec<Option<Label>>,
}

/// One area in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedDot {
    /// Its middle.
    pub at: Point,
    /// Its radius.
    pub radius: f64,
    /// Its way, as broken as it is.
    pub trail: Vec<Vec<Point>>,
}

/// The height that suits a width.
pub fn height(spec: &Scatter, width: f64, look: &Look) -> f64 {
    let lines = |words: &str| wrapped(words, SMALL, width, look).len() as f64 * LINE;
    let [along, up] = &spec.axes;
    let plot = clamp(width * 0.56, 340.0, 500.0);
    lines(&up.name) + ABOVE + plot + VALUES + lines(&along.name) + lines(&spec.note) + 10.0
}

/// Places everything.
pub fn place(spec: &Scatter, size: Size, look: &Look) -> Placed {
    let [along, up] = &spec.axes;
    let [names, below, note] =
        [&up.name, &along.name, &spec.note].map(|words| wrapped(words, SMALL, size.width, look));
    let stacked = |lines: Vec<String>, top: f64| -> Vec<(String, Point)> {
        let at = |n: usize| Point::new(0.0, top + (n as f64 + 0.5) * LINE);
        lines.into_iter().enumerate().map(|(n, line)| (line, at(n))).collect()
    };
    let top = names.len() as f64 * LINE + ABOVE;
    let foot = (below.len() + note.len()) as f64 * LINE + 10.0;
    let bottom = (size.height - foot - VALUES).max(top + 1.0);
    let (xs, ys) = (widened(along.extent), widened(up.extent));
    let most = clamp((bottom - top) / 55.0, 3.0, 7.0) as usize;
    let up_ticks = Ticks::inside(ys.0, ys.1, most);
    let left =
        widest(axes::value_texts(&up_ticks, &up.format, look).iter().map(String::as_str), SMALL, look) + 12.0;
    let plot = Rect::new(left, top, (size.width - left - 2.0).max(1.0), bottom - top);
    let mut most = clamp(plot.width / 75.0, 3.0, 8.0) as usize;
    let mut along_ticks = Ticks::inside(xs.0, xs.1, most);
    // One value alone says nothing of how far it is to another.
    while along_ticks.values.len() < 2 && most < 8 {
        most += 1;
        along_ticks = Ticks::inside(xs.0, xs.1, most);
    }
    let x = Linear::new(xs, (plot.x, plot.right()));
    let y = Linear::new(ys, (plot.bottom(), plot.y));
    let largest = if size.width >= 600.0 { 15.0 } else { 11.0 };
    let px = |at: (f64, f64)| Point::new(x.px(at.0), y.px(at.1));
    let mut dots = Vec::new();
    for dot in &spec.dots {
        let radius = dot.size.map_or(4.0, |part| (sqrt(part.max(0.0)) * largest).max(3.5));
        let trail = dot.trail.iter().map(|run| run.iter().map(|s| px(s.at)).collect()).collect();
        dots.push(PlacedDot { at: px(dot.at), radius, trail });
    }
    let county = county(spec, plot, [&x, &y], &dots, look);
    let cross = [
        along.county.map(|v| Rect::new(x.px(v), plot.y, 1.0, plot.height)),
        up.county.map(|v| Rect::new(plot.x, y.px(v), plot.width, 1.0)),
    ];
    let labels = labels::place(spec, &dots, (plot, cross), county.iter().flatten(), look);
    let (axis, last) = (bottom + VALUES, bottom + VALUES + below.len() as f64 * LINE + 6.0);
    Placed {
        size,
        plot,
        line: spec.line.map(|ends| ends.map(px)).and_then(|[a, b]| plot.clip(a, b)),
        words: [stacked(names, 0.0), stacked(below, axis), stacked(note, last)],
        scales: [x, y],
        ticks: [along_ticks, up_ticks],
        county,
        dots,
        labels,
    }
}

/// Values with some room at both ends.
fn widened((low, high): (f64, f64)) -> (f64, f64) {
    let room = if high > low { (high - low) * 0.06 } else { (high.abs() * 0.1).max(0.5) };
    (low - room, high + room)
}

/// The county's name and values at its lines: above the plot, and inside it at one end.
fn county(
    spec: &Scatter,
    plot: Rect,
    [x, y]: [&Linear; 2],
    dots: &[PlacedDot],
    look: &Look,
) -> [Option<Text>; 2] {
    let [along, up] = &spec.axes;
    let words = |axis: &Axis, v: f64| format!("{} {}", spec.county, axis.format.value(v, look.locale));
    let color = look.theme.county;
    let above = along.county.map(|v| {
        let words = words(along, v);
        let half = look.measure.width(&words, SMALL) / 2.0;
        let at = Point::new(x.px(v).min(plot.right() - half).max(plot.x + half), plot.y - 10.0);
        text(at, words, SMALL, Anchor::Middle, color)
    });
    // At either end, above or below the line: where it hides least of the dots.
    let beside = up.county.and_then(|v| {
        let words = words(up, v);
        let mut best: Option<(f64, Text)> = None;
        for (x, anchor) in [(plot.right() - 4.0, Anchor::End), (plot.x + 6.0, Anchor::Start)] {
            for dy in [-10.0, 10.0] {
                let label = text(Point::new(x, y.px(v) + dy), &*words, SMALL, anchor, color);
                let rect = bounds(&label, look);
                let hidden: f64 = dots.iter().map(|dot| labels::covered(rect, dot)).sum();
                let outside = rect.y < plot.y || rect.bottom() > plot.bottom();
                let cost = hidden + if outside { 10.0 } else { 0.0 };
                if best.as_ref().is_none_or(|b| cost < b.0) {
                    best = Some((cost, label));
                }
            }
        }
        best.map(|b| b.1)
    });
    [above, beside]
}
