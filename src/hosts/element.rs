//! One view in somebody else's page, for the custom element in `www/element.js`.
//!
//! Everything that crosses the border is text: the state as the address fragment of [`permalink`],
//! the settings as `view=map&controls=year&lock=area`. Objects are made of it in JavaScript, which
//! has a JSON reader already; a second serialiser in the wasm would cost more than the whole border.

use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use crate::base::locale::Locale;
use crate::base::parted::parted;
use crate::bundle::caps::Caps;
use crate::model::load;
use crate::render::dom::Surface;
use crate::ui::{
    app::Hosting,
    context::{Data, Fixed},
    dom::{Mounted, mount},
    embed::{Frame, Kind, embed},
    env::Listener,
    picture::Shot,
    signal::{Callback, RwSignal, effect, keep},
    state::{Page, People, ViewState},
};
use crate::view::permalink;

use super::{contents::Contents, values};

/// A bundle that was read once and is shown by any number of views.
#[wasm_bindgen(js_name = Bundle)]
pub struct Parsed {
    data: Data,
    address: String,
}

#[wasm_bindgen(js_class = Bundle)]
impl Parsed {
    /// Reads the bytes of a bundle that came from `address`.
    ///
    /// # Errors
    /// In words: where, what was expected, what was found, what to do.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: &[u8], address: String) -> Result<Parsed, JsValue> {
        let (data, notes) =
            load::from_bytes(bytes, &Caps::default()).map_err(|p| JsValue::from_str(&p.to_string()))?;
        values::tell(&notes);
        Ok(Self { data: Data(Arc::new(data)), address })
    }

    /// What the bundle holds, with names in a language (`sv`, `en`).
    ///
    /// # Errors
    /// See [`Contents::to_js`].
    pub fn contents(&self, language: &str) -> Result<JsValue, JsValue> {
        let locale = if language == "en" { Locale::En } else { Locale::Sv };
        Contents::of(&self.data, locale).to_js()
    }
}

/// What is alive while the view is mounted.
#[derive(Clone, Copy)]
struct Live {
    data: RwSignal<Data>,
    state: RwSignal<ViewState>,
    frame: RwSignal<Frame>,
    fixed: RwSignal<Fixed>,
    shot: Shot,
}

/// A mounted view; `free()` takes it off the page and gives its memory back.
#[wasm_bindgen]
pub struct View {
    _mounted: Mounted,
    live: Live,
}

#[wasm_bindgen]
impl View {
    /// Shows the bundle in `root`; `told` is called with the fragment whenever the state changes.
    ///
    /// # Errors
    /// In words, when the fragment names an indicator or an area that is not in the bundle.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: web_sys::HtmlElement,
        bundle: &Parsed,
        fragment: &str,
        settings: &str,
        told: js_sys::Function,
    ) -> Result<View, JsValue> {
        let (data, address) = (bundle.data.clone(), bundle.address.clone());
        let mut frame = Frame { heading: "3".to_owned(), ..Frame::default() };
        let mut fixed = Fixed::default();
        set(&mut frame, &mut fixed, settings);
        let fresh = ViewState::new(data.meta().languages.first().copied().unwrap_or(Locale::Sv));
        let mut state = permalink::read(fragment, &data, &fresh);
        if let Some(name) = permalink::unknown(fragment, &data) {
            let what = ["indicator", "area"]
                .into_iter()
                .find(|what| parted(fragment, &format!("{what}/")).is_some());
            let what = what.unwrap_or("page");
            return Err(JsValue::from_str(&format!("there is no {what} “{name}” in {address}")));
        }
        complete(&mut state, &frame, &data);
        let made: Rc<Cell<Option<Live>>> = Rc::default();
        let hand_over = made.clone();
        let view = mount(&root.clone(), move || {
            let live = Live {
                data: RwSignal::new(data),
                state: RwSignal::new(state),
                frame: RwSignal::new(frame),
                fixed: RwSignal::new(fixed),
                shot: Shot(RwSignal::new(None)),
            };
            hand_over.set(Some(live));
            provide_context(live.shot);
            let (data, state) = (live.data, live.state);
            effect(move || {
                let fragment = state.with(|s| data.with_untracked(|d| permalink::write(s, d)));
                let _ = told.call1(&JsValue::NULL, &JsValue::from_str(&fragment));
            });
            keep(Listener::new(root.into(), "click", move |event| follow(&event, live)));
            let hosting = Hosting {
                data,
                state,
                loader: values::fetching(data, address),
                address: Callback::new(move |s: ViewState| data.with_untracked(|d| permalink::write(&s, d))),
                first_map: Callback::new(|()| ()),
                fixed: live.fixed,
                staging: None,
            };
            embed(hosting, live.frame).into()
        });
        let live = made.get().ok_or_else(|| JsValue::from_str("the view was not mounted"))?;
        Ok(Self { _mounted: view, live })
    }

    /// Changes state and settings; what they do not name stays as it is.
    pub fn set(&self, fragment: &str, settings: &str) {
        let live = self.live;
        let (mut frame, mut fixed) = (live.frame.get_untracked(), live.fixed.get_untracked());
        let turned = frame.kind;
        set(&mut frame, &mut fixed, settings);
        let before = live.state.get_untracked();
        let mut state = live.data.with_untracked(|d| permalink::read(fragment, d, &before));
        live.data.with_untracked(|d| {
            let (old, new) = (turned, frame.kind);
            if old != new || state.page != before.page {
                complete(&mut state, &frame, d);
            }
        });
        live.fixed.set(fixed);
        if frame != live.frame.get_untracked() {
            live.frame.set(frame);
        }
        if state != before {
            live.state.set(state);
        }
    }

    /// The state as a fragment.
    pub fn state(&self) -> String {
        let live = self.live;
        live.state.with_untracked(|s| live.data.with_untracked(|d| permalink::write(s, d)))
    }

    /// Which view is shown.
    pub fn kind(&self) -> String {
        self.live.frame.with_untracked(|f| f.kind.name().to_owned())
    }

    /// Draws the picture as it is shown into an empty `<svg>`; `false` for tables and pages.
    pub fn paint(&self, svg: web_sys::Element) -> bool {
        if matches!(self.live.frame.with_untracked(|f| f.kind), Kind::Table | Kind::Page) {
            return false;
        }
        let scene = self.live.shot.0.get_untracked();
        let surface = Surface::new(svg);
        scene.zip(surface).map(|(scene, mut surface)| scene.with_untracked(|s| surface.paint(s))).is_some()
    }
}

/// A single view shows an indicator: the first one where none is named.
fn complete(state: &mut ViewState, frame: &Frame, data: &Data) {
    if frame.kind == Kind::Gap {
        state.people = People::Both;
    }
    if frame.kind != Kind::Page
        && !matches!(state.page, Page::Indicator(_))
        && let Some(first) = data.ids().next()
    {
        state.page = Page::Indicator(first);
    }
}

fn set(frame: &mut Frame, fixed: &mut Fixed, settings: &str) {
    for (key, value) in settings.split('&').filter_map(|pair| pair.split_once('=')) {
        let list = || value.replace(',', " ");
        match key {
            "view" => frame.kind = Kind::of(value),
            "controls" => frame.controls = list(),
            "lock" => {
                frame.lock = list();
                let locked = |name: &str| frame.lock.split(' ').any(|part| part == name);
                *fixed = Fixed { area: locked("area"), year: locked("year") };
            }
            "heading" => frame.heading = value.to_owned(),
            "plain" => frame.plain = value == "1",
            _ => {}
        }
    }
}

/// Links inside the view change the view, never the address of the page around it.
fn follow(event: &web_sys::Event, live: Live) {
    let target = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let link = target.and_then(|t| t.closest("a[href^='#1/']").ok().flatten());
    let Some(href) = link.and_then(|l| l.get_attribute("href")) else { return };
    event.prevent_default();
    let now = live.state.get_untracked();
    let next = live.data.with_untracked(|d| permalink::read(&href, d, &now));
    if next != now {
        live.state.set(next);
    }
}
