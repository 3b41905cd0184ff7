//! What can be chosen about the way the development is looked at.

use leptos::prelude::event_target_value;

use crate::base::{id::IndicatorId, period::Period};
use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::form::{Choice, segments, select, switch};
use crate::ui::signal::{Memo, effect};
use crate::view::{
    aspect::Aspect,
    choices::Choices,
    spec::{
        change,
        counting::{self, Counting, Mode},
        scatter, spread,
    },
    words::{
        change::{Counted, change as change_words},
        counting::counting as counting_words,
        differences::differences,
        scatter::scatter as scatter_words,
        words,
    },
};

use super::subject::Subject;

/// The choices of the way looked at now, in a row; nothing where there are none.
pub fn choosers(app: App, subject: Subject, now: Memo<Aspect>) -> Node {
    part(move || match now.get() {
        Aspect::Levels => levels(app, subject),
        Aspect::Spread => row(measure(app, subject).into()).into(),
        Aspect::Slope => row(span(app, subject)).into(),
        Aspect::Change => row(span(app, subject).kid(counted(app))).into(),
        Aspect::Scatter => row(against(app, subject)).into(),
        Aspect::Gap | Aspect::Ranks | Aspect::Each | Aspect::Tiles => Node::None,
    })
}

fn row(kids: Node) -> El {
    el("div").class("nl-choosers").at("data-part", "choosers").kid(kids)
}

fn choose(app: App, change: impl FnOnce(&mut Choices)) {
    app.state.update(|s| change(&mut s.choices));
}

/// How values are counted, and the base of an index: a slider, to be dragged or moved by keys.
fn levels(app: App, subject: Subject) -> Node {
    let w = move || counting_words(app.locale.get());
    let offered = Memo::new(move || subject.steady.with(|h| counting::offered(&h.shown())));
    let choices = Memo::new(move || app.state.with(|s| s.choices));
    let now = Memo::new(move || {
        let mode = choices.get().mode;
        offered.with(|all| if all.contains(&mode) { mode } else { Mode::Published })
    });
    let base = Memo::new(move || {
        let choices = choices.get();
        subject.steady.with(|h| Counting::new(&h.shown(), choices.mode, choices.base).map(|c| c.base))
    });
    let at = move || subject.periods.with(|all| all.iter().position(|&p| Some(p) == base.get()).unwrap_or(0));
    let slide = move |event| {
        let to = event_target_value(&event).parse::<usize>().ok();
        if let Some(period) = to.and_then(|to| subject.periods.with_untracked(|all| all.get(to).copied())) {
            choose(app, |c| c.base = Some(period));
        }
    };
    let name = move || base.get().map(|p| p.to_string()).unwrap_or_default();
    let last = move || subject.periods.with(|all| all.len().saturating_sub(1).to_string());
    let slider = move || {
        (now.get() == Mode::Index).then(|| {
            el("label")
                .class("nl-base nl-small")
                .kid(el("span").kid(text(move || w().base)))
                .kid(
                    el("input")
                        .at("type", "range")
                        .at("min", "0")
                        .live("max", last)
                        .at("step", "1")
                        .at("data-part", "base")
                        .value(move || at().to_string())
                        .live("aria-valuetext", name)
                        .on("input", slide),
                )
                .kid(el("output").at("data-part", "base-year").kid(text(name)))
        })
    };
    part(move || {
        let all: Vec<(&'static str, Mode)> =
            offered.with(|o| Mode::ALL.iter().filter(|m| o.contains(&m.1)).copied().collect());
        (all.len() > 1).then(|| {
            let choices = segments(w().group, "mode", &all, w().name, now, move |mode| {
                choose(app, |c| c.mode = mode);
            });
            row(Node::from(choices).kid(part(slider)))
        })
    })
}

/// The measure of spread below the areas.
fn measure(app: App, subject: Subject) -> El {
    let chosen = Memo::new(move || app.state.with(|s| s.choices.measure));
    let code = |c: spread::Chosen| {
        let word = spread::CODES.iter().find(|m| m.1 == c.measure).map_or("", |m| m.0);
        format!("{word}.{}", u8::from(c.weighted))
    };
    let groups = move || {
        let mut all = Vec::new();
        subject.steady.with(|h| {
            let shown = h.shown();
            let taken = spread::fitting(&shown, chosen.get());
            for c in spread::measures(&shown) {
                all.push((code(c), spread::measure_name(&shown, c), c == taken));
            }
        });
        vec![(String::new(), all)]
    };
    let take = move |wanted: String| {
        let found = subject.steady.with_untracked(|h| spread::measures(&h.shown()));
        if let Some(measure) = found.into_iter().find(|&c| code(c) == wanted) {
            choose(app, |c| c.measure = measure);
        }
    };
    select(move || differences(app.locale.get()).measure, "measure", groups, take)
}

/// The two periods that are compared: each can be chosen on its side of the other.
fn span(app: App, subject: Subject) -> Node {
    let w = move || change_words(app.locale.get());
    let chosen = Memo::new(move || app.state.with(|s| (s.choices.from, s.choices.to)));
    let now = Memo::new(move || {
        let (from, to) = chosen.get();
        subject.steady.with(|h| change::chosen(&h.shown(), from, to))
    });
    let periods = move |earlier: bool| {
        let Some(span) = now.get() else { return Vec::new() };
        let taken = if earlier { span.from } else { span.to };
        let apart = |a, b| a < b && subject.steady.with(|h| h.shown().table.is_apart(a, b));
        let mut all = Vec::new();
        for period in subject.periods.get() {
            if if earlier { apart(period, span.to) } else { apart(span.from, period) } {
                all.push((period.to_string(), period.to_string(), period == taken));
            }
        }
        vec![(String::new(), all)]
    };
    // Both are written, so that the one not touched stays as it is.
    let take = move |change: fn(&mut change::Span, Period), text: String| {
        if let (Some(mut span), Ok(period)) = (now.get_untracked(), text.parse::<Period>()) {
            change(&mut span, period);
            choose(app, |c| (c.from, c.to) = (Some(span.from), Some(span.to)));
        }
    };
    Node::Many(vec![
        select(move || w().from, "from", move || periods(true), move |t| take(|s, p| s.from = p, t)).into(),
        select(move || w().to, "to", move || periods(false), move |t| take(|s, p| s.to = p, t)).into(),
    ])
}

/// Changes in units or in per cent.
fn counted(app: App) -> El {
    let w = change_words(app.locale.get());
    let now = Memo::new(move || app.state.with(|s| s.choices.counted));
    segments(w.counting, "counted", Counted::ALL, w.counted, now, move |counted| {
        choose(app, |c| c.counted = counted);
    })
}

/// The other indicator, and whether ways are drawn.
fn against(app: App, subject: Subject) -> Node {
    let w = move || scatter_words(app.locale.get());
    let chosen = Memo::new(move || app.state.with(|s| s.choices.with));
    let other = Memo::new(move || subject.steady.with(|h| scatter::other(&h.shown(), chosen.get())));
    // Values in a file of their own are asked for when they are first compared with.
    effect(move || {
        if let Some(id) = other.get()
            && app.data.with(|d| d.table(id).is_none())
        {
            app.loader.ask.run(id);
        }
    });
    let groups = move || {
        let locale = app.locale.get();
        let taken = other.get();
        subject.steady.with(|h| {
            let all = scatter::others(&h.shown());
            let strategy = h.data.strategy();
            let choice = |&id: &IndicatorId| -> Option<Choice> {
                let indicator = h.data.indicator(id);
                let name = indicator.title.get(locale).to_owned();
                all.contains(&id).then(|| (indicator.id.clone(), name, taken == Some(id)))
            };
            let mut groups: Vec<(String, Vec<Choice>)> = Vec::new();
            for focus in &strategy.focus_areas {
                let title = focus.title.get(locale).to_owned();
                groups.push((title, focus.indicators.iter().filter_map(choice).collect()));
            }
            let background = h.data.background();
            groups
                .push((words(locale).background.to_owned(), background.iter().filter_map(choice).collect()));
            groups.retain(|g| !g.1.is_empty());
            groups
        })
    };
    let take = move |id: String| {
        let with = app.data.with_untracked(|d| d.by_id(&id));
        choose(app, |c| c.with = with);
    };
    Node::Many(vec![
        select(move || w().with, "with", groups, take).into(),
        switch(
            "trails",
            move || w().trails,
            move || app.state.with(|s| s.choices.trails),
            move || choose(app, |c| c.trails = !c.trails),
        )
        .into(),
    ])
}
