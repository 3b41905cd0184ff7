//! A picture whose targets are walked one by one: arrows move, Enter or a click opens, Escape lets
//! go. What is reached by keyboard is said aloud.

use web_sys::{Event, KeyboardEvent};

use crate::view::{
    hit::{Direction, next},
    scene::Key,
};

use super::chart::canvas_layers;
use super::context::App;
use super::dom::{El, Slot, as_kind, el};
use super::picture::{inside, keep_width};
use super::plot::Plot;
use super::signal::Callback;

/// How such a picture takes part.
#[derive(Clone, Copy)]
pub struct Walk {
    /// Name in the DOM.
    pub part: &'static str,
    /// What is shown.
    pub plot: Plot,
    /// What is said of a target. The keyboard begins at the first of which more than a name is said.
    pub said: Callback<Key, Vec<String>>,
    /// Opens a target.
    pub open: Callback<Key>,
}

/// The picture.
pub fn walk(walk: Walk) -> El {
    let app = App::get();
    let root = Slot::default();
    let Walk { plot, said, open, .. } = walk;
    keep_width(root, plot.size);
    let point_at = move |key: Option<Key>| {
        if app.pointing.get_untracked() != key {
            app.pointing.set(key);
        }
    };
    let under = move |event: Event| -> Option<Key> {
        plot.find.run(inside(&root.get()?, &as_kind(event), app.around))
    };
    let keys = move |event: Event| {
        let event: KeyboardEvent = as_kind(event);
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let way = match event.key().as_str() {
            "ArrowUp" => Direction::Up,
            "ArrowDown" => Direction::Down,
            "ArrowLeft" => Direction::Left,
            "ArrowRight" => Direction::Right,
            "Enter" | " " => {
                event.prevent_default();
                if let Some(key) = app.pointing.get_untracked() {
                    open.run(key);
                }
                return;
            }
            "Escape" => {
                point_at(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        let to = plot.scene.with_untracked(|s| match app.pointing.get_untracked() {
            Some(key) => next(&s.targets, key, way),
            None => s.targets.iter().map(|t| t.key).find(|&k| said.run(k).len() > 1),
        });
        if let Some(key) = to {
            point_at(to);
            let spoken = said.run(key);
            if !spoken.is_empty() {
                // An abbreviation at the end of a line brings its own full stop.
                let lines: Vec<&str> = spoken.iter().map(|line| line.trim_end_matches('.')).collect();
                app.said.set(lines.join(". "));
            }
        }
    };
    el("div")
        .class("nl-picture nl-walk")
        .held(root)
        .at("tabindex", "0")
        .at("role", "application")
        .at("data-part", walk.part)
        .live("aria-label", move || plot.scene.with(|s| s.title.clone()))
        .style("height", move || format!("{}px", plot.height.get()))
        .on("pointermove", move |event| point_at(under(event)))
        .on("pointerleave", move |_| point_at(None))
        .on("blur", move |_| point_at(None))
        .on("click", move |event| {
            if let Some(key) = under(event) {
                open.run(key);
            }
        })
        .on("keydown", keys)
        .kid(el("div").at("aria-hidden", "true").kid(canvas_layers(plot.scene, plot.over)))
}
