//! One indicator, all areas: headline, controls, linked panels.

pub mod about;
pub mod choosers;
pub mod controls;
pub mod develop;
pub mod differences;
pub mod figures;
pub mod instead;
pub mod legend;
pub mod map;
pub mod ranking;
pub mod rows;
pub mod subject;
pub mod table;

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Memo, effect};
use leptos::prelude::*;

use crate::base::id::IndicatorId;
use crate::model::{Group, Sex};
use crate::view::{spec::Reading, words::people};

use super::context::App;
use super::state::Page;
use super::svg::patterns;
use super::title::title;
use super::trail::trail;
use subject::{Held, Subject};

/// The page of one indicator.
pub fn indicator_page(id: IndicatorId) -> Node {
    when_loaded(id, awaited, loaded)
}

/// Asks for the indicator's values and shows it when they are there; until then what stands above them.
pub fn when_loaded(id: IndicatorId, head: fn(IndicatorId) -> Node, show: fn(IndicatorId) -> Node) -> Node {
    let app = App::get();
    let here = Memo::new(move || app.data.with(|d| d.table(id).is_some()));
    effect(move || {
        if !here.get() {
            app.loader.ask.run(id);
        }
    });
    many().kid(patterns()).kid(part(move || {
        if here.get() {
            return show(id);
        }
        many().kid(head(id)).kid(match app.loader.fault(id) {
            Some(fault) => lost(app, id, fault),
            None => el("p").class("nl-wait").kid(app.words().loading),
        })
    }))
}

/// That the values did not come, with a way to ask again and the details for whoever mends it.
fn lost(app: App, id: IndicatorId, fault: String) -> El {
    el("div")
        .class("nl-wait")
        .at("role", "alert")
        .at("data-part", "lost")
        .kid(el("p").kid(app.words().loading_failed))
        .kid(
            el("button")
                .class("nl-button")
                .at("type", "button")
                .on("click", move |_| app.loader.ask_again(id))
                .kid(app.words().try_again),
        )
        .kid(el("p").class("nl-small nl-muted").kid(fault))
}

/// Where one is, while the values are on their way.
fn awaited(id: IndicatorId) -> Node {
    let app = App::get();
    let name = move || app.data.with(|d| d.indicator(id).title.get(app.locale.get()).to_owned());
    many().kid(trail(Page::Indicator(id))).kid(el("h1").class("nl-headline").kid(title(name)))
}

fn loaded(id: IndicatorId) -> Node {
    let app = App::get();
    let subject = Subject::new(app, id);
    provide_context(subject);
    let empty = Memo::new(move || subject.held.with(|h| h.period.is_none()));
    many()
        .kid(trail(Page::Indicator(id)))
        .kid(
            el("h1")
                .class("nl-headline")
                .at("data-part", "headline")
                .kid(title(move || subject.headline.get())),
        )
        .kid(el("p").class("nl-sub").at("data-part", "subtitle").kid(text(move || subject.with(subtitle))))
        .kid(part(move || {
            if empty.get() {
                el("p").class("nl-sub").kid(app.words().no_values_at_all).into()
            } else {
                // Without borders there is nothing to miss: the other panels show the same values.
                let map = subject.steady.with_untracked(map::has_map).then(map::map_panel);
                many().kid(controls::controls()).kid(
                    el("div")
                        .class("nl-panels")
                        .kid(map)
                        .kid(ranking::ranking_panel())
                        .kid(figures::figures_panel())
                        .kid(develop::development_panel())
                        .kid(differences::differences_panel())
                        .kid(table::table_panel())
                        .kid(about::about()),
                )
            }
        }))
}

/// What is measured, of whom, unit, period, source.
pub fn subtitle(held: &Held) -> String {
    let shown = held.shown();
    let (indicator, locale) = (shown.indicator(), held.locale);
    let w = crate::view::words::words(locale);
    let when = held.period.map(|p| p.to_string()).unwrap_or_default();
    let whose = match held.reading {
        Reading::One(group) => people(locale, group),
        Reading::Both { women, .. } => people(locale, Group { sex: Sex::Total, ..women }),
    };
    let whose = whose.map(|whose| format!(", {whose}")).unwrap_or_default();
    format!(
        "{}{whose}. {}, {when}. {}: {}.",
        indicator.title.get(locale),
        crate::view::summary::of_whom(indicator, locale),
        w.source,
        indicator.source.named(locale),
    )
}
