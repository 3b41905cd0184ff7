//! Where keys, panels and their axes lie.

use crate::base::{
    geom::{Point, Rect, Size},
    locale::number,
    num::clamp,
    period::Period,
};
use crate::view::{
    chart::axes,
    lettering::{SMALL, STRONG, widest},
    look::Look,
    mark::{Font, Weight},
    scale::{Linear, Time},
    ticks::Ticks,
};

use super::{Multiples, Tile};

/// Narrower panels have no axes of their own, px.
const COMPACT: f64 = 112.0;
/// A panel in rows wants at least this width, px.
const PANEL: f64 = 122.0;
/// Room between panels beside each other, px.
const GUTTER: f64 = 18.0;
/// The same where they have no axes, px.
const TIGHT: f64 = 8.0;
/// Room between panels on top of each other, px.
const GAP: f64 = 22.0;
/// Height of a line of keys or words, px.
pub(super) const ROW: f64 = 20.0;
/// Length of a key's stroke and its gap, px.
pub(super) const STROKE: f64 = 26.0;
/// Room for years below the last panels, px.
const YEARS: f64 = 18.0;

/// The picture in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// The panels, in the order of the description.
    pub panels: Vec<PlacedPanel>,
    /// Values with a hairline, shared by all.
    pub ticks: Ticks,
    /// Along values, from the bottom of a plot (0) up, px.
    pub value: Linear,
    /// Left middle of each key that occurs.
    pub keys: Vec<(usize, Point)>,
    /// Whether panels are too small for axes of their own.
    pub compact: bool,
    /// Left middle of the words about the scale, where panels have no axes.
    pub foot: Option<Point>,
}

/// One panel in px.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedPanel {
    /// All of it.
    pub frame: Rect,
    /// Where values lie.
    pub plot: Rect,
    /// Whether values are written left of it.
    pub with_values: bool,
    /// Whether years are written below it.
    pub with_years: bool,
    /// Along time.
    pub time: Time,
    /// Whether values beside the name go without their unit.
    pub bare: bool,
    /// The width the name may take, px.
    pub room: f64,
}

/// What does not depend on the height.
struct Plan {
    tiles: Vec<Tile>,
    rows: usize,
    /// Left of the first column.
    axis: f64,
    width: f64,
    gutter: f64,
    gap: f64,
    /// Name and value above the plot.
    head: f64,
    keys: Vec<(usize, Point)>,
    /// Above the first row.
    top: f64,
    /// Below the last row.
    below: f64,
    compact: bool,
}

/// The height that suits a width.
pub fn height(spec: &Multiples, width: f64, look: &Look) -> f64 {
    let plan = plan(spec, width, look);
    let plot = clamp(plan.width * 0.6, 48.0, 132.0);
    let rows = plan.rows.max(1) as f64;
    plan.top + rows * (plan.head + plot) + (rows - 1.0) * plan.gap + plan.below
}

/// Places everything; what height there is goes to the plots.
pub fn place(spec: &Multiples, size: Size, look: &Look) -> Placed {
    let plan = plan(spec, size.width, look);
    let rows = plan.rows.max(1) as f64;
    let free = size.height - plan.top - plan.below - (rows - 1.0) * plan.gap;
    let plot_height = (free / rows - plan.head).max(20.0);
    let (low, high) = extent(spec);
    let most = clamp(plot_height / 34.0, 2.0, 4.0) as usize;
    let (ticks, domain) = axes::value_scale(low, high, most);
    let value = Linear::new(domain, (0.0, plot_height));
    let (first, last) = ends(spec);
    let has = |tile: Tile| plan.tiles.contains(&tile);
    let mut panels = Vec::with_capacity(plan.tiles.len());
    for &(column, row) in plan.tiles.iter().take(spec.panels.len()) {
        let x = plan.axis + column as f64 * (plan.width + plan.gutter);
        let y = plan.top + row as f64 * (plan.head + plot_height + plan.gap);
        let frame = Rect::new(x, y, plan.width, plan.head + plot_height);
        let plot = Rect::new(x, y + plan.head, plan.width, plot_height);
        panels.push(PlacedPanel {
            frame,
            plot,
            with_values: !plan.compact && (column == 0 || !has((column - 1, row))),
            with_years: !plan.compact && !has((column, row + 1)),
            time: Time::new(first, last, plot.x + 4.0, plot.right() - 4.0),
            bare: false,
            room: 0.0,
        });
    }
    make_room(spec, &mut panels, plan.compact, size.width, look);
    let foot = plan.compact.then(|| Point::new(plan.axis, size.height - ROW / 2.0));
    Placed { panels, ticks, value, keys: plan.keys, compact: plan.compact, foot }
}

fn plan(spec: &Multiples, width: f64, look: &Look) -> Plan {
    let n = spec.panels.len();
    let (low, high) = extent(spec);
    let mut axis = 0.0_f64;
    // How many ticks there are depends on the height, which depends on the width.
    for most in 2..=4 {
        let texts = axis_texts(&axes::value_scale(low, high, most).0, spec, look);
        axis = axis.max(widest(texts.iter().map(String::as_str), SMALL, look) + 10.0);
    }
    let columns = match spec.tiles.iter().map(|t| t.0 + 1).max() {
        Some(columns) => columns,
        None => columns(n, width - axis),
    };
    let shared = |axis: f64, gutter: f64| {
        ((width - axis - gutter * (columns as f64 - 1.0)) / columns.max(1) as f64).max(1.0)
    };
    let mut plan = Plan {
        tiles: spec.tiles.clone(),
        rows: 0,
        axis,
        width: shared(axis, GUTTER).min(300.0),
        gutter: GUTTER,
        gap: GAP,
        head: ROW,
        keys: Vec::new(),
        top: 0.0,
        below: YEARS,
        compact: false,
    };
    if plan.width < COMPACT {
        plan = Plan {
            axis: 1.0,
            width: shared(2.0, TIGHT),
            gutter: TIGHT,
            gap: 12.0,
            head: 2.0 * 15.0 + 2.0,
            below: ROW + 4.0,
            compact: true,
            ..plan
        };
    }
    if plan.tiles.len() != n {
        plan.tiles = (0..n).map(|i| (i % columns.max(1), i / columns.max(1))).collect();
    }
    plan.rows = plan.tiles.iter().map(|t| t.1 + 1).max().unwrap_or(0);
    let (mut x, mut y) = (plan.axis, ROW / 2.0);
    for (index, words) in spec.keys.iter().enumerate() {
        if words.is_empty() {
            continue;
        }
        let long = STROKE + look.measure.width(words, SMALL);
        if x > plan.axis && x + long > width {
            (x, y) = (plan.axis, y + ROW);
        }
        plan.keys.push((index, Point::new(x, y)));
        x += long + 18.0;
    }
    plan.top = y + ROW / 2.0 + 8.0;
    plan
}

/// As many as fit, but the last row as full as can be.
fn columns(n: usize, width: f64) -> usize {
    let most = (((width + GUTTER) / (PANEL + GUTTER)) as usize).clamp(1, 6).min(n.max(1));
    n.div_ceil(n.div_ceil(most).max(1)).max(1)
}

/// The value axis in words; the highest with its unit where that is short.
pub(super) fn axis_texts(ticks: &Ticks, spec: &Multiples, look: &Look) -> Vec<String> {
    let mut texts: Vec<String> =
        ticks.values.iter().map(|v| number(look.locale, *v, ticks.decimals())).collect();
    if let Some(last) = texts.last_mut() {
        let full = spec.format.with_unit(last.clone(), look.locale);
        if look.measure.width(&full, SMALL) - look.measure.width(last, SMALL) <= 28.0 {
            *last = full;
        }
    }
    texts
}

/// Lowest and highest value of all areas and the county.
fn extent(spec: &Multiples) -> (f64, f64) {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let mut take = |values: &[Option<f64>]| {
        for v in values.iter().flatten() {
            low = low.min(*v);
            high = high.max(*v);
        }
    };
    spec.panels.iter().for_each(|p| take(&p.values));
    take(&spec.county);
    if low <= high { (low, high) } else { (0.0, 1.0) }
}

fn ends(spec: &Multiples) -> (Period, Period) {
    match (spec.periods.first(), spec.periods.last()) {
        (Some(&first), Some(&last)) => (first, last),
        _ => (Period::year_of(0), Period::year_of(1)),
    }
}

/// The font of areas' names.
pub(super) fn name_font(compact: bool) -> Font {
    if compact { Font { size: 12.0, weight: Weight::Bold } } else { STRONG }
}

/// A value beside an area's name; with its unit where that leaves room for every name.
pub(super) fn written(spec: &Multiples, value: f64, bare: bool, look: &Look) -> String {
    if bare { spec.format.bare(value, look.locale) } else { spec.format.value(value, look.locale) }
}

/// Before a long name is cut or a value is too long for its panel, all values go without their unit: those
/// of all periods, so that none of them comes to lie over a name. `width` is the picture's.
fn make_room(spec: &Multiples, panels: &mut [PlacedPanel], compact: bool, width: f64, look: &Look) {
    for bare in [false, true] {
        let mut fits = true;
        for (at, panel) in panels.iter_mut().zip(&spec.panels) {
            at.bare = bare;
            let mut most = 0.0_f64;
            for v in panel.values.iter().flatten() {
                most = most.max(look.measure.width(&written(spec, *v, bare, look), STRONG));
            }
            let own = if compact { at.frame.width + 4.0 } else { at.frame.width - most - 8.0 };
            // It may reach into the gap to the next tile, and no further than the picture.
            at.room = own.min(width - at.frame.x);
            fits &= match compact {
                true => most <= at.frame.width,
                false => look.measure.width(&panel.name, name_font(compact)) <= at.room,
            };
        }
        if fits {
            break;
        }
    }
}
