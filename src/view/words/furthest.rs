//! Words of the municipality that differs most from the county.

use crate::base::locale::Locale;

/// Texts of one language.
pub struct Furthest {
    /// Who differs most; the median distance in standard deviations; that of the one in the middle.
    pub told: fn(&str, &str, &str) -> String,
    /// Where the distance is largest: indicator, value, the county's.
    pub largest: fn(&str, &str, &str) -> String,
    /// How it is counted, after how the distances are.
    pub how: &'static str,
}

/// The texts of this language.
pub fn furthest(locale: Locale) -> &'static Furthest {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Furthest = Furthest {
    told: |who, distance, middle| {
        format!(
            "Mest skiljer sig {who} från länet, oavsett håll: i median {distance} standardavvikelser, mot {middle} för kommunen i mitten."
        )
    },
    largest: |title, value, county| format!("Störst är avståndet i ”{title}” ({value}, länet {county})."),
    how: " Mest skiljer sig den vars avstånd, utan tecken, har högst median. Indikatorer där länet saknar värde eller ligger utanför sina kommuner räknas då inte, och kommunen ska ha tre fjärdedelar av de andra.",
};

static EN: Furthest = Furthest {
    told: |who, distance, middle| {
        format!(
            "Furthest from the county, either way: {who}, at a median of {distance} standard deviations (the middle municipality {middle})."
        )
    },
    largest: |title, value, county| format!("Most of all in “{title}” ({value}, county {county})."),
    how: " Furthest is the one whose distances, without sign, have the highest median. Indicators without a county value, or where the county lies outside its municipalities, then do not count; three quarters of the others must have a value.",
};
