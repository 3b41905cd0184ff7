//! Areas filled by their class, with names and values.

use crate::{
    base::{
        color::Color,
        id::AreaId,
        num::{clamp, sqrt},
    },
    model::Missing,
};

use crate::view::{
    look::{Look, Role},
    mark::{Anchor, Circle, Fill, Group, Mark, Path, Runs, Stroke, Text},
    missing,
    scene::{Key, Scene, Target},
};

use super::{
    labels::value_font,
    placed::{Placed, PlacedArea},
};

/// What one area shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// The area.
    pub area: AreaId,
    /// Colour of its class, or why there is none.
    pub fill: Result<Color, Missing>,
    /// Its value in words, short; empty for none.
    pub value: String,
    /// Its place among the selected ones.
    pub selected: Option<usize>,
}

/// Map of these areas; those of `placed` that are not listed stay blank. Its targets are the
/// areas in the order of `placed`.
pub fn scene(placed: &Placed, areas: &[Area], look: &Look) -> Scene {
    let theme = look.theme;
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    let listed = Listed::of(areas);
    for place in &placed.areas {
        let fill = match listed.get(place.area).map(|a| a.fill) {
            Some(Ok(color)) => Some(Fill::solid(color)),
            Some(Err(reason)) => missing::fill(reason, theme),
            None => None,
        };
        // What is blank still has an edge.
        let stroke = fill.is_none().then(|| Stroke::solid(theme.hatch, 1.0));
        let path = Path { runs: place.runs.clone(), closed: true, fill, stroke };
        let key = Some(Key::Area(place.area));
        scene.marks.push(Mark::Group(Group { key, marks: vec![Mark::Path(path)] }));
        let at =
            place.label.as_ref().filter(|l| l.leader.is_none()).map_or(place.center, |l| l.bounds.center());
        scene.targets.push(Target { key: Key::Area(place.area), at, bounds: place.bounds });
    }
    scene.marks.push(open(placed.inner.clone(), Stroke::solid(theme.border, border(placed))));
    scene.marks.push(open(placed.outer.clone(), Stroke { opacity: 0.55, ..Stroke::solid(theme.muted, 1.0) }));
    let mut chosen: Vec<&Area> = areas.iter().filter(|a| a.selected.is_some()).collect();
    crate::base::order::sort_by(&mut chosen, &mut |a, b| a.selected.cmp(&b.selected));
    for area in chosen {
        if let (Some(place), Some(n)) = (placed.of(area.area), area.selected) {
            scene.marks.extend(outline(place, Role::Selected(n).color(theme), look));
        }
    }
    scene.marks.extend(leaders(placed, look));
    scene.marks.extend(labels(placed, &listed, look));
    scene
}

/// How wide a border between areas is, px: thinner where areas are so many that borders would be most of
/// what there is to see.
fn border(placed: &Placed) -> f64 {
    let side = sqrt(placed.size.width * placed.size.height / placed.areas.len().max(1) as f64);
    clamp(side * 0.03, 0.25, 1.25)
}

/// The overlay: the area pointed at, outlined.
pub fn focus(placed: &Placed, look: &Look, hover: Option<Key>) -> Scene {
    highlight(placed, hover.and_then(Key::area).as_slice(), look)
}

/// These areas, outlined: what a legend points at.
pub fn highlight(placed: &Placed, areas: &[AreaId], look: &Look) -> Scene {
    let found = areas.iter().filter_map(|a| placed.of(*a));
    let marks = found.flat_map(|p| outline(p, look.theme.ink, look)).collect();
    Scene { size: placed.size, marks, ..Scene::default() }
}

/// What is listed of each area, at the area's index.
struct Listed<'a>(Vec<Option<&'a Area>>);

impl<'a> Listed<'a> {
    fn of(areas: &'a [Area]) -> Self {
        let most = areas.iter().map(|a| a.area.index() + 1).max().unwrap_or(0);
        let mut listed = vec![None; most];
        for area in areas {
            if let Some(place) = listed.get_mut(area.area.index()) {
                *place = Some(area);
            }
        }
        Self(listed)
    }

    fn get(&self, area: AreaId) -> Option<&'a Area> {
        self.0.get(area.index()).copied().flatten()
    }
}

fn open(runs: Runs, stroke: Stroke) -> Mark {
    Mark::Path(Path { runs, stroke: Some(stroke), ..Path::default() })
}

/// A strong outline with a thin paper-coloured one around it.
fn outline(place: &PlacedArea, color: Color, look: &Look) -> Vec<Mark> {
    let path = |stroke| {
        Mark::Path(Path { runs: place.runs.clone(), closed: true, fill: None, stroke: Some(stroke) })
    };
    vec![path(Stroke::solid(look.theme.paper, 5.0)), path(Stroke::solid(color, 2.5))]
}

/// Hairlines from labels beside the map, each ending in a dot on its area.
fn leaders(placed: &Placed, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let mut out = Vec::new();
    for (from, to) in placed.areas.iter().filter_map(|p| p.label.as_ref()?.leader) {
        let line = Runs::from(vec![vec![from, to]]);
        out.push(open(line.clone(), Stroke { opacity: 0.8, ..Stroke::solid(theme.paper, 2.5) }));
        out.push(open(line, Stroke::solid(theme.ink, 0.75)));
        let fill = Some(Fill::solid(theme.ink));
        let stroke = Some(Stroke::solid(theme.paper, 1.0));
        out.push(Mark::Circle(Circle { center: to, radius: 2.25, fill, stroke }));
    }
    out
}

fn labels(placed: &Placed, listed: &Listed<'_>, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let mut out = Vec::new();
    for (place, label) in placed.areas.iter().filter_map(|p| Some((p, p.label.as_ref()?))) {
        let area = listed.get(place.area);
        let (color, halo) = match area.and_then(|a| a.fill.ok()) {
            // Where a name reaches over its border, its own ground goes with it.
            Some(fill) if label.leader.is_none() => (theme.text_on(fill), (!label.inside).then_some(fill)),
            _ => (theme.ink, Some(theme.paper)),
        };
        let word = |at, text: &str, font| {
            Mark::Text(Text { at, text: text.to_owned(), font, anchor: Anchor::Middle, color, halo })
        };
        let mut marks = vec![word(label.name_at, &label.name, label.font)];
        if let (Some(at), Some(area)) = (label.value_at, area.filter(|a| !a.value.is_empty())) {
            marks.push(word(at, &area.value, value_font(label.font)));
        }
        out.push(Mark::Group(Group { key: Some(Key::Area(place.area)), marks }));
    }
    out
}
