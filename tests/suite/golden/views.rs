//! Every indicator of the default bundle in every way to look at its development, drawn as the page
//! draws it, in both languages and at the widths of a page.

use nulage::{
    base::{
        color::{Mode, Theme},
        geom::Size,
        locale::Locale,
    },
    view::{
        aspect::{self, Aspect},
        look::Look,
        measure::TableMeasure,
        scene::Scene,
        spec::{Reading, Shown, multiples::tiles_of},
    },
};

use super::{bundle::dataset, sound};
use crate::overlap;

#[test]
fn every_way_to_look_is_sound() {
    let data = dataset();
    let mut faults = Vec::new();
    let mut drawn = [0; Aspect::ALL.len()];
    for (n, id) in data.ids().enumerate() {
        let Some(table) = data.table(id) else { continue };
        let locale = Locale::ALL[n % 2];
        let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale };
        let reading = Reading::One(table.default_group());
        let pinned = &data.regions().members()[..n % 3];
        let shown = Shown { data: &data, id, table, reading, pinned, locale };
        let offered = aspect::offered(&shown);
        for (i, &(code, aspect)) in Aspect::ALL.iter().enumerate().filter(|(_, a)| offered.contains(&a.1)) {
            let name = format!("{} {code}", data.indicator(id).id);
            let Some(chart) = aspect::chart(&shown, aspect) else {
                faults.push(format!("{name}: nothing is drawn"));
                continue;
            };
            drawn[i] += 1;
            let period = shown.period(None).unwrap();
            let said = aspect::said(&shown, aspect, period);
            if said.is_empty() || said.contains("..") || said.contains("  ") {
                faults.push(format!("{name}: says “{said}”"));
            }
            if let Some(grid) = aspect::grid(&shown, aspect) {
                let odd = grid.rows.iter().any(|r| r.cells.len() != grid.columns.len());
                if odd || grid.rows.is_empty() {
                    faults.push(format!("{name}: the table has holes"));
                }
            }
            for width in overlap::WIDTHS {
                let size = Size::new(width, chart.height(width, &look));
                let drawn = chart.draw(size, &look);
                let wrong = sound::faults(&drawn.scene);
                faults.extend(wrong.into_iter().map(|f| format!("{name} at {width}: {f}")));
                for target in drawn.scene.targets.iter().step_by(7) {
                    let over = (drawn.over)(&look, Some(target.key), Some(period));
                    if over.marks.is_empty() {
                        faults.push(format!("{name} at {width}: nothing passes over {target:?}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults: {:#?}", faults.len(), &faults[..faults.len().min(40)]);
    assert!(drawn.iter().all(|n| *n > 5), "too few of some: {drawn:?}");
}

#[test]
fn the_county_keeps_its_geography_as_tiles() {
    let data = dataset();
    let (regions, shapes) = (data.regions(), data.shapes().unwrap());
    let members = regions.members();
    let id = data.by_id("eftergymnasial-utbildning").unwrap();
    let table = data.table(id).unwrap();
    let reading = Reading::One(table.default_group());
    let shown = Shown { data: &data, id, table, reading, pinned: &[], locale: Locale::Sv };
    let places = tiles_of(&shown).unwrap();
    let at = |name: &str| {
        let found = members.iter().position(|&a| regions.get(a).name.get(Locale::Sv) == name);
        places[found.unwrap()]
    };
    let north = ["Hällefors", "Ljusnarsberg"].map(at);
    assert!(north.iter().all(|n| n.1 <= 1), "{places:?}");
    assert!(at("Hällefors").0 < at("Ljusnarsberg").0, "{places:?}");
    assert!(at("Askersund").1 > at("Örebro").1 && at("Örebro").1 > at("Lindesberg").1, "{places:?}");
    assert!(at("Nora").0 < at("Örebro").0 && at("Laxå").1 == at("Hallsberg").1, "{places:?}");
    assert!(at("Degerfors").0 < at("Kumla").0 && at("Karlskoga").0 < at("Örebro").0, "{places:?}");
    // Most pairs that share a border still touch, if only at a corner.
    let (mut touch, mut all) = (0, 0);
    for (n, &area) in members.iter().enumerate() {
        for neighbour in &shapes.of(area).unwrap().neighbours {
            let Some(m) = members.iter().position(|a| a == neighbour) else { continue };
            let apart = places[n].0.abs_diff(places[m].0).max(places[n].1.abs_diff(places[m].1));
            touch += usize::from(apart == 1);
            all += 1;
        }
    }
    assert!(touch * 10 >= all * 8, "{touch} of {all} borders: {places:?}");
}

/// A picture of nothing has nothing wrong with its texts; that is why the checks above also ask for
/// marks.
#[test]
fn an_empty_picture_is_a_fault() {
    assert_eq!(sound::faults(&Scene::default()), ["empty"]);
}
