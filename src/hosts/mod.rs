//! Where the interface meets the browser: what JavaScript can call.
//!
//! Invariant: the only layer that touches `window`, fetches, logs or reads the address.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the app into the page's `#app` element for as long as the page lives.
///
/// # Errors
/// When the page has no such element.
#[wasm_bindgen]
pub fn start() -> Result<(), wasm_bindgen::JsError> {
    let place = document()
        .get_element_by_id("app")
        .and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok())
        .ok_or_else(|| wasm_bindgen::JsError::new("the page has no element with id \"app\""))?;
    mount_to(place, || view! { <h1>{"Nuläge"}</h1> }).forget();
    Ok(())
}
