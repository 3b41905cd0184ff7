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
use nulage::view::permalink;
use nulage::view::spec::{Reading, Shown};
use nulage::view::state::{ThemeChoice, ViewState};

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
        for &id in &scene.indicators {
            let table = data.table(id).unwrap();
            let latest = table.latest(&[data.regions().county()], table.default_group());
            assert!(latest.is_some(), "{}: no figure of the county in {}", scene.id, data.indicator(id).id);
        }
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
    let hosts = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/view");
    let mut source = fs::read_to_string(hosts.join("permalink.rs")).unwrap();
    for file in fs::read_dir(hosts.join("permalink")).into_iter().flatten() {
        source += &fs::read_to_string(file.unwrap().path()).unwrap();
    }
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
    let bodies = source.split("match key {").skip(1);
    let arms =
        bodies.flat_map(str::lines).filter_map(|l| l.trim_start().strip_prefix('"')?.split_once("\" => "));
    // A scene shows something else than a scene.
    let keys: BTreeSet<&str> = arms.map(|(key, _)| key).filter(|key| *key != "stage").collect();
    assert_eq!(keys, KEYS.iter().map(|k| k.0).collect());
}

#[test]
fn every_scene_has_a_short_address_in_every_language() {
    let data = dataset();
    let home = ViewState::new(Locale::Sv);
    for (n, scene) in data.story().scenes.iter().enumerate() {
        for (locale, word) in [(Locale::Sv, "sv"), (Locale::En, "en")] {
            let short =
                permalink::read(&format!("#1/stage/{}?lang={word}&theme=dark", scene.id), &data, &home);
            assert_eq!(short.locale, locale, "{}", scene.id);
            assert_eq!(short.stage.map(|on| on.scene), Some(n), "{}", scene.id);
            assert_eq!(short.theme, ThemeChoice::Dark, "{}", scene.id);
            // The long address says the same.
            assert_eq!(
                permalink::read(&permalink::write(&short, &data), &data, &home),
                short,
                "{}",
                scene.id
            );
        }
    }
    assert_eq!(permalink::read("#1/stage/titel", &data, &home).locale, Locale::Sv);
}

/// A figure as it is told: with so many decimals, in Swedish.
fn told(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",")
}

/// The figures that are told of, and the telling.
struct Figures(Dataset);

impl Figures {
    fn of(&self, id: &str, code: &str, year: i16, sex: Sex, origin: Origin) -> Option<f64> {
        let table = self.0.table(self.0.by_id(id).unwrap()).unwrap();
        let area = self.0.regions().by_code(code).unwrap();
        table.get(area, Period::year_of(year), Group { sex, origin }).ok().map(|v| v.get())
    }

    fn all(&self, id: &str, code: &str, year: i16) -> f64 {
        self.of(id, code, year, Sex::Total, Origin::Total).unwrap()
    }

    fn codes(&self, areas: &[AreaId]) -> Vec<String> {
        areas.iter().map(|&a| self.0.regions().get(a).code.clone()).collect()
    }

    fn members(&self) -> Vec<String> {
        self.codes(self.0.regions().members())
    }

    /// The municipalities' values, lowest first.
    fn each(&self, id: &str, year: i16) -> Vec<f64> {
        let mut values: Vec<f64> = self.members().iter().map(|code| self.all(id, code, year)).collect();
        values.sort_by(f64::total_cmp);
        assert_eq!(values.len(), 12);
        values
    }

    /// The scene's headline, text or remarks say this.
    fn says(&self, id: &str, part: &str) {
        let story = self.0.story();
        let scene = &story.scenes[story.position(id).unwrap_or_else(|| panic!("no scene “{id}”"))];
        let marks: Vec<&str> = scene.marks.iter().map(|m| m.text.sv.as_str()).collect();
        let said = format!("{} {} {}", scene.headline.sv, scene.text.sv, marks.join(" "));
        let said = said.replace('\u{a0}', " ");
        assert!(said.contains(part), "{id}: “{said}” does not say “{part}”");
    }
}

#[test]
fn what_is_said_of_education_and_elections_is_what_the_figures_say() {
    let f = Figures(dataset());
    let education = "eftergymnasial-utbildning";
    let span = |year| f.each(education, year)[11] - f.each(education, year)[0];
    f.says("utbildning", &format!("{} procentenheter skiljer", told(span(2022), 0)));
    f.says(
        "utbildning",
        &format!("från {} till {} procentenheter", told(span(2000), 0), told(span(2022), 0)),
    );
    let rise = |code: &str| f.all(education, code, 2022) - f.all(education, code, 2000);
    assert!(f.members().iter().all(|c| rise(c) > 0.0 && (c == "1814" || rise(c) < rise("1814"))));

    let share = |code: &str, year, sex| f.of(education, code, year, sex, Origin::Total).unwrap();
    let lead = |code: &str, year| share(code, year, Sex::Women) - share(code, year, Sex::Men);
    f.says("kvinnor-och-man", &format!("vuxit till {} procentenheter", told(lead("18", 2022), 0)));
    f.says("kvinnor-och-man", &format!("i länet {} procentenheter", told(lead("18", 2008), 1)));
    f.says("kvinnor-och-man", &format!("nu är den {}", told(lead("18", 2022), 1)));
    f.says("kvinnor-och-man", &format!("i riket är den {}", told(lead("00", 2022), 1)));
    assert!(f.members().iter().all(|c| lead(c, 2022) > 0.0));

    let voted =
        |code: &str, year, origin| f.of("valdeltagande-kommunval", code, year, Sex::Total, origin).unwrap();
    let gap = |year| voted("18", year, Origin::Domestic) - voted("18", year, Origin::Foreign);
    let gaps = format!("från {} till {} procentenheter", told(gap(2018), 0), told(gap(2022), 0));
    f.says("inrikes-och-utrikes-fodda", &gaps);
    let [domestic, foreign] = [Origin::Domestic, Origin::Foreign].map(|o| told(voted("18", 2022, o), 0));
    f.says("inrikes-och-utrikes-fodda", &format!("{domestic} procent av de inrikes födda"));
    f.says("inrikes-och-utrikes-fodda", &format!("{foreign} procent av de utrikes födda"));
    f.says("inrikes-och-utrikes-fodda", &format!("{} procentenheter 2018", told(gap(2018), 0)));
}

#[test]
fn what_is_said_of_incomes_and_work_is_what_the_figures_say() {
    let f = Figures(dataset());
    let income = "mediannettoinkomst";
    let over = |year| (f.each(income, year)[11] / f.each(income, year)[0] - 1.0) * 100.0;
    f.says("inkomster", &format!("{} procent över den lägsta", told(over(2005), 0)));
    f.says("inkomster", &format!("2022 var det {} procent", told(over(2022), 0)));

    let jobless = "arbetsloshet-18-65";
    let tenths = |v: f64| (v * 10.0).round();
    let place = |code: &str, year: i16| {
        let own = tenths(f.all(jobless, code, year));
        1 + f.each(jobless, year).into_iter().filter(|v| tenths(*v) < own).count()
    };
    let places = [2010, 2022].map(|year| place("1883", year));
    f.says("arbetsloshet", &format!("från plats {} till plats {}", places[0], places[1]));
    let county = [2010, 2022].map(|year| told(f.all(jobless, "18", year), 1));
    f.says("arbetsloshet", &format!("från {} till {} procent", county[0], county[1]));
    assert!(f.members().iter().all(|c| f.all(jobless, c, 2022) < f.all(jobless, c, 2010)));
}

#[test]
fn what_is_said_of_children_is_what_the_figures_say() {
    let f = Figures(dataset());
    let eligible = "behoriga-yrkesprogram-hemkommun";
    let [here, nation] = ["18", "00"].map(|code| told(f.all(eligible, code, 2022), 0));
    f.says("behorighet", &format!("{here} av 100"));
    f.says("behorighet", &format!("i riket {nation}"));
    f.says("behorighet", &format!("Länet: {} procent", told(f.all(eligible, "18", 2022), 1)));
    let counties = f.codes(f.0.regions().counties());
    f.says("behorighet", &format!("Bland de {} länen", counties.len()));
    let own = |year| f.all(eligible, "18", year);
    let last = |year: i16| counties.iter().all(|c| c == "18" || f.all(eligible, c, year) > own(year));
    f.says("behorighet", "sedan 2019");
    assert!((2019..=2022).all(last) && !last(2018));

    let poor = "barn-lag-ekonomisk-standard";
    let [here, nation] = ["18", "00"].map(|code| f.all(poor, code, 2022));
    f.says("barns-ekonomi", &format!("{} procent och i riket {}", told(here, 0), told(nation, 0)));
    f.says("barns-ekonomi", "Drygt vart femte barn");
    assert!((20.1..25.0).contains(&here));
    let range = f.each(poor, 2022);
    f.says("barns-ekonomi", &format!("från {} till {} procent", told(range[0], 0), told(range[11], 0)));
    let own = [2011, 2022].map(|year| told(f.all(poor, "1880", year), 0));
    f.says("barns-ekonomi", &format!("Örebro: {} till {} procent", own[0], own[1]));
}

#[test]
fn what_is_said_of_the_transition_is_what_the_figures_say() {
    let f = Figures(dataset());
    let emitted = |year| f.all("vaxthusgasutslapp", "18", year);
    let less = (1.0 - emitted(2024) / emitted(1990)) * 100.0;
    f.says("utslapp", &format!("{} procent lägre än 1990", told(less, 0)));
    let more = (emitted(2024) / emitted(2023) - 1.0) * 100.0;
    f.says("utslapp", &format!("Upp {} procent", told(more, 0)));
    let rise = |sector: &str| {
        let id = format!("vaxthusgasutslapp-{sector}");
        f.all(&id, "18", 2024) - f.all(&id, "18", 2023)
    };
    f.says("utslapp", "Transporter och arbetsmaskiner ökade mest 2024");
    assert!(rise("transporter") + rise("arbetsmaskiner") > 0.9 * (emitted(2024) - emitted(2023)));

    let guests = "gastnatter-per-invanare";
    let nights = |year| f.all(guests, "18", year);
    f.says("gastnatter", &format!("{} procent 2020", told((1.0 - nights(2020) / nights(2019)) * 100.0, 0)));
    f.says("gastnatter", &format!("{} nätter per invånare", told(nights(2020), 1)));
    f.says("gastnatter", "nästan tillbaka");
    assert!((0.95..1.0).contains(&(nights(2022) / nights(2019))));
    f.says("gastnatter", "sju av tolv kommuner");
    let there = |code: &String| f.of(guests, code, 2022, Sex::Total, Origin::Total).is_some();
    assert_eq!(f.members().iter().filter(|c| !there(c)).count(), 7);
}
