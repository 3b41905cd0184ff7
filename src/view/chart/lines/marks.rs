//! The placed chart as marks and targets.

use crate::base::{
    geom::{Point, Rect, Size},
    period::Period,
};

use crate::view::{
    lettering::{PLAIN, SMALL, STRONG, bounds, text},
    look::Look,
    mark::{Anchor, Dash, Fill, Group, Mark, Path, Runs, Stroke, Text},
    scene::{Key, Scene, Target},
};

use super::{Lines, Placed, PlacedLine, PlacedPanel, frame};

/// Points are shown where there are at most this many periods.
const FEW: usize = 12;

pub(super) fn scene(spec: &Lines, placed: &Placed, size: Size, look: &Look) -> Scene {
    let mut marks = Vec::new();
    let mut targets = Vec::new();
    for (panel, described) in placed.panels.iter().zip(&spec.panels) {
        marks.extend(frame::marks(spec, panel, &placed.ticks, look));
        if let (Some(at), Some(title)) = (panel.title, &described.title) {
            marks.push(Mark::Text(text(at, &**title, STRONG, Anchor::Start, look.theme.ink)));
        }
        marks.extend(target(spec, panel, look));
        let mut order: Vec<&PlacedLine> = panel.lines.iter().collect();
        crate::base::order::sort_by(&mut order, &mut |a, b| a.role.depth().cmp(&b.role.depth()));
        for line in order {
            let mut group = stretches(line, line.role.stroke(look.theme), look);
            if spec.periods.len() <= FEW || line.runs.iter().any(|r| r.len() == 1) {
                group.extend(points(line, spec.periods.len() <= FEW, look));
            }
            marks.push(Mark::Group(Group { key: Some(Key::Area(line.area)), marks: group }));
        }
        marks.extend(labels(panel, look));
        for line in &panel.lines {
            targets.extend(line.spots().map(|spot| Target {
                key: Key::Point(line.area, spot.period),
                at: spot.at,
                bounds: Rect::new(spot.at.x - 6.0, spot.at.y - 6.0, 12.0, 12.0),
            }));
        }
    }
    Scene { size, marks, targets, title: spec.title.clone(), desc: spec.desc.clone() }
}

/// The unbroken stretches of a line; a stroke in paper colour below an emphasised one keeps it
/// apart from what it crosses.
pub(super) fn stretches(line: &PlacedLine, stroke: Stroke, look: &Look) -> Vec<Mark> {
    let long = line.runs.iter().filter(|run| run.len() > 1);
    let runs: Runs = long.map(|run| run.iter().map(|s| s.at).collect()).collect();
    if runs.is_empty() {
        return Vec::new();
    }
    let path = |stroke| Mark::Path(Path { runs: runs.clone(), stroke: Some(stroke), ..Path::default() });
    let mut out = Vec::new();
    if line.role.is_emphasised() {
        out.push(path(Stroke { opacity: 0.85, ..Stroke::solid(look.theme.paper, stroke.width + 2.5) }));
    }
    out.push(path(stroke));
    out
}

/// Dots: all points, or only those that no line touches.
fn points<'a>(line: &'a PlacedLine, all: bool, look: &'a Look) -> impl Iterator<Item = Mark> + 'a {
    let radius = if line.role.is_emphasised() { 3.5 } else { 2.0 };
    let runs = line.runs.iter().filter(move |run| all || run.len() == 1);
    runs.flatten().map(move |spot| line.role.marker(spot.at, radius, look.theme))
}

/// End markers, names, and hairlines to names that moved.
fn labels(panel: &PlacedPanel, look: &Look) -> Vec<Mark> {
    let mut out = Vec::new();
    let last = panel.labels.iter().map(|label| label.from.x).fold(0.0, f64::max);
    for label in &panel.labels {
        let gap = label.at.x - label.from.x;
        let moved = (label.at.y - label.from.y).abs() > 2.0 || gap > super::ends::OFFSET + 1.0;
        if moved {
            let start = Point::new(label.from.x + 5.0, label.from.y);
            let end = Point::new(label.at.x - 3.0, label.at.y);
            let knee = Point::new((end.x - 6.0).max(start.x), label.from.y);
            let run = if gap > super::ends::OFFSET + 1.0 { vec![start, knee, end] } else { vec![start, end] };
            let stroke = Stroke::solid(look.theme.other, 0.75);
            // Over years without values a whole line would look like values.
            let dash = if label.from.x < last - 1.0 { Dash::Dot } else { stroke.dash };
            let stroke = Some(Stroke { dash, ..stroke });
            out.push(Mark::Path(Path { runs: vec![run].into(), stroke, ..Path::default() }));
        }
    }
    for label in &panel.labels {
        let radius = if label.role.is_emphasised() { 4.0 } else { 1.75 };
        out.push(label.role.marker(label.from, radius, look.theme));
        let color = label.role.text_color(look.theme);
        let words = text(label.at, &*label.text, label.font, Anchor::Start, color);
        out.push(Mark::Text(Text { halo: Some(look.theme.paper), ..words }));
    }
    out
}

/// The level to reach: a dotted line from the plot's left to its year, named above or below where
/// no other label is and few lines are.
fn target(spec: &Lines, panel: &PlacedPanel, look: &Look) -> Vec<Mark> {
    let Some(target) = &spec.target else {
        return Vec::new();
    };
    let theme = look.theme;
    let at = Point::new(panel.time.px(target.period).min(panel.plot.right()), panel.value.px(target.value));
    let stroke = Stroke { dash: Dash::Dot, ..Stroke::solid(theme.accent, 1.75) };
    let taken: Vec<Rect> = panel
        .labels
        .iter()
        .map(|l| bounds(&text(l.at, &*l.text, l.font, Anchor::Start, theme.ink), look))
        .collect();
    let mut out = dotted(panel.plot.x, at, &taken, stroke);
    out.extend(target_year(spec, panel, target.period, at.x, look));
    let r = 4.5;
    let run = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)].map(|(x, y)| Point::new(at.x + x, at.y + y));
    out.push(Mark::Path(Path {
        runs: vec![run.to_vec()].into(),
        closed: true,
        fill: Some(Fill::solid(theme.paper)),
        stroke: Some(Stroke::solid(theme.accent, 1.75)),
    }));
    let words = format!("{}: {}", target.label, spec.format.bare(target.value, look.locale));
    let (left, right) = (panel.plot.x + 4.0, at.x + 4.0);
    let mut places = vec![
        (right, -13.0, Anchor::End),
        (right, 14.0, Anchor::End),
        (left, -13.0, Anchor::Start),
        (left, 14.0, Anchor::Start),
    ];
    // Further and further off, where names fill the room beside it.
    for step in 1..=12 {
        let off = f64::from(step) * 17.0;
        places.extend([(left, -13.0 - off, Anchor::Start), (left, 14.0 + off, Anchor::Start)]);
    }
    let label = |&(x, dy, anchor): &(f64, f64, Anchor)| {
        text(Point::new(x, at.y + dy), &*words, PLAIN, anchor, theme.accent)
    };
    let options: Vec<Text> = places.iter().map(label).collect();
    let outside =
        |b: Rect| b.y < panel.plot.y - 10.0 || b.bottom() > panel.plot.bottom() || b.x < panel.plot.x;
    let free = |t: &&Text| {
        let b = bounds(t, look);
        !outside(b) && taken.iter().all(|have| !have.overlaps(b))
    };
    let mut best: Option<(usize, &Text)> = None;
    for label in options.iter().filter(free) {
        let crossed = crossings(panel, bounds(label, look));
        if best.is_none_or(|(least, _)| crossed < least) {
            best = Some((crossed, label));
        }
    }
    if let Some(label) = best.map(|b| b.1).or(options.get(2)) {
        out.push(Mark::Text(Text { halo: Some(theme.paper), ..label.clone() }));
    }
    out
}

/// How many pieces of lines lie in a box.
fn crossings(panel: &PlacedPanel, at: Rect) -> usize {
    let mut count = 0;
    for line in &panel.lines {
        for run in &line.runs {
            for piece in run.windows(2) {
                if let [a, b] = piece {
                    count += usize::from(at.clip(a.at, b.at).is_some());
                }
            }
        }
    }
    count
}

/// A level from `left` to a point, broken where names stand on it.
fn dotted(left: f64, to: Point, taken: &[Rect], stroke: Stroke) -> Vec<Mark> {
    let on_it = taken.iter().filter(|r| r.y - 1.0 < to.y && r.bottom() + 1.0 > to.y);
    let mut gaps: Vec<(f64, f64)> = on_it.map(|r| (r.x - 4.0, r.right() + 4.0)).collect();
    crate::base::order::sort_by(&mut gaps, &mut |a, b| a.0.total_cmp(&b.0));
    let mut from = left;
    let mut out = Vec::new();
    for (start, end) in gaps.into_iter().chain([(to.x, to.x)]) {
        if start.min(to.x) > from {
            out.push(frame::line(Point::new(from, to.y), Point::new(start.min(to.x), to.y), stroke));
        }
        from = from.max(end);
    }
    out
}

/// The target's year on the time axis, where the data do not reach it.
fn target_year(spec: &Lines, panel: &PlacedPanel, period: Period, x: f64, look: &Look) -> Vec<Mark> {
    let beyond = spec.periods.last().is_some_and(|last| period > *last);
    let y = panel.plot.bottom();
    let words = text(Point::new(x, y + 14.0), period.to_string(), SMALL, Anchor::Middle, look.theme.accent);
    let last = spec.periods.last().map_or(0.0, |p| panel.time.px(*p));
    let half = look.measure.width(&words.text, SMALL) / 2.0;
    if !beyond || x - last < half * 2.0 + 10.0 {
        return Vec::new();
    }
    let at = Point::new((panel.right - half).min(x), words.at.y);
    vec![
        frame::line(Point::new(x, y), Point::new(x, y + 4.0), Stroke::solid(look.theme.accent, 1.0)),
        Mark::Text(Text { at, ..words }),
    ]
}
