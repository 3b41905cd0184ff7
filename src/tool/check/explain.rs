//! What the bundle itself says about a finding: a break, a remark, a caveat.
//!
//! A break explains what lies at its period; a remark what lies at its period, for its area or for
//! all. A caveat is free text: it explains where it names the year and the area, the county that is
//! followed up also as “länet” or “the county”, the nation as “riket” or “the nation”. An area without
//! any value is explained by a remark about it alone, or a caveat that names it.

use crate::base::locale::lower;
use crate::base::text::Text;
use crate::base::{
    id::{AreaId, IndicatorId},
    period::Period,
};
use crate::model::{Dataset, Indicator};

use super::finding::{Fact, Finding, Severity};

/// The finding, as explained where the bundle explains it.
pub(super) fn explained(data: &Dataset, finding: Finding) -> Finding {
    let (Some(id), Some(period), Some(area)) = (finding.indicator, finding.period, finding.area) else {
        return finding;
    };
    let since = match &finding.fact {
        Fact::Jump { since, .. } => *since,
        Fact::Outlier { .. } | Fact::Zero { .. } | Fact::Gap { .. } | Fact::Sum { .. } => period,
        Fact::Between { cells: 1, .. } | Fact::OutsideShare { cells: 1, .. } => period,
        _ => return finding,
    };
    match said(data, data.indicator(id), area, since, period) {
        Some(text) => Finding { severity: Severity::Explained, explained: Some(text.clone()), ..finding },
        None => finding,
    }
}

/// What is said of an area in any period: a remark about it alone, or a caveat that names it.
pub(super) fn of_area(data: &Dataset, id: IndicatorId, area: AreaId) -> Option<&Text> {
    let indicator = data.indicator(id);
    let names = names(data, area);
    let remarks = indicator.annotations.iter().filter(|a| a.area == Some(area)).map(|a| &a.text);
    let caveats = indicator.caveats.iter().filter(|text| {
        let texts = || std::iter::once(&text.sv).chain(&text.en).map(|text| lower(text));
        names.iter().any(|name| texts().any(|text| mentions(&text, name)))
    });
    remarks.chain(caveats).next()
}

/// What is said of an area in one of two periods.
fn said<'a>(
    data: &Dataset,
    indicator: &'a Indicator,
    area: AreaId,
    since: Period,
    period: Period,
) -> Option<&'a Text> {
    let at = |p: Period| p == since || p == period;
    let breaks = indicator.breaks.iter().filter(|b| at(b.period)).map(|b| &b.text);
    let about = |a: &&crate::model::indicator::Annotation| at(a.period) && a.area.is_none_or(|a| a == area);
    let annotations = indicator.annotations.iter().filter(about).map(|a| &a.text);
    let names = names(data, area);
    let years = [since, period].map(|p| p.year().to_string());
    let caveats = indicator.caveats.iter().filter(|text| {
        let texts = || std::iter::once(&text.sv).chain(&text.en).map(|text| lower(text));
        let named = |wanted: &String| texts().any(|text| mentions(&text, wanted));
        years.iter().any(named) && names.iter().any(named)
    });
    breaks.chain(annotations).chain(caveats).next()
}

/// Words by which a caveat may name an area, in small letters.
fn names(data: &Dataset, area: AreaId) -> Vec<String> {
    let regions = data.regions();
    let name = lower(&regions.get(area).name.sv);
    let mut names = vec![format!("{name}s"), name];
    if area == regions.county() {
        names.extend(["länet", "länets", "the county"].map(str::to_owned));
    } else if Some(area) == regions.nation() {
        names.extend(["rikets", "the nation"].map(str::to_owned));
    }
    names
}

/// Whether a text holds some words whole, not as part of others.
fn mentions(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, found)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let after = text.get(at + found.len()..).and_then(|after| after.chars().next());
        before.into_iter().chain(after).all(|c| !c.is_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::mentions;

    #[test]
    fn words_are_mentioned_whole() {
        assert!(
            mentions("för länet 2018 anger", "länet")
                && mentions("i västra götalands län.", "västra götalands län")
        );
        assert!(!mentions("för länen 12018", "2018") && !mentions("hallsbergs", "hallsberg"));
    }
}
