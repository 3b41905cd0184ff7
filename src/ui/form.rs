//! Choices: a list to choose from, and a switch.

use std::rc::Rc;

use leptos::prelude::event_target_value;

use super::dom::{El, Node, el, part, text};
use super::signal::Memo;

/// One choice: its value in the form, its text, whether it is taken.
pub type Choice = (String, String, bool);

/// A labelled list to choose from; groups without a name stand by themselves.
pub fn select(
    label: impl FnMut() -> &'static str + 'static,
    part_name: &'static str,
    groups: impl Fn() -> Vec<(String, Vec<Choice>)> + 'static,
    choose: impl Fn(String) + 'static,
) -> El {
    let listed = |(name, choices): (String, Vec<Choice>)| {
        let options: Node = choices.into_iter().map(option).collect();
        if name.is_empty() { options } else { el("optgroup").at("label", name).kid(options).into() }
    };
    el("label").class("nl-small").kid(text(label)).kid(" ").kid(
        el("select")
            .class("nl-select")
            .at("data-part", part_name)
            .on("change", move |event| choose(event_target_value(&event)))
            .kid(part(move || groups().into_iter().map(listed).collect::<Node>())),
    )
}

fn option((value, name, taken): Choice) -> El {
    el("option").at("value", value).at("selected", taken).kid(name)
}

/// Buttons beside each other of which one is taken; each has its value in its part's name.
pub fn segments<T: Copy + PartialEq + Send + Sync + 'static>(
    label: &'static str,
    part_name: &'static str,
    all: &[(&'static str, T)],
    name: impl Fn(T) -> &'static str,
    now: Memo<T>,
    choose: impl Fn(T) + 'static,
) -> El {
    let values: Rc<[T]> = all.iter().map(|one| one.1).collect();
    let named = all.iter().map(|&(code, value)| (format!("{part_name}-{code}"), name(value)));
    let of = values.clone();
    let taken = move || of.iter().position(|value| *value == now.get());
    let choose = move |n| values.get(n).into_iter().for_each(|value: &T| choose(*value));
    buttons(label, named.collect(), Rc::new(taken), Rc::new(choose))
}

/// The same by number, once for all kinds of values.
fn buttons(
    label: &'static str,
    named: Vec<(String, &'static str)>,
    taken: Rc<dyn Fn() -> Option<usize>>,
    choose: Rc<dyn Fn(usize)>,
) -> El {
    let one = |(n, (part, name)): (usize, (String, &'static str))| {
        let (taken, choose) = (taken.clone(), choose.clone());
        el("button")
            .at("type", "button")
            .at("data-part", part)
            .live("aria-pressed", move || (taken() == Some(n)).to_string())
            .on("click", move |_| choose(n))
            .kid(name)
    };
    el("div")
        .class("nl-segments")
        .at("role", "group")
        .at("aria-label", label)
        .kid(named.into_iter().enumerate().map(one).collect::<Node>())
}

/// A button that is on or off.
pub fn switch(
    part_name: &'static str,
    name: impl FnMut() -> &'static str + 'static,
    mut on: impl FnMut() -> bool + 'static,
    turn: impl Fn() + 'static,
) -> El {
    el("button")
        .class("nl-button")
        .at("type", "button")
        .at("data-part", part_name)
        .live("aria-pressed", move || on().to_string())
        .on("click", move |_| turn())
        .kid(text(name))
}
