//! Around the pictures: menus, copying, another file, an address that leads nowhere, the search.

use serde_json::json;

use crate::driver::Engine;
use crate::page::{Page, strings, told_once};
use crate::site::{bundle, fragment, serve, telling_indicator, views};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

#[test]
fn menus_close_by_escape_by_a_click_or_the_focus_elsewhere_and_by_another() {
    let server = serve();
    let open =
        "return [...document.querySelectorAll('details[open].nl-menu')].map(one => one.dataset.part).join()";
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        page.open(&format!("1/indicator/{}?lang=sv", telling_indicator()));
        let browser = &page.browser;
        let now = || browser.run(open, &[]);
        browser.click(&browser.find("[data-part=share] > summary"));
        assert_eq!(now(), "share", "{engine:?}");
        // By the keyboard, so that no pointer is elsewhere.
        browser.run("document.querySelector('[data-part=classes] > summary').focus()", &[]);
        browser.press(&["Enter"]);
        assert_eq!(now(), "classes", "{engine:?}: two menus");
        browser.press(&["Tab", "Escape"]);
        assert_eq!(now(), "", "{engine:?}: Escape");
        let at = "return document.activeElement.closest('details')?.dataset.part ?? ''";
        assert_eq!(browser.run(at, &[]), "classes", "{engine:?}: the focus is lost");
        browser.press(&["Enter"]);
        assert_eq!(now(), "classes", "{engine:?}");
        let inside = "return !!document.activeElement.closest('[data-part=classes]')";
        for _ in 0..20 {
            browser.press(&["Tab"]);
            if browser.run(inside, &[]) == json!(false) {
                break;
            }
        }
        assert_eq!(now(), "", "{engine:?}: the focus elsewhere");
        browser.click(&browser.find("[data-part=map-panel] .nl-take > summary"));
        assert_eq!(now(), "take", "{engine:?}");
        browser.click(&browser.find("[data-part=subtitle]"));
        assert_eq!(now(), "", "{engine:?}: a click elsewhere");
        // Inside it stays.
        browser.click(&browser.find("[data-part=classes] > summary"));
        browser.click(&browser.find("[data-part=classes] .nl-segments button"));
        assert_eq!(now(), "classes", "{engine:?}: a click inside");
    }
}

/// What is said beside the pointer can be taken away without moving it, and comes again with the next move.
#[test]
fn escape_takes_away_what_is_said_beside_the_pointer() {
    let server = serve();
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1280, 900, false);
        page.open(&format!("1/indicator/{}?lang=sv", telling_indicator()));
        let browser = &page.browser;
        let place = "const box = document.querySelector('[data-part=ranking] .nl-layer').parentElement.getBoundingClientRect();\
                     return [box.left + box.width / 2, box.top + box.height / 3]";
        let place: [f64; 2] = serde_json::from_value(browser.run(place, &[])).expect("two numbers");
        let tips = || page.count(".nl-tip");
        browser.pointer(place[0], place[1], false);
        assert!(page.soon("return !!document.querySelector('.nl-tip')"), "{engine:?}: no tip");
        browser.press(&["Escape"]);
        page.settle();
        assert_eq!(tips(), 0, "{engine:?}: it stays");
        browser.pointer(place[0] + 3.0, place[1], false);
        assert!(page.soon("return !!document.querySelector('.nl-tip')"), "{engine:?}: it never comes again");
    }
}

/// Enlarged to four hundred per cent, the focus is not behind what stays, and is seen whole in a row that scrolls.
#[test]
fn the_focus_is_seen_whole_on_the_smallest_window() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.dress(320, 256, false);
    page.open(&format!("1/indicator/{}?lang=sv", telling_indicator()));
    let browser = &page.browser;
    browser.run("document.querySelector('[data-part=show-levels]').focus()", &[]);
    let seen = "const el = document.activeElement, box = el.getBoundingClientRect();\
                const row = el.closest('.nl-segments').getBoundingClientRect();\
                const top = document.elementFromPoint(box.left + box.width / 2, box.top + 2);\
                return [el.dataset.part, box.left >= row.left - 1 && box.right <= row.right + 1, el.contains(top)]";
    for _ in 0..8 {
        browser.press(&["Tab"]);
        let found = browser.run(seen, &[]);
        assert_eq!((&found[1], &found[2]), (&json!(true), &json!(true)), "{found}");
    }
}

#[test]
fn menus_open_inside_the_window() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    let browser = &page.browser;
    let press = "const all = [...document.querySelectorAll('details.nl-menu > summary')].filter(one => one.checkVisibility());\
                 all[arguments[0]]?.click(); return all.length";
    let outside = "const menu = document.querySelector('details[open].nl-menu');\
                   const box = menu.querySelector('.nl-pop').getBoundingClientRect();\
                   const rooms = [box.left, box.top, innerWidth - box.right, innerHeight - box.bottom];\
                   return rooms.every(room => room >= 7.5) ? [] : [`${menu.dataset.part} has ${rooms} around it`]";
    let mut found = Vec::new();
    for (width, height) in [(360, 740), (768, 1024)] {
        page.dress(width, height, false);
        for (name, view) in views() {
            if !["start", "indicator", "overview", "area"].contains(&name) {
                continue;
            }
            for language in if width < 768 { ["sv", "en"].as_slice() } else { &["sv"] } {
                page.open(&fragment(&view, language));
                let menus = browser.run(press, &[json!(-1)]).as_u64().unwrap_or_default();
                assert!(menus > 0, "{name}: no menu");
                for n in 0..menus {
                    browser.run(press, &[json!(n)]);
                    page.settle();
                    let breaches = strings(&browser.run(outside, &[])).into_iter().chain(page.breaches());
                    found.extend(breaches.map(|b| (format!("{name} {width} {language} {n}"), b)));
                }
            }
        }
    }
    assert!(found.is_empty(), "{}", told_once(&found));
}

/// Puts a file where the page takes one.
pub(crate) const GIVE: &str = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'en.json', { type: 'application/json' }));\
    const field = document.querySelector('[data-part=open-file]'); field.files = data.files;\
    field.dispatchEvent(new Event('change', { bubbles: true }));";

#[test]
fn another_bundle_opens_where_it_can() {
    let server = serve();
    let (id, mut other) = (telling_indicator(), bundle().clone());
    other["meta"]["title"]["sv"] = json!("Annat län");
    let same = other.to_string();
    if let Some(all) = other["indicators"].as_array_mut() {
        all.retain(|one| one["id"] != id.as_str());
    }
    // Its scenes show what is gone.
    other["story"] = json!({ "scenes": [] });
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        let browser = &page.browser;
        for (file, place) in [(&same, format!("#1/indicator/{id}")), (&other.to_string(), "#1/start".into())]
        {
            page.open(&format!("1/indicator/{id}?lang=sv"));
            browser.click(&browser.find("[data-part=share] > summary"));
            browser.run(GIVE, &[json!(file)]);
            browser.wait("the other bundle", "return document.title.includes('Annat län')", &[]);
            page.ready();
            assert!(page.hash().starts_with(&place), "{engine:?}: {}", page.hash());
            assert_eq!(page.count("[data-part=lost]"), 0, "{engine:?}: nobody followed a link");
        }
    }
}

#[test]
fn a_wrong_file_is_told_in_the_readers_language() {
    let server = serve();
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        page.open("1/start?lang=sv");
        let browser = &page.browser;
        browser.click(&browser.find("[data-part=share] > summary"));
        browser.run(GIVE, &[json!("hej")]);
        browser.find("dialog[data-part=message][open]");
        let told = "const box = document.querySelector('[data-part=message]');\
                    return [box.querySelector('p').textContent, box.querySelector('pre').lang, getComputedStyle(box).paddingLeft]";
        let told = strings(&browser.run(told, &[]));
        assert!(told[0].starts_with("Välj en datafil"), "{engine:?}: {told:?}");
        assert_eq!(told[1..], ["en", "24px"], "{engine:?}");
        assert_eq!(page.axe_without(&["color-contrast"]), Vec::<String>::new(), "{engine:?}");
        browser.press(&["Escape"]);
        assert!(page.soon("return !document.querySelector('[data-part=message]')"), "{engine:?}");
    }
}

#[test]
fn copied_is_said_when_it_is() {
    let server = serve();
    let stub = "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: arguments[0] === 'none' ? undefined : {\
        writeText: text => (arguments[0] === 'no' ? Promise.reject(new Error('no')) : (window.clip = text, Promise.resolve())) } })";
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        page.open("1/overview?lang=sv");
        let browser = &page.browser;
        let copy = || browser.click(&browser.find("[data-part=copy-link]"));
        browser.run(stub, &[json!("yes")]);
        copy();
        browser.wait(
            "the word",
            "return document.querySelector('.nl-passing')?.textContent === 'Länken är kopierad'",
            &[],
        );
        assert_eq!(browser.run("return clip === location.href", &[]), true, "{engine:?}");
        for way in ["no", "none"] {
            browser.run("document.querySelectorAll('.nl-passing').forEach(one => one.remove())", &[]);
            browser.run(stub, &[json!(way)]);
            copy();
            browser.find("dialog[data-part=message][open]");
            let marked = "const field = document.querySelector('[data-part=message] textarea');\
                return field.value === location.href && field.selectionEnd - field.selectionStart === field.value.length && document.activeElement === field";
            assert_eq!(browser.run(marked, &[]), true, "{engine:?} {way}");
            assert!(!page.text().contains("är kopierad"), "{engine:?} {way}");
            assert_eq!(page.axe_without(&["color-contrast"]), Vec::<String>::new(), "{engine:?} {way}");
            browser.press(&["Escape"]);
            assert!(page.soon("return !document.querySelector('[data-part=message]')"), "{engine:?} {way}");
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_told() {
    let server = serve();
    let lost = "return document.querySelector('[data-part=lost] span')?.textContent ?? ''";
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        for (hash, name) in [
            ("1/indicator/finns-inte?lang=sv", "finns-inte"),
            ("1/area/9999?lang=sv", "9999"),
            ("1/stage/ingen-scen?lang=sv", "ingen-scen"),
            ("1/overview?stage=ingen.audience&lang=sv", "ingen"),
            ("1/hej", "hej"),
        ] {
            page.open(hash);
            let told = page.browser.wait("the message", lost, &[]);
            assert!(told.as_str().is_some_and(|t| t.contains(&format!("”{name}”"))), "{engine:?}: {told}");
        }
        page.open("1/start?lang=sv");
        assert_eq!(page.browser.run(lost, &[]), "", "{engine:?}");
        page.browser.run("location.hash = '#1/indicator/borta'", &[]);
        page.browser.wait("the message", lost, &[]);
        page.browser.click(&page.browser.find("[data-part=lost] button"));
        assert_eq!(page.browser.run(lost, &[]), "", "{engine:?}: it does not close");
        assert!(page.hash().starts_with("#1/start"), "{engine:?}: {}", page.hash());
    }
}

#[test]
fn the_search_forgives_and_chooses_nothing_unasked() {
    let server = serve();
    let found = "return [...document.querySelectorAll('#nl-found [role=option]')].map(one => one.firstChild.textContent)";
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        page.open("1/start?lang=sv");
        let browser = &page.browser;
        let typed = |text: &str| {
            browser.click(&browser.find("[role=combobox]"));
            browser.press(&["Control+a", "Delete"]);
            browser.type_text(text);
            page.settle();
            strings(&browser.run(found, &[]))
        };
        for (text, name) in [
            ("orebro", "Örebro"),
            ("Orebo", "Örebro"),
            ("Ljusnarsbreg", "Ljusnarsberg"),
            ("unemployment", "Arbetslöshet 18–65 år"),
            ("co2", "Växthusgasutsläpp per invånare"),
            ("arbetslös kvinnor", "Arbetslöshet 18–65 år"),
            ("jämställdhet", "Eftergymnasial utbildning"),
            ("invandrare", "Sysselsättningsgrad 20–64 år (BAS)"),
            ("alla indikatorer", "Översikt"),
        ] {
            let hits = typed(text);
            assert!(hits.iter().any(|hit| hit == name), "{engine:?}: {text} finds {hits:?}");
        }
        assert!(typed("qqqqqqq").is_empty(), "{engine:?}");
        let said = "return document.querySelector('#nl-found [role=status]').textContent";
        let said = browser.run(said, &[]);
        assert!(said.as_str().is_some_and(|s| s.starts_with("Inget hittades")), "{engine:?}: {said}");
        let hits = typed("arbetslös");
        assert!(hits.len() > 2, "{engine:?}: {hits:?}");
        assert_eq!(page.count("#nl-found [aria-selected=true]"), 0, "{engine:?}: chosen unasked");
        browser.press(&["ArrowDown"]);
        let chosen = "return document.querySelector('#nl-found [aria-selected=true]').firstChild.textContent";
        assert_eq!(browser.run(chosen, &[]), json!(hits[0]), "{engine:?}");
        browser.press(&["ArrowUp"]);
        assert_eq!(browser.run(chosen, &[]), json!(hits[hits.len() - 1]), "{engine:?}");
        typed("laxa");
        browser.press(&["Enter"]);
        browser.wait("the best hit", "return location.hash.includes('/area/1860')", &[]);
    }
}
