//! The one place where a bundle becomes meaning.
//!
//! Everything that refers to something else is resolved here, once; what cannot be resolved is
//! an error with its JSON path, what can be done without is a note and left out.

mod check;
mod href;
mod indicators;
mod regions;
mod shapes;
mod strategy;
mod values;

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::base::{id::IndicatorId, locale::Locale, note::Note};
use crate::bundle::caps::Caps;
use crate::bundle::format::{self, Bundle};
use crate::bundle::jsonstat;
use crate::bundle::locate;
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::bundle::read;

use super::dataset::{Dataset, Meta, Slot};
use super::{Regions, Table};

/// Why a bundle makes no sense; line and column are 0 where only the bundle is at hand.
pub type LoadError = Problem;

/// Why bytes are no dataset: [`LoadError`] with line and column.
pub type Error = Problem;

/// Lines are looked up for so many notes; each look-up goes through the text.
const NOTES_WITH_LINES: usize = 50;

/// What is understood so far.
struct Context<'a> {
    bundle: &'a Bundle,
    notes: Vec<Note>,
}

/// Gives a bundle its meaning.
///
/// # Errors
/// The first thing that does not fit, with its path.
pub fn load(bundle: Bundle) -> Result<(Dataset, Vec<Note>), LoadError> {
    let mut context = Context { bundle: &bundle, notes: Vec::new() };
    let regions = regions::load(&bundle)?;
    let meta = meta(&mut context)?;
    let shapes = bundle.geometry.as_ref().map(|g| shapes::load(g, &regions)).transpose()?;
    let strategy = strategy::load(&mut context)?;
    let indicators = indicators::load(&mut context, &regions)?;
    let events = strategy::events(&bundle)?;
    let weights = weights(&bundle)?;
    let (slots, mappings) = slots(&mut context, &regions)?;
    let notes = context.notes;
    Ok((Dataset { meta, regions, shapes, strategy, indicators, slots, mappings, weights, events }, notes))
}

/// Reads and loads; errors and notes say the line.
///
/// # Errors
/// As [`read::read`] and [`load`].
pub fn from_bytes(bytes: &[u8], caps: &Caps) -> Result<(Dataset, Vec<Note>), Error> {
    let (bundle, mut notes) = read::read(bytes, caps)?;
    let text = read::text(bytes, caps)?;
    let (dataset, mut more) = load(bundle).map_err(|problem| locate::fill(problem, text))?;
    for note in more.iter_mut().take(NOTES_WITH_LINES) {
        let (line, _) = locate::line_column(text, locate::offset_of(text, &note.place));
        note.place = format!("{}, line {line}", note.place);
    }
    notes.append(&mut more);
    Ok((dataset, notes))
}

/// The values that an indicator's `href` led to, read as its mapping says.
///
/// # Errors
/// As decoding a dataset; paths start at the dataset.
pub fn load_table(
    dataset: &Dataset,
    id: IndicatorId,
    values: &jsonstat::Dataset,
) -> Result<Table, LoadError> {
    let mapping = dataset.mappings.get(id.index()).cloned().unwrap_or_default();
    values::load(values, &mapping, "", dataset.regions()).map(|loaded| loaded.table)
}

/// [`load_table`] from the bytes of the file, errors with their line.
///
/// # Errors
/// As [`read::read_dataset`] and [`load_table`].
pub fn table_from_bytes(
    dataset: &Dataset,
    id: IndicatorId,
    bytes: &[u8],
    caps: &Caps,
) -> Result<Table, Error> {
    let values = read::read_dataset(bytes, caps)?;
    let text = read::text(bytes, caps)?;
    load_table(dataset, id, &values).map_err(|problem| locate::fill(problem, text))
}

/// Reads and loads whatever comes and ignores the result: for tests that look for panics.
pub fn fuzz(bytes: &[u8]) {
    let caps = Caps::default();
    if let Ok((dataset, _)) = from_bytes(bytes, &caps) {
        if let Some(id) = dataset.ids().next() {
            let _ = table_from_bytes(&dataset, id, bytes, &caps);
        }
        if let Some(shapes) = dataset.shapes() {
            for ring in shapes.all().iter().flat_map(|shape| shape.polygons.iter().flatten()) {
                let _ = shapes.ring(ring);
            }
        }
    }
    if let Ok(values) = read::read_dataset(bytes, &caps) {
        let _ = crate::bundle::cells::decode(&values, &format::Mapping::default(), "");
    }
}

fn meta(context: &mut Context<'_>) -> Result<Meta, LoadError> {
    let meta = &context.bundle.meta;
    check::slug(&meta.id, "meta.id")?;
    let digits = |range| meta.updated.get(range).is_some_and(|d: &str| d.bytes().all(|b| b.is_ascii_digit()));
    let dashes = meta.updated.char_indices().filter(|&(_, c)| c == '-').map(|(at, _)| at);
    let is_day =
        meta.updated.len() == 10 && digits(0..4) && digits(5..7) && digits(8..10) && dashes.eq([4, 7]);
    if !is_day {
        let expected = "a day written YYYY-MM-DD";
        return Err(Problem::new(Kind::WrongValue, "meta.updated", expected, quoted(&meta.updated)));
    }
    let mut languages = Vec::new();
    for language in &meta.languages {
        let locale = match language {
            format::Language::Sv => Locale::Sv,
            format::Language::En => Locale::En,
        };
        if !languages.contains(&locale) {
            languages.push(locale);
        }
    }
    if languages.is_empty() {
        return Err(Problem::new(Kind::WrongValue, "meta.languages", "at least one language", "none"));
    }
    Ok(Meta {
        id: meta.id.clone(),
        title: check::text(&meta.title, "meta.title")?,
        publisher: check::text(&meta.publisher, "meta.publisher")?,
        licence: check::text(&meta.licence, "meta.licence")?,
        updated: meta.updated.clone(),
        languages,
        links: href::links(&meta.links, "meta.links", &mut context.notes)?,
    })
}

fn weights(bundle: &Bundle) -> Result<Option<IndicatorId>, LoadError> {
    let Some(id) = &bundle.meta.weights else {
        return Ok(None);
    };
    let found = bundle.indicators.iter().position(|i| &i.id == id).and_then(IndicatorId::new);
    found.map(Some).ok_or_else(|| check::unknown("meta.weights", "the id of an indicator", id))
}

fn slots(
    context: &mut Context<'_>,
    regions: &Regions,
) -> Result<(Vec<Slot>, Vec<format::Mapping>), LoadError> {
    let (mut slots, mut mappings) = (Vec::new(), Vec::new());
    for (i, indicator) in context.bundle.indicators.iter().enumerate() {
        let at = format!("indicators[{i}].values");
        let mapping = indicator.values.mapping.clone().unwrap_or_default();
        crate::bundle::cells::check_mapping(&mapping, &locate::member(&at, "mapping"))?;
        let slot = match (&indicator.values.dataset, &indicator.values.href) {
            (Some(dataset), None) => {
                let at = locate::member(&at, "dataset");
                let loaded = values::load(dataset, &mapping, &at, regions)?;
                context.notes.extend(loaded.note);
                Slot::Here(Arc::new(loaded.table))
            }
            (None, Some(href)) if href::is_relative(href) => Slot::Elsewhere(href.clone()),
            (None, Some(href)) => {
                let at = locate::member(&at, "href");
                return Err(Problem::new(Kind::WrongValue, at, "a relative address", quoted(href))
                    .hint("values are only loaded from beside the bundle"));
            }
            (both, _) => {
                let found = if both.is_some() { "both" } else { "neither" };
                return Err(Problem::new(Kind::WrongValue, at, "either “dataset” or “href”", found));
            }
        };
        slots.push(slot);
        mappings.push(mapping);
    }
    Ok((slots, mappings))
}

/// Codes or ids that must differ.
fn unique<'a>(
    ids: impl Iterator<Item = &'a str>,
    path: impl Fn(usize) -> String,
    what: &str,
) -> Result<(), LoadError> {
    let mut seen = BTreeSet::new();
    for (i, id) in ids.enumerate() {
        if id.trim().is_empty() {
            return Err(Problem::new(Kind::WrongValue, path(i), format!("a {what}"), "an empty text"));
        }
        if !seen.insert(id) {
            let found = format!("{} twice", quoted(id));
            return Err(Problem::new(Kind::Duplicate, path(i), format!("every {what} once"), found));
        }
    }
    Ok(())
}
