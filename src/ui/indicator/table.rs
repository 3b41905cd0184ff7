//! The table: every value, sortable, reasons spelled out.

use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::signal::{Memo, RwSignal};
use crate::ui::unique::unique;

use crate::ui::context::App;
use crate::ui::form::switch;
use crate::ui::state::SortBy;
use crate::ui::take::table_button;
use crate::view::spec::{
    MOST,
    table::{Column, TableSpec, table},
    told,
};
use crate::view::words::host::host;

use super::rows::body;
use super::subject::Subject;

/// Table panel.
pub fn table_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let (every, whole) = (RwSignal::new(false), RwSignal::new(false));
    let sort = Memo::new(move || app.state.with(|s| (s.sort, s.turned)));
    let spec: Memo<Option<TableSpec>> = Memo::new(move || {
        subject.calm.with(|h| Some(table(&h.shown(), h.period?, sort.get(), every.get(), whole.get())))
    });
    let columns = Memo::new(move || spec.with(|s| s.as_ref().map(|s| s.columns.clone()).unwrap_or_default()));
    let rows = Memo::new(move || spec.with(|s| s.as_ref().map(|s| s.rows.clone()).unwrap_or_default()));
    let long = Memo::new(move || subject.steady.with(|h| h.shown().areas().len() > MOST));
    let many = Memo::new(move || subject.periods.with(|p| p.len() > 1));
    let caption = move || {
        subject.calm.with(|h| h.period.map(|p| told::caption(&h.shown(), p, every.get())).unwrap_or_default())
    };
    // The table of every year is another than that of one.
    let file = move || match subject.periods.with(|p| p.first().copied()).filter(|_| every.get()) {
        Some(first) => format!("{} {first}", app.words().table),
        None => app.words().table.to_owned(),
    };
    let (named, captioned) = (unique(), unique());
    el("section")
        .class("nl-panel nl-wide")
        .at("aria-labelledby", named.clone())
        .at("data-part", "table-panel")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", named).kid(text(move || app.words().table)))
                .kid(part(move || {
                    let name = move || app.figures().every_period;
                    let turn = move || every.update(|e| *e = !*e);
                    many.get().then(|| switch("every-year", name, move || every.get(), turn))
                }))
                .kid(table_button(app, Some(Memo::new(move || subject.file(app, &file()))))),
        )
        .kid(
            el("div")
                .class("nl-scroll")
                .at("tabindex", "0")
                .at("role", "region")
                .at("aria-labelledby", captioned.clone())
                .kid(
                    el("table")
                        .class("nl-table")
                        .live("data-code", move || host(app.locale.get()).code)
                        .kid(el("caption").at("id", captioned).kid(text(caption)))
                        .kid(el("thead").kid(el("tr").kid(part(move || {
                            columns.get().into_iter().map(move |c| head(app, sort, c)).collect::<Node>()
                        }))))
                        .kid(body(app, rows)),
                ),
        )
        .kid(part(move || {
            long.get().then(|| {
                el("button")
                    .class("nl-button")
                    .at("type", "button")
                    .at("data-part", "every-area")
                    .on("click", move |_| whole.update(|w| *w = !*w))
                    .kid(text(move || {
                        let w = app.words();
                        if whole.get() { w.show_fewer } else { w.show_all }
                    }))
            })
        }))
}

fn head(app: App, sort: Memo<(SortBy, bool)>, column: Column) -> El {
    let class = if column.now { "nl-now" } else { "" };
    let Some(by) = column.by else {
        return el("th").at("scope", "col").class(class).kid(column.title);
    };
    let sorted = move || {
        let (now, turned) = sort.get();
        if now != by {
            return "none";
        }
        // Names begin at A, numbers at the highest.
        if (by == SortBy::Name) == turned { "descending" } else { "ascending" }
    };
    let title = column.title.clone();
    let click = move |_| {
        app.state.update(|s| {
            s.turned = s.sort == by && !s.turned;
            s.sort = by;
        });
        let w = app.words();
        let order = if sorted() == "descending" { w.descending } else { w.ascending };
        app.said.set((w.said_sorted)(&title, order));
    };
    let mark = move || match sorted() {
        "ascending" => "\u{a0}▴",
        "descending" => "\u{a0}▾",
        _ => "",
    };
    el("th").at("scope", "col").class(class).live("aria-sort", sorted).kid(
        el("button")
            .at("type", "button")
            .on("click", click)
            .kid(column.title)
            .kid(el("span").at("aria-hidden", "true").kid(text(mark))),
    )
}
