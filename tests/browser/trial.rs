//! The instruments themselves: a law that nothing can break proves nothing.

use std::fs;

use serde_json::json;

use crate::driver::{Browser, Emulation, Engine};
use crate::machine;
use crate::page::{Page, strings};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Every law of `laws.js` is broken once here.
const UGLY: &str = r##"<!doctype html><html lang="sv"><title>Fult</title><body style="margin:0">
<main id="app" data-ready><h1>Fult</h1>
<div style="width:3000px">brett</div>
<p style="font-size:9px">litet</p>
<p style="width:40px;overflow:hidden;white-space:nowrap">avhugget ord som inte ryms</p>
<div style="position:relative;height:30px"><span style="position:absolute;left:0">ovanpå</span><span style="position:absolute;left:4px">varandra</span></div>
<p style="width:40px;white-space:nowrap">utspillt ord som inte ryms</p>
<p>NaN procent</p><p>0,123456</p><p>−0 %</p>
<button style="all:unset;width:10px;height:10px;display:block"></button>
<button>grå</button>
<p><span style="color:rgb(0,0,238)">blå</span></p>
<canvas width="10" height="10" style="width:100px;height:100px"></canvas>
<svg width="100" height="20" role="img" aria-label="x" style="overflow:hidden"><text x="90" y="15">utanför</text>
<text x="5" y="10">skylt</text><text x="9" y="13">krock</text></svg>
</main><script>setTimeout(() => { throw new Error('med flit') })</script></body></html>"##;

/// Nothing to object to, under the product's own content policy; the script is the policy's breach.
const STRICT: &str = r##"<!doctype html><html lang="sv"><meta charset="utf-8"><title>Strikt</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
<main id="app" data-ready><h1>Strikt</h1><p>Allt väl.</p></main><script>document.title = 'Fel'</script></html>"##;

fn file(name: &str, text: &str) -> String {
    let path = machine::scratch().join(name);
    fs::write(&path, text).expect("target/tmp is writable");
    format!("file://{}", path.display())
}

#[test]
fn every_law_can_be_broken() {
    let url = file("ugly.html", UGLY);
    for engine in BOTH {
        let page = Page::new(engine, &url);
        page.open("");
        let found = page.breaches().join("\n");
        for law in [
            "page scrolls sideways",
            "text under 12 px",
            "text cut off at the side",
            "text leaves its box",
            "“ovanpå” and “varandra”",
            "“skylt” and “krock”",
            "NaN procent",
            "0,123456",
            "−0 %",
            "nameless control",
            "target under 24 px",
            "browser-grey button",
            "default link blue",
            "blurry canvas",
            "empty canvas",
            "label leaves its picture",
        ] {
            assert!(found.contains(law), "{engine:?} does not see “{law}” in:\n{found}");
        }
        let faults = page.faults().join("\n");
        assert!(faults.contains("med flit"), "{engine:?} does not see the script error in: {faults}");
        let axe = page.axe().join("\n");
        assert!(axe.contains("button-name"), "{engine:?}: axe does not see the nameless button in: {axe}");
    }
}

#[test]
fn policy_violations_are_seen_and_a_good_page_passes() {
    let url = file("strict.html", STRICT);
    for engine in BOTH {
        let page = Page::new(engine, &url);
        page.dress(1024, 768, false);
        page.open("");
        assert_eq!(page.breaches(), Vec::<String>::new(), "{engine:?}");
        assert_eq!(page.axe(), Vec::<String>::new(), "{engine:?}");
        let faults = page.faults().join("\n");
        assert!(faults.contains("Content"), "{engine:?} does not see the policy violation in: {faults}");
    }
}

#[test]
fn keys_pointer_size_and_preferences_reach_the_page() {
    let url = file(
        "probe.html",
        r#"<!doctype html><html lang="sv"><title>Prov</title><main id="app" data-ready>
        <button id="a">Ett</button><button id="b">Två</button><input id="c" aria-label="Fält"></main>
        <script>window.seen = []; addEventListener('keydown', e => seen.push(e.key + (e.shiftKey ? '+' : '')));
        addEventListener('click', e => seen.push('click ' + e.target.id))</script></html>"#,
    );
    for engine in BOTH {
        let page = Page::new(engine, &url);
        page.open("");
        let browser = &page.browser;
        browser.press(&["Tab", "Tab", "Shift+Tab"]);
        assert_eq!(browser.run("return document.activeElement.id", &[]), "a", "{engine:?}");
        browser.click(&browser.find("#b"));
        let at = browser.run("const r = a.getBoundingClientRect(); return [r.x + 5, r.y + 5]", &[]);
        browser.pointer(at[0].as_f64().expect("a number"), at[1].as_f64().expect("a number"), true);
        browser.click(&browser.find("#c"));
        browser.type_text("Åå 1");
        assert_eq!(browser.run("return c.value", &[]), "Åå 1", "{engine:?}");
        let seen = strings(&browser.run("return seen", &[]));
        for event in ["Tab", "Tab+", "click b", "click a"] {
            assert!(seen.iter().any(|s| s == event), "{engine:?}: no {event} in {seen:?}");
        }
        for width in [360, 768, 1440] {
            browser.resize(width, 800);
        }
        // Firefox tells its pages a moment later.
        let told = |query: &str, yes: bool| {
            let script = "return matchMedia(arguments[0]).matches === arguments[1]";
            browser.wait(query, script, &[json!(query), json!(yes)]);
        };
        for (dark, reduced_motion) in [(true, true), (false, false)] {
            browser.emulate(Emulation { dark, reduced_motion, forced_colors: false });
            told("(prefers-color-scheme: dark)", dark);
            told("(prefers-reduced-motion: reduce)", reduced_motion);
            told("(forced-colors: active)", false);
        }
        // Forced colours decide light or dark themselves.
        browser.emulate(Emulation { forced_colors: true, ..Emulation::default() });
        told("(forced-colors: active)", true);
        browser.emulate(Emulation::default());
        told("(forced-colors: active)", false);
        assert!(browser.png().starts_with(b"\x89PNG"), "{engine:?}");
        assert!(browser.png_full().starts_with(b"\x89PNG"), "{engine:?}");
    }
}

#[test]
fn no_process_or_profile_outlives_a_browser() {
    for engine in BOTH {
        let profile = {
            let browser = Browser::start(engine);
            browser.go("about:blank");
            browser.profile.clone()
        };
        let name = profile.to_string_lossy().into_owned();
        let alive = fs::read_dir("/proc").into_iter().flatten().flatten().any(|entry| {
            let line = fs::read(entry.path().join("cmdline")).unwrap_or_default();
            String::from_utf8_lossy(&line).contains(&name)
        });
        assert!(!alive && !profile.exists(), "{engine:?} leaves something of {name}");
    }
}
