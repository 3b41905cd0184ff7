//! Numbers, lists and names as Swedish and English readers expect them.

/// The language of what the user reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Swedish.
    #[default]
    Sv,
    /// English.
    En,
}

/// Placeholder.
pub fn sort_key(name: &str) -> String {
    name.to_owned()
}
