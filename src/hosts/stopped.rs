//! A panic ends this instance: say so in the pages, where it is seen, and in the console.

use std::cell::RefCell;

use leptos::prelude::document;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::base::locale::Locale;

/// Calls `told` with the message if this instance stops.
#[wasm_bindgen(js_name = onPanic)]
pub fn on_panic(told: js_sys::Function) {
    hook();
    WATCHER.with(|watcher| *watcher.borrow_mut() = Some(told));
}

thread_local! {
    /// Who wants to know when the code stops.
    static WATCHER: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
    /// The roots of what is mounted, to be told when the code stops.
    static ROOTS: RefCell<Vec<web_sys::HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// Tells the page in `root` if this instance stops.
pub fn remember(root: &web_sys::HtmlElement) {
    ROOTS.with(|roots| roots.borrow_mut().push(root.clone()));
    hook();
}

/// Tells it no more.
pub fn forget(root: &web_sys::HtmlElement) {
    ROOTS.with(|roots| roots.borrow_mut().retain(|known| known != root));
}

fn hook() {
    std::panic::set_hook(Box::new(|info| {
        let message = info.to_string();
        web_sys::console::error_1(&JsValue::from_str(&message));
        ROOTS.with(|roots| {
            for root in roots.try_borrow().iter().flat_map(|r| r.iter()) {
                say_broken(root, &message);
            }
        });
        WATCHER.with(|watcher| {
            if let Ok(Some(told)) = watcher.try_borrow().as_deref() {
                let _ = told.call1(&JsValue::NULL, &JsValue::from_str(&message));
            }
        });
    }));
}

/// Replaces what is left of a page whose code has stopped.
fn say_broken(root: &web_sys::HtmlElement, message: &str) {
    let words = crate::view::words::words(Locale::Sv);
    let text = format!("{}. {}\n{message}", words.broken_title, words.broken_what);
    if let Ok(alert) = document().create_element("p") {
        let _ = alert.set_attribute("role", "alert");
        let _ = alert.set_attribute("class", "nl-wait");
        alert.set_text_content(Some(&text));
        let _ = root.prepend_with_node_1(&alert);
    }
}
