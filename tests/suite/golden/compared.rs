//! Pictures that compare areas, groups and periods, on made-up figures: light and wide, dark and narrow.

use nulage::{
    base::{
        color::{Mode, Theme},
        geom::Size,
        id::{AreaId, IndicatorId},
        unit::UnitKind,
    },
    model::Missing,
    view::{
        chart::{
            histogram::{Class, Histogram},
            lines::{self, Level, Line, Lines, Panel},
            matrix::{self, Column, Entry, Legend, Matrix, Row, Section, Shade},
            ranks::{self, Ranks},
            scatter::{self, Axis, Dot, Scatter, Step},
            slope::{self, Slope},
            spread::{self, Area, Below, Spread},
        },
        look::{Format, Look},
        map::{
            change::{self, ChangeMap, Part},
            choropleth,
            placed::Named,
        },
        scene::{Key, Scene},
    },
};

use super::{
    bundle::dataset,
    figures::{COUNTY, NAMES, NATION, SUPPRESSED, VALUES, area, history, percent, role, there, year},
    pictures::{Picture, look},
};

/// Every picture.
pub(super) fn all() -> Vec<Picture> {
    let mut out = Vec::new();
    for (mode, width) in [(Mode::Light, 1000.0), (Mode::Dark, 328.0)] {
        let wide = width > 600.0;
        let look = look(mode);
        let name = |wide_name, narrow_name| if wide { wide_name } else { narrow_name };
        let add = |name, scene, overlay| Picture { name, theme: Theme::of(mode), scene, overlay };
        out.push(matrix_picture(name("matrix-wide-light", "matrix-narrow-dark"), width, &look));
        let gap = gap(if wide { &[] } else { &[4] });
        let size = Size::new(width, 320.0);
        let scene = lines::scene(&gap, size, &look);
        out.push(add(name("gap-wide-light", "gap-narrow-dark"), scene, Scene::default()));
        out.push(spread_picture(name("spread-wide-light", "spread-narrow-dark"), width, &look));
        out.push(ranks_picture(name("ranks-wide-light", "ranks-narrow-dark"), width, &look));
        let slope =
            slope_spec(if wide { "" } else { "Tidsserien bryts 2011. Förändringen räknas inte ut." });
        let size = Size::new(width, slope::height(&slope, width, &look));
        let placed = slope::place(&slope, size, &look);
        let hover = wide.then(|| Key::Area(area(7)));
        let over = slope::over(&slope, &placed, &look, hover, "Lekeberg: från 14,6 % till 26,6 %");
        let scene = slope::marks(&slope, &placed, &look);
        out.push(add(name("slope-wide-light", "slope-narrow-dark"), scene, over));
        out.push(scatter_picture(name("scatter-wide-light", "scatter-narrow-dark"), width, &look));
        out.push(change_picture(name("change-wide-light", "change-narrow-dark"), width, &look));
    }
    out
}

fn id(n: usize) -> IndicatorId {
    IndicatorId::new(n).unwrap()
}

/// Three sections of rows with every kind of cell.
fn matrix_picture(name: &'static str, width: f64, look: &Look) -> Picture {
    let titles = [
        "Eftergymnasial utbildning",
        "Arbetslöshet",
        "Sysselsatta i information och kommunikation",
        "Ohälsotal",
    ];
    let cell = |n: usize, at: usize| {
        let step = ((n * 5 + at * 3 + at / 4) % 7) as i8 - 3;
        let shade = match (n % 9, at) {
            (4, 2) => Shade::Missing(Missing::Suppressed),
            (5, 6) => Shade::Missing(Missing::NotAvailable),
            (3, _) => Shade::Plain(step),
            _ => Shade::Judged(step),
        };
        let value =
            if matches!(shade, Shade::Missing(_)) { String::new() } else { format!("{},{}", 20 + n, at) };
        Entry { shade, value }
    };
    let row = |n: usize| Row {
        indicator: id(n),
        name: titles[n % 4].to_owned(),
        note: if n % 11 == 7 { "finns bara för länet".to_owned() } else { String::new() },
        cells: if n % 11 == 7 { Vec::new() } else { (0..12).map(|at| cell(n, at)).collect() },
    };
    let section = |title: &str, from: usize, to: usize| Section {
        title: title.to_owned(),
        continued: format!("{title}, forts."),
        rows: (from..to).map(row).collect(),
    };
    let spec = Matrix {
        columns: (0..12)
            .map(|n| Column { area: area(n), name: NAMES[n].to_owned(), role: role(n, &[8]) })
            .collect(),
        sections: vec![
            section("Inkludering", 0, 14),
            section("Barn och unga", 14, 21),
            section("Omställning", 21, 31),
        ],
        panels: 4,
        legend: Legend {
            worse: "Sämre än länet".to_owned(),
            better: "Bättre än länet".to_owned(),
            neutral: "Avstånd utan önskad riktning".to_owned(),
            missing: vec![
                (Missing::Suppressed, "skyddat av sekretess".to_owned()),
                (Missing::NotAvailable, "uppgift finns inte".to_owned()),
            ],
            remarks: vec!["* Länet saknar värde".to_owned()],
        },
        title: "Alla indikatorer och kommuner".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let size = Size::new(width, matrix::height(&spec, width, look));
    let placed = matrix::place(&spec, size, look);
    let said = ["Lindesberg: Arbetslöshet".to_owned(), "5,2 % (2022)".to_owned()];
    let hover = Some(Key::Cell(id(5), area(8)));
    Picture {
        name,
        theme: look.theme,
        scene: matrix::marks(&spec, &placed, look),
        overlay: matrix::over(&spec, &placed, size, look, hover, &said),
    }
}

/// Differences that begin on one side and end on both.
fn gap(selected: &[usize]) -> Lines {
    let line = |n: usize| Line {
        area: area(n),
        name: NAMES.get(n).copied().unwrap_or(if n == COUNTY { "Länet" } else { "Riket" }).to_owned(),
        role: role(n, selected),
        values: history(n, 14.0 - n as f64 * 1.6, 20).into_iter().map(|v| v.map(|v| v - 6.0)).collect(),
    };
    Lines {
        panels: vec![Panel { title: None, lines: (0..=NATION).map(line).collect() }],
        periods: (2003..=2022).map(year).collect(),
        events: Vec::new(),
        breaks: vec![(year(2011), "Ny mätmetod".to_owned())],
        target: None,
        level: Some(Level {
            value: 0.0,
            label: "Lika".to_owned(),
            above: "Till kvinnors fördel".to_owned(),
            below: "Till mäns fördel".to_owned(),
            signed: true,
        }),
        format: Format { kind: UnitKind::Number, short: "p.e.".to_owned(), ..percent() },
        title: "Skillnaden mellan kvinnor och män över tid".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    }
}

fn spread_picture(name: &'static str, width: f64, look: &Look) -> Picture {
    let wide = width > 600.0;
    let selected: &[usize] = if wide { &[11] } else { &[] };
    let from = if wide { 2003 } else { 2015 };
    let histories: Vec<Vec<Option<f64>>> = (0..12).map(|n| history(n, VALUES[n], 20)).collect();
    let columns = (from..=2022).map(|y| {
        let at = (y - 2003) as usize;
        // One year is not surveyed, in another few areas are.
        let values: Vec<Option<f64>> =
            (0..12).map(|n| histories[n][at].filter(|_| y != 2018 && (y != 2019 || n < 3))).collect();
        let all: Vec<f64> = values.iter().flatten().copied().collect();
        let whole = all.len() == 12;
        let mean = all.iter().sum::<f64>() / all.len().max(1) as f64;
        spread::Column {
            period: year(y),
            median: whole.then_some(mean - 1.0),
            weighted: whole.then_some(mean + 6.0),
            measure: whole.then_some(4.0 + at as f64 * 0.15),
            values,
        }
    });
    let spec = Spread {
        areas: (0..12)
            .map(|n| Area { area: area(n), name: NAMES[n].to_owned(), role: role(n, selected) })
            .collect(),
        columns: columns.collect(),
        breaks: vec![(year(2020), "Ny mätmetod".to_owned())],
        names: ["Median".to_owned(), "Vägt medel".to_owned()],
        below: Below {
            name: "Standardavvikelse".to_owned(),
            format: Format { kind: UnitKind::Number, short: "p.e.".to_owned(), ..percent() },
        },
        format: percent(),
        title: "Skillnaderna mellan kommunerna över tid".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let placed = spread::place(&spec, Size::new(width, 460.0), look);
    let hover = Some(Key::Point(area(4), year(2016)));
    Picture {
        name,
        theme: look.theme,
        scene: spread::marks(&spec, &placed, look),
        overlay: spread::over(&spec, &placed, look, hover.filter(|_| !wide), wide.then(|| year(2012))),
    }
}

fn ranks_picture(name: &'static str, width: f64, look: &Look) -> Picture {
    let wide = width > 600.0;
    // Places go round, some are shared, one area ends early, one year has none.
    let place = |n: usize, y: usize| match (n, y) {
        (_, 5) => None,
        (3, 8..) => None,
        _ => {
            let at = (n + (y / 2) * (n % 3)) % 12;
            Some(if at == 4 || at == 5 { 5 } else { at + 1 })
        }
    };
    let line = |n: usize| ranks::Line {
        area: area(n),
        name: NAMES[n].to_owned(),
        role: role(n, if wide { &[5, 10] } else { &[] }),
        places: (0..10).map(|y| place(n, y)).collect(),
    };
    let spec = Ranks {
        lines: (0..12).map(line).collect(),
        periods: (2013..=2022).map(year).collect(),
        breaks: vec![(year(2020), "Ny mätmetod".to_owned())],
        order: "Plats 1 har det högsta värdet. Lika värden delar plats.".to_owned(),
        title: "Kommunernas inbördes ordning över tid".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let placed = ranks::place(&spec, Size::new(width, ranks::height(&spec)), look);
    let hover = (!wide).then(|| Key::Point(area(4), year(2016)));
    Picture {
        name,
        theme: look.theme,
        scene: ranks::marks(&spec, &placed, look),
        overlay: ranks::over(&spec, &placed, look, hover, Some(year(2021)), "Karlskoga plats 7 av 12 (2016)"),
    }
}

/// Large and small areas, one apart, two on the same spot, ways of different lengths.
fn scatter_picture(name: &'static str, width: f64, look: &Look) -> Picture {
    let wide = width > 600.0;
    let at = |n: usize, back: f64| {
        let n = if n == 5 { 4 } else { n };
        let up = if n == 9 { 12.0 } else { 0.0 };
        (4.0 + (n * 7 % 12) as f64 * 0.4 - back * 0.1, VALUES[n] * 0.5 + 12.0 + up - back)
    };
    let dot = |n: usize| Dot {
        area: area(n),
        name: NAMES[n].to_owned(),
        role: role(n, if wide { &[3] } else { &[] }),
        at: at(n, 0.0),
        size: (n != 7).then_some(if n == 11 { 1.0 } else { 0.05 + n as f64 * 0.02 }),
        apart: n == 9,
        trail: vec![
            (0..=n % 5)
                .map(|y| Step { period: year(2018 + y as i16), at: at(n, (n % 5 - y) as f64) })
                .collect(),
        ],
        said: vec![NAMES[n].to_owned(), "Andel 2022: 30 %".to_owned(), "Antal 2022: 5,2".to_owned()],
    };
    let axis = |name: &str, format, extent, county| Axis { name: name.to_owned(), format, extent, county };
    let number = Format { kind: UnitKind::Number, short: "st".to_owned(), ..percent() };
    let spec = Scatter {
        dots: (0..12).map(dot).collect(),
        axes: [
            axis(
                "Antal med ett ganska långt namn som behöver mer än en rad på en smal skärm 2022",
                number,
                (3.4, 8.6),
                Some(5.0),
            ),
            axis("Andel 2022", percent(), (10.0, 45.0), Some(25.0)),
        ],
        county: "Länet".to_owned(),
        line: Some([(4.0, 20.0), (8.4, 34.0)]),
        trails: wide,
        note: "Punktens yta visar folkmängden. Streckad: minsta kvadratlinjen.".to_owned(),
        title: "Andel och antal".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let placed = scatter::place(&spec, Size::new(width, scatter::height(&spec, width, look)), look);
    Picture {
        name,
        theme: look.theme,
        scene: scatter::marks(&spec, &placed, look),
        overlay: if wide {
            Scene::default()
        } else {
            scatter::over(&spec, &placed, look, Some(Key::Area(area(4))))
        },
    }
}

fn slope_spec(note: &str) -> Slope {
    let row = |n: usize| {
        let value = VALUES.get(n).copied().unwrap_or(if n == COUNTY { 35.2 } else { 41.8 });
        slope::Row {
            area: area(n),
            name: NAMES.get(n).copied().unwrap_or(if n == COUNTY { "Länet" } else { "Riket" }).to_owned(),
            role: role(n, &[6]),
            first: if n == 2 { SUPPRESSED } else { there(value * (0.5 + (n % 5) as f64 * 0.05)) },
            last: if n == 9 { SUPPRESSED } else { there(value) },
        }
    };
    Slope {
        from: year(2003),
        to: year(2022),
        rows: (0..=NATION).map(row).collect(),
        note: note.to_owned(),
        format: percent(),
        title: "Förändring 2003–2022".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    }
}

/// The county's real borders under made-up values.
fn change_picture(name: &'static str, width: f64, look: &Look) -> Picture {
    let data = dataset();
    let members = data.regions().members();
    let part = |title: &str, widest: &str, value: &dyn Fn(usize) -> f64, color: &dyn Fn(f64) -> _| {
        let area = |(n, &area): (usize, &AreaId)| choropleth::Area {
            area,
            fill: if n == 6 { Err(Missing::NotAvailable) } else { Ok(color(value(n))) },
            value: if n == 6 { String::new() } else { percent().bare(value(n), look.locale) },
            selected: (n == 11).then_some(0),
        };
        Part {
            title: title.to_owned(),
            areas: members.iter().enumerate().map(area).collect(),
            widest: widest.to_owned(),
        }
    };
    let level = |v: f64| look.theme.ramp((v - 10.0) / 40.0);
    let moved = |v: f64| look.theme.ramp_diverging(v / 10.0);
    let change = |n: usize| (n as f64 - 3.0) * 1.1;
    let legend = |from: f64, to: f64, middle, color: &dyn Fn(f64) -> _| {
        let step = (to - from) / 4.0;
        let class = |i: usize| {
            let low = from + i as f64 * step;
            Class { from: low, to: low + step, color: color(low + step / 2.0), count: i + 1 }
        };
        Histogram {
            classes: (0..4).map(class).collect(),
            values: Vec::new(),
            middle,
            sides: Default::default(),
            missing: vec![(Some(Missing::NotAvailable), "uppgift finns inte".to_owned())],
            format: percent(),
        }
    };
    let spec = ChangeMap {
        maps: [
            part("Förändring 2003–2022", "+88,8", &change, &moved),
            part("2003", "88,8", &|n| VALUES[n] - change(n), &level),
            part("2022", "88,8", &|n| VALUES[n], &level),
        ],
        values: Some(legend(10.0, 50.0, None, &level)),
        changes: Some(legend(-10.0, 10.0, Some((0.0, "Oförändrat".to_owned())), &moved)),
        title: "Förändring 2003–2022".to_owned(),
        desc: "Påhittade siffror.".to_owned(),
    };
    let named: Vec<Named> = members
        .iter()
        .map(|&area| Named { area, name: data.regions().get(area).name.get(look.locale).to_owned() })
        .collect();
    let size = Size::new(width, change::height(&spec, width, look));
    let placed = change::place(&spec, data.shapes().unwrap(), &named, size, look);
    Picture {
        name,
        theme: look.theme,
        scene: change::marks(&spec, &placed, look),
        overlay: change::over(&placed, look, Some(Key::Area(members[0]))),
    }
}
