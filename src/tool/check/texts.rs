//! Texts that are missing or say too little: translations, and what is read aloud.
//!
//! A bundle without definition, subject, base or unit in Swedish is refused when it is read. What is
//! looked for here are texts that stand there and say nothing, and translations that the bundle's
//! languages promise.

use crate::base::id::IndicatorId;
use crate::base::locale::{Locale, lower};
use crate::base::text::Text;
use crate::model::{Dataset, Indicator};

use super::finding::{Fact, Field, Finding, Lack, Part, Severity};

/// What the texts of the whole bundle lack.
pub(super) fn of_bundle(data: &Dataset) -> Vec<Finding> {
    if !is_promised(data) {
        return Vec::new();
    }
    let (meta, strategy) = (data.meta(), data.strategy());
    let links = meta.links.iter().map(|link| &link.text);
    let of_meta = [&meta.title, &meta.publisher, &meta.licence].into_iter().chain(links);
    let focus = || strategy.focus_areas.iter();
    let names = focus().flat_map(|f| [&f.title, &f.short, &f.intro]);
    let followed =
        focus().flat_map(|f| &f.findings).flat_map(|f| [&f.text].into_iter().chain(&f.without_figures));
    let goals = strategy.overall_goals.iter().chain(&strategy.priority_areas);
    let of_strategy = [&strategy.title].into_iter().chain(goals).chain(names).chain(followed);
    let told = data.story().scenes.iter().flat_map(|scene| {
        let shown = [&scene.headline, &scene.text].into_iter().chain(&scene.points);
        shown.chain(scene.marks.iter().map(|mark| &mark.text))
    });
    let of_story = [&data.story().title].into_iter().chain(told);
    let events = data.events().iter().map(|event| &event.title);
    let borders = data.shapes().map(|shapes| shapes.source());
    let lacks = |part, texts: &mut dyn Iterator<Item = &Text>| {
        let texts = texts.filter(|text| lacks(text)).count();
        let fact = Fact::UntranslatedPart { part, texts };
        (texts > 0).then(|| Finding::of(Severity::Warning, fact))
    };
    [
        lacks(Part::Meta, &mut of_meta.into_iter()),
        lacks(Part::Strategy, &mut of_strategy.into_iter()),
        lacks(Part::Story, &mut of_story.into_iter()),
        lacks(Part::Events, &mut events.into_iter()),
        lacks(Part::Borders, &mut borders.into_iter()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What the texts of an indicator lack.
pub(super) fn of_indicator(data: &Dataset, id: IndicatorId) -> Vec<Finding> {
    let indicator = data.indicator(id);
    let mut found: Vec<Finding> = Vec::new();
    let mut fields: Vec<Field> = fields(indicator).filter(|(_, text)| lacks(text)).map(|(f, _)| f).collect();
    fields.dedup();
    if is_promised(data) && !fields.is_empty() {
        found.push(Finding::of(Severity::Warning, Fact::Untranslated { fields }).about(id));
    }
    let read_aloud = [
        (Field::Title, &indicator.title),
        (Field::Short, &indicator.short),
        (Field::Subject, &indicator.subject),
        (Field::Definition, &indicator.definition),
        (Field::Base, &indicator.base),
        (Field::UnitLabel, &indicator.unit.label),
    ];
    for (field, text) in read_aloud {
        let said = std::iter::once(&text.sv)
            .chain(&text.en)
            .zip(std::iter::once(&indicator.title.sv).chain(&indicator.title.en));
        if let Some(lack) = said.filter_map(|(text, title)| lack(field, text, title)).next() {
            found.push(Finding::of(Severity::Warning, Fact::Text { field, lack }).about(id));
        }
    }
    found
}

/// Every text of an indicator that a reader sees.
fn fields(indicator: &Indicator) -> impl Iterator<Item = (Field, &Text)> {
    let one = [
        (Field::Title, &indicator.title),
        (Field::Subject, &indicator.subject),
        (Field::Definition, &indicator.definition),
        (Field::Base, &indicator.base),
        (Field::UnitLabel, &indicator.unit.label),
    ];
    let processed = indicator.source.processed.iter().map(|text| (Field::Processed, text));
    let caveats = indicator.caveats.iter().map(|text| (Field::Caveat, text));
    let breaks = indicator.breaks.iter().map(|b| (Field::Break, &b.text));
    let annotations = indicator.annotations.iter().map(|a| (Field::Annotation, &a.text));
    let target = indicator.target.iter().map(|t| (Field::Target, &t.text));
    let margin = indicator.margin.iter().map(|m| (Field::Margin, &m.text));
    one.into_iter()
        .chain(processed)
        .chain(caveats)
        .chain(breaks)
        .chain(annotations)
        .chain(target)
        .chain(margin)
}

fn is_promised(data: &Dataset) -> bool {
    data.meta().languages.contains(&Locale::En)
}

/// Whether a text is there in Swedish and not in English.
fn lacks(text: &Text) -> bool {
    !text.sv.trim().is_empty() && text.en.is_none()
}

fn lack(field: Field, text: &str, title: &str) -> Option<Lack> {
    // No short name of its own: what is the matter with it is the matter with the title.
    if field == Field::Short && text == title {
        return None;
    }
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let first = letters.next();
    if first.is_none() || letters.next().is_none() {
        return Some(Lack::Wordless);
    }
    let bare = |text: &str| lower(text.trim().trim_end_matches('.'));
    let repeats = field == Field::Definition && bare(text) == bare(title);
    // Names and abbreviations keep their capitals: BRP, Sverigedemokraterna … only a single one is odd.
    let mut word = text.split_whitespace().next().unwrap_or_default().chars();
    let capital = word.next().is_some_and(char::is_uppercase) && word.clone().all(|c| !c.is_uppercase());
    match field {
        Field::Definition if repeats => Some(Lack::RepeatsTitle),
        Field::Subject if capital && word.next().is_some() => Some(Lack::Capital),
        Field::Short if text.chars().count() > title.chars().count() => Some(Lack::Longer),
        _ => None,
    }
}
