//! All checks of a bundle, one after the other.

use crate::base::id::IndicatorId;
use crate::model::{Dataset, Table};

use super::coverage::Coverage;
use super::finding::{Fact, Finding, KINDS, Severity};
use super::panel::{Panel, Spot};
use super::read::{Read, Unread};
use super::{
    absent, compare, counties, duplicates, explain, gaps, jumps, outliers, parts, shares, texts, written,
    zeros,
};

/// What a check gave.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// Where the bundle was read from.
    pub source: String,
    /// The bundle.
    pub data: &'a Dataset,
    /// The bundle it was compared with.
    pub previous: Option<&'a Dataset>,
    /// Findings, the gravest first; then in the order of kinds and of the bundle.
    pub findings: Vec<Finding>,
    /// What there is, per indicator whose values are at hand.
    pub coverage: Vec<Coverage>,
}

impl Report<'_> {
    /// Number of findings of this severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|f| f.severity == severity).count()
    }

    /// Whether something must be mended.
    pub fn is_grave(&self) -> bool {
        self.count(Severity::Grave) > 0
    }

    /// Number of values, and of cells without one.
    pub fn cells(&self) -> (usize, usize) {
        let (with, all) =
            self.coverage.iter().map(Coverage::counts).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
        (with, all - with)
    }
}

/// Checks a bundle, also against an earlier one where there is one or should have been.
pub fn check<'a>(now: &'a Read, previous: Option<&'a Result<Read, String>>) -> Report<'a> {
    let data = &now.data;
    let mut findings: Vec<Finding> =
        now.notes.iter().map(|note| Finding::of(Severity::Warning, Fact::LeftOut(note.clone()))).collect();
    for Unread { indicator, href, why } in &now.unread {
        let fact = Fact::Unread { href: href.clone(), why: why.clone() };
        findings.push(Finding::of(Severity::Grave, fact).about(*indicator));
    }
    findings.extend(duplicates::series(data));
    findings.extend(duplicates::areas(data));
    findings.extend(counties::counties(data));
    findings.extend(texts::of_bundle(data));
    let mut coverage = Vec::new();
    for id in data.ids() {
        findings.extend(texts::of_indicator(data, id));
        let Some(table) = data.table(id) else { continue };
        coverage.push(Coverage::of(data, id, table));
        findings.extend(of_values(data, id, table));
    }
    let mut earlier = None;
    match previous {
        Some(Ok(previous)) => {
            findings.extend(compare::changes(&previous.data, data));
            earlier = Some(&previous.data);
        }
        Some(Err(why)) => {
            findings.push(Finding::of(Severity::Warning, Fact::NoPrevious { why: why.clone() }))
        }
        None => {}
    }
    let mut findings: Vec<Finding> = findings.into_iter().map(|f| explain::explained(data, f)).collect();
    let kind = |f: &Finding| KINDS.iter().position(|kind| *kind == f.fact.code());
    findings.sort_by_key(|f| (std::cmp::Reverse(f.severity), kind(f), f.indicator, f.area, f.period));
    Report { source: now.source.clone(), data, previous: earlier, findings, coverage }
}

/// What is odd in the values of an indicator.
fn of_values(data: &Dataset, id: IndicatorId, table: &Table) -> Vec<Finding> {
    if table.periods().is_empty() {
        return vec![Finding::of(Severity::Grave, Fact::Empty).about(id)];
    }
    let indicator = data.indicator(id);
    let mut spots: Vec<(Spot, Finding)> = Vec::new();
    for &group in table.groups() {
        let panel = Panel::new(data, id, table, group);
        let zeros = zeros::zeros(id, &panel);
        // A zero that stands for nothing is apart from its neighbours too; it is said once.
        let is_zero = |spot: &Spot| zeros.iter().any(|(zero, _)| zero == spot);
        let mut outliers = outliers::outliers(id, &panel);
        outliers.extend(zeros.iter().cloned());
        let jumps = jumps::jumps(indicator, id, &panel, &outliers);
        outliers.retain(|(spot, f)| matches!(f.fact, Fact::Zero { .. }) || !is_zero(spot));
        spots.extend(outliers);
        spots.extend(jumps);
    }
    let mut found = once_per_place(spots.into_iter().map(|(_, finding)| finding).collect());
    found.extend(absent::absent(data, id, table));
    found.extend(gaps::gaps(data, id, table));
    found.extend(shares::shares(data, id, table));
    found.extend(shares::fractions(data, id, table));
    found.extend(parts::parts(data, id, table));
    found.extend(written::written(data, id, table));
    found
}

/// Of the same kind at the same place, only what is found in the first breakdown: everybody before
/// women and men, who are odd with them.
fn once_per_place(findings: Vec<Finding>) -> Vec<Finding> {
    let mut out: Vec<Finding> = Vec::new();
    for finding in findings {
        let same = |have: &Finding| {
            let kind = have.fact.code() == finding.fact.code();
            kind && (have.area, have.period) == (finding.area, finding.period)
        };
        if !out.iter().any(same) {
            out.push(finding);
        }
    }
    out
}
