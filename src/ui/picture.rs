//! What every large picture does: keeps its width, answers pointer and keyboard, shows a tip.
//!
//! A picture is one tab stop, a listbox whose options are its areas. Arrows move, letters jump
//! to a name, Enter or Space pins, Escape lets go. Options are hidden text; sight is the scene.

use crate::base::locale::lower;
use crate::base::num::clamp;
use crate::ui::dom::{El, Node, Slot, as_kind, el, part};
use crate::ui::signal::{Callback, Memo, RwSignal, effect};
use crate::ui::unique::unique;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, KeyboardEvent, PointerEvent, ResizeObserver, ResizeObserverEntry};

use crate::base::{
    geom::{Point, Size},
    id::AreaId,
};
use crate::view::{
    hit::{Direction, along, next},
    scene::{Key, Scene, Target},
};

use super::context::App;
use super::env::Surroundings;
use super::options::{option_id, options};

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
    /// Left and right go to the next area along, up and down to the next one above or below, however
    /// far to the side it lies.
    Sorted,
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
    pub arrows: Memo<Arrows>,
    /// Steps the year: −1 or +1.
    pub step: Callback<i32>,
    /// What is at this point of the picture.
    pub find: Callback<Point, Option<Key>>,
}

/// The picture around its layers.
pub fn picture(play: Play, layers: Node) -> El {
    let app = App::get();
    let root = Slot::default();
    let mine = RwSignal::new(false);
    let (mut typed, mut typed_at) = (String::new(), 0.0_f64);
    keep_width(root, play.size);
    if let Some(Shot(shot)) = leptos::prelude::use_context() {
        shot.set(Some(play.scene));
    }

    let key = Memo::new(move || app.pointing.get());
    let active_area = move || key.get().and_then(Key::area);
    let place =
        move |event: &PointerEvent| -> Option<Point> { Some(inside(&root.get()?, event, app.around)) };
    let under = move |event: &PointerEvent| place(event).and_then(|p| play.find.run(p));
    let point_at = move |key: Option<Key>| {
        if app.pointing.get_untracked() != key {
            app.pointing.set(key);
        }
    };
    let moved = move |event: Event| {
        let event: PointerEvent = as_kind(event);
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
    let pressed = move |event: Event| {
        let event: PointerEvent = as_kind(event);
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
    let keys = move |event: Event| {
        let event: KeyboardEvent = as_kind(event);
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
                if !had && let Some(element) = root.of::<web_sys::HtmlElement>() {
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
                let wanted = lower(&typed);
                let found = play.items.with_untracked(|items| {
                    items.iter().find(|i| lower(&i.name).starts_with(&wanted)).map(|i| i.area)
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
        let by_keys = root.get().is_some_and(|r| r.matches(":focus-visible").unwrap_or(false));
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
    let named = unique();
    let list = named.clone();
    el("div")
        .class("nl-picture")
        .held(root)
        .at("tabindex", "0")
        .at("role", "listbox")
        .at("aria-multiselectable", "true")
        .at("data-part", play.part)
        .live("aria-label", move || play.label.get())
        .live("aria-activedescendant", move || active_area().map(|area| option_id(&list, area.index())))
        .style("height", height)
        .on("pointermove", moved)
        .on("pointerleave", left)
        .on("pointerup", pressed)
        .on("keydown", keys)
        .on("focus", entered)
        .on("blur", gone)
        .kid(el("div").at("aria-hidden", "true").kid(layers))
        .kid(options(app, named, play.items))
        .kid(part(move || mine.get().then(|| tip_at(play, key.get()?)).flatten()))
}

fn arrow(play: Play, current: Option<AreaId>, way: Direction, go: &impl Fn(AreaId)) {
    let across = matches!(way, Direction::Left | Direction::Right);
    let arrows = play.arrows.get_untracked();
    if arrows == Arrows::Lines && across {
        play.step.run(if way == Direction::Left { -1 } else { 1 });
        return;
    }
    let found = match (arrows, current) {
        (Arrows::Around, Some(area)) => {
            play.scene.with_untracked(|scene| next(&scene.targets, Key::Area(area), way)).and_then(Key::area)
        }
        (Arrows::Sorted, Some(area)) => {
            play.scene.with_untracked(|scene| along(&scene.targets, Key::Area(area), way)).and_then(Key::area)
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

fn tip_at(play: Play, key: Key) -> Option<El> {
    let said = play.tip.run(key)?;
    let target: Target = play.scene.with(|scene| {
        let exact = scene.targets.iter().find(|t| t.key == key);
        exact.or_else(|| scene.targets.iter().find(|t| t.key.area() == key.area())).copied()
    })?;
    let (width, height) = (play.size.get().width, play.height.get());
    // Half a tip's widest from either edge keeps it inside.
    let left = if width > 300.0 { clamp(target.at.x, 140.0, width - 140.0) } else { width / 2.0 };
    let mut top = target.at.y;
    let mut below = top < 110.0;
    // A line goes on to both sides of its point: the tip stands in the other half of the picture.
    if width > 600.0 && play.arrows.get_untracked() == Arrows::Lines {
        below = top > height / 2.0;
        top = if below { 0.0 } else { height - 40.0 };
    }
    Some(
        el("div")
            .class(if below { "nl-tip nl-below" } else { "nl-tip" })
            .at("aria-hidden", "true")
            .style("left", move || format!("{left}px"))
            .style("top", move || format!("{top}px"))
            .kid(el("strong").kid(said.title))
            .kid(el("span").class("nl-num").kid(said.value))
            .kid(said.lines.into_iter().map(|line| el("span").kid(line)).collect::<Node>()),
    )
}

/// Where in the element the pointer is, px of layout.
pub fn inside(element: &web_sys::Element, event: &PointerEvent, around: Surroundings) -> Point {
    let (bounds, scale) = (element.get_bounding_client_rect(), around.scale.get_untracked());
    let on_screen = |at: i32, edge: f64| (f64::from(at) - edge) / scale;
    Point::new(on_screen(event.client_x(), bounds.left()), on_screen(event.client_y(), bounds.top()))
}

/// Writes the element's width into `size` whenever it changes, px of layout.
pub fn keep_width(root: Slot, size: RwSignal<Size>) {
    keep_size(root, move |now| {
        if (size.get_untracked().width - now.width).abs() > 0.4 {
            size.update(|s| s.width = now.width);
        }
    });
}

/// Tells the element's extent whenever it changes, px of layout.
pub fn keep_size(root: Slot, told: impl Fn(Size) + Clone + 'static) {
    // Held by the effect, which goes with its owner.
    let mut _watching = None;
    effect(move || {
        let Some(element) = root.get() else { return };
        _watching = Watch::new(&element, told.clone());
    });
}

/// A ResizeObserver that lets go when dropped.
struct Watch {
    observer: ResizeObserver,
    _told: Closure<dyn FnMut(Vec<ResizeObserverEntry>)>,
}

impl Watch {
    fn new(element: &web_sys::Element, told: impl Fn(Size) + 'static) -> Option<Self> {
        let closure =
            Closure::<dyn FnMut(Vec<ResizeObserverEntry>)>::new(move |entries: Vec<ResizeObserverEntry>| {
                if let Some(bounds) = entries.first().map(ResizeObserverEntry::content_rect) {
                    told(Size::new(bounds.width(), bounds.height()));
                }
            });
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
