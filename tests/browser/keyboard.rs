//! Every picture by keyboard alone: one tab stop, every area reachable, letters, Enter, Escape.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::json;

use crate::driver::{Browser, Engine};
use crate::page::{Page, strings};
use crate::site::{fragment, municipalities, serve, telling_indicator, views};

/// The area that the focused picture points at; its value follows a comma and changes with the year.
const POINTED: &str = "const id = document.activeElement.getAttribute('aria-activedescendant');\
    const option = id && document.getElementById(id); return option ? option.textContent.trim().split(',')[0] : ''";

fn pointed(browser: &Browser) -> String {
    browser.run(POINTED, &[]).as_str().unwrap_or_default().to_owned()
}

fn focus(browser: &Browser, part: &str) {
    browser
        .run("document.activeElement.blur(); document.querySelector(arguments[0]).focus()", &[json!(part)]);
}

/// Where arrows lead: breadth first from Home, each option with the keys that reach it. The keys are
/// dispatched in the page, since real ones take a frame each; the farthest walk is repeated with real ones.
const WALK: &str = "
const picture = document.querySelector(arguments[0]);
const pointed = () => {
  const option = document.getElementById(picture.getAttribute('aria-activedescendant') || '');
  return option ? option.textContent.trim().split(',')[0] : '';
};
const go = async keys => {
  for (const key of keys) {
    picture.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await new Promise(done => setTimeout(done));
  }
  return pointed();
};
picture.focus();
const found = { [await go(['Home'])]: [] }, open = [[]];
while (open.length) {
  const path = open.shift();
  for (const arrow of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
    const place = await go(['Home', ...path, arrow]);
    if (place && !(place in found)) { found[place] = [...path, arrow]; open.push(found[place]); }
  }
}
return found;";

/// The options that arrows reach, with their keys from Home.
fn reached(browser: &Browser, part: &str) -> BTreeMap<String, Vec<String>> {
    let found = browser.run_async(WALK, &[json!(part)]);
    let members = found.as_object().into_iter().flatten();
    members.map(|(name, keys)| (name.clone(), strings(keys))).collect()
}

#[test]
fn every_picture_is_one_tab_stop_and_reaches_every_area() {
    let server = serve();
    let towns = municipalities();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        page.open(&fragment(&views()[1].1, "sv"));
        let browser = &page.browser;
        let pictures = strings(&browser.run(
            "return [...document.querySelectorAll('#app .nl-picture[role=listbox][data-part]')]\
               .filter(e => e.checkVisibility() && e.tabIndex === 0).map(e => e.dataset.part)",
            &[],
        ));
        assert!(pictures.iter().any(|p| p == "map"), "{engine:?}: no map among {pictures:?}");
        assert!(pictures.len() >= 2, "{engine:?}: only {pictures:?}");
        for part in &pictures {
            let css = format!("[data-part={part}]");
            let stops = "return document.querySelectorAll(arguments[0] + ' a, ' + arguments[0] + ' button, ' + arguments[0] + ' [tabindex]').length";
            assert_eq!(browser.run(stops, &[json!(css)]), 0, "{engine:?}: {part} holds further tab stops");
            let options = strings(&browser.run(
                "return [...document.querySelectorAll(arguments[0] + ' [role=option]')].map(o => o.textContent.trim().split(',')[0])",
                &[json!(css)],
            ));
            for (_, name) in &towns {
                assert!(
                    options.iter().any(|o| o.contains(name)),
                    "{engine:?}: {part} has no {name}: {options:?}"
                );
            }
            let places = reached(browser, &css);
            let missed: Vec<&String> = options.iter().filter(|o| !places.contains_key(*o)).collect();
            assert!(missed.is_empty(), "{engine:?}: arrows in {part} never reach {missed:?}");
            let (farthest, keys) = places.iter().max_by_key(|(_, keys)| keys.len()).expect("some place");
            focus(browser, &css);
            browser.press(&["Home"]);
            browser.press(&keys.iter().map(String::as_str).collect::<Vec<_>>());
            page.settle();
            assert_eq!(pointed(browser), *farthest, "{engine:?}: {part} with real keys {keys:?}");
            browser.press(&["Tab"]);
            let left = browser.run("return !document.activeElement.closest(arguments[0])", &[json!(css)]);
            assert_eq!(left, true, "{engine:?}: Tab does not leave {part}");
        }
    }
}

#[test]
fn letters_enter_and_escape() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        page.open(&fragment(&views()[1].1, "sv"));
        let browser = &page.browser;
        for (code, name) in municipalities().iter().rev().take(3) {
            focus(browser, "[data-part=map]");
            let letters: String = name.chars().take(4).flat_map(char::to_lowercase).collect();
            browser.type_text(&letters);
            page.settle();
            assert!(
                pointed(browser).contains(name),
                "{engine:?}: “{letters}” leads to “{}”",
                pointed(browser)
            );
            browser.press(&["Enter"]);
            let pinned = "return location.hash.includes(arguments[0])";
            browser.wait("the pin in the address", pinned, &[json!(code)]);
            page.settle();
            let said = browser.run("return document.querySelector('#app [data-part=said]').textContent", &[]);
            assert!(
                said.as_str().is_some_and(|s| s.contains(name)),
                "{engine:?}: pinning {name} says {said}"
            );
            let chosen = browser.run(
                "return document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))\
                   .getAttribute('aria-selected')",
                &[],
            );
            assert_eq!(chosen, "true", "{engine:?}: {name} is pinned but not selected");
            browser.press(&["Escape"]);
            page.settle();
            assert_eq!(pointed(browser), "", "{engine:?}: Escape does not let go of {name}");
            // Letters typed within a second belong together.
            std::thread::sleep(Duration::from_millis(1000));
        }
        browser.press(&["Enter"]);
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn focus_is_always_seen_and_never_trapped() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        for (name, view) in views() {
            page.open(&fragment(&view, "sv"));
            let browser = &page.browser;
            let stops = browser.run(
                "return [...document.querySelectorAll('#app a[href], #app button, #app input, #app select, #app summary, #app [tabindex=\"0\"]')]\
                   .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.disabled).length",
                &[],
            );
            let stops = stops.as_u64().unwrap_or(0) as usize;
            let mut seen = Vec::new();
            for _ in 0..stops + 1 {
                browser.press(&["Tab"]);
                let at = browser.run(
                    "const el = document.activeElement; if (!el || el === document.body) return null;\
                     window.stops = window.stops || []; if (!window.stops.includes(el)) window.stops.push(el);\
                     const style = getComputedStyle(el), box = el.getBoundingClientRect();\
                     const ring = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';\
                     const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;\
                     return [window.stops.indexOf(el), ring, inside, el.outerHTML.slice(0, 100)]",
                    &[],
                );
                if at.is_null() {
                    break;
                }
                assert!(at[1] == true, "{engine:?} {name}: no focus ring on {}", at[3]);
                assert!(at[2] == true, "{engine:?} {name}: focus out of sight on {}", at[3]);
                let n = at[0].as_u64().unwrap_or(0);
                if seen.contains(&n) {
                    break;
                }
                seen.push(n);
            }
            assert!(seen.len() > 4, "{engine:?} {name}: Tab gets to {} places of {stops}", seen.len());
        }
    }
}

/// The overview: arrows go from cell to cell and say what each holds, Enter opens the indicator with
/// the municipality pinned, and both ways of sorting are ordinary fields.
#[test]
fn the_overview_is_walked_by_arrows_and_sorted_by_fields() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        let overview = "1/overview?year=latest&people=all&pin=&rows=&columns=";
        page.open(&fragment(overview, "sv"));
        let browser = &page.browser;
        let said = || browser.run("return document.querySelector('[data-part=said]').textContent", &[]);
        browser.run("document.querySelector('[data-part=matrix]').focus()", &[]);
        let mut heard = Vec::new();
        for arrow in ["ArrowDown", "ArrowRight", "ArrowDown"] {
            browser.press(&[arrow]);
            page.settle();
            heard.push(said());
        }
        let told = heard.iter().all(|h| h.as_str().is_some_and(|h| h.contains(": ") && !h.contains("..")));
        assert!(told && heard[0] != heard[1] && heard[1] != heard[2], "{engine:?}: {heard:?}");
        browser.press(&["Enter"]);
        page.settle();
        let hash = page.hash();
        assert!(hash.contains("1/indicator/") && !hash.contains("pin=&"), "{engine:?}: {hash}");

        page.open(&fragment(overview, "sv"));
        let choose = "const field = document.querySelector(`[data-part=${arguments[0]}]`);\
                      field.selectedIndex = 1; field.dispatchEvent(new Event('change', { bubbles: true }));";
        for (field, key) in [("rows-by", "rows="), ("columns-by", "columns=")] {
            browser.run(choose, &[json!(field)]);
            page.settle();
            let hash = page.hash();
            let value = hash.split(key).nth(1).and_then(|rest| rest.split('&').next()).unwrap_or_default();
            assert!(!value.is_empty(), "{engine:?}: {hash}");
        }
        assert_eq!(page.axe(), Vec::<String>::new(), "{engine:?}");
    }
}

/// The profile of an area: arrows go from indicator to indicator and say where the area lies, Enter
/// opens one with the area pinned.
#[test]
fn a_profile_is_walked_by_arrows() {
    let server = serve();
    let (code, name) = municipalities().remove(0);
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        page.open(&fragment(&format!("1/area/{code}?year=latest&people=all&pin="), "sv"));
        let browser = &page.browser;
        focus(browser, "[data-part=spine]");
        let mut heard = Vec::new();
        for arrow in ["ArrowDown", "ArrowDown", "ArrowDown"] {
            browser.press(&[arrow]);
            page.settle();
            let said = browser.run("return document.querySelector('[data-part=said]').textContent", &[]);
            heard.push(said.as_str().unwrap_or_default().to_owned());
        }
        assert!(heard.iter().all(|h| h.starts_with(&name)), "{engine:?}: {heard:?}");
        assert!(heard[0] != heard[1] && heard[1] != heard[2], "{engine:?}: {heard:?}");
        browser.press(&["Enter"]);
        page.settle();
        let hash = page.hash();
        assert!(
            hash.contains("1/indicator/") && hash.contains(&format!("pin={code}&")),
            "{engine:?}: {hash}"
        );
    }
}

/// The map's legend: one tab stop, arrows go from class to class, Enter and a click pin the areas in
/// it and let them go again; when six are pinned it says that there is no more room.
#[test]
fn a_class_of_the_legend_is_pinned_whole() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        page.open(&fragment(&views()[1].1, "sv"));
        let browser = &page.browser;
        focus(browser, "[data-part=legend]");
        let option = "const id = document.querySelector('[data-part=legend]').getAttribute('aria-activedescendant');\
                      const at = id && document.getElementById(id); return at ? [at.textContent, at.getAttribute('aria-selected')] : null";
        let pins = || {
            let hash = page.hash();
            let pins = hash.split("pin=").nth(1).and_then(|rest| rest.split('&').next()).unwrap_or_default();
            pins.split(',').filter(|p| !p.is_empty()).count()
        };
        browser.press(&["End"]);
        page.settle();
        let last = browser.run(option, &[]);
        let areas = last[0].as_str().unwrap_or_default().split(": ").nth(1).unwrap_or_default().to_owned();
        let count = areas.split([',']).flat_map(|a| a.split(" och ")).count();
        assert!(!areas.is_empty() && last[1] == "false", "{engine:?}: {last}");
        browser.press(&["Enter"]);
        browser.wait("pins", "return !location.hash.includes('pin=&')", &[]);
        page.settle();
        assert_eq!(pins(), count.min(6), "{engine:?}: {areas}");
        assert_eq!(browser.run(option, &[])[1], "true", "{engine:?}: {areas}");
        browser.press(&["Enter"]);
        browser.wait("no pins", "return location.hash.includes('pin=&')", &[]);

        // A click does the same; class after class until there is no more room.
        let classes =
            browser.run("return document.querySelectorAll('[data-part=legend] [role=option]').length", &[]);
        let classes = classes.as_u64().unwrap_or_default();
        for n in 0..classes {
            let at = browser.run(
                "const legend = document.querySelector('[data-part=legend]'); legend.scrollIntoView({ block: 'center' });\
                 const group = legend.querySelectorAll('svg g')[arguments[0]]; const box = (group || legend).getBoundingClientRect();\
                 return [box.left + box.width / 2, box.bottom - 4]",
                &[json!(n)],
            );
            browser.pointer(at[0].as_f64().unwrap_or(0.0), at[1].as_f64().unwrap_or(0.0), true);
            page.settle();
        }
        assert_eq!(pins(), 6, "{engine:?}: {}", page.hash());
        let help = browser.run("return document.querySelector('[data-part=legend-help]').textContent", &[]);
        assert!(help.as_str().is_some_and(|h| h.contains("Sex områden")), "{engine:?}: {help}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

/// Association, index and change: every point is reached by arrows, and every choice by the keyboard
/// or a field, and stands in the address.
#[test]
fn choices_of_a_way_to_look_stand_in_the_address() {
    let server = serve();
    let towns = municipalities();
    let choose = "const field = document.querySelector(`[data-part=${arguments[0]}]`);\
                  field.selectedIndex = arguments[1]; field.dispatchEvent(new Event('change', { bubbles: true }));";
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        let browser = &page.browser;
        let view = |name: &str| views().into_iter().find(|v| v.0 == name).expect("a view").1;
        page.open(&fragment(&view("indicator-scatter"), "sv"));
        let places = reached(browser, "[data-part=time]");
        for (_, name) in &towns {
            assert!(places.contains_key(name), "{engine:?}: {name} is not reached: {:?}", places.keys());
        }
        browser.run(choose, &[json!("with"), json!(5)]);
        browser.wait("the other indicator", "return !location.hash.includes('with=&')", &[]);
        browser.click(&browser.find("[data-part=trails]"));
        browser.wait("trails", "return location.hash.includes('trails=1')", &[]);

        page.open(&fragment(&view("indicator-index"), "sv"));
        let base = || browser.run("return document.querySelector('[data-part=base-year]').textContent", &[]);
        let before = base();
        focus(browser, "[data-part=base]");
        browser.press(&["ArrowRight", "ArrowRight"]);
        browser.wait("the base", "return !location.hash.includes('base=&')", &[]);
        page.settle();
        assert_ne!(base(), before, "{engine:?}: the base stays");

        page.open(&fragment(&view("indicator-change"), "sv"));
        browser.run(choose, &[json!("from"), json!(1)]);
        browser.click(&browser.find("[data-part=counted-relative]"));
        browser.wait(
            "both choices",
            "return !location.hash.includes('from=&') && location.hash.includes('counted=relative')",
            &[],
        );

        page.open(&fragment(&view("indicator-spread"), "sv"));
        browser.run(choose, &[json!("measure"), json!(1)]);
        browser.wait("the measure", "return !location.hash.includes('measure=sd.0')", &[]);
        // All of it is shown again by the address alone.
        let (hash, before) = (page.hash(), page.text());
        page.open(&hash);
        assert_eq!(page.text(), before, "{engine:?}: {hash} shows something else");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

/// What had the focus is gone: something near has it, and on a new page the heading, so that it is spoken.
#[test]
fn focus_is_never_lost() {
    let server = serve();
    let towns = municipalities();
    let codes: Vec<&str> = towns.iter().take(3).map(|t| t.0.as_str()).collect();
    let at = "const one = document.activeElement; return one.tagName === 'H1' ? 'h1' : one.dataset.part ?? one.textContent";
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.dress(1440, 900, false);
        let browser = &page.browser;
        let comes = |what: &str| {
            let there = format!("const at = (() => {{ {at} }})(); return at === arguments[0]");
            let soon = browser.try_wait(&there, &[json!(what)], Duration::from_secs(3));
            assert!(soon.is_some(), "{engine:?}: not {what} but {}", browser.run(at, &[]));
        };
        let indicator = telling_indicator();
        page.open(&format!("1/indicator/{indicator}?pin={}&lang=sv", codes.join(",")));
        // The next pin, where it was the last the one before, and then what says how to pin.
        focus(browser, ".nl-pins li:nth-child(2) button");
        for left in [&towns[2].1, &towns[0].1, "pins"] {
            browser.press(&["Enter"]);
            comes(left);
        }
        // A dialog that came out of a menu.
        focus(browser, "[data-part=share] > summary");
        browser.press(&["Enter", "Tab", "Enter"]);
        browser.wait(
            "the dialog with its preview",
            "const view = document.querySelector('[data-embed-preview]').contentDocument?.querySelector('nulage-view');\
             return document.querySelector('[data-embed-dialog]').matches(':modal') && !!view?.shadowRoot?.querySelector('[data-part=map]')",
            &[],
        );
        browser.press(&["Escape"]);
        let held = "return document.activeElement.matches('[data-part=share] > summary')";
        assert!(page.soon(held), "{engine:?}: {}", browser.run(at, &[]));
        // A link, the search, back, and the stage.
        let arrives = |css: &str| {
            browser.wait(css, "return !!document.querySelector(arguments[0])", &[json!(css)]);
            comes("h1");
        };
        let (start, area) = ("[data-part=climb]", "[data-part=area-select]");
        focus(browser, ".nl-path a");
        browser.press(&["Enter"]);
        arrives(start);
        focus(browser, "[role=combobox]");
        browser.type_text(&towns[0].1);
        browser.press(&["Enter"]);
        arrives(area);
        browser.run("document.activeElement.blur(); history.back()", &[]);
        arrives(start);
        focus(browser, "[data-part=present]");
        browser.press(&["Enter"]);
        browser.find("[data-stage]");
        page.settle();
        browser.press(&["Escape"]);
        comes("h1");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
