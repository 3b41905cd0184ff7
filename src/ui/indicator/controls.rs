//! Whom, when, and who is held on to.

use std::time::Duration;

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::{Memo, RwSignal};
use leptos::{ev, prelude::*};

use crate::model::Origin;
use crate::ui::context::App;
use crate::ui::icon::{Draw, Icon};
use crate::ui::state::People;

use super::subject::Subject;

/// How long a year stands while years play.
const BEAT: Duration = Duration::from_millis(900);

/// The row of controls under the headline; stays in sight.
#[component]
pub fn Controls() -> impl IntoView {
    view! {
        <div class="nl-controls" data-part="controls">
            <PeopleSwitch/>
            <OriginSwitch/>
            <Years/>
        </div>
        <Pins/>
    }
}

#[component]
fn PeopleSwitch() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let offered = Memo::new(move || {
        subject.steady.with(|h| {
            let origin = app.state.with(|s| s.origin);
            let origin =
                if h.table.groups().iter().any(|g| g.origin == origin) { origin } else { Origin::Total };
            let total =
                h.table.groups().iter().any(|g| g.sex == crate::model::Sex::Total && g.origin == origin);
            (h.table.has_sexes(origin), total)
        })
    });
    let current = Memo::new(move || {
        use crate::model::Sex;
        use crate::view::spec::Reading;
        match subject.steady.with(|h| h.reading) {
            Reading::Both { .. } => People::Both,
            Reading::One(group) => match group.sex {
                Sex::Women => People::Women,
                Sex::Men => People::Men,
                Sex::Total => People::All,
            },
        }
    });
    let choice = move |people: People| {
        let name = move || {
            let w = app.words();
            match people {
                People::All => w.everybody,
                People::Both => w.women_and_men,
                People::Women => w.women,
                People::Men => w.men,
            }
        };
        let choose = move |_| {
            app.state.update(|s| s.people = people);
            app.said.set((app.words().said_people)(&name().to_lowercase()));
        };
        let part = match people {
            People::All => "people-all",
            People::Both => "people-both",
            People::Women => "people-women",
            People::Men => "people-men",
        };
        view! { <button type="button" data-part=part aria-pressed=attr(move || (current.get() == people).to_string()) on:click=act(choose)>{text(name)}</button> }
    };
    part(move || {
        let (sexes, total) = offered.get();
        sexes.then(|| {
            let all = [People::All, People::Both, People::Women, People::Men];
            let some = all.into_iter().filter(|&p| total || p != People::All).map(choice).collect_view();
            view! { <div class="nl-segments" role="group" aria-label=app.words().people>{some}</div> }
        })
    })
}

#[component]
fn OriginSwitch() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let offered = Memo::new(move || {
        subject.steady.with(|h| {
            let mut origins: Vec<Origin> = h.table.groups().iter().map(|g| g.origin).collect();
            origins.sort_unstable();
            origins.dedup();
            origins
        })
    });
    let current = Memo::new(move || {
        subject.steady.with(|h| h.reading.groups().first().map(|g| g.origin).unwrap_or_default())
    });
    let choice = move |origin: Origin| {
        let name = move || {
            let w = app.words();
            match origin {
                Origin::Total => w.origin_all,
                Origin::Domestic => w.origin_domestic,
                Origin::Foreign => w.origin_foreign,
            }
        };
        let choose = move |_| {
            app.state.update(|s| s.origin = origin);
            app.said.set((app.words().said_people)(&name().to_lowercase()));
        };
        let part = match origin {
            Origin::Total => "origin-total",
            Origin::Domestic => "origin-domestic",
            Origin::Foreign => "origin-foreign",
        };
        view! { <button type="button" data-part=part aria-pressed=attr(move || (current.get() == origin).to_string()) on:click=act(choose)>{text(name)}</button> }
    };
    part(move || {
        let origins = offered.get();
        (origins.len() > 1).then(|| {
            view! { <div class="nl-segments" role="group" aria-label=app.words().origin>{origins.into_iter().map(choice).collect_view()}</div> }
        })
    })
}

#[component]
fn Years() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let playing: RwSignal<Option<IntervalHandle>> = RwSignal::new(None);
    let periods = subject.periods;
    let at = Memo::new(move || {
        let now = subject.period.get();
        periods.with(|all| all.iter().position(|&p| Some(p) == now).unwrap_or_default())
    });
    let last = move || periods.with(|all| all.len().saturating_sub(1));
    let go = move |to: usize| {
        if let Some(period) = periods.with_untracked(|all| all.get(to).copied()) {
            app.state.update(|s| s.period = Some(period));
        }
    };
    let halt = move || {
        if let Some(handle) = playing.get_untracked() {
            handle.clear();
            playing.set(None);
        }
    };
    on_cleanup(move || {
        if let Some(handle) = playing.try_get_untracked().flatten() {
            handle.clear();
        }
    });
    let tick = move || {
        let next = at.get_untracked() + 1;
        if next > last() {
            halt();
            app.said.set(app.words().said_paused.to_owned());
        } else {
            go(next);
        }
    };
    let play = move |_| {
        if playing.get_untracked().is_some() {
            halt();
            app.said.set(app.words().said_paused.to_owned());
            return;
        }
        // From the end there is nowhere to go but the beginning.
        if at.get_untracked() >= last() {
            go(0);
        }
        playing.set(set_interval_with_handle(tick, BEAT).ok());
        app.said.set(app.words().said_playing.to_owned());
    };
    let slide = move |event: ev::Event| {
        halt();
        if let Ok(to) = event_target_value(&event).parse::<usize>() {
            go(to);
        }
    };
    let name = move || subject.period.get().map(|p| p.to_string()).unwrap_or_default();
    let end = move |first: bool| {
        periods.with(|all| {
            if first { all.first() } else { all.last() }.map(|p| p.to_string()).unwrap_or_default()
        })
    };
    part(move || {
        // One year only: nothing to slide.
        if last() == 0 {
            return view! { <div class="nl-year"><output data-part="year">{text(name)}</output></div> }
                .into_any();
        }
        view! {
            <div class="nl-year">
                <button class="nl-button nl-round" type="button" data-part="play" on:click=act(play)
                    aria-label=attr(move || if playing.get().is_some() { app.words().pause } else { app.words().play })>
                    {part(move || view! { <Draw icon=if playing.get().is_some() { Icon::Pause } else { Icon::Play }/> })}
                </button>
                <span class="nl-ends" aria-hidden="true">{text(move || end(true))}</span>
                <input type="range" min="0" max=attr(move || last().to_string()) step="1" data-part="slider"
                    prop:value=move || at.get().to_string() aria-valuetext=attr(name) aria-label=attr(move || app.words().year) on:input=act(slide)/>
                <span class="nl-ends" aria-hidden="true">{text(move || end(false))}</span>
                <output data-part="year">{text(name)}</output>
            </div>
        }
        .into_any()
    })
}

/// The areas held on to, or how to hold on to one.
#[component]
fn Pins() -> impl IntoView {
    let app = App::get();
    let pinned = Memo::new(move || app.state.with(|s| s.pinned.clone()));
    let pin = move |(n, area)| {
        let name = app.name(area);
        let label = format!("{}: {name}", app.words().unpin_area);
        view! {
            <li><button class=format!("nl-button nl-pin nl-pin-{n}") type="button" aria-label=label on:click=act(move |_| app.toggle(area))>
                {name}<Draw icon=Icon::Cross/>
            </button></li>
        }
    };
    view! {
        <div data-part="pins">
            {part(move || {
                let areas = pinned.get();
                if areas.is_empty() {
                    return view! { <p class="nl-small nl-muted">{app.figures().pin_hint}</p> }.into_any();
                }
                view! { <ul class="nl-pins" aria-label=app.words().pinned_areas>{areas.into_iter().enumerate().map(pin).collect_view()}</ul> }.into_any()
            })}
        </div>
    }
}
