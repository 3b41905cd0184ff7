//! Numbers, lists and names as Swedish and English readers expect them.

mod case;
mod number;
mod sort;
mod words;

use case::lower_letter;
pub use case::{capitalise, inside, is_capital, is_word, lower};
pub use number::{number, signed};
pub use sort::sort_key;
pub use words::{count_word, list, stopped};

/// The language of what the user reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

impl Locale {
    /// Both, the default first.
    pub const ALL: [Self; 2] = [Self::Sv, Self::En];

    /// The language's tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::Sv => "sv",
            Self::En => "en",
        }
    }
}
