//! Where one is: the way from the start page, and the overview beside it.

use super::context::App;
use super::dom::{El, Node, el, part, text};
use super::state::Page;
use crate::view::words::overview::overview;

/// The way to a page.
pub fn trail(page: Page) -> El {
    let app = App::get();
    let link = move |to: Page| el("a").live("href", move || app.href(|s| s.page = to));
    let start = link(Page::Start).kid(text(move || app.words().start_word));
    let beside = match page {
        Page::Overview => Node::None,
        _ => {
            let name = text(move || overview(app.locale.get()).name);
            el("li").class("nl-beside").kid(link(Page::Overview).kid(name)).into()
        }
    };
    let last = if matches!(page, Page::Indicator(_)) { None } else { Some("page") };
    let step = move |name| el("li").kid(el("span").at("aria-current", last).kid(name));
    el("nav").live("aria-label", move || app.words().path).kid(
        el("ol")
            .class("nl-path")
            .kid(el("li").kid(start))
            .kid(beside)
            .kid(part(move || steps(app, page).into_iter().map(step).collect::<Node>())),
    )
}

/// What stands between the start and the page: the page itself, or the areas an indicator belongs to.
fn steps(app: App, page: Page) -> Vec<String> {
    let locale = app.locale.get();
    match page {
        Page::Start => Vec::new(),
        Page::Overview => vec![overview(locale).name.to_owned()],
        Page::Area(id) => vec![app.name(id)],
        Page::Indicator(id) => app.data.with(|d| {
            let indicator = d.indicator(id);
            let focus = indicator.focus_area.and_then(|f| d.strategy().focus_areas.get(f));
            let priority = indicator.priority_area.and_then(|p| d.strategy().priority_areas.get(p));
            let mut steps = vec![focus.map_or(app.unplanned(), |f| f.title.get(locale)).to_owned()];
            steps.extend(priority.map(|p| p.get(locale).to_owned()));
            steps
        }),
    }
}
