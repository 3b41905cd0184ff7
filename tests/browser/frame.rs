//! The view in an iframe of another origin, the dialog that writes the code, and the demo article.

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpListener;
use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::{Browser, Engine};
use crate::page::{Page, strings};
use crate::site::{fragment, municipalities, serve, telling_indicator, views};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Somebody else's server, without any policy: answers every path with the page of that name.
fn elsewhere(pages: Vec<(&'static str, String)>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut line = String::new();
            let _ = BufReader::new(&stream).read_line(&mut line);
            let path = line.split(' ').nth(1).unwrap_or_default();
            let page = pages.iter().find(|(name, _)| path == *name).map_or("", |(_, page)| page.as_str());
            let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nConnection: close";
            let _ = write!(stream, "{head}\r\nContent-Length: {}\r\n\r\n{page}", page.len());
        }
    });
    format!("http://{address}")
}

#[test]
fn a_frame_from_elsewhere_gets_the_height_of_its_content_and_nobody_else_sets_it() {
    for engine in BOTH {
        let site = serve();
        let script =
            std::fs::read_to_string(crate::site::site().root.join("www/embed.js")).expect("embed.js");
        let view = site.url(&format!("/embed.html#indicator={}&view=ranking", telling_indicator()));
        let forge = "<script>parent.postMessage({ nulage: 'height', height: 4321 }, '*')</script>".to_owned();
        let forger = elsewhere(vec![("/forge.html", forge.clone()), ("/embed.html", forge)]);
        // The second frame is no view; the third says it is one and leads its window elsewhere.
        let moved = format!("<script>location.replace('{forger}/embed.html')</script>");
        let mover = elsewhere(vec![("/embed.html", moved)]);
        let host = elsewhere(vec![(
            "/",
            format!(
                "<!doctype html><meta charset=\"utf-8\"><title>Värd</title><script>{script}</script>\
                 <iframe id=\"good\" src=\"{view}\" width=\"700\" height=\"123\"></iframe>\
                 <iframe id=\"other\" src=\"{forger}/forge.html\" height=\"77\"></iframe>\
                 <iframe id=\"moved\" src=\"{mover}/embed.html\" height=\"78\"></iframe>"
            ),
        )]);
        let page = Browser::start(engine);
        page.go(&host);
        let height =
            page.wait("the frame's height", "const h = Number(good.height); return h > 300 && h", &[]);
        assert!(height.as_f64().is_some_and(|h| h < 1200.0), "{engine:?}: {height}");
        page.run("postMessage({ nulage: 'height', height: 999 }, '*'); return 0", &[]);
        std::thread::sleep(Duration::from_millis(400));
        let heights = page.run("return [good, other, moved].map(frame => Number(frame.height))", &[]);
        assert_eq!(heights, json!([height, 77, 78]), "{engine:?}");
        page.run("good.width = 360", &[]);
        page.wait("a new height", "return Number(good.height) !== arguments[0]", &[height]);
    }
}

#[test]
fn a_frame_shows_only_its_own_sites_data() {
    let (site, evil) = (serve(), serve());
    let page = Page::new(Engine::Chromium, &site.url("/"));
    page.browser.go(&format!("{}embed.html#src={}&view=map", page.base, evil.url("/data/bundle.json")));
    std::thread::sleep(Duration::from_millis(600));
    assert_eq!(
        page.browser.run("return document.querySelector('nulage-view').hasAttribute('src')", &[]),
        false
    );
    assert!(evil.seen().is_empty(), "{:?}", evil.seen());
    let policy = |server: &nulage::tool::serve::Running, path: &str| {
        let answer = crate::http::exchange(server.address().port(), "GET", path, "", Duration::from_secs(5));
        answer.expect("an answer").header("content-security-policy").unwrap_or_default().to_owned()
    };
    assert!(policy(&site, "/embed.html").contains("frame-ancestors *"));
    assert!(policy(&site, "/index.html").contains("frame-ancestors 'self'"));
}

/// The two pieces of code and the preview's address.
fn code(page: &Page) -> [String; 3] {
    let found = page.browser.run(
        "return ['element', 'frame'].map(name => document.querySelector(`[data-embed-${name}]`).value)\
           .concat(document.querySelector('[data-embed-preview]').contentWindow.location.href)",
        &[],
    );
    strings(&found).try_into().unwrap_or_else(|all| panic!("{all:?}"))
}

#[test]
fn the_dialog_writes_code_that_works() {
    let (town, _) = municipalities().into_iter().next().expect("a municipality");
    for engine in BOTH {
        let server = serve();
        let page = Page::new(engine, &server.url("/"));
        page.dress(1280, 900, false);
        page.open(&format!("1/indicator/{}?year=2015&people=both&origin=total&pin={town}&classes=natural.5&sort=value.0&lang=sv&theme=auto", telling_indicator()));
        let browser = &page.browser;
        browser.click(&browser.find("[data-part=share] summary"));
        browser.click(&browser.find("[data-embed-open]"));
        let modal = "return document.querySelector('[data-embed-dialog]').matches(':modal')";
        assert_eq!(browser.run(modal, &[]), true, "{engine:?}");
        for choice in
            ["[name=view][value=table]", "[name=lock][value=area]", "[name=controls][value=breakdown]"]
        {
            browser.click(&browser.find(choice));
        }
        let inside = "const view = document.querySelector('[data-embed-preview]').contentDocument?.querySelector('nulage-view');\
                      return view?.shadowRoot?.querySelector('[data-part=table-panel]') && view.getState().view === 'table'";
        browser.wait("the preview", inside, &[]);
        page.settle();
        // axe does not know the top layer and takes the page below for something on top of the words.
        assert_eq!(page.axe_without(&["color-contrast", "frame-tested"]), Vec::<String>::new(), "{engine:?}");
        let [element, frame, preview] = code(&page);
        for part in [
            "view=\"table\"",
            "year=\"2015\"",
            "lock=\"area\"",
            "people=\"both\"",
            &format!("area=\"{town}\""),
            "controls=\"year\"",
        ] {
            assert!(element.contains(part), "{engine:?}: no {part} in {element}");
        }
        assert!(frame.contains(&preview.replace('&', "&amp;")), "{engine:?}: {frame} {preview}");
        for part in ["title=\"", "width=\"100%\"", "frameborder=\"0\""] {
            assert!(frame.contains(part), "{engine:?}: no {part} in {frame}");
        }
        browser.press(&["Escape"]);
        assert_eq!(browser.run(modal, &[]), false, "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");

        // Pasted into a page, both show the table.
        server.put("/www/pasted.html", format!("<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>x</title><link rel=\"icon\" href=\"icon.svg\">{element}{frame}</html>"));
        browser.go(&server.url("/www/pasted.html"));
        let shown = "const part = root => root.querySelector('nulage-view')?.shadowRoot?.querySelector('[data-part=table-panel] tbody tr');\
                     const frame = document.querySelector('iframe');\
                     return part(document) && frame.contentDocument && part(frame.contentDocument) && Number(frame.height) !== 640";
        browser.wait("both views", shown, &[]);
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn the_dialog_offers_the_latest_year_and_the_one_shown() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.open(&format!("1/indicator/{}?year=latest&lang=sv", telling_indicator()));
    let years = "return [...document.querySelectorAll('[data-embed-dialog] [name=year]')].map(one => [one.value, one.checked])";
    let shown = page.browser.run("return document.querySelector('[data-part=year]').textContent", &[]);
    assert_eq!(page.browser.run(years, &[]), json!([["latest", true], [shown, false]]));
    page.browser.run("document.querySelector('input[type=range]').focus()", &[]);
    page.browser.press(&["ArrowLeft"]);
    let earlier = page.browser.wait(
        "another year",
        "const year = document.querySelector('[data-part=year]').textContent; return year !== arguments[0] && year",
        &[shown],
    );
    page.settle();
    assert_eq!(page.browser.run(years, &[]), json!([["latest", false], [earlier, true]]));
}

#[test]
fn the_article_is_fit_to_print() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    for (width, dark) in [(1440, false), (360, false), (1440, true)] {
        page.dress(width, 900, dark);
        page.browser.go(&server.url("/www/demo.html"));
        page.browser.run_async(
            "const all = [...document.querySelectorAll('nulage-view')];\
             for (const one of all) one.start();\
             const ready = () => all.filter(one => one.toSVG()).length;\
             for (let i = 0; i < 400 && ready() < all.length; i++) await new Promise(done => setTimeout(done, 25));\
             if (ready() < 5) throw new Error(ready() + ' of ' + all.length)",
            &[],
        );
        page.settle();
        assert_eq!(page.breaches(), Vec::<String>::new(), "{width} {dark}");
        assert_eq!(page.axe(), Vec::<String>::new(), "{width} {dark}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{width} {dark}");
    }
    // The article's numbers are the bundle's.
    let text = page.text();
    for number in
        ["47,5 procent", "32,3 procent", "11,0 procent", "7,2 procent", "78,4 procent", "80,8 procent"]
    {
        assert!(text.contains(number), "{number}");
    }
}

/// Plain JSON-stat in its several forms, with borders in degrees.
#[test]
fn any_statistics_become_views() {
    let dataset = |label: &str, value: Value| {
        json!({ "version": "2.0", "class": "dataset", "label": label, "source": "Prov",
            "id": ["Region", "ContentsCode", "Tid"], "size": [3, 1, 2], "role": { "geo": ["Region"], "time": ["Tid"], "metric": ["ContentsCode"] },
            "dimension": { "Region": { "label": "Stadsdel", "category": { "index": { "a": 0, "b": 1, "c": 2 }, "label": { "a": "Alm", "b": "Bok", "c": "Ceder" } } },
                "ContentsCode": { "category": { "index": ["x"], "label": { "x": label }, "unit": { "x": { "base": "kronor", "decimals": 0 } } } },
                "Tid": { "category": { "index": ["2021", "2022"] } } },
            "value": value, "status": { "5": "suppressed" } })
    };
    let collection = json!({ "version": "2.0", "class": "collection", "link": { "item": [
        dataset("Ett", json!([1, 2, 3, 4, 5, null])), dataset("Två", json!({ "0": 7, "3": 8 })) ] } });
    let square = |x: f64, name: &str| {
        json!({ "type": "Feature", "properties": { "kod": name }, "geometry": { "type": "Polygon",
            "coordinates": [[[x, 59.0], [x + 0.1, 59.0], [x + 0.1, 59.1], [x, 59.1], [x, 59.0]]] } })
    };
    let borders = json!({ "type": "FeatureCollection", "features": [square(15.0, "a"), square(15.1, "b"), square(15.2, "c")] });
    for engine in BOTH {
        let server = serve();
        server.put("/www/all.json", collection.to_string());
        server.put("/www/borders.json", borders.to_string());
        server.put("/www/plain.html", "<!doctype html><html lang=\"sv\"><meta charset=\"utf-8\"><title>x</title><link rel=\"icon\" href=\"icon.svg\">\
            <script type=\"module\" src=\"../pkg/element.js\"></script><nulage-view src=\"all.json\" geometry=\"borders.json\" controls=\"view,indicator,year\"></nulage-view>");
        let page = Page::new(engine, &server.url("/"));
        page.dress(900, 900, false);
        page.browser.go(&server.url("/www/plain.html"));
        let told = page.browser.run_async(
            "const view = document.querySelector('nulage-view'); const inside = css => view.shadowRoot.querySelector(css);\
             const until = async test => { for (let i = 0; i < 300; i++) { const found = test(); if (found) return found; await new Promise(done => setTimeout(done, 20)); } throw new Error(String(test)); };\
             await until(() => inside('[data-part=map] path')); const out = [];\
             out.push(inside('[data-part=headline]').textContent, inside('[data-part=map]').querySelectorAll('[role=option]').length);\
             inside('[data-part=view-table]').click(); await until(() => inside('tbody tr'));\
             out.push([...view.shadowRoot.querySelectorAll('tbody tr')].filter(row => row.checkVisibility()).map(row => row.innerText.replace(/\\s+/g, ' ').trim()));\
             for (const kind of ['ranking', 'time']) { inside(`[data-part=view-${kind}]`).click(); await until(() => inside(`[data-part=${kind}]`)); }\
             const select = inside('[data-part=indicator-select]'); out.push([...select.options].map(one => one.text));\
             select.value = 'd1-0'; select.dispatchEvent(new Event('change', { bubbles: true })); await until(() => inside('[data-part=headline]').textContent === 'Två');\
             return out",
            &[],
        );
        assert_eq!(told[0], "Ett", "{engine:?}");
        assert_eq!(told[1], 3, "{engine:?}");
        let rows = strings(&told[2]);
        assert_eq!(rows.len(), 3, "{engine:?}: {rows:?}");
        assert!(rows.iter().any(|row| row.starts_with("Bok 3")), "{engine:?}: {rows:?}");
        assert_eq!(told[3], json!(["Ett", "Två"]), "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn pages_without_an_indicator_are_embedded_whole() {
    let (town, _) = municipalities().into_iter().next().expect("a municipality");
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.open(&fragment(&views().remove(0).1, "en"));
    page.browser.click(&page.browser.find("[data-part=share] summary"));
    assert_eq!((page.count("[data-embed-open]"), page.count("[data-save]")), (1, 2));
    // Whether the open menu covers what is under it, axe cannot say.
    assert_eq!(page.axe_without(&["color-contrast"]), Vec::<String>::new());
    for path in ["start", "overview", &format!("area/{town}")] {
        page.open(&format!("1/{path}?lang=en"));
        page.browser.click(&page.browser.find("[data-part=share] summary"));
        page.browser.click(&page.browser.find("[data-embed-open]"));
        let shown = "const view = document.querySelector('[data-embed-preview]').contentDocument?.querySelector('nulage-view');\
                     return view?.shadowRoot?.querySelector('h1') && view.getState().page === arguments[0]";
        page.browser.wait(path, shown, &[json!(path)]);
        let [element, ..] = code(&page);
        assert!(element.contains(&format!(" page=\"{path}\" view=\"page\" lang=\"en\"")), "{element}");
        for absent in ["year", "controls", "lock"] {
            assert_eq!(page.count(&format!("[data-embed-dialog] [name={absent}]")), 0, "{path}: {absent}");
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{path}");
    }
}

#[test]
fn the_dialog_keeps_the_way_to_look() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.dress(1280, 900, false);
    page.open(&format!(
        "1/indicator/{}?year=latest&classes=quantile.4&show=spread&measure=gini.1&lang=sv",
        telling_indicator()
    ));
    let browser = &page.browser;
    browser.click(&browser.find("[data-part=share] summary"));
    browser.click(&browser.find("[data-embed-open]"));
    let has = |there: &[&str], not: &[&str]| {
        let all = "const code = document.querySelector('[data-embed-element]').value;\
                   return arguments[0].every(part => code.includes(part)) && !arguments[1].some(part => code.includes(part))";
        browser.wait(&format!("{there:?} without {not:?}"), all, &[json!(there), json!(not)]);
    };
    // The address is this computer's, which the dialog says.
    assert_eq!(page.count("[data-embed-local]:not([hidden])"), 1);
    has(&["classes=\"quantile.4\""], &[" show=", " measure="]);
    assert_eq!(browser.run("return document.querySelector('[name=show]').checkVisibility()", &[]), false);
    browser.click(&browser.find("[name=view][value=time]"));
    has(&["show=\"spread\"", "measure=\"gini.1\"", "controls=\"breakdown,show\""], &[" classes="]);
    let inside = |of: &str| {
        format!(
            "const view = document.querySelector('[data-embed-preview]').contentDocument?.querySelector('nulage-view');\
             const find = css => view?.shadowRoot?.querySelector(css); return {of}"
        )
    };
    browser.wait("the measure", &inside("find('[data-part=measure]')?.value === 'gini.1'"), &[]);
    browser.wait("the ways", &inside("find('[data-part=show-spread]')?.checkVisibility()"), &[]);
    browser.click(&browser.find("[name=controls][value=show]"));
    has(&["controls=\"breakdown\""], &[]);
    browser.wait("no ways", &inside("find('[data-part=show-spread]')?.checkVisibility() === false"), &[]);
    browser.run(
        "const ways = document.querySelector('select[name=show]'); ways.value = 'ranks';\
         ways.dispatchEvent(new Event('input', { bubbles: true }))",
        &[],
    );
    has(&["show=\"ranks\""], &[" measure="]);
    browser.wait("ranks", &inside("view?.getState().show === 'ranks'"), &[]);
    // From inside the preview Escape closes the dialog as it does elsewhere in it.
    browser.run(
        "const inner = document.querySelector('[data-embed-preview]').contentWindow;\
         const root = inner.document.querySelector('nulage-view').shadowRoot;\
         inner.focus(); [...root.querySelectorAll('button')].find(one => one.checkVisibility()).focus()",
        &[],
    );
    browser.press(&["Escape"]);
    assert!(page.soon("return !document.querySelector('[data-embed-dialog]').open"), "the dialog stays open");
    assert_eq!(page.faults(), Vec::<String>::new());
}

/// WCAG 2.2, 2.4.2 and 1.3.1: a frame is a page, with a name, one headline of the first level, in its main part.
#[test]
fn a_frame_is_called_what_it_shows() {
    let server = serve();
    for engine in [Engine::Chromium, Engine::Firefox] {
        let page = Page::new(engine, &server.url("/"));
        page.browser
            .go(&server.url(&format!("/embed.html#indicator={}&view=ranking&lang=sv", telling_indicator())));
        let outline = "const view = document.querySelector('main > nulage-view');\
             const heads = [...view?.shadowRoot?.querySelectorAll('h1, [aria-level=\"1\"]') ?? []].map(h => h.textContent);\
             return heads.length === 1 && document.title === `${heads[0]} – Nuläge` ? heads[0] : false";
        let first = page.browser.wait("a name", outline, &[]);
        // The name follows what is shown.
        page.browser.run("location.hash = location.hash.replace('&lang=sv', '&lang=en')", &[]);
        let follows = "const said = document.querySelector('nulage-view').shadowRoot.querySelector('[aria-level=\"1\"]').textContent;\
             return said !== arguments[0] && document.title === `${said} – Nuläge`";
        page.browser.wait("another name", follows, &[first]);
        // What lies behind a shadow root axe cannot say.
        assert_eq!(page.axe_without(&["color-contrast"]), Vec::<String>::new(), "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}
