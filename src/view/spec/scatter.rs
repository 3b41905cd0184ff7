//! Two indicators over the municipalities: what is drawn, said and listed.

use crate::analysis::{
    association::{Association, association},
    derive,
    line::Line,
    series::start,
    weigh::weights,
};
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::{Locale, list, number, signed},
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Dataset, Group, Indicator, Level, Missing, Table};
use crate::view::{
    chart::scatter::{Axis, Dot, Scatter, Step},
    look::Format,
    scene::Key,
    words::{
        at_period,
        matrix::matrix as matrix_words,
        people, period_name, period_short,
        scatter::{Strength, scatter as words_of},
        words,
    },
};

use super::{
    Shown,
    compared::decimals_for,
    grid::{self, Grid, GridRow},
    said,
};

/// Fewest areas with both values that are drawn.
const FEWEST: usize = 3;

/// From here on, by both coefficients, there is some association; from the second on a clear one
/// (Mukaka, “A guide to appropriate use of correlation coefficient in medical research”, 2012:
/// below 0.5 low, from 0.7 high).
const SOME: [f64; 2] = [0.5, 0.7];

/// Amounts are compared per so many inhabitants.
const PER: f64 = 1000.0;

/// One of the two indicators, as it is compared: amounts per thousand inhabitants.
struct Side<'a> {
    indicator: &'a Indicator,
    table: &'a Table,
    group: Group,
    /// Whom amounts are divided by; `None` where values stand as they are published.
    people: Option<&'a Table>,
    period: Period,
    decimals: u8,
}

impl<'a> Side<'a> {
    fn new(data: &'a Dataset, id: IndicatorId, group: Group, wanted: Period) -> Option<Self> {
        let (indicator, table) = (data.indicator(id), data.table(id)?);
        let group = if table.groups().contains(&group) { group } else { table.default_group() };
        let members = data.regions().members();
        let divided = indicator.unit.kind == UnitKind::Amount && data.weights() != Some(id);
        let people = data.weights().filter(|_| divided).and_then(|w| data.table(w)).map(|t| &**t);
        let mut side = Self { indicator, table, group, people, period: wanted, decimals: indicator.decimals };
        side.period = side.nearest(members, wanted)?;
        if people.is_some() {
            let mut largest = 0.0_f64;
            for cell in side.cells(members, side.period).iter().flatten() {
                largest = largest.max(cell.get().abs());
            }
            side.decimals = decimals_for(largest);
        }
        Some(side)
    }

    fn cell(&self, area: AreaId, period: Period) -> Cell {
        let cell = self.table.get(area, period, self.group);
        let Some(people) = self.people else { return cell };
        derive::per_inhabitant(cell, people.get(area, period, Group::default()), PER)
    }

    fn cells(&self, areas: &[AreaId], period: Period) -> Vec<Cell> {
        areas.iter().map(|&a| self.cell(a, period)).collect()
    }

    /// The period asked for where at least three quarters as many areas as ever have a value, else
    /// the nearest such one, the earlier of two.
    fn nearest(&self, areas: &[AreaId], wanted: Period) -> Option<Period> {
        let held = |p: Period| areas.iter().filter(|&&a| self.cell(a, p).is_ok()).count();
        let counts: Vec<(Period, usize)> = self.table.periods().iter().map(|&p| (p, held(p))).collect();
        let most = counts.iter().map(|c| c.1).max().filter(|n| *n >= FEWEST)?;
        let mut found: Option<(f64, Period)> = None;
        for (period, count) in counts {
            let away = (period.position() - wanted.position()).abs();
            if count * 4 >= most * 3 && found.is_none_or(|f| away < f.0) {
                found = Some((away, period));
            }
        }
        found.map(|f| f.1)
    }

    fn title(&self, locale: Locale) -> String {
        let title = self.indicator.title.get(locale);
        let title = if self.people.is_some() {
            (matrix_words(locale).per_inhabitant)(title)
        } else {
            title.to_owned()
        };
        match people(locale, self.group) {
            Some(whom) => format!("{title}, {whom}"),
            None => title,
        }
    }

    /// Name and period: “Arbetslöshet 2022”.
    fn name(&self, locale: Locale) -> String {
        format!("{} {}", self.title(locale), period_short(locale, self.period))
    }

    fn format(&self, locale: Locale) -> Format {
        let own = super::format(self.indicator, locale);
        if self.people.is_none() {
            return own;
        }
        let short = (matrix_words(locale).per_thousand)(&own.short);
        Format { decimals: self.decimals, kind: UnitKind::Number, short }
    }

    fn write(&self, value: f64, locale: Locale) -> String {
        self.format(locale).value(value, locale)
    }

    /// The county's value; none for sizes, beside which the county is no level.
    fn county(&self, data: &Dataset) -> Option<f64> {
        if self.indicator.unit.kind == UnitKind::Amount && self.people.is_none() {
            return None;
        }
        self.cell(data.regions().county(), self.period).ok().map(|v| v.get())
    }

    /// Lowest and highest value of any municipality and the county, now or in any period.
    fn extent(&self, data: &Dataset, ever: bool) -> (f64, f64) {
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut take = |v: f64| (low, high) = (low.min(v), high.max(v));
        for &period in self.table.periods().iter().filter(|p| ever || **p == self.period) {
            for cell in self.cells(data.regions().members(), period).iter().flatten() {
                take(cell.get());
            }
        }
        self.county(data).into_iter().for_each(take);
        (low, high)
    }
}

/// Both sides: the other indicator along, the shown one up; and what they have to do with each other.
struct Pair<'a> {
    along: Side<'a>,
    up: Side<'a>,
    found: Association,
}

fn pair<'a>(shown: &Shown<'a>, other: IndicatorId, wanted: Option<Period>) -> Option<Pair<'a>> {
    if shown.level() != Level::Municipality {
        return None;
    }
    let wanted = shown.period(wanted)?;
    let up = Side::new(shown.data, shown.id, shown.lead(), wanted)?;
    let along = Side::new(shown.data, other, shown.lead(), up.period)?;
    let members = shown.data.regions().members();
    let found = association(&along.cells(members, along.period), &up.cells(members, up.period));
    (found.n >= FEWEST).then_some(Pair { along, up, found })
}

/// The indicators that this one can be held against: those that are not known to lack values for
/// municipalities.
pub fn others(shown: &Shown<'_>) -> Vec<IndicatorId> {
    let members = shown.data.regions().members();
    let fits = |id: &IndicatorId| {
        let held = |t: &Table| {
            let group = t.default_group();
            t.periods()
                .iter()
                .any(|&p| members.iter().filter(|&&a| t.get(a, p, group).is_ok()).count() >= FEWEST)
        };
        *id != shown.id && shown.data.table(*id).is_none_or(|t| held(t))
    };
    shown.data.ids().filter(fits).collect()
}

/// The other indicator: the chosen one, else one of the same focus area, of another priority within
/// it where there is one, so that the two are not nearly the same figure. `None` where this one
/// cannot be compared at all.
pub fn other(shown: &Shown<'_>, chosen: Option<IndicatorId>) -> Option<IndicatorId> {
    let all = others(shown);
    if shown.level() != Level::Municipality || shown.areas().len() < FEWEST {
        return None;
    }
    let own = shown.indicator();
    let of = |id: &&IndicatorId| shown.data.indicator(**id);
    let same = |id: &&IndicatorId| of(id).focus_area == own.focus_area;
    let apart = |id: &&IndicatorId| same(id) && of(id).priority_area != own.priority_area;
    let found = all.iter().find(|id| Some(**id) == chosen);
    found.or_else(|| all.iter().find(apart)).or_else(|| all.iter().find(same)).or(all.first()).copied()
}

/// The picture; `None` while the other's values are not there, or too few areas have both.
pub fn scatter(
    shown: &Shown<'_>,
    other: IndicatorId,
    period: Option<Period>,
    trails: bool,
) -> Option<Scatter> {
    let Pair { along, up, found } = pair(shown, other, period)?;
    let (data, locale) = (shown.data, shown.locale);
    let w = words_of(locale);
    let members = data.regions().members();
    let people = data.weights().and_then(|id| data.table(id));
    let people = people.and_then(|t| weights(t, members, up.period, Group::default()));
    let count = |at: usize| people.as_ref().and_then(|p| Some(p.cells.get(at)?.ok()?.get()));
    let most = (0..members.len()).filter_map(count).fold(0.0, f64::max);
    let mut dots = Vec::new();
    for (at, &area) in members.iter().enumerate() {
        let (Ok(x), Ok(y)) = (along.cell(area, along.period), up.cell(area, up.period)) else { continue };
        let mut said = vec![
            shown.name(area),
            // The value first: a long name may be cut.
            format!("{} {}", up.write(y.get(), locale), up.name(locale)),
            format!("{} {}", along.write(x.get(), locale), along.name(locale)),
        ];
        if let (Some(n), Some(people)) = (count(at), people.as_ref()) {
            said.push((w.population)(&people.period.to_string(), &number(locale, n, 0)));
        }
        dots.push(Dot {
            area,
            name: shown.name(area),
            role: shown.role(area),
            at: (x.get(), y.get()),
            size: count(at).filter(|_| most > 0.0).map(|n| n / most),
            apart: found.outliers.contains(&at),
            trail: trail(&along, &up, area),
            said,
        });
    }
    let axis = |side: &Side<'_>| Axis {
        name: side.name(locale),
        format: side.format(locale),
        extent: side.extent(data, trails),
        county: side.county(data),
    };
    Some(Scatter {
        line: found.line.ok().map(|line| ends(&line, &dots)),
        axes: [axis(&along), axis(&up)],
        county: words(locale).county.to_owned(),
        trails,
        note: (w.note)(people.is_some(), trails),
        title: (w.title)(&up.title(locale), &along.title(locale)),
        desc: String::new(),
        dots,
    })
}

/// The areas of the picture in reading order, each with what is read aloud of it.
pub fn read_aloud(shown: &Shown<'_>, other: IndicatorId, period: Option<Period>) -> Vec<(AreaId, String)> {
    let spec = scatter(shown, other, period, false);
    let dots = spec.map(|s| s.dots).unwrap_or_default();
    dots.into_iter().map(|dot| (dot.area, dot.said.join(", "))).collect()
}

/// Both ends of the line over the dots.
fn ends(line: &Line, dots: &[Dot]) -> [(f64, f64); 2] {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for dot in dots {
        (low, high) = (low.min(dot.at.0), high.max(dot.at.0));
    }
    [low, high].map(|x| (x, line.at(x)))
}

/// The area's way: the periods up to the one shown in which both have a value, broken where either
/// series is.
fn trail(along: &Side<'_>, up: &Side<'_>, area: AreaId) -> Vec<Vec<Step>> {
    let mut runs: Vec<Vec<Step>> = Vec::new();
    let mut series = None;
    for &period in up.table.periods().iter().filter(|p| **p <= up.period) {
        let now = (start(&along.indicator.breaks, period), start(&up.indicator.breaks, period));
        let (Ok(x), Ok(y)) = (along.cell(area, period), up.cell(area, period)) else { continue };
        let step = Step { period, at: (x.get(), y.get()) };
        match runs.last_mut() {
            Some(run) if series == Some(now) => run.push(step),
            _ => runs.push(vec![step]),
        }
        series = Some(now);
    }
    runs
}

/// The picture in words: how the two go together, by what measure, what to mind; or why nothing can
/// be said. Association, never cause.
pub fn told(shown: &Shown<'_>, other: IndicatorId, period: Option<Period>) -> String {
    let locale = shown.locale;
    let w = words_of(locale);
    let Some(Pair { along, up, found }) = pair(shown, other, period) else {
        return w.too_few.to_owned();
    };
    let (Ok(pearson), Ok(spearman)) = (found.pearson, found.spearman) else {
        return w.all_equal.to_owned();
    };
    let (x, y) = (along.title(locale), up.title(locale));
    let least = pearson.abs().min(spearman.abs());
    let [some, clear] = SOME;
    let strength = match least {
        _ if found.few => Strength::Unsaid,
        _ if (pearson < 0.0) != (spearman < 0.0) || least < some => Strength::None,
        least if least < clear => Strength::Some,
        _ => Strength::Clear,
    };
    let mut parts = vec![(w.told)(&at_period(locale, up.period), &x, &y, strength, pearson > 0.0)];
    if along.period != up.period {
        let name = |side: &Side<'_>| period_name(locale, side.period);
        parts.push((w.periods)(&y, &name(&up), &x, &name(&along)));
    }
    let write = |v: f64| number(locale, v, 2);
    parts.push((w.numbers)(&write(pearson), &write(spearman), found.n));
    if found.few {
        parts.push(w.few.to_owned());
    }
    let members = shown.data.regions().members();
    let names: Vec<String> =
        found.outliers.iter().filter_map(|&at| members.get(at)).map(|&a| shown.name(a)).collect();
    if !names.is_empty() {
        parts.push((w.apart)(&list(locale, &names.iter().map(String::as_str).collect::<Vec<_>>())));
    }
    if found.missing > 0 {
        parts.push((w.missing)(found.missing));
    }
    parts.push(w.cause.to_owned());
    said::sentences(&parts)
}

/// The numbers: an area a row; both values, and how far the area lies above or below the line.
pub fn grid(shown: &Shown<'_>, other: IndicatorId, period: Option<Period>) -> Option<Grid> {
    let Pair { along, up, found } = pair(shown, other, period)?;
    let (data, locale) = (shown.data, shown.locale);
    let line = found.line.ok();
    let mut areas = data.regions().members().to_vec();
    areas.push(data.regions().county());
    let mut rows = Vec::new();
    for area in areas {
        let inner = area != data.regions().county();
        let cell = |side: &Side<'_>| match side.cell(area, side.period) {
            // Beside a size the county is no level.
            Ok(_) if !inner && side.county(data).is_none() => Err(Missing::NotApplicable),
            cell => cell,
        };
        let (x, y) = (cell(&along), cell(&up));
        let off = match (line, x, y) {
            (Some(line), Ok(x), Ok(y)) if inner => Some(y.get() - line.at(x.get())),
            _ => None,
        };
        let cells = vec![
            grid::entry(y, locale, &|v| up.write(v, locale)),
            grid::entry(x, locale, &|v| along.write(v, locale)),
            grid::computed(off, &|v| signed(locale, v, up.decimals)),
        ];
        rows.push(GridRow { key: Some(Key::Area(area)), name: shown.name(area), cells });
    }
    Some(Grid {
        head: words(locale).area_word.to_owned(),
        columns: vec![up.name(locale), along.name(locale), words_of(locale).off_line.to_owned()],
        rows,
    })
}

/// The indicators of a picture as it is: this one, the other, and the population where it counts.
pub fn inputs(shown: &Shown<'_>, other: IndicatorId) -> Vec<IndicatorId> {
    let mut all = vec![shown.id, other];
    all.extend(shown.data.weights().filter(|w| !all.contains(w)));
    all
}
