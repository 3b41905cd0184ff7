//! Search over indicators and areas: a combobox with a list that opens under it.

use crate::base::locale::lower;
use crate::ui::dom::{El, Node, Slot, as_kind, el, part};
use crate::ui::signal::{Memo, RwSignal};
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::context::App;
use super::icon::{Icon, draw};
use super::state::Page;

/// Most rows shown.
const MOST: usize = 12;

#[derive(Clone, PartialEq)]
struct Hit {
    title: String,
    kind: String,
    page: Page,
}

/// The search field of the head.
pub fn search() -> El {
    let app = App::get();
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let field = Slot::default();
    let hits = Memo::new(move || typed.with(|t| find(app, t)));
    let shown = Memo::new(move || open.get() && typed.with(|t| !t.trim().is_empty()));

    let choose = move |page: Page| {
        app.state.update(|s| {
            s.page = page;
            s.period = None;
        });
        typed.set(String::new());
        open.set(false);
        if let Some(input) = field.of::<web_sys::HtmlElement>() {
            let _ = input.blur();
        }
    };
    let keys = move |event: Event| {
        let event: KeyboardEvent = as_kind(event);
        let count = hits.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => active.update(|a| *a = if *a + 1 < count { *a + 1 } else { 0 }),
            "ArrowUp" => active.update(|a| *a = a.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" => {
                if let Some(page) = hits.with(|h| h.get(active.get()).map(|hit| hit.page)) {
                    choose(page);
                }
            }
            "Escape" => {
                typed.set(String::new());
                open.set(false);
            }
            _ => return,
        }
        event.prevent_default();
    };
    let input = move |event| {
        typed.set(event_target_value(&event));
        active.set(0);
        open.set(true);
    };
    el("div")
        .class("nl-search")
        .at("role", "search")
        .at("data-part", "search")
        .kid(draw(Icon::Search))
        .kid(
            el("input")
                .held(field)
                .at("type", "text")
                .at("role", "combobox")
                .at("autocomplete", "off")
                .at("spellcheck", "false")
                .at("aria-autocomplete", "list")
                .at("aria-controls", "nl-found")
                .live("aria-expanded", move || shown.get().to_string())
                .live("aria-activedescendant", move || {
                    shown.get().then(|| format!("nl-found-{}", active.get()))
                })
                .live("aria-label", move || app.words().search)
                .live("placeholder", move || app.words().search)
                .value(move || typed.get())
                .on("input", input)
                .on("keydown", keys)
                .on("focus", move |_| open.set(true))
                .on("blur", move |_| open.set(false)),
        )
        .kid(
            el("div")
                .at("id", "nl-found")
                .class("nl-found")
                .live("hidden", move || !shown.get())
                .kid(el("div").at("role", "listbox").live("aria-label", move || app.words().search).kid(
                    part(move || {
                        hits.get()
                            .into_iter()
                            .enumerate()
                            .map(|(n, hit)| {
                                let page = hit.page;
                                // Down, not click: the field's blur would close the list before a click lands.
                                el("div")
                                    .at("role", "option")
                                    .at("id", format!("nl-found-{n}"))
                                    .live("aria-selected", move || (active.get() == n).to_string())
                                    .on("pointerdown", move |event: Event| {
                                        event.prevent_default();
                                        choose(page);
                                    })
                                    .on("pointermove", move |_| active.set(n))
                                    .kid(el("span").kid(hit.title))
                                    .kid(el("small").kid(hit.kind))
                            })
                            .collect::<Node>()
                    }),
                ))
                .kid(part(move || {
                    hits.with(Vec::is_empty)
                        .then(|| el("p").class("nl-nothing").kid(app.words().nothing_found))
                })),
        )
}

/// Areas and indicators whose name holds every word, those that begin with it first.
fn find(app: App, text: &str) -> Vec<Hit> {
    let wanted: Vec<String> = text.split_whitespace().map(lower).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let locale = app.locale.get();
    let w = app.words();
    let mut found: Vec<(u8, Hit)> = Vec::new();
    let mut consider = |title: &str, more: &str, kind: &str, page: Page| {
        let name = lower(title);
        let whole = format!("{name} {}", lower(more));
        if wanted.iter().all(|word| whole.contains(word.as_str())) {
            let first = wanted.first().map_or("", String::as_str);
            let grade = if name.starts_with(first) { 0 } else { u8::from(!name.contains(first)) + 1 };
            found.push((grade, Hit { title: title.to_owned(), kind: kind.to_owned(), page }));
        }
    };
    app.data.with(|d| {
        let regions = d.regions();
        consider(
            regions.get(regions.county()).name.get(locale),
            "",
            w.county_word,
            Page::Area(regions.county()),
        );
        for &area in regions.members() {
            consider(regions.get(area).name.get(locale), "", w.municipality_word, Page::Area(area));
        }
        for id in d.ids() {
            let indicator = d.indicator(id);
            let focus = indicator.focus_area.and_then(|f| d.strategy().focus_areas.get(f));
            let kind = focus.map_or(w.background, |f| f.short.get(locale));
            let more = format!(
                "{} {}",
                indicator.subject.get(locale),
                indicator.source.table.as_deref().unwrap_or("")
            );
            consider(indicator.title.get(locale), &more, kind, Page::Indicator(id));
        }
    });
    crate::base::order::sort_by(&mut found, &mut |a, b| a.0.cmp(&b.0));
    found.into_iter().take(MOST).map(|f| f.1).collect()
}
