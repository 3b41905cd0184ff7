//! The strategy with its findings, and the events.

use crate::base::{id::IndicatorId, order::Places, text::Text};
use crate::bundle::format::{self, Bundle};
use crate::bundle::locate::Path;
use crate::bundle::problem::quoted;
use crate::model::strategy::{Event, Finding, FocusArea, Strategy};

use super::found::{self, Found};
use super::indicators;

const STRATEGY: Path<'static> = Path::At("strategy");

pub(super) fn load(bundle: &Bundle, found: &mut Found) -> Strategy {
    let strategy = &bundle.strategy;
    let path = &STRATEGY.member("findings");
    let ids: Vec<&str> = strategy.findings.iter().map(|f| f.id.as_str()).collect();
    found.unique(&ids, path, "id", "id");
    let mut focus_areas = focus_areas(bundle, found);
    let ids: Vec<&str> = bundle.indicators.iter().map(|i| i.id.as_str()).collect();
    let indicators = Places::of(&ids);
    for (i, finding) in strategy.findings.iter().enumerate() {
        let at = path.element(i);
        let said = self::finding(finding, &at, &indicators, found);
        match strategy.focus_areas.iter().zip(&mut focus_areas).find(|(f, _)| f.id == finding.focus_area) {
            Some((_, focus)) => focus.findings.push(said),
            None => found.unknown(&at.member("focusArea"), "the id of a focus area", &finding.focus_area),
        }
    }
    Strategy {
        title: found::optional(&strategy.title),
        overall_goals: goals(&strategy.overall_goals, &STRATEGY.member("overallGoals"), found),
        focus_areas,
        priority_areas: goals(&strategy.priority_areas, &STRATEGY.member("priorityAreas"), found),
    }
}

fn focus_areas(bundle: &Bundle, found: &mut Found) -> Vec<FocusArea> {
    let from = &bundle.strategy.focus_areas;
    let path = &STRATEGY.member("focusAreas");
    let ids: Vec<&str> = from.iter().map(|f| f.id.as_str()).collect();
    found.unique(&ids, path, "id", "id");
    let mut out = Vec::with_capacity(from.len());
    for (i, focus) in from.iter().enumerate() {
        let at = path.element(i);
        let mut indicators = Vec::new();
        for (i, indicator) in bundle.indicators.iter().enumerate() {
            if indicator.focus_area.as_ref() == Some(&focus.id) {
                indicators.extend(IndicatorId::new(i));
            }
        }
        out.push(FocusArea {
            id: found.slug(&focus.id, &at.member("id")),
            title: found.text(&focus.title, &at.member("title")),
            short: found.text(&focus.short, &at.member("short")),
            intro: found::optional(&focus.intro),
            indicators,
            findings: Vec::new(),
        });
    }
    out
}

pub(super) fn events(bundle: &Bundle, found: &mut Found) -> Vec<Event> {
    let path = &Path::At("events");
    let ids: Vec<&str> = bundle.events.iter().map(|e| e.id.as_str()).collect();
    found.unique(&ids, path, "id", "id");
    let mut events = Vec::with_capacity(ids.len());
    for (i, event) in bundle.events.iter().enumerate() {
        let at = path.element(i);
        let from = found.period(&event.from, &at.member("from"));
        let to = found.period(&event.to, &at.member("to"));
        if to < from {
            found.wrong(&at.member("to"), &format!("a period not before {from}"), &quoted(&event.to));
        }
        events.push(Event { from, to, title: found.text(&event.title, &at.member("title")) });
    }
    events
}

fn goals(goals: &[format::Goal], path: &Path<'_>, found: &mut Found) -> Vec<Text> {
    let ids: Vec<&str> = goals.iter().map(|g| g.id.as_str()).collect();
    found.unique(&ids, path, "id", "id");
    let mut titles = Vec::with_capacity(ids.len());
    for (i, goal) in goals.iter().enumerate() {
        titles.push(found.text(&goal.title, &path.element(i).member("title")));
    }
    titles
}

fn finding(finding: &format::Finding, at: &Path<'_>, known: &Places<'_>, found: &mut Found) -> Finding {
    let mut indicators = Vec::with_capacity(finding.indicators.len());
    for (i, id) in finding.indicators.iter().enumerate() {
        match known.get(id).and_then(IndicatorId::new) {
            Some(indicator) => indicators.push(indicator),
            None => found.note(
                &at.member("indicators").element(i),
                format!("no indicator has the id {}; the reference is left out", quoted(id)),
                "correct the id, or say in withoutFigures why there are no figures",
            ),
        }
    }
    let without = finding.without_figures.as_ref();
    Finding {
        text: found.text(&finding.text, &at.member("text")),
        desired: indicators::direction(finding.desired),
        indicators,
        without_figures: without.map(|t| found.text(t, &at.member("withoutFigures"))),
    }
}
