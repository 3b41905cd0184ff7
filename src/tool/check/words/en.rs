//! Findings in English.

use crate::tool::check::finding::{Fact, Field, Lack, Part, Severity};
use crate::view::words::words;

use super::{Named, Words};

/// What was found, what was expected, what to do.
pub(super) fn said(n: &Named<'_>) -> [String; 3] {
    let look = "compare with the source; if it is right, say why in an annotation or a caveat";
    let texts = |what: String, expected: &str, todo: &str| [what, expected.to_owned(), todo.to_owned()];
    match &n.finding.fact {
        Fact::Gap { spans, groups, reason } => {
            let spans = spans.iter().map(|span| n.span(*span)).collect::<Vec<_>>().join(", ");
            let groups = if *groups > 1 { format!(" in {groups} breakdowns") } else { String::new() };
            let why = (words(n.locale).missing)(*reason);
            texts(
                format!("no value {spans}{groups}: {why}"),
                "a value, as most areas of the level have",
                "ask the source, or give the reason in the catalogue (missing)",
            )
        }
        Fact::Absent { areas, of, reason } => {
            let have = if areas.len() == 1 { "has" } else { "have" };
            let why = n.reason(*reason).map(|why| format!(": {why}")).unwrap_or_default();
            texts(
                format!("{} {have} no values{why}", n.areas(areas, "and")),
                &format!("values of all {} municipalities", n.count(*of)),
                "look for a mistyped code or name in the source; if it has no figures, give the reason in the catalogue (missing), or a caveat that names the municipality",
            )
        }
        Fact::Outlier { value, usual, score } => [
            format!("{} (score {})", n.value(*value), n.score(*score)),
            format!("about {}, as in the years around it", n.value(*usual)),
            look.to_owned(),
        ],
        Fact::Jump { since, before, value, others, score } => [
            format!(
                "from {} to {} since {} (score {})",
                n.value(*before),
                n.value(*value),
                n.period(*since),
                n.score(*score)
            ),
            match others {
                Some(others) => format!("a change like the others', {}", n.difference(*others)),
                None => "a change like the area's own before".to_owned(),
            },
            look.to_owned(),
        ],
        Fact::SameSeries { other, cells } => [
            format!("all {} values are those of “{}”", n.count(*cells), n.title(*other)),
            "figures of its own".to_owned(),
            "correct the source of one of the two, or remove it".to_owned(),
        ],
        Fact::SameArea { other } => [
            format!("the same name and level as the area {}", n.data.regions().get(*other).code),
            "every area once".to_owned(),
            "remove one of the two codes".to_owned(),
        ],
        Fact::Zero { usual } => [
            "zero, where every other value is far from it".to_owned(),
            format!("about {}, or no value", n.value(*usual)),
            "if the source has no figure, leave it out in the catalogue (leave_out): missing is not zero"
                .to_owned(),
        ],
        Fact::Fractions { most, cells } => [
            format!("all {} values lie between 0 and 1, the largest is {}", n.count(*cells), n.exact(*most)),
            "per cent, as 43.5, not fractions, as 0.435".to_owned(),
            "multiply by 100; if the values are that small, the definition should say so".to_owned(),
        ],
        Fact::OtherCounty { areas, of } => [
            format!(
                "{} of {} municipalities have codes of another county: {}",
                n.count(areas.len()),
                n.count(*of),
                n.areas(areas, "and")
            ),
            "municipal codes that begin with the county’s".to_owned(),
            "correct county in the catalogue, or the codes of the municipalities".to_owned(),
        ],
        Fact::OutsideShare { value, cells, of } => [
            format!("{}; {} of {} values lie outside", n.exact(*value), n.count(*cells), n.count(*of)),
            "per cent between 0 and 100".to_owned(),
            if n.finding.severity == Severity::Grave {
                "correct the figures or the unit".to_owned()
            } else {
                "a net figure or a rate of change, by its values: the definition should say so".to_owned()
            },
        ],
        Fact::Sum { total, women, men } => [
            format!("women {} and men {} make {}", n.exact(*women), n.exact(*men), n.exact(women + men)),
            format!("{}, as for everybody", n.exact(*total)),
            "check that all three come from the same table and date".to_owned(),
        ],
        Fact::Between { total, women, men, cells, of } => [
            format!(
                "everybody {}, women {}, men {}; {} of {} places",
                n.exact(*total),
                n.exact(*women),
                n.exact(*men),
                n.count(*cells),
                n.count(*of)
            ),
            "everybody's value between those of women and men".to_owned(),
            look.to_owned(),
        ],
        Fact::Coarse { shown, found } => [
            format!("{shown} decimals are shown, and no value has more than {found}"),
            format!("values with {shown} decimals"),
            format!("set decimals = {found}, or read the figures unrounded"),
        ],
        Fact::Untranslated { fields } => [
            format!("no English: {}", fields.iter().map(|f| field(*f)).collect::<Vec<_>>().join(", ")),
            "the languages in meta.languages".to_owned(),
            "translate, or take “en” out of languages".to_owned(),
        ],
        Fact::UntranslatedPart { part, texts } => [
            format!("no English: {} ({} texts)", self::part(*part), n.count(*texts)),
            "the languages in meta.languages".to_owned(),
            "translate, or take “en” out of languages".to_owned(),
        ],
        Fact::Text { field: which, lack } => {
            let what = match lack {
                Lack::Wordless => "holds no word",
                Lack::RepeatsTitle => "only repeats the title",
                Lack::Capital => "begins with a capital",
                Lack::Longer => "is longer than the title",
            };
            let expected = match which {
                Field::Subject => "a noun phrase that fits inside a sentence: “the share who …”",
                Field::Definition => "what is measured, of whom and when, in a sentence or three",
                Field::Short => "the name in fewer letters, for narrow pictures; without it the title stands",
                _ => "words that can be read aloud",
            };
            texts(format!("the {} {what}", field(*which)), expected, "write it in the catalogue")
        }
        Fact::LeftOut(note) => [format!("{}: {}", note.place, note.what), String::new(), note.hint.clone()],
        Fact::Unread { href, why } => [
            format!("the values at {href} cannot be read: {why}"),
            "a JSON-stat 2.0 dataset".to_owned(),
            "put the file beside the bundle".to_owned(),
        ],
        Fact::Empty => {
            texts("no area has a value".to_owned(), "values", "correct the source, or remove the indicator")
        }
        Fact::Revised { cells, before, now } => [
            format!(
                "{} revised; the largest from {} to {}",
                values(*cells, n),
                n.exact(*before),
                n.exact(*now)
            ),
            String::new(),
            String::new(),
        ],
        Fact::Added { cells } => [format!("{} added", values(*cells, n)), String::new(), String::new()],
        Fact::Gone { cells, span } => texts(
            format!("{} gone, {}", values(*cells, n), n.span(*span)),
            "what was there before",
            "if the source has withdrawn them, say so in a caveat",
        ),
        Fact::UnitChanged { before } => texts(
            format!("the unit was “{}”", n.text(before)),
            "the same unit",
            "give an indicator in another unit another id: addresses lead to it",
        ),
        Fact::NewIndicator => texts("new".to_owned(), "", ""),
        Fact::GoneIndicator { id, title } => texts(
            format!("“{}” ({id}) is gone", n.text(title)),
            "every indicator that addresses lead to",
            "keep the id, or accept that old addresses lead nowhere",
        ),
        Fact::NewArea => texts("new".to_owned(), "", ""),
        Fact::GoneArea { code, name } => texts(
            format!("{} ({code}) is gone", n.text(name)),
            "every area of before",
            "correct the catalogue's areas",
        ),
        Fact::NoPrevious { why } => texts(
            format!("nothing to compare with: {why}"),
            "the bundle of before",
            "name one with --previous",
        ),
    }
}

fn values(count: usize, n: &Named<'_>) -> String {
    if count == 1 { "1 value".to_owned() } else { format!("{} values", n.count(count)) }
}

fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "title",
        Field::Short => "short name",
        Field::Subject => "subject",
        Field::Definition => "definition",
        Field::Base => "base",
        Field::UnitLabel => "unit label",
        Field::Processed => "processing",
        Field::Caveat => "caveats",
        Field::Break => "breaks",
        Field::Annotation => "annotations",
        Field::Target => "target",
        Field::Margin => "margin",
    }
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Meta => "the bundle's own texts",
        Part::Strategy => "the strategy",
        Part::Story => "the story",
        Part::Events => "the events",
        Part::Borders => "the source of the borders",
    }
}

fn counted(count: &str, what: &str) -> String {
    format!("{count} {what}{}", if count == "1" { "" } else { "s" })
}

pub(super) const WORDS: Words = Words {
    title: |bundle| format!("Check of {bundle}"),
    holds: |indicators, areas, values, without| {
        format!(
            "{}, {}, {}, {} without a value",
            counted(indicators, "indicator"),
            counted(areas, "area"),
            counted(values, "value"),
            counted(without, "cell")
        )
    },
    read_from: |source, day| format!("{source}, compiled {day}"),
    compared: |day| format!("Compared with the bundle compiled {day}"),
    not_compared: "Not compared with an earlier bundle",
    severity: |severity, count| match (severity, count) {
        (Severity::Grave, _) => "grave",
        (Severity::Warning, 1) => "warning",
        (Severity::Warning, _) => "warnings",
        (Severity::Note, 1) => "note",
        (Severity::Note, _) => "notes",
        (Severity::Explained, _) => "explained",
    },
    severity_means: |severity| match severity {
        Severity::Grave => "cannot be right and must be mended",
        Severity::Warning => "probably something to mend or to explain in the catalogue",
        Severity::Note => "worth knowing",
        Severity::Explained => "odd, and the bundle itself says why",
    },
    heading: |severity| match severity {
        Severity::Grave => "Must be mended",
        Severity::Warning => "Warnings",
        Severity::Note => "Notes",
        Severity::Explained => "Explained by the bundle",
    },
    nothing: "Nothing was found.",
    not_listed: |notes, explained| {
        format!(
            "Not listed: {notes} notes and {explained} explained findings. --all lists them; --html FILE shows them with pictures."
        )
    },
    indicator: "indicator",
    place: "where and when",
    found: "found",
    expected: "expected",
    todo: "what to do",
    kind: "kind",
    kind_name: |kind| match kind {
        "absent" => "no values",
        "gap" => "gap",
        "outlier" => "outlier",
        "jump" => "jump",
        "same-series" => "same series",
        "same-area" => "same area",
        "zero" => "zero",
        "outside-share" => "outside 0–100",
        "fractions" => "fractions as per cent",
        "other-county" => "another county",
        "sum" => "sum",
        "between" => "women, men, all",
        "decimals" => "decimals",
        "translation" => "translation",
        "text" => "text",
        "left-out" => "left out",
        "unread" => "unread",
        "empty" => "empty",
        "revised" => "revised",
        "added" => "added",
        "gone" => "gone",
        "unit-changed" => "unit",
        "new-indicator" => "new indicator",
        "gone-indicator" => "gone indicator",
        "new-area" => "new area",
        "gone-area" => "gone area",
        _ => "comparison",
    },
    whole: "the bundle",
    explained: |text| format!("The bundle says: {text}"),
    coverage: "Coverage",
    coverage_legend: "By period: how many of the municipalities, or of what areas there are, have any value; █ all, ▄ half, · none.",
    matrix_legend: "One row per area, one column per period.",
    full: "all breakdowns",
    part: "some breakdowns",
    none: "no value",
    reason: "no value, with a reason",
    areas: "areas",
    periods: "periods",
    groups: "breakdowns",
    filled: "filled",
    by_period: "by period",
    matrix_of: |title| format!("Values of “{title}” by area and period"),
    picture_of: |title, place| format!("{title}: {place}"),
    rules: "How the checks decide",
    rules_text: &[
        "Outliers and jumps are scored by the modified z-score of Iglewicz and Hoaglin (How to Detect and Handle Outliers, ASQC 1993): 0.6745 times the distance from the median, divided by the median absolute deviation. Beyond 3.5 they are noted, beyond 7 they are warned of. What all areas of a level share is taken off first; the scale is the largest of the area's own, the level's, and one step of the last decimal shown.",
        "An outlier lies apart from the two values before and the two after it. A jump is a change from one period to the next unlike the area's own and unlike the others'. Totals are compared by their logarithms. Nothing is compared across a break in the series.",
        "Women and men make everybody in totals; in shares and means everybody lies between them, up to rounding. Figures with noise added to protect individuals (Cell Key Method) or with a margin are left alone.",
        "A break, an annotation, or a caveat that names both year and area, explains a finding. Nothing is repaired.",
    ],
};
