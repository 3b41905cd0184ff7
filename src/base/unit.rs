//! What a value counts.

use super::text::Text;

/// How differences of a unit are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    /// Shares: differences are percentage points, the sign `%` follows a number.
    Percent,
    /// Rates, means: differences carry the unit itself.
    Number,
    /// Money of its year, per person or thing: like a number, but growth and wider distances in the
    /// unit may be nothing but rising prices.
    Money,
    /// Totals that grow with the size of the area (tonnes, hectares, people): a county or the
    /// nation is no level to compare its parts with.
    Amount,
}

/// A unit of measurement with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// How differences are spoken of.
    pub kind: UnitKind,
    /// In a subtitle: “procent”, “kronor per invånare”.
    pub label: Text,
    /// After a value: “%”, “kr”; may be empty.
    pub short: Text,
}
