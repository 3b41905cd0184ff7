//! The story of a bundle: what its scenes may speak of, and what they may not.

use nulage::base::period::Period;
use nulage::bundle::caps::Caps;
use nulage::bundle::problem::{Kind, Problem};
use nulage::bundle::{read, write};
use nulage::model::Dataset;
use nulage::model::load::from_bytes;
use nulage::model::story::{Layout, Panel};

use super::{SMALL, changed};

/// One scene of each layout.
const STORY: &str = r#""story":{"title":{"sv":"Berättelsen","en":"The story"},"scenes":[
{"id":"titel","layout":"title","headline":{"sv":"Demo"},"seconds":30},
{"id":"vagen","layout":"strategy","headline":{"sv":"Vägen"}},
{"id":"lage","layout":"findings","headline":{"sv":"Läget"},"focusArea":"klimat","seconds":60},
{"id":"bild","layout":"picture","notes":{"sv":"Peka."},"state":"indicator/utslapp?year=2022&pin=9801","panels":["map","time"],"from":"2020","marks":[{"area":"9802","period":"2021","text":{"sv":"Här"}}]},
{"id":"karta","layout":"picture","state":"area/9801"},
{"id":"ord","layout":"text","headline":{"sv":"Ord","en":" "},"points":[{"sv":"Ett"},{"sv":"Två"}],"indicators":["tillit"]},
{"id":"fraga","layout":"question","headline":{"sv":"Vad nu?"}}]},
"#;

/// The fixture with a story.
fn told(story: &str) -> String {
    changed("\"units\":{", &format!("{story}\"units\":{{"))
}

fn load(text: &str) -> Result<Dataset, Problem> {
    from_bytes(text.as_bytes(), &Caps::default()).map(|(dataset, notes)| {
        assert!(notes.is_empty(), "{notes:?}");
        dataset
    })
}

/// The story with one change is refused for this reason, at this path and at the changed line.
fn refused(from: &str, to: &str, kind: Kind, path: &str) {
    assert_eq!(STORY.matches(from).count(), 1, "“{from}” must stand once in the story");
    let text = told(&STORY.replace(from, to));
    let problem = load(&text).expect_err(path);
    assert_eq!((problem.kind, problem.path.as_str()), (kind, path), "{problem}");
    let start = text.find("\"story\":").unwrap();
    let before = [&text[..start], &STORY[..STORY.find(from).unwrap()]];
    let line = 1 + before.map(|part| part.matches('\n').count()).iter().sum::<usize>();
    assert_eq!(problem.line, line, "{problem}");
}

#[test]
fn scenes_are_resolved() {
    let dataset = load(&told(STORY)).unwrap();
    let story = dataset.story();
    assert_eq!(story.title.sv, "Berättelsen");
    let layouts: Vec<Layout> = story.scenes.iter().map(|s| s.layout).collect();
    assert_eq!(
        layouts,
        [
            Layout::Title,
            Layout::Strategy,
            Layout::Findings,
            Layout::Picture,
            Layout::Picture,
            Layout::Text,
            Layout::Question
        ]
    );
    assert_eq!(story.position("bild"), Some(3));
    assert_eq!(story.position("bilder"), None);
    assert_eq!([0, 1, 3, 99].map(|n| story.planned(n)), [0, 30, 90, 90]);

    let [_, _, findings, picture, map, text, _] = story.scenes.as_slice() else { panic!() };
    let focus = findings.focus_area.map(|n| dataset.strategy().focus_areas[n].id.as_str());
    assert_eq!(focus, Some("klimat"));
    assert_eq!(picture.state.as_deref(), Some("indicator/utslapp?year=2022&pin=9801"));
    assert_eq!(picture.panels, [Panel::Map, Panel::Time]);
    assert_eq!(picture.from, Some(Period::year_of(2020)));
    assert_eq!(Some(picture.marks[0].area), dataset.regions().by_code("9802"));
    assert_eq!(picture.marks[0].period, Some(Period::year_of(2021)));
    assert!(picture.headline.sv.is_empty(), "the picture says its finding itself");
    assert_eq!(map.panels, [Panel::Map], "the map where no panel is named");
    assert_eq!(text.headline.en, None, "an empty translation is none");
    assert_eq!(text.points[1].sv, "Två");
    assert_eq!(text.indicators, [dataset.by_id("tillit").unwrap()]);
}

#[test]
fn a_bundle_without_a_story_has_no_scenes() {
    assert!(load(SMALL).unwrap().story().scenes.is_empty());
    assert!(load(&told("\"story\":{},\n")).unwrap().story().scenes.is_empty());
}

#[test]
fn a_story_is_written_as_it_was_read() {
    let (bundle, _) = read::read(told(STORY).as_bytes(), &Caps::default()).unwrap();
    let written = write::write(&bundle);
    let (again, _) = read::read(written.as_bytes(), &Caps::default()).unwrap();
    assert_eq!(again.story, bundle.story);
    assert_eq!(bundle.story.unwrap().scenes.len(), 7);
    let (bare, _) = read::read(SMALL.as_bytes(), &Caps::default()).unwrap();
    assert!(!write::write(&bare).contains("\"story\""));
}

#[test]
fn what_scenes_speak_of_is_there() {
    let (unknown, wrong) = (Kind::UnknownReference, Kind::WrongValue);
    refused("\"focusArea\":\"klimat\"", "\"focusArea\":\"x\"", unknown, "story.scenes[2].focusArea");
    refused("[\"tillit\"]", "[\"x\"]", unknown, "story.scenes[5].indicators[0]");
    refused("\"area\":\"9802\"", "\"area\":\"9809\"", unknown, "story.scenes[3].marks[0].area");
    refused("\"period\":\"2021\"", "\"period\":\"då\"", wrong, "story.scenes[3].marks[0].period");
    refused("\"from\":\"2020\"", "\"from\":\"20\"", wrong, "story.scenes[3].from");
    refused("{\"sv\":\"Här\"}", "{\"sv\":\" \"}", wrong, "story.scenes[3].marks[0].text.sv");
    refused("{\"sv\":\"Ett\"}", "{\"sv\":\"\"}", wrong, "story.scenes[5].points[0].sv");
}

#[test]
fn addresses_lead_to_a_page() {
    for address in
        ["indicator/x", "indicator", "area/9809", "area/", "start/utslapp", "utslapp", "", "#1/overview"]
    {
        let (from, to) = ("\"state\":\"area/9801\"", format!("\"state\":\"{address}\""));
        refused(from, &to, Kind::WrongValue, "story.scenes[4].state");
    }
    for address in ["start", "overview?rows=9801", "area/98", "indicator/tillit?people=nobody"] {
        assert!(load(&told(&STORY.replace("area/9801", address))).is_ok(), "{address}");
    }
}

#[test]
fn layouts_have_what_they_need() {
    refused(",\"focusArea\":\"klimat\"", "", Kind::WrongValue, "story.scenes[2].focusArea");
    refused(",\"state\":\"area/9801\"", "", Kind::WrongValue, "story.scenes[4].state");
    refused("\"layout\":\"question\"", "\"layout\":\"quiz\"", Kind::WrongValue, "story.scenes[6].layout");
    refused("[\"map\",\"time\"]", "[\"map\",\"graph\"]", Kind::WrongValue, "story.scenes[3].panels[1]");
}

#[test]
fn ids_of_scenes_differ_and_fit_into_an_address() {
    refused("\"id\":\"ord\"", "\"id\":\"bild\"", Kind::Duplicate, "story.scenes[5].id");
    refused("\"id\":\"ord\"", "\"id\":\"Ord!\"", Kind::WrongValue, "story.scenes[5].id");
    refused("\"id\":\"ord\"", "\"id\":\"\"", Kind::WrongValue, "story.scenes[5].id");
}
