//! Marks as the operators of a page's content.

use pdf_writer::{
    Chunk, Content, Filter, Finish, Name, Pdf, Rect, Ref, Str,
    types::{ColorSpaceOperand, LineJoinStyle, PaintType, TilingType},
    writers::Resources,
};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::{
    base::{
        color::{Color, Theme},
        geom::{Point, Size},
    },
    view::mark::{Anchor, Circle, Fill, Mark, Path, RectMark, Stroke, Text, Weight},
};

use super::{POINT, PictureError, Role, deflate, font::Embedded, tags::tag};
use crate::tool::picture::font::{Glyph, Letters};

/// How far the handles of a quarter circle reach, radius 1.
const QUARTER: f64 = 0.552_284_75;

/// What the pages have in common: letters, opacities, patterns.
pub(super) struct Used<'a> {
    letters: &'a Letters,
    regular: Embedded,
    bold: Embedded,
    opacities: Vec<f64>,
    patterns: Vec<Fill>,
}

impl<'a> Used<'a> {
    pub(super) fn new(letters: &'a Letters) -> Self {
        let (regular, bold) = (Embedded::new(Weight::Regular), Embedded::new(Weight::Bold));
        Self { letters, regular, bold, opacities: vec![1.0], patterns: Vec::new() }
    }

    fn place_of<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
        list.iter().position(|have| *have == item).unwrap_or_else(|| {
            list.push(item);
            list.len() - 1
        })
    }

    /// Writes everything the pages refer to.
    pub(super) fn write(self, pdf: &mut Pdf, at: Ref, next: &mut Ref) -> Result<(), PictureError> {
        let patterns: Vec<Ref> = self.patterns.iter().map(|_| next.bump()).collect();
        for (id, fill) in patterns.iter().zip(&self.patterns) {
            pattern(pdf, *id, *fill)?;
        }
        let fonts = [(Name(b"R"), self.regular), (Name(b"B"), self.bold)];
        let mut embedded = Vec::new();
        for (name, font) in fonts {
            if let Some(id) = font.write(pdf, self.letters, next)? {
                embedded.push((name, id));
            }
        }
        let mut resources = pdf.indirect(at).start::<Resources>();
        let mut dict = resources.fonts();
        for (name, id) in embedded {
            dict.pair(name, id);
        }
        dict.finish();
        let mut dict = resources.patterns();
        for (n, id) in patterns.iter().enumerate() {
            dict.pair(Name(format!("P{n}").as_bytes()), id);
        }
        dict.finish();
        let mut dict = resources.ext_g_states();
        for (n, opacity) in self.opacities.iter().enumerate() {
            let name = format!("G{n}");
            let mut state =
                dict.insert(Name(name.as_bytes())).start::<pdf_writer::writers::ExtGraphicsState>();
            state.stroking_alpha(*opacity as f32).non_stroking_alpha(*opacity as f32);
        }
        Ok(())
    }
}

/// The content of one page.
pub(super) struct Ink<'a, 'u> {
    content: Content,
    used: &'u mut Used<'a>,
    opacity: f64,
}

impl<'a, 'u> Ink<'a, 'u> {
    /// An empty page, px with y down.
    pub(super) fn new(size: Size, theme: &Theme, used: &'u mut Used<'a>) -> Self {
        let mut content = Content::new();
        let scale = POINT as f32;
        content.transform([scale, 0.0, 0.0, -scale, 0.0, (size.height * POINT) as f32]);
        content.set_line_join(LineJoinStyle::RoundJoin);
        let mut ink = Self { content, used, opacity: 1.0 };
        ink.content.begin_marked_content(tag(&Role::Ornament));
        ink.fill_color(theme.paper);
        ink.content.rect(0.0, 0.0, size.width as f32, size.height as f32).fill_nonzero();
        ink.content.end_marked_content();
        ink
    }

    pub(super) fn finish(self) -> Content {
        self.content
    }

    /// One part; `mark` is its number in the structure tree.
    pub(super) fn part(&mut self, role: &Role, mark: Option<i32>, marks: &[Mark]) {
        match mark {
            Some(mark) => {
                self.content.begin_marked_content_with_properties(tag(role)).properties().identify(mark);
            }
            None => {
                self.content.begin_marked_content(tag(&Role::Ornament));
            }
        }
        self.marks(marks);
        self.content.end_marked_content();
    }

    fn marks(&mut self, marks: &[Mark]) {
        for mark in marks {
            match mark {
                Mark::Group(group) => self.marks(&group.marks),
                Mark::Path(path) => self.path(path),
                Mark::Rect(rect) => self.rect(rect),
                Mark::Circle(circle) => self.circle(circle),
                Mark::Text(text) => self.text(text),
            }
        }
    }

    fn path(&mut self, path: &Path) {
        let outline = |content: &mut Content| {
            for run in &path.runs {
                for (n, p) in run.iter().enumerate() {
                    let (x, y) = (short(p.x), short(p.y));
                    if n == 0 {
                        content.move_to(x, y)
                    } else {
                        content.line_to(x, y)
                    };
                }
                if path.closed && !run.is_empty() {
                    content.close_path();
                }
            }
        };
        self.painted(path.fill, path.stroke, &outline);
    }

    fn rect(&mut self, mark: &RectMark) {
        let (r, radius) = (mark.rect, mark.radius.min(mark.rect.width / 2.0).min(mark.rect.height / 2.0));
        let outline = |content: &mut Content| {
            if radius <= 0.0 {
                content.rect(short(r.x), short(r.y), short(r.width), short(r.height));
                return;
            }
            let (reach, k) = (radius, radius * (1.0 - QUARTER));
            let (left, top, right, bottom) = (r.x, r.y, r.right(), r.bottom());
            content.move_to(short(left + reach), short(top));
            let corners = [
                [(right - reach, top), (right - k, top), (right, top + k), (right, top + reach)],
                [(right, bottom - reach), (right, bottom - k), (right - k, bottom), (right - reach, bottom)],
                [(left + reach, bottom), (left + k, bottom), (left, bottom - k), (left, bottom - reach)],
                [(left, top + reach), (left, top + k), (left + k, top), (left + reach, top)],
            ];
            for [from, a, b, to] in corners {
                content.line_to(short(from.0), short(from.1));
                content.cubic_to(short(a.0), short(a.1), short(b.0), short(b.1), short(to.0), short(to.1));
            }
            content.close_path();
        };
        self.painted(mark.fill, mark.stroke, &outline);
    }

    fn circle(&mut self, mark: &Circle) {
        let (Point { x, y }, r) = (mark.center, mark.radius);
        let outline = |content: &mut Content| {
            let k = r * QUARTER;
            content.move_to(short(x + r), short(y));
            for [(ax, ay), (bx, by), (cx, cy)] in [
                [(r, k), (k, r), (0.0, r)],
                [(-k, r), (-r, k), (-r, 0.0)],
                [(-r, -k), (-k, -r), (0.0, -r)],
                [(k, -r), (r, -k), (r, 0.0)],
            ] {
                let of = |dx: f64, dy: f64| (short(x + dx), short(y + dy));
                let (a, b, c) = (of(ax, ay), of(bx, by), of(cx, cy));
                content.cubic_to(a.0, a.1, b.0, b.1, c.0, c.1);
            }
            content.close_path();
        };
        self.painted(mark.fill, mark.stroke, &outline);
    }

    /// Fills and strokes one outline; twice where the two are not equally opaque.
    fn painted(&mut self, fill: Option<Fill>, stroke: Option<Stroke>, outline: &dyn Fn(&mut Content)) {
        if let Some(fill) = fill {
            match fill {
                Fill::Solid { color, opacity } => {
                    self.opaque(opacity);
                    self.fill_color(color);
                }
                Fill::Hatch { .. } | Fill::Dots { .. } => {
                    self.opaque(1.0);
                    let name = format!("P{}", Used::place_of(&mut self.used.patterns, fill));
                    self.content.set_fill_color_space(ColorSpaceOperand::Pattern);
                    self.content.set_fill_pattern(None, Name(name.as_bytes()));
                }
            }
            outline(&mut self.content);
            self.content.fill_even_odd();
        }
        if let Some(stroke) = stroke {
            self.opaque(stroke.opacity);
            let [r, g, b] = rgb(stroke.color);
            let dashes = stroke.dash.lengths().iter().map(|l| short(*l));
            self.content
                .set_stroke_rgb(r, g, b)
                .set_line_width(short(stroke.width))
                .set_dash_pattern(dashes, 0.0);
            outline(&mut self.content);
            self.content.stroke();
        }
    }

    fn text(&mut self, text: &Text) {
        let weight = text.font.weight;
        let glyphs = self.used.letters.shaped(&text.text, weight);
        let width = glyphs.iter().map(|g| g.advance).sum::<f64>() * text.font.size / 1000.0;
        let left = match text.anchor {
            Anchor::Start => text.at.x,
            Anchor::Middle => text.at.x - width / 2.0,
            Anchor::End => text.at.x - width,
        };
        // As in SVG files: half the height of capitals below the middle.
        let base = text.at.y + text.font.size * 0.35;
        self.opaque(1.0);
        if let Some(color) = text.halo {
            self.halo(&glyphs, weight, text.font.size, Point::new(left, base), color);
        }
        self.fill_color(text.color);
        let bold = weight == Weight::Bold;
        let letters = self.used.letters;
        let font = if bold { &mut self.used.bold } else { &mut self.used.regular };
        self.content.begin_text();
        self.content.set_font(if bold { Name(b"B") } else { Name(b"R") }, short(text.font.size));
        self.content.set_text_matrix([1.0, 0.0, 0.0, -1.0, short(left), short(base)]);
        let mut shown = self.content.show_positioned();
        let mut items = shown.items();
        let mut held: Vec<u8> = Vec::new();
        for glyph in &glyphs {
            held.extend(font.code(glyph).to_be_bytes());
            let kern = letters.own_advance(glyph.id, weight) - glyph.advance;
            if kern != 0.0 {
                items.show(Str(&held)).adjust(short(kern));
                held.clear();
            }
        }
        // Whoever reads the file aloud or copies from it finds the lines of a text apart.
        for space in letters.shaped(" ", weight) {
            held.extend(font.code(&space).to_be_bytes());
        }
        items.show(Str(&held));
        items.finish();
        shown.finish();
        self.content.end_text();
    }

    /// The outlines of letters, so that the text itself stands in the file once.
    fn halo(&mut self, glyphs: &[Glyph], weight: Weight, size: f64, at: Point, color: Color) {
        let face = self.used.letters.face(weight);
        let [r, g, b] = rgb(color);
        self.content.set_stroke_rgb(r, g, b).set_line_width(3.0).set_dash_pattern([], 0.0);
        let scale = size / f64::from(face.units_per_em());
        let mut x = at.x;
        for glyph in glyphs {
            let mut outline = Outline { content: &mut self.content, x, y: at.y, scale, last: (0.0, 0.0) };
            face.outline_glyph(GlyphId(glyph.id), &mut outline);
            x += glyph.advance * size / 1000.0;
        }
        self.content.stroke();
    }

    fn fill_color(&mut self, color: Color) {
        let [r, g, b] = rgb(color);
        self.content.set_fill_rgb(r, g, b);
    }

    fn opaque(&mut self, opacity: f64) {
        if opacity != self.opacity {
            self.opacity = opacity;
            let n = Used::place_of(&mut self.used.opacities, opacity);
            self.content.set_parameters(Name(format!("G{n}").as_bytes()));
        }
    }
}

/// A letter's outline on the page: font units, y up, become px, y down.
struct Outline<'c> {
    content: &'c mut Content,
    x: f64,
    y: f64,
    scale: f64,
    last: (f64, f64),
}

impl Outline<'_> {
    fn place(&self, x: f64, y: f64) -> (f32, f32) {
        (short(self.x + x * self.scale), short(self.y - y * self.scale))
    }
}

impl OutlineBuilder for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = (x.into(), y.into());
        let to = self.place(x.into(), y.into());
        self.content.move_to(to.0, to.1);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = (x.into(), y.into());
        let to = self.place(x.into(), y.into());
        self.content.line_to(to.0, to.1);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        // A quadratic curve as a cubic one: handles at two thirds.
        let (from, handle, to) = (self.last, (f64::from(x1), f64::from(y1)), (f64::from(x), f64::from(y)));
        let third = |end: (f64, f64)| {
            (end.0 + (handle.0 - end.0) * 2.0 / 3.0, end.1 + (handle.1 - end.1) * 2.0 / 3.0)
        };
        let (a, b) = (third(from), third(to));
        self.curve_to(a.0 as f32, a.1 as f32, b.0 as f32, b.1 as f32, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.last = (x.into(), y.into());
        let (a, b) = (self.place(x1.into(), y1.into()), self.place(x2.into(), y2.into()));
        let to = self.place(x.into(), y.into());
        self.content.cubic_to(a.0, a.1, b.0, b.1, to.0, to.1);
    }

    fn close(&mut self) {
        self.content.close_path();
    }
}

/// Hatch and dots as in SVG files, tiles of 6 by 6 px.
fn pattern(pdf: &mut Chunk, id: Ref, fill: Fill) -> Result<(), PictureError> {
    let (Fill::Hatch { color, ground } | Fill::Dots { color, ground }) = fill else { return Ok(()) };
    let mut content = Content::new();
    let ([r, g, b], [r2, g2, b2]) = (rgb(ground), rgb(color));
    content.set_fill_rgb(r, g, b).rect(0.0, 0.0, 6.0, 6.0).fill_nonzero();
    if let Fill::Hatch { .. } = fill {
        content.set_stroke_rgb(r2, g2, b2).set_line_width(1.0);
        for (from, to) in [((-1.0, 1.0), (1.0, -1.0)), ((0.0, 6.0), (6.0, 0.0)), ((5.0, 7.0), (7.0, 5.0))] {
            content.move_to(from.0, from.1).line_to(to.0, to.1);
        }
        content.stroke();
    } else {
        content.set_fill_rgb(r2, g2, b2);
        content.rect(0.75, 0.75, 1.5, 1.5).rect(3.75, 3.75, 1.5, 1.5).fill_nonzero();
    }
    let bytes = deflate(&content.finish())?;
    let mut tile = pdf.tiling_pattern(id, &bytes);
    tile.filter(Filter::FlateDecode);
    tile.paint_type(PaintType::Colored).tiling_type(TilingType::ConstantSpacing);
    tile.bbox(Rect::new(0.0, 0.0, 6.0, 6.0)).x_step(6.0).y_step(6.0);
    let scale = POINT as f32;
    tile.matrix([scale, 0.0, 0.0, -scale, 0.0, 0.0]);
    tile.resources();
    Ok(())
}

fn rgb(color: Color) -> [f32; 3] {
    [color.r, color.g, color.b].map(|c| (f64::from(c) * 10_000.0 / 255.0).round() as f32 / 10_000.0)
}

/// A number with at most two decimals, as in SVG files.
fn short(value: f64) -> f32 {
    (crate::base::num::round(value * 100.0) / 100.0) as f32
}
