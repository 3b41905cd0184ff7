//! How areas without a value look: the same pattern on the map and in its legend.

use crate::{base::color::Theme, model::Missing};

use super::mark::Fill;

/// Dots where the value is protected, nothing where the question has no meaning, otherwise
/// diagonal lines.
pub fn fill(reason: Missing, theme: &Theme) -> Option<Fill> {
    match reason {
        Missing::Suppressed => Some(Fill::Dots { color: theme.hatch, ground: theme.hatch_ground }),
        Missing::NotApplicable => None,
        _ => Some(Fill::Hatch { color: theme.hatch, ground: theme.hatch_ground }),
    }
}
