//! “Använd vidare”: embed, save as a file, open another bundle.
//!
//! Only markup and words. The buttons say what is wanted by `data-` attributes; `www/save.js` and
//! `www/embedding.js` do it, since files, frames and code are the page's business, not the picture's.

use crate::ui::dom::{El, Node, el, many, part, text};

use crate::view::words::host::{HostWords, host};
use crate::view::words::stage::{StageWords, stage};

use super::context::App;
use super::icon::{Icon, draw};
use super::signal::Memo;
use super::state::Page;
use crate::base::{id::IndicatorId, period::Period};
use crate::view::{
    aspect::{self, Aspect},
    permalink,
    spec::Shown,
    words::aspects::aspects,
};

/// The menu in the head of the app.
pub fn share() -> Node {
    let app = App::get();
    let say = move |of: fn(&'static HostWords) -> &'static str| text(move || of(host(app.locale.get())));
    many()
        .kid(
            el("details")
                .class("nl-menu nl-share")
                .at("data-part", "share")
                .kid(
                    el("summary")
                        .class("nl-button nl-plain")
                        .live("aria-label", move || host(app.locale.get()).share)
                        .kid(draw(Icon::Share))
                        .kid(el("span").class("nl-wordy").kid(say(|w| w.share))),
                )
                .kid(
                    el("div")
                        .class("nl-pop")
                        .kid(
                            el("div")
                                .class("nl-embedding")
                                .kid(el("h2").kid(say(|w| w.embed)))
                                .kid(el("p").kid(say(|w| w.embed_lead)))
                                .kid(
                                    el("p").class("nl-choices").kid(
                                        el("button")
                                            .class("nl-button")
                                            .at("type", "button")
                                            .at("data-embed-open", "")
                                            .kid(say(|w| w.embed))
                                            .kid(" …"),
                                    ),
                                ),
                        )
                        .kid(el("h2").kid(say(|w| w.save)))
                        .kid(el("p").kid(say(|w| w.save_lead)))
                        .kid(
                            el("p")
                                .class("nl-choices")
                                .kid(
                                    el("button")
                                        .class("nl-button")
                                        .at("type", "button")
                                        .at("data-save", "start")
                                        .kid(say(|w| w.save_start)),
                                )
                                .kid(
                                    el("button")
                                        .class("nl-button")
                                        .at("type", "button")
                                        .at("data-save", "now")
                                        .kid(say(|w| w.save_now)),
                                ),
                        )
                        .kid(app.staging.is_some().then(|| capture(app)))
                        .kid(el("h2").kid(say(|w| w.open)))
                        .kid(el("p").kid(say(|w| w.open_lead)))
                        .kid(
                            el("label").class("nl-button nl-file").kid(say(|w| w.open_choose)).kid(
                                el("input")
                                    .class("nl-hidden")
                                    .at("type", "file")
                                    .at("accept", ".json,application/json")
                                    .at("data-part", "open-file"),
                            ),
                        ),
                ),
        )
        .kid(part(move || dialog(app, app.page.get())))
}

/// Makes a scene of the page.
fn capture(app: App) -> Node {
    let word = move |of: fn(&'static StageWords) -> &'static str| text(move || of(stage(app.locale.get())));
    many().kid(el("h2").kid(word(|w| w.present))).kid(
        el("p").class("nl-choices").kid(
            el("button")
                .class("nl-button")
                .at("type", "button")
                .at("data-part", "capture-page")
                .on("click", move |_| super::stage::capture(app))
                .kid(word(|w| w.capture)),
        ),
    )
}

/// One choice among several, or one box to tick.
fn option(kind: &'static str, name: &'static str, value: String, label: String, on: bool) -> El {
    el("label")
        .kid(el("input").at("type", kind).at("name", name).at("value", value).at("checked", on))
        .kid(el("span").kid(label))
}

/// The figures as a file, for code that names it.
fn kept(w: &HostWords) -> El {
    el("div")
        .class("nl-kept")
        .at("data-embed-kept", "")
        .at("hidden", "")
        .kid(
            el("button")
                .class("nl-button")
                .at("type", "button")
                .at("data-embed-keep", "")
                .kid(w.embed_download),
        )
        .kid(el("p").kid(el("code").at("data-embed-name", "")).kid(" ").kid(w.embed_beside))
}

fn radio(name: &'static str, value: &str, label: &str, on: bool) -> El {
    option("radio", name, value.to_owned(), label.to_owned(), on)
}

fn tick(name: &'static str, value: &str, label: &str, on: bool) -> El {
    option("checkbox", name, value.to_owned(), label.to_owned(), on)
}

/// What an indicator's views may show, as far as it is known: nothing before its values are there.
#[derive(Clone, Default, PartialEq)]
struct Offered {
    /// The year on the screen, also where that is the latest.
    year: Option<Period>,
    /// Whether that year was asked for.
    stays: bool,
    /// Whether women and men are told apart.
    sexes: bool,
    /// The ways to look over time, and the one on the screen.
    ways: Vec<Aspect>,
    way: Aspect,
}

/// What there is to choose about an indicator's views.
fn of_indicator(app: App, id: IndicatorId) -> Node {
    let (w, words) = (host(app.locale.get()), app.words());
    // Apart, as no year changes it.
    let reading =
        Memo::new(move || app.data.with(|data| app.state.with(|s| Some(s.reading(data.table(id)?)))));
    let ways = Memo::new(move || {
        app.data.with(|data| {
            let (table, reading) = (data.table(id)?, reading.get()?);
            Some(aspect::offered(&Shown { data, id, table, reading, pinned: &[], locale: app.locale.get() }))
        })
    });
    let offered = Memo::new(move || {
        let state = app.state.get();
        app.data.with(|data| {
            let Some(table) = data.table(id) else { return Offered::default() };
            let (reading, locale) = (state.reading(table), state.locale);
            let shown = Shown { data, id, table, reading, pinned: &[], locale };
            Offered {
                year: shown.period(state.period),
                stays: state.period.is_some(),
                sexes: table.has_sexes(table.default_group().origin),
                ways: ways.get().unwrap_or_default(),
                way: state.aspect,
            }
        })
    });
    let ways = move |of: &Offered| {
        let named = aspects(app.locale.get());
        let choice = |&aspect: &Aspect| {
            el("option")
                .at("value", permalink::word(Aspect::ALL, aspect))
                .at("selected", of.way == aspect)
                .kid((named.name)(aspect))
        };
        (of.ways.len() > 1).then(|| {
            el("select")
                .class("nl-select")
                .at("name", "show")
                .at("aria-label", named.group)
                .kid(of.ways.iter().map(choice).collect::<Node>())
        })
    };
    many()
        .kid(
            el("fieldset")
                .kid(el("legend").kid(w.view))
                .kid(radio("view", "map", words.map, true))
                .kid(radio("view", "ranking", words.ranking, false))
                .kid(part(move || {
                    offered.with(|o| o.sexes.then(|| radio("view", "gap", words.women_and_men, false)))
                }))
                .kid(radio("view", "time", words.over_time, false))
                .kid(part(move || offered.with(ways)))
                .kid(radio("view", "table", words.table, false))
                .kid(radio("view", "page", w.whole_page, false)),
        )
        .kid(el("fieldset").kid(el("legend").kid(w.embed_year)).kid(part(move || {
            let (year, stays) = offered.with(|o| (o.year, o.stays));
            many().kid(radio("year", "latest", w.embed_latest, !stays)).kid(year.map(|y| {
                let y = y.to_string();
                radio("year", &y, &(w.embed_frozen)(&y), stays)
            }))
        })))
        .kid(
            el("fieldset")
                .kid(el("legend").kid(w.embed_controls))
                .kid(tick("controls", "year", w.embed_period, true))
                .kid(tick("controls", "breakdown", w.embed_breakdown, true))
                .kid(tick("controls", "show", w.embed_show, true))
                .kid(tick("controls", "area", w.embed_pins, false))
                .kid(tick("controls", "classes", w.embed_classes, false))
                .kid(tick("controls", "view", w.embed_view, false))
                .kid(tick("controls", "indicator", w.embed_indicator, false)),
        )
        .kid(el("fieldset").kid(el("legend").kid(w.embed_locked)).kid(tick(
            "lock",
            "area",
            w.embed_area,
            false,
        )))
}

fn dialog(app: App, page: Page) -> El {
    let (w, words) = (host(app.locale.get()), app.words());
    let code = |label: &'static str, name: &'static str| {
        el("div")
            .class("nl-code")
            .kid(
                el("label").kid(label).kid(
                    el("textarea")
                        .at("readonly", "")
                        .at("rows", "4")
                        .at("spellcheck", "false")
                        .at("data-embed-element", (name == "element").then_some(""))
                        .at("data-embed-frame", (name == "frame").then_some("")),
                ),
            )
            .kid(
                el("button")
                    .class("nl-button")
                    .at("type", "button")
                    .at("data-embed-copy", name)
                    .kid(w.copy_code),
            )
    };
    let language = app.locale.get().tag();
    el("dialog")
        .class("nl-dialog")
        .at("data-embed-dialog", "")
        .at("aria-labelledby", "nl-embed-title")
        .at("data-site", w.embed_site)
        .kid(
            el("div").class("nl-dialog-head").kid(el("h2").at("id", "nl-embed-title").kid(w.embed)).kid(
                el("button")
                    .class("nl-button nl-round")
                    .at("type", "button")
                    .at("data-embed-close", "")
                    .at("aria-label", words.close)
                    .kid(draw(Icon::Cross)),
            ),
        )
        .kid(
            el("div")
                .class("nl-dialog-body")
                .kid(
                    el("form")
                        .kid(match page {
                            Page::Indicator(id) => of_indicator(app, id),
                            _ => {
                                el("input").at("type", "hidden").at("name", "view").at("value", "page").into()
                            }
                        })
                        .kid(
                            el("fieldset")
                                .kid(el("legend").kid(w.embed_data))
                                .kid(radio("data", "live", w.embed_live, true))
                                .kid(radio("data", "frozen", w.embed_kept, false)),
                        )
                        .kid(
                            el("fieldset")
                                .class("nl-pair")
                                .kid(
                                    el("label").kid(words.language).kid(
                                        el("select")
                                            .class("nl-select")
                                            .at("name", "lang")
                                            .kid(
                                                el("option")
                                                    .at("value", "sv")
                                                    .at("selected", language == "sv")
                                                    .kid("Svenska"),
                                            )
                                            .kid(
                                                el("option")
                                                    .at("value", "en")
                                                    .at("selected", language == "en")
                                                    .kid("English"),
                                            ),
                                    ),
                                )
                                .kid(
                                    el("label").kid(words.theme).kid(
                                        el("select")
                                            .class("nl-select")
                                            .at("name", "theme")
                                            .kid(el("option").at("value", "auto").kid(words.theme_auto))
                                            .kid(el("option").at("value", "light").kid(words.theme_light))
                                            .kid(el("option").at("value", "dark").kid(words.theme_dark)),
                                    ),
                                ),
                        ),
                )
                .kid(
                    el("div")
                        .class("nl-result")
                        .kid(kept(w))
                        .kid(el("p").class("nl-offline").kid(w.embed_elsewhere))
                        .kid(el("p").at("data-embed-local", "").at("hidden", "").kid(w.embed_local))
                        .kid(code(w.code_element, "element"))
                        .kid(code(w.code_frame, "frame"))
                        .kid(
                            el("p")
                                .at("role", "status")
                                .at("data-embed-said", "")
                                .at("data-words", w.code_copied)
                                .at("data-by-hand", words.copy_by_hand),
                        )
                        .kid(el("h3").class("nl-online").kid(w.preview))
                        .kid(
                            el("iframe")
                                .class("nl-online")
                                .at("data-embed-preview", "")
                                .at("title", w.preview)
                                .at("width", "100%")
                                .at("height", "520"),
                        ),
                ),
        )
}
