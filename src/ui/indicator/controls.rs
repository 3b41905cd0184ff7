//! Whom, when, and who is held on to.

use crate::base::locale::lower;
use std::time::Duration;

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::{Memo, RwSignal};
use leptos::{ev, prelude::*};

use crate::model::Origin;
use crate::ui::context::App;
use crate::ui::form::segments;
use crate::ui::icon::{Icon, draw};
use crate::ui::state::People;
use crate::view::permalink::{ORIGINS, PEOPLE};

use super::instead::instead;
use super::subject::Subject;

/// How long a year stands while years play.
const BEAT: Duration = Duration::from_millis(900);

/// The row of controls under the headline; stays in sight.
pub fn controls() -> Node {
    many()
        .kid(
            el("div")
                .class("nl-controls")
                .at("data-part", "controls")
                .kid(people_switch())
                .kid(origin_switch())
                .kid(years()),
        )
        .kid(instead())
        .kid(pins())
}

fn people_switch() -> Node {
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
    part(move || {
        let (sexes, total) = offered.get();
        sexes.then(|| {
            let w = app.words();
            let name = |people| match people {
                People::All => w.everybody,
                People::Both => w.women_and_men,
                People::Women => w.women,
                People::Men => w.men,
            };
            let all: Vec<_> = PEOPLE.iter().filter(|p| total || p.1 != People::All).copied().collect();
            segments(w.people, "people", &all, name, current, move |people| {
                app.state.update(|s| s.people = people);
                app.said.set((w.said_people)(&lower(name(people))));
            })
        })
    })
}

fn origin_switch() -> Node {
    let app = App::get();
    let subject = Subject::get();
    let offered = Memo::new(move || {
        subject.steady.with(|h| {
            let has = |origin| h.table.groups().iter().any(|g| g.origin == origin);
            ORIGINS.iter().map(|o| o.1).filter(|&o| has(o)).collect::<Vec<Origin>>()
        })
    });
    let current = Memo::new(move || {
        subject.steady.with(|h| h.reading.groups().first().map(|g| g.origin).unwrap_or_default())
    });
    part(move || {
        let origins = offered.get();
        (origins.len() > 1).then(|| {
            let w = app.words();
            let name = |origin| match origin {
                Origin::Total => w.origin_all,
                Origin::Domestic => w.origin_domestic,
                Origin::Foreign => w.origin_foreign,
            };
            let all: Vec<_> = ORIGINS.iter().filter(|o| origins.contains(&o.1)).copied().collect();
            segments(w.origin, "origin", &all, name, current, move |origin| {
                app.state.update(|s| s.origin = origin);
                app.said.set((w.said_people)(&lower(name(origin))));
            })
        })
    })
}

fn years() -> Node {
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
            return el("div").class("nl-year").kid(el("output").at("data-part", "year").kid(text(name)));
        }
        el("div")
            .class("nl-year")
            .kid(
                el("button")
                    .class("nl-button nl-round")
                    .at("type", "button")
                    .at("data-part", "play")
                    .on("click", play)
                    .live("aria-label", move || {
                        if playing.get().is_some() { app.words().pause } else { app.words().play }
                    })
                    .kid(part(move || draw(if playing.get().is_some() { Icon::Pause } else { Icon::Play }))),
            )
            .kid(el("span").class("nl-ends").at("aria-hidden", "true").kid(text(move || end(true))))
            .kid(
                el("input")
                    .at("type", "range")
                    .at("min", "0")
                    .live("max", move || last().to_string())
                    .at("step", "1")
                    .at("data-part", "slider")
                    .value(move || at.get().to_string())
                    .live("aria-valuetext", name)
                    .live("aria-label", move || app.words().year)
                    .on("input", slide),
            )
            .kid(el("span").class("nl-ends").at("aria-hidden", "true").kid(text(move || end(false))))
            .kid(el("output").at("data-part", "year").kid(text(name)))
    })
}

/// The areas held on to, or how to hold on to one.
fn pins() -> El {
    let app = App::get();
    let pinned = Memo::new(move || app.state.with(|s| s.pinned.clone()));
    let pin = move |(n, area)| {
        let name = app.name(area);
        let label = format!("{}: {name}", app.words().unpin_area);
        el("li").kid(
            el("button")
                .class(format!("nl-button nl-pin nl-pin-{n}"))
                .at("type", "button")
                .at("aria-label", label)
                .on("click", move |_| app.toggle(area))
                .kid(name)
                .kid(draw(Icon::Cross)),
        )
    };
    el("div").at("data-part", "pins").kid(part(move || {
        let areas = pinned.get();
        if areas.is_empty() {
            return el("p").class("nl-small nl-muted").kid(app.figures().pin_hint);
        }
        el("ul")
            .class("nl-pins")
            .at("aria-label", app.words().pinned_areas)
            .kid(areas.into_iter().enumerate().map(pin).collect::<Node>())
    }))
}
