//! The font of native pictures and reports: carried along, so that they look the same wherever they
//! are made, and measured by the shaper that draws them.

use std::sync::Arc;

use resvg::usvg::fontdb::Database;
use rustybuzz::{Face, UnicodeBuffer, ttf_parser::GlyphId};

use crate::view::{
    mark::{Font, Mark, Weight},
    measure::MeasureText,
    scene::Scene,
};

use super::PictureError;

/// Its name in files.
pub(super) const FAMILY: &str = "Nulage Sans, system-ui, sans-serif";

/// Both weights as they are drawn, regular first.
const FILES: [&[u8]; 2] =
    [include_bytes!("font/NulageSans-Regular.ttf"), include_bytes!("font/NulageSans-Semibold.ttf")];

/// Their Latin part for SVG files, with CSS weights.
pub(super) const WEB: [(u16, &[u8]); 2] = [
    (400, include_bytes!("font/NulageSans-Regular.woff2")),
    (600, include_bytes!("font/NulageSans-Semibold.woff2")),
];

/// A letter of a line of text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Glyph {
    /// Its number in the font; 0 where the font has none.
    pub(super) id: u16,
    /// The characters it stands for.
    pub(super) text: String,
    /// How far the next one is away, in thousandths of the size.
    pub(super) advance: f64,
}

/// Both weights, ready to measure and to draw.
pub struct Letters {
    faces: [Face<'static>; 2],
    pub(super) database: Arc<Database>,
}

impl Letters {
    /// Reads the font.
    ///
    /// # Errors
    /// When the font carried along is none.
    pub fn new() -> Result<Self, PictureError> {
        let [regular, bold] = FILES;
        let face = |bytes| Face::from_slice(bytes, 0).ok_or(PictureError::Font);
        let mut database = Database::new();
        for bytes in FILES {
            database.load_font_data(bytes.to_vec());
        }
        Ok(Self { faces: [face(regular)?, face(bold)?], database: Arc::new(database) })
    }

    /// The face of a weight.
    pub(super) fn face(&self, weight: Weight) -> &Face<'static> {
        let [regular, bold] = &self.faces;
        if weight == Weight::Bold { bold } else { regular }
    }

    /// The file of a weight.
    pub(super) fn file(weight: Weight) -> &'static [u8] {
        let [regular, bold] = FILES;
        if weight == Weight::Bold { bold } else { regular }
    }

    /// A line of text as letters, kerned.
    pub(super) fn shaped(&self, text: &str, weight: Weight) -> Vec<Glyph> {
        let face = self.face(weight);
        let clean: String = text.chars().filter(|c| !c.is_control()).collect();
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(&clean);
        let shaped = rustybuzz::shape(face, &[], buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|i| i.cluster as usize).collect();
        let per_em = 1000.0 / f64::from(face.units_per_em());
        let glyphs = shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate();
        let glyph = |(n, (info, position)): (usize, (&rustybuzz::GlyphInfo, &rustybuzz::GlyphPosition))| {
            let start = info.cluster as usize;
            // The first of the letters that stand for one piece of text carries it.
            let first = n == 0 || starts.get(n - 1) != Some(&start);
            let end = starts.iter().copied().filter(|s| *s > start).min().unwrap_or(clean.len());
            Glyph {
                id: u16::try_from(info.glyph_id).unwrap_or_default(),
                text: clean.get(start..end).filter(|_| first).unwrap_or_default().to_owned(),
                advance: f64::from(position.x_advance) * per_em,
            }
        };
        glyphs.map(glyph).collect()
    }

    /// How wide a letter is by itself, in thousandths of the size.
    pub(super) fn own_advance(&self, glyph: u16, weight: Weight) -> f64 {
        let face = self.face(weight);
        let own = face.glyph_hor_advance(GlyphId(glyph)).unwrap_or_default();
        f64::from(own) * 1000.0 / f64::from(face.units_per_em())
    }

    /// Characters of a picture that the font has no letter for, each once, in the order they occur.
    pub fn lacking(&self, scene: &Scene) -> Vec<char> {
        let mut found = Vec::new();
        self.look_for(&scene.marks, &mut found);
        found
    }

    fn look_for(&self, marks: &[Mark], found: &mut Vec<char>) {
        for mark in marks {
            match mark {
                Mark::Group(group) => self.look_for(&group.marks, found),
                Mark::Text(text) => {
                    for c in text.text.chars() {
                        let none = self.face(text.font.weight).glyph_index(c).is_none();
                        if none && !c.is_control() && !found.contains(&c) {
                            found.push(c);
                        }
                    }
                }
                Mark::Path(_) | Mark::Rect(_) | Mark::Circle(_) => {}
            }
        }
    }
}

impl MeasureText for Letters {
    fn width(&self, text: &str, font: Font) -> f64 {
        self.shaped(text, font.weight).iter().map(|g| g.advance).sum::<f64>() * font.size / 1000.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOLD: Font = Font { size: 10.0, weight: Weight::Bold };
    const PLAIN: Font = Font { size: 10.0, weight: Weight::Regular };

    #[test]
    fn digits_are_equally_wide_and_pairs_are_kerned() {
        let letters = Letters::new().unwrap();
        let wide = |text: &str| letters.width(text, PLAIN);
        assert!((wide("1111") - wide("8888")).abs() < 1e-9);
        assert!(wide("AV") < wide("A") + wide("V"));
        assert!(letters.width("Örebro", BOLD) > wide("Örebro"));
        assert_eq!(wide("a\u{1}b"), wide("ab"));
    }

    #[test]
    fn letters_carry_their_text() {
        let letters = Letters::new().unwrap();
        let said: String =
            letters.shaped("34,1 % − Å₂", Weight::Regular).into_iter().map(|g| g.text).collect();
        assert_eq!(said, "34,1 % − Å₂");
    }
}
