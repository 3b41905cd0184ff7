//! Figures that stay: the dialog “Bädda in” cuts a bundle down to a file for one view, and code that names it.

use nulage::bundle::caps::Caps;
use nulage::bundle::read::read;
use nulage::tool::seal;
use nulage::tool::usb;
use serde_json::{Value, json};

use crate::driver::{Browser, Engine};
use crate::machine;
use crate::page::Page;
use crate::site::{bundle, outside, serve, serve_with, site, telling_indicator};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Keeps what the page offers for download in `window.saved` and `window.savedAs`.
const CATCH: &str = "
const made = URL.createObjectURL; window.saved = [];
URL.createObjectURL = blob => { saved.push(blob); return made.call(URL, blob); };
HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };";

const KEEP: &str = "
saved.length = 0; document.querySelector('[data-embed-keep]').click();
for (let i = 0; i < 400 && !saved.length; i++) await new Promise(done => setTimeout(done, 25));
return [savedAs, await saved[0].text()];";

/// What a view in a document shows, whatever its width: words, areas with their values, colours.
const PICTURE: &str = "
const picture = root => {
  const view = root?.querySelector('nulage-view'), all = css => [...view?.shadowRoot?.querySelectorAll(css) ?? []];
  const found = [all('[data-part=headline], [data-part=subtitle]').map(one => one.textContent),
    all('[data-part=map] [role=option]').map(one => one.getAttribute('aria-label') ?? one.textContent),
    all('[data-part=map] g > path').map(one => one.getAttribute('fill'))];
  return found.every(list => list.length) && { view, found };
};";

/// The dialog on an indicator's page.
fn dialog(page: &Page, lang: &str) {
    page.dress(1280, 900, false);
    page.open(&format!("1/indicator/{}?year=2015&people=all&origin=total&pin=&classes=natural.5&sort=value.0&lang={lang}&theme=auto", telling_indicator()));
    page.browser.run(CATCH, &[]);
    page.browser.click(&page.browser.find("[data-part=share] summary"));
    page.browser.click(&page.browser.find("[data-embed-open]"));
}

/// Chooses figures that stay; the two pieces of code once they say so.
fn frozen(browser: &Browser) -> [String; 2] {
    let choice = "[name=data][value=frozen]";
    if browser.run("return document.querySelector(arguments[0]).checked", &[json!(choice)]) == false {
        browser.click(&browser.find(choice));
    }
    let codes = "const codes = ['element', 'frame'].map(name => document.querySelector(`[data-embed-${name}]`).value);\
                 return codes.every(code => code.includes('integrity')) && codes";
    let found = browser.wait("code for figures that stay", codes, &[]);
    [0, 1].map(|i| found[i].as_str().unwrap_or_default().to_owned())
}

/// The file as the reader gets it: its name and its text.
fn kept(browser: &Browser) -> (String, String) {
    let saved = browser.run_async(KEEP, &[]);
    let [name, text] = [0, 1].map(|i| saved[i].as_str().unwrap_or_default().to_owned());
    (name, text)
}

/// The ids of the indicators of a bundle.
fn ids(bundle: &Value) -> Vec<&str> {
    bundle["indicators"].as_array().into_iter().flatten().filter_map(|one| one["id"].as_str()).collect()
}

/// The picture of the dialog's preview, once its figures are its own (or, if `own` is false, the site's).
fn preview(browser: &Browser, own: bool) -> Value {
    let shown = &format!(
        "{PICTURE} const shown = picture(document.querySelector('[data-embed-preview]').contentDocument);\
         return shown && (typeof shown.view.bundle === 'string') === arguments[0] && shown.found"
    );
    browser.wait("the preview", shown, &[json!(own)])
}

#[test]
fn figures_that_stay_are_a_small_file_that_shows_the_same_picture() {
    let (id, published) = (telling_indicator(), bundle());
    let expected = format!("nulage-{id}-{}.json", published["meta"]["updated"].as_str().expect("a day"));
    for engine in BOTH {
        let server = serve();
        let page = Page::new(engine, &server.url("/"));
        dialog(&page, "sv");
        let browser = &page.browser;
        let live = preview(browser, false);
        let [element, frame] = frozen(browser);
        let still = preview(browser, true);
        assert_eq!(still, live, "{engine:?}: the preview shows another picture");
        page.settle();
        // axe does not know the top layer and takes the page below for something on top of the words.
        assert_eq!(page.axe_without(&["color-contrast", "frame-tested"]), Vec::<String>::new(), "{engine:?}");
        let (name, text) = kept(browser);
        assert_eq!(name, expected, "{engine:?}");
        assert!(element.contains(&format!(" src=\"{name}\"")), "{engine:?}: {element}");
        assert!(frame.contains(&format!("#src={name}&amp;")), "{engine:?}: {frame}");
        assert!(page.text().contains(&name), "{engine:?}: {}", page.text());

        // What is in it: a whole bundle that knows itself, with this indicator and the population.
        let (typed, notes) = read(text.as_bytes(), &Caps::default()).expect("a bundle");
        assert!(notes.is_empty() && typed.sha256.is_some(), "{engine:?}: {notes:?}");
        assert_eq!(seal::broken(text.as_bytes(), &Caps::default()), None, "{engine:?}");
        let small: Value = serde_json::from_str(&text).expect("JSON");
        let weights = published["meta"]["weights"].as_str().expect("an indicator");
        let mut wanted = vec![id.as_str(), weights];
        wanted.sort_by_key(|id| ids(published).iter().position(|other| other == id));
        assert_eq!(ids(&small), wanted, "{engine:?}");
        for whole in ["meta", "areas", "geometry", "events"] {
            assert_eq!(small[whole], published[whole], "{engine:?}: {whole}");
        }
        assert!(small.get("story").is_none() && small["strategy"]["findings"].is_null(), "{engine:?}");
        assert_eq!(small["strategy"]["focusAreas"].as_array().map(Vec::len), Some(1), "{engine:?}");
        assert!(text.len() * 4 < published.to_string().len(), "{engine:?}: {} bytes", text.len());
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");

        // Put where the dialog says, it shows the same whatever is published.
        server.put("/data/bundle.json", "{}");
        server.put(&format!("/www/{name}"), text.clone());
        server.put(&format!("/{name}"), text.clone());
        server.put("/www/pasted.html", format!("<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>x</title><link rel=\"icon\" href=\"icon.svg\">{element}{frame}</html>"));
        let pasted = server.url("/www/pasted.html");
        browser.go(&pasted);
        let both = &format!(
            "{PICTURE} const two = [document, document.querySelector('iframe').contentDocument].map(picture);\
             return two.every(Boolean) && two.map(one => one.found)"
        );
        assert_eq!(
            browser.wait("both views", both, &[]),
            json!([live.clone(), live]),
            "{engine:?}: the pasted views show another picture"
        );
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");

        // A file that was changed is refused by both, which then say so.
        let changed = text.replacen("\"2015\"", "\"2016\"", 1);
        assert_ne!(changed, text);
        server.put(&format!("/www/{name}"), changed.clone());
        server.put(&format!("/{name}"), changed);
        browser.go(&pasted);
        let refused = "return [document, document.querySelector('iframe').contentDocument].every(root => {\
                       const view = root?.querySelector('nulage-view'); const trouble = view?.shadowRoot?.querySelector('[part=trouble]');\
                       return trouble && !trouble.hidden && view.toSVG() === null; })";
        browser.wait("both refusals", refused, &[]);
    }
}

#[test]
fn values_beside_the_bundle_go_into_the_file() {
    let (outside, dataset, id) = outside();
    let server = serve_with(outside.to_string());
    server.put("/data/values/one.json", dataset.to_string());
    let page = Page::new(Engine::Chromium, &server.url("/"));
    dialog(&page, "en");
    frozen(&page.browser);
    let small: Value = serde_json::from_str(&kept(&page.browser).1).expect("JSON");
    let at = ids(&small).iter().position(|one| *one == id).expect("the indicator");
    assert_eq!(small["indicators"][at]["values"], json!({ "dataset": dataset }));
}

#[test]
fn a_view_that_leads_to_others_keeps_their_figures() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    dialog(&page, "sv");
    let browser = &page.browser;
    frozen(browser);
    let name = "return document.querySelector('[data-embed-name]').textContent";
    for (choice, on) in [
        ("[name=view][value=page]", true),
        ("[name=view][value=map]", false),
        ("[name=controls][value=indicator]", true),
    ] {
        let before = browser.run(name, &[]);
        browser.click(&browser.find(choice));
        browser.wait("another file", &format!("{name} !== arguments[0]"), &[before]);
        let (name, text) = kept(browser);
        let small: Value = serde_json::from_str(&text).expect("JSON");
        assert_eq!(ids(&small).len(), if on { ids(bundle()).len() } else { 2 }, "{choice}");
        assert_eq!(name.contains("orebro-lan"), on, "{choice}: {name}");
        assert!(small.get("story").is_none(), "{choice}");
        assert_eq!(seal::broken(text.as_bytes(), &Caps::default()), None, "{choice}");
    }
    // Against another indicator, that one goes along.
    let indicator = telling_indicator();
    let other = ids(bundle()).into_iter().find(|id| *id != indicator && !id.contains("befolkning"));
    let other = other.expect("a second indicator");
    page.open(&format!("1/indicator/{indicator}?show=scatter&with={other}&lang=sv"));
    browser.run(CATCH, &[]);
    browser.click(&browser.find("[data-part=share] summary"));
    browser.click(&browser.find("[data-embed-open]"));
    browser.click(&browser.find("[name=view][value=time]"));
    frozen(browser);
    let small: Value = serde_json::from_str(&kept(browser).1).expect("JSON");
    assert!(ids(&small).contains(&other) && ids(&small).len() == 3, "{:?}", ids(&small));
}

#[test]
fn the_file_from_a_disk_gives_the_same_figures() {
    let folder = machine::scratch().join("usb-frozen");
    let written = usb::write(&site().file(), &site().bundle, &folder).unwrap_or_else(|e| panic!("{e}"));
    let server = serve();
    for engine in BOTH {
        let [disk, served] = [format!("file://{}", written.page.display()), server.url("/")].map(|base| {
            let page = Page::new(engine, &base);
            dialog(&page, "en");
            let [element, _] = frozen(&page.browser);
            let live = page.browser.run("return document.querySelector('[name=data][value=live]').disabled", &[]);
            assert_eq!(live, base.starts_with("file:"), "{engine:?} {base}");
            assert_eq!(element.contains("\"https://your.site/pkg/element.js\""), base.starts_with("file:"), "{element}");
            assert!(!element.contains("file:"), "{engine:?}: {element}");
            let seen = "return ['preview', 'name'].map(name => document.querySelector(`[data-embed-${name}]`).checkVisibility())";
            assert_eq!(page.browser.run(seen, &[]), json!([!base.starts_with("file:"), true]), "{engine:?} {base}");
            assert_eq!(page.axe_without(&["color-contrast", "frame-tested"]), Vec::<String>::new(), "{engine:?}");
            let kept = kept(&page.browser);
            assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?} {base}");
            kept
        });
        assert_eq!(disk, served, "{engine:?}");
    }
}

#[test]
fn a_frame_shows_only_its_own_folders_data() {
    let server = serve();
    let frame = std::fs::read_to_string(site().root.join("embed.html")).expect("embed.html");
    server.put("/ours/embed.html", frame.replace("\"www/", "\"../www/"));
    server.put("/ours/kept.json", bundle().to_string());
    let page = Page::new(Engine::Chromium, &server.url("/"));
    let source = "return document.querySelector('nulage-view').getAttribute('src')";
    for (asked, taken) in [
        ("kept.json", true),
        ("./kept.json", true),
        ("../data/bundle.json", false),
        ("/data/bundle.json", false),
        ("..%2fdata/bundle.json", false),
        ("data:application/json,{}", false),
    ] {
        // Another address each time, since a new fragment alone does not load the page anew.
        page.browser.go("about:blank");
        page.browser.go(&server.url(&format!("/ours/embed.html#src={asked}&view=map")));
        page.browser.wait(
            "the frame",
            "return document.querySelector('nulage-view')?.start && document.readyState === 'complete'",
            &[],
        );
        let found = page.browser.run(source, &[]);
        assert_eq!(found.as_str(), taken.then_some(asked), "{asked}");
    }
}
