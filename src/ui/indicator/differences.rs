//! The differences between the areas: what can be said of them, and every measure.

use crate::ui::context::App;
use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::fold::fold;
use crate::ui::grid::grid;
use crate::ui::method::methods;
use crate::ui::signal::Memo;
use crate::ui::unique::unique;
use crate::view::{spec::differences as spec, words::differences::differences};

use super::subject::Subject;

/// Differences panel; nothing where there is nothing between areas to tell.
pub fn differences_panel() -> Node {
    let app = App::get();
    let subject = Subject::get();
    let told = Memo::new(move || subject.calm.with(|h| h.period.and_then(|p| spec::told(&h.shown(), p))));
    let any = Memo::new(move || told.with(Option::is_some));
    part(move || any.get().then(|| panel(app, subject, told)))
}

fn panel(app: App, subject: Subject, told: Memo<Option<spec::Told>>) -> El {
    let words = move || differences(app.locale.get());
    let sentences =
        Memo::new(move || told.with(|t| t.as_ref().map(|t| t.sentences.clone()).unwrap_or_default()));
    let measures = move || told.with(|t| t.as_ref().map(|t| grid(&t.grid, words().measures))).into();
    let named = unique();
    el("section")
        .class("nl-panel nl-wide nl-differences")
        .at("aria-labelledby", named.clone())
        .at("data-part", "differences")
        .live("data-file", move || subject.file(app, words().title))
        .kid(el("header").kid(el("h2").class("nl-h").at("id", named).kid(text(move || words().title))))
        .kid(el("ul").class("nl-findings").kid(part(move || {
            sentences.with(|all| all.iter().map(|s| el("li").kid(s.as_str())).collect::<Node>())
        })))
        .kid(fold("measures", move || words().measures, measures).class("nl-fold"))
        .kid(methods("differences-how", move || {
            told.with(|t| t.iter().map(|t| (String::new(), t.how.clone())).collect())
        }))
}
