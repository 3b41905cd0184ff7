//! The pictures, each with its name, size and theme.

use nulage::{
    analysis::assess::Verdict,
    base::{
        color::{Mode, Theme},
        geom::Size,
        locale::Locale,
    },
    model::Missing,
    view::{
        chart::{
            bars::{self, Bars, Reference, Row},
            climb::{self, Climb},
            histogram::{self, Class, Histogram},
            lines::{self, Line, Lines, Panel, Span, TargetMark},
            multiples::{self, Multiples},
            spark::{self, Spark},
            spine::{self, Spine, Track},
            strip::{self, Strip},
        },
        look::{Look, Role},
        map::{
            choropleth::{self, Area},
            placed::{Named, Placed},
        },
        measure::TableMeasure,
        scene::{Key, Scene},
        spec::{Reading, Shown, multiples::tiles_of},
    },
};

use super::figures::{COUNTY, NAMES, NATION, SUPPRESSED, VALUES, area, history, percent, role, there, year};
use super::{bundle::dataset, compared};

/// A picture.
pub(super) struct Picture {
    /// File name without ending.
    pub(super) name: &'static str,
    /// Colours it was drawn with.
    pub(super) theme: &'static Theme,
    /// The picture.
    pub(super) scene: Scene,
    /// Painted on top.
    pub(super) overlay: Scene,
}

const WIDE: Size = Size::new(1000.0, 400.0);
const MIDDLE: Size = Size::new(560.0, 420.0);
const NARROW: Size = Size::new(328.0, 300.0);

pub(super) fn look(mode: Mode) -> Look<'static> {
    Look { theme: Theme::of(mode), measure: &TableMeasure, locale: Locale::Sv }
}

fn picture(name: &'static str, mode: Mode, scene: Scene) -> Picture {
    Picture { name, theme: Theme::of(mode), scene, overlay: Scene::default() }
}

/// Every picture.
pub(super) fn all() -> Vec<Picture> {
    let mut out = over_time();
    out.extend(rankings());
    out.extend(small());
    out.extend(maps());
    out.extend(panels());
    out.extend(profiles());
    out.extend(climbs());
    out.extend(compared::all());
    out
}

/// Every verdict on the way, and a lane with one indicator.
fn climbs() -> Vec<Picture> {
    let dot = |(n, verdict): (usize, Verdict)| climb::Dot {
        indicator: nulage::base::id::IndicatorId::new(n).unwrap(),
        verdict,
    };
    let many = [0, 0, 1, 2, 2, 2, 2, 3, 4, 4].map(|v| Verdict::ALL[v]);
    let lane = |title: &str, counts: &str, verdicts: &[Verdict]| climb::Lane {
        short: "Kort".to_owned(),
        title: title.to_owned(),
        counts: counts.to_owned(),
        dots: verdicts.iter().copied().enumerate().map(dot).collect(),
    };
    let counts =
        "2 åt önskat håll · 1 står still · 1 åt fel håll · 4 utan tydlig riktning · 2 med för få värden";
    let spec = Climb {
        lanes: vec![
            lane("En hållbar omställning av hela länet", counts, &many),
            lane("Inkludering", "1 åt önskat håll", &[Verdict::Desired]),
        ],
        from: "Nuläge".to_owned(),
        to: "Önskvärt läge".to_owned(),
        names: [
            "för få värden att bedöma",
            "åt fel håll",
            "ingen tydlig riktning",
            "står still",
            "åt önskat håll",
        ]
        .map(str::to_owned),
        desc: "Påhittade siffror.".to_owned(),
    };
    let drawn = |name, mode, width: f64| {
        let look = look(mode);
        picture(name, mode, climb::scene(&spec, climb::extent(&spec, width, &look), &look))
    };
    vec![drawn("climb-wide-light", Mode::Light, 760.0), drawn("climb-narrow-dark", Mode::Dark, 328.0)]
}

/// Everything a row of a profile can be.
fn profiles() -> Vec<Picture> {
    let row = |n: usize, name: &str, value: &str, note: &str, track: Option<Track>| spine::Row {
        indicator: nulage::base::id::IndicatorId::new(n).unwrap(),
        name: name.to_owned(),
        narrow: name.to_owned(),
        beside: name.to_owned(),
        value: value.to_owned(),
        short: value.split('\u{a0}').next().unwrap().to_owned(),
        note: note.to_owned(),
        track,
        said: vec![
            format!("Laxå: {name}"),
            value.to_owned(),
            "Plats 12 av 12".to_owned(),
            "Kommunerna: 18,9\u{a0}% (Ljusnarsberg) till 43,8\u{a0}% (Örebro)".to_owned(),
        ],
    };
    let track = |area: f64, step: i8| Track {
        area: Some(area),
        step: Some(step),
        county: Some(0.55),
        nation: Some(0.7),
        half: (0.25, 0.6),
        median: 0.4,
    };
    let apart = Track { nation: Some(1.3), half: (0.4, 0.8), ..track(0.0, -3) };
    let below = Track { nation: Some(-0.2), county: Some(0.0), ..track(1.0, 2) };
    let plain = Track { step: None, nation: None, ..track(0.75, 0) };
    let gone = Track { area: None, step: None, ..track(0.0, 0) };
    let long = "Unga som varken arbetar eller studerar, 16–24 år";
    let people = vec![
        row(0, "Eftergymnasial utbildning", "20,1\u{a0}%", "", Some(apart)),
        row(1, "Arbetslöshet 18–65 år", "4,2\u{a0}%", "", Some(below)),
        row(2, long, "9,7\u{a0}%", "", Some(track(0.5, 0))),
        row(3, "Branschbredd", "61,4\u{a0}%", "", Some(plain)),
    ];
    let places = vec![
        row(4, "Körsträcka med personbil", "812\u{a0}mil/pers.", "", Some(track(0.3, -1))),
        row(5, "Skyddad natur", "", "Visas inte, för få personer", Some(gone)),
        row(6, "Självskattad hälsa", "", "finns bara för länet", None),
    ];
    let sections = [("Kompetens och arbete", people), ("Miljö och hälsa", places)];
    let spec = |role: Role| Spine {
        area: area(6),
        role,
        sections: sections
            .iter()
            .map(|(title, rows)| spine::Section {
                title: (*title).to_owned(),
                ends: ["Sämst", "Bäst"].map(str::to_owned),
                rows: rows.clone(),
            })
            .collect(),
        keys: [
            "Laxå",
            "Örebro län",
            "Riket",
            "Mittersta hälften av kommunerna",
            "Sämre än länet",
            "Bättre än länet",
            "Ingen önskad riktning: lägst till högst",
            "* Länet saknar värde",
        ]
        .map(str::to_owned),
        title: "Laxå: läget bland kommunerna i Örebro län".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let drawn = |name, mode, role, width: f64| {
        let (look, spec) = (look(mode), spec(role));
        let size = Size::new(width, spine::height(&spec, width, &look));
        let key = Key::Indicator(nulage::base::id::IndicatorId::new(2).unwrap());
        let placed = spine::place(&spec, size, &look);
        let pointed = role != Role::Other;
        Picture {
            overlay: if pointed { spine::over(&spec, &placed, &look, Some(key)) } else { Scene::default() },
            ..picture(name, mode, spine::scene(&spec, size, &look))
        }
    };
    vec![
        drawn("spine-wide-light", Mode::Light, Role::Other, 1200.0),
        drawn("spine-narrow-dark", Mode::Dark, Role::Other, 328.0),
        drawn("spine-focus-light", Mode::Light, Role::Selected(1), 768.0),
    ]
}

/// A panel per area; the tiles lie as the county's municipalities do.
fn panels() -> Vec<Picture> {
    let spec = |selected: &[usize], count: usize| Multiples {
        panels: (0..COUNTY)
            .map(|n| multiples::Panel {
                area: area(n),
                name: NAMES[n].to_owned(),
                role: role(n, selected),
                values: history(n, VALUES[n], count),
                missing: "Visas inte, för få personer".to_owned(),
            })
            .collect(),
        tiles: Vec::new(),
        county: history(COUNTY, 35.2, count),
        periods: (0..count).map(|i| year(2000 + i as i16)).collect(),
        breaks: Vec::new(),
        format: percent(),
        keys: ["Rutans kommun".to_owned(), "Örebro län".to_owned(), "Övriga kommuner".to_owned()],
        scale: "Samma skala: 8,4–43,8\u{a0}%, 2000–2022".to_owned(),
        title: "Eftergymnasial utbildning: en ruta per kommun".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let data = dataset();
    let id = data.by_id("eftergymnasial-utbildning").unwrap();
    let table = data.table(id).unwrap();
    let reading = Reading::One(table.default_group());
    let shown = Shown { data: &data, id, table, reading, pinned: &[], locale: Locale::Sv };
    let places = tiles_of(&shown);
    let tiled = |mut spec: Multiples| {
        spec.tiles = places.clone().unwrap();
        spec
    };
    let mut gaps = spec(&[2, 7], 23);
    gaps.breaks = vec![year(2011)];
    gaps.panels[3].values.fill(None);
    for (i, v) in gaps.panels[5].values.iter_mut().enumerate() {
        if i == 4 || i == 6 || i > 20 {
            *v = None;
        }
    }
    let drawn = |name, mode, spec: &Multiples, width: f64| {
        let look = look(mode);
        let size = Size::new(width, multiples::height(spec, width, &look));
        picture(name, mode, multiples::scene(spec, size, &look))
    };
    let plain = spec(&[], 23);
    let light = look(Mode::Light);
    let size = Size::new(768.0, multiples::height(&plain, 768.0, &light));
    let placed = multiples::place(&plain, size, &light);
    let (key, period) = (Some(Key::Area(area(4))), Some(year(2010)));
    vec![
        drawn("multiples-wide-light", Mode::Light, &gaps, 1000.0),
        drawn("multiples-narrow-dark", Mode::Dark, &plain, 328.0),
        Picture {
            overlay: multiples::over(&plain, &placed, size, &light, key, period),
            ..drawn("multiples-focus-light", Mode::Light, &plain, 768.0)
        },
        drawn("tiles-wide-light", Mode::Light, &tiled(spec(&[4], 23)), 1000.0),
        drawn("tiles-narrow-dark", Mode::Dark, &tiled(gaps), 328.0),
    ]
}

fn panel(title: Option<&str>, selected: &[usize], count: usize, shift: f64) -> Panel {
    let name = |n: usize| NAMES.get(n).copied().unwrap_or(if n == COUNTY { "Länet" } else { "Riket" });
    let last = |n: usize| VALUES.get(n).copied().unwrap_or(if n == COUNTY { 35.2 } else { 41.8 }) + shift;
    let lines = (0..=NATION).map(|n| Line {
        area: area(n),
        name: name(n).to_owned(),
        role: role(n, selected),
        values: history(n, last(n), count),
    });
    Panel { title: title.map(str::to_owned), lines: lines.collect() }
}

fn lines_spec(panels: Vec<Panel>, from: i16, to: i16) -> Lines {
    Lines {
        panels,
        periods: (from..=to).map(year).collect(),
        events: vec![Span { from: year(2020), to: year(2021), label: "Pandemin".to_owned() }],
        breaks: Vec::new(),
        target: None,
        level: None,
        format: percent(),
        title: "Eftergymnasial utbildning över tid".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    }
}

fn over_time() -> Vec<Picture> {
    let (light, dark) = (look(Mode::Light), look(Mode::Dark));
    let plain = lines_spec(vec![panel(None, &[], 23, 0.0)], 2000, 2022);
    let mut gaps = lines_spec(vec![panel(None, &[11, 4, 9], 23, 0.0)], 2000, 2022);
    gaps.breaks = vec![(year(2011), "Ny mätmetod".to_owned())];
    gaps.target = Some(TargetMark { period: year(2030), value: 45.0, label: "Mål 2030".to_owned() });
    if let Some(line) = gaps.panels.first_mut().and_then(|p| p.lines.get_mut(9)) {
        for (i, v) in line.values.iter_mut().enumerate() {
            // One year between two gaps, and an early end.
            if i == 4 || i == 6 || i > 20 {
                *v = None;
            }
        }
    }
    let sexes = || vec![panel(Some("Kvinnor"), &[11, 9], 23, 5.0), panel(Some("Män"), &[11, 9], 23, -4.0)];
    let both = lines_spec(sexes(), 2000, 2022);
    let few = lines_spec(vec![panel(None, &[5], 6, 0.0)], 2017, 2022);
    let hover = Some(Key::Point(area(7), year(2012)));
    vec![
        picture("lines-wide-light", Mode::Light, lines::scene(&plain, WIDE, &light)),
        picture("lines-wide-dark", Mode::Dark, lines::scene(&gaps, WIDE, &dark)),
        picture("lines-middle-light", Mode::Light, lines::scene(&gaps, MIDDLE, &light)),
        picture("lines-narrow-light", Mode::Light, lines::scene(&plain, NARROW, &light)),
        picture("lines-sexes-wide-light", Mode::Light, lines::scene(&both, WIDE, &light)),
        picture("lines-sexes-narrow-dark", Mode::Dark, lines::scene(&both, Size::new(328.0, 520.0), &dark)),
        picture("lines-few-middle-light", Mode::Light, lines::scene(&few, MIDDLE, &light)),
        Picture {
            overlay: lines::focus(&gaps, WIDE, &light, hover, Some(year(2015))),
            ..picture("lines-focus-light", Mode::Light, lines::scene(&gaps, WIDE, &light))
        },
        Picture {
            overlay: lines::focus(&plain, MIDDLE, &dark, None, Some(year(2008))),
            ..picture("lines-period-dark", Mode::Dark, lines::scene(&plain, MIDDLE, &dark))
        },
    ]
}

fn bars_spec(selected: &[usize], theme: &Theme) -> Bars {
    let colors = theme.sequential(5);
    let mut order: Vec<usize> = (0..12).collect();
    order.sort_by(|a, b| VALUES[*b].total_cmp(&VALUES[*a]));
    let rows = order.into_iter().map(|n| Row {
        area: area(n),
        name: NAMES[n].to_owned(),
        role: role(n, selected),
        beside: false,
        value: there(VALUES[n]),
        margin: None,
        pair: None,
        missing: String::new(),
        class: colors.get(((VALUES[n] - 18.0) / 5.2) as usize).copied(),
    });
    Bars {
        rows: rows.collect(),
        references: vec![
            Reference { role: Role::County, name: "Länet".to_owned(), value: 35.2 },
            Reference { role: Role::Nation, name: "Riket".to_owned(), value: 37.6 },
        ],
        sexes: None,
        within: "mindre än osäkerheten",
        format: percent(),
        title: "Kommunerna efter andel".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    }
}

fn rankings() -> Vec<Picture> {
    let (light, dark) = (look(Mode::Light), look(Mode::Dark));
    let plain = bars_spec(&[], light.theme);
    let mut selected = bars_spec(&[11, 4, 9], dark.theme);
    for row in selected.rows.iter_mut().filter(|r| ["Laxå", "Nora"].contains(&r.name.as_str())) {
        row.value = SUPPRESSED;
        row.missing = "Visas inte, för få personer".to_owned();
    }
    let mut negative = bars_spec(&[2], light.theme);
    for row in &mut negative.rows {
        row.value = there(row.value.unwrap().get() - 26.3);
        row.class = None;
    }
    for (reference, value) in negative.references.iter_mut().zip([2.1, -1.4]) {
        reference.value = value;
    }
    let with_margins = |mut spec: Bars| {
        for (i, row) in spec.rows.iter_mut().enumerate() {
            row.margin = Some(0.8 + i as f64 * 0.35).filter(|_| i != 3);
        }
        spec
    };
    let mut pairs = bars_spec(&[11], light.theme);
    pairs.sexes = Some(["Kvinnor".to_owned(), "Män".to_owned()]);
    for (i, row) in pairs.rows.iter_mut().enumerate() {
        let v = row.value.unwrap().get();
        row.pair = Some((there(v + 9.0 - i as f64 * 1.1), there(v - 3.0)));
        if i == 10 {
            row.pair = Some((there(v), SUPPRESSED));
        }
    }
    // Those to compare with stand below, wherever they come.
    for reference in std::mem::take(&mut pairs.references).into_iter().rev() {
        let (role, name) = (reference.role, reference.name);
        let pair = Some((there(reference.value + 5.0), there(reference.value - 3.0)));
        pairs.rows.insert(0, Row { beside: true, role, name, pair, ..pairs.rows[0].clone() });
    }
    let hover = Some(Key::Area(area(5)));
    vec![
        Picture {
            overlay: bars::focus(&plain, MIDDLE, &light, hover, None),
            ..picture("bars-middle-light", Mode::Light, bars::scene(&plain, MIDDLE, &light))
        },
        picture("bars-narrow-dark", Mode::Dark, bars::scene(&selected, Size::new(328.0, 340.0), &dark)),
        picture("bars-negative-light", Mode::Light, bars::scene(&negative, MIDDLE, &light)),
        picture(
            "bars-margins-light",
            Mode::Light,
            bars::scene(&with_margins(bars_spec(&[11], light.theme)), MIDDLE, &light),
        ),
        picture(
            "bars-margins-narrow-dark",
            Mode::Dark,
            bars::scene(&with_margins(negative.clone()), Size::new(328.0, 340.0), &dark),
        ),
        picture("bars-sexes-light", Mode::Light, bars::scene(&pairs, MIDDLE, &light)),
        picture("bars-sexes-narrow-dark", Mode::Dark, bars::scene(&pairs, Size::new(328.0, 380.0), &dark)),
        picture(
            "bars-sexes-margins-light",
            Mode::Light,
            bars::scene(&with_margins(pairs.clone()), Size::new(328.0, 380.0), &light),
        ),
        picture(
            "bars-middle-print",
            Mode::Print,
            bars::scene(&bars_spec(&[0, 8], look(Mode::Print).theme), MIDDLE, &look(Mode::Print)),
        ),
    ]
}

fn legend(bounds: &[f64], colors: &[nulage::base::color::Color]) -> Histogram {
    let inside = |from: f64, to: f64| VALUES.iter().filter(|v| **v >= from && **v < to).count();
    let classes = bounds.windows(2).zip(colors).map(|(w, color)| Class {
        from: w[0],
        to: w[1],
        color: *color,
        count: inside(w[0], w[1]),
    });
    Histogram {
        classes: classes.collect(),
        values: VALUES.to_vec(),
        middle: None,
        sides: Default::default(),
        missing: Vec::new(),
        format: percent(),
    }
}

fn small() -> Vec<Picture> {
    let (light, dark) = (look(Mode::Light), look(Mode::Dark));
    let sequential = legend(&[18.9, 22.5, 26.3, 29.0, 36.0, 43.8], &light.theme.sequential(5));
    let mut diverging = legend(&[18.9, 22.0, 25.0, 28.0, 35.2, 39.0, 43.8], &dark.theme.diverging(4, 2));
    diverging.middle = Some((35.2, "Länet".to_owned()));
    diverging.sides = ["", "Önskad riktning"];
    diverging.missing = vec![
        (Some(Missing::NotAvailable), "Uppgift saknas".to_owned()),
        (Some(Missing::Suppressed), "Visas inte, för få personer".to_owned()),
        (Some(Missing::NotApplicable), "Inte aktuellt".to_owned()),
    ];
    let legend_size = |h: &Histogram, width: f64, l: &Look| Size::new(width, histogram::height(h, width, l));
    let spark = Spark {
        periods: (2000..=2022).map(year).collect(),
        county: history(1, 35.2, 23),
        nation: history(2, 41.8, 23),
        breaks: vec![year(2011)],
        desc: "Påhittade siffror.".to_owned(),
    };
    let strip = Strip {
        values: VALUES.iter().enumerate().map(|(n, v)| (area(n), *v)).collect(),
        county: Some(35.2),
        nation: Some(37.6),
        selected: vec![area(9), area(4)],
        desc: "Påhittade siffror.".to_owned(),
    };
    vec![
        picture(
            "legend-sequential-light",
            Mode::Light,
            histogram::scene(&sequential, legend_size(&sequential, 360.0, &light), &light),
        ),
        picture(
            "legend-diverging-dark",
            Mode::Dark,
            histogram::scene(&diverging, legend_size(&diverging, 328.0, &dark), &dark),
        ),
        picture("spark-light", Mode::Light, spark::scene(&spark, Size::new(120.0, 32.0), &light)),
        picture("strip-light", Mode::Light, strip::scene(&strip, Size::new(160.0, 28.0), &light)),
        picture("strip-dark", Mode::Dark, strip::scene(&strip, Size::new(160.0, 28.0), &dark)),
    ]
}

/// The county's real borders under made-up values.
fn maps() -> Vec<Picture> {
    let data = dataset();
    let shapes = data.shapes().unwrap();
    let regions = data.regions();
    let members = regions.members();
    let named: Vec<Named> = members
        .iter()
        .map(|&area| Named { area, name: regions.get(area).name.get(Locale::Sv).to_owned() })
        .collect();
    let shown = |look: &Look, selected: &[usize], missing: &[(usize, Missing)]| -> Vec<Area> {
        let colors = look.theme.sequential(5);
        let area = |(n, &area): (usize, &nulage::base::id::AreaId)| {
            let reason = missing.iter().find(|(at, _)| *at == n).map(|(_, reason)| *reason);
            let class = ((VALUES[n] - 18.0) / 5.2) as usize;
            Area {
                area,
                fill: reason.map_or(Ok(colors[class.min(4)]), Err),
                value: if reason.is_some() { String::new() } else { percent().bare(VALUES[n], Locale::Sv) },
                selected: selected.iter().position(|s| *s == n),
            }
        };
        members.iter().enumerate().map(area).collect()
    };
    let drawn = |name, mode, size, selected: &[usize], missing: &[(usize, Missing)], hover: Option<usize>| {
        let look = look(mode);
        let placed = Placed::new(shapes, &named, size, Some("88,8"), &look).unwrap();
        let hover = hover.map(|n| Key::Area(members[n]));
        Picture {
            overlay: choropleth::focus(&placed, &look, hover),
            ..picture(name, mode, choropleth::scene(&placed, &shown(&look, selected, missing), &look))
        }
    };
    let reasons = [(2, Missing::NotAvailable), (6, Missing::Suppressed), (10, Missing::NotApplicable)];
    vec![
        drawn("map-light", Mode::Light, Size::new(480.0, 560.0), &[11, 4], &reasons, None),
        drawn("map-narrow-dark", Mode::Dark, NARROW, &[8], &[], None),
        drawn("map-print", Mode::Print, MIDDLE, &[], &reasons, None),
        drawn("map-focus-light", Mode::Light, NARROW, &[], &[], Some(5)),
    ]
}
