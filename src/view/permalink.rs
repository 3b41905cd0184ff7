//! The whole `ViewState` as an address fragment, and back. Version 1.
//!
//! `#1/indicator/<id>?year=2022&people=both&origin=total&pin=1880,1864&classes=natural.5&show=levels&rows=&columns=&sort=value.0&lang=sv&theme=auto`
//!
//! `#1/stage/<scene>` is short for what a scene of the story shows, on a stage; `lang` and `theme` may follow.
//! On a stage `&stage=<scene>` follows, with `.presenter`, `.audience` or `.handout` for those windows.
//!
//! Every part is written, defaults too: an address that leaves them out shows something else
//! the day a default changes. Unknown ids and words fall back one by one; nothing is an error.

mod choices;

use crate::analysis::classify::Method;
use crate::base::{locale::Locale, period::Period};
use crate::model::{Dataset, Origin};
use crate::view::aspect::Aspect;
use crate::view::state::{MOST_PINNED, OnStage, Page, People, Role, SortBy, ThemeChoice, ViewState};

const METHODS: &[(&str, Method)] = &[
    ("natural", Method::Natural),
    ("quantile", Method::Quantile),
    ("equal", Method::Equal),
    ("deviation", Method::Deviation),
    ("diverging", Method::Diverging),
    ("continuous", Method::Continuous),
];
/// After the number of classes, where they are those of the period shown alone.
const OWN: &str = ".own";

/// Words of addresses, in the order in which readers are offered them.
pub const PEOPLE: &[(&str, People)] =
    &[("all", People::All), ("both", People::Both), ("women", People::Women), ("men", People::Men)];
/// The same of origins.
pub const ORIGINS: &[(&str, Origin)] =
    &[("total", Origin::Total), ("domestic", Origin::Domestic), ("foreign", Origin::Foreign)];
const SORTS: &[(&str, SortBy)] =
    &[("name", SortBy::Name), ("value", SortBy::Value), ("change", SortBy::Change), ("gap", SortBy::Gap)];
const THEMES: &[(&str, ThemeChoice)] =
    &[("auto", ThemeChoice::Auto), ("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark)];
const ROLES: &[(&str, Role)] = &[
    ("", Role::Stage),
    (".presenter", Role::Presenter),
    (".audience", Role::Audience),
    (".handout", Role::Handout),
];
const LANGUAGES: &[(&str, Locale)] = &[("sv", Locale::Sv), ("en", Locale::En)];

/// The fragment of a state, with its `#`.
pub fn write(state: &ViewState, data: &Dataset) -> String {
    let page = match state.page {
        Page::Start => "start".to_owned(),
        Page::Overview => "overview".to_owned(),
        Page::Indicator(id) => format!("indicator/{}", data.indicator(id).id),
        Page::Area(id) => format!("area/{}", data.regions().get(id).code),
    };
    let year = state.period.map_or_else(|| "latest".to_owned(), |p| p.to_string());
    let pins: Vec<&str> = state.pinned.iter().map(|&a| data.regions().get(a).code.as_str()).collect();
    let stage = state.stage.map_or_else(String::new, |on| {
        let scene = data.story().scenes.get(on.scene).map_or("", |s| s.id.as_str());
        format!("&stage={scene}{}", word(ROLES, on.role))
    });
    format!(
        "#1/{page}?year={year}&people={}&origin={}&pin={}&classes={}.{}{}&show={}{}&rows={}&columns={}&sort={}.{}&lang={}&theme={}{stage}",
        word(PEOPLE, state.people),
        word(ORIGINS, state.origin),
        pins.join(","),
        word(METHODS, state.method),
        state.classes,
        if state.own_classes { OWN } else { "" },
        word(Aspect::ALL, state.aspect),
        choices::write(&state.choices, data),
        state.order.area.map_or("", |a| data.regions().get(a).code.as_str()),
        state.order.indicator.map_or("", |i| data.indicator(i).id.as_str()),
        word(SORTS, state.sort),
        u8::from(state.turned),
        word(LANGUAGES, state.locale),
        word(THEMES, state.theme),
    )
}

/// The state of a fragment; what it does not say is taken from `otherwise`.
pub fn read(fragment: &str, data: &Dataset, otherwise: &ViewState) -> ViewState {
    let mut state = otherwise.clone();
    let Some(rest) = fragment.trim_start_matches('#').strip_prefix("1/") else { return state };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    if let Some(id) = path.strip_prefix("stage/") {
        return on_stage(id, query, data, otherwise);
    }
    state.stage = None;
    state.page = match path.split_once('/') {
        Some(("indicator", id)) => data.by_id(id).map_or(Page::Start, Page::Indicator),
        Some(("area", code)) => data.regions().by_code(code).map_or(Page::Start, Page::Area),
        None if path == "overview" => Page::Overview,
        _ => Page::Start,
    };
    for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        match key {
            "year" => state.period = value.parse::<Period>().ok(),
            "people" => set(&mut state.people, PEOPLE, value),
            "origin" => set(&mut state.origin, ORIGINS, value),
            "pin" => {
                state.pinned.clear();
                for area in value.split([',']).filter_map(|code| data.regions().by_code(code)) {
                    if state.pinned.len() < MOST_PINNED && !state.pinned.contains(&area) {
                        state.pinned.push(area);
                    }
                }
            }
            "classes" => {
                let same = value.strip_suffix(OWN);
                state.own_classes = same.is_some();
                let (method, count) = same.unwrap_or(value).split_once('.').unwrap_or((value, ""));
                set(&mut state.method, METHODS, method);
                if let Some(n) = count.parse::<usize>().ok().filter(|n| (3..=7).contains(n)) {
                    state.classes = n;
                }
            }
            "show" => set(&mut state.aspect, Aspect::ALL, value),
            "rows" => state.order.area = data.regions().by_code(value),
            "columns" => state.order.indicator = data.by_id(value),
            "sort" => {
                let (by, turned) = value.split_once('.').unwrap_or((value, "0"));
                set(&mut state.sort, SORTS, by);
                state.turned = turned == "1";
            }
            "stage" => {
                let (id, _) = value.split_once('.').unwrap_or((value, ""));
                let role = value.strip_prefix(id).unwrap_or_default();
                let mut on = OnStage { scene: data.story().position(id).unwrap_or(0), role: Role::Stage };
                set(&mut on.role, ROLES, role);
                state.stage = Some(on);
            }
            _ => {
                dress(&mut state, key, value);
                choices::read(&mut state.choices, key, value, data);
            }
        }
    }
    state
}

/// The name of an indicator, area, scene or page that a fragment leads to and the dataset does not have.
pub fn unknown<'a>(fragment: &'a str, data: &Dataset) -> Option<&'a str> {
    let rest = fragment.trim_start_matches('#').strip_prefix("1/")?;
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let scene = |id: &str| id.is_empty() || data.story().position(id).is_some();
    let (name, known) = match path.split_once('/') {
        Some(("indicator", id)) => (id, data.by_id(id).is_some()),
        Some(("area", code)) => (code, data.regions().by_code(code).is_some()),
        Some(("stage", id)) => (id, scene(id)),
        _ => (path, matches!(path, "" | "start" | "overview")),
    };
    if !known {
        return Some(name);
    }
    let asked = query.split('&').find_map(|pair| pair.strip_prefix("stage="))?;
    let id = asked.split('.').next().unwrap_or(asked);
    (!scene(id)).then_some(id)
}

/// Takes the reader's language and colours; other names are left alone.
fn dress(state: &mut ViewState, key: &str, value: &str) {
    match key {
        "lang" => set(&mut state.locale, LANGUAGES, value),
        "theme" => set(&mut state.theme, THEMES, value),
        _ => {}
    }
}

/// The state that a scene asks for, in the language and colours of the query; the first scene where there
/// is none of this name.
fn on_stage(id: &str, query: &str, data: &Dataset, otherwise: &ViewState) -> ViewState {
    let scene = data.story().position(id).unwrap_or(0);
    let asked = data.story().scenes.get(scene).and_then(|s| s.state.as_deref()).unwrap_or("start");
    let mut state = match asked.starts_with("stage/") {
        true => otherwise.clone(),
        false => read(&format!("1/{asked}"), data, otherwise),
    };
    (state.locale, state.theme) = (otherwise.locale, otherwise.theme);
    for (key, value) in query.split('&').filter_map(|pair| pair.split_once('=')) {
        dress(&mut state, key, value);
    }
    state.stage = Some(OnStage { scene, role: Role::Stage });
    state
}

/// How an address calls this one of some choices.
pub fn word<T: PartialEq + Copy>(words: &'static [(&'static str, T)], value: T) -> &'static str {
    words.iter().find(|w| w.1 == value).map_or("", |w| w.0)
}

fn set<T: Copy>(slot: &mut T, words: &[(&str, T)], text: &str) {
    if let Some(found) = words.iter().find(|w| w.0 == text) {
        *slot = found.1;
    }
}
