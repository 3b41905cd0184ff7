//! A talk in several windows: they agree, whatever happens to any of them; keys, black, laser, ink, notes, files.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use nulage::tool::serve::Running;
use nulage::tool::usb;
use serde_json::{Value, json};

use crate::access::IDS;
use crate::driver::{Browser, Engine};
use crate::machine;
use crate::page::{Page, strings};
use crate::site::{bundle, municipalities, serve_with, site, telling_indicator};

/// How many random actions the windows must agree after.
const ACTIONS: usize = 1000;

/// The default bundle with a small story of its own.
pub(crate) fn told() -> Value {
    let text = |sv: &str| json!({ "sv": sv, "en": sv });
    let mut told = bundle().clone();
    let state = format!("indicator/{}?year=latest&people=all", telling_indicator());
    told["story"] = json!({ "title": text("Prov"), "scenes": [
        { "id": "titel", "layout": "title", "headline": text("Ett prov"), "seconds": 60 },
        { "id": "karta", "layout": "picture", "state": state, "panels": ["map", "ranking"], "seconds": 120 },
        { "id": "fraga", "layout": "question", "headline": text("Vad gör vi *tillsammans*?"), "seconds": 300 },
        { "id": "slut", "layout": "text", "headline": text("Tack"), "points": [text("Ett"), text("Två")] }
    ] });
    told
}

/// The app with the story, served and as one file. The server must outlive its page.
pub(crate) fn places(name: &str) -> (Running, [String; 2]) {
    let folder = machine::scratch().join(format!("stage-{name}"));
    fs::create_dir_all(&folder).expect("target/tmp is writable");
    let file = folder.join("told.bundle.json");
    fs::write(&file, told().to_string()).expect("target/tmp is writable");
    let written = usb::write(&site().file(), &file, &folder).unwrap_or_else(|e| panic!("{e}"));
    let server = serve_with(told().to_string());
    let urls = [server.url("/"), format!("file://{}", written.page.display())];
    (server, urls)
}

/// The app on stage at a scene.
pub(crate) fn on_stage(engine: Engine, url: &str, scene: &str) -> Page {
    let page = Page::new(engine, url);
    page.dress(1280, 800, false);
    page.open(&format!("1/stage/{scene}?lang=sv&theme=light"));
    page
}

/// Loads the window's page anew.
pub(crate) fn reload(page: &Page) {
    page.browser.run("window.old = true; location.reload()", &[]);
    page.browser.wait(
        "the page anew",
        "return !window.old && !!document.querySelector('#app[data-ready] [data-slide]')",
        &[],
    );
}

pub(crate) fn comes_to(browser: &Browser, what: &str) {
    let at = "const s = document.querySelector('[data-stage]'); return (s ? s.dataset.scene : 'off') === arguments[0]";
    browser.wait(&format!("scene {what}"), at, &[json!(what)]);
}

/// Opens a window by its button, as wide as a room's (on a narrow one the slide flows and shows neither laser
/// nor ink), waits until it is on stage, and gives its handle.
pub(crate) fn opened(page: &Page, name: &str) -> String {
    let click = "document.querySelector(`[data-room=${arguments[0]}]`).click()";
    let browser = &page.browser;
    let here = browser.window();
    let new = browser.opened(|| {
        browser.run(click, &[json!(name)]);
    });
    browser.enter(&new);
    page.dress(1280, 800, false);
    browser.wait("the new window", "return !!document.querySelector('#app[data-ready] [data-slide]')", &[]);
    browser.enter(&here);
    new
}

/// All that windows must agree on, as far as one can see it.
const SEEN: &str = "
const s = document.querySelector('[data-stage]'), slide = s && s.querySelector('[data-slide]');
if (!slide) return null;
const dot = slide.querySelector('.nl-laser'), ink = slide.querySelector('.nl-ink');
// How much of each of 16 × 9 fields of the slide is covered with ink, in per cent.
const covered = canvas => {
  const sums = Array(144).fill(0);
  if (!canvas) return sums;
  // Read from a copy, as a canvas that is read from is drawn otherwise; one that averages while it shrinks.
  const copy = Object.assign(new OffscreenCanvas(16 * 12, 9 * 12).getContext('2d', { willReadFrequently: true }), { imageSmoothingQuality: 'high' });
  copy.drawImage(canvas, 0, 0, 16 * 12, 9 * 12);
  const { data } = copy.getImageData(0, 0, 16 * 12, 9 * 12);
  for (let y = 0; y < 9 * 12; y++) for (let x = 0; x < 16 * 12; x++)
    sums[Math.floor(y / 12) * 16 + Math.floor(x / 12)] += data[(y * 16 * 12 + x) * 4 + 3];
  return sums.map(sum => sum / 144 / 2.55);
};
const near = value => Math.round(parseFloat(value) * 10) / 10;
const story = document.querySelector('[data-story]').value;
const frame = slide.querySelector('[data-discussion]');
const words = css => frame ? [...frame.querySelectorAll(css)].map(e => e.value || e.textContent) : [];
return {
  address: s.dataset.address.replace(/(stage=[a-z0-9-]+)\\.[a-z]+/, '$1'),
  black: !!document.querySelector('.nl-black'),
  laser: dot && [near(dot.style.left), near(dot.style.top)],
  ink: covered(ink),
  story: [story.length, [...story].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) | 0, 0)],
  columns: [0, 1, 2].map(i => words(`[data-column=\"${i}\"] :is([data-notes] textarea, [data-notes] li:not(:has(textarea)))`)),
  // A title that is being emptied has its first words everywhere else.
  titles: frame ? [...frame.querySelectorAll('[data-field=title]')].map(e => e.value || e.defaultValue) : [],
  counts: words('[data-hands] output'),
};";

fn seen(browser: &Browser, window: &str) -> Value {
    browser.enter(window);
    browser.run(SEEN, &[])
}

/// Whether two windows show the same. Ink may differ by what lines do on smaller screens of another shape.
fn same(one: &Value, other: &Value) -> bool {
    let split = |v: &Value| {
        let mut rest = v.clone();
        let ink = rest.as_object_mut().and_then(|o| o.remove("ink")).unwrap_or_default();
        let ink: Vec<f64> = ink.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        (rest, ink)
    };
    let ((a, ink), (b, theirs)) = (split(one), split(other));
    a == b
        && ink.len() == theirs.len()
        && ink.iter().zip(&theirs).all(|(x, y)| (x - y).abs() < 1.5 + 0.4 * x.max(*y))
}

/// Waits until all windows show the same; gives what that is.
pub(crate) fn agree(browser: &Browser, windows: &[String], after: &str) -> Value {
    let end = Instant::now() + Duration::from_secs(8);
    loop {
        let all: Vec<Value> = windows.iter().map(|w| seen(browser, w)).collect();
        let first = all.first().cloned().unwrap_or(Value::Null);
        if !first.is_null() && all.iter().all(|one| same(one, &first)) {
            return first;
        }
        assert!(Instant::now() < end, "{:?}: after {after} the windows show {all:#?}", browser.engine);
        std::thread::sleep(Duration::from_millis(10));
    }
}

/// A small generator of numbers, the same at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

/// What somebody may do in a window; `arguments` are which, and two numbers below 100.
const DEED: &str = "
const [deed, a, b] = arguments, root = document.getElementById('app');
const stage = document.querySelector('[data-stage]'), slide = stage.querySelector('[data-slide]');
const key = name => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
const box = slide.getBoundingClientRect();
const at = (x, y) => ({ clientX: box.left + box.width * x / 100, clientY: box.top + box.height * y / 100, bubbles: true, cancelable: true, isPrimary: true, button: 0 });
const type = (field, text) => { field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); };
const state = (from, to) => { location.hash = stage.dataset.address.replace(from, to); };
const frame = slide.querySelector('[data-discussion]');
const pick = css => { const all = frame ? [...frame.querySelectorAll(css)] : []; return all.length ? all[a % all.length] : null; };
const add = (css, text) => { const form = pick(css); if (form) { form.elements[0].value = text; form.requestSubmit(); } };
({
  next: () => key('PageDown'), previous: () => key('PageUp'), first: () => key('Home'), last: () => key('End'),
  question: () => state(/stage=[a-z0-9-]+/, 'stage=fraga'),
  black: () => key('b'), wipe: () => key('e'),
  year: () => state(/year=[a-z0-9]+/, 'year=' + (2012 + a % 10)),
  pin: () => state(/pin=[0-9,]*/, 'pin=' + root.ownerDocument.defaultView.towns[a % 3]),
  people: () => state(/people=[a-z]+/, 'people=' + ['all', 'both', 'women', 'men'][a % 4]),
  laser: () => { if (!slide.hasAttribute('data-pointing')) key('l'); document.dispatchEvent(new PointerEvent('pointermove', at(a, b))); },
  lower: () => { if (slide.hasAttribute('data-pointing')) key('l'); },
  draw: () => {
    key('d');
    const ink = slide.querySelector('.nl-ink');
    ink.setPointerCapture = () => {};
    for (const [kind, x, y] of [['pointerdown', a, b], ['pointermove', b, a], ['pointermove', a, 50], ['pointerup', a, 50]])
      ink.dispatchEvent(new PointerEvent(kind, at(x, y)));
    key('d');
  },
  note: () => add('[data-add=note]', 'Anteckning ' + a + ' <b>&amp; ' + b),
  hand: () => add('[data-add=hand]', 'Svar ' + a),
  tool: () => pick('[data-tool]:enabled')?.click(),
  write: () => { const field = pick('textarea'); if (field) type(field, 'Ändrad ' + a + ' å'); },
  title: () => { const field = pick('[data-field=title]'); if (field) type(field, b % 3 ? 'Rubrik ' + a : ''); },
  story: () => { const field = document.querySelector('[data-story]'); const story = JSON.parse(field.value);
    story.scenes[0].headline.sv = 'Rubrik ' + a; type(field, JSON.stringify(story)); },
}[deed])();";

const DEEDS: [&str; 19] = [
    "next", "previous", "first", "last", "question", "black", "wipe", "year", "pin", "people", "laser",
    "lower", "draw", "note", "hand", "tool", "write", "title", "story",
];

fn random_actions(name: &str, place: usize) {
    let (_server, urls) = places(name);
    let page = on_stage(Engine::Chromium, &urls[place], "titel");
    let browser = &page.browser;
    let hub = browser.window();
    let windows = [hub.clone(), opened(&page, "presenter"), opened(&page, "audience")];
    let towns: Vec<String> = municipalities().into_iter().take(3).map(|t| t.0).collect();
    for window in &windows {
        browser.enter(window);
        browser.run("window.towns = arguments[0]", &[json!(towns)]);
    }
    let mut dice = Dice(0x5eed);
    let mut done: BTreeMap<&str, usize> = BTreeMap::new();
    let mut before = Value::Null;
    for n in 0..ACTIONS {
        let (deed, window) = (DEEDS[dice.below(DEEDS.len())], dice.below(2));
        browser.enter(&windows[window]);
        browser.run(DEED, &[json!(deed), json!(dice.below(100)), json!(dice.below(100))]);
        // The audience is looked at now and then: it hears what the presenter hears.
        let those = if n % 10 == 9 { &windows[..] } else { &windows[..2] };
        let now = agree(browser, those, &format!("{n} actions, the last “{deed}” in window {window},"));
        if !same(&now, &before) {
            *done.entry(deed).or_default() += 1;
        }
        before = now;
    }
    assert_eq!(done.len(), DEEDS.len(), "some actions changed nothing: {done:?}");
    for window in &windows {
        browser.enter(window);
        assert_eq!(page.faults(), Vec::<String>::new(), "{name}");
        assert_eq!(browser.run("return localStorage.length", &[]), 0, "{name}");
    }
}

#[test]
fn windows_agree_after_every_action_served() {
    random_actions("served", 0);
}

#[test]
fn windows_agree_after_every_action_from_a_disk() {
    random_actions("disk", 1);
}

#[test]
fn a_talk_outlives_each_of_its_windows() {
    let (_server, urls) = places("outlive");
    for url in &urls {
        let page = on_stage(Engine::Chromium, url, "fraga");
        let browser = &page.browser;
        let hub = browser.window();
        let presenter = opened(&page, "presenter");
        let audience = opened(&page, "audience");
        let all = [hub.clone(), presenter.clone(), audience.clone()];
        let deed = |window: &str, deed: &str| {
            browser.enter(window);
            browser.run(DEED, &[json!(deed), json!(30), json!(40)]);
        };
        for (window, name) in [(&presenter, "note"), (&hub, "hand"), (&presenter, "draw"), (&hub, "black")] {
            deed(window, name);
        }
        let told = agree(browser, &all, "notes, hands, ink and black");
        let inked = told["ink"].as_array().into_iter().flatten().any(|v| v.as_f64() > Some(1.0));
        assert!(inked && told["black"] == true, "{url}: {told}");

        // Each window is loaded anew in turn, and nothing is lost.
        for window in [&presenter, &hub, &audience] {
            browser.enter(window);
            reload(&page);
            assert!(same(&agree(browser, &all, "a window loaded anew"), &told), "{url}");
        }
        // Alone, the audience's window remembers for a hub that was loaded anew.
        browser.enter(&presenter);
        browser.close(&hub);
        reload(&page);
        let two = [hub.clone(), audience.clone()];
        assert!(same(&agree(browser, &two, "the hub loaded anew beside the audience"), &told), "{url}");

        // The presenter's window is opened again, then the hub is closed and opened again from there.
        browser.enter(&hub);
        let presenter = opened(&page, "presenter");
        let both = [hub.clone(), presenter.clone()];
        assert!(same(&agree(browser, &both, "the presenter opened again"), &told), "{url}");
        browser.enter(&hub);
        browser.close(&presenter);
        deed(&presenter, "next");
        comes_to(browser, "slut");
        let again = opened(&page, "presenter");
        let both = [presenter.clone(), again.clone()];
        browser.enter(&again);
        let role = "return document.querySelector('[data-stage]').dataset.role";
        assert_eq!(browser.run(role, &[]), "stage", "{url}: S in the presenter's window brings the stage");
        deed(&again, "previous");
        let now = agree(browser, &both, "the stage opened again");
        assert_eq!((&now["columns"], &now["counts"]), (&told["columns"], &told["counts"]), "{url}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

#[test]
fn an_audience_looks_on() {
    let (_server, urls) = places("audience");
    for (engine, url) in
        [Engine::Chromium, Engine::Firefox].into_iter().flat_map(|e| urls.iter().map(move |u| (e, u)))
    {
        let page = on_stage(engine, url, "karta");
        let browser = &page.browser;
        let hub = browser.window();
        let audience = opened(&page, "audience");
        let both = [hub.clone(), audience.clone()];
        let before = agree(browser, &both, "opening");
        browser.enter(&audience);
        browser.press(&["PageDown", "ArrowRight", "b", "l", "d", "Escape", "g", "End"]);
        for css in ["[data-part=map]", "[data-slide] h1"] {
            browser.click(&browser.find(css));
        }
        std::thread::sleep(Duration::from_millis(400));
        assert!(same(&agree(browser, &both, "keys and clicks in the audience"), &before), "{url}");
        browser.enter(&hub);
        browser.press(&["PageDown"]);
        comes_to(browser, "fraga");
        browser.run(DEED, &[json!("note"), json!(0), json!(0)]);
        let now = agree(browser, &both, "a note");
        assert!(now["columns"][0][0].as_str().is_some_and(|t| t.starts_with("Anteckning 0")), "{now}");
        browser.enter(&audience);
        let controls = "return [...document.querySelectorAll('[data-discussion] :is(button, textarea, form, input:enabled)')]\
                        .filter(e => e.checkVisibility()).length";
        assert_eq!(browser.run(controls, &[]), 0, "{url}");
        assert_eq!(page.axe(), Vec::<String>::new(), "{url}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{url}");
    }
}

#[test]
fn no_id_occurs_twice_beside_another_slide() {
    let mut told = told();
    let scenes = told["story"]["scenes"].as_array_mut().expect("scenes");
    let mut again = scenes[1].clone();
    again["id"] = json!("igen");
    again["panels"] = json!(["map", "time"]);
    let mut whole = scenes[1].clone();
    whole["id"] = json!("start");
    whole["state"] = json!("start?year=latest");
    whole["panels"] = json!(["page"]);
    scenes.splice(2..2, [again, whole.clone()]);
    let server = serve_with(told.to_string());
    let page = Page::new(Engine::Chromium, &server.url("/"));
    let indicator = telling_indicator();
    for role in ["presenter", "handout"] {
        page.open(&format!("1/indicator/{indicator}?year=latest&lang=sv&stage=karta.{role}"));
        let slides = "return document.querySelectorAll('[data-slide]').length";
        let maps = "return document.querySelectorAll('[data-slide] [data-part=map]').length > 1";
        page.browser.wait(&format!("two maps: {role}"), maps, &[]);
        assert!(page.browser.run(slides, &[]).as_u64() > Some(1), "{role}: one slide only");
        // The first picture of each slide names its own option.
        let point = "for (const slide of document.querySelectorAll('[data-slide]')) {
            const picture = slide.querySelector('[role=listbox].nl-picture');
            picture?.dispatchEvent(new KeyboardEvent('keydown', { key: 'k', bubbles: true }));
        }";
        page.browser.run(point, &[]);
        page.settle();
        let own = "return [...document.querySelectorAll('[aria-activedescendant]')]
            .map(p => p.contains(document.getElementById(p.getAttribute('aria-activedescendant'))))";
        let own = page.browser.run(own, &[]);
        let own = own.as_array().expect("a list");
        assert!(own.len() > 1 && own.iter().all(|o| o == true), "{role}: {own:?}");
        assert_eq!(strings(&page.browser.run(IDS, &[])), Vec::<String>::new(), "{role}");
    }
}

/// Puts off what is to happen 9 s later until the test calls it, and opens no windows.
const HELD: &str = "
const [set, clear] = [window.setTimeout, window.clearTimeout];
window.held = [];
window.setTimeout = (call, after, ...rest) => (after === 9000 ? -held.push(call) : set(call, after, ...rest));
window.clearTimeout = id => { if (id < 0) held[-id - 1] = () => {}; else clear(id); };
window.open = () => null;";

#[test]
fn a_warning_stays_its_whole_time_after_another() {
    let (_server, urls) = places("warned");
    let page = on_stage(Engine::Chromium, &urls[0], "karta");
    page.browser.run(HELD, &[]);
    let press = "document.querySelector('[data-room=presenter]').click(); return held.length";
    let seen = "return document.querySelectorAll('.nl-voice').length";
    for warned in 1..=2 {
        assert_eq!(page.browser.run(press, &[]), warned);
        assert_eq!(page.browser.run(seen, &[]), 1);
    }
    page.browser.run("held[0]()", &[]);
    assert_eq!(page.browser.run(seen, &[]), 1, "taken away by the timer of the one before");
    page.browser.run("held[1]()", &[]);
    assert_eq!(page.browser.run(seen, &[]), 0, "stays for ever");
}

/// Whoever goes back while the screen is black sees the page they come to.
#[test]
fn a_black_stage_leaves_no_black_page() {
    let (_server, [url, _]) = places("black");
    let page = on_stage(Engine::Chromium, &url, "karta");
    let browser = &page.browser;
    browser.press(&["b"]);
    assert_eq!(page.count("body > .nl-black"), 1);
    browser.run("location.hash = '#1/start?lang=sv'", &[]);
    comes_to(browser, "off");
    assert!(page.soon("return !document.querySelector('.nl-black')"), "the page is black");
    assert_eq!(page.faults(), Vec::<String>::new());
}

#[test]
fn keys_and_clickers_turn_pages() {
    let (_server, [url, _]) = places("keys");
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = on_stage(engine, &url, "titel");
        let browser = &page.browser;
        let presses = |keys: &[&str], to: &str| {
            browser.press(keys);
            comes_to(browser, to);
        };
        for (key, to) in [
            ("PageDown", "karta"),
            ("ArrowRight", "fraga"),
            ("Space", "slut"),
            ("PageDown", "slut"),
            ("PageUp", "fraga"),
            ("ArrowLeft", "karta"),
            ("End", "slut"),
            ("Home", "titel"),
        ] {
            presses(&[key], to);
        }
        let black = || browser.run("return !!document.querySelector('.nl-black')", &[]) == true;
        for key in ["b", ".", "B"] {
            browser.press(&[if key == "B" { "b" } else { key }]);
            assert!(black(), "{engine:?}: {key}");
            let hidden = "const s = document.querySelector('[data-slide]');\
                return s.inert && s.getAttribute('aria-hidden') === 'true' && document.querySelector('body > [role=status]').textContent";
            assert_eq!(browser.run(hidden, &[]), "Skärmen är svart.", "{engine:?}");
            browser.press(&[if key == "B" { "Escape" } else { key }]);
            assert!(!black(), "{engine:?}: {key} again");
        }
        comes_to(browser, "titel");

        // Pictures take arrows from whoever came by keyboard, a clicker's keys turn pages all the same.
        presses(&["PageDown"], "karta");
        page.settle();
        browser.run("document.querySelector('[data-part=map]').focus()", &[]);
        browser.press(&["ArrowRight", "ArrowDown"]);
        comes_to(browser, "karta");
        presses(&["PageDown"], "fraga");
        // In a field letters and arrows belong to the field.
        browser.click(&browser.find("[data-add=note] input"));
        browser.type_text("b.fsg? ");
        browser.press(&["ArrowLeft", "Home"]);
        comes_to(browser, "fraga");
        assert_eq!(browser.run("return document.activeElement.value", &[]), "b.fsg? ", "{engine:?}");
        assert!(!black(), "{engine:?}");
        browser.run("document.activeElement.blur()", &[]);
        browser.press(&["Alt+l", "Shift+d"]);
        assert!(!black() && page.count("[data-pointing], [data-drawing]") == 0, "{engine:?}");

        // Escape leaves one thing at a time: black, the laser, the overview, the stage.
        browser.press(&["g"]);
        browser.find("[data-part=stage-grid]");
        browser.press(&["l", "b"]);
        assert!(black() && page.count("[data-pointing]") == 1, "{engine:?}");
        browser.press(&["Escape"]);
        assert!(!black() && page.count("[data-pointing]") == 1, "{engine:?}");
        browser.press(&["Escape"]);
        assert_eq!(page.count("[data-pointing]"), 0, "{engine:?}");
        browser.press(&["Escape"]);
        browser.wait("the overview to go", "return !document.querySelector('[data-part=stage-grid]')", &[]);
        browser.press(&["?"]);
        browser.find("[data-part=stage-help]");
        browser.press(&["?"]);
        browser.wait("the help to go", "return !document.querySelector('[data-part=stage-help]')", &[]);
        comes_to(browser, "fraga");
        // Off the script and back.
        presses(&["PageUp"], "karta");
        let script = page.hash();
        browser.run("location.hash = location.hash.replace(/people=[a-z]+/, 'people=both')", &[]);
        browser.find("[data-go=again]");
        browser.press(&["r"]);
        browser.wait("the script", "return location.hash === arguments[0]", &[json!(script)]);
        browser.press(&["f"]);
        browser.wait("full screen", "return !!document.fullscreenElement", &[]);
        browser.press(&["f"]);
        browser.wait("a window", "return !document.fullscreenElement", &[]);
        // The Escape that leaves full screen leaves nothing else.
        std::thread::sleep(Duration::from_millis(600));
        browser.press(&["Escape"]);
        comes_to(browser, "off");
        browser.press(&["PageDown", "b"]);
        assert!(!black(), "{engine:?}: keys mean nothing off the stage");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
