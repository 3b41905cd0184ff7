//! About the statistics: definition, source, what to bear in mind.

use crate::ui::boxed::{part, text};
use leptos::prelude::*;

use crate::base::text::Text;
use crate::ui::context::App;

use super::subject::Subject;

/// About panel.
#[component]
pub fn About() -> impl IntoView {
    let app = App::get();
    let subject = Subject::get();
    let body = move || {
        let w = app.words();
        subject.steady.with(|h| {
            let indicator = h.shown().indicator();
            let say = |text: &Text| text.get(h.locale).to_owned();
            let source = &indicator.source;
            let mut from = source.publisher.clone();
            if let Some(via) = &source.via {
                from = format!("{from}, {}", (w.via)(via));
            }
            if let Some(table) = &source.table {
                from = format!("{from}, {table}");
            }
            let caveats: Vec<String> = indicator.caveats.iter().map(say).collect();
            let breaks: Vec<String> =
                indicator.breaks.iter().map(|b| format!("{}: {}", b.period, say(&b.text))).collect();
            let list = |title: &'static str, rows: Vec<String>| {
                (!rows.is_empty()).then(|| {
                    view! {
                        <h3>{title}</h3>
                        <ul>{rows.into_iter().map(|r| view! { <li>{r}</li> }).collect_view()}</ul>
                    }
                })
            };
            let one = |title: &'static str, text: String| {
                (!text.is_empty()).then(|| view! { <h3>{title}</h3><p>{text}</p> })
            };
            let link = source
                .href
                .clone()
                .map(|href| view! { <p><a href=href rel="noreferrer">{w.read_more}</a></p> });
            view! {
                {one(w.definition, say(&indicator.definition))}
                {one(w.base, say(&indicator.base))}
                <p>{(w.desired)(indicator.direction)}"."</p>
                {list(w.caveats, caveats)}
                {list(w.series_break, breaks)}
                {one(w.source, from)}
                {source.processed.as_ref().map(|p| view! { <h3>{w.processed}</h3><p>{say(p)}</p> })}
                {link}
            }
        })
    };
    view! {
        <section class="nl-panel nl-wide nl-about" aria-labelledby="nl-h-about" data-part="about">
            <header><h2 class="nl-h" id="nl-h-about">{text(move || app.words().about)}</h2></header>
            {part(body)}
        </section>
    }
}
