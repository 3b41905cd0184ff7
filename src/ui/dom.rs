//! The page as elements, all of one type.
//!
//! Leptos' own elements are generic over tag, attributes and children, so that every element of a
//! page is a type of its own with its own copy of building, rebuilding, mounting and unmounting. For
//! this page that was a tenth of the wasm. A [`Node`] is plain data instead, built once by the code
//! below; what moves in it are Leptos' effects, and owners clean up after it as ever.
//!
//! ```text
//! el("button").class("nl-button").live("aria-pressed", move || on.get().to_string())
//!     .on("click", move |_| on.set(!on.get_untracked())).kid(text(move || name.get()))
//! ```
//!
//! Invariant: attributes and text only; no markup is ever parsed, no `style` attribute written.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::mount::{UnmountHandle, mount_to};
use leptos::prelude::{GetValue as _, LocalStorage, RenderEffect, SetValue as _, StoredValue, document};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::env::Listener;

/// A part of the page, not yet built.
#[derive(Default)]
pub enum Node {
    /// Nothing.
    #[default]
    None,
    /// Text that stays.
    Text(String),
    /// Text that changes.
    Live(Box<dyn Gives<String>>),
    /// A part that is built anew when what it looked at changes.
    Part(Box<dyn Gives<Node>>),
    /// Parts beside each other.
    Many(Vec<Node>),
    /// An element.
    El(El),
}

/// A closure that gives something whenever it is asked.
///
/// What `FnMut` is, without its way to be called for the last time: hundreds of closures stand
/// behind these boxes, and each would bring code for a call that nobody makes.
pub trait Gives<T> {
    /// Asks it.
    fn give(&mut self) -> T;
}

impl<T, F: FnMut() -> T> Gives<T> for F {
    fn give(&mut self) -> T {
        self()
    }
}

/// A closure that answers an event; see [`Gives`].
trait Answers {
    fn answer(&mut self, event: Event);
}

impl<F: FnMut(Event)> Answers for F {
    fn answer(&mut self, event: Event) {
        self(event);
    }
}

/// An element, not yet built. One pointer, since it is handed on at every word said of it.
pub struct El(Box<Plan>);

/// What an element will be.
struct Plan {
    tag: &'static str,
    attributes: Vec<(&'static str, Value)>,
    listeners: Vec<Listening>,
    held: Option<Slot>,
    kids: Vec<Node>,
}

type Listening = (&'static str, Box<dyn Answers>);

enum Value {
    Fixed(String),
    Attribute(Box<dyn Gives<Option<String>>>),
    Field(Box<dyn Gives<String>>),
    Box(Box<dyn Gives<bool>>),
    Style(Box<dyn Gives<String>>),
}

/// An element with this tag; the tags of SVG are made as SVG.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Plan { tag, attributes: Vec::new(), listeners: Vec::new(), held: None, kids: Vec::new() }))
}

/// A text that changes.
pub fn text<T: Into<String>>(mut of: impl FnMut() -> T + 'static) -> Node {
    Node::Live(Box::new(move || of().into()))
}

/// A part of the page that changes.
pub fn part<V: Into<Node>>(mut of: impl FnMut() -> V + 'static) -> Node {
    Node::Part(Box::new(move || of().into()))
}

/// Parts beside each other, to be added with [`Node::kid`].
pub fn many() -> Node {
    Node::Many(Vec::new())
}

impl Node {
    /// Adds a part after these.
    #[inline(never)]
    pub fn kid(self, kid: impl Into<Node>) -> Self {
        self.beside(kid.into())
    }

    #[inline(never)]
    fn beside(self, kid: Self) -> Self {
        let mut all = match self {
            Self::Many(all) => all,
            other => vec![other],
        };
        all.push(kid);
        Self::Many(all)
    }
}

impl El {
    /// The classes.
    #[inline(never)]
    pub fn class(self, names: impl Into<String>) -> Self {
        self.at("class", names.into())
    }

    /// An attribute that stays; `None` leaves it out.
    #[inline(never)]
    pub fn at(self, name: &'static str, value: impl IntoAttribute) -> Self {
        match value.into_attribute() {
            Some(value) => self.with(name, Value::Fixed(value)),
            None => self,
        }
    }

    #[inline(never)]
    fn with(mut self, name: &'static str, value: Value) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    /// An attribute that changes; `None` takes it off.
    pub fn live<A: IntoAttribute>(self, name: &'static str, mut of: impl FnMut() -> A + 'static) -> Self {
        self.with(name, Value::Attribute(Box::new(move || of().into_attribute())))
    }

    /// The value of a field, which changes.
    pub fn value(self, of: impl FnMut() -> String + 'static) -> Self {
        self.with("value", Value::Field(Box::new(of)))
    }

    /// Whether a box is ticked, which changes.
    pub fn checked(self, of: impl FnMut() -> bool + 'static) -> Self {
        self.with("checked", Value::Box(Box::new(of)))
    }

    /// A style property that changes. Goes through the object model, which content policies allow.
    pub fn style(self, name: &'static str, of: impl FnMut() -> String + 'static) -> Self {
        self.with(name, Value::Style(Box::new(of)))
    }

    /// Answers an event.
    pub fn on(self, name: &'static str, answer: impl FnMut(Event) + 'static) -> Self {
        self.heard(name, Box::new(answer))
    }

    #[inline(never)]
    fn heard(mut self, name: &'static str, answer: Box<dyn Answers>) -> Self {
        self.0.listeners.push((name, answer));
        self
    }

    /// Can be reached through `held` once it is built.
    pub fn held(mut self, held: Slot) -> Self {
        self.0.held = Some(held);
        self
    }

    /// Adds what stands inside.
    #[inline(never)]
    pub fn kid(self, kid: impl Into<Node>) -> Self {
        self.holding(kid.into())
    }

    #[inline(never)]
    fn holding(mut self, kid: Node) -> Self {
        self.0.kids.push(kid);
        self
    }
}

impl From<El> for Node {
    fn from(el: El) -> Self {
        Self::El(el)
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<N: Into<Node>> From<Option<N>> for Node {
    fn from(node: Option<N>) -> Self {
        node.map_or(Self::None, Into::into)
    }
}

impl<N: Into<Node>> FromIterator<N> for Node {
    fn from_iter<I: IntoIterator<Item = N>>(nodes: I) -> Self {
        let mut nodes = nodes.into_iter();
        gather(&mut || nodes.next().map(Into::into))
    }
}

/// All there are, by one loop for every kind of list.
#[inline(never)]
fn gather(next: &mut dyn Gives<Option<Node>>) -> Node {
    let mut all = Vec::new();
    while let Some(node) = next.give() {
        all.push(node);
    }
    Node::Many(all)
}

/// What an attribute can be made from.
pub trait IntoAttribute {
    /// The attribute's text, or none.
    fn into_attribute(self) -> Option<String>;
}

impl IntoAttribute for String {
    fn into_attribute(self) -> Option<String> {
        Some(self)
    }
}

impl IntoAttribute for &str {
    fn into_attribute(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl IntoAttribute for bool {
    fn into_attribute(self) -> Option<String> {
        self.then(String::new)
    }
}

impl<A: IntoAttribute> IntoAttribute for Option<A> {
    fn into_attribute(self) -> Option<String> {
        self.and_then(A::into_attribute)
    }
}

/// An event as the kind it is: the name listened to decides it.
pub fn as_kind<E: JsCast>(event: Event) -> E {
    event.unchecked_into()
}

/// A place for an element that is built later.
#[derive(Clone, Copy)]
pub struct Slot(StoredValue<Option<web_sys::Element>, LocalStorage>);

impl Default for Slot {
    fn default() -> Self {
        Self(StoredValue::new_local(None))
    }
}

impl Slot {
    /// The element, once it is built and until it is gone.
    pub fn get(self) -> Option<web_sys::Element> {
        self.0.try_get_value().flatten()
    }

    /// The element as what its tag makes it.
    pub fn of<E: JsCast>(self) -> Option<E> {
        self.get().map(JsCast::unchecked_into)
    }
}

/// A built page; dropping it takes it off and gives everything back.
pub struct Mounted {
    built: Option<Built>,
    _owner: UnmountHandle<web_sys::Comment>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(built) = self.built.take() {
            built.remove();
        }
    }
}

/// Builds a page at the end of `root`.
pub fn mount(root: &web_sys::HtmlElement, page: impl FnOnce() -> Node + 'static) -> Mounted {
    let slot = Rc::new(RefCell::new(None));
    let (parent, into) = (root.clone(), slot.clone());
    let owner = mount_to(root.clone(), move || {
        *into.borrow_mut() = Some(build(page(), &parent, None));
    });
    let built = slot.borrow_mut().take();
    Mounted { built, _owner: owner }
}

/// What stands on the page and keeps it moving.
enum Built {
    Leaf { node: web_sys::Node, _moves: Option<RenderEffect<()>> },
    Part { mark: web_sys::Node, moves: RenderEffect<Option<Built>> },
    Many(Vec<Built>),
    El { node: web_sys::Node, _moves: Vec<RenderEffect<()>>, _listeners: Vec<Listener>, kids: Vec<Built> },
}

impl Built {
    /// Takes it off the page.
    fn remove(self) {
        match self {
            Self::Leaf { node, .. } => detach(&node),
            Self::El { node, kids, .. } => {
                detach(&node);
                kids.into_iter().for_each(Self::still);
            }
            Self::Many(all) => all.into_iter().for_each(Self::remove),
            Self::Part { mark, moves } => {
                if let Some(built) = moves.take_value().flatten() {
                    built.remove();
                }
                detach(&mark);
            }
        }
    }

    /// Lets nothing in it move. Dropping is not enough: a part's task holds what the part has built until
    /// it ends, and that would look at what its owners have given back.
    fn still(self) {
        match self {
            Self::Leaf { .. } => {}
            Self::El { kids: all, .. } | Self::Many(all) => all.into_iter().for_each(Self::still),
            Self::Part { moves, .. } => moves.take_value().flatten().into_iter().for_each(Self::still),
        }
    }
}

fn detach(node: &web_sys::Node) {
    if let Some(parent) = node.parent_node() {
        let _ = parent.remove_child(node);
    }
}

/// Adds to `parent`, before `mark` or at its end.
fn place(node: &web_sys::Node, parent: &web_sys::Node, mark: Option<&web_sys::Node>) {
    let _ = parent.insert_before(node, mark);
}

fn build(node: Node, parent: &web_sys::Node, before: Option<&web_sys::Node>) -> Built {
    match node {
        Node::None => Built::Many(Vec::new()),
        Node::Many(all) => {
            let mut built = Vec::with_capacity(all.len());
            for node in all {
                built.push(build(node, parent, before));
            }
            Built::Many(built)
        }
        Node::Text(text) => {
            let node: web_sys::Node = document().create_text_node(&text).into();
            place(&node, parent, before);
            Built::Leaf { node, _moves: None }
        }
        Node::Live(mut of) => {
            let node: web_sys::Node = document().create_text_node("").into();
            place(&node, parent, before);
            let told = node.clone();
            let mut shown = String::new();
            let moves = RenderEffect::new(boxed(move || {
                let now = of.give();
                if now != shown {
                    told.set_node_value(Some(&now));
                    shown = now;
                }
            }));
            Built::Leaf { node, _moves: Some(moves) }
        }
        Node::Part(mut of) => {
            let mark: web_sys::Node = document().create_comment("").into();
            place(&mark, parent, before);
            let end = mark.clone();
            let moves = RenderEffect::new(move |old: Option<Option<Built>>| {
                if let Some(old) = old.flatten() {
                    old.remove();
                }
                let node = of.give();
                Some(build(node, &end.parent_node()?, Some(&end)))
            });
            Built::Part { mark, moves }
        }
        Node::El(el) => element(*el.0, parent, before),
    }
}

/// One type for all effects that give no value.
fn boxed(mut run: impl FnMut() + 'static) -> Box<dyn FnMut(Option<()>)> {
    Box::new(move |_| run())
}

fn element(el: Plan, parent: &web_sys::Node, before: Option<&web_sys::Node>) -> Built {
    let element = match create(el.tag) {
        Ok(element) => element,
        // Every tag is one of ours: a document that refuses it is broken, and half a page is worse
        // than the message that a panic leads to.
        Err(_) => unreachable!("the document makes no <{}>", el.tag),
    };
    let node: web_sys::Node = element.clone().into();
    let mut kids = Vec::with_capacity(el.kids.len());
    for kid in el.kids {
        kids.push(build(kid, &node, None));
    }
    let mut moves = Vec::new();
    for (name, value) in el.attributes {
        moves.extend(attribute(&element, name, value));
    }
    let mut listeners = Vec::with_capacity(el.listeners.len());
    for (name, mut answer) in el.listeners {
        listeners.push(Listener::new(element.clone().into(), name, move |event| answer.answer(event)));
    }
    if let Some(held) = el.held {
        held.0.set_value(Some(element));
    }
    place(&node, parent, before);
    Built::El { node, _moves: moves, _listeners: listeners, kids }
}

fn create(tag: &str) -> Result<web_sys::Element, JsValue> {
    match tag {
        "svg" | "defs" | "pattern" | "path" | "rect" | "circle" => {
            document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag)
        }
        _ => document().create_element(tag),
    }
}

/// Writes an attribute, now and when it changes. Writing only fails for names that are none.
fn attribute(element: &web_sys::Element, name: &'static str, value: Value) -> Option<RenderEffect<()>> {
    let element = element.clone();
    let run = match value {
        Value::Fixed(value) => {
            let _ = element.set_attribute(name, &value);
            return None;
        }
        Value::Attribute(mut of) => {
            let mut shown = None;
            boxed(move || {
                let now = of.give();
                if now != shown {
                    let _ = match &now {
                        Some(value) => element.set_attribute(name, value),
                        None => element.remove_attribute(name),
                    };
                    shown = now;
                }
            })
        }
        Value::Field(mut of) => {
            let field: web_sys::HtmlInputElement = element.unchecked_into();
            boxed(move || field.set_value(&of.give()))
        }
        Value::Box(mut of) => {
            let field: web_sys::HtmlInputElement = element.unchecked_into();
            boxed(move || field.set_checked(of.give()))
        }
        Value::Style(mut of) => {
            let style = element.unchecked_into::<web_sys::HtmlElement>().style();
            boxed(move || {
                let _ = style.set_property(name, &of.give());
            })
        }
    };
    Some(RenderEffect::new(run))
}
