//! Where places, lines, clasps and names lie.

use crate::base::{
    geom::{Point, Rect, Size},
    id::AreaId,
    num::clamp,
    order::sort_by,
    period::Period,
};

use crate::view::{
    chart::axes::{self, HEADING, Heading},
    dodge::{Wish, dodge},
    lettering::{SMALL, STRONG, fit, widest},
    look::{Look, Role},
    mark::Font,
    scale::Time,
};

use super::{Line, Ranks};

/// Least height of a row of places, px.
const ROW: f64 = 17.0;
/// Wider charts have names at both ends, px.
const BOTH: f64 = 640.0;
/// Between a line's end and its name, px.
const OFFSET: f64 = 12.0;
/// Room for what the first place means, px.
const ORDER: f64 = 24.0;

/// The chart in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent.
    pub size: Size,
    /// Where lines lie.
    pub plot: Rect,
    /// Along time.
    pub time: Time,
    /// Radius of a place.
    pub radius: f64,
    /// Lines in the order of the description.
    pub lines: Vec<PlacedLine>,
    /// Shared places: from the upper to the lower.
    pub clasps: Vec<(Point, Point)>,
    /// Names: which line, its end, left or right middle of the text, what it says.
    pub labels: Vec<Label>,
    /// Labels of breaks above the plot.
    pub headings: Vec<Heading>,
}

/// One line in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLine {
    /// The area.
    pub area: AreaId,
    /// How strong it is.
    pub role: Role,
    /// Unbroken stretches; never empty ones.
    pub runs: Vec<Vec<Spot>>,
}

/// One place in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// When.
    pub period: Period,
    /// The place, from 1.
    pub place: usize,
    /// Where.
    pub at: Point,
}

/// A name at a line's end.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Which line.
    pub line: usize,
    /// The line's end.
    pub from: Point,
    /// Middle of the text's end at the line.
    pub at: Point,
    /// Whether it is the line's last place; else its first.
    pub last: bool,
    /// Name and place.
    pub text: String,
    /// How it is set.
    pub font: Font,
}

/// Height the chart wants, px.
pub fn height(spec: &Ranks) -> f64 {
    ORDER + HEADING + 16.0 + 22.0 * spec.lines.len().max(4) as f64 + axes::YEARS
}

/// Places everything.
pub fn place(spec: &Ranks, size: Size, look: &Look) -> Placed {
    let font = |line: &Line| if line.role.is_emphasised() { STRONG } else { SMALL };
    let texts: Vec<String> = spec.lines.iter().map(|l| format!("88 {}", l.name)).collect();
    let names = widest(texts.iter().map(String::as_str), STRONG, look);
    let names = names.min(size.width * 0.35) + OFFSET;
    let both = size.width >= BOTH;
    let left = if both { names } else { 16.0 };
    let right = size.width - names;
    let (first, last) = match (spec.periods.first(), spec.periods.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (Period::year_of(0), Period::year_of(1)),
    };
    let time = Time::new(first, last, left, right);
    let half = axes::half_step(&spec.periods, &time);
    let breaks: Vec<(f64, &str)> =
        spec.breaks.iter().map(|(p, words)| (time.px(*p) - half, words.as_str())).collect();
    let (headings, rows) = axes::headings(&breaks, left, right, ORDER, look);
    let top = ORDER + rows as f64 * HEADING;
    let plot = Rect::new(left, top, (right - left).max(1.0), (size.height - axes::YEARS - top).max(1.0));
    let slots = slots(spec);
    let most = slots.iter().flatten().flatten().map(|s| s + 1).max().unwrap_or(1);
    let row = (plot.height / most as f64).max(1.0);
    let y = |slot: usize| plot.y + (slot as f64 + 0.5) * row;
    let mut lines = Vec::new();
    for (l, line) in spec.lines.iter().enumerate() {
        let mut runs: Vec<Vec<Spot>> = vec![Vec::new()];
        for (p, period) in spec.periods.iter().enumerate() {
            let slot = slots.get(p).and_then(|s| s.get(l).copied().flatten());
            let place = line.places.get(p).copied().flatten();
            if slot.is_none() || spec.breaks.iter().any(|(b, _)| b == period) {
                runs.push(Vec::new());
            }
            if let (Some(slot), Some(place), Some(run)) = (slot, place, runs.last_mut()) {
                run.push(Spot { period: *period, place, at: Point::new(time.px(*period), y(slot)) });
            }
        }
        runs.retain(|r| !r.is_empty());
        lines.push(PlacedLine { area: line.area, role: line.role, runs });
    }
    let mut labels = Vec::new();
    for end in [true, false] {
        if end || both {
            labels.extend(names_at(spec, &lines, end, plot, size.width, &font, look));
        }
    }
    Placed {
        size,
        clasps: clasps(&lines),
        plot,
        time,
        radius: clamp((row * 0.28).min(half * 0.8), 2.0, 5.0),
        lines,
        labels,
        headings,
    }
}

/// The row of each line in each period, 0 the uppermost: by place, shared ones in the order of the
/// period before, so that lines cross as little as they must.
fn slots(spec: &Ranks) -> Vec<Vec<Option<usize>>> {
    let mut before: Vec<usize> = (0..spec.lines.len()).collect();
    let mut out = Vec::new();
    for p in 0..spec.periods.len() {
        let place = |l: usize| spec.lines.get(l).and_then(|line| line.places.get(p).copied().flatten());
        let mut order: Vec<usize> = (0..spec.lines.len()).filter(|&l| place(l).is_some()).collect();
        let was = |l: &usize| before.get(*l).copied().unwrap_or(0);
        sort_by(&mut order, &mut |a, b| place(*a).cmp(&place(*b)).then(was(a).cmp(&was(b))));
        let mut row = vec![None; spec.lines.len()];
        for (slot, l) in order.into_iter().enumerate() {
            if let Some(have) = row.get_mut(l) {
                *have = Some(slot);
            }
        }
        for (had, now) in before.iter_mut().zip(&row) {
            *had = now.unwrap_or(*had);
        }
        out.push(row);
    }
    out
}

/// Shared places of the same period, upper and lower end.
fn clasps(lines: &[PlacedLine]) -> Vec<(Point, Point)> {
    let mut spots: Vec<Spot> = lines.iter().flat_map(|l| &l.runs).flatten().copied().collect();
    sort_by(&mut spots, &mut |a, b| {
        a.period.cmp(&b.period).then(a.place.cmp(&b.place)).then(a.at.y.total_cmp(&b.at.y))
    });
    let mut out: Vec<(Point, Point)> = Vec::new();
    for group in spots.chunk_by(|a, b| (a.period, a.place) == (b.period, b.place)) {
        if let [first, .., last] = group {
            out.push((first.at, last.at));
        }
    }
    out
}

/// Names beside the last (or first) period; a line that ends earlier has its name there too, with
/// the period it ends in.
fn names_at(
    spec: &Ranks,
    lines: &[PlacedLine],
    last: bool,
    plot: Rect,
    width: f64,
    font: &dyn Fn(&Line) -> Font,
    look: &Look,
) -> Vec<Label> {
    let edge = if last { spec.periods.last() } else { spec.periods.first() };
    let mut out = Vec::new();
    for (index, (line, placed)) in spec.lines.iter().zip(lines).enumerate() {
        let mut spots = placed.runs.iter().flatten();
        let Some(spot) = (if last { spots.next_back() } else { spots.next() }) else { continue };
        let font = font(line);
        let whole = if Some(&spot.period) == edge {
            if last {
                format!("{} {}", spot.place, line.name)
            } else {
                format!("{} {}", line.name, spot.place)
            }
        } else {
            format!("{} ({})", line.name, spot.period)
        };
        let room = if last { width - plot.right() - OFFSET } else { plot.x - OFFSET };
        let text =
            if look.measure.width(&whole, font) <= room { whole } else { fit(&line.name, font, room, look) };
        let x = if last { plot.right() + OFFSET } else { plot.x - OFFSET };
        let at = Point::new(x, spot.at.y);
        out.push(Label { line: index, from: spot.at, at, last, text, font });
    }
    let wishes: Vec<Wish> = out
        .iter()
        .map(|l| Wish { center: l.from.y, extent: (l.font.size + 2.5).min(ROW), weight: 1.0 })
        .collect();
    for (label, y) in out.iter_mut().zip(dodge(&wishes, plot.y - 4.0, plot.bottom() + 4.0)) {
        label.at.y = y;
    }
    out.retain(|l| !l.text.is_empty());
    out
}
