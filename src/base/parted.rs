//! Words within words.
//!
//! As [`str::split_once`], which may panic over a slice: a panic that quotes its text, with escapes that
//! take tables of Unicode, two kilobytes of every download.

/// What stands before and after the first `part` of `text`.
pub fn parted<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    if part.is_empty() {
        return Some(("", text));
    }
    let at = text.as_bytes().windows(part.len()).position(|here| here == part.as_bytes())?;
    Some((text.get(..at)?, text.get(at + part.len()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_standard_library() {
        for text in ["", "å", "a, b, c", "a,b", ", ", "å, ä", ",,  "] {
            for part in ["", ", ", ",", "å", "c", "länge"] {
                assert_eq!(parted(text, part), text.split_once(part), "{text:?} {part:?}");
            }
        }
    }
}
