//! Indicators without their values: every reference resolved, every period read.

use crate::base::num::Finite;
use crate::base::order;
use crate::base::text::Text;
use crate::base::unit::{Unit, UnitKind};
use crate::bundle::format::{self, Bundle};
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, quoted};
use crate::model::indicator::{Annotation, Break, Source, Target, TargetLevel};
use crate::model::{Direction, Indicator, Regions};

use super::found::{self, Found};
use super::href;

pub(super) fn load(bundle: &Bundle, regions: &Regions, found: &mut Found) -> Vec<Indicator> {
    let path = &Path::At("indicators");
    let ids: Vec<&str> = bundle.indicators.iter().map(|i| i.id.as_str()).collect();
    found.unique(&ids, path, "id", "id");
    if ids.len() > usize::from(u16::MAX) {
        found.fail(Kind::TooLarge, path, "at most 65535 indicators", &ids.len().to_string());
    }
    for (id, unit) in bundle.units.entries() {
        found.text(&unit.label, &Path::At("units").member(id).member("label"));
    }
    let mut out = Vec::with_capacity(ids.len());
    for (i, indicator) in bundle.indicators.iter().enumerate() {
        out.push(one(indicator, &path.element(i), bundle, regions, found));
    }
    out
}

fn one(
    from: &format::Indicator,
    at: &Path<'_>,
    bundle: &Bundle,
    regions: &Regions,
    found: &mut Found,
) -> Indicator {
    if from.decimals > 3 {
        found.wrong(&at.member("decimals"), "0 to 3 decimals", &from.decimals.to_string());
    }
    let strategy = &bundle.strategy;
    let focus_area = from.focus_area.as_ref().map(|id| {
        let position = strategy.focus_areas.iter().position(|f| f.id == *id);
        position.unwrap_or_else(|| {
            found.unknown(&at.member("focusArea"), "the id of a focus area", id);
            0
        })
    });
    let priority_area = from.priority_area.as_ref().map(|id| {
        let position = strategy.priority_areas.iter().position(|p| p.id == *id);
        position.unwrap_or_else(|| {
            found.unknown(&at.member("priorityArea"), "the id of a priority area", id);
            0
        })
    });
    let mut caveats = Vec::with_capacity(from.caveats.len());
    for (i, caveat) in from.caveats.iter().enumerate() {
        caveats.push(found.text(caveat, &at.member("caveats").element(i)));
    }
    Indicator {
        id: found.slug(&from.id, &at.member("id")),
        title: found.text(&from.title, &at.member("title")),
        short: short(from, at, found),
        subject: found.text(&from.subject, &at.member("subject")),
        definition: found.text(&from.definition, &at.member("definition")),
        base: found.text(&from.base, &at.member("base")),
        unit: unit(bundle, &from.unit, &at.member("unit"), found),
        decimals: from.decimals,
        direction: direction(from.direction),
        focus_area,
        priority_area,
        target: from.target.as_ref().map(|t| target(t, &at.member("target"), found)),
        source: source(&from.source, &at.member("source"), found),
        window: from.window.filter(|&years| years > 1).unwrap_or_default(),
        breaks: breaks(&from.breaks, &at.member("breaks"), found),
        margin: super::margin::load(from, at, regions, found),
        caveats,
        annotations: annotations(&from.annotations, &at.member("annotations"), regions, found),
    }
}

/// The short name, in each language the title where there is none.
fn short(from: &format::Indicator, at: &Path<'_>, found: &mut Found) -> Text {
    let Some(short) = &from.short else { return found::optional(&from.title) };
    let mut short = found.text(short, &at.member("short"));
    short.en = short.en.or_else(|| found::said(from.title.en.as_ref()));
    short
}

pub(super) fn direction(direction: format::Direction) -> Direction {
    match direction {
        format::Direction::Up => Direction::Up,
        format::Direction::Down => Direction::Down,
        format::Direction::None => Direction::None,
    }
}

fn unit(bundle: &Bundle, id: &str, path: &Path<'_>, found: &mut Found) -> Unit {
    let Some(unit) = bundle.units.get(id) else {
        found.unknown(path, "the id of a unit in “units”", id);
        return Unit { kind: UnitKind::Number, label: Default::default(), short: Default::default() };
    };
    let kind = match unit.kind {
        format::UnitKind::Percent => UnitKind::Percent,
        format::UnitKind::Number => UnitKind::Number,
        format::UnitKind::Money => UnitKind::Money,
        format::UnitKind::Amount => UnitKind::Amount,
    };
    Unit { kind, label: found::optional(&unit.label), short: found::optional(&unit.short) }
}

fn target(from: &format::Target, at: &Path<'_>, found: &mut Found) -> Target {
    let level = match (from.value, &from.base_period, from.factor) {
        (Some(value), None, None) => TargetLevel::Value(finite(value, &at.member("value"), found)),
        (None, Some(base), Some(factor)) => TargetLevel::Factor {
            base: found.period(base, &at.member("basePeriod")),
            factor: finite(factor, &at.member("factor"), found),
        },
        _ => {
            found.wrong(at, "either “value”, or “basePeriod” and “factor”", "another combination");
            TargetLevel::Value(Finite::ZERO)
        }
    };
    Target {
        period: found.period(&from.period, &at.member("period")),
        level,
        text: found.text(&from.text, &at.member("text")),
    }
}

fn finite(value: f64, path: &Path<'_>, found: &mut Found) -> Finite {
    Finite::new(value).unwrap_or_else(|| {
        found.wrong(path, "a finite number", "another number");
        Finite::ZERO
    })
}

fn source(from: &format::Source, at: &Path<'_>, found: &mut Found) -> Source {
    Source {
        publisher: found.text(&from.publisher.0, &at.member("publisher")),
        table: found::said(from.table.as_ref()),
        via: found::said(from.via.as_ref()),
        processed: from.processed.as_ref().map(|p| found.text(p, &at.member("processed"))),
        href: from.href.as_ref().and_then(|h| href::safe(h, &at.member("href"), found)),
        licence: found::said(from.licence.as_ref()),
        retrieved: found::said(from.retrieved.as_ref()),
        sha256: found::said(from.sha256.as_ref()),
    }
}

fn breaks(from: &[format::Break], path: &Path<'_>, found: &mut Found) -> Vec<Break> {
    let mut breaks: Vec<Break> = Vec::with_capacity(from.len());
    for (i, one) in from.iter().enumerate() {
        let at = path.element(i);
        let period = found.period(&one.period, &at.member("period"));
        if breaks.iter().any(|b| b.period == period) {
            let twice = format!("{} twice", quoted(&one.period));
            found.fail(Kind::Duplicate, &at.member("period"), "one break per period", &twice);
        }
        breaks.push(Break { period, text: found.text(&one.text, &at.member("text")) });
    }
    order::sort_by(&mut breaks, &mut |a, b| a.period.cmp(&b.period));
    breaks
}

fn annotations(
    from: &[format::Annotation],
    path: &Path<'_>,
    regions: &Regions,
    found: &mut Found,
) -> Vec<Annotation> {
    let mut out = Vec::with_capacity(from.len());
    for (i, one) in from.iter().enumerate() {
        let at = path.element(i);
        let period = found.period(&one.period, &at.member("period"));
        let text = found.text(&one.text, &at.member("text"));
        let area = one.area.as_ref().map(|code| regions.by_code(code));
        if let (Some(None), Some(code)) = (area, &one.area) {
            let what = format!("no area has the code {}; the annotation is left out", quoted(code));
            found.note(&at.member("area"), what, "add the area, or correct the code");
            continue;
        }
        out.push(Annotation { period, area: area.flatten(), text });
    }
    out
}
