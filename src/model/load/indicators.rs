//! Indicators without their values: every reference resolved, every period read.

use crate::base::note::Note;
use crate::base::num::Finite;
use crate::base::unit::{Unit, UnitKind};
use crate::bundle::format;
use crate::bundle::locate::{element, member};
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::model::indicator::{Annotation, Break, Source, Target, TargetLevel};
use crate::model::{Indicator, Regions};

use super::{Context, LoadError, check, href, unique};

pub(super) fn load(context: &mut Context<'_>, regions: &Regions) -> Result<Vec<Indicator>, LoadError> {
    let bundle = context.bundle;
    unique(bundle.indicators.iter().map(|i| i.id.as_str()), |i| format!("indicators[{i}].id"), "id")?;
    if bundle.indicators.len() > usize::from(u16::MAX) {
        let found = bundle.indicators.len().to_string();
        return Err(Problem::new(Kind::TooLarge, "indicators", "at most 65535 indicators", found));
    }
    for (id, unit) in &bundle.units {
        check::text(&unit.label, &member(&member("units", id), "label"))?;
    }
    let mut out = Vec::with_capacity(bundle.indicators.len());
    for (i, indicator) in bundle.indicators.iter().enumerate() {
        out.push(one(indicator, &element("indicators", i), context, regions)?);
    }
    Ok(out)
}

fn one(
    from: &format::Indicator,
    at: &str,
    context: &mut Context<'_>,
    regions: &Regions,
) -> Result<Indicator, LoadError> {
    let path = |name: &str| member(at, name);
    let text = |text: &format::Text, name: &str| check::text(text, &path(name));
    check::slug(&from.id, &path("id"))?;
    if from.decimals > 3 {
        let expected = "0 to 3 decimals";
        return Err(Problem::new(Kind::WrongValue, path("decimals"), expected, from.decimals.to_string()));
    }
    let strategy = &context.bundle.strategy;
    let focus_area = reference(from.focus_area.as_deref(), &path("focusArea"), "a focus area", |id| {
        strategy.focus_areas.iter().position(|f| f.id == id)
    })?;
    let priority_area =
        reference(from.priority_area.as_deref(), &path("priorityArea"), "a priority area", |id| {
            strategy.priority_areas.iter().position(|p| p.id == id)
        })?;
    let mut caveats = Vec::new();
    for (i, caveat) in from.caveats.iter().enumerate() {
        caveats.push(check::text(caveat, &element(&path("caveats"), i))?);
    }
    Ok(Indicator {
        id: from.id.clone(),
        title: text(&from.title, "title")?,
        subject: text(&from.subject, "subject")?,
        definition: text(&from.definition, "definition")?,
        base: text(&from.base, "base")?,
        unit: unit(context.bundle, &from.unit, &path("unit"))?,
        decimals: from.decimals,
        direction: check::direction(from.direction),
        focus_area,
        priority_area,
        target: from.target.as_ref().map(|t| target(t, &path("target"))).transpose()?,
        source: source(&from.source, &path("source"), &mut context.notes)?,
        breaks: breaks(&from.breaks, &path("breaks"))?,
        caveats,
        annotations: annotations(&from.annotations, &path("annotations"), regions, &mut context.notes)?,
    })
}

fn reference(
    id: Option<&str>,
    path: &str,
    what: &str,
    find: impl Fn(&str) -> Option<usize>,
) -> Result<Option<usize>, LoadError> {
    let Some(id) = id else {
        return Ok(None);
    };
    find(id).map(Some).ok_or_else(|| check::unknown(path, &format!("the id of {what}"), id))
}

fn unit(bundle: &format::Bundle, id: &str, path: &str) -> Result<Unit, LoadError> {
    let unit = bundle.units.get(id).ok_or_else(|| check::unknown(path, "the id of a unit in “units”", id))?;
    let kind = match unit.kind {
        format::UnitKind::Percent => UnitKind::Percent,
        format::UnitKind::Number => UnitKind::Number,
        format::UnitKind::Amount => UnitKind::Amount,
    };
    Ok(Unit { kind, label: check::optional(&unit.label), short: check::optional(&unit.short) })
}

fn target(from: &format::Target, at: &str) -> Result<Target, LoadError> {
    let finite = |value: f64, name: &str| {
        let wrong = || Problem::new(Kind::WrongValue, member(at, name), "a finite number", "another number");
        Finite::new(value).ok_or_else(wrong)
    };
    let level = match (from.value, &from.base_period, from.factor) {
        (Some(value), None, None) => TargetLevel::Value(finite(value, "value")?),
        (None, Some(base), Some(factor)) => TargetLevel::Factor {
            base: check::period(base, &member(at, "basePeriod"))?,
            factor: finite(factor, "factor")?,
        },
        _ => {
            let expected = "either “value”, or “basePeriod” and “factor”";
            return Err(Problem::new(Kind::WrongValue, at, expected, "another combination"));
        }
    };
    let period = check::period(&from.period, &member(at, "period"))?;
    Ok(Target { period, level, text: check::text(&from.text, &member(at, "text"))? })
}

fn source(from: &format::Source, at: &str, notes: &mut Vec<Note>) -> Result<Source, LoadError> {
    if from.publisher.trim().is_empty() {
        let path = member(at, "publisher");
        return Err(Problem::new(Kind::WrongValue, path, "the name of the source", "an empty text"));
    }
    let said = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
    let processed = from.processed.as_ref();
    Ok(Source {
        publisher: from.publisher.clone(),
        table: said(&from.table),
        via: said(&from.via),
        processed: processed.map(|p| check::text(p, &member(at, "processed"))).transpose()?,
        href: from.href.as_ref().and_then(|h| href::safe(h, &member(at, "href"), notes)),
    })
}

fn breaks(from: &[format::Break], at: &str) -> Result<Vec<Break>, LoadError> {
    let mut breaks: Vec<Break> = Vec::new();
    for (i, one) in from.iter().enumerate() {
        let at = element(at, i);
        let period = check::period(&one.period, &member(&at, "period"))?;
        if breaks.iter().any(|b| b.period == period) {
            let found = format!("{} twice", quoted(&one.period));
            let path = member(&at, "period");
            return Err(Problem::new(Kind::Duplicate, path, "one break per period", found));
        }
        breaks.push(Break { period, text: check::text(&one.text, &member(&at, "text"))? });
    }
    crate::base::order::sort_by(&mut breaks, &mut |a, b| a.period.cmp(&b.period));
    Ok(breaks)
}

fn annotations(
    from: &[format::Annotation],
    at: &str,
    regions: &Regions,
    notes: &mut Vec<Note>,
) -> Result<Vec<Annotation>, LoadError> {
    let mut out = Vec::new();
    for (i, one) in from.iter().enumerate() {
        let at = element(at, i);
        let period = check::period(&one.period, &member(&at, "period"))?;
        let text = check::text(&one.text, &member(&at, "text"))?;
        let area = one.area.as_ref().map(|code| regions.by_code(code));
        if let (Some(None), Some(code)) = (area, &one.area) {
            let what = format!("no area has the code {}; the annotation is left out", quoted(code));
            notes.push(Note::warning(member(&at, "area"), what, "add the area, or correct the code"));
            continue;
        }
        out.push(Annotation { period, area: area.flatten(), text });
    }
    Ok(out)
}
