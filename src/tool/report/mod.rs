//! A report of a municipality, or of the whole county, as a dozen pages of A4: cover with the main
//! differences, how to read it, profile, the focus areas with findings, maps and every indicator,
//! differences, targets, sources and caveats.

mod between;
mod brief;
pub mod command;
mod cover;
mod focus;
mod gaps;
mod guide;
mod maps;
mod paper;
mod row;
mod sources;
mod targets;
mod whole;
mod words;

use crate::{
    base::{
        color::{Mode, Theme},
        id::{AreaId, IndicatorId},
        locale::Locale,
    },
    model::{Dataset, Region, strategy::FocusArea},
    tool::picture::{About, Letters, Page, PictureError, document},
    view::{look::Look, words::words as view_words},
};

use paper::Paper;
use words::{Words, words};

/// Whom a report is about, and in which words.
#[derive(Clone, Copy)]
struct Subject<'a> {
    data: &'a Dataset,
    area: AreaId,
    locale: Locale,
    words: &'static Words,
}

impl<'a> Subject<'a> {
    /// Name of the area.
    fn name(&self) -> &'a str {
        self.name_of(self.area)
    }

    fn name_of(&self, area: AreaId) -> &'a str {
        self.region(area).name.get(self.locale)
    }

    fn region(&self, area: AreaId) -> &'a Region {
        self.data.regions().get(area)
    }

    /// Whether it is about the county itself.
    fn is_county(&self) -> bool {
        self.area == self.data.regions().county()
    }

    /// Whom its values stand beside: the nation, or of a municipality the county.
    fn against(&self) -> Option<AreaId> {
        let regions = self.data.regions();
        if self.is_county() { regions.nation() } else { Some(regions.county()) }
    }

    /// The areas whose colour the report's own takes.
    fn pinned(&self) -> Vec<AreaId> {
        if self.is_county() { Vec::new() } else { vec![self.area] }
    }

    /// The indicators by focus area, with the area's title and introduction; what is never published
    /// for this area or any municipality is left out, and so is a focus area without any.
    fn chapters(&self) -> Vec<Chapter<'a>> {
        let of = |ids: &[IndicatorId]| ids.iter().copied().filter(|&id| self.has(id)).collect::<Vec<_>>();
        let mut all: Vec<Chapter<'a>> = Vec::new();
        for (n, focus) in self.data.strategy().focus_areas.iter().enumerate() {
            let (title, intro) = (focus.title.get(self.locale), focus.intro.get(self.locale));
            all.push(Chapter { title, intro, focus: Some((n, focus)), ids: of(&focus.indicators) });
        }
        let (title, intro) = match self.focused() {
            true => (self.words.background, self.words.background_intro),
            false => (view_words(self.locale).indicators_word, ""),
        };
        all.push(Chapter { title, intro, focus: None, ids: of(&self.data.background()) });
        all.retain(|c| !c.ids.is_empty());
        all
    }

    /// Whether there are focus areas at all; where there are none, all indicators stand together.
    fn focused(&self) -> bool {
        !self.data.strategy().focus_areas.is_empty()
    }

    fn has(&self, id: IndicatorId) -> bool {
        let Some(table) = self.data.table(id) else { return false };
        table.groups().iter().any(|&g| table.latest(&[self.area], g).is_some())
    }
}

/// A focus area and its indicators.
struct Chapter<'a> {
    title: &'a str,
    intro: &'a str,
    /// Which focus area it is; the background is none.
    focus: Option<(usize, &'a FocusArea)>,
    ids: Vec<IndicatorId>,
}

/// The pages of a report.
///
/// # Errors
/// When the area is neither the county that is followed up nor one of its municipalities, or nothing
/// is published for it.
pub fn pages(
    data: &Dataset,
    area: AreaId,
    locale: Locale,
    letters: &Letters,
) -> Result<Vec<Page>, PictureError> {
    let subject = Subject { data, area, locale, words: words(locale) };
    let regions = data.regions();
    let chapters = subject.chapters();
    if (!subject.is_county() && !regions.members().contains(&area)) || chapters.is_empty() {
        let of = subject.name().to_owned();
        let there =
            "a report is about the county of the bundle or one of its municipalities, and needs figures";
        return Err(PictureError::Nothing { view: "report", of, there: there.to_owned() });
    }
    let look = Look { theme: Theme::of(Mode::Print), measure: letters, locale };
    let mut paper = Paper::new(look);
    guide::guide(&subject, &mut paper);
    whole::whole(&subject, &mut paper);
    for chapter in &chapters {
        focus::focus(&subject, chapter, &mut paper);
    }
    gaps::differences(&subject, &mut paper);
    between::between(&subject, &mut paper);
    targets::targets(&subject, &mut paper);
    sources::sources(&subject, &chapters, &mut paper);

    // The cover is the first page.
    let running = format!("Nuläge · {}", subject.name());
    let of = paper.count() + 1;
    let rest = paper.finish(&running, 2, of, &subject.words.page);
    let count: usize = chapters.iter().map(|c| c.ids.len()).sum();
    let mut all = cover::cover(&subject, count, &rest, look);
    all.extend(rest);
    Ok(all)
}

/// The report as a PDF document. The same bundle always gives the same bytes.
///
/// # Errors
/// See [`pages`].
pub fn file(
    data: &Dataset,
    area: AreaId,
    locale: Locale,
    letters: &Letters,
) -> Result<Vec<u8>, PictureError> {
    let pages = pages(data, area, locale, letters)?;
    let title = format!("Nuläge: {}", data.regions().get(area).name.get(locale));
    let about = About { title: &title, author: data.meta().publisher.get(locale), locale };
    document(&pages, &about, Theme::of(Mode::Print), letters)
}
