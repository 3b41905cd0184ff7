//! All scenes at a glance, and the author's tools: capture, order, texts, undo.

use std::sync::Arc;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::model::story::{Layout, Panel, Scene, Story};
use crate::ui::context::{App, Data};
use crate::ui::dom::{El, Node, Slot, el, part, text};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::state::{Page, ViewState};
use crate::view::{aspect::Aspect, words::stage::stage};

use super::bar::room;
use super::fields::fields;
use super::slide::words;
use super::{Over, Stage, over_head, run};

/// What the author has done and is doing.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The stories before each change, the latest last.
    history: RwSignal<Vec<Arc<Story>>>,
    /// The scene whose fields are open.
    open: RwSignal<Option<usize>>,
    /// The scene that is being dragged.
    dragged: RwSignal<Option<usize>>,
}

impl Default for Desk {
    fn default() -> Self {
        Self { history: RwSignal::new(Vec::new()), open: RwSignal::new(None), dragged: RwSignal::new(None) }
    }
}

/// All scenes over the stage.
pub fn grid(app: App, it: Stage) -> El {
    let w = words(app);
    let undo = move |_| {
        let before = it.desk.history.get_untracked();
        if let Some((last, rest)) = before.split_last() {
            it.desk.history.set(rest.to_vec());
            show(app, it, Story::clone(last));
            // The open form is written anew.
            it.desk.open.update(|_| ());
            app.said.set(w.undone.to_owned());
        }
    };
    let tools = el("div")
        .class("nl-author")
        .kid(button("capture", w.capture, move || {
            let now = app.state.get_untracked();
            let at = it.at.get_untracked() + 1;
            let own = it.scene.get_untracked();
            change(app, it, |story| insert(story, app, &now, at, own));
            app.said.set(words(app).captured.to_owned());
        }))
        .kid(
            el("button")
                .class("nl-button")
                .at("type", "button")
                .at("data-part", "undo")
                .live("disabled", move || it.desk.history.with(Vec::is_empty))
                .on("click", undo)
                .kid(w.undo),
        )
        .kid(room(app, "save-story", |w| w.save_story))
        .kid(room(app, "save-bundle", |w| w.save_bundle))
        .kid(room(app, "save-file", |w| w.save_file))
        .kid(
            el("label").class("nl-button nl-plain nl-file").kid(w.open_story).kid(
                el("input")
                    .class("nl-hidden")
                    .at("type", "file")
                    .at("accept", ".json,application/json")
                    .at("data-room", "open-story"),
            ),
        );
    let empty = move || {
        (run::count(app) == 0).then(|| {
            el("div")
                .class("nl-no-story")
                .kid(el("p").kid(el("strong").kid(w.none)))
                .kid(el("p").kid(w.none_what))
        })
    };
    // Cards stay while texts change: whoever is writing in one keeps the field.
    let ids = Memo::new(move || {
        app.data.with(|d| d.story().scenes.iter().map(|s| s.id.as_str()).collect::<Vec<_>>().join(" "))
    });
    let all = Slot::default();
    el("section")
        .held(all)
        .class("nl-over-stage nl-grid")
        .at("data-part", "stage-grid")
        .at("aria-label", w.grid)
        .kid(over_head(app, it, w.grid))
        .kid(tools)
        .kid(part(empty))
        .kid(part(move || {
            let count = ids.with(|all| all.split_whitespace().count());
            el("ol").class("nl-scenes").kid((0..count).map(|n| card(app, it, n, all)).collect::<Node>())
        }))
}

/// What a scene is called: its headline, or what its picture is of.
pub fn title(app: App, scene: &Scene, locale: crate::base::locale::Locale) -> String {
    let headline = scene.headline.get(locale);
    if !headline.is_empty() {
        return headline.to_owned();
    }
    let state = scene.state.as_deref().unwrap_or_default();
    let id = state.split('?').next().and_then(|path| path.split_once('/')).map_or("", |p| p.1);
    let named = app.data.with(|d| d.by_id(id).map(|i| d.indicator(i).title.get(locale).to_owned()));
    named.unwrap_or_else(|| (stage(locale).layout)(scene.layout).to_owned())
}

fn card(app: App, it: Stage, n: usize, all: Slot) -> El {
    let w = words(app);
    let called = move || run::scene(app, n).map(|s| title(app, &s, app.locale.get())).unwrap_or_default();
    let open = it.desk.open;
    let go = move |_| {
        it.over.set(Over::Nothing);
        run::go(app, n);
    };
    let shift = move |to: usize| {
        let to = to.min(run::count(app).saturating_sub(1));
        change(app, it, |story| move_scene(story, n, to));
        run::tell(app, to);
        to
    };
    let dropped = move |event: web_sys::Event| {
        event.prevent_default();
        if let Some(from) = it.desk.dragged.get_untracked() {
            it.desk.dragged.set(None);
            change(app, it, |story| move_scene(story, from, n));
            run::tell(app, n);
        }
    };
    // A deed says which scene it leaves the reader at.
    let small = |part: &'static str, word: &'static str, sign: &'static str, deed: Box<dyn Fn() -> usize>| {
        el("button")
            .class("nl-button nl-plain")
            .at("type", "button")
            .at("data-part", part)
            .live("aria-label", move || format!("{word}: {}", called()))
            .at("title", word)
            .on("click", move |_| stay(all, deed(), part))
            .kid(sign)
    };
    let tools = el("span")
        .class("nl-scene-tools")
        .kid(small("earlier", w.earlier, "↑", Box::new(move || shift(n.saturating_sub(1)))))
        .kid(small("later", w.later, "↓", Box::new(move || shift(n + 1))))
        .kid(small(
            "edit",
            w.edit,
            "✎",
            Box::new(move || {
                open.update(|o| *o = if *o == Some(n) { None } else { Some(n) });
                n
            }),
        ))
        .kid(small(
            "remove",
            w.remove,
            "×",
            Box::new(move || {
                open.set(None);
                let gone = [w.removed, &called()].concat();
                change(app, it, |story| {
                    if n < story.scenes.len() {
                        story.scenes.remove(n);
                    }
                });
                app.said.set(gone);
                n.min(run::count(app).saturating_sub(1))
            }),
        ));
    el("li")
        .live("draggable", move || if open.get() == Some(n) { "false" } else { "true" })
        .live("aria-current", move || (it.at.get() == n).then_some("true"))
        .on("dragstart", move |_| it.desk.dragged.set(Some(n)))
        .on("dragover", move |event| event.prevent_default())
        .on("drop", dropped)
        .kid(
            el("button")
                .class("nl-scene")
                .at("type", "button")
                .at("data-part", "scene")
                .on("click", go)
                .kid(el("span").class("nl-num").kid((n + 1).to_string()))
                .kid(el("strong").kid(text(called)))
                .kid(el("small").kid(text(move || run::scene(app, n).map_or("", |s| (w.layout)(s.layout))))),
        )
        .kid(tools)
        .kid(part(move || (open.get() == Some(n)).then(|| fields(app, it, n))))
}

/// The cards are made anew where their order changes: whoever goes on by keyboard finds the same button at
/// the scene they are at now.
fn stay(all: Slot, scene: usize, part: &'static str) {
    request_animation_frame(move || {
        let Some(all) = all.of::<HtmlElement>() else { return };
        let button = format!("li:nth-child({}) [data-part={part}]", scene + 1);
        if let Some(button) = all.query_selector(&button).ok().flatten() {
            let button: HtmlElement = button.unchecked_into();
            let _ = button.focus();
        }
    });
}

fn button(name: &'static str, word: &'static str, deed: impl Fn() + 'static) -> El {
    el("button")
        .class("nl-button")
        .at("type", "button")
        .at("data-part", name)
        .on("click", move |_| deed())
        .kid(word)
}

/// Changes the story and remembers how it was.
pub fn change(app: App, it: Stage, deed: impl FnOnce(&mut Story)) {
    let before = app.data.with_untracked(|d| d.story().clone());
    let mut story = before.clone();
    deed(&mut story);
    if story != before {
        it.desk.history.update(|h| h.push(Arc::new(before)));
        show(app, it, story);
    }
}

/// Puts a story in place; whoever is at a scene stays at it, or goes to the one that has its place now.
fn show(app: App, it: Stage, story: Story) {
    let here = it.scene.with_untracked(|s| s.as_ref().map(|s| s.id.clone()));
    let at = here.and_then(|id| story.position(&id));
    // The form that is open stays with its scene.
    let open = it.desk.open.get_untracked();
    let goes = open.and_then(|n| run::scene(app, n)).and_then(|scene| story.position(&scene.id));
    app.data.set(Data(Arc::new(app.data.with_untracked(|d| d.with_story(story)))));
    match at {
        Some(at) => app.state.update(|s| {
            if let Some(on) = &mut s.stage {
                on.scene = at;
            }
        }),
        None => run::go(app, it.at.get_untracked()),
    }
    if goes != open {
        it.desk.open.set(goes);
    }
    it.edit.update(|n| *n += 1);
}

fn move_scene(story: &mut Story, from: usize, to: usize) {
    if from < story.scenes.len() && to < story.scenes.len() {
        let scene = story.scenes.remove(from);
        story.scenes.insert(to, scene);
    }
}

/// Makes a scene of what is shown, after the last one.
pub fn capture(app: App) {
    let now = app.state.get_untracked();
    let mut story = app.data.with_untracked(|d| d.story().clone());
    insert(&mut story, app, &now, usize::MAX, None);
    app.data.set(Data(Arc::new(app.data.with_untracked(|d| d.with_story(story)))));
    app.said.set(stage(app.locale.get_untracked()).captured.to_owned());
}

/// Adds a scene of what is shown at `now`; where that is the scene `own` itself and no page, another of its kind.
fn insert(story: &mut Story, app: App, now: &ViewState, at: usize, own: Option<Scene>) {
    let mut shown = now.clone();
    shown.stage = None;
    let address = app.address.run(shown);
    let panels = match now.page {
        Page::Indicator(_) if now.aspect == Aspect::Levels => vec![Panel::Map, Panel::Ranking],
        Page::Indicator(_) => vec![Panel::Time],
        _ => vec![Panel::Page],
    };
    let start = now.page == Page::Start;
    let mut number = story.scenes.len() + 1;
    while story.position(&format!("scen-{number}")).is_some() {
        number += 1;
    }
    let id = format!("scen-{number}");
    let made = Scene {
        id: id.clone(),
        layout: if start { Layout::Strategy } else { Layout::Picture },
        headline: Default::default(),
        text: Default::default(),
        points: Vec::new(),
        notes: Default::default(),
        focus_area: None,
        state: (!start).then(|| address.strip_prefix("#1/").unwrap_or(&address).to_owned()),
        panels: if start { Vec::new() } else { panels },
        from: None,
        marks: Vec::new(),
        indicators: Vec::new(),
        seconds: None,
    };
    let scene = match own {
        Some(own) if start && own.state.is_none() => Scene { id, ..own },
        _ => made,
    };
    let at = at.min(story.scenes.len());
    story.scenes.insert(at, scene);
}

/// Where the page gets the story as text, and gives another.
pub fn exchange(app: App, it: Stage) -> El {
    let taken = move |event: web_sys::Event| {
        let text = leptos::prelude::event_target_value(&event);
        match it.staging.take.run(text) {
            Some(why) => app.said.set((words(app).not_opened)(&why)),
            None => {
                it.over.set(Over::Nothing);
                it.edit.update(|n| *n += 1);
            }
        }
    };
    el("textarea")
        .at("hidden", "")
        .at("data-story", "")
        .at("aria-hidden", "true")
        .value(move || {
            app.data.with(|_| ());
            it.staging.written.run(())
        })
        .on("input", taken)
}
