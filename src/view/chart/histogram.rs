//! The map's legend as a histogram: classes as coloured segments of a value axis, areas counted
//! above, a tick for each area's value.

use std::mem;

use crate::{
    base::{
        color::Color,
        geom::{Point, Rect, Size},
    },
    model::Missing,
};

use crate::view::{
    chart::axes,
    lettering::{SMALL, bounds, fit, text},
    look::{Format, Look, edge},
    mark::{Anchor, Fill, Font, Group, Mark, Path, RectMark, Stroke, Text, Weight},
    missing,
    scale::Linear,
    scene::{Key, Scene, Target},
};

/// What the legend shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    /// Classes from the lowest, each beginning where the one before ends.
    pub classes: Vec<Class>,
    /// The areas' values.
    pub values: Vec<f64>,
    /// The value in the middle of a diverging scale and its name (“Länet”).
    pub middle: Option<(f64, String)>,
    /// What the side below the middle and the one above it mean; empty where nothing is said of it.
    pub sides: [&'static str; 2],
    /// Reasons for missing values among the areas, with their words; none for areas that lie in no
    /// class though they have a value. Empty where every area lies in one.
    pub missing: Vec<(Option<Missing>, String)>,
    /// How values are written.
    pub format: Format,
}

impl Histogram {
    /// What the side means that a class lies on; empty where nothing is said of it.
    pub fn side_of(&self, class: &Class) -> &'static str {
        match (&self.middle, self.sides) {
            (Some((at, _)), [below, _]) if class.to <= *at => below,
            (Some((at, _)), [_, above]) if class.from >= *at => above,
            _ => "",
        }
    }
}

/// One class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Lower bound.
    pub from: f64,
    /// Upper bound.
    pub to: f64,
    /// Its colour on the map.
    pub color: Color,
    /// Areas in it.
    pub count: usize,
}

/// Height of a row of reasons, px.
const ROW: f64 = 22.0;
/// Room for an arrow at the edge, px.
const ARROW: f64 = 4.0;
/// Axis, ticks and bounds below the bars, px.
const BELOW: f64 = 34.0;

/// Height the legend wants at this width, px.
pub fn height(spec: &Histogram, width: f64, look: &Look) -> f64 {
    84.0 + below(spec, &reasons(spec, width, look))
}

/// Height of the rows below the bounds: what the sides mean, reasons.
fn below(spec: &Histogram, reasons: &[Vec<Reason>]) -> f64 {
    let has_sides = spec.sides.iter().any(|side| !side.is_empty());
    (usize::from(has_sides) + reasons.len()) as f64 * ROW
}

/// The picture. Its targets are the classes.
pub fn scene(spec: &Histogram, size: Size, look: &Look) -> Scene {
    let theme = look.theme;
    let mut scene = Scene { size, ..Scene::default() };
    let reasons = reasons(spec, size.width, look);
    let Some(ground) = Ground::of(spec, size, &reasons) else {
        scene.marks = swatches(reasons, size.height, look);
        return scene;
    };
    let base = ground.base;
    let top = 16.0 + if spec.middle.is_some() { 16.0 } else { 0.0 };
    let most = spec.classes.iter().map(|c| c.count).max().unwrap_or(0).max(1) as f64;
    let mut counted = Vec::new();
    for (i, class) in spec.classes.iter().enumerate() {
        let hit = ground.of_class(class);
        let tall = (base - top).max(0.0) * class.count as f64 / most;
        let swatch = Rect::new(hit.x, base + 2.0, hit.width.max(1.0), 10.0);
        let bar = Rect::new(hit.x + 0.5, base - tall, (hit.width - 1.0).max(1.0), tall);
        let edge = edge(class.color, theme);
        let fill = Some(Fill::solid(class.color));
        let mut marks = vec![Mark::Rect(RectMark { rect: swatch, radius: 0.0, fill, stroke: edge })];
        if class.count > 0 {
            marks.push(Mark::Rect(RectMark { rect: bar, radius: 0.0, fill, stroke: edge }));
            let half = look.measure.width(&class.count.to_string(), SMALL) / 2.0;
            let at = Point::new(bar.center().x.max(half).min(size.width - half), bar.y - 8.0);
            let label = text(at, class.count.to_string(), SMALL, Anchor::Middle, theme.muted);
            // Between two narrow classes there may be room for one number only.
            let place = bounds(&label, look);
            if counted.iter().all(|have: &Rect| !have.overlaps(place)) {
                counted.push(place);
                marks.push(Mark::Text(label));
            }
        }
        scene.marks.push(Mark::Group(Group { key: Some(Key::Class(i)), marks }));
        scene.targets.push(Target { key: Key::Class(i), at: Point::new(bar.center().x, base), bounds: hit });
    }
    scene.marks.extend(ticks(spec, &ground, look));
    scene.marks.extend(bound_labels(spec, &ground.value, base + 24.0, size.width, look));
    scene.marks.extend(middle(spec, &ground.value, base, size.width, look));
    scene.marks.extend(sides(spec, base + BELOW, size.width, look));
    scene.marks.extend(swatches(reasons, size.height, look));
    scene
}

/// The overlay: the class pointed at, framed.
pub fn focus(spec: &Histogram, size: Size, look: &Look, hover: Option<Key>) -> Scene {
    let class = hover.and_then(|key| if let Key::Class(i) = key { spec.classes.get(i) } else { None });
    let frame = class.and_then(|class| {
        let bounds = Ground::of(spec, size, &reasons(spec, size.width, look))?.of_class(class);
        let rect = Rect { y: 1.0, height: bounds.height - 20.0, ..bounds };
        let stroke = Some(Stroke::solid(look.theme.ink, 2.0));
        Some(Mark::Rect(RectMark { rect, radius: 0.0, fill: None, stroke }))
    });
    Scene { size, marks: frame.into_iter().collect(), ..Scene::default() }
}

/// What everything stands on.
struct Ground {
    value: Linear,
    /// Where the bars begin, px from the top.
    base: f64,
    width: f64,
}

impl Ground {
    /// None without classes.
    fn of(spec: &Histogram, size: Size, reasons: &[Vec<Reason>]) -> Option<Self> {
        let (first, last) = (spec.classes.first()?, spec.classes.last()?);
        Some(Self {
            value: Linear::new((first.from, last.to), (1.0, size.width - 1.0)),
            base: size.height - below(spec, reasons) - BELOW,
            width: size.width,
        })
    }

    /// What belongs to a class, from the top to the labels.
    fn of_class(&self, class: &Class) -> Rect {
        let (from, to) = (self.value.px(class.from), self.value.px(class.to));
        Rect::new(from, 0.0, to - from, self.base + BELOW)
    }

    /// Limits are rounded, values are not: the lowest may lie a little outside.
    fn tick(&self, value: f64) -> f64 {
        self.value.px(value).max(1.0).min(self.width - 1.0)
    }
}

/// A tick for each value, those on the ground of one class in one path: of thousands of values, each
/// a mark of its own, moving them would take longer than colouring the map. Values that share a
/// quarter of a pixel share a tick.
fn ticks(spec: &Histogram, ground: &Ground, look: &Look) -> Vec<Mark> {
    let (top, bottom) = (ground.base + 2.0, ground.base + 12.0);
    let mut taken = vec![false; (ground.width * 4.0) as usize + 1];
    let mut runs: Vec<Vec<Vec<Point>>> = vec![Vec::new(); spec.classes.len()];
    for v in &spec.values {
        let x = ground.tick(*v);
        let class = spec.classes.iter().rposition(|c| *v >= c.from).unwrap_or(0);
        if let (Some(taken), Some(runs)) = (taken.get_mut((x * 4.0) as usize), runs.get_mut(class))
            && !mem::replace(taken, true)
        {
            runs.push(vec![Point::new(x, top), Point::new(x, bottom)]);
        }
    }
    let path = |(class, runs): (&Class, Vec<Vec<Point>>)| {
        let stroke = Stroke { opacity: 0.8, ..Stroke::solid(look.theme.text_on(class.color), 1.0) };
        Mark::Path(Path { runs: runs.into(), stroke: Some(stroke), ..Path::default() })
    };
    spec.classes.iter().zip(runs).filter(|(_, runs)| !runs.is_empty()).map(path).collect()
}

/// Bounds below the axis: both ends always, then those between from both ends inwards as far as
/// there is room.
fn bound_labels(spec: &Histogram, value: &Linear, y: f64, width: f64, look: &Look) -> Vec<Mark> {
    let lows = spec.classes.iter().map(|c| c.from);
    let bounds_of: Vec<f64> = lows.chain(spec.classes.last().map(|c| c.to)).collect();
    let count = bounds_of.len();
    let mut taken: Vec<Rect> = Vec::new();
    let mut out = Vec::new();
    let ends = [0, count.saturating_sub(1)].into_iter();
    for i in ends.chain(1..count.saturating_sub(1)) {
        let Some(v) = bounds_of.get(i) else { continue };
        let x = value.px(*v);
        let last = i + 1 == count;
        let bare = spec.format.bare(*v, look.locale);
        let full = spec.format.value(*v, look.locale);
        let words = if last && look.measure.width(&full, SMALL) < width * 0.3 { full } else { bare };
        let anchor = if i == 0 {
            Anchor::Start
        } else if last {
            Anchor::End
        } else {
            Anchor::Middle
        };
        let label = text(Point::new(x, y), words, SMALL, anchor, look.theme.muted);
        let b = bounds(&label, look);
        let wide = Rect::new(b.x - 5.0, b.y, b.width + 10.0, b.height);
        if taken.iter().all(|t| !t.overlaps(wide)) {
            taken.push(b);
            out.push(Mark::Text(label));
        }
    }
    out
}

/// The middle of a diverging scale as a rule through the legend with its name on top.
fn middle(spec: &Histogram, value: &Linear, base: f64, width: f64, look: &Look) -> Vec<Mark> {
    let Some((v, name)) = &spec.middle else {
        return Vec::new();
    };
    let x = value.px(*v);
    if x < 0.0 || x > width {
        return Vec::new();
    }
    let words = format!("{name} {}", spec.format.bare(*v, look.locale));
    let font = Font { weight: Weight::Bold, ..SMALL };
    let half = look.measure.width(&words, font) / 2.0;
    let at = Point::new(x.min(width - half).max(half), 8.0);
    let stroke = Stroke::solid(look.theme.county, 1.5);
    let label = text(at, words, font, Anchor::Middle, look.theme.county);
    vec![
        axes::line(Point::new(x, 16.0), Point::new(x, base + 14.0), stroke),
        Mark::Text(Text { halo: Some(look.theme.paper), ..label }),
    ]
}

/// The sides below the bounds, each at its end of the scale.
fn sides(spec: &Histogram, top: f64, width: f64, look: &Look) -> Vec<Mark> {
    let [low, high] = spec.sides;
    let (y, ink) = (top + ROW / 2.0, look.theme.ink);
    // Browsers that take the arrow from another font set it wider than it measures.
    let said = [(low, ["← ", low], ARROW, Anchor::Start), (high, [high, " →"], width - ARROW, Anchor::End)];
    let mut out = Vec::new();
    for (side, words, x, anchor) in said {
        if !side.is_empty() {
            out.push(Mark::Text(text(Point::new(x, y), words.concat(), SMALL, anchor, ink)));
        }
    }
    out
}

/// A reason for missing values, with its place in its row.
struct Reason {
    x: f64,
    why: Option<Missing>,
    words: String,
}

/// The reasons, flowing into rows.
fn reasons(spec: &Histogram, width: f64, look: &Look) -> Vec<Vec<Reason>> {
    let mut rows: Vec<Vec<Reason>> = Vec::new();
    let mut x = 0.0;
    for (why, words) in &spec.missing {
        let words = fit(words, SMALL, width - 28.0, look);
        let wide = 28.0 + look.measure.width(&words, SMALL) + 14.0;
        if rows.is_empty() || x + wide - 14.0 > width {
            rows.push(Vec::new());
            x = 0.0;
        }
        if let Some(row) = rows.last_mut() {
            row.push(Reason { x, why: *why, words });
        }
        x += wide;
    }
    rows
}

/// A swatch beside each reason, the last row ending at `bottom`.
fn swatches(rows: Vec<Vec<Reason>>, bottom: f64, look: &Look) -> Vec<Mark> {
    let top = bottom - rows.len() as f64 * ROW;
    let mut marks = Vec::new();
    for (r, row) in rows.into_iter().enumerate() {
        let y = top + r as f64 * ROW + ROW / 2.0;
        for Reason { x, why, words } in row {
            let rect = Rect::new(x + 0.5, y - 6.0, 20.0, 12.0);
            let stroke = Some(Stroke::solid(look.theme.hatch, 1.0));
            let fill = match why {
                Some(reason) => missing::fill(reason, look.theme),
                None => Some(Fill::solid(look.theme.neutral)),
            };
            let label = text(Point::new(x + 28.0, y), words, SMALL, Anchor::Start, look.theme.muted);
            marks.push(Mark::Rect(RectMark { rect, radius: 0.0, fill, stroke }));
            marks.push(Mark::Text(label));
        }
    }
    marks
}
