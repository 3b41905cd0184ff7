//! A picture as an SVG file with its font inside.

use crate::{
    base::{color::Theme, locale::Locale},
    render::svg::{self, Options},
    view::scene::Scene,
};

use super::font::{FAMILY, WEB};

/// The file. The same picture always gives the same bytes.
pub(super) fn file(scene: &Scene, theme: &Theme, locale: Locale) -> String {
    let drawn = drawn(scene, theme);
    let (open, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    let open = open.replacen("<svg ", &format!("<svg lang=\"{}\" ", locale.tag()), 1);
    let mut style = String::new();
    for (weight, bytes) in WEB {
        style.push_str(&format!(
            "@font-face{{font-family:'Nulage Sans';font-weight:{weight};src:url(data:font/woff2;base64,{})}}",
            base64(bytes)
        ));
    }
    format!("{open}\n<style>{style}</style>\n{rest}")
}

/// The picture without the font, for whoever has it.
pub(super) fn drawn(scene: &Scene, theme: &Theme) -> String {
    // The bold of this font is 600, and not every reader takes the nearest weight.
    svg::svg(scene, Options { font: FAMILY, background: Some(theme.paper) })
        .replace("font-weight=\"650\"", "font-weight=\"600\"")
}

/// Bytes as text, RFC 4648 section 4.
fn base64(bytes: &[u8]) -> String {
    const SYMBOLS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let held = chunk.iter().fold(0_u32, |held, b| (held << 8) | u32::from(*b));
        let held = held << (8 * (3 - chunk.len()));
        for n in 0..4 {
            let symbol = SYMBOLS.get(((held >> (18 - 6 * n)) & 63) as usize).filter(|_| n <= chunk.len());
            text.push(symbol.map_or('=', |s| char::from(*s)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_as_the_standard_says() {
        let of = |text: &str| super::base64(text.as_bytes());
        assert_eq!(["", "f", "fo", "foo", "foobar"].map(of), ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYmFy"]);
    }
}
