//! The views a picture can show, each with its word on the command line.

use crate::view::aspect::Aspect;

/// A view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// The map with its legend.
    Map,
    /// Bars from highest to lowest.
    Ranking,
    /// Women and men beside each other, the largest gap first.
    Gap,
    /// The gap between women and men as a map.
    GapMap,
    /// One of the ways to look at the development.
    Over(Aspect),
    /// The profile of a municipality.
    Spine,
    /// Every indicator by every municipality.
    Overview,
    /// The strategy's indicators by how the county moves.
    Climb,
}

impl View {
    /// All, with their words.
    pub const ALL: [(&str, Self); 16] = [
        ("map", Self::Map),
        ("ranking", Self::Ranking),
        ("time", Self::Over(Aspect::Levels)),
        ("gap", Self::Gap),
        ("gap-map", Self::GapMap),
        ("gap-time", Self::Over(Aspect::Gap)),
        ("spread", Self::Over(Aspect::Spread)),
        ("ranks", Self::Over(Aspect::Ranks)),
        ("slope", Self::Over(Aspect::Slope)),
        ("change", Self::Over(Aspect::Change)),
        ("each", Self::Over(Aspect::Each)),
        ("tiles", Self::Over(Aspect::Tiles)),
        ("scatter", Self::Over(Aspect::Scatter)),
        ("spine", Self::Spine),
        ("overview", Self::Overview),
        ("climb", Self::Climb),
    ];

    /// Its word.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|v| v.1 == self).map_or("", |v| v.0)
    }

    /// Whether it is about one indicator.
    pub fn of_indicator(self) -> bool {
        !matches!(self, Self::Spine | Self::Overview | Self::Climb)
    }

    /// Whether it sets women beside men.
    pub fn of_sexes(self) -> bool {
        matches!(self, Self::Gap | Self::GapMap)
    }
}
