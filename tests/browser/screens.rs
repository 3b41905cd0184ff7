//! Every view measured against the layout laws, in sizes from phone to desk.
//!
//! With `NULAGE_SHOTS=folder` it walks all of them and leaves pictures there; without, a telling part.

use std::fs;
use std::path::PathBuf;

use serde_json::json;

use crate::driver::Engine;
use crate::page::{Page, told_once};
use crate::site::{bundle, fragment, municipalities, serve, views};

const WIDTHS: [(u32, u32); 4] = [(1440, 900), (1024, 768), (768, 1024), (360, 740)];

/// Walks the views that `wanted` picks by width, darkness and language, and lists every breach.
fn walk(engine: Engine, wanted: impl Fn(u32, bool, &str) -> bool) {
    let shots = std::env::var_os("NULAGE_SHOTS").filter(|dir| !dir.is_empty()).map(PathBuf::from);
    let server = serve();
    let page = Page::new(engine, &server.url("/"));
    let mut breaches = Vec::new();
    for (width, height) in WIDTHS {
        for dark in [false, true] {
            page.dress(width, height, dark);
            for language in ["sv", "en"] {
                if shots.is_none() && !wanted(width, dark, language) {
                    continue;
                }
                for (name, view) in views() {
                    page.open(&fragment(&view, language));
                    let theme = if dark { "dark" } else { "light" };
                    let here = format!("{name}-{width}-{theme}-{language}");
                    breaches.extend(page.breaches().into_iter().map(|b| (here.clone(), b)));
                    if let Some(dir) = &shots {
                        fs::create_dir_all(dir).expect("NULAGE_SHOTS can be written");
                        let file = dir.join(format!("{here}-{engine:?}.png").to_lowercase());
                        fs::write(file, page.browser.png_full()).expect("NULAGE_SHOTS can be written");
                    }
                }
            }
        }
    }
    assert!(breaches.is_empty(), "{engine:?}:\n{}", told_once(&breaches));
}

#[test]
fn every_view_keeps_the_layout_laws() {
    walk(Engine::Chromium, |width, dark, language| {
        (!dark && language == "sv") || (width == 360 && language == "en") || (width == 1440 && dark)
    });
}

#[test]
fn firefox_keeps_the_layout_laws() {
    walk(Engine::Firefox, |width, dark, language| !dark && language == "sv" && [1440, 360].contains(&width));
}

/// The overview: the head, every indicator by every municipality and the foot, without scrolling.
#[test]
fn the_overview_fits_a_laptop() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        for language in ["sv", "en"] {
            page.open(&fragment("1/overview?year=latest&people=all&pin=&rows=&columns=", language));
            let script = "return [document.documentElement.scrollHeight, innerHeight, innerWidth]";
            let sizes: Vec<u64> = serde_json::from_value(page.browser.run(script, &[])).expect("three sizes");
            assert_eq!(sizes[1..], [900, 1440], "{engine:?}");
            assert!(sizes[0] <= 900, "{engine:?} {language}: {} px high", sizes[0]);
        }
    }
}

/// Every indicator and every area, since each has its own holes: missing areas, short series, odd units.
#[test]
fn every_indicator_and_every_area_keeps_the_laws() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.dress(1280, 900, false);
    page.open("");
    let indicators = bundle()["indicators"].as_array().into_iter().flatten();
    let ids = indicators.filter_map(|i| i["id"].as_str()).map(|id| format!("indicator/{id}"));
    let areas = municipalities().into_iter().map(|(code, _)| format!("area/{code}"));
    let mut breaches = Vec::new();
    for place in ids.chain(areas) {
        let view =
            format!("1/{place}?year=latest&people=both&origin=total&pin=&classes=natural.5&sort=value.0");
        page.browser.run("location.hash = arguments[0]", &[json!(fragment(&view, "sv"))]);
        page.browser.wait(&place, "return location.hash.includes(arguments[0])", &[json!(place)]);
        page.settle();
        let found = page.breaches().into_iter().chain(page.faults());
        breaches.extend(found.map(|b| (place.clone(), b)));
    }
    assert!(breaches.is_empty(), "{}", told_once(&breaches));
}

#[test]
fn a_pinned_area_is_marked_in_the_table() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        page.open(&fragment("1/indicator/arbetsloshet-18-65?year=2022&people=all&pin=1863", "sv"));
        let found = page.browser.run(
            "const look = css => getComputedStyle(document.querySelector('.nl-table ' + css)).borderLeftColor;\
             return [look('[aria-pressed=true]') === look('[aria-pressed=false]'),\
                     document.querySelector('.nl-table [aria-pressed=true]').textContent]",
            &[],
        );
        assert_eq!(found, json!([false, "Hällefors"]), "{engine:?}");
    }
}

/// On a phone a wide table fades where it goes on, and at its end its last column stands clear of that.
#[test]
fn a_wide_table_is_seen_to_its_end() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(390, 800, false);
        page.open(&fragment("1/indicator/arbetsloshet-18-65?year=2022&people=all", "sv"));
        page.browser.run("document.querySelector('[data-part=every-year]').click()", &[]);
        page.settle();
        let found = page.browser.run(
            "const scroll = document.querySelector('.nl-scroll');\
             const last = scroll.querySelector('tbody tr').lastElementChild;\
             const before = last.getBoundingClientRect().right > innerWidth;\
             scroll.scrollLeft = 10000;\
             const fades = parseFloat(getComputedStyle(scroll).paddingRight);\
             const edge = scroll.getBoundingClientRect().right - fades + 0.5;\
             return [before, fades > 16, last.getBoundingClientRect().right <= edge,\
                     document.documentElement.scrollWidth <= innerWidth];",
            &[],
        );
        assert_eq!(found, json!([true, true, true, true]), "{engine:?}");
    }
}
