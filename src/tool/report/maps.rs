//! Two maps of a focus area beside each other: what they show as a sentence, the map, its legend.

use crate::{
    analysis::classify::Method,
    base::{
        geom::{Point, Size},
        id::IndicatorId,
        locale::capitalise,
        order::sort_by,
    },
    model::{Level, Table},
    tool::picture::{Role, lines, told},
    view::{
        chart::histogram,
        map::{
            choropleth,
            placed::{Named, Placed},
        },
        mark::{Mark, Weight},
        scene::Scene,
        shift::append,
        spec::{self, Reading, Shown, map, told as words_of},
    },
};

use super::{
    Chapter, Subject, between,
    paper::{GUTTER, Kind, LEFT, Paper, WIDE},
};

/// How many maps stand beside each other.
const MAPS: usize = 2;
/// Height of a map without title and legend, px.
const TALL: f64 = 248.0;
/// Room above them, px.
const ABOVE: f64 = 18.0;
/// Fewest municipalities that make a map.
const FEWEST: usize = 3;
/// Classes of a map.
const CLASSES: usize = 5;

/// A map with its words, from its own left top.
struct Piece {
    words: Vec<Mark>,
    scene: Scene,
    said: String,
    /// Height of the words, and of the picture.
    top: f64,
    tall: f64,
}

/// The maps of a focus area, not yet on paper.
pub(super) struct Pair {
    pieces: Vec<Piece>,
    /// Where all pictures begin, and how tall the whole is.
    top: f64,
    tall: f64,
}

impl Pair {
    /// None where there are not as many as stand beside each other.
    pub(super) fn new(subject: &Subject<'_>, chapter: &Chapter<'_>, paper: &Paper<'_>) -> Option<Self> {
        let pinned = subject.pinned();
        let of = |shown: Shown<'_>| piece(subject, &Shown { pinned: &pinned, ..shown }, paper);
        let pieces: Vec<Piece> = chosen(subject, chapter).into_iter().filter_map(of).collect();
        let top = pieces.iter().map(|p| p.top).fold(0.0, f64::max);
        let tall = pieces.iter().map(|p| top + p.tall).fold(0.0, f64::max);
        let enough = subject.data.regions().members().len() >= FEWEST;
        (enough && pieces.len() == MAPS).then_some(Self { pieces, top, tall })
    }

    /// Whether there is room for them on this page.
    pub(super) fn fits(&self, paper: &Paper<'_>) -> bool {
        ABOVE + self.tall <= paper.room()
    }

    pub(super) fn put(self, paper: &mut Paper<'_>) {
        if !paper.need(ABOVE + self.tall) {
            paper.space(ABOVE);
        }
        for (n, piece) in self.pieces.into_iter().enumerate() {
            let at = Point::new(LEFT + n as f64 * (column() + GUTTER), paper.y());
            let mut words = Scene::default();
            append(&mut words, Scene { marks: piece.words, ..Scene::default() }, at);
            paper.put(Role::Heading(3), words.marks);
            paper.beside(piece.scene, &piece.said, Point::new(at.x, at.y + self.top));
        }
        paper.down(self.tall);
    }
}

fn column() -> f64 {
    (WIDE - GUTTER * (MAPS as f64 - 1.0)) / MAPS as f64
}

/// Of a municipality, where it lies furthest from the county; of the county, one indicator for each
/// finding, then others. All of municipalities, none of totals.
fn chosen<'a>(subject: &Subject<'a>, chapter: &Chapter<'a>) -> Vec<Shown<'a>> {
    let findings =
        chapter.focus.iter().flat_map(|(_, f)| &f.findings).filter(|f| f.without_figures.is_none());
    let carried = findings.filter_map(|f| f.indicators.iter().copied().find(|id| chapter.ids.contains(id)));
    let mut ids: Vec<IndicatorId> = carried.collect();
    ids.extend(chapter.ids.iter().copied().filter(|id| !ids.contains(id)).collect::<Vec<_>>());
    if !subject.is_county() {
        let far = |id: &IndicatorId| between::distance(subject, *id).map_or(0.0, f64::abs);
        sort_by(&mut ids, &mut |a, b| far(b).total_cmp(&far(a)));
    }
    let mut all: Vec<Shown<'a>> = Vec::new();
    for id in ids {
        let Some(table) = subject.data.table(id) else { continue };
        let shown = shown(subject, id, table);
        let fits = shown.level() == Level::Municipality && !shown.is_amount() && shown.period(None).is_some();
        if fits && all.iter().all(|s| s.id != id) {
            all.push(shown);
        }
    }
    all.truncate(MAPS);
    all
}

fn shown<'a>(subject: &Subject<'a>, id: IndicatorId, table: &'a Table) -> Shown<'a> {
    let reading = Reading::One(table.default_group());
    Shown { data: subject.data, id, table, reading, pinned: &[], locale: subject.locale }
}

/// A map with its title above and its legend below.
fn piece(subject: &Subject<'_>, shown: &Shown<'_>, paper: &Paper<'_>) -> Option<Piece> {
    let (look, wide) = (paper.look, column());
    let period = shown.period(None)?;
    let (mut head, sub) = (paper.setting(Kind::Body), paper.setting(Kind::Small));
    head.font.weight = Weight::Bold;
    head.leading = 1.3;
    let indicator = shown.indicator();
    let found = words_of::facts(shown, period);
    let title = lines(&words_of::headline(shown, period, &found), head.font, wide, &look);
    let about = format!(
        "{}, {}, {period}",
        indicator.title.get(subject.locale),
        indicator.unit.label.get(subject.locale)
    );
    let about = lines(&capitalise(&about), sub.font, wide, &look);
    let mut words = told(&title, &head, Point::new(0.0, 0.0));
    let mut top = title.len() as f64 * head.line();
    words.extend(told(&about, &sub, Point::new(0.0, top)));
    top += about.len() as f64 * sub.line() + 6.0;

    let named: Vec<Named> =
        shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
    let size = Size::new(wide, TALL);
    let placed = Placed::new(subject.data.shapes()?, &named, size, Some(&map::widest(shown)), &look)?;
    let classes = map::classes(shown, Method::Natural, CLASSES, Some(period));
    let areas = map::areas(shown, classes.as_ref(), period, look.theme);
    let mut scene = Scene::default();
    append(&mut scene, choropleth::scene(&placed, &areas, &look), Point::new(0.0, 0.0));
    let mut tall = TALL + 8.0;
    if let Some(classes) = classes {
        let legend = spec::map::legend(shown, &classes, period, look.theme);
        let size = Size::new(wide, histogram::height(&legend, wide, &look));
        append(&mut scene, histogram::scene(&legend, size, &look), Point::new(0.0, tall));
        tall += size.height;
    }
    Some(Piece { words, scene, said: words_of::areas(shown, period), top, tall })
}
