//! One indicator: its name; beside it the latest value with year, place and change, and below that
//! where it goes and how it stands. At the right its two small charts.

use crate::{
    analysis::rank::{Order, ranks},
    base::{
        geom::{Point, Size},
        id::IndicatorId,
        locale::{Locale, capitalise},
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
        words::{Judgement, words},
    },
};

use super::{
    Subject,
    paper::{LEFT, Paper, WIDE},
};

/// Left edges and widths of the columns, px from the left margin: name, words, and two small charts.
const NAME: (f64, f64) = (0.0, 166.0);
const WORDS: (f64, f64) = (178.0, 308.0);
const SPARK: (f64, f64) = (496.0, 64.0);
const STRIP: (f64, f64) = (570.0, WIDE - 570.0);
/// Room above and below the words of a row, px.
const GAP: f64 = 4.5;
/// Fewest counties among which there are places.
const COUNTIES: usize = 10;

/// Puts the row of an indicator on the paper.
pub(super) fn row(subject: &Subject<'_>, id: IndicatorId, paper: &mut Paper<'_>) {
    let Some(row) = spec::row::row(subject.data, id, subject.area, subject.locale) else { return };
    let look = paper.look;
    let theme = look.theme;
    let set = |size, weight, color| Setting { font: Font { size, weight }, leading: 1.35, color };
    let name = set(13.0, Weight::Bold, theme.ink);
    let (value, plain) = (name, set(12.5, Weight::Regular, theme.ink));
    let small = set(11.5, Weight::Regular, theme.muted);
    let title = subject.data.indicator(id).title.get(subject.locale);
    let names = lines(title, name.font, NAME.1, &look);
    let own = row.value.clone().unwrap_or_else(|| subject.words.not_published.to_owned());
    let [first, change] = [value_words(subject, id, &row), change_words(&row)];
    // Value, year and place; the change after them, or on a line of its own.
    let after = look.measure.width(&own, value.font) + 7.0;
    let both = format!("{first}   {change}");
    let beside = !change.is_empty() && after + look.measure.width(&both, plain.font) <= WORDS.1;
    let below: Vec<String> = Some(change.clone()).filter(|c| !beside && !c.is_empty()).into_iter().collect();
    let judged = judgement(&row, subject.locale);
    let said = sentence(subject, id, &row);
    let both_said: Vec<&str> = [judged.as_str(), &said].into_iter().filter(|s| !s.is_empty()).collect();
    let sentences = lines(&both_said.join(" · "), small.font, WORDS.1, &look);

    let words = value.line() + below.len() as f64 * plain.line() + sentences.len() as f64 * small.line();
    let tall = words.max(names.len() as f64 * name.line());
    if paper.need(tall + 2.0 * GAP) {
        paper.down(14.0);
        heads(subject, paper);
    }
    paper.rule();
    paper.down(GAP);
    let mut y = paper.y();
    let x = LEFT + WORDS.0;
    let mut marks = told(&names, &name, Point::new(LEFT + NAME.0, y));
    marks.extend(told(&[own], &value, Point::new(x, y)));
    let middle = Point::new(x + after, y + value.line() / 2.0);
    let rest = if beside { both } else { first };
    if !rest.is_empty() {
        marks.push(Mark::Text(text(middle, rest, plain.font, Anchor::Start, theme.ink)));
    }
    y += value.line();
    marks.extend(told(&below, &plain, Point::new(x, y)));
    y += below.len() as f64 * plain.line();
    marks.extend(sentence_marks(&sentences, &judged, &row, &small, Point::new(x, y), &look));
    paper.put(Role::Text, marks);
    charts(&row, &said, paper, tall);
    paper.down(tall + GAP);
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

/// Sign and words of the judgement; empty where no direction is wanted, or it cannot be judged.
fn judgement(row: &Row, locale: Locale) -> String {
    let said = capitalise(&row.judgement);
    let still = (words(locale).judged)(Judgement::Still);
    match row.tone {
        Tone::Good => format!("▲ {said}"),
        Tone::Bad => format!("▼ {said}"),
        Tone::Plain if row.judgement == still => said,
        Tone::Plain => String::new(),
    }
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
    let high = tall.min(34.0);
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
