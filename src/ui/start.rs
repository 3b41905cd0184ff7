//! Start: the strategy from nuläge to önskvärt läge, every indicator in a row.

use crate::ui::dom::{El, Node, Slot, el, many, part, text};
use crate::ui::signal::{Memo, RwSignal};

use crate::base::{geom::Size, id::IndicatorId};
use crate::model::strategy::FocusArea;
use crate::view::{chart::climb, spec::climb as lanes};

use super::context::App;
use super::env::with_look;
use super::icon::{Icon, draw};
use super::rows::{indicator_row, row_head};
use super::state::Page;
use super::svg::{drawing, patterns};
use crate::view::words::overview::overview;

/// The start page.
pub fn start_page() -> Node {
    let app = App::get();
    many()
        .kid(patterns())
        .kid(hero())
        .kid(part(move || {
            let count = app.data.with(|d| d.strategy().focus_areas.len());
            (0..count).map(focus).collect::<Node>()
        }))
        .kid(background())
}

fn hero() -> El {
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
    // Without a strategy there is no way to a desired state.
    let title = move || {
        let bundle = || app.data.with(|d| d.meta().title.get(app.locale.get()).to_owned());
        if app.has_plan() { app.words().start_title.to_owned() } else { bundle() }
    };
    el("section")
        .class("nl-hero")
        .at("data-part", "hero")
        .kid(
            el("div")
                .kid(el("p").class("nl-muted").kid(text(move || strategy(|s| &s.title))))
                .kid(el("h1").kid(text(title)))
                .kid(el("p").class("nl-lead").kid(text(lead)))
                .kid(
                    el("p").kid(
                        el("a")
                            .class("nl-more")
                            .at("data-part", "overview")
                            .live("href", move || app.href(|s| s.page = Page::Overview))
                            .kid(text(move || overview(app.locale.get()).link)),
                    ),
                )
                .kid(
                    el("ul")
                        .class("nl-goals")
                        .live("aria-label", move || app.words().overall_goals)
                        .kid(part(move || goals().into_iter().map(|g| el("li").kid(g)).collect::<Node>())),
                ),
        )
        .kid(part(move || app.has_plan().then(|| climb(true))))
}

/// The three climbing paths: each indicator a dot, placed by how it moves; below them, where
/// wanted, what they do not say.
pub fn climb(noted: bool) -> El {
    let app = App::get();
    let size = RwSignal::new(Size::new(0.0, 0.0));
    let root = Slot::default();
    super::picture::keep_width(root, size);
    let spec = Memo::new(move || app.data.with(|d| lanes::climb(d, app.locale.get())));
    let scene = Memo::new(move || {
        let width = size.get().width;
        if width < 1.0 {
            return Default::default();
        }
        let theme = app.theme();
        spec.with(|spec| {
            with_look(theme, app.locale.get(), |look| {
                climb::scene(spec, climb::extent(spec, width, look), look)
            })
        })
    });
    let said = Memo::new(move || spec.with(|s| s.desc.clone()));
    let order = move || {
        let placed = spec.with(|s| s.lanes.iter().map(|lane| lane.dots.len()).sum::<usize>());
        (app.figures().climb_order)(app.data.with(|d| d.ids().count()) - placed)
    };
    let note = noted.then(|| el("p").class("nl-small nl-muted").kid(text(order)));
    let picture = drawing(scene, Some(said), "");
    el("div").class("nl-climb").held(root).at("data-part", "climb").kid(picture).kid(note).kid(
        el("ul").class("nl-jump").kid(part(move || {
            spec.get()
                .lanes
                .into_iter()
                .enumerate()
                .map(|(n, lane)| {
                    el("li").kid(
                        el("button")
                            .class("nl-button")
                            .at("type", "button")
                            .at("data-jump", n.to_string())
                            .kid(lane.short)
                            .kid(draw(Icon::On)),
                    )
                })
                .collect::<Node>()
        })),
    )
}

fn focus(n: usize) -> Node {
    let app = App::get();
    let focus = move || app.data.with(|d| d.strategy().focus_areas.get(n).cloned());
    part(move || {
        focus().map(|focus| {
            let locale = app.locale.get();
            let groups = groups(app, &focus.indicators);
            let intro = focus.intro.get(locale).to_owned();
            el("section")
                .class("nl-focus")
                .at("data-focus", n.to_string())
                .at("data-part", "focus")
                .kid(
                    el("div")
                        .class("nl-aside")
                        .kid(el("h2").at("tabindex", "-1").kid(focus.title.get(locale).to_owned()))
                        .kid((!intro.is_empty()).then(|| el("p").kid(intro)))
                        .kid(findings(focus.clone())),
                )
                .kid(rows(groups))
        })
    })
}

fn findings(focus: FocusArea) -> Node {
    let app = App::get();
    let locale = app.locale.get();
    if focus.findings.is_empty() {
        return Node::None;
    }
    let rows = focus.findings.into_iter().map(|finding| {
        let why = finding.without_figures.as_ref().map(|t| t.get(locale).to_owned());
        el("li").kid(finding.text.get(locale).to_owned()).kid(why.map(|w| el("p").kid(w)))
    });
    many()
        .kid(el("h3").kid(app.words().findings))
        .kid(el("p").class("nl-small nl-muted").kid(app.words().findings_then))
        .kid(el("ul").class("nl-findings").kid(rows.collect::<Node>()))
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

fn rows(groups: Vec<(String, Vec<IndicatorId>)>) -> El {
    let app = App::get();
    let county = app.data.with_untracked(|d| d.regions().county());
    el("div").kid(row_head(county)).kid(
        groups
            .into_iter()
            .map(|(name, ids)| {
                el("div").class("nl-group").kid((!name.is_empty()).then(|| el("h3").kid(name))).kid(
                    el("ul")
                        .class("nl-rows")
                        .kid(ids.into_iter().map(|id| indicator_row(id, county)).collect::<Node>()),
                )
            })
            .collect::<Node>(),
    )
}

fn background() -> Node {
    let app = App::get();
    let ids = app.data.with_untracked(|d| d.background());
    if ids.is_empty() {
        return Node::None;
    }
    el("section")
        .class("nl-focus")
        .at("data-part", "background")
        .kid(
            el("div")
                .class("nl-aside")
                .kid(el("h2").kid(text(move || app.unplanned())))
                .kid(part(move || app.has_plan().then(|| el("p").kid(app.words().background_intro)))),
        )
        .kid(rows(vec![(String::new(), ids)]))
        .into()
}
