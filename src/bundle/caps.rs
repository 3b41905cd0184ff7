//! How much a reader is willing to take in.

/// Limits of one document. Beyond them reading fails with [`super::problem::Kind::TooLarge`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caps {
    /// Bytes of the document.
    pub bytes: usize,
    /// Areas.
    pub areas: usize,
    /// Indicators.
    pub indicators: usize,
    /// Cells of all datasets together, counted by their sizes whether present or not.
    pub cells: usize,
    /// Positions of all arcs together.
    pub vertices: usize,
    /// Bytes of one string as written.
    pub string: usize,
    /// Objects and arrays inside each other; past 127 the JSON reader refuses anyway.
    pub depth: usize,
}

/// Cells of one dataset that are decoded at most, whoever made it.
pub const MOST_CELLS: usize = 4_000_000;

impl Default for Caps {
    /// Room for every Swedish municipality and RegSO with a few hundred indicators.
    fn default() -> Self {
        Self {
            bytes: 64 * 1024 * 1024,
            areas: 10_000,
            indicators: 2_000,
            cells: MOST_CELLS,
            vertices: 1_000_000,
            string: 20_000,
            depth: 32,
        }
    }
}
