//! What a check found: typed, so that a terminal, a page and a program each say it in their own way.

use crate::base::note::Note;
use crate::base::text::Text;
use crate::base::{
    id::{AreaId, IndicatorId},
    period::Period,
};
use crate::model::{Group, Missing};

/// How much a finding matters, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Odd, and the bundle itself says why.
    Explained,
    /// Worth knowing; nothing needs to be done.
    Note,
    /// Probably something to mend or to explain in the catalogue.
    Warning,
    /// Cannot be right: to be mended before the bundle is used.
    Grave,
}

impl Severity {
    /// All of them, the gravest first.
    pub const ALL: [Self; 4] = [Self::Grave, Self::Warning, Self::Note, Self::Explained];

    /// A stable word.
    pub fn code(self) -> &'static str {
        match self {
            Self::Grave => "grave",
            Self::Warning => "warning",
            Self::Note => "note",
            Self::Explained => "explained",
        }
    }
}

/// One finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// The indicator of the bundle that is checked.
    pub indicator: Option<IndicatorId>,
    /// The area of the bundle that is checked.
    pub area: Option<AreaId>,
    /// The period.
    pub period: Option<Period>,
    /// Whom it is about; everybody where that says nothing.
    pub group: Group,
    /// What was found.
    pub fact: Fact,
    /// What the bundle itself says about it.
    pub explained: Option<Text>,
}

impl Finding {
    /// A finding about the bundle as a whole.
    pub fn of(severity: Severity, fact: Fact) -> Self {
        let group = Group::default();
        Self { severity, indicator: None, area: None, period: None, group, fact, explained: None }
    }

    /// The same about an indicator.
    #[must_use]
    pub fn about(self, indicator: IndicatorId) -> Self {
        Self { indicator: Some(indicator), ..self }
    }

    /// The same at one value.
    #[must_use]
    pub fn at(self, area: AreaId, period: Period, group: Group) -> Self {
        Self { area: Some(area), period: Some(period), group, ..self }
    }
}

/// A text of an indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Its name.
    Title,
    /// Its name where room is short.
    Short,
    /// The noun phrase that sentences are built around.
    Subject,
    /// What is measured.
    Definition,
    /// Share of whom, per whom.
    Base,
    /// The unit in words.
    UnitLabel,
    /// What was computed on the way.
    Processed,
    /// What a reader must know.
    Caveat,
    /// A change of definition.
    Break,
    /// A remark at a point in time.
    Annotation,
    /// A level to reach.
    Target,
    /// What the margin is.
    Margin,
}

/// Where the bundle itself lacks a translation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Its title, publisher, licence or links.
    Meta,
    /// The strategy.
    Strategy,
    /// What an audience sees of the story.
    Story,
    /// Spans of time.
    Events,
    /// Where the borders come from.
    Borders,
}

/// What is the matter with a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Holds no word.
    Wordless,
    /// Only repeats the indicator's name.
    RepeatsTitle,
    /// Begins with a capital, though sentences are built around it.
    Capital,
    /// A short name that is longer than the name.
    Longer,
}

/// What was found, with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// Values are missing inside a series, while most areas of the level have theirs.
    Gap {
        /// First and last period of each hole.
        spans: Vec<(Period, Period)>,
        /// In how many breakdowns at most.
        groups: usize,
        /// Why, as the bundle says.
        reason: Missing,
    },
    /// Municipalities have no value at all, while others have some.
    Absent {
        /// Which, in the order of their names.
        areas: Vec<AreaId>,
        /// Of how many.
        of: usize,
        /// Why, as the bundle says.
        reason: Missing,
    },
    /// A value lies apart from those before and after it.
    Outlier {
        /// The value.
        value: f64,
        /// Median of the two values before and the two after.
        usual: f64,
        /// Modified z-score, see [`super::rule`].
        score: f64,
    },
    /// A value changed unlike the area usually changes and unlike the others.
    Jump {
        /// The period before.
        since: Period,
        /// Its value.
        before: f64,
        /// The value.
        value: f64,
        /// Middle change of the areas of its level, as it would be from the value before; none where
        /// there are too few.
        others: Option<f64>,
        /// Modified z-score, see [`super::rule`].
        score: f64,
    },
    /// Another indicator has the same values.
    SameSeries {
        /// The other one.
        other: IndicatorId,
        /// Number of equal values.
        cells: usize,
    },
    /// Another area has the same name, level and parent.
    SameArea {
        /// The other one.
        other: AreaId,
    },
    /// A zero where all other values of the area are far from zero.
    Zero {
        /// Median of the other values.
        usual: f64,
    },
    /// Shares outside 0–100; the finding names the farthest.
    OutsideShare {
        /// The value farthest outside.
        value: f64,
        /// How many are outside.
        cells: usize,
        /// Of how many.
        of: usize,
    },
    /// Every value of an indicator in per cent lies between 0 and 1.
    Fractions {
        /// The largest.
        most: f64,
        /// How many there are.
        cells: usize,
    },
    /// Municipalities whose codes do not begin with that of the county they are said to be in.
    OtherCounty {
        /// Which.
        areas: Vec<AreaId>,
        /// Of how many.
        of: usize,
    },
    /// Women and men together are not everybody.
    Sum {
        /// Everybody.
        total: f64,
        /// Women.
        women: f64,
        /// Men.
        men: f64,
    },
    /// Everybody's value lies outside those of women and men; the finding names the farthest.
    Between {
        /// Everybody.
        total: f64,
        /// Women.
        women: f64,
        /// Men.
        men: f64,
        /// At how many places.
        cells: usize,
        /// Of how many.
        of: usize,
    },
    /// Decimals are shown that the values do not have.
    Coarse {
        /// Decimals shown.
        shown: u8,
        /// Most decimals of any value.
        found: u8,
    },
    /// Texts of the indicator without a translation that the bundle's languages promise.
    Untranslated {
        /// Which.
        fields: Vec<Field>,
    },
    /// The same of texts of the bundle.
    UntranslatedPart {
        /// Which.
        part: Part,
        /// How many texts.
        texts: usize,
    },
    /// A text that says too little to be read aloud.
    Text {
        /// Which.
        field: Field,
        /// What is the matter.
        lack: Lack,
    },
    /// Loading the bundle left something out.
    LeftOut(Note),
    /// The values stand in a file of their own that cannot be read.
    Unread {
        /// Where they should be.
        href: String,
        /// Why not.
        why: String,
    },
    /// No area has a value.
    Empty,
    /// Values differ from the previous bundle's; the finding names the largest change.
    Revised {
        /// How many.
        cells: usize,
        /// Value before.
        before: f64,
        /// Value now.
        now: f64,
    },
    /// Values that the previous bundle did not have; the finding names the latest.
    Added {
        /// How many.
        cells: usize,
    },
    /// Values that only the previous bundle has.
    Gone {
        /// How many.
        cells: usize,
        /// First and last period of them.
        span: (Period, Period),
    },
    /// The unit is another than in the previous bundle.
    UnitChanged {
        /// The unit in words, before.
        before: Text,
    },
    /// An indicator that the previous bundle did not have.
    NewIndicator,
    /// An indicator that only the previous bundle has.
    GoneIndicator {
        /// Its id.
        id: String,
        /// Its name.
        title: Text,
    },
    /// An area that the previous bundle did not have.
    NewArea,
    /// An area that only the previous bundle has.
    GoneArea {
        /// Its code.
        code: String,
        /// Its name.
        name: Text,
    },
    /// What was to be compared with cannot be read.
    NoPrevious {
        /// Why.
        why: String,
    },
}

impl Fact {
    /// The kind of finding, a stable word.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Gap { .. } => "gap",
            Self::Absent { .. } => "absent",
            Self::Outlier { .. } => "outlier",
            Self::Jump { .. } => "jump",
            Self::SameSeries { .. } => "same-series",
            Self::SameArea { .. } => "same-area",
            Self::Zero { .. } => "zero",
            Self::OutsideShare { .. } => "outside-share",
            Self::Fractions { .. } => "fractions",
            Self::OtherCounty { .. } => "other-county",
            Self::Sum { .. } => "sum",
            Self::Between { .. } => "between",
            Self::Coarse { .. } => "decimals",
            Self::Untranslated { .. } | Self::UntranslatedPart { .. } => "translation",
            Self::Text { .. } => "text",
            Self::LeftOut(_) => "left-out",
            Self::Unread { .. } => "unread",
            Self::Empty => "empty",
            Self::Revised { .. } => "revised",
            Self::Added { .. } => "added",
            Self::Gone { .. } => "gone",
            Self::UnitChanged { .. } => "unit-changed",
            Self::NewIndicator => "new-indicator",
            Self::GoneIndicator { .. } => "gone-indicator",
            Self::NewArea => "new-area",
            Self::GoneArea { .. } => "gone-area",
            Self::NoPrevious { .. } => "no-previous",
        }
    }
}

/// Every kind there is, in the order reports list them.
pub const KINDS: [&str; 27] = [
    "unread",
    "left-out",
    "empty",
    "absent",
    "other-county",
    "outside-share",
    "fractions",
    "sum",
    "between",
    "same-series",
    "same-area",
    "zero",
    "outlier",
    "jump",
    "gap",
    "decimals",
    "text",
    "translation",
    "no-previous",
    "unit-changed",
    "gone-indicator",
    "gone-area",
    "gone",
    "revised",
    "added",
    "new-indicator",
    "new-area",
];
