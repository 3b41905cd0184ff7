//! Motion that explains: from one layout to the next in a quarter of a second.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;

use crate::base::num::clamp;
use crate::ui::signal::{Memo, RwSignal, effect};

use super::context::App;

/// How long a step takes, milliseconds.
const SPAN: f64 = 250.0;

/// How long what has not changed is at rest.
const REST: Duration = Duration::from_millis(150);

/// A signal that walks from the old value of `goal` to the new one; where motion is unwelcome it
/// is there at once. `mix` is the value at `t`, 0–1, on the way.
pub fn tween<T>(app: App, goal: Memo<T>, mix: fn(&T, &T, f64) -> T) -> RwSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = RwSignal::new(goal.get_untracked());
    let steps = Rc::new(Cell::new(0_u32));
    let mut first = true;
    // Not a derivation: where the picture is on its way depends on when it set out.
    effect(move || {
        let to = goal.get();
        if std::mem::take(&mut first) {
            return;
        }
        steps.set(steps.get().wrapping_add(1));
        if app.around.still.get_untracked() {
            shown.set(to);
            return;
        }
        let mine = steps.get();
        walk(Walk { from: shown.get_untracked(), to, mix, shown, steps: steps.clone(), mine, since: None });
    });
    shown
}

/// A signal that follows `goal`, but where `wait` says so only when it has not changed for a moment.
pub fn rested<T>(goal: Memo<T>, wait: fn(&T) -> bool) -> RwSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = RwSignal::new(goal.get_untracked());
    let changes = Rc::new(Cell::new(0_u32));
    effect(move || {
        let to = goal.get();
        changes.set(changes.get().wrapping_add(1));
        if !wait(&to) {
            shown.set(to);
            return;
        }
        let (changes, mine) = (changes.clone(), changes.get());
        set_timeout(
            move || {
                if changes.get() == mine && shown.is_alive() {
                    shown.set(goal.get_untracked());
                }
            },
            REST,
        );
    });
    shown
}

struct Walk<T> {
    from: T,
    to: T,
    mix: fn(&T, &T, f64) -> T,
    shown: RwSignal<T>,
    steps: Rc<Cell<u32>>,
    mine: u32,
    since: Option<f64>,
}

fn walk<T: Clone + PartialEq + Send + Sync + 'static>(mut step: Walk<T>) {
    request_animation_frame(move || {
        // Another step has set out, or the picture is gone.
        if step.steps.get() != step.mine || !step.shown.is_alive() {
            return;
        }
        let now = window().performance().map_or(f64::MAX, |p| p.now());
        let since = *step.since.get_or_insert(now);
        let t = clamp((now - since) / SPAN, 0.0, 1.0);
        // Fast at first, settling at the end.
        let eased = 1.0 - (1.0 - t) * (1.0 - t) * (1.0 - t);
        if t < 1.0 {
            step.shown.set((step.mix)(&step.from, &step.to, eased));
            walk(step);
        } else {
            step.shown.set(step.to.clone());
        }
    });
}
