//! Search over indicators and areas: a combobox with a list that opens under it.

use crate::base::{locale::Locale, text::Text};
use crate::ui::dom::{El, Node, Slot, as_kind, el, part, text};
use crate::ui::signal::{Memo, RwSignal};
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

use super::context::App;
use super::icon::{Icon, draw};
use super::state::Page;
use crate::analysis::gap::Pair;
use crate::model::Table;
use crate::view::{
    meant::{ORIGINS, SEXES},
    search::{Findable, grade},
    words::overview::overview,
};

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
    // Nothing is chosen until an arrow or the pointer does it.
    let active: RwSignal<Option<usize>> = RwSignal::new(None);
    let field = Slot::default();
    let all = Memo::new(move || findable(app));
    // Nothing is made ready before the first letter.
    let hits = Memo::new(move || {
        typed.with(|t| if t.trim().is_empty() { Vec::new() } else { all.with(|all| find(all, t)) })
    });
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
            "ArrowDown" => {
                active.update(|a| *a = Some(a.map_or(0, |a| a + 1)).filter(|&a| a < count).or(Some(0)))
            }
            "ArrowUp" => {
                active.update(|a| *a = Some(a.unwrap_or(0).checked_sub(1).unwrap_or(count.saturating_sub(1))))
            }
            "Enter" => {
                if let Some(page) = hits.with(|h| h.get(active.get().unwrap_or(0)).map(|hit| hit.page)) {
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
        active.set(None);
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
                    active.get().filter(|_| shown.get()).map(|n| format!("nl-found-{n}"))
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
                                    .live("aria-selected", move || (active.get() == Some(n)).to_string())
                                    .on("pointerdown", move |event: Event| {
                                        event.prevent_default();
                                        choose(page);
                                    })
                                    .on("pointermove", move |_| active.set(Some(n)))
                                    .kid(el("span").kid(hit.title))
                                    .kid(el("small").kid(hit.kind))
                            })
                            .collect::<Node>()
                    }),
                ))
                .kid(el("p").class("nl-nothing").at("role", "status").kid(text(move || {
                    if hits.with(Vec::is_empty) { app.words().nothing_found } else { "" }
                }))),
        )
}

/// Areas and indicators with what they can be found by.
fn findable(app: App) -> Vec<(Findable, Hit)> {
    let locale = app.locale.get();
    let w = app.words();
    let mut all = Vec::new();
    let mut add = |title: &Text, also: &[&str], about: &[&Text], kind: &str, page: Page| {
        let name = title.get(locale);
        let also = format!("{} {}", both(title), also.join(" "));
        let about = about.iter().map(|text| both(text)).collect::<Vec<_>>().join(" ");
        let hit = Hit { title: name.to_owned(), kind: kind.to_owned(), page };
        all.push((Findable::new(name, &also, &about), hit));
    };
    app.data.with(|d| {
        let regions = d.regions();
        let county = regions.county();
        let [sv, en] = [Locale::Sv, Locale::En].map(overview);
        let whole = Text { sv: sv.name.to_owned(), en: Some(en.name.to_owned()) };
        let county_name = regions.get(county).name.get(locale);
        add(&whole, &[sv.link, en.link], &[], county_name, Page::Overview);
        add(&regions.get(county).name, &[], &[], w.county_word, Page::Area(county));
        for &area in regions.members() {
            let region = regions.get(area);
            // “Ljusnarsbergs kommun”, and by its number.
            let whole = format!("{}s kommun {}", region.name.get(Locale::Sv), region.code);
            add(&region.name, &[&whole], &[], w.municipality_word, Page::Area(area));
        }
        for id in d.ids() {
            let indicator = d.indicator(id);
            let focus = indicator.focus_area.and_then(|f| d.strategy().focus_areas.get(f));
            let kind = focus.map_or(app.unplanned(), |f| f.short.get(locale));
            let mut about = vec![&indicator.definition, &indicator.unit.short];
            about.extend(focus.map(|f| &f.title));
            about.extend(indicator.priority_area.and_then(|p| d.strategy().priority_areas.get(p)));
            let table = indicator.source.table.as_deref().unwrap_or_default();
            let subject = both(&indicator.subject);
            let groups = Text { sv: d.table(id).map_or_else(String::new, |t| groups_of(t)), en: None };
            about.push(&groups);
            add(&indicator.title, &[&subject, table], &about, kind, Page::Indicator(id));
        }
    });
    all
}

/// Words for the groups of people that a table tells apart.
fn groups_of(table: &Table) -> String {
    let base = table.default_group();
    let sexes = Pair::Sexes.is_in(table, base).then_some(SEXES);
    let origins = Pair::of_origins(table, base).map(|_| ORIGINS);
    [sexes, origins].map(Option::unwrap_or_default).join(" ")
}

/// Those that fit every word, the ones that fit best first.
fn find(all: &[(Findable, Hit)], text: &str) -> Vec<Hit> {
    let mut found: Vec<(u8, &Hit)> = Vec::new();
    for (of, hit) in all {
        found.extend(grade(text, of).map(|grade| (grade, hit)));
    }
    crate::base::order::sort_by(&mut found, &mut |a, b| a.0.cmp(&b.0));
    found.into_iter().take(MOST).map(|f| f.1.clone()).collect()
}

/// A text in both languages: a reader may know a name in the other one.
fn both(text: &Text) -> String {
    format!("{} {}", text.get(Locale::Sv), text.get(Locale::En))
}
