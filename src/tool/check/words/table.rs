//! What every language must say around the findings: one field per text.

use crate::tool::check::finding::Severity;

/// Texts of one language.
pub struct Words {
    /// Title of a report, with the bundle's name.
    pub title: fn(&str) -> String,
    /// Indicators, areas, values, cells without a value.
    pub holds: fn(&str, &str, &str, &str) -> String,
    /// Where it was read from, and of which day it is.
    pub read_from: fn(&str, &str) -> String,
    /// With which bundle it was compared: its day.
    pub compared: fn(&str) -> String,
    /// It was compared with nothing.
    pub not_compared: &'static str,
    /// The name of a severity after a count.
    pub severity: fn(Severity, usize) -> &'static str,
    /// What a severity means.
    pub severity_means: fn(Severity) -> &'static str,
    /// Heading of the findings of a severity.
    pub heading: fn(Severity) -> &'static str,
    /// Nothing was found.
    pub nothing: &'static str,
    /// Notes and explained findings that are not listed.
    pub not_listed: fn(&str, &str) -> String,
    /// Column: indicator.
    pub indicator: &'static str,
    /// Column: area, people, period.
    pub place: &'static str,
    /// Column: what was found.
    pub found: &'static str,
    /// Column: what was expected.
    pub expected: &'static str,
    /// Column: what to do.
    pub todo: &'static str,
    /// Column: kind of finding.
    pub kind: &'static str,
    /// The name of a kind of finding.
    pub kind_name: fn(&str) -> &'static str,
    /// In place of an indicator: the bundle as a whole.
    pub whole: &'static str,
    /// What the bundle says about a finding.
    pub explained: fn(&str) -> String,
    /// Heading of the coverage.
    pub coverage: &'static str,
    /// How to read the blocks of the coverage table.
    pub coverage_legend: &'static str,
    /// How to read the coverage matrix.
    pub matrix_legend: &'static str,
    /// All breakdowns have a value.
    pub full: &'static str,
    /// Some breakdowns have a value.
    pub part: &'static str,
    /// No value, no reason.
    pub none: &'static str,
    /// No value, for a reason the bundle gives.
    pub reason: &'static str,
    /// Column: areas.
    pub areas: &'static str,
    /// Column: periods.
    pub periods: &'static str,
    /// Column: breakdowns.
    pub groups: &'static str,
    /// Column: share of cells with a value.
    pub filled: &'static str,
    /// Column: coverage by period of municipalities, or of what there is.
    pub by_period: &'static str,
    /// Values of an indicator by area and period.
    pub matrix_of: fn(&str) -> String,
    /// Picture of an area's series: indicator and place.
    pub picture_of: fn(&str, &str) -> String,
    /// Heading of the rules.
    pub rules: &'static str,
    /// The rules in sentences.
    pub rules_text: &'static [&'static str],
}
