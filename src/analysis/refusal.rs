//! Why a number cannot be computed: a value of its own, never NaN and never zero.

/// Why a measure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Refusal {
    /// Fewer values than the measure needs.
    TooFew,
    /// Some value is below zero: shares of a total have no meaning.
    Negative,
    /// Some value is zero: it has no logarithm, and nothing is a multiple of it.
    Zero,
    /// The mean (or the level that is divided by) is not above zero.
    NoLevel,
    /// All values are equal, and the measure asks how they differ.
    AllEqual,
    /// The county has no value to measure from.
    NoCounty,
    /// An area with a value has no weight, or no weight is above zero.
    NoWeights,
    /// The values are totals that grow with the size of the area.
    Amount,
    /// No way is wanted, so there is no best.
    NoDirection,
    /// The values of the two groups are not told apart.
    NoGroups,
}

/// A measure, or why there is none.
pub type Measured = Result<f64, Refusal>;
