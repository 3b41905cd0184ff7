//! What is told of the figures, scene by scene.

use crate::base::{
    id::{AreaId, IndicatorId},
    period::Period,
    text::Text,
};

pub use crate::bundle::story::{Layout, Panel};

/// A story; without scenes there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Story {
    /// Its name.
    pub title: Text,
    /// Its scenes in order, every id once.
    pub scenes: Vec<Scene>,
}

/// One scene.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scene {
    /// Stable id; part of addresses.
    pub id: String,
    /// How it stands.
    pub layout: Layout,
    /// In large type; may be empty.
    pub headline: Text,
    /// A sentence or two; may be empty.
    pub text: Text,
    /// A list.
    pub points: Vec<Text>,
    /// For the speaker only; may be empty.
    pub notes: Text,
    /// Which focus area's findings.
    pub focus_area: Option<usize>,
    /// What pictures show: the app's address without its `#1/`.
    pub state: Option<String>,
    /// Which panels; at least one in a [`Layout::Picture`].
    pub panels: Vec<Panel>,
    /// Where the running of years begins.
    pub from: Option<Period>,
    /// Remarks with an arrow.
    pub marks: Vec<Remark>,
    /// Where a text can be followed to.
    pub indicators: Vec<IndicatorId>,
    /// How long it is meant to stand.
    pub seconds: Option<u32>,
}

/// A remark with an arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The area it points at.
    pub area: AreaId,
    /// The period, where a point of a line is meant.
    pub period: Option<Period>,
    /// What it says.
    pub text: Text,
}

impl Story {
    /// The place of the scene with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.scenes.iter().position(|scene| scene.id == id)
    }

    /// Seconds planned before the scene at `n`; scenes without a plan count none.
    pub fn planned(&self, n: usize) -> u32 {
        self.scenes.iter().take(n).filter_map(|scene| scene.seconds).fold(0, u32::saturating_add)
    }
}
