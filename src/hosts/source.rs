//! Where bytes come from.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::base::parted::parted;
use crate::ui::broken::Fault;

/// The bytes at an address, or what went wrong in words.
pub async fn bytes(address: &str) -> Result<Vec<u8>, Fault> {
    let fault = |details: String| Fault { file: address.to_owned(), details };
    let said = |error: JsValue| fault(told(&error));
    let window = web_sys::window().ok_or_else(|| fault("no window".to_owned()))?;
    let response = JsFuture::from(window.fetch_with_str(address)).await.map_err(said)?;
    let response: web_sys::Response = response.dyn_into().map_err(said)?;
    if !response.ok() {
        return Err(fault(format!("HTTP {} {}", response.status(), response.status_text())));
    }
    let buffer = JsFuture::from(response.array_buffer().map_err(said)?).await.map_err(said)?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// What an error of the browser says: “TypeError: Failed to fetch”.
fn told(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Object>() {
        Some(error) => error.to_string().into(),
        None => error.as_string().unwrap_or_default(),
    }
}

/// An address relative to the bundle's own.
pub fn beside(bundle: &str, href: &str) -> String {
    let absolute = parted(href, "://").is_some() || href.starts_with('/');
    match bundle.rsplit_once('/') {
        Some((folder, _)) if !absolute => format!("{folder}/{href}"),
        _ => href.to_owned(),
    }
}
