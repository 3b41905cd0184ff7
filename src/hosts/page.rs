//! The app on a page of its own: fetch, load, mount, and keep the address in step with the state.

use std::cell::RefCell;
use std::rc::Weak;
use std::sync::Arc;
use std::time::Duration;

use crate::ui::signal::{Callback, RwSignal, effect, keep};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::base::locale::Locale;
use crate::bundle::caps::Caps;
use crate::model::{load, written};
use crate::ui::{
    app::{Hosting, Staging, nulage},
    broken::{Fault, broken},
    context::{Data, Fixed},
    dom::{Mounted, Node, mount},
    env::Listener,
    state::ViewState,
};
use crate::view::permalink;

use super::{source, values};

/// How long after a change the address tells it.
const FOLLOW: Duration = Duration::from_millis(100);

type Slotted = RefCell<Option<Mounted>>;

/// Fetches the bundle and mounts the app, or the page that says why it cannot.
pub fn open(root: web_sys::HtmlElement, bundle: String, mounted: Weak<Slotted>) {
    wasm_bindgen_futures::spawn_local(async move {
        let found = source::bytes(&bundle).await;
        mark("nulage:fetched");
        // Unmounted while loading.
        let Some(mounted) = mounted.upgrade() else { return };
        show(&root, found, bundle, &mounted);
    });
}

/// Mounts the app on the bytes of a bundle, or the page that says why it cannot.
pub fn show(root: &web_sys::HtmlElement, bytes: Result<Vec<u8>, Fault>, bundle: String, mounted: &Slotted) {
    let found = bytes
        .and_then(|bytes| load::from_bytes(&bytes, &Caps::default()).map_err(|p| values::fault(&bundle, &p)));
    mark("nulage:loaded");
    root.set_text_content(None);
    let view = match found {
        Ok((data, notes)) => {
            values::tell(&notes);
            mount(root, move || page(Data(Arc::new(data)), bundle))
        }
        Err(fault) => {
            web_sys::console::error_1(&JsValue::from_str(&fault.details));
            mount(root, move || broken(fault).into())
        }
    };
    *mounted.borrow_mut() = Some(view);
    let _ = root.set_attribute("data-ready", "");
    mark("nulage:mounted");
}

fn page(data: Data, bundle: String) -> Node {
    let locale = data.meta().languages.first().copied().unwrap_or(Locale::Sv);
    let fresh = ViewState::new(locale);
    let first = permalink::read(&address(), &data, &fresh);
    let state = RwSignal::new(first);
    let data = RwSignal::new(data);
    let loader = values::fetching(data, bundle);
    let told = RwSignal::new(false);
    let first_map = Callback::new(move |()| {
        if !told.get_untracked() {
            told.set(true);
            mark("nulage:first-map");
        }
    });
    let hosting = Hosting {
        first_map,
        data,
        state,
        loader,
        fixed: RwSignal::new(Fixed::default()),
        address: Callback::new(move |s: ViewState| data.with_untracked(|d| permalink::write(&s, d))),
        staging: Some(staging(data)),
    };
    let lost = RwSignal::new(None);
    // What an address names and nothing is called is said before the address is written over, unless it was
    // written here: then what it names was taken away since.
    let ours = RwSignal::new(false);
    let look = move || {
        let unknown = |d: &Data| permalink::unknown(&address(), d).map(str::to_owned);
        let named = if ours.get_untracked() { None } else { data.with_untracked(unknown) };
        if named != lost.get_untracked() {
            lost.set(named);
        }
    };
    // The address follows the state: a new entry for a new page at once, the same entry for the rest
    // when there is time, for browsers bear only so many changes in a row.
    let written = move |state: &ViewState| data.with_untracked(|d| permalink::write(state, d));
    let waiting = RwSignal::new(false);
    let show = move |told: &ViewState, new_entry: bool| {
        let fragment = written(told);
        if address() != fragment {
            look();
            go(&fragment, new_entry);
        }
        ours.set(true);
    };
    let follow = move |told: &ViewState| {
        if waiting.try_get_untracked() == Some(true) {
            waiting.set(false);
            show(told, false);
        }
    };
    let mut before: Option<ViewState> = None;
    effect(move || {
        let now = state.get();
        // On a stage scenes turn pages, and going back is going off it.
        let on = |s: &ViewState| s.stage.is_some();
        let turned = before.as_ref().is_some_and(|b| on(b) != on(&now) || (!on(&now) && b.page != now.page));
        if let (true, Some(before)) = (turned, &before) {
            follow(before);
            show(&now, true);
            window().scroll_to_with_x_and_y(0.0, 0.0);
        } else if !waiting.get_untracked() {
            waiting.set(true);
            set_timeout(move || _ = state.try_get_untracked().map(|now| follow(&now)), FOLLOW);
        }
        let named = before.as_ref().is_some_and(|b| b.page == now.page && b.locale == now.locale);
        if !named {
            document().set_title(&data.with_untracked(|d| title(&now, d)));
            if let Some(html) = document().document_element() {
                let _ = html.set_attribute("lang", now.locale.tag());
            }
        }
        before = Some(now);
    });
    // And the state follows the address: links, back, forward, a link pasted over it.
    let read_back = move |_| {
        waiting.set(false);
        let now = state.get_untracked();
        // Told twice of one change, as browsers do, it looks once.
        if address() == written(&now) {
            return;
        }
        ours.set(false);
        let next = data.with_untracked(|d| permalink::read(&address(), d, &now));
        if next == now {
            show(&now, false);
        } else {
            look();
            state.set(next);
        }
    };
    keep(Listener::new(window().into(), "hashchange", read_back));
    keep(Listener::new(window().into(), "popstate", read_back));
    nulage(hosting, lost).into()
}

/// What a stage needs of its host.
fn staging(data: RwSignal<Data>) -> Staging {
    Staging {
        visit: Callback::new(move |(address, otherwise): (String, ViewState)| {
            data.with_untracked(|d| permalink::read(&address, d, &otherwise))
        }),
        written: Callback::new(move |()| data.with_untracked(|d| written::story(d))),
        take: Callback::new(move |text: String| {
            match data.with_untracked(|d| load::story::from_text(d, &text).map(|s| d.with_story(s))) {
                Ok(next) => {
                    data.set(Data(Arc::new(next)));
                    None
                }
                Err(problem) => Some(problem.to_string()),
            }
        }),
    }
}

fn title(state: &ViewState, data: &Data) -> String {
    use crate::{ui::state::Page, view::words::overview::overview};
    let locale = state.locale;
    let name = data.meta().title.get(locale);
    match state.page {
        Page::Start => name.to_owned(),
        Page::Overview => format!("{} – {name}", overview(locale).name),
        Page::Indicator(id) => format!("{} – {name}", data.indicator(id).title.get(locale)),
        Page::Area(id) => format!("{} – {name}", data.regions().get(id).name.get(locale)),
    }
}

fn address() -> String {
    window().location().hash().unwrap_or_default()
}

/// Shows the fragment in the address bar. Pages whose history may not be touched keep theirs.
fn go(fragment: &str, new_entry: bool) {
    if let Ok(history) = window().history() {
        let _ = if new_entry {
            history.push_state_with_url(&JsValue::NULL, "", Some(fragment))
        } else {
            history.replace_state_with_url(&JsValue::NULL, "", Some(fragment))
        };
    }
}

/// A point in time for whoever measures the page.
fn mark(name: &str) {
    if let Some(performance) = window().performance() {
        let _ = performance.mark(name);
    }
}
