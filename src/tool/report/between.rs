//! Differences between municipalities: where one lies furthest from the county, or where all lie
//! furthest apart.

use crate::{
    analysis::{
        dispersion::Measure,
        finding::SpreadChange,
        gap::between_areas,
        moments::{Setting as With, moment},
        scope::Scope,
        shown, spread,
    },
    base::{
        geom::{Point, Size},
        id::IndicatorId,
        locale::{Locale, number, signed, stopped},
        order::sort_by,
        period::Period,
        unit::UnitKind,
    },
    model::Direction,
    tool::picture::Role,
    view::{
        chart::{
            axes::line,
            strip::{self, Strip},
        },
        lettering::{fit_either, text},
        mark::{Anchor, Font, Mark, Stroke, Weight},
        spec::{self, Reading, Shown, told},
    },
};

use super::{
    Subject,
    paper::{GUTTER, Kind, LEFT, Paper, WIDE},
};

/// Most rows of a list.
const MOST: usize = 5;
const MOST_OF_COUNTY: usize = 9;
/// Height of a row, px.
const ROW: f64 = 35.0;
/// Where the strip begins and ends, px from the left margin.
const STRIP: (f64, f64) = (424.0, 562.0);
/// Fewest municipalities that have a spread.
const FEWEST: usize = 5;

/// An indicator and how far apart it is.
struct Row {
    id: IndicatorId,
    period: Period,
    /// What rows are ordered by.
    size: f64,
    /// How it lies: against the county, or between which municipalities.
    lies: String,
    /// At the right: the number, and what stands below it.
    right: [String; 2],
}

impl Row {
    /// What stands below its name.
    fn under(&self) -> String {
        format!("{} · {}", self.period, self.lies)
    }

    /// As a sentence, with `own` before how it lies.
    fn told(&self, subject: &Subject<'_>, own: &str) -> String {
        let title = subject.data.indicator(self.id).title.get(subject.locale);
        stopped(&format!("{title} {}: {own}{}", self.period, self.lies))
    }
}

pub(super) fn between(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let w = subject.words;
    if subject.is_county() {
        let mut rows = apart(subject);
        if rows.is_empty() {
            return;
        }
        let all = rows.len();
        rows.truncate(MOST_OF_COUNTY);
        paper.section(w.between, 60.0 + 2.0 * ROW);
        paper.text(Kind::Small, &(w.between_how)(rows.len(), all));
        paper.down(8.0);
        list(subject, &rows, paper);
        return;
    }
    let (better, worse) = away(subject);
    if better.is_empty() && worse.is_empty() {
        return;
    }
    let lists = [(w.far_better, better), (w.far_worse, worse)];
    let most = lists.iter().map(|l| l.1.len().min(MOST)).max().unwrap_or(0);
    let mut head = paper.setting(Kind::Body);
    head.font.weight = Weight::Bold;
    let below = head.line() + 6.0;
    let tall = below + most as f64 * ROW;
    paper.section(w.far, 40.0 + tall);
    paper.text(Kind::Small, w.far_how);
    paper.down(10.0);
    // The wanted side at the left.
    let column = (WIDE - GUTTER) / 2.0;
    for (n, (title, rows)) in lists.into_iter().enumerate() {
        let mut at = Point::new(LEFT + n as f64 * (column + GUTTER), paper.y());
        paper.put(Role::Heading(3), crate::tool::picture::told(&[title.to_owned()], &head, at));
        at.y += below;
        if rows.is_empty() {
            let small = paper.setting(Kind::Small);
            paper.put(Role::Text, crate::tool::picture::told(&[w.far_none.to_owned()], &small, at));
        }
        for row in rows.iter().take(MOST) {
            words(subject, row, at, (column, column), paper);
            at.y += ROW;
        }
    }
    paper.down(tall);
}

/// All indicators by how far apart the municipalities lie, the furthest first.
fn apart(subject: &Subject<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = subject.data.ids().filter_map(|id| apart_in(subject, id)).collect();
    sort_by(&mut rows, &mut |a: &Row, b: &Row| b.size.total_cmp(&a.size));
    rows
}

/// The indicators on the wanted side of the county and those on the other, the furthest first.
fn away(subject: &Subject<'_>) -> (Vec<Row>, Vec<Row>) {
    let mut rows: Vec<Row> = subject.data.ids().filter_map(|id| far(subject, id)).collect();
    sort_by(&mut rows, &mut |a: &Row, b: &Row| b.size.abs().total_cmp(&a.size.abs()));
    rows.into_iter().partition(|r| r.size > 0.0)
}

/// Where the municipalities lie furthest apart, in words.
pub(super) fn widest(subject: &Subject<'_>) -> Vec<String> {
    apart(subject).into_iter().map(|row| row.told(subject, "")).collect()
}

/// Where a municipality lies furthest from the county, on the wanted side and on the other, in words.
pub(super) fn furthest(subject: &Subject<'_>) -> (Vec<String>, Vec<String>) {
    let told = |rows: Vec<Row>| -> Vec<String> {
        rows.into_iter()
            .map(|row| {
                let [own, _] = &row.right;
                row.told(subject, &format!("{own}. "))
            })
            .collect()
    };
    let (better, worse) = away(subject);
    (told(better), told(worse))
}

/// How far the municipality lies from the county on the wanted side, in standard deviations.
pub(super) fn distance(subject: &Subject<'_>, id: IndicatorId) -> Option<f64> {
    far(subject, id).map(|row| row.size)
}

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
    let gap = between_areas(table, subject.area, regions.county(), period, group);
    if gap.is_ok_and(|gap| gap.is_within()) || shown::steps(own - county, indicator.decimals) == 0.0 {
        return None;
    }
    let format = spec::format(indicator, locale);
    let write = |v: f64| format.value(v, locale);
    // The unit stands at the own value; after a number alone, per cent would be missed.
    let level =
        if indicator.unit.kind == UnitKind::Percent { write(county) } else { format.bare(county, locale) };
    let against = (w.against_county)(&level, &spec::difference(indicator, own - county, locale));
    Some(Row {
        id,
        period,
        size,
        lies: against,
        right: [write(own), (w.deviations)(&signed(locale, size, 1))],
    })
}

/// How far apart the municipalities lie, as a part of their mean.
fn apart_in(subject: &Subject<'_>, id: IndicatorId) -> Option<Row> {
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
    Some(Row { id, period, size, lies: from_to, right: [percent, course] })
}

fn list(subject: &Subject<'_>, rows: &[Row], paper: &mut Paper<'_>) {
    for (n, row) in rows.iter().enumerate() {
        // The last row does not stand alone at the top of a page.
        paper.need(if n + 2 == rows.len() { 2.0 * ROW } else { ROW });
        let at = Point::new(LEFT, paper.y());
        words(subject, row, at, (STRIP.0 - 16.0, WIDE), paper);
        picture(subject, row, paper);
        paper.down(ROW);
    }
}

/// The words of a row: at the left in so much room, at the right up to an edge.
fn words(subject: &Subject<'_>, row: &Row, at: Point, (room, edge): (f64, f64), paper: &mut Paper<'_>) {
    let look = paper.look;
    let theme = look.theme;
    let strong = Font { size: 13.0, weight: Weight::Bold };
    let plain = Font { size: 12.0, weight: Weight::Regular };
    let [number, below] = &row.right;
    let mut marks = Vec::new();
    let under = row.under();
    let indicator = subject.data.indicator(row.id);
    let (title, short) = (indicator.title.get(subject.locale), indicator.short.get(subject.locale));
    for (y, left, brief, right, font, color) in [
        (13.0, title, short, number, strong, theme.ink),
        (28.0, under.as_str(), under.as_str(), below, plain, theme.muted),
    ] {
        let word = |x: f64, said: String, anchor| {
            Mark::Text(text(Point::new(at.x + x, at.y + y), said, font, anchor, color))
        };
        // In a column both share the room.
        let beside = look.measure.width(right, font) + 8.0;
        let room = room.min(edge - beside);
        marks.push(word(0.0, fit_either(left, brief, font, room, &look), Anchor::Start));
        marks.push(word(edge, right.clone(), Anchor::End));
    }
    let rule = line(at, Point::new(at.x + edge, at.y), Stroke::solid(theme.hairline, 1.0));
    paper.put(Role::Ornament, vec![rule]);
    paper.put(Role::Text, marks);
}

/// Its municipalities on a line.
fn picture(subject: &Subject<'_>, row: &Row, paper: &mut Paper<'_>) {
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
    let scene = strip::scene(&spec, Size::new(STRIP.1 - STRIP.0, 32.0), &paper.look);
    let at = Point::new(LEFT + STRIP.0, paper.y() + (ROW - 32.0) / 2.0);
    paper.beside(scene, &row.under(), at);
}
