//! The placed overview as marks and targets.

use crate::base::geom::{Point, Rect, Size};

use crate::view::{
    chart::{axes::line, card::card, heads::STEP},
    lettering::{SMALL, STRONG, fit, text},
    look::Look,
    mark::{Anchor, Fill, Font, Group, Mark, RectMark, Stroke, Weight},
    missing,
    scene::{Key, Scene, Target},
};

use super::{
    Matrix, Placed, PlacedLine, Row, Shade,
    place::{KEY, swatches},
};

/// Small, but strong.
const BOLD: Font = Font { size: 12.0, weight: Weight::Bold };

/// The placed overview, drawn.
pub fn marks(spec: &Matrix, placed: &Placed, look: &Look) -> Scene {
    let mut scene =
        Scene { size: placed.size, title: spec.title.clone(), desc: spec.desc.clone(), ..Scene::default() };
    heads(spec, placed, look, &mut scene);
    for &(section, goes_on, at) in &placed.titles {
        if let Some(s) = spec.sections.get(section) {
            let words = if goes_on { &s.continued } else { &s.title };
            scene.marks.push(Mark::Text(text(at, &**words, STRONG, Anchor::Start, look.theme.ink)));
        }
    }
    for placed_line in &placed.lines {
        if let Some(row) = row_of(spec, placed_line) {
            row_marks(spec, placed_line, row, look, &mut scene);
        }
    }
    legend(spec, placed, look, &mut scene.marks);
    scene
}

fn row_of<'a>(spec: &'a Matrix, line: &PlacedLine) -> Option<&'a Row> {
    spec.sections.get(line.index.0)?.rows.get(line.index.1)
}

/// Names of areas with their hairlines.
fn heads(spec: &Matrix, placed: &Placed, look: &Look, scene: &mut Scene) {
    let theme = look.theme;
    for (head, foot) in &placed.heads {
        let Some(column) = spec.columns.get(head.column) else { continue };
        let under = Point::new(head.at.x, head.at.y + STEP / 2.0 - 1.0);
        if foot - under.y > 6.0 {
            let stroke = Stroke::solid(theme.other, 0.75);
            scene.marks.push(line(under, Point::new(head.at.x, foot - 1.0), stroke));
        }
        let strong = column.role.is_emphasised();
        let (font, color) = if strong { (BOLD, column.role.text_color(theme)) } else { (SMALL, theme.ink) };
        // A name beside its hairline keeps off it.
        let dx = match head.anchor {
            Anchor::Start => -1.0,
            Anchor::Middle => 0.0,
            Anchor::End => 1.0,
        };
        let label = text(Point::new(head.at.x + dx, head.at.y), &*column.name, font, head.anchor, color);
        let bounds = crate::view::lettering::bounds(&label, look);
        let key = Key::Area(column.area);
        scene.marks.push(Mark::Group(Group { key: Some(key), marks: vec![Mark::Text(label)] }));
        scene.targets.push(Target { key, at: bounds.center(), bounds });
    }
}

fn row_marks(spec: &Matrix, at: &PlacedLine, row: &Row, look: &Look, scene: &mut Scene) {
    let theme = look.theme;
    let name = text(at.name, &*row.name, SMALL, Anchor::Start, theme.ink);
    let mut marks = vec![Mark::Text(name)];
    let width = at.cells.first().map_or(at.note.x, |c| c.rect.x) - at.rect.x;
    let bounds = Rect { width: if width > 20.0 { width } else { at.rect.width }, ..at.rect };
    let bounds = if width > 20.0 { bounds } else { Rect { height: 17.0, ..bounds } };
    let key = Key::Indicator(row.indicator);
    scene.targets.push(Target { key, at: Point::new(at.name.x, at.name.y), bounds });
    if !row.note.is_empty() {
        let words = fit(&row.note, SMALL, at.rect.right() - at.note.x, look);
        let note = text(at.note, words, SMALL, Anchor::Start, theme.muted);
        marks.push(Mark::Text(note));
    }
    scene.marks.push(Mark::Group(Group { key: Some(key), marks }));
    for cell in &at.cells {
        let (Some(entry), Some(column)) = (row.cells.get(cell.column), spec.columns.get(cell.column)) else {
            continue;
        };
        let r = cell.rect;
        let rect = Rect::new(r.x + 0.5, r.y + 0.5, (r.width - 1.0).max(1.0), (r.height - 1.0).max(1.0));
        let (fill, stroke) = dress(entry.shade, look);
        let mut marks = vec![Mark::Rect(RectMark { rect, radius: 1.0, fill, stroke })];
        if at.written && !entry.value.is_empty() {
            let color = match fill {
                Some(Fill::Solid { color, .. }) => theme.text_on(color),
                _ => theme.ink,
            };
            marks.push(Mark::Text(text(r.center(), &*entry.value, SMALL, Anchor::Middle, color)));
        }
        let key = Key::Cell(row.indicator, column.area);
        scene.marks.push(Mark::Group(Group { key: Some(key), marks }));
        scene.targets.push(Target { key, at: r.center(), bounds: r });
    }
}

/// Inside and edge of a cell.
fn dress(shade: Shade, look: &Look) -> (Option<Fill>, Option<Stroke>) {
    let theme = look.theme;
    let far = |step: i8| match step.unsigned_abs() {
        0 => 0.0,
        1 => 0.3,
        2 => 0.62,
        _ => 1.0,
    };
    match shade {
        Shade::Judged(step) => {
            let t = if step < 0 { -far(step) } else { far(step) };
            (Some(Fill::solid(theme.ramp_diverging(t))), None)
        }
        Shade::Plain(step) => {
            use crate::base::color::Color;
            let color = Color::mix(theme.event, theme.muted, far(step) * 0.75);
            (Some(Fill::solid(color)), None)
        }
        Shade::Missing(reason) => (missing::fill(reason, theme), Some(Stroke::solid(theme.hatch, 0.5))),
    }
}

/// The steps between their two words, those without direction, and the reasons.
fn legend(spec: &Matrix, placed: &Placed, look: &Look, out: &mut Vec<Mark>) {
    let theme = look.theme;
    let word = |x: f64, y: f64, words: &str| {
        Mark::Text(text(Point::new(x, y + KEY / 2.0), words, SMALL, Anchor::Start, theme.muted))
    };
    let swatch = |x: f64, y: f64, width: f64, shade: Shade| {
        let (fill, stroke) = dress(shade, look);
        Mark::Rect(RectMark { rect: Rect::new(x, y + 4.0, width, 12.0), radius: 1.0, fill, stroke })
    };
    let wide = |words: &str| look.measure.width(words, SMALL) + 8.0;
    for (item, at) in placed.keys.iter().enumerate() {
        match item {
            0 => {
                out.push(word(at.x, at.y, &spec.legend.worse));
                let x = at.x + wide(&spec.legend.worse);
                for step in -3..=3_i8 {
                    out.push(swatch(x + f64::from(step + 3) * 14.0, at.y, 13.0, Shade::Judged(step)));
                }
                out.push(word(x + swatches(0) + 6.0, at.y, &spec.legend.better));
            }
            1 if spec.legend.neutral.is_empty() => {}
            1 => {
                for step in 0..=3_i8 {
                    out.push(swatch(at.x + f64::from(step) * 14.0, at.y, 13.0, Shade::Plain(step)));
                }
                out.push(word(at.x + swatches(1) + 6.0, at.y, &spec.legend.neutral));
            }
            _ => match spec.legend.missing.get(item - 2) {
                Some((reason, words)) => {
                    out.push(swatch(at.x + 0.5, at.y, 18.0, Shade::Missing(*reason)));
                    out.push(word(at.x + swatches(2) + 6.0, at.y, words));
                }
                None => {
                    let remark = spec.legend.remarks.get(item - 2 - spec.legend.missing.len());
                    out.extend(remark.map(|remark| word(at.x, at.y, remark)));
                }
            },
        }
    }
}

/// The overlay: the cell pointed at with what is `said` of it in a card beside it (first line
/// strong), the row of an indicator or the columns of an area framed.
pub fn over(
    spec: &Matrix,
    placed: &Placed,
    size: Size,
    look: &Look,
    hover: Option<Key>,
    said: &[String],
) -> Scene {
    let mut scene = Scene { size, ..Scene::default() };
    let frame = |rect: Rect, width: f64| {
        let stroke = Some(Stroke::solid(look.theme.ink, width));
        Mark::Rect(RectMark { rect, radius: 1.0, fill: None, stroke })
    };
    let column_of = |area| spec.columns.iter().position(|c| c.area == area);
    let mut pointed: Option<Rect> = None;
    for at in &placed.lines {
        let Some(row) = row_of(spec, at) else { continue };
        match hover {
            Some(Key::Indicator(indicator)) if row.indicator == indicator => {
                scene.marks.push(frame(at.rect, 1.0));
                pointed = Some(at.rect);
            }
            Some(Key::Cell(indicator, area)) if row.indicator == indicator => {
                let cell = at.cells.iter().find(|c| Some(c.column) == column_of(area));
                scene.marks.push(frame(at.rect, 0.75));
                if let Some(cell) = cell {
                    scene.marks.push(frame(cell.rect, 2.0));
                    pointed = Some(cell.rect);
                }
            }
            Some(Key::Area(area)) => {
                let cell = at.cells.iter().find(|c| Some(c.column) == column_of(area));
                scene.marks.extend(cell.map(|c| frame(c.rect, 1.25)));
            }
            _ => {}
        }
    }
    if let Some(rect) = pointed {
        card(rect, size, said, look, &mut scene.marks);
    }
    scene
}
