//! The one file, opened from a disk: the same app, no network, and it can write itself.

use std::fs;
use std::path::PathBuf;

use nulage::tool::usb;
use serde_json::{Value, json};

use crate::driver::Engine;
use crate::machine;
use crate::page::Page;
use crate::site::{bundle, fragment, serve, site, views};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Most bytes of the file with the default bundle.
const MOST: usize = 900_000;

/// The file with the default bundle, in a folder of its own.
fn written(name: &str) -> (PathBuf, String) {
    let folder = machine::scratch().join(format!("usb-{name}"));
    let written = usb::write(&site().file(), &site().bundle, &folder).unwrap_or_else(|e| panic!("{e}"));
    let url = format!("file://{}", written.page.display());
    (written.page, url)
}

#[test]
fn the_file_is_small_and_has_its_note() {
    let (page, _) = written("size");
    let size = fs::metadata(&page).expect("the file").len();
    assert!(size <= MOST as u64, "{size} bytes, {MOST} allowed");
    let note = fs::read_to_string(page.with_file_name("LÄS-MIG.txt")).expect("the note");
    assert!(note.contains("nulage.html") && note.contains("\r\n"), "{note}");
}

#[test]
fn the_served_apps_walk_works_from_a_disk() {
    let (_, url) = written("walk");
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        crate::journey::walk(&Page::new(engine, &url));
    }
}

#[test]
fn every_view_looks_like_the_served_one() {
    let (_, url) = written("look");
    let server = serve();
    let (file, served) = (Page::new(Engine::Chromium, &url), Page::new(Engine::Chromium, &server.url("/")));
    for (name, view) in views() {
        let pictures = [&file, &served].map(|page| {
            page.dress(1280, 900, false);
            page.open(&fragment(&view, "sv"));
            page.browser.pointer(1.0, 1.0, false);
            page.settle();
            page.browser.png()
        });
        assert!(pictures[0] == pictures[1], "{name} looks different from a disk");
    }
    assert_eq!(file.faults(), Vec::<String>::new());
}

/// Catches what the app saves instead of putting it among the reader's downloads.
pub(crate) const CATCH: &str = "
const made = URL.createObjectURL; window.saved = [];
URL.createObjectURL = blob => { saved.push(blob); return made.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

const SAVE: &str = "
const button = document.querySelector(`[data-save=${arguments[0]}]`);
saved.length = 0; button.click();
for (let i = 0; i < 400 && !saved.length; i++) await new Promise(done => setTimeout(done, 25));
return [savedAs, await saved[0].text()];";

/// The parts of a file: the page without bundle and beginning, the bundle, the beginning.
fn parts(page: &str) -> (String, Vec<u8>, String) {
    let between = |text: &str, open: &str, close: &str| {
        let (before, rest) = text.split_once(open).unwrap_or_else(|| panic!("no {open}"));
        let (inside, after) = rest.split_once(close).expect("an end");
        (format!("{before}{open}{close}{after}"), inside.to_owned())
    };
    let (page, packed) = between(page, "id=\"nulage-bundle\">", "</script>");
    let (page, start) = between(&page, "data-start=\"", "\"");
    (page, usb::unpack(&packed).expect("a packed bundle"), start)
}

#[test]
fn the_app_writes_the_file_it_was_written_in() {
    let (file, url) = written("save");
    let tool = fs::read_to_string(&file).expect("the file");
    let server = serve();
    let (_, view) = views().remove(1);
    for engine in BOTH {
        for base in [server.url("/"), url.clone()] {
            let page = Page::new(engine, &base);
            page.open(&fragment(&view, "sv"));
            page.browser.run(CATCH, &[]);
            for (when, start) in [("start", ""), ("now", page.hash().as_str())] {
                let saved = page.browser.run_async(SAVE, &[json!(when)]);
                let [name, text] = [0, 1].map(|i| saved[i].as_str().unwrap_or_default());
                assert_eq!(name, "nulage-orebro-lan.html", "{engine:?} {base}");
                let (ours, theirs) = (parts(&tool), parts(text));
                assert!(ours.0 == theirs.0, "{engine:?} {base}: another page than the tool's");
                assert!(ours.1 == theirs.1, "{engine:?} {base}: another bundle than the tool's");
                assert_eq!(theirs.2.replace("&amp;", "&"), start, "{engine:?} {base}");
                if when == "now" {
                    let again = file.with_file_name(format!("again-{engine:?}.html"));
                    fs::write(&again, text).expect("target/tmp is writable");
                    let page = Page::new(engine, &format!("file://{}", again.display()));
                    page.open("");
                    assert_eq!(page.hash(), start, "{engine:?}");
                    assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
                }
            }
            assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?} {base}");
        }
    }
}

/// A bundle of another county, whose texts try to end the script they lie in.
fn other() -> String {
    let mut other = bundle().clone();
    other["meta"]["title"]["sv"] = json!("Annat </script><script>window.pwned = 1</script><!-- län");
    other["meta"]["id"] = json!("annat");
    other.to_string()
}

#[test]
fn another_bundle_is_opened_dropped_and_saved() {
    let (_, url) = written("open");
    let give = "const data = new DataTransfer(); data.items.add(new File([arguments[0]], 'annat.json', { type: 'application/json' }));\
        if (arguments[1] === 'drop') dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));\
        else { const field = document.querySelector('[data-part=open-file]'); field.files = data.files; field.dispatchEvent(new Event('change', { bubbles: true })); }";
    for engine in BOTH {
        for way in ["choose", "drop"] {
            let page = Page::new(engine, &url);
            page.open("");
            page.browser.run(CATCH, &[]);
            page.browser.run(give, &[json!(other()), json!(way)]);
            let title = page.browser.wait(
                "the other bundle",
                "return document.title.includes('Annat') && document.querySelector('h1') && document.title",
                &[],
            );
            assert!(title.as_str().is_some_and(|t| t.contains("</script>")), "{engine:?} {way}: {title}");
            let saved = page.browser.run_async(SAVE, &[json!("start")]);
            assert_eq!(saved[0], "nulage-annat.html", "{engine:?} {way}");
            let inside = parts(saved[1].as_str().unwrap_or_default()).1;
            let inside: Value = serde_json::from_slice(&inside).expect("JSON");
            assert_eq!(inside["meta"]["id"], "annat", "{engine:?} {way}");
            assert_eq!(page.browser.run("return window.pwned === undefined", &[]), true, "{engine:?} {way}");
            // What is no bundle is told, and the page stays.
            page.browser.run(give, &[json!("{}"), json!(way)]);
            page.browser.find("dialog[data-part=message][open] pre");
            let told = "return document.querySelector('[data-part=message]').innerText";
            let told = page.browser.run(told, &[]).as_str().unwrap_or_default().to_owned();
            assert!(
                told.contains("annat.json") && told.contains("kunde inte öppnas"),
                "{engine:?} {way}: {told}"
            );
            page.browser.click(&page.browser.find("[data-part=message] button"));
            assert!(page.soon("return !document.querySelector('[data-part=message]')"), "{engine:?} {way}");
            assert!(page.count("h1") == 1 && page.count("[data-part=broken]") == 0, "{engine:?} {way}");
            let saved = page.browser.run_async(SAVE, &[json!("start")]);
            assert_eq!(saved[0], "nulage-annat.html", "{engine:?} {way}: another bundle than the one shown");
        }
    }
}
