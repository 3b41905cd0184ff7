//! The body of the table: rows stay, only what differs is written, so that years play smoothly
//! over hundreds of areas.

use web_sys::Element;

use leptos::prelude::document;

use crate::base::id::AreaId;
use crate::ui::context::App;
use crate::ui::dom::{El, Slot, el};
use crate::ui::signal::{Memo, effect};
use crate::view::{look::Role, scene::Key, spec::table::Row};

/// One row on the page and what it shows.
struct Line {
    tr: Element,
    button: Element,
    cells: Vec<Element>,
    shown: Option<Row>,
    lit: bool,
}

/// The rows, each with a button that pins its area. Pointing at a row points at its area.
pub fn body(app: App, rows: Memo<Vec<Row>>) -> El {
    let root = Slot::default();
    let mut lines: Vec<Line> = Vec::new();
    effect(move || {
        let Some(root) = root.get() else { return };
        let lit = app.pointing.get().and_then(Key::area);
        rows.with(|rows| {
            for gone in lines.drain(rows.len().min(lines.len())..) {
                gone.tr.remove();
            }
            while lines.len() < rows.len() {
                let Some(line) = fresh(&root, lines.len()) else { return };
                lines.push(line);
            }
            for (line, row) in lines.iter_mut().zip(rows) {
                write(app, line, row, lit == Some(row.area));
            }
        });
    });
    let area = move |event: &web_sys::Event, selector: &str| -> Option<AreaId> {
        let target: Element = wasm_bindgen::JsCast::dyn_into(event.target()?).ok()?;
        let at: usize =
            target.closest(selector).ok()??.closest("tr").ok()??.get_attribute("data-row")?.parse().ok()?;
        rows.with_untracked(|rows| rows.get(at).map(|row| row.area))
    };
    el("tbody")
        .held(root)
        .on("click", move |event| {
            if let Some(area) = area(&event, "button") {
                app.toggle(area);
            }
        })
        .on("pointerover", move |event| {
            let key = area(&event, "tr").map(Key::Area);
            if app.pointing.get_untracked() != key {
                app.pointing.set(key);
            }
        })
        .on("pointerleave", move |_| app.pointing.set(None))
}

/// An empty row at the end of the table. Making and adding elements fails for no known tag.
fn fresh(root: &Element, at: usize) -> Option<Line> {
    let tr = add(root, "tr", &[("data-row", &at.to_string())])?;
    let th = add(&tr, "th", &[("scope", "row")])?;
    let button = add(&th, "button", &[("type", "button")])?;
    Some(Line { tr, button, cells: Vec::new(), shown: None, lit: false })
}

fn add(parent: &Element, tag: &str, attributes: &[(&str, &str)]) -> Option<Element> {
    let element = document().create_element(tag).ok()?;
    for (name, value) in attributes {
        let _ = element.set_attribute(name, value);
    }
    parent.append_child(&element).ok()?;
    Some(element)
}

fn write(app: App, line: &mut Line, row: &Row, lit: bool) {
    let old = line.shown.take();
    if old.as_ref().is_none_or(|o| o.role != row.role) || line.lit != lit {
        let strong = matches!(row.role, Role::County | Role::Nation);
        line.tr.set_class_name(match (strong, lit) {
            (true, true) => "nl-strong nl-lit",
            (true, false) => "nl-strong",
            (false, true) => "nl-lit",
            (false, false) => "",
        });
        line.lit = lit;
        let (class, pinned) = match row.role {
            Role::Selected(n) => (format!("nl-area-button nl-pin-{}", n % 6), "true"),
            _ => ("nl-area-button".to_owned(), "false"),
        };
        line.button.set_class_name(&class);
        let _ = line.button.set_attribute("aria-pressed", pinned);
    }
    if old.as_ref().is_none_or(|o| o.name != row.name) {
        line.button.set_text_content(Some(&row.name));
        let _ = line.tr.set_attribute("data-code", &app.region(row.area, |r| r.code.clone()));
    }
    for gone in line.cells.drain(row.cells.len().min(line.cells.len())..) {
        gone.remove();
    }
    for (at, cell) in row.cells.iter().enumerate() {
        let before = old.as_ref().and_then(|o| o.cells.get(at));
        if line.cells.len() <= at {
            let Some(td) = add(&line.tr, "td", &[]) else { return };
            line.cells.push(td);
        } else if before == Some(cell) {
            continue;
        }
        if let Some(td) = line.cells.get(at) {
            td.set_class_name(match (cell.missing, cell.now) {
                (true, _) => "nl-none",
                (false, true) => "nl-now",
                (false, false) => "",
            });
            td.set_text_content(Some(&cell.text));
        }
    }
    line.shown = Some(row.clone());
}
