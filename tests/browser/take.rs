//! What is taken along: pictures as files of their own, tables as CSV for two kinds of readers.

use serde_json::{Value, json};

use crate::driver::Engine;
use crate::page::Page;
use crate::site::{bundle, serve, serve_with, site, telling_indicator};
use crate::usb::CATCH;

const BOTH: [Engine; 2] = [Engine::Chromium, Engine::Firefox];

/// Presses a button of “Ladda ner” as a reader does, and gives the file: name, type, text or size of the picture.
const TAKE: &str = "
const [panel, kind] = arguments;
const button = document.querySelector(`${panel} [data-take=${kind}]`);
saved.length = 0;
button.closest('details.nl-take')?.querySelector('summary').click();
if (!button.checkVisibility()) throw new Error('hidden');
button.click();
for (let i = 0; i < 400 && !(window.savedAs && saved.length); i++) await new Promise(done => setTimeout(done, 25));
const file = saved.at(-1), name = window.savedAs;
window.savedAs = '';
if (kind !== 'png') return [name, file.type, new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())];
const image = await createImageBitmap(file);
const pen = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d');
pen.drawImage(image, 0, 0);
const { data } = pen.getImageData(0, 0, image.width, image.height);
return [name, file.type, new Set(new Uint32Array(data.buffer)).size, image.width];";

fn take(page: &Page, panel: &str, kind: &str) -> Value {
    page.browser.run("savedAs = ''", &[]);
    page.browser.run_async(TAKE, &[json!(panel), json!(kind)])
}

fn text(file: &Value, at: usize) -> String {
    file[at].as_str().unwrap_or_default().to_owned()
}

#[test]
fn pictures_are_files_of_their_own() {
    let server = serve();
    let folder = crate::machine::scratch().join("usb-take");
    let written =
        nulage::tool::usb::write(&site().file(), &site().bundle, &folder).unwrap_or_else(|e| panic!("{e}"));
    let id = telling_indicator();
    for engine in BOTH {
        for base in [server.url("/"), format!("file://{}", written.page.display())] {
            let page = Page::new(engine, &base);
            page.dress(1440, 900, true);
            page.open(&format!("1/indicator/{id}?year=2018&people=both&show=spread&lang=sv"));
            page.browser.run(CATCH, &[]);
            let headline = page.browser.run("return document.querySelector('h1').textContent", &[]);
            for (panel, name) in [
                ("map-panel", "karta"),
                ("ranking-panel", "rangordning"),
                ("time-panel", "over-tid-spridning"),
            ] {
                let panel = format!("[data-part={panel}]");
                let svg = take(&page, &panel, "svg");
                assert_eq!(text(&svg, 0), format!("{id}-{name}-2018.svg"), "{engine:?} {base}");
                let picture = text(&svg, 2);
                for said in ["Källa", "2018", "Nuläge · Örebro län", "fill=\"#14171a\""] {
                    assert!(picture.contains(said), "{engine:?} {base} {name}: no {said} in {picture}");
                }
                if name == "karta" {
                    let title = format!("<title>{}</title>", headline.as_str().unwrap_or_default());
                    assert!(picture.contains(&title), "{engine:?} {base}: no {title}");
                }
                let png = take(&page, &panel, "png");
                assert_eq!(text(&png, 0), format!("{id}-{name}-2018.png"), "{engine:?} {base}");
                assert_eq!(png[1], "image/png", "{engine:?} {base}");
                assert!(png[2].as_u64().is_some_and(|n| n > 20), "{engine:?} {base} {name}: colours {png}");
            }
            page.open("1/overview?lang=en");
            page.browser.run(CATCH, &[]);
            let svg = take(&page, ".nl-overview", "svg");
            assert_eq!(text(&svg, 0), "orebro-lan-overview.svg", "{engine:?} {base}");
            assert!(text(&svg, 2).contains("id=\"nl-hatch\""), "{engine:?} {base}: no patterns");
            assert_eq!(page.count("details[open].nl-menu"), 0, "{engine:?} {base}: a menu stays open");
            assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?} {base}");
        }
    }
}

#[test]
fn tables_are_for_the_sheets_of_the_language() {
    let mut bundle = bundle().clone();
    let id = telling_indicator();
    let indicators = bundle["indicators"].as_array_mut().expect("indicators");
    let indicator = indicators.iter_mut().find(|i| i["id"] == json!(id)).expect("the indicator");
    let dataset = &mut indicator["values"]["dataset"];
    let periods = dataset["dimension"]["period"]["category"]["index"].as_array().expect("periods").len();
    let places = dataset["value"].as_array().map_or(0, Vec::len);
    // No area has a value in the last period but those of the first rows; names try to be formulas.
    assert!(places > periods);
    let areas = bundle["areas"].as_array_mut().expect("areas");
    let askersund = areas.iter_mut().find(|a| a["code"] == "1882").expect("Askersund");
    askersund["name"]["sv"] = json!("=HYPERLINK(\"http://a\";1)");
    askersund["name"]["en"] = json!("-a, \"b\"");
    let server = serve_with(bundle.to_string());
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        for (lang, name, separator, point, head) in [
            ("sv", "tabell", ';', ',', "\u{feff}Kod;Område;2018;"),
            ("en", "table", ',', '.', "Code,Area,2018,"),
        ] {
            page.open(&format!("1/indicator/{id}?year=2018&lang={lang}"));
            page.browser.run(CATCH, &[]);
            let file = take(&page, "[data-part=table-panel]", "csv");
            assert_eq!(text(&file, 0), format!("{id}-{name}-2018.csv"), "{engine:?}");
            let csv = text(&file, 2);
            assert!(csv.starts_with(head), "{engine:?}: {csv}");
            assert!(csv.ends_with("\r\n") && csv.lines().count() > 12, "{engine:?}: {csv}");
            let line = csv.lines().find(|l| l.starts_with("1880")).expect("Örebro");
            let cells: Vec<&str> = line.split(separator).collect();
            assert_eq!(cells[1], "Örebro", "{engine:?}: {line}");
            let number = cells[2].replace(point, ".");
            assert!(number.parse::<f64>().is_ok() && cells[2].contains(point), "{engine:?}: {line}");
            let guarded = if lang == "sv" {
                "1882;\"'=HYPERLINK(\"\"http://a\"\";1)\";"
            } else {
                "1882,\"'-a, \"\"b\"\"\","
            };
            assert!(csv.contains(guarded), "{engine:?}: no {guarded} in {csv}");
        }
        assert_eq!(page.faults(), Vec::<String>::new(), "{engine:?}");
    }
}

/// The writer by itself, on a table with everything that is hard.
#[test]
fn missing_values_are_empty_and_told_beside() {
    let server = serve();
    let script = "
        const { csv } = await import(new URL('www/take.js', document.baseURI));
        const table = document.createElement('table');
        const put = (row, tag, text, missing) => { const cell = document.createElement(tag); cell.textContent = text; if (missing) cell.className = 'nl-none'; row.append(cell); };
        for (const [kind, ...cells] of arguments[0]) {
          const row = document.createElement('tr');
          cells.forEach((text, i) => put(row, kind === 'head' || i === 0 ? 'th' : 'td', text.replace('?', ''), text.startsWith('?')));
          table.append(row);
        }
        return csv(table, { lang: arguments[1], reasons: 'Anm' });";
    let rows = json!([
        ["head", "Område", "2021", "Skillnad", "Ord"],
        ["row", "A", "\u{2212}1\u{a0}234,5", "+1,2 p.e.", "plats 3"],
        ["row", "B", "?sekretess", "0,0 p.e.", "@x"],
        ["row", "Rubrik"],
        ["row", "C;D", "3,0 preliminärt", "\u{2212}0,4 p.e.", "–"],
    ]);
    let expected = "\u{feff}Område;2021;Skillnad (p.e.);Ord;Anm\r\n\
        A;-1234,5;1,2;plats 3;\r\nB;;0,0;'@x;2021: sekretess\r\n\"C;D\";3,0;-0,4;–;2021: preliminärt\r\n";
    let english = json!([
        ["head", "Area", "2021"],
        ["row", "A", "1,234.5"],
        ["row", "B", "\u{2212}1,234,567"],
        ["row", "C", "1,2"]
    ]);
    for engine in BOTH {
        let page = Page::new(engine, &server.url("/"));
        page.open("");
        assert_eq!(page.browser.run_async(script, &[rows.clone(), json!("sv")]), expected, "{engine:?}");
        let told = page.browser.run_async(script, &[english.clone(), json!("en")]);
        assert_eq!(told, "Area,2021\r\nA,1234.5\r\nB,-1234567\r\nC,\"1,2\"\r\n", "{engine:?}");
    }
}

#[test]
fn views_on_other_pages_and_on_a_stage_have_no_menu() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.open("1/overview?lang=sv&stage=titel");
    assert_eq!(page.count("[data-take]"), 0);
    page.browser.go(&format!("{}embed.html#indicator={}&view=map", page.base, telling_indicator()));
    let shown =
        "return document.querySelector('nulage-view').shadowRoot?.querySelector('[data-part=map] path')";
    page.browser.wait("the map", shown, &[]);
    let menus = "return document.querySelector('nulage-view').shadowRoot.querySelectorAll('[data-take], .nl-take').length";
    assert_eq!(page.browser.run(menus, &[]), 0);
}

/// A span of places, a quarter and a name with a figure in it are no numbers; what has a unit is.
#[test]
fn what_is_no_number_stays_whole_in_a_table() {
    let server = serve();
    let page = Page::new(Engine::Chromium, &server.url("/"));
    page.open("1/start?lang=sv");
    let script = "const { csv } = await import(new URL('www/take.js', document.baseURI));\
        const table = document.createElement('table');\
        const row = (tag, cells) => { const tr = table.insertRow();\
          cells.forEach(text => { const cell = document.createElement(tag); cell.textContent = text; tr.append(cell); }); };\
        row('th', ['Område', 'a', 'b', 'c', 'd']);\
        row('td', ['Nora', '3\u{2013}7', '2022K4', '280\u{a0}400\u{a0}kr', '\u{2212}1,5 %']);\
        return csv(table, { lang: 'sv', reasons: 'Anm' }).split('\\r\\n')[1];";
    let line = page.browser.run_async(script, &[]);
    assert_eq!(line.as_str().unwrap_or_default(), "Nora;3\u{2013}7;2022K4;280400;-1,5", "{line}");
}
