//! Leptos' signals behind one type each.
//!
//! A reactive library in Rust is generic: its whole machinery of nodes, locks and subscriptions is
//! compiled anew for every type of value a signal holds, and again for every closure that looks at
//! one. With some sixty types of values that is a third of the wasm. Here values are kept as
//! `dyn Any`, so all memos share one copy of the machinery, all writable signals another, and only
//! the look at the value knows its type. Names and meanings are Leptos' own.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude as leptos;
use leptos::{Get as _, GetUntracked as _, GetValue as _, Set as _, WithUntracked as _};

use super::dom::Gives;

type Value = Arc<dyn Any + Send + Sync>;

/// The value as what it is. Only [`Memo`] and [`RwSignal`] make values, each of one type.
fn seen<T: 'static>(value: &Value) -> &T {
    match value.downcast_ref() {
        Some(value) => value,
        None => unreachable!("a signal holds the type it was made with"),
    }
}

/// A value with the way to compare it.
#[derive(Clone)]
struct Compared {
    value: Value,
    same: fn(&Value, &Value) -> bool,
}

impl PartialEq for Compared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.value, &other.value) || (self.same)(&self.value, &other.value)
    }
}

fn same<T: PartialEq + 'static>(a: &Value, b: &Value) -> bool {
    seen::<T>(a) == seen::<T>(b)
}

/// A derived value, computed when first looked at and again when what it looked at has changed.
pub struct Memo<T> {
    inner: leptos::Memo<Compared>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A closure that derives a value. A trait of its own, so that no code is made for the ways to call
/// a boxed `Fn` that nobody uses.
trait Derives: Send + Sync {
    fn derive(&self) -> Compared;
}

impl<F: Fn() -> Compared + Send + Sync> Derives for F {
    fn derive(&self) -> Compared {
        self()
    }
}

fn memo(of: Box<dyn Derives>) -> leptos::Memo<Compared> {
    leptos::Memo::new(move |_| of.derive())
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Derives a value from signals.
    pub fn new(of: impl Fn() -> T + Send + Sync + 'static) -> Self {
        let compared = move || Compared { value: Arc::new(of()), same: same::<T> };
        Self { inner: memo(Box::new(compared)), of: PhantomData }
    }

    /// Looks at the value and is told when it changes.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(seen(&self.inner.get().value))
    }

    /// Looks at the value.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(seen(&self.inner.get_untracked().value))
    }

    /// A copy of the value; is told when it changes.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.with_untracked(T::clone)
    }
}

/// A value that can be written. Small values only: a change copies it.
pub struct RwSignal<T> {
    inner: leptos::RwSignal<Value>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for RwSignal<T> {}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// A signal that holds this value.
    pub fn new(value: T) -> Self {
        Self { inner: leptos::RwSignal::new(Arc::new(value)), of: PhantomData }
    }

    /// Looks at the value and is told when it is written.
    pub fn with<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(seen(&self.inner.get()))
    }

    /// Looks at the value.
    pub fn with_untracked<U>(self, look: impl FnOnce(&T) -> U) -> U {
        look(seen(&self.inner.get_untracked()))
    }

    /// A copy of the value; is told when it is written.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// A copy of the value, if its owner is still there.
    pub fn try_get_untracked(self) -> Option<T> {
        self.inner.try_get_untracked().map(|value| seen::<T>(&value).clone())
    }

    /// Writes a value. Nothing happens when its owner is gone.
    pub fn set(self, value: T) {
        write(self.inner, Arc::new(value));
    }

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
    }

    /// Whether its owner is still there.
    pub fn is_alive(self) -> bool {
        self.inner.try_with_untracked(|_| ()).is_some()
    }
}

fn write(signal: leptos::RwSignal<Value>, value: Value) {
    let _ = signal.try_set(value);
}

/// Runs now (after mounting) and again when what it looked at has changed, until its owner is gone.
pub fn effect(run: impl FnMut() + 'static) {
    watch(Box::new(run));
}

fn watch(mut run: Box<dyn Gives<()>>) {
    // Leptos runs an effect once even if its owner is cleaned up before that: what it would look at is gone.
    let owner = leptos::StoredValue::new_local(());
    leptos::Effect::new(move || {
        if owner.try_get_value().is_some() {
            run.give();
        }
    });
}

/// Keeps a value until the current owner is cleaned up, then drops it.
pub fn keep(value: impl Any) {
    let value: Box<dyn Any> = Box::new(value);
    leptos::StoredValue::new_local(value);
}

/// A function that can be handed about like a signal.
pub struct Callback<In, Out = ()> {
    inner: leptos::StoredValue<Value>,
    of: PhantomData<fn(In) -> Out>,
}

impl<In, Out> Clone for Callback<In, Out> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<In, Out> Copy for Callback<In, Out> {}

type Function<In, Out> = Box<dyn Fn(In) -> Out + Send + Sync>;

impl<In: 'static, Out: 'static> Callback<In, Out> {
    /// Keeps the function until the current owner is cleaned up.
    pub fn new(function: impl Fn(In) -> Out + Send + Sync + 'static) -> Self {
        let function: Function<In, Out> = Box::new(function);
        Self { inner: leptos::StoredValue::new(Arc::new(function)), of: PhantomData }
    }

    /// Calls it.
    pub fn run(self, with: In) -> Out {
        let held = self.inner.get_value();
        seen::<Function<In, Out>>(&held)(with)
    }
}
