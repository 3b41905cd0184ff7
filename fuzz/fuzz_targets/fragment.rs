//! Any text as the fragment of an address: what it is read as is written and read again.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use nulage::base::locale::Locale;
use nulage::bundle::caps::Caps;
use nulage::model::{Dataset, load};
use nulage::view::permalink;
use nulage::view::state::ViewState;

fuzz_target!(|fragment: &str| {
    static DATA: OnceLock<Dataset> = OnceLock::new();
    let data = DATA.get_or_init(|| {
        let bytes = include_bytes!("../../tests/fixtures/small.bundle.json");
        load::from_bytes(bytes, &Caps::default()).expect("a sound bundle").0
    });
    let fresh = ViewState::new(Locale::Sv);
    let state = permalink::read(fragment, data, &fresh);
    assert_eq!(permalink::read(&permalink::write(&state, data), data, &fresh), state);
});
