//! A word-sized line: the county in ink over the nation in grey, its last value as a dot.

use crate::base::{
    geom::{Point, Size},
    period::Period,
};

use crate::view::{
    look::{Look, Role},
    mark::{Circle, Fill, Mark, Path, Stroke},
    scale::{Linear, Time},
    scene::Scene,
};

/// What the line shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spark {
    /// Periods, ascending.
    pub periods: Vec<Period>,
    /// The county's values, one per period.
    pub county: Vec<Option<f64>>,
    /// The nation's values, one per period; may be empty.
    pub nation: Vec<Option<f64>>,
    /// First periods of new series: the lines do not cross them.
    pub breaks: Vec<Period>,
    /// The picture in a sentence.
    pub desc: String,
}

/// The picture; nothing in it can be pointed at.
pub fn scene(spec: &Spark, size: Size, look: &Look) -> Scene {
    let mut scene = Scene { size, desc: spec.desc.clone(), ..Scene::default() };
    let (Some(&first), Some(&last)) = (spec.periods.first(), spec.periods.last()) else {
        return scene;
    };
    let all = || spec.county.iter().chain(&spec.nation).flatten();
    let low = all().fold(f64::INFINITY, |a, b| a.min(*b));
    let high = all().fold(f64::NEG_INFINITY, |a, b| a.max(*b));
    if !low.is_finite() || !high.is_finite() {
        return scene;
    }
    let time = Time::new(first, last, 3.0, size.width - 5.0);
    let value = Linear::new((low, high), (size.height - 5.0, 5.0));
    for (role, values, width) in [(Role::Nation, &spec.nation, 1.25), (Role::County, &spec.county, 1.75)] {
        let runs = runs(spec, values, &time, &value);
        let stroke = Stroke { width, ..role.stroke(look.theme) };
        let dash = if role == Role::Nation { crate::view::mark::Dash::Solid } else { stroke.dash };
        let color = if role == Role::Nation { look.theme.other } else { stroke.color };
        let (alone, lines): (Vec<_>, Vec<_>) = runs.into_iter().partition(|run| run.len() == 1);
        let fill = Some(Fill::solid(color));
        for center in alone.into_iter().flatten() {
            scene.marks.push(Mark::Circle(Circle { center, radius: 1.25, fill, stroke: None }));
        }
        if !lines.is_empty() {
            let stroke = Some(Stroke { dash, color, ..stroke });
            scene.marks.push(Mark::Path(Path { runs: lines.into(), stroke, ..Path::default() }));
        }
    }
    let end = spec.periods.iter().zip(&spec.county).rev().find_map(|(p, v)| v.map(|v| (p, v)));
    if let Some((period, v)) = end {
        let center = Point::new(time.px(*period), value.px(v));
        let fill = Some(Fill::solid(look.theme.county));
        scene.marks.push(Mark::Circle(Circle { center, radius: 3.0, fill, stroke: None }));
    }
    scene
}

/// Stretches between gaps and breaks.
fn runs(spec: &Spark, values: &[Option<f64>], time: &Time, value: &Linear) -> Vec<Vec<Point>> {
    let mut runs: Vec<Vec<Point>> = vec![Vec::new()];
    for (period, v) in spec.periods.iter().zip(values) {
        if v.is_none() || spec.breaks.contains(period) {
            runs.push(Vec::new());
        }
        if let (Some(v), Some(run)) = (v, runs.last_mut()) {
            run.push(Point::new(time.px(*period), value.px(*v)));
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}
