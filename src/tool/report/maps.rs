//! A page of small maps for each focus area, in the report of a county.

use crate::{
    analysis::classify::Method,
    base::{
        geom::{Point, Size},
        id::IndicatorId,
    },
    model::Level,
    tool::picture::{Role, lines, told},
    view::{
        chart::histogram,
        map::{
            choropleth,
            placed::{Named, Placed},
        },
        scene::Scene,
        shift::append,
        spec::{self, Reading, Shown, map, told as words_of},
    },
};

use super::{
    Chapter, Subject,
    paper::{Kind, LEFT, Paper, WIDE},
};

/// How many maps on a page, and their places.
const MAPS: usize = 4;
const GAP: f64 = 30.0;
/// Height of a map without title and legend, px.
const TALL: f64 = 292.0;
/// Height of two maps beside each other with titles and legends, px.
const PAIR: f64 = 455.0;
/// Height of a chapter’s title with the room above it, px.
const TITLE: f64 = 120.0;
/// Classes of a map.
const CLASSES: usize = 5;

pub(super) fn maps(subject: &Subject<'_>, chapters: &[Chapter<'_>], paper: &mut Paper<'_>) {
    if !subject.is_county() || subject.data.shapes().is_none() {
        return;
    }
    for chapter in chapters.iter().filter(|c| c.title != subject.words.background) {
        let chosen = chosen(subject, &chapter.ids);
        if chosen.len() < 2 {
            continue;
        }
        let focus = subject.data.strategy().focus_areas.iter();
        let short = focus.map(|f| (f.title.get(subject.locale), f.short.get(subject.locale)));
        let name = short.into_iter().find(|f| f.0 == chapter.title).map_or(chapter.title, |f| f.1);
        paper.need(TITLE + PAIR);
        paper.chapter(&format!("{}: {name}", subject.words.maps), "");
        let column = (WIDE - GAP) / 2.0;
        for pair in chosen.chunks(2) {
            paper.need(PAIR);
            let mut deepest = 0.0_f64;
            for (n, &id) in pair.iter().enumerate() {
                let at = Point::new(LEFT + n as f64 * (column + GAP), paper.y());
                deepest = deepest.max(one(subject, id, column, at, paper).unwrap_or(0.0));
            }
            paper.down(deepest + 26.0);
        }
    }
}

/// The first indicators that findings of the follow-up rest on, then others, all of municipalities.
fn chosen(subject: &Subject<'_>, ids: &[IndicatorId]) -> Vec<IndicatorId> {
    let carried =
        subject.data.strategy().focus_areas.iter().flat_map(|f| &f.findings).flat_map(|f| &f.indicators);
    let carried: Vec<IndicatorId> = carried.copied().filter(|id| ids.contains(id)).collect();
    let mut all = Vec::new();
    for id in carried.into_iter().chain(ids.iter().copied()) {
        let Some(table) = subject.data.table(id) else { continue };
        let shown = shown(subject, id, table);
        let fits = shown.level() == Level::Municipality && !shown.is_amount() && shown.period(None).is_some();
        if fits && !all.contains(&id) {
            all.push(id);
        }
    }
    all.truncate(MAPS);
    all
}

fn shown<'a>(subject: &Subject<'a>, id: IndicatorId, table: &'a crate::model::Table) -> Shown<'a> {
    let reading = Reading::One(table.default_group());
    Shown { data: subject.data, id, table, reading, pinned: &[], locale: subject.locale }
}

/// A map with its title above and its legend below; how tall it is.
fn one(subject: &Subject<'_>, id: IndicatorId, wide: f64, at: Point, paper: &mut Paper<'_>) -> Option<f64> {
    let look = paper.look;
    let table = subject.data.table(id)?;
    let shown = shown(subject, id, table);
    let period = shown.period(None)?;
    let (mut head, sub) = (paper.setting(Kind::Body), paper.setting(Kind::Small));
    head.font.weight = crate::view::mark::Weight::Bold;
    let indicator = shown.indicator();
    let title = lines(indicator.title.get(subject.locale), head.font, wide, &look);
    let about = format!("{}, {period}", indicator.unit.label.get(subject.locale));
    let mut words = told(&title, &head, at);
    let mut y = at.y + title.len() as f64 * head.line();
    words.extend(told(&[crate::base::locale::capitalise(&about)], &sub, Point::new(at.x, y)));
    y += sub.line() + 6.0;
    paper.put(Role::Heading(3), words);

    let named: Vec<Named> =
        shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
    let placed = Placed::new(
        subject.data.shapes()?,
        &named,
        Size::new(wide, TALL),
        Some(&map::widest(&shown)),
        &look,
    )?;
    let classes = map::classes(&shown, Method::Natural, CLASSES);
    let areas = map::areas(&shown, classes.as_ref(), period, look.theme);
    let mut scene = Scene::default();
    append(&mut scene, choropleth::scene(&placed, &areas, &look), Point::new(0.0, 0.0));
    let mut tall = TALL + 10.0;
    if let Some(classes) = classes {
        let legend = spec::map::legend(&shown, &classes, period, look.theme);
        let size = Size::new(wide, histogram::height(&legend, wide, &look));
        append(&mut scene, histogram::scene(&legend, size, &look), Point::new(0.0, tall));
        tall += size.height;
    }
    paper.beside(scene, &words_of::areas(&shown, period), Point::new(at.x, y));
    Some(y + tall - at.y)
}
