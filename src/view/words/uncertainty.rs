//! Words of values with margins: what cannot be told apart.

use crate::base::locale::Locale;

/// Texts of one language.
pub struct Uncertainty {
    /// Heading over what a margin is.
    pub heading: &'static str,
    /// Places that an area may have: best, worst, of how many.
    pub places: fn(usize, usize, usize) -> String,
    /// After such places.
    pub open: &'static str,
    /// Predicate of a difference, after a comma.
    pub within: &'static str,
    /// The same as a sentence.
    pub difference: &'static str,
    /// In the legend of changes, those within their margins.
    pub unchanged: &'static str,
    /// A change within its margin: since when.
    pub unchanged_since: fn(&str) -> String,
    /// When (“År 2022”) nobody is first for certain.
    pub first: fn(&str) -> String,
    /// After such places in the chart of them over time.
    pub lines: &'static str,
    /// Municipalities where a gap is within the uncertainty, of how many.
    pub gaps: fn(&str, &str) -> String,
    /// When a difference is within the uncertainty.
    pub how: &'static str,
}

/// The texts of this language.
pub fn uncertainty(locale: Locale) -> &'static Uncertainty {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Uncertainty = Uncertainty {
    heading: "Osäkerhet",
    places: |best, worst, of| format!("plats {best}–{worst} av {of}"),
    open: "Skillnaderna däremellan är mindre än osäkerheten.",
    within: "mindre än osäkerheten",
    difference: "Skillnaden är mindre än osäkerheten.",
    unchanged: "oförändrat inom osäkerheten",
    unchanged_since: |since| format!("oförändrat inom osäkerheten sedan {since}"),
    first: |when| {
        format!("{when} kan första platsen inte avgöras, eftersom skillnaderna är mindre än osäkerheten.")
    },
    lines: "Linjerna följer de publicerade värdena, utan osäkerhet.",
    gaps: |within, of| format!("I {within} av {of} kommuner är den nu mindre än osäkerheten."),
    how: "En skillnad är mindre än osäkerheten när den är högst roten ur summan av de båda marginalernas kvadrater.",
};

static EN: Uncertainty = Uncertainty {
    heading: "Uncertainty",
    places: |best, worst, of| format!("rank {best}–{worst} of {of}"),
    open: "The differences in between are smaller than the uncertainty.",
    within: "smaller than the uncertainty",
    difference: "The difference is smaller than the uncertainty.",
    unchanged: "unchanged within the uncertainty",
    unchanged_since: |since| format!("unchanged within the uncertainty since {since}"),
    first: |when| {
        format!("{when} nobody can be said to rank first: the differences are smaller than the uncertainty.")
    },
    lines: "The lines follow the published values, without uncertainty.",
    gaps: |within, of| format!("In {within} of {of} municipalities it is now smaller than the uncertainty."),
    how: "A difference is smaller than the uncertainty when it is at most the square root of the sum of both margins squared.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_open_is_told() {
        let (sv, en) = (uncertainty(Locale::Sv), uncertainty(Locale::En));
        assert_eq!((sv.places)(3, 7, 12), "plats 3–7 av 12");
        assert_eq!((en.places)(3, 7, 12), "rank 3–7 of 12");
    }
}
