//! The speaker's window: this scene and the next, notes, clock.

use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Memo, RwSignal};

use super::bar::{buttons, room};
use super::slide::{slide, words};
use super::{Stage, run};

/// The window's content.
pub fn presenter(app: App, it: Stage) -> Node {
    let notes = move || {
        let locale = app.locale.get();
        let notes = it.scene.with(|s| s.as_ref().map(|s| s.notes.get(locale).to_owned()).unwrap_or_default());
        if notes.is_empty() { words(app).no_notes.to_owned() } else { notes }
    };
    let size = RwSignal::new(20_u32);
    let sized = move |by: i32| move |_| size.update(|s| *s = s.saturating_add_signed(by).clamp(14, 44));
    let letter = |word: &'static str, by: i32| {
        el("button").class("nl-button").at("type", "button").on("click", sized(by)).kid(word)
    };
    many().kid(clocks(app, it)).kid(
        el("div")
            .class("nl-desk")
            .kid(el("section").class("nl-current").at("data-part", "now").kid(slide(app, it.scene)))
            .kid(
                el("section")
                    .class("nl-coming")
                    .at("data-part", "coming")
                    .kid(el("h2").kid(text(move || words(app).coming)))
                    .kid(part(move || coming(app, it, it.at.get() + 1))),
            )
            .kid(
                el("section")
                    .class("nl-notes")
                    .at("data-part", "notes")
                    .kid(
                        el("header")
                            .kid(el("h2").kid(text(move || words(app).notes)))
                            .kid(letter("A−", -3))
                            .kid(letter("A+", 3)),
                    )
                    .kid(el("p").style("font-size", move || format!("{}px", size.get())).kid(text(notes))),
            )
            .kid(el("div").class("nl-bar").at("data-part", "bar").kid(buttons(app, it))),
    )
}

fn clocks(app: App, it: Stage) -> El {
    let planned = move || app.data.with(|d| d.story().planned(it.at.get() + 1).to_string());
    let pace = move |n: usize| move || words(app).pace.get(n).copied().unwrap_or_default();
    el("header")
        .class("nl-clocks")
        .kid(
            el("p").kid(text(move || words(app).time_of_day)).kid(" ").kid(el("strong").at("data-clock", "")),
        )
        .kid(
            el("p").kid(text(move || words(app).elapsed)).kid(" ").kid(
                el("strong")
                    .at("data-elapsed", "")
                    .live("data-planned", planned)
                    .live("data-words-early", pace(0))
                    .live("data-words-on", pace(1))
                    .live("data-words-late", pace(2)),
            ),
        )
        .kid(room(app, "clock", |w| w.clock))
        .kid(room(app, "audience", |w| w.audience))
}

/// The scene after this one, as it will stand: to look at, not to use.
fn coming(app: App, it: Stage, n: usize) -> Node {
    let Some(scene) = run::scene(app, n) else {
        return el("p").class("nl-muted").kid(words(app).end).into();
    };
    let now = app.state.get_untracked();
    let state = RwSignal::new(run::script(app, it.staging, n, &now));
    let page = state.with_untracked(|s| s.page);
    let own = App {
        state,
        pointing: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        page: Memo::new(move || page),
        ..app
    };
    let scene = Memo::new(move || Some(scene.clone()));
    el("div").class("nl-next").at("inert", "").at("aria-hidden", "true").kid(slide(own, scene)).into()
}
