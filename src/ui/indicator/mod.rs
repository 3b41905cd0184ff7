//! One indicator, all areas: headline, controls, linked panels.

pub mod about;
pub mod controls;
pub mod figures;
pub mod map;
pub mod ranking;
pub mod subject;
pub mod table;
pub mod time;

use crate::ui::boxed::{attr, part, text};
use crate::ui::signal::{Memo, effect};
use leptos::prelude::*;

use crate::base::id::IndicatorId;

use super::context::App;
use super::state::Page;
use super::svg::Patterns;
use subject::{Held, Subject};

/// The page of one indicator.
#[component]
pub fn IndicatorPage(id: IndicatorId) -> impl IntoView {
    when_loaded(id, |id| view! { <Loaded id/> }.into_any())
}

/// Asks for the indicator's values and shows it when they are there.
pub fn when_loaded(id: IndicatorId, show: fn(IndicatorId) -> AnyView) -> impl IntoView {
    let app = App::get();
    let loaded = Memo::new(move || app.data.with(|d| d.table(id).is_some()));
    effect(move || {
        if !loaded.get() {
            app.wanted.run(id);
        }
    });
    view! {
        <Patterns/>
        {part(move || if loaded.get() {
            show(id)
        } else {
            view! { <p class="nl-wait">{app.words().loading}</p> }.into_any()
        })}
    }
}

#[component]
fn Loaded(id: IndicatorId) -> impl IntoView {
    let app = App::get();
    let subject = Subject::new(app, id);
    provide_context(subject);
    let empty = Memo::new(move || subject.held.with(|h| h.period.is_none()));
    view! {
        <Trail id/>
        <h1 class="nl-headline" data-part="headline">{text(move || subject.headline.get())}</h1>
        <p class="nl-sub" data-part="subtitle">{text(move || subject.with(subtitle))}</p>
        {part(move || if empty.get() {
            view! { <p class="nl-sub">{app.words().no_values_at_all}</p> }.into_any()
        } else {
            view! {
                <controls::Controls/>
                <div class="nl-panels">
                    <map::MapPanel/>
                    <ranking::RankingPanel/>
                    <figures::FiguresPanel/>
                    <time::TimePanel/>
                    <table::TablePanel/>
                    <about::About/>
                </div>
            }
            .into_any()
        })}
    }
}

/// What is measured, of whom, unit, period, source.
pub fn subtitle(held: &Held) -> String {
    let shown = held.shown();
    let (indicator, locale) = (shown.indicator(), held.locale);
    let w = crate::view::words::words(locale);
    let source = &indicator.source;
    let mut from = source.publisher.clone();
    let through: Vec<&str> = [source.via.as_deref(), source.table.as_deref()].into_iter().flatten().collect();
    if !through.is_empty() {
        from = format!("{from} ({})", through.join(" "));
    }
    let when = held.period.map(|p| p.to_string()).unwrap_or_default();
    format!(
        "{}. {}, {}, {when}. {}: {from}.",
        indicator.title.get(locale),
        crate::base::locale::capitalise(indicator.base.get(locale)),
        indicator.unit.label.get(locale),
        w.source,
    )
}

#[component]
fn Trail(id: IndicatorId) -> impl IntoView {
    let app = App::get();
    let steps = move || {
        let locale = app.locale.get();
        app.data.with(|d| {
            let indicator = d.indicator(id);
            let focus = indicator.focus_area.and_then(|f| d.strategy().focus_areas.get(f));
            let priority = indicator.priority_area.and_then(|p| d.strategy().priority_areas.get(p));
            [
                Some(focus.map_or(app.words().background, |f| f.title.get(locale)).to_owned()),
                priority.map(|p| p.get(locale).to_owned()),
            ]
        })
    };
    let home = move || app.href(|s| s.page = Page::Start);
    view! {
        <nav aria-label=attr(move || app.words().path)>
            <ol class="nl-path">
                <li><a href=attr(home)>{text(move || app.words().start_word)}</a></li>
                {part(move || steps().into_iter().flatten().map(|s| view! { <li><span>{s}</span></li> }).collect_view())}
            </ol>
        </nav>
    }
}
