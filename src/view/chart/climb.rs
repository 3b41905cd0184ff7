//! The climb from nuläge to önskvärt läge: one rising path per focus area, its indicators as
//! dots along it, those that move the wanted way furthest up.

use crate::analysis::assess::Verdict;
use crate::base::parted::parted;
use crate::base::{
    geom::{Point, Rect, Size},
    id::IndicatorId,
    num,
    num::clamp,
};
use crate::view::{
    look::Look,
    mark::{Anchor, Circle, Fill, Font, Mark, Path, Stroke, Text, Weight},
    scene::{Key, Scene, Target},
};

/// What the picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Climb {
    /// One per focus area.
    pub lanes: Vec<Lane>,
    /// Name of where the paths begin.
    pub from: String,
    /// Name of where they lead.
    pub to: String,
    /// Names of the verdicts, in their order.
    pub names: [String; Verdict::ALL.len()],
    /// The picture in sentences.
    pub desc: String,
}

/// One focus area.
#[derive(Clone, Debug, PartialEq)]
pub struct Lane {
    /// Its short name.
    pub short: String,
    /// Its name.
    pub title: String,
    /// How many move which way, in words.
    pub counts: String,
    /// Its indicators from the wrong way to the wanted way.
    pub dots: Vec<Dot>,
}

/// One indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dot {
    /// Which.
    pub indicator: IndicatorId,
    /// How it moves.
    pub verdict: Verdict,
}

const LANE: f64 = 116.0;
const RISE: f64 = 58.0;
const HEAD: f64 = 28.0;
const FOOT: f64 = 52.0;
const EDGE: f64 = 12.0;
const NARROW: f64 = 480.0;
const QUIET: Font = Font { size: 13.0, weight: Weight::Regular };

/// The size the picture needs at this width.
pub fn extent(spec: &Climb, width: f64, look: &Look) -> Size {
    let last = key(spec, width, look).last().map_or(0.0, |at| at.y);
    Size::new(width, HEAD + lane(width) * spec.lanes.len() as f64 + FOOT + last)
}

/// Height of a lane: narrow pictures need a second line for the counts.
fn lane(width: f64) -> f64 {
    if width < NARROW { LANE + 24.0 } else { LANE }
}

/// The picture; its targets are the dots.
pub fn scene(spec: &Climb, size: Size, look: &Look) -> Scene {
    let theme = look.theme;
    let mut marks = Vec::new();
    let mut targets = Vec::new();
    let text = |at: Point, text: &str, font: Font, anchor: Anchor, color| {
        Mark::Text(Text { at, text: text.to_owned(), font, anchor, color, halo: Some(theme.paper) })
    };
    for (n, lane_spec) in spec.lanes.iter().enumerate() {
        let foot = HEAD + lane(size.width) * (n as f64 + 1.0) - 10.0;
        let path = Curve { left: EDGE, right: size.width - EDGE, foot };
        marks.push(Mark::Path(Path {
            runs: vec![path.points()].into(),
            closed: false,
            fill: None,
            stroke: Some(Stroke::solid(theme.hairline, 10.0)),
        }));
        let top = foot - lane(size.width) + 26.0;
        let strong = Font { size: 16.0, weight: Weight::Bold };
        let name = if look.measure.width(&lane_spec.title, strong) < size.width * 0.72 {
            &lane_spec.title
        } else {
            &lane_spec.short
        };
        marks.push(text(Point::new(EDGE, top), name, strong, Anchor::Start, theme.ink));
        for (line, said) in
            wrapped(&lane_spec.counts, size.width - 2.0 * EDGE, QUIET, look).into_iter().enumerate()
        {
            let at = Point::new(EDGE, top + 21.0 + 17.0 * line as f64);
            marks.push(text(at, &said, QUIET, Anchor::Start, theme.muted));
        }
        let count = lane_spec.dots.len();
        let step = (size.width - 2.0 * EDGE) / count.max(1) as f64;
        let radius = clamp(step * 0.36, 2.5, 6.5);
        for (i, dot) in lane_spec.dots.iter().enumerate() {
            let at = path.at((i as f64 + 0.5) / count as f64);
            marks.push(marker(dot.verdict, at, radius, look));
            targets.push(Target {
                key: Key::Indicator(dot.indicator),
                at,
                bounds: Rect::new(at.x - step / 2.0, at.y - 12.0, step, 24.0),
            });
        }
    }
    let base = HEAD + lane(size.width) * spec.lanes.len() as f64 + 14.0;
    marks.push(text(Point::new(EDGE, base), &spec.from, QUIET, Anchor::Start, theme.muted));
    marks.push(text(Point::new(size.width - EDGE, 12.0), &spec.to, QUIET, Anchor::End, theme.muted));
    for ((name, verdict), at) in spec.names.iter().zip(Verdict::ALL).zip(key(spec, size.width, look)) {
        let y = base + 24.0 + at.y;
        marks.push(marker(verdict, Point::new(at.x + 6.0, y), 5.5, look));
        marks.push(text(Point::new(at.x + 18.0, y), name, QUIET, Anchor::Start, theme.muted));
    }
    Scene { size, marks, targets, title: String::new(), desc: spec.desc.clone() }
}

/// The counts in as many lines as they need, broken only between counts.
fn wrapped(counts: &str, width: f64, font: Font, look: &Look) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = Some(counts);
    while let Some(counts) = rest {
        let (part, more) = parted(counts, " · ").map_or((counts, None), |(part, more)| (part, Some(more)));
        rest = more;
        match lines.last_mut() {
            Some(line) if look.measure.width(&format!("{line} · {part}"), font) <= width => {
                line.push_str(" · ");
                line.push_str(part);
            }
            _ => lines.push(part.to_owned()),
        }
    }
    lines
}

/// Where what the markers mean is said, from the first line on, which is at height 0.
fn key(spec: &Climb, width: f64, look: &Look) -> Vec<Point> {
    let mut at = Point::new(EDGE, 0.0);
    let place = |name: &String| {
        let wide = look.measure.width(name, QUIET) + 40.0;
        if at.x + wide > width + 20.0 && at.x > EDGE {
            at = Point::new(EDGE, at.y + 22.0);
        }
        let place = at;
        at.x += wide;
        place
    };
    spec.names.iter().map(place).collect()
}

/// ▲ the wanted way, ▼ the wrong way, ● still, ○ no clear direction, a small ○ too few values.
fn marker(verdict: Verdict, at: Point, radius: f64, look: &Look) -> Mark {
    let theme = look.theme;
    let triangle = |up: f64, color| {
        let corners = [(0.0, -1.2 * up), (1.15, 0.85 * up), (-1.15, 0.85 * up)];
        let run = corners.iter().map(|(x, y)| Point::new(at.x + x * radius, at.y + y * radius)).collect();
        Mark::Path(Path {
            runs: vec![run].into(),
            closed: true,
            fill: Some(Fill::solid(color)),
            stroke: Some(Stroke::solid(theme.paper, 1.0)),
        })
    };
    let circle = |radius, fill, stroke| {
        Mark::Circle(Circle { center: at, radius, fill: Some(Fill::solid(fill)), stroke: Some(stroke) })
    };
    match verdict {
        Verdict::Desired => triangle(1.0, theme.good),
        Verdict::Undesired => triangle(-1.0, theme.bad),
        Verdict::Still => circle(radius, theme.muted, Stroke::solid(theme.paper, 1.0)),
        Verdict::Unclear => circle(radius, theme.paper, Stroke::solid(theme.muted, 1.25)),
        Verdict::TooFew => circle(radius * 0.5, theme.paper, Stroke::solid(theme.muted, 1.25)),
    }
}

/// A path that starts flat and rises towards its end.
struct Curve {
    left: f64,
    right: f64,
    foot: f64,
}

impl Curve {
    fn at(&self, t: f64) -> Point {
        Point::new(self.left + (self.right - self.left) * t, self.foot - RISE * num::power(t, 11, 5))
    }

    fn points(&self) -> Vec<Point> {
        (0..=48).map(|i| self.at(f64::from(i) / 48.0)).collect()
    }
}
