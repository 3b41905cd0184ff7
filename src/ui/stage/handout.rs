//! The whole story on paper: a sheet a scene, pictures as vectors, notes on request.

use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::state::Role;

use super::bar::{go, role};
use super::slide::{slide, words};
use super::{Stage, run};

/// The sheets, and what to do with them.
pub fn handout(app: App, it: Stage) -> Node {
    let with_notes = RwSignal::new(false);
    let head = el("header")
        .class("nl-paper-head")
        .kid(el("h1").kid(text(move || {
            let locale = app.locale.get();
            let title = app.data.with(|d| d.story().title.get(locale).to_owned());
            if title.is_empty() { words(app).handout.to_owned() } else { title }
        })))
        .kid(
            el("label")
                .class("nl-tick")
                .kid(
                    el("input")
                        .at("type", "checkbox")
                        .at("data-part", "with-notes")
                        .checked(move || with_notes.get())
                        .on("change", move |_| with_notes.update(|on| *on = !*on)),
                )
                .kid(text(move || words(app).with_notes)),
        )
        .kid(
            el("button")
                .class("nl-button")
                .at("type", "button")
                .at("data-part", "print")
                .on("click", |_| drop(leptos::prelude::window().print()))
                .kid(text(move || words(app).print)),
        )
        .kid(go(app, "leave", |w| w.leave, None, move || role(app, Role::Stage)));
    many()
        .kid(head)
        .kid(part(move || (0..run::count(app)).map(|n| sheet(app, it, n, with_notes)).collect::<Node>()))
}

fn sheet(app: App, it: Stage, n: usize, with_notes: RwSignal<bool>) -> El {
    let scene = Memo::new(move || run::scene(app, n));
    let now = app.state.get_untracked();
    let state = RwSignal::new(run::script(app, it.staging, n, &now));
    let page = state.with_untracked(|s| s.page);
    let own = App {
        state,
        pointing: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        page: Memo::new(move || page),
        vector: true,
        ..app
    };
    let notes = move || {
        let locale = app.locale.get();
        let notes = scene.with(|s| s.as_ref().map(|s| s.notes.get(locale).to_owned()).unwrap_or_default());
        (with_notes.get() && !notes.is_empty()).then(|| el("p").class("nl-sheet-notes").kid(notes))
    };
    el("section")
        .class("nl-sheet")
        .at("data-theme", "light")
        .at("data-part", "sheet")
        .kid(slide(own, scene))
        .kid(
            el("p")
                .class("nl-sheet-foot")
                .kid(text(move || app.data.with(|d| d.meta().title.get(app.locale.get()).to_owned())))
                .kid(el("span").kid(text(move || (words(app).scene_of)(n + 1, run::count(app))))),
        )
        .kid(part(notes))
}
