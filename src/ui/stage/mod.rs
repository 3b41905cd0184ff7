//! The stage: the story's scenes with live pictures, for a room, for its speaker, on paper.
//!
//! A window on the stage is the same app with a scene in its address, so two windows are in step
//! when their addresses are. What is the page's business and not the picture's (windows, keys,
//! full screen, laser, ink, clock, files) is answered by `www/stage.js`: it clicks what has
//! `data-go`, answers what has `data-room`, and reads `data-address`.

pub mod author;
pub mod bar;
pub mod discussion;
pub mod fields;
pub mod findings;
pub mod handout;
pub mod presenter;
pub mod run;
pub mod slide;
pub mod texts;

use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::signal::{Memo, RwSignal};

use crate::base::color::Mode;
use crate::model::story::Scene;

use super::app::Staging;
use super::context::App;
use super::state::Role;
use super::svg::defined;

pub use author::capture;
pub use run::go;

/// What lies over the stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Over {
    /// Nothing.
    Nothing,
    /// All scenes.
    Grid,
    /// The keys.
    Help,
}

/// What the parts of a stage share.
#[derive(Clone, Copy)]
pub struct Stage {
    staging: Staging,
    /// The place of the scene.
    at: Memo<usize>,
    /// The scene; `None` while there are none.
    scene: Memo<Option<Scene>>,
    /// What lies over it.
    over: RwSignal<Over>,
    /// Grows when the story is edited.
    edit: RwSignal<usize>,
    /// The author's.
    desk: author::Desk,
}

/// The stage, in place of the app's pages.
pub fn stage(app: App, staging: Staging, role: Role) -> El {
    let at = Memo::new(move || app.state.with(|s| s.stage.map_or(0, |on| on.scene)));
    let scene = Memo::new(move || run::scene(app, at.get()));
    let over = RwSignal::new(if run::count(app) == 0 { Over::Grid } else { Over::Nothing });
    let it = Stage { staging, at, scene, over, edit: RwSignal::new(0), desk: author::Desk::default() };
    let id = move || scene.with(|s| s.as_ref().map(|s| s.id.clone()).unwrap_or_default());
    let name = match role {
        Role::Stage => "stage",
        Role::Presenter => "presenter",
        Role::Audience => "audience",
        Role::Handout => "handout",
    };
    // Slides share what they refer to, on paper in its colours.
    let paper = Memo::new(|| Mode::Print);
    let app = App { patterned: true, mode: if role == Role::Handout { paper } else { app.mode }, ..app };
    let inside: Node = match role {
        Role::Stage => crate::ui::dom::many().kid(slide::slide(app, scene)).kid(bar::bar(app, it)),
        Role::Audience => slide::slide(app, scene).into(),
        Role::Presenter => presenter::presenter(app, it),
        Role::Handout => handout::handout(app, it),
    };
    el("main")
        .class("nl-stage")
        .at("id", "nl-main")
        .at("tabindex", "-1")
        .live("aria-label", move || slide::words(app).stage)
        .at("data-stage", "")
        .at("data-role", name)
        .live("data-scene", id)
        .live("data-address", move || app.state.with(|s| app.address.run(s.clone())))
        .live("data-edit", move || it.edit.get().to_string())
        .live("data-words-black", move || slide::words(app).blackened)
        .live("data-words-shown", move || slide::words(app).shown_again)
        .live("data-words-blocked", move || slide::words(app).blocked)
        .kid(defined(app))
        .kid(inside)
        .kid(part(move || match over.get() {
            // Where there are no scenes there is nothing behind.
            Over::Nothing if run::count(app) == 0 => author::grid(app, it).into(),
            Over::Nothing => Node::None,
            Over::Help => help(app, it).into(),
            Over::Grid => author::grid(app, it).into(),
        }))
        .kid(author::exchange(app, it))
}

/// The keys.
fn help(app: App, it: Stage) -> El {
    let row = |(keys, does): &(&'static str, &'static str)| {
        el("div").kid(el("dt").kid(*keys)).kid(el("dd").kid(*does))
    };
    let w = slide::words(app);
    el("section")
        .class("nl-over-stage nl-help")
        .at("data-part", "stage-help")
        .at("aria-label", w.help)
        .kid(over_head(app, it, w.help))
        .kid(el("dl").kid(w.keys.iter().map(row).collect::<Node>()))
}

/// The head of what lies over the stage, with the button that takes it away, or where there are no scenes leaves.
fn over_head(app: App, it: Stage, title: &'static str) -> El {
    el("header").kid(el("h2").kid(title)).kid(
        el("button")
            .class("nl-button nl-round")
            .at("type", "button")
            .at("data-over-close", "")
            .at("aria-label", app.words().close)
            .on("click", move |_| match run::count(app) {
                0 => bar::leave(app),
                _ => it.over.set(Over::Nothing),
            })
            .kid(crate::ui::icon::draw(crate::ui::icon::Icon::Cross)),
    )
}

/// “3 av 20”.
fn counted(app: App, it: Stage) -> Node {
    text(move || match run::count(app) {
        0 => String::new(),
        count => (slide::words(app).scene_of)(it.at.get() + 1, count),
    })
}
