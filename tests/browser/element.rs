//! `<nulage-view>` on pages that are not ours: lives, moves, fails and dies alone.

use serde_json::{Value, json};

use nulage::tool::serve::Running;

use crate::access::IDS;
use crate::driver::Engine;
use crate::page::{Page, strings};
use crate::site::{municipalities, serve, telling_indicator};

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Helpers of every page here: waits for events and looks into the shadow.
const HELP: &str = "
window.log = [];
window.globals = () => Object.keys(window).filter(key => !known.has(key));
for (const name of ['ready', 'state', 'select', 'error'])
  document.addEventListener('nulage-' + name, event => log.push([name, event.target.id, event.detail]));
window.turn = () => new Promise(done => setTimeout(done, 20));
window.until = async (what, test) => {
  for (let i = 0; i < 500; i++) { const found = test(); if (found) return found; await turn(); }
  throw new Error('in vain: ' + what + ' ' + JSON.stringify(log));
};
window.ready = id => until(id + ' ready', () => log.some(([name, who]) => name === 'ready' && who === id));
window.inside = (id, css) => document.getElementById(id).shadowRoot.querySelector(css);
window.known = new Set();
window.known = new Set(Object.keys(window));
";

/// A page of a host around this body, served at `/www/host.html`.
fn host(server: &Running, head: &str, body: &str) -> String {
    server.put("/www/help.js", HELP);
    server.put(
        "/www/host.html",
        format!(
            "<!doctype html><html lang=\"sv\"><head><meta charset=\"utf-8\"><title>Värd</title>\
             <link rel=\"icon\" href=\"icon.svg\">\
             <script src=\"help.js\"></script>{head}</head><body>{body}</body></html>"
        ),
    );
    server.url("/www/host.html")
}

const MODULE: &str = "<script type=\"module\" src=\"../pkg/element.js\"></script>";

fn view(id: &str, more: &str) -> String {
    let indicator = telling_indicator();
    format!(
        "<nulage-view id=\"{id}\" src=\"../data/bundle.json\" indicator=\"{indicator}\" {more}>\
         <p>I stället</p></nulage-view>"
    )
}

fn asked(server: &Running, part: &str) -> usize {
    server.seen().iter().filter(|seen| seen.target.contains(part)).count()
}

#[test]
fn views_share_one_instance_and_start_when_they_come_near() {
    for engine in BOTH {
        let server = serve();
        let (a, b) = (view("a", "view=\"ranking\""), view("b", "view=\"time\""));
        let far = view("far", "view=\"map\"");
        server.put("/www/gap.css", "#gap { height: 6000px }");
        let head = format!("<link rel=\"stylesheet\" href=\"gap.css\">{MODULE}");
        let url = host(&server, &head, &format!("{a}{b}<div id=\"gap\"></div>{far}"));
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&url);
        let seen = page.browser.run_async(
            "await ready('a'); await ready('b');\
             const hidden = id => getComputedStyle(document.querySelector('#' + id + ' p')).visibility;\
             const shown = id => document.querySelector('#' + id + ' p').checkVisibility();\
             return [!!inside('a', '[data-part=ranking]'), !!inside('b', '[data-part=time]'),\
               shown('a'), shown('far'), log.some(([name, who]) => who === 'far')]",
            &[],
        );
        assert_eq!(seen, json!([true, true, false, true, false]), "{engine:?}");
        assert_eq!((asked(&server, "bundle.json"), asked(&server, ".wasm")), (1, 1), "{engine:?}");
        page.browser.run("document.getElementById('far').scrollIntoView()", &[]);
        page.browser.run_async("await ready('far')", &[]);
        assert_eq!((asked(&server, "bundle.json"), asked(&server, ".wasm")), (1, 1), "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn no_id_occurs_twice_in_any_of_three_views() {
    let server = serve();
    let body = ["map", "ranking", "time"].map(|v| view(v, &format!("view=\"{v}\""))).concat();
    let page = Page::new(Engine::Chromium, &host(&server, MODULE, &body));
    page.browser.go(&page.base);
    for id in ["map", "ranking", "time"] {
        page.browser.run_async(
            "document.getElementById(arguments[0]).scrollIntoView(); await ready(arguments[0]);",
            &[json!(id)],
        );
    }
    assert_eq!(strings(&page.browser.run(IDS, &[])), Vec::<String>::new());
}

#[test]
fn attributes_properties_methods_and_events_agree() {
    let (code, _) = municipalities().into_iter().next().expect("a municipality");
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        let server = serve();
        let url = host(&server, MODULE, &view("a", "view=\"table\" year=\"latest\" controls=\"view,year\""));
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&url);
        let told = page.browser.run_async(
            "await ready('a'); const a = document.getElementById('a'); const out = [];\
             out.push(a.getState().page, a.state.view, a.toSVG());\
             const code = arguments[0];\
             [...a.shadowRoot.querySelectorAll('tbody button')].pop().click();\
             await until('select', () => log.some(([name]) => name === 'select'));\
             out.push(log.find(([name]) => name === 'select')[2].added.length);\
             a.setAttribute('area', code); await turn(); await turn(); out.push(a.getState().pin);\
             a.setState({ pin: '', view: 'map' }); await turn(); await turn(); out.push(a.getState().pin);\
             await until('map', () => inside('a', '[data-part=map] path'));\
             out.push(a.toSVG().startsWith('<svg'), (await a.toPNG()).type);\
             a.state = { theme: 'dark' }; await turn(); out.push(inside('a', '[data-part=app]').dataset.theme);\
             out.push(inside('a', '[data-part=headline]').part.contains('headline'));\
             out.push(log.every(([, , detail]) => JSON.stringify(detail) === JSON.stringify(structuredClone(detail))));\
             inside('a', '[data-part=view-ranking]').click(); await turn(); out.push(a.getState().view);\
             return out",
            &[json!(code)],
        );
        let expected = json!([
            format!("indicator/{}", telling_indicator()),
            "table",
            null,
            1,
            code,
            "",
            true,
            "image/png",
            "dark",
            true,
            true,
            "ranking"
        ]);
        assert_eq!(told, expected, "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn a_locked_area_stays_and_its_controls_are_gone() {
    let (code, _) = municipalities().into_iter().next().expect("a municipality");
    let server = serve();
    let lock = format!("view=\"table\" area=\"{code}\" lock=\"area,year\" controls=\"year,area,breakdown\"");
    let url = host(&server, MODULE, &view("a", &lock));
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.browser.go(&url);
    let told = page.browser.run_async(
        "await ready('a'); const a = document.getElementById('a');\
         for (const button of a.shadowRoot.querySelectorAll('tbody button')) button.click();\
         await turn(); await turn();\
         const seen = css => [...a.shadowRoot.querySelectorAll(css)].some(one => one.checkVisibility());\
         return [a.getState().pin, seen('.nl-year'), seen('[data-part=pins]'), seen('[data-part=people-all]')]",
        &[],
    );
    assert_eq!(told, json!([code, false, false, true]));
}

/// Single views come in a smaller module; what it does not hold is shown by the whole one.
#[test]
fn single_views_load_less_and_go_on_where_they_were_when_more_is_needed() {
    let (code, _) = municipalities().into_iter().next().expect("a municipality");
    for engine in [Engine::Chromium, Engine::Firefox, Engine::WebKit] {
        let server = serve();
        let (a, b) = (view("a", "controls=\"show\""), view("b", "view=\"ranking\" controls=\"none\""));
        let (gap, table) = (view("gap", "view=\"gap\""), view("table", "view=\"table\""));
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&host(&server, MODULE, &format!("{a}{b}{gap}{table}")));
        let loaded = |name: &str| asked(&server, &format!("{name}_bg.wasm"));
        let all = "for (const id of ['a', 'b', 'gap', 'table'])\
            { document.getElementById(id).scrollIntoView(); await ready(id); }";
        page.browser.run_async(all, &[]);
        assert_eq!((loaded("view"), loaded("nulage")), (1, 0), "{engine:?}");
        let told = page.browser.run_async(
            "const [a, b] = ['a', 'b'].map(id => document.getElementById(id));\
             a.scrollIntoView(); a.setState({ pin: arguments[0] }); b.setState({ people: 'both' });\
             await until('pinned', () => log.some(([name, who]) => name === 'select' && who === 'a'));\
             log.length = 0; a.setState({ view: 'time', show: 'spread' });\
             const told = a.getState().view; let seen = 0, gone = 0;\
             await until('time', () => {\
               for (const one of [a, b]) {\
                 seen += 1;\
                 gone += one.querySelector('p').checkVisibility() || one.getBoundingClientRect().height < 100;\
               }\
               return inside('a', '[data-part=show-spread][aria-pressed=true]');\
             });\
             b.scrollIntoView(); await ready('b');\
             const left = [a, b].map(one => one.shadowRoot.querySelectorAll('[data-part=app]').length);\
             return [told, a.getState().pin, b.getState().people, b.getState().view, seen > 1, gone, left]",
            &[json!(code)],
        );
        assert_eq!(told, json!(["time", code, "both", "ranking", true, 0, [1, 1]]), "{engine:?}");
        assert_eq!((loaded("view"), loaded("nulage")), (1, 1), "{engine:?}");
        // What is asked of one that is on its way, it becomes.
        page.browser.go(&host(&server, MODULE, "<main></main>"));
        let late = page.browser.run_async(
            "await customElements.whenDefined('nulage-view');\
             const late = Object.assign(document.createElement('nulage-view'), { id: 'late' });\
             late.setAttribute('src', '../data/bundle.json'); document.body.append(late);\
             late.start(); late.setAttribute('view', 'time'); await ready('late');\
             return !!inside('late', '[data-part=time]')",
            &[],
        );
        assert_eq!(late, true, "{engine:?}");
        // Readers who may choose another view would wait for it: it is there from the start.
        page.browser.go(&host(&server, MODULE, &view("a", "controls=\"view\"")));
        page.browser.run_async("await ready('a'); inside('a', '[data-part=view-time]').click(); await until('time', () => inside('a', '[data-part=time]'))", &[]);
        assert_eq!(loaded("nulage"), 3, "{engine:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn moving_keeps_the_state_and_leaving_gives_memory_back() {
    for engine in BOTH {
        let server = serve();
        let body = format!("<div id=\"one\">{}</div><div id=\"two\"></div>", view("a", "controls=\"view\""));
        let url = host(&server, MODULE, &body);
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&url);
        let told = page.browser.run_async(
            "await ready('a'); const a = document.getElementById('a'); const headline = inside('a', '[data-part=headline]');\
             a.setState({ people: 'both', view: 'time' }); await turn();\
             document.getElementById('two').append(a); await turn();\
             const moved = headline.isConnected && inside('a', '[data-part=headline]') === headline;\
             a.remove(); await turn(); await turn();\
             const gone = a.shadowRoot.querySelector('[data-part=headline]') === null;\
             log.length = 0; document.getElementById('one').append(a); await ready('a');\
             const { people, view } = a.getState();\
             return [moved, gone, people, view, !!inside('a', '[data-part=time]')]",
            &[],
        );
        assert_eq!(told, json!([true, true, "both", "time", true]), "{engine:?}");
        let pages = page.browser.run_async(
            "const wasm = (await (await import('../pkg/nulage.js')).default()).memory; const sizes = [];\
             const a = document.getElementById('a');\
             for (let n = 0; n < 60; n++) {\
               a.remove(); await turn(); log.length = 0;\
               document.getElementById('one').append(a); a.start(); await ready('a');\
               if (n % 10 === 9) sizes.push(wasm.buffer.byteLength / 65536);\
             }\
             return sizes",
            &[],
        );
        let sizes: Vec<f64> = pages.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
        assert_eq!(sizes.len(), 6, "{engine:?}: {pages}");
        assert!(sizes[5] <= sizes[2], "{engine:?}: wasm memory grows, in pages: {sizes:?}");
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

#[test]
fn what_cannot_be_shown_shows_its_fallback_and_tries_again() {
    for engine in BOTH {
        let server = serve();
        let late = "<nulage-view id=\"late\" src=\"late.json\"><p>I stället</p></nulage-view>";
        let wrong = "<nulage-view id=\"wrong\" src=\"../data/bundle.json\" indicator=\"finns-inte\"><p>I stället</p></nulage-view>";
        let nowhere = "<nulage-view id=\"nowhere\" src=\"../data/bundle.json\" view=\"page\" page=\"area/0000\"><p>I stället</p></nulage-view>";
        let url = host(&server, MODULE, &format!("{late}{wrong}{nowhere}{}", view("good", "")));
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&url);
        let told = page.browser.run_async(
            "await ready('good');\
             await until('errors', () => log.filter(([name]) => name === 'error').length === 3);\
             const shown = id => document.querySelector('#' + id + ' p').checkVisibility() && inside(id, '[part=reload]').checkVisibility();\
             const said = id => log.find(([name, who]) => name === 'error' && who === id)[2].message;\
             return [shown('late'), shown('wrong'), said('wrong'), said('nowhere')]",
            &[],
        );
        assert_eq!(told[0], true, "{engine:?}");
        assert_eq!(told[1], true, "{engine:?}");
        for (told, name) in [(&told[2], "indicator “finns-inte”"), (&told[3], "area “0000”")] {
            assert!(told.as_str().is_some_and(|text| text.contains(name)), "{engine:?}: {told}");
        }
        server.put("/www/late.json", crate::site::bundle().to_string());
        let again = page.browser.run_async(
            "inside('late', '[part=reload]').click(); await ready('late');\
             return document.querySelector('#late p').checkVisibility()",
            &[],
        );
        assert_eq!(again, false, "{engine:?}");
    }
}

/// The view library expects the document to make elements; here it refuses once.
#[test]
fn a_panic_takes_one_view_and_leaves_the_others_alive() {
    // In either module: readers who may choose another view need the whole one.
    let both = [("view", "view-ranking"), ("breakdown", "people-both")];
    for (engine, (controls, guilty)) in BOTH.into_iter().flat_map(|engine| both.map(|one| (engine, one))) {
        let server = serve();
        let (a, b) = (
            view("a", &format!("view=\"table\" controls=\"{controls}\"")),
            view("b", "view=\"table\" people=\"both\""),
        );
        let url = host(&server, MODULE, &format!("{a}{b}"));
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&url);
        let told = page.browser.run_async(
            "await ready('a'); await ready('b'); log.length = 0;\
             const old = Document.prototype.createElement;\
             const guilty = name => { throw new Error('med flit: ' + name) };\
             for (const method of ['createElement', 'createElementNS', 'importNode'])\
               (window.kept ??= {})[method] = Document.prototype[method], Document.prototype[method] = guilty;\
             const clone = Node.prototype.cloneNode; Node.prototype.cloneNode = guilty;\
             inside('a', `[data-part=${arguments[0]}]`).click();\
             for (let i = 0; i < 200; i++) await Promise.resolve();\
             Object.assign(Document.prototype, kept); Node.prototype.cloneNode = clone;\
             await until('a gives up', () => log.some(([name, who]) => name === 'error' && who === 'a'));\
             await ready('b');\
             const b = document.getElementById('b');\
             [...b.shadowRoot.querySelectorAll('tbody button')][0].click(); await turn(); await turn();\
             const alive = [b.getState().people, b.getState().pin.length > 0];\
             const fallback = document.querySelector('#a p').checkVisibility();\
             inside('a', '[part=reload]').click(); await ready('a');\
             return [...alive, fallback, !!inside('a', 'tbody button'), log.some(([name, who]) => name === 'error' && who === 'b')]",
            &[json!(guilty)],
        );
        assert_eq!(told, json!(["both", true, true, true, false]), "{engine:?} {controls}");
    }
}

/// `integrity` vouches for the bundle's bytes, and nothing else is shown.
#[test]
fn a_bundle_that_is_not_what_integrity_says_is_refused() {
    let hash =
        nulage::tool::digest::sha256(&std::fs::read(crate::site::site().bundle.clone()).expect("a bundle"));
    for engine in BOTH {
        let server = serve();
        let body = ["right", "one-of-two", "wrong"].map(|id| view(id, "view=\"table\"")).concat();
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&host(&server, "", &body));
        let told = page.browser.run_async(
            "const base64 = btoa(arguments[0].replace(/../g, two => String.fromCharCode(parseInt(two, 16))));\
             const other = 'sha256-' + btoa('x'.repeat(32));\
             const set = (id, value) => document.getElementById(id).setAttribute('integrity', value);\
             set('right', 'sha256-' + base64); set('one-of-two', `${other} sha256-${base64}`); set('wrong', other);\
             const script = document.createElement('script');\
             script.type = 'module'; script.src = '../pkg/element.js'; document.head.append(script);\
             await customElements.whenDefined('nulage-view');\
             for (const one of document.querySelectorAll('nulage-view')) one.start();\
             await ready('right'); await ready('one-of-two');\
             const error = await until('refused', () => log.find(([name]) => name === 'error'));\
             const shown = ['right', 'wrong'].map(id => [!!inside(id, 'tbody button'), document.querySelector(`#${id} p`).checkVisibility()]);\
             set('wrong', 'sha256-' + base64); document.getElementById('wrong').start(); await ready('wrong');\
             return [error[1], error[2].message.includes('not what integrity says, but sha256-' + base64), ...shown, log.filter(([name]) => name === 'error').length]",
            &[json!(hash)],
        );
        assert_eq!(told, json!(["wrong", true, [true, false], [false, true], 1]), "{engine:?}");
    }
}

/// What a rough site does to everything on its pages.
const HOSTILE: &str = "* { all: unset !important; color: rgb(255, 0, 0) !important; font: italic 40px serif !important; \
    letter-spacing: 9px !important; text-transform: uppercase !important; direction: rtl; background: yellow !important } \
    nulage-view { display: block !important } script, style, head { display: none !important } \
    .nulage, .nl-panel, p, table { display: none !important }";

#[test]
fn host_styles_stay_outside_and_ours_inside() {
    let server = serve();
    server.put("/www/hostile.css", HOSTILE);
    let body = format!("<h1>Värdens rubrik</h1>{}", view("a", "view=\"table\""));
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.dress(900, 900, false);
    let look = |head: &str| {
        page.browser.go("about:blank");
        page.browser.go(&host(&server, head, &body));
        page.browser.run_async(
            "await ready('a');\
             const names = ['color', 'font-size', 'font-style', 'font-family', 'letter-spacing', 'text-transform', 'direction', 'background-color', 'display'];\
             const look = one => names.map(name => getComputedStyle(one).getPropertyValue(name)).join('|');\
             return [['[data-part=headline]', 'tbody button', 'td', '.nl-sub', 'caption'].map(css => look(inside('a', css))),\
               look(document.querySelector('h1')), globals()]",
            &[],
        )
    };
    let calm = look(MODULE);
    let rough = look(&format!("<link rel=\"stylesheet\" href=\"hostile.css\">{MODULE}"));
    assert_eq!(calm[0], rough[0], "the host's styles leak in");
    assert_ne!(calm[1], rough[1], "the rough site is not rough");
    assert_eq!(strings(&calm[2]), Vec::<String>::new(), "globals");
    let bare = {
        page.browser.go("about:blank");
        page.browser.go(&host(&server, "", "<h1>Värdens rubrik</h1>"));
        page.browser.run("return getComputedStyle(document.querySelector('h1')).fontFamily + getComputedStyle(document.body).margin", &[])
    };
    let with = {
        page.browser.go(&host(&server, MODULE, &body));
        page.browser.run_async("await ready('a'); return getComputedStyle(document.querySelector('h1')).fontFamily + getComputedStyle(document.body).margin", &[])
    };
    assert_eq!(bare, with, "our styles leak out");
}

/// The policy of the laws with Trusted Types on top, and the hash of the one classic script.
#[test]
fn it_runs_where_text_may_never_become_code() {
    for engine in BOTH {
        let server = serve();
        let sums = std::fs::read_to_string(crate::site::site().pkg().join("integrity.json"))
            .expect("integrity.json");
        let sums: Value = serde_json::from_str(&sums).expect("JSON");
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
            style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'\">";
        let classic = |sum: &str| {
            format!("{policy}<script src=\"../pkg/nulage.standalone.js\" integrity=\"{sum}\"></script>")
        };
        let sum = sums["nulage.standalone.js"].as_str().expect("a hash");
        for head in [format!("{policy}{MODULE}"), classic(sum)] {
            let page = Page::new(engine, &server.url("/"));
            let all = ["map", "ranking", "gap", "time", "table", "page"]
                .map(|kind| view(kind, &format!("view=\"{kind}\"")));
            page.browser.go(&host(&server, &head, &all.concat()));
            let told = page.browser.run_async(
                "for (const one of document.querySelectorAll('nulage-view')) { one.start(); await ready(one.id); }\
                 return [(await document.getElementById('map').toPNG()).size > 1000, log.filter(([name]) => name === 'error').length]",
                &[],
            );
            assert_eq!(told, json!([true, 0]), "{engine:?} {head}");
            assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?} {head}");
        }
        let page = Page::new(engine, &server.url("/"));
        page.browser.go(&host(
            &server,
            &classic(sum.replace("sha384-", "sha384-A").trim_end_matches('=')),
            &view("a", ""),
        ));
        assert_eq!(
            page.browser.run("return customElements.get('nulage-view') === undefined", &[]),
            true,
            "{engine:?}"
        );
    }
}
