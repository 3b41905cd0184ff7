//! The app as it is built and served, once for all tests; and the same app with another bundle.

use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use nulage::tool::serve::{Running, start};
use nulage::tool::site::{Progress, Site, build, find_root};
use serde_json::{Value, json};

/// The site: built now, or, with `NULAGE_SITE=folder`, one that was built before, taken as it is.
pub(crate) fn site() -> &'static Site {
    static BUILT: OnceLock<Site> = OnceLock::new();
    BUILT.get_or_init(|| {
        if let Some(folder) = std::env::var_os("NULAGE_SITE").filter(|folder| !folder.is_empty()) {
            return Site::at(Path::new(&folder));
        }
        let root = find_root().unwrap_or_else(|e| panic!("{e}"));
        build(&root, &Progress::silent()).unwrap_or_else(|e| panic!("{e}"))
    })
}

/// The app with its default bundle, on a server of its own.
pub(crate) fn serve() -> Running {
    start(site().clone(), Some(0)).unwrap_or_else(|e| panic!("{e}"))
}

/// The app with these bytes as its bundle.
pub(crate) fn serve_with(bundle: impl Into<Vec<u8>>) -> Running {
    let running = serve();
    running.put("/data/bundle.json", bundle.into());
    running
}

/// The default bundle.
pub(crate) fn bundle() -> &'static Value {
    static READ: OnceLock<Value> = OnceLock::new();
    READ.get_or_init(|| {
        let path = &site().bundle;
        let bytes = fs::read(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        serde_json::from_slice(&bytes).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
    })
}

/// The municipalities of the bundle's county: code and Swedish name.
pub(crate) fn municipalities() -> Vec<(String, String)> {
    let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let areas = bundle()["areas"].as_array().into_iter().flatten();
    areas
        .filter(|a| a["level"] == "municipality" && a["parent"] == bundle()["meta"]["county"])
        .map(|a| (text(&a["code"]), text(&a["name"]["sv"])))
        .collect()
}

/// The default bundle with the values of its telling indicator in a file beside it, `values/one.json`; those
/// values; the indicator.
pub(crate) fn outside() -> (Value, Value, String) {
    let (id, mut outside) = (telling_indicator(), bundle().clone());
    let all = outside["indicators"].as_array_mut().expect("indicators");
    let values = &mut all.iter_mut().find(|i| i["id"] == id.as_str()).expect("the indicator")["values"];
    let dataset = std::mem::replace(values, json!({ "href": "values/one.json" }))["dataset"].take();
    (outside, dataset, id)
}

/// An indicator with values for women and men if there is one, else the first: its id.
pub(crate) fn telling_indicator() -> String {
    let all: Vec<&Value> = bundle()["indicators"].as_array().into_iter().flatten().collect();
    let with_sexes = all.iter().find(|i| {
        let dimensions = i["values"]["dataset"]["id"].as_array();
        i["focusArea"].is_string() && dimensions.is_some_and(|d| d.iter().any(|name| name == "sex"))
    });
    let chosen = with_sexes.or(all.first()).expect("the bundle has indicators");
    chosen["id"].as_str().expect("an indicator has an id").to_owned()
}

/// The hash of each view worth looking at: name and fragment, without language and theme.
pub(crate) fn views() -> Vec<(&'static str, String)> {
    let indicator = telling_indicator();
    let towns = municipalities();
    let pins: Vec<&str> = towns.iter().take(2).map(|t| t.0.as_str()).collect();
    let pins = pins.join(",");
    let small = towns.last().map(|t| t.0.clone()).unwrap_or_default();
    let rest = "origin=total&classes=natural.5&sort=value.0";
    vec![
        ("start", format!("1/start?year=latest&people=all&pin=&{rest}")),
        ("indicator", format!("1/indicator/{indicator}?year=latest&people=all&pin=&{rest}")),
        ("indicator-both", format!("1/indicator/{indicator}?year=latest&people=both&pin={pins}&{rest}")),
        (
            "indicator-gap",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=gap&{rest}"),
        ),
        (
            "overview",
            format!("1/overview?year=latest&people=all&pin=&rows={small}&columns={indicator}&{rest}"),
        ),
        (
            "indicator-spread",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=spread&{rest}"),
        ),
        (
            "indicator-ranks",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=ranks&{rest}"),
        ),
        (
            "indicator-slope",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=slope&{rest}"),
        ),
        (
            "indicator-tiles",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=tiles&{rest}"),
        ),
        (
            "indicator-change",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=change&{rest}"),
        ),
        (
            "indicator-scatter",
            format!("1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=scatter&{rest}"),
        ),
        (
            "indicator-index",
            format!(
                "1/indicator/{indicator}?year=latest&people=all&pin={pins}&show=levels&mode=index&{rest}"
            ),
        ),
        ("area", format!("1/area/{small}?year=latest&people=all&pin=&{rest}")),
    ]
}

/// The fragment of a view in a language; the theme follows what the browser prefers.
pub(crate) fn fragment(view: &str, language: &str) -> String {
    format!("{view}&lang={language}&theme=auto")
}
