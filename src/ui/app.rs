//! The whole interface: frame, page, live region.

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Callback, Memo, RwSignal};
use leptos::prelude::*;

use crate::base::color::Mode;

use super::area::area_page;
use super::context::{App, Data, Fixed, Loader};
use super::env::Surroundings;
use super::frame::{foot, top};
use super::indicator::indicator_page;
use super::overview::overview_page;
use super::stage::stage;
use super::start::start_page;
use super::state::{Page, ThemeChoice, ViewState};
use crate::view::words::host::host;

/// What a host gives the interface.
#[derive(Clone, Copy)]
pub struct Hosting {
    /// The bundle; the host sets it again when more values arrive.
    pub data: RwSignal<Data>,
    /// The state; the host keeps the address in step with it.
    pub state: RwSignal<ViewState>,
    /// Values in files of their own.
    pub loader: Loader,
    /// Turns a state into an address.
    pub address: Callback<ViewState, String>,
    /// Told when a map stands, for whoever measures the page.
    pub first_map: Callback<()>,
    /// What the reader may not change.
    pub fixed: RwSignal<Fixed>,
    /// The stage, where there can be one.
    pub staging: Option<Staging>,
}

/// What a stage needs of its host: scenes are addresses, and an edited story is text.
#[derive(Clone, Copy)]
pub struct Staging {
    /// The state at an address; what it does not say is taken from the state beside it.
    pub visit: Callback<(String, ViewState), ViewState>,
    /// The story as it is written in a bundle.
    pub written: Callback<(), String>,
    /// Takes another story from such a text; says what is wrong with it.
    pub take: Callback<String, Option<String>>,
}

/// Puts in place what every component reaches for.
pub fn provide(hosting: Hosting) -> App {
    let around = Surroundings::watch();
    let state = hosting.state;
    let mode: Memo<Mode> = Memo::new(move || around.theme(state.with(|s| s.theme)).mode);
    let app = App {
        data: hosting.data,
        state,
        pointing: RwSignal::new(None),
        said: RwSignal::new(String::new()),
        around,
        loader: hosting.loader,
        address: hosting.address,
        first_map: hosting.first_map,
        fixed: hosting.fixed,
        staging: hosting.staging,
        vector: false,
        patterned: false,
        mode,
        locale: Memo::new(move || state.with(|s| s.locale)),
        page: Memo::new(move || state.with(|s| s.page)),
    };
    provide_context(app);
    app
}

/// The value of `data-theme` for the reader's choice; none where the system decides.
pub fn theme_name(choice: ThemeChoice) -> Option<&'static str> {
    match choice {
        ThemeChoice::Auto => None,
        ThemeChoice::Light => Some("light"),
        ThemeChoice::Dark => Some("dark"),
    }
}

/// What a page holds, whichever it is.
pub fn content(page: Page) -> Node {
    match page {
        Page::Start => start_page(),
        Page::Indicator(id) => indicator_page(id),
        Page::Area(id) => area_page(id),
        Page::Overview => overview_page(),
    }
}

/// The app. `lost` is what the address names and nothing here is called.
pub fn nulage(hosting: Hosting, lost: RwSignal<Option<String>>) -> El {
    let app = provide(hosting);
    let theme = move || theme_name(app.state.with(|s| s.theme));
    let role = Memo::new(move || app.state.with(|s| s.stage.map(|on| on.role)));
    let inside = part(move || match (role.get(), app.staging) {
        // Built once: what it reads while it is built is no reason to build it anew.
        (Some(role), Some(staging)) => untrack(move || stage(app, staging, role)).into(),
        _ => pages(app),
    });
    el("div")
        .class("nulage")
        .at("data-part", "app")
        .live("lang", move || app.locale.get().tag())
        .live("data-theme", theme)
        .live("data-words-close", move || app.words().close)
        .live("data-words-unopened", move || host(app.locale.get()).unopened)
        .kid(inside)
        .kid(part(move || {
            lost.get().map(|name| {
                el("div")
                    .class("nl-passing")
                    .at("role", "alert")
                    .at("data-part", "lost")
                    .kid(el("span").kid((host(app.locale.get()).lost)(&name)))
                    .kid(
                        el("button")
                            .class("nl-button")
                            .at("type", "button")
                            .on("click", move |_| lost.set(None))
                            .kid(app.words().close),
                    )
            })
        }))
        .kid(
            el("div")
                .class("nl-hidden")
                .at("role", "status")
                .at("aria-live", "polite")
                .at("data-part", "said")
                .kid(text(move || app.said.get())),
        )
}

/// The pages, with their head and foot.
fn pages(app: App) -> Node {
    many()
        .kid(el("a").class("nl-skip").at("href", "#nl-main").kid(text(move || app.words().skip)))
        .kid(top())
        .kid(
            el("main")
                .class("nl-frame nl-main")
                .at("id", "nl-main")
                .at("tabindex", "-1")
                .kid(part(move || content(app.page.get()))),
        )
        .kid(foot())
}
