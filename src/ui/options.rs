//! The areas of a picture as hidden options of its listbox, for those who do not see it.

use web_sys::Element;

use leptos::prelude::document;

use super::context::App;
use super::dom::{El, Slot, el};
use super::picture::Item;
use super::signal::{Memo, effect};
use crate::view::scene::Key;

/// Most options in the document at once: all municipalities of the country.
const MOST: usize = 300;

/// The id of an option of the list with this id, which the listbox names while the option is pointed at.
pub fn option_id(list: &str, n: usize) -> String {
    format!("{list}-{n}")
}

#[derive(Default, PartialEq)]
struct Shown {
    id: String,
    label: String,
    pinned: bool,
}

/// Keeps one option per item, in their order; elements stay, only what differs is written. Of very
/// many the first, and the one pointed at.
pub fn options(app: App, list: String, items: Memo<Vec<Item>>) -> El {
    let root = Slot::default();
    let many = Memo::new(move || items.with(|items| items.len() > MOST));
    let mut rows: Vec<(Element, Shown)> = Vec::new();
    effect(move || {
        let Some(root) = root.get() else { return };
        let pinned = app.state.with(|s| s.pinned.clone());
        let pointed = if many.get() { app.pointing.get().and_then(Key::area) } else { None };
        items.with(|items| {
            let listed = |(at, item): &(usize, &Item)| *at < MOST || Some(item.area) == pointed;
            let items: Vec<&Item> = items.iter().enumerate().filter(listed).map(|(_, item)| item).collect();
            for (element, _) in rows.drain(items.len().min(rows.len())..) {
                element.remove();
            }
            while rows.len() < items.len() {
                let Some(element) = fresh(&root) else { return };
                rows.push((element, Shown::default()));
            }
            for ((element, shown), item) in rows.iter_mut().zip(items) {
                let pinned = pinned.contains(&item.area);
                let now =
                    Shown { id: option_id(&list, item.area.index()), label: item.label.clone(), pinned };
                if now != *shown {
                    element.set_id(&now.id);
                    element.set_text_content(Some(&now.label));
                    let _ = element.set_attribute("aria-selected", if pinned { "true" } else { "false" });
                    *shown = now;
                }
            }
        });
    });
    el("div").at("role", "presentation").held(root)
}

fn fresh(root: &Element) -> Option<Element> {
    let element = document().create_element("div").ok()?;
    for (name, value) in [("class", "nl-hidden"), ("role", "option"), ("aria-selected", "false")] {
        let _ = element.set_attribute(name, value);
    }
    root.append_child(&element).ok()?;
    Some(element)
}
