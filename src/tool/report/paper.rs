//! Sheets of A4, filled from the top: headings that stay with what follows them, texts that are not
//! broken, pictures; then a running head and a number on each.

use std::ops::Range;

use crate::{
    base::geom::{Point, Size},
    tool::picture::{Page, Part, Role, Setting, balanced, lines, told},
    view::{
        chart::axes::line,
        lettering::text,
        look::Look,
        mark::{Anchor, Font, Mark, Stroke, Weight},
        scene::Scene,
        shift::append,
    },
};

/// A4 at 96 px to the inch.
pub(super) const SHEET: Size = Size { width: 793.700_8, height: 1_122.519_7 };
/// Left and right edge of what is printed, px.
pub(super) const LEFT: f64 = 56.0;
/// Width of what is printed, px.
pub(super) const WIDE: f64 = SHEET.width - 2.0 * LEFT;
/// Width of running text, px.
const LINE: f64 = 640.0;
/// Where pages begin and end, px.
const TOP: f64 = 82.0;
const BOTTOM: f64 = SHEET.height - 64.0;
/// Fewest rows of a section before and after the turn of a page.
const FEWEST: usize = 3;
/// Room between two columns of text, px.
pub(super) const GUTTER: f64 = 26.0;

/// Sheets while they are filled.
pub(super) struct Paper<'a> {
    pub(super) look: Look<'a>,
    pages: Vec<Page>,
    y: f64,
}

/// The kinds of text there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Opens a chapter.
    Chapter,
    /// Opens a section.
    Section,
    /// Below a chapter: what it is about.
    Lead,
    /// Running text.
    Body,
    /// Remarks.
    Small,
}

impl<'a> Paper<'a> {
    pub(super) fn new(look: Look<'a>) -> Self {
        Self { look, pages: Vec::new(), y: BOTTOM }
    }

    /// How a kind of text is set.
    pub(super) fn setting(&self, kind: Kind) -> Setting {
        let theme = self.look.theme;
        let set = |size, weight, leading, color| Setting { font: Font { size, weight }, leading, color };
        match kind {
            Kind::Chapter => set(26.0, Weight::Bold, 1.2, theme.ink),
            Kind::Section => set(16.0, Weight::Bold, 1.3, theme.ink),
            Kind::Lead => set(14.0, Weight::Regular, 1.45, theme.ink),
            Kind::Body => set(13.0, Weight::Regular, 1.45, theme.ink),
            Kind::Small => set(12.0, Weight::Regular, 1.4, theme.muted),
        }
    }

    /// Begins a page.
    pub(super) fn turn(&mut self) {
        self.pages.push(Page { size: SHEET, ..Page::default() });
        self.y = TOP;
    }

    /// Gives what begins here a place in the list of contents.
    pub(super) fn name(&mut self, title: &str) {
        let y = if self.y > TOP { self.y } else { 0.0 };
        if let Some(page) = self.pages.last_mut() {
            page.bookmarks.push((title.to_owned(), y));
        }
    }

    /// Where the next thing will stand.
    pub(super) fn y(&self) -> f64 {
        self.y
    }

    /// Room left on this page, px.
    pub(super) fn room(&self) -> f64 {
        (BOTTOM - self.y).max(0.0)
    }

    /// Room on an empty page, px.
    pub(super) fn whole() -> f64 {
        BOTTOM - TOP
    }

    /// Leaves room, unless the page has just begun.
    pub(super) fn space(&mut self, height: f64) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Makes sure that so much fits on this page; whether it needed a new one.
    pub(super) fn need(&mut self, height: f64) -> bool {
        let turned = self.pages.is_empty() || self.room() < height;
        if turned {
            self.turn();
        }
        turned
    }

    /// Puts marks where they are placed already.
    pub(super) fn put(&mut self, role: Role, marks: Vec<Mark>) {
        if let Some(page) = self.pages.last_mut() {
            page.parts.push(Part { role, marks });
        }
    }

    /// Moves down.
    pub(super) fn down(&mut self, by: f64) {
        self.y += by;
    }

    /// Opens a chapter, on the next page where less than `follows` fits below its lead.
    pub(super) fn chapter(&mut self, title: &str, lead: &str, follows: f64) {
        self.chapter_as(title, title, lead, follows);
    }

    /// The same with a shorter name in the list of contents.
    pub(super) fn chapter_as(&mut self, name: &str, title: &str, lead: &str, follows: f64) {
        let below = if lead.is_empty() { 0.0 } else { 6.0 + self.tall(Kind::Lead, lead) };
        self.opens(Kind::Chapter, 36.0, title, below + 14.0 + follows);
        self.name(name);
        self.heading(Kind::Chapter, Role::Heading(1), title);
        if !lead.is_empty() {
            self.y += 6.0;
            self.text(Kind::Lead, lead);
        }
        self.y += 14.0;
    }

    /// Opens a section, on the next page where less than `follows` fits below it.
    pub(super) fn section(&mut self, title: &str, follows: f64) {
        self.opens(Kind::Section, 22.0, title, 6.0 + follows);
        self.heading(Kind::Section, Role::Heading(2), title);
        self.y += 6.0;
    }

    /// Leaves room above a heading, or turns the page where it and what follows do not fit.
    fn opens(&mut self, kind: Kind, above: f64, title: &str, follows: f64) {
        let setting = self.setting(kind);
        let tall = balanced(title, setting.font, WIDE, &self.look).len() as f64 * setting.line();
        if !self.need(above + tall + follows) {
            self.space(above);
        }
    }

    fn heading(&mut self, kind: Kind, role: Role, title: &str) {
        let setting = self.setting(kind);
        let set = balanced(title, setting.font, WIDE, &self.look);
        self.lines(role, &set, &setting);
    }

    /// How tall a text over the whole width is, px.
    fn tall(&self, kind: Kind, said: &str) -> f64 {
        let setting = self.setting(kind);
        lines(said, setting.font, LINE, &self.look).len() as f64 * setting.line()
    }

    /// A text over the whole width.
    pub(super) fn text(&mut self, kind: Kind, said: &str) {
        let setting = self.setting(kind);
        let set = lines(said, setting.font, LINE, &self.look);
        self.need(set.len() as f64 * setting.line());
        self.lines(Role::Text, &set, &setting);
    }

    fn lines(&mut self, role: Role, set: &[String], setting: &Setting) {
        self.put(role, told(set, setting, Point::new(LEFT, self.y)));
        self.y += set.len() as f64 * setting.line();
    }

    /// A picture with what it shows in words.
    pub(super) fn picture(&mut self, scene: Scene, said: &str) {
        let tall = scene.size.height;
        self.need(tall.min(Self::whole()));
        let at = Point::new(LEFT, self.y);
        self.beside(scene, said, at);
        self.y += tall;
    }

    /// A picture of rows in sections, with so many rows each, in parts where it does not fit on a page:
    /// `height` and `scene` are those of the picture with only these rows of each section. Never fewer
    /// than three rows of a section stand before or after the turn of a page.
    pub(super) fn long(
        &mut self,
        rows: &[usize],
        height: &dyn Fn(&[Range<usize>]) -> f64,
        scene: &dyn Fn(&[Range<usize>]) -> Scene,
        said: &str,
    ) {
        let mut left: Vec<Range<usize>> = rows.iter().map(|&n| 0..n).collect();
        while left.iter().any(|r| !r.is_empty()) {
            let mut part: Vec<Range<usize>> = left.iter().map(|r| r.start..r.start).collect();
            let room = self.room();
            for (at, rest) in left.iter_mut().enumerate().filter(|(_, r)| r.start < r.end) {
                let fits = |to: usize| {
                    let mut tried = part.clone();
                    tried.iter_mut().skip(at).take(1).for_each(|r| r.end = to);
                    height(&tried) <= room
                };
                // More rows are higher: halving finds how many fit.
                let (mut most, mut too_many) = (rest.start, rest.end + 1);
                while most + 1 < too_many {
                    let middle = usize::midpoint(most, too_many);
                    if fits(middle) { most = middle } else { too_many = middle }
                }
                let to = if most == rest.end { most } else { most.min(rest.end.saturating_sub(FEWEST)) };
                if to < rest.end && to < rest.start + FEWEST {
                    break;
                }
                part.iter_mut().skip(at).take(1).for_each(|r| r.end = to);
                rest.start = to;
                if rest.start < rest.end {
                    break;
                }
            }
            if part.iter().any(|r| !r.is_empty()) {
                self.picture(scene(&part), said);
            } else if room >= Self::whole() {
                // Not even three rows fit on an empty page.
                return;
            }
            if left.iter().any(|r| !r.is_empty()) {
                self.turn();
            }
        }
    }

    /// A picture at a place, without moving on.
    pub(super) fn beside(&mut self, scene: Scene, said: &str, at: Point) {
        let mut placed = Scene::default();
        append(&mut placed, scene, at);
        self.put(Role::Picture(said.to_owned()), placed.marks);
    }

    /// A line across.
    pub(super) fn rule(&mut self) {
        let (from, to) = (Point::new(LEFT, self.y), Point::new(LEFT + WIDE, self.y));
        self.put(Role::Ornament, vec![line(from, to, Stroke::solid(self.look.theme.hairline, 1.0))]);
    }

    /// The pages; from the one with number `first` on they have a running head and a number.
    pub(super) fn finish(
        self,
        running: &str,
        first: usize,
        all: usize,
        number: &dyn Fn(usize, usize) -> String,
    ) -> Vec<Page> {
        let setting = self.setting(Kind::Small);
        let theme = self.look.theme;
        let mut pages = self.pages;
        let mut chapter = String::new();
        for (n, page) in pages.iter_mut().enumerate() {
            // The head names what the page begins with.
            let begins = page.bookmarks.iter().find(|b| b.1 == 0.0).or(page.bookmarks.first());
            if let Some((title, _)) = begins.filter(|b| b.1 == 0.0 || chapter.is_empty()) {
                chapter.clone_from(title);
            }
            let word = |x: f64, y: f64, said: String, anchor| {
                Mark::Text(text(Point::new(x, y), said, setting.font, anchor, setting.color))
            };
            let right = LEFT + WIDE;
            let marks = vec![
                word(LEFT, 48.0, running.to_owned(), Anchor::Start),
                word(
                    right,
                    48.0,
                    crate::view::lettering::fit(&chapter, setting.font, WIDE * 0.6, &self.look),
                    Anchor::End,
                ),
                line(Point::new(LEFT, 62.0), Point::new(right, 62.0), Stroke::solid(theme.hairline, 1.0)),
                word(right, SHEET.height - 48.0, number(n + first, all), Anchor::End),
            ];
            page.parts.push(Part { role: Role::Ornament, marks });
            if let Some((title, _)) = page.bookmarks.last() {
                chapter.clone_from(title);
            }
        }
        pages
    }

    /// The pages as they are.
    pub(super) fn bare(self) -> Vec<Page> {
        self.pages
    }

    /// How many pages there are.
    pub(super) fn count(&self) -> usize {
        self.pages.len()
    }
}
