//! Where dots, lines, band, measure and labels lie.

use crate::base::{
    geom::{Point, Rect, Size},
    id::AreaId,
    num::clamp,
    period::Period,
};

use crate::view::{
    chart::axes::{self, HEADING, Heading},
    dodge::{Wish, dodge},
    lettering::{SMALL, STRONG, widest, wrapped},
    look::{Format, Look, Role},
    mark::Font,
    scale::{Linear, Time},
    ticks::Ticks,
};

use super::{Spread, swarm::swarm};

/// Radii of dots tried, px, largest first.
const RADII: [f64; 7] = [4.5, 4.0, 3.5, 3.0, 2.5, 2.0, 1.75];
/// Room above the measure: its name's lines and what parts them from the plot, px.
const NAME: (f64, f64) = (17.0, 14.0);
/// Distance between the last period and the labels, px.
const OFFSET: f64 = 12.0;

/// The chart in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent.
    pub size: Size,
    /// Where values lie.
    pub plot: Rect,
    /// Where the measure lies.
    pub below: Rect,
    /// Along time, shared.
    pub time: Time,
    /// Along values.
    pub value: Linear,
    /// Along the measure.
    pub measure: Linear,
    /// Values with a hairline, and their words.
    pub ticks: (Ticks, Vec<String>),
    /// The measure's, and their words.
    pub measure_ticks: (Ticks, Vec<String>),
    /// Radius of a dot; `None` where dots do not fit beside each other and every value is a short
    /// dash instead.
    pub radius: Option<f64>,
    /// Half the width a period may use, px.
    pub reach: f64,
    /// The periods.
    pub columns: Vec<PlacedColumn>,
    /// Labels beside the last period.
    pub labels: Vec<EndLabel>,
    /// Labels of breaks above the plot.
    pub headings: Vec<Heading>,
    /// The measure's name in lines: left middles.
    pub names: Vec<(Point, String)>,
}

/// One period in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedColumn {
    /// When.
    pub period: Period,
    /// Its middle.
    pub x: f64,
    /// Whether a new series begins here.
    pub breaks: bool,
    /// Its values.
    pub dots: Vec<PlacedDot>,
}

/// One value in px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedDot {
    /// Which of the described areas.
    pub index: usize,
    /// The area.
    pub area: AreaId,
    /// The value.
    pub value: f64,
    /// Where.
    pub at: Point,
}

/// What a label beside the last period names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An area, strong or not.
    Area(Role),
    /// The median.
    Median,
    /// The weighted mean.
    Weighted,
    /// The measure below.
    Measure,
}

/// A label beside the last period.
#[derive(Clone, Debug, PartialEq)]
pub struct EndLabel {
    /// What it names.
    pub named: Named,
    /// Where that is.
    pub from: Point,
    /// Left middle of the text.
    pub at: Point,
    /// What it says.
    pub text: String,
    /// How it is set.
    pub font: Font,
}

/// Places everything.
pub fn place(spec: &Spread, size: Size, look: &Look) -> Placed {
    let (low, high) = extent(spec);
    let low = if low > 0.0 && low < 0.2 * high { 0.0 } else { low };
    let most = clamp(size.height * 0.65 / 55.0, 3.0, 7.0) as usize;
    let (ticks, domain) = Ticks::snug(low, high, most);
    let most_measured = spec.columns.iter().filter_map(|c| c.measure).fold(0.0, f64::max);
    let measure_ticks = Ticks::around(0.0, most_measured.max(1e-9), 3);
    let texts = axes::value_texts(&ticks, &spec.format, look);
    let measure_texts = axes::value_texts(&measure_ticks, &spec.below.format, look);
    let axis = widest(texts.iter().chain(&measure_texts).map(String::as_str), SMALL, look) + 12.0;
    let mut labels = wanted(spec, look);
    let room = labels.iter().map(|l| look.measure.width(&l.text, l.font)).fold(0.0, f64::max) + OFFSET;
    let right = size.width - room - 8.0;
    let periods: Vec<Period> = spec.columns.iter().map(|c| c.period).collect();
    let (first, last) = match (periods.first(), periods.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => (Period::year_of(0), Period::year_of(1)),
    };
    // Half a step on both sides belongs to the outermost swarms.
    let count = (last.position() - first.position()).max(0.0) + 1.0;
    let margin = clamp((right - axis) / count / 2.0, 4.0, 30.0);
    let time = Time::new(first, last, axis + margin, right - margin);
    let pitch = pitch(&periods, &time, right - axis);
    let reach = (pitch * 0.47).min(26.0);
    let lines: Vec<(f64, &str)> =
        spec.breaks.iter().map(|(p, words)| (time.px(*p) - pitch / 2.0, words.as_str())).collect();
    let (headings, rows) = axes::headings(&lines, axis, right, 6.0, look);
    let top = 8.0 + rows as f64 * HEADING;
    let lower = clamp((size.height - top) * 0.22, 44.0, 90.0);
    let bottom = size.height - axes::YEARS;
    let below = Rect::new(axis, bottom - lower, (right - axis).max(1.0), lower);
    let lines = wrapped(&spec.below.name, STRONG, size.width - axis, look);
    let named = NAME.1 + NAME.0 * lines.len() as f64;
    let plot = Rect::new(axis, top, (right - axis).max(1.0), (below.y - named - top).max(1.0));
    let line =
        |(i, text): (usize, String)| (Point::new(axis, plot.bottom() + NAME.0 * (i as f64 + 1.0)), text);
    let names = lines.into_iter().enumerate().map(line).collect();
    let value = Linear::new(domain, (plot.bottom(), plot.y));
    let measure = Linear::new(measure_ticks.ends(), (below.bottom(), below.y));
    let (radius, columns) = columns(spec, &time, &value, reach);
    finish(&mut labels, &columns, spec, &value, &measure, plot, right + OFFSET);
    Placed {
        size,
        plot,
        below,
        time,
        value,
        measure,
        ticks: (ticks, texts),
        measure_ticks: (measure_ticks, measure_texts),
        radius,
        reach,
        columns,
        labels,
        headings,
        names,
    }
}

fn extent(spec: &Spread) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for v in spec.columns.iter().flat_map(|c| &c.values).flatten() {
        low = low.min(*v);
        high = high.max(*v);
    }
    if low.is_finite() { (low, high) } else { (0.0, 1.0) }
}

/// Smallest distance between two periods, px.
fn pitch(periods: &[Period], time: &Time, width: f64) -> f64 {
    let mut least = width;
    for pair in periods.windows(2) {
        if let [a, b] = pair {
            least = least.min(time.px(*b) - time.px(*a));
        }
    }
    least
}

/// The dots, as large as all periods allow.
fn columns(spec: &Spread, time: &Time, value: &Linear, reach: f64) -> (Option<f64>, Vec<PlacedColumn>) {
    let mut out: Vec<PlacedColumn> = Vec::new();
    for column in &spec.columns {
        let x = time.px(column.period);
        let mut dots = Vec::new();
        for (index, (v, area)) in column.values.iter().zip(&spec.areas).enumerate() {
            if let Some(v) = v {
                dots.push(PlacedDot { index, area: area.area, value: *v, at: Point::new(x, value.px(*v)) });
            }
        }
        let breaks = spec.breaks.iter().any(|(p, _)| *p == column.period);
        out.push(PlacedColumn { period: column.period, x, breaks, dots });
    }
    for radius in RADII {
        let mut moved = Vec::new();
        for column in &out {
            let heights: Vec<f64> = column.dots.iter().map(|d| d.at.y).collect();
            match swarm(&heights, radius, reach) {
                Some(offsets) => moved.push(offsets),
                None => break,
            }
        }
        if moved.len() == out.len() {
            for (column, offsets) in out.iter_mut().zip(moved) {
                for (dot, dx) in column.dots.iter_mut().zip(offsets) {
                    dot.at.x += dx;
                }
            }
            return (Some(radius), out);
        }
    }
    (None, out)
}

/// The labels there will be, without places: median, weighted mean, and the selected areas, or
/// where none is selected the highest and the lowest.
fn wanted(spec: &Spread, look: &Look) -> Vec<EndLabel> {
    let Some(last) = spec.columns.iter().rfind(|c| c.values.iter().flatten().next().is_some()) else {
        return Vec::new();
    };
    let label = |named, name: &str, v: f64, font, format: &Format| EndLabel {
        named,
        from: Point::new(0.0, v),
        at: Point::default(),
        text: format!("{name} {}", format.bare(v, look.locale)),
        font,
    };
    let mut out = Vec::new();
    let [median, weighted] = &spec.names;
    out.extend(last.median.map(|v| label(Named::Median, median, v, SMALL, &spec.format)));
    out.extend(last.weighted.map(|v| label(Named::Weighted, weighted, v, SMALL, &spec.format)));
    let known: Vec<(&super::Area, f64)> =
        spec.areas.iter().zip(&last.values).filter_map(|(a, v)| Some((a, (*v)?))).collect();
    let selected = known.iter().any(|(a, _)| a.role.is_emphasised());
    let high = known.iter().map(|(_, v)| *v).fold(f64::NEG_INFINITY, f64::max);
    let low = known.iter().map(|(_, v)| *v).fold(f64::INFINITY, f64::min);
    let (mut named_high, mut named_low) = (high <= low, high <= low);
    for (area, v) in known {
        let end = (v == high && !named_high) || (v == low && !named_low);
        if area.role.is_emphasised() || (!selected && end) {
            named_high |= v == high;
            named_low |= v == low;
            let font = if area.role.is_emphasised() { STRONG } else { SMALL };
            out.push(label(Named::Area(area.role), &area.name, v, font, &spec.format));
        }
    }
    let measured = spec.columns.iter().rev().find_map(|c| c.measure);
    let written = measured.map(|v| EndLabel {
        text: spec.below.format.value(v, look.locale),
        ..label(Named::Measure, "", v, STRONG, &spec.below.format)
    });
    out.extend(written);
    out
}

/// Gives the labels their places: values (kept in `from.y`) become px, then all move apart.
fn finish(
    labels: &mut [EndLabel],
    columns: &[PlacedColumn],
    spec: &Spread,
    value: &Linear,
    measure: &Linear,
    plot: Rect,
    x: f64,
) {
    let last = columns.iter().rfind(|c| !c.dots.is_empty());
    let measured = columns.iter().zip(&spec.columns).rfind(|(_, c)| c.measure.is_some()).map(|(c, _)| c.x);
    let mut wishes = Vec::new();
    for label in labels.iter_mut() {
        let v = label.from.y;
        if label.named == Named::Measure {
            label.from = Point::new(measured.unwrap_or(x), measure.px(v));
            label.at = Point::new(x, label.from.y);
            continue;
        }
        let dot = last.and_then(|c| {
            let role = |d: &&PlacedDot| spec.areas.get(d.index).map(|a| a.role);
            c.dots
                .iter()
                .find(|d| d.value == v && matches!(label.named, Named::Area(r) if role(d) == Some(r)))
        });
        let middle = last.map_or(x, |c| c.x);
        label.from = dot.map_or(Point::new(middle, value.px(v)), |d| d.at);
        wishes.push(Wish { center: label.from.y, extent: label.font.size + 3.0, weight: 1.0 });
    }
    let mut centers = dodge(&wishes, plot.y - 8.0, plot.bottom() + 8.0).into_iter();
    for label in labels.iter_mut().filter(|l| l.named != Named::Measure) {
        label.at = Point::new(x, centers.next().unwrap_or(label.from.y));
    }
}
