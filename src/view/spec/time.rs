//! The line chart of an indicator.

use crate::analysis::{progress, series::Point};
use crate::base::{id::AreaId, period::Period};
use crate::model::indicator::TargetLevel;
use crate::model::{Group, Sex};
use crate::view::{
    chart::lines::{Line, Lines, Panel, Span, TargetMark},
    words::{figures::figures, words},
};

use super::{Reading, Shown};

/// Every area over time; women and men in a panel each.
pub fn lines(shown: &Shown<'_>, title: String, desc: String) -> Lines {
    let w = words(shown.locale);
    let indicator = shown.indicator();
    let periods = shown.periods();
    let groups = shown.reading.groups();
    let panels = groups
        .iter()
        .map(|&group| Panel {
            title: (groups.len() > 1).then(|| match group.sex {
                Sex::Women => w.women.to_owned(),
                Sex::Men => w.men.to_owned(),
                Sex::Total => w.everybody.to_owned(),
            }),
            lines: panel(shown, &periods, group),
        })
        .collect();
    let (first, last) = (periods.first().copied(), periods.last().copied());
    let within = |from: Period, to: Period| first.is_some_and(|f| to >= f) && last.is_some_and(|l| from <= l);
    let events = shown.data.events().iter().filter(|e| within(e.from, e.to)).map(|e| Span {
        from: e.from,
        to: e.to,
        label: e.title.get(shown.locale).to_owned(),
    });
    let breaks = indicator.breaks.iter().filter(|b| within(b.period, b.period));
    Lines {
        panels,
        events: events.collect(),
        breaks: breaks.map(|b| (b.period, b.text.get(shown.locale).to_owned())).collect(),
        target: target(shown),
        level: None,
        periods,
        format: shown.format(),
        title,
        desc,
    }
}

fn panel(shown: &Shown<'_>, periods: &[Period], group: Group) -> Vec<Line> {
    let mut areas = shown.areas().to_vec();
    // The nation's total would press all others to the floor.
    let nation = shown.data.regions().nation().filter(|_| shown.is_amount());
    areas.extend(shown.frame().into_iter().filter(|a| !shown.areas().contains(a) && Some(*a) != nation));
    areas
        .into_iter()
        .map(|area| Line {
            area,
            name: shown.name(area),
            role: shown.role(area),
            values: periods.iter().map(|&p| shown.table.get(area, p, group).ok().map(|v| v.get())).collect(),
        })
        .filter(|line| line.values.iter().any(Option::is_some))
        .collect()
}

/// What the area's level is a factor of.
fn base(shown: &Shown<'_>, area: AreaId, group: Group) -> Option<Point> {
    let indicator = shown.indicator();
    let latest = shown.table.latest(&[area], group)?;
    progress::base(indicator.target.as_ref()?, shown.table, (area, group), &indicator.breaks, latest)
}

/// The target of the county, or of the one area that is pinned.
fn target(shown: &Shown<'_>) -> Option<TargetMark> {
    let target = shown.indicator().target.as_ref()?;
    let Reading::One(group) = shown.reading else { return None };
    let whose = match shown.pinned {
        [only] => *only,
        _ => shown.data.regions().county(),
    };
    let (words, period) = (figures(shown.locale), target.period.to_string());
    let (value, label) = match target.level {
        TargetLevel::Value(value) => (value.get(), (words.target_in)(&period)),
        TargetLevel::Factor { .. } => (
            progress::level(target, base(shown, whose, group))?,
            match shown.pinned {
                [only] => (words.target_of)(&period, &format!(", {}", shown.name(*only))),
                _ => (words.target_of)(&period, ""),
            },
        ),
    };
    Some(TargetMark { period: target.period, value, label })
}
