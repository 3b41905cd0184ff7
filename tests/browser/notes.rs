//! The notes of a question: the latest is seen, and every part has a name of its own.

use serde_json::json;

use crate::driver::{Browser, Engine};
use crate::page::strings;
use crate::stage::{on_stage, places, reload};

/// Adds what is written to the list of a form.
fn add(browser: &Browser, form: &str, written: &[&str]) {
    let put = "const form = document.querySelector(arguments[0]); form.elements[0].focus();\
        for (const text of arguments[1]) { form.elements[0].value = text; form.requestSubmit(); }";
    browser.run(put, &[json!(form), json!(written)]);
}

#[test]
fn the_latest_note_is_seen() {
    let (_server, urls) = places("latest");
    let notes = ["En", "Två ord", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Den sista"];
    // All of the row is there, and nothing lies on it or cuts it.
    let seen = "const row = document.querySelector('[data-column=\"0\"] [data-notes] li:last-child'), box = row.getBoundingClientRect();\
        return [box.top + 3, box.bottom - 3].every(y => row.contains(document.elementFromPoint(box.left + 20, y)))";
    let whole = "return [...document.querySelectorAll('[data-notes]')].every(list => list.scrollHeight <= list.clientHeight + 1)";
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = on_stage(engine, &urls[0], "fraga");
        let browser = &page.browser;
        for (width, height) in [(1280, 720), (1920, 1080)] {
            page.dress(width, height, false);
            page.settle();
            add(browser, "[data-column=\"0\"] form", &notes[..4]);
            page.settle();
            assert_eq!(browser.run(whole, &[]), true, "{engine:?}: four notes of a line at {width} px");
            add(browser, "[data-column=\"0\"] form", &notes[4..]);
            page.settle();
            assert_eq!(browser.run(seen, &[]), true, "{engine:?}: eleven notes at {width} px");
            add(browser, "[data-add=hand]", &["Ja", "Nej", "Vet inte", "Kanske", "Aldrig", "Alltid"]);
            page.settle();
            assert_eq!(browser.run(seen, &[]), true, "{engine:?}: after hands at {width} px");
            // Whoever reads from the beginning is left there, until there is something new.
            let up = "document.querySelector('[data-column=\"0\"] [data-notes]').scrollTop = 0";
            browser.run(up, &[]);
            add(browser, "[data-add=hand]", &["Ibland"]);
            page.settle();
            assert_eq!(browser.run(seen, &[]), false, "{engine:?}: at {width} px");
            add(browser, "[data-column=\"0\"] form", &["Ny"]);
            page.settle();
            assert_eq!(browser.run(seen, &[]), true, "{engine:?}: a new note at {width} px");
            reload(&page);
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn no_two_parts_of_a_question_are_called_the_same() {
    let (_server, urls) = places("called");
    let twice = "const all = [...document.querySelectorAll('[data-discussion] :is(input, textarea, button)')]
          .filter(one => one.checkVisibility()).map(one => one.getAttribute('aria-label') ?? (one.closest('label') ?? one).textContent);
        return all.filter((name, i) => !name || all.indexOf(name) !== i)";
    let name = |css: &str| {
        format!("return document.querySelector('[data-discussion] {css}').getAttribute('aria-label')")
    };
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = on_stage(engine, &urls[0], "fraga");
        let browser = &page.browser;
        assert_eq!(strings(&browser.run(twice, &[])), Vec::<String>::new(), "{engine:?}: empty");
        for column in [0, 1, 2] {
            add(
                browser,
                &format!("[data-column=\"{column}\"] form"),
                &["Buss", "Tåg"].map(|n| format!("{n} {column}")).each_ref().map(String::as_str),
            );
        }
        add(browser, "[data-add=hand]", &["Ja", "Nej"]);
        assert_eq!(strings(&browser.run(twice, &[])), Vec::<String>::new(), "{engine:?}: filled");
        browser.run("const title = document.querySelector('[data-column=\"2\"] [data-field=title]'); title.value = 'Nästa steg'; title.dispatchEvent(new Event('input', { bubbles: true }))", &[]);
        for (css, expected) in [
            ("[data-column=\"2\"] [data-field=title]", "Kolumnens rubrik 3"),
            ("[data-column=\"2\"] [data-notes]", "Nästa steg"),
            ("[data-column=\"2\"] form input", "Ny anteckning: Nästa steg"),
            ("[data-column=\"2\"] form button", "Lägg till: Nästa steg"),
            ("[data-column=\"2\"] li:nth-child(2) textarea", "Anteckning 2: Nästa steg"),
            ("[data-column=\"2\"] li:nth-child(2) [data-tool=remove]", "Ta bort anteckningen: Tåg 2"),
            ("[data-hands] li:nth-child(2) [data-tool=more]", "En hand till: Nej"),
        ] {
            assert_eq!(browser.run(&name(css), &[]), expected, "{engine:?}");
        }
        if engine == Engine::Chromium {
            assert_eq!(page.axe(), Vec::<String>::new());
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
