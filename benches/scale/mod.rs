//! Bundles of a size that no county has, made to measure: every district of the country, and every
//! municipality with sixty indicators over twenty years. Borders are real (Statistics Sweden, RegSO 2025, CC0,
//! simplified to 150 m; `data/bench/regso.geojson.br` is GeoJSON under brotli); figures are a computed wave, and
//! every title says so.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use nulage::tool::assemble::{self, Access, Input, Keep};
use serde_json::Value;

/// All 3,363 RegSO as if they were the municipalities of one county: one indicator, thirteen years.
pub(crate) fn districts(root: &Path) -> PathBuf {
    let folder = folder_of(root, "regso");
    let packed = fs::File::open(root.join("data/bench/regso.geojson.br")).expect("the borders are there");
    let mut borders = Vec::new();
    brotli::BrotliDecompress(&mut std::io::BufReader::new(packed), &mut borders).expect("they unpack");
    let file = folder.join("borders.geojson");
    fs::write(&file, borders).expect("target/ can be written");
    made(&folder, &file, &Wave { indicators: 1, years: 2010..2023, sexes: &["total"] }, Keep::Inside)
}

/// All 290 municipalities with 60 indicators over 20 years for women, men and everybody, each
/// indicator's values in a file of their own.
pub(crate) fn country(root: &Path) -> PathBuf {
    let folder = folder_of(root, "country");
    let borders = root.join("data/sources/geo/kommun-sverige-150m.geojson");
    let wave = Wave { indicators: 60, years: 2004..2024, sexes: &["total", "women", "men"] };
    made(&folder, &borders, &wave, Keep::Apart)
}

struct Wave {
    indicators: usize,
    years: std::ops::Range<u16>,
    sexes: &'static [&'static str],
}

fn folder_of(root: &Path, name: &str) -> PathBuf {
    let folder = root.join("target").join("scale").join(name);
    fs::create_dir_all(folder.join("figures")).expect("target/ can be written");
    folder
}

#[expect(clippy::print_stdout, reason = "how long it takes is what is measured")]
fn made(folder: &Path, borders: &Path, wave: &Wave, keep: Keep) -> PathBuf {
    let text = fs::read_to_string(borders).expect("the borders are there");
    let collection: Value = serde_json::from_str(&text).expect("they are GeoJSON");
    let features = collection["features"].as_array().cloned().unwrap_or_default();
    let codes: Vec<&str> = features.iter().filter_map(|f| f["properties"]["code"].as_str()).collect();
    let mut catalogue = head(borders);
    for n in 0..wave.indicators {
        catalogue.push_str(&indicator(n));
        fs::write(folder.join(format!("figures/demo-{n}.csv")), values(n, &codes, wave))
            .expect("target/ can be written");
    }
    let (file, out) = (folder.join("catalogue.toml"), folder.join("bundle.json"));
    fs::write(&file, &catalogue).expect("target/ can be written");
    let begun = Instant::now();
    assemble::bundle_with(Input::of(&file, &catalogue), Access::files(), &out, keep)
        .unwrap_or_else(|e| panic!("{e:#}"));
    println!(
        "{} areas × {} indicators × {} years × {} groups: assembled in {:.1} s",
        codes.len(),
        wave.indicators,
        wave.years.len(),
        wave.sexes.len(),
        begun.elapsed().as_secs_f64()
    );
    out
}

fn head(borders: &Path) -> String {
    let borders = borders.display().to_string();
    format!(
        r#"[meta]
id = "skalprov"
title = {{ sv = "Skalprov · demosiffror", en = "Scale test · demo figures" }}
publisher = {{ sv = "Projektet Nuläge, för att mäta hastighet", en = "The project Nuläge, to measure speed" }}
licence = {{ sv = "Gränser: SCB (CC0)", en = "Borders: Statistics Sweden (CC0)" }}
updated = "2026-11-26"
languages = ["sv", "en"]
county = "SE"
[sources]
values = "figures"
[areas]
nation = {{ code = "00", name = {{ sv = "Riket", en = "Sweden" }} }}
counties = [{{ code = "SE", name = {{ sv = "Hela landet (skalprov)", en = "The whole country (scale test)" }} }}]
municipalities = {borders:?}
[geometry]
grid = 10
source = {{ sv = "Källa: SCB, RegSO 2025", en = "Source: Statistics Sweden, RegSO 2025" }}
[[geometry.layers]]
level = "municipality"
file = {borders:?}
tolerance = 0
[units.percent]
kind = "percent"
label = {{ sv = "procent", en = "per cent" }}
short = {{ sv = "%", en = "%" }}
"#
    )
}

fn indicator(n: usize) -> String {
    let direction = ["up", "down"][n % 2];
    format!(
        r#"
[[indicators]]
id = "demo-{n}"
title = {{ sv = "Demosiffror {n}", en = "Demo figures {n}" }}
subject = {{ sv = "demovärdet {n}", en = "demo value {n}" }}
definition = {{ sv = "En räknad våg. Inga riktiga siffror.", en = "A computed wave. No real figures." }}
base = {{ sv = "ingen", en = "none" }}
unit = "percent"
decimals = 1
direction = "{direction}"
source = {{ publisher = "Demo" }}
values = "demo-{n}.csv"
"#
    )
}

/// Every area's own wave around 50 per cent, of one decimal.
fn values(n: usize, codes: &[&str], wave: &Wave) -> String {
    let mut text = String::from("area_code,year,sex,origin,value\n");
    for (at, code) in codes.iter().enumerate() {
        for year in wave.years.clone() {
            for (group, sex) in wave.sexes.iter().enumerate() {
                let turn = at as f64 * 0.37 + f64::from(year) * 0.21 + n as f64 + group as f64 * 0.05;
                let value = 50.0 + 30.0 * (at as f64 * 0.11).sin() + 10.0 * turn.sin();
                let _ = writeln!(text, "{code},{year},{sex},total,{value:.1}");
            }
        }
    }
    text
}
