//! The placed profile as marks and targets, and what passes over it.

use crate::base::geom::{Point, Rect};
use crate::base::num::clamp;
use crate::view::{
    chart::{axes::line, card::card},
    lettering::{PLAIN, SMALL, STRONG, bounds, fit, fit_either, text},
    look::{Look, Role},
    mark::{Anchor, Circle, Fill, Group, Mark, Path, RectMark, Stroke},
    scene::{Key, Scene, Target},
};

use super::{Placed, PlacedRow, Row, Spine, Track, place::MARK};

/// Height of the band of the middle half, px.
const BAND: f64 = 9.0;

/// The placed profile, drawn.
pub fn marks(spec: &Spine, placed: &Placed, look: &Look) -> Scene {
    let theme = look.theme;
    let mut scene =
        Scene { size: placed.size, title: spec.title.clone(), desc: spec.desc.clone(), ..Scene::default() };
    keys(spec, placed, look, &mut scene.marks);
    for (section, (at, left, right)) in spec.sections.iter().zip(&placed.heads) {
        scene.marks.push(Mark::Text(text(*at, &*section.title, STRONG, Anchor::Start, theme.ink)));
        let [worst, best] = &section.ends;
        let y = at.y + 20.0;
        let word = |x: f64, words: &str, anchor| {
            Mark::Text(text(Point::new(x, y), words, SMALL, anchor, theme.muted))
        };
        scene.marks.push(word(*left, worst, Anchor::Start));
        scene.marks.push(word(*right, best, Anchor::End));
    }
    for at in &placed.rows {
        let Some(row) = row_of(spec, at) else { continue };
        let key = Key::Indicator(row.indicator);
        scene.marks.push(Mark::Group(Group { key: Some(key), marks: row_marks(spec, at, row, look) }));
        scene.targets.push(Target { key, at: Point::new(at.value.x, at.value.y), bounds: at.frame });
    }
    scene
}

fn row_of<'a>(spec: &'a Spine, at: &PlacedRow) -> Option<&'a Row> {
    spec.sections.get(at.index.0)?.rows.get(at.index.1)
}

fn row_marks(spec: &Spine, at: &PlacedRow, row: &Row, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let with_unit = !at.short && !row.value.is_empty();
    let short = if with_unit { &row.beside } else { &row.narrow };
    let name = fit_either(&row.name, short, PLAIN, at.name_width, look);
    let mut out = vec![Mark::Text(text(at.name, name, PLAIN, Anchor::Start, theme.ink))];
    if !row.value.is_empty() {
        let value = if at.short { &row.short } else { &row.value };
        out.push(Mark::Text(text(at.value, &**value, PLAIN, Anchor::End, theme.ink)));
    }
    let (left, _, y) = at.track;
    if let Some(track) = row.track {
        out.extend(track_marks(&track, spec.role, at, look));
    }
    if !row.note.is_empty() {
        // Where there is a reason there is no value: its place is free.
        let words = fit(&row.note, SMALL, at.value.x - left, look);
        if !words.is_empty() {
            let label = text(Point::new(left, y), words, SMALL, Anchor::Start, theme.muted);
            // On its own ground, as high as the marks: no half of one shows above or below.
            let rect = bounds(&label, look);
            let rect = Rect::new(rect.x, y - 9.0, rect.width + 4.0, 18.0);
            let fill = Some(Fill::solid(theme.paper));
            out.push(Mark::Rect(RectMark { rect, radius: 0.0, fill, stroke: None }));
            out.push(Mark::Text(label));
        }
    }
    out
}

fn track_marks(track: &Track, role: Role, at: &PlacedRow, look: &Look) -> Vec<Mark> {
    let theme = look.theme;
    let (left, right, y) = at.track;
    let px = |t: f64| left + clamp(t, 0.0, 1.0) * (right - left);
    let mut out = vec![line(Point::new(left, y), Point::new(right, y), Stroke::solid(theme.hairline, 1.0))];
    for x in [left, right] {
        out.push(line(Point::new(x, y - 4.0), Point::new(x, y + 4.0), Stroke::solid(theme.hairline, 1.0)));
    }
    let (from, to) = (px(track.half.0), px(track.half.1));
    out.push(band(Rect::new(from, y - BAND / 2.0, (to - from).max(1.0), BAND), look));
    let middle = |dy: f64| Point::new(px(track.median), y + dy);
    out.push(line(middle(-BAND / 2.0), middle(BAND / 2.0), Stroke::solid(theme.paper, 1.5)));
    if let Some(t) = track.nation {
        out.push(nation(Point::new(px(t), y), look));
        out.extend(beyond(t, px(t), y, look));
    }
    if let Some(t) = track.county {
        out.push(county(Point::new(px(t), y), look));
    }
    if let Some(t) = track.area {
        out.push(area(Point::new(px(t), y), track.step, role, look));
    }
    out
}

fn band(rect: Rect, look: &Look) -> Mark {
    let fill = Some(Fill::Solid { color: look.theme.other, opacity: 0.55 });
    Mark::Rect(RectMark { rect, radius: 2.0, fill, stroke: None })
}

fn county(at: Point, look: &Look) -> Mark {
    let reach = |dy: f64| Point::new(at.x, at.y + dy);
    line(reach(-8.0), reach(8.0), Stroke::solid(look.theme.county, 2.25))
}

fn nation(at: Point, look: &Look) -> Mark {
    Role::Nation.marker(at, 4.5, look.theme)
}

/// The nation lies outside the areas' range: a chevron that points there.
fn beyond(t: f64, x: f64, y: f64, look: &Look) -> Option<Mark> {
    let side = match t {
        t if t < -1e-9 => -1.0,
        t if t > 1.0 + 1e-9 => 1.0,
        _ => return None,
    };
    let at = |dx: f64, dy: f64| Point::new((x + side * dx).max(0.0), y + dy);
    let runs = vec![vec![at(4.5, -3.5), at(7.0, 0.0), at(4.5, 3.5)]];
    let stroke = Some(Stroke::solid(look.theme.muted, 1.25));
    Some(Mark::Path(Path { runs: runs.into(), stroke, ..Path::default() }))
}

/// The area's mark: on the wanted side of the county in one hue, on the other in the other, near it
/// neutral; grey without a direction.
fn area(at: Point, step: Option<i8>, role: Role, look: &Look) -> Mark {
    let theme = look.theme;
    let color = match step {
        None => theme.muted,
        Some(step) => theme.ramp_diverging(f64::from(step.signum()) * 0.85),
    };
    let edge = if role.is_emphasised() { role.color(theme) } else { theme.ink };
    let (fill, stroke) = (Some(Fill::solid(color)), Some(Stroke::solid(edge, 1.5)));
    Mark::Circle(Circle { center: at, radius: 6.0, fill, stroke })
}

fn keys(spec: &Spine, placed: &Placed, look: &Look, out: &mut Vec<Mark>) {
    for &(index, at) in &placed.keys {
        let middle = Point::new(at.x + 7.0, at.y);
        let words = spec.keys.get(index).map_or("", String::as_str);
        out.push(match index {
            0 => area(middle, Some(0), spec.role, look),
            1 => county(middle, look),
            2 => nation(middle, look),
            3 => band(Rect::new(at.x, at.y - BAND / 2.0, 15.0, BAND), look),
            4 => area(middle, Some(-1), Role::Other, look),
            5 => area(middle, Some(1), Role::Other, look),
            _ => area(middle, None, Role::Other, look),
        });
        let words = fit(words, SMALL, placed.size.width - at.x - MARK, look);
        let place = Point::new(at.x + MARK, at.y);
        out.push(Mark::Text(text(place, words, SMALL, Anchor::Start, look.theme.muted)));
    }
    for (line, at) in &placed.remark {
        out.push(Mark::Text(text(*at, &**line, SMALL, Anchor::Start, look.theme.muted)));
    }
}

/// The overlay: the row pointed at framed, and what is said of it in a card.
pub fn over(spec: &Spine, placed: &Placed, look: &Look, hover: Option<Key>) -> Scene {
    let mut scene = Scene { size: placed.size, ..Scene::default() };
    let wanted = match hover {
        Some(Key::Indicator(id) | Key::Cell(id, _)) => id,
        _ => return scene,
    };
    for at in &placed.rows {
        let Some(row) = row_of(spec, at).filter(|row| row.indicator == wanted) else { continue };
        let stroke = Some(Stroke::solid(look.theme.ink, 1.0));
        let f = at.frame;
        let rect = Rect::new(f.x + 0.5, f.y, f.width - 1.0, f.height - 1.0);
        scene.marks.push(Mark::Rect(RectMark { rect, radius: 2.0, fill: None, stroke }));
        card(at.frame, placed.size, &row.said, look, &mut scene.marks);
    }
    scene
}
