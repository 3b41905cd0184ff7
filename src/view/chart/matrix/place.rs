//! Where panels, rows, cells, names and the legend lie.

use crate::base::geom::{Point, Rect, Size};

use crate::view::{
    chart::heads::{self, Head, Reach},
    lettering::{SMALL, STRONG, widest},
    look::Look,
    mark::{Anchor, Font},
};

use super::{Legend, Matrix, Row};

/// Room between panels, px.
const GUTTER: f64 = 20.0;
/// Least and most width of a cell, px.
const CELL: (f64, f64) = (12.0, 84.0);
/// Least width of a cell in a single panel: where there is room for one only, fingers point, px.
const SINGLE: f64 = 20.0;
/// Least and most height of a row, px.
const ROW: (f64, f64) = (14.0, 24.0);
/// Wanted height of a row in one or two panels, which are scrolled anyway, and in more, px.
const WANTED: (f64, f64) = (17.0, 15.0);
/// Height of a row whose name stands above its cells, px.
const STACKED: f64 = 40.0;
/// Height of a section's name, in px.
const TITLE: f64 = 24.0;
/// Room above names of areas, for their accents, and below them, px.
const AROUND: (f64, f64) = (2.0, 6.0);
/// Room above a section that follows another under its own names of areas, px.
const BETWEEN: f64 = 22.0;
/// Narrower cells hold no number, px.
const WRITTEN: f64 = 34.0;
/// Fewest rows of a section at the foot of a panel.
const FEWEST: usize = 3;
/// How much higher the picture may become for sections that stand in one piece.
const WHOLE: f64 = 1.25;
/// Room between the legend and the rest, px.
const APART: f64 = 14.0;
/// Height of one line of the legend, px.
pub(super) const KEY: f64 = 20.0;

/// The picture in px.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    /// Extent.
    pub size: Size,
    /// Names of areas over the cells, once per panel or section.
    pub heads: Vec<(Head, f64)>,
    /// Names of sections: which, whether it goes on, left middle.
    pub titles: Vec<(usize, bool, Point)>,
    /// The rows in reading order.
    pub lines: Vec<PlacedLine>,
    /// Lines of the legend: left top of each item.
    pub keys: Vec<Point>,
}

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLine {
    /// Section and row in the description.
    pub index: (usize, usize),
    /// Left middle of its name.
    pub name: Point,
    /// Name and cells.
    pub rect: Rect,
    /// The cells; none where the row has a note.
    pub cells: Vec<PlacedCell>,
    /// Left middle of the note.
    pub note: Point,
    /// Whether every value fits into its cell.
    pub written: bool,
}

/// One cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedCell {
    /// Which column.
    pub column: usize,
    /// Where.
    pub rect: Rect,
}

/// How the width is used.
struct Plan {
    panels: usize,
    /// Whether names stand above their cells.
    stacked: bool,
    /// Room for names, 0 when stacked.
    label: f64,
    /// Width of a cell.
    cell: f64,
    /// Width of a panel.
    panel: f64,
    /// Whether names of sections fit beside the lowest name of an area.
    titled: bool,
}

fn plan(spec: &Matrix, width: f64, look: &Look) -> Plan {
    let names = spec.sections.iter().flat_map(|s| &s.rows).map(|r| r.name.as_str());
    let label = widest(names, SMALL, look) + 10.0;
    let columns = spec.columns.len().max(1) as f64;
    // What stands in place of cells is wider than the cells of a county with few municipalities.
    let notes = spec.sections.iter().flat_map(|s| &s.rows).map(|r| r.note.as_str());
    let noted = widest(notes, SMALL, look) + 2.0;
    let rows: usize = spec.sections.iter().map(|s| s.rows.len()).sum();
    let cell_in = |panel: f64| (panel - label) / columns;
    let panel_of = |n: usize| (width - GUTTER * (n as f64 - 1.0)) / n as f64;
    for panels in (1..=spec.panels).rev() {
        let panel = panel_of(panels);
        let cell = cell_in(panel).min(CELL.1);
        // A panel of a few rows is no panel.
        let fits = if panels == 1 { cell >= SINGLE } else { cell >= CELL.0 && rows >= panels * 14 };
        if fits && panel - label >= noted {
            let mut plan = Plan { panels, stacked: false, label, cell, panel, titled: false };
            plan.titled = titled(spec, &plan, look);
            return plan;
        }
    }
    // Names of areas reach from the middles of their cells to the right: none beyond the picture.
    let mut cell = CELL.1.min(width / columns);
    for (n, name) in heads::widths(&head_names(spec), head_font(), look).iter().enumerate() {
        cell = cell.min((width - name) / (n as f64 + 0.5));
    }
    let cell = cell.max(1.0);
    Plan { panels: 1, stacked: true, label: 0.0, cell, panel: width, titled: false }
}

/// Whether every name of a section fits left of the lowest names of areas.
fn titled(spec: &Matrix, plan: &Plan, look: &Look) -> bool {
    let (heads, _) = head_places(spec, plan, 0.0, 0.0, look);
    let widths = heads::widths(&head_names(spec), head_font(), look);
    let start = |h: &Head| {
        let width = widths.get(h.column).copied().unwrap_or(0.0);
        h.at.x - width * if h.anchor == Anchor::Middle { 0.5 } else { 1.0 }
    };
    let free = heads.iter().map(start).fold(plan.label, f64::min);
    let titles = spec.sections.iter().map(|s| s.continued.as_str());
    widest(titles, STRONG, look) + 12.0 <= free
}

/// A stretch of a section in a panel.
struct Stretch {
    section: usize,
    rows: std::ops::Range<usize>,
}

/// Sections in panels no higher than `most` rows, a name counting as `title` rows. With `whole`, one
/// that does not fit below another begins a panel.
fn fill(spec: &Matrix, most: f64, title: f64, whole: bool) -> Vec<Vec<Stretch>> {
    let mut panels: Vec<Vec<Stretch>> = vec![Vec::new()];
    let mut used = 0.0;
    for (section, s) in spec.sections.iter().enumerate() {
        let mut from = 0;
        while from < s.rows.len() {
            let left = s.rows.len() - from;
            let room = (most - used - title).max(0.0) as usize;
            // Nor does one row of it stand alone at the top of the next.
            let mut take = left.min(room);
            if take < left && left - take < FEWEST {
                take = take.saturating_sub(FEWEST);
            }
            let least = if whole && from == 0 { left } else { left.min(FEWEST) };
            if take < least && used > 0.0 {
                panels.push(Vec::new());
                used = 0.0;
                continue;
            }
            let take = take.max(1);
            if let Some(panel) = panels.last_mut() {
                panel.push(Stretch { section, rows: from..from + take });
            }
            used += title + take as f64;
            from += take;
        }
    }
    panels
}

/// Sections in as many panels as the plan has, as evenly as that goes, or in fewer pieces where that
/// costs little height; and the height of the highest in rows.
fn balanced(spec: &Matrix, plan: &Plan, row: f64) -> (Vec<Vec<Stretch>>, f64) {
    let title = TITLE / row;
    let tall = |panel: &Vec<Stretch>| {
        panel.iter().map(|s| title + s.rows.len() as f64).fold(0.0, |sum: f64, h| sum + h)
    };
    let high = |panels: &[Vec<Stretch>]| panels.iter().map(tall).fold(0.0, f64::max);
    let pieces = |panels: &[Vec<Stretch>]| panels.iter().map(Vec::len).sum::<usize>();
    let rows: usize = spec.sections.iter().map(|s| s.rows.len()).sum();
    let total = rows as f64 + title * spec.sections.len() as f64;
    let mut most = if plan.panels == 1 { total + 1.0 } else { total / plan.panels as f64 };
    let mut best = fill(spec, most, title, false);
    while best.len() > plan.panels && most <= total {
        most += 0.5;
        best = fill(spec, most, title, false);
    }
    let limit = high(&best) * WHOLE;
    while most < limit && plan.panels > 1 {
        most += 0.5;
        let found = fill(spec, most, title, true);
        if found.len() <= plan.panels && pieces(&found) < pieces(&best) && high(&found) <= limit {
            best = found;
        }
    }
    let high = high(&best);
    (best, high)
}

/// Height of the rows and of everything else, where rows want `row` px.
fn heights(spec: &Matrix, plan: &Plan, row: f64, width: f64, look: &Look) -> (f64, f64) {
    let head = head_height(spec, plan, look);
    let (panels, high) = balanced(spec, plan, row);
    let legend = keys(&spec.legend, width, 0.0, look).1 + APART;
    if plan.panels > 1 {
        // The first name of each panel may stand in its head.
        let saved = if plan.titled { TITLE } else { 0.0 };
        return (high * row, head - saved + legend);
    }
    let count = panels.iter().map(Vec::len).sum::<usize>().max(1) as f64;
    let saved = if plan.titled { TITLE * count } else { 0.0 };
    (high * row, head * count - saved + BETWEEN * (count - 1.0) + legend)
}

/// Height a row wants, px.
fn wanted(plan: &Plan) -> f64 {
    match plan.panels {
        _ if plan.stacked => STACKED,
        1 | 2 => WANTED.0,
        _ => WANTED.1,
    }
}

/// Height the picture wants at this width, px.
pub fn height(spec: &Matrix, width: f64, look: &Look) -> f64 {
    let plan = plan(spec, width, look);
    let (rows, rest) = heights(spec, &plan, wanted(&plan), width, look);
    rows + rest
}

fn head_names(spec: &Matrix) -> Vec<&str> {
    spec.columns.iter().map(|c| c.name.as_str()).collect()
}

/// How names of areas are set; the widest of both weights decides their places.
fn head_font() -> Font {
    STRONG
}

fn head_height(spec: &Matrix, plan: &Plan, look: &Look) -> f64 {
    let (_, rows) = head_places(spec, plan, 0.0, 0.0, look);
    rows as f64 * heads::STEP + AROUND.0 + AROUND.1
}

fn head_places(spec: &Matrix, plan: &Plan, left: f64, top: f64, look: &Look) -> (Vec<Head>, usize) {
    let widths = heads::widths(&head_names(spec), head_font(), look);
    let first = left + plan.label;
    let middles: Vec<f64> = (0..widths.len()).map(|i| first + (i as f64 + 0.5) * plan.cell).collect();
    let reach = if plan.stacked { Reach::Right } else { Reach::Left };
    heads::place(&widths, &middles, top + AROUND.0, reach)
}

/// Places everything; rows share the height within bounds.
pub fn place(spec: &Matrix, size: Size, look: &Look) -> Placed {
    let plan = plan(spec, size.width, look);
    let row = if plan.stacked {
        STACKED
    } else {
        let (rows, rest) = heights(spec, &plan, wanted(&plan), size.width, look);
        // The whole rows' share grows and shrinks, the rest stays.
        (wanted(&plan) * (size.height - rest) / rows.max(1.0)).max(ROW.0).min(ROW.1)
    };
    let (panels, _) = balanced(spec, &plan, row);
    let head = head_height(spec, &plan, look);
    let mut out = Placed { size, heads: Vec::new(), titles: Vec::new(), lines: Vec::new(), keys: Vec::new() };
    let (places, tall) = keys(&spec.legend, size.width, 0.0, look);
    // Below a picture that is longer than a screen nobody would find what its colours mean.
    let (top, begin) = if plan.stacked { (0.0, tall + APART) } else { (size.height - tall, 0.0) };
    out.keys = places.into_iter().map(|p| Point::new(p.x, p.y + top)).collect();
    for (n, panel) in panels.iter().enumerate() {
        let left = n as f64 * (plan.panel + GUTTER);
        let mut y = begin;
        for (at, stretch) in panel.iter().enumerate() {
            let mut title = Point::new(left, y + TITLE / 2.0 + 2.0);
            if at == 0 || plan.panels == 1 {
                y += if at == 0 { 0.0 } else { BETWEEN };
                if plan.stacked {
                    // Below its names there would be hairlines in its way.
                    title.y = y + TITLE / 2.0 - 2.0;
                    y += TITLE;
                }
                let foot = y + head - if plan.stacked { 2.0 } else { 0.0 };
                out.heads.extend(head_places(spec, &plan, left, y, look).0.into_iter().map(|h| (h, foot)));
                y += head;
                if !plan.stacked {
                    title.y = y + if plan.titled { -9.0 } else { TITLE / 2.0 + 2.0 };
                    y += if plan.titled { 0.0 } else { TITLE };
                }
            } else {
                y += TITLE;
            }
            out.titles.push((stretch.section, stretch.rows.start > 0, title));
            for r in stretch.rows.clone() {
                let wide = plan.label + spec.columns.len() as f64 * plan.cell;
                let rect = Rect::new(left, y, wide, row);
                out.lines.push(line(spec, (stretch.section, r), rect, &plan, look));
                y += row;
            }
        }
    }
    out
}

fn line(spec: &Matrix, index: (usize, usize), at: Rect, plan: &Plan, look: &Look) -> PlacedLine {
    let (left, y, row) = (at.x, at.y, at.height);
    let (top, tall) = if plan.stacked { (y + 17.0, row - 21.0) } else { (y, row) };
    let columns = spec.columns.len();
    let first = left + plan.label;
    let described = spec.sections.get(index.0).and_then(|s| s.rows.get(index.1));
    let noted = described.is_some_and(|r| !r.note.is_empty());
    let cell = |column: usize| PlacedCell {
        column,
        rect: Rect::new(first + column as f64 * plan.cell, top, plan.cell, tall),
    };
    PlacedLine {
        index,
        name: Point::new(left, if plan.stacked { y + 8.5 } else { y + row / 2.0 }),
        rect: at,
        cells: if noted { Vec::new() } else { (0..columns).map(cell).collect() },
        note: Point::new(first + if plan.stacked { 0.0 } else { 2.0 }, top + tall / 2.0),
        written: described.is_some_and(|r| fits(r, plan, look)),
    }
}

/// Whether every value can be written inside its cell.
fn fits(row: &Row, plan: &Plan, look: &Look) -> bool {
    let texts = row.cells.iter().map(|c| c.value.as_str());
    plan.cell > WRITTEN && widest(texts, SMALL, look) + 8.0 <= plan.cell
}

/// Width of the swatches of one legend item, px.
pub(super) fn swatches(item: usize) -> f64 {
    match item {
        0 => 7.0 * 14.0,
        1 => 4.0 * 14.0,
        _ => 20.0,
    }
}

/// Left tops of the legend's items (the steps, the steps without direction, one per reason, the remarks), and
/// the legend's height.
fn keys(legend: &Legend, width: f64, top: f64, look: &Look) -> (Vec<Point>, f64) {
    let word = |text: &str| look.measure.width(text, SMALL) + 8.0;
    let mut wide = vec![word(&legend.worse) + swatches(0) + word(&legend.better)];
    wide.push(if legend.neutral.is_empty() { 0.0 } else { swatches(1) + word(&legend.neutral) });
    wide.extend(legend.missing.iter().map(|(_, text)| swatches(2) + word(text)));
    wide.extend(legend.remarks.iter().map(|remark| word(remark)));
    let (mut x, mut y) = (0.0, top);
    let mut out = Vec::new();
    for w in wide {
        if x > 0.0 && x + w > width {
            x = 0.0;
            y += KEY;
        }
        out.push(Point::new(x, y));
        x += if w > 0.0 { w + 22.0 } else { 0.0 };
    }
    (out, y - top + KEY)
}
