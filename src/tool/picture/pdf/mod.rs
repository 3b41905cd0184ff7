//! Pages as a PDF document: text that can be marked and searched, the letters used embedded once,
//! bookmarks, a title, a language, and tags that tell a screen reader what is heading, text and
//! picture.
//!
//! ISO 32000-1 (PDF 1.7), with tagged content as its section 14.8 describes. The same pages always
//! give the same bytes: nothing in the file depends on the clock or on chance.

mod font;
mod ink;
mod tags;

use std::io::Write as _;

use flate2::{Compression, write::ZlibEncoder};
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, TextStr, types::TabOrder};

use crate::{
    base::{color::Theme, geom::Size, locale::Locale},
    view::mark::Mark,
};

use super::{PictureError, font::Letters};

use ink::{Ink, Used};

/// What a part of a page is to those who do not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, 1 the highest of 3.
    Heading(u8),
    /// Text.
    Text,
    /// A picture, with what it shows in words.
    Picture(String),
    /// Nothing: running heads, page numbers, rules.
    Ornament,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// Its marks, placed on the page.
    pub marks: Vec<Mark>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// Extent in CSS px.
    pub size: Size,
    /// Its parts in reading order.
    pub parts: Vec<Part>,
    /// What begins on this page, with how far down it stands, px: the list of bookmarks.
    pub bookmarks: Vec<(String, f64)>,
}

/// What a document says of itself.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// Who publishes it.
    pub author: &'a str,
    /// Its language.
    pub locale: Locale,
}

/// A point per CSS px.
const POINT: f64 = 0.75;

/// The document.
///
/// # Errors
/// When the letters used cannot be taken out of the font.
pub fn document(
    pages: &[Page],
    about: &About<'_>,
    theme: &Theme,
    letters: &Letters,
) -> Result<Vec<u8>, PictureError> {
    let mut next = Ref::new(1);
    let (catalog, tree, info, resources) = (next.bump(), next.bump(), next.bump(), next.bump());
    let kids: Vec<Ref> = pages.iter().map(|_| next.bump()).collect();
    let mut pdf = Pdf::new();
    let mut used = Used::new(letters);
    let mut tagged = tags::Tags::new(&mut next);

    for (n, (page, id)) in pages.iter().zip(&kids).enumerate() {
        let content = next.bump();
        let mut ink = Ink::new(page.size, theme, &mut used);
        for part in &page.parts {
            let mark = tagged.open(*id, n, &part.role, &mut next);
            ink.part(&part.role, mark, &part.marks);
        }
        let stream = packed(ink.finish())?;
        pdf.stream(content, &stream).filter(Filter::FlateDecode);
        let mut written = pdf.page(*id);
        let (width, height) = (page.size.width * POINT, page.size.height * POINT);
        written.media_box(Rect::new(0.0, 0.0, width as f32, height as f32)).parent(tree).contents(content);
        written.struct_parents(n as i32).tab_order(TabOrder::StructureOrder);
        written.pair(Name(b"Resources"), resources);
    }
    pdf.pages(tree).kids(kids.iter().copied()).count(kids.len() as i32);
    used.write(&mut pdf, resources, &mut next)?;
    tagged.write(&mut pdf, &mut next);
    let marks = bookmarks(&mut pdf, pages, &kids, &mut next);
    pdf.document_info(info)
        .title(TextStr(about.title))
        .author(TextStr(about.author))
        .creator(TextStr("Nuläge"))
        .producer(TextStr(concat!("Nuläge ", env!("CARGO_PKG_VERSION"))));
    let mut root = pdf.catalog(catalog);
    root.pages(tree).lang(TextStr(about.locale.tag()));
    root.viewer_preferences().display_doc_title(true);
    root.mark_info().marked(true);
    root.pair(Name(b"StructTreeRoot"), tagged.root());
    if let Some(outline) = marks {
        root.outlines(outline);
    }
    root.finish();
    Ok(pdf.finish())
}

/// The list of bookmarks: everything that begins on some page.
fn bookmarks(pdf: &mut Pdf, pages: &[Page], ids: &[Ref], next: &mut Ref) -> Option<Ref> {
    let mut named: Vec<(Ref, Ref, &str, f64)> = Vec::new();
    for (page, id) in pages.iter().zip(ids) {
        for (title, down) in &page.bookmarks {
            named.push((next.bump(), *id, title, page.size.height - down));
        }
    }
    let (first, last) = (named.first()?.0, named.last()?.0);
    let root = next.bump();
    pdf.outline(root).first(first).last(last).count(named.len() as i32);
    for (n, (id, page, title, height)) in named.iter().enumerate() {
        let mut item = pdf.outline_item(*id);
        item.title(TextStr(title)).parent(root);
        if let Some(before) = n.checked_sub(1).and_then(|n| named.get(n)) {
            item.prev(before.0);
        }
        if let Some(after) = named.get(n + 1) {
            item.next(after.0);
        }
        item.dest().page(*page).xyz(0.0, (height * POINT) as f32, None);
    }
    Some(root)
}

/// A page's content, compressed.
fn packed(content: Content) -> Result<Vec<u8>, PictureError> {
    deflate(&content.finish())
}

fn deflate(bytes: &[u8]) -> Result<Vec<u8>, PictureError> {
    let said = |e: std::io::Error| PictureError::Drawing(e.to_string());
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).map_err(said)?;
    encoder.finish().map_err(said)
}
