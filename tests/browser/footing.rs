//! On a stage keys mean what they mean wherever one has clicked, and the focus is somewhere that can be seen.

use serde_json::{Value, json};

use crate::driver::{Browser, Engine};
use crate::page::{Page, strings};
use crate::stage::{comes_to, on_stage, opened, places};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

const BLACK: &str = "return !!document.querySelector('.nl-black')";

/// Clicks the middle of what a selector finds, and sees that the focus is there.
fn click_in(browser: &Browser, css: &str) {
    let middle = "const one = document.querySelector(arguments[0]), box = one.getBoundingClientRect();\
                  return [box.left + box.width / 2, box.top + box.height / 2]";
    browser.find(css);
    let at = browser.run(middle, &[json!(css)]);
    let [x, y] = [0, 1].map(|i| at[i].as_f64().expect("a place"));
    browser.pointer(x, y, true);
    let there = "return document.activeElement.matches(arguments[0])";
    browser.wait(&format!("the focus in {css}"), there, &[json!(css)]);
}

/// Goes on by Tab until the focus is in what a selector finds.
fn tab_to(browser: &Browser, css: &str) {
    let there = "return document.activeElement.matches(arguments[0])";
    let found = (0..40).any(|_| {
        browser.press(&["Tab"]);
        browser.run(there, &[json!(css)]) == true
    });
    assert!(found, "{:?}: {css} is not come to by Tab", browser.engine);
}

fn at_rest(page: &Page, why: &str) {
    let at = "return document.activeElement.outerHTML.slice(0, 120)";
    let soon = page.soon("return document.activeElement.matches('[data-stage]')");
    assert!(soon, "{:?}: {why}: the focus is at {}", page.browser.engine, page.browser.run(at, &[]));
}

#[test]
fn keys_go_on_after_a_click_in_a_picture() {
    let (_server, urls) = places("clicked");
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "karta");
        let browser = &page.browser;
        let hub = browser.window();
        let script = page.hash();
        let presses = |key: &str, to: &str| {
            browser.press(&[key]);
            comes_to(browser, to);
        };
        for (key, to) in [
            ("ArrowRight", "fraga"),
            ("ArrowLeft", "titel"),
            ("Space", "fraga"),
            ("Home", "titel"),
            ("End", "slut"),
            ("PageDown", "fraga"),
            ("PageUp", "titel"),
        ] {
            for picture in ["[data-part=map]", "[data-part=ranking]"] {
                presses("Home", "titel");
                presses("PageDown", "karta");
                page.settle();
                click_in(browser, picture);
                presses(key, to);
                at_rest(&page, key);
            }
        }
        presses("Home", "titel");
        presses("PageDown", "karta");
        page.settle();
        for picture in ["[data-part=map]", "[data-part=ranking]"] {
            click_in(browser, picture);
            for key in ["b", "."] {
                browser.press(&[key]);
                assert_eq!(browser.run(BLACK, &[]), true, "{engine:?}: {key} in {picture}");
                at_rest(&page, "black");
                browser.press(&["Escape"]);
                assert_eq!(browser.run(BLACK, &[]), false, "{engine:?}: Escape in {picture}");
            }
            for (key, css) in [("l", "[data-pointing]"), ("d", "[data-drawing]")] {
                browser.press(&[key]);
                assert_eq!(page.count(css), 1, "{engine:?}: {key} in {picture}");
                browser.press(&[key]);
                assert_eq!(page.count(css), 0, "{engine:?}: {key} again in {picture}");
            }
            for (key, css) in [("g", "[data-part=stage-grid]"), ("?", "[data-part=stage-help]")] {
                browser.press(&[key]);
                browser.find(css);
                browser.press(&[key]);
                browser.wait("it to go", "return !document.querySelector(arguments[0])", &[json!(css)]);
            }
            comes_to(browser, "karta");
        }
        // Pinned by a click, the script is found again, and so by keyboard.
        let pinned = "return /pin=\\d/.test(location.hash)";
        let back = || {
            browser.find("[data-go=again]");
            browser.press(&["r"]);
            browser.wait("the script", "return location.hash === arguments[0]", &[json!(script)]);
        };
        // What was clicked above is let go.
        if browser.run("return !!document.querySelector('[data-go=again]')", &[]) == true {
            back();
        }
        let row = "const row = document.querySelector('[data-part=ranking]').getBoundingClientRect(); return [row.left + 60, row.top + row.height / 3]";
        let row = browser.run(row, &[]);
        browser.pointer(row[0].as_f64().unwrap_or(0.0), row[1].as_f64().unwrap_or(0.0), true);
        browser.wait("a pin", pinned, &[]);
        back();
        // By keyboard a picture has its arrows, and the stage has all that is its own.
        browser.run("document.querySelector('[data-stage]').focus()", &[]);
        tab_to(browser, "[data-part=ranking]");
        let option =
            "return document.querySelector('[data-part=ranking]').getAttribute('aria-activedescendant')";
        let first = browser.run(option, &[]);
        browser.press(&["ArrowDown"]);
        assert_ne!(browser.run(option, &[]), first, "{engine:?}: an arrow in a picture");
        comes_to(browser, "karta");
        browser.press(&["Enter"]);
        browser.wait("a pin by keyboard", pinned, &[]);
        back();
        for key in ["b", "."] {
            browser.press(&[key]);
            assert_eq!(browser.run(BLACK, &[]), true, "{engine:?}: {key} by keyboard");
            browser.press(&[key]);
        }
        presses("Home", "titel");
        // The same in the speaker's window, and both are in step.
        presses("PageDown", "karta");
        let presenter = opened(&page, "presenter");
        browser.enter(&presenter);
        click_in(browser, "[data-part=now] [data-part=ranking]");
        presses("ArrowRight", "fraga");
        browser.enter(&hub);
        comes_to(browser, "fraga");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn what_lies_over_the_stage_holds_the_focus() {
    let (_server, urls) = places("over");
    let inside = "return !!document.activeElement.closest('.nl-over-stage')";
    let gone = "return !document.querySelector('.nl-over-stage')";
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "karta");
        let browser = &page.browser;
        for (key, name) in [("g", "Alla scener"), ("?", "Tangenter")] {
            for close in ["Escape", key] {
                browser.run("document.querySelector('[data-go=next]').focus()", &[]);
                browser.press(&[key]);
                browser.find(".nl-over-stage");
                assert!(page.soon(inside), "{engine:?}: {key} leaves the focus behind");
                let told = "const over = document.querySelector('.nl-over-stage'); return [over.getAttribute('role'), over.getAttribute('aria-modal'), over.getAttribute('aria-label')]";
                assert_eq!(strings(&browser.run(told, &[])), ["dialog", "true", name], "{engine:?}");
                let behind = "return [...document.querySelectorAll('[data-stage] :is(button, input, summary, [tabindex=\"0\"])')]\
                    .filter(one => !one.closest('.nl-over-stage, [inert]')).length";
                assert_eq!(browser.run(behind, &[]), 0, "{engine:?}: {key}: within reach behind");
                for step in ["Tab", "Shift+Tab"] {
                    for n in 0..30 {
                        browser.press(&[step]);
                        assert_eq!(browser.run(inside, &[]), true, "{engine:?}: {key}: {n} × {step}");
                    }
                }
                browser.press(&[close]);
                browser.wait("the stage", gone, &[]);
                let back = "return document.activeElement.matches('[data-go=next]') && !document.querySelector('[data-stage] > [inert]')";
                assert!(page.soon(back), "{engine:?}: {close} does not go back to where it was");
            }
        }
        // Nothing behind is pinned, and no page turns behind; a clicker's key shows the scene it comes to.
        let script = page.hash();
        browser.press(&["g"]);
        browser.find(".nl-over-stage");
        assert!(page.soon(inside));
        browser.press(&["Tab", "ArrowRight", "End", "Escape"]);
        browser.wait("the stage", gone, &[]);
        comes_to(browser, "karta");
        assert_eq!(page.hash(), script, "{engine:?}");
        browser.press(&["?"]);
        browser.find(".nl-over-stage");
        browser.press(&["PageDown"]);
        comes_to(browser, "fraga");
        browser.wait("the scene", gone, &[]);
        at_rest(&page, "a page turned over the help");
        // Opened from the menu, it goes back to the menu's button; at another scene, to the scene.
        browser.run("document.querySelector('[data-part=stage-tools] summary').focus()", &[]);
        browser.press(&["Enter"]);
        browser.run("document.querySelector('[data-go=grid]').focus()", &[]);
        browser.press(&["Enter"]);
        browser.find(".nl-over-stage");
        assert!(page.soon(inside), "{engine:?}: from the menu");
        browser.press(&["Escape"]);
        let menu = "return document.activeElement.matches('[data-part=stage-tools] > summary')";
        assert!(page.soon(menu), "{engine:?}: the menu's button");
        browser.press(&["g"]);
        browser.find(".nl-over-stage");
        assert!(page.soon("return document.activeElement.matches('[aria-current] .nl-scene')"), "{engine:?}");
        browser.click(&browser.find(".nl-scenes > li:nth-child(4) .nl-scene"));
        comes_to(browser, "slut");
        at_rest(&page, "a scene chosen");
        if engine == Engine::Chromium {
            browser.press(&["?"]);
            browser.find(".nl-over-stage");
            assert_eq!(page.axe_without(&["color-contrast"]), Vec::<String>::new());
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn the_focus_goes_along_to_the_next_scene() {
    let (_server, urls) = places("along");
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "karta");
        let browser = &page.browser;
        for css in [".nl-live button", "[data-part=map]", "[data-part=ranking]"] {
            browser.find(css);
            browser.run("document.querySelector(arguments[0]).focus()", &[json!(css)]);
            browser.press(&["PageDown"]);
            comes_to(browser, "fraga");
            at_rest(&page, css);
            browser.press(&["PageUp"]);
            comes_to(browser, "karta");
            page.settle();
        }
        // A button of the bar is there in every scene, and stays where it is.
        browser.run("document.querySelector('[data-go=next]').focus()", &[]);
        browser.press(&["Enter"]);
        comes_to(browser, "fraga");
        page.settle();
        let next: Value = browser.run("return document.activeElement.dataset.go ?? null", &[]);
        assert_eq!(next, "next", "{engine:?}");
        // What leads back goes when one is back.
        browser.press(&["PageUp"]);
        comes_to(browser, "karta");
        browser.run("location.hash = location.hash.replace(/people=[a-z]+/, 'people=both')", &[]);
        browser.find("[data-go=again]");
        browser.run("document.querySelector('[data-go=again]').focus()", &[]);
        browser.press(&["Enter"]);
        at_rest(&page, "back to the script");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
