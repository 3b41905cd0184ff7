//! A reader's way through the app, in both browsers; and that the address holds all of it.

use serde_json::json;

use crate::driver::Engine;
use crate::page::Page;
use crate::site::{municipalities, serve, telling_indicator};

/// The value of one part of the state in the address.
fn part(hash: &str, name: &str) -> String {
    let query = hash.split_once('?').map_or("", |(_, query)| query);
    let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.filter(|(key, _)| *key == name).map(|(_, value)| value.to_owned()).collect()
}

/// Waits until the address satisfies a test, and gives it.
fn address(page: &Page, what: &str, script: &str) -> String {
    page.browser.wait(what, script, &[]);
    page.settle();
    page.hash()
}

/// A reload from the address alone shows the same text.
fn survives_reload(page: &Page) {
    let (hash, before) = (page.hash(), page.text());
    page.open(&hash);
    assert_eq!(page.hash(), hash, "{:?}: the address changed by being opened", page.browser.engine);
    let after = page.text();
    let only =
        |a: &str, b: &str| a.lines().filter(|l| !b.contains(l)).take(5).collect::<Vec<_>>().join(" / ");
    assert!(
        before == after,
        "{:?}: {hash} shows something else; gone: “{}”; new: “{}”",
        page.browser.engine,
        only(&before, &after),
        only(&after, &before)
    );
}

#[test]
fn from_start_to_an_area_and_back() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        walk(&Page::new(engine, &server.url("/")));
    }
}

/// The whole way, wherever the app lies.
pub(crate) fn walk(page: &Page) {
    let engine = page.browser.engine;
    page.dress(1440, 900, false);
    page.open("");
    let browser = &page.browser;
    assert_eq!(page.count("h1"), 1, "{engine:?}");

    // An indicator, by its name in the list.
    let link = browser.wait(
        "a link to an indicator",
        "return [...document.querySelectorAll('[data-part=row] a')].find(a => a.hash.includes(arguments[0]))",
        &[json!(format!("/indicator/{}", telling_indicator()))],
    );
    browser.click(&link);
    let hash = address(page, "the indicator's address", "return location.hash.includes('/indicator/')");
    assert_eq!(page.count("h1"), 1, "{engine:?}");
    survives_reload(page);

    // An earlier year, with the keyboard.
    let slider = browser.find("input[type=range], [role=slider]");
    browser.run("arguments[0].focus()", &[slider]);
    browser.press(&["ArrowLeft"]);
    let year = part(&hash, "year");
    browser.wait(
        "another year in the address",
        "return !location.hash.includes('year=' + arguments[0] + '&')",
        &[json!(year)],
    );
    page.settle();
    let earlier = part(&page.hash(), "year");
    assert!(earlier.len() >= 4 && earlier != "latest", "{engine:?}: {earlier}");
    survives_reload(page);

    // An area held on to: a click in the map.
    let at = browser.wait(
        "the map",
        "const map = document.querySelector('[data-part=map]'); if (!map) return null;\
         map.scrollIntoView({ block: 'center' }); const box = map.getBoundingClientRect();\
         for (let y = 0.3; y < 0.8; y += 0.05) for (let x = 0.3; x < 0.8; x += 0.05) {\
           const [px, py] = [box.left + x * box.width, box.top + y * box.height];\
           const hit = document.elementFromPoint(px, py);\
           if (hit && map.contains(hit)) return [px, py]; }\
         return null",
        &[],
    );
    let place = (at[0].as_f64().expect("x"), at[1].as_f64().expect("y"));
    for (dx, dy) in [(0.0, 0.0), (40.0, 0.0), (0.0, 60.0), (60.0, 60.0), (100.0, 30.0), (30.0, 120.0)] {
        browser.pointer(place.0 + dx, place.1 + dy, true);
        page.settle();
        if !part(&page.hash(), "pin").is_empty() {
            break;
        }
    }
    let pinned = part(&page.hash(), "pin");
    assert!(
        municipalities().iter().any(|(code, _)| *code == pinned),
        "{engine:?}: a click in the map pins “{pinned}”"
    );
    browser.pointer(2.0, 2.0, false);
    page.settle();
    survives_reload(page);

    // The area's own page, through the search.
    let name =
        municipalities().into_iter().find(|(code, _)| *code == pinned).map(|t| t.1).unwrap_or_default();
    let field = browser.find("[role=combobox]");
    browser.click(&field);
    browser.type_text(&name.chars().take(5).collect::<String>());
    browser.wait(
        "the area among the hits",
        "return [...document.querySelectorAll('[role=combobox] ~ * [role=option]')].some(o => o.checkVisibility() && o.textContent.includes(arguments[0]))",
        &[json!(name)],
    );
    browser.press(&["Enter"]);
    address(page, "the area's address", "return location.hash.includes('/area/')");
    assert!(page.hash().contains(&format!("/area/{pinned}")), "{engine:?}: {}", page.hash());
    survives_reload(page);

    // The other language, all of it.
    browser.click(&browser.find("[data-part=lang-en]"));
    address(page, "English in the address", "return location.hash.includes('lang=en')");
    let rest: Vec<&str> = ["Riket", "procent", "invånare", "kommuner", "Källa", "Rangordning"]
        .into_iter()
        .filter(|word| page.text().contains(word))
        .collect();
    assert_eq!(rest, Vec::<&str>::new(), "{engine:?}: Swedish on the English page");
    survives_reload(page);

    // Back leads back.
    browser.click(&browser.find("[data-part=home]"));
    address(page, "the start page", "return location.hash.includes('/start')");
    browser.run("history.back()", &[]);
    address(page, "the area's page again", "return location.hash.includes('/area/')");
    assert!(
        page.soon("return document.querySelector('[data-part=area-select]')"),
        "{engine:?}: back does nothing"
    );
    assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
}

/// Off the stage one is where one was, and Back does not lead onto it again.
#[test]
fn the_stage_leads_back() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        let browser = &page.browser;
        page.open("1/start?lang=sv");
        browser.click(&browser.find("[data-part=row] a"));
        browser.find("[data-part=map]");
        let before = page.hash();
        browser.click(&browser.find("[data-part=present]"));
        browser.find("[data-stage]");
        browser.press(&["PageDown", "PageDown"]);
        assert!(page.hash().contains("stage="), "{engine:?}: {}", page.hash());
        browser.press(&["Escape"]);
        browser.wait("the page", "return !document.querySelector('[data-stage]')", &[]);
        assert_eq!(page.hash(), before, "{engine:?}");
        browser.run("history.back()", &[]);
        browser.wait("the page before", "return location.hash.startsWith('#1/start')", &[]);
        // Whoever came by a link stays at what was shown.
        page.open("1/stage/utbildning?lang=sv");
        browser.find("[data-stage]");
        browser.press(&["Escape"]);
        browser.wait("a page", "return !document.querySelector('[data-stage]')", &[]);
        assert!(page.hash().starts_with("#1/indicator/"), "{engine:?}: {}", page.hash());
    }
}

/// Where the years' common classes leave one colour, those of the year alone tell the areas apart; the
/// year's classes follow the year, and the address keeps them.
#[test]
fn a_years_own_classes_tell_its_areas_apart() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        let browser = &page.browser;
        page.open("1/indicator/mediannettoinkomst?year=latest&lang=sv");
        let text = |css: &str| {
            let found = browser.run("return document.querySelector(arguments[0]).textContent", &[json!(css)]);
            found.as_str().unwrap_or_default().to_owned()
        };
        let classes = || text("[data-part=legend] [role=presentation]");
        let help = |wanted: &str| {
            let said = text("[data-part=legend-help]");
            assert!(said.starts_with(wanted), "{engine:?}: {said}");
        };
        let before = classes();
        help("Samma färger alla år, 2005–2022.");
        browser.click(&browser.find("[data-part=tell-apart]"));
        browser.wait("the address", "return location.hash.includes('classes=natural.5.own&')", &[]);
        page.settle();
        help("Färgerna gäller bara 2022.");
        let now = classes();
        assert_ne!(now, before, "{engine:?}");
        page.open(&page.hash().replace("year=latest", "year=2010"));
        help("Färgerna gäller bara 2010.");
        assert_ne!(classes(), now, "{engine:?}");
        // The menu holds the same choice.
        browser.click(&browser.find("[data-part=classes] > summary"));
        browser.click(&browser.find("[data-part=same-classes]"));
        browser.wait("the address", "return location.hash.includes('classes=natural.5&')", &[]);
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
