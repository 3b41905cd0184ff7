//! Start: the strategy from nuläge to önskvärt läge, every indicator in a row.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::{Memo, RwSignal};
use leptos::prelude::*;

use crate::base::{geom::Size, id::IndicatorId};
use crate::model::strategy::FocusArea;
use crate::view::{chart::climb, spec::climb as lanes};

use super::context::App;
use super::env::with_look;
use super::icon::{Draw, Icon};
use super::rows::{IndicatorRow, RowHead};
use super::svg::{Drawing, Patterns};

/// The start page.
#[component]
pub fn StartPage() -> impl IntoView {
    let app = App::get();
    view! {
        <Patterns/>
        <Hero/>
        {part(move || {
            let count = app.data.with(|d| d.strategy().focus_areas.len());
            (0..count).map(|n| view! { <Focus n/> }).collect_view()
        })}
        <Background/>
    }
}

#[component]
fn Hero() -> impl IntoView {
    let app = App::get();
    let strategy = move |of: fn(&crate::model::strategy::Strategy) -> &crate::base::text::Text| {
        app.data.with(|d| of(d.strategy()).get(app.locale.get()).to_owned())
    };
    let goals = move || {
        let locale = app.locale.get();
        app.data
            .with(|d| d.strategy().overall_goals.iter().map(|g| g.get(locale).to_owned()).collect::<Vec<_>>())
    };
    let lead = move || {
        let (w, locale) = (app.words(), app.locale.get());
        app.data.with(|d| {
            let regions = d.regions();
            (w.start_lead)(
                regions.get(regions.county()).name.get(locale),
                d.ids().count(),
                regions.members().len(),
            )
        })
    };
    view! {
        <section class="nl-hero" data-part="hero">
            <div>
                <p class="nl-muted">{text(move || strategy(|s| &s.title))}</p>
                <h1>{text(move || app.words().start_title)}</h1>
                <p class="nl-lead">{text(lead)}</p>
                <ul class="nl-goals" aria-label=attr(move || app.words().overall_goals)>
                    {part(move || goals().into_iter().map(|g| view! { <li>{g}</li> }).collect_view())}
                </ul>
            </div>
            <Climb/>
        </section>
    }
}

/// The three climbing paths: each indicator a dot, placed by how it moves.
#[component]
fn Climb() -> impl IntoView {
    let app = App::get();
    let size = RwSignal::new(Size::new(0.0, 0.0));
    let root = NodeRef::<leptos::html::Div>::new();
    super::picture::keep_width(root, size);
    let spec = Memo::new(move || app.data.with(|d| lanes::climb(d, app.locale.get())));
    let scene = Memo::new(move || {
        let width = size.get().width;
        if width < 1.0 {
            return Default::default();
        }
        let theme = app.theme();
        spec.with(|spec| {
            let extent = climb::extent(spec, width);
            with_look(theme, app.locale.get(), |look| climb::scene(spec, extent, look))
        })
    });
    let said = Memo::new(move || spec.with(|s| s.desc.clone()));
    view! {
        <div class="nl-climb" node_ref=root data-part="climb">
            <Drawing scene label=said/>
            <ul class="nl-jump">
                {part(move || spec.get().lanes.into_iter().enumerate().map(|(n, lane)| {
                    let id = format!("nl-focus-{n}");
                    view! {
                        <li><button class="nl-button" type="button" on:click=act(move |event| jump(&event, &id))>{lane.short}<Draw icon=Icon::On/></button></li>
                    }
                }).collect_view())}
            </ul>
        </div>
    }
}

/// Scrolls to a section; the address holds the state, so it cannot hold a place on the page too.
fn jump(event: &leptos::ev::MouseEvent, id: &str) {
    use wasm_bindgen::JsCast;
    // Looked for in the app, not in the document: the app may be in a shadow root.
    let button = event.target().and_then(|t| t.dyn_into::<web_sys::Element>().ok());
    let app = button.and_then(|b| b.closest(".nulage").ok().flatten());
    if let Some(section) = app.and_then(|a| a.query_selector(&format!("#{id}")).ok().flatten()) {
        section.scroll_into_view();
        if let Ok(heading) = section.unchecked_into::<web_sys::HtmlElement>().query_selector("h2")
            && let Some(heading) = heading.and_then(|h| h.dyn_into::<web_sys::HtmlElement>().ok())
        {
            let _ = heading.focus();
        }
    }
}

#[component]
fn Focus(n: usize) -> impl IntoView {
    let app = App::get();
    let focus = move || app.data.with(|d| d.strategy().focus_areas.get(n).cloned());
    view! {
        {move || focus().map(|focus| {
            let locale = app.locale.get();
            let groups = groups(app, &focus.indicators);
            let intro = focus.intro.get(locale).to_owned();
            view! {
                <section class="nl-focus" id=format!("nl-focus-{n}") data-part="focus">
                    <div class="nl-aside">
                        <h2 tabindex="-1">{focus.title.get(locale).to_owned()}</h2>
                        {(!intro.is_empty()).then(|| view! { <p>{intro}</p> })}
                        <Findings focus=focus.clone()/>
                    </div>
                    <Rows groups/>
                </section>
            }
        })}
    }
}

#[component]
fn Findings(focus: FocusArea) -> impl IntoView {
    let app = App::get();
    let locale = app.locale.get();
    if focus.findings.is_empty() {
        return ().into_any();
    }
    let rows = focus.findings.into_iter().map(|finding| {
        let why = finding.without_figures.as_ref().map(|t| t.get(locale).to_owned());
        view! { <li>{finding.text.get(locale).to_owned()}{why.map(|w| view! { <p>{w}</p> })}</li> }
    });
    view! { <h3>{app.words().findings}</h3><ul class="nl-findings">{rows.collect_view()}</ul> }.into_any()
}

/// Indicators under their priority areas, in the strategy's order; those without one last.
fn groups(app: App, ids: &[IndicatorId]) -> Vec<(String, Vec<IndicatorId>)> {
    let locale = app.locale.get();
    app.data.with(|d| {
        let names = &d.strategy().priority_areas;
        let of = |n: Option<usize>| {
            ids.iter().copied().filter(|&id| d.indicator(id).priority_area == n).collect::<Vec<_>>()
        };
        let mut groups: Vec<(String, Vec<IndicatorId>)> =
            names.iter().enumerate().map(|(n, name)| (name.get(locale).to_owned(), of(Some(n)))).collect();
        groups.push((String::new(), of(None)));
        groups.retain(|g| !g.1.is_empty());
        groups
    })
}

#[component]
fn Rows(groups: Vec<(String, Vec<IndicatorId>)>) -> impl IntoView {
    let app = App::get();
    let county = app.data.with_untracked(|d| d.regions().county());
    view! {
        <div>
            <RowHead area=county/>
            {groups.into_iter().map(|(name, ids)| view! {
                <div class="nl-group">
                    {(!name.is_empty()).then(|| view! { <h3>{name}</h3> })}
                    <ul class="nl-rows">{ids.into_iter().map(|id| view! { <IndicatorRow id area=county/> }).collect_view()}</ul>
                </div>
            }).collect_view()}
        </div>
    }
}

#[component]
fn Background() -> impl IntoView {
    let app = App::get();
    let ids = app.data.with_untracked(|d| d.background());
    if ids.is_empty() {
        return ().into_any();
    }
    view! {
        <section class="nl-focus" data-part="background">
            <div class="nl-aside"><h2>{text(move || app.words().background)}</h2><p>{text(move || app.words().background_intro)}</p></div>
            <Rows groups=vec![(String::new(), ids)]/>
        </section>
    }
    .into_any()
}
