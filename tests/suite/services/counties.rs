//! Bundles of every county, from real figures that the played services hold. How they look is held by
//! `crate::counties`, with all indicators.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use nulage::bundle::caps::Caps;
use nulage::bundle::format::Bundle;
use nulage::bundle::write::write;
use nulage::model::{Dataset, load};
use nulage::tool::assemble::{Input, assemble_with};
use nulage::tool::catalogue;
use nulage::tool::county::Data;

use super::server::Server;
use super::{User, data, sound};

const TODAY: &str = "2026-11-25";

/// Indicators of which the services hold every municipality.
const FULL: [&str; 4] =
    ["befolkning", "arbetsloshet-18-65", "eftergymnasial-utbildning", "sjalvskattad-halsa"];

fn package() -> Data {
    Data::at(data(""))
}

fn load(bundle: &Bundle) -> Dataset {
    let (dataset, notes) = load::from_bytes(write(bundle).as_bytes(), &Caps::default()).unwrap();
    assert!(notes.is_empty(), "{notes:?}");
    dataset
}

#[test]
fn every_county_has_a_starting_catalogue_and_a_bundle() {
    let server = Server::start(sound);
    let user = User::of("counties", &server);
    let default = catalogue::read(&data("catalogue.toml")).unwrap();
    let mut municipalities = 0;
    for county in &default.areas.counties {
        let ready = package().of_county(&county.code, TODAY).unwrap();
        let own = county.code == "18";
        assert_eq!(ready.text.contains("[strategy]\n"), own, "{}", county.code);
        assert_eq!(ready.text.contains("\nstory = "), own, "{}", county.code);
        // Only what the services hold of all municipalities.
        let (head, indicators) = ready.text.split_once("[[indicators]]\n").unwrap();
        let full = indicators
            .split("[[indicators]]\n")
            .filter(|i| FULL.iter().any(|id| i.starts_with(&format!("id = \"{id}\""))));
        let mut text = format!(
            "{}[[indicators]]\n{}",
            without_strategy(head),
            full.collect::<Vec<_>>().join("[[indicators]]\n")
        );
        text = text
            .lines()
            .filter(|l| !l.starts_with("focus_area") && !l.starts_with("priority_area"))
            .collect::<Vec<_>>()
            .join("\n");
        let input = Input { file: &ready.file, text: &text, base: &ready.base };
        let made = user.with(true, |access| assemble_with(input, access));
        let made = made.unwrap_or_else(|faults| panic!("{}: {faults:#?}", county.code));
        let dataset = load(&made.bundle);
        let members = dataset.regions().members().len();
        municipalities += members;
        assert_eq!(dataset.ids().count(), FULL.len());
        assert_eq!(dataset.regions().counties().len(), 21);
        assert_eq!(dataset.shapes().unwrap().all().len(), 21 + members, "{}", county.code);
    }
    assert_eq!(municipalities, 290);
}

/// The head without what speaks of indicators that are left out.
fn without_strategy(head: &str) -> String {
    let head = &head.replace("story = \"story.toml\"\n", "");
    match (head.find("[strategy]\n"), head.find("[[events]]")) {
        (Some(from), Some(to)) if from < to => format!("{}{}", &head[..from], &head[to..]),
        (Some(from), _) => head[..from].to_owned(),
        _ => head.to_owned(),
    }
}

#[test]
fn the_default_county_asked_anew_gives_its_own_figures() {
    let server = Server::start(sound);
    let user = User::of("anew", &server);
    let ready = package().of_county("18", TODAY).unwrap();
    let input = Input { file: &ready.file, text: &ready.text, base: &ready.base };
    let made =
        user.with(true, |access| assemble_with(input, access)).unwrap_or_else(|faults| panic!("{faults:#?}"));
    let (anew, _) = load::from_bytes(write(&made.bundle).as_bytes(), &Caps::default()).unwrap();
    let committed = fs::read(data("orebro.bundle.json")).unwrap();
    let (kept, _) = load::from_bytes(&committed, &Caps::default()).unwrap();
    assert_eq!(anew.ids().count(), kept.ids().count());
    let mut compared = 0;
    for (a, k) in anew.ids().zip(kept.ids()) {
        let id = &kept.indicator(k).id;
        assert_eq!(&anew.indicator(a).id, id);
        let (Some(new), Some(old)) = (anew.table(a), kept.table(k)) else { panic!("{id}") };
        for (name, region) in regions(&kept) {
            for &period in old.periods() {
                for &group in old.groups() {
                    if let Ok(value) = old.get(region, period, group) {
                        // Guest nights of Laxå in 2022 are played as suppressed.
                        let Ok(now) = new.get(region, period, group) else {
                            assert_eq!((id.as_str(), name.as_str()), ("gastnatter-per-invanare", "1860"));
                            continue;
                        };
                        assert_eq!(value, now, "{id} {name} {period}");
                        compared += 1;
                    }
                }
            }
        }
    }
    assert!(compared > 50_000, "{compared}");
    assert_eq!(made.bundle.meta.updated, TODAY);
    let source = |id: &str| made.bundle.indicators.iter().find(|i| i.id == id).unwrap().source.clone();
    assert_eq!(source("medellivslangd").table.as_deref(), Some("N00925, N00923"));
    let employment = source("sysselsattningsgrad-20-64");
    assert_eq!((employment.table.as_deref(), employment.via), (Some("TAB2921"), None));
    let said: BTreeMap<&str, usize> =
        made.bundle.indicators.iter().map(|i| (i.id.as_str(), i.caveats.len())).collect();
    assert!(said["eftergymnasial-utbildning"] < 2, "what is said of the kept file falls away");
}

/// Every area of a bundle with its code.
fn regions(data: &Dataset) -> Vec<(String, nulage::base::id::AreaId)> {
    let all = data.regions();
    let areas = all.members().iter().chain(all.counties()).copied().chain(all.nation());
    areas.map(|area| (all.get(area).code.clone(), area)).collect()
}

#[test]
fn a_new_catalogue_is_a_folder_that_stands_alone() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-05");
    drop(fs::remove_dir_all(&folder));
    let file = package().write("05", TODAY, Some(&folder)).unwrap();
    let written = catalogue::read(&file).unwrap();
    assert_eq!(written.meta.county.get_ref(), "05");
    let default = catalogue::read(&data("catalogue.toml")).unwrap();
    let asked = default.indicators.iter().filter(|i| i.kolada.is_some() || i.pxweb.is_some()).count();
    assert!(asked >= 70 && written.indicators.len() == asked, "{asked}");
    assert!(written.indicators.iter().all(|i| i.values.is_none()));
    let text_of_all = fs::read_to_string(&file).unwrap();
    let text = text_of_all.clone();
    for word in ["Örebro kommun", "Lekeberg", "Kumla", "underlag", "kept", "focus_area ="] {
        assert!(!text.contains(word), "{word}");
    }
    // Its borders lie beside it: everything but the services is there.
    let server = Server::start(sound);
    let user = User::of("new", &server);
    let wanted = text
        .split("\n[[indicators]]\n")
        .filter(|part| part.starts_with('#') || part.starts_with("id = \"befolkning\""));
    let mut text = wanted.collect::<Vec<_>>().join("\n[[indicators]]\n");
    // With the example of a file of one's own, which only waits for its signs to be taken off.
    let example: Vec<&str> = text_of_all
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .filter(|l| !l.starts_with(' '))
        .collect();
    text += &format!("\n{}\n", example.join("\n"));
    fs::write(folder.join("eget-matt.csv"), "Kommun;2023;2024\n05;40,1;41\n0580;39;\n").unwrap();
    let input = Input::of(&file, &text);
    let made = user
        .with(false, |access| assemble_with(input, access))
        .unwrap_or_else(|faults| panic!("{faults:#?}"));
    let own = made.bundle.indicators.iter().find(|i| i.id == "eget-matt").unwrap();
    assert_eq!(own.decimals, 1);
    assert_eq!(load(&made.bundle).shapes().unwrap().all().len(), 21 + 13);
    let again = package().write("05", TODAY, Some(&folder)).unwrap_err();
    assert!(
        again[0]
            .to_string()
            .ends_with("is there already (choose another folder with --output, or move it away)")
    );
}

#[test]
fn the_published_schema_is_that_of_the_types_and_the_catalogues_fit_it() {
    let schema = nulage::tool::catalogue_schema::schema();
    let file = data("catalogue.schema.json");
    assert_eq!(
        fs::read_to_string(file).unwrap(),
        schema,
        "run `cargo run -- schema --catalogue > data/catalogue.schema.json`"
    );
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/services/catalogue.toml");
    for file in [data("catalogue.toml"), data("bench/sverige.toml"), fixture] {
        let text = fs::read_to_string(&file).unwrap();
        let value: serde_json::Value = toml::from_str(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
        assert!(errors.is_empty(), "{}: {errors:#?}", file.display());
        let wrong: serde_json::Value = toml::from_str(&text.replace("decimals", "decimal")).unwrap();
        assert!(!validator.is_valid(&wrong));
    }
}

#[test]
fn the_published_schema_of_a_story_is_that_of_the_types_and_the_story_fits_it() {
    let schema = nulage::tool::catalogue_schema::story_schema();
    assert_eq!(
        fs::read_to_string(data("story.schema.json")).unwrap(),
        schema,
        "run `cargo run -- schema --story > data/story.schema.json`"
    );
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let text = fs::read_to_string(data("story.toml")).unwrap();
    let value: serde_json::Value = toml::from_str(&text).unwrap();
    let errors: Vec<String> = validator.iter_errors(&value).map(|e| e.to_string()).collect();
    assert!(errors.is_empty(), "{errors:#?}");
    let wrong: serde_json::Value = toml::from_str(&text.replace("layout", "layuot")).unwrap();
    assert!(!validator.is_valid(&wrong));
}
