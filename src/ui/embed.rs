//! One view on somebody else's page: headline, the controls the host wants, one panel.
//!
//! Which controls are in sight is decided by `www/embed.css` from `data-controls` and `data-lock`.

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Memo, RwSignal};
use leptos::prelude::*;

use crate::base::{extent::WHOLE, id::IndicatorId};
use crate::view::{aspect::Aspect, words::host::host};

use super::app::{Hosting, content, provide, theme_name};
use super::context::{App, given};
use super::fold::fold;
use super::form::{segments, select};
use super::indicator::{controls, develop, map, ranking, subject::Subject, subtitle, table, when_loaded};
use super::state::Page;
use super::title::title;

/// Which view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The map.
    #[default]
    Map,
    /// The ranking.
    Ranking,
    /// Women and men beside each other.
    Gap,
    /// Over time.
    Time,
    /// The table.
    Table,
    /// Whole pages, one leading to the other.
    Page,
}

impl Kind {
    /// Every kind with its name in attributes.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Map, "map"),
        (Self::Ranking, "ranking"),
        (Self::Gap, "gap"),
        (Self::Time, "time"),
        (Self::Table, "table"),
        (Self::Page, "page"),
    ];

    /// The name in attributes.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|k| k.0 == self).map_or("map", |k| k.1)
    }

    /// The kind of this name; the map where there is no such name.
    pub fn of(name: &str) -> Self {
        Self::ALL.iter().find(|k| k.1 == name && k.0.is_held()).map_or(Self::Map, |k| k.0)
    }

    /// Whether this build can show it. `www/modules.js` knows the same.
    fn is_held(self) -> bool {
        WHOLE || !matches!(self, Self::Time | Self::Page)
    }

    /// What readers call it.
    pub fn word(self, app: App) -> &'static str {
        let w = app.words();
        match self {
            Self::Map => w.map,
            Self::Ranking => w.ranking,
            Self::Gap => w.women_and_men,
            Self::Time => w.over_time,
            Self::Table => w.table,
            Self::Page => host(app.locale.get()).whole_page,
        }
    }
}

/// What the host has asked for, besides the state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frame {
    /// The view shown.
    pub kind: Kind,
    /// Controls in sight, names separated by spaces.
    pub controls: String,
    /// Parts that stay as they are, names separated by spaces.
    pub lock: String,
    /// Level of the headline in the host's page, 1–6.
    pub heading: String,
    /// Statistics without words of their own: the headline is the name, nothing is told of a county.
    pub plain: bool,
}

/// The view.
pub fn embed(hosting: Hosting, frame: RwSignal<Frame>) -> El {
    let app = provide(hosting);
    provide_context(frame);
    let page = Memo::new(move || frame.with(|f| f.kind == Kind::Page));
    let of = move |get: fn(&Frame) -> String| move || frame.with(get);
    el("div")
        .class("nulage nl-embed")
        .at("data-part", "app")
        .live("lang", move || app.locale.get().tag())
        .live("data-theme", move || theme_name(app.state.with(|s| s.theme)))
        .live("data-view", of(|f| f.kind.name().to_owned()))
        .live("data-controls", of(|f| f.controls.clone()))
        .live("data-lock", of(|f| f.lock.clone()))
        .live("data-plain", move || frame.with(|f| f.plain.then_some("")))
        .kid(el("div").class("nl-in").kid(part(move || match app.page.get() {
            Page::Indicator(id) if !WHOLE || !page.get() => when_loaded(id, |_| Node::None, single),
            other if WHOLE => content(other),
            _ => Node::None,
        })))
        .kid(
            el("div")
                .class("nl-hidden")
                .at("role", "status")
                .at("aria-live", "polite")
                .at("data-part", "said")
                .kid(text(move || app.said.get())),
        )
}

fn single(id: IndicatorId) -> Node {
    let app = App::get();
    let frame: RwSignal<Frame> = given();
    let subject = Subject::new(app, id);
    provide_context(subject);
    let kind = Memo::new(move || frame.with(|f| f.kind));
    let headline = move || {
        if frame.with(|f| f.plain) {
            subject.with(|h| h.shown().indicator().title.get(h.locale).to_owned())
        } else {
            subject.headline.get()
        }
    };
    many()
        .kid(
            el("p")
                .class("nl-title")
                .at("role", "heading")
                .live("aria-level", move || frame.with(|f| f.heading.clone()))
                .at("data-part", "headline")
                .kid(title(headline)),
        )
        .kid(el("p").class("nl-sub").at("data-part", "subtitle").kid(text(move || subject.with(subtitle))))
        .kid(choices(id))
        .kid(controls::controls())
        .kid(part(move || match kind.get() {
            Kind::Ranking | Kind::Gap => ranking::ranking_panel(),
            Kind::Time if WHOLE => develop::development_panel(),
            Kind::Table => table::table_panel(),
            Kind::Map | Kind::Time | Kind::Page => map::map_panel(),
        }))
        // The other ways to look over time have a table of their own.
        .kid(part(move || {
            let levels = app.state.with(|s| s.aspect == Aspect::Levels);
            (kind.get() != Kind::Table && (kind.get() != Kind::Time || levels))
                .then(|| fold("as-table", move || app.words().table, || table::table_panel().into()))
        }))
}

/// Which indicator, which view: in sight only where the host asks for them.
fn choices(id: IndicatorId) -> Node {
    let app = App::get();
    let frame: RwSignal<Frame> = given();
    let wants = move |name: &'static str| frame.with(|f| f.controls.split(' ').any(|c| c == name));
    let choose = move |wanted: String| {
        if let Some(id) = app.data.with_untracked(|d| d.by_id(&wanted)) {
            app.state.update(|s| s.page = Page::Indicator(id));
        }
    };
    let titles = move || {
        let locale = app.locale.get();
        app.data.with(|d| {
            let row = |i| (d.indicator(i).id.clone(), d.indicator(i).title.get(locale).to_owned(), i == id);
            vec![(String::new(), d.ids().map(row).collect())]
        })
    };
    let kind = Memo::new(move || frame.with(|f| f.kind));
    many()
        .kid(part(move || {
            wants("indicator").then(|| {
                select(move || app.words().indicator_word, "indicator-select", titles, choose)
                    .class("nl-small nl-which")
            })
        }))
        .kid(part(move || {
            wants("view").then(|| {
                let w = host(app.locale.get());
                let all = Kind::ALL.map(|(kind, name)| (name, kind));
                let single = |kind: Kind| kind.is_held() && !matches!(kind, Kind::Gap | Kind::Page);
                let all: Vec<_> = all.into_iter().filter(|one| single(one.1)).collect();
                let choose = move |kind| frame.update(|f| f.kind = kind);
                segments(w.view, "view", &all, |kind| kind.word(app), kind, choose)
                    .class("nl-segments nl-views")
            })
        }))
}
