//! Words of rows, of “I siffror” and of the strategy's picture, in both languages.

use crate::analysis::assess::Verdict;
use crate::base::locale::Locale;
use crate::base::locale::{inside, number, stopped};

/// Texts of one language.
pub struct Figures {
    /// Where women and men have the same value.
    pub equal: &'static str,
    /// Name of a target that is computed for an area: period; a comma and the area, where it is not the county.
    pub target_of: fn(&str, &str) -> String,
    /// Signed change and the period it is counted from.
    pub changed_since: fn(&str, &str) -> String,
    /// The period since which nothing has changed.
    pub unchanged_since: fn(&str) -> String,
    /// Where the way to a target cannot be judged.
    pub cannot_judge: &'static str,
    /// One value only, or two series that cannot be compared.
    pub too_few: &'static str,
    /// Lowest value, its area, highest value, its area, period.
    pub span_told: fn(&str, &str, &str, &str, &str) -> String,
    /// Indicators of each verdict, in the verdicts' order.
    pub climb_counts: fn([usize; Verdict::ALL.len()]) -> String,
    /// Where the strategy's paths begin.
    pub state_now: &'static str,
    /// Where they lead.
    pub state_desired: &'static str,
    /// Where the source publishes nothing for the county.
    pub no_county_value: &'static str,
    /// Signed difference to the nation.
    pub against_nation: fn(&str) -> String,
    /// Signed difference to the county.
    pub against_county: fn(&str) -> String,
    /// Label: range between the areas.
    pub spread_between: &'static str,
    /// Lowest value, its area, highest value, its area.
    pub from_to: fn(&str, &str, &str, &str) -> String,
    /// The map with women and men shown: largest gap and its area, smallest gap and its area, period.
    pub gap_told: fn(&str, &str, &str, &str, &str) -> String,
    /// In place of a gap that is none.
    pub no_gap: &'static str,
    /// In place of a gap smaller than the least that is written.
    pub gap_below: fn(&str) -> String,
    /// Earlier range, its period, what has happened since.
    pub spread_was: fn(&str, &str, &str) -> String,
    /// Predicate of `spread_was`.
    pub spread_grown: &'static str,
    /// Predicate of `spread_was`.
    pub spread_shrunk: &'static str,
    /// Predicate of `spread_was`.
    pub spread_same: &'static str,
    /// Standard deviation, number already written.
    pub sd_line: fn(&str) -> String,
    /// Two groups with their values: name, value, name, value.
    pub two_groups: fn(&str, &str, &str, &str) -> String,
    /// Label.
    pub foreign_minus_domestic: &'static str,
    /// Label, where those born in Sweden are not published by themselves.
    pub foreign_minus_all: &'static str,
    /// Label: period.
    pub target_in: fn(&str) -> String,
    /// Status.
    pub target_reached: &'static str,
    /// Status.
    pub target_on_track: &'static str,
    /// Status.
    pub target_too_slow: &'static str,
    /// Status.
    pub target_still: &'static str,
    /// Status.
    pub target_wrong_way: &'static str,
    /// Yearly change needed.
    pub target_needed: fn(&str) -> String,
    /// The change a year of late.
    pub target_seen: fn(&str) -> String,
    /// When the target is reached at this pace.
    pub target_pace: fn(&str) -> String,
    /// When that is too far ahead to say.
    pub target_beyond: &'static str,
    /// How the range is computed.
    pub how_spread: &'static str,
    /// How a gap is computed.
    pub how_gap: &'static str,
    /// How a pinned area's numbers are computed; what the first place is follows.
    pub how_pinned: &'static str,
    /// How a rank is computed.
    pub how_rank: &'static str,
    /// How a target's status is computed.
    pub how_target: &'static str,
    /// How changes in rows are judged.
    pub how_judged: &'static str,
    /// Every period of the table, or only the one shown.
    pub every_period: &'static str,
    /// A period that was asked for has no figures: it, the one shown.
    pub no_period: fn(&str, &str) -> String,
    /// Women or men were asked for and have no figures of their own.
    pub no_sexes: &'static str,
    /// Domestic or foreign-born people were asked for and have no figures of their own.
    pub no_origins: &'static str,
    /// The areas held on to, above the pictures.
    pub pin_hint: &'static str,
    /// The map with women and men shown.
    pub gap_map: &'static str,
    /// The ranking with women and men shown.
    pub gap_ranking: &'static str,
    /// Below a list of very many: how many it holds, of how many.
    pub foremost: fn(usize, usize) -> String,
    /// After a difference that is not the one between the values as they are written.
    pub unrounded: &'static str,
    /// In the climb: what its order says and, where there are, how many indicators are not in it.
    pub climb_order: fn(usize) -> String,
    /// The choice of one colour scale for all years.
    pub same_scale: &'static str,
}

/// The texts of this language.
pub fn figures(locale: Locale) -> &'static Figures {
    match locale {
        Locale::Sv => &SV,
        Locale::En => &EN,
    }
}

static SV: Figures = Figures {
    equal: "Lika",
    target_of: |period, area| format!("Beräknat mål {period}{area}"),
    changed_since: |change, since| format!("{change} sedan {since}"),
    unchanged_since: |since| format!("oförändrat sedan {since}"),
    cannot_judge: "kan inte bedömas",
    too_few: "kan inte jämföras bakåt",
    span_told: |low, low_name, high, high_name, period| {
        format!("{period}: från {low} i {low_name} till {high} i {high_name}")
    },
    climb_counts: |[too_few, bad, unclear, still, good]| {
        let said = [
            ("åt önskat håll", good),
            ("står still", still),
            ("åt fel håll", bad),
            ("utan tydlig riktning", unclear),
            ("med för få länsvärden", too_few),
        ];
        said.iter().filter(|s| s.1 > 0).map(|(what, n)| format!("{n} {what}")).collect::<Vec<_>>().join(" · ")
    },
    state_now: "Nuläge",
    state_desired: "Önskvärt läge",
    no_county_value: "Länet saknar värde",
    against_nation: |difference| format!("{difference} mot riket"),
    against_county: |difference| format!("{difference} mot länet"),
    spread_between: "Avstånd mellan högst och lägst",
    from_to: |low, low_name, high, high_name| format!("Från {low} i {low_name} till {high} i {high_name}."),
    gap_told: |most, most_name, least, least_name, period| {
        format!(
            "{period} var skillnaden mellan kvinnor och män störst i {most_name} ({most}) och minst i {least_name} ({least})."
        )
    },
    no_gap: "ingen skillnad",
    gap_below: |least| format!("mindre än {least}"),
    spread_was: |range, sd, period| {
        sentence(&format!("{period} var avståndet {range} och standardavvikelsen {sd}"), "")
    },
    spread_grown: "Sammantaget har avstånden vuxit.",
    spread_shrunk: "Sammantaget har avstånden minskat.",
    spread_same: "Sammantaget är avstånden ungefär desamma.",
    sd_line: |sd| sentence(&format!("Standardavvikelse {sd}"), ""),
    two_groups: |a, x, b, y| stopped(&format!("{a} {x}, {} {y}", inside(b))),
    foreign_minus_domestic: "Skillnad utrikes–inrikes födda",
    foreign_minus_all: "Skillnad utrikes födda–alla",
    target_in: |period| format!("Mål {period}"),
    target_reached: "Målet är nått.",
    target_on_track: "I takt med målet.",
    target_too_slow: "Rätt håll, men för långsamt.",
    target_still: "Står still.",
    target_wrong_way: "Åt fel håll.",
    target_needed: |required| format!("Behövs {required} per år."),
    target_seen: |observed| format!("De senaste åren {observed} per år."),
    target_pace: |year| format!("I den takten nås nivån {year}."),
    target_beyond: "I den takten nås nivån inte inom hundra år.",
    how_spread: "Högsta värdet minus det lägsta. Standardavvikelsen är populationens, varje område räknas lika. Avstånden sägs ha vuxit eller minskat när standardavvikelsen har ändrats med minst tio procent och inget annat mått i samma enhet tydligt säger emot.",
    how_gap: "Den ena gruppens publicerade värde minus den andras. Skillnaden räknas innan värdena avrundas och kan därför skilja en enhet i sista decimalen från de visade.",
    how_pinned: "Områdets publicerade värde minus länets, räknat innan värdena avrundas.",
    how_rank: "Länen ordnade efter värde, det önskvärda först; lika värden delar plats. Bara län med värde räknas.",
    how_target: "Behövd förändring per år från senaste värdet till målåret, jämförd med Theil–Sen-lutningen för de fem senaste värdena. Utan tydlig riktning bedöms den inte.",
    how_judged: "Utvecklingen bedöms på de fem senaste värdena i en obruten serie (Theil–Sen och Mann–Kendall, samma tecken när ett värde i taget tas bort). Annars är riktningen otydlig eller värdena för få.",
    every_period: "Visa alla år",
    no_period: |asked, shown| format!("Det finns inga värden för {asked} här. Bilderna visar {shown}."),
    no_sexes: "Värdena är inte uppdelade på kvinnor och män här.",
    no_origins: "Värdena är inte uppdelade på inrikes och utrikes födda här.",
    pin_hint: "Fäst upp till sex områden genom att välja dem i en bild eller i tabellen.",
    gap_map: "Skillnad kvinnor–män",
    gap_ranking: "Störst skillnad först",
    foremost: |few, all| {
        format!(
            "De {few} första av {}, och de fästa. Alla finns i tabellen.",
            number(Locale::Sv, all as f64, 0)
        )
    },
    unrounded: "Räknat på oavrundade värden.",
    climb_order: |others| {
        let order = "Ordningen säger hur utvecklingen går, inte hur långt det är kvar.";
        match others {
            0 => order.to_owned(),
            1 => format!("{order} En indikator som inte bedöms är inte med."),
            n => format!("{order} {n} indikatorer som inte bedöms är inte med."),
        }
    },
    same_scale: "Samma färger alla år",
};

static EN: Figures = Figures {
    equal: "Equal",
    target_of: |period, area| format!("Computed target {period}{area}"),
    changed_since: |change, since| format!("{change} since {since}"),
    unchanged_since: |since| format!("unchanged since {since}"),
    cannot_judge: "cannot be judged",
    too_few: "no earlier comparison",
    span_told: |low, low_name, high, high_name, period| {
        format!("{period}: from {low} in {low_name} to {high} in {high_name}")
    },
    climb_counts: |[too_few, bad, unclear, still, good]| {
        let said = [
            ("improving", good),
            ("standing still", still),
            ("worsening", bad),
            ("without a clear direction", unclear),
            ("with too few county values", too_few),
        ];
        said.iter().filter(|s| s.1 > 0).map(|(what, n)| format!("{n} {what}")).collect::<Vec<_>>().join(" · ")
    },
    state_now: "Current state",
    state_desired: "Desired state",
    no_county_value: "No county value",
    against_nation: |difference| format!("{difference} compared with the nation"),
    against_county: |difference| format!("{difference} compared with the county"),
    spread_between: "Distance between highest and lowest",
    from_to: |low, low_name, high, high_name| format!("From {low} in {low_name} to {high} in {high_name}."),
    gap_told: |most, most_name, least, least_name, period| {
        format!(
            "{period} the gap between women and men was largest in {most_name} ({most}) and smallest in {least_name} ({least})."
        )
    },
    no_gap: "no gap",
    gap_below: |least| format!("less than {least}"),
    spread_was: |range, sd, period| {
        sentence(&format!("In {period} the distance was {range} and the standard deviation {sd}"), "")
    },
    spread_grown: "Taken together, the distances have grown.",
    spread_shrunk: "Taken together, the distances have shrunk.",
    spread_same: "Taken together, the distances are about the same.",
    sd_line: |sd| sentence(&format!("Standard deviation {sd}"), ""),
    two_groups: |a, x, b, y| stopped(&format!("{a} {x}, {} {y}", inside(b))),
    foreign_minus_domestic: "Gap between people born abroad and in Sweden",
    foreign_minus_all: "Gap between foreign-born and all",
    target_in: |period| format!("Target {period}"),
    target_reached: "The target is reached.",
    target_on_track: "On track.",
    target_too_slow: "Improving, but too slowly.",
    target_still: "Standing still.",
    target_wrong_way: "Moving away from the target.",
    target_needed: |required| format!("Needed: {required} a year."),
    target_seen: |observed| format!("In recent years {observed} a year."),
    target_pace: |year| format!("At that pace the level is reached in {year}."),
    target_beyond: "At that pace the level is not reached within a hundred years.",
    how_spread: "The highest value minus the lowest. The standard deviation is the population’s, every area counting the same. Distances are said to have grown or shrunk when the standard deviation has changed by at least ten per cent and no other measure in the same unit clearly says otherwise.",
    how_gap: "One group’s published value minus the other’s. It is computed before values are rounded and may differ by one in the last decimal from those shown.",
    how_pinned: "The area’s published value minus the county’s, computed before values are rounded.",
    how_rank: "Counties ordered by value, the desired end first; equal values share a place. Only counties with a value count.",
    how_target: "Yearly change needed from the latest value to the target year, against the Theil–Sen slope of the five latest values. Without a clear direction it is not judged.",
    how_judged: "Development is judged on the five latest values of an unbroken series (Theil–Sen and Mann–Kendall, the same sign when any one value is left out). Otherwise the direction is unclear or the values too few.",
    every_period: "Show every year",
    no_period: |asked, shown| format!("There are no figures for {asked} here. The pictures show {shown}."),
    no_sexes: "The figures are not given for women and men apart here.",
    no_origins: "The figures are not given for domestic and foreign-born people apart here.",
    pin_hint: "Pin up to six areas by choosing them in a picture or in the table.",
    gap_map: "Gap between women and men",
    gap_ranking: "Largest gap first",
    foremost: |few, all| {
        format!(
            "The first {few} of {}, and those pinned. All of them are in the table.",
            number(Locale::En, all as f64, 0)
        )
    },
    unrounded: "Computed from unrounded values.",
    climb_order: |others| {
        let order = "The order says which way things move, not how far there is to go.";
        match others {
            0 => order.to_owned(),
            1 => format!("{order} One indicator that is not judged is left out."),
            n => format!("{order} {n} indicators that are not judged are left out."),
        }
    },
    same_scale: "The same colours in all years",
};

/// A sentence and what follows it; one that ends in an abbreviation has its full stop already.
fn sentence(text: &str, then: &str) -> String {
    let space = if then.is_empty() { "" } else { " " };
    format!("{}{space}{then}", stopped(text))
}
