//! Figures that do not add up on purpose: noise added to protect individuals, and samples.
//!
//! From 2025 Statistics Sweden adds small random deviations to every figure on its own (Cell Key
//! Method), so that women and men together are no longer everybody. A bundle says so by a margin, or
//! by naming the method where it explains the indicator; a break that names it holds from its period.

use crate::base::locale::lower;
use crate::base::period::Period;
use crate::base::text::Text;
use crate::model::Indicator;

/// Names of the method, in small letters.
const NAMES: [&str; 3] = ["cell key", "cell-key", "ckm"];

/// Whether an indicator's figures of a period carry noise or a margin.
pub(super) fn is_noisy(indicator: &Indicator, period: Period) -> bool {
    let margin = indicator.margin.iter().any(|m| m.from.is_none_or(|from| period >= from));
    let breaks = indicator.breaks.iter().filter(|b| period >= b.period).any(|b| names(&b.text));
    let annotations = indicator.annotations.iter().filter(|a| period >= a.period).any(|a| names(&a.text));
    // A caveat may speak of what a break dates.
    let dated = indicator.breaks.iter().any(|b| names(&b.text));
    let always = indicator.caveats.iter().chain(&indicator.source.processed).chain([&indicator.definition]);
    margin || breaks || annotations || (!dated && always.into_iter().any(names))
}

fn names(text: &Text) -> bool {
    let said = |text: &str| NAMES.iter().any(|name| lower(text).contains(name));
    said(&text.sv) || text.en.as_deref().is_some_and(said)
}
