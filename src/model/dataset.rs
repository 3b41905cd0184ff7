//! The whole bundle, understood.

use std::sync::Arc;

use crate::base::{id::IndicatorId, locale::Locale, text::Text};

use super::{
    Indicator, Regions, Table,
    shape::Shapes,
    story::Story,
    strategy::{Event, Strategy},
};

/// A link to read more; `href` is http(s) or relative, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it says.
    pub text: Text,
    /// Where it leads.
    pub href: String,
}

/// Who published what, when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// Stable id.
    pub id: String,
    /// The page's name.
    pub title: Text,
    /// Who stands behind the compilation.
    pub publisher: Text,
    /// Licence of the compilation.
    pub licence: Text,
    /// Day of the compilation, `YYYY-MM-DD`.
    pub updated: String,
    /// Languages of the texts, first is the default; never empty.
    pub languages: Vec<Locale>,
    /// Where to read more.
    pub links: Vec<Link>,
    /// SHA-256 the bundle says it has; what it is computed over is checked where it is made.
    pub sha256: Option<String>,
}

/// Where an indicator's values are.
#[derive(Clone, Debug, PartialEq)]
pub enum Slot {
    /// Loaded.
    Here(Arc<Table>),
    /// In a file of its own, at this address relative to the bundle.
    Elsewhere(String),
}

/// A validated bundle. What becomes another in its life, values that come and a story that is written,
/// leaves the rest where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    pub(super) lasting: Arc<Lasting>,
    pub(super) slots: Vec<Slot>,
    pub(super) story: Arc<Story>,
}

/// What stays as it was loaded.
#[derive(Debug, PartialEq)]
pub(super) struct Lasting {
    pub(super) meta: Meta,
    pub(super) regions: Regions,
    pub(super) shapes: Option<Shapes>,
    pub(super) strategy: Strategy,
    pub(super) indicators: Vec<Indicator>,
    pub(super) mappings: Vec<crate::bundle::format::Mapping>,
    pub(super) weights: Option<IndicatorId>,
    pub(super) events: Vec<Event>,
}

impl Dataset {
    /// Who published what, when.
    pub fn meta(&self) -> &Meta {
        &self.lasting.meta
    }

    /// All areas.
    pub fn regions(&self) -> &Regions {
        &self.lasting.regions
    }

    /// Borders, where the bundle has them.
    pub fn shapes(&self) -> Option<&Shapes> {
        self.lasting.shapes.as_ref()
    }

    /// The strategy.
    pub fn strategy(&self) -> &Strategy {
        &self.lasting.strategy
    }

    /// Spans of time to mark.
    pub fn events(&self) -> &[Event] {
        &self.lasting.events
    }

    /// What is told of it.
    pub fn story(&self) -> &Story {
        &self.story
    }

    /// The same dataset with another story.
    #[must_use]
    pub fn with_story(&self, story: Story) -> Self {
        Self { story: Arc::new(story), ..self.clone() }
    }

    /// Every indicator id, in bundle order.
    pub fn ids(&self) -> impl Iterator<Item = IndicatorId> + '_ {
        (0..self.lasting.indicators.len()).filter_map(IndicatorId::new)
    }

    /// The indicator with this id.
    #[expect(clippy::indexing_slicing, reason = "ids are only made by this dataset's loader")]
    pub fn indicator(&self, id: IndicatorId) -> &Indicator {
        &self.lasting.indicators[id.index()]
    }

    /// The indicator with this address id.
    pub fn by_id(&self, id: &str) -> Option<IndicatorId> {
        self.lasting.indicators.iter().position(|i| i.id == id).and_then(IndicatorId::new)
    }

    /// Indicators that hang on no focus area.
    pub fn background(&self) -> Vec<IndicatorId> {
        self.ids().filter(|&id| self.indicator(id).focus_area.is_none()).collect()
    }

    /// Where the indicator's values are.
    #[expect(clippy::indexing_slicing, reason = "ids are only made by this dataset's loader")]
    pub fn slot(&self, id: IndicatorId) -> &Slot {
        &self.slots[id.index()]
    }

    /// The indicator's values, when loaded.
    pub fn table(&self, id: IndicatorId) -> Option<&Arc<Table>> {
        match self.slot(id) {
            Slot::Here(table) => Some(table),
            Slot::Elsewhere(_) => None,
        }
    }

    /// The indicator whose values weight the areas (population).
    pub fn weights(&self) -> Option<IndicatorId> {
        self.lasting.weights
    }

    /// The same dataset with one more table loaded.
    #[must_use]
    pub fn with_table(&self, id: IndicatorId, table: Table) -> Self {
        let mut next = self.clone();
        if let Some(slot) = next.slots.get_mut(id.index()) {
            let known = self.indicator(id);
            *slot = Slot::Here(Arc::new(table.known_by(known.margin.clone(), known.window)));
        }
        next
    }
}
