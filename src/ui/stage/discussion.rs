//! A question to the room.

use crate::ui::dom::{El, el};

/// The question, large.
pub fn discussion(scene: &str, question: String) -> El {
    el("section")
        .class("nl-discussion")
        .at("data-discussion", scene)
        .kid(el("h1").at("data-part", "headline").kid(question))
}
