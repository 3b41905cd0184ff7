//! The map's classes and colours.

use crate::analysis::classify::{Classes, Method, Request, classify};
use crate::analysis::gap::Pair;
use crate::base::{
    color::{Color, Theme},
    id::AreaId,
    locale::{Locale, signed},
    period::Period,
};
use crate::model::{Cell, Direction, Missing};
use crate::view::{
    chart::histogram::{Class, Histogram},
    map::choropleth::Area,
    words::{figures::figures, legend::legend as legend_words, words},
};

use super::{Reading, Shown, gaps::Between};

/// Classes over all periods, so that a colour means the same in every year; or of `only` one, so that
/// its areas are told apart.
pub fn classes(shown: &Shown<'_>, method: Method, count: usize, only: Option<Period>) -> Option<Classes> {
    let periods = || shown.table.periods().iter().filter(|&&p| only.is_none_or(|o| o == p));
    let cells = |area: AreaId| periods().filter_map(move |&p| shown.reading.cell(shown.table, area, p).ok());
    let values: Vec<f64> = shown.areas().iter().flat_map(|&a| cells(a)).map(|v| v.get()).collect();
    // A difference has a natural middle: none.
    let (method, centre) = match shown.reading {
        Reading::Both { .. } => (Method::Diverging, Some(0.0)),
        Reading::One(_) => (method, centre(shown)),
    };
    let found =
        classify(&values, &Request { method, classes: count, decimals: shown.indicator().decimals, centre });
    found.map(|c| facing(shown.indicator().direction, c))
}

/// The classes with the wanted side in the colour that the wanted side has everywhere.
pub(super) fn facing(wanted: Direction, classes: Classes) -> Classes {
    if wanted == Direction::Down { classes.turned() } else { classes }
}

/// What the sides of a two-sided scale mean: which of them is wanted.
pub(super) fn wanted(direction: Direction, locale: Locale) -> [&'static str; 2] {
    let wanted = legend_words(locale).wanted;
    match direction {
        Direction::Up => ["", wanted],
        Direction::Down => [wanted, ""],
        Direction::None => ["", ""],
    }
}

/// What is said of a class of the legend: its bounds, the areas in it, and what its side of the scale means.
pub fn class_told(legend: &Histogram, n: usize, areas: &str, locale: Locale) -> String {
    let words = legend_words(locale);
    let Some(class) = legend.classes.get(n) else { return String::new() };
    let areas = if areas.is_empty() { words.nobody } else { areas };
    let bounds = [legend.format.bare(class.from, locale), legend.format.value(class.to, locale)];
    let told = (words.class)(&bounds[0], &bounds[1], areas);
    match legend.side_of(class) {
        "" => told,
        side => [&*told, ". ", side].concat(),
    }
}

/// The county's latest value.
fn centre(shown: &Shown<'_>) -> Option<f64> {
    let Reading::One(group) = shown.reading else { return None };
    if shown.is_amount() {
        return None;
    }
    let county = shown.data.regions().county();
    let latest = shown.table.latest(&[county], group)?;
    shown.table.get(county, latest, group).ok().map(|v| v.get())
}

/// The colour of a value.
pub fn color(classes: &Classes, value: f64, theme: &Theme) -> Color {
    ramp(classes, classes.position_of(value), theme)
}

/// The colour of any value, as [`color`] gives it: those of classes are mixed once for all values.
pub fn colors<'a>(classes: &'a Classes, theme: &'a Theme) -> impl Fn(f64) -> Color + use<'a> {
    let mixed: Vec<Color> = match classes.method {
        Method::Continuous => Vec::new(),
        _ => classes.positions.iter().map(|&at| ramp(classes, at, theme)).collect(),
    };
    move |value| match mixed.get(classes.class_of(value)) {
        Some(color) if !classes.is_middle(value) => *color,
        _ => color(classes, value, theme),
    }
}

fn ramp(classes: &Classes, position: f64, theme: &Theme) -> Color {
    if classes.method.is_two_sided() { theme.ramp_diverging(position) } else { theme.ramp(position) }
}

/// The areas as the map shows them in one period.
pub fn areas(shown: &Shown<'_>, classes: Option<&Classes>, period: Period, theme: &Theme) -> Vec<Area> {
    let color = classes.map(|c| colors(c, theme));
    let area = |&area: &AreaId| {
        let cell = shown.reading.cell(shown.table, area, period);
        let value = match (cell, shown.reading) {
            (Ok(v), Reading::One(_)) => shown.format().bare(v.get(), shown.locale),
            (Ok(v), Reading::Both { .. }) => signed(shown.locale, v.get(), shown.indicator().decimals),
            (Err(_), _) => String::new(),
        };
        let fill = cell.and_then(|v| color.as_ref().map(|c| c(v.get())).ok_or(Missing::NotAvailable));
        let selected = shown.pinned.iter().position(|&p| p == area);
        Area { area, fill, value, selected }
    };
    shown.areas().iter().map(area).collect()
}

/// The widest value the map will ever write below a name, so that labels need not move.
pub fn widest(shown: &Shown<'_>) -> String {
    let cells = |area: &AreaId| {
        let area = *area;
        shown.table.periods().iter().filter_map(move |&p| shown.reading.cell(shown.table, area, p).ok())
    };
    let write = |v: f64| match shown.reading {
        Reading::One(_) => shown.format().bare(v, shown.locale),
        Reading::Both { .. } => signed(shown.locale, v, shown.indicator().decimals),
    };
    let texts = shown.areas().iter().flat_map(|a| cells(a).collect::<Vec<_>>()).map(|v| write(v.get()));
    texts.max_by_key(|t| t.chars().count()).unwrap_or_default()
}

/// The legend for one period: the classes with how many areas are in each, the values as ticks.
pub fn legend(shown: &Shown<'_>, classes: &Classes, period: Period, theme: &Theme) -> Histogram {
    let (w, f) = (words(shown.locale), figures(shown.locale));
    let cells: Vec<Cell> =
        shown.areas().iter().map(|&a| shown.reading.cell(shown.table, a, period)).collect();
    let values: Vec<f64> = cells.iter().flatten().map(|v| v.get()).collect();
    let class: Vec<usize> = values.iter().map(|v| classes.class_of(*v)).collect();
    let count = |n: usize| class.iter().filter(|c| **c == n).count();
    let steps = classes.bounds.windows(2).enumerate().filter_map(|(n, pair)| match pair {
        [from, to] => Some(Class {
            from: *from,
            to: *to,
            color: color(classes, (from + to) / 2.0, theme),
            count: count(n),
        }),
        _ => None,
    });
    let mut reasons: Vec<Missing> = cells.iter().filter_map(|c| c.as_ref().err().copied()).collect();
    crate::base::order::sort_by(&mut reasons, &mut |a, b| a.cmp(b));
    reasons.dedup();
    let middle = classes.centre.map(|at| {
        let name = match (shown.reading, classes.method) {
            (Reading::Both { .. }, _) => f.equal,
            (_, Method::Diverging) => w.county,
            _ => w.mean,
        };
        (at, name.to_owned())
    });
    let sides = match shown.reading {
        Reading::Both { .. } => {
            let (above, below) = super::gaps::sides(shown, Between::new(Pair::Sexes));
            [below, above]
        }
        Reading::One(_) if classes.method.is_two_sided() => wanted(shown.indicator().direction, shown.locale),
        Reading::One(_) => ["", ""],
    };
    Histogram {
        classes: steps.collect(),
        values,
        middle,
        sides,
        missing: reasons.into_iter().map(|r| (Some(r), (w.missing)(r).to_owned())).collect(),
        // A difference of shares is no share.
        format: match shown.reading {
            Reading::Both { .. } => super::gaps::format(shown),
            Reading::One(_) => shown.format(),
        },
    }
}
