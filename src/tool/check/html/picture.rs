//! A small picture of the series that is odd, among those of its level.

use crate::base::color::{Mode, Theme};
use crate::base::geom::Size;
use crate::base::locale::Locale;
use crate::model::Table;
use crate::render::svg::{Options, svg};
use crate::tool::check::finding::{Fact, Finding};
use crate::tool::check::report::Report;
use crate::tool::check::words::{Named, words};
use crate::view::chart::lines::{self, Line, Lines, Panel};
use crate::view::look::{Look, Role};
use crate::view::measure::TableMeasure;
use crate::view::scene::{Key, Scene};
use crate::view::spec::format;

use super::FONT;

/// Size of the picture, CSS px.
const SIZE: Size = Size::new(440.0, 240.0);

/// Lines of others that are drawn at most: enough to see what is usual.
const OTHERS: usize = 40;

/// The picture as an `<svg>`; empty for findings that are about no single value.
pub(super) fn of(report: &Report<'_>, finding: &Finding, locale: Locale) -> String {
    let (Some(id), Some(area), Some(period)) = (finding.indicator, finding.area, finding.period) else {
        return String::new();
    };
    if !matches!(finding.fact, Fact::Outlier { .. } | Fact::Jump { .. } | Fact::Zero { .. }) {
        return String::new();
    }
    let Some(table) = report.data.table(id) else { return String::new() };
    let named = Named { data: report.data, finding, locale };
    let spec = Lines {
        panels: vec![Panel { title: None, lines: series(report, finding, table, &named) }],
        periods: table.periods().to_vec(),
        events: Vec::new(),
        breaks: Vec::new(),
        target: None,
        level: None,
        format: format(report.data.indicator(id), locale),
        title: (words(locale).picture_of)(named.title(id), &named.place()),
        desc: String::new(),
    };
    let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale };
    let placed = lines::place(&spec, SIZE, &look);
    let scene = lines::marks(&spec, &placed, SIZE, &look);
    let over = lines::over(&spec, &placed, SIZE, &look, Some(Key::Point(area, period)), Some(period));
    let marks = scene.marks.iter().chain(&over.marks).cloned().collect();
    svg(&Scene { marks, ..scene }, Options { font: FONT, background: None })
}

/// The others of the level in grey, and the area itself.
fn series(report: &Report<'_>, finding: &Finding, table: &Table, named: &Named<'_>) -> Vec<Line> {
    let regions = report.data.regions();
    let line = |area, role| Line {
        area,
        name: named.area(area).to_owned(),
        role,
        values: table
            .series(area, finding.group)
            .into_iter()
            .map(|cell| cell.ok().map(|v| v.get()))
            .collect(),
    };
    let level = finding.area.map(|area| regions.get(area).level);
    let others =
        regions.ids().filter(|id| Some(regions.get(*id).level) == level && Some(*id) != finding.area);
    // Totals of others would press the area's own to the floor.
    let most = if named.is_amount() { 0 } else { OTHERS };
    let mut lines: Vec<Line> = others.take(most).map(|area| line(area, Role::Other)).collect();
    lines.extend(finding.area.map(|area| line(area, Role::Selected(0))));
    lines.retain(|line| line.values.iter().any(Option::is_some));
    lines
}
