//! What every language must say: one field per text. A language without one does not compile.

use crate::{
    analysis::{assess::Verdict, change::Movement, classify::Method},
    model::{Direction, Missing, table::Flag},
};

/// Texts of one language.
pub struct Words {
    // Frame
    /// The language control.
    pub language: &'static str,
    /// Link past the top of the page.
    pub skip: &'static str,
    /// Search field.
    pub search: &'static str,
    /// A search without hits.
    pub nothing_found: &'static str,
    /// How many hits a search has; read aloud.
    pub hits: fn(usize) -> String,
    /// Copies the address of what is shown.
    pub copy_link: &'static str,
    /// Said when the address is copied.
    pub link_copied: &'static str,
    /// Asks the reader to copy by hand where the page may not.
    pub copy_by_hand: &'static str,
    /// The choice of light or dark.
    pub theme: &'static str,
    /// Light.
    pub theme_light: &'static str,
    /// Dark.
    pub theme_dark: &'static str,
    /// As the reader’s system says.
    pub theme_auto: &'static str,
    /// While data are on their way.
    pub loading: &'static str,
    /// Where an indicator’s values did not arrive.
    pub loading_failed: &'static str,
    /// Tries to load again.
    pub try_again: &'static str,
    /// Closes what is open.
    pub close: &'static str,
    /// Shows the whole of something shortened.
    pub show_all: &'static str,
    /// Shortens it again.
    pub show_fewer: &'static str,
    /// Who stands behind the compilation.
    pub publisher: &'static str,
    /// Day of the compilation.
    pub updated: &'static str,
    /// Licence.
    pub licence: &'static str,
    /// Source of the borders.
    pub borders: &'static str,

    // Pages
    /// The product’s name.
    pub product: &'static str,
    /// Name of the trail back to the start.
    pub path: &'static str,
    /// The start page in the trail.
    pub start_word: &'static str,
    /// Headline of the start page.
    pub start_title: &'static str,
    /// Under it: county, number of indicators, number of municipalities.
    pub start_lead: fn(&str, usize, usize) -> String,
    /// The strategy’s overall goals.
    pub overall_goals: &'static str,
    /// One focus area.
    pub focus_area: &'static str,
    /// One priority area.
    pub priority_area: &'static str,
    /// One indicator.
    pub indicator_word: &'static str,
    /// More than one indicator.
    pub indicators_word: &'static str,
    /// Findings of the follow-up.
    pub findings: &'static str,
    /// Under it: that they are older than the figures.
    pub findings_then: &'static str,
    /// Indicators outside the focus areas.
    pub background: &'static str,
    /// What they are for.
    pub background_intro: &'static str,
    /// Any area.
    pub area_word: &'static str,
    /// Under a municipality’s name: the number of municipalities it is compared with, itself included.
    pub area_lead: fn(usize) -> String,
    /// Under the county’s name.
    pub area_lead_county: &'static str,
    /// Chooses another area.
    pub other_area: &'static str,

    // Areas
    /// The kind of area.
    pub county_word: &'static str,
    /// The kind of area.
    pub municipality_word: &'static str,
    /// The county that is followed up.
    pub county: &'static str,
    /// Sweden as a whole.
    pub nation: &'static str,
    /// All municipalities of the county.
    pub municipalities: &'static str,
    /// Holds on to an area on all pages.
    pub pin_area: &'static str,
    /// Lets it go.
    pub unpin_area: &'static str,
    /// Name of the list of pinned areas.
    pub pinned_areas: &'static str,
    /// Said when an area is pinned.
    pub pinned: fn(&str) -> String,
    /// Said when it is let go.
    pub unpinned: fn(&str) -> String,
    /// Said when no more can be pinned.
    pub pins_full: &'static str,

    // Columns of indicator rows
    /// Name.
    pub column_indicator: &'static str,
    /// Latest value.
    pub column_latest: &'static str,
    /// Change in words.
    pub column_change: &'static str,
    /// Small line chart.
    pub column_development: &'static str,
    /// Strip of the municipalities.
    pub column_spread: &'static str,
    /// An area’s place on that strip.
    pub column_position: &'static str,

    // Panels
    /// Panel.
    pub map: &'static str,
    /// Panel.
    pub ranking: &'static str,
    /// Panel.
    pub over_time: &'static str,
    /// Panel.
    pub table: &'static str,
    /// Panel.
    pub in_figures: &'static str,
    /// Panel and choice.
    pub women_and_men: &'static str,
    /// Panel on definition and source.
    pub about: &'static str,
    /// Panel of downloads.
    pub download: &'static str,
    /// Opens the explanation of a computed number.
    pub how_computed: &'static str,

    // Controls
    /// Whose values are shown.
    pub people: &'static str,
    /// Everybody together.
    pub everybody: &'static str,
    /// Women.
    pub women: &'static str,
    /// Men.
    pub men: &'static str,
    /// Where people were born.
    pub origin: &'static str,
    /// All, wherever born.
    pub origin_all: &'static str,
    /// Born in Sweden.
    pub origin_domestic: &'static str,
    /// Born abroad.
    pub origin_foreign: &'static str,
    /// The period slider.
    pub year: &'static str,
    /// Plays the years.
    pub play: &'static str,
    /// Stops playing.
    pub pause: &'static str,
    /// How values become colours.
    pub map_classes: &'static str,
    /// How many classes at most.
    pub number_of_classes: &'static str,
    /// The button of the choice of classes, before the method that is chosen.
    pub classes: &'static str,
    /// Name of a class method.
    pub method: fn(Method) -> &'static str,
    /// What the method does, in plain words.
    pub method_explained: fn(Method) -> &'static str,
    /// Button of a column header.
    pub sort_by: fn(&str) -> String,
    /// Order of a sorted column.
    pub ascending: &'static str,
    /// Order of a sorted column.
    pub descending: &'static str,

    // Values
    /// Column or label.
    pub value: &'static str,
    /// Where a value is missing.
    pub no_value: &'static str,
    /// The same with its reason (short, lower case).
    pub no_value_because: fn(&str) -> String,
    /// Where a choice has no values.
    pub no_values_at_all: &'static str,
    /// Where there are no values for municipalities.
    pub only_county: &'static str,
    /// A reason, short and in lower case.
    pub missing: fn(Missing) -> &'static str,
    /// A reason as a sentence.
    pub missing_long: fn(Missing) -> &'static str,
    /// A flag on a value, in lower case.
    pub flag: fn(Flag) -> &'static str,
    /// Label.
    pub highest: &'static str,
    /// Label.
    pub lowest: &'static str,
    /// Label.
    pub median: &'static str,
    /// Label: unweighted mean of the municipalities.
    pub mean: &'static str,
    /// Label: highest minus lowest.
    pub spread: &'static str,
    /// A measure weighted by population.
    pub weighted: &'static str,
    /// A measure where every municipality counts the same.
    pub unweighted: &'static str,
    /// Label: highest over lowest.
    pub ratio: &'static str,
    /// A ratio, number already written.
    pub times: fn(&str) -> String,
    /// Label: women minus men.
    pub gap_women_men: &'static str,
    /// Unit of a difference between shares.
    pub percentage_points: &'static str,
    /// The same, short.
    pub percentage_points_short: &'static str,
    /// Label.
    pub difference_to_county: &'static str,
    /// Label.
    pub rank: &'static str,
    /// Place and how many there are.
    pub place: fn(usize, usize) -> String,
    /// A place shared with others.
    pub shared_place: fn(usize, usize) -> String,
    /// Label.
    pub place_among_counties: &'static str,

    // Change and judgement
    /// Label.
    pub change: &'static str,
    /// Column: change since a period.
    pub change_since: fn(&str) -> String,
    /// Which way, as a predicate: “har ökat”.
    pub moved: fn(Movement) -> &'static str,
    /// Desirability of a development, or why it cannot be told, in lower case.
    pub judged: fn(Verdict) -> &'static str,
    /// Which way is wanted.
    pub desired: fn(Direction) -> &'static str,

    // Pictures
    /// A level to reach.
    pub target: &'static str,
    /// A change of definition.
    pub series_break: &'static str,
    /// A span of time worth knowing.
    pub event: &'static str,
    /// Name of the legend.
    pub legend: &'static str,
    /// How many areas a class holds.
    pub class_areas: fn(usize) -> String,
    /// Name of the map picture.
    pub map_of: fn(&str) -> String,
    /// Name of the ranking picture.
    pub ranking_of: fn(&str) -> String,
    /// Name of the line chart.
    pub line_of: fn(&str) -> String,

    // Provenance
    /// Label.
    pub source: &'static str,
    /// Through whom the values were read.
    pub via: fn(&str) -> String,
    /// Label.
    pub definition: &'static str,
    /// Label: share of whom.
    pub base: &'static str,
    /// Label.
    pub unit: &'static str,
    /// Label.
    pub caveats: &'static str,
    /// Label: what was computed on the way.
    pub processed: &'static str,
    /// Marks every number we computed.
    pub computed: &'static str,
    /// Label: when the source was asked.
    pub retrieved: &'static str,
    /// Label: latest period there is.
    pub latest_period: &'static str,
    /// Link to the source.
    pub read_more: &'static str,

    // Keyboard and reading aloud
    /// A new period; read aloud.
    pub said_year: fn(&str) -> String,
    /// Other people; read aloud (a lower-case noun).
    pub said_people: fn(&str) -> String,
    /// A sorted table: column and order.
    pub said_sorted: fn(&str, &str) -> String,
    /// Playing began.
    pub said_playing: &'static str,
    /// Playing stopped.
    pub said_paused: &'static str,
    /// An area is in focus: its name and value.
    pub selected: fn(&str, &str) -> String,

    // When something breaks
    /// Heading.
    pub broken_title: &'static str,
    /// What to do.
    pub broken_what: &'static str,
    /// Copies the details.
    pub broken_copy: &'static str,
    /// Said when they are copied.
    pub broken_copied: &'static str,
    /// In place of a map, where the bundle has no borders of the areas.
    pub no_borders: &'static str,
}
