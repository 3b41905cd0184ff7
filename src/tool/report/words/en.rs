//! Words of reports in English.

use super::Words;
use crate::base::locale::{Locale, capitalise, count_word, list};

pub(super) static WORDS: Words = Words {
    municipality_of: |county| format!("Municipality in {county}"),
    municipality_lead: |indicators, others, nation| {
        let mut with = vec!["the county".to_owned()];
        with.extend(nation.then(|| "Sweden".to_owned()));
        with.push(format!("the county’s {}", en_members(others)));
        let with: Vec<&str> = with.iter().map(String::as_str).collect();
        format!("{}, compared with {}", en_indicators(indicators), list(Locale::En, &with))
    },
    county_lead: |indicators, members| {
        format!("{}, in the county and its {}", en_indicators(indicators), en_members(members))
    },
    compiled: |day| format!("Figures compiled {day}"),
    brief: "In brief",
    contents: "Contents",
    guide: "How to read this report",
    guide_lines: [
        "After the indicator’s name stand the latest value, Sweden’s value in the same year, the year, the rank among the counties and the change. Rank 1 has the most desired value, or the highest where no direction is desired.",
        "After the indicator’s name stand the latest value, the county’s value in the same year, the year, the rank among the county’s municipalities and the change. Rank 1 has the most desired value, or the highest where no direction is desired.",
    ],
    guide_spark: |area| {
        format!(
            "The development. The dark line is {area}, the grey one Sweden. The line breaks where the measurement changed."
        )
    },
    guide_strip: "The municipalities. Each tick is a municipality’s value, the lowest at the left. The broad tick is the county, the ring Sweden, a filled dot the report’s municipality.",
    guide_own: |area| format!("The coloured mark is {area}."),
    guide_judged: "The rows are ordered by where the development goes: ▲ improving, ▼ worsening, then what stands still, what has no clear direction, what has too few values to judge and what is not judged, without a desired direction or in current prices.",
    guide_coloured: "In the table of municipalities the colour shows the distance to the county.",
    guide_missing: "A missing value is never zero: it is written with its reason. A missing year is not replaced by another one unless that year is named beside the value.",
    guide_computed: "Values are published by the source. Differences, ranks, spread and changes are computed by Nuläge from those values.",
    profile: "Its rank among the municipalities",
    whole: "The county as a whole",
    background: "Background",
    background_intro: "Indicators that describe the conditions and belong to no focus area.",
    findings: |county| format!("Findings of the baseline report on {county}"),
    undirected: "Not judged",
    columns: ["Value", "Year", "Rank", "Change", "Development", "Municipalities"],
    against: ["Sweden", "County"],
    place: |from, to, of| {
        if from == to { format!("{from} of {of}") } else { format!("{from}–{to} of {of}") }
    },
    against_county: |value, difference| format!("The county {value}, difference {difference}"),
    not_published: "The source publishes no value here.",
    differences: "Differences",
    differences_lead: |area| {
        format!(
            "Differences between groups of people and between municipalities, seen from {area}. All differences are computed by Nuläge."
        )
    },
    sexes: "Women and men",
    origins: "Born in Sweden and abroad",
    gaps_lead: |shown, all| {
        format!(
            "{}, the largest gap first. The order follows the gap relative to the larger of the two values; the line goes from zero to it.",
            en_of(shown, all)
        )
    },
    no_gaps: |area| format!("No such figures are published for {area}."),
    far: "Furthest from the county",
    far_how: "The distance to the county’s value, in standard deviations between the municipalities. Only indicators with a desired direction.",
    far_better: "On the desired side",
    far_worse: "On the other side",
    far_none: "No indicator",
    deviations: |n| format!("{n} s.d."),
    between: "Between the municipalities",
    between_how: |shown, all| {
        format!(
            "{}, the largest spread first. The spread is the standard deviation in per cent of the municipalities’ mean, latest year.",
            en_of(shown, all)
        )
    },
    from_to: |low, lowest, high, highest| format!("{low} in {lowest} to {high} in {highest}"),
    since: [
        |year| format!("grown since {year}"),
        |year| format!("shrunk since {year}"),
        |year| format!("about as in {year}"),
    ],
    targets: "On the way to the targets",
    targets_lead: |n| {
        if n == 1 {
            "One indicator has a target in figures.".to_owned()
        } else {
            format!("{n} indicators have targets in figures.")
        }
    },
    sources: "Sources and caveats",
    sources_lead: "All indicators of the report with source and years.",
    sources_numbers: "Numbers in brackets refer to the caveats at the end.",
    shared: "Caveats that several indicators share",
    page: |n, of| format!("Page {n} of {of}"),
};

fn en_indicators(count: usize) -> String {
    let noun = if count == 1 { "indicator" } else { "indicators" };
    capitalise(&format!("{} {noun}", count_word(Locale::En, count)))
}

fn en_members(count: usize) -> String {
    if count == 1 {
        "only municipality".to_owned()
    } else {
        format!("{} municipalities", count_word(Locale::En, count))
    }
}

fn en_of(shown: usize, all: usize) -> String {
    if shown == all {
        if all == 1 {
            "The only indicator with such figures".to_owned()
        } else {
            format!("All {all} indicators with such figures")
        }
    } else {
        format!("{shown} of the {all} indicators with such figures")
    }
}
