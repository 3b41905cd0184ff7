//! The map: real SVG in the DOM, its legend under it.

use crate::base::locale::lower;
use crate::base::num::clamp;
use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::form::segments;
use crate::ui::signal::{Callback, Memo, RwSignal, effect};
use crate::ui::unique::unique;

use crate::analysis::classify::Method;
use crate::base::geom::{Point, Size};
use crate::ui::chart::{svg_layers, with_remarks};
use crate::ui::context::App;
use crate::ui::env::with_look;
use crate::ui::picture::{Arrows, Play, picture};
use crate::ui::take::picture_menu;
use crate::view::{
    map::{
        choropleth,
        placed::{Named, Placed},
    },
    permalink,
    scene::{Key, Scene},
    spec::{Reading, map, told},
};

use super::legend;
use super::subject::{Held, Subject};

/// Room for the legend under a map and the line on what is missing, px.
const LEGEND: f64 = 110.0;

/// Map panel.
pub fn map_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let drawable = subject.steady.with_untracked(has_map);
    let both = Memo::new(move || subject.steady.with(|h| matches!(h.reading, Reading::Both { .. })));
    let (menu, shown) = match drawable {
        true => the_map(),
        false => (Node::None, el("p").class("nl-told").kid(text(move || app.words().no_borders)).into()),
    };
    let named = unique();
    el("section")
        .class("nl-panel")
        .at("aria-labelledby", named.clone())
        .at("data-part", "map-panel")
        .kid(
            el("header")
                .kid(
                    el("h2")
                        .class("nl-h")
                        .at("id", named)
                        .kid(text(move || if both.get() { app.figures().gap_map } else { app.words().map })),
                )
                .kid(part(move || (!both.get()).then(class_menu)))
                .kid(menu),
        )
        .kid(shown)
}

/// Whether some area shown has borders.
pub fn has_map(held: &Held) -> bool {
    let shapes = held.data.shapes();
    shapes.is_some_and(|s| held.shown().areas().iter().any(|&a| s.of(a).is_some()))
}

/// The menu of the map, and the map.
fn the_map() -> (Node, Node) {
    let app = App::get();
    let subject = Subject::get();
    let size = RwSignal::new(Size::new(0.0, 0.0));
    // Shapes and labels in px: once per size and indicator, not per year.
    let placed: Memo<Option<Placed>> = Memo::new(move || {
        let width = size.get().width;
        if width < 1.0 {
            return None;
        }
        let theme = app.theme();
        subject.steady.with(|h| {
            let shown = h.shown();
            let shapes = h.data.shapes()?;
            let named: Vec<Named> =
                shown.areas().iter().map(|&area| Named { area, name: shown.name(area) }).collect();
            let extent = Size::new(width, height(app, width));
            with_look(theme, h.locale, |look| {
                Placed::new(shapes, &named, extent, Some(&map::widest(&shown)), look)
            })
        })
    });
    let scene = Memo::new(move || {
        let theme = app.theme();
        placed.with(|p| {
            let Some(placed) = p.as_ref() else { return Scene::default() };
            subject.with(|h| {
                let Some(period) = h.period else { return Scene::default() };
                let areas = subject.classes.with(|c| map::areas(&h.shown(), c.as_ref(), period, theme));
                with_look(theme, h.locale, |look| choropleth::scene(placed, &areas, look))
            })
        })
    });
    // Runs after the drawing's own effect has painted.
    effect(move || {
        if scene.with(|s| !s.marks.is_empty()) {
            app.first_map.run(());
        }
    });
    let over = Memo::new(move || {
        let key = app.pointing.get();
        let theme = app.theme();
        placed.with(|p| {
            let Some(placed) = p.as_ref() else { return Scene::default() };
            with_look(theme, app.locale.get(), |look| match key {
                Some(Key::Class(n)) => choropleth::highlight(placed, &legend::in_class(subject, n), look),
                _ => choropleth::focus(placed, look, key),
            })
        })
    });
    let play = Play {
        part: "map",
        size,
        height: Memo::new(move || height(app, size.get().width)),
        scene,
        items: subject.items,
        label: Memo::new(move || {
            subject.with(|h| (app.words().map_of)(h.shown().indicator().title.get(h.locale)))
        }),
        tip: Callback::new(move |key| super::ranking::tip(app, subject, key)),
        arrows: Memo::new(|| Arrows::Around),
        step: Callback::new(move |by| subject.step(app, by)),
        find: Callback::new(move |p: Point| {
            placed.with_untracked(|placed| placed.as_ref().and_then(|m| m.at(p)).map(Key::Area))
        }),
    };
    let told = move || subject.with(|h| h.period.map(|p| told::areas(&h.shown(), p)).unwrap_or_default());
    let shown = many()
        .kid(picture(play, svg_layers(scene, with_remarks(scene, over))))
        .kid(legend::legend())
        .kid(el("p").class("nl-told").at("data-part", "map-told").kid(text(told)));
    (picture_menu(app, scene, move || subject.file(app, app.words().map)), shown)
}

/// A county is about as tall as it is wide; on a wide page the picture must still fit the screen.
fn height(app: App, width: f64) -> f64 {
    clamp(width * 1.12, 280.0, 620.0).min(app.around.room.get() - LEGEND)
}

/// How many classes there may be.
const COUNTS: &[(&str, usize)] = &[("3", 3), ("4", 4), ("5", 5), ("6", 6), ("7", 7)];

/// How values become colours, one level down.
fn class_menu() -> El {
    let app = App::get();
    let method = Memo::new(move || app.state.with(|s| s.method));
    let count = Memo::new(move || app.state.with(|s| s.classes));
    let row = move |m: Method| {
        let id = lower(&format!("{m:?}"));
        el("label")
            .kid(
                el("input")
                    .at("type", "radio")
                    .at("name", "nl-method")
                    .at("value", id)
                    .checked(move || method.get() == m)
                    .on("change", move |_| app.state.update(|s| s.method = m)),
            )
            .kid(
                el("span")
                    .kid(text(move || (app.words().method)(m)))
                    .kid(el("small").kid(text(move || (app.words().method_explained)(m)))),
            )
    };
    el("details")
        .class("nl-menu")
        .at("data-part", "classes")
        .kid(
            el("summary")
                .class("nl-button")
                .kid(text(move || app.words().classes))
                .kid(el("span").class("nl-lower").kid(text(move || (app.words().method)(method.get())))),
        )
        .kid(
            el("div")
                .class("nl-pop")
                .kid(
                    el("fieldset")
                        .kid(el("legend").kid(text(move || app.words().map_classes)))
                        .kid(Method::ALL.into_iter().map(row).collect::<Node>()),
                )
                .kid(el("fieldset").kid(el("legend").kid(text(move || app.words().number_of_classes))).kid(
                    part(move || {
                        let label = app.words().number_of_classes;
                        let name = |n| permalink::word(COUNTS, n);
                        segments(label, "count", COUNTS, name, count, move |n| {
                            app.state.update(|s| s.classes = n);
                        })
                    }),
                ))
                .kid(
                    el("label")
                        .kid(
                            el("input")
                                .at("type", "checkbox")
                                .at("data-part", "same-classes")
                                .checked(move || app.state.with(|s| !s.own_classes))
                                .on("change", move |_| app.state.update(|s| s.own_classes = !s.own_classes)),
                        )
                        .kid(text(move || app.figures().same_scale)),
                ),
        )
}
