//! The one place where a bundle becomes meaning.
//!
//! Everything that refers to something else is resolved here, once; what cannot be resolved is
//! an error with its JSON path, what can be done without is a note and left out.

mod found;
mod href;
mod indicators;
mod margin;
mod regions;
mod shapes;
pub mod story;
mod strategy;
mod values;

use std::sync::Arc;

use crate::base::{id::IndicatorId, locale::Locale, note::Note};
use crate::bundle::caps::Caps;
use crate::bundle::format::{self, Bundle, Mapping};
use crate::bundle::json::Document;
use crate::bundle::jsonstat;
use crate::bundle::locate::{self, Path};
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::bundle::read;

use super::dataset::{Dataset, Lasting, Meta, Slot};
use super::{Indicator, Regions, Table};

use found::Found;

/// Why a bundle makes no sense; line and column are 0 where only the bundle is at hand.
pub type LoadError = Problem;

/// Why bytes are no dataset: [`LoadError`] with line and column.
pub type Error = Problem;

/// Lines are looked up for so many notes; each look-up goes through the text.
const NOTES_WITH_LINES: usize = 50;

/// Gives a bundle its meaning.
///
/// # Errors
/// The first thing that does not fit, with its path.
pub fn load(bundle: &Bundle) -> Result<(Dataset, Vec<Note>), LoadError> {
    let found = &mut Found::default();
    let regions = regions::load(bundle, found)?;
    let meta = meta(bundle, found);
    let shapes = bundle.geometry.as_ref().map(|g| shapes::load(g, &regions, found));
    let strategy = strategy::load(bundle, found);
    let indicators = indicators::load(bundle, &regions, found);
    let events = strategy::events(bundle, found);
    let story = story::load(bundle, &regions, found);
    let weights = weights(bundle, found);
    found.so_far()?;
    let (slots, mappings) = slots(bundle, &indicators, &regions, found)?;
    let notes = std::mem::take(&mut found.notes);
    let lasting = Lasting { meta, regions, shapes, strategy, indicators, mappings, weights, events };
    Ok((Dataset { lasting: Arc::new(lasting), slots, story: Arc::new(story) }, notes))
}

/// Reads and loads; errors and notes say the line.
///
/// # Errors
/// As [`read::read`] and [`load`].
pub fn from_bytes(bytes: &[u8], caps: &Caps) -> Result<(Dataset, Vec<Note>), Error> {
    let (bundle, mut notes) = read::read(bytes, caps)?;
    let text = read::text(bytes, caps)?;
    let (dataset, mut more) = load(&bundle).map_err(|problem| locate::fill(problem, text))?;
    if !more.is_empty() {
        let document = Document::parse(text, caps)?;
        for note in more.iter_mut().take(NOTES_WITH_LINES) {
            let (line, _) = document.line_column(document.find(&note.place));
            note.place = format!("{}, line {line}", note.place);
        }
        notes.append(&mut more);
    }
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
    let none = Mapping::default();
    let mapping = dataset.lasting.mappings.get(id.index()).unwrap_or(&none);
    values::load(values, mapping, "", dataset.regions(), &mut Found::default())
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

fn meta(bundle: &Bundle, found: &mut Found) -> Meta {
    let (meta, at) = (&bundle.meta, &Path::At("meta"));
    if !is_day(&meta.updated) {
        found.wrong(&at.member("updated"), "a day written YYYY-MM-DD", &quoted(&meta.updated));
    }
    let mut languages = Vec::with_capacity(2);
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
        found.wrong(&at.member("languages"), "at least one language", "none");
    }
    Meta {
        id: found.slug(&meta.id, &at.member("id")),
        title: found.text(&meta.title, &at.member("title")),
        publisher: found.text(&meta.publisher, &at.member("publisher")),
        licence: found.text(&meta.licence, &at.member("licence")),
        updated: meta.updated.clone(),
        languages,
        links: href::links(&meta.links, &at.member("links"), found),
        sha256: found::said(bundle.sha256.as_ref()),
    }
}

/// Whether a text is written YYYY-MM-DD.
fn is_day(text: &str) -> bool {
    let fits = |(i, byte): (usize, u8)| if i == 4 || i == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    text.len() == 10 && text.bytes().enumerate().all(fits)
}

fn weights(bundle: &Bundle, found: &mut Found) -> Option<IndicatorId> {
    let id = bundle.meta.weights.as_ref()?;
    let indicator = bundle.indicators.iter().position(|i| &i.id == id).and_then(IndicatorId::new);
    if indicator.is_none() {
        found.unknown(&Path::At("meta.weights"), "the id of an indicator", id);
    }
    indicator
}

/// Where every indicator's values are, and how they are read.
type Slots = (Vec<Slot>, Vec<format::Mapping>);

fn slots(
    bundle: &Bundle,
    loaded: &[Indicator],
    regions: &Regions,
    found: &mut Found,
) -> Result<Slots, LoadError> {
    let (mut slots, mut mappings) = (Vec::new(), Vec::new());
    let path = Path::At("indicators");
    for (i, indicator) in bundle.indicators.iter().enumerate() {
        let indicator_path = path.element(i);
        let at = indicator_path.member("values");
        let mapping = indicator.values.mapping.clone().unwrap_or_default();
        crate::bundle::cells::check_mapping(&mapping, &at.member("mapping"))?;
        match (&indicator.values.dataset, &indicator.values.href) {
            (Some(dataset), None) => {
                let at = at.member("dataset").to_string();
                let (margin, window) =
                    loaded.get(i).map(|l| (l.margin.clone(), l.window)).unwrap_or_default();
                let table = values::load(dataset, &mapping, &at, regions, found)?;
                slots.push(Slot::Here(Arc::new(table.known_by(margin, window))));
            }
            (None, Some(href)) if href::is_relative(href) => slots.push(Slot::Elsewhere(href.clone())),
            (None, Some(href)) => {
                let at = at.member("href");
                return Err(Problem::new(Kind::WrongValue, &at, "a relative address", &quoted(href))
                    .hint("values are only loaded from beside the bundle"));
            }
            (both, _) => {
                let said = if both.is_some() { "both" } else { "neither" };
                found.wrong(&at, "either “dataset” or “href”", said);
                found.so_far()?;
            }
        }
        mappings.push(mapping);
    }
    Ok((slots, mappings))
}
