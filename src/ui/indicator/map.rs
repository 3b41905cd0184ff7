//! The map: real SVG in the DOM, its legend under it.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::{Callback, Memo, RwSignal, effect};
use leptos::prelude::*;

use crate::analysis::classify::Method;
use crate::base::{
    geom::{Point, Size},
    id::AreaId,
};
use crate::ui::chart::SvgLayers;
use crate::ui::context::App;
use crate::ui::env::with_look;
use crate::ui::picture::{Arrows, Picture, Play, keep_width};
use crate::ui::svg::Drawing;
use crate::view::{
    chart::histogram,
    map::{
        choropleth,
        placed::{Named, Placed},
    },
    scene::{Key, Scene},
    spec::{Reading, map, told},
};

use super::subject::Subject;

/// Map panel.
#[component]
pub fn MapPanel() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let has_map = subject.steady.with_untracked(|h| {
        let shapes = h.data.shapes();
        shapes.is_some_and(|s| h.shown().areas().iter().any(|&a| s.of(a).is_some()))
    });
    let both = Memo::new(move || subject.steady.with(|h| matches!(h.reading, Reading::Both { .. })));
    view! {
        <section class="nl-panel" aria-labelledby="nl-h-map" data-part="map-panel">
            <header>
                <h2 class="nl-h" id="nl-h-map">{text(move || if both.get() { app.figures().gap_map } else { app.words().map })}</h2>
                {part(move || (!both.get()).then(|| view! { <ClassMenu/> }))}
            </header>
            {if has_map { view! { <TheMap/> }.into_any() } else { view! { <p class="nl-told">{text(move || app.words().broken_part)}</p> }.into_any() }}
        </section>
    }
}

#[component]
fn TheMap() -> impl IntoView {
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
            let extent = Size::new(width, height(width));
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
                Some(Key::Class(n)) => choropleth::highlight(placed, &in_class(subject, n), look),
                _ => choropleth::focus(placed, look, key),
            })
        })
    });
    let items = super::ranking::items(subject);
    let play = Play {
        part: "map",
        size,
        height: Memo::new(move || height(size.get().width)),
        scene,
        items,
        label: Memo::new(move || {
            subject.with(|h| (app.words().map_of)(h.shown().indicator().title.get(h.locale)))
        }),
        tip: Callback::new(move |key| super::ranking::tip(app, subject, key)),
        arrows: Arrows::Around,
        step: Callback::new(move |by| subject.step(app, by)),
        find: Callback::new(move |p: Point| {
            placed.with_untracked(|placed| placed.as_ref().and_then(|m| m.at(p)).map(Key::Area))
        }),
    };
    let told = move || subject.with(|h| h.period.map(|p| told::areas(&h.shown(), p)).unwrap_or_default());
    view! {
        <Picture play><SvgLayers scene over/></Picture>
        <Legend/>
        <p class="nl-told" data-part="map-told">{text(told)}</p>
    }
}

/// A county is about as tall as it is wide; on a wide page the picture must still fit the screen.
fn height(width: f64) -> f64 {
    (width * 1.12).clamp(280.0, 620.0)
}

fn in_class(subject: Subject, n: usize) -> Vec<AreaId> {
    subject.with(|h| {
        let Some(period) = h.period else { return Vec::new() };
        subject.classes.with(|c| {
            let Some(classes) = c.as_ref() else { return Vec::new() };
            let shown = h.shown();
            let inside = |&a: &AreaId| {
                h.reading.cell(&h.table, a, period).is_ok_and(|v| classes.class_of(v.get()) == n)
            };
            shown.areas().iter().copied().filter(inside).collect()
        })
    })
}

/// The legend: classes with counts, the areas' values as ticks. Pointing at a class lights its areas.
#[component]
fn Legend() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let root = NodeRef::<leptos::html::Div>::new();
    let size = RwSignal::new(Size::default());
    keep_width(root, size);
    let spec = Memo::new(move || {
        let theme = app.theme();
        subject
            .with(|h| subject.classes.with(|c| Some(map::legend(&h.shown(), c.as_ref()?, h.period?, theme))))
    });
    let scene = Memo::new(move || {
        let width = size.get().width;
        let theme = app.theme();
        spec.with(|s| {
            let spec = s.as_ref().filter(|_| width > 1.0)?;
            Some(with_look(theme, app.locale.get(), |look| {
                let extent = Size::new(width, histogram::height(spec, width, look));
                histogram::scene(spec, extent, look)
            }))
        })
    });
    let moved = move |event: leptos::ev::PointerEvent| {
        let Some(bounds) = root.get_untracked().map(|r| r.get_bounding_client_rect()) else { return };
        let p = Point::new(
            f64::from(event.client_x()) - bounds.left(),
            f64::from(event.client_y()) - bounds.top(),
        );
        let key = scene.with_untracked(|s| s.as_ref().and_then(|s| crate::view::hit::hit(s, p, 0.0)));
        if app.pointing.get_untracked() != key {
            app.pointing.set(key);
        }
    };
    let drawn = Memo::new(move || scene.with(|s| s.clone().unwrap_or_default()));
    view! {
        <div node_ref=root class="nl-legend" data-part="legend" on:pointermove=act(moved) on:pointerleave=act(move |_| app.pointing.set(None))>
            <Drawing scene=drawn/>
        </div>
    }
}

/// How values become colours, one level down.
#[component]
fn ClassMenu() -> impl IntoView {
    let app = App::get();
    let method = Memo::new(move || app.state.with(|s| s.method));
    let count = Memo::new(move || app.state.with(|s| s.classes));
    let row = move |m: Method| {
        let id = format!("{m:?}").to_lowercase();
        view! {
            <label>
                <input type="radio" name="nl-method" value=id prop:checked=move || method.get() == m
                    on:change=act(move |_| app.state.update(|s| s.method = m))/>
                <span>{text(move || (app.words().method)(m))}<small>{text(move || (app.words().method_explained)(m))}</small></span>
            </label>
        }
    };
    view! {
        <details class="nl-menu" data-part="classes">
            <summary class="nl-button">{text(move || (app.words().method)(method.get()))}</summary>
            <div class="nl-pop">
                <fieldset><legend>{text(move || app.words().map_classes)}</legend>{Method::ALL.into_iter().map(row).collect_view()}</fieldset>
                <fieldset>
                    <legend>{text(move || app.words().number_of_classes)}</legend>
                    <div class="nl-segments" role="group">
                        {(3..=7).map(|n| view! {
                            <button type="button" aria-pressed=attr(move || (count.get() == n).to_string())
                                on:click=act(move |_| app.state.update(|s| s.classes = n))>{n}</button>
                        }).collect_view()}
                    </div>
                </fieldset>
                <p class="nl-muted">{text(move || app.figures().same_scale)}</p>
            </div>
        </details>
    }
}
