//! What is painted over the spread while a period is chosen or a dot is pointed at.

use crate::base::{geom::Point, period::Period};

use crate::view::{
    chart::{axes, card::plate},
    lettering::{STRONG, text},
    look::{Look, Role},
    mark::{Anchor, Mark, Path, Runs, Stroke, Text},
    scene::{Key, Scene},
};

use super::{Placed, Spread, marks::trail};

/// The overlay: a hairline through both plots at the period with its measure, and the dot pointed
/// at with its area's way through time, name and value. Empty when there is neither.
pub fn over(
    spec: &Spread,
    placed: &Placed,
    look: &Look,
    hover: Option<Key>,
    period: Option<Period>,
) -> Scene {
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    let pointed = match hover {
        Some(Key::Point(_, p) | Key::Period(p)) => Some(p),
        _ => None,
    };
    let area = hover.and_then(Key::area);
    let wanted = pointed.or(period);
    let at = placed.columns.iter().position(|c| Some(c.period) == wanted);
    if let Some(at) = at {
        rule(spec, placed, at, look, &mut scene.marks);
    }
    let Some(index) = spec.areas.iter().position(|a| Some(a.area) == area) else { return scene };
    let shown = spec.areas.get(index).map_or(Role::Other, |a| a.role).pointed();
    let long: Runs = trail(placed, index).into_iter().filter(|r| r.len() > 1).collect();
    if !long.is_empty() {
        for stroke in
            [Stroke::solid(look.theme.paper, 4.0), Stroke { width: 2.0, ..shown.stroke(look.theme) }]
        {
            scene.marks.push(Mark::Path(Path {
                runs: long.clone(),
                stroke: Some(stroke),
                ..Path::default()
            }));
        }
    }
    let column = at.and_then(|at| placed.columns.get(at)).or(placed.columns.last());
    let dot = column.and_then(|c| c.dots.iter().find(|d| d.index == index));
    if let (Some(dot), Some(area)) = (dot, spec.areas.get(index)) {
        scene.marks.push(shown.marker(dot.at, 5.5, look.theme));
        let words = [&*area.name, " ", &spec.format.value(dot.value, look.locale)].concat();
        plate(&words, dot.at, 0.0, placed.size, shown, look, &mut scene.marks);
    }
    scene
}

/// The hairline, the year and the measure.
fn rule(spec: &Spread, placed: &Placed, at: usize, look: &Look, out: &mut Vec<Mark>) {
    let (Some(column), Some(described)) = (placed.columns.get(at), spec.columns.get(at)) else { return };
    let (x, theme) = (column.x, look.theme);
    for plot in [placed.plot, placed.below] {
        let (top, bottom) = (Point::new(x, plot.y - 3.0), Point::new(x, plot.bottom() + 3.0));
        out.push(axes::line(top, bottom, Stroke::solid(theme.ink, 1.0)));
    }
    let foot = Point::new(x, placed.below.bottom() + 14.0);
    let periods: Vec<Period> = placed.columns.iter().map(|column| column.period).collect();
    out.extend(axes::period_chip(column.period, foot, &periods, &placed.time, look));
    if let Some(v) = described.measure {
        let dot = Point::new(x, placed.measure.px(v));
        out.push(Role::County.marker(dot, 4.0, theme));
        // The latest figure stands at the end of its line already.
        if spec.columns.iter().rposition(|c| c.measure.is_some()) == Some(at) {
            return;
        }
        let words = spec.below.format.value(v, look.locale);
        let wide = look.measure.width(&words, STRONG) + 12.0;
        let (dx, anchor) =
            if x + wide > placed.below.right() { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
        // A line that rises to the right would cross the figure above it.
        let rises = dx > 0.0 && spec.columns.get(at + 1).and_then(|c| c.measure) > Some(v);
        let y = if rises { (dot.y + 12.0).min(placed.below.bottom() - 8.0) } else { dot.y - 11.0 };
        let y = y.max(placed.below.y + 6.0);
        let words = text(Point::new(x + dx, y), words, STRONG, anchor, theme.ink);
        out.push(Mark::Text(Text { halo: Some(theme.paper), ..words }));
    }
}
