//! The types of a bundle, format 1; this comment is the specification.
//!
//! A bundle is **one JSON document** (UTF-8) holding everything one county's follow-up needs:
//!
//! | member | holds |
//! |---|---|
//! | `format` | always `"nulage"` |
//! | `version` | `1`; a reader refuses versions it does not know |
//! | `sha256` | what the document's own bytes are known by, see [`Bundle::sha256`] |
//! | `meta` | who published what, when, under which licence, and which county it is about |
//! | `areas` | nation, counties, municipalities (and smaller areas): code, name, level, parent |
//! | `geometry` | borders as a TopoJSON topology in EPSG:3006 (metres, y north), see [`super::topology`] |
//! | `strategy` | overall goals, focus areas, priority areas, findings with and without figures |
//! | `units` | the units of measurement, by id |
//! | `indicators` | what is measured, how it should be read, and the values as a JSON-stat 2.0 dataset |
//! | `events` | what happened outside the statistics (the pandemic), as spans of time |
//! | `story` | scenes for a stage and for paper, see [`super::story`] |
//!
//! Codes are SCB's: nation `00`, county two digits, municipality four, RegSO longer. Periods are
//! texts: a year `2022`, a quarter `2022K4`, a month `2022M12`; uneven years are normal.
//! Texts are plain text, never markup, in Swedish (`sv`) and where translated English (`en`).
//! Unknown members are reported and otherwise ignored; a missing required member is an error.

use super::decode::{choice, record};
use super::jsonstat::Dataset;
use super::keyed::Keyed;
use super::name::Name;
use super::story::Story;
use super::topology::Topology;

/// The only value of [`Bundle::format`].
pub const FORMAT: &str = "nulage";

/// The version this code reads and writes.
pub const VERSION: u32 = 1;

record! {
    /// The whole document.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Bundle ["$schema"] {
        /// Always `"nulage"`.
        "format" => format: String;
        /// Always `1`.
        "version" => version: u32;
        /// SHA-256, 64 hexadecimal digits in lower case, of the document's bytes without these
        /// digits: as they are with `"sha256":""`. Tells a bundle that was changed or cut; proves
        /// nothing about who made it.
        "sha256" => sha256: Option<String>, unless "Option::is_none";
        /// Who, what, when.
        "meta" => meta: Meta;
        /// Every area that values, borders or parents refer to.
        "areas" => areas: Vec<Area>;
        /// Borders; without them there is no map, everything else works.
        "geometry" => geometry: Option<Topology>, unless "Option::is_none";
        /// The strategy that is followed up; may be empty for plain statistics.
        "strategy" => strategy: Strategy, or default;
        /// Units by id.
        "units" => units: Keyed<Unit>;
        /// What is measured.
        "indicators" => indicators: Vec<Indicator>;
        /// Spans of time to mark in time charts.
        "events" => events: Vec<Event>, unless "Vec::is_empty";
        /// What is told of it, scene by scene.
        "story" => story: Option<Story>, unless "Option::is_none";
    }
}

record! {
    /// Plain text in one or two languages.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Text {
        /// Swedish, required.
        "sv" => sv: String;
        /// English.
        "en" => en: Option<String>, unless "Option::is_none";
    }
}

record! {
    /// A link, only ever to http, https or a relative address.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Link {
        /// What it says.
        "text" => text: Text;
        /// Where it leads.
        "href" => href: String;
    }
}

record! {
    /// Who published what, when, about which county.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Meta {
        /// Stable id, `a-z0-9-`.
        "id" => id: String;
        /// What the bundle is about, shown as the page's name.
        "title" => title: Text;
        /// Who stands behind the compilation.
        "publisher" => publisher: Text;
        /// Licence of the compilation.
        "licence" => licence: Text;
        /// Day of the compilation, `YYYY-MM-DD`.
        "updated" => updated: String;
        /// Languages of the texts, first is the default.
        "languages" => languages: Vec<Language>;
        /// Code of the county that is followed up.
        "county" => county: String;
        /// Id of the indicator whose values weight the areas (population).
        "weights" => weights: Option<String>, unless "Option::is_none";
        /// Where to read more.
        "links" => links: Vec<Link>, unless "Vec::is_empty";
    }
}

choice! {
    /// A language of bundle texts.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Language {
        /// Swedish.
        Sv = "sv",
        /// English.
        En = "en",
    }
}

record! {
    /// One area.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Area {
        /// SCB's code.
        "code" => code: String;
        /// Name, without “kommun” (Lindesberg) but with “län” (Örebro län).
        "name" => name: Text;
        /// Its level.
        "level" => level: Level;
        /// Code of the area it lies in; none for the nation.
        "parent" => parent: Option<String>, unless "Option::is_none";
    }
}

choice! {
    /// Level of an area.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
    pub enum Level {
        /// Sweden.
        Nation = "nation",
        /// Län.
        County = "county",
        /// Kommun.
        Municipality = "municipality",
        /// Part of a municipality: RegSO, DeSO.
        District = "district",
    }
}

record! {
    /// The strategy that is followed up.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Strategy {
        /// The strategy's name.
        "title" => title: Text, or default;
        /// Övergripande mål.
        "overallGoals" => overall_goals: Vec<Goal>, or default;
        /// Kraftsamlingar.
        "focusAreas" => focus_areas: Vec<FocusArea>, or default;
        /// Prioriterade områden.
        "priorityAreas" => priority_areas: Vec<Goal>, or default;
        /// What the follow-up found, per focus area.
        "findings" => findings: Vec<Finding>, or default;
    }
}

record! {
    /// An overall goal or a priority area.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Goal {
        /// Stable id.
        "id" => id: String;
        /// Its name.
        "title" => title: Text;
    }
}

record! {
    /// A focus area (kraftsamling).
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct FocusArea {
        /// Stable id.
        "id" => id: String;
        /// Its name.
        "title" => title: Text;
        /// Its name where space is short.
        "short" => short: Text;
        /// One or two sentences: what is followed up here.
        "intro" => intro: Text, or default;
    }
}

record! {
    /// A finding of the follow-up.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Finding {
        /// Stable id.
        "id" => id: String;
        /// Focus area it belongs to.
        "focusArea" => focus_area: String;
        /// The finding in words.
        "text" => text: Text;
        /// Which way is wanted.
        "desired" => desired: Direction;
        /// Ids of the indicators that carry it, or with `withoutFigures` come nearest; the first
        /// stands beside it.
        "indicators" => indicators: Vec<String>, or default;
        /// Why no figures carry it, said plainly.
        "withoutFigures" => without_figures: Option<Text>, unless "Option::is_none";
    }
}

choice! {
    /// Which way is wanted.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Direction {
        /// More is wanted.
        Up = "up",
        /// Less is wanted.
        Down = "down",
        /// No judgement.
        None = "none",
    }
}

choice! {
    /// How differences of a unit are spoken of.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum UnitKind {
        /// A share in per cent: differences are percentage points.
        Percent = "percent",
        /// A rate, a mean: comparable between areas of any size.
        Number = "number",
        /// Money of its year, per person or thing: grows with prices, so growth alone is not judged.
        Money = "money",
        /// A total that grows with the size of the area: tonnes, hectares, people.
        Amount = "amount",
    }
}

record! {
    /// A unit of measurement.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Unit {
        /// How differences are spoken of.
        "kind" => kind: UnitKind;
        /// In a subtitle: “procent”.
        "label" => label: Text;
        /// After a value: “%”; may be empty.
        "short" => short: Text;
    }
}

record! {
    /// What is measured, and its values.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Indicator {
        /// Stable id, `a-z0-9-`; part of addresses.
        "id" => id: String;
        /// Short name, no unit.
        "title" => title: Text;
        /// Its name where room is short, as on a slide: whole words where possible, about 26
        /// characters. The title where it is left out.
        "short" => short: Option<Text>, unless "Option::is_none";
        /// The name as a definite noun phrase in lower case that sentences are built around:
        /// “andelen med eftergymnasial utbildning”.
        "subject" => subject: Text;
        /// What is measured, in one to three sentences.
        "definition" => definition: Text;
        /// Share of whom, per whom.
        "base" => base: Text;
        /// Id of a unit.
        "unit" => unit: String;
        /// Decimals shown, 0–3. Values may hold more.
        "decimals" => decimals: u8;
        /// Which way is wanted.
        "direction" => direction: Direction;
        /// Focus area; none for background indicators.
        "focusArea" => focus_area: Option<String>, unless "Option::is_none";
        /// Priority area.
        "priorityArea" => priority_area: Option<String>, unless "Option::is_none";
        /// A level to reach, where one is set.
        "target" => target: Option<Target>, unless "Option::is_none";
        /// Where the values come from.
        "source" => source: Source;
        /// How many years each value covers, ending with its period, where that is more than one: a
        /// mean of four, a life table of five. Values that share years are not set against each other.
        "window" => window: Option<u32>, unless "Option::is_none";
        /// Where the series changes its definition: nothing is computed across.
        "breaks" => breaks: Vec<Break>, unless "Vec::is_empty";
        /// How far values may lie from what they stand for, where the source says so.
        "margin" => margin: Option<Margin>, unless "Option::is_none";
        /// What a reader must know.
        "caveats" => caveats: Vec<Text>, unless "Vec::is_empty";
        /// Remarks at points in time.
        "annotations" => annotations: Vec<Annotation>, unless "Vec::is_empty";
        /// The values.
        "values" => values: Values;
    }
}

record! {
    /// A level to reach by a period: a value for everybody, or a factor of each area's own base.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Target {
        /// When it is to be reached.
        "period" => period: String;
        /// The level, the same for every area.
        "value" => value: Option<f64>, unless "Option::is_none";
        /// With `factor`: the period whose value is multiplied.
        "basePeriod" => base_period: Option<String>, unless "Option::is_none";
        /// With `basePeriod`: 0.15 means 85 per cent lower.
        "factor" => factor: Option<f64>, unless "Option::is_none";
        /// Whose target it is.
        "text" => text: Text;
    }
}

record! {
    /// Where values come from.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Source {
        /// The primary source.
        "publisher" => publisher: Name;
        /// KPI or table id.
        "table" => table: Option<String>, unless "Option::is_none";
        /// Through whom it was read, when not from the primary source itself.
        "via" => via: Option<String>, unless "Option::is_none";
        /// What was computed on the way; none for values as published.
        "processed" => processed: Option<Text>, unless "Option::is_none";
        /// Address of the source.
        "href" => href: Option<String>, unless "Option::is_none";
        /// The source's terms: an SPDX identifier, an address or a name.
        "licence" => licence: Option<String>, unless "Option::is_none";
        /// When the source was last asked, `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`.
        "retrieved" => retrieved: Option<String>, unless "Option::is_none";
        /// Addresses asked, without secrets, in the order their answers were read.
        "request" => request: Vec<String>, unless "Vec::is_empty";
        /// Files read, relative to the catalogue.
        "files" => files: Vec<String>, unless "Vec::is_empty";
        /// SHA-256 in lower case hexadecimal of the one file or answer read. Of several, the
        /// SHA-256 of theirs, each followed by a line feed, files first.
        "sha256" => sha256: Option<String>, unless "Option::is_none";
    }
}

record! {
    /// A change of definition.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Break {
        /// First period of the new series.
        "period" => period: String;
        /// What changed.
        "text" => text: Text;
    }
}

record! {
    /// How far values may lie from what they stand for: the half width of a survey's confidence
    /// interval, or the largest noise added to protect individuals. Places are told as spans and
    /// differences within it as none. Exactly one of `value` and `dataset` is present.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Margin {
        /// In the indicator's unit, the same for every value.
        "value" => value: Option<f64>, unless "Option::is_none";
        /// A JSON-stat 2.0 dataset of margins, read with the mapping of the values.
        "dataset" => dataset: Option<Dataset>, unless "Option::is_none";
        /// First period whose values have it; all where it is left out.
        "from" => from: Option<String>, unless "Option::is_none";
        /// What it is and who says so: “95-procentigt konfidensintervall enligt källan”.
        "text" => text: Text;
    }
}

record! {
    /// A remark at a point in time.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Annotation {
        /// When.
        "period" => period: String;
        /// For one area only.
        "area" => area: Option<String>, unless "Option::is_none";
        /// The remark.
        "text" => text: Text;
    }
}

record! {
    /// A span of time.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Event {
        /// Stable id.
        "id" => id: String;
        /// First period.
        "from" => from: String;
        /// Last period, included.
        "to" => to: String;
        /// Its name.
        "title" => title: Text;
    }
}

record! {
    /// Values in the document, or beside it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Values {
        /// A JSON-stat 2.0 dataset. Exactly one of `dataset` and `href` is present.
        "dataset" => dataset: Option<Dataset>, unless "Option::is_none";
        /// Relative address of a JSON-stat 2.0 dataset, loaded when first shown.
        "href" => href: Option<String>, unless "Option::is_none";
        /// How to read a dataset whose dimensions are not named area, period, sex, origin.
        "mapping" => mapping: Option<Mapping>, unless "Option::is_none";
    }
}

record! {
    /// Names of a foreign dataset's dimensions and codes; what is left out is found by role
    /// (`geo`, `time`) or by well-known names (`Region`, `Tid`, `Kon`, `Fodelseregion`).
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Mapping {
        /// Dimension holding area codes.
        "area" => area: Option<String>, unless "Option::is_none";
        /// Dimension holding periods.
        "period" => period: Option<String>, unless "Option::is_none";
        /// Dimension holding sex.
        "sex" => sex: Option<String>, unless "Option::is_none";
        /// Dimension holding origin.
        "origin" => origin: Option<String>, unless "Option::is_none";
        /// Category code → `total`, `women`, `men`.
        "sexes" => sexes: Keyed<String>, unless "Keyed::is_empty";
        /// Category code → `total`, `domestic`, `foreign`.
        "origins" => origins: Keyed<String>, unless "Keyed::is_empty";
        /// Category to take of every other dimension with more than one: `{"ContentsCode": "BE0101N1"}`.
        "fixed" => fixed: Keyed<String>, unless "Keyed::is_empty";
        /// Status symbol → a reason of [`super::jsonstat`]'s table, since symbols differ by source.
        "symbols" => symbols: Keyed<String>, unless "Keyed::is_empty";
    }
}
