//! The differences between the areas: what can be said of them, and every measure.

use crate::ui::context::App;
use crate::ui::dom::{Node, el, part, text};
use crate::ui::grid::grid;
use crate::ui::signal::Memo;
use crate::view::{spec::differences as spec, words::differences::differences};

use super::subject::Subject;

/// Differences panel; nothing where there is nothing between areas to tell.
pub fn differences_panel() -> Node {
    let app = App::get();
    let subject = Subject::get();
    let told = Memo::new(move || subject.calm.with(|h| h.period.and_then(|p| spec::told(&h.shown(), p))));
    part(move || {
        told.with(|told| {
            let told = told.as_ref()?;
            let w = differences(app.locale.get());
            let sentences = told.sentences.iter().map(|s| el("li").kid(s.as_str())).collect::<Node>();
            Some(
                el("section")
                    .class("nl-panel nl-wide nl-differences")
                    .at("aria-labelledby", "nl-h-differences")
                    .at("data-part", "differences")
                    .kid(
                        el("header").kid(
                            el("h2").class("nl-h").at("id", "nl-h-differences").kid(text(move || w.title)),
                        ),
                    )
                    .kid(el("ul").class("nl-findings").kid(sentences))
                    .kid(
                        el("details")
                            .class("nl-fold")
                            .at("data-part", "measures")
                            .kid(el("summary").kid(w.measures))
                            .kid(grid(&told.grid, w.measures))
                            .kid(el("p").class("nl-small nl-muted").kid(w.how)),
                    ),
            )
        })
    })
}
