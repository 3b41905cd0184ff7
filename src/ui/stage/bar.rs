//! The buttons of a stage. Keys click them, so each deed is written once.

use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::icon::{Icon, draw};
use crate::ui::state::Role;
use crate::view::words::stage::StageWords;

use super::slide::words;
use super::{Over, Stage, counted, run};

/// What a word is taken from.
type Word = fn(&'static StageWords) -> &'static str;

/// At the lower edge of the window that everybody sees.
pub fn bar(app: App, it: Stage) -> El {
    el("div").class("nl-bar").at("data-part", "bar").kid(buttons(app, it))
}

/// Everything that can be done on a stage.
pub fn buttons(app: App, it: Stage) -> Node {
    let strayed = crate::ui::signal::Memo::new(move || app.state.with(|s| run::strayed(app, it.staging, s)));
    many()
        .kid(go(app, "previous", |w| w.previous, Some(Icon::Back), move || run::step(app, -1)))
        .kid(el("span").class("nl-count").at("data-part", "count").kid(counted(app, it)))
        .kid(go(app, "next", |w| w.next, Some(Icon::On), move || run::step(app, 1)))
        .kid(part(move || {
            strayed
                .get()
                .then(|| go(app, "again", |w| w.again, None, move || run::go(app, it.at.get_untracked())))
        }))
        .kid(
            el("details")
                .class("nl-menu nl-stage-tools")
                .at("data-part", "stage-tools")
                .kid(el("summary").class("nl-button nl-plain").kid(text(move || words(app).tools)))
                .kid(
                    el("div")
                        .class("nl-pop")
                        .kid(go(app, "first", |w| w.first, None, move || run::go(app, 0)))
                        .kid(go(app, "last", |w| w.last, None, move || run::go(app, usize::MAX)))
                        .kid(go(app, "grid", |w| w.grid, None, move || toggle(it, Over::Grid)))
                        .kid(room(app, "presenter", |w| w.presenter))
                        .kid(room(app, "audience", |w| w.audience))
                        .kid(room(app, "full", |w| w.full))
                        .kid(room(app, "black", |w| w.black))
                        .kid(room(app, "laser", |w| w.laser))
                        .kid(room(app, "draw", |w| w.draw))
                        .kid(room(app, "wipe", |w| w.wipe))
                        .kid(go(app, "handout", |w| w.handout, None, move || role(app, Role::Handout)))
                        .kid(go(app, "help", |w| w.help, None, move || toggle(it, Over::Help))),
                ),
        )
        .kid(go(app, "leave", |w| w.leave, Some(Icon::Cross), move || leave(app)))
}

/// A button that the stage answers.
pub fn go(app: App, name: &'static str, word: Word, icon: Option<Icon>, deed: impl Fn() + 'static) -> El {
    let button = el("button")
        .class(if icon.is_some() { "nl-button nl-round" } else { "nl-button nl-plain" })
        .at("type", "button")
        .at("data-go", name)
        .on("click", move |_| deed());
    match icon {
        Some(icon) => button
            .live("aria-label", move || word(words(app)))
            .live("title", move || word(words(app)))
            .kid(draw(icon)),
        None => button.kid(text(move || word(words(app)))),
    }
}

/// A button that the page answers.
pub fn room(app: App, name: &'static str, word: Word) -> El {
    el("button")
        .class("nl-button nl-plain")
        .at("type", "button")
        .at("data-room", name)
        .kid(text(move || word(words(app))))
}

fn toggle(it: Stage, over: Over) {
    let now = it.over.get_untracked();
    it.over.set(if now == over { Over::Nothing } else { over });
}

/// The same scene in a window for something else.
pub fn role(app: App, role: Role) {
    app.state.update(|s| {
        if let Some(on) = &mut s.stage {
            on.role = role;
        }
    });
}

/// Off the stage, to the page that was shown on it.
pub fn leave(app: App) {
    app.pointing.set(None);
    app.state.update(|s| s.stage = None);
}
