//! “Ladda ner”: a picture as PNG or SVG, a table as CSV.
//!
//! Markup, words and the picture as a bare SVG; `www/take.js` makes the files. Only on the app's own pages: a
//! view on somebody else's page is asked by its element, and on a stage nobody downloads.

use leptos::prelude::document;

use crate::render::dom::Surface;
use crate::view::scene::Scene;
use crate::view::words::host::host;

use super::context::App;
use super::dom::{Node, Slot, el, text};
use super::icon::{Icon, draw};
use super::signal::Memo;

/// Whether what is shown can be taken along.
fn offered(app: App) -> bool {
    app.staging.is_some() && app.state.with_untracked(|s| s.stage.is_none())
}

/// The menu of a picture; `file` tells what the file is about.
pub fn picture_menu(app: App, scene: Memo<Scene>, file: impl Fn() -> String + 'static) -> Node {
    if !offered(app) {
        return Node::None;
    }
    let menu = Slot::default();
    let choice = move |kind: &'static str, name: &'static str| {
        // The page's script looks for it when the click reaches it.
        let paint = move |_| {
            let made = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "svg");
            let (Some(menu), Ok(svg)) = (menu.get(), made) else { return };
            let _ = svg.set_attribute("class", "nl-taken nl-hidden");
            let _ = svg.set_attribute("data-title", &scene.with_untracked(|s| s.title.clone()));
            let _ = menu.append_child(&svg);
            if let Some(mut surface) = Surface::new(svg) {
                scene.with_untracked(|s| surface.paint(s));
            }
        };
        el("button")
            .class("nl-button nl-plain")
            .at("type", "button")
            .at("data-take", kind)
            .on("click", paint)
            .kid(name)
    };
    el("details")
        .class("nl-menu nl-take")
        .at("data-part", "take")
        .held(menu)
        .live("data-file", file)
        .kid(
            el("summary")
                .class("nl-button nl-plain")
                .live("aria-label", move || app.words().download)
                .live("title", move || app.words().download)
                .kid(draw(Icon::Take)),
        )
        .kid(el("div").class("nl-pop").kid(choice("png", "PNG")).kid(choice("svg", "SVG")))
        .into()
}

/// The button of a table; in a table's own panel `file` tells what the file is about.
pub fn table_button(app: App, file: Option<Memo<String>>) -> Node {
    if !offered(app) {
        return Node::None;
    }
    let w = move || host(app.locale.get());
    el("button")
        .class("nl-button nl-plain nl-take")
        .at("type", "button")
        .at("data-take", "csv")
        .live("data-file", move || file.map(Memo::get))
        .live("data-reasons", move || w().reasons)
        .kid(draw(Icon::Take))
        .kid(text(move || w().take_table))
        .into()
}
