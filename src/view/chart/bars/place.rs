//! Where rows, bars, dots and reference lines lie; and what lies between two such layouts.

use crate::base::{
    geom::{Point, Rect, Size},
    id::AreaId,
    num::clamp,
};

use crate::view::{
    lettering::{PLAIN, SMALL, STRONG},
    look::{Look, Role},
    mark::{Anchor, Font, Weight},
    scale::{Band, Linear},
    ticks::Ticks,
};

use super::{Bars, Reference, Row};

/// The chart in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent of the whole picture.
    pub size: Size,
    /// Where bars lie.
    pub plot: Rect,
    /// Along values.
    pub value: Linear,
    /// Values written below dots; empty for bars, whose values stand at their tips.
    pub ticks: Ticks,
    /// Rows from top to bottom, those without values last.
    pub rows: Vec<PlacedRow>,
    /// Reference lines with their labels.
    pub references: Vec<PlacedReference>,
}

/// One row in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRow {
    /// The area.
    pub area: AreaId,
    /// Its index in the description.
    pub index: usize,
    /// The whole row.
    pub rect: Rect,
    /// Px of what is drawn: from zero to the value, or women and men. `None` without a value.
    pub ends: (Option<f64>, Option<f64>),
    /// Px of the value less and plus its margin, where it has one.
    pub whisker: Option<(f64, f64)>,
}

/// Height of one row of reference labels, px.
const FLAG: f64 = 17.0;

/// A reference line in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedReference {
    /// County or nation.
    pub role: Role,
    /// Its line.
    pub x: f64,
    /// The label's end at the line.
    pub label: Point,
    /// Which end of the label that is.
    pub anchor: Anchor,
    /// Name and value.
    pub text: String,
}

/// How names are set.
pub(super) fn name_font(role: Role) -> Font {
    if role.is_emphasised() { STRONG } else { PLAIN }
}

/// Room above the rows, px: what the dots mean, and as many rows of reference labels.
pub(super) fn header(spec: &Bars, flags: usize) -> f64 {
    (if spec.sexes.is_some() { 24.0 } else { 0.0 }) + 4.0 + flags as f64 * FLAG
}

/// Room below the rows, px.
pub(super) fn footer(spec: &Bars) -> f64 {
    if spec.sexes.is_some() { 24.0 } else { 4.0 }
}

/// Places everything; rows are 22–30 px high.
pub fn place(spec: &Bars, size: Size, look: &Look) -> Placed {
    let rows = ordered(&spec.rows);
    let name = |row: &Row| look.measure.width(&row.name, name_font(row.role)) + 18.0;
    let names = spec.rows.iter().map(name).fold(0.0, f64::max).min(size.width * 0.42);
    let text = |v: f64| look.measure.width(&spec.format.bare(v, look.locale), STRONG) + 14.0;
    let (mut low, mut high) = extent(spec);
    let (left_room, right_room) = match spec.sexes {
        Some(_) => {
            let room = values(spec).map(text).fold(0.0, f64::max);
            (room, if spec.rows.iter().any(Row::is_open) { room + 12.0 } else { room })
        }
        None => (
            values(spec).filter(|v| *v < 0.0).map(text).fold(0.0, f64::max),
            values(spec).filter(|v| *v >= 0.0).map(text).fold(0.0, f64::max),
        ),
    };
    let left = names + 4.0 + left_room;
    let plot_width = (size.width - left - right_room).max(20.0);
    let mut ticks = Ticks { values: Vec::new(), step: 1.0 };
    if spec.sexes.is_some() {
        let wide = values(spec).map(text).fold(0.0, f64::max) + 16.0;
        (ticks, (low, high)) = Ticks::snug(low, high, clamp(plot_width / wide, 4.0, 7.0) as usize);
    }
    let value = Linear::new((low, high), (left, left + plot_width));
    let (references, flags) = references(spec, &value, size, look);
    let top = header(spec, flags);
    let band = Band::new(top, size.height - top - footer(spec), rows.len(), 22.0, 30.0);
    let plot = Rect::new(left, top, plot_width, band.step * rows.len() as f64);
    let rows = rows.into_iter().enumerate().map(|(i, (index, row))| PlacedRow {
        area: row.area,
        index,
        rect: Rect::new(0.0, band.top(i), size.width, band.step),
        ends: match row.pair {
            Some((women, men)) => {
                (women.ok().map(|v| value.px(v.get())), men.ok().map(|v| value.px(v.get())))
            }
            None => (row.value.ok().map(|_| value.px(0.0)), row.value.ok().map(|v| value.px(v.get()))),
        },
        whisker: reach(row).map(|(low, high)| (value.px(low), value.px(high))),
    });
    let rows = rows.collect();
    Placed { size, plot, value, ticks, rows, references }
}

/// Rows with values first, those to compare with last, otherwise in their order.
fn ordered(rows: &[Row]) -> Vec<(usize, &Row)> {
    let mut out: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
    crate::base::order::sort_by(&mut out, &mut |(_, a), (_, b)| {
        (a.beside, b.has_value()).cmp(&(b.beside, a.has_value()))
    });
    out
}

fn values(spec: &Bars) -> impl Iterator<Item = f64> + '_ {
    spec.rows.iter().flat_map(|row| {
        match row.pair {
            Some((women, men)) => [women.ok(), men.ok()],
            None => [row.value.ok(), None],
        }
        .into_iter()
        .flatten()
        .map(|v| v.get())
    })
}

/// A bar's value less and plus its margin.
fn reach(row: &Row) -> Option<(f64, f64)> {
    let margin = row.margin.filter(|m| *m > 0.0 && row.pair.is_none())?;
    let value = row.value.ok()?.get();
    Some((value - margin, value + margin))
}

/// Lowest and highest value, margins and references included, and zero for bars.
fn extent(spec: &Bars) -> (f64, f64) {
    let whiskers = spec.rows.iter().filter_map(reach).flat_map(|(low, high)| [low, high]);
    let all = values(spec).chain(whiskers).chain(spec.references.iter().map(|r| r.value));
    let start = if spec.sexes.is_some() { (f64::INFINITY, f64::NEG_INFINITY) } else { (0.0, 0.0) };
    let (low, high) = all.fold(start, |(l, h), v| (l.min(v), h.max(v)));
    match (low.is_finite() && high.is_finite(), low < high) {
        (true, true) => (low, high),
        (true, false) if spec.sexes.is_some() => (low, high),
        _ => (0.0, 1.0),
    }
}

/// Labels beside their lines like flags, to whichever side is free, in as few rows as that takes;
/// and how many rows. A line reaches up to its label, so nothing lower may cross it.
fn references(spec: &Bars, value: &Linear, size: Size, look: &Look) -> (Vec<PlacedReference>, usize) {
    let top = if spec.sexes.is_some() { 24.0 } else { 0.0 };
    let xs: Vec<f64> = spec.references.iter().map(|r| value.px(r.value)).collect();
    let mut order: Vec<(usize, &Reference)> = spec.references.iter().enumerate().collect();
    crate::base::order::sort_by(&mut order, &mut |a, b| a.1.value.total_cmp(&b.1.value));
    let mut rows: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut placed: Vec<(usize, usize, PlacedReference)> = Vec::new();
    let last = order.len().saturating_sub(1);
    for (at, (index, r)) in order.into_iter().enumerate() {
        let text = format!("{} {}", r.name, spec.format.bare(r.value, look.locale));
        let wide = look.measure.width(&text, Font { weight: Weight::Bold, ..SMALL }) + 12.0;
        let x = value.px(r.value);
        let sides = [(Anchor::Start, x, x + wide), (Anchor::End, x - wide, x)];
        // The lowest looks left and the others right, so that two rarely meet.
        let sides = if at == 0 && last > 0 { [sides[1], sides[0]] } else { sides };
        let inside = |from: f64, to: f64| from >= 0.0 && to <= size.width;
        let clear = |from: f64, to: f64| {
            let others = xs.iter().enumerate().filter(|(i, _)| *i != index);
            others.into_iter().all(|(_, x)| *x <= from || *x >= to)
        };
        let free = |row: usize, from: f64, to: f64, rows: &[Vec<(f64, f64)>]| {
            rows.get(row).is_none_or(|row| row.iter().all(|(a, b)| to <= *a || from >= *b))
        };
        let found =
            (0..=rows.len()).flat_map(|row| sides.map(|side| (row, side))).find(|(row, (_, from, to))| {
                inside(*from, *to) && clear(*from, *to) && free(*row, *from, *to, &rows)
            });
        // Where every side meets another line, a row of its own on top crosses nothing but lines
        // that end below it.
        let pushed = (size.width - wide).max(0.0);
        let fallback = sides.into_iter().find(|(_, from, to)| inside(*from, *to)).unwrap_or((
            Anchor::Start,
            pushed,
            pushed + wide,
        ));
        let (row, (anchor, from, to)) = found.unwrap_or((rows.len(), fallback));
        while rows.len() <= row {
            rows.push(Vec::new());
        }
        if let Some(taken) = rows.get_mut(row) {
            taken.push((from, to));
        }
        let label = Point::new(if anchor == Anchor::Start { from + 5.0 } else { to - 5.0 }, 0.0);
        placed.push((index, row, PlacedReference { role: r.role, x, label, anchor, text }));
    }
    let count = rows.len();
    crate::base::order::sort_by(&mut placed, &mut |a, b| a.0.cmp(&b.0));
    let down = |(_, row, mut r): (usize, usize, PlacedReference)| {
        r.label.y = top + (count - 1 - row) as f64 * FLAG + FLAG / 2.0;
        r
    };
    (placed.into_iter().map(down).collect(), count)
}

/// The layout at `t` (0–1) on the way from one to another: rows slide to their new places and
/// bars grow to their new lengths; rows that were not there before stand at once.
pub fn tween(from: &Placed, to: &Placed, t: f64) -> Placed {
    let t = clamp(t, 0.0, 1.0);
    let mix = |a: f64, b: f64| a + (b - a) * t;
    let mix_end = |a: Option<f64>, b: Option<f64>| match (a, b) {
        (Some(a), Some(b)) => Some(mix(a, b)),
        _ => b,
    };
    let mut out = to.clone();
    for row in &mut out.rows {
        if let Some(before) = from.rows.iter().find(|r| r.area == row.area) {
            row.rect.y = mix(before.rect.y, row.rect.y);
            row.ends = (mix_end(before.ends.0, row.ends.0), mix_end(before.ends.1, row.ends.1));
            if let (Some(a), Some(b)) = (before.whisker, row.whisker) {
                row.whisker = Some((mix(a.0, b.0), mix(a.1, b.1)));
            }
        }
    }
    for line in &mut out.references {
        if let Some(before) = from.references.iter().find(|r| r.role == line.role) {
            line.x = mix(before.x, line.x);
            line.label.x = mix(before.label.x, line.label.x);
        }
    }
    out
}
