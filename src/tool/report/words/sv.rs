//! Words of reports in Swedish.

use super::Words;
use crate::base::locale::{Locale, count_word, list};

pub(super) static WORDS: Words = Words {
    municipality_of: |county| format!("Kommun i {county}"),
    municipality_lead: |indicators, others, nation| {
        let mut with = vec!["länet".to_owned()];
        with.extend(nation.then(|| "riket".to_owned()));
        with.push(format!("länets {}", sv_members(others)));
        let with: Vec<&str> = with.iter().map(String::as_str).collect();
        format!("Läget i {}, jämfört med {}", sv_indicators(indicators), list(Locale::Sv, &with))
    },
    county_lead: |indicators, members| {
        format!("Läget i {}, i länet och dess {}", sv_indicators(indicators), sv_members(members))
    },
    compiled: |day| format!("Siffrorna sammanställdes {day}"),
    brief: "I korthet",
    contents: "Innehåll",
    guide: "Så läser du rapporten",
    guide_lines: [
        "Efter indikatorns namn står det senaste värdet, rikets värde samma år, året, platsen bland länen och förändringen. Plats 1 har det mest önskvärda värdet, eller det högsta där ingen riktning är önskad.",
        "Efter indikatorns namn står det senaste värdet, länets värde samma år, året, platsen bland länets kommuner och förändringen. Plats 1 har det mest önskvärda värdet, eller det högsta där ingen riktning är önskad.",
    ],
    guide_spark: |area| {
        format!(
            "Utvecklingen. Den mörka linjen är {area}, den grå är riket. Linjen bryts där mätningen har ändrats."
        )
    },
    guide_strip: "Kommunerna. Varje streck är en kommuns värde, lägst till vänster. Det breda strecket är länet, ringen riket, en fylld punkt rapportens kommun.",
    guide_own: |area| format!("Den färgade markeringen är {area}."),
    guide_judged: "Raderna är ordnade efter hur utvecklingen går: ▲ åt önskat håll, ▼ åt fel håll, sedan det som står still, det som inte har någon tydlig riktning, det som har för få värden att bedöma och det som inte bedöms, utan önskad riktning eller i löpande priser.",
    guide_coloured: "I tabellen över kommunerna visar färgen avståndet till länet.",
    guide_missing: "Ett värde som saknas är aldrig noll: det skrivs ut med sin orsak. Ett år som saknas ersätts inte av ett annat utan att året står vid värdet.",
    guide_computed: "Värden är publicerade av källan. Skillnader, platser, spridning och förändringar är beräknade av Nuläge ur dessa värden.",
    profile: "Läget bland kommunerna",
    whole: "Länet i stort",
    background: "Bakgrund",
    background_intro: "Indikatorer som beskriver förutsättningarna och inte hör till någon kraftsamling.",
    findings: |county| format!("Iakttagelser i nulägesbeskrivningen av {county}"),
    undirected: "Bedöms inte",
    columns: ["Värde", "År", "Plats", "Förändring", "Utveckling", "Kommunerna"],
    against: ["Riket", "Länet"],
    place: |from, to, of| {
        if from == to { format!("{from} av {of}") } else { format!("{from}–{to} av {of}") }
    },
    against_county: |value, difference| format!("Länet {value}, skillnad {difference}"),
    not_published: "Källan redovisar inget värde här.",
    differences: "Skillnader",
    differences_lead: |area| {
        format!(
            "Skillnader mellan grupper av människor och mellan kommuner, sedda från {area}. Alla skillnader är beräknade av Nuläge."
        )
    },
    sexes: "Kvinnor och män",
    origins: "Inrikes och utrikes födda",
    gaps_lead: |shown, all| {
        format!(
            "{}, med störst skillnad först. Ordningen följer skillnaden i förhållande till det större av de två värdena; linjen går från noll till det.",
            sv_of(shown, all)
        )
    },
    no_gaps: |area| format!("Inga sådana uppgifter redovisas för {area}."),
    far: "Längst från länet",
    far_how: "Avståndet till länets värde, räknat i standardavvikelser mellan kommunerna. Bara indikatorer med önskad riktning.",
    far_better: "På den önskade sidan",
    far_worse: "På den andra sidan",
    far_none: "Ingen indikator",
    deviations: |n| format!("{n} st.av."),
    between: "Mellan kommunerna",
    between_how: |shown, all| {
        format!(
            "{}, med störst spridning först. Spridningen är standardavvikelsen i procent av kommunernas medelvärde, senaste året.",
            sv_of(shown, all)
        )
    },
    from_to: |low, lowest, high, highest| format!("{low} i {lowest} till {high} i {highest}"),
    since: [
        |year| format!("vuxit sedan {year}"),
        |year| format!("minskat sedan {year}"),
        |year| format!("ungefär som {year}"),
    ],
    targets: "På väg mot målen",
    targets_lead: |n| {
        if n == 1 {
            "En indikator har ett mål i siffror.".to_owned()
        } else {
            format!("{n} indikatorer har mål i siffror.")
        }
    },
    sources: "Källor och förbehåll",
    sources_lead: "Alla indikatorer i rapporten med källa och år.",
    sources_numbers: "Siffror inom hakparentes hänvisar till förbehållen i slutet.",
    shared: "Förbehåll som flera indikatorer delar",
    page: |n, of| format!("Sida {n} av {of}"),
};

fn sv_indicators(count: usize) -> String {
    let noun = if count == 1 { "indikator" } else { "indikatorer" };
    format!("{} {noun}", count_word(Locale::Sv, count))
}

fn sv_members(count: usize) -> String {
    if count == 1 { "enda kommun".to_owned() } else { format!("{} kommuner", count_word(Locale::Sv, count)) }
}

fn sv_of(shown: usize, all: usize) -> String {
    if shown == all {
        if all == 1 {
            "Den enda indikator som har uppgifterna".to_owned()
        } else {
            format!("Alla {all} indikatorer som har uppgifterna")
        }
    } else {
        format!("{shown} av de {all} indikatorer som har uppgifterna")
    }
}
