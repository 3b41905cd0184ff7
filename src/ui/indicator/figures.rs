//! “I siffror”: the few numbers beside the pictures.

use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::signal::Memo;
use crate::ui::unique::unique;

use crate::ui::context::App;
use crate::ui::method::methods;
use crate::view::spec::facts::{self as spec, Fact, facts};

use super::{develop::together, subject::Subject};

/// Figures panel.
pub fn figures_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let all: Memo<Vec<Fact>> = Memo::new(move || {
        subject.with(|h| {
            let Some(period) = h.period else { return Vec::new() };
            subject.finding.with(|f| f.as_ref().map(|f| facts(&h.shown(), period, f)).unwrap_or_default())
        })
    });
    let row = |fact: Fact| {
        let lines = fact.lines.into_iter().map(|line| el("small").kid(line)).collect::<Node>();
        el("div").kid(el("dt").kid(fact.term)).kid(el("dd").kid(fact.value).kid(lines))
    };
    let explained = move || {
        subject.with(|h| match h.period {
            Some(period) => all.with(|facts| spec::methods(&h.shown(), period, facts)),
            None => Vec::new(),
        })
    };
    let named = unique();
    el("section")
        .class("nl-panel nl-figures")
        .at("aria-labelledby", named.clone())
        .at("data-part", "figures")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", named).kid(text(move || app.words().in_figures))),
        )
        .kid(part(move || together(subject)))
        .kid(el("dl").class("nl-facts").kid(part(move || all.get().into_iter().map(row).collect::<Node>())))
        .kid(methods("how", explained))
}
