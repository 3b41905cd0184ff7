//! The hash a bundle carries of itself, see [`Bundle::sha256`].

use crate::base::note::Note;
use crate::bundle::caps::Caps;
use crate::bundle::format::Bundle;
use crate::bundle::read;
use crate::bundle::write::write;
use crate::tool::digest::sha256;

/// The bundle's text with its hash in it.
pub fn sealed(bundle: &Bundle) -> String {
    let open = Bundle { sha256: Some(String::new()), ..bundle.clone() };
    let text = write(&open);
    // Only the format and the version stand before it.
    text.replacen("\"sha256\":\"\"", &format!("\"sha256\":\"{}\"", sha256(text.as_bytes())), 1)
}

/// A remark where the bytes of a bundle are not what its hash says; none where it carries none, or
/// cannot be read.
pub fn broken(bytes: &[u8], caps: &Caps) -> Option<Note> {
    let (bundle, _) = read::read(bytes, caps).ok()?;
    let said = bundle.sha256?;
    let at = bytes.windows(said.len().max(1)).position(|window| window == said.as_bytes());
    let open = at.and_then(|at| Some([bytes.get(..at)?, bytes.get(at + said.len()..)?].concat()));
    if open.is_some_and(|open| sha256(&open) == said) {
        return None;
    }
    let what = "the bundle is not what its hash says: it was changed after it was made";
    Some(Note::warning("sha256", what, "build it again, or take sha256 out"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundle() -> Bundle {
        let bytes = include_bytes!("../../tests/fixtures/small.bundle.json");
        read::read(bytes, &Caps::default()).unwrap().0
    }

    #[test]
    fn a_sealed_bundle_tells_every_change() {
        let text = sealed(&bundle());
        let caps = Caps::default();
        assert_eq!(broken(text.as_bytes(), &caps), None);
        let (read, notes) = read::read(text.as_bytes(), &caps).unwrap();
        assert!(notes.is_empty(), "{notes:?}");
        let hash = read.sha256.clone().unwrap();
        assert_eq!(sha256(text.replacen(&hash, "", 1).as_bytes()), hash, "as the format says");
        assert_eq!(sealed(&read), text, "sealed again it is the same");
        for (from, to) in [
            ("2024", "2025"),
            (",\n\"meta\"", ", \n\"meta\""),
            (&*hash, ""),
            (&*hash, "0"),
            (&hash[..3], "xyz"),
        ] {
            assert!(text.contains(from));
            let changed = text.replacen(from, to, 1);
            assert!(broken(changed.as_bytes(), &caps).is_some(), "{from} → {to}");
        }
    }

    #[test]
    fn a_bundle_without_a_hash_is_not_suspected() {
        assert_eq!(broken(write(&bundle()).as_bytes(), &Caps::default()), None);
        assert_eq!(broken(b"{}", &Caps::default()), None);
    }
}
