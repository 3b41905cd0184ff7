//! Where one is: the way from the start page, and the overview beside it.

use super::context::App;
use super::dom::{El, Node, el, many, part, text};
use super::state::Page;
use crate::view::words::overview::overview;

/// The way to `page`, whose last steps are these names.
pub fn trail(page: Page, mut steps: impl FnMut() -> Vec<String> + 'static) -> El {
    let app = App::get();
    let everything = move || overview(app.locale.get()).name;
    let link = move |to: Page| el("a").live("href", move || app.href(|s| s.page = to));
    let here = |name: Node| el("span").at("aria-current", "page").kid(name);
    el("nav").live("aria-label", move || app.words().path).kid(
        el("ol")
            .class("nl-path")
            .kid(el("li").kid(link(Page::Start).kid(text(move || app.words().start_word))))
            .kid(match page {
                Page::Overview => el("li").kid(here(text(everything))),
                _ => el("li").class("nl-beside").kid(link(Page::Overview).kid(text(everything))),
            })
            .kid(part(move || {
                let step = |name: String| match page {
                    Page::Area(_) => el("li").kid(here(name.into())),
                    _ => el("li").kid(el("span").kid(name)),
                };
                steps().into_iter().fold(many(), |all, name| all.kid(step(name)))
            })),
    )
}
