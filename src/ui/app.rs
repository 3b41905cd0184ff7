//! The whole interface: frame, page, live region.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::{Callback, Memo, RwSignal};
use leptos::prelude::*;

use crate::base::{color::Mode, id::IndicatorId};

use super::area::AreaPage;
use super::context::{App, Data, Fixed};
use super::env::Surroundings;
use super::frame::{Foot, Top};
use super::indicator::IndicatorPage;
use super::start::StartPage;
use super::state::{Page, ThemeChoice, ViewState};

/// What a host gives the interface.
#[derive(Clone, Copy)]
pub struct Hosting {
    /// The bundle; the host sets it again when more values arrive.
    pub data: RwSignal<Data>,
    /// The state; the host keeps the address in step with it.
    pub state: RwSignal<ViewState>,
    /// Asks the host for values that are in a file of their own.
    pub wanted: Callback<IndicatorId>,
    /// Turns a state into an address.
    pub address: Callback<ViewState, String>,
    /// Told when a map stands, for whoever measures the page.
    pub first_map: Callback<()>,
    /// What the reader may not change.
    pub fixed: RwSignal<Fixed>,
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
        wanted: hosting.wanted,
        address: hosting.address,
        first_map: hosting.first_map,
        fixed: hosting.fixed,
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
pub fn content(page: Page) -> AnyView {
    match page {
        Page::Start => view! { <StartPage/> }.into_any(),
        Page::Indicator(id) => view! { <IndicatorPage id/> }.into_any(),
        Page::Area(id) => view! { <AreaPage id/> }.into_any(),
    }
}

/// The app.
#[component]
pub fn Nulage(hosting: Hosting) -> impl IntoView {
    let app = provide(hosting);
    let theme = move || theme_name(app.state.with(|s| s.theme));
    view! {
        <div class="nulage" data-part="app" lang=attr(move || app.locale.get().tag()) data-theme=attr(theme)>
            <a class="nl-skip" href="#nl-main" on:click=act(skip)>{text(move || app.words().skip)}</a>
            <Top/>
            <main class="nl-frame nl-main" id="nl-main" tabindex="-1">
                {part(move || content(app.page.get()))}
            </main>
            <Foot/>
            <div class="nl-hidden" role="status" aria-live="polite" data-part="said">{text(move || app.said.get())}</div>
        </div>
    }
}

/// Moves focus to the content without touching the address, which holds the state.
fn skip(event: web_sys::MouseEvent) {
    use wasm_bindgen::JsCast;
    event.prevent_default();
    if let Some(main) =
        document().get_element_by_id("nl-main").and_then(|m| m.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = main.focus();
    }
}
