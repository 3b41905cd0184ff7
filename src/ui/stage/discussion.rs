//! A question to the room: the frame of the notes and counts.
//!
//! Only markup and words. What is noted and counted comes and goes by `www/room/discussion.js`, since it
//! belongs to the talk, not to the story: it is in no address and in no bundle.

use crate::ui::context::App;
use crate::ui::dom::{El, Node, el};
use crate::view::words::discussion::{DiscussionWords, discussion as words};

/// The question of the scene with this id, with columns for notes, counts, and what to do with them.
pub fn discussion(scene: &str, question: String, text: String) -> El {
    let w = words(App::get().locale.get());
    el("section")
        .class("nl-discussion")
        .at("data-discussion", scene)
        .at("aria-label", w.hands_and_notes)
        .at("data-words-note", w.note)
        .at("data-words-left", w.left)
        .at("data-words-right", w.right)
        .at("data-words-remove", w.remove)
        .at("data-words-hands", w.hands)
        .at("data-words-label", w.label)
        .at("data-words-less", w.less)
        .at("data-words-more", w.more)
        .at("data-words-forget", w.forget)
        .at("data-words-unkept", w.unkept)
        .at("data-words-file", w.file)
        .kid(el("h1").at("data-part", "headline").at("data-question", "").kid(question))
        .kid((!text.is_empty()).then(|| el("p").class("nl-slide-text").kid(text)))
        .kid(columns(w))
        .kid(
            el("div")
                .class("nl-hands")
                .kid(el("h2").kid(w.hands))
                .kid(el("ul").at("data-hands", "").at("aria-label", w.hands))
                .kid(add("hand", w.add_hands, w.add)),
        )
        .kid(files(w))
}

fn columns(w: &DiscussionWords) -> El {
    let mut all = Vec::with_capacity(w.columns.len());
    for (name, number) in w.columns.into_iter().zip(["0", "1", "2"]) {
        let column = el("div")
            .class("nl-column")
            .at("data-column", number)
            .kid(
                el("input")
                    .at("data-field", "title")
                    .at("maxlength", "200")
                    .at("value", name)
                    .at("aria-label", w.column),
            )
            .kid(el("ul").at("data-notes", "").at("aria-label", name))
            .kid(add("note", w.add_note, w.add));
        all.push(Node::from(column));
    }
    el("div").class("nl-columns").kid(Node::Many(all))
}

/// A field for something new. Enter adds it.
fn add(what: &'static str, hint: &'static str, button: &'static str) -> El {
    el("form")
        .at("data-add", what)
        .at("autocomplete", "off")
        .kid(el("input").at("placeholder", hint).at("aria-label", hint).at("maxlength", "200"))
        .kid(el("button").class("nl-button").kid(button))
}

fn files(w: &DiscussionWords) -> El {
    let file = |form: &'static str, name: &'static str| {
        el("button").class("nl-button").at("type", "button").at("data-export", form).kid(name)
    };
    el("div")
        .class("nl-minutes")
        .at("role", "group")
        .at("aria-label", w.save)
        .kid(el("span").kid(w.save))
        .kid(file("txt", w.text_file))
        .kid(file("md", "Markdown"))
        .kid(file("json", "JSON"))
        .kid(
            el("label")
                .at("title", w.keep_what)
                .kid(el("input").at("type", "checkbox").at("data-keep", ""))
                .kid(el("span").kid(w.keep)),
        )
        .kid(el("p").at("role", "status"))
}
