//! The last chapter: every indicator's source and years, and what a reader must know of it. Caveats
//! that several indicators share stand once, with a number.

use crate::{
    base::{geom::Point, id::IndicatorId},
    model::Indicator,
    tool::picture::{Role, Setting, lines, told},
    view::mark::{Font, Mark, Weight},
};

use super::{
    Chapter, Subject,
    paper::{LEFT, Paper, WIDE},
};

/// Room between the two columns, px.
const GAP: f64 = 28.0;
/// So many indicators that share a caveat give it a number.
const SHARED: usize = 3;

/// A heading or an entry, set.
struct Block {
    role: Role,
    title: Vec<String>,
    body: Vec<String>,
    setting: [Setting; 2],
    /// Room above it, px.
    above: f64,
}

impl Block {
    fn tall(&self) -> f64 {
        let [title, body] = &self.setting;
        self.title.len() as f64 * title.line() + self.body.len() as f64 * body.line()
    }
}

pub(super) fn sources(subject: &Subject<'_>, chapters: &[Chapter<'_>], paper: &mut Paper<'_>) {
    let w = subject.words;
    paper.chapter(w.sources, w.sources_lead);
    let ids: Vec<IndicatorId> = chapters.iter().flat_map(|c| c.ids.iter().copied()).collect();
    let shared = shared(subject, &ids);
    let theme = paper.look.theme;
    let set = |size, weight, color| Setting { font: Font { size, weight }, leading: 1.33, color };
    let (name, small) = (set(10.7, Weight::Bold, theme.ink), set(10.2, Weight::Regular, theme.ink));
    let head = set(13.5, Weight::Bold, theme.accent);
    let column = (WIDE - GAP) / 2.0;
    let look = paper.look;
    let block = |title: &str, body: &str, first: Setting, role: Role, above: f64| Block {
        role,
        title: lines(title, first.font, column, &look),
        body: lines(body, small.font, column, &look),
        setting: [first, small],
        above,
    };
    let mut blocks = Vec::new();
    for chapter in chapters {
        blocks.push(block(chapter.title, "", head, Role::Heading(2), 14.0));
        for &id in &chapter.ids {
            let indicator = subject.data.indicator(id);
            let body = entry(subject, id, &shared);
            blocks.push(block(indicator.title.get(subject.locale), &body, name, Role::Text, 5.0));
        }
    }
    if !shared.is_empty() {
        blocks.push(block(w.shared, "", head, Role::Heading(2), 14.0));
    }
    for (n, caveat) in shared.iter().enumerate() {
        blocks.push(block("", &format!("[{}] {caveat}", n + 1), name, Role::Text, 5.0));
    }
    flow(&blocks, column, paper);
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
        let x = LEFT + n as f64 * (column + GAP);
        let [title, body] = &block.setting;
        let mut marks: Vec<Mark> = told(&block.title, title, Point::new(x, y));
        y += block.title.len() as f64 * title.line();
        marks.extend(told(&block.body, body, Point::new(x, y)));
        y += block.body.len() as f64 * body.line();
        paper.put(block.role.clone(), marks);
    }
}

/// Source, years, numbers of shared caveats, then its own.
fn entry(subject: &Subject<'_>, id: IndicatorId, shared: &[&str]) -> String {
    let locale = subject.locale;
    let indicator = subject.data.indicator(id);
    let source = &indicator.source;
    let through: Vec<&str> = [source.via.as_deref(), source.table.as_deref()].into_iter().flatten().collect();
    let mut said = source.publisher.clone();
    if !through.is_empty() {
        said = format!("{said} ({})", through.join(" "));
    }
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
