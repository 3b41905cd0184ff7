//! Head and foot of every page: name, search, language, light or dark, link.

use crate::ui::boxed::{act, attr, part, text};
use crate::ui::signal::Memo;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::base::locale::Locale;

use super::context::App;
use super::icon::{Draw, Icon};
use super::search::Search;
use super::state::{Page, ThemeChoice};

/// The head.
#[component]
pub fn Top() -> impl IntoView {
    let app = App::get();
    let home = move || app.href(|s| s.page = Page::Start);
    let title = move || app.data.with(|d| d.meta().title.get(app.locale.get()).to_owned());
    let languages = move || app.data.with(|d| d.meta().languages.clone());
    view! {
        <header class="nl-top" data-part="top">
            <div class="nl-frame">
                <a class="nl-brand" href=attr(home) data-part="home"><Draw icon=Icon::Climb/><span>{text(title)}</span></a>
                <Search/>
                <div class="nl-tools">
                    {part(move || languages().into_iter().filter(|_| languages().len() > 1).map(language).collect_view())}
                    <ThemeButton/>
                    <LinkButton/>
                    <super::share::Share/>
                </div>
            </div>
        </header>
    }
}

fn language(locale: Locale) -> impl IntoView {
    let app = App::get();
    let (short, name) = match locale {
        Locale::Sv => ("sv", "Svenska"),
        Locale::En => ("en", "English"),
    };
    view! {
        <button class="nl-button nl-plain" type="button" lang=short aria-label=format!("{short} – {name}") data-part=format!("lang-{short}")
            aria-pressed=attr(move || (app.locale.get() == locale).to_string())
            on:click=act(move |_| app.state.update(|s| s.locale = locale))>{short}</button>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
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
    view! {
        <button class="nl-button nl-plain" type="button" data-part="theme" on:click=act(next)
            aria-label=attr(move || format!("{}: {}", app.words().theme, name()))>
            <Draw icon=Icon::Theme/><span class="nl-wordy">{text(name)}</span>
        </button>
    }
}

#[component]
fn LinkButton() -> impl IntoView {
    let app = App::get();
    let copy = move |_| {
        let address = window().location().href().unwrap_or_default();
        copy_text(app, address, |w| w.link_copied);
    };
    view! {
        <button class="nl-button nl-plain" type="button" data-part="copy-link" on:click=act(copy)
            aria-label=attr(move || app.words().copy_link)>
            <Draw icon=Icon::Link/><span class="nl-wordy">{text(move || app.words().copy_link)}</span>
        </button>
    }
}

/// Puts text on the clipboard and says that it is there, or shows it where there is no clipboard.
pub fn copy_text(app: App, text: String, done: fn(&'static crate::view::words::Words) -> &'static str) {
    let clipboard: wasm_bindgen::JsValue = window().navigator().clipboard().into();
    if clipboard.is_undefined() {
        // Pages opened from a file have no clipboard: show the text to copy by hand.
        let _ = window().prompt_with_message_and_default(app.words().copy_by_hand, &text);
        return;
    }
    let _ = clipboard.unchecked_into::<web_sys::Clipboard>().write_text(&text);
    app.said.set(done(app.words()).to_owned());
}

/// The foot: who, when, licence, links.
#[component]
pub fn Foot() -> impl IntoView {
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
            ];
            let links = meta
                .links
                .iter()
                .map(|l| (l.text.get(locale).to_owned(), l.href.clone()))
                .collect::<Vec<_>>();
            (said.into_iter().flatten().collect::<Vec<_>>(), links)
        })
    };
    view! {
        <footer class="nl-foot" data-part="foot">
            <div class="nl-frame">
                {part(move || {
                    let (said, links) = lines();
                    let said = said.into_iter().map(|line| view! { <span>{line}</span> }).collect_view();
                    let links = links.into_iter().map(|(text, href)| view! { <a href=href rel="noreferrer">{text}</a> }).collect_view();
                    (said, links)
                })}
            </div>
        </footer>
    }
}
