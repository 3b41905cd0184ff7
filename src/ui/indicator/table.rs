//! The table: every value, sortable, reasons spelled out.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::{Memo, RwSignal};
use leptos::prelude::*;

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
#[component]
pub fn TablePanel() -> impl IntoView {
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
    view! {
        <section class="nl-panel nl-wide" aria-labelledby="nl-h-table" data-part="table-panel">
            <header>
                <h2 class="nl-h" id="nl-h-table">{text(move || app.words().table)}</h2>
                {part(move || many.get().then(|| view! {
                    <button class="nl-button" type="button" data-part="every-year" aria-pressed=attr(move || every.get().to_string())
                        on:click=act(move |_| every.update(|e| *e = !*e))>{app.figures().every_period}</button>
                }))}
            </header>
            <div class="nl-scroll" tabindex="0" role="region" aria-labelledby="nl-caption">
                <table class="nl-table">
                    <caption id="nl-caption">{text(caption)}</caption>
                    <thead><tr>{part(move || columns.get().into_iter().map(move |c| head(app, sort, c)).collect_view())}</tr></thead>
                    <tbody>
                        {part(move || rows.get().into_iter().map(|row| line(app, row)).collect_view())}
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn head(app: App, sort: Memo<(SortBy, bool)>, column: Column) -> AnyView {
    let class = if column.now { "nl-now" } else { "" };
    let Some(by) = column.by else {
        return view! { <th scope="col" class=class>{column.title}</th> }.into_any();
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
    view! {
        <th scope="col" class=class aria-sort=attr(sorted)>
            <button type="button" on:click=act(click)>{column.title}<span aria-hidden="true">{text(mark)}</span></button>
        </th>
    }
    .into_any()
}

fn line(app: App, row: Row) -> impl IntoView {
    let area = row.area;
    let strong = matches!(row.role, Role::County | Role::Nation);
    let lit = move || app.pointing.get().and_then(Key::area) == Some(area);
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
        view! { <td class=class>{cell.text}</td> }
    });
    view! {
        <tr class:nl-strong=strong class:nl-lit=lit on:pointerenter=act(move |_| app.pointing.set(Some(Key::Area(area))))
            on:pointerleave=act(move |_| app.pointing.set(None))>
            <th scope="row">
                <button class=pin type="button" aria-pressed=attr(move || app.state.with(|s| s.pin_of(area).is_some()).to_string())
                    on:click=act(move |_| app.toggle(area))>{row.name}</button>
            </th>
            {cells.collect_view()}
        </tr>
    }
}
