//! What must never happen, whatever the bundle: traffic to elsewhere, storage, foreign scripts, a blank page.

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;
use crate::site::{bundle, fragment, outside, serve, serve_with, views};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Goes through all views in both languages.
fn visit_all(page: &Page, mut at: impl FnMut(&str)) {
    for language in ["sv", "en"] {
        for (name, view) in views() {
            page.open(&fragment(&view, language));
            at(&format!("{name} {language}"));
        }
    }
}

#[test]
fn nothing_leaves_the_page_and_nothing_stays_in_the_browser() {
    for engine in BOTH {
        let server = serve();
        let page = Page::new(engine, &server.url("/"));
        visit_all(&page, |here| assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?} {here}"));
        let kept = page.browser.run_async(
            "const workers = navigator.serviceWorker ? await navigator.serviceWorker.getRegistrations() : [];\
             const bases = indexedDB.databases ? await indexedDB.databases() : [];\
             const caches_ = self.caches ? await caches.keys() : [];\
             return [document.cookie, localStorage.length, sessionStorage.length, workers.length, bases.length, caches_.length]",
            &[],
        );
        assert_eq!(
            kept,
            json!(["", 0, 0, 0, 0, 0]),
            "{engine:?}: cookie, storage, workers, databases, caches"
        );
        let odd: Vec<_> =
            server.seen().into_iter().filter(|seen| seen.status >= 400 || seen.method != "GET").collect();
        assert!(odd.is_empty(), "{engine:?}: {odd:?}");
    }
}

#[test]
fn a_bundle_full_of_scripts_is_only_text() {
    let mut hostile = bundle().clone();
    let mut count = 0;
    poison(&mut hostile, "", &mut count);
    assert!(count > 50, "only {count} texts were replaced");
    for engine in BOTH {
        let server = serve_with(hostile.to_string());
        let page = Page::new(engine, &server.url("/"));
        visit_all(&page, |here| {
            let state = page.browser.run(
                "return [window.pwned === undefined,\
                   document.querySelectorAll('#app img, #app script, #app iframe:not([data-embed-preview]), #app object, #app [onerror], #app marquee').length,\
                   document.body.innerText.includes('<img src=x')]",
                &[],
            );
            assert_eq!(state, json!([true, 0, true]), "{engine:?} {here}: a text became more than text");
            assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?} {here}");
        });
        let odd: Vec<_> = server.seen().into_iter().filter(|seen| seen.status >= 400).collect();
        assert!(odd.is_empty(), "{engine:?}: a text was fetched: {odd:?}");
    }
}

#[test]
fn a_link_with_a_script_in_it_is_no_link() {
    for address in [
        "javascript:window.pwned=1",
        " JAVASCRIPT:window.pwned=1",
        "data:text/html,x",
        "//elsewhere.example/",
    ] {
        let mut changed = bundle().clone();
        changed["meta"]["links"] = json!([{ "text": { "sv": "Läs mer" }, "href": address }]);
        if let Some(first) = changed["indicators"].as_array_mut().and_then(|all| all.first_mut()) {
            first["source"]["href"] = json!(address);
        }
        let server = serve_with(changed.to_string());
        let page = Page::new(Engine::Chromium, &server.url("/"));
        page.browser.go(&page.base);
        let some = "return document.querySelector('[data-part=broken], #app[data-ready] h1')";
        page.browser.wait("the app or its error page", some, &[]);
        let dangerous = page.browser.run(
            "return [...document.querySelectorAll('a')].filter(a => !['http:', 'https:'].includes(a.protocol)\
               || a.getAttribute('href').trim().startsWith('//')).map(a => a.outerHTML)",
            &[],
        );
        assert_eq!(dangerous, json!([]), "{address}");
    }
}

#[test]
fn a_broken_bundle_is_told_and_never_a_blank_page() {
    let whole = bundle().to_string();
    let half = whole.chars().take(whole.chars().count() / 2).collect::<String>();
    let mut future = bundle().clone();
    future["version"] = json!(999);
    let cases = [
        ("nothing", String::new()),
        ("half", half),
        ("another kind", "[1, 2, 3]".to_owned()),
        ("a later version", future.to_string()),
        ("an HTML page", "<!doctype html><title>404</title>".to_owned()),
    ];
    for engine in BOTH {
        for (case, bytes) in &cases {
            let server = serve_with(bytes.clone());
            let page = Page::new(engine, &server.url("/"));
            page.browser.go(&page.base);
            page.browser.find("[data-part=broken]");
            let text = page.text();
            assert!(text.contains("bundle.json"), "{engine:?} {case}: the file is not named in: {text}");
            assert!(text.len() > 80, "{engine:?} {case}: too few words: {text}");
        }
    }
}

#[test]
fn values_that_do_not_come_are_told_and_asked_for_again() {
    let (outside, dataset, id) = outside();
    for engine in BOTH {
        let server = serve_with(outside.to_string());
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&page.base);
        let row = "return [...document.querySelectorAll('[data-part=row]')].some(r => r.innerText.includes('kunde inte hämtas'))";
        page.browser.wait("the row that says so", row, &[]);
        page.browser.run("location.hash = arguments[0]", &[json!(format!("#1/indicator/{id}?lang=sv"))]);
        let lost = page.browser.find("[data-part=lost]");
        let text = page.text();
        assert!(text.contains("kunde inte hämtas") && text.contains("values/one.json"), "{engine:?}: {text}");
        assert_eq!(page.axe(), Vec::<String>::new(), "{engine:?}");
        server.put("/data/values/one.json", dataset.to_string());
        page.browser.run("arguments[0].querySelector('button').click()", &[lost]);
        page.browser.find("[data-part=map]");
        assert_eq!(page.count("[data-part=lost]"), 0, "{engine:?}");
    }
}

/// Values that come when their page is gone belong to nobody, and what is shown by then stays.
#[test]
fn an_answer_that_comes_too_late_disturbs_nobody() {
    let (outside, dataset, id) = outside();
    let mut other = bundle().clone();
    other["meta"]["title"]["sv"] = json!("Annat län");
    for engine in BOTH {
        let server = serve_with(outside.to_string());
        let page = Page::new(engine, &server.url("/"));
        let browser = &page.browser;
        browser.go(&page.base);
        let row = "return [...document.querySelectorAll('[data-part=row]')].some(r => r.innerText.includes('kunde inte hämtas'))";
        browser.wait("the row that says so", row, &[]);
        browser.run("location.hash = arguments[0]", &[json!(format!("#1/indicator/{id}?lang=sv"))]);
        let lost = browser.find("[data-part=lost]");
        server.put("/data/values/one.json", dataset.to_string());
        let slowly = "const real = window.fetch.bind(window); window.late = 0;\
            window.fetch = (...asked) => new Promise(done => setTimeout(() => { window.late++; done(real(...asked)); }, 1500));\
            arguments[0].querySelector('button').click()";
        browser.run(slowly, &[lost]);
        browser.click(&browser.find("[data-part=share] > summary"));
        browser.run(crate::desk::GIVE, &[json!(other.to_string())]);
        browser.wait("the other bundle", "return document.title.includes('Annat län')", &[]);
        browser.wait("the late answer", "return window.late > 0", &[]);
        page.ready();
        std::thread::sleep(std::time::Duration::from_millis(400));
        let well = "return !document.querySelector('#app [role=alert]') && !!document.querySelector('#app[data-ready] h1')";
        assert_eq!(browser.run(well, &[]), true, "{engine:?}");
        // But for the file that was not there at first.
        let faults: Vec<String> = page.faults().into_iter().filter(|f| !f.contains("one.json")).collect();
        assert_eq!(faults, Vec::<String>::new(), "{engine:?}");
    }
}

/// Replaces every text that a bundle's author writes freely; leaves codes, ids, periods and addresses.
fn poison(value: &mut Value, key: &str, count: &mut usize) {
    match value {
        Value::Object(members) => members.iter_mut().for_each(|(name, inner)| poison(inner, name, count)),
        Value::Array(items) => items.iter_mut().for_each(|inner| poison(inner, key, count)),
        Value::String(text)
            if ["sv", "en", "publisher", "table", "via", "label", "source"].contains(&key) =>
        {
            *count += 1;
            *text = format!(
                "<img src=x onerror=\"window.pwned={count}\"><script>window.pwned={count}</script><marquee>{{{{7*7}}}}</marquee>"
            );
        }
        _ => {}
    }
}
