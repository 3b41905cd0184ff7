//! Words of reports: one field per text, so that a language without one does not compile.

mod en;
mod sv;

use crate::base::locale::Locale;

/// Texts of one language.
pub(super) struct Words {
    /// Over the name on the cover of a municipality: county.
    pub(super) municipality_of: fn(&str) -> String,
    /// Under the name: indicators, municipalities, whether the nation has values.
    pub(super) municipality_lead: fn(usize, usize, bool) -> String,
    /// Under the county's name: indicators, municipalities.
    pub(super) county_lead: fn(usize, usize) -> String,
    /// When the figures were put together.
    pub(super) compiled: fn(&str) -> String,
    /// What the report says in brief, on the cover.
    pub(super) brief: &'static str,
    /// The list of chapters.
    pub(super) contents: &'static str,
    /// How to read the report.
    pub(super) guide: &'static str,
    /// What stands beside the name of an indicator: of the county, of a municipality.
    pub(super) guide_lines: [&'static str; 2],
    /// The small line chart.
    pub(super) guide_spark: fn(&str) -> String,
    /// The strip of municipalities.
    pub(super) guide_strip: &'static str,
    /// Besides: the area's own mark.
    pub(super) guide_own: fn(&str) -> String,
    /// Judgement.
    pub(super) guide_judged: &'static str,
    /// The colours of the overview of all municipalities, before how they are counted.
    pub(super) guide_coloured: &'static str,
    /// Missing values.
    pub(super) guide_missing: &'static str,
    /// What is computed.
    pub(super) guide_computed: &'static str,
    /// The profile of a municipality.
    pub(super) profile: &'static str,
    /// The county as a whole.
    pub(super) whole: &'static str,
    /// Indicators outside the focus areas.
    pub(super) background: &'static str,
    /// Under that heading.
    pub(super) background_intro: &'static str,
    /// Findings about the county: its name.
    pub(super) findings: fn(&str) -> String,
    /// Indicators without a desired direction.
    pub(super) undirected: &'static str,
    /// Heads of the table: value, year, place, change, over time, among municipalities.
    pub(super) columns: [&'static str; 6],
    /// Over the values to compare with: the nation's, the county's.
    pub(super) against: [&'static str; 2],
    /// A place, or the places shared, of how many: from, to, of.
    pub(super) place: fn(usize, usize, usize) -> String,
    /// Against the county: its value, signed difference.
    pub(super) against_county: fn(&str, &str) -> String,
    /// Nothing is published for this area.
    pub(super) not_published: &'static str,
    /// The chapter on differences.
    pub(super) differences: &'static str,
    /// Under it.
    pub(super) differences_lead: fn(&str) -> String,
    /// The section on women and men.
    pub(super) sexes: &'static str,
    /// The section on origin.
    pub(super) origins: &'static str,
    /// Over a list of gaps: how many are shown, how many there are.
    pub(super) gaps_lead: fn(usize, usize) -> String,
    /// Where there are none.
    pub(super) no_gaps: fn(&str) -> String,
    /// Where a municipality lies furthest from the county.
    pub(super) far: &'static str,
    /// How that is counted.
    pub(super) far_how: &'static str,
    /// On the wanted side.
    pub(super) far_better: &'static str,
    /// On the other side.
    pub(super) far_worse: &'static str,
    /// In place of the indicators of a side where there are none.
    pub(super) far_none: &'static str,
    /// So many standard deviations, number already written.
    pub(super) deviations: fn(&str) -> String,
    /// Between the municipalities.
    pub(super) between: &'static str,
    /// How that is ordered: how many are shown, how many there are.
    pub(super) between_how: fn(usize, usize) -> String,
    /// Lowest and highest: value, area, value, area.
    pub(super) from_to: fn(&str, &str, &str, &str) -> String,
    /// The differences have grown, shrunk, are the same since a year.
    pub(super) since: [fn(&str) -> String; 3],
    /// The chapter on targets.
    pub(super) targets: &'static str,
    /// Indicators with a target.
    pub(super) targets_lead: fn(usize) -> String,
    /// The chapter on sources and caveats.
    pub(super) sources: &'static str,
    /// Under it.
    pub(super) sources_lead: &'static str,
    /// What its numbers in brackets are, where there are any.
    pub(super) sources_numbers: &'static str,
    /// Caveats that several indicators share.
    pub(super) shared: &'static str,
    /// Number of a page and of all.
    pub(super) page: fn(usize, usize) -> String,
}

/// The texts of this language.
pub(super) fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Sv => &sv::WORDS,
        Locale::En => &en::WORDS,
    }
}
