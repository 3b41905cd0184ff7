//! One indicator on three lines: its name; the latest value with year, place and change; how it
//! stands and where it goes. At the right its two small charts.

use crate::{
    analysis::rank::{Order, ranks},
    base::{
        geom::{Point, Size},
        id::IndicatorId,
        period::Period,
        unit::UnitKind,
    },
    model::{Group, Table},
    tool::picture::{Role, Setting, lines, told},
    view::{
        chart::{spark, strip},
        lettering::text,
        look::Look,
        mark::{Anchor, Font, Mark, Weight},
        spec::{
            self,
            row::{Row, Tone},
        },
    },
};

use super::{
    Subject,
    paper::{LEFT, Paper, WIDE},
};

/// Left edges and widths of the two small charts, px from the left margin.
pub(super) const SPARK: (f64, f64) = (436.0, 92.0);
pub(super) const STRIP: (f64, f64) = (544.0, WIDE - 544.0);
/// Width of the words, px.
const WORDS: f64 = 418.0;
/// Room below a row, px.
const GAP: f64 = 13.0;
/// Fewest counties among which there are places.
const COUNTIES: usize = 10;

/// Puts the row of an indicator on the paper.
pub(super) fn row(subject: &Subject<'_>, id: IndicatorId, paper: &mut Paper<'_>) {
    let Some(row) = spec::row::row(subject.data, id, subject.area, subject.locale) else { return };
    let look = paper.look;
    let theme = look.theme;
    let set = |size, weight, color| Setting { font: Font { size, weight }, leading: 1.38, color };
    let name = set(13.5, Weight::Bold, theme.ink);
    let value = set(13.0, Weight::Bold, theme.ink);
    let plain = set(13.0, Weight::Regular, theme.ink);
    let small = set(11.5, Weight::Regular, theme.muted);
    let indicator = subject.data.indicator(id);
    let names = lines(indicator.title.get(subject.locale), name.font, WORDS, &look);
    let [first, change] = [value_words(subject, id, &row), change_words(&row)];
    let (sign, judged) = judgement(&row);
    let said = sentence(subject, id, &row);
    let sentence = match (judged.is_empty(), said.is_empty()) {
        (false, false) => format!("{sign}{judged} · {said}"),
        _ => format!("{sign}{judged}{said}"),
    };
    let sentences = lines(&sentence, small.font, WORDS, &look);
    let own = row.value.clone().unwrap_or_else(|| subject.words.not_published.to_owned());
    // Value, year and place; the change after them, or on a line of its own.
    let after = look.measure.width(&own, value.font) + 7.0;
    let both = after + look.measure.width(&format!("{first}   {change}"), plain.font);
    let second = if both <= WORDS || change.is_empty() { vec![] } else { vec![change.clone()] };
    let tall = names.len() as f64 * name.line()
        + (1.0 + second.len() as f64) * plain.line()
        + sentences.len() as f64 * small.line();
    paper.need(tall + GAP);
    paper.rule();
    paper.down(GAP / 2.0);
    let mut y = paper.y();
    let mut marks = told(&names, &name, Point::new(LEFT, y));
    y += names.len() as f64 * name.line();
    marks.extend(told(&[own], &value, Point::new(LEFT, y)));
    let rest = if second.is_empty() && !change.is_empty() { format!("{first}   {change}") } else { first };
    let middle = Point::new(LEFT + after, y + plain.line() / 2.0);
    marks.push(Mark::Text(text(middle, rest, plain.font, Anchor::Start, theme.ink)));
    y += plain.line();
    marks.extend(told(&second, &plain, Point::new(LEFT, y)));
    y += second.len() as f64 * plain.line();
    let judged = format!("{sign}{judged}");
    marks.extend(sentence_marks(&sentences, &judged, &row, &small, Point::new(LEFT, y), &look));
    paper.put(Role::Text, marks);
    charts(&row, &said, paper, tall);
    paper.down(tall + GAP / 2.0);
}

/// The sentence with the judgement at its beginning in its own colour.
fn sentence_marks(
    set: &[String],
    judged: &str,
    row: &Row,
    setting: &Setting,
    at: Point,
    look: &Look<'_>,
) -> Vec<Mark> {
    let rest = set.first().and_then(|line| line.strip_prefix(judged));
    let (Some(rest), false) = (rest, row.tone == Tone::Plain) else { return told(set, setting, at) };
    let theme = look.theme;
    let strong = Setting { color: if row.tone == Tone::Good { theme.good } else { theme.bad }, ..*setting };
    let mut marks = told(&[judged.to_owned()], &strong, at);
    let after = Point::new(at.x + look.measure.width(judged, setting.font), at.y);
    marks.extend(told(&[rest.to_owned()], setting, after));
    let below = Point::new(at.x, at.y + setting.line());
    marks.extend(told(set.get(1..).unwrap_or_default(), setting, below));
    marks
}

/// Year, place and group after the value.
fn value_words(subject: &Subject<'_>, id: IndicatorId, row: &Row) -> String {
    let mut parts = vec![row.when.clone()];
    if let Some(table) = subject.data.table(id).filter(|_| subject.is_county()) {
        parts.extend(place_of_counties(subject, id, table));
    }
    parts.retain(|p| !p.is_empty());
    parts.join(" · ")
}

/// The county's place among all counties, where most of them have values.
fn place_of_counties(subject: &Subject<'_>, id: IndicatorId, table: &Table) -> Option<String> {
    let (group, counties) = (table.default_group(), subject.data.regions().counties());
    let period = table.latest(&[subject.area], group)?;
    let at = counties.iter().position(|&c| c == subject.area)?;
    let cells = table.slice(counties, period, group);
    let decimals = subject.data.indicator(id).decimals;
    let rank = ranks(&cells, Order::HighFirst, decimals).get(at).copied().flatten()?;
    (rank.of >= COUNTIES).then(|| (subject.words.place_of_counties)(rank.place, rank.of, rank.tied))
}

fn change_words(row: &Row) -> String {
    if row.value.is_none() {
        String::new()
    } else {
        format!("{} {}", row.arrow, row.change).trim().to_owned()
    }
}

/// Sign and words of the judgement; empty where no direction is wanted.
fn judgement(row: &Row) -> (&'static str, String) {
    let sign = match row.tone {
        Tone::Good => "▲ ",
        Tone::Bad => "▼ ",
        Tone::Plain => "",
    };
    (sign, crate::base::locale::capitalise(&row.judgement))
}

/// How the value stands: against county and nation, or between which municipalities.
fn sentence(subject: &Subject<'_>, id: IndicatorId, row: &Row) -> String {
    let (w, locale) = (subject.words, subject.locale);
    let indicator = subject.data.indicator(id);
    let Some(table) = subject.data.table(id) else { return String::new() };
    let regions = subject.data.regions();
    let group = table.default_group();
    let Some(period) = table.latest(&[subject.area], group) else { return row.told.clone() };
    let amount = indicator.unit.kind == UnitKind::Amount;
    let value = |area| table.get(area, period, group).ok().map(|v| v.get());
    let write = |v: f64| spec::format(indicator, locale).value(v, locale);
    let own = value(subject.area);
    let mut parts = Vec::new();
    if !subject.is_county()
        && let (Some(own), Some(county), false) = (own, value(regions.county()), amount)
    {
        parts.push((w.against_county)(&write(county), &spec::difference(indicator, own - county, locale)));
    }
    if let (Some(nation), false) = (regions.nation().and_then(value), amount) {
        parts.push((w.nation)(&write(nation)));
    }
    if subject.is_county() {
        parts.extend(range(subject, table, group, period, &write));
    }
    parts.join(" · ")
}

/// Between which municipalities the values lie.
fn range(
    subject: &Subject<'_>,
    table: &Table,
    group: Group,
    period: Period,
    write: &dyn Fn(f64) -> String,
) -> Option<String> {
    let members = subject.data.regions().members();
    let ends = crate::analysis::spread::ends(&table.slice(members, period, group))?;
    let name = |at: usize| members.get(at).map_or("", |&a| subject.name_of(a));
    (ends.low.value < ends.high.value).then(|| {
        (subject.words.from_to)(
            &write(ends.low.value),
            name(ends.low.at),
            &write(ends.high.value),
            name(ends.high.at),
        )
    })
}

/// The small charts at the right, in the middle of the row.
fn charts(row: &Row, said: &str, paper: &mut Paper<'_>, tall: f64) {
    let look = paper.look;
    let high = tall.min(36.0);
    let y = paper.y() + (tall - high) / 2.0;
    if let Some(spec) = &row.spark {
        let scene = spark::scene(spec, Size::new(SPARK.1, high), &look);
        paper.beside(scene, &change_words(row), Point::new(LEFT + SPARK.0, y));
    }
    if let Some(spec) = &row.strip {
        let scene = strip::scene(spec, Size::new(STRIP.1, high), &look);
        let words = if row.told.is_empty() { said } else { &row.told };
        paper.beside(scene, words, Point::new(LEFT + STRIP.0, y));
    }
}

/// What the two columns of small charts hold, above the first row.
pub(super) fn heads(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let small = Font { size: 11.5, weight: Weight::Regular };
    let color = paper.look.theme.muted;
    let y = paper.y() - 9.0;
    let [over, among] = subject.words.columns;
    let word =
        |x: f64, said: &str| Mark::Text(text(Point::new(LEFT + x, y), said, small, Anchor::Start, color));
    paper.put(Role::Ornament, vec![word(SPARK.0, over), word(STRIP.0 + 4.0, among)]);
}
