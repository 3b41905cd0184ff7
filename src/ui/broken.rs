//! The page that is shown instead of the app when the bundle cannot be used. Never a blank page.

use crate::ui::dom::{El, el};

use crate::base::locale::Locale;
use crate::view::words::words;

/// What went wrong, in words for everybody and in details for the person who mends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which file.
    pub file: String,
    /// Where, what was expected, what was found, what to do.
    pub details: String,
}

/// Says what is wrong in Swedish and English; the bundle that would set the language is what broke.
pub fn broken(fault: Fault) -> El {
    let details = format!("{}\n{}", fault.file, fault.details);
    let (sv, en) = (words(Locale::Sv), words(Locale::En));
    el("div").class("nulage").at("lang", "sv").at("data-part", "broken").kid(
        el("main").class("nl-frame").kid(
            el("div")
                .class("nl-broken")
                .kid(el("h1").kid(sv.broken_title))
                .kid(el("p").kid(sv.broken_what))
                .kid(el("p").at("lang", "en").kid(en.broken_what))
                .kid(el("pre").at("tabindex", "0").kid(details.as_str()))
                .kid(
                    el("button")
                        .class("nl-button")
                        .at("type", "button")
                        .at("data-copy", details)
                        .at("data-copied", sv.broken_copied)
                        .at("data-by-hand", sv.copy_by_hand)
                        .kid(sv.broken_copy)
                        .kid(" · ")
                        .kid(el("span").at("lang", "en").kid(en.broken_copy)),
                ),
        ),
    )
}
