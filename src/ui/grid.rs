//! The numbers of a picture as a table that scrolls within its own width, to be taken along.

use crate::view::spec::grid::{Grid, GridRow};

use super::context::App;
use super::dom::{El, Node, el};
use super::take::table_button;

/// The table.
pub fn grid(grid: &Grid, label: &str) -> El {
    let head = |title: &str| el("th").at("scope", "col").kid(title);
    let mut heads = vec![head(&grid.head)];
    heads.extend(grid.columns.iter().map(|title| head(title)));
    let span = grid.columns.len() + 1;
    let scroll =
        el("div").class("nl-scroll").at("tabindex", "0").at("role", "region").at("aria-label", label);
    let scroll = scroll.kid(
        el("table")
            .class("nl-table")
            .at("aria-label", label)
            .kid(el("thead").kid(el("tr").kid(heads.into_iter().collect::<Node>())))
            .kid(el("tbody").kid(grid.rows.iter().map(|row| line(row, span)).collect::<Node>())),
    );
    el("div").at("data-grid", "").kid(scroll).kid(table_button(App::get(), None))
}

fn line(row: &GridRow, span: usize) -> El {
    if row.cells.is_empty() {
        return el("tr")
            .kid(el("th").at("scope", "rowgroup").at("colspan", span.to_string()).kid(row.name.as_str()));
    }
    let cell = |entry: &crate::view::spec::table::Entry| {
        el("td").class(if entry.missing { "nl-none" } else { "" }).kid(entry.text.as_str())
    };
    el("tr")
        .kid(el("th").at("scope", "row").kid(row.name.as_str()))
        .kid(row.cells.iter().map(cell).collect::<Node>())
}
