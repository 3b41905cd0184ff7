//! Search over indicators and areas: a combobox with a list that opens under it.

use crate::ui::boxed::{act, attr, part};
use crate::ui::signal::{Memo, RwSignal};
use leptos::{ev, html, prelude::*};

use super::context::App;
use super::icon::{Draw, Icon};
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
#[component]
pub fn Search() -> impl IntoView {
    let app = App::get();
    let typed = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let active = RwSignal::new(0_usize);
    let field = NodeRef::<html::Input>::new();
    let hits = Memo::new(move || typed.with(|t| find(app, t)));
    let shown = Memo::new(move || open.get() && typed.with(|t| !t.trim().is_empty()));

    let choose = move |page: Page| {
        app.state.update(|s| {
            s.page = page;
            s.period = None;
        });
        typed.set(String::new());
        open.set(false);
        if let Some(input) = field.get_untracked() {
            let _ = input.blur();
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
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
    view! {
        <div class="nl-search" role="search" data-part="search">
            <Draw icon=Icon::Search/>
            <input node_ref=field type="text" role="combobox" autocomplete="off" spellcheck="false" aria-autocomplete="list"
                aria-controls="nl-found" aria-expanded=attr(move || shown.get().to_string())
                aria-activedescendant=attr(move || shown.get().then(|| format!("nl-found-{}", active.get())))
                aria-label=attr(move || app.words().search) placeholder=attr(move || app.words().search)
                prop:value=move || typed.get() on:input=act(input) on:keydown=act(keys)
                on:focus=act(move |_| open.set(true)) on:blur=act(move |_| open.set(false))/>
            <div id="nl-found" class="nl-found" hidden=move || !shown.get()>
                <div role="listbox" aria-label=attr(move || app.words().search)>
                    {part(move || hits.get().into_iter().enumerate().map(|(n, hit)| {
                        let page = hit.page;
                        // Down, not click: the field's blur would close the list before a click lands.
                        view! {
                            <div role="option" id=format!("nl-found-{n}") aria-selected=attr(move || (active.get() == n).to_string())
                                on:pointerdown=act(move |event: ev::PointerEvent| { event.prevent_default(); choose(page); })
                                on:pointermove=act(move |_| active.set(n))>
                                <span>{hit.title}</span><small>{hit.kind}</small>
                            </div>
                        }
                    }).collect_view())}
                </div>
                {part(move || hits.with(Vec::is_empty).then(|| view! { <p class="nl-nothing">{app.words().nothing_found}</p> }))}
            </div>
        </div>
    }
}

/// Areas and indicators whose name holds every word, those that begin with it first.
fn find(app: App, text: &str) -> Vec<Hit> {
    let wanted: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let locale = app.locale.get();
    let w = app.words();
    let mut found: Vec<(u8, Hit)> = Vec::new();
    let mut consider = |title: &str, more: &str, kind: &str, page: Page| {
        let name = title.to_lowercase();
        let whole = format!("{name} {}", more.to_lowercase());
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
