//! Head and foot of every page: name, search, language, light or dark, link.

use crate::ui::dom::{El, Node, el, many, part, text};
use crate::ui::signal::Memo;

use crate::base::locale::Locale;

use super::context::App;
use super::icon::{Icon, draw};
use super::search::search;
use super::state::{OnStage, Page, Role, ThemeChoice};
use crate::view::words::stage::stage;

/// The head.
pub fn top() -> El {
    let app = App::get();
    let home = move || app.href(|s| s.page = Page::Start);
    let title = move || app.data.with(|d| d.meta().title.get(app.locale.get()).to_owned());
    let languages = move || app.data.with(|d| d.meta().languages.clone());
    el("header").class("nl-top").at("data-part", "top").kid(
        el("div")
            .class("nl-frame")
            .kid(
                el("a")
                    .class("nl-brand")
                    .live("href", home)
                    .at("data-part", "home")
                    .kid(draw(Icon::Climb))
                    .kid(el("span").kid(text(title))),
            )
            .kid(search())
            .kid(
                el("div")
                    .class("nl-tools")
                    .kid(part(move || {
                        languages()
                            .into_iter()
                            .filter(|_| languages().len() > 1)
                            .map(language)
                            .collect::<Node>()
                    }))
                    .kid(theme_button())
                    .kid(link_button())
                    .kid(super::share::share())
                    .kid(app.staging.is_some().then(present_button)),
            ),
    )
}

fn language(locale: Locale) -> El {
    let app = App::get();
    let (short, name) = match locale {
        Locale::Sv => ("sv", "Svenska"),
        Locale::En => ("en", "English"),
    };
    el("button")
        .class("nl-button nl-plain")
        .at("type", "button")
        .at("lang", short)
        .at("aria-label", format!("{short} – {name}"))
        .at("data-part", format!("lang-{short}"))
        .live("aria-pressed", move || (app.locale.get() == locale).to_string())
        .on("click", move |_| app.state.update(|s| s.locale = locale))
        .kid(short)
}

fn theme_button() -> El {
    let app = App::get();
    let choice = Memo::new(move || app.state.with(|s| s.theme));
    let name = move || {
        let w = app.words();
        match choice.get() {
            ThemeChoice::Auto => w.theme_auto,
            ThemeChoice::Light => w.theme_light,
            ThemeChoice::Dark => w.theme_dark,
        }
    };
    let next = move |_| {
        app.state.update(|s| {
            s.theme = match s.theme {
                ThemeChoice::Auto => ThemeChoice::Light,
                ThemeChoice::Light => ThemeChoice::Dark,
                ThemeChoice::Dark => ThemeChoice::Auto,
            };
        });
        app.said.set(name().to_owned());
    };
    el("button")
        .class("nl-button nl-plain")
        .at("type", "button")
        .at("data-part", "theme")
        .on("click", next)
        .live("aria-label", move || format!("{}: {}", app.words().theme, name()))
        .kid(draw(Icon::Theme))
        .kid(el("span").class("nl-wordy").kid(text(name)))
}

/// Copies the address; `www/told.js` does it and says when it is done.
fn link_button() -> El {
    let app = App::get();
    el("button")
        .class("nl-button nl-plain")
        .at("type", "button")
        .at("data-part", "copy-link")
        .at("data-copy", "")
        .live("data-copied", move || app.words().link_copied)
        .live("data-by-hand", move || app.words().copy_by_hand)
        .live("aria-label", move || app.words().copy_link)
        .kid(draw(Icon::Link))
        .kid(el("span").class("nl-wordy").kid(text(move || app.words().copy_link)))
}

/// The way to the stage.
fn present_button() -> El {
    let app = App::get();
    let begin = move |_| {
        let (data, mut state) = (app.data.get_untracked(), app.state.get_untracked());
        state.stage = Some(OnStage { scene: 0, role: Role::Stage });
        app.state.set(state);
        if !data.story().scenes.is_empty() {
            super::stage::go(app, 0);
        }
    };
    let word = move || stage(app.locale.get()).present;
    el("button")
        .class("nl-button nl-plain")
        .at("type", "button")
        .at("data-part", "present")
        .on("click", begin)
        .live("aria-label", word)
        .kid(draw(Icon::Stage))
        .kid(el("span").class("nl-wordy").kid(text(word)))
}

/// The foot: who, when, licence, links.
pub fn foot() -> El {
    let app = App::get();
    let lines = move || {
        let (locale, w) = (app.locale.get(), app.words());
        app.data.with(|d| {
            let meta = d.meta();
            let borders = d.shapes().map(|s| s.source().get(locale).to_owned());
            let said = [
                Some(format!("{}: {}", w.publisher, meta.publisher.get(locale))),
                Some(format!("{}: {}", w.updated, meta.updated)),
                Some(format!("{}: {}", w.licence, meta.licence.get(locale))),
                borders.map(|b| format!("{}: {b}", w.borders)),
                meta.sha256.as_ref().map(|hash| format!("SHA-256: {hash}")),
            ];
            let links = meta
                .links
                .iter()
                .map(|l| (l.text.get(locale).to_owned(), l.href.clone()))
                .collect::<Vec<_>>();
            (said.into_iter().flatten().collect::<Vec<_>>(), links)
        })
    };
    el("footer").class("nl-foot").at("data-part", "foot").kid(el("div").class("nl-frame").kid(part(
        move || {
            let (said, links) = lines();
            let said = said.into_iter().map(|line| el("span").kid(line)).collect::<Node>();
            let links = links
                .into_iter()
                .map(|(text, href)| el("a").at("href", href).at("rel", "noreferrer").kid(text))
                .collect::<Node>();
            many().kid(said).kid(links)
        },
    )))
}
