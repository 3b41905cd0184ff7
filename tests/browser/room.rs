//! What a talk needs beside its slides: laser and ink in place, notes and counts, the clock, stories as files.

use std::fs;

use nulage::tool::usb;
use serde_json::{Value, json};

use crate::driver::{Browser, Engine};
use crate::machine;
use crate::page::{Page, strings};
use crate::stage::{agree, comes_to, on_stage, opened, places, reload, told};

/// Catches files instead of putting them among the reader's downloads.
const CATCH: &str = "
const made = URL.createObjectURL; window.saved = [];
URL.createObjectURL = blob => { saved.push(blob); return made.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

/// Presses the button of a selector; gives name and text of the file that comes of it.
fn file(browser: &Browser, css: &str) -> (String, String) {
    let press = "saved.length = 0; document.querySelector(arguments[0]).click();
        for (let i = 0; i < 400 && !saved.length; i++) await new Promise(done => setTimeout(done, 25));
        return [savedAs, await saved[0].text()];";
    let caught = browser.run_async(press, &[json!(css)]);
    let [name, text] = [0, 1].map(|i| caught[i].as_str().unwrap_or_default().to_owned());
    (name, text)
}

/// A box on the page: left, top, width, height.
fn extent(browser: &Browser, css: &str) -> [f64; 4] {
    let read = "const b = document.querySelector(arguments[0]).getBoundingClientRect(); return [b.left, b.top, b.width, b.height]";
    let found = browser.run(read, &[json!(css)]);
    [0, 1, 2, 3].map(|i| found[i].as_f64().expect("a number"))
}

/// A place on the slide, given in shares of it, as a place in the window.
fn on_slide(browser: &Browser, [x, y]: [f64; 2]) -> (f64, f64) {
    let [left, top, width, height] = extent(browser, "[data-slide]");
    (left + x * width, top + y * height)
}

/// Whether there is ink at a place on the slide.
const INKED: &str = "const ink = document.querySelector('.nl-ink'); if (!ink) return false;
    const [x, y] = [Math.round(arguments[0] * ink.width), Math.round(arguments[1] * ink.height)];
    const copy = new OffscreenCanvas(ink.width, ink.height).getContext('2d', { willReadFrequently: true });
    copy.drawImage(ink, 0, 0);
    return copy.getImageData(x - 1, y - 1, 3, 3).data.some((v, i) => i % 4 === 3 && v > 0)";

#[test]
fn laser_and_ink_land_where_they_were_aimed() {
    let (_server, urls) = places("ink");
    for url in &urls {
        let page = on_stage(Engine::Chromium, url, "karta");
        let browser = &page.browser;
        let hub = browser.window();
        let presenter = opened(&page, "presenter");
        let audience = opened(&page, "audience");
        for (from, to) in [(&presenter, [&hub, &audience]), (&hub, [&presenter, &audience])] {
            browser.enter(from);
            browser.press(&["l"]);
            let (x, y) = on_slide(browser, [0.25, 0.6]);
            browser.pointer(x, y, false);
            for window in to {
                browser.enter(window);
                browser.find(".nl-laser");
                let [left, top, width, height] = extent(browser, ".nl-laser");
                let (x, y) = on_slide(browser, [0.25, 0.6]);
                let off = (left + width / 2.0 - x).hypot(top + height / 2.0 - y);
                assert!(off < 2.5, "{url}: the dot is {off} px off");
            }
            browser.enter(from);
            browser.press(&["l", "d"]);
            let line = [[0.3, 0.3], [0.5, 0.5], [0.7, 0.3]].map(|place| on_slide(browser, place));
            browser.drag(&line);
            browser.press(&["d"]);
            for window in [from, to[0], to[1]] {
                browser.enter(window);
                browser.wait("ink at the end", INKED, &[json!(0.7), json!(0.3)]);
                assert_eq!(browser.run(INKED, &[json!(0.3), json!(0.3)]), true, "{url}");
                assert_eq!(browser.run(INKED, &[json!(0.5), json!(0.8)]), false, "{url}: ink out of place");
                assert_eq!(page.count(".nl-laser"), 0, "{url}: the laser is off");
                // As sharp as the screen.
                let sharp = "const ink = document.querySelector('.nl-ink'), box = ink.getBoundingClientRect();\
                             return Math.abs(ink.width - box.width * devicePixelRatio) <= 1";
                assert_eq!(browser.run(sharp, &[]), true, "{url}");
            }
            // It belongs to its scene, and is wiped from there.
            browser.enter(to[0]);
            for (key, at, inked) in
                [("PageDown", "fraga", false), ("PageUp", "karta", true), ("e", "karta", false)]
            {
                browser.press(&[key]);
                comes_to(browser, at);
                let there = "return !!document.querySelector('.nl-ink') === arguments[0]";
                browser.wait("ink as it should be", there, &[json!(inked)]);
            }
            agree(browser, &[hub.clone(), presenter.clone(), audience.clone()], "wiping");
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

/// The notes of each column.
fn notes(browser: &Browser) -> Vec<Vec<String>> {
    let read = "return [...document.querySelectorAll('[data-column]')].map(c => [...c.querySelectorAll('[data-notes] textarea')].map(t => t.value))";
    let found = browser.run(read, &[]);
    found.as_array().into_iter().flatten().map(strings).collect()
}

#[test]
fn notes_are_written_moved_and_saved_by_keyboard() {
    let (_server, urls) = places("notes");
    for engine in [Engine::Chromium, Engine::Firefox] {
        for url in &urls {
            let page = on_stage(engine, url, "fraga");
            let browser = &page.browser;
            browser.run(CATCH, &[]);
            let focus = |css: &str| {
                browser.run("document.querySelector(arguments[0]).focus()", &[json!(css)]);
            };
            focus("[data-column=\"0\"] form input");
            for note in ["Bussar # och *tåg*", "Fler vuxna", "bort"] {
                browser.type_text(note);
                browser.press(&["Enter"]);
            }
            // The last one goes, and the focus stays near.
            focus("[data-column=\"0\"] li:nth-child(3) [data-tool=remove]");
            browser.press(&["Enter"]);
            let near = browser.run("return !!document.activeElement.closest('[data-column=\"0\"]')", &[]);
            assert_eq!(near, true, "{engine:?}: where the focus goes");
            // The second goes to the third column and takes the focus along.
            focus("[data-column=\"0\"] li:nth-child(2) [data-tool=right]");
            browser.press(&["Enter", "Enter"]);
            let along = "const row = document.activeElement.closest('li'); return !!row && !!row.closest('[data-column=\"2\"]')";
            assert_eq!(browser.run(along, &[]), true, "{engine:?}");
            let written = [vec!["Bussar # och *tåg*"], vec![], vec!["Fler vuxna"]];
            assert_eq!(notes(browser), written, "{engine:?}");
            focus("[data-column=\"2\"] [data-field=title]");
            browser.run("document.activeElement.select()", &[]);
            browser.type_text("Nästa steg");
            focus("[data-add=hand] input");
            browser.type_text("Ja");
            browser.press(&["Enter"]);
            for (tool, times) in [("more", 3), ("less", 1)] {
                for _ in 0..times {
                    focus(&format!("[data-hands] [data-tool={tool}]"));
                    browser.press(&["Enter"]);
                }
            }
            browser.run("document.activeElement.blur()", &[]);
            for (key, at) in
                [("PageDown", "slut"), ("Home", "titel"), ("PageDown", "karta"), ("PageDown", "fraga")]
            {
                browser.press(&[key]);
                comes_to(browser, at);
            }
            browser.find("[data-column=\"2\"] textarea");
            assert_eq!(notes(browser), written, "{engine:?}: after other scenes");

            let (name, text) = file(browser, "[data-export=txt]");
            assert_eq!(name, "nulage-diskussion.txt");
            let expected = "Vad gör vi *tillsammans*?\n=========================\n\nDet här ser vi\n- Bussar # och *tåg*\n\n\
                            Nästa steg\n- Fler vuxna\n\nHanduppräckning\n- Ja: 2\n";
            assert_eq!(text, expected, "{engine:?}");
            let (_, text) = file(browser, "[data-export=md]");
            let expected = "## Vad gör vi \\*tillsammans\\*?\n\n### Det här ser vi\n\n- Bussar \\# och \\*tåg\\*\n\n\
                            ### Nästa steg\n\n- Fler vuxna\n\n### Handuppräckning\n\n- Ja: 2\n";
            assert_eq!(text, expected, "{engine:?}");
            let (_, text) = file(browser, "[data-export=json]");
            let read: Value = serde_json::from_str(&text).expect("JSON");
            let expected = json!([{ "scene": "fraga", "question": "Vad gör vi *tillsammans*?", "columns": [
                { "title": "Det här ser vi", "notes": ["Bussar # och *tåg*"] },
                { "title": "Det här beror det på", "notes": [] },
                { "title": "Nästa steg", "notes": ["Fler vuxna"] }
            ], "hands": [{ "label": "Ja", "count": 2 }] }]);
            assert_eq!(
                (&read["format"], &read["discussions"]),
                (&json!("nulage-discussion"), &expected),
                "{engine:?}"
            );

            if engine == Engine::Chromium {
                assert_eq!(page.axe(), Vec::<String>::new(), "{engine:?}");
            }
            assert_eq!(browser.run("return localStorage.length", &[]), 0, "{engine:?}: kept without a tick");
            assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
        }
    }
}

#[test]
fn notes_are_kept_on_this_computer_only_when_ticked() {
    let (_server, urls) = places("kept");
    let write = |browser: &Browser| {
        browser.run(
            "const form = document.querySelector('[data-add=note]'); form.elements[0].value = 'Minns'; form.requestSubmit();",
            &[],
        );
    };
    let tick = "document.querySelector('[data-keep]').click()";
    let kept = "return localStorage.length";
    for url in &urls {
        let page = on_stage(Engine::Chromium, url, "fraga");
        let browser = &page.browser;
        write(browser);
        reload(&page);
        assert_eq!(notes(browser).concat(), Vec::<String>::new(), "{url}: unticked");
        write(browser);
        browser.run(tick, &[]);
        assert_eq!(browser.run(kept, &[]), 1, "{url}");
        reload(&page);
        assert_eq!(notes(browser).concat(), ["Minns"], "{url}: ticked");
        assert_eq!(browser.run("return document.querySelector('[data-keep]').checked", &[]), true, "{url}");
        browser.run(tick, &[]);
        assert_eq!(browser.run(kept, &[]), 0, "{url}: unticked again");

        // Where there is no storage all works the same, and the tick says that it cannot be had.
        browser.run("Storage.prototype.setItem = () => { throw new Error('full') }", &[]);
        browser.run(tick, &[]);
        assert_eq!(browser.run("return document.querySelector('[data-keep]').checked", &[]), false, "{url}");
        assert!(page.text().contains("Webbläsaren sparar ingenting här"), "{url}: {}", page.text());
        write(browser);
        assert_eq!(notes(browser).concat(), ["Minns", "Minns"], "{url}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

#[test]
fn a_note_is_left_by_keys_and_asked_about_before_it_is_lost() {
    let (_server, urls) = places("leave");
    let asks = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";
    let at_rest = "return document.activeElement.matches('[data-stage]')";
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = on_stage(engine, &urls[0], "fraga");
        let browser = &page.browser;
        browser.run(CATCH, &[]);
        let field = || browser.run("document.querySelector('[data-add=note] input').focus()", &[]);
        assert_eq!(browser.run(asks, &[]), false, "{engine:?}: asked about nothing");
        field();
        browser.type_text("Ett b");
        // What keys mean on a stage they do not mean in a field, and one Escape leaves only the field.
        browser.press(&["Escape"]);
        assert_eq!(browser.run(at_rest, &[]), true, "{engine:?}: Escape does not leave the field");
        comes_to(browser, "fraga");
        field();
        browser.press(&["PageDown"]);
        comes_to(browser, "slut");
        browser.press(&["PageUp"]);
        comes_to(browser, "fraga");
        assert_eq!(notes(browser).concat(), ["Ett b"], "{engine:?}: the note is gone");
        browser.run("document.querySelector('[data-field=note]').focus()", &[]);
        browser.press(&["PageUp"]);
        comes_to(browser, "karta");
        assert_eq!(browser.run(asks, &[]), true, "{engine:?}: not asked");
        browser.press(&["PageDown"]);
        comes_to(browser, "fraga");
        file(browser, "[data-export=txt]");
        assert_eq!(browser.run(asks, &[]), false, "{engine:?}: asked about what is saved");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn messages_of_strangers_and_broken_ones_change_nothing() {
    let (_server, urls) = places("hostile");
    for url in &urls {
        let page = on_stage(Engine::Chromium, url, "karta");
        let browser = &page.browser;
        let hub = browser.window();
        let presenter = opened(&page, "presenter");
        let both = [hub.clone(), presenter.clone()];
        browser.enter(&hub);
        browser.press(&["l"]);
        let (x, y) = on_slide(browser, [0.5, 0.5]);
        browser.pointer(x, y, false);
        let before = agree(browser, &both, "opening");
        // From a frame in the page, from the window itself, and unfit ones from the presenter's window.
        let part = json!({ "nulage": 1, "role": "presenter", "kind": "parts", "parts": { "black": { "value": true, "stamp": 99 } } });
        browser.enter(&hub);
        browser.run("window.postMessage(arguments[0], '*'); window.dispatchEvent(new MessageEvent('message', { data: arguments[0], origin: self.origin, source: window }));", &[part]);
        browser.enter(&presenter);
        let unfit = "
            const parts = { black: { value: 'yes', stamp: 99 }, laser: { value: [9, 9], stamp: 99 }, address: { value: 'https://example.org/', stamp: 99 },
              'ink/karta': { value: [['x']], stamp: 99 }, 'notes/fraga': { value: { titles: 3 }, stamp: 99 }, 'hands/fraga': { value: [null], stamp: 99 },
              start: { value: -1, stamp: 99 }, story: { value: 7, stamp: 99 }, __proto__x: { value: 1, stamp: 99 }, constructor: { value: 1, stamp: 99 },
              keep: { value: true, stamp: Infinity }, 'ink/../x': { value: [], stamp: 99 }, '': null };
            for (const message of [null, 'x', 7, {}, [], { nulage: 2, kind: 'parts', role: '', parts }, { nulage: 1, kind: 'parts', role: 'presenter', parts },
              { nulage: 1, kind: 'parts', role: 'presenter', parts: null }, { nulage: 1, kind: 'parts', role: 'presenter', parts: 'black' },
              { nulage: 1, kind: 'hello', role: 'presenter', stamps: 'x' }, { nulage: 1, kind: 'hello', role: 'presenter' }, { nulage: 1, kind: 3, role: {} }])
              opener.postMessage(message, '*');";
        browser.run(unfit, &[]);
        std::thread::sleep(std::time::Duration::from_millis(1500));
        assert_eq!(agree(browser, &both, "hostile messages"), before, "{url}");
        browser.enter(&presenter);
        browser.press(&["PageDown"]);
        comes_to(browser, "fraga");
        agree(browser, &both, "a page turned after hostile messages");
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

/// The story inside a bundle or a file.
fn story_of(text: &str) -> Value {
    serde_json::from_str::<Value>(text).expect("JSON")["story"].clone()
}

#[test]
fn a_story_is_saved_opened_and_told_in_the_other_window() {
    let (_server, urls) = places("story");
    for url in &urls {
        let page = on_stage(Engine::Chromium, url, "titel");
        let browser = &page.browser;
        let hub = browser.window();
        let presenter = opened(&page, "presenter");
        browser.run(CATCH, &[]);
        browser.press(&["g"]);
        browser.find("[data-room=save-story]");
        let (name, text) = file(browser, "[data-room=save-story]");
        assert_eq!(name, "nulage-orebro-lan.story.json", "{url}");
        let mut story: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(story["scenes"].as_array().map(Vec::len), Some(4), "{url}: {text}");
        story["scenes"][0]["headline"]["sv"] = json!("Öppnad </script> rubrik");
        let give = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'x.json'));\
            const field = document.querySelector('[data-room=open-story]'); field.files = data.files;\
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        browser.run(give, &[json!(story.to_string())]);
        for window in [&hub, &presenter] {
            browser.enter(window);
            let told = "return document.querySelector('[data-slide] h1').textContent.includes('Öppnad </script> rubrik')";
            browser.wait("the opened story", told, &[]);
        }
        browser.enter(&hub);
        browser.press(&["g"]);
        browser.find("[data-room=save-bundle]");
        let (name, text) = file(browser, "[data-room=save-bundle]");
        assert_eq!(name, "nulage-orebro-lan.bundle.json", "{url}");
        assert_eq!(story_of(&text)["scenes"][0]["headline"], story["scenes"][0]["headline"], "{url}");
        let [mut saved, mut first] = [serde_json::from_str::<Value>(&text).expect("JSON"), told()];
        for bundle in [&mut saved, &mut first] {
            bundle.as_object_mut().expect("a bundle").remove("story");
        }
        assert!(saved == first, "{url}: more than the story was changed");
        let (name, text) = file(browser, "[data-room=save-file]");
        assert_eq!(name, "nulage-orebro-lan.html", "{url}");
        let packed =
            text.split("id=\"nulage-bundle\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let inside = usb::unpack(packed.expect("a bundle")).expect("packed");
        let inside = String::from_utf8(inside).expect("UTF-8");
        assert_eq!(story_of(&inside)["scenes"][0]["headline"], story["scenes"][0]["headline"], "{url}");
        let again = machine::scratch().join("stage-story-again.html");
        fs::write(&again, text).expect("target/tmp is writable");
        let told = Page::new(Engine::Chromium, &format!("file://{}", again.display()));
        told.open("1/start?stage=titel");
        assert!(told.text().contains("Öppnad </script> rubrik"), "{url}: {}", told.text());
        // A file that is no story changes nothing.
        browser.run(give, &[json!("{ \"scenes\": 7 }")]);
        browser.wait(
            "a word about it",
            "return document.querySelector('[data-part=said]').textContent.includes('kunde inte öppnas')",
            &[],
        );
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

#[test]
fn a_window_that_is_not_opened_is_told_of() {
    let (_server, urls) = places("blocked");
    for url in &urls {
        let page = on_stage(Engine::Chromium, url, "titel");
        let browser = &page.browser;
        browser.run("window.open = () => null; document.querySelector('[data-room=presenter]').click()", &[]);
        let told = "const v = document.querySelector('.nl-voice'); const box = v && v.getBoundingClientRect();\
                    return !!v && v.textContent.includes('popup-fönster') && box.height > 20 && box.bottom < innerHeight";
        browser.wait("a word about the blocked window", told, &[]);
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

#[test]
fn the_clock_starts_with_the_first_page_and_knows_the_plan() {
    let (_server, [url, _]) = places("clock");
    let page = on_stage(Engine::Chromium, &url, "titel");
    let browser = &page.browser;
    let hub = browser.window();
    let presenter = opened(&page, "presenter");
    browser.enter(&presenter);
    let elapsed = || browser.run("return document.querySelector('[data-elapsed]').textContent", &[]);
    browser.wait(
        "a clock",
        "return /^\\d\\d:\\d\\d$/.test(document.querySelector('[data-clock]').textContent)",
        &[],
    );
    std::thread::sleep(std::time::Duration::from_millis(1200));
    assert_eq!(elapsed(), "0:00", "nobody has begun");
    browser.enter(&hub);
    browser.press(&["PageDown"]);
    browser.enter(&presenter);
    comes_to(browser, "karta");
    let runs = "return document.querySelector('[data-elapsed]').textContent > '0:00'";
    browser.wait("the clock to run", runs, &[]);
    let on = "const e = document.querySelector('[data-elapsed]'); return e.dataset.pace + e.title + e.getAttribute('aria-label').includes('planen')";
    assert_eq!(browser.run(on, &[]), "earlyföre planentrue");
    reload(&page);
    browser.wait("the clock after loading anew", runs, &[]);
    browser.run("document.querySelector('[data-room=clock]').click()", &[]);
    browser.wait(
        "the clock from the start",
        "return document.querySelector('[data-elapsed]').textContent === '0:00'",
        &[],
    );
    let told = browser.run_async(
        "const { pace, duration } = await import('/www/room/clock.js');\
         return [[0, 0, 60], [29, 60, 180], [31, 60, 180], [209, 60, 180], [211, 60, 180], [3301, 1000, 3000], [3299, 1000, 3000], [899, 1000, 3000]]\
           .map(([now, from, to]) => pace(now, from, to)).concat([0, 59.9, 60, 3600, 3725].map(duration))",
        &[],
    );
    let expected = [
        "on", "early", "on", "on", "late", "late", "on", "early", "0:00", "0:59", "1:00", "1:00:00",
        "1:02:05",
    ];
    assert_eq!(strings(&told), expected);
    assert_eq!(page.faults(), Vec::<String>::new());
}
