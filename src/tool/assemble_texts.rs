//! The parts of a catalogue that go into a bundle as they are.

use crate::bundle::format as f;
use crate::bundle::jsonstat::Dataset;
use crate::bundle::name::Name;
use crate::tool::catalogue as c;
use crate::tool::catalogue_source::Kind;

pub(super) fn meta(meta: c::Meta) -> f::Meta {
    let link = |l: c::Link| f::Link { text: l.text.into(), href: l.href };
    f::Meta {
        id: meta.id,
        title: meta.title.into(),
        publisher: meta.publisher.into(),
        licence: meta.licence.into(),
        updated: meta.updated,
        languages: meta.languages,
        county: meta.county.into_inner(),
        weights: meta.weights.map(toml::Spanned::into_inner),
        links: meta.links.into_iter().map(link).collect(),
    }
}

pub(super) fn unit(unit: c::Unit) -> f::Unit {
    f::Unit { kind: unit.kind, label: unit.label.into(), short: unit.short.into() }
}

pub(super) fn strategy(strategy: c::Strategy) -> f::Strategy {
    let goal = |g: c::Goal| f::Goal { id: g.id, title: g.title.into() };
    let focus_area = |a: c::FocusArea| f::FocusArea {
        id: a.id,
        title: a.title.into(),
        short: a.short.into(),
        intro: a.intro.into(),
    };
    let finding = |x: c::Finding| f::Finding {
        id: x.id,
        focus_area: x.focus_area.into_inner(),
        text: x.text.into(),
        desired: x.desired,
        indicators: x.indicators.into_iter().map(toml::Spanned::into_inner).collect(),
        without_figures: x.without_figures.map(Into::into),
    };
    f::Strategy {
        title: strategy.title.map(Into::into).unwrap_or_default(),
        overall_goals: strategy.overall_goals.into_iter().map(goal).collect(),
        focus_areas: strategy.focus_areas.into_iter().map(focus_area).collect(),
        priority_areas: strategy.priority_areas.into_iter().map(goal).collect(),
        findings: strategy.findings.into_iter().map(finding).collect(),
    }
}

pub(super) fn event(event: c::Event) -> f::Event {
    f::Event {
        id: event.id,
        from: event.from.into_inner(),
        to: event.to.into_inner(),
        title: event.title.into(),
    }
}

/// An indicator with its values. What is left out for one area becomes an annotation there.
pub(super) fn indicator(
    indicator: c::Indicator,
    publishers: &c::Publishers,
    dataset: Dataset,
) -> f::Indicator {
    let annotations = indicator.leave_out.into_iter().filter(|left| left.area.is_some());
    let annotation = |left: c::LeaveOut| f::Annotation {
        period: left.period.into_inner(),
        area: left.area.map(toml::Spanned::into_inner),
        text: left.why.into(),
    };
    let breaks = indicator.breaks.into_iter();
    f::Indicator {
        id: indicator.id.into_inner(),
        title: indicator.title.into(),
        short: indicator.short.map(Into::into),
        subject: indicator.subject.into(),
        definition: indicator.definition.into(),
        base: indicator.base.into(),
        unit: indicator.unit.into_inner(),
        decimals: indicator.decimals,
        direction: indicator.direction,
        focus_area: indicator.focus_area.map(toml::Spanned::into_inner),
        priority_area: indicator.priority_area.map(toml::Spanned::into_inner),
        target: indicator.target.map(target),
        source: source(indicator.source, publishers),
        window: indicator.window,
        breaks: breaks.map(|b| f::Break { period: b.period.into_inner(), text: b.text.into() }).collect(),
        margin: indicator.margin.map(margin),
        caveats: indicator.caveats.into_iter().map(Into::into).collect(),
        annotations: annotations.map(annotation).collect(),
        values: f::Values { dataset: Some(dataset), href: None, mapping: None },
    }
}

fn target(target: c::Target) -> f::Target {
    f::Target {
        period: target.period.into_inner(),
        value: target.value,
        base_period: target.base_period.map(toml::Spanned::into_inner),
        factor: target.factor,
        text: target.text.into(),
    }
}

fn margin(margin: c::Margin) -> f::Margin {
    f::Margin {
        value: Some(margin.value),
        dataset: None,
        from: margin.from.map(toml::Spanned::into_inner),
        text: margin.text.into(),
    }
}

fn source(source: c::Source, publishers: &c::Publishers) -> f::Source {
    let en = publishers.get(&source.publisher).map(|english| english.get_ref().clone());
    f::Source {
        publisher: Name(f::Text { sv: source.publisher, en }),
        table: source.table,
        via: source.via,
        processed: source.processed.map(Into::into),
        href: source.href,
        licence: source.licence,
        retrieved: source.retrieved,
        request: Vec::new(),
        files: Vec::new(),
        sha256: None,
    }
}

/// Names table and way of figures read from a service; nothing was computed on that way.
pub(super) fn name_source(source: &mut f::Source, kind: Option<Kind<'_>>) {
    match kind {
        Some(Kind::Kolada(wanted)) => {
            let kpis: Vec<&str> = wanted.all().iter().map(|(kpi, _, _)| kpi.get_ref().as_str()).collect();
            source.table = Some(kpis.join(", "));
            source.via = Some("Kolada".to_owned());
            source.processed = None;
        }
        Some(Kind::PxWeb(wanted)) => {
            source.table = Some(wanted.table.get_ref().clone());
            source.via = None;
            source.processed = None;
        }
        _ => {}
    }
}
