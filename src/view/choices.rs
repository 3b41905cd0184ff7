//! What a reader has chosen about a way to look, besides the way itself.

use crate::base::{id::IndicatorId, period::Period};

use super::{
    spec::{counting::Mode, spread::Chosen},
    words::change::Counted,
};

/// The choices; each matters to some ways to look and is kept while others are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Choices {
    /// How values over time are counted.
    pub mode: Mode,
    /// The base period of an index; `None` is the first that can be compared.
    pub base: Option<Period>,
    /// The measure of spread below the areas.
    pub measure: Chosen,
    /// The indicator this one is held against; `None` is the one suggested.
    pub with: Option<IndicatorId>,
    /// The earlier of two periods that are compared; `None` is the first that can be.
    pub from: Option<Period>,
    /// The later one; `None` is the latest.
    pub to: Option<Period>,
    /// How the change between them is counted on maps.
    pub counted: Counted,
    /// Whether every area's way through the years is drawn.
    pub trails: bool,
}
