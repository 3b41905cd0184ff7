//! Over time: how the indicator has developed, in the way the reader chooses to look.

use std::sync::Arc;

use crate::base::geom::{Point, Size};
use crate::ui::chart::{canvas_layers, with_remarks};
use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::env::with_look;
use crate::ui::grid::grid;
use crate::ui::picture::{Arrows, Play, picture};
use crate::ui::signal::{Callback, Memo, RwSignal};
use crate::view::{
    aspect::{self, Aspect},
    chart::drawn::{Chart, Drawn},
    hit::hit,
    scene::{Key, Scene},
    words::aspects::aspects,
};

use super::ranking::tip;
use super::subject::Subject;

/// A chart, compared by identity.
#[derive(Clone)]
struct Chosen(Option<Arc<dyn Chart>>);

/// A drawn chart, compared by identity.
#[derive(Clone)]
struct Placed(Option<Arc<Drawn>>);

impl PartialEq for Chosen {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl PartialEq for Placed {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

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
    el("section")
        .class("nl-panel nl-time")
        .at("aria-labelledby", "nl-h-time")
        .at("data-part", "time-panel")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", "nl-h-time").kid(text(move || app.words().over_time)))
                .kid(part(move || offered.with(|all| (all.len() > 1).then(|| switch(app, all, now))))),
        )
        .kid(the_chart(app, subject, now))
}

fn switch(app: App, all: &[Aspect], now: Memo<Aspect>) -> El {
    let choice = |&aspect: &Aspect| {
        let name = (aspects(app.locale.get()).name)(aspect);
        let choose = move |_| {
            app.state.update(|s| s.aspect = aspect);
            app.said.set((aspects(app.locale.get_untracked()).chosen)(name));
        };
        let code = Aspect::ALL.iter().find(|a| a.1 == aspect).map_or("", |a| a.0);
        el("button")
            .at("type", "button")
            .at("data-part", format!("show-{code}"))
            .live("aria-pressed", move || (now.get() == aspect).to_string())
            .on("click", choose)
            .kid(name)
    };
    el("div")
        .class("nl-segments")
        .at("role", "group")
        .at("aria-label", aspects(app.locale.get()).group)
        .kid(all.iter().map(choice).collect::<Node>())
}

fn the_chart(app: App, subject: Subject, now: Memo<Aspect>) -> Node {
    let size = RwSignal::new(Size::default());
    let chart = Memo::new(move || {
        let aspect = now.get();
        Chosen(subject.steady.with(|h| aspect::chart(&h.shown(), aspect)))
    });
    let height = Memo::new(move || {
        let (width, theme) = (size.get().width, app.theme());
        let tall = |c: &Arc<dyn Chart>| with_look(theme, app.locale.get(), |look| c.height(width, look));
        // On a stage a chart takes the room there is.
        let room = app.around.room.get();
        if room.is_finite() { room } else { chart.with(|c| c.0.as_ref().map_or(0.0, tall)) }
    });
    // Placing the labels is most of the work: once per size, not per year.
    let drawn = Memo::new(move || {
        let (extent, theme) = (Size::new(size.get().width, height.get()), app.theme());
        let draw =
            |c: &Arc<dyn Chart>| with_look(theme, app.locale.get(), |look| Arc::new(c.draw(extent, look)));
        Placed(chart.with(|c| c.0.as_ref().filter(|_| extent.width > 1.0).map(draw)))
    });
    let scene = Memo::new(move || drawn.with(|d| d.0.as_ref().map(|d| d.scene.clone()).unwrap_or_default()));
    let over = Memo::new(move || {
        let (key, period, theme) = (app.pointing.get(), subject.period.get(), app.theme());
        drawn.with(|d| match &d.0 {
            Some(drawn) => with_look(theme, app.locale.get(), |look| (drawn.over)(look, key, period)),
            None => Scene::default(),
        })
    });
    let play = Play {
        part: "time",
        size,
        height,
        scene,
        items: subject.items,
        label: Memo::new(move || scene.with(|s| s.title.clone())),
        tip: Callback::new(move |key: Key| {
            // The overlay names the line; a tip on top of it is for points only.
            matches!(key, Key::Point(..)).then(|| tip(app, subject, key)).flatten()
        }),
        arrows: Arrows::Lines,
        step: Callback::new(move |by| subject.step(app, by)),
        find: Callback::new(move |p: Point| scene.with_untracked(|s| hit(s, p, 28.0))),
    };
    let said = move || {
        let aspect = now.get();
        subject.with(|h| h.period.map(|p| aspect::said(&h.shown(), aspect, p)).unwrap_or_default())
    };
    let numbers = move || {
        let aspect = now.get();
        subject.steady.with(|h| {
            let table = aspect::grid(&h.shown(), aspect)?;
            let how = aspect::how(&h.shown(), aspect).map(|how| el("p").class("nl-small").kid(how));
            let title = aspects(h.locale).as_table;
            let fold = el("details").class("nl-fold nl-small").at("data-part", "view-table");
            Some(fold.kid(el("summary").kid(title)).kid(grid(&table, title)).kid(how))
        })
    };
    Node::default()
        .kid(picture(play, canvas_layers(scene, with_remarks(scene, over))))
        .kid(el("p").class("nl-told").at("data-part", "time-told").kid(text(said)))
        .kid(part(numbers))
}
