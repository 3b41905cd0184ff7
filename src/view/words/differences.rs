//! Words of the differences inside the county: the verdict, what the figure hangs on, the measures.

use crate::analysis::{
    convergence::{Course, Drift},
    refusal::Refusal,
};
use crate::base::locale::Locale;

/// Texts of one language.
pub struct Differences {
    /// Name of the panel.
    pub title: &'static str,
    /// The verdict: first and last period, where the areas go together, how relative to each other.
    pub verdict: fn(&str, &str, Course, Drift) -> String,
    /// After it, where a direction is wanted: whether the way is the wanted one.
    pub wanted: fn(bool) -> &'static str,
    /// The area the spread hangs on: name, deviation with it, with its unit, and without it.
    pub driver: fn(&str, &str, &str) -> String,
    /// How far the order is kept: first and last period, Kendall's W.
    pub order: fn(&str, &str, &str) -> String,
    /// The fold that holds the measures.
    pub measures: &'static str,
    /// The first column.
    pub measure: &'static str,
    /// A column: every area counts the same; period.
    pub unweighted: fn(&str) -> String,
    /// A column: every inhabitant counts the same; period.
    pub weighted: fn(&str) -> String,
    /// Why a measure has no value.
    pub refusal: fn(Refusal) -> &'static str,
    /// Where weights change nothing.
    pub no_weights: &'static str,
    /// How everything is computed.
    pub how: &'static str,
}

/// The texts of this language.
pub fn differences(locale: Locale) -> &'static Differences {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Differences = Differences {
    title: "Skillnaderna mellan kommunerna",
    verdict: |from, to, course, drift| {
        let level = match course {
            Course::Upward => "har kommunernas värden i genomsnitt stigit",
            Course::Downward => "har kommunernas värden i genomsnitt sjunkit",
            Course::Level => "har kommunernas värden i genomsnitt inte ändrats",
        };
        let apart = match drift {
            Drift::Converging => "och kommunerna har närmat sig varandra",
            Drift::Diverging => "och avstånden mellan dem vuxit",
            Drift::Level => "och avstånden mellan dem är ungefär lika stora som då",
        };
        format!("Mellan {from} och {to} {level} {apart}.")
    },
    wanted: |yes| if yes { "Nivån går åt önskat håll." } else { "Nivån går åt fel håll." },
    driver: |name, with, without| {
        format!(
            "Spridningen beror mest på {name}: utan den kommunen vore standardavvikelsen {without} i stället för {with}."
        )
    },
    order: |from, to, w| {
        format!(
            "Kommunernas rangordning {from} och {to} stämmer överens till {w} (Kendalls W): 1 är samma ordning, 0,5 ordningar utan samband, 0 den omvända."
        )
    },
    measures: "Mått på skillnaderna",
    measure: "Mått",
    unweighted: |period| format!("{period}, kommunerna lika"),
    weighted: |period| format!("{period}, efter folkmängd"),
    refusal: |refusal| match refusal {
        Refusal::TooFew => "för få värden",
        Refusal::Negative => "saknar mening: det finns värden under noll",
        Refusal::Zero => "saknar mening: det finns värden som är noll",
        Refusal::NoLevel => "saknar mening: genomsnittet är inte över noll",
        Refusal::AllEqual => "alla är lika",
        Refusal::NoCounty => "länet saknar värde",
        Refusal::NoWeights => "folkmängd saknas",
        Refusal::Amount => "gäller inte totaler",
        Refusal::NoDirection => "ingen önskad riktning",
        Refusal::NoGroups => "grupperna särredovisas inte",
    },
    no_weights: "samma",
    how: "Måtten räknas på kommunernas publicerade värden, vägda med folkmängden samma år. Avstånden har vuxit eller krympt när standardavvikelsen har ändrats med minst tio procent och minst ett halvt steg av sista decimalen, och inget annat mått i samma enhet tydligt säger emot. Ginikoefficienten, Theils T-index och den genomsnittliga logaritmiska avvikelsen är noll när alla är lika.",
};

static EN: Differences = Differences {
    title: "The differences between the municipalities",
    verdict: |from, to, course, drift| {
        let level = match course {
            Course::Upward => "the municipalities’ values have risen on average",
            Course::Downward => "the municipalities’ values have fallen on average",
            Course::Level => "the municipalities’ values have not changed on average",
        };
        let apart = match drift {
            Drift::Converging => "and the municipalities have come closer together",
            Drift::Diverging => "and the distances between them have grown",
            Drift::Level => "and the distances between them are about the same",
        };
        format!("Between {from} and {to} {level} {apart}.")
    },
    wanted: |yes| {
        if yes {
            "The level is moving in the desired direction."
        } else {
            "The level is moving in the wrong direction."
        }
    },
    driver: |name, with, without| {
        format!(
            "The spread depends most on {name}: without that municipality the standard deviation would be {without} instead of {with}."
        )
    },
    order: |from, to, w| {
        format!(
            "The rankings of the municipalities in {from} and {to} agree to {w} (Kendall’s W): 1 is the same order, 0.5 unrelated orders, 0 the reverse."
        )
    },
    measures: "Measures of the differences",
    measure: "Measure",
    unweighted: |period| format!("{period}, municipalities alike"),
    weighted: |period| format!("{period}, by population"),
    refusal: |refusal| match refusal {
        Refusal::TooFew => "too few values",
        Refusal::Negative => "has no meaning: some values are below zero",
        Refusal::Zero => "has no meaning: some values are zero",
        Refusal::NoLevel => "has no meaning: the mean is not above zero",
        Refusal::AllEqual => "all are equal",
        Refusal::NoCounty => "the county has no value",
        Refusal::NoWeights => "no population",
        Refusal::Amount => "not for totals",
        Refusal::NoDirection => "no desired direction",
        Refusal::NoGroups => "the groups are not told apart",
    },
    no_weights: "the same",
    how: "The measures are made of the municipalities’ published values, weighted by the population of the same year. The distances have grown or shrunk when the standard deviation has changed by at least ten per cent and half a step of the last decimal, and no other measure in the same unit clearly says otherwise. The Gini coefficient, Theil’s T and the mean log deviation are zero when all are equal.",
};
