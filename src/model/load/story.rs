//! The story: whom and what its scenes speak of.

use crate::base::{id::IndicatorId, order::Places};
use crate::bundle::caps::Caps;
use crate::bundle::decode::decode;
use crate::bundle::format::Bundle;
use crate::bundle::json::Document;
use crate::bundle::locate::Path;
use crate::bundle::problem::quoted;
use crate::bundle::story as format;
use crate::model::story::{Layout, Panel, Remark, Scene, Story};
use crate::model::{Dataset, Regions};

use super::LoadError;
use super::found::{self, Found};

/// Pages that an address can begin with.
const PAGES: &[&str] = &["start", "overview", "indicator", "area"];

pub(super) fn load(bundle: &Bundle, regions: &Regions, found: &mut Found) -> Story {
    let Some(story) = &bundle.story else { return Story::default() };
    let focus: Vec<&str> = bundle.strategy.focus_areas.iter().map(|f| f.id.as_str()).collect();
    let ids: Vec<&str> = bundle.indicators.iter().map(|i| i.id.as_str()).collect();
    resolve(story, &Known { focus: &focus, indicators: &Places::of(&ids), regions }, found)
}

/// Reads a story that was written for a dataset.
///
/// # Errors
/// The first thing that does not fit, with its path; or that the text is no such document.
pub fn from_text(data: &Dataset, text: &str) -> Result<Story, LoadError> {
    let caps = Caps::default();
    let document = Document::parse(text, &caps)?;
    document.within_limits()?;
    let (story, _) = decode::<format::Story>(&document)?;
    let focus: Vec<&str> = data.strategy().focus_areas.iter().map(|f| f.id.as_str()).collect();
    let ids: Vec<&str> = data.ids().map(|id| data.indicator(id).id.as_str()).collect();
    let mut found = Found::default();
    let known = Known { focus: &focus, indicators: &Places::of(&ids), regions: data.regions() };
    let story = resolve(&story, &known, &mut found);
    found.so_far().map_err(|problem| document.place(problem))?;
    Ok(story)
}

/// What a story can speak of.
struct Known<'a> {
    focus: &'a [&'a str],
    indicators: &'a Places<'a>,
    regions: &'a Regions,
}

fn resolve(story: &format::Story, known: &Known<'_>, found: &mut Found) -> Story {
    let path = &Path::At("story.scenes");
    let ids: Vec<&str> = story.scenes.iter().map(|s| s.id.as_str()).collect();
    found.unique(&ids, path, "id", "id");
    let mut scenes = Vec::with_capacity(ids.len());
    for (i, scene) in story.scenes.iter().enumerate() {
        scenes.push(self::scene(scene, &path.element(i), known, found));
    }
    Story { title: found::optional(&story.title), scenes }
}

fn scene(scene: &format::Scene, at: &Path<'_>, known: &Known<'_>, found: &mut Found) -> Scene {
    let mut points = Vec::with_capacity(scene.points.len());
    for (i, point) in scene.points.iter().enumerate() {
        points.push(found.text(point, &at.member("points").element(i)));
    }
    let mut focus_area = None;
    if let Some(id) = &scene.focus_area {
        focus_area = known.focus.iter().position(|f| f == id);
        if focus_area.is_none() {
            found.unknown(&at.member("focusArea"), "the id of a focus area", id);
        }
    } else if scene.layout == Layout::Findings {
        found.wrong(
            &at.member("focusArea"),
            "the id of a focus area, since the layout is “findings”",
            "none",
        );
    }
    let mut panels = scene.panels.clone();
    if scene.layout == Layout::Picture {
        match &scene.state {
            Some(state) => address(state, &at.member("state"), known, found),
            None => found.wrong(&at.member("state"), "an address, since the layout is “picture”", "none"),
        }
        if panels.is_empty() {
            panels.push(Panel::Map);
        }
    }
    let mut indicators = Vec::with_capacity(scene.indicators.len());
    for (i, id) in scene.indicators.iter().enumerate() {
        match known.indicators.get(id).and_then(IndicatorId::new) {
            Some(indicator) => indicators.push(indicator),
            None => found.unknown(&at.member("indicators").element(i), "the id of an indicator", id),
        }
    }
    let mut marks = Vec::with_capacity(scene.marks.len());
    for (i, mark) in scene.marks.iter().enumerate() {
        marks.extend(remark(mark, &at.member("marks").element(i), known.regions, found));
    }
    Scene {
        id: found.slug(&scene.id, &at.member("id")),
        layout: scene.layout,
        headline: found::optional(&scene.headline),
        text: found::optional(&scene.text),
        points,
        notes: found::optional(&scene.notes),
        focus_area,
        state: scene.state.clone(),
        panels,
        from: scene.from.as_ref().map(|from| found.period(from, &at.member("from"))),
        marks,
        indicators,
        seconds: scene.seconds,
    }
}

/// The page of an address must be there; the rest of it falls back one by one when it is opened.
fn address(state: &str, at: &Path<'_>, known: &Known<'_>, found: &mut Found) {
    let path = state.split_once('?').map_or(state, |(path, _)| path);
    let (page, id) = path.split_once('/').unwrap_or((path, ""));
    let there = match page {
        "indicator" => known.indicators.get(id).is_some(),
        "area" => known.regions.by_code(id).is_some(),
        _ => PAGES.contains(&page) && id.is_empty(),
    };
    if !there {
        found.wrong(at, "an address like “indicator/ID?year=2022” of a page there is", &quoted(state));
    }
}

fn remark(mark: &format::Remark, at: &Path<'_>, regions: &Regions, found: &mut Found) -> Option<Remark> {
    let area = regions.by_code(&mark.area);
    if area.is_none() {
        found.unknown(&at.member("area"), "the code of an area", &mark.area);
    }
    let period = mark.period.as_ref().map(|p| found.period(p, &at.member("period")));
    let text = found.text(&mark.text, &at.member("text"));
    Some(Remark { area: area?, period, text })
}
