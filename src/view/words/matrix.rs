//! Words of the overview of all indicators and areas.

use crate::base::locale::{Locale, count_word};

/// Texts of one language.
pub struct Matrix {
    /// Name of the picture: county.
    pub title: fn(&str) -> String,
    /// A focus area that goes on in the next column of rows.
    pub continued: fn(&str) -> String,
    /// Indicators outside the focus areas.
    pub background: &'static str,
    /// Legend: on the side of the county that is not wanted.
    pub worse: &'static str,
    /// Legend: on the wanted side of the county.
    pub better: &'static str,
    /// Legend: no direction is wanted.
    pub neutral: &'static str,
    /// In place of cells: nothing is published for municipalities.
    pub only_county: &'static str,
    /// What the sign after names of totals means.
    pub per_inhabitant_remark: &'static str,
    /// In place of cells: one or two municipalities have values.
    pub few: &'static str,
    /// What the sign after names of indicators without a county value means.
    pub median_remark: &'static str,
    /// What the sign after names of indicators in thousands means.
    pub thousands_remark: &'static str,
    /// In place of cells: a size, such as the number of inhabitants.
    pub size: &'static str,
    /// A total, compared per inhabitant: name of the indicator.
    pub per_inhabitant: fn(&str) -> String,
    /// Unit of it: the total's unit.
    pub per_thousand: fn(&str) -> String,
    /// The area's value: value, period.
    pub value: fn(&str, &str) -> String,
    /// Against the county: county's value, signed difference.
    pub against: fn(&str, &str) -> String,
    /// Against the municipalities' median: its value, signed difference.
    pub against_median: fn(&str, &str) -> String,
    /// Ends `judged` and `plain`: the county.
    pub than_county: &'static str,
    /// Ends `judged` and `plain`: the median.
    pub than_median: &'static str,
    /// How an area lies, by steps from −3 (furthest on the side not wanted) to 3, where a
    /// direction is wanted; before “than the county”.
    pub judged: fn(i8) -> &'static str,
    /// How an area lies, by steps from −3 (furthest below) to 3, where none is.
    pub plain: fn(i8) -> &'static str,
    /// The picture in words: county, indicators compared, municipalities; the share of judged
    /// cells on the wanted side, near the county and on the other side, as counts.
    pub told: fn(&str, usize, usize, [usize; 3]) -> String,
    /// A municipality's row of cells in words: name, the same three counts.
    pub area_told: fn(&str, [usize; 3]) -> String,
    /// How the cells are coloured.
    pub how: &'static str,
}

/// The texts of this language.
pub fn matrix(locale: Locale) -> &'static Matrix {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Matrix = Matrix {
    title: |county| format!("{county}: alla indikatorer och kommuner"),
    continued: |title| format!("{title}, forts."),
    background: "Bakgrund",
    worse: "Sämre än länet",
    better: "Bättre än länet",
    neutral: "Avstånd utan önskad riktning",
    only_county: "finns bara för länet",
    per_inhabitant_remark: "† Per 1\u{a0}000 inv.",
    few: "för få kommuner att jämföra",
    median_remark: "* Mot medianen",
    thousands_remark: "‡ Tusental",
    size: "en storlek, jämförs inte",
    per_inhabitant: |title| format!("{title}, per 1\u{a0}000 inv."),
    per_thousand: |unit| {
        if unit.is_empty() { "per 1\u{a0}000 inv.".to_owned() } else { format!("{unit} per 1\u{a0}000 inv.") }
    },
    value: |value, period| format!("{value} ({period})"),
    against: |county, difference| format!("Länet {county}, skillnad {difference}"),
    against_median: |median, difference| format!("Kommunernas median {median}, skillnad {difference}"),
    than_county: "länet",
    than_median: "kommunernas median",
    judged: |step| match step {
        3.. => "Mycket bättre än",
        2 => "Klart bättre än",
        1 => "Något bättre än",
        0 => "Nära",
        -1 => "Något sämre än",
        -2 => "Klart sämre än",
        _ => "Mycket sämre än",
    },
    plain: |step| match step {
        3.. => "Mycket högre än",
        2 => "Klart högre än",
        1 => "Något högre än",
        0 => "Nära",
        -1 => "Något lägre än",
        -2 => "Klart lägre än",
        _ => "Mycket lägre än",
    },
    told: |county, indicators, municipalities, [better, near, worse]| {
        let all = better + near + worse;
        if all == 0 {
            return format!("{county}: inga indikatorer kan jämföras mellan kommunerna.");
        }
        let (share, who) = (share(better, all), count_word(Locale::Sv, municipalities));
        let many = sv_indicators(indicators);
        format!(
            "{many} med önskad riktning jämförs mellan {who} kommuner. Av jämförelserna ligger {share} procent på önskad sida om länet, {} procent nära länet och {} procent på andra sidan.",
            self::share(near, all),
            self::share(worse, all),
            many = crate::base::locale::capitalise(&many),
        )
    },
    area_told: |name, [better, near, worse]| {
        let [better, near, worse] = counts(Locale::Sv, [better, near, worse]);
        let noun = if better == "en" || better == "1" { "indikator" } else { "indikatorer" };
        format!("{name}: bättre än länet i {better} {noun}, nära länet i {near} och sämre i {worse}.")
    },
    how: "Avståndet till länets värde i den önskade riktningen, räknat i standardavvikelser mellan kommunerna. Stegen går vid 0,5, 1 och 2. Där länet saknar värde jämförs med kommunernas median. Varje indikator visas för det senaste år då minst två tredjedelar av kommunerna och, där det inte dröjer över två år, länet har värden; finns det senare värden står året vid namnet. Summor, som ton och hektar, jämförs per invånare.",
};

static EN: Matrix = Matrix {
    title: |county| format!("{county}: all indicators and municipalities"),
    continued: |title| format!("{title}, cont."),
    background: "Background",
    worse: "Worse than the county",
    better: "Better than the county",
    neutral: "No desired direction",
    only_county: "county level only",
    per_inhabitant_remark: "† Per 1,000 residents",
    median_remark: "* Against the median",
    thousands_remark: "‡ Thousands",
    few: "too few municipalities to compare",
    size: "a size, not compared",
    per_inhabitant: |title| format!("{title}, per 1,000 residents"),
    per_thousand: |unit| {
        if unit.is_empty() { "per 1,000 residents".to_owned() } else { format!("{unit} per 1,000 residents") }
    },
    value: |value, period| format!("{value} ({period})"),
    against: |county, difference| format!("County {county}, difference {difference}"),
    against_median: |median, difference| {
        format!("Median of the municipalities {median}, difference {difference}")
    },
    than_county: "the county",
    than_median: "the municipalities’ median",
    judged: |step| match step {
        3.. => "Far better than",
        2 => "Clearly better than",
        1 => "Somewhat better than",
        0 => "Close to",
        -1 => "Somewhat worse than",
        -2 => "Clearly worse than",
        _ => "Far worse than",
    },
    plain: |step| match step {
        3.. => "Far above",
        2 => "Clearly above",
        1 => "Somewhat above",
        0 => "Close to",
        -1 => "Somewhat below",
        -2 => "Clearly below",
        _ => "Far below",
    },
    told: |county, indicators, municipalities, [better, near, worse]| {
        let all = better + near + worse;
        if all == 0 {
            return format!("{county}: no indicators can be compared between the municipalities.");
        }
        let (share, who) = (share(better, all), count_word(Locale::En, municipalities));
        let many = en_indicators(indicators);
        format!(
            "{many} with a desired direction, compared between {who} municipalities: {share} per cent of the comparisons lie on the desired side of the county, {} per cent close to it and {} per cent on the other side.",
            self::share(near, all),
            self::share(worse, all),
            many = crate::base::locale::capitalise(&many),
        )
    },
    area_told: |name, [better, near, worse]| {
        let [better, near, worse] = counts(Locale::En, [better, near, worse]);
        let noun = if better == "one" || better == "1" { "indicator" } else { "indicators" };
        format!(
            "{name}: better than the county in {better} {noun}, close to it in {near} and worse in {worse}."
        )
    },
    how: "The distance to the county’s value in the desired direction, counted in standard deviations between the municipalities, in steps at 0.5, 1 and 2. Where the county has no value, the municipalities’ median stands in. Each indicator is shown for the latest year in which at least two thirds of the municipalities and, unless that is more than two years back, the county have values; where there are later ones, its name has the year. Totals, such as tonnes and hectares, are compared per resident.",
};

/// Counts beside each other: all in words, or where one is too large for that, all in digits.
fn counts(locale: Locale, all: [usize; 3]) -> [String; 3] {
    let digits = all.iter().any(|n| *n > 12);
    all.map(|n| if digits { n.to_string() } else { count_word(locale, n) })
}

fn sv_indicators(count: usize) -> String {
    if count == 1 {
        "en indikator".to_owned()
    } else {
        format!("{} indikatorer", count_word(Locale::Sv, count))
    }
}

fn en_indicators(count: usize) -> String {
    if count == 1 {
        "one indicator".to_owned()
    } else {
        format!("{} indicators", count_word(Locale::En, count))
    }
}

/// Whole per cent, rounded to the nearest.
fn share(part: usize, all: usize) -> usize {
    (part * 200 + all) / (all * 2).max(1)
}
