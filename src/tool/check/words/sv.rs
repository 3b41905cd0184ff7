//! Findings in Swedish.

use crate::tool::check::finding::{Fact, Field, Lack, Part, Severity};
use crate::view::words::words;

use super::{Named, Words};

/// What was found, what was expected, what to do.
pub(super) fn said(n: &Named<'_>) -> [String; 3] {
    let look = "jämför med källan; om det stämmer, säg varför i en anmärkning eller ett förbehåll";
    let texts = |what: String, expected: &str, todo: &str| [what, expected.to_owned(), todo.to_owned()];
    match &n.finding.fact {
        Fact::Gap { spans, groups, reason } => {
            let spans = spans.iter().map(|span| n.span(*span)).collect::<Vec<_>>().join(", ");
            let groups = if *groups > 1 { format!(" i {groups} uppdelningar") } else { String::new() };
            let why = (words(n.locale).missing)(*reason);
            texts(
                format!("inget värde {spans}{groups}: {why}"),
                "ett värde, som de flesta områden på nivån har",
                "fråga källan, eller ange skälet i katalogen (missing)",
            )
        }
        Fact::Absent { areas, of, reason } => {
            let why = n.reason(*reason).map(|why| format!(": {why}")).unwrap_or_default();
            texts(
                format!("{} har inga värden{why}", n.areas(areas, "och")),
                &format!("värden för alla {} kommuner", n.count(*of)),
                "sök efter en felskriven kod eller ett felskrivet namn i källan; om uppgifter saknas där, ange skälet i katalogen (missing), eller ett förbehåll som nämner kommunen",
            )
        }
        Fact::Outlier { value, usual, score } => [
            format!("{} (poäng {})", n.value(*value), n.score(*score)),
            format!("omkring {}, som åren intill", n.value(*usual)),
            look.to_owned(),
        ],
        Fact::Jump { since, before, value, others, score } => [
            format!(
                "från {} till {} sedan {} (poäng {})",
                n.value(*before),
                n.value(*value),
                n.period(*since),
                n.score(*score)
            ),
            match others {
                Some(others) => format!("en förändring som de andras, {}", n.difference(*others)),
                None => "en förändring som områdets egna förut".to_owned(),
            },
            look.to_owned(),
        ],
        Fact::SameSeries { other, cells } => [
            format!("alla {} värden är desamma som i ”{}”", n.count(*cells), n.title(*other)),
            "egna siffror".to_owned(),
            "rätta källan för den ena, eller ta bort den".to_owned(),
        ],
        Fact::SameArea { other } => [
            format!("samma namn och nivå som området {}", n.data.regions().get(*other).code),
            "varje område en gång".to_owned(),
            "ta bort den ena koden".to_owned(),
        ],
        Fact::Zero { usual } => [
            "noll, där alla andra värden ligger långt därifrån".to_owned(),
            format!("omkring {}, eller inget värde", n.value(*usual)),
            "om källan saknar uppgift, utelämna den i katalogen (leave_out): saknat är inte noll".to_owned(),
        ],
        Fact::Fractions { most, cells } => [
            format!(
                "alla {} värden ligger mellan 0 och 1, det största är {}",
                n.count(*cells),
                n.exact(*most)
            ),
            "procent, som 43,5, inte andelar, som 0,435".to_owned(),
            "multiplicera med 100; är värdena så små bör det stå i definitionen".to_owned(),
        ],
        Fact::OtherCounty { areas, of } => [
            format!(
                "{} av {} kommuner har koder från ett annat län: {}",
                n.count(areas.len()),
                n.count(*of),
                n.areas(areas, "och")
            ),
            "kommunkoder som börjar med länets kod".to_owned(),
            "rätta county i katalogen, eller kommunernas koder".to_owned(),
        ],
        Fact::OutsideShare { value, cells, of } => [
            format!("{}; {} av {} värden ligger utanför", n.exact(*value), n.count(*cells), n.count(*of)),
            "procent mellan 0 och 100".to_owned(),
            if n.finding.severity == Severity::Grave {
                "rätta siffrorna eller enheten".to_owned()
            } else {
                "av värdena att döma ett netto eller en förändringstakt: det bör stå i definitionen"
                    .to_owned()
            },
        ],
        Fact::Sum { total, women, men } => [
            format!("kvinnor {} och män {} blir {}", n.exact(*women), n.exact(*men), n.exact(women + men)),
            format!("{}, som för alla", n.exact(*total)),
            "kontrollera att alla tre kommer från samma tabell och dag".to_owned(),
        ],
        Fact::Between { total, women, men, cells, of } => [
            format!(
                "alla {}, kvinnor {}, män {}; {} av {} ställen",
                n.exact(*total),
                n.exact(*women),
                n.exact(*men),
                n.count(*cells),
                n.count(*of)
            ),
            "allas värde mellan kvinnors och mäns".to_owned(),
            look.to_owned(),
        ],
        Fact::Coarse { shown, found } => [
            format!("{shown} decimaler visas, och inget värde har fler än {found}"),
            format!("värden med {shown} decimaler"),
            format!("sätt decimals = {found}, eller läs siffrorna oavrundade"),
        ],
        Fact::Untranslated { fields } => [
            format!(
                "saknas på engelska: {}",
                fields.iter().map(|f| field(*f)).collect::<Vec<_>>().join(", ")
            ),
            "språken i meta.languages".to_owned(),
            "översätt, eller ta bort ”en” ur languages".to_owned(),
        ],
        Fact::UntranslatedPart { part, texts } => [
            format!("saknas på engelska: {} ({} texter)", self::part(*part), n.count(*texts)),
            "språken i meta.languages".to_owned(),
            "översätt, eller ta bort ”en” ur languages".to_owned(),
        ],
        Fact::Text { field: which, lack } => {
            let what = match lack {
                Lack::Wordless => "innehåller inget ord",
                Lack::RepeatsTitle => "upprepar bara rubriken",
                Lack::Capital => "börjar med stor bokstav",
                Lack::Longer => "är längre än rubriken",
            };
            let expected = match which {
                Field::Subject => "en fras som passar inne i en mening: ”andelen som …”",
                Field::Definition => "vad som mäts, för vilka och när, i en till tre meningar",
                Field::Short => "namnet med färre tecken, för trånga bilder; rubriken gäller där det saknas",
                _ => "ord som kan läsas upp",
            };
            texts(format!("{} {what}", field(*which)), expected, "skriv texten i katalogen")
        }
        Fact::LeftOut(note) => [format!("{}: {}", note.place, note.what), String::new(), note.hint.clone()],
        Fact::Unread { href, why } => [
            format!("värdena på {href} kan inte läsas: {why}"),
            "ett dataset i JSON-stat 2.0".to_owned(),
            "lägg filen bredvid paketet".to_owned(),
        ],
        Fact::Empty => texts(
            "inget område har något värde".to_owned(),
            "värden",
            "rätta källan, eller ta bort indikatorn",
        ),
        Fact::Revised { cells, before, now } => [
            format!(
                "{} reviderade; den största ändringen från {} till {}",
                values(*cells, n),
                n.exact(*before),
                n.exact(*now)
            ),
            String::new(),
            String::new(),
        ],
        Fact::Added { cells } => [format!("{} nya", values(*cells, n)), String::new(), String::new()],
        Fact::Gone { cells, span } => texts(
            format!("{} borta, {}", values(*cells, n), n.span(*span)),
            "det som fanns förut",
            "om källan har dragit tillbaka dem, säg det i ett förbehåll",
        ),
        Fact::UnitChanged { before } => texts(
            format!("enheten var ”{}”", n.text(before)),
            "samma enhet",
            "ge en indikator i en annan enhet ett annat id: adresser leder till den",
        ),
        Fact::NewIndicator => texts("ny".to_owned(), "", ""),
        Fact::GoneIndicator { id, title } => texts(
            format!("”{}” ({id}) är borta", n.text(title)),
            "varje indikator som adresser leder till",
            "behåll id:t, eller godta att gamla adresser leder ingenstans",
        ),
        Fact::NewArea => texts("nytt".to_owned(), "", ""),
        Fact::GoneArea { code, name } => texts(
            format!("{} ({code}) är borta", n.text(name)),
            "alla tidigare områden",
            "rätta katalogens områden",
        ),
        Fact::NoPrevious { why } => {
            texts(format!("inget att jämföra med: {why}"), "det tidigare paketet", "ange ett med --previous")
        }
    }
}

fn values(count: usize, n: &Named<'_>) -> String {
    if count == 1 { "1 värde".to_owned() } else { format!("{} värden", n.count(count)) }
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "rubriken",
        Field::Short => "kortnamnet",
        Field::Subject => "subjektet",
        Field::Definition => "definitionen",
        Field::Base => "basen",
        Field::UnitLabel => "enhetens namn",
        Field::Processed => "bearbetningen",
        Field::Caveat => "förbehållen",
        Field::Break => "brotten",
        Field::Annotation => "anmärkningarna",
        Field::Target => "målet",
        Field::Margin => "marginalen",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Meta => "paketets egna texter",
        Part::Strategy => "strategin",
        Part::Story => "berättelsen",
        Part::Events => "händelserna",
        Part::Borders => "gränsernas källa",
    }
}

fn counted(count: &str, one: &str, many: &str) -> String {
    format!("{count} {}", if count == "1" { one } else { many })
}

pub(super) const WORDS: Words = Words {
    title: |bundle| format!("Kontroll av {bundle}"),
    holds: |indicators, areas, values, without| {
        format!(
            "{}, {}, {}, {} utan värde",
            counted(indicators, "indikator", "indikatorer"),
            counted(areas, "område", "områden"),
            counted(values, "värde", "värden"),
            counted(without, "cell", "celler")
        )
    },
    read_from: |source, day| format!("{source}, sammanställt {day}"),
    compared: |day| format!("Jämfört med paketet som sammanställdes {day}"),
    not_compared: "Inte jämfört med något tidigare paket",
    severity: |severity, count| match (severity, count) {
        (Severity::Grave, 1) => "allvarligt",
        (Severity::Grave, _) => "allvarliga",
        (Severity::Warning, 1) => "varning",
        (Severity::Warning, _) => "varningar",
        (Severity::Note, 1) => "notering",
        (Severity::Note, _) => "noteringar",
        (Severity::Explained, 1) => "förklarat",
        (Severity::Explained, _) => "förklarade",
    },
    severity_means: |severity| match severity {
        Severity::Grave => "kan inte stämma och måste rättas",
        Severity::Warning => "troligen något att rätta eller förklara i katalogen",
        Severity::Note => "bra att veta",
        Severity::Explained => "avvikande, och paketet säger självt varför",
    },
    heading: |severity| match severity {
        Severity::Grave => "Måste rättas",
        Severity::Warning => "Varningar",
        Severity::Note => "Noteringar",
        Severity::Explained => "Förklarat i paketet",
    },
    nothing: "Inget hittades.",
    not_listed: |notes, explained| {
        format!(
            "Visas inte: {notes} noteringar och {explained} förklarade fynd. --all visar dem; --html FIL visar dem med bilder."
        )
    },
    indicator: "indikator",
    place: "var och när",
    found: "fynd",
    expected: "väntat",
    todo: "att göra",
    kind: "slag",
    kind_name: |kind| match kind {
        "absent" => "inga värden",
        "gap" => "lucka",
        "outlier" => "avvikande värde",
        "jump" => "hopp",
        "same-series" => "samma serie",
        "same-area" => "samma område",
        "zero" => "nolla",
        "outside-share" => "utanför 0–100",
        "fractions" => "andelar som procent",
        "other-county" => "annat län",
        "sum" => "summa",
        "between" => "kvinnor, män, alla",
        "decimals" => "decimaler",
        "translation" => "översättning",
        "text" => "text",
        "left-out" => "utelämnat",
        "unread" => "oläst",
        "empty" => "tom",
        "revised" => "reviderat",
        "added" => "nytt",
        "gone" => "borta",
        "unit-changed" => "enhet",
        "new-indicator" => "ny indikator",
        "gone-indicator" => "indikator borta",
        "new-area" => "nytt område",
        "gone-area" => "område borta",
        _ => "jämförelse",
    },
    whole: "paketet",
    explained: |text| format!("Paketet säger: {text}"),
    coverage: "Täckning",
    coverage_legend: "Per period: hur många av kommunerna, eller av de områden som finns, som har något värde; █ alla, ▄ hälften, · inga.",
    matrix_legend: "En rad per område, en kolumn per period.",
    full: "alla uppdelningar",
    part: "några uppdelningar",
    none: "inget värde",
    reason: "inget värde, med skäl",
    areas: "områden",
    periods: "perioder",
    groups: "uppdelningar",
    filled: "fyllt",
    by_period: "per period",
    matrix_of: |title| format!("Värden för ”{title}” per område och period"),
    picture_of: |title, place| format!("{title}: {place}"),
    rules: "Hur kontrollerna avgör",
    rules_text: &[
        "Avvikande värden och hopp poängsätts med Iglewicz och Hoaglins modifierade z-värde (How to Detect and Handle Outliers, ASQC 1993): 0,6745 gånger avståndet från medianen, delat med medianen av de absoluta avvikelserna. Över 3,5 noteras de, över 7 varnas det för dem. Det som är gemensamt för alla områden på en nivå dras först ifrån; måttstocken är den största av områdets egen, nivåns och ett steg i den sista visade decimalen.",
        "Ett avvikande värde skiljer sig från de två värdena före och de två efter. Ett hopp är en förändring från en period till nästa som inte liknar områdets egna eller de andras. Totaler jämförs med logaritmer. Inget jämförs över ett brott i serien.",
        "Kvinnor och män blir tillsammans alla i totaler; i andelar och medelvärden ligger alla mellan dem, bortsett från avrundning. Siffror med brus som skyddar enskilda (Cell Key-metoden) eller med marginal lämnas därhän.",
        "Ett brott, en anmärkning, eller ett förbehåll som nämner både år och område, förklarar ett fynd. Inget rättas.",
    ],
};
