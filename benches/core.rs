//! How fast the core is: classes, facts, differences, reading the county's bundle, placing and drawing it.

use std::{fs, hint::black_box, path::Path};

mod whole;

use criterion::{Criterion, criterion_group, criterion_main};
use nulage::{
    analysis::{
        classify::{self, Method, Request},
        finding,
        scope::Scope,
    },
    base::{
        color::{Mode, Theme},
        geom::Size,
        id::AreaId,
        locale::Locale,
        num::Finite,
        period::Period,
        unit::UnitKind,
    },
    bundle::{caps::Caps, read},
    model::{Dataset, Group, Missing, Table, load},
    tool::assemble,
    view::{
        chart::lines::{self, Line, Lines, Panel},
        look::{Format, Look, Role},
        map::{
            choropleth,
            placed::{Named, Placed},
        },
        measure::TableMeasure,
    },
};

const BUNDLE: &[u8] = include_bytes!("../data/orebro.bundle.json");

/// Values with one decimal from a linear congruential generator.
fn values(n: usize) -> Vec<f64> {
    let next = |s: &u64| Some((s * 1_103_515_245 + 12345) % (1 << 31));
    std::iter::successors(next(&12345), next).take(n).map(|s| (s / 7 % 10_000) as f64 / 10.0).collect()
}

fn classes(c: &mut Criterion) {
    for n in [290, 3363] {
        let values = values(n);
        for method in Method::ALL {
            let request = Request { method, classes: 6, decimals: 1, centre: Some(500.0) };
            c.bench_function(&format!("classify {n} {method:?}"), |b| {
                b.iter(|| classify::classify(black_box(&values), &request));
            });
        }
    }
}

fn facts(c: &mut Criterion) {
    for n in [12, 290] {
        let years: Vec<Period> = (2000..2023).map(Period::year_of).collect();
        let cells =
            values((n + 1) * years.len()).into_iter().map(|v| Finite::new(v).ok_or(Missing::NotAvailable));
        let rows = (0..=n).map(Some).collect();
        let Some(table) = Table::new(rows, years, vec![Group::default()], cells.collect(), vec![]) else {
            continue;
        };
        let ids: Vec<AreaId> = (0..=n).filter_map(AreaId::new).collect();
        let Some((&county, areas)) = ids.split_last() else { continue };
        let scope = Scope {
            areas,
            county,
            nation: None,
            group: Group::default(),
            breaks: &[],
            decimals: 1,
            period: Period::year_of(2022),
        };
        c.bench_function(&format!("finding of {n} areas"), |b| {
            b.iter(|| finding::finding(black_box(&table), &scope));
        });
    }
}

/// Everything about every indicator of the county's bundle, as an overview asks for it.
fn bundle_wide(c: &mut Criterion) {
    let Ok((dataset, _)) = load::from_bytes(BUNDLE, &Caps::default()) else { return };
    c.bench_function("differences of the whole bundle", |b| {
        b.iter(|| whole::differences(black_box(&dataset)))
    });
}

fn reading(c: &mut Criterion) {
    c.bench_function("read and load the bundle", |b| {
        b.iter(|| load::from_bytes(black_box(BUNDLE), &Caps::default()));
    });
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let country = root.join("target").join("sverige.bundle.json");
    let made = assemble::bundle(&root.join("data/bench/sverige.toml"), &country);
    let Some(bytes) = made.ok().and_then(|_| fs::read(&country).ok()) else { return };
    c.bench_function("read a bundle of 290 areas", |b| {
        b.iter(|| read::read(black_box(&bytes), &Caps::default()));
    });
    c.bench_function("read and load a bundle of 290 areas", |b| {
        b.iter(|| load::from_bytes(black_box(&bytes), &Caps::default()));
    });
}

fn scenes(c: &mut Criterion) {
    let Ok((dataset, _)) = load::from_bytes(BUNDLE, &Caps::default()) else { return };
    let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale: Locale::Sv };
    let regions = dataset.regions();
    if let Some(spec) = spec(&dataset) {
        let size = Size::new(720.0, 420.0);
        c.bench_function("lines of the members", |b| {
            b.iter(|| lines::scene(black_box(&spec), size, &look));
        });
    }
    let Some(shapes) = dataset.shapes() else { return };
    let name = |&area: &AreaId| Named { area, name: regions.get(area).name.sv.clone() };
    let named: Vec<Named> = regions.members().iter().map(name).collect();
    let size = Size::new(480.0, 640.0);
    let place = || Placed::new(black_box(shapes), &named, size, Some("100,0 %"), &look);
    c.bench_function("place the map", |b| b.iter(place));
    let Some(placed) = place() else { return };
    let areas: Vec<choropleth::Area> = named
        .iter()
        .map(|n| choropleth::Area {
            area: n.area,
            fill: Ok(look.theme.ramp(0.5)),
            value: "12,3".to_owned(),
            selected: None,
        })
        .collect();
    c.bench_function("scene of the map", |b| {
        b.iter(|| choropleth::scene(black_box(&placed), &areas, &look));
    });
}

/// Every member over all periods of the first indicator that has values for them.
fn spec(dataset: &Dataset) -> Option<Lines> {
    let regions = dataset.regions();
    let (id, table) = dataset.ids().find_map(|id| {
        let table = dataset.table(id)?;
        table.latest(regions.members(), table.default_group()).map(|_| (id, table))
    })?;
    let indicator = dataset.indicator(id);
    let values = |area| {
        let series = table.series(area, table.default_group());
        series.into_iter().map(|cell| cell.ok().map(Finite::get)).collect()
    };
    let line = |&area: &AreaId| Line {
        area,
        name: regions.get(area).name.sv.clone(),
        role: Role::Other,
        values: values(area),
    };
    Some(Lines {
        panels: vec![Panel { title: None, lines: regions.members().iter().map(line).collect() }],
        periods: table.periods().to_vec(),
        events: Vec::new(),
        breaks: Vec::new(),
        target: None,
        level: None,
        format: Format { decimals: indicator.decimals, kind: UnitKind::Number, short: String::new() },
        title: indicator.title.sv.clone(),
        desc: String::new(),
    })
}

criterion_group!(benches, classes, facts, bundle_wide, reading, scenes);
criterion_main!(benches);
