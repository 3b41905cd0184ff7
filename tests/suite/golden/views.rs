//! Every indicator of the default bundle in every way to look at its development, drawn as the page
//! draws it, in both languages and at the widths of a page.

use nulage::{
    analysis::classify::Method,
    base::{
        color::{Mode, Theme},
        geom::Size,
        locale::Locale,
    },
    view::{
        aspect::{self, Aspect, Terms},
        chart::drawn::Chart,
        choices::Choices,
        look::Look,
        measure::TableMeasure,
        scene::Scene,
        spec::{Reading, Shown, counting, multiples::tiles_of, spine, spread},
        words::change::Counted,
    },
};

use super::{bundle::dataset, sound};
use crate::overlap;

/// Different choices for each indicator, so that all of them are tried.
fn choices(shown: &Shown<'_>, n: usize) -> Choices {
    let modes = counting::offered(shown);
    let measures = spread::measures(shown);
    Choices {
        mode: modes[n % modes.len()],
        base: shown.periods().get(n % 3).copied(),
        measure: measures.get(n % measures.len().max(1)).copied().unwrap_or_default(),
        counted: if n % 4 < 2 { Counted::Absolute } else { Counted::Relative },
        trails: n.is_multiple_of(2),
        ..Choices::default()
    }
}

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
        let choices = choices(&shown, n);
        let terms = Terms { choices, period: None, classes: (Method::Natural, 5), theme: look.theme };
        for (i, &(code, aspect)) in Aspect::ALL.iter().enumerate().filter(|(_, a)| offered.contains(&a.1)) {
            let name = format!("{} {code}", data.indicator(id).id);
            let Some(chart) = aspect::chart(&shown, aspect, &terms) else {
                faults.push(format!("{name}: nothing is drawn"));
                continue;
            };
            drawn[i] += 1;
            let period = shown.period(None).unwrap();
            let said = aspect::said(&shown, aspect, &choices, period);
            if said.is_empty() || said.contains("..") || said.contains("  ") {
                faults.push(format!("{name}: says “{said}”"));
            }
            if let Some(grid) = aspect::grid(&shown, aspect, &choices, None) {
                let odd = grid.rows.iter().any(|r| r.cells.len() != grid.columns.len());
                if odd || grid.rows.is_empty() {
                    faults.push(format!("{name}: the table has holes"));
                }
            }
            for (i, width) in overlap::WIDTHS.into_iter().enumerate() {
                // Placing three maps is slow without optimisation: each at one width, every sixth time.
                if aspect == Aspect::Change && n % 18 != i * 6 {
                    continue;
                }
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

#[test]
fn every_profile_is_sound() {
    let data = dataset();
    let members = data.regions().members();
    let mut faults = Vec::new();
    for (n, &area) in members.iter().enumerate() {
        let locale = Locale::ALL[n % 2];
        let look = Look { theme: Theme::of(Mode::Light), measure: &TableMeasure, locale };
        let name = data.regions().get(area).name.get(locale);
        let spec = spine::spine(&data, area, &[], locale).unwrap();
        let rows: Vec<_> = spec.sections.iter().flat_map(|s| &s.rows).collect();
        assert!(rows.len() == data.ids().count(), "{} rows", rows.len());
        for track in rows.iter().filter_map(|r| r.track) {
            assert!(track.area.is_none_or(|t| (0.0..=1.0).contains(&t)), "{name} {track:?}");
            assert!(0.0 <= track.half.0 && track.half.0 <= track.median && track.median <= track.half.1);
        }
        if spec.desc.contains("..") || !spec.desc.contains(name) {
            faults.push(format!("{name}: says “{}”", spec.desc));
        }
        let grid = spine::grid(&data, area, locale);
        assert_eq!(grid.rows.iter().filter(|r| r.key.is_some()).count(), rows.len());
        for width in overlap::WIDTHS {
            let size = Size::new(width, spec.height(width, &look));
            let drawn = spec.draw(size, &look);
            let wrong = sound::faults(&drawn.scene);
            faults.extend(wrong.into_iter().map(|f| format!("{name} at {width}: {f}")));
            assert_eq!(drawn.scene.targets.len(), rows.len());
            for target in drawn.scene.targets.iter().step_by(9) {
                let over = (drawn.over)(&look, Some(target.key), None);
                let wrong = overlap::faults(&over);
                faults.extend(wrong.into_iter().map(|f| format!("{name} at {width}, card: {f}")));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults: {:#?}", faults.len(), &faults[..faults.len().min(20)]);
    assert_eq!(spine::spine(&data, data.regions().county(), &[], Locale::Sv), None);
    // Which areas are most alike is said with the indicators they are compared by.
    let said = spine::told(&data, data.regions().by_code("1880").unwrap(), Locale::Sv);
    assert!(said.contains("I länet liknar Örebro mest ") && said.contains("sett till folkmängden"), "{said}");
}

#[test]
fn the_best_of_all_lies_at_the_right_whichever_way_is_wanted() {
    let data = dataset();
    let members = data.regions().members();
    let specs: Vec<_> = members.iter().map(|&a| spine::spine(&data, a, &[], Locale::Sv).unwrap()).collect();
    for (id, wanted) in [("eftergymnasial-utbildning", true), ("arbetsloshet-18-65", false)] {
        let id = data.by_id(id).unwrap();
        let of = |n: usize| {
            let row = specs[n].sections.iter().flat_map(|s| &s.rows).find(|r| r.indicator == id).unwrap();
            let number: String = row.value.chars().filter(|c| c.is_ascii_digit() || *c == ',').collect();
            (number.replace(',', ".").parse::<f64>().unwrap(), row.track.unwrap().area.unwrap())
        };
        let all: Vec<(f64, f64)> = (0..members.len()).map(of).collect();
        let best = all.iter().find(|v| v.1 == 1.0).unwrap().0;
        let worst = all.iter().find(|v| v.1 == 0.0).unwrap().0;
        assert_eq!(best > worst, wanted);
        assert!(all.iter().all(|v| (v.0 >= best.min(worst)) && (v.0 <= best.max(worst))));
    }
}

/// A picture of nothing has nothing wrong with its texts; that is why the checks above also ask for
/// marks.
#[test]
fn an_empty_picture_is_a_fault() {
    assert_eq!(sound::faults(&Scene::default()), ["empty"]);
}
