//! Words of the spread between municipalities over time.

use crate::{
    analysis::{
        convergence::{Course, Doubt, Drift},
        dispersion::Measure,
        finding::SpreadChange,
    },
    base::locale::{Locale, capitalise},
    model::Level,
};

/// Texts of one language.
pub struct Spread {
    /// Name of the picture: the indicator, which areas.
    pub title: fn(&str, Level) -> String,
    /// Label of the middle municipality's line.
    pub median: &'static str,
    /// Label of the mean weighted by inhabitants.
    pub weighted: &'static str,
    /// Name of a measure.
    pub measure: fn(Measure) -> &'static str,
    /// Its name where areas count by their inhabitants: the name.
    pub by_inhabitants: fn(&str) -> String,
    /// What of it where areas count by their inhabitants.
    pub weighted_explained: &'static str,
    /// A measure then and now: name, its value, since when, its value, when.
    pub measured: fn(&str, &str, &str, &str, &str) -> String,
    /// What it says, in plain words.
    pub measure_explained: fn(Measure) -> &'static str,
    /// When (“År 2022”), highest area, its value, lowest area, its value, median.
    pub now: fn(&str, &str, &str, &str, &str, &str) -> String,
    /// When: all areas alike, their value, which areas.
    pub alike: fn(&str, &str, Level) -> String,
    /// Since when (“år 2000”), what has happened, the standard deviation then and now.
    pub moved: fn(&str, SpreadChange, &str, &str) -> String,
    /// The verdict: which areas, where they go together, whether that is wanted (`None` without
    /// a wanted direction), how they go relative to each other.
    pub verdict: fn(Level, Course, Option<bool>, Drift) -> String,
    /// After it, where the differences have moved the other way relative to the level: whether they grew so.
    pub relatively: fn(bool) -> &'static str,
    /// Why there is no verdict about which areas.
    pub doubt: fn(Level, Doubt) -> String,
    /// Where no area has values.
    pub nothing: &'static str,
}

/// The texts of this language.
pub fn spread(locale: Locale) -> &'static Spread {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Spread = Spread {
    title: |indicator, level| format!("{indicator}: skillnaderna mellan {} över tid", sv_areas(level)),
    median: "Median",
    weighted: "Vägt medel",
    measure: |m| match m {
        Measure::Range => "Högst minus lägst",
        Measure::Ratio => "Högst delat med lägst",
        Measure::Percentiles => "90:e percentilen delad med 10:e",
        Measure::Sd => "Standardavvikelse",
        Measure::Cv => "Variationskoefficient",
        Measure::MeanDeviation => "Medelavstånd till länet",
        Measure::Disparity => "Medelavstånd i procent av länet",
        Measure::Gini => "Ginikoefficient",
        Measure::Theil => "Theils T-index",
        Measure::Mld => "Genomsnittlig logaritmisk avvikelse",
    },
    by_inhabitants: |name| format!("{name}, vägt med folkmängd"),
    weighted_explained: "Varje område räknas efter sin folkmängd.",
    measured: |name, then, since, now, when| format!("{name}: {then} {since}, {now} {when}."),
    measure_explained: |m| match m {
        Measure::Range => "Högsta värdet minus det lägsta.",
        Measure::Ratio => "Högsta värdet delat med det lägsta.",
        Measure::Percentiles => {
            "Värdet som nio av tio områden ligger under, delat med det som ett av tio ligger under."
        }
        Measure::Sd => {
            "Roten ur medelvärdet av områdenas kvadrerade avstånd till sitt medelvärde. Så långt ligger områdena typiskt från sitt medelvärde."
        }
        Measure::Cv => {
            "Standardavvikelsen delad med medelvärdet, i procent. Gör olika indikatorer jämförbara."
        }
        Measure::MeanDeviation => "Så långt ligger områdena i genomsnitt från länets värde.",
        Measure::Disparity => {
            "Medelvärdet av områdenas avstånd till länet, delat med länets värde, i procent."
        }
        Measure::Gini => {
            "Medelavståndet mellan alla par av områden, delat med två gånger medelvärdet. Noll när alla områden har samma värde, nära ett när allt finns i ett område."
        }
        Measure::Theil => {
            "Medelvärdet av x gånger logaritmen av x, där x är områdets värde delat med medelvärdet. Noll när alla områden har samma värde. Påverkas mest av de höga värdena."
        }
        Measure::Mld => {
            "Medelvärdet av logaritmen av medelvärdet delat med områdets värde. Noll när alla områden har samma värde. Påverkas mest av de låga värdena."
        }
    },
    now: |period, high, high_value, low, low_value, median| {
        format!(
            "{period} hade {high} det högsta värdet ({high_value}) och {low} det lägsta ({low_value}); medianen var {median}."
        )
    },
    alike: |period, value, level| format!("{period} hade {} samma värde, {value}.", sv_areas(level)),
    moved: |since, change, then, now| match change {
        SpreadChange::Grown => format!("Standardavvikelsen har ökat från {then} {since} till {now}."),
        SpreadChange::Shrunk => format!("Standardavvikelsen har minskat från {then} {since} till {now}."),
        SpreadChange::Same | SpreadChange::Unknown => {
            if then == now {
                format!("Standardavvikelsen är densamma som {since}, {now}.")
            } else {
                format!("Standardavvikelsen är ungefär densamma som {since}: {now} mot {then} då.")
            }
        }
    },
    verdict: |level, course, wanted, drift| {
        let (way, good) = match (course, wanted) {
            (_, Some(true)) => ("går åt önskat håll", true),
            (_, Some(false)) => ("går åt fel håll", false),
            (Course::Upward, None) => ("ökar i genomsnitt", true),
            (Course::Downward, None) => ("minskar i genomsnitt", true),
            (Course::Level, None) => ("står i genomsnitt still", true),
        };
        let (but, what) = match drift {
            Drift::Converging => (!good || course == Course::Level, "närmar sig varandra"),
            Drift::Diverging => (good && wanted.is_some() || course == Course::Level, "glider isär"),
            Drift::Level => (false, "ligger ungefär lika långt ifrån varandra som förut"),
        };
        // It is values that rise and fall.
        let whose = if wanted.is_none() { "s värden" } else { "" };
        let who = capitalise(sv_areas(level));
        format!("{who}{whose} {way} {} {what}.", if but { "men" } else { "och" })
    },
    relatively: |grown| {
        if grown {
            "I förhållande till nivån har skillnaderna däremot vuxit."
        } else {
            "I förhållande till nivån har skillnaderna däremot minskat."
        }
    },
    doubt: |level, doubt| {
        let who = sv_areas(level);
        let why = match doubt {
            Doubt::FewAreas => "för få har värden både i början och i slutet".to_owned(),
            Doubt::FewPeriods => "det finns färre än fem jämförbara år".to_owned(),
            Doubt::Amount => format!("värdena är summor som följer {who}s storlek"),
            Doubt::RangeDiffers => {
                "avståndet mellan högst och lägst har gått åt ett håll, spridningen i stort åt ett annat"
                    .to_owned()
            }
            Doubt::RelativeDiffers => {
                "skillnaderna har utvecklats olika i enheter och i förhållande till nivån".to_owned()
            }
            Doubt::Unsteady => "skillnaderna har både vuxit och krympt under perioden".to_owned(),
            Doubt::CountyDiffers => format!("länet och {who}s genomsnitt har gått åt olika håll"),
            Doubt::Uncertain => "förändringen är mindre än osäkerheten".to_owned(),
        };
        let lastingly = if doubt == Doubt::FewPeriods { "varaktigt " } else { "" };
        format!("Det går inte att bedöma om {who} {lastingly}närmar sig varandra: {why}.")
    },
    nothing: "Uppgifter saknas.",
};

static EN: Spread = Spread {
    title: |indicator, level| format!("{indicator}: differences between the {} over time", en_areas(level)),
    median: "Median",
    weighted: "Weighted mean",
    measure: |m| match m {
        Measure::Range => "Highest minus lowest",
        Measure::Ratio => "Highest divided by lowest",
        Measure::Percentiles => "90th percentile divided by the 10th",
        Measure::Sd => "Standard deviation",
        Measure::Cv => "Coefficient of variation",
        Measure::MeanDeviation => "Mean distance to the county",
        Measure::Disparity => "Mean distance, per cent of the county",
        Measure::Gini => "Gini coefficient",
        Measure::Theil => "Theil’s T",
        Measure::Mld => "Mean log deviation",
    },
    by_inhabitants: |name| format!("{name}, weighted by population"),
    weighted_explained: "Every area counts by its population.",
    measured: |name, then, since, now, when| format!("{name}: {then} {since}, {now} {when}."),
    measure_explained: |m| match m {
        Measure::Range => "The highest value minus the lowest.",
        Measure::Ratio => "The highest value divided by the lowest.",
        Measure::Percentiles => {
            "The value that nine out of ten areas lie below, divided by the one that one in ten lies below."
        }
        Measure::Sd => {
            "The square root of the mean squared distance of the areas from their mean. How far areas typically lie from their mean."
        }
        Measure::Cv => {
            "The standard deviation divided by the mean, in per cent. Makes indicators comparable."
        }
        Measure::MeanDeviation => "How far areas lie from the county’s value on average.",
        Measure::Disparity => {
            "The mean of the areas’ distances to the county, divided by the county’s value, in per cent."
        }
        Measure::Gini => {
            "The mean distance between all pairs of areas, divided by twice the mean. Zero when all areas have the same value, close to one when one area has everything."
        }
        Measure::Theil => {
            "The mean of x times the logarithm of x, where x is an area’s value divided by the mean. Zero when all areas have the same value. High values affect it most."
        }
        Measure::Mld => {
            "The mean of the logarithm of the mean divided by an area’s value. Zero when all areas have the same value. Low values affect it most."
        }
    },
    now: |period, high, high_value, low, low_value, median| {
        format!(
            "{period} {high} had the highest value ({high_value}) and {low} the lowest ({low_value}); the median was {median}."
        )
    },
    alike: |period, value, level| format!("{period} all {} had the same value, {value}.", en_areas(level)),
    moved: |since, change, then, now| match change {
        SpreadChange::Grown => {
            format!("The standard deviation has grown from {then} {since} to {now}.")
        }
        SpreadChange::Shrunk => {
            format!("The standard deviation has shrunk from {then} {since} to {now}.")
        }
        SpreadChange::Same | SpreadChange::Unknown => {
            if then == now {
                format!("The standard deviation is the same as {since}, {now}.")
            } else {
                format!("The standard deviation is about the same as {since}: {now} against {then} then.")
            }
        }
    },
    verdict: |level, course, wanted, drift| {
        let (way, good) = match (course, wanted) {
            (_, Some(true)) => ("are moving in the desired direction", true),
            (_, Some(false)) => ("are moving in the wrong direction", false),
            (Course::Upward, None) => ("are rising on average", true),
            (Course::Downward, None) => ("are falling on average", true),
            (Course::Level, None) => ("are unchanged on average", true),
        };
        let (but, what) = match drift {
            Drift::Converging => (!good || course == Course::Level, "coming closer together"),
            Drift::Diverging => (good && wanted.is_some() || course == Course::Level, "drifting apart"),
            Drift::Level => (false, "remain about as far apart as before"),
        };
        let whose = if wanted.is_none() { "’ values" } else { "" };
        let who = en_areas(level);
        format!("The {who}{whose} {way} {} {what}.", if but { "but" } else { "and" })
    },
    relatively: |grown| {
        if grown {
            "Relative to the level, however, the differences have grown."
        } else {
            "Relative to the level, however, the differences have shrunk."
        }
    },
    doubt: |level, doubt| {
        let who = en_areas(level);
        let why = match doubt {
            Doubt::FewAreas => "too few have values both at the beginning and at the end".to_owned(),
            Doubt::FewPeriods => "there are fewer than five comparable years".to_owned(),
            Doubt::Amount => format!("the values are totals that follow the size of the {who}"),
            Doubt::RangeDiffers => {
                "the distance between highest and lowest has moved one way, the spread as a whole another"
                    .to_owned()
            }
            Doubt::RelativeDiffers => {
                "the differences have developed differently in units and relative to the level".to_owned()
            }
            Doubt::Unsteady => "the differences have both grown and shrunk during the period".to_owned(),
            Doubt::CountyDiffers => {
                format!("the county and the mean of the {who} have moved in different directions")
            }
            Doubt::Uncertain => "the change is smaller than the uncertainty".to_owned(),
        };
        let lastingly = if doubt == Doubt::FewPeriods { " lastingly" } else { "" };
        format!("It is not possible to say whether the {who} are{lastingly} coming closer together: {why}.")
    },
    nothing: "Values are missing.",
};

/// The areas in Swedish, in their definite form.
fn sv_areas(level: Level) -> &'static str {
    if level == Level::County { "länen" } else { "kommunerna" }
}

/// The areas in English.
fn en_areas(level: Level) -> &'static str {
    if level == Level::County { "counties" } else { "municipalities" }
}
