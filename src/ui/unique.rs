//! Ids for what names something else in the document.

use std::cell::Cell;

/// An id that no other element has: a page may show the same part twice.
pub fn unique() -> String {
    thread_local!(static GIVEN: Cell<u32> = const { Cell::new(0) });
    GIVEN.with(|given| {
        given.set(given.get() + 1);
        format!("nl-{}", given.get())
    })
}
