//! About the statistics: definition, source, what to bear in mind.

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::unique::unique;

use crate::base::text::Text;
use crate::ui::context::App;
use crate::view::words::uncertainty::uncertainty;

use super::subject::Subject;

/// About panel.
pub fn about() -> El {
    let app = App::get();
    let subject = Subject::get();
    let body = move || {
        let w = app.words();
        subject.steady.with(|h| {
            let indicator = h.shown().indicator();
            let say = |text: &Text| text.get(h.locale).to_owned();
            let source = &indicator.source;
            let mut from = say(&source.publisher);
            if let Some(via) = &source.via {
                from = format!("{from}, {}", (w.via)(via));
            }
            if let Some(table) = &source.table {
                from = format!("{from}, {table}");
            }
            let mut from = vec![from];
            for (label, said) in
                [(w.licence, &source.licence), (w.retrieved, &source.retrieved), ("SHA-256", &source.sha256)]
            {
                from.extend(said.as_ref().map(|said| format!("{label}: {said}")));
            }
            let caveats: Vec<String> = indicator.caveats.iter().map(say).collect();
            let breaks: Vec<String> =
                indicator.breaks.iter().map(|b| format!("{}: {}", b.period, say(&b.text))).collect();
            let list = |title: &'static str, rows: Vec<String>| {
                (!rows.is_empty()).then(|| {
                    many()
                        .kid(el("h3").kid(title))
                        .kid(el("ul").kid(rows.into_iter().map(|r| el("li").kid(r)).collect::<Node>()))
                })
            };
            let one = |title: &'static str, text: String| {
                (!text.is_empty()).then(|| many().kid(el("h3").kid(title)).kid(el("p").kid(text)))
            };
            let link = source
                .href
                .clone()
                .map(|href| el("p").kid(el("a").at("href", href).at("rel", "noreferrer").kid(w.read_more)));
            many()
                .kid(one(w.definition, say(&indicator.definition)))
                .kid(one(w.base, say(&indicator.base)))
                .kid(el("p").kid((w.desired)(indicator.direction)).kid("."))
                .kid(list(w.caveats, caveats))
                .kid(list(w.series_break, breaks))
                .kid(one(
                    uncertainty(h.locale).heading,
                    indicator.margin.as_ref().map(|m| say(&m.text)).unwrap_or_default(),
                ))
                .kid(list(w.source, from))
                .kid(
                    source
                        .processed
                        .as_ref()
                        .map(|p| many().kid(el("h3").kid(w.processed)).kid(el("p").kid(say(p)))),
                )
                .kid(link)
        })
    };
    let named = unique();
    el("section")
        .class("nl-panel nl-wide nl-about")
        .at("aria-labelledby", named.clone())
        .at("data-part", "about")
        .kid(el("header").kid(el("h2").class("nl-h").at("id", named).kid(text(move || app.words().about))))
        .kid(part(body))
}
