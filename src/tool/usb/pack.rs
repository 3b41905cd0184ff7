//! Bytes as text that an HTML file carries well: gzip, then seven bits a character.
//!
//! Base64 puts six bits into a byte and would make the file a sixth larger. A character of ASCII
//! carries seven. The four that HTML changes or ends a script at (NUL, LF, CR, `<`) are written
//! 256 code points higher instead; whoever reads takes the lowest seven bits of every character.

use std::io::{self, Read as _};
use std::num::NonZeroU64;

use zopfli::{Format, Options};

/// How often the compressor looks for something smaller.
const ROUNDS: NonZeroU64 = NonZeroU64::new(3).unwrap();

/// What HTML does not leave alone inside a script.
const CHANGED: [u8; 4] = [0, b'\n', b'\r', b'<'];

/// Compresses and writes as text.
///
/// # Errors
/// None in practice: it writes to memory.
pub fn pack(bytes: &[u8]) -> io::Result<String> {
    // More rounds gain less than a thousandth.
    let options = Options { iteration_count: ROUNDS, ..Options::default() };
    let mut zipped = Vec::new();
    zopfli::compress(options, Format::Gzip, bytes, &mut zipped)?;
    let mut text = String::with_capacity(zipped.len() * 6 / 5);
    let (mut held, mut bits) = (0_u32, 0);
    for byte in zipped {
        held = (held << 8) | u32::from(byte);
        bits += 8;
        while bits >= 7 {
            bits -= 7;
            text.push(symbol(held >> bits));
        }
    }
    if bits > 0 {
        text.push(symbol(held << (7 - bits)));
    }
    Ok(text)
}

fn symbol(bits: u32) -> char {
    let low = (bits & 127) as u8;
    let code = if CHANGED.contains(&low) { 256 + u32::from(low) } else { u32::from(low) };
    char::from_u32(code).unwrap_or('\u{100}')
}

/// The inverse of [`pack`].
///
/// # Errors
/// When the text was not written by [`pack`].
pub fn unpack(text: &str) -> io::Result<Vec<u8>> {
    let mut zipped = Vec::with_capacity(text.len());
    let (mut held, mut bits) = (0_u32, 0);
    for symbol in text.chars() {
        held = (held << 7) | (u32::from(symbol) & 127);
        bits += 7;
        if bits >= 8 {
            bits -= 8;
            zipped.push((held >> bits & 255) as u8);
        }
    }
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(&zipped[..]).read_to_end(&mut bytes)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_comes_back() {
        for length in 0..300_u32 {
            let bytes: Vec<u8> = (0..length).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
            let text = pack(&bytes).unwrap();
            assert_eq!(unpack(&text).unwrap(), bytes, "{length}");
            assert!(!text.contains(['\0', '\n', '\r', '<']), "{length}");
        }
    }

    #[test]
    fn it_is_denser_than_base64() {
        let bytes: Vec<u8> =
            (0..60_000_u64).map(|i| (i.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 56) as u8).collect();
        // What looks random does not get smaller, in any compressor.
        assert!(pack(&bytes).unwrap().len() * 4 < bytes.len() * 5, "less than five fourths");
        assert!(unpack("nothing of ours").is_err());
    }
}
