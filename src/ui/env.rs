//! What the browser says about itself: width of a device pixel, light or dark, motion, printing.

use std::cell::RefCell;

use crate::base::num::clamp;
use crate::ui::signal::{RwSignal, keep};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{CanvasRenderingContext2d, Event, EventTarget, HtmlCanvasElement};

use crate::base::{
    color::{Mode, Theme},
    locale::Locale,
};
use crate::view::{
    look::Look,
    mark::{Font, Weight},
    measure::MeasureText,
};

use super::state::ThemeChoice;

/// The family everything is set in; the page's own when it says so by `--nulage-font`.
pub const FAMILY: &str = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"Noto Sans\", \"Liberation Sans\", Arial, sans-serif";

/// A listener that is taken off when dropped.
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `then` at each event until dropped.
    pub fn new(target: EventTarget, name: &'static str, then: impl FnMut(Event) + 'static) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(then);
        // Only fails for a null callback.
        let _ = target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref());
        Self { target, name, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ =
            self.target.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
    }
}

/// What is true of the surroundings, each kept up to date.
#[derive(Clone, Copy)]
pub struct Surroundings {
    /// Device pixels per px of layout.
    pub density: RwSignal<f64>,
    /// CSS px on the screen per px of layout: 1 on a page, more or less on a stage.
    pub scale: RwSignal<f64>,
    /// Height that a picture may take, px of layout; without end on a page.
    pub room: RwSignal<f64>,
    /// The system prefers dark.
    pub dark: RwSignal<bool>,
    /// The system forces its own colours.
    pub forced: RwSignal<bool>,
    /// Motion is unwelcome.
    pub still: RwSignal<bool>,
    /// The page is being printed.
    pub print: RwSignal<bool>,
}

impl Surroundings {
    /// Watches the browser until the current owner is cleaned up.
    pub fn watch() -> Self {
        let density = RwSignal::new(density_now());
        let resized = Listener::new(window().into(), "resize", move |_| {
            let now = density_now();
            if (now - density.get_untracked()).abs() > f64::EPSILON {
                density.set(now);
            }
        });
        keep(resized);
        Self {
            density,
            scale: RwSignal::new(1.0),
            room: RwSignal::new(f64::INFINITY),
            dark: media("(prefers-color-scheme: dark)"),
            forced: media("(forced-colors: active)"),
            still: media("(prefers-reduced-motion: reduce)"),
            print: printing(),
        }
    }

    /// The theme that fits the surroundings and the reader's choice.
    pub fn theme(&self, choice: ThemeChoice) -> &'static Theme {
        let mode = if self.print.get() {
            Mode::Print
        } else if self.forced.get() {
            Mode::Contrast
        } else {
            match choice {
                ThemeChoice::Light => Mode::Light,
                ThemeChoice::Dark => Mode::Dark,
                ThemeChoice::Auto if self.dark.get() => Mode::Dark,
                ThemeChoice::Auto => Mode::Light,
            }
        };
        Theme::of(mode)
    }
}

/// Device pixels per CSS px.
pub fn density_now() -> f64 {
    clamp(window().device_pixel_ratio(), 0.5, 8.0)
}

/// Whether a media query holds, until the current owner is cleaned up.
pub fn media(query: &str) -> RwSignal<bool> {
    let list = window().match_media(query).ok().flatten();
    let signal = RwSignal::new(list.as_ref().is_some_and(|l| l.matches()));
    if let Some(list) = list {
        let told = list.clone();
        let listener = Listener::new(list.into(), "change", move |_| signal.set(told.matches()));
        keep(listener);
    }
    signal
}

/// `www/paper.js` tells before the browser takes its picture; media change in the middle of that.
fn printing() -> RwSignal<bool> {
    let signal = media("print");
    keep(Listener::new(window().into(), "nulage-print", move |_| signal.set(true)));
    // Whoever looks at the page as on paper still does when a sheet has been printed.
    let matches = || window().match_media("print").ok().flatten().is_some_and(|l| l.matches());
    keep(Listener::new(window().into(), "afterprint", move |_| signal.set(matches())));
    signal
}

/// Text measured by a canvas, as a rule once per string and font.
pub struct CanvasMeasure {
    context: Option<CanvasRenderingContext2d>,
    /// What was measured last of all that falls into a place: a page that runs for weeks does not grow.
    known: RefCell<Vec<Option<Known>>>,
}

/// A text in a font, and its width.
struct Known {
    text: String,
    font: Font,
    width: f64,
}

/// Places for what is known: the texts of a page are some hundreds.
const PLACES: usize = 4096;

/// The place of a text in a font, by the hash of Fowler, Noll and Vo (FNV-1a).
fn place(text: &str, font: Font) -> usize {
    let size = font.size.to_bits().to_be_bytes();
    let bytes = text.bytes().chain(size).chain([font.weight as u8]);
    bytes.fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)) as usize
        % PLACES
}

thread_local! {
    static MEASURE: CanvasMeasure = CanvasMeasure {
        context: scratch_context(),
        known: RefCell::default(),
    };
}

fn scratch_context() -> Option<CanvasRenderingContext2d> {
    let canvas = document().create_element("canvas").ok()?.dyn_into::<HtmlCanvasElement>().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}

impl MeasureText for CanvasMeasure {
    fn width(&self, text: &str, font: Font) -> f64 {
        let place = place(text, font);
        if let Some(Some(known)) = self.known.borrow().get(place)
            && known.font == font
            && known.text == text
        {
            return known.width;
        }
        let weight = if font.weight == Weight::Bold { "bold" } else { "normal" };
        let width = self.context.as_ref().and_then(|context| {
            context.set_font(&format!("{weight} {}px {FAMILY}", font.size));
            context.measure_text(text).ok().map(|m| m.width())
        });
        let width = width.unwrap_or_else(|| crate::view::measure::TableMeasure.width(text, font));
        let mut known = self.known.borrow_mut();
        if known.is_empty() {
            known.resize_with(PLACES, || None);
        }
        if let Some(at) = known.get_mut(place) {
            *at = Some(Known { text: text.to_owned(), font, width });
        }
        width
    }
}

/// Draws with the browser's measures, this theme and language.
pub fn with_look<T>(theme: &'static Theme, locale: Locale, draw: impl FnOnce(&Look<'_>) -> T) -> T {
    MEASURE.with(|measure| draw(&Look { theme, measure, locale }))
}
