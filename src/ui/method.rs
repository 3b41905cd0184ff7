//! “Hur räknas det?”: how computed numbers come about, opened where they are shown.

use crate::base::locale::Locale;
use crate::view::{spec::method::Method, words::words};

use super::dom::{El, Node, el};

/// The explanation of one or more numbers, those of several under their names.
pub fn methods(part: &'static str, locale: Locale, all: Vec<(String, Method)>) -> El {
    let one = |(name, method): (String, Method)| {
        let row =
            |(label, text): (&'static str, &str)| el("div").kid(el("dt").kid(label)).kid(el("dd").kid(text));
        let rows: Node = method.parts(locale).into_iter().map(row).collect();
        let head = (!name.is_empty()).then(|| el("p").class("nl-method-name").kid(name));
        Node::Many(vec![Node::from(head), el("dl").class("nl-method").kid(rows).into()])
    };
    el("details")
        .class("nl-fold nl-small")
        .at("data-part", part)
        .kid(el("summary").kid(words(locale).how_computed))
        .kid(all.into_iter().map(one).collect::<Node>())
}
