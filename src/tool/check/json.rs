//! A check for programs: the document that `--json` prints. Its shape is stable; members are only
//! ever added. `nulage schema --check` prints its JSON Schema.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::base::locale::Locale;
use crate::model::{Dataset, Group, Origin, Sex};

use super::coverage::Coverage;
use super::finding::{Fact, Finding, Severity};
use super::report::Report;
use super::words::said;

/// The version of the shape.
const VERSION: u32 = 1;

/// What a check gave.
#[derive(Serialize, JsonSchema)]
struct Document {
    /// Version of this shape.
    check: u32,
    /// The bundle that was checked.
    bundle: About,
    /// The bundle it was compared with.
    previous: Option<About>,
    /// Where the bundle was read from.
    source: String,
    /// Number of values.
    values: usize,
    /// Number of cells without a value.
    missing: usize,
    /// Number of findings by severity.
    counts: BTreeMap<&'static str, usize>,
    /// The findings, the gravest first.
    findings: Vec<Item>,
    /// What there is, per indicator.
    coverage: Vec<Matrix>,
}

/// A bundle.
#[derive(Serialize, JsonSchema)]
struct About {
    /// Its id.
    id: String,
    /// The day of its compilation.
    updated: String,
    /// Number of indicators.
    indicators: usize,
    /// Number of areas.
    areas: usize,
}

/// A finding.
#[derive(Serialize, JsonSchema)]
struct Item {
    /// What kind of finding, as `docs/check.md` lists them.
    kind: &'static str,
    /// `grave`, `warning`, `note` or `explained`.
    severity: &'static str,
    /// Id of the indicator.
    indicator: Option<String>,
    /// Code of the area.
    area: Option<String>,
    /// The period.
    period: Option<String>,
    /// `total`, `women` or `men`.
    sex: &'static str,
    /// `total`, `domestic` or `foreign`.
    origin: &'static str,
    /// What was found, in words.
    found: String,
    /// What was expected, in words; may be empty.
    expected: String,
    /// What to do, in words; may be empty.
    todo: String,
    /// What the bundle itself says about it.
    explained: Option<String>,
    /// The numbers behind the words.
    numbers: BTreeMap<&'static str, f64>,
}

/// What there is of an indicator.
#[derive(Serialize, JsonSchema)]
struct Matrix {
    /// Id of the indicator.
    indicator: String,
    /// Codes of the areas, one per row.
    areas: Vec<String>,
    /// Periods, one per column.
    periods: Vec<String>,
    /// Breakdowns: sex and origin.
    groups: Vec<[&'static str; 2]>,
    /// Number of breakdowns with a value, by area and period.
    cells: Vec<Vec<usize>>,
}

/// The document as pretty text with a final line break.
pub fn text(report: &Report<'_>, locale: Locale) -> String {
    let (values, missing) = report.cells();
    let document = Document {
        check: VERSION,
        bundle: about(report.data),
        previous: report.previous.map(about),
        source: report.source.clone(),
        values,
        missing,
        counts: Severity::ALL.map(|s| (s.code(), report.count(s))).into_iter().collect(),
        findings: report.findings.iter().map(|f| item(report, f, locale)).collect(),
        coverage: report.coverage.iter().map(|c| matrix(report.data, c)).collect(),
    };
    // Texts and numbers always serialise.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// The document's JSON Schema as pretty text with a final line break.
pub fn schema() -> String {
    serde_json::to_string_pretty(&schemars::schema_for!(Document)).unwrap_or_default() + "\n"
}

fn about(data: &Dataset) -> About {
    let (id, updated) = (data.meta().id.clone(), data.meta().updated.clone());
    About { id, updated, indicators: data.ids().count(), areas: data.regions().ids().count() }
}

fn item(report: &Report<'_>, finding: &Finding, locale: Locale) -> Item {
    let words = said(report, finding, locale);
    let [sex, origin] = group(finding.group);
    Item {
        kind: finding.fact.code(),
        severity: finding.severity.code(),
        indicator: finding.indicator.map(|id| report.data.indicator(id).id.clone()),
        area: finding.area.map(|id| report.data.regions().get(id).code.clone()),
        period: finding.period.map(|period| period.to_string()),
        sex,
        origin,
        found: words.what,
        expected: words.expected,
        todo: words.todo,
        explained: finding.explained.as_ref().map(|text| text.get(locale).to_owned()),
        numbers: numbers(&finding.fact).into_iter().collect(),
    }
}

fn group(group: Group) -> [&'static str; 2] {
    let sex = match group.sex {
        Sex::Total => "total",
        Sex::Women => "women",
        Sex::Men => "men",
    };
    let origin = match group.origin {
        Origin::Total => "total",
        Origin::Domestic => "domestic",
        Origin::Foreign => "foreign",
    };
    [sex, origin]
}

fn matrix(data: &Dataset, coverage: &Coverage) -> Matrix {
    Matrix {
        indicator: data.indicator(coverage.indicator).id.clone(),
        areas: coverage.areas.iter().map(|id| data.regions().get(*id).code.clone()).collect(),
        periods: coverage.periods.iter().map(ToString::to_string).collect(),
        groups: coverage.groups.iter().map(|g| group(*g)).collect(),
        cells: coverage.cells.iter().map(|row| row.iter().map(|c| c.values).collect()).collect(),
    }
}

/// The numbers of a fact, by name.
fn numbers(fact: &Fact) -> Vec<(&'static str, f64)> {
    let count = |n: usize| n as f64;
    match *fact {
        Fact::Gap { ref spans, groups, .. } => vec![("gaps", count(spans.len())), ("groups", count(groups))],
        Fact::Absent { ref areas, of, .. } => vec![("areas", count(areas.len())), ("of", count(of))],
        Fact::Outlier { value, usual, score } => vec![("value", value), ("usual", usual), ("score", score)],
        Fact::Jump { before, value, others, score, .. } => {
            let known = others.map(|others| ("others", others));
            [("before", before), ("value", value), ("score", score)].into_iter().chain(known).collect()
        }
        Fact::SameSeries { cells, .. } | Fact::Added { cells } | Fact::Gone { cells, .. } => {
            vec![("cells", count(cells))]
        }
        Fact::Zero { usual } => vec![("usual", usual)],
        Fact::OutsideShare { value, cells, of } => {
            vec![("value", value), ("cells", count(cells)), ("of", count(of))]
        }
        Fact::Fractions { most, cells } => vec![("most", most), ("cells", count(cells))],
        Fact::OtherCounty { ref areas, of } => vec![("areas", count(areas.len())), ("of", count(of))],
        Fact::Sum { total, women, men } => vec![("total", total), ("women", women), ("men", men)],
        Fact::Between { total, women, men, cells, of } => {
            vec![("total", total), ("women", women), ("men", men), ("cells", count(cells)), ("of", count(of))]
        }
        Fact::Coarse { shown, found } => vec![("shown", f64::from(shown)), ("found", f64::from(found))],
        Fact::UntranslatedPart { texts, .. } => vec![("texts", count(texts))],
        Fact::Revised { cells, before, now } => {
            vec![("cells", count(cells)), ("before", before), ("now", now)]
        }
        Fact::SameArea { .. }
        | Fact::Untranslated { .. }
        | Fact::Text { .. }
        | Fact::LeftOut(_)
        | Fact::Unread { .. }
        | Fact::Empty
        | Fact::UnitChanged { .. }
        | Fact::NewIndicator
        | Fact::GoneIndicator { .. }
        | Fact::NewArea
        | Fact::GoneArea { .. }
        | Fact::NoPrevious { .. } => Vec::new(),
    }
}
