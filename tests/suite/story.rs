//! The default story: it can be read from the back of a room, leads to figures that are there, and
//! what it says is what they say.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use nulage::base::id::{AreaId, IndicatorId};
use nulage::base::locale::Locale;
use nulage::base::period::Period;
use nulage::base::text::Text;
use nulage::model::story::{Layout, Panel, Scene};
use nulage::model::{Dataset, Direction, Group, Origin, Sex, Table};
use nulage::tool::catalogue_address::KEYS;
use nulage::view::aspect::{self, Aspect};
use nulage::view::spec::{Reading, Shown};

use crate::golden::bundle::dataset;

/// Most characters of a headline and of a point.
const LONGEST: (usize, usize) = (70, 60);

/// What a picture's address asks for.
struct Asked {
    indicator: IndicatorId,
    period: Period,
    groups: Vec<Group>,
    aspect: Aspect,
    pinned: Vec<AreaId>,
}

/// The value of a key; nothing where the address leaves it to the app.
fn value<'a>(state: &'a str, key: &str) -> &'a str {
    let query = state.split_once('?').map_or("", |(_, query)| query);
    let found = query.split('&').filter_map(|pair| pair.split_once('=')).find(|pair| pair.0 == key);
    found.map_or("", |pair| pair.1)
}

/// `None` where no indicator's page is shown.
fn asked(data: &Dataset, scene: &Scene) -> Option<Asked> {
    let state = scene.state.as_deref()?;
    let id = state.split('?').next()?.strip_prefix("indicator/")?;
    let origin = match value(state, "origin") {
        "domestic" => Origin::Domestic,
        "foreign" => Origin::Foreign,
        _ => Origin::Total,
    };
    let sexes: &[Sex] = match value(state, "people") {
        "both" => &[Sex::Women, Sex::Men],
        "women" => &[Sex::Women],
        "men" => &[Sex::Men],
        _ => &[Sex::Total],
    };
    let show = value(state, "show");
    let pinned = value(state, "pin").split(',').filter_map(|code| data.regions().by_code(code));
    Some(Asked {
        indicator: data.by_id(id).unwrap(),
        period: value(state, "year").parse().unwrap_or_else(|_| panic!("{}: a year of its own", scene.id)),
        groups: sexes.iter().map(|&sex| Group { sex, origin }).collect(),
        aspect: Aspect::ALL.iter().find(|a| a.0 == show).map(|a| a.1).unwrap_or_default(),
        pinned: pinned.collect(),
    })
}

fn scene<'a>(data: &'a Dataset, id: &str) -> &'a Scene {
    &data.story().scenes[data.story().position(id).unwrap_or_else(|| panic!("no scene “{id}”"))]
}

fn both(text: &Text) -> [&str; 2] {
    [&text.sv, text.en.as_deref().unwrap_or_default()]
}

#[test]
fn every_scene_can_be_read_from_the_back_of_the_room() {
    let data = dataset();
    let scenes = &data.story().scenes;
    assert!((18..=28).contains(&scenes.len()), "{} scenes", scenes.len());
    for scene in scenes {
        let id = &scene.id;
        for (n, headline) in both(&scene.headline).iter().enumerate() {
            let length = headline.chars().count();
            assert!(length <= LONGEST.0, "{id}: {length} characters in “{headline}”");
            assert!(length > 0 || scene.layout == Layout::Picture, "{id}: no headline in language {n}");
        }
        assert!(scene.points.len() <= 7, "{id}: {} points", scene.points.len());
        for point in scene.points.iter().flat_map(both) {
            let length = point.chars().count();
            assert!((1..=LONGEST.1).contains(&length), "{id}: {length} characters in “{point}”");
        }
        let texts = [&scene.headline, &scene.text, &scene.notes];
        for text in texts.into_iter().chain(&scene.points).chain(scene.marks.iter().map(|m| &m.text)) {
            assert_eq!(text.sv.is_empty(), text.en.is_none(), "{id}: “{}” in one language", text.sv);
            for said in both(text) {
                let bad = ["  ", " - ", "<", "\"", "...", "\n"];
                assert!(!bad.iter().any(|b| said.contains(b)) && said.trim() == said, "{id}: “{said}”");
            }
        }
        for notes in both(&scene.notes) {
            let words = notes.split_whitespace().count();
            assert!((50..=130).contains(&words), "{id}: notes of {words} words");
        }
        assert!(scene.marks.len() <= 2, "{id}: {} marks", scene.marks.len());
    }
}

#[test]
fn it_goes_from_title_to_discussion_in_half_an_hour() {
    let data = dataset();
    let story = data.story();
    let count = |layout| story.scenes.iter().filter(|s| s.layout == layout).count();
    assert_eq!(story.scenes[0].layout, Layout::Title);
    assert_eq!(count(Layout::Strategy), 1);
    assert!(count(Layout::Picture) >= 8 && count(Layout::Question) == 2);
    assert!(story.scenes[story.scenes.len() - 2..].iter().all(|s| s.layout == Layout::Question));
    let told: BTreeSet<Option<usize>> =
        story.scenes.iter().filter(|s| s.layout == Layout::Findings).map(|s| s.focus_area).collect();
    assert_eq!(told, (0..data.strategy().focus_areas.len()).map(Some).collect());
    assert!(story.scenes.iter().all(|s| s.seconds.is_some()));
    let minutes = f64::from(story.planned(story.scenes.len())) / 60.0;
    assert!((15.0..=40.0).contains(&minutes), "{minutes} minutes");
    for scene in story.scenes.iter().filter(|s| s.layout == Layout::Text) {
        assert!(!scene.indicators.is_empty() && !scene.points.is_empty(), "{}: leads nowhere", scene.id);
    }
}

#[test]
fn every_picture_shows_figures_that_are_there() {
    let data = dataset();
    let mut shows = BTreeSet::new();
    for scene in data.story().scenes.iter().filter(|s| s.layout == Layout::Picture) {
        let id = &scene.id;
        assert!((1..=2).contains(&scene.panels.len()), "{id}: {:?}", scene.panels);
        let Some(asked) = asked(&data, scene) else {
            assert_eq!(scene.panels, [Panel::Page], "{id}");
            continue;
        };
        let table = data.table(asked.indicator).unwrap();
        let shown = shown(&data, &asked, table);
        let with = |group: Group, period| table.slice(shown.areas(), period, group).iter().any(|c| c.is_ok());
        for &group in &asked.groups {
            assert!(with(group, asked.period), "{id}: nobody has a figure of {group:?}");
        }
        assert!(aspect::offered(&shown).contains(&asked.aspect), "{id}: {:?} is not offered", asked.aspect);
        assert!(asked.aspect == Aspect::Levels || scene.panels.contains(&Panel::Time), "{id}: never seen");
        if let Some(from) = scene.from {
            assert!(from < asked.period && shown.periods().contains(&from), "{id}: years from {from}");
        }
        for mark in &scene.marks {
            let period = mark.period.unwrap_or(asked.period);
            let there = asked.groups.iter().all(|&g| table.get(mark.area, period, g).is_ok());
            assert!(there, "{id}: “{}” points at no figure", mark.text.sv);
            assert!(mark.text.sv.chars().count() <= 40, "{id}: “{}”", mark.text.sv);
        }
        assert!(asked.pinned.iter().all(|a| shown.areas().contains(a)), "{id}: pinned areas not shown");
        shows.insert(format!("{:?}", asked.aspect));
    }
    assert!(shows.len() >= 4, "the same way of looking again and again: {shows:?}");
}

fn shown<'a>(data: &'a Dataset, asked: &'a Asked, table: &'a Table) -> Shown<'a> {
    let reading = match asked.groups.as_slice() {
        [women, men] => Reading::Both { women: *women, men: *men },
        groups => Reading::One(groups[0]),
    };
    Shown { data, id: asked.indicator, table, reading, pinned: &asked.pinned, locale: Locale::Sv }
}

#[test]
fn no_headline_names_the_area_at_the_bottom() {
    let data = dataset();
    let mut looked = 0;
    for scene in data.story().scenes.iter().filter(|s| s.layout == Layout::Picture) {
        let Some(asked) = asked(&data, scene) else { continue };
        let direction = data.indicator(asked.indicator).direction;
        let table = data.table(asked.indicator).unwrap();
        let members = data.regions().members();
        let cells = table.slice(members, asked.period, asked.groups[0]);
        let mut known: Vec<(f64, AreaId)> =
            members.iter().zip(cells).filter_map(|(&a, c)| Some((c.ok()?.get(), a))).collect();
        known.sort_by(|a, b| a.0.total_cmp(&b.0));
        let worst = if direction == Direction::Down { known.last() } else { known.first() };
        let Some(&(_, worst)) = worst else { continue };
        let name = &data.regions().get(worst).name.sv;
        let said = [&scene.headline, &scene.text].into_iter().chain(scene.marks.iter().map(|m| &m.text));
        for text in said.flat_map(both) {
            assert!(!text.contains(name.as_str()), "{}: “{text}” names {name}", scene.id);
        }
        looked += 1;
    }
    assert!(looked >= 8);
}

/// What the app reads in an address, found in its source: the tool has no part in it.
#[test]
fn words_of_addresses_are_those_the_app_knows() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/hosts/permalink.rs");
    let source = fs::read_to_string(file).unwrap();
    let tables = [
        ("people", "PEOPLE"),
        ("origin", "ORIGINS"),
        ("classes", "METHODS"),
        ("sort", "SORTS"),
        ("lang", "LANGUAGES"),
        ("theme", "THEMES"),
    ];
    for (key, table) in tables {
        let (_, rest) = source.split_once(&format!("const {table}:")).unwrap_or_else(|| panic!("{table}"));
        let (body, _) = rest.split_once(';').unwrap();
        let words: Vec<&str> = body.split('"').skip(1).step_by(2).collect();
        let known = KEYS.iter().find(|k| k.0 == key).map(|k| k.1);
        assert_eq!(known, Some(words.as_slice()), "{key}");
    }
    let (_, body) = source.split_once("match key {").unwrap();
    let arms = body.lines().filter_map(|line| line.strip_prefix("            \"")?.split_once("\" => "));
    // A scene shows something else than a scene.
    let keys: Vec<&str> = arms.map(|(key, _)| key).filter(|key| *key != "stage").collect();
    assert_eq!(keys, KEYS.iter().map(|k| k.0).collect::<Vec<_>>());
}

/// A figure as it is told: whole or with a decimal, in Swedish.
fn told(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}

#[test]
fn what_is_said_is_what_the_figures_say() {
    let data = dataset();
    let of = |id: &str, code: &str, year: i16, sex, origin| {
        let table = data.table(data.by_id(id).unwrap()).unwrap();
        let area = data.regions().by_code(code).unwrap();
        table.get(area, Period::year_of(year), Group { sex, origin }).map(|v| v.get())
    };
    let all = |id, code, year| of(id, code, year, Sex::Total, Origin::Total).unwrap();
    let members: Vec<&str> =
        data.regions().members().iter().map(|&a| data.regions().get(a).code.as_str()).collect();
    let counties: Vec<&str> =
        data.regions().counties().iter().map(|&a| data.regions().get(a).code.as_str()).collect();
    let each = |id, year| {
        let mut values: Vec<f64> = members.iter().map(|code| all(id, code, year)).collect();
        values.sort_by(f64::total_cmp);
        values
    };
    let span = |id, year| each(id, year)[11] - each(id, year)[0];
    let says = |id: &str, part: &str| {
        let scene = scene(&data, id);
        let marks: Vec<&str> = scene.marks.iter().map(|m| m.text.sv.as_str()).collect();
        let said = format!("{} {} {}", scene.headline.sv, scene.text.sv, marks.join(" "));
        assert!(said.contains(part), "{id}: “{said}” does not say “{part}”");
    };

    let education = "eftergymnasial-utbildning";
    says("utbildning", &format!("{} procentenheter skiljer", told(span(education, 2022), 0)));
    says("utbildning", &format!("från {} till", told(span(education, 2000), 0)));
    let rise = |code| all(education, code, 2022) - all(education, code, 2000);
    assert!(members.iter().all(|c| rise(*c) > 0.0 && (*c == "1814" || rise(*c) < rise("1814"))));

    let sex = |id, code, year, sex| of(id, code, year, sex, Origin::Total).unwrap();
    let lead = |code, year| sex(education, code, year, Sex::Women) - sex(education, code, year, Sex::Men);
    says("kvinnor-och-man", &format!("vuxit till {} procentenheter", told(lead("18", 2022), 0)));
    says("kvinnor-och-man", &format!("i länet {} procentenheter", told(lead("18", 2008), 1)));
    says("kvinnor-och-man", &format!("nu {}", told(lead("00", 2022), 1)));
    says("kvinnor-och-man", &format!("Störst i Lekeberg: {}", told(lead("1814", 2022), 1)));
    assert!(members.iter().all(|c| lead(*c, 2022) <= lead("1814", 2022)));

    let born = |code, year, origin| of("valdeltagande-kommunval", code, year, Sex::Total, origin).unwrap();
    let gap = |year| born("18", year, Origin::Domestic) - born("18", year, Origin::Foreign);
    let gaps = format!("från {} till {} procentenheter", told(gap(2018), 0), told(gap(2022), 0));
    says("inrikes-och-utrikes-fodda", &gaps);
    let voted = [Origin::Domestic, Origin::Foreign].map(|o| told(born("18", 2022, o), 0));
    let [domestic, foreign] = voted;
    says(
        "inrikes-och-utrikes-fodda",
        &format!("{domestic} procent av de inrikes födda och {foreign} procent av de utrikes"),
    );
    let nora = born("1884", 2022, Origin::Foreign);
    says("inrikes-och-utrikes-fodda", &format!("Högst bland utrikes födda: {} procent", told(nora, 0)));
    assert!(members.iter().all(|c| *c == "1884" || born(c, 2022, Origin::Foreign) < nora));

    let over =
        |year| (each("mediannettoinkomst", year)[11] / each("mediannettoinkomst", year)[0] - 1.0) * 100.0;
    says("inkomster", &format!("{} procent över den med lägst", told(over(2005), 0)));
    says("inkomster", &format!("2022 var det {} procent", told(over(2022), 0)));

    let jobless = "arbetsloshet-18-65";
    let place = |year: i16| {
        let tenths = |v: f64| (v * 10.0).round();
        let own = tenths(all(jobless, "1883", year));
        1 + each(jobless, year).into_iter().filter(|v| tenths(*v) < own).count()
    };
    says("arbetsloshet", &format!("från plats {} till plats {}", place(2010), place(2022)));
    let county = [2010, 2022].map(|year| told(all(jobless, "18", year), 1));
    says("arbetsloshet", &format!("från {} till {} procent", county[0], county[1]));

    let eligible = "behoriga-yrkesprogram-hemkommun";
    let [here, nation] = ["18", "00"].map(|code| told(all(eligible, code, 2022), 0));
    says("behorighet", &format!("{here} av 100"));
    says("behorighet", &format!("i riket {nation}"));
    says("behorighet", &format!("Länet: {} procent", told(all(eligible, "18", 2022), 1)));
    let last =
        |year: i16| counties.iter().all(|c| *c == "18" || all(eligible, c, year) > all(eligible, "18", year));
    assert!(counties.len() == 21 && (2019..=2022).all(last) && !last(2018));

    let poor = "barn-lag-ekonomisk-standard";
    let [here, nation] = ["18", "00"].map(|code| told(all(poor, code, 2022), 0));
    says("barns-ekonomi", &format!("{here} procent och i riket {nation}"));
    let range = each(poor, 2022);
    says("barns-ekonomi", &format!("från {} till {} procent", told(range[0], 0), told(range[11], 0)));
    let own = [2011, 2022].map(|year| told(all(poor, "1880", year), 0));
    says("barns-ekonomi", &format!("Ned från {} till {} procent", own[0], own[1]));

    let emitted = |year| all("vaxthusgasutslapp", "18", year);
    says(
        "utslapp",
        &format!("{} procent lägre än 1990", told((1.0 - emitted(2024) / emitted(1990)) * 100.0, 0)),
    );
    says("utslapp", &format!("Upp {} procent", told((emitted(2024) / emitted(2023) - 1.0) * 100.0, 0)));
    let sector = |id: &str| {
        all(&format!("vaxthusgasutslapp-{id}"), "18", 2024)
            - all(&format!("vaxthusgasutslapp-{id}"), "18", 2023)
    };
    assert!(sector("transporter") + sector("arbetsmaskiner") > 0.9 * (emitted(2024) - emitted(2023)));

    let nights = |year| all("gastnatter-per-invanare", "18", year);
    says("gastnatter", &format!("{} procent 2020", told((1.0 - nights(2020) / nights(2019)) * 100.0, 0)));
    says("gastnatter", &format!("{} nätter per invånare", told(nights(2020), 1)));
    let missing =
        members.iter().filter(|c| of("gastnatter-per-invanare", c, 2022, Sex::Total, Origin::Total).is_err());
    assert_eq!(missing.count(), 7);
    assert!(nights(2022) < nights(2019) && nights(2022) / nights(2019) > 0.95);
}
