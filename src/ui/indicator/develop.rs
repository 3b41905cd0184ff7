//! Over time: how the indicator has developed, in the way the reader chooses to look.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::ui::chart::{canvas_layers, with_remarks};
use crate::ui::context::App;
use crate::ui::dom::{El, Node, Slot, el, many, part, text};
use crate::ui::fold::fold;
use crate::ui::form::segments;
use crate::ui::grid::grid;
use crate::ui::method::methods;
use crate::ui::picture::{Arrows, Item, Play, picture};
use crate::ui::plot::{Charted, Plot, plot};
use crate::ui::signal::{Callback, Memo, effect};
use crate::ui::take::picture_menu;
use crate::ui::unique::unique;
use crate::view::{
    aspect::{self, Aspect, Terms},
    permalink,
    scene::Key,
    spec::{Reading, counting::Mode},
    words::{aspects::aspects, whom},
};

use super::choosers::choosers;
use super::ranking::tip;
use super::subject::Subject;

/// Room before the chosen button in a row that scrolls, px.
const BEFORE: i32 = 56;

/// Development panel.
pub fn development_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let offered = Memo::new(move || subject.steady.with(|h| aspect::offered(&h.shown())));
    // What an address asks for may not exist for this indicator.
    let now = Memo::new(move || {
        let wanted = app.state.with(|s| s.aspect);
        offered.with(|all| if all.contains(&wanted) { wanted } else { Aspect::Levels })
    });
    // One period against another indicator is no development.
    let heading = move || match now.get() {
        Aspect::Scatter => (aspects(app.locale.get()).name)(Aspect::Scatter),
        _ => app.words().over_time,
    };
    let (menu, chart) = the_chart(app, subject, now);
    let named = unique();
    el("section")
        .class("nl-panel nl-time")
        .at("aria-labelledby", named.clone())
        .at("data-part", "time-panel")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", named).kid(text(heading)))
                .kid(part(move || offered.with(|all| (all.len() > 1).then(|| switch(app, all, now)))))
                .kid(menu),
        )
        .kid(choosers(app, subject, now))
        .kid(part(move || match now.get() {
            Aspect::Levels | Aspect::Gap => None,
            _ => together(subject),
        }))
        .kid(chart)
}

/// Whom what follows is about, where women and men are asked for apart.
pub fn together(subject: Subject) -> Option<El> {
    subject.steady.with(|h| match h.reading {
        Reading::Both { .. } => {
            let told = (aspects(h.locale).together)(whom(h.locale, h.shown().lead()));
            Some(el("p").class("nl-small nl-muted").kid(told))
        }
        Reading::One(_) => None,
    })
}

fn switch(app: App, offered: &[Aspect], now: Memo<Aspect>) -> El {
    let code = |aspect| permalink::word(Aspect::ALL, aspect);
    let words = aspects(app.locale.get());
    // Where the buttons are a row that scrolls, the chosen one is seen, with the end of the one before.
    let row = Slot::default();
    effect(move || {
        let chosen = format!("[data-part='show-{}']", code(now.get()));
        let Some(row) = row.of::<HtmlElement>() else { return };
        if let Some(chosen) = row.query_selector(&chosen).ok().flatten() {
            let chosen: HtmlElement = chosen.unchecked_into();
            row.set_scroll_left(chosen.offset_left() - BEFORE);
        }
    });
    let all: Vec<_> = Aspect::ALL.iter().filter(|a| offered.contains(&a.1)).copied().collect();
    segments(words.group, "show", &all, words.name, now, move |aspect| {
        app.state.update(|s| s.aspect = aspect);
        app.said.set((words.chosen)((words.name)(aspect)));
    })
    .held(row)
}

/// The menu of the chart, and the chart.
fn the_chart(app: App, subject: Subject, now: Memo<Aspect>) -> (Node, Node) {
    let choices = Memo::new(move || app.state.with(|s| s.choices));
    // Most charts hold all periods and are not made anew for each.
    let of = move || if now.get().is_of_period() { subject.period.get() } else { None };
    let chart = Memo::new(move || {
        let (aspect, classes) = (now.get(), app.state.with(|s| (s.method, s.classes)));
        let terms = Terms { choices: choices.get(), period: of(), classes, theme: app.theme() };
        Charted(subject.steady.with(|h| aspect::chart(&h.shown(), aspect, &terms)))
    });
    let Plot { size, height, scene, over, find } = plot(app, chart, subject.period);
    let items = Memo::new(move || {
        let (aspect, choices, period) = (now.get(), choices.get(), subject.period.get());
        let own = subject.steady.with(|h| {
            let own = aspect::read_aloud(&h.shown(), aspect, &choices, period)?;
            let item = |(area, label)| Item { area, name: h.shown().name(area), label };
            Some(own.into_iter().map(item).collect())
        });
        own.unwrap_or_else(|| subject.items.get())
    });
    let play = Play {
        part: "time",
        size,
        height,
        scene,
        items,
        label: Memo::new(move || scene.with(|s| s.title.clone())),
        tip: Callback::new(move |key: Key| {
            // The overlay names the line; a tip on top of it is for points only.
            // Its values are the published ones.
            let published = now.get() != Aspect::Levels || choices.get().mode == Mode::Published;
            (published && matches!(key, Key::Point(..))).then(|| tip(app, subject, key)).flatten()
        }),
        arrows: Memo::new(move || if now.get() == Aspect::Scatter { Arrows::Sorted } else { Arrows::Lines }),
        step: Callback::new(move |by| subject.step(app, by)),
        find,
    };
    let said = move || {
        let (aspect, choices) = (now.get(), choices.get());
        subject.with(|h| h.period.map(|p| aspect::said(&h.shown(), aspect, &choices, p)).unwrap_or_default())
    };
    let how = Memo::new(move || {
        let (aspect, choices, period) = (now.get(), choices.get(), of());
        subject.steady.with(|h| aspect::how(&h.shown(), aspect, &choices, period))
    });
    let table = move || {
        let (aspect, choices, period) = (now.get(), choices.get(), of());
        subject.steady.with(|h| {
            let table = aspect::grid(&h.shown(), aspect, &choices, period);
            table.map(|table| grid(&table, aspects(h.locale).as_table)).into()
        })
    };
    // What a reader has opened stays open while years pass and areas are pinned.
    let computed = Memo::new(move || how.with(Option::is_some));
    let more = move || {
        computed.get().then(|| {
            let title = move || aspects(app.locale.get()).as_table;
            many()
                .kid(fold("view-table", title, table).class("nl-fold nl-small"))
                .kid(methods("view-how", move || {
                    how.with(|how| how.iter().map(|m| (String::new(), m.clone())).collect())
                }))
        })
    };
    let file = move || {
        let aspect = (aspects(app.locale.get()).name)(now.get());
        subject.file(app, &format!("{} {aspect}", app.words().over_time))
    };
    let shown = many()
        .kid(picture(play, canvas_layers(scene, with_remarks(scene, over))))
        .kid(el("p").class("nl-told").at("data-part", "time-told").at("data-take-told", "").kid(text(said)))
        .kid(part(more));
    (picture_menu(app, scene, file), shown)
}
