//! The file format and its meaning: reading, refusing, writing, loading.

mod cells;
mod fields;
mod loading;
mod oracle;
pub(crate) mod random;
mod reading;
mod schema;
mod story;

/// A small bundle with made-up areas and figures.
pub(crate) const SMALL: &str = include_str!("../fixtures/small.bundle.json");

/// The small bundle with the only occurrence of `from` replaced.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(SMALL.matches(from).count(), 1, "“{from}” must stand once in the fixture");
    SMALL.replace(from, to)
}
