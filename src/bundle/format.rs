//! The serde types of a bundle, format 1; this comment is the specification.
//!
//! A bundle is **one JSON document** (UTF-8) holding everything one county's follow-up needs:
//!
//! | member | holds |
//! |---|---|
//! | `format` | always `"nulage"` |
//! | `version` | `1`; a reader refuses versions it does not know |
//! | `meta` | who published what, when, under which licence, and which county it is about |
//! | `areas` | nation, counties, municipalities (and smaller areas): code, name, level, parent |
//! | `geometry` | borders as a TopoJSON topology in EPSG:3006 (metres, y north), see [`super::topology`] |
//! | `strategy` | overall goals, focus areas, priority areas, findings with and without figures |
//! | `units` | the units of measurement, by id |
//! | `indicators` | what is measured, how it should be read, and the values as a JSON-stat 2.0 dataset |
//! | `events` | what happened outside the statistics (the pandemic), as spans of time |
//!
//! Codes are SCB's: nation `00`, county two digits, municipality four, RegSO longer. Periods are
//! texts: a year `2022`, a quarter `2022K4`, a month `2022M12`; uneven years are normal.
//! Texts are plain text, never markup, in Swedish (`sv`) and where translated English (`en`).
//! Unknown members are reported and otherwise ignored; a missing required member is an error.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::jsonstat::Dataset;
use super::topology::Topology;

/// The only value of [`Bundle::format`].
pub const FORMAT: &str = "nulage";

/// The version this code reads and writes.
pub const VERSION: u32 = 1;

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Bundle {
    /// Always `"nulage"`.
    pub format: String,
    /// Always `1`.
    pub version: u32,
    /// Who, what, when.
    pub meta: Meta,
    /// Every area that values, borders or parents refer to.
    pub areas: Vec<Area>,
    /// Borders; without them there is no map, everything else works.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub geometry: Option<Topology>,
    /// The strategy that is followed up; may be empty for plain statistics.
    #[serde(default)]
    pub strategy: Strategy,
    /// Units by id.
    pub units: BTreeMap<String, Unit>,
    /// What is measured.
    pub indicators: Vec<Indicator>,
    /// Spans of time to mark in time charts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
}

/// Plain text in one or two languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Text {
    /// Swedish, required.
    pub sv: String,
    /// English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

/// A link, only ever to http, https or a relative address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Link {
    /// What it says.
    pub text: Text,
    /// Where it leads.
    pub href: String,
}

/// Who published what, when, about which county.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// Stable id, `a-z0-9-`.
    pub id: String,
    /// What the bundle is about, shown as the page's name.
    pub title: Text,
    /// Who stands behind the compilation.
    pub publisher: Text,
    /// Licence of the compilation.
    pub licence: Text,
    /// Day of the compilation, `YYYY-MM-DD`.
    pub updated: String,
    /// Languages of the texts, first is the default.
    pub languages: Vec<Language>,
    /// Code of the county that is followed up.
    pub county: String,
    /// Id of the indicator whose values weight the areas (population).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weights: Option<String>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

/// A language of bundle texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Swedish.
    Sv,
    /// English.
    En,
}

/// One area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Area {
    /// SCB's code.
    pub code: String,
    /// Name, without “kommun” (Lindesberg) but with “län” (Örebro län).
    pub name: Text,
    /// Its level.
    pub level: Level,
    /// Code of the area it lies in; none for the nation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<String>,
}

/// Level of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Sweden.
    Nation,
    /// Län.
    County,
    /// Kommun.
    Municipality,
    /// Part of a municipality: RegSO, DeSO.
    District,
}

/// The strategy that is followed up.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Strategy {
    /// The strategy's name.
    #[serde(default)]
    pub title: Text,
    /// Övergripande mål.
    #[serde(default)]
    pub overall_goals: Vec<Goal>,
    /// Kraftsamlingar.
    #[serde(default)]
    pub focus_areas: Vec<FocusArea>,
    /// Prioriterade områden.
    #[serde(default)]
    pub priority_areas: Vec<Goal>,
    /// What the follow-up found, per focus area.
    #[serde(default)]
    pub findings: Vec<Finding>,
}

/// An overall goal or a priority area.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Goal {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: Text,
}

/// A focus area (kraftsamling).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct FocusArea {
    /// Stable id.
    pub id: String,
    /// Its name.
    pub title: Text,
    /// Its name where space is short.
    pub short: Text,
    /// One or two sentences: what is followed up here.
    #[serde(default)]
    pub intro: Text,
}

/// A finding of the follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Stable id.
    pub id: String,
    /// Focus area it belongs to.
    pub focus_area: String,
    /// The finding in words.
    pub text: Text,
    /// Which way is wanted.
    pub desired: Direction,
    /// Ids of the indicators that carry it.
    #[serde(default)]
    pub indicators: Vec<String>,
    /// Why no figures carry it, said plainly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub without_figures: Option<Text>,
}

/// Which way is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// More is wanted.
    Up,
    /// Less is wanted.
    Down,
    /// No judgement.
    None,
}

/// How differences of a unit are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum UnitKind {
    /// A share in per cent: differences are percentage points.
    Percent,
    /// A rate, a mean, a price: comparable between areas of any size.
    Number,
    /// A total that grows with the size of the area: tonnes, hectares, people.
    Amount,
}

/// A unit of measurement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Unit {
    /// How differences are spoken of.
    pub kind: UnitKind,
    /// In a subtitle: “procent”.
    pub label: Text,
    /// After a value: “%”; may be empty.
    pub short: Text,
}

/// What is measured, and its values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Indicator {
    /// Stable id, `a-z0-9-`; part of addresses.
    pub id: String,
    /// Short name, no unit.
    pub title: Text,
    /// The name as a definite noun phrase in lower case that sentences are built around:
    /// “andelen med eftergymnasial utbildning”.
    pub subject: Text,
    /// What is measured, in one to three sentences.
    pub definition: Text,
    /// Share of whom, per whom.
    pub base: Text,
    /// Id of a unit.
    pub unit: String,
    /// Decimals shown, 0–3. Values may hold more.
    pub decimals: u8,
    /// Which way is wanted.
    pub direction: Direction,
    /// Focus area; none for background indicators.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub focus_area: Option<String>,
    /// Priority area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority_area: Option<String>,
    /// A level to reach, where one is set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<Target>,
    /// Where the values come from.
    pub source: Source,
    /// Where the series changes its definition: nothing is computed across.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub breaks: Vec<Break>,
    /// What a reader must know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caveats: Vec<Text>,
    /// Remarks at points in time.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
    /// The values.
    pub values: Values,
}

/// A level to reach by a period: a value for everybody, or a factor of each area's own base.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Target {
    /// When it is to be reached.
    pub period: String,
    /// The level, the same for every area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// With `factor`: the period whose value is multiplied.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_period: Option<String>,
    /// With `basePeriod`: 0.15 means 85 per cent lower.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor: Option<f64>,
    /// Whose target it is.
    pub text: Text,
}

/// Where values come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Source {
    /// The primary source.
    pub publisher: String,
    /// KPI or table id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    /// Through whom it was read, when not from the primary source itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// What was computed on the way; none for values as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub processed: Option<Text>,
    /// Address of the source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
}

/// A change of definition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Break {
    /// First period of the new series.
    pub period: String,
    /// What changed.
    pub text: Text,
}

/// A remark at a point in time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Annotation {
    /// When.
    pub period: String,
    /// For one area only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// The remark.
    pub text: Text,
}

/// A span of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Event {
    /// Stable id.
    pub id: String,
    /// First period.
    pub from: String,
    /// Last period, included.
    pub to: String,
    /// Its name.
    pub title: Text,
}

/// Values in the document, or beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Values {
    /// A JSON-stat 2.0 dataset. Exactly one of `dataset` and `href` is present.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dataset: Option<Dataset>,
    /// Relative address of a JSON-stat 2.0 dataset, loaded when first shown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub href: Option<String>,
    /// How to read a dataset whose dimensions are not named area, period, sex, origin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mapping: Option<Mapping>,
}

/// Names of a foreign dataset's dimensions and codes; what is left out is found by role
/// (`geo`, `time`) or by well-known names (`Region`, `Tid`, `Kon`, `Fodelseregion`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Mapping {
    /// Dimension holding area codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// Dimension holding periods.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<String>,
    /// Dimension holding sex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sex: Option<String>,
    /// Dimension holding origin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<String>,
    /// Category code → `total`, `women`, `men`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub sexes: BTreeMap<String, String>,
    /// Category code → `total`, `domestic`, `foreign`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub origins: BTreeMap<String, String>,
    /// Category to take of every other dimension with more than one: `{"ContentsCode": "BE0101N1"}`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fixed: BTreeMap<String, String>,
    /// Status symbol → a reason of [`super::jsonstat`]'s table, since symbols differ by source.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub symbols: BTreeMap<String, String>,
}
