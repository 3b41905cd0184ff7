//! Where panels, scales, lines and their end labels lie.

use crate::base::{
    geom::{Point, Rect, Size},
    id::AreaId,
    num::clamp,
    period::Period,
};

use crate::view::{
    chart::axes,
    lettering::{PLAIN, SMALL, STRONG, widest},
    look::{Look, Role},
    scale::{Linear, Time},
    ticks::Ticks,
};

use super::{
    Line, Lines,
    ends::{self, EndLabel},
    frame::{self, Heading},
};

/// The chart in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The panels, in order.
    pub panels: Vec<PlacedPanel>,
    /// Values with a hairline, shared by all panels.
    pub ticks: Ticks,
}

/// One panel in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPanel {
    /// Where values lie: hairlines reach from its left to its right.
    pub plot: Rect,
    /// Right end of the panel, names included.
    pub right: f64,
    /// The title's place, where there is one.
    pub title: Option<Point>,
    /// Whether values are written left of it.
    pub with_values: bool,
    /// Along time.
    pub time: Time,
    /// Along values.
    pub value: Linear,
    /// Lines in the order of the description.
    pub lines: Vec<PlacedLine>,
    /// Labels at the ends of lines.
    pub labels: Vec<EndLabel>,
    /// Labels of events and breaks above the plot.
    pub headings: Vec<Heading>,
}

/// One line in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLine {
    /// The area.
    pub area: AreaId,
    /// How strong it is.
    pub role: Role,
    /// Unbroken stretches, split at gaps and series breaks; never empty ones.
    pub runs: Vec<Vec<Spot>>,
}

impl PlacedLine {
    /// Every point in time.
    pub fn spots(&self) -> impl DoubleEndedIterator<Item = &Spot> {
        self.runs.iter().flatten()
    }
}

/// One value in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// When.
    pub period: Period,
    /// The value.
    pub value: f64,
    /// Where.
    pub at: Point,
}

/// Room between panels, px.
const GUTTER: f64 = 28.0;
/// Room for years below the plot, px.
const YEARS: f64 = 24.0;

/// Places everything; panels lie side by side where each gets at least 300 px, else on top of
/// each other.
pub fn place(spec: &Lines, size: Size, look: &Look) -> Placed {
    let count = spec.panels.len().max(1);
    let beside = size.width >= 300.0 * count as f64;
    let (columns, rows) = if beside { (count, 1) } else { (1, count) };
    let (low, high) = extent(spec);
    let row_height = size.height / rows as f64;
    let most = clamp(row_height / 55.0, 3.0, 7.0) as usize;
    let (ticks, domain) = axes::value_scale(low, high, most);
    let axis = widest(frame::value_texts(&ticks, spec, look).iter().map(String::as_str), SMALL, look);
    let axis = axis + 12.0;
    let free = size.width - axis - GUTTER * (columns as f64 - 1.0);
    let width = free / columns as f64;
    let end_of_data = spec.periods.last().copied();
    let panels = spec.panels.iter().enumerate().map(|(i, panel)| {
        let (column, row) = (i % columns, i / columns);
        let left = axis + column as f64 * (width + GUTTER);
        let names = name_room(&panel.lines, spec, look).min(width * 0.5);
        let top = row as f64 * row_height;
        let title = panel.title.as_ref().map(|_| Point::new(left, top + 10.0));
        let top = top + if title.is_some() { 26.0 } else { 8.0 };
        let (mut last, mut right) = (end_of_data, left + width - names);
        // A target beyond the data gets its own time, as far as the names leave room.
        if let (Some(target), Some(end)) = (&spec.target, end_of_data)
            && target.period > end
        {
            last = Some(target.period);
            right = with_room(spec, end, target.period, left, left + width, names);
        }
        let first = spec.periods.first().copied().or(last);
        let time = match (first, last) {
            (Some(first), Some(last)) => Time::new(first, last, left + 6.0, right - 2.0),
            _ => Time::new(Period::year_of(0), Period::year_of(1), left, right),
        };
        let (headings, heading_rows) = frame::headings(spec, &time, left, right, top, look);
        let plot_top = top + heading_rows as f64 * frame::HEADING;
        let bottom =
            (row as f64 + 1.0) * row_height - YEARS - if rows > 1 && row + 1 < rows { 10.0 } else { 0.0 };
        let plot = Rect::new(left, plot_top, (right - left).max(1.0), (bottom - plot_top).max(1.0));
        let value = Linear::new(domain, (plot.bottom(), plot.y));
        let lines: Vec<PlacedLine> =
            panel.lines.iter().map(|line| placed_line(line, spec, &time, &value)).collect();
        let labels = ends::labels(panel, &lines, plot, left + width, spec, look);
        PlacedPanel {
            plot,
            right: left + width,
            title,
            with_values: column == 0,
            time,
            value,
            lines,
            labels,
            headings,
        }
    });
    Placed { panels: panels.collect(), ticks }
}

/// Right end of the time axis so that names still fit after the last data period.
fn with_room(spec: &Lines, end: Period, target: Period, left: f64, right: f64, names: f64) -> f64 {
    let first = spec.periods.first().copied().unwrap_or(end);
    let share = (end.position() - first.position()) / (target.position() - first.position());
    // left + share * (r - left) + names <= right, and the target's marker stays inside.
    let longest = if share > 0.0 { left + (right - names - left) / share } else { right };
    longest.min(right - 8.0)
}

/// Lowest and highest value of all panels and the target.
fn extent(spec: &Lines) -> (f64, f64) {
    let values = spec.panels.iter().flat_map(|p| &p.lines).flat_map(|l| &l.values).flatten().copied();
    let all = values.chain(spec.target.as_ref().map(|t| t.value)).chain(spec.level.as_ref().map(|l| l.value));
    let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    if low.is_finite() && high.is_finite() { (low, high) } else { (0.0, 1.0) }
}

/// Room for the widest label at a line's end, leader and gap included.
fn name_room(lines: &[Line], spec: &Lines, look: &Look) -> f64 {
    let any_selected = lines.iter().any(|l| matches!(l.role, Role::Selected(_)));
    let texts = lines.iter().filter(|l| l.role.is_emphasised() || !any_selected).map(|line| {
        let font = if line.role.is_emphasised() { STRONG } else { PLAIN };
        ends::label_text(line, spec, look).map_or(0.0, |text| look.measure.width(&text, font))
    });
    texts.fold(0.0, f64::max) + ends::OFFSET + 2.0
}

fn placed_line(line: &Line, spec: &Lines, time: &Time, value: &Linear) -> PlacedLine {
    let mut runs: Vec<Vec<Spot>> = vec![Vec::new()];
    for (period, v) in spec.periods.iter().zip(&line.values) {
        let new_series = spec.breaks.iter().any(|(first, _)| first == period);
        if (new_series || v.is_none()) && runs.last().is_some_and(|r| !r.is_empty()) {
            runs.push(Vec::new());
        }
        if let (Some(v), Some(run)) = (v, runs.last_mut()) {
            run.push(Spot { period: *period, value: *v, at: Point::new(time.px(*period), value.px(*v)) });
        }
    }
    runs.retain(|run| !run.is_empty());
    PlacedLine { area: line.area, role: line.role, runs }
}
