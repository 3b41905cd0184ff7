//! The spread between municipalities over time: what is drawn, said and listed.

use crate::analysis::{
    convergence::{Convergence, Verdict},
    differences::converging,
    dispersion::Measure,
    moments::{Moment, Setting, moment},
    scope::Scope,
    series::comparable,
    spread,
};
use crate::base::{
    id::AreaId,
    locale::{capitalise, number},
    period::Period,
    unit::UnitKind,
};
use crate::model::Level;
use crate::view::{
    chart::spread::{Area, Below, Column, Spread},
    look::Format,
    scene::Key,
    words::{at_period, spread::spread as words_of, words},
};

use super::{
    Shown,
    differences::relatively,
    gaps,
    grid::{self, Grid, GridRow},
    said, told,
};

/// Fewest areas with a value that have a spread.
const FEWEST: usize = 3;

/// Which measure stands below the chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Chosen {
    /// The measure.
    pub measure: Measure,
    /// Whether areas count by their inhabitants.
    pub weighted: bool,
}

impl Default for Chosen {
    /// The standard deviation, every area counting the same.
    fn default() -> Self {
        Self { measure: Measure::Sd, weighted: false }
    }
}

/// The measures' words in addresses.
pub const CODES: &[(&str, Measure)] = &[
    ("range", Measure::Range),
    ("ratio", Measure::Ratio),
    ("percentiles", Measure::Percentiles),
    ("sd", Measure::Sd),
    ("cv", Measure::Cv),
    ("mean-deviation", Measure::MeanDeviation),
    ("disparity", Measure::Disparity),
    ("gini", Measure::Gini),
    ("theil", Measure::Theil),
    ("mld", Measure::Mld),
];

/// The chart of the group in the lead: every area, median, weighted mean and one measure. `None`
/// where no area has a value.
pub fn spread(shown: &Shown<'_>, chosen: Chosen, desc: String) -> Option<Spread> {
    let w = words_of(shown.locale);
    let group = shown.lead();
    let areas = shown.areas();
    let periods = shown.table.periods_with(areas, group);
    let (first, last) = (periods.first().copied()?, periods.last().copied()?);
    let columns = columns(shown, &periods, chosen);
    let described = |&area: &AreaId| Area { area, name: shown.name(area), role: shown.role(area) };
    let indicator = shown.indicator();
    let mut breaks = Vec::new();
    for b in indicator.breaks.iter().filter(|b| b.period > first && b.period <= last) {
        breaks.push((b.period, b.text.get(shown.locale).to_owned()));
    }
    Some(Spread {
        areas: areas.iter().map(described).collect(),
        breaks,
        names: [w.median.to_owned(), w.weighted.to_owned()],
        below: Below { name: measure_name(shown, chosen), format: written(shown, chosen.measure, &columns) },
        columns,
        format: shown.format(),
        title: (w.title)(indicator.title.get(shown.locale), shown.level()),
        desc,
    })
}

/// The measure's name: “Standardavvikelse, vägt med folkmängd”.
pub fn measure_name(shown: &Shown<'_>, chosen: Chosen) -> String {
    let w = words_of(shown.locale);
    let name = (w.measure)(chosen.measure);
    if chosen.weighted { (w.by_inhabitants)(name) } else { name.to_owned() }
}

/// How the measure is written: with at least one decimal, as areas are less far apart than their
/// values are large; shares differ by percentage points; parts of the mean or the county are per cent.
fn written(shown: &Shown<'_>, measure: Measure, columns: &[Column]) -> Format {
    let number = |decimals| Format { decimals, kind: UnitKind::Number, short: String::new() };
    match measure {
        Measure::Cv | Measure::Disparity => Format { kind: UnitKind::Percent, ..number(1) },
        Measure::Ratio | Measure::Percentiles => number(2),
        Measure::Gini | Measure::Theil | Measure::Mld => number(3),
        Measure::Range => gaps::format(shown),
        Measure::Sd | Measure::MeanDeviation => {
            let format = gaps::format(shown);
            let largest = columns.iter().filter_map(|c| c.measure).fold(0.0, f64::max);
            Format { decimals: finer(format.decimals, largest), ..format }
        }
    }
}

/// At least one decimal, unless what is written is large.
fn finer(decimals: u8, largest: f64) -> u8 {
    if largest < 100.0 { decimals.max(1) } else { decimals }
}

/// The same as it is computed.
fn scale(measure: Measure) -> f64 {
    if matches!(measure, Measure::Cv | Measure::Disparity) { 100.0 } else { 1.0 }
}

/// Each period's values and measures. Measures are of periods in which at least three quarters as
/// many areas as ever have a value, so that they are of about the same areas.
fn columns(shown: &Shown<'_>, periods: &[Period], chosen: Chosen) -> Vec<Column> {
    let mut out = Vec::new();
    for (&period, found) in periods.iter().zip(moments(shown, periods)) {
        // Inhabitants of another year are no weights of this one.
        let own = found.filter(|m| m.weighed == Some(period));
        out.push(Column {
            period,
            values: shown
                .table
                .slice(shown.areas(), period, shown.lead())
                .iter()
                .map(|c| c.ok().map(|v| v.get()))
                .collect(),
            median: found.map(|m| m.median),
            weighted: own.and_then(|m| m.weighted_mean).filter(|_| !shown.is_amount()),
            measure: measured(found, period, chosen),
        });
    }
    out
}

/// The measure of one period, as it is written.
fn measured(found: Option<Moment>, period: Period, chosen: Chosen) -> Option<f64> {
    let found = found.filter(|m| !chosen.weighted || m.weighed == Some(period))?;
    found.dispersion.get(chosen.measure, chosen.weighted).ok().map(|v| v * scale(chosen.measure))
}

/// What measures are made from, period by period; `None` where too few areas have a value.
fn moments(shown: &Shown<'_>, periods: &[Period]) -> Vec<Option<Moment>> {
    let setting = Setting {
        // Counties have no inhabitants of their own in the bundle's frame of municipalities.
        population: (shown.level() == Level::Municipality).then(|| population(shown)).flatten(),
        is_amount: shown.is_amount(),
    };
    let mut moments: Vec<Option<Moment>> = Vec::new();
    for &period in periods {
        let members = Scope::of_members(shown.data.regions(), shown.indicator(), shown.lead(), period);
        moments.push(moment(shown.table, &Scope { areas: shown.areas(), ..members }, &setting, period));
    }
    let most = moments.iter().flatten().map(|m| m.dispersion.n).max().unwrap_or(0);
    for found in &mut moments {
        *found = found.filter(|m| m.dispersion.n >= FEWEST && m.dispersion.n * 4 >= most * 3);
    }
    moments
}

fn population<'a>(shown: &Shown<'a>) -> Option<&'a crate::model::Table> {
    Some(shown.data.table(shown.data.weights()?)?.as_ref())
}

/// The measures a reader may choose among: those that can be computed in some period.
pub fn measures(shown: &Shown<'_>) -> Vec<Chosen> {
    let periods = shown.table.periods_with(shown.areas(), shown.lead());
    let moments = moments(shown, &periods);
    let mut out = Vec::new();
    for measure in Measure::ALL {
        for weighted in [false, true] {
            let chosen = Chosen { measure, weighted };
            let mut all = periods.iter().zip(&moments);
            if (measure.is_weighable() || !weighted) && all.any(|(&p, &m)| measured(m, p, chosen).is_some()) {
                out.push(chosen);
            }
        }
    }
    out
}

/// The chosen measure where it can be computed for this indicator, else the usual one.
pub fn fitting(shown: &Shown<'_>, chosen: Chosen) -> Chosen {
    if chosen == Chosen::default() || measures(shown).contains(&chosen) { chosen } else { Chosen::default() }
}

/// The chart in words: who lies highest and lowest, what has happened to the differences since the
/// first comparable period, and the verdict or why there is none. `found` is about the same period.
pub fn told(shown: &Shown<'_>, period: Period, found: &Convergence) -> String {
    let w = words_of(shown.locale);
    let cells = shown.table.slice(shown.areas(), period, shown.lead());
    let Some(now) = spread::spread(&cells) else { return w.nothing.to_owned() };
    let write = |v: f64| said::value(shown.indicator(), v, shown.locale);
    let (low, high) = (now.ends.low, now.ends.high);
    let when = capitalise(&at_period(shown.locale, period));
    let [_, median, _] = now.quartiles;
    let mut parts = vec![if write(low.value) == write(high.value) {
        (w.alike)(&when, &write(high.value), shown.level())
    } else {
        let those = |value| shown.those(&cells, value);
        (w.now)(
            &when,
            &those(high.value),
            &write(high.value),
            &those(low.value),
            &write(low.value),
            &write(median),
        )
    }];
    if let ([first, .., last], false) = (found.sigma.as_slice(), shown.is_amount()) {
        let decimals = finer(shown.indicator().decimals, first.sd.max(last.sd));
        let distance = |v: f64| said::distance_with(shown.indicator(), v, decimals, shown.locale);
        let since = at_period(shown.locale, first.period);
        parts.push((w.moved)(&since, found.absolute, &distance(first.sd), &distance(last.sd)));
    }
    match found.verdict {
        Verdict::Judged { course, drift } => parts.extend([
            (w.verdict)(shown.level(), course, found.wanted, drift),
            relatively(found, shown.locale),
        ]),
        Verdict::CannotJudge(doubt) => parts.push((w.doubt)(shown.level(), doubt)),
    }
    said::sentences(&parts)
}

/// The chosen measure in the first period that has it and in the last one up to `period`; nothing for
/// the usual measure, which [`told`] speaks of.
pub fn told_measure(shown: &Shown<'_>, chosen: Chosen, period: Period) -> String {
    if chosen == Chosen::default() {
        return String::new();
    }
    let periods = shown.table.periods_with(shown.areas(), shown.lead());
    let columns = columns(shown, &periods, chosen);
    let format = written(shown, chosen.measure, &columns);
    let mut known = columns.iter().filter(|c| c.period <= period && c.measure.is_some());
    let Some(last) = known.next_back() else { return String::new() };
    let with = comparable(shown.table, &shown.indicator().breaks, last.period).collect::<Vec<_>>();
    let Some(first) = known.find(|c| with.contains(&c.period)) else { return String::new() };
    let write = |c: &Column| c.measure.map_or_else(String::new, |v| format.value(v, shown.locale));
    let at = |c: &Column| at_period(shown.locale, c.period);
    let name = measure_name(shown, chosen);
    (words_of(shown.locale).measured)(&name, &write(first), &at(first), &write(last), &at(last))
}

/// Whether the municipalities become more alike up to `period`: what [`told`] rests on.
pub fn convergence(shown: &Shown<'_>, period: Period) -> Convergence {
    let members = Scope::of_members(shown.data.regions(), shown.indicator(), shown.lead(), period);
    let scope = Scope { areas: shown.areas(), ..members };
    converging(shown.table, &scope, &told::known(shown))
}

/// The chart's numbers: an area a row, a period a column, then median, weighted mean and measure.
pub fn grid(shown: &Shown<'_>, chosen: Chosen) -> Grid {
    let w = words_of(shown.locale);
    let periods = shown.table.periods_with(shown.areas(), shown.lead());
    let columns = columns(shown, &periods, chosen);
    let bare = |v: f64| shown.format().bare(v, shown.locale);
    let mut rows = Vec::new();
    for &area in shown.areas() {
        let mut cells = Vec::new();
        for &p in &periods {
            cells.push(grid::entry(shown.table.get(area, p, shown.lead()), shown.locale, &bare));
        }
        rows.push(GridRow { key: Some(Key::Area(area)), name: shown.name(area), cells });
    }
    let format = written(shown, chosen.measure, &columns);
    let measured = |v: f64| number(shown.locale, v, format.decimals);
    let mut add = |name: &str, value: &dyn Fn(&Column) -> Option<f64>, write: &dyn Fn(f64) -> String| {
        let cells: Vec<_> = columns.iter().map(|c| grid::computed(value(c), write)).collect();
        if cells.iter().any(|c| !c.missing) {
            rows.push(GridRow { key: None, name: name.to_owned(), cells });
        }
    };
    add(w.median, &|c| c.median, &bare);
    add(w.weighted, &|c| c.weighted, &bare);
    add(&measure_name(shown, chosen), &|c| c.measure, &measured);
    Grid {
        head: words(shown.locale).area_word.to_owned(),
        columns: periods.iter().map(ToString::to_string).collect(),
        rows,
    }
}
