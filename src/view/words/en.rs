//! English texts.

use super::{Words, phrases};
use crate::{
    analysis::{assess::Verdict, change::Movement, classify::Method},
    model::{Direction, Missing, table::Flag},
};

/// The table.
pub(super) static WORDS: Words = Words {
    language: "Language",
    skip: "Skip to content",
    search: "Search indicator or municipality",
    nothing_found: "Nothing found. Try another word or part of the name.",
    hits: phrases::en_hits,
    copy_link: "Copy link",
    link_copied: "The link has been copied",
    copy_by_hand: "The browser did not allow copying. Copy from here:",
    theme: "Appearance",
    theme_light: "Light",
    theme_dark: "Dark",
    theme_auto: "Match system",
    loading: "Loading figures …",
    loading_failed: "The figures could not be loaded",
    try_again: "Try again",
    close: "Close",
    show_all: "Show all",
    show_fewer: "Show fewer",
    publisher: "Compiled by",
    updated: "Last updated",
    licence: "Licence",
    borders: "Map borders",
    product: "Nuläge",
    path: "Breadcrumb",
    start_word: "Start",
    start_title: "From where we are to where we want to be",
    start_lead: phrases::en_start_lead,
    overall_goals: "Overall goals",
    focus_area: "Focus area",
    priority_area: "Priority area",
    indicator_word: "Indicator",
    indicators_word: "Indicators",
    findings: "Findings of the baseline report",
    findings_then: "Written when the baseline report was made. The figures beside them are the latest and may say otherwise.",
    background: "Background",
    background_intro: "Figures that belong to the picture of the county but to no focus area.",
    area_word: "Area",
    area_lead: phrases::en_area_lead,
    area_lead_county: "All indicators for the county as a whole.",
    other_area: "Change area:",
    county_word: "County",
    municipality_word: "Municipality",
    county: "The county",
    nation: "Sweden",
    municipalities: "The municipalities",
    pin_area: "Pin area",
    unpin_area: "Unpin area",
    pinned_areas: "Pinned areas",
    pinned: |name| format!("{name} is pinned."),
    unpinned: |name| format!("{name} is no longer pinned."),
    pins_full: "Six areas are already pinned. Unpin one first.",
    column_indicator: "Indicator",
    column_latest: "Latest value",
    column_change: "Change",
    column_development: "Development",
    column_spread: "Municipalities",
    column_position: "Position among municipalities",
    map: "Map",
    ranking: "Ranking",
    over_time: "Over time",
    table: "Table",
    in_figures: "In figures",
    women_and_men: "Women and men",
    about: "About the statistics",
    download: "Download",
    how_computed: "How is this computed?",
    people: "Show for",
    everybody: "Everybody",
    women: "Women",
    men: "Men",
    origin: "Country of birth",
    origin_all: "All",
    origin_domestic: "Born in Sweden",
    origin_foreign: "Born abroad",
    year: "Year",
    play: "Play",
    pause: "Pause",
    map_classes: "Map: classes",
    number_of_classes: "Number of classes",
    classes: "Classes:",
    method,
    method_explained,
    sort_by: |column| format!("Sort by {column}"),
    ascending: "ascending",
    descending: "descending",
    value: "Value",
    no_value: "no data",
    no_value_because: |reason| format!("no data: {reason}"),
    no_values_at_all: "There are no figures for this selection.",
    only_county: "Figures exist only for the county as a whole.",
    missing,
    missing_long,
    flag,
    highest: "Highest",
    lowest: "Lowest",
    median: "Median",
    mean: "Mean of municipalities",
    spread: "Spread",
    weighted: "weighted by population",
    unweighted: "each municipality counts equally",
    ratio: "Highest relative to lowest",
    times: |number| format!("{number} times"),
    gap_women_men: "Gap women–men",
    percentage_points: "percentage points",
    percentage_points_short: "pp",
    difference_to_county: "Difference to the county",
    rank: "Rank",
    place: phrases::en_place,
    shared_place: phrases::en_shared_place,
    place_among_counties: "Rank among counties",
    change: "Change",
    change_since: |since| format!("Change since {since}"),
    moved,
    judged,
    desired,
    target: "Target",
    series_break: "Break in series",
    event: "Event",
    legend: "Legend",
    class_areas: phrases::en_areas,
    map_of: |title| format!("Map: {title}"),
    ranking_of: |title| format!("Ranking: {title}"),
    line_of: |title| format!("Over time: {title}"),
    source: "Source",
    via: |name| format!("via {name}"),
    definition: "Definition",
    base: "Refers to",
    unit: "Unit",
    caveats: "Worth knowing",
    processed: "Processing",
    computed: "Computed by Nuläge",
    retrieved: "Retrieved",
    latest_period: "Latest figure",
    read_more: "Read more at the source",
    said_year: |period| format!("Showing {period}"),
    said_people: |people| format!("Showing {people}"),
    said_sorted: |column, order| format!("Sorted by {column}, {order}"),
    said_playing: "Playing the years",
    said_paused: "Paused",
    selected: |area, value| format!("{area}, {value}"),
    broken_title: "Something went wrong",
    broken_what: "The page cannot show the figures. Reload it. If that does not help, copy the details below and send them to whoever is responsible for the page.",
    broken_copy: "Copy the details",
    broken_copied: "The details have been copied",
    no_borders: "The bundle has no borders of these areas, so there is no map.",
};

fn method(method: Method) -> &'static str {
    match method {
        Method::Natural => "Natural",
        Method::Quantile => "Equally many in each",
        Method::Equal => "Equally wide",
        Method::Deviation => "Standard deviation",
        Method::Diverging => "Difference from the county",
        Method::Continuous => "Continuous",
    }
}

fn method_explained(method: Method) -> &'static str {
    match method {
        Method::Natural => {
            "Limits lie where values are far apart, so that similar values share a class (ckmeans)."
        }
        Method::Quantile => "Every class holds about the same number of municipalities (quantiles).",
        Method::Equal => "Classes are equally wide; some may hold many municipalities and others few.",
        Method::Deviation => {
            "Classes are counted in standard deviations from the mean of the municipalities."
        }
        Method::Diverging => "Two colours show who lies below and above the county’s value.",
        Method::Continuous => "No classes: the colour follows the value without steps.",
    }
}

fn missing(reason: Missing) -> &'static str {
    match reason {
        Missing::Suppressed => "suppressed for confidentiality",
        Missing::NotAvailable => "not available",
        Missing::NotApplicable => "not applicable",
        Missing::NonResponse => "no response",
        Missing::TooUncertain => "too uncertain",
        Missing::Withdrawn => "withdrawn",
        Missing::NotYetPublished => "not yet published",
    }
}

fn missing_long(reason: Missing) -> &'static str {
    match reason {
        Missing::Suppressed => "The source does not show the value, to protect individuals or companies.",
        Missing::NotAvailable => "The source has no value and does not say why.",
        Missing::NotApplicable => "The measure has no meaning here.",
        Missing::NonResponse => "No answer was given.",
        Missing::TooUncertain => "There are too few observations for a reliable value.",
        Missing::Withdrawn => "The source published the value and later withdrew it.",
        Missing::NotYetPublished => "The source has not yet published the value.",
    }
}

fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Preliminary => "preliminary",
        Flag::Revised => "revised",
        Flag::Estimated => "estimated",
        Flag::Uncertain => "uncertain",
    }
}

fn moved(movement: Movement) -> &'static str {
    match movement {
        Movement::Rose => "has risen",
        Movement::Fell => "has fallen",
        Movement::Unchanged => "has not changed",
    }
}

fn judged(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Desired => "improving",
        Verdict::Undesired => "worsening",
        Verdict::Still => "standing still",
        Verdict::Unclear => "no clear direction",
        Verdict::TooFew => "too few values to judge",
    }
}

fn desired(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "Higher is desirable",
        Direction::Down => "Lower is desirable",
        Direction::None => "No desired direction is set",
    }
}
