//! The chapter on targets in figures: how far it is, how fast it goes, and the whole way as a chart.

use crate::{
    base::geom::Size,
    view::{
        chart::lines,
        spec::{Reading, Shown, facts, time, told},
        words::words,
    },
};

use super::{
    Subject,
    paper::{Kind, Paper, WIDE},
};

/// Height of a chart, px.
const CHART: f64 = 190.0;

pub(super) fn targets(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let w = subject.words;
    let with: Vec<_> = subject
        .data
        .ids()
        .filter(|&id| subject.data.indicator(id).target.is_some() && subject.has(id))
        .collect();
    if with.is_empty() {
        return;
    }
    paper.chapter(w.targets, &(w.targets_lead)(with.len()), CHART + 120.0);
    let pinned = subject.pinned();
    for id in with {
        let Some(table) = subject.data.table(id) else { continue };
        let reading = Reading::One(table.default_group());
        let shown = Shown { data: subject.data, id, table, reading, pinned: &pinned, locale: subject.locale };
        let Some(period) = table.latest(&[subject.area], table.default_group()) else { continue };
        let indicator = shown.indicator();
        paper.section(indicator.title.get(subject.locale), CHART + 80.0);
        if let Some(fact) = facts::target(&shown, subject.area, period) {
            paper.text(Kind::Body, &format!("{}: {}. {}", fact.term, fact.value, fact.lines.join(" ")));
            if let Some(how) = fact.how {
                paper.space(4.0);
                paper.text(Kind::Small, &format!("{}. {}", words(subject.locale).computed, how.formula));
            }
        }
        paper.space(10.0);
        let mut spec = time::lines(&shown, String::new(), String::new());
        if shown.is_amount() {
            // The county's total would press its parts to the floor.
            spec.panels.iter_mut().for_each(|p| p.lines.retain(|l| l.area == subject.area));
        }
        let said = told::time(&shown, period, &told::facts(&shown, period));
        paper.picture(lines::scene(&spec, Size::new(WIDE, CHART), &paper.look), &said);
    }
}
