//! The placed ranking as marks and targets.

use crate::base::{
    geom::{Point, Rect, Size},
    locale::number,
    period::Period,
};

use crate::model::Cell;
use crate::view::{
    chart::axes,
    lettering::{PLAIN, SMALL, STRONG, bounds, fit, text},
    look::{Look, Role, edge},
    mark::{Anchor, Circle, Dash, Fill, Font, Group, Mark, Path, RectMark, Runs, Stroke, Text, Weight},
    scene::{Key, Scene, Target},
};

use super::{Bars, Placed, PlacedReference, PlacedRow, Row, area_of, place, place::name_font};

/// Between a value and a reference line, px.
const CLEAR: f64 = 4.0;

/// After two values that may be no different.
const OPEN: &str = "≈";

/// The placed ranking, drawn.
pub fn marks(spec: &Bars, placed: &Placed, look: &Look) -> Scene {
    let mut marks = vec![];
    if let Some(names) = &spec.sexes {
        let within = Some(spec.within).filter(|_| spec.rows.iter().any(Row::is_open));
        marks.extend(key(names, within, placed, look));
        marks.extend(axis(spec, placed, look));
        marks.extend(rule(spec, placed, look));
    }
    let behind = marks.len();
    let mut labels: Vec<Text> = Vec::new();
    let mut targets = Vec::new();
    for placed_row in &placed.rows {
        let Some(row) = spec.rows.get(placed_row.index) else { continue };
        let mut group = vec![Mark::Text(name(row, placed_row, placed, look))];
        let (drawn, values) = match row.pair {
            _ if !row.has_value() => (Vec::new(), vec![missing(row, placed_row, placed, look)]),
            Some(pair) => dots(spec, row, pair, placed_row, look),
            None => bar(spec, row, placed_row, placed, look),
        };
        group.extend(drawn);
        labels.extend(values);
        let key = Some(Key::Area(row.area)).filter(|_| !row.beside);
        marks.push(Mark::Group(Group { key, marks: group }));
        let Some(key) = key else { continue };
        let at = placed_row.ends.1.or(placed_row.ends.0).unwrap_or(placed.plot.x);
        let at = Point::new(at, placed_row.rect.center().y);
        targets.push(Target { key, at, bounds: placed_row.rect });
    }
    let taken: Vec<Rect> = labels.iter().map(|l| bounds(l, look)).collect();
    let lines = references(placed, &taken, look);
    if spec.sexes.is_some() {
        // Below the dots, which must stay whole.
        marks.splice(behind..behind, lines);
    } else {
        marks.extend(lines);
        let x = placed.value.px(0.0);
        let (top, bottom) = (placed.plot.y, placed.plot.bottom());
        let stroke = Stroke::solid(look.theme.muted, 1.0);
        marks.push(axes::line(Point::new(x, top), Point::new(x, bottom), stroke));
    }
    marks.extend(labels.into_iter().map(Mark::Text));
    Scene { size: placed.size, marks, targets, title: spec.title.clone(), desc: spec.desc.clone() }
}

/// The overlay: the row pointed at with a frame around it. A ranking shows one period, so none is
/// marked.
pub fn focus(spec: &Bars, size: Size, look: &Look, hover: Option<Key>, _period: Option<Period>) -> Scene {
    over(&place(spec, size, look), size, look, hover)
}

/// [`focus`] over a chart that is placed already.
pub fn over(placed: &Placed, size: Size, look: &Look, hover: Option<Key>) -> Scene {
    let row = area_of(hover).and_then(|area| placed.rows.iter().find(|r| r.area == area));
    let frame = row.map(|row| {
        let r = row.rect;
        let rect = Rect::new(r.x + 1.0, r.y + 0.5, r.width - 2.0, r.height - 1.0);
        Mark::Rect(RectMark {
            rect,
            radius: 3.0,
            fill: None,
            stroke: Some(Stroke::solid(look.theme.ink, 1.25)),
        })
    });
    Scene { size, marks: frame.into_iter().collect(), ..Scene::default() }
}

/// The name, with its marker where the area is selected.
fn name(row: &Row, at: &PlacedRow, placed: &Placed, look: &Look) -> Text {
    let font = name_font(row.role);
    let left_room = placed.value.px(placed.value.domain.0).min(placed.plot.x);
    let words = fit(&row.name, font, left_room - 14.0, look);
    let color = if row.role == Role::Other { look.theme.ink } else { row.role.text_color(look.theme) };
    text(Point::new(6.0, at.rect.center().y), words, font, Anchor::Start, color)
}

/// A bar from zero with its value beyond the tip, or before it.
fn bar(spec: &Bars, row: &Row, at: &PlacedRow, placed: &Placed, look: &Look) -> (Vec<Mark>, Vec<Text>) {
    let (Some(zero), Some(tip), Ok(value)) = (at.ends.0, at.ends.1, row.value) else {
        return (Vec::new(), Vec::new());
    };
    let color = match (row.role, row.class) {
        (Role::Other, Some(class)) => class,
        (Role::Other, None) => look.theme.other,
        (role, _) => role.color(look.theme),
    };
    let inset = (at.rect.height * 0.16).min(4.0);
    let rect = Rect::new(zero.min(tip), at.rect.y + inset, (tip - zero).abs(), at.rect.height - 2.0 * inset);
    let stroke = edge(color, look.theme);
    let bar = Mark::Rect(RectMark { rect, radius: 0.0, fill: Some(Fill::solid(color)), stroke });
    // The value stands outside its whisker.
    let (low, high) = at.whisker.unwrap_or((tip, tip));
    let (x, anchor) = if tip < zero { (low - 6.0, Anchor::End) } else { (high + 6.0, Anchor::Start) };
    let font = if row.role.is_emphasised() { STRONG } else { PLAIN };
    let words = spec.format.bare(value.get(), look.locale);
    let label = text(Point::new(x, at.rect.center().y), words, font, anchor, look.theme.ink);
    let mut drawn = vec![bar];
    if let Some(ends) = at.whisker {
        drawn.extend(whisker(ends, rect, look));
    }
    // Beyond a reference line a value would seem to be, too: one that meets a line stands inside its bar,
    // and where it has no room there, the line is broken for it.
    let (x, anchor) = if tip < zero { (tip + 6.0, Anchor::Start) } else { (tip - 6.0, Anchor::End) };
    let inside =
        Text { at: Point::new(x, label.at.y), anchor, color: look.theme.text_on(color), ..label.clone() };
    let fits = at.whisker.is_none() && bounds(&inside, look).width + 12.0 < rect.width;
    let moves =
        fits && is_met(&label, &placed.references, look) && !is_met(&inside, &placed.references, look);
    (drawn, vec![if moves { inside } else { label }])
}

/// Whether a reference line runs through a label, or by it.
fn is_met(label: &Text, lines: &[PlacedReference], look: &Look) -> bool {
    let own = bounds(label, look);
    lines.iter().any(|line| line.x > own.x - CLEAR && line.x < own.right() + CLEAR)
}

/// From the value less its margin to the value plus it, seen on the bar and beside it.
fn whisker((low, high): (f64, f64), bar: Rect, look: &Look) -> [Mark; 2] {
    let (y, half) = (bar.center().y, (bar.height * 0.25).min(4.0));
    let line = |from: (f64, f64), to: (f64, f64)| vec![Point::new(from.0, from.1), Point::new(to.0, to.1)];
    let cap = |x: f64| line((x, y - half), (x, y + half));
    let runs = Runs::from(vec![line((low, y), (high, y)), cap(low), cap(high)]);
    let halo = Stroke { opacity: 0.7, ..Stroke::solid(look.theme.paper, 3.5) };
    [halo, Stroke::solid(look.theme.ink, 1.25)]
        .map(|stroke| Mark::Path(Path { runs: runs.clone(), stroke: Some(stroke), ..Path::default() }))
}

/// Two dots on a line with their values outside.
fn dots(spec: &Bars, row: &Row, pair: (Cell, Cell), at: &PlacedRow, look: &Look) -> (Vec<Mark>, Vec<Text>) {
    let (y, role) = (at.rect.center().y, row.role);
    let mut marks = Vec::new();
    if let (Some(a), Some(b)) = at.ends {
        let color = if role == Role::Other { look.theme.other } else { role.color(look.theme) };
        marks.push(axes::line(Point::new(a, y), Point::new(b, y), Stroke::solid(color, 2.5)));
    }
    // Men below, women on top: where the two meet both shapes are still seen.
    marks.extend(at.ends.1.map(|x| man(Point::new(x, y), look)));
    marks.extend(at.ends.0.map(|x| woman(Point::new(x, y), look)));
    let font = if role.is_emphasised() { STRONG } else { Font { size: 12.0, weight: Weight::Regular } };
    let label = |x: Option<f64>, cell: Cell, other: Option<f64>, first: bool| {
        let (x, value) = (x?, cell.ok()?);
        let left = other.map_or(first, |o| x < o || (x == o && first));
        let (x, anchor) = if left { (x - 9.0, Anchor::End) } else { (x + 9.0, Anchor::Start) };
        let words = spec.format.bare(value.get(), look.locale);
        Some(text(Point::new(x, y), words, font, anchor, look.theme.ink))
    };
    let women = label(at.ends.0, pair.0, at.ends.1, true);
    let men = label(at.ends.1, pair.1, at.ends.0, false);
    let mut labels: Vec<Text> = women.into_iter().chain(men).collect();
    if row.is_open() {
        let end = labels.iter().map(|l| bounds(l, look).right()).fold(0.0, f64::max);
        labels.push(text(Point::new(end + 5.0, y), OPEN, PLAIN, Anchor::Start, look.theme.muted));
    }
    (marks, labels)
}

/// Women: a filled circle.
fn woman(center: Point, look: &Look) -> Mark {
    let [color, _] = look.theme.pair;
    let stroke = Some(Stroke::solid(look.theme.paper, 1.0));
    Mark::Circle(Circle { center, radius: 5.5, fill: Some(Fill::solid(color)), stroke })
}

/// Men: an outlined diamond.
fn man(at: Point, look: &Look) -> Mark {
    let [_, color] = look.theme.pair;
    let r = 6.5;
    let run = [(0.0, -r), (r, 0.0), (0.0, r), (-r, 0.0)].map(|(x, y)| Point::new(at.x + x, at.y + y));
    Mark::Path(Path {
        runs: vec![run.to_vec()].into(),
        closed: true,
        fill: Some(Fill::solid(look.theme.paper)),
        stroke: Some(Stroke::solid(color, 2.0)),
    })
}

/// What the two dots and the sign of two that may be equal mean, above the rows.
fn key(names: &[String; 2], within: Option<&str>, placed: &Placed, look: &Look) -> Vec<Mark> {
    let [women, men] = names;
    let y = 11.0;
    let first = Point::new(9.0, y);
    let words = text(Point::new(first.x + 11.0, y), &**women, SMALL, Anchor::Start, look.theme.ink);
    let second = Point::new(bounds(&words, look).right() + 24.0, y);
    let more = text(Point::new(second.x + 12.0, y), &**men, SMALL, Anchor::Start, look.theme.ink);
    if bounds(&more, look).right() > placed.size.width {
        return vec![woman(first, look), Mark::Text(words)];
    }
    let mut marks = vec![woman(first, look), Mark::Text(words), man(second, look)];
    let third = Point::new(bounds(&more, look).right() + 18.0, y);
    marks.push(Mark::Text(more));
    if let Some(within) = within {
        let room = placed.size.width - third.x;
        let words = fit(&format!("{OPEN} {within}"), SMALL, room, look);
        marks.push(Mark::Text(text(third, words, SMALL, Anchor::Start, look.theme.ink)));
    }
    marks
}

/// Vertical hairlines with values below, for dots; the highest carries the unit where it fits, and a
/// value that has no room is left out.
fn axis(spec: &Bars, placed: &Placed, look: &Look) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut free = placed.size.width;
    for (i, value) in placed.ticks.values.iter().rev().enumerate() {
        let x = placed.value.px(*value);
        let (top, bottom) = (placed.plot.y, placed.plot.bottom());
        let stroke = Stroke::solid(look.theme.hairline, 1.0);
        out.push(axes::line(Point::new(x, top), Point::new(x, bottom), stroke));
        let bare = number(look.locale, *value, placed.ticks.decimals());
        let full = spec.format.with_unit(bare.clone(), look.locale);
        let half = |words: &str| look.measure.width(words, SMALL) / 2.0;
        let words = if i == 0 && x + half(&full) <= free { full } else { bare };
        let reach = half(&words);
        if x + reach <= free && x - reach >= 0.0 {
            free = x - reach - 8.0;
            let at = Point::new(x, bottom + 12.0);
            out.push(Mark::Text(text(at, words, SMALL, Anchor::Middle, look.theme.muted)));
        }
    }
    out
}

/// Between the ranked rows and those to compare with.
fn rule(spec: &Bars, placed: &Placed, look: &Look) -> Option<Mark> {
    let beside = |row: &&PlacedRow| spec.rows.get(row.index).is_some_and(|row| row.beside);
    let y = placed.rows.iter().find(beside)?.rect.y;
    let stroke = Stroke::solid(look.theme.muted, 1.0);
    Some(axes::line(Point::new(0.0, y), Point::new(placed.size.width, y), stroke))
}

/// Why there is no value, where the value would be.
fn missing(row: &Row, at: &PlacedRow, placed: &Placed, look: &Look) -> Text {
    let x = placed.value.px(0.0).max(placed.plot.x).min(placed.plot.right());
    let x = if placed.ticks.values.is_empty() { x + 6.0 } else { placed.plot.x };
    let words = fit(&row.missing, SMALL, placed.size.width - x - 2.0, look);
    text(Point::new(x, at.rect.center().y), words, SMALL, Anchor::Start, look.theme.muted)
}

/// Reference lines, broken where a value stands, and their labels joined to them.
fn references(placed: &Placed, taken: &[Rect], look: &Look) -> Vec<Mark> {
    let mut out = Vec::new();
    let bottom = placed.plot.bottom();
    for line in &placed.references {
        let top = line.label.y - 7.0;
        let mut gaps: Vec<Rect> =
            taken.iter().copied().filter(|r| line.x > r.x - CLEAR && line.x < r.right() + CLEAR).collect();
        crate::base::order::sort_by(&mut gaps, &mut |a, b| a.y.total_cmp(&b.y));
        let mut runs = Vec::new();
        let mut from = top;
        for gap in gaps {
            if gap.y > from {
                runs.push(vec![Point::new(line.x, from), Point::new(line.x, gap.y)]);
            }
            from = from.max(gap.bottom());
        }
        if from < bottom {
            runs.push(vec![Point::new(line.x, from), Point::new(line.x, bottom)]);
        }
        let color = line.role.color(look.theme);
        let dash = if line.role == Role::Nation { Dash::Short } else { Dash::Solid };
        let stroke = Stroke { dash, ..Stroke::solid(color, 1.5) };
        let halo = Stroke { opacity: 0.7, ..Stroke::solid(look.theme.paper, 3.5) };
        let runs = Runs::from(runs);
        out.push(Mark::Path(Path { runs: runs.clone(), stroke: Some(halo), ..Path::default() }));
        out.push(Mark::Path(Path { runs, stroke: Some(stroke), ..Path::default() }));
        let font =
            Font { weight: if line.role == Role::County { Weight::Bold } else { Weight::Regular }, ..SMALL };
        out.push(Mark::Text(text(
            line.label,
            &*line.text,
            font,
            line.anchor,
            line.role.text_color(look.theme),
        )));
    }
    out
}
