//! The default bundle: what it holds, how large it is, and that it is what its sources say.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use nulage::bundle::caps::Caps;
use nulage::bundle::format::{Bundle, Direction, Indicator, Level, Text};
use nulage::bundle::jsonstat::{Dataset, Index, Sparse, Status};
use nulage::bundle::read;
use nulage::bundle::write::write;
use nulage::model::load;
use nulage::tool::assemble::{self, Access, Assembled, Input, Keep};
use nulage::tool::assemble_report::brotli_size;
use nulage::tool::digest::sha256;
use nulage::tool::{describe, seal};

/// Most bytes of the default bundle after brotli: it travels with the page.
const MOST_BYTES: usize = 250_000;

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file)
}

fn assembled() -> &'static Assembled {
    static ASSEMBLED: OnceLock<Assembled> = OnceLock::new();
    ASSEMBLED.get_or_init(|| assemble::assemble(&data("catalogue.toml")).unwrap())
}

fn bundle() -> &'static Bundle {
    &assembled().bundle
}

fn codes(dataset: &Dataset, dimension: &str) -> Vec<String> {
    match dataset.dimension.get(dimension).and_then(|d| d.category.index.clone()) {
        Some(Index::List(codes)) => codes,
        Some(Index::Map(_)) => panic!("codes are listed"),
        None => vec!["total".into()],
    }
}

/// Every cell with a figure, by sex, origin, area, period.
fn cells(indicator: &Indicator) -> BTreeMap<[String; 4], f64> {
    let dataset = indicator.values.dataset.as_ref().unwrap();
    let mut found = BTreeMap::new();
    let mut at = 0;
    for sex in codes(dataset, "sex") {
        for origin in codes(dataset, "origin") {
            for area in codes(dataset, "area") {
                for period in codes(dataset, "period") {
                    let value = match &dataset.value {
                        Sparse::Dense(cells) => cells[at],
                        Sparse::Map(cells) => cells.get(&at.to_string()).copied().flatten(),
                    };
                    if let Some(value) = value {
                        found.insert([sex.clone(), origin.clone(), area.clone(), period.clone()], value);
                    }
                    at += 1;
                }
            }
        }
    }
    assert_eq!(at, dataset.size.iter().product::<usize>(), "{}", indicator.id);
    found
}

/// The reason given for one cell of an indicator without groups.
fn reason(indicator: &Indicator, area: &str, period: &str) -> Option<String> {
    let dataset = indicator.values.dataset.as_ref().unwrap();
    let place =
        |dimension: &str, code: &str| codes(dataset, dimension).iter().position(|c| c == code).unwrap();
    let at = place("area", area) * codes(dataset, "period").len() + place("period", period);
    match dataset.status.as_ref().unwrap() {
        Status::Cells(Sparse::Map(cells)) => cells.get(&at.to_string()).cloned().flatten(),
        other => panic!("{other:?}"),
    }
}

fn indicator(id: &str) -> &'static Indicator {
    bundle().indicators.iter().find(|i| i.id == id).unwrap()
}

#[test]
fn the_committed_bundle_is_what_its_sources_give() {
    let committed = std::fs::read_to_string(data("orebro.bundle.json")).unwrap();
    let now = seal::sealed(bundle());
    let at = committed.bytes().zip(now.bytes()).take_while(|(a, b)| a == b).count();
    let line = committed.as_bytes()[..at].iter().filter(|b| **b == b'\n').count() + 1;
    assert!(committed == now, "differs from line {line}, byte {at}: run `cargo run -- bundle`");
}

#[test]
fn the_bundle_is_small_enough_to_travel_with_the_page() {
    let bytes = brotli_size(seal::sealed(bundle()).as_bytes()).unwrap();
    assert!(bytes <= MOST_BYTES, "{bytes} B with brotli");
}

#[test]
fn its_descriptions_are_committed_and_hold_what_is_required() {
    let text = seal::sealed(bundle());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("described");
    drop(std::fs::remove_dir_all(&folder));
    let [package, dcat] =
        describe::beside(&folder.join("orebro.bundle.json"), bundle(), text.as_bytes()).unwrap();
    let read = |file: &Path| std::fs::read_to_string(file).unwrap();
    for file in [&package, &dcat] {
        let name = file.file_name().unwrap().to_str().unwrap();
        assert!(read(&data(name)) == read(file), "{name} is another: run `cargo run -- bundle`");
    }
    let json = |file: &Path| serde_json::from_str::<serde_json::Value>(&read(file)).unwrap();
    let described = json(&package);
    let resource = &described["resources"][0];
    assert_eq!(resource["path"], "orebro.bundle.json");
    assert_eq!(resource["hash"], format!("sha256:{}", sha256(text.as_bytes())));
    assert_eq!(resource["bytes"], text.len());
    assert_eq!(described["name"], bundle().meta.id.as_str());
    assert!(described["sources"].as_array().is_some_and(|all| all.len() > 40), "{described}");
    let graph = json(&dcat);
    let node = |kind: &str| {
        let all = graph["@graph"].as_array().unwrap();
        all.iter().find(|node| node["@type"] == kind).unwrap_or_else(|| panic!("no {kind}")).clone()
    };
    for (kind, required) in [
        (
            "dcat:Catalog",
            &["dcterms:title", "dcterms:description", "dcterms:publisher", "dcterms:license", "dcat:dataset"]
                [..],
        ),
        (
            "dcat:Dataset",
            &["dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:distribution"][..],
        ),
        ("dcat:Distribution", &["dcat:accessURL", "spdx:checksum"][..]),
        ("foaf:Agent", &["foaf:name"][..]),
    ] {
        let node = node(kind);
        for property in required {
            assert!(!node[property].is_null(), "{kind} has no {property}");
        }
    }
    // A package that is about other files is not ours to overwrite.
    std::fs::write(&package, r#"{"resources":[{"path":"other.csv"}]}"#).unwrap();
    let [aside, _] = describe::beside(&folder.join("orebro.bundle.json"), bundle(), text.as_bytes()).unwrap();
    assert_eq!(aside.file_name().unwrap(), "orebro.bundle.datapackage.json");
    assert!(read(&package).contains("other.csv"));
}

#[test]
fn every_source_says_what_was_read() {
    let (bundle, _) = read::read(seal::sealed(bundle()).as_bytes(), &Caps::default()).unwrap();
    for Indicator { id, source, .. } in &bundle.indicators {
        assert!(source.request.is_empty(), "{id}");
        let own = format!("sources/indicators/{id}.csv");
        assert_eq!(source.files.first(), Some(&own), "{id}");
        let hashes: Vec<String> =
            source.files.iter().map(|file| sha256(&std::fs::read(data(file)).unwrap())).collect();
        let expected = match hashes.as_slice() {
            [one] => one.clone(),
            all => sha256(all.iter().map(|hash| format!("{hash}\n")).collect::<String>().as_bytes()),
        };
        assert_eq!(source.sha256, Some(expected), "{id}");
    }
}

#[test]
fn dates_and_terms_are_those_the_notes_give() {
    let notes = include_str!("../../data/sources/SOURCES.md");
    for Indicator { id, source, .. } in &bundle().indicators {
        let row = notes.lines().find(|line| line.starts_with(&format!("| `{id}` |")));
        let read = row.and_then(|row| row.split(" | ").nth(3)).unwrap_or_default();
        let collected = (read == "K").then_some("2024-08-30");
        assert_eq!(source.retrieved.as_deref(), collected, "{id}: read through {read}");
        let terms = (read == "L").then_some("CC0-1.0");
        assert_eq!(source.licence.as_deref(), terms, "{id}: read through {read}");
    }
}

#[test]
fn it_holds_the_county_and_its_strategy() {
    let bundle = bundle();
    assert!(bundle.indicators.len() >= 45);
    let count = |level| bundle.areas.iter().filter(|a| a.level == level).count();
    assert_eq!([Level::Nation, Level::County, Level::Municipality].map(count), [1, 21, 12]);
    let strategy = &bundle.strategy;
    assert_eq!((strategy.overall_goals.len(), strategy.focus_areas.len()), (3, 3));
    assert_eq!(strategy.priority_areas.len(), 10);
    for finding in &strategy.findings {
        assert!(!finding.indicators.is_empty() || finding.without_figures.is_some(), "{}", finding.id);
    }
    assert!(assembled().notes.is_empty(), "{:?}", assembled().notes);
}

#[test]
fn the_page_can_load_it() {
    let (dataset, notes) = load::from_bytes(write(bundle()).as_bytes(), &Caps::default()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    assert_eq!(dataset.regions().members().len(), 12);
    assert_eq!(dataset.regions().counties().len(), 21);
    assert_eq!(dataset.shapes().unwrap().all().len(), 33);
    let weights = dataset.weights().unwrap();
    assert_eq!(dataset.indicator(weights).id, "befolkning");
    for id in dataset.ids() {
        assert!(dataset.table(id).is_some(), "{}", dataset.indicator(id).id);
    }
    assert_eq!(dataset.background().len(), 8);
}

#[test]
fn every_indicator_is_described_in_both_languages() {
    for indicator in &bundle().indicators {
        let both = |text: &Text| {
            assert!(!text.sv.trim().is_empty(), "{}", indicator.id);
            assert!(text.en.as_ref().is_some_and(|en| !en.trim().is_empty()), "{}", indicator.id);
            assert!(!text.sv.contains('<') && !text.sv.contains("  "), "{}", text.sv);
        };
        for text in [&indicator.title, &indicator.subject, &indicator.definition, &indicator.base] {
            both(text);
        }
        indicator.caveats.iter().chain(indicator.breaks.iter().map(|b| &b.text)).for_each(both);
        assert!(indicator.title.sv.chars().count() <= 45, "{}", indicator.title.sv);
        assert!(indicator.subject.sv.starts_with(char::is_lowercase), "{}", indicator.subject.sv);
        assert!(
            !indicator.source.publisher.0.sv.is_empty() && indicator.source.table.is_some(),
            "{}",
            indicator.id
        );
        assert!(indicator.decimals <= 3);
        let unit = bundle().units.get(&indicator.unit).unwrap();
        both(&unit.label);
    }
    let judged = |i: &&Indicator| i.direction != Direction::None;
    assert!(bundle().indicators.iter().filter(judged).count() >= 45);
}

#[test]
fn every_figure_shows_the_digits_of_its_source() {
    let mut compared = 0;
    for indicator in &bundle().indicators {
        let cells = cells(indicator);
        let mut sources = BTreeMap::new();
        for folder in ["counties", "indicators"] {
            let file = data("sources").join(folder).join(format!("{}.csv", indicator.id));
            for row in std::fs::read_to_string(file).unwrap_or_default().lines().skip(1) {
                let fields: Vec<&str> = row.split(',').collect();
                let key = [fields[2], fields[3], fields[0], fields[1]].map(str::to_owned);
                sources.insert(key, fields[4].parse::<f64>().unwrap());
            }
        }
        let shown = usize::from(indicator.decimals);
        for (key, value) in &cells {
            let source = sources.get(key).unwrap_or_else(|| panic!("{} {key:?} has no source", indicator.id));
            // Adding zero: a small negative number rounds to a zero without a sign.
            let rounded = |x: f64| (format!("{x:.shown$}").parse::<f64>().unwrap() + 0.0).to_string();
            assert_eq!(rounded(*value), rounded(*source), "{} {key:?}", indicator.id);
            assert!(value.is_finite());
            compared += 1;
        }
    }
    assert!(compared > 50_000, "{compared}");
}

#[test]
fn what_is_left_out_says_why() {
    let nights = indicator("gastnatter-per-invanare");
    let cells = cells(nights);
    let has = |area: &str, year: &str| cells.contains_key(&["total", "total", area, year].map(str::to_owned));
    assert!(!has("1880", "2022") && has("1880", "2021") && has("18", "2022"));
    assert_eq!(reason(nights, "1880", "2022").as_deref(), Some("not-available"));
    assert_eq!(reason(nights, "1861", "2022").as_deref(), Some("suppressed"));
    assert!(nights.annotations.iter().any(|a| a.period == "2022" && a.area.as_deref() == Some("1880")));
    let turnout = indicator("valdeltagande-kommunval").values.dataset.as_ref().unwrap();
    assert!(!codes(turnout, "period").contains(&"2026".to_owned()));
}

#[test]
fn every_area_has_its_borders_and_neighbours() {
    let topology = bundle().geometry.as_ref().unwrap();
    let of = |object: &str| &topology.objects.get(object).unwrap().geometries;
    assert_eq!((of("counties").len(), of("municipalities").len()), (21, 12));
    let neighbours = |code: &str| {
        let all = of("counties").iter().chain(of("municipalities"));
        all.into_iter().find(|g| g.id == code).unwrap().properties.neighbours.clone()
    };
    assert_eq!(neighbours("18"), ["04", "05", "14", "17", "19", "20"]);
    assert_eq!(neighbours("1881"), ["1814", "1861", "1880"], "Kumla");
    assert_eq!(neighbours("09"), [""; 0], "Gotland");
    let vertices: usize = topology.arcs.iter().map(Vec::len).sum();
    assert!((1_000..6_000).contains(&vertices), "{vertices}");
}

#[test]
fn the_scale_catalogue_assembles_with_every_municipality() {
    let scale = assemble::assemble(&data("bench/sverige.toml")).unwrap().bundle;
    assert_eq!(scale.areas.iter().filter(|a| a.level == Level::Municipality).count(), 290);
    assert_eq!(scale.geometry.as_ref().unwrap().objects.get("municipalities").unwrap().geometries.len(), 290);
    assert!(scale.indicators.len() >= 4);
    let (dataset, notes) = load::from_bytes(write(&scale).as_bytes(), &Caps::default()).unwrap();
    assert_eq!((dataset.regions().members().len(), notes.len()), (290, 0), "{notes:?}");
}

#[test]
fn faults_of_a_source_name_file_and_line() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("assemble-faults");
    std::fs::create_dir_all(folder.join("figures")).unwrap();
    let catalogue = std::fs::read_to_string(data("bench/sverige.toml")).unwrap();
    let before_geometry = catalogue.find("[geometry]").unwrap();
    let from_units = catalogue.find("[units").unwrap();
    let catalogue = format!("{}{}", &catalogue[..before_geometry], &catalogue[from_units..]).replace(
        "\"../sources/geo/kommun-sverige-150m.geojson\"",
        "[{ code = \"1880\", name = { sv = \"Örebro\" } }]",
    );
    std::fs::write(folder.join("c.toml"), catalogue).unwrap();
    let header = "area_code,year,sex,origin,value\n";
    for id in ["befolkning", "arbetsloshet-18-65", "eftergymnasial-utbildning"] {
        let rows = format!("{header}1880,2020,total,total,1\n1881,2020,total,total,1\n");
        std::fs::write(folder.join(format!("figures/{id}.csv")), rows).unwrap();
    }
    let last = folder.join("figures/sjalvskattad-halsa.csv");
    std::fs::write(&last, format!("{header}1880,2020,total,total,1\n")).unwrap();
    let notes = assemble::assemble(&folder.join("c.toml")).unwrap().notes;
    assert_eq!(notes.len(), 3);
    assert!(
        notes[0].to_string().ends_with("befolkning.csv:3: area 1881 is not in the catalogue: 1 row left out"),
        "{}",
        notes[0]
    );
    std::fs::write(&last, format!("{header}1880,2020,total,total,ett\n")).unwrap();
    let faults = assemble::assemble(&folder.join("c.toml")).unwrap_err();
    assert_eq!(faults.len(), 1);
    assert!(faults[0].to_string().contains("sjalvskattad-halsa.csv:2: value: “ett”"), "{}", faults[0]);
}

#[test]
fn values_kept_apart_are_the_same_values() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("apart");
    let out = folder.join("Hela länet.bundle.json");
    drop(std::fs::remove_dir_all(&folder));
    let file = data("catalogue.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    let report = assemble::bundle_with(Input::of(&file, &text), Access::files(), &out, Keep::Apart).unwrap();
    let count = bundle().indicators.len();
    assert_eq!(report.apart.0, count - 1, "what weighs areas stays inside");
    let values = folder.join("hela-lanet.values");
    assert_eq!(std::fs::read_dir(&values).unwrap().count(), count - 1);
    assert!(report.to_string().contains(&format!("{} files of values", count - 1)), "{report}");
    let bytes = std::fs::read(&out).unwrap();
    assert!(bytes.len() * 2 < write(bundle()).len(), "{}", bytes.len());
    let (open, notes) = load::from_bytes(&bytes, &Caps::default()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    let here: Vec<_> = open.ids().filter(|&id| open.table(id).is_some()).collect();
    assert_eq!(here, [open.weights().unwrap()]);
    // Each file is what the page asks for, and the one file holds them all again.
    let (whole, _) = load::from_bytes(write(bundle()).as_bytes(), &Caps::default()).unwrap();
    for id in open.ids().filter(|id| !here.contains(id)) {
        let nulage::model::dataset::Slot::Elsewhere(href) = open.slot(id) else { panic!("{id:?}") };
        let part = std::fs::read(folder.join(href)).unwrap();
        let open = open.with_table(id, load::table_from_bytes(&open, id, &part, &Caps::default()).unwrap());
        assert_eq!(open.table(id), whole.table(id), "{href}");
    }
    let inline = nulage::tool::usb::inline(&out, &bytes).unwrap();
    let (again, _) = load::from_bytes(&inline, &Caps::default()).unwrap();
    assert!(again.ids().all(|id| again.table(id) == whole.table(id)));
    assert!(seal::broken(&bytes, &Caps::default()).is_none());
}
