//! Closures of a view behind one type each.
//!
//! Every closure has a type of its own, and the view library compiles its machinery anew for each
//! type it meets: boxed, all texts of the page share one copy, all attributes another. This is
//! most of the difference between a large and a small wasm.

use leptos::prelude::*;

/// A text that changes.
pub type TextFn = Box<dyn FnMut() -> String + Send>;

/// A part of the page that changes.
pub type PartFn = Box<dyn FnMut() -> AnyView + Send>;

/// An attribute that changes; `None` takes it off.
pub type AttrFn = Box<dyn FnMut() -> Option<String> + Send>;

/// A text that changes.
pub fn text<T: Into<String>>(mut of: impl FnMut() -> T + Send + 'static) -> TextFn {
    Box::new(move || of().into())
}

/// A part of the page that changes.
pub fn part<V: IntoAny>(mut of: impl FnMut() -> V + Send + 'static) -> PartFn {
    Box::new(move || of().into_any())
}

/// An attribute that changes.
pub fn attr<A: IntoAttr>(mut of: impl FnMut() -> A + Send + 'static) -> AttrFn {
    Box::new(move || of().into_attr())
}

/// What answers an event.
pub fn act<E: 'static>(answer: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(answer)
}

/// What an attribute can be made from.
pub trait IntoAttr {
    /// The attribute's text, or none.
    fn into_attr(self) -> Option<String>;
}

impl IntoAttr for String {
    fn into_attr(self) -> Option<String> {
        Some(self)
    }
}

impl IntoAttr for &str {
    fn into_attr(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl<A: IntoAttr> IntoAttr for Option<A> {
    fn into_attr(self) -> Option<String> {
        self.and_then(A::into_attr)
    }
}
