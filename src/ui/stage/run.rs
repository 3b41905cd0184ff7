//! From scene to scene: what a scene shows, and the years that run in it.

use std::time::Duration;

use leptos::prelude::set_timeout;

use crate::base::period::Period;
use crate::model::story::Scene;
use crate::ui::app::Staging;
use crate::ui::context::App;
use crate::ui::state::{OnStage, Page, Role, ViewState};
use crate::view::{spec::Shown, words::stage::stage};

use super::author::title;

/// How long a year stands while years run.
const BEAT: Duration = Duration::from_millis(700);

/// How long the first year stands: long enough to see where it begins.
const FIRST: Duration = Duration::from_millis(1600);

/// The number of scenes.
pub fn count(app: App) -> usize {
    app.data.with(|d| d.story().scenes.len())
}

/// The scene at a place.
pub fn scene(app: App, n: usize) -> Option<Scene> {
    app.data.with(|d| d.story().scenes.get(n).cloned())
}

/// The state that a scene asks for, in the language and the colours of `now`.
pub fn script(app: App, staging: Staging, n: usize, now: &ViewState) -> ViewState {
    let mut state = ViewState::new(now.locale);
    let address = app.data.with_untracked(|d| d.story().scenes.get(n).and_then(|s| s.state.clone()));
    if let Some(address) = address {
        state = staging.visit.run((format!("#1/{address}"), state));
    }
    state.locale = now.locale;
    state.theme = now.theme;
    let role = now.stage.map_or(Role::Stage, |on| on.role);
    state.stage = Some(OnStage { scene: n, role });
    state
}

/// Whether what is shown is no longer what the scene asks for. Its years may be running.
pub fn strayed(app: App, staging: Staging, now: &ViewState) -> bool {
    let Some(on) = now.stage else { return false };
    let mut wanted = script(app, staging, on.scene, now);
    if app.data.with_untracked(|d| d.story().scenes.get(on.scene).is_some_and(|s| s.from.is_some())) {
        wanted.period = now.period;
    }
    wanted != *now
}

/// Goes to a scene, lets its years run and says where one is.
pub fn go(app: App, n: usize) {
    let Some(staging) = app.staging else { return };
    let all = app.data.with_untracked(|d| d.story().scenes.len());
    let n = n.min(all.saturating_sub(1));
    let now = app.state.get_untracked();
    let mut next = script(app, staging, n, &now);
    let still = app.around.still.get_untracked();
    let years = if still { Vec::new() } else { years(app, n, &next) };
    if let Some(&first) = years.first() {
        next.period = Some(first);
    }
    app.pointing.set(None);
    app.state.set(next);
    tell(app, n);
    run(app, n, years, 0);
}

/// Says which scene is at a place.
pub fn tell(app: App, n: usize) {
    if let Some(scene) = scene(app, n) {
        let locale = app.locale.get_untracked();
        app.said.set((stage(locale).said)(n + 1, count(app), &title(app, &scene, locale)));
    }
}

/// Steps on or back; stays at either end.
pub fn step(app: App, by: i32) {
    let Some(on) = app.state.get_untracked().stage else { return };
    let to = if by < 0 { on.scene.checked_sub(1) } else { Some(on.scene + 1) };
    let all = app.data.with_untracked(|d| d.story().scenes.len());
    if let Some(to) = to.filter(|&to| to < all) {
        go(app, to);
    }
}

/// The periods that a scene lets run, from its first to the one it shows.
fn years(app: App, n: usize, state: &ViewState) -> Vec<Period> {
    app.data.with_untracked(|d| {
        let from = d.story().scenes.get(n).and_then(|s| s.from);
        let (Some(from), Page::Indicator(id)) = (from, state.page) else { return Vec::new() };
        let Some(table) = d.table(id) else { return Vec::new() };
        let reading = state.reading(table);
        let shown = Shown { data: d, id, table, reading, pinned: &state.pinned, locale: state.locale };
        let last = shown.period(state.period);
        shown.periods().into_iter().filter(|&p| p >= from && Some(p) <= last).collect()
    })
}

/// Shows the next period after a while, unless somebody has gone elsewhere meanwhile.
fn run(app: App, n: usize, years: Vec<Period>, at: usize) {
    let (Some(&now), Some(&next)) = (years.get(at), years.get(at + 1)) else { return };
    let wait = if at == 0 { FIRST } else { BEAT };
    let then = move || {
        let here = app.state.try_get_untracked();
        if here.is_some_and(|s| s.stage.is_some_and(|on| on.scene == n) && s.period == Some(now)) {
            app.state.update(|s| s.period = Some(next));
            run(app, n, years, at + 1);
        }
    };
    set_timeout(then, wait);
}
