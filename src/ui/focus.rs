//! Where the focus goes when what had it is gone from the page: a reader of speech would be lost there.

use std::time::Duration;

use leptos::prelude::{document, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// Gives the focus to the first of what a selector finds in `root`, or where it finds nothing to `root`, once
/// the page shows what it was last told.
pub fn focus(root: impl Fn() -> Option<Element> + 'static, selector: String) {
    let give = move || {
        let Some(root) = root() else { return };
        let found = root.query_selector(&selector).ok().flatten().unwrap_or(root);
        let Ok(it) = found.dyn_into::<HtmlElement>() else { return };
        // Headings are no stops on the way of the Tab key.
        if it.tab_index() < 0 {
            it.set_tab_index(-1);
        }
        let _ = it.focus();
    };
    set_timeout(give, Duration::ZERO);
}

/// Gives it to the heading of the page that has come, so that it is spoken; on a stage, and where the heading
/// will be another when the values are there, to what holds it.
pub fn arrive() {
    let heading = "#nl-main:not([data-stage], :has(.nl-wait)) h1".to_owned();
    focus(|| document().get_element_by_id("nl-main"), heading);
}
