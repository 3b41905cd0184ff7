//! What lies behind a line that is opened: made when it first is, and kept in step from then on.

use super::dom::{El, Node, el, part, text};
use super::signal::RwSignal;

/// A fold named `name` in the DOM under this title.
pub fn fold(
    name: &'static str,
    title: impl FnMut() -> &'static str + 'static,
    mut inside: impl FnMut() -> Node + 'static,
) -> El {
    let opened = RwSignal::new(false);
    el("details")
        .at("data-part", name)
        .on("toggle", move |_| {
            // Closing tells it too, and what is set counts as changed.
            if !opened.get_untracked() {
                opened.set(true);
            }
        })
        .kid(el("summary").kid(text(title)))
        .kid(part(move || if opened.get() { inside() } else { Node::None }))
}
