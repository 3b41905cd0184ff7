//! Kolada's version 3 played from the files of `data`: its addresses, its shapes, its pages.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use nulage::tool::catalogue;
use serde_json::{Value, json};

use super::data;
use super::server::{Asked, Reply};

/// Most ids in a segment.
const IDS: usize = 25;

/// Values by key figure, area, year: gender and value as Kolada writes them.
type Store = BTreeMap<String, BTreeMap<(String, String), Vec<(&'static str, f64)>>>;

fn store() -> &'static Store {
    static STORE: OnceLock<Store> = OnceLock::new();
    STORE.get_or_init(|| {
        let mut store = Store::new();
        for indicator in catalogue::read(&data("catalogue.toml")).unwrap().indicators {
            let Some(kolada) = &indicator.kolada else { continue };
            let name = format!("{}.csv", indicator.id.get_ref());
            let mut seen = std::collections::BTreeSet::new();
            for folder in ["sources/indicators", "sources/counties", "bench/figures"] {
                for (area, year, sex, origin, value) in rows(&data(folder).join(&name)) {
                    if !seen.insert((area.clone(), year.clone(), sex.clone(), origin.clone())) {
                        continue;
                    }
                    for (kpi, only, of) in kolada.all() {
                        let gender = match (only, sex.as_str()) {
                            (Some(only), sex) if only == sex => "T",
                            (None, "total") => "T",
                            (None, "women") => "K",
                            (None, "men") => "M",
                            _ => continue,
                        };
                        if of == origin {
                            let place = if area.len() == 2 { format!("00{area}") } else { area.clone() };
                            let years = store.entry(kpi.get_ref().clone()).or_default();
                            years.entry((place, year.clone())).or_default().push((gender, value));
                        }
                    }
                }
            }
        }
        store
    })
}

/// Area, year, sex, origin, value of every row.
pub(super) fn rows(file: &Path) -> Vec<(String, String, String, String, f64)> {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let row = |line: &str| {
        let f: Vec<&str> = line.split(',').collect();
        (f[0].to_owned(), f[1].to_owned(), f[2].to_owned(), f[3].to_owned(), f[4].parse().unwrap())
    };
    text.lines().skip(1).map(row).collect()
}

/// The answer to a question under `/v3`, with at most `most` values a page.
pub(super) fn answer(asked: &Asked, most: usize) -> Reply {
    let path: Vec<&str> = asked.path.trim_start_matches("/v3/").split('/').collect();
    let ids = |segment: &str| -> Vec<String> { segment.split(',').map(str::to_owned).collect() };
    if path.iter().any(|segment| ids(segment).len() > IDS) {
        return Reply::status(400, r#"{"detail":"Too many ids"}"#);
    }
    let values: Vec<Value> = match path.as_slice() {
        ["kpi", kpis] => {
            let known = ids(kpis).into_iter().filter(|kpi| store().contains_key(kpi));
            known
                .map(|id| json!({ "id": id, "title": "…", "municipality_type": "A", "has_ou_data": false }))
                .collect()
        }
        ["data", "kpi", kpis, "municipality", places] => {
            let places = ids(places);
            let of = |kpi: String| {
                let years = store().get(&kpi).into_iter().flatten();
                let meant = years.filter(|((place, _), _)| places.contains(place));
                let datum = |((place, year), values): (&(String, String), &Vec<(&str, f64)>)| {
                    json!({ "kpi": kpi, "municipality": place, "period": year.parse::<i16>().unwrap(),
                            "values": all(&kpi, place, year, values) })
                };
                meant.map(datum).collect::<Vec<_>>()
            };
            ids(kpis).into_iter().flat_map(of).collect()
        }
        _ => return Reply::status(404, r#"{"detail":"Not Found"}"#),
    };
    let number = |name: &str| {
        let pair = asked.query.split('&').find_map(|p| p.strip_prefix(name)?.strip_prefix('='));
        pair.map(|n| n.parse::<usize>().unwrap())
    };
    let (page, size) = (number("page").unwrap_or(1), number("per_page").unwrap().min(most));
    let last = page * size >= values.len();
    // Kolada repeats the host it believes to have; behind a proxy that is another one.
    let next =
        (!last).then(|| format!("https://inside.example{}?page={}&per_page={size}", asked.path, page + 1));
    let values: Vec<Value> = values.into_iter().skip((page - 1) * size).take(size).collect();
    let answer = json!({ "count": values.len(), "values": values, "next_url": next, "previous_url": null });
    Reply::json(answer.to_string())
}

/// The values of an area and year, with one that was deleted and, for guest nights in Lekeberg, one
/// that is not shown.
fn all(kpi: &str, place: &str, year: &str, values: &[(&str, f64)]) -> Vec<Value> {
    let value = |(gender, value): &(&str, f64)| json!({ "gender": gender, "count": 1, "status": "", "value": value, "isdeleted": false });
    let mut all: Vec<Value> = values.iter().map(value).collect();
    all.push(json!({ "gender": "T", "count": 1, "status": "", "value": -1.0, "isdeleted": true }));
    if (kpi, place, year) == ("N45850", "1860", "2022") {
        all = vec![json!({ "gender": "T", "count": 1, "status": "..", "value": null, "isdeleted": false })];
    }
    all
}
