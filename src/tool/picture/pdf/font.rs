//! The letters a document uses, embedded.

use pdf_writer::{
    Filter, Finish, Name, Pdf, Rect, Ref, Str,
    types::{CidFontType, FontFlags, SystemInfo, UnicodeCmap},
};
use subsetter::GlyphRemapper;

use crate::view::mark::Weight;

use super::{PictureError, deflate};
use crate::tool::picture::font::{Glyph, Letters};

const SYSTEM: SystemInfo = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };

/// The letters of one weight that a document uses.
pub(super) struct Embedded {
    weight: Weight,
    remapped: GlyphRemapper,
    /// Which text each letter stands for, by its number in the document.
    texts: Vec<String>,
    /// Widths in thousandths of the size, by the same number.
    glyphs: Vec<u16>,
}

impl Embedded {
    pub(super) fn new(weight: Weight) -> Self {
        // The first letter of every font is the one that stands for those it has not.
        Self { weight, remapped: GlyphRemapper::new(), texts: vec![String::new()], glyphs: vec![0] }
    }

    /// A letter's number in the document.
    pub(super) fn code(&mut self, glyph: &Glyph) -> u16 {
        let code = self.remapped.remap(glyph.id);
        let at = usize::from(code);
        if at >= self.glyphs.len() {
            self.glyphs.push(glyph.id);
            self.texts.push(glyph.text.clone());
        }
        code
    }

    /// Writes the font; `None` where no letter of it is used.
    pub(super) fn write(
        self,
        pdf: &mut Pdf,
        letters: &Letters,
        next: &mut Ref,
    ) -> Result<Option<Ref>, PictureError> {
        if self.glyphs.len() < 2 {
            return Ok(None);
        }
        let ids = [next.bump(), next.bump(), next.bump(), next.bump(), next.bump()];
        let [whole, cid, descriptor, map, data] = ids;
        let style = if self.weight == Weight::Bold { "Semibold" } else { "Regular" };
        let name = format!("{}+NulageSans-{style}", tag(&self.glyphs));
        let name = Name(name.as_bytes());
        pdf.type0_font(whole)
            .base_font(name)
            .encoding_predefined(Name(b"Identity-H"))
            .descendant_font(cid)
            .to_unicode(map);

        let mut font = pdf.cid_font(cid);
        font.subtype(CidFontType::Type2).base_font(name).system_info(SYSTEM).font_descriptor(descriptor);
        font.default_width(0.0).cid_to_gid_map_predefined(Name(b"Identity"));
        let widths = self.glyphs.iter().map(|id| letters.own_advance(*id, self.weight) as f32);
        font.widths().consecutive(0, widths);
        font.finish();

        let face = letters.face(self.weight);
        let thousandth = |v: i16| f32::from(v) * 1000.0 / face.units_per_em() as f32;
        let bounds = face.global_bounding_box();
        pdf.font_descriptor(descriptor)
            .name(name)
            .flags(FontFlags::SYMBOLIC)
            .bbox(Rect::new(
                thousandth(bounds.x_min),
                thousandth(bounds.y_min),
                thousandth(bounds.x_max),
                thousandth(bounds.y_max),
            ))
            .italic_angle(0.0)
            .ascent(thousandth(face.ascender()))
            .descent(thousandth(face.descender()))
            .cap_height(thousandth(face.capital_height().unwrap_or(face.ascender())))
            .stem_v(if self.weight == Weight::Bold { 120.0 } else { 80.0 })
            .font_file2(data);

        let mut cmap = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
        for (code, text) in (0_u16..).zip(&self.texts).filter(|(_, text)| !text.is_empty()) {
            cmap.pair_with_multiple(code, text.chars());
        }
        let bytes = deflate(&cmap.finish())?;
        pdf.cmap(map, &bytes).filter(Filter::FlateDecode);

        let file = subsetter::subset(Letters::file(self.weight), 0, &self.remapped)
            .map_err(|e| PictureError::Drawing(e.to_string()))?;
        let bytes = deflate(&file)?;
        pdf.stream(data, &bytes).filter(Filter::FlateDecode).pair(Name(b"Length1"), file.len() as i32);
        Ok(Some(whole))
    }
}

/// Six capitals that tell this choice of letters from another (ISO 32000-1, 9.6.4).
fn tag(glyphs: &[u16]) -> String {
    // FNV-1a: the same everywhere and at any time.
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for id in glyphs {
        hash = (hash ^ u64::from(*id)).wrapping_mul(0x0100_0000_01b3);
    }
    let mut text = String::new();
    for _ in 0..6 {
        text.push(char::from(b'A' + (hash % 26) as u8));
        hash /= 26;
    }
    text
}
