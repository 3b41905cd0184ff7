//! “Använd vidare”: embed, save as a file, open another bundle.
//!
//! The buttons only say what is wanted; `www/save.js` does it, since files are the page's business.

use crate::ui::boxed::text;
use leptos::prelude::*;

use crate::view::words::host::{HostWords, host};

use super::context::App;

/// The menu in the head of the app.
#[component]
pub fn Share() -> impl IntoView {
    let app = App::get();
    let say = move |of: fn(&'static HostWords) -> &'static str| text(move || of(host(app.locale.get())));
    view! {
        <details class="nl-menu nl-share" data-part="share">
            <summary class="nl-button nl-plain">{say(|w| w.share)}</summary>
            <div class="nl-pop">
                <h2>{say(|w| w.save)}</h2>
                <p>{say(|w| w.save_lead)}</p>
                <p class="nl-choices">
                    <button class="nl-button" type="button" data-save="start" data-part="save-start">{say(|w| w.save_start)}</button>
                    <button class="nl-button" type="button" data-save="now" data-part="save-now">{say(|w| w.save_now)}</button>
                </p>
                <h2>{say(|w| w.open)}</h2>
                <p>{say(|w| w.open_lead)}</p>
                <label class="nl-button nl-file">{say(|w| w.open)}<input class="nl-hidden" type="file" accept=".json,application/json" data-part="open-file"/></label>
            </div>
        </details>
    }
}
