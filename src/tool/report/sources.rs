//! The last chapter: every indicator's source and years, and what a reader must know of it. Caveats
//! that several indicators share stand once, with a number.

use crate::{
    base::{geom::Point, id::IndicatorId},
    model::Indicator,
    tool::picture::{Role, Setting, lines, told},
    view::{
        look::Look,
        mark::{Font, Mark, Weight},
    },
};

use super::{
    Chapter, Subject,
    paper::{GUTTER, LEFT, Paper, WIDE},
};

/// So many indicators that share a caveat give it a number.
const SHARED: usize = 3;

/// A heading or an entry, set.
struct Block {
    role: Role,
    /// The strong lines, then the plain ones, the first of which goes on where the last strong one ends.
    lines: [Vec<String>; 2],
    setting: [Setting; 2],
    /// How far in the first plain line begins; none where it has a line of its own.
    after: Option<f64>,
    /// Room above it, px.
    above: f64,
}

impl Block {
    fn heading(title: &str, setting: Setting, column: f64, look: &Look<'_>) -> Self {
        let lines = [lines(title, setting.font, column, look), Vec::new()];
        Self { role: Role::Heading(2), lines, setting: [setting; 2], after: None, above: 13.0 }
    }

    /// A name and what is said of it, in one paragraph.
    fn entry(name: &str, said: &str, setting: [Setting; 2], column: f64, look: &Look<'_>) -> Self {
        let [strong, plain] = setting.map(|s| s.font);
        let names = if name.is_empty() { Vec::new() } else { lines(name, strong, column, look) };
        let indent = names.last().map_or(0.0, |n| look.measure.width(n, strong) + 5.0);
        let mut beside = String::new();
        let mut rest = said;
        // As many words as fit beside the name.
        while let Some((word, more)) = rest.split_once(' ').filter(|_| indent > 0.0) {
            let longer = if beside.is_empty() { word.to_owned() } else { format!("{beside} {word}") };
            if indent + look.measure.width(&longer, plain) > column {
                break;
            }
            (beside, rest) = (longer, more);
        }
        let after = (!beside.is_empty()).then_some(indent);
        let mut body: Vec<String> = after.map(|_| beside).into_iter().collect();
        body.extend(lines(rest, plain, column, look));
        Self { role: Role::Text, lines: [names, body], setting, after, above: 4.0 }
    }

    fn tall(&self) -> f64 {
        let [strong, plain] = &self.setting;
        let [names, body] = &self.lines;
        let shared = if self.after.is_some() { plain.line() } else { 0.0 };
        names.len() as f64 * strong.line() + body.len() as f64 * plain.line() - shared
    }

    fn marks(&self, at: Point) -> Vec<Mark> {
        let [strong, plain] = &self.setting;
        let [names, body] = &self.lines;
        let mut marks = told(names, strong, at);
        let y = at.y + names.len() as f64 * strong.line();
        let (beside, below) = body.split_at(usize::from(self.after.is_some()));
        let above = Point::new(at.x + self.after.unwrap_or(0.0), y - plain.line());
        marks.extend(told(beside, plain, above));
        marks.extend(told(below, plain, Point::new(at.x, y)));
        marks
    }
}

pub(super) fn sources(subject: &Subject<'_>, chapters: &[Chapter<'_>], paper: &mut Paper<'_>) {
    let w = subject.words;
    let ids: Vec<IndicatorId> = chapters.iter().flat_map(|c| c.ids.iter().copied()).collect();
    let shared = shared(subject, &ids);
    let numbers = if shared.is_empty() { "" } else { w.sources_numbers };
    paper.chapter(w.sources, format!("{} {numbers}", w.sources_lead).trim_end(), 200.0);
    let theme = paper.look.theme;
    let set = |size, weight, color| Setting { font: Font { size, weight }, leading: 1.25, color };
    let setting = [set(10.0, Weight::Bold, theme.ink), set(10.0, Weight::Regular, theme.ink)];
    let head = set(13.0, Weight::Bold, theme.accent);
    let column = (WIDE - GUTTER) / 2.0;
    let look = paper.look;
    let mut blocks = Vec::new();
    for chapter in chapters {
        blocks.push(Block::heading(chapter.title, head, column, &look));
        for (names, said) in entries(subject, chapter, &shared) {
            blocks.push(Block::entry(&names, &said, setting, column, &look));
        }
    }
    if !shared.is_empty() {
        blocks.push(Block::heading(w.shared, head, column, &look));
    }
    for (n, caveat) in shared.iter().enumerate() {
        blocks.push(Block::entry(&format!("[{}]", n + 1), caveat, setting, column, &look));
    }
    flow(&blocks, column, paper);
}

/// Names of indicators and what is said of them; those of which the same is said stand together.
fn entries(subject: &Subject<'_>, chapter: &Chapter<'_>, shared: &[&str]) -> Vec<(String, String)> {
    let mut all: Vec<(String, String)> = Vec::new();
    for &id in &chapter.ids {
        let name = subject.data.indicator(id).title.get(subject.locale);
        let said = entry(subject, id, shared);
        match all.iter_mut().find(|(_, s)| *s == said) {
            Some((names, _)) => *names = format!("{names} · {name}"),
            None => all.push((name.to_owned(), said)),
        }
    }
    all
}

/// Sets the blocks in two columns, page after page; a heading stays with what it opens.
fn flow(blocks: &[Block], column: f64, paper: &mut Paper<'_>) {
    let (mut n, mut y, mut top) = (0_usize, paper.y(), paper.y());
    let mut bottom = paper.y() + paper.room();
    for (at, block) in blocks.iter().enumerate() {
        let follows = match (&block.role, blocks.get(at + 1)) {
            (Role::Heading(_), Some(next)) => next.above + next.tall(),
            _ => 0.0,
        };
        let begun = y > top;
        if begun && y + block.above + block.tall() + follows > bottom {
            n += 1;
            if n > 1 {
                paper.turn();
                (n, top) = (0, paper.y());
                bottom = paper.y() + paper.room();
            }
            y = top;
        } else if begun {
            y += block.above;
        }
        let x = LEFT + n as f64 * (column + GUTTER);
        paper.put(block.role.clone(), block.marks(Point::new(x, y)));
        y += block.tall();
    }
}

/// Source, years, numbers of shared caveats, then its own.
fn entry(subject: &Subject<'_>, id: IndicatorId, shared: &[&str]) -> String {
    let locale = subject.locale;
    let indicator = subject.data.indicator(id);
    let source = &indicator.source;
    let mut said = source.named(locale);
    let periods = subject.data.table(id).map(|t| t.periods().to_vec()).unwrap_or_default();
    match periods.as_slice() {
        [first, .., last] => said = format!("{said}, {first}–{last}"),
        [only] => said = format!("{said}, {only}"),
        [] => {}
    }
    let mut numbers = Vec::new();
    let mut own = vec![format!("{said}.")];
    if let Some(processed) = &source.processed {
        own.push(processed.get(locale).to_owned());
    }
    for b in &indicator.breaks {
        own.push(format!("{}: {}", b.period, b.text.get(locale)));
    }
    for caveat in caveats(indicator, subject) {
        match shared.iter().position(|s| *s == caveat) {
            Some(n) => numbers.push(n + 1),
            None => own.push(caveat.to_owned()),
        }
    }
    if !numbers.is_empty() {
        numbers.sort_unstable();
        let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
        own.push(format!("[{}]", numbers.join(", ")));
    }
    own.join(" ")
}

fn caveats<'a>(indicator: &'a Indicator, subject: &Subject<'_>) -> Vec<&'a str> {
    indicator.caveats.iter().map(|c| c.get(subject.locale)).collect()
}

/// Caveats that stand at several indicators, in the order they occur.
fn shared<'a>(subject: &Subject<'a>, ids: &[IndicatorId]) -> Vec<&'a str> {
    let all: Vec<&str> = ids.iter().flat_map(|&id| caveats(subject.data.indicator(id), subject)).collect();
    let mut found: Vec<&str> = Vec::new();
    for caveat in &all {
        if !found.contains(caveat) && all.iter().filter(|c| *c == caveat).count() >= SHARED {
            found.push(caveat);
        }
    }
    found
}
