//! One area: every indicator with its value, its place among the others, its change.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::Memo;
use leptos::prelude::*;

use crate::base::id::{AreaId, IndicatorId};

use super::context::App;
use super::rows::{IndicatorRow, RowHead};
use super::state::Page;
use super::svg::Patterns;

/// The page of one area.
#[component]
pub fn AreaPage(id: AreaId) -> impl IntoView {
    let app = App::get();
    let pinned = Memo::new(move || app.state.with(|s| s.pin_of(id).is_some()));
    let home = move || app.href(|s| s.page = Page::Start);
    let sections = move || {
        let locale = app.locale.get();
        app.data.with(|d| {
            let mut all: Vec<(String, Vec<IndicatorId>)> = d
                .strategy()
                .focus_areas
                .iter()
                .map(|f| (f.title.get(locale).to_owned(), f.indicators.clone()))
                .collect();
            all.push((app.words().background.to_owned(), d.background()));
            // What has never been published for this area would be a page of empty rows.
            for section in &mut all {
                section.1.retain(|&i| {
                    d.table(i).is_none_or(|t| t.groups().iter().any(|&g| t.latest(&[id], g).is_some()))
                });
            }
            all.retain(|s| !s.1.is_empty());
            all
        })
    };
    let others = move || {
        let locale = app.locale.get();
        app.data.with(|d| {
            let regions = d.regions();
            std::iter::once(regions.county())
                .chain(regions.members().iter().copied())
                .map(|a| (a, regions.get(a).name.get(locale).to_owned()))
                .collect::<Vec<_>>()
        })
    };
    let lead = move || {
        let w = app.words();
        app.data.with(|d| {
            let regions = d.regions();
            if regions.county() == id {
                w.area_lead_county.to_owned()
            } else {
                (w.area_lead)(regions.members().len())
            }
        })
    };
    let choose = move |event| {
        let code = event_target_value(&event);
        if let Some(area) = app.data.with_untracked(|d| d.regions().by_code(&code)) {
            app.state.update(|s| s.page = Page::Area(area));
        }
    };
    view! {
        <Patterns/>
        <nav aria-label=attr(move || app.words().path)>
            <ol class="nl-path"><li><a href=attr(home)>{text(move || app.words().start_word)}</a></li><li><span aria-current="page">{text(move || app.name(id))}</span></li></ol>
        </nav>
        <h1 data-part="headline">{text(move || app.name(id))}</h1>
        <p class="nl-sub">{text(lead)}</p>
        <div class="nl-controls">
            <label class="nl-small">{text(move || app.words().other_area)}" "
                <select class="nl-select" data-part="area-select" on:change=act(choose)>
                    {part(move || others().into_iter().map(|(area, name)| {
                        let code = app.region(area, |r| r.code.clone());
                        view! { <option value=code selected=area == id>{name}</option> }
                    }).collect_view())}
                </select>
            </label>
            <button class="nl-button" type="button" data-part="pin" aria-pressed=attr(move || pinned.get().to_string()) on:click=act(move |_| app.toggle(id))>
                {text(move || if pinned.get() { app.words().unpin_area } else { app.words().pin_area })}
            </button>
        </div>
        {part(move || sections().into_iter().map(|(title, ids)| view! {
            <section class="nl-section" data-part="section">
                <h2>{title}</h2>
                <RowHead area=id/>
                <ul class="nl-rows">{ids.into_iter().map(|i| view! { <IndicatorRow id=i area=id/> }).collect_view()}</ul>
            </section>
        }).collect_view())}
    }
}
