//! What every large picture does: keeps its width, answers pointer and keyboard, shows a tip.
//!
//! A picture is one tab stop, a listbox whose options are its areas. Arrows move, letters jump
//! to a name, Enter or Space pins, Escape lets go. Options are hidden text; sight is the scene.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::{Callback, Memo, RwSignal, effect};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::ResizeObserver;

use crate::base::{
    geom::{Point, Size},
    id::AreaId,
};
use crate::view::{
    hit::{Direction, next},
    scene::{Key, Scene, Target},
};

use super::context::App;

/// One area among the options.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The area.
    pub area: AreaId,
    /// Its name.
    pub name: String,
    /// Name and value as read aloud.
    pub label: String,
}

/// What a tip says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tip {
    /// Whom it is about.
    pub title: String,
    /// The value, large.
    pub value: String,
    /// More lines.
    pub lines: Vec<String>,
}

/// What the arrow keys do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrows {
    /// Every arrow moves to the nearest area in that direction.
    Around,
    /// Up and down move between areas; left and right belong to the year.
    Lines,
}

/// Where a host wants to know the picture that is shown; each picture writes itself here.
#[derive(Clone, Copy)]
pub struct Shot(pub RwSignal<Option<Memo<Scene>>>);

/// How a picture takes part.
#[derive(Clone, Copy)]
pub struct Play {
    /// Name in the DOM: `map`, `ranking`, `time`.
    pub part: &'static str,
    /// The picture writes its width here; the height follows from what is shown.
    pub size: RwSignal<Size>,
    /// Height in CSS px.
    pub height: Memo<f64>,
    /// The picture.
    pub scene: Memo<Scene>,
    /// The areas, in the order arrows walk them.
    pub items: Memo<Vec<Item>>,
    /// Name of the picture.
    pub label: Memo<String>,
    /// What the tip at this key says.
    pub tip: Callback<Key, Option<Tip>>,
    /// What the arrow keys do.
    pub arrows: Arrows,
    /// Steps the year: −1 or +1.
    pub step: Callback<i32>,
    /// What is at this point of the picture.
    pub find: Callback<Point, Option<Key>>,
}

/// The picture around its layers.
#[component]
pub fn Picture(play: Play, children: Children) -> impl IntoView {
    let app = App::get();
    let root = NodeRef::<html::Div>::new();
    let mine = RwSignal::new(false);
    let (mut typed, mut typed_at) = (String::new(), 0.0_f64);
    keep_width(root, play.size);
    if let Some(Shot(shot)) = use_context() {
        shot.set(Some(play.scene));
    }

    let key = Memo::new(move || app.pointing.get());
    let active_area = move || key.get().and_then(Key::area);
    let option_id = move |area: AreaId| format!("nl-{}-{}", play.part, area.index());
    let place = move |event: &ev::PointerEvent| -> Option<Point> {
        let bounds = root.get_untracked()?.get_bounding_client_rect();
        Some(Point::new(
            f64::from(event.client_x()) - bounds.left(),
            f64::from(event.client_y()) - bounds.top(),
        ))
    };
    let under = move |event: &ev::PointerEvent| place(event).and_then(|p| play.find.run(p));
    let point_at = move |key: Option<Key>| {
        if app.pointing.get_untracked() != key {
            app.pointing.set(key);
        }
    };
    let moved = move |event: ev::PointerEvent| {
        let found = under(&event);
        mine.set(found.is_some());
        point_at(found);
    };
    let left = move |_| {
        if mine.get_untracked() {
            mine.set(false);
            point_at(None);
        }
    };
    let pressed = move |event: ev::PointerEvent| {
        if event.button() == 0
            && let Some(area) = under(&event).and_then(Key::area)
        {
            app.toggle(area);
        }
    };
    let go = move |area: AreaId| {
        mine.set(true);
        point_at(Some(Key::Area(area)));
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let name = event.key();
        let current = key.get_untracked().and_then(Key::area);
        let handled = match name.as_str() {
            "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" => {
                let way = match name.as_str() {
                    "ArrowUp" => Direction::Up,
                    "ArrowDown" => Direction::Down,
                    "ArrowLeft" => Direction::Left,
                    _ => Direction::Right,
                };
                arrow(play, current, way, &go);
                true
            }
            "Home" | "End" => {
                let area = play.items.with_untracked(|items| {
                    let item = if name == "Home" { items.first() } else { items.last() };
                    item.map(|i| i.area)
                });
                area.inspect(|&a| go(a));
                true
            }
            "Enter" | " " => {
                current.inspect(|&area| app.toggle(area));
                true
            }
            "Escape" => {
                let had = current.is_some();
                point_at(None);
                if !had && let Some(element) = root.get_untracked() {
                    let _ = element.blur();
                }
                true
            }
            letter if letter.chars().count() == 1 => {
                let now = event.time_stamp();
                if now - typed_at > 900.0 {
                    typed.clear();
                }
                typed.push_str(letter);
                typed_at = now;
                let wanted = typed.to_lowercase();
                let found = play.items.with_untracked(|items| {
                    items.iter().find(|i| i.name.to_lowercase().starts_with(&wanted)).map(|i| i.area)
                });
                found.inspect(|&a| go(a));
                true
            }
            _ => false,
        };
        if handled {
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let entered = move |_| {
        // Coming in by keyboard shows where one is at once.
        let by_keys = root.get_untracked().is_some_and(|r| r.matches(":focus-visible").unwrap_or(false));
        if by_keys && key.get_untracked().and_then(Key::area).is_none() {
            let first = play.items.with_untracked(|items| items.first().map(|i| i.area));
            first.inspect(|&a| go(a));
        }
    };
    let gone = move |_| {
        mine.set(false);
        point_at(None);
    };
    let height = move || format!("{}px", play.height.get());
    view! {
        <div class="nl-picture" node_ref=root tabindex="0" role="listbox" aria-multiselectable="true" data-part=play.part
            aria-label=attr(move || play.label.get()) aria-activedescendant=attr(move || active_area().map(option_id))
            style:height=height on:pointermove=act(moved) on:pointerleave=act(left) on:pointerup=act(pressed) on:keydown=act(keys)
            on:focus=act(entered) on:blur=act(gone)>
            <div aria-hidden="true">{children()}</div>
            <For each=move || play.items.with(|items| items.iter().map(|i| i.area).collect::<Vec<_>>()) key=|area| *area let(area)>
                <div class="nl-hidden" role="option" id=option_id(area)
                    aria-selected=attr(move || app.state.with(|s| s.pin_of(area).is_some()).to_string())>
                    {text(move || label_of(play, area))}
                </div>
            </For>
            {part(move || mine.get().then(|| tip_at(play, key.get()?)).flatten())}
        </div>
    }
}

fn label_of(play: Play, area: AreaId) -> String {
    play.items
        .with(|items| items.iter().find(|i| i.area == area).map(|i| i.label.clone()).unwrap_or_default())
}

fn arrow(play: Play, current: Option<AreaId>, way: Direction, go: &impl Fn(AreaId)) {
    let across = matches!(way, Direction::Left | Direction::Right);
    if play.arrows == Arrows::Lines && across {
        play.step.run(if way == Direction::Left { -1 } else { 1 });
        return;
    }
    let found = match (play.arrows, current) {
        (Arrows::Around, Some(area)) => {
            play.scene.with_untracked(|scene| next(&scene.targets, Key::Area(area), way)).and_then(Key::area)
        }
        (Arrows::Lines, Some(area)) => play.items.with_untracked(|items| {
            let at = items.iter().position(|i| i.area == area)?;
            let to = if way == Direction::Up { at.checked_sub(1)? } else { at + 1 };
            items.get(to).map(|i| i.area)
        }),
        (_, None) => play.items.with_untracked(|items| items.first().map(|i| i.area)),
    };
    found.inspect(|&a| go(a));
}

fn tip_at(play: Play, key: Key) -> Option<impl IntoView> {
    let said = play.tip.run(key)?;
    let target: Target = play.scene.with(|scene| {
        let exact = scene.targets.iter().find(|t| t.key == key);
        exact.or_else(|| scene.targets.iter().find(|t| t.key.area() == key.area())).copied()
    })?;
    let width = play.size.get().width;
    // Half a tip's widest from either edge keeps it inside.
    let left = if width > 300.0 { target.at.x.clamp(140.0, width - 140.0) } else { width / 2.0 };
    let below = target.at.y < 110.0;
    Some(view! {
        <div class="nl-tip" class:nl-below=below aria-hidden="true" style:left=format!("{left}px") style:top=format!("{}px", target.at.y)>
            <strong>{said.title}</strong>
            <span class="nl-num">{said.value}</span>
            {said.lines.into_iter().map(|line| view! { <span>{line}</span> }).collect_view()}
        </div>
    })
}

/// Writes the element's width into `size` whenever it changes.
pub fn keep_width(root: NodeRef<html::Div>, size: RwSignal<Size>) {
    // Held by the effect, which goes with its owner.
    let mut _watching = None;
    effect(move || {
        let Some(element) = root.get() else { return };
        _watching = Watch::new(&element, move |width| {
            if (size.get_untracked().width - width).abs() > 0.4 {
                size.update(|s| s.width = width);
            }
        });
    });
}

/// A ResizeObserver that lets go when dropped.
struct Watch {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut()>,
}

impl Watch {
    fn new(element: &web_sys::Element, told: impl Fn(f64) + 'static) -> Option<Self> {
        let watched = element.clone();
        let closure = Closure::<dyn FnMut()>::new(move || told(watched.get_bounding_client_rect().width()));
        let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _told: closure })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
