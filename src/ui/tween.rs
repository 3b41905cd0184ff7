//! Motion that explains: from one layout to the next in a quarter of a second.

use leptos::prelude::*;

use super::context::App;

/// How long a step takes, milliseconds.
const SPAN: f64 = 250.0;

/// A signal that walks from the old value of `goal` to the new one; where motion is unwelcome it
/// is there at once. `mix` is the value at `t`, 0–1, on the way.
pub fn tween<T>(app: App, goal: Memo<T>, mix: fn(&T, &T, f64) -> T) -> RwSignal<T>
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    let shown = RwSignal::new(goal.get_untracked());
    let begun: StoredValue<u32> = StoredValue::new(0);
    // A watcher, not a derivation: where the picture is on its way depends on when it set out.
    let stop = Effect::watch(
        move || goal.get(),
        move |to: &T, _, _| {
            begun.update_value(|n| *n = n.wrapping_add(1));
            let mine = begun.get_value();
            if app.around.still.get_untracked() {
                shown.set(to.clone());
                return;
            }
            let from = shown.get_untracked();
            walk(Walk { from, to: to.clone(), mix, shown, begun, mine, since: None });
        },
        false,
    );
    on_cleanup(move || stop.stop());
    shown
}

struct Walk<T: Send + Sync + 'static> {
    from: T,
    to: T,
    mix: fn(&T, &T, f64) -> T,
    shown: RwSignal<T>,
    begun: StoredValue<u32>,
    mine: u32,
    since: Option<f64>,
}

fn walk<T: Clone + PartialEq + Send + Sync + 'static>(mut step: Walk<T>) {
    request_animation_frame(move || {
        // Another step has set out, or the picture is gone.
        if step.begun.try_get_value() != Some(step.mine) {
            return;
        }
        let now = window().performance().map_or(f64::MAX, |p| p.now());
        let since = *step.since.get_or_insert(now);
        let t = ((now - since) / SPAN).clamp(0.0, 1.0);
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
