//! What a reader has chosen about a way to look, besides the way itself.

use crate::base::id::IndicatorId;

/// The choices; each matters to some ways to look and is kept while others are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Choices {
    /// The indicator this one is held against; `None` is the one suggested.
    pub with: Option<IndicatorId>,
    /// Whether every area's way through the years is drawn.
    pub trails: bool,
}
