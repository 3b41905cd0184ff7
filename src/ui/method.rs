//! “Hur räknas det?”: how computed numbers come about, opened where they are shown.

use crate::view::{spec::method::Method, words::words};

use super::context::App;
use super::dom::{El, Node, el};
use super::fold::fold;

/// The explanation of one or more numbers, those of several under their names. It stays open while
/// what it explains changes.
pub fn methods(name: &'static str, mut of: impl FnMut() -> Vec<(String, Method)> + 'static) -> El {
    let app = App::get();
    let one = move |(name, method): (String, Method)| {
        let row =
            |(label, text): (&'static str, &str)| el("div").kid(el("dt").kid(label)).kid(el("dd").kid(text));
        let rows: Node = method.parts(app.locale.get()).into_iter().map(row).collect();
        let head = (!name.is_empty()).then(|| el("p").class("nl-method-name").kid(name));
        Node::Many(vec![Node::from(head), el("dl").class("nl-method").kid(rows).into()])
    };
    let title = move || words(app.locale.get()).how_computed;
    fold(name, title, move || of().into_iter().map(one).collect()).class("nl-fold nl-small")
}
