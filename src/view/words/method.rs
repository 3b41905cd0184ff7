//! Labels of how a number is computed.

use crate::base::locale::Locale;

/// Texts of one language.
pub struct MethodWords {
    /// The formula in words.
    pub formula: &'static str,
    /// What it is made of.
    pub inputs: &'static str,
    /// Who published that.
    pub source: &'static str,
    /// Which periods.
    pub years: &'static str,
    /// What to bear in mind.
    pub note: &'static str,
    /// Where the series breaks.
    pub breaks: &'static str,
    /// Where values are means over years.
    pub window: &'static str,
    /// The verdicts on how things have developed.
    pub verdicts: &'static str,
}

/// The texts of this language.
pub fn method(locale: Locale) -> &'static MethodWords {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: MethodWords = MethodWords {
    formula: "Formel",
    inputs: "Underlag",
    source: "Källa",
    years: "År",
    note: "Not",
    breaks: "Inget räknas över ett tidsseriebrott.",
    window: "Värden som omfattar flera år jämförs bara när de inte delar något år.",
    verdicts: "Omdömen om utvecklingen",
};

static EN: MethodWords = MethodWords {
    formula: "Formula",
    inputs: "Inputs",
    source: "Source",
    years: "Years",
    note: "Note",
    breaks: "Nothing is computed across a break.",
    window: "Values that cover several years are compared only where they share none.",
    verdicts: "Verdicts on the development",
};
