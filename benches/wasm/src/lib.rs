//! What `run.mjs` calls: the default bundle read once, then all that is said of every indicator's differences.

use nulage::bundle::caps::Caps;
use nulage::model::{Dataset, load};

static BUNDLE: &[u8] = include_bytes!("../../../data/orebro.bundle.json");

#[path = "../../whole/mod.rs"]
mod whole;

thread_local! {
    static DATA: Option<Dataset> = load::from_bytes(BUNDLE, &Caps::default()).ok().map(|(data, _)| data);
}

/// Computes the differences of the whole bundle and gives how many indicators have some.
#[unsafe(no_mangle)]
pub extern "C" fn differences_of_all() -> usize {
    DATA.with(|data| data.as_ref().map_or(0, |data| whole::differences(data).len()))
}
