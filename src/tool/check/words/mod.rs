//! Findings in words: what was found, what was expected, what to do.

mod en;
mod named;
mod sv;
mod table;

use crate::base::locale::Locale;

use super::finding::Finding;
use super::report::Report;

pub use named::Named;
pub use table::Words;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// What was found: a sentence without its full stop.
    pub what: String,
    /// What was expected; may be empty.
    pub expected: String,
    /// What to do; may be empty.
    pub todo: String,
}

/// The finding in this language.
pub fn said(report: &Report<'_>, finding: &Finding, locale: Locale) -> Said {
    let named = Named { data: report.data, finding, locale };
    let [what, expected, todo] = match locale {
        Locale::Sv => sv::said(&named),
        Locale::En => en::said(&named),
    };
    Said { what, expected, todo }
}

/// The words around findings.
pub fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Sv => &sv::WORDS,
        Locale::En => &en::WORDS,
    }
}
