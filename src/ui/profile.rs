//! An area's profile on its page: where it lies between the worst and the best of its like.

use std::sync::Arc;

use crate::base::id::AreaId;
use crate::view::{
    chart::{drawn::Chart, spine::Spine},
    scene::Key,
    spec::{compared, method::Method, spine as spec},
    words::{aspects::aspects, spine::spine as words},
};

use super::context::App;
use super::dom::{El, Node, el, part, text};
use super::fold::fold;
use super::grid::grid;
use super::method::methods;
use super::plot::{Charted, plot};
use super::signal::{Callback, Memo};
use super::state::Page;
use super::take::picture_menu;
use super::unique::unique;
use super::walk::{Walk, walk};

/// The profile of one of the county's municipalities; nothing for other areas.
pub fn profile(area: AreaId) -> Node {
    let app = App::get();
    let pinned = Memo::new(move || app.state.with(|s| s.pinned.clone()));
    let spine: Memo<Option<Arc<Spine>>> = Memo::new(move || {
        pinned.with(|pinned| app.data.with(|d| spec::spine(d, area, pinned, app.locale.get()))).map(Arc::new)
    });
    let any = Memo::new(move || spine.with(Option::is_some));
    part(move || any.get().then(|| section(app, area, spine)))
}

fn section(app: App, area: AreaId, spine: Memo<Option<Arc<Spine>>>) -> El {
    let chart = Memo::new(move || Charted(spine.get().map(|spine| -> Arc<dyn Chart> { spine })));
    let said = move |key: Key| {
        spine.with_untracked(|s| {
            let rows = s.iter().flat_map(|s| &s.sections).flat_map(|s| &s.rows);
            let mut rows = rows.filter(|row| Key::Indicator(row.indicator) == key);
            rows.next().map(|row| row.said.clone()).unwrap_or_default()
        })
    };
    let open = move |key: Key| {
        if let Key::Indicator(id) = key {
            app.state.update(|s| {
                s.page = Page::Indicator(id);
                s.period = app.data.with_untracked(|d| compared::period(d, id));
                if s.pin_of(area).is_none() {
                    s.toggle(area);
                }
            });
        }
    };
    let title = move || (words(app.locale.get()).heading)(&app.name(area));
    let plot = plot(app, chart, Memo::new(|| None));
    let named = unique();
    el("section")
        .class("nl-section")
        .at("aria-labelledby", named.clone())
        .at("data-part", "profile")
        .kid(
            el("header")
                .class("nl-titled")
                .kid(el("h2").at("id", named).kid(text(title)))
                .kid(picture_menu(app, plot.scene, title)),
        )
        .kid(
            el("p")
                .class("nl-sub")
                .at("data-part", "profile-told")
                .at("data-take-told", "")
                .kid(text(move || spine.with(|s| s.as_ref().map(|s| s.desc.clone()).unwrap_or_default()))),
        )
        .kid(walk(Walk { part: "spine", plot, said: Callback::new(said), open: Callback::new(open) }))
        .kid(numbers(app, area))
        .kid(methods("spine-how", move || {
            let locale = app.locale.get();
            vec![(String::new(), Method::of_all(words(locale).how, locale))]
        }))
}

/// The same as a table.
fn numbers(app: App, area: AreaId) -> El {
    let table = move || {
        let locale = app.locale.get();
        app.data.with(|d| grid(&spec::grid(d, area, locale), aspects(locale).as_table)).into()
    };
    fold("spine-table", move || aspects(app.locale.get()).as_table, table).class("nl-fold nl-small")
}
