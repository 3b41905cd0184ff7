//! “I siffror”: the few numbers beside the pictures.

use crate::ui::boxed::{part, text};
use crate::ui::signal::Memo;
use leptos::prelude::*;

use crate::ui::context::App;
use crate::view::spec::facts::{Fact, facts};

use super::subject::Subject;

/// Figures panel.
#[component]
pub fn FiguresPanel() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let all: Memo<Vec<Fact>> = Memo::new(move || {
        subject.with(|h| {
            let Some(period) = h.period else { return Vec::new() };
            subject.finding.with(|f| f.as_ref().map(|f| facts(&h.shown(), period, f)).unwrap_or_default())
        })
    });
    let row = |fact: Fact| {
        let lines = fact.lines.into_iter().map(|line| view! { <small>{line}</small> }).collect_view();
        view! { <div><dt>{fact.term}</dt><dd>{fact.value}{lines}</dd></div> }
    };
    let explained = move || {
        let computed =
            all.with(|facts| facts.iter().filter_map(|f| Some((f.term.clone(), f.how?))).collect::<Vec<_>>());
        let source = subject.with(|h| h.shown().indicator().source.publisher.clone());
        let rows =
            computed.into_iter().map(|(term, how)| view! { <li><b>{term}</b>": "{how}</li> }).collect_view();
        view! {
            <details class="nl-fold nl-small" data-part="how">
                <summary>{app.words().how_computed}</summary>
                <p>{(app.words().computed_from)(&source)}</p>
                <ul class="nl-how">{rows}<li>{app.figures().how_judged}</li></ul>
            </details>
        }
    };
    view! {
        <section class="nl-panel nl-figures" aria-labelledby="nl-h-figures" data-part="figures">
            <header><h2 class="nl-h" id="nl-h-figures">{text(move || app.words().in_figures)}</h2></header>
            <dl class="nl-facts">{part(move || all.get().into_iter().map(row).collect_view())}</dl>
            {part(explained)}
        </section>
    }
}
