//! The map's legend: pointing at a class lights its areas, a click or Enter pins them. One tab stop;
//! arrows go from class to class.

use web_sys::{Event, KeyboardEvent};

use crate::analysis::classify::Classes;
use crate::base::{geom::Size, id::AreaId, locale::list};
use crate::ui::context::App;
use crate::ui::dom::{Node, Slot, as_kind, el, many, part, text};
use crate::ui::env::with_look;
use crate::ui::options::option_id;
use crate::ui::picture::{inside, keep_width};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::state::MOST_PINNED;
use crate::ui::svg::drawing;
use crate::ui::unique::unique;
use crate::view::{
    chart::histogram::{self, Histogram},
    hit::hit,
    look::Look,
    scene::{Key, Scene},
    spec::map,
    words::legend::legend as words,
};

use super::subject::{Held, Subject};

/// The areas in the `n`th class in the period shown.
pub fn in_class(subject: Subject, n: usize) -> Vec<AreaId> {
    let all = subject.with(|h| subject.classes.with(|c| in_classes(h, c.as_ref())));
    all.into_iter().nth(n).unwrap_or_default()
}

/// The areas in each class.
fn in_classes(held: &Held, classes: Option<&Classes>) -> Vec<Vec<AreaId>> {
    let (Some(period), Some(classes)) = (held.period, classes) else { return Vec::new() };
    let mut all = vec![Vec::new(); classes.len()];
    for &area in held.shown().areas() {
        if let Ok(value) = held.reading.cell(&held.table, area, period)
            && let Some(class) = all.get_mut(classes.class_of(value.get()))
        {
            class.push(area);
        }
    }
    all
}

/// The legend: classes with counts, the areas' values as ticks.
pub fn legend() -> Node {
    let app = App::get();
    let subject = Subject::get();
    let root = Slot::default();
    let size = RwSignal::new(Size::default());
    keep_width(root, size);
    let spec: Memo<Option<Histogram>> = Memo::new(move || {
        let theme = app.theme();
        subject
            .with(|h| subject.classes.with(|c| Some(map::legend(&h.shown(), c.as_ref()?, h.period?, theme))))
    });
    let drawn = move |draw: &dyn Fn(&Histogram, Size, &Look<'_>) -> Scene| {
        let (width, theme) = (size.get().width, app.theme());
        spec.with(|s| match s.as_ref().filter(|_| width > 1.0) {
            Some(spec) => with_look(theme, app.locale.get(), |look| {
                draw(spec, Size::new(width, histogram::height(spec, width, look)), look)
            }),
            None => Scene::default(),
        })
    };
    let scene = Memo::new(move || drawn(&histogram::scene));
    let pointed = Memo::new(move || app.pointing.get().filter(|key| matches!(key, Key::Class(_))));
    let over = Memo::new(move || {
        let key = pointed.get();
        drawn(&|spec, size, look| histogram::focus(spec, size, look, key))
    });
    let point_at = move |key: Option<Key>| {
        if app.pointing.get_untracked() != key {
            app.pointing.set(key);
        }
    };
    let under = move |event: Event| -> Option<Key> {
        let p = inside(&root.get()?, &as_kind(event), app.around);
        scene.with_untracked(|s| hit(s, p, 0.0))
    };
    let pin = move |key: Option<Key>| {
        if let Some(Key::Class(n)) = key {
            toggle_all(app, &in_class(subject, n));
        }
    };
    let keys = move |event: Event| {
        let event: KeyboardEvent = as_kind(event);
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let last = spec.with_untracked(|s| s.as_ref().map_or(0, |s| s.classes.len())).saturating_sub(1);
        let now = match pointed.get_untracked() {
            Some(Key::Class(n)) => Some(n),
            _ => None,
        };
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => Some(now.map_or(0, |n| (n + 1).min(last))),
            "ArrowLeft" | "ArrowDown" => Some(now.map_or(last, |n| n.saturating_sub(1))),
            "Home" => Some(0),
            "End" => Some(last),
            "Enter" | " " => {
                pin(pointed.get_untracked());
                now
            }
            "Escape" => None,
            _ => return,
        };
        event.prevent_default();
        point_at(to.map(Key::Class));
    };
    let crowded = Memo::new(move || {
        let own = app.state.with(|s| s.own_classes);
        own || subject.steady.with(|h| subject.classes.with(|c| is_crowded(h, c.as_ref())))
    });
    let list = unique();
    let listed = list.clone();
    let active = move || match pointed.get() {
        Some(Key::Class(n)) => Some(option_id(&listed, n)),
        _ => None,
    };
    let options = move || {
        let pinned = app.state.with(|s| s.pinned.clone());
        let classes = subject.calm.with(|h| subject.classes.with(|c| in_classes(h, c.as_ref())));
        // Limits and format are the same in every period: a step of the year alone is no news.
        spec.with_untracked(|spec| {
            let spec = spec.as_ref()?;
            let option = |(n, areas): (usize, Vec<AreaId>)| {
                let held = !areas.is_empty() && areas.iter().all(|a| pinned.contains(a));
                el("div")
                    .class("nl-hidden")
                    .at("role", "option")
                    .at("id", option_id(&list, n))
                    .at("aria-selected", held.to_string())
                    .kid(map::class_told(spec, n, &named(app, &areas), app.locale.get()))
            };
            Some(classes.into_iter().enumerate().map(option).collect::<Node>())
        })
    };
    many()
        .kid(
            el("div")
                .held(root)
                .class("nl-legend")
                .at("tabindex", "0")
                .at("role", "listbox")
                .at("aria-multiselectable", "true")
                .at("data-part", "legend")
                .live("aria-label", move || words(app.locale.get()).name)
                .live("aria-activedescendant", active)
                .on("pointermove", move |event| point_at(under(event)))
                .on("pointerleave", move |_| point_at(None))
                .on("blur", move |_| point_at(None))
                .on("click", move |event| pin(under(event)))
                .on("keydown", keys)
                .kid(drawing(scene, None, ""))
                .kid(drawing(over, None, "nl-over"))
                .kid(el("div").at("role", "presentation").kid(part(options))),
        )
        .kid(el("p").class("nl-small nl-muted").at("data-part", "legend-help").kid(text(move || {
            let w = words(app.locale.get());
            if app.state.with(|s| s.pinned.len() >= MOST_PINNED) {
                return w.is_full.to_owned();
            }
            let span = subject.periods.with(|all| Some((*all.first()?, *all.last()?)));
            let span = span.filter(|(from, to)| from < to);
            let own = subject.period.get().filter(|_| app.state.with(|s| s.own_classes));
            (w.help)(span.map(|all| own.map_or(all, |p| (p, p))))
        })))
        .kid(part(move || {
            crowded.get().then(|| {
                el("button")
                    .class("nl-button")
                    .at("type", "button")
                    .at("data-part", "tell-apart")
                    .live("aria-pressed", move || app.state.with(|s| s.own_classes).to_string())
                    .on("click", move |_| app.state.update(|s| s.own_classes = !s.own_classes))
                    .kid(text(move || {
                        let period = subject.period.get().map(|p| p.to_string()).unwrap_or_default();
                        (words(app.locale.get()).tell_apart)(&period)
                    }))
            })
        }))
}

/// Whether the latest period has three quarters of its areas in one class of the many periods' classes.
fn is_crowded(held: &Held, classes: Option<&Classes>) -> bool {
    let shown = held.shown();
    let all = in_classes(&Held { period: shown.period(None), ..held.clone() }, classes);
    let [mut most, mut sum] = [0, 0];
    for areas in &all {
        most = most.max(areas.len());
        sum += areas.len();
    }
    shown.periods().len() > 1 && sum > all.len() && most * 4 >= sum * 3
}

fn named(app: App, areas: &[AreaId]) -> String {
    let names: Vec<String> = areas.iter().map(|&a| app.name(a)).collect();
    list(app.locale.get(), &names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Pins all of them as far as there is room, or lets all go where all are pinned; says which.
fn toggle_all(app: App, areas: &[AreaId]) {
    if app.fixed.get_untracked().area || areas.is_empty() {
        return;
    }
    let w = words(app.locale.get_untracked());
    let held = app.state.with_untracked(|s| s.pinned.clone());
    let (done, said): (Vec<AreaId>, fn(&str) -> String) = if areas.iter().all(|a| held.contains(a)) {
        (areas.to_vec(), w.unpinned)
    } else {
        (areas.iter().copied().filter(|a| !held.contains(a)).collect(), w.pinned)
    };
    let mut left = Vec::new();
    app.state.update(|s| {
        for &area in &done {
            if !s.toggle(area) {
                left.push(area);
            }
        }
    });
    let done: Vec<AreaId> = done.into_iter().filter(|a| !left.contains(a)).collect();
    let mut spoken = if done.is_empty() { String::new() } else { said(&named(app, &done)) };
    if !left.is_empty() {
        spoken = format!("{spoken} {}", (w.full)(&named(app, &left))).trim().to_owned();
    }
    app.said.set(spoken);
}
