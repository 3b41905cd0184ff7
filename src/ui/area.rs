//! One area: every indicator with its value, its place among the others, its change.

use crate::ui::dom::{Node, el, many, part, text};
use crate::ui::signal::Memo;
use leptos::prelude::*;

use crate::base::id::{AreaId, IndicatorId};

use super::context::App;
use super::profile::profile;
use super::rows::{indicator_row, row_head};
use super::state::Page;
use super::svg::patterns;
use super::trail::trail;

/// The page of one area.
pub fn area_page(id: AreaId) -> Node {
    let app = App::get();
    let pinned = Memo::new(move || app.state.with(|s| s.pin_of(id).is_some()));
    let sections = move || {
        let locale = app.locale.get();
        app.data.with(|d| {
            let mut all: Vec<(String, Vec<IndicatorId>)> = d
                .strategy()
                .focus_areas
                .iter()
                .map(|f| (f.title.get(locale).to_owned(), f.indicators.clone()))
                .collect();
            all.push((app.unplanned().to_owned(), d.background()));
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
    many()
        .kid(patterns())
        .kid(trail(Page::Area(id)))
        .kid(el("h1").at("data-part", "headline").kid(text(move || app.name(id))))
        .kid(el("p").class("nl-sub").kid(text(lead)))
        .kid(
            el("div")
                .class("nl-controls")
                .kid(el("label").class("nl-small").kid(text(move || app.words().other_area)).kid(" ").kid(
                    el("select").class("nl-select").at("data-part", "area-select").on("change", choose).kid(
                        part(move || {
                            others()
                                .into_iter()
                                .map(|(area, name)| {
                                    let code = app.region(area, |r| r.code.clone());
                                    el("option").at("value", code).at("selected", area == id).kid(name)
                                })
                                .collect::<Node>()
                        }),
                    ),
                ))
                .kid(
                    el("button")
                        .class("nl-button")
                        .at("type", "button")
                        .at("data-part", "pin")
                        .live("aria-pressed", move || pinned.get().to_string())
                        .on("click", move |_| app.toggle(id))
                        .kid(text(
                            move || if pinned.get() { app.words().unpin_area } else { app.words().pin_area },
                        )),
                ),
        )
        .kid(profile(id))
        .kid(part(move || {
            sections()
                .into_iter()
                .map(|(title, ids)| {
                    el("section")
                        .class("nl-section")
                        .at("data-part", "section")
                        .kid(el("h2").kid(title))
                        .kid(row_head(id))
                        .kid(
                            el("ul")
                                .class("nl-rows")
                                .kid(ids.into_iter().map(|i| indicator_row(i, id)).collect::<Node>()),
                        )
                })
                .collect::<Node>()
        }))
}
