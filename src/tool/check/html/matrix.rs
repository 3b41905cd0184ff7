//! Coverage as a picture: a row per area, a column per period.

use crate::base::color::Theme;
use crate::base::geom::{Point, Size};
use crate::base::locale::Locale;
use crate::base::num;
use crate::model::Missing;
use crate::render::svg::{Options, svg};
use crate::tool::check::coverage::{Coverage, Covered};
use crate::tool::check::report::Report;
use crate::tool::check::words::{Words, words};
use crate::view::lettering::{SMALL, fit, text, widest};
use crate::view::look::Look;
use crate::view::mark::{Anchor, Fill, Mark, Path, Stroke};
use crate::view::scene::Scene;

use super::{FONT, escape, look};

/// Height of a row, px.
const ROW: f64 = 16.0;
/// Widest and narrowest column, px.
const COLUMN: (f64, f64) = (40.0, 12.0);
/// What all columns share, px.
const COLUMNS: f64 = 520.0;
/// Widest name, px.
const NAME: f64 = 150.0;

/// What a cell holds, from everything to nothing.
#[derive(Clone, Copy, PartialEq)]
enum Held {
    Full,
    Part,
    Reason,
    None,
}

impl Held {
    const ALL: [Self; 4] = [Self::Full, Self::Part, Self::Reason, Self::None];

    fn of(cell: Covered, groups: usize) -> Self {
        match cell.missing {
            None if cell.values >= groups => Self::Full,
            None => Self::Part,
            Some(Missing::NotAvailable) => Self::None,
            Some(_) => Self::Reason,
        }
    }

    fn fill(self, theme: &Theme) -> Fill {
        match self {
            Self::Full => Fill::solid(theme.accent),
            Self::Part => Fill::solid(theme.ramp(0.3)),
            Self::Reason => Fill::Dots { color: theme.hatch, ground: theme.hatch_ground },
            Self::None => Fill::solid(theme.hatch_ground),
        }
    }

    fn name(self, w: &Words) -> &'static str {
        match self {
            Self::Full => w.full,
            Self::Part => w.part,
            Self::Reason => w.reason,
            Self::None => w.none,
        }
    }
}

/// The section with a matrix per indicator, each opened when it is wanted.
pub(super) fn section(report: &Report<'_>, locale: Locale) -> String {
    let w = words(locale);
    let look = look(locale);
    let mut out = format!(
        "<section id=\"coverage\">\n<h2>{}</h2>\n<p class=\"legend\">{} {}</p>\n",
        escape(w.coverage),
        escape(w.matrix_legend),
        legend(w, &look)
    );
    for coverage in &report.coverage {
        let title = report.data.indicator(coverage.indicator).title.get(locale);
        let share = coverage.filled(locale);
        out += &format!(
            "<details class=\"of\">\n<summary><h3>{} <span class=\"quiet\">{share}</span></h3></summary>\n\
             <div class=\"scroll\" tabindex=\"0\">{}</div>\n</details>\n",
            escape(title),
            picture(report, coverage, w, &look)
        );
    }
    out + "</section>\n"
}

/// The four fills with their names.
fn legend(w: &Words, look: &Look<'_>) -> String {
    let swatch = |held: Held| {
        let scene = Scene {
            size: Size::new(14.0, 14.0),
            marks: vec![cells(&[(0.0, 0.0, 14.0)], 14.0, held, look)],
            ..Scene::default()
        };
        let picture = svg(&scene, Options { font: FONT, background: None });
        let picture = picture.replace("role=\"img\"", "aria-hidden=\"true\"");
        format!("<span class=\"swatch\">{picture}{}</span>", escape(held.name(w)))
    };
    Held::ALL.map(swatch).concat()
}

fn picture(report: &Report<'_>, coverage: &Coverage, w: &Words, look: &Look<'_>) -> String {
    let names: Vec<&str> =
        coverage.areas.iter().map(|id| report.data.regions().get(*id).name.get(look.locale)).collect();
    let left = widest(names.iter().copied(), SMALL, look).min(NAME) + 8.0;
    let count = coverage.periods.len().max(1) as f64;
    let column = (COLUMNS / count).min(COLUMN.0).max(COLUMN.1);
    let top = 20.0;
    let mut marks = heads(coverage, (left, column), look);
    for (row, name) in names.iter().enumerate() {
        let at = Point::new(left - 8.0, top + (row as f64 + 0.5) * ROW);
        marks.push(Mark::Text(text(at, fit(name, SMALL, NAME, look), SMALL, Anchor::End, look.theme.ink)));
    }
    for held in Held::ALL {
        let mut runs = Vec::new();
        for (row, covered) in coverage.cells.iter().enumerate() {
            let y = top + row as f64 * ROW;
            for (from, until) in stretches(covered, coverage.groups.len(), held) {
                runs.push((left + from as f64 * column, y, (until - from) as f64 * column));
            }
        }
        if !runs.is_empty() {
            marks.push(cells(&runs, ROW, held, look));
        }
    }
    // The periods are told apart by lines in the colour of the paper.
    let bottom = top + names.len() as f64 * ROW;
    let line = |x: f64| vec![Point::new(x, top), Point::new(x, bottom)];
    let between = (1..coverage.periods.len()).map(|c| line(left + c as f64 * column)).collect();
    let stroke = Some(Stroke::solid(look.theme.panel, 1.0));
    marks.push(Mark::Path(Path { runs: between, stroke, ..Path::default() }));
    let title = (w.matrix_of)(report.data.indicator(coverage.indicator).title.get(look.locale));
    let size = Size::new(left + count * column + 24.0, bottom + 2.0);
    svg(&Scene { size, marks, title, ..Scene::default() }, Options { font: FONT, background: None })
}

/// Periods over the columns, as many as there is room for, the last one always.
fn heads(coverage: &Coverage, (left, column): (f64, f64), look: &Look<'_>) -> Vec<Mark> {
    let labels: Vec<String> = coverage.periods.iter().map(ToString::to_string).collect();
    let wide = widest(labels.iter().map(String::as_str), SMALL, look) + 8.0;
    let step = num::ceil(wide / column).max(1.0) as usize;
    let last = labels.len().saturating_sub(1);
    let shown = labels.iter().enumerate().filter(|(at, _)| (last - at).is_multiple_of(step));
    shown
        .map(|(at, label)| {
            let x = left + (at as f64 + 0.5) * column;
            Mark::Text(text(Point::new(x, 9.0), label.as_str(), SMALL, Anchor::Middle, look.theme.muted))
        })
        .collect()
}

/// Stretches of a row that hold the same: first and one past the last column.
fn stretches(row: &[Covered], groups: usize, held: Held) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (at, cell) in row.iter().enumerate() {
        if Held::of(*cell, groups) != held {
            continue;
        }
        match out.last_mut() {
            Some((_, until)) if *until == at => *until = at + 1,
            _ => out.push((at, at + 1)),
        }
    }
    out
}

/// Boxes of one fill (x, y, width) in one path, a px apart from those below.
fn cells(boxes: &[(f64, f64, f64)], height: f64, held: Held, look: &Look<'_>) -> Mark {
    let corners = |&(x, y, width): &(f64, f64, f64)| {
        let bottom = y + height - 1.0;
        vec![Point::new(x, y), Point::new(x + width, y), Point::new(x + width, bottom), Point::new(x, bottom)]
    };
    let runs = boxes.iter().map(corners).collect();
    Mark::Path(Path { runs, closed: true, fill: Some(held.fill(look.theme)), stroke: None })
}
