//! What is painted over the chart while a period is chosen or something is pointed at.

use crate::base::{
    geom::{Point, Rect, Size},
    period::Period,
};

use crate::view::{
    dodge::{Wish, dodge},
    lettering::{STRONG, bounds, text},
    look::{Look, Role},
    mark::{Anchor, Fill, Mark, RectMark, Stroke},
    scene::{Key, Scene},
};

use crate::view::chart::{axes, card::framed};

use super::{Lines, Placed, PlacedLine, PlacedPanel, frame, marks::stretches, place, place::Spot};

/// The overlay: a hairline at the period with the values of the emphasised lines, and the line
/// pointed at with its name and value. Empty when there is neither.
pub fn focus(spec: &Lines, size: Size, look: &Look, hover: Option<Key>, period: Option<Period>) -> Scene {
    over(spec, &place(spec, size, look), size, look, hover, period)
}

/// [`focus`] over a chart that is placed already: what a step of the year or of the pointer costs.
pub fn over(
    spec: &Lines,
    placed: &Placed,
    size: Size,
    look: &Look,
    hover: Option<Key>,
    period: Option<Period>,
) -> Scene {
    let (area, pointed) = match hover {
        Some(Key::Point(area, period)) => (Some(area), Some(period)),
        Some(Key::Area(area)) => (Some(area), None),
        Some(Key::Period(period)) => (None, Some(period)),
        _ => (None, None),
    };
    let mut marks = Vec::new();
    for (panel, described) in placed.panels.iter().zip(&spec.panels) {
        let at = pointed.or(period).filter(|p| spec.periods.contains(p));
        if let Some(at) = at {
            marks.extend(rule(spec, panel, at, look));
        }
        let hovered = panel.lines.iter().position(|l| Some(l.area) == area);
        if let Some(line) = hovered.and_then(|i| panel.lines.get(i)) {
            let role = line.role.pointed();
            let stroke = role.stroke(look.theme);
            let strong = Stroke { width: stroke.width + 0.25, ..stroke };
            marks.extend(stretches(&PlacedLine { role, ..line.clone() }, strong, look));
        }
        marks.extend(values(spec, panel, described, at, hovered, look));
    }
    Scene { size, marks, targets: Vec::new(), title: String::new(), desc: String::new() }
}

/// The hairline and its year.
fn rule(spec: &Lines, panel: &PlacedPanel, period: Period, look: &Look) -> Vec<Mark> {
    let (x, plot) = (panel.time.px(period), panel.plot);
    let (top, bottom) = (Point::new(x, plot.y - 4.0), Point::new(x, plot.bottom() + 4.0));
    let foot = Point::new(x, plot.bottom() + 14.0);
    let mut out = vec![frame::line(top, bottom, Stroke::solid(look.theme.ink, 1.0))];
    out.extend(axes::period_chip(period, foot, &spec.periods, &panel.time, look));
    out
}

/// Markers and values at the period; the hovered line with its name.
fn values(
    spec: &Lines,
    panel: &PlacedPanel,
    described: &super::Panel,
    period: Option<Period>,
    hovered: Option<usize>,
    look: &Look,
) -> Vec<Mark> {
    let theme = look.theme;
    let mut shown: Vec<(Spot, String, Role, bool)> = Vec::new();
    for (index, (line, placed)) in described.lines.iter().zip(&panel.lines).enumerate() {
        let is_hovered = hovered == Some(index);
        if !(placed.role.is_emphasised() || is_hovered) {
            continue;
        }
        let spot = match period {
            Some(p) => placed.spots().find(|s| s.period == p),
            None => placed.spots().next_back(),
        };
        let Some(spot) = spot else { continue };
        let value = spec.format.with_unit(spec.write(spot.value, look.locale), look.locale);
        // At its end an emphasised line is labelled already, unless it is the one pointed at.
        let ended = panel.labels.iter().any(|l| l.line == index && l.from == spot.at);
        let words = match (is_hovered, ended) {
            (true, _) => [&*line.name, " ", &value].concat(),
            (false, true) => String::new(),
            (false, false) => value,
        };
        let role = if is_hovered { placed.role.pointed() } else { placed.role };
        shown.push((*spot, words, role, is_hovered));
    }
    let mut out: Vec<Mark> = Vec::new();
    for (spot, _, role, is_hovered) in &shown {
        out.push(role.marker(spot.at, if *is_hovered { 5.0 } else { 4.0 }, theme));
    }
    shown.retain(|(_, words, _, _)| !words.is_empty());
    // Above the points, on the side the lines come from below: a rising line leaves room at the
    // upper left, a falling one at the upper right.
    let wish = |s: &Spot, hovered: bool| Wish {
        center: s.at.y - 11.0,
        extent: if hovered { 22.0 } else { 17.0 },
        weight: if hovered { 6.0 } else { 1.0 },
    };
    let wishes: Vec<Wish> = shown.iter().map(|(s, _, _, hovered)| wish(s, *hovered)).collect();
    let centers = dodge(&wishes, panel.plot.y - 4.0, panel.plot.bottom() - 4.0);
    let widest = shown.iter().map(|(_, w, ..)| look.measure.width(w, STRONG)).fold(0.0, f64::max) + 12.0;
    let x = shown.first().map_or(0.0, |(s, ..)| s.at.x);
    let leftwards = x - widest > panel.plot.x && (rising(panel) || x + widest > panel.plot.right());
    for ((_, words, role, is_hovered), y) in shown.iter().zip(centers) {
        let (dx, anchor) = if leftwards { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
        let color = role.text_color(theme);
        let label = text(Point::new(x + dx, y), &**words, STRONG, anchor, color);
        // On ground of their own: lines would strike the words through.
        let b = bounds(&label, look);
        let rect = Rect::new(b.x - 3.0, b.y - 1.0, b.width + 6.0, b.height + 2.0);
        out.push(match is_hovered {
            true => framed(rect, color, look),
            false => {
                Mark::Rect(RectMark { rect, fill: Some(Fill::solid(theme.paper)), ..RectMark::default() })
            }
        });
        out.push(Mark::Text(label));
    }
    out
}

/// Whether most emphasised lines end higher than they begin.
fn rising(panel: &PlacedPanel) -> bool {
    let strong = panel.lines.iter().filter(|l| l.role.is_emphasised());
    let ends = strong.filter_map(|l| Some((l.spots().next()?.value, l.spots().next_back()?.value)));
    let (mut up, mut down) = (0, 0);
    for (first, last) in ends {
        up += usize::from(last > first);
        down += usize::from(last < first);
    }
    up >= down
}
