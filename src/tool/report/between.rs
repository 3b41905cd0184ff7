//! Differences between municipalities: where one lies furthest from the county, or where all lie
//! furthest apart.

use crate::{
    analysis::{
        dispersion::Measure,
        finding::SpreadChange,
        moments::{Setting as With, moment},
        scope::Scope,
        spread,
    },
    base::{
        geom::{Point, Size},
        id::IndicatorId,
        locale::{Locale, number, signed},
        period::Period,
        unit::UnitKind,
    },
    model::Direction,
    tool::picture::Role,
    view::{
        chart::strip::{self, Strip},
        lettering::{fit, fit_either, text},
        mark::{Anchor, Font, Mark, Weight},
        spec::{self, Reading, Shown, told},
    },
};

use super::{
    Subject,
    paper::{Kind, LEFT, Paper, WIDE},
};

/// Most rows of a list.
const MOST: usize = 7;
const MOST_OF_COUNTY: usize = 14;
/// Height of a row, px.
const ROW: f64 = 37.0;
/// Where the strip begins and ends, px from the left margin.
const STRIP: (f64, f64) = (330.0, 530.0);
/// Fewest municipalities that have a spread.
const FEWEST: usize = 5;

/// An indicator and how far apart it is.
struct Row {
    id: IndicatorId,
    period: Period,
    /// What rows are ordered by.
    size: f64,
    /// Under the name.
    under: String,
    /// At the right: the number, and what stands below it.
    right: [String; 2],
}

pub(super) fn between(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let w = subject.words;
    let order = |rows: &mut Vec<Row>| {
        crate::base::order::sort_by(rows, &mut |a: &Row, b: &Row| b.size.total_cmp(&a.size));
    };
    if subject.is_county() {
        let mut rows: Vec<Row> = subject.data.ids().filter_map(|id| apart(subject, id)).collect();
        if rows.is_empty() {
            return;
        }
        order(&mut rows);
        let all = rows.len();
        rows.truncate(MOST_OF_COUNTY);
        paper.section(w.between, 60.0 + 2.0 * ROW);
        paper.text(Kind::Small, &(w.between_how)(rows.len(), all));
        paper.down(8.0);
        list(subject, &rows, paper);
        return;
    }
    let mut rows: Vec<Row> = subject.data.ids().filter_map(|id| far(subject, id)).collect();
    if rows.is_empty() {
        return;
    }
    order(&mut rows);
    let (mut better, mut worse): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|r| r.size > 0.0);
    worse.reverse();
    better.truncate(MOST);
    worse.truncate(MOST);
    paper.section(w.far, 110.0 + 2.0 * ROW);
    paper.text(Kind::Small, w.far_how);
    for (title, rows) in [(w.far_better, better), (w.far_worse, worse)] {
        if rows.is_empty() {
            continue;
        }
        paper.need(40.0 + 2.0 * ROW);
        paper.space(12.0);
        let mut head = paper.setting(Kind::Body);
        head.font.weight = Weight::Bold;
        let at = Point::new(LEFT, paper.y());
        paper.put(Role::Heading(3), crate::tool::picture::told(&[title.to_owned()], &head, at));
        paper.down(head.line() + 6.0);
        list(subject, &rows, paper);
    }
}

/// How far the municipality lies from the county on the wanted side, in standard deviations.
fn far(subject: &Subject<'_>, id: IndicatorId) -> Option<Row> {
    let (w, locale) = (subject.words, subject.locale);
    let indicator = subject.data.indicator(id);
    let table = subject.data.table(id)?;
    let sign = match indicator.direction {
        Direction::Up => 1.0,
        Direction::Down => -1.0,
        Direction::None => return None,
    };
    if indicator.unit.kind == UnitKind::Amount {
        return None;
    }
    let (regions, group) = (subject.data.regions(), table.default_group());
    let period = table.latest(&[subject.area], group)?;
    let found = spread::spread(&table.slice(regions.members(), period, group))
        .filter(|s| s.n >= FEWEST && s.sd > 0.0)?;
    let value = |area| table.get(area, period, group).ok().map(|v| v.get());
    let (own, county) = (value(subject.area)?, value(regions.county())?);
    let size = sign * (own - county) / found.sd;
    // What is shown as no difference is none.
    if crate::analysis::shown::steps(own - county, indicator.decimals) == 0.0 {
        return None;
    }
    let write = |v: f64| spec::format(indicator, locale).value(v, locale);
    let against = (w.against_county)(&write(county), &spec::difference(indicator, own - county, locale));
    Some(Row {
        id,
        period,
        size,
        under: format!("{period} · {against}"),
        right: [write(own), (w.deviations)(&signed(locale, size, 1))],
    })
}

/// How far apart the municipalities lie, as a part of their mean.
fn apart(subject: &Subject<'_>, id: IndicatorId) -> Option<Row> {
    let (w, locale) = (subject.words, subject.locale);
    let indicator = subject.data.indicator(id);
    let table = subject.data.table(id)?;
    // Totals lie apart because the municipalities differ in size.
    if indicator.unit.kind == UnitKind::Amount {
        return None;
    }
    let (regions, group) = (subject.data.regions(), table.default_group());
    let reading = Reading::One(group);
    let shown = Shown { data: subject.data, id, table, reading, pinned: &[], locale };
    let period = shown.period(None)?;
    let scope = Scope::of_members(regions, indicator, group, period);
    let moment = moment(table, &scope, &With::default(), period).filter(|m| m.dispersion.n >= FEWEST)?;
    let size = moment.dispersion.get(Measure::Cv, false).ok()?;
    let ends = spread::ends(&table.slice(regions.members(), period, group))?;
    let name = |at: usize| regions.members().get(at).map_or("", |&a| subject.name_of(a));
    let write = |v: f64| shown.format().value(v, locale);
    let from_to =
        (w.from_to)(&write(ends.low.value), name(ends.low.at), &write(ends.high.value), name(ends.high.at));
    let found = told::facts(&shown, period);
    let since = found.from.map(|p| p.to_string());
    let [grown, shrunk, same] = w.since;
    let course = match (found.spread, since) {
        (SpreadChange::Grown, Some(since)) => grown(&since),
        (SpreadChange::Shrunk, Some(since)) => shrunk(&since),
        (SpreadChange::Same, Some(since)) => same(&since),
        _ => String::new(),
    };
    let percent = number(locale, size * 100.0, 0);
    let percent = match locale {
        Locale::Sv => format!("{percent}\u{a0}%"),
        Locale::En => format!("{percent}%"),
    };
    Some(Row { id, period, size, under: format!("{period} · {from_to}"), right: [percent, course] })
}

fn list(subject: &Subject<'_>, rows: &[Row], paper: &mut Paper<'_>) {
    for row in rows {
        paper.need(ROW);
        paper.rule();
        one(subject, row, paper);
        paper.down(ROW);
    }
}

fn one(subject: &Subject<'_>, row: &Row, paper: &mut Paper<'_>) {
    let look = paper.look;
    let theme = look.theme;
    let indicator = subject.data.indicator(row.id);
    let strong = Font { size: 13.0, weight: Weight::Bold };
    let plain = Font { size: 11.5, weight: Weight::Regular };
    let (upper, lower) = (paper.y() + 13.0, paper.y() + 28.0);
    let word = |x: f64, y: f64, said: String, font, anchor, color| {
        Mark::Text(text(Point::new(LEFT + x, y), said, font, anchor, color))
    };
    let [number, below] = &row.right;
    let wide = STRIP.0 - 16.0;
    let (title, short) = (indicator.title.get(subject.locale), indicator.short.get(subject.locale));
    let title = fit_either(title, short, strong, wide, &look);
    let marks = vec![
        word(0.0, upper, title, strong, Anchor::Start, theme.ink),
        word(0.0, lower, fit(&row.under, plain, wide, &look), plain, Anchor::Start, theme.muted),
        word(WIDE, upper, number.clone(), strong, Anchor::End, theme.ink),
        word(WIDE, lower, below.clone(), plain, Anchor::End, theme.muted),
    ];
    paper.put(Role::Text, marks);
    let Some(table) = subject.data.table(row.id) else { return };
    let (regions, group) = (subject.data.regions(), table.default_group());
    let value = |area| table.get(area, row.period, group).ok().map(|v| v.get());
    let spec = Strip {
        values: regions.members().iter().filter_map(|&a| Some((a, value(a)?))).collect(),
        county: value(regions.county()),
        nation: regions.nation().and_then(value),
        selected: subject.pinned(),
        desc: String::new(),
    };
    let scene = strip::scene(&spec, Size::new(STRIP.1 - STRIP.0, 32.0), &look);
    let at = Point::new(LEFT + STRIP.0, paper.y() + (ROW - 32.0) / 2.0);
    paper.beside(scene, &row.under, at);
}
