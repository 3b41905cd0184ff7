//! The story of a catalogue: a TOML file of its own, which the catalogue names.
//!
//! Words mean what they mean in [`crate::bundle::story`]; members are written as in the catalogue.

use std::collections::BTreeSet;
use std::path::Path;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use crate::bundle::format::Area;
use crate::bundle::story as f;
use crate::tool::catalogue::{self, Catalogue, Text};
use crate::tool::catalogue_address as address;
use crate::tool::catalogue_check::Check;
use crate::tool::fault::{self, Fault};

/// See [`f::Story`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Story {
    pub title: Text,
    pub scenes: Vec<Scene>,
}

/// See [`f::Scene`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Scene {
    #[schemars(with = "String")]
    pub id: Spanned<String>,
    pub layout: f::Layout,
    #[serde(default)]
    pub headline: Option<Text>,
    #[serde(default)]
    pub text: Option<Text>,
    #[serde(default)]
    pub points: Vec<Text>,
    #[serde(default)]
    pub notes: Option<Text>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub focus_area: Option<Spanned<String>>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub state: Option<Spanned<String>>,
    #[serde(default)]
    pub panels: Vec<f::Panel>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub from: Option<Spanned<String>>,
    #[serde(default)]
    pub marks: Vec<Remark>,
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub indicators: Vec<Spanned<String>>,
    #[serde(default)]
    pub seconds: Option<u32>,
}

/// See [`f::Remark`].
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "members are those of the bundle's type of the same name")]
pub struct Remark {
    #[schemars(with = "String")]
    pub area: Spanned<String>,
    #[serde(default)]
    #[schemars(with = "Option<String>")]
    pub period: Option<Spanned<String>>,
    pub text: Text,
}

/// Reads the story of a catalogue and checks what it speaks of.
pub(super) fn read(file: &Path, catalogue: &Catalogue, areas: &[Area]) -> Result<f::Story, Vec<Fault>> {
    parse(file, &fault::read(file).map_err(|e| vec![e])?, catalogue, areas)
}

fn parse(file: &Path, text: &str, catalogue: &Catalogue, areas: &[Area]) -> Result<f::Story, Vec<Fault>> {
    let story: Story = catalogue::from_toml(file, text)?;
    let strategy = &catalogue.strategy;
    let known = Known {
        focus: strategy.focus_areas.iter().map(|f| f.id.as_str()).collect(),
        indicators: catalogue.indicators.iter().map(|i| i.id.get_ref().as_str()).collect(),
        areas: areas.iter().map(|a| a.code.as_str()).collect(),
    };
    let mut check = Check::new(file, text);
    let mut ids = BTreeSet::new();
    for scene in &story.scenes {
        check.slug("scene", &scene.id, &mut ids);
        known.check(scene, &mut check);
    }
    if check.faults.is_empty() { Ok(story.into()) } else { Err(check.faults) }
}

/// What a story can speak of.
pub(super) struct Known<'a> {
    pub(super) focus: BTreeSet<&'a str>,
    pub(super) indicators: BTreeSet<&'a str>,
    pub(super) areas: BTreeSet<&'a str>,
}

impl Known<'_> {
    fn check(&self, scene: &Scene, check: &mut Check<'_>) {
        let id = scene.id.get_ref();
        match &scene.focus_area {
            Some(focus) => check.known("focus area", focus, &self.focus),
            None if scene.layout == f::Layout::Findings => {
                let what = format!("“{id}” has the layout “findings” and no focus_area");
                check.fault(&scene.id, what, "name the one whose findings it shows".to_owned());
            }
            None => {}
        }
        match &scene.state {
            Some(state) => {
                if let Err((what, hint)) = address::check(state.get_ref(), self) {
                    check.fault(state, what, hint);
                }
            }
            None if scene.layout == f::Layout::Picture => {
                let what = format!("“{id}” has the layout “picture” and no state");
                check.fault(&scene.id, what, "give it the app's address from after #1/".to_owned());
            }
            None => {}
        }
        for indicator in &scene.indicators {
            check.known("indicator", indicator, &self.indicators);
        }
        for period in scene.from.iter().chain(scene.marks.iter().flat_map(|m| &m.period)) {
            check.period(period);
        }
        for mark in &scene.marks {
            check.known("area", &mark.area, &self.areas);
        }
    }
}

impl From<Story> for f::Story {
    fn from(story: Story) -> Self {
        Self { title: story.title.into(), scenes: story.scenes.into_iter().map(Into::into).collect() }
    }
}

impl From<Scene> for f::Scene {
    fn from(scene: Scene) -> Self {
        let or_nothing = |text: Option<Text>| text.map(Into::into).unwrap_or_default();
        Self {
            id: scene.id.into_inner(),
            layout: scene.layout,
            headline: or_nothing(scene.headline),
            text: or_nothing(scene.text),
            points: scene.points.into_iter().map(Into::into).collect(),
            notes: or_nothing(scene.notes),
            focus_area: scene.focus_area.map(Spanned::into_inner),
            state: scene.state.map(Spanned::into_inner),
            panels: scene.panels,
            from: scene.from.map(Spanned::into_inner),
            marks: scene.marks.into_iter().map(Into::into).collect(),
            indicators: scene.indicators.into_iter().map(Spanned::into_inner).collect(),
            seconds: scene.seconds,
        }
    }
}

impl From<Remark> for f::Remark {
    fn from(mark: Remark) -> Self {
        let period = mark.period.map(Spanned::into_inner);
        Self { area: mark.area.into_inner(), period, text: mark.text.into() }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::bundle::format::{Area, Level};
    use crate::bundle::story::{Layout, Panel};
    use crate::tool::catalogue;

    use super::parse;

    const CATALOGUE: &str = r#"
[meta]
id = "x"
title = { sv = "X" }
publisher = { sv = "X" }
licence = { sv = "X" }
updated = "2026-01-01"
languages = ["sv"]
county = "18"
[areas]
nation = { code = "00", name = { sv = "Riket" } }
counties = [{ code = "18", name = { sv = "Örebro län" } }]
municipalities = []
[units.percent]
kind = "percent"
label = { sv = "procent" }
short = { sv = "%" }
[[strategy.focus_areas]]
id = "unga"
title = { sv = "Unga" }
short = { sv = "Unga" }
intro = { sv = "Unga." }
[[indicators]]
id = "arbete"
title = { sv = "A" }
subject = { sv = "a" }
definition = { sv = "A." }
base = { sv = "a" }
unit = "percent"
decimals = 1
direction = "up"
source = { publisher = "SCB" }
values = "a.csv"
"#;

    const STORY: &str = r#"
title = { sv = "Nuläge" }
[[scenes]]
id = "lage"
layout = "findings"
focus_area = "unga"
seconds = 60
[[scenes]]
id = "bild"
layout = "picture"
state = "indicator/arbete?year=2022&pin=18"
panels = ["map", "time"]
from = "2010"
marks = [{ area = "18", period = "2020", text = { sv = "Här" } }]
[[scenes]]
id = "ord"
layout = "text"
headline = { sv = "Ord", en = "Words" }
points = [{ sv = "Ett" }, { sv = "Två" }]
indicators = ["arbete"]
"#;

    fn story(text: &str) -> Result<crate::bundle::story::Story, Vec<String>> {
        let catalogue = catalogue::parse(Path::new("c.toml"), CATALOGUE).unwrap();
        let area = |code: &str, level| Area {
            code: code.to_owned(),
            name: crate::bundle::format::Text::default(),
            level,
            parent: None,
        };
        let areas = [area("00", Level::Nation), area("18", Level::County), area("1880", Level::Municipality)];
        parse(Path::new("s.toml"), text, &catalogue, &areas)
            .map_err(|faults| faults.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn a_sound_story_goes_into_the_bundle() {
        let story = story(STORY).unwrap();
        assert_eq!(story.title.sv, "Nuläge");
        let [findings, picture, text] = story.scenes.as_slice() else { panic!("{story:#?}") };
        assert_eq!((findings.focus_area.as_deref(), findings.seconds), (Some("unga"), Some(60)));
        assert_eq!(picture.state.as_deref(), Some("indicator/arbete?year=2022&pin=18"));
        assert_eq!(picture.panels, [Panel::Map, Panel::Time]);
        assert_eq!(picture.from.as_deref(), Some("2010"));
        assert_eq!(picture.marks[0].period.as_deref(), Some("2020"));
        assert_eq!((text.layout, text.points.len()), (Layout::Text, 2));
        assert_eq!(text.headline.en.as_deref(), Some("Words"));
        assert_eq!(text.indicators, ["arbete"]);
    }

    #[test]
    fn every_fault_names_file_line_and_advice() {
        for (from, to, expected) in [
            ("id = \"ord\"", "id = \"bild\"", "s.toml:16: the scene “bild” stands twice"),
            ("id = \"ord\"", "id = \"Ö\"", "s.toml:16: the id “Ö” has other signs than a-z, 0-9 and -"),
            (
                "focus_area = \"unga\"",
                "focus_area = \"ung\"",
                "s.toml:6: there is no focus area “ung” (did you mean “unga”?)",
            ),
            (
                "focus_area = \"unga\"\n",
                "",
                "s.toml:4: “lage” has the layout “findings” and no focus_area (name the one whose findings it shows)",
            ),
            (
                "state = \"indicator/arbete?year=2022&pin=18\"\n",
                "",
                "s.toml:9: “bild” has the layout “picture” and no state (give it the app's address from after #1/)",
            ),
            (
                "indicator/arbete",
                "indicator/arbite",
                "s.toml:11: there is no indicator “arbite” (did you mean “arbete”?)",
            ),
            ("from = \"2010\"", "from = \"10\"", "s.toml:13: “10” is not a period"),
            (
                "area = \"18\", period",
                "area = \"1881\", period",
                "s.toml:14: there is no area “1881” (did you mean “1880”?)",
            ),
            ("period = \"2020\"", "period = \"då\"", "s.toml:14: “då” is not a period"),
            (
                "indicators = [\"arbete\"]",
                "indicators = [\"arbetet\"]",
                "s.toml:20: there is no indicator “arbetet” (did you mean “arbete”?)",
            ),
            ("seconds =", "second =", "s.toml:7: unknown field `second`"),
            ("\"findings\"", "\"finding\"", "s.toml:5: unknown variant `finding`"),
            ("[\"map\", \"time\"]", "[\"mapp\"]", "s.toml:12: unknown variant `mapp`"),
        ] {
            assert!(STORY.contains(from), "{from}");
            let found = story(&STORY.replacen(from, to, 1)).expect_err(to);
            assert_eq!(found.len(), 1, "{found:?}");
            assert!(found[0].starts_with(expected), "{found:?}\n{expected}");
            assert!(!expected.contains("unknown") || found[0].contains("did you mean"), "{found:?}");
        }
    }
}
