//! The spread inside the county on one line: a tick for each area, county and nation between them.

use crate::base::{
    geom::{Point, Rect, Size},
    id::AreaId,
};

use crate::view::{
    chart::axes,
    look::{Look, Role},
    mark::{Circle, Fill, Group, Mark, Stroke},
    scale::Linear,
    scene::{Key, Scene, Target},
};

/// What the line shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Strip {
    /// The areas' values in reading order; those without a value are left out.
    pub values: Vec<(AreaId, f64)>,
    /// The county's value.
    pub county: Option<f64>,
    /// The nation's value.
    pub nation: Option<f64>,
    /// Areas that stand out, in the order they were selected.
    pub selected: Vec<AreaId>,
    /// The picture in a sentence.
    pub desc: String,
}

/// The picture. Its targets are the areas, each over the whole height.
pub fn scene(spec: &Strip, size: Size, look: &Look) -> Scene {
    let theme = look.theme;
    let mut scene = Scene { size, desc: spec.desc.clone(), ..Scene::default() };
    let all = || spec.values.iter().map(|(_, v)| *v).chain(spec.county).chain(spec.nation);
    let (low, high) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), v| (l.min(v), h.max(v)));
    if !low.is_finite() || !high.is_finite() {
        return scene;
    }
    let value = Linear::new((low, high), (7.0, size.width - 7.0));
    let y = size.height / 2.0;
    let half = (y - 3.0).min(7.0);
    let rule = |x0: f64, y0: f64, x1: f64, y1: f64, stroke: Stroke| {
        axes::line(Point::new(x0, y0), Point::new(x1, y1), stroke)
    };
    let spread = spec.values.iter().map(|(_, v)| value.px(*v));
    let (left, right) = spread.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), x| (l.min(x), h.max(x)));
    if left < right {
        scene.marks.push(rule(left, y, right, y, Stroke::solid(theme.hairline, 1.0)));
    }
    for (area, v) in &spec.values {
        let x = value.px(*v);
        let tick =
            rule(x, y - half, x, y + half, Stroke { opacity: 0.75, ..Stroke::solid(theme.muted, 1.25) });
        scene.marks.push(Mark::Group(Group { key: Some(Key::Area(*area)), marks: vec![tick] }));
        let bounds = Rect::new(x - 4.0, 0.0, 8.0, size.height);
        scene.targets.push(Target { key: Key::Area(*area), at: Point::new(x, y), bounds });
    }
    if let Some(v) = spec.nation {
        let center = Point::new(value.px(v), y);
        let (fill, stroke) = (Some(Fill::solid(theme.paper)), Some(Stroke::solid(theme.nation, 1.5)));
        scene.marks.push(Mark::Circle(Circle { center, radius: 3.5, fill, stroke }));
    }
    if let Some(v) = spec.county {
        let x = value.px(v);
        scene.marks.push(rule(x, y - half - 2.5, x, y + half + 2.5, Stroke::solid(theme.paper, 5.5)));
        scene.marks.push(rule(x, y - half - 2.5, x, y + half + 2.5, Stroke::solid(theme.county, 3.0)));
    }
    for (n, area) in spec.selected.iter().enumerate() {
        if let Some((_, v)) = spec.values.iter().find(|(a, _)| a == area) {
            scene.marks.push(Role::Selected(n).marker(Point::new(value.px(*v), y), 4.5, theme));
        }
    }
    scene
}
