//! Swedish texts.

use super::{Words, phrases};
use crate::{
    analysis::{assess::Verdict, change::Movement, classify::Method},
    model::{Direction, Missing, table::Flag},
};

/// The table.
pub(super) static WORDS: Words = Words {
    language: "Språk",
    skip: "Hoppa till innehållet",
    search: "Sök indikator eller kommun",
    nothing_found: "Inget hittades. Pröva ett annat ord eller en del av namnet.",
    hits: phrases::sv_hits,
    copy_link: "Kopiera länk",
    link_copied: "Länken är kopierad",
    copy_by_hand: "Webbläsaren lät inte kopiera. Kopiera härifrån:",
    theme: "Utseende",
    theme_light: "Ljust",
    theme_dark: "Mörkt",
    theme_auto: "Som systemet",
    loading: "Hämtar siffror …",
    loading_failed: "Siffrorna kunde inte hämtas",
    try_again: "Försök igen",
    close: "Stäng",
    show_all: "Visa alla",
    show_fewer: "Visa färre",
    publisher: "Sammanställt av",
    updated: "Senast uppdaterad",
    licence: "Licens",
    borders: "Kartans gränser",
    product: "Nuläge",
    path: "Sökväg",
    start_word: "Start",
    start_title: "Från nuläge till önskvärt läge",
    start_lead: phrases::sv_start_lead,
    overall_goals: "Övergripande mål",
    focus_area: "Kraftsamling",
    priority_area: "Prioriterat område",
    indicator_word: "Indikator",
    indicators_word: "Indikatorer",
    findings: "Iakttagelser i nulägesbeskrivningen",
    findings_then: "Skrivna när nulägesbeskrivningen gjordes. Siffrorna intill är de senaste och kan säga något annat.",
    background: "Bakgrund",
    background_intro: "Siffror som hör till bilden av länet men inte till någon kraftsamling.",
    area_word: "Område",
    area_lead: phrases::sv_area_lead,
    area_lead_county: "Alla indikatorer för länet som helhet.",
    other_area: "Byt område:",
    county_word: "Län",
    municipality_word: "Kommun",
    county: "Länet",
    nation: "Riket",
    municipalities: "Kommunerna",
    pin_area: "Fäst området",
    unpin_area: "Lossa området",
    pinned_areas: "Fästa områden",
    pinned: |name| format!("{name} är fäst."),
    unpinned: |name| format!("{name} är inte längre fäst."),
    pins_full: "Sex områden är redan fästa. Lossa ett först.",
    column_indicator: "Indikator",
    column_latest: "Senaste värdet",
    column_change: "Förändring",
    column_development: "Utveckling",
    column_spread: "Kommunerna",
    column_position: "Läge bland kommunerna",
    map: "Karta",
    ranking: "Rangordning",
    over_time: "Över tid",
    table: "Tabell",
    in_figures: "I siffror",
    women_and_men: "Kvinnor och män",
    about: "Om statistiken",
    download: "Ladda ner",
    how_computed: "Hur räknas det?",
    people: "Visa för",
    everybody: "Alla",
    women: "Kvinnor",
    men: "Män",
    origin: "Födelseland",
    origin_all: "Alla",
    origin_domestic: "Inrikes födda",
    origin_foreign: "Utrikes födda",
    year: "År",
    play: "Spela",
    pause: "Pausa",
    map_classes: "Karta: klasser",
    number_of_classes: "Antal klasser",
    classes: "Klasser:",
    method,
    method_explained,
    sort_by: |column| format!("Sortera efter {column}"),
    ascending: "stigande",
    descending: "fallande",
    value: "Värde",
    no_value: "data saknas",
    no_value_because: |reason| format!("data saknas: {reason}"),
    no_values_at_all: "Det finns inga siffror för det här urvalet.",
    only_county: "Siffror finns bara för länet som helhet.",
    missing,
    missing_long,
    flag,
    highest: "Högst",
    lowest: "Lägst",
    median: "Median",
    mean: "Medel av kommunerna",
    spread: "Spridning",
    weighted: "vägt efter folkmängd",
    unweighted: "varje kommun räknas lika",
    ratio: "Högst i förhållande till lägst",
    times: |number| format!("{number} gånger"),
    gap_women_men: "Skillnad kvinnor–män",
    percentage_points: "procentenheter",
    percentage_points_short: "p.e.",
    difference_to_county: "Skillnad mot länet",
    rank: "Plats",
    place: phrases::sv_place,
    shared_place: phrases::sv_shared_place,
    place_among_counties: "Plats bland länen",
    change: "Förändring",
    change_since: |since| format!("Förändring sedan {since}"),
    moved,
    judged,
    desired,
    target: "Mål",
    series_break: "Tidsseriebrott",
    event: "Händelse",
    legend: "Teckenförklaring",
    class_areas: phrases::sv_areas,
    map_of: |title| format!("Karta: {title}"),
    ranking_of: |title| format!("Rangordning: {title}"),
    line_of: |title| format!("Över tid: {title}"),
    source: "Källa",
    via: |name| format!("via {name}"),
    definition: "Definition",
    base: "Avser",
    unit: "Enhet",
    caveats: "Att tänka på",
    processed: "Bearbetning",
    computed: "Beräkning: Nuläge",
    retrieved: "Hämtat",
    latest_period: "Senaste uppgift",
    read_more: "Läs mer hos källan",
    said_year: |period| format!("Visar {period}"),
    said_people: |people| format!("Visar {people}"),
    said_sorted: |column, order| format!("Sorterat efter {column}, {order}"),
    said_playing: "Spelar upp åren",
    said_paused: "Pausat",
    selected: |area, value| format!("{area}, {value}"),
    broken_title: "Något gick fel",
    broken_what: "Sidan kan inte visa siffrorna. Ladda om den. Hjälper inte det, kopiera uppgifterna nedan och skicka dem till den som ansvarar för sidan.",
    broken_copy: "Kopiera uppgifterna",
    broken_copied: "Uppgifterna är kopierade",
    no_borders: "Paketet har inga gränser för de här områdena, därför visas ingen karta.",
};

fn method(method: Method) -> &'static str {
    match method {
        Method::Natural => "Naturliga",
        Method::Quantile => "Lika många i varje",
        Method::Equal => "Lika breda",
        Method::Deviation => "Standardavvikelse",
        Method::Diverging => "Avvikelse från länet",
        Method::Continuous => "Steglös",
    }
}

fn method_explained(method: Method) -> &'static str {
    match method {
        Method::Natural => {
            "Gränserna läggs där det är glest mellan värdena, så att lika värden hamnar i samma klass (ckmeans)."
        }
        Method::Quantile => "Varje klass får ungefär lika många kommuner (kvantiler).",
        Method::Equal => "Klasserna är lika breda; en del kan få många kommuner och andra få.",
        Method::Deviation => "Klasserna räknas i standardavvikelser från kommunernas medelvärde.",
        Method::Diverging => "Två färger visar vilka som ligger under och över länets värde.",
        Method::Continuous => "Ingen indelning: färgen följer värdet utan steg.",
    }
}

fn missing(reason: Missing) -> &'static str {
    match reason {
        Missing::Suppressed => "skyddat av sekretess",
        Missing::NotAvailable => "uppgift finns inte",
        Missing::NotApplicable => "ej tillämpligt",
        Missing::NonResponse => "svar saknas",
        Missing::TooUncertain => "för osäkert",
        Missing::Withdrawn => "tillbakadraget",
        Missing::NotYetPublished => "ännu inte publicerat",
    }
}

fn missing_long(reason: Missing) -> &'static str {
    match reason {
        Missing::Suppressed => "Källan visar inte värdet, för att skydda enskilda personer eller företag.",
        Missing::NotAvailable => "Källan har inget värde och anger inte varför.",
        Missing::NotApplicable => "Måttet har ingen mening här.",
        Missing::NonResponse => "Inget svar har lämnats.",
        Missing::TooUncertain => "Underlaget är för litet för ett säkert värde.",
        Missing::Withdrawn => "Källan har publicerat värdet och sedan dragit tillbaka det.",
        Missing::NotYetPublished => "Källan har ännu inte publicerat värdet.",
    }
}

fn flag(flag: Flag) -> &'static str {
    match flag {
        Flag::Preliminary => "preliminärt",
        Flag::Revised => "reviderat",
        Flag::Estimated => "skattat",
        Flag::Uncertain => "osäkert",
    }
}

fn moved(movement: Movement) -> &'static str {
    match movement {
        Movement::Rose => "har ökat",
        Movement::Fell => "har minskat",
        Movement::Unchanged => "har inte ändrats",
    }
}

fn judged(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Desired => "åt önskat håll",
        Verdict::Undesired => "åt fel håll",
        Verdict::Still => "står still",
        Verdict::Unclear => "ingen tydlig riktning",
        Verdict::TooFew => "för få värden att bedöma",
    }
}

fn desired(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "Högre är önskvärt",
        Direction::Down => "Lägre är önskvärt",
        Direction::None => "Ingen önskad riktning är satt",
    }
}
