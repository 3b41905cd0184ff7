//! How long a reader waits, measured in real browsers: `cargo bench --bench browser`.
//!
//! First painted map (cold: new browser, empty cache; warm: same browser again) and the script time of
//! a change of year, for the default bundle, for one with all 290 municipalities, for these with sixty
//! indicators in files of their own, and for all districts of the country. No limits are asserted:
//! machines differ. The first map is marked by the app itself: `nulage:first-map`.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "what cannot measure may end"
)]

#[path = "../tests/browser/driver.rs"]
#[expect(dead_code, reason = "the tests need more of the driver than this does")]
mod driver;
#[path = "../tests/browser/http.rs"]
mod http;
#[path = "../tests/browser/launch.rs"]
mod launch;
#[path = "../tests/browser/machine.rs"]
#[expect(dead_code, reason = "the tests need more of it than this does")]
mod machine;
#[path = "../tests/browser/profile.rs"]
mod profile;
mod scale;
#[path = "../tests/browser/wire.rs"]
mod wire;

use driver::{Browser, Engine};
use nulage::tool::assemble;
use nulage::tool::serve::{Running, start};
use nulage::tool::site::{Progress, Site, build, find_root};
use serde_json::{Value, json};

const COLD: usize = 5;
const WARM: usize = 15;
const CHANGES: usize = 200;
/// Changes in one script, so that none comes near the driver's time limit.
const AT_A_TIME: usize = 10;

/// Steps the year to and fro and gives two lists in ms: the script until the step returns, and
/// until the next frame is due.
const STEPS: &str = "
const slider = document.querySelector('input[type=range]');
if (!slider) throw new Error('no year slider');
const frame = () => new Promise(requestAnimationFrame);
const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
const [low, high] = [Number(slider.min), Number(slider.max)];
const script = [], shown = [];
let at = Number(slider.value), way = -1;
for (let n = 0; n < arguments[0]; n++) {
  if (at + way < low || at + way > high) way = -way;
  at += way;
  await frame();
  const begin = performance.now();
  set.call(slider, String(at));
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  await Promise.resolve();
  script.push(performance.now() - begin);
  await frame(); await new Promise(done => setTimeout(done));
  shown.push(performance.now() - begin);
}
return [script, shown];";

fn first_map(browser: &Browser, url: &str) -> f64 {
    browser.go("about:blank");
    browser.go(url);
    let script =
        "const mark = performance.getEntriesByName('nulage:first-map')[0]; return mark && mark.startTime";
    browser.wait("the mark nulage:first-map", script, &[]).as_f64().unwrap_or(f64::NAN)
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect()
}

/// Median, 95th percentile (nearest rank) and count, as the table shows them.
fn summary(mut ms: Vec<f64>) -> String {
    ms.sort_by(f64::total_cmp);
    let rank = |share: f64| ms.get(((ms.len() as f64 * share).ceil() as usize).saturating_sub(1));
    match (rank(0.5), rank(0.95)) {
        (Some(median), Some(late)) => format!("{median:9.1} {late:9.1} {:6}", ms.len()),
        _ => format!("{:>9} {:>9} {:6}", "–", "–", 0),
    }
}

#[expect(clippy::print_stdout, reason = "the table is what it is for")]
fn measure(engine: Engine, name: &str, server: &Running, page: &str) {
    let url = server.url(page);
    let cold: Vec<f64> = (0..COLD).map(|_| first_map(&Browser::start(engine), &url)).collect();
    let browser = Browser::start(engine);
    first_map(&browser, &url);
    let warm: Vec<f64> = (0..WARM).map(|_| first_map(&browser, &url)).collect();
    let mut steps = [const { Vec::new() }; 2];
    for _ in 0..CHANGES / AT_A_TIME {
        let part = browser.run_async(STEPS, &[json!(AT_A_TIME)]);
        for (n, list) in steps.iter_mut().enumerate() {
            list.extend(numbers(&part[n]));
        }
    }
    let [script, shown] = steps;
    for (what, ms) in [
        ("first map, cold", cold),
        ("first map, warm", warm),
        ("year, script", script),
        ("year, until shown", shown),
    ] {
        println!("{:<10} {name:<16} {what:<24} {}", format!("{engine:?}"), summary(ms));
    }
}

/// The address of the first indicator's page in a bundle.
fn page_of(site: &Site) -> String {
    let bytes = std::fs::read(&site.bundle).unwrap_or_else(|e| panic!("{}: {e}", site.bundle.display()));
    let bundle: Value = serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{e}"));
    let all = bundle["indicators"].as_array().cloned().unwrap_or_default();
    let chosen = all.iter().find(|i| i["focusArea"].is_string()).or(all.first());
    let id = chosen.and_then(|i| i["id"].as_str()).unwrap_or_default();
    format!(
        "/#1/indicator/{id}?year=latest&people=all&origin=total&pin=&classes=natural.5&sort=value.0&lang=sv&theme=light"
    )
}

#[expect(clippy::print_stdout, reason = "the table is what it is for")]
fn main() {
    // `cargo test --benches` runs this too and wants to know only that it starts.
    if !std::env::args().any(|word| word == "--bench") {
        return;
    }
    let root = find_root().unwrap_or_else(|e| panic!("{e}"));
    // A site that was built before is measured as it is: two states can be compared.
    let site = match std::env::var_os("NULAGE_SITE").filter(|folder| !folder.is_empty()) {
        Some(folder) => Site::at(std::path::Path::new(&folder)),
        None => build(&root, &Progress::to_stderr()).unwrap_or_else(|e| panic!("{e}")),
    };
    let country = root.join("target").join("sverige.bundle.json");
    assemble::bundle(&root.join("data/bench/sverige.toml"), &country).unwrap_or_else(|e| panic!("{e:#}"));
    let large = site.clone().with_bundle(country);
    let whole = site.clone().with_bundle(scale::country(&root));
    let districts = site.clone().with_bundle(scale::districts(&root));
    println!("{:<10} {:<16} {:<24} {:>9} {:>9} {:>6}", "", "bundle", "ms", "median", "p95", "n");
    for (name, site) in
        [("default", site), ("290 areas", large), ("290 × 60, split", whole), ("3,363 areas", districts)]
    {
        let page = page_of(&site);
        let server = start(site, Some(0)).unwrap_or_else(|e| panic!("{e}"));
        for engine in [Engine::Chromium, Engine::Firefox] {
            measure(engine, name, &server, &page);
        }
    }
}
