//! The table: every value, sortable, reasons spelled out.

use crate::ui::dom::{El, Node, el, part, text};
use crate::ui::signal::{Memo, RwSignal};

use crate::ui::context::App;
use crate::ui::state::SortBy;
use crate::view::{
    look::Role,
    scene::Key,
    spec::{
        table::{Column, Row, TableSpec, table},
        told,
    },
};

use super::subject::Subject;

/// Table panel.
pub fn table_panel() -> El {
    let app = App::get();
    let subject = Subject::get();
    let every = RwSignal::new(false);
    let sort = Memo::new(move || app.state.with(|s| (s.sort, s.turned)));
    let spec: Memo<Option<TableSpec>> = Memo::new(move || {
        let (by, turned) = sort.get();
        subject.with(|h| Some(table(&h.shown(), h.period?, by, turned, every.get())))
    });
    let columns = Memo::new(move || spec.with(|s| s.as_ref().map(|s| s.columns.clone()).unwrap_or_default()));
    let rows = Memo::new(move || spec.with(|s| s.as_ref().map(|s| s.rows.clone()).unwrap_or_default()));
    let many = Memo::new(move || subject.periods.with(|p| p.len() > 1));
    let caption =
        move || subject.with(|h| h.period.map(|p| told::caption(&h.shown(), p)).unwrap_or_default());
    el("section")
        .class("nl-panel nl-wide")
        .at("aria-labelledby", "nl-h-table")
        .at("data-part", "table-panel")
        .kid(
            el("header")
                .kid(el("h2").class("nl-h").at("id", "nl-h-table").kid(text(move || app.words().table)))
                .kid(part(move || {
                    many.get().then(|| {
                        el("button")
                            .class("nl-button")
                            .at("type", "button")
                            .at("data-part", "every-year")
                            .live("aria-pressed", move || every.get().to_string())
                            .on("click", move |_| every.update(|e| *e = !*e))
                            .kid(app.figures().every_period)
                    })
                })),
        )
        .kid(
            el("div")
                .class("nl-scroll")
                .at("tabindex", "0")
                .at("role", "region")
                .at("aria-labelledby", "nl-caption")
                .kid(
                    el("table")
                        .class("nl-table")
                        .kid(el("caption").at("id", "nl-caption").kid(text(caption)))
                        .kid(el("thead").kid(el("tr").kid(part(move || {
                            columns.get().into_iter().map(move |c| head(app, sort, c)).collect::<Node>()
                        }))))
                        .kid(el("tbody").kid(part(move || {
                            rows.get().into_iter().map(|row| line(app, row)).collect::<Node>()
                        }))),
                ),
        )
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
        "ascending" => " ▴",
        "descending" => " ▾",
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

fn line(app: App, row: Row) -> El {
    let area = row.area;
    let strong = matches!(row.role, Role::County | Role::Nation);
    let class = move || match (strong, app.pointing.get().and_then(Key::area) == Some(area)) {
        (true, true) => "nl-strong nl-lit",
        (true, false) => "nl-strong",
        (false, true) => "nl-lit",
        (false, false) => "",
    };
    let pin = match row.role {
        Role::Selected(n) => format!("nl-area-button nl-pin-{}", n % 6),
        _ => "nl-area-button".to_owned(),
    };
    let cells = row.cells.into_iter().map(|cell| {
        let class = match (cell.missing, cell.now) {
            (true, _) => "nl-none",
            (false, true) => "nl-now",
            (false, false) => "",
        };
        el("td").class(class).kid(cell.text)
    });
    el("tr")
        .live("class", class)
        .on("pointerenter", move |_| app.pointing.set(Some(Key::Area(area))))
        .on("pointerleave", move |_| app.pointing.set(None))
        .kid(
            el("th").at("scope", "row").kid(
                el("button")
                    .class(pin)
                    .at("type", "button")
                    .live("aria-pressed", move || app.state.with(|s| s.pin_of(area).is_some()).to_string())
                    .on("click", move |_| app.toggle(area))
                    .kid(row.name),
            ),
        )
        .kid(cells.collect::<Node>())
}
