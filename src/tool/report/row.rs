//! One indicator as a row of a table: its name, the latest value, what it is measured against, year,
//! place and change; at the right its two small charts.

use crate::{
    analysis::{assess::Verdict, uncertainty::places},
    base::{
        geom::{Point, Size},
        id::{AreaId, IndicatorId},
        locale::{Locale, lower},
        unit::UnitKind,
    },
    model::{Indicator, Sex},
    tool::picture::{Role, lines},
    view::{
        chart::{spark, strip},
        lettering::text,
        mark::{Anchor, Font, Mark, Weight},
        spec::{self, row::Row},
        words::words,
    },
};

use super::{
    Subject,
    paper::{LEFT, Paper, WIDE},
};

/// Where a column is anchored and how wide it is, px from the left margin.
struct Column(f64, f64, Anchor);

/// Name, value, the value to compare with, year, place, change. The first two share their room.
const COLUMNS: [Column; 6] = [
    Column(0.0, 0.0, Anchor::Start),
    Column(284.0, 0.0, Anchor::End),
    Column(330.0, 46.0, Anchor::End),
    Column(338.0, 26.0, Anchor::Start),
    Column(372.0, 60.0, Anchor::Start),
    Column(440.0, 124.0, Anchor::Start),
];
/// Left edges and widths of the small charts.
const SPARK: (f64, f64) = (570.0, 40.0);
const STRIP: (f64, f64) = (612.0, WIDE - 612.0);
/// Most room of a value, and what is between it and the name, px.
const VALUE: f64 = 132.0;
const BETWEEN: f64 = 10.0;
/// Letters of the table.
const SIZE: f64 = 12.0;
/// Height of a line, and room above and below a row, px.
const LINE: f64 = 15.5;
const GAP: f64 = 3.0;
/// Height of the line of heads, px.
pub(super) const HEAD: f64 = 18.0;
/// Fewest counties among which there are places.
const COUNTIES: usize = 10;

/// A row with its words in their columns.
pub(super) struct Told {
    row: Row,
    cells: Vec<Vec<String>>,
}

impl Told {
    /// How tall it is, px.
    pub(super) fn tall(&self) -> f64 {
        let most = self.cells.iter().map(Vec::len).max().unwrap_or(1);
        most as f64 * LINE + 2.0 * GAP
    }

    /// How it is judged; none where no direction is wanted.
    pub(super) fn verdict(&self) -> Option<Verdict> {
        self.row.verdict
    }
}

/// The row of an indicator; none while its values are not loaded.
pub(super) fn told(subject: &Subject<'_>, id: IndicatorId, paper: &Paper<'_>) -> Option<Told> {
    let row = spec::row::row(subject.data, id, subject.area, subject.locale)?;
    let indicator = subject.data.indicator(id);
    let table = subject.data.table(id)?;
    let group = table.default_group();
    let period = table.latest(&[subject.area], group);
    let w = words(subject.locale);
    let title = indicator.title.get(subject.locale);
    let name = match group.sex {
        Sex::Total => title.to_owned(),
        Sex::Women => format!("{title}, {}", lower(w.women)),
        Sex::Men => format!("{title}, {}", lower(w.men)),
    };
    let format = spec::format(indicator, subject.locale);
    let against = subject.against().filter(|_| indicator.unit.kind != UnitKind::Amount).zip(period);
    let against = against.and_then(|(area, p)| table.get(area, p, group).ok());
    let against = against.map_or(String::new(), |v| format.bare(v.get(), subject.locale));
    let cells = [
        name,
        row.value.clone().unwrap_or_else(|| subject.words.not_published.to_owned()),
        against,
        period.map_or(String::new(), |p| p.to_string()),
        place(subject, id).unwrap_or_default(),
        change(&row, indicator, subject.locale),
    ];
    // The name reaches to where the value begins.
    let [name, value, ..] = &cells;
    let widest = value.split(' ').map(|word| paper.look.measure.width(word, font(1))).fold(0.0, f64::max);
    let value = paper.look.measure.width(value, font(1)).min(widest.max(VALUE));
    let room = COLUMNS.get(1).map_or(0.0, |c| c.0) - value - BETWEEN;
    let names = lines(name, font(0), room, &paper.look);
    let set = |(n, (said, column)): (usize, (String, &Column))| match n {
        _ if said.is_empty() => Vec::new(),
        0 => names.clone(),
        1 => lines(&said, font(n), value + 0.5, &paper.look),
        _ => lines(&said, font(n), column.1, &paper.look),
    };
    Some(Told { row, cells: cells.into_iter().zip(&COLUMNS).enumerate().map(set).collect() })
}

/// The change; its unit stands at the value already, except per cent, whose changes are points.
fn change(row: &Row, indicator: &Indicator, locale: Locale) -> String {
    if row.value.is_none() {
        return String::new();
    }
    let short = spec::format(indicator, locale).short;
    let change = match indicator.unit.kind {
        UnitKind::Number | UnitKind::Money | UnitKind::Amount if !short.is_empty() => {
            row.change.replacen(&format!("\u{a0}{short}"), "", 1)
        }
        _ => row.change.clone(),
    };
    format!("{} {change}", row.arrow).trim().to_owned()
}

/// Name and value are strong.
fn font(column: usize) -> Font {
    Font { size: SIZE, weight: if column < 2 { Weight::Bold } else { Weight::Regular } }
}

/// The place among the counties, where most of them have values, or among the municipalities.
fn place(subject: &Subject<'_>, id: IndicatorId) -> Option<String> {
    let regions = subject.data.regions();
    let areas: &[AreaId] = if subject.is_county() { regions.counties() } else { regions.members() };
    let table = subject.data.table(id)?;
    let group = table.default_group();
    let period = table.latest(&[subject.area], group)?;
    let at = areas.iter().position(|&a| a == subject.area)?;
    let indicator = subject.data.indicator(id);
    let all = places(table, areas, period, group, (indicator.direction, indicator.decimals));
    let own = all.get(at).copied().flatten()?;
    let alike = all.iter().flatten().filter(|r| r.place == own.place).count();
    let enough = if subject.is_county() { COUNTIES } else { 2 };
    let (best, worst) = own.span.unwrap_or((own.place, own.place + alike - 1));
    (own.of >= enough).then(|| (subject.words.place)(best, worst, own.of))
}

/// Puts the row on the paper.
pub(super) fn put(told: &Told, paper: &mut Paper<'_>) {
    let theme = paper.look.theme;
    paper.rule();
    let top = paper.y() + GAP;
    let mut marks = Vec::new();
    for (n, (set, column)) in told.cells.iter().zip(&COLUMNS).enumerate() {
        let color = if (2..5).contains(&n) { theme.muted } else { theme.ink };
        for (line, said) in set.iter().enumerate() {
            let at = Point::new(LEFT + column.0, top + (line as f64 + 0.5) * LINE);
            marks.push(Mark::Text(text(at, said.as_str(), font(n), column.2, color)));
        }
    }
    paper.put(Role::Text, marks);
    let high = (told.tall() - 2.0).min(30.0);
    let y = paper.y() + (told.tall() - high) / 2.0;
    if let Some(spec) = &told.row.spark {
        let scene = spark::scene(spec, Size::new(SPARK.1, high), &paper.look);
        paper.beside(scene, &told.row.change, Point::new(LEFT + SPARK.0, y));
    }
    if let Some(spec) = &told.row.strip {
        let scene = strip::scene(spec, Size::new(STRIP.1, high), &paper.look);
        let said = if told.row.told.is_empty() { &told.row.when } else { &told.row.told };
        paper.beside(scene, said, Point::new(LEFT + STRIP.0, y));
    }
    paper.down(told.tall());
}

/// What the columns hold, above the first row.
pub(super) fn heads(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let font = Font { size: 11.0, weight: Weight::Regular };
    let color = paper.look.theme.muted;
    let [nation, county] = subject.words.against;
    let against = if subject.is_county() { nation } else { county };
    let [value, year, place, change, over, among] = subject.words.columns;
    let y = paper.y() + HEAD / 2.0;
    let word =
        |x: f64, said: &str, anchor| Mark::Text(text(Point::new(LEFT + x, y), said, font, anchor, color));
    let above = COLUMNS.iter().skip(1).zip([value, against, year, place, change]);
    let mut marks: Vec<Mark> = above.map(|(c, said)| word(c.0, said, c.2)).collect();
    marks.push(word(SPARK.0 + SPARK.1, over, Anchor::End));
    marks.push(word(WIDE, among, Anchor::End));
    paper.put(Role::Ornament, marks);
    paper.down(HEAD);
}
