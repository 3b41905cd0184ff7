//! The page that is shown instead of the app when the bundle cannot be used. Never a blank page.

use crate::ui::boxed::{act, text};
use crate::ui::signal::RwSignal;
use leptos::prelude::*;

use crate::base::locale::Locale;
use crate::view::words::words;

/// What went wrong, in words for everybody and in details for the person who mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which file.
    pub file: String,
    /// Where, what was expected, what was found, what to do.
    pub details: String,
}

/// Says what is wrong in Swedish and English; the bundle that would set the language is what broke.
#[component]
pub fn Broken(fault: Fault) -> impl IntoView {
    let details = format!("{}\n{}", fault.file, fault.details);
    let copied = RwSignal::new(false);
    let copied_text = details.clone();
    let copy = move |_| {
        let clipboard: wasm_bindgen::JsValue = window().navigator().clipboard().into();
        if !clipboard.is_undefined() {
            use wasm_bindgen::JsCast;
            let _ = clipboard.unchecked_into::<web_sys::Clipboard>().write_text(&copied_text);
            copied.set(true);
        }
    };
    let (sv, en) = (words(Locale::Sv), words(Locale::En));
    view! {
        <div class="nulage" lang="sv" data-part="broken">
            <main class="nl-frame"><div class="nl-broken">
                <h1>{sv.broken_title}</h1>
                <p>{sv.broken_what}</p>
                <p lang="en">{en.broken_what}</p>
                <pre tabindex="0">{details}</pre>
                <button class="nl-button" type="button" on:click=act(copy)>{sv.broken_copy}" · "<span lang="en">{en.broken_copy}</span></button>
                <p role="status">{text(move || if copied.get() { sv.broken_copied } else { "" })}</p>
            </div></main>
        </div>
    }
}
