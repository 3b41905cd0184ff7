//! A panel per area: what each shows, said and as numbers.

use crate::base::{geom::Point, id::AreaId, locale::number, period::Period};
use crate::model::{Missing, Sex, shape::Shapes};
use crate::view::{
    chart::multiples::{
        Multiples, Panel, Tile,
        tiles::{AREAS, tiles},
    },
    words::{multiples::multiples as told_words, words},
};

use super::{
    Reading, Shown,
    change::{Span, told as told_change, usual},
    said,
};

/// The picture; with women and men shown, of everybody where that is published. As a tile map
/// `None` where the areas have no borders or are too few or too many. `None` without values.
pub fn multiples(shown: &Shown<'_>, as_tiles: bool, desc: String) -> Option<Multiples> {
    let places = if as_tiles { tiles_of(shown)? } else { Vec::new() };
    let w = told_words(shown.locale);
    let group = shown.lead();
    let mut framed = shown.areas().to_vec();
    let county = shown.data.regions().county();
    let with_county = !shown.is_amount() && !framed.contains(&county);
    if with_county {
        framed.push(county);
    }
    let periods = shown.table.periods_with(&framed, group);
    let values = |area: AreaId| -> Vec<Option<f64>> {
        periods.iter().map(|&p| shown.table.get(area, p, group).ok().map(|v| v.get())).collect()
    };
    let mut order: Vec<usize> = (0..shown.areas().len()).collect();
    if as_tiles {
        // Read as a map is: row by row from the north-west.
        crate::base::order::sort_by(&mut order, &mut |a, b| {
            let key = |i: usize| places.get(i).map(|t| (t.1, t.0));
            key(*a).cmp(&key(*b))
        });
    }
    let mut panels = Vec::new();
    let mut tiles = Vec::new();
    for at in order {
        let Some(&area) = shown.areas().get(at) else { continue };
        let last = periods.last().map_or(Err(Missing::NotAvailable), |&p| shown.table.get(area, p, group));
        panels.push(Panel {
            area,
            name: shown.name(area),
            role: shown.role(area),
            values: values(area),
            missing: last.err().map_or_else(String::new, |r| (words(shown.locale).missing)(r).to_owned()),
        });
        tiles.extend(places.get(at));
    }
    if panels.iter().all(|p| p.values.iter().flatten().next().is_none()) {
        return None;
    }
    let (first, last) = (periods.first()?, periods.last()?);
    let breaks =
        shown.indicator().breaks.iter().map(|b| b.period).filter(|b| b > first && b <= last).collect();
    let county = if with_county { values(county) } else { Vec::new() };
    let has_county = county.iter().flatten().next().is_some();
    let keys = [
        (w.own)(shown.level()).to_owned(),
        if has_county { shown.name(shown.data.regions().county()) } else { String::new() },
        (w.others)(shown.level()).to_owned(),
    ];
    Some(Multiples {
        scale: scale(shown, &panels, &county, *first, *last),
        panels,
        tiles,
        county,
        breaks,
        format: shown.format(),
        keys,
        title: (w.title)(shown.indicator().title.get(shown.locale), whom(shown), as_tiles),
        desc,
        periods,
    })
}

/// Whether the shown areas can be tiles: they have borders and are neither too few nor too many.
pub fn has_tiles(shown: &Shown<'_>) -> bool {
    let areas = shown.areas();
    let borders = |shapes: &Shapes| areas.iter().all(|&a| shapes.of(a).is_some());
    AREAS.contains(&areas.len()) && shown.data.shapes().is_some_and(borders)
}

/// A tile for each of the shown areas, by where their names stand on the map; `None` unless it
/// [`has_tiles`].
pub fn tiles_of(shown: &Shown<'_>) -> Option<Vec<Tile>> {
    if !has_tiles(shown) {
        return None;
    }
    let shapes = shown.data.shapes()?;
    let areas = shown.areas();
    let (mut positions, mut borders) = (Vec::new(), Vec::new());
    for (at, &area) in areas.iter().enumerate() {
        let shape = shapes.of(area)?;
        positions.push(Point::new(shape.label.x, -shape.label.y));
        for neighbour in &shape.neighbours {
            borders.extend(areas.iter().position(|a| a == neighbour).filter(|b| at < *b).map(|b| (at, b)));
        }
    }
    tiles(&positions, &borders)
}

/// Whom the values are about, where that is not what the page shows elsewhere.
fn whom(shown: &Shown<'_>) -> &'static str {
    let w = words(shown.locale);
    match (shown.reading, shown.lead().sex) {
        (Reading::One(_), _) => "",
        (_, Sex::Women) => w.women,
        (_, Sex::Men) => w.men,
        (_, Sex::Total) => w.everybody,
    }
}

/// The span of all values in words, for panels without axes.
fn scale(shown: &Shown<'_>, panels: &[Panel], county: &[Option<f64>], first: Period, last: Period) -> String {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for values in panels.iter().map(|p| p.values.as_slice()).chain([county]) {
        for v in values.iter().flatten() {
            low = low.min(*v);
            high = high.max(*v);
        }
    }
    let format = shown.format();
    let (low, high) = (number(shown.locale, low, format.decimals), format.value(high, shown.locale));
    (told_words(shown.locale).scale)(&low, &high, &first.to_string(), &last.to_string())
}

/// The latest period up to `until` with values, and what it is compared with, or where that is nothing, the
/// first with values.
pub fn span(shown: &Shown<'_>, until: Period) -> Option<Span> {
    let mut periods = shown.table.periods_with(shown.areas(), shown.lead());
    periods.retain(|p| *p <= until);
    let to = periods.last().copied()?;
    let from = shown.since(to).or(periods.first().copied())?;
    (from < to && shown.table.is_apart(from, to)).then_some(Span { from, to })
}

/// In how many areas the value rose and fell up to `until`, and where most, as the change of the whole page is told.
pub fn told(shown: &Shown<'_>, as_tiles: bool, until: Period) -> String {
    let w = told_words(shown.locale);
    let mut parts = vec![match span(shown, until) {
        Some(span) => told_change(shown, span, usual(shown)),
        None => w.unknown.to_owned(),
    }];
    if as_tiles {
        parts.push((w.tiles)(shown.level()).to_owned());
    }
    said::sentences(&parts)
}
