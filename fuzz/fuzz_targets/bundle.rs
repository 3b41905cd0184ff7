//! Any bytes as a bundle: read, checked and, where that succeeds, written and read again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use nulage::bundle::{caps::Caps, read, write};
use nulage::model::load;

fuzz_target!(|bytes: &[u8]| {
    let caps = Caps::default();
    if let Ok((bundle, _)) = read::read(bytes, &caps) {
        let text = write::write(&bundle);
        let again = read::read(text.as_bytes(), &caps).map(|(bundle, _)| bundle);
        assert_eq!(again.as_ref(), Ok(&bundle));
    }
    drop(load::from_bytes(bytes, &caps));
});
