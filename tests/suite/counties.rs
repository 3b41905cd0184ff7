//! The bundles of all 21 counties, from real figures of every municipality: each opens, and every
//! indicator is drawn and told in every view it has.

pub(crate) mod county;

use std::{
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
};

use nulage::{
    analysis::classify::Method,
    base::{
        color::{Mode, Theme},
        geom::Size,
        id::AreaId,
        locale::Locale,
        period::Period,
    },
    bundle::{caps::Caps, write::write},
    model::{Dataset, Group, Origin, Sex, load},
    view::{
        aspect::{self, Aspect, Terms},
        chart::{bars, drawn::Chart as _, histogram, matrix},
        choices::Choices,
        look::Look,
        map::{
            choropleth,
            placed::{Named, Placed},
        },
        measure::TableMeasure,
        scene::Scene,
        spec::{self, Reading, Shown, matrix::Order, told},
    },
};

use crate::{golden::sound, overlap::WIDTHS};
use county::Country;

/// Ways to look that place names where figures are.
const PLACED: [Aspect; 2] = [Aspect::Change, Aspect::Scatter];

/// What is drawn, and how often.
#[derive(Default)]
struct Drawn {
    code: String,
    faults: Vec<String>,
    counts: std::collections::BTreeMap<String, usize>,
}

impl Drawn {
    fn scene(&mut self, view: &str, of: &str, scene: &Scene) {
        *self.counts.entry(view.to_owned()).or_default() += 1;
        let at = format!("{}: {view} of {of} at {}", self.code, scene.size.width);
        self.faults.extend(sound::faults(scene).into_iter().map(|f| format!("{at}: {f}")));
    }

    /// What is said; a whole sentence and nothing odd in it.
    fn said(&mut self, view: &str, of: &str, said: &str) {
        let bad = ["NaN", "inf ", "None", "  ", "..", " .", " ,", "−0 ", "+0 ", "()"];
        let wrong = bad.into_iter().find(|b| said.contains(b));
        if wrong.is_some() || (view != "headline") != said.ends_with('.') {
            self.faults.push(format!("{}: {view} of {of} says {wrong:?} in “{said}”", self.code));
        }
    }
}

#[test]
fn every_indicator_of_every_county_is_drawn_in_every_view() {
    let country = Country::read();
    let codes = country.codes();
    assert_eq!(codes.len(), 21);
    let next = AtomicUsize::new(0);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("counties");
    let work = || {
        let mut mine = Vec::new();
        while let Some(code) = codes.get(next.fetch_add(1, Ordering::Relaxed)) {
            let text = write(&country.bundle(code, &folder));
            let (data, notes) = load::from_bytes(text.as_bytes(), &Caps::default()).unwrap();
            assert!(notes.is_empty(), "{code}: {notes:?}");
            assert_eq!(data.ids().count(), country.indicators(), "{code}");
            let n = codes.iter().position(|c| c == code).unwrap();
            mine.push((data.regions().members().len(), drawn(&data, code, n)));
        }
        mine
    };
    let all: Vec<_> = thread::scope(|scope| {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        let hands: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        hands.into_iter().flat_map(|hand| hand.join().unwrap()).collect()
    });
    assert_eq!(all.iter().map(|county| county.0).sum::<usize>(), 290);
    let found: Vec<&String> = all.iter().flat_map(|county| &county.1.faults).collect();
    assert!(found.is_empty(), "{} faults: {:#?}", found.len(), &found[..found.len().min(80)]);
    for (view, least) in [
        ("ranking", 1600),
        ("ranking of both", 600),
        ("legend", 1500),
        ("map", 80),
        ("Levels", 1600),
        ("Gap", 600),
        ("Spread", 1400),
        ("Ranks", 1400),
        ("Slope", 1200),
        ("Change", 60),
        ("Each", 1500),
        ("Tiles", 1000),
        ("Scatter", 60),
        ("overview", 63),
        ("profile", 60),
    ] {
        let count: usize = all.iter().filter_map(|county| county.1.counts.get(view)).sum();
        assert!(count >= least, "{view} is drawn {count} times, not {least}");
    }
}

/// Draws every indicator of the `n`th county in every view, each at one width.
fn drawn(data: &Dataset, code: &str, n: usize) -> Drawn {
    let mut out = Drawn { code: code.to_owned(), ..Drawn::default() };
    let members = data.regions().members();
    let pinned: Vec<AreaId> = members.iter().copied().skip(n % 3).step_by(4).take(n % 4).collect();
    for id in data.ids() {
        let turn = id.index() + n;
        let (mode, locale) =
            if turn.is_multiple_of(2) { (Mode::Light, Locale::Sv) } else { (Mode::Dark, Locale::En) };
        let look = Look { theme: Theme::of(mode), measure: &TableMeasure, locale };
        let table = data.table(id).unwrap();
        let reading = Reading::One(table.default_group());
        let shown = Shown { data, id, table, reading, pinned: &pinned, locale };
        // Published for other areas than the county's own only.
        let Some(period) = shown.period(None) else { continue };
        indicator(&mut out, &shown, period, turn, &look);
        if table.has_sexes(Origin::Total) {
            let of = |sex| Group { sex, origin: Origin::Total };
            let both = Reading::Both { women: of(Sex::Women), men: of(Sex::Men) };
            let shown = Shown { reading: both, ..shown };
            ranking(&mut out, "ranking of both", &shown, period, WIDTHS[turn % 3], &look);
        }
    }
    whole(&mut out, data, &pinned);
    out
}

fn indicator(out: &mut Drawn, shown: &Shown<'_>, period: Period, turn: usize, look: &Look<'_>) {
    let (of, width) = (shown.indicator().id.as_str(), WIDTHS[turn % 3]);
    let finding = told::facts(shown, period);
    out.said("headline", of, &told::headline(shown, period, &finding));
    out.said("map", of, &told::areas(shown, period));
    ranking(out, "ranking", shown, period, width, look);
    let classes = spec::map::classes(shown, Method::Natural, 5, None);
    if let Some(classes) = &classes {
        let legend = spec::map::legend(shown, classes, period, look.theme);
        let wide = width.min(420.0);
        let size = Size::new(wide, histogram::height(&legend, wide, look));
        out.scene("legend", of, &histogram::scene(&legend, size, look));
    }
    // Placing names among borders and points is slow without optimisation: each county draws these of
    // a part of the indicators, and all counties together those of every indicator.
    let placed = turn.is_multiple_of(21);
    if placed && let Some(shapes) = shown.data.shapes() {
        let named: Vec<Named> =
            shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
        let size = Size::new(width.min(900.0), 560.0);
        let map = Placed::new(shapes, &named, size, Some(&spec::map::widest(shown)), look);
        let areas = spec::map::areas(shown, classes.as_ref(), period, look.theme);
        out.scene("map", of, &choropleth::scene(&map.unwrap(), &areas, look));
    }
    let choices = Choices::default();
    for aspect in aspect::offered(shown).into_iter().filter(|a| placed || !PLACED.contains(a)) {
        let name = format!("{aspect:?}");
        let at = aspect.is_of_period().then_some(period);
        let terms = Terms { choices, period: at, classes: (Method::Natural, 5), theme: look.theme };
        let chart = aspect::chart(shown, aspect, &terms).unwrap_or_else(|| panic!("{name} of {of}"));
        let size = Size::new(width, chart.height(width, look));
        out.scene(&name, of, &chart.draw(size, look).scene);
        out.said(&name, of, &aspect::said(shown, aspect, &choices, period));
    }
}

fn ranking(out: &mut Drawn, name: &str, shown: &Shown<'_>, period: Period, width: f64, look: &Look<'_>) {
    let spec = spec::ranking::bars(shown, period, |_| None, String::new(), String::new());
    let size = Size::new(width, bars::height(&spec));
    out.scene(name, &shown.indicator().id, &bars::scene(&spec, size, look));
}

/// What is about all indicators: the overview and the profiles of some municipalities.
fn whole(out: &mut Drawn, data: &Dataset, pinned: &[AreaId]) {
    let members = data.regions().members();
    for (n, width) in WIDTHS.into_iter().enumerate() {
        let locale = Locale::ALL[n % 2];
        let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale };
        let spec = spec::matrix::matrix(data, pinned, Order::default(), None, locale);
        let size = Size::new(width, matrix::height(&spec, width, &look));
        out.scene("overview", "all", &matrix::scene(&spec, size, &look));
        out.said("overview", "all", &spec.desc);
        let area = members[n * (members.len() - 1) / 2];
        let told = spec::matrix::area_told(data, area, locale);
        // A county's only municipality has none to be compared with.
        if members.len() > 1 || !told.is_empty() {
            out.said("area", "all", &told);
        }
        if let Some(spec) = spec::spine::spine(data, area, pinned, locale) {
            let size = Size::new(width, spec.height(width, &look));
            out.scene("profile", "all", &spec.draw(size, &look).scene);
            out.said("profile", "all", &spec::spine::told(data, area, locale));
        }
    }
}
