//! Small and capital letters of the Latin, Greek and Cyrillic alphabets.
//!
//! The standard library knows all of Unicode's, by tables that alone are 9 kB of the compressed
//! wasm; names of places and texts in Swedish and English need none of the rest.

/// The text in small letters.
pub fn lower(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        out.push(lower_letter(letter));
    }
    out
}

/// Whether words are made of it: letters and digits, raised and lowered ones too. Signs, spaces and
/// punctuation are not. Beyond Latin it goes by blocks, and what is no letter in them counts as one.
pub fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, 'ª' | '²' | '³' | '¹' | 'µ' | 'º' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{2FF}' | '\u{370}'..='\u{1FFF}')
        || matches!(c, '\u{2070}'..='\u{209C}' | '\u{2C00}'..='\u{2DFF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{FEFE}')
        || matches!(c, '\u{10000}'..='\u{1CFFF}' | '\u{20000}'..)
}

/// Whether the letter is a capital one.
pub fn is_capital(letter: char) -> bool {
    lower_letter(letter) != letter
}

/// The letter as a small one; itself where it has none of its own.
pub(super) fn lower_letter(letter: char) -> char {
    let code = u32::from(letter);
    let small = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE => code + 0x20,
        // Here capital and small letter alternate.
        0x100..=0x12F | 0x132..=0x137 | 0x14A..=0x177 => code | 1,
        0x139..=0x148 | 0x179..=0x17E => code + (code & 1),
        0x178 => 0xFF,
        0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => code + 0x20,
        0x400..=0x40F => code + 0x50,
        _ => code,
    };
    char::from_u32(small).unwrap_or(letter)
}

/// The text with its first letter as a capital.
pub fn capitalise(text: &str) -> String {
    begun(text, capital)
}

/// The text with its first letter small, for a name within a sentence: “born in Sweden”.
pub fn inside(text: &str) -> String {
    begun(text, lower_letter)
}

/// The text with another form of its first letter.
fn begun(text: &str, form: fn(char) -> char) -> String {
    let mut rest = text.chars();
    let mut out = String::with_capacity(text.len());
    if let Some(first) = rest.next() {
        out.push(form(first));
        out.push_str(rest.as_str());
    }
    out
}

/// The capital whose small letter this is; itself where there is none.
fn capital(letter: char) -> char {
    let code = u32::from(letter);
    for distance in [0x20, 1, 0x50] {
        let candidate = code.checked_sub(distance).and_then(char::from_u32);
        if let Some(candidate) = candidate.filter(|&c| c != letter && lower_letter(c) == letter) {
            return candidate;
        }
    }
    if letter == 'ÿ' { 'Ÿ' } else { letter }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alphabets() -> impl Iterator<Item = char> {
        (0..0x180).chain(0x391..0x3CA).chain(0x400..0x460).filter_map(char::from_u32)
    }

    #[test]
    fn small_letters_are_unicodes() {
        for letter in alphabets() {
            // Turkish İ becomes two characters.
            let expected = if letter == 'İ' { "İ".to_owned() } else { letter.to_lowercase().to_string() };
            assert_eq!(lower_letter(letter).to_string(), expected, "{letter}");
        }
        assert_eq!(lower("HÄLLEFORS, Ŝ Ω Ж 1"), "hällefors, ŝ ω ж 1");
    }

    #[test]
    fn words_are_made_of_unicodes_letters_and_digits() {
        let latin = (0..0x2C0).filter_map(char::from_u32).filter(|&c| c.is_alphanumeric() != is_word(c));
        // Fractions part words, where Unicode counts them as digits.
        assert_eq!(latin.collect::<String>(), "¼½¾");
        assert!("₂⁴ЖΩ漢\u{FB01}".chars().all(is_word));
        assert!(!"–—’”… \u{A0}\u{202F}−×÷·%§€→•\u{3000}。「\u{308}\u{FEFF}\u{1F600}".chars().any(is_word));
        assert!(is_capital('Å') && !is_capital('å') && !is_capital('1'));
    }

    #[test]
    fn capitals_are_unicodes() {
        for letter in alphabets() {
            // Letters without a capital of one character, or with one far away.
            if "µßıŉſς".contains(letter) || ('\u{3AC}'..='\u{3B0}').contains(&letter) {
                continue;
            }
            assert_eq!(capital(letter).to_string(), letter.to_uppercase().to_string(), "{letter}");
        }
        assert_eq!(capitalise("åldern"), "Åldern");
        assert_eq!(capitalise(""), "");
    }
}
