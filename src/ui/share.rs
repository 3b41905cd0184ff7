//! “Använd vidare”: embed, save as a file, open another bundle.
//!
//! Only markup and words. The buttons say what is wanted by `data-` attributes; `www/save.js` and
//! `www/embedding.js` do it, since files, frames and code are the page's business, not the picture's.

use crate::ui::boxed::{attr, part, text};
use leptos::prelude::*;

use crate::view::words::host::{HostWords, host};

use super::context::App;
use super::icon::{Draw, Icon};
use super::state::Page;

/// The menu in the head of the app.
#[component]
pub fn Share() -> impl IntoView {
    let app = App::get();
    let say = move |of: fn(&'static HostWords) -> &'static str| text(move || of(host(app.locale.get())));
    let embeddable = move || matches!(app.page.get(), Page::Indicator(_));
    view! {
        <details class="nl-menu nl-share" data-part="share">
            <summary class="nl-button nl-plain" aria-label=attr(move || host(app.locale.get()).share)>
                <Draw icon=Icon::Share/><span class="nl-wordy">{say(|w| w.share)}</span>
            </summary>
            <div class="nl-pop">
                {part(move || embeddable().then(|| {
                    let w = host(app.locale.get());
                    view! {
                        <div class="nl-embedding">
                            <h2>{w.embed}</h2>
                            <p>{w.embed_lead}</p>
                            <p class="nl-choices"><button class="nl-button" type="button" data-embed-open="">{w.embed}" …"</button></p>
                        </div>
                    }
                }))}
                <h2>{say(|w| w.save)}</h2>
                <p>{say(|w| w.save_lead)}</p>
                <p class="nl-choices">
                    <button class="nl-button" type="button" data-save="start">{say(|w| w.save_start)}</button>
                    <button class="nl-button" type="button" data-save="now">{say(|w| w.save_now)}</button>
                </p>
                <h2>{say(|w| w.open)}</h2>
                <p>{say(|w| w.open_lead)}</p>
                <label class="nl-button nl-file">{say(|w| w.open_choose)}<input class="nl-hidden" type="file" accept=".json,application/json" data-part="open-file"/></label>
            </div>
        </details>
        {part(move || embeddable().then(|| dialog(app)))}
    }
}

/// One choice among several, or one box to tick.
fn option(kind: &'static str, name: &'static str, value: String, label: String, on: bool) -> AnyView {
    view! { <label><input type=kind name=name value=value checked=on/><span>{label}</span></label> }
        .into_any()
}

fn dialog(app: App) -> AnyView {
    let (w, words) = (host(app.locale.get()), app.words());
    let year = app.state.with_untracked(|s| s.period.map(|p| p.to_string()));
    let radio =
        |name, value: &str, label: &str, on| option("radio", name, value.to_owned(), label.to_owned(), on);
    let tick =
        |name, value: &str, label: &str, on| option("checkbox", name, value.to_owned(), label.to_owned(), on);
    let code = |label: &'static str, name: &'static str| {
        view! {
            <div class="nl-code">
                <label>{label}<textarea readonly rows="4" spellcheck="false" data-embed-element=(name == "element").then_some("") data-embed-frame=(name == "frame").then_some("")></textarea></label>
                <button class="nl-button" type="button" data-embed-copy=name>{w.copy_code}</button>
            </div>
        }
        .into_any()
    };
    let language = app.locale.get().tag();
    view! {
        <dialog class="nl-dialog" data-embed-dialog="" aria-labelledby="nl-embed-title">
            <div class="nl-dialog-head">
                <h2 id="nl-embed-title">{w.embed}</h2>
                <button class="nl-button nl-round" type="button" data-embed-close="" aria-label=words.close><Draw icon=Icon::Cross/></button>
            </div>
            <div class="nl-dialog-body">
                <form>
                    <fieldset><legend>{w.view}</legend>
                        {radio("view", "map", words.map, true)}
                        {radio("view", "ranking", words.ranking, false)}
                        {radio("view", "gap", words.women_and_men, false)}
                        {radio("view", "time", words.over_time, false)}
                        {radio("view", "table", words.table, false)}
                        {radio("view", "page", w.whole_page, false)}
                    </fieldset>
                    <fieldset><legend>{w.embed_year}</legend>
                        {radio("year", "latest", w.embed_latest, year.is_none())}
                        {year.map(|y| radio("year", &y, &(w.embed_frozen)(&y), true))}
                    </fieldset>
                    <fieldset><legend>{w.embed_controls}</legend>
                        {tick("controls", "year", w.embed_period, true)}
                        {tick("controls", "breakdown", w.embed_breakdown, true)}
                        {tick("controls", "area", w.embed_pins, false)}
                        {tick("controls", "classes", w.embed_classes, false)}
                        {tick("controls", "view", w.embed_view, false)}
                        {tick("controls", "indicator", w.embed_indicator, false)}
                    </fieldset>
                    <fieldset><legend>{w.embed_locked}</legend>{tick("lock", "area", w.embed_area, false)}</fieldset>
                    <fieldset class="nl-pair">
                        <label>{words.language}<select class="nl-select" name="lang">
                            <option value="sv" selected=language == "sv">"Svenska"</option>
                            <option value="en" selected=language == "en">"English"</option>
                        </select></label>
                        <label>{words.theme}<select class="nl-select" name="theme">
                            <option value="auto">{words.theme_auto}</option>
                            <option value="light">{words.theme_light}</option>
                            <option value="dark">{words.theme_dark}</option>
                        </select></label>
                    </fieldset>
                </form>
                <div class="nl-result">
                    {code(w.code_element, "element")}
                    {code(w.code_frame, "frame")}
                    <p role="status" data-embed-said="" data-words=w.code_copied></p>
                    <h3>{w.preview}</h3>
                    <iframe data-embed-preview="" title=w.preview width="100%" height="520"></iframe>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}
