//! The chapter on differences between groups: women and men, born in Sweden and abroad.

use crate::{
    analysis::gap::{self, Gap, Pair},
    base::{
        geom::Point,
        id::IndicatorId,
        locale::{Locale, capitalise, inside, stopped},
        order::sort_by,
        period::Period,
    },
    model::Group,
    tool::picture::Role,
    view::{
        chart::axes::line,
        lettering::{fit, fit_either, text},
        mark::{Anchor, Circle, Fill, Font, Mark, Stroke, Weight},
        spec::{
            self, Reading, Shown,
            gaps::{Between, sides},
        },
        words::{gaps::gaps as gap_words, uncertainty::uncertainty, words},
    },
};

use super::{
    Subject,
    paper::{Kind, LEFT, Paper, WIDE},
};

/// Most rows of a list.
const MOST: usize = 8;
/// Height of a row, px.
const ROW: f64 = 35.0;
/// Where the track begins and ends, px from the left margin.
const TRACK: (f64, f64) = (318.0, 500.0);

/// A gap as it is shown.
struct Row {
    id: IndicatorId,
    period: Period,
    between: Between,
    gap: Gap,
    /// The gap over the larger of the two values.
    share: f64,
}

pub(super) fn differences(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let w = subject.words;
    // With the first list's heading, lead, key and rows.
    paper.chapter(w.differences, &(w.differences_lead)(subject.name()), 125.0 + 3.0 * ROW);
    list(subject, w.sexes, &[Pair::Sexes], paper);
    list(subject, w.origins, &[Pair::Origins, Pair::ForeignToAll], paper);
}

/// All gaps of a kind, the largest first.
fn ordered(subject: &Subject<'_>, pairs: &[Pair]) -> Vec<Row> {
    let mut rows: Vec<Row> = subject.data.ids().filter_map(|id| largest(subject, id, pairs)).collect();
    sort_by(&mut rows, &mut |a: &Row, b: &Row| b.share.total_cmp(&a.share));
    rows
}

/// The same in words: indicator, year, both groups with their values.
pub(super) fn largest_told(subject: &Subject<'_>, pairs: &[Pair]) -> Vec<String> {
    let locale = subject.locale;
    let told = |row: Row| {
        let indicator = subject.data.indicator(row.id);
        let write = |v: f64| spec::format(indicator, locale).value(v, locale);
        let [first, second] = names(row.between.pair, locale).map(inside);
        let [a, b] = [row.gap.first, row.gap.second].map(write);
        stopped(&format!("{} {}: {first} {a}, {second} {b}", indicator.title.get(locale), row.period))
    };
    ordered(subject, pairs).into_iter().map(told).collect()
}

/// The names of both groups.
fn names(pair: Pair, locale: Locale) -> [&'static str; 2] {
    let w = words(locale);
    match pair {
        Pair::Sexes => [w.women, w.men],
        Pair::Origins => [w.origin_foreign, w.origin_domestic],
        Pair::ForeignToAll => [w.origin_foreign, w.everybody],
    }
}

/// The largest gaps of a kind.
fn list(subject: &Subject<'_>, title: &str, pairs: &[Pair], paper: &mut Paper<'_>) {
    let w = subject.words;
    let mut rows = ordered(subject, pairs);
    let all = rows.len();
    rows.truncate(MOST);
    // A short list stays on one page, below its key.
    paper.section(title, 66.0 + ROW * rows.len().clamp(1, 3) as f64);
    let Some(first) = rows.first() else {
        paper.text(Kind::Body, &(w.no_gaps)(subject.name()));
        return;
    };
    paper.text(Kind::Small, &(w.gaps_lead)(rows.len(), all));
    paper.down(10.0);
    let key = names(first.between.pair, subject.locale);
    put_key(key, paper);
    for (n, row) in rows.iter().enumerate() {
        // The last row does not stand alone at the top of a page.
        paper.need(if n + 2 == rows.len() { 2.0 * ROW } else { ROW });
        paper.rule();
        one(subject, row, paper, key);
        paper.down(ROW);
    }
}

/// The latest gap of an indicator, of the first of the pairs that it tells apart.
fn largest(subject: &Subject<'_>, id: IndicatorId, pairs: &[Pair]) -> Option<Row> {
    let table = subject.data.table(id)?;
    let base = Group::default();
    let pair = *pairs.iter().find(|p| p.is_in(table, base))?;
    let last = *table.periods().last()?;
    let (period, gap) = gap::latest(table, subject.area, last, pair, base)?;
    let larger = gap.first.abs().max(gap.second.abs());
    (larger > 0.0).then(|| Row {
        id,
        period,
        between: Between::new(pair),
        gap,
        // What may be no difference comes last.
        share: if gap.is_within() { 0.0 } else { gap.difference.abs() / larger },
    })
}

/// Which mark is which group.
fn put_key([a, b]: [&str; 2], paper: &mut Paper<'_>) {
    let font = Font { size: 11.5, weight: Weight::Regular };
    let look = paper.look;
    let y = paper.y() + 6.0;
    let mut marks = Vec::new();
    let mut x = LEFT + TRACK.0;
    for (n, name) in [a, b].into_iter().enumerate() {
        marks.push(dot(Point::new(x + 5.0, y), n, paper));
        marks.push(Mark::Text(text(Point::new(x + 15.0, y), name, font, Anchor::Start, look.theme.ink)));
        x += 15.0 + look.measure.width(name, font) + 22.0;
    }
    paper.put(Role::Text, marks);
    paper.down(20.0);
}

/// The first group's dot is full, the second's open, so that colour is not needed.
fn dot(at: Point, n: usize, paper: &Paper<'_>) -> Mark {
    let theme = paper.look.theme;
    let [a, b] = theme.pair;
    let (color, inside) = if n == 0 { (a, a) } else { (b, theme.paper) };
    let (fill, stroke) = (Some(Fill::solid(inside)), Some(Stroke::solid(color, 2.0)));
    Mark::Circle(Circle { center: at, radius: 4.5, fill, stroke })
}

/// A row under a key with these names: a group that is not the key's has its name with its value.
fn one(subject: &Subject<'_>, row: &Row, paper: &mut Paper<'_>, key: [&str; 2]) {
    let (look, locale) = (paper.look, subject.locale);
    let theme = look.theme;
    let indicator = subject.data.indicator(row.id);
    let Some(table) = subject.data.table(row.id) else { return };
    let reading = Reading::One(table.default_group());
    let shown = Shown { data: subject.data, id: row.id, table, reading, pinned: &[], locale };
    let strong = Font { size: 13.0, weight: Weight::Bold };
    let plain = Font { size: 12.0, weight: Weight::Regular };
    let (upper, lower) = (paper.y() + 13.0, paper.y() + 28.0);
    let word = |x: f64, y: f64, said: String, font, anchor, color| {
        Mark::Text(text(Point::new(LEFT + x, y), said, font, anchor, color))
    };
    let write = |v: f64| shown.format().value(v, locale);
    let (title, short) = (indicator.title.get(locale), indicator.short.get(locale));
    let title = fit_either(title, short, strong, TRACK.0 - 30.0, &look);
    let (above, below) = sides(&shown, row.between);
    let side = match crate::analysis::shown::steps(row.gap.difference, indicator.decimals) {
        0.0 => gap_words(locale).equal.to_owned(),
        _ if row.gap.is_within() => capitalise(uncertainty(locale).within),
        s if s > 0.0 => above.to_owned(),
        _ => below.to_owned(),
    };
    let below_title = fit(&format!("{} · {side}", row.period), plain, TRACK.0 - 30.0, &look);
    let texts = vec![
        word(0.0, upper, title, strong, Anchor::Start, theme.ink),
        word(0.0, lower, below_title, plain, Anchor::Start, theme.muted),
        word(
            WIDE,
            upper,
            spec::difference(indicator, row.gap.difference, locale),
            strong,
            Anchor::End,
            theme.ink,
        ),
    ];
    // From zero to the larger of the two.
    let most = row.gap.first.max(row.gap.second).max(0.0);
    let least = row.gap.first.min(row.gap.second).min(0.0);
    let wide = TRACK.1 - TRACK.0;
    let x = |v: f64| LEFT + TRACK.0 + (v - least) / (most - least) * wide;
    let y = paper.y() + 13.0;
    let (a, b) = (Point::new(x(row.gap.first), y), Point::new(x(row.gap.second), y));
    let mut marks = vec![
        line(Point::new(x(least), y), Point::new(x(most), y), Stroke::solid(theme.hairline, 1.0)),
        line(Point::new(x(0.0), y - 5.0), Point::new(x(0.0), y + 5.0), Stroke::solid(theme.other, 1.0)),
        line(a, b, Stroke::solid(theme.muted, 2.0)),
        dot(b, 1, paper),
        dot(a, 0, paper),
    ];
    let groups = names(row.between.pair, locale);
    let named = |n: usize, v: f64| match (groups.get(n), key.get(n)) {
        (Some(group), of) if of != Some(group) => format!("{} {}", inside(group), write(v)),
        _ => write(v),
    };
    let [first, second] = [named(0, row.gap.first), named(1, row.gap.second)];
    let (left, right) = if row.gap.first <= row.gap.second { (&first, &second) } else { (&second, &first) };
    let (from, to) = (a.x.min(b.x), a.x.max(b.x));
    let [wl, wr] = [left, right].map(|t| look.measure.width(t, plain));
    // Side by side below their dots, pushed apart where the dots are close.
    let right_at = (to + wr / 2.0).min(LEFT + TRACK.1 + 12.0).max(LEFT + TRACK.0 + wl + wr + 8.0);
    let left_at = (from - wl / 2.0).max(LEFT + TRACK.0 - 8.0).min(right_at - wr - wl - 8.0);
    marks.push(word(left_at - LEFT, lower, left.clone(), plain, Anchor::Start, theme.ink));
    marks.push(word(right_at - LEFT, lower, right.clone(), plain, Anchor::End, theme.ink));
    paper.put(Role::Text, texts);
    let said = format!("{}: {side}, {first} / {second}", indicator.title.get(locale));
    paper.put(Role::Picture(said), marks);
}
