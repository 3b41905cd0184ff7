//! The author's table: scenes are written without losing a letter, and asked about before they are lost.

use serde_json::{Value, json};

use crate::driver::{Browser, Engine};
use crate::page::{Page, strings};
use crate::stage::{comes_to, on_stage, places};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Whether the page asks before it is left.
const ASKS: &str = "const event = new Event('beforeunload', { cancelable: true }); dispatchEvent(event); return event.defaultPrevented";

/// The story as the app has it.
fn story(browser: &Browser) -> Value {
    let text = browser.run("return document.querySelector('[data-story]').value", &[]);
    serde_json::from_str(text.as_str().unwrap_or_default()).expect("a story")
}

/// Opens the form of a scene, counted from 1.
fn write_scene(page: &Page, n: usize) {
    page.browser.press(&["g"]);
    page.browser.click(&page.browser.find(&format!(".nl-scenes > li:nth-child({n}) [data-part=edit]")));
    page.browser.find("[data-part=fields] textarea");
}

/// What the field that has the focus is called.
fn at(browser: &Browser) -> Value {
    browser.run("return document.activeElement.closest('label')?.firstChild.data ?? document.activeElement.outerHTML.slice(0, 90)", &[])
}

#[test]
fn a_scene_is_written_field_by_field() {
    let (_server, urls) = places("written");
    let black = "return !!document.querySelector('.nl-black')";
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "titel");
        let browser = &page.browser;
        write_scene(&page, 4);
        // By the keyboard alone, without a change and with one.
        browser.run("document.querySelector('[data-part=fields] textarea').focus()", &[]);
        let fields = [
            "Rubrik (sv)",
            "Text (sv)",
            "Punkter (sv)",
            "Anteckningar (sv)",
            "Rubrik (en)",
            "Text (en)",
            "Punkter (en)",
            "Anteckningar (en)",
            "Sekunder",
            "Form",
        ];
        for (n, field) in fields.into_iter().enumerate() {
            if n > 0 {
                browser.press(&["Tab"]);
            }
            assert_eq!(at(browser), field, "{engine:?}: no change");
        }
        browser.run("document.querySelector('[data-part=fields] textarea').focus()", &[]);
        for field in &fields[..8] {
            assert_eq!(at(browser), *field, "{engine:?}: a change before");
            browser.press(&["Control+a"]);
            browser.type_text("bok ");
            browser.type_text(field);
            browser.press(&["Tab"]);
        }
        assert_eq!(at(browser), "Sekunder", "{engine:?}");
        browser.type_text("75");
        // By the mouse.
        browser.click(&browser.find("[data-part=fields] textarea"));
        assert_eq!(at(browser), "Rubrik (sv)", "{engine:?}: by the mouse");
        browser.press(&["End"]);
        browser.type_text("!");
        browser.click(&browser.find("[data-part=fields] fieldset:nth-child(2) textarea"));
        assert_eq!(at(browser), "Rubrik (en)", "{engine:?}: by the mouse");
        let scene = &story(browser)["scenes"][3];
        assert_eq!(
            scene["headline"],
            json!({ "sv": "bok Rubrik (sv)!", "en": "bok Rubrik (en)" }),
            "{engine:?}"
        );
        assert_eq!(scene["text"], json!({ "sv": "bok Text (sv)", "en": "bok Text (en)" }), "{engine:?}");
        assert_eq!(
            scene["notes"],
            json!({ "sv": "bok Anteckningar (sv)", "en": "bok Anteckningar (en)" }),
            "{engine:?}"
        );
        assert_eq!(
            scene["points"],
            json!([{ "sv": "bok Punkter (sv)", "en": "bok Punkter (en)" }]),
            "{engine:?}"
        );
        assert_eq!(scene["seconds"], 75, "{engine:?}");
        // The card says what is written; undone, so does the form.
        let card = "return document.querySelector('.nl-scenes > li:nth-child(4) strong').textContent";
        assert_eq!(browser.run(card, &[]), "bok Rubrik (sv)!", "{engine:?}");
        browser.run("document.querySelector('[data-part=undo]').click()", &[]);
        let undone =
            "return document.querySelector('[data-part=fields] textarea').value === 'bok Rubrik (sv)'";
        browser.wait("the form as it was", undone, &[]);
        // Keys of the stage mean nothing while a scene is written, wherever the focus is.
        browser.run("document.activeElement.blur()", &[]);
        browser.press(&["b", "l", "d", "End", "PageDown"]);
        assert_eq!(browser.run(black, &[]), false, "{engine:?}: black");
        assert_eq!(page.count("[data-pointing], [data-drawing]"), 0, "{engine:?}");
        comes_to(browser, "titel");
        browser.press(&["Escape"]);
        browser.wait("the overview to go", "return !document.querySelector('[data-part=stage-grid]')", &[]);
        browser.press(&["b"]);
        assert_eq!(browser.run(black, &[]), true, "{engine:?}: keys are keys again");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn a_translation_that_is_missing_is_a_hint_and_no_value() {
    let (server, urls) = places("translated");
    let mut told = crate::stage::told();
    let scene = &mut told["story"]["scenes"][3];
    scene["headline"] = json!({ "sv": "Tack" });
    scene["points"] = json!([{ "sv": "Ett" }, { "sv": "Två", "en": "Two" }, { "sv": "Tre" }]);
    server.put("/data/bundle.json", told.to_string().into_bytes());
    let page = on_stage(Engine::Chromium, &urls[0], "slut");
    let browser = &page.browser;
    write_scene(&page, 4);
    let english = "return [...document.querySelectorAll('[data-part=fields] fieldset:nth-child(2) textarea')].map(f => [f.value, f.placeholder].join('|'))";
    assert_eq!(strings(&browser.run(english, &[])), ["|Tack", "|", "\nTwo|Ett\nTvå\nTre", "|"]);
    // A line stands beside the line that it translates.
    browser.click(&browser.find("[data-part=fields] fieldset:nth-child(2) label:nth-child(3) textarea"));
    browser.press(&["Control+a"]);
    browser.type_text("One");
    browser.press(&["Enter", "Enter"]);
    browser.type_text("Three");
    browser.press(&["Tab"]);
    let points = &story(browser)["scenes"][3]["points"];
    assert_eq!(
        *points,
        json!([{ "sv": "Ett", "en": "One" }, { "sv": "Två" }, { "sv": "Tre", "en": "Three" }])
    );
    // The slide lies behind the form, and signs are no words.
    assert_eq!(page.axe_without(&["color-contrast", "label-content-name-mismatch"]), Vec::<String>::new());
    assert_eq!(page.faults(), Vec::<String>::new());
}

#[test]
fn a_story_is_asked_about_before_it_is_lost() {
    let (_server, urls) = places("unsaved");
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "titel");
        let browser = &page.browser;
        let asks = |what: &str, expected: bool| {
            let soon = page.soon(&ASKS.replace("return ", &format!("return {expected} === ")));
            assert!(soon, "{engine:?}: {what}");
        };
        write_scene(&page, 1);
        asks("nothing is changed", false);
        browser.click(&browser.find("[data-part=fields] textarea"));
        browser.type_text("x");
        asks("a letter", true);
        browser.press(&["Tab"]);
        asks("a scene is written", true);
        for saved in ["save-story", "save-bundle", "save-file"] {
            browser.run("HTMLAnchorElement.prototype.click = () => {}", &[]);
            browser.click(&browser.find(&format!("[data-room={saved}]")));
            asks(saved, false);
            browser.click(&browser.find("[data-part=capture]"));
            asks("a scene is captured", true);
        }
        // Another story, opened, is in its file; what is none changes nothing.
        let give = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'x.json'));\
            const field = document.querySelector('[data-room=open-story]'); field.files = data.files;\
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let mut other = story(browser);
        browser.run(give, &[json!("{ \"scenes\": 7 }")]);
        browser.wait(
            "a word about it",
            "return document.querySelector('[data-part=said]').textContent.includes('kunde inte öppnas')",
            &[],
        );
        asks("what is no story", true);
        assert_eq!(story(browser), other, "{engine:?}");
        other["scenes"][0]["headline"]["sv"] = json!("En annan");
        browser.run(give, &[json!(other.to_string())]);
        asks("an opened story", false);
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn the_authors_buttons_are_alike_and_in_line() {
    let (_server, urls) = places("buttons");
    let page = on_stage(Engine::Chromium, &urls[0], "titel");
    let browser = &page.browser;
    browser.press(&["g"]);
    browser.find(".nl-author");
    // Buttons of one row share their upper and lower edges, all have one height and one box.
    let unlike = "
        const all = [...document.querySelectorAll('.nl-author > .nl-button')];
        const looks = all.map(one => { const { borderColor, backgroundColor } = getComputedStyle(one), box = one.getBoundingClientRect();
          return { look: `${borderColor} ${backgroundColor} ${box.height}`, top: box.top, height: box.height }; });
        const tops = [...new Set(looks.map(one => one.top))].sort((a, b) => a - b);
        return [...new Set(looks.map(one => one.look))].slice(1)
          .concat(tops.slice(1).filter((top, i) => top - tops[i] < looks[0].height).map(top => `a row at ${top}`), all.length === 6 ? [] : [`${all.length} buttons`])";
    for width in [1440, 390] {
        page.dress(width, 900, false);
        page.settle();
        assert_eq!(strings(&browser.run(unlike, &[])), Vec::<String>::new(), "{width} px");
    }
}

#[test]
fn scenes_are_put_in_order_by_the_keyboard() {
    let (_server, urls) = places("ordered");
    let order =
        "return [...document.querySelectorAll('.nl-scenes > li strong')].map(title => title.textContent)";
    let at = "const card = document.activeElement.closest('li'); return [document.activeElement.dataset.part, card.querySelector('strong').textContent]";
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "titel");
        let browser = &page.browser;
        browser.press(&["g"]);
        browser.find(".nl-scenes > li:nth-child(2) [data-part=later]");
        let titles = strings(&browser.run(order, &[]));
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|n| titles[n].clone());
        browser.run("document.querySelector('.nl-scenes > li:nth-child(2) [data-part=later]').focus()", &[]);
        for (key, place, part) in [("Enter", 2, "later"), ("Enter", 3, "later")] {
            browser.press(&[key]);
            page.settle();
            assert_eq!(browser.run(at, &[]), json!([part, second]), "{engine:?}: the scene is at {place}");
            assert_eq!(strings(&browser.run(order, &[]))[place], second, "{engine:?}");
        }
        // The first goes no further, and keeps the focus.
        browser.run("document.querySelector('.nl-scenes > li:first-child [data-part=earlier]').focus()", &[]);
        browser.press(&["Enter"]);
        page.settle();
        assert_eq!(browser.run(at, &[]), json!(["earlier", first]), "{engine:?}");
        // Where one is taken out, the next takes its place, and undoing brings it back.
        browser.run("document.querySelector('.nl-scenes > li:nth-child(2) [data-part=remove]').focus()", &[]);
        browser.press(&["Enter"]);
        page.settle();
        assert_eq!(browser.run(at, &[]), json!(["remove", fourth]), "{engine:?}: {third} is gone");
        assert_eq!(strings(&browser.run(order, &[])).len(), titles.len() - 1, "{engine:?}");
    }
}

/// What was said last to those who listen.
fn says(page: &Page, words: &str) {
    let said = "return document.querySelector('[data-part=said]').textContent";
    let soon = page.soon(&format!("{said} === {}", json!(words)));
    assert!(soon, "{:?}: not {words} but {}", page.browser.engine, page.browser.run(said, &[]));
}

#[test]
fn what_is_done_to_scenes_is_said() {
    let (_server, urls) = places("told");
    for engine in BOTH {
        let page = on_stage(engine, &urls[0], "titel");
        let browser = &page.browser;
        browser.press(&["g"]);
        let press = |n: usize, part: &str| {
            browser.click(&browser.find(&format!(".nl-scenes > li:nth-child({n}) [data-part={part}]")));
        };
        press(3, "later");
        says(&page, "Scen 4 av 4. Vad gör vi *tillsammans*?");
        press(4, "earlier");
        says(&page, "Scen 3 av 4. Vad gör vi *tillsammans*?");
        press(4, "remove");
        says(&page, "Borttagen: Tack");
        browser.click(&browser.find("[data-part=undo]"));
        says(&page, "Ändringen är ångrad.");
        // Where it goes no further it is said where it is.
        press(4, "later");
        says(&page, "Scen 4 av 4. Tack");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn a_scene_taken_out_where_one_is_leads_to_its_neighbour() {
    let (_server, urls) = places("taken-out");
    for (url, engine) in urls.iter().flat_map(|url| BOTH.map(|engine| (url, engine))) {
        let page = on_stage(engine, url, "karta");
        let browser = &page.browser;
        browser.press(&["g"]);
        for (n, next) in [(2, "fraga"), (3, "fraga")] {
            if n == 3 {
                browser.click(&browser.find(".nl-scenes > li:nth-child(3) .nl-scene"));
                comes_to(browser, "slut");
                browser.press(&["g"]);
            }
            browser.click(&browser.find(&format!(".nl-scenes > li:nth-child({n}) [data-part=remove]")));
            comes_to(browser, next);
            let written = format!("return location.hash.includes('stage={next}')");
            browser.wait("the address", &written, &[]);
            page.settle();
            assert_eq!(page.count("[data-part=lost], [data-go=again]"), 0, "{engine:?}: {url}");
        }
        // What a reader asks for and is not there is said as before.
        browser.run("location.hash = location.hash.replace('stage=fraga', 'stage=karta')", &[]);
        browser.find("[data-part=lost]");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}: {url}");
    }
}

#[test]
fn what_is_shown_is_captured_as_what_it_is() {
    let (server, urls) = places("captured");
    let mut told = crate::stage::told();
    let found = json!({ "id": "funnet", "layout": "findings", "focusArea": "inkludering", "headline": { "sv": "Läget" } });
    told["story"]["scenes"].as_array_mut().expect("scenes").insert(1, found);
    server.put("/data/bundle.json", told.to_string().into_bytes());
    let page = on_stage(Engine::Chromium, &urls[0], "funnet");
    let browser = &page.browser;
    browser.find("[data-slide] .nl-found-list");
    browser.press(&["g"]);
    browser.click(&browser.find("[data-part=capture]"));
    let all = story(browser)["scenes"].clone();
    let ids: Vec<&str> = all.as_array().into_iter().flatten().filter_map(|s| s["id"].as_str()).collect();
    assert_eq!(ids, ["titel", "funnet", "scen-6", "karta", "fraga", "slut"]);
    for key in ["layout", "focusArea", "headline"] {
        assert_eq!(all[2][key], all[1][key], "{key}");
    }
    assert_eq!(all[2]["layout"], "findings");
    // A list is a list; a picture that a finding led to is that picture.
    for (scene, layout, headline) in [("slut", "text", json!("Tack")), ("karta", "picture", Value::Null)] {
        let page = on_stage(Engine::Chromium, &urls[0], scene);
        let browser = &page.browser;
        let at = if scene == "slut" { 5 } else { 3 };
        browser.press(&["g"]);
        browser.click(&browser.find("[data-part=capture]"));
        let made = &story(browser)["scenes"][at];
        assert_eq!((&made["layout"], &made["headline"]["sv"]), (&json!(layout), &headline), "{scene}");
    }
    let page = on_stage(Engine::Chromium, &urls[0], "funnet");
    let browser = &page.browser;
    browser.click(&browser.find("button.nl-finding"));
    browser.find("[data-slide] [data-part=map]");
    browser.press(&["g"]);
    browser.click(&browser.find("[data-part=capture]"));
    let made = &story(browser)["scenes"][2];
    assert_eq!(made["layout"], "picture");
    assert!(made["state"].as_str().is_some_and(|s| s.starts_with("indicator/")), "{made}");
    assert_eq!(page.faults(), Vec::<String>::new());
}
