//! The strategy with its findings, and the events.

use crate::base::{id::IndicatorId, note::Note};
use crate::bundle::format::{self, Bundle};
use crate::bundle::locate::{element, member};
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::model::strategy::{Event, Finding, FocusArea, Strategy};

use super::{Context, LoadError, check, unique};

pub(super) fn load(context: &mut Context<'_>) -> Result<Strategy, LoadError> {
    let bundle = context.bundle;
    let strategy = &bundle.strategy;
    let path = |list: &'static str| move |i: usize| format!("strategy.{list}[{i}].id");
    unique(strategy.findings.iter().map(|f| f.id.as_str()), path("findings"), "id")?;
    unique(strategy.focus_areas.iter().map(|f| f.id.as_str()), path("focusAreas"), "id")?;
    let mut focus_areas = Vec::new();
    for (i, focus) in strategy.focus_areas.iter().enumerate() {
        let at = format!("strategy.focusAreas[{i}]");
        check::slug(&focus.id, &member(&at, "id"))?;
        let mine = |indicator: &format::Indicator| indicator.focus_area.as_ref() == Some(&focus.id);
        let indicators = bundle.indicators.iter().enumerate().filter(|(_, indicator)| mine(indicator));
        focus_areas.push(FocusArea {
            id: focus.id.clone(),
            title: check::text(&focus.title, &member(&at, "title"))?,
            short: check::text(&focus.short, &member(&at, "short"))?,
            intro: check::optional(&focus.intro),
            indicators: indicators.filter_map(|(i, _)| IndicatorId::new(i)).collect(),
            findings: Vec::new(),
        });
    }
    for (i, finding) in strategy.findings.iter().enumerate() {
        let at = format!("strategy.findings[{i}]");
        let Some(focus) = focus_areas.iter_mut().find(|f: &&mut FocusArea| f.id == finding.focus_area) else {
            let path = member(&at, "focusArea");
            return Err(check::unknown(path, "the id of a focus area", &finding.focus_area));
        };
        focus.findings.push(self::finding(finding, &at, bundle, &mut context.notes)?);
    }
    Ok(Strategy {
        title: check::optional(&strategy.title),
        overall_goals: goals(&strategy.overall_goals, "strategy.overallGoals")?,
        focus_areas,
        priority_areas: goals(&strategy.priority_areas, "strategy.priorityAreas")?,
    })
}

pub(super) fn events(bundle: &Bundle) -> Result<Vec<Event>, LoadError> {
    unique(bundle.events.iter().map(|e| e.id.as_str()), |i| format!("events[{i}].id"), "id")?;
    let mut events = Vec::new();
    for (i, event) in bundle.events.iter().enumerate() {
        let at = element("events", i);
        let from = check::period(&event.from, &member(&at, "from"))?;
        let to = check::period(&event.to, &member(&at, "to"))?;
        if to < from {
            let expected = format!("a period not before {from}");
            return Err(Problem::new(Kind::WrongValue, member(&at, "to"), expected, quoted(&event.to)));
        }
        events.push(Event { from, to, title: check::text(&event.title, &member(&at, "title"))? });
    }
    Ok(events)
}

fn goals(goals: &[format::Goal], at: &str) -> Result<Vec<crate::base::text::Text>, LoadError> {
    unique(goals.iter().map(|g| g.id.as_str()), |i| member(&element(at, i), "id"), "id")?;
    let titles = goals.iter().enumerate();
    titles.map(|(i, goal)| check::text(&goal.title, &member(&element(at, i), "title"))).collect()
}

fn finding(
    finding: &format::Finding,
    at: &str,
    bundle: &Bundle,
    notes: &mut Vec<Note>,
) -> Result<Finding, LoadError> {
    let mut indicators = Vec::new();
    for (i, id) in finding.indicators.iter().enumerate() {
        match bundle.indicators.iter().position(|have| &have.id == id).and_then(IndicatorId::new) {
            Some(found) => indicators.push(found),
            None => notes.push(Note::warning(
                element(&member(at, "indicators"), i),
                format!("no indicator has the id {}; the reference is left out", quoted(id)),
                "correct the id, or say in withoutFigures why there are no figures",
            )),
        }
    }
    let without = finding.without_figures.as_ref();
    Ok(Finding {
        text: check::text(&finding.text, &member(at, "text"))?,
        desired: check::direction(finding.desired),
        indicators,
        without_figures: without.map(|t| check::text(t, &member(at, "withoutFigures"))).transpose()?,
    })
}
