//! Scenes of text: an opening, the strategy's picture, a list.

use crate::base::id::IndicatorId;
use crate::ui::context::{App, given};
use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::state::Page;
use crate::view::spec::row;

use super::slide::{Shown, words};

/// Headline and text of a scene.
pub fn head() -> El {
    let app = App::get();
    let shown: Shown = given();
    el("header")
        .class("nl-slide-head")
        .kid(el("h1").at("data-part", "headline").kid(text(move || shown.headline(app))))
        .kid(part(move || {
            let said = shown.text(app);
            (!said.is_empty()).then(|| el("p").class("nl-slide-text").kid(said))
        }))
}

/// A name in very large type, whose it is above it.
pub fn title() -> Node {
    let app = App::get();
    let whose = move || app.data.with(|d| d.meta().title.get(app.locale.get()).to_owned());
    many()
        .kid(el("div").class("nl-title-mark").kid(crate::ui::icon::draw(crate::ui::icon::Icon::Climb)))
        .kid(el("p").class("nl-eyebrow").kid(text(whose)))
        .kid(head())
        .kid(points())
}

/// The strategy's picture.
pub fn strategy() -> Node {
    many().kid(head()).kid(crate::ui::start::climb(false))
}

/// A headline, a list, and the figures it leads to.
pub fn list() -> Node {
    many().kid(head()).kid(points()).kid(figures())
}

fn points() -> Node {
    let app = App::get();
    let shown: Shown = given();
    part(move || {
        let locale = app.locale.get();
        let points: Vec<String> = shown
            .scene
            .with(|s| s.iter().flat_map(|s| &s.points).map(|p| p.get(locale).to_owned()).collect());
        let many = if points.len() > 5 { "nl-points nl-many" } else { "nl-points" };
        (!points.is_empty())
            .then(|| el("ul").class(many).kid(points.into_iter().map(|p| el("li").kid(p)).collect::<Node>()))
    })
}

/// The latest figure of each indicator that the scene leads to.
fn figures() -> Node {
    let app = App::get();
    let shown: Shown = given();
    part(move || {
        let ids = shown.scene.with(|s| s.as_ref().map(|s| s.indicators.clone()).unwrap_or_default());
        let told = sources(app, &ids);
        told.map(|told| {
            many()
                .kid(
                    el("nav")
                        .class("nl-followed")
                        .at("aria-label", words(app).figures)
                        .kid(ids.into_iter().map(|id| figure(app, id)).collect::<Node>()),
                )
                .kid(told)
        })
    })
}

fn figure(app: App, id: IndicatorId) -> El {
    let locale = app.locale.get();
    let (title, row) = app.data.with(|d| {
        let county = d.regions().county();
        (d.indicator(id).title.get(locale).to_owned(), row::row(d, id, county, locale))
    });
    let (value, when) = row.map(|r| (r.value.unwrap_or_default(), r.when)).unwrap_or_default();
    el("button")
        .class("nl-figure")
        .at("type", "button")
        .on("click", move |_| follow(app, id))
        .kid(el("span").kid(title))
        .kid(el("strong").kid(value))
        .kid(el("small").kid(when))
}

/// Who published the figures of these indicators, each once.
pub fn sources(app: App, ids: &[IndicatorId]) -> Option<El> {
    let locale = app.locale.get();
    let mut names: Vec<String> = Vec::new();
    app.data.with(|d| {
        for &id in ids {
            let name = d.indicator(id).source.publisher.get(locale);
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    });
    let said = [app.words().source, ": ", &names.join("; "), "."].concat();
    (!names.is_empty()).then(|| el("p").class("nl-sources").kid(said))
}

/// Leaves the script for an indicator.
pub fn follow(app: App, id: IndicatorId) {
    app.state.update(|s| {
        s.page = Page::Indicator(id);
        s.period = None;
    });
}
