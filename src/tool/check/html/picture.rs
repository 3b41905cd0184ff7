//! A small picture of the series that is odd, among those of its level.

use std::sync::LazyLock;

use crate::base::color::{Mode, Theme};
use crate::base::geom::{Point, Size};
use crate::base::locale::Locale;
use crate::base::period::Period;
use crate::model::Table;
use crate::render::svg::{Options, svg};
use crate::tool::check::finding::{Fact, Finding, Severity};
use crate::tool::check::report::Report;
use crate::tool::check::words::{Named, words};
use crate::view::chart::axes;
use crate::view::chart::lines::{self, Line, Lines, Panel, PlacedPanel};
use crate::view::lettering::{STRONG, text};
use crate::view::look::{Look, Role};
use crate::view::mark::{Anchor, Mark, Stroke, Text};
use crate::view::spec::format;

use super::{FONT, look};

/// Size of the picture, CSS px.
const SIZE: Size = Size::new(440.0, 240.0);

/// How the area is drawn.
const ROLE: Role = Role::Selected(0);

/// The picture lies on a card: what is hidden is painted over in its colour.
static CARD: LazyLock<Theme> = LazyLock::new(|| {
    let mut theme = Theme::of(Mode::Light).clone();
    theme.paper = theme.panel;
    theme
});

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
    let look = Look { theme: &CARD, ..look(locale) };
    let placed = lines::place(&spec, SIZE, &look);
    let mut scene = lines::marks(&spec, &placed, SIZE, &look);
    let panel = placed.panels.first();
    let line = panel.and_then(|panel| panel.lines.iter().find(|line| line.area == area));
    let spot = line.and_then(|line| line.spots().find(|spot| spot.period == period));
    if let (Some(panel), Some(spot)) = (panel, spot) {
        scene.marks.extend(pointed(
            &spec,
            panel,
            (period, spot.at),
            spec.format.value(spot.value, locale),
            &look,
        ));
    }
    svg(&scene, Options { font: FONT, background: None })
}

/// A hairline at the period, a marker at the value, and the value itself where there is room for it.
fn pointed(
    spec: &Lines,
    panel: &PlacedPanel,
    (period, at): (Period, Point),
    value: String,
    look: &Look<'_>,
) -> Vec<Mark> {
    let plot = panel.plot;
    let hair = Stroke::solid(look.theme.muted, 1.0);
    let foot = Point::new(at.x, plot.bottom() + 14.0);
    let mut marks = axes::period_chip(period, foot, &spec.periods, &panel.time, look);
    marks.insert(0, axes::line(Point::new(at.x, plot.y - 4.0), Point::new(at.x, plot.bottom()), hair));
    marks.push(ROLE.marker(at, 5.0, look.theme));
    // On the side with more room, above or below the point so that the line does not cross it.
    let left = at.x - plot.x > plot.right() - at.x;
    let (dx, anchor) = if left { (-8.0, Anchor::End) } else { (8.0, Anchor::Start) };
    let dy = if at.y - plot.y > plot.bottom() - at.y { 12.0 } else { -12.0 };
    let y = (at.y + dy).clamp(plot.y, plot.bottom() - 8.0);
    let words = text(Point::new(at.x + dx, y), value, STRONG, anchor, ROLE.text_color(look.theme));
    marks.push(Mark::Text(Text { halo: Some(look.theme.panel), ..words }));
    marks
}

/// The others of the level in grey where that helps, and the area itself.
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
    // Totals of others would press the area's own to the floor; notes are many, and get by without.
    let alone = named.is_amount() || finding.severity < Severity::Warning;
    let most = if alone { 0 } else { OTHERS };
    let mut lines: Vec<Line> = others.take(most).map(|area| line(area, Role::Other)).collect();
    lines.extend(finding.area.map(|area| line(area, ROLE)));
    lines.retain(|line| line.values.iter().any(Option::is_some));
    lines
}
