//! The gap between two groups of people over time: a line per area around “equal”.

use crate::analysis::{
    finding::SpreadChange,
    gap::{self, Pair},
    shown,
};
use crate::base::{
    id::AreaId,
    locale::{capitalise, count_word, signed},
    num::Finite,
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Direction, Group, Missing};
use crate::view::{
    chart::lines::{Level, Line, Lines, Panel},
    look::Format,
    scene::Key,
    words::{at_period, gaps::gaps, period_name, uncertainty::uncertainty, words},
};

use super::{
    Shown,
    grid::{Grid, GridRow, entry},
    said,
};

/// Two groups of people and the difference first minus second.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Between {
    /// Which kind of groups.
    pub pair: Pair,
    /// The group spoken of first: women, or people born abroad.
    pub first: Group,
    /// Whom it is compared with.
    pub second: Group,
}

impl Between {
    /// The groups of a pair, alike in all else.
    pub fn new(pair: Pair) -> Self {
        let (first, second) = pair.groups(Group::default());
        Self { pair, first, second }
    }

    /// The pairs this indicator tells apart: women and men first, then people born abroad against
    /// people born in Sweden, or where those are not published, against everybody.
    pub fn of(shown: &Shown<'_>) -> Vec<Self> {
        let base = Group::default();
        let sexes = Some(Pair::Sexes).filter(|p| p.is_in(shown.table, base));
        let origins = Pair::of_origins(shown.table, base);
        [sexes, origins].into_iter().flatten().map(Self::new).collect()
    }

    /// The gap, or why there is none (the first group's reason before the second's).
    pub fn gap(self, shown: &Shown<'_>, area: AreaId, period: Period) -> Cell {
        let found = gap::gap(shown.table, area, period, self.pair, Group::default())?;
        Finite::new(found.difference).ok_or(Missing::NotAvailable)
    }
}

/// The areas with a gap in any period: the shown ones, then county and nation (not for totals,
/// which are no level to compare with).
fn areas(shown: &Shown<'_>, between: Between, periods: &[Period]) -> Vec<AreaId> {
    let mut areas = shown.areas().to_vec();
    for area in shown.frame() {
        if !areas.contains(&area) && !shown.is_amount() {
            areas.push(area);
        }
    }
    areas.retain(|&a| periods.iter().any(|&p| between.gap(shown, a, p).is_ok()));
    areas
}

/// Periods in which any area has a gap, ascending.
fn periods(shown: &Shown<'_>, between: Between) -> Vec<Period> {
    let mut all: Vec<AreaId> = shown.areas().to_vec();
    all.extend(shown.frame());
    let mut periods = shown.table.periods().to_vec();
    periods.retain(|&p| all.iter().any(|&a| between.gap(shown, a, p).is_ok()));
    periods
}

/// The chart: every area's gap over time, the county's strong, “equal” as a level with the side
/// it favours above and below. `None` where no area has a gap.
pub fn lines(shown: &Shown<'_>, between: Between, desc: String) -> Option<Lines> {
    let g = gaps(shown.locale);
    let periods = periods(shown, between);
    let lines: Vec<Line> = areas(shown, between, &periods)
        .into_iter()
        .map(|area| Line {
            area,
            name: shown.name(area),
            role: shown.role(area),
            values: periods.iter().map(|&p| between.gap(shown, area, p).ok().map(|v| v.get())).collect(),
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let (above, below) = sides(shown, between);
    let indicator = shown.indicator();
    let mut breaks = Vec::new();
    for b in &indicator.breaks {
        if periods.first().is_some_and(|f| b.period > *f) && periods.last().is_some_and(|l| b.period <= *l) {
            breaks.push((b.period, b.text.get(shown.locale).to_owned()));
        }
    }
    let pair = (g.pair)(between.first, between.second);
    Some(Lines {
        panels: vec![Panel { title: None, lines }],
        periods,
        events: Vec::new(),
        breaks,
        target: None,
        level: Some(Level {
            value: 0.0,
            label: g.equal.to_owned(),
            above: above.to_owned(),
            below: below.to_owned(),
            signed: true,
        }),
        format: format(shown),
        title: (g.title)(pair, indicator.title.get(shown.locale)),
        desc,
    })
}

/// Gaps of shares are percentage points.
pub(super) fn format(shown: &Shown<'_>) -> Format {
    let format = shown.format();
    match format.kind {
        UnitKind::Percent => {
            let short = words(shown.locale).percentage_points_short.to_owned();
            Format { kind: UnitKind::Number, short, ..format }
        }
        UnitKind::Number | UnitKind::Money | UnitKind::Amount => format,
    }
}

/// What a gap above zero and one below it mean: whom it favours where a direction is wanted, else
/// where the value is higher.
pub fn sides(shown: &Shown<'_>, between: Between) -> (&'static str, &'static str) {
    let g = gaps(shown.locale);
    let Between { first, second, .. } = between;
    // Everybody is no group that can be favoured: then both sides are said of the first.
    let against_all = second == Group::default();
    match shown.indicator().direction {
        Direction::Up if against_all => ((g.favour)(first), (g.disfavour)(first)),
        Direction::Down if against_all => ((g.disfavour)(first), (g.favour)(first)),
        Direction::None if against_all => ((g.higher)(first), (g.lower)(first)),
        Direction::Up => ((g.favour)(first), (g.favour)(second)),
        Direction::Down => ((g.favour)(second), (g.favour)(first)),
        Direction::None => ((g.higher)(first), (g.higher)(second)),
    }
}

/// Every area with its gap in one period, for the list of a picture.
pub fn read_aloud(shown: &Shown<'_>, between: Between, period: Period) -> Vec<(AreaId, String)> {
    let mut out = Vec::new();
    for area in areas(shown, between, &periods(shown, between)) {
        let gap = match between.gap(shown, area, period) {
            Ok(gap) => shown.difference(gap.get()),
            Err(_) => words(shown.locale).no_value.to_owned(),
        };
        out.push((area, [&*shown.name(area), ": ", &gap].concat()));
    }
    out
}

/// The chart in words: the county's gap (or that of the one area shown strong), what has happened
/// to it, and in how many municipalities it has grown and shrunk; within one unbroken series.
pub fn told(shown: &Shown<'_>, between: Between, until: Period) -> String {
    let g = gaps(shown.locale);
    let pair = (g.pair)(between.first, between.second);
    let county = shown.data.regions().county();
    let indicator = shown.indicator();
    let base = Group::default();
    let Some((last, now)) = gap::latest(shown.table, county, until, between.pair, base) else {
        return (g.unknown)(pair);
    };
    let name = |p: Period| period_name(shown.locale, p);
    let when = capitalise(&at_period(shown.locale, last));
    // The side is said in words.
    let write = |v: f64| said::distance(indicator, v, shown.locale);
    let (above, below) = sides(shown, between);
    let steps = |v: f64| shown::steps(v, indicator.decimals);
    let now_said = match steps(now.difference) {
        0.0 => (g.none_now)(&when, pair, g.county),
        s => {
            let side = match now.is_within() {
                true => uncertainty(shown.locale).within,
                false if s > 0.0 => above,
                false => below,
            };
            (g.now)(&when, pair, g.county, &write(now.difference), side)
        }
    };
    let mut parts = vec![now_said];
    let course =
        gap::course(shown.table, county, between.pair, base, &indicator.breaks, until, indicator.decimals);
    if let Some(course) = course {
        let then = match steps(course.first.difference) {
            0.0 => g.none.to_owned(),
            _ => write(course.first.difference),
        };
        let since = name(course.from);
        parts.push(match course.width {
            _ if course.turned => (g.turned)(&since, &then),
            SpreadChange::Grown => (g.grown)(&since, &then),
            SpreadChange::Shrunk => (g.shrunk)(&since, &then),
            SpreadChange::Same | SpreadChange::Unknown => (g.unchanged)(&since),
        });
        parts.push(counted(shown, between, course.from, course.to));
    }
    let members = gap::per_area(shown.table, shown.data.regions().members(), last, between.pair, base);
    let known = members.iter().flatten();
    let within = known.clone().filter(|gap| gap.is_within()).count();
    if within > 0 {
        let count = |n| count_word(shown.locale, n);
        parts.push((uncertainty(shown.locale).gaps)(&count(within), &count(known.count())));
    }
    said::sentences(&parts)
}

/// In how many municipalities the gap has grown, shrunk and stood still between two periods;
/// empty where fewer than two can be compared.
fn counted(shown: &Shown<'_>, between: Between, from: Period, to: Period) -> String {
    let mut counts = [0, 0, 0];
    let mut turned = false;
    let [grown, shrunk, same] = &mut counts;
    let value = |area, p| {
        let found = gap::gap(shown.table, area, p, between.pair, Group::default());
        found.ok().map(|gap| (p, gap))
    };
    for &area in shown.data.regions().members() {
        if let (Some(then), Some(now)) = (value(area, from), value(area, to)) {
            let course = gap::Course::between(then, now, shown.indicator().decimals);
            turned |= course.turned;
            match course.width {
                _ if course.turned => *shrunk += 1,
                SpreadChange::Grown => *grown += 1,
                SpreadChange::Shrunk => *shrunk += 1,
                SpreadChange::Same | SpreadChange::Unknown => *same += 1,
            }
        }
    }
    if counts.iter().sum::<usize>() < 2 {
        return String::new();
    }
    (gaps(shown.locale).counted)(counts, turned, &period_name(shown.locale, from))
}

/// The chart's numbers: an area a row, a period a column.
pub fn grid(shown: &Shown<'_>, between: Between) -> Grid {
    let periods = periods(shown, between);
    let write = |v: f64| signed(shown.locale, v, shown.indicator().decimals);
    let row = |area: AreaId| GridRow {
        key: Some(Key::Area(area)),
        name: shown.name(area),
        cells: periods.iter().map(|&p| entry(between.gap(shown, area, p), shown.locale, &write)).collect(),
    };
    Grid {
        head: words(shown.locale).area_word.to_owned(),
        columns: periods.iter().map(|p| (gaps(shown.locale).column)(&p.to_string())).collect(),
        rows: areas(shown, between, &periods).into_iter().map(row).collect(),
    }
}
