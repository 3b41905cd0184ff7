//! The chapter of a focus area: what it is about, what the follow-up found, two maps, every indicator
//! by how it develops, and all municipalities.

use crate::{
    analysis::assess::Verdict,
    base::{color::Color, geom::Point, locale::capitalise},
    model::strategy::Finding,
    tool::picture::{Role, Setting, lines, told},
    view::{
        mark::{Font, Mark, Weight},
        words::words,
    },
};

use super::{
    Chapter, Subject,
    maps::Pair,
    paper::{GUTTER, Kind, LEFT, Paper, WIDE},
    row::{self, HEAD, Told},
    whole,
};

/// Room between two findings, px.
const BETWEEN: f64 = 5.0;
/// Height of the name of a group of rows, px.
const GROUP: f64 = 26.0;

pub(super) fn focus(subject: &Subject<'_>, chapter: &Chapter<'_>, paper: &mut Paper<'_>) {
    let name = chapter.focus.map_or(chapter.title, |(_, f)| f.short.get(subject.locale));
    paper.chapter_as(name, chapter.title, chapter.intro, 120.0);
    let n = match chapter.focus {
        Some((n, focus)) => {
            findings(subject, &focus.findings, paper);
            n
        }
        None if subject.focused() => return table(subject, chapter, paper),
        None => 0,
    };
    // Tables break across pages and maps do not: these stand where there is room for them first.
    let mut maps = Pair::new(subject, chapter, paper);
    let mut put = |last: bool, paper: &mut Paper<'_>| {
        if let Some(pair) = maps.take_if(|pair| last || pair.fits(paper)) {
            pair.put(paper);
        }
    };
    put(false, paper);
    table(subject, chapter, paper);
    put(false, paper);
    whole::overview(subject, n, paper);
    put(true, paper);
}

/// The findings in two columns, about equally long; in the report of a municipality those that figures
/// carry.
fn findings(subject: &Subject<'_>, findings: &[Finding], paper: &mut Paper<'_>) {
    let theme = paper.look.theme;
    let set = |size, color| Setting { font: Font { size, weight: Weight::Regular }, leading: 1.35, color };
    let (strong, small) = (set(13.0, theme.ink), set(11.5, theme.muted));
    let column = (WIDE - GUTTER) / 2.0;
    let look = paper.look;
    let item = |finding: &Finding| {
        let said = lines(finding.text.get(subject.locale), strong.font, column, &look);
        let why = finding.without_figures.as_ref().map_or("", |t| t.get(subject.locale));
        let why = if why.is_empty() { Vec::new() } else { lines(why, small.font, column, &look) };
        let tall = said.len() as f64 * strong.line() + why.len() as f64 * small.line() + BETWEEN;
        (said, why, tall)
    };
    let told_of = |f: &&Finding| subject.is_county() || f.without_figures.is_none();
    let items: Vec<_> = findings.iter().filter(told_of).map(item).collect();
    let all: f64 = items.iter().map(|i| i.2).sum();
    // The first column takes what lies with its middle in the upper half.
    let (mut above, mut first) = (0.0, 0.0);
    let mut left = 0;
    for item in &items {
        if above + item.2 / 2.0 <= all / 2.0 {
            left += 1;
            first += item.2;
        }
        above += item.2;
    }
    if items.is_empty() {
        return;
    }
    let tall = first.max(all - first);
    paper.section(&(subject.words.findings)(subject.name_of(subject.data.regions().county())), tall);
    for (n, items) in [items.get(..left), items.get(left..)].into_iter().flatten().enumerate() {
        let mut at = Point::new(LEFT + n as f64 * (column + GUTTER), paper.y());
        for (said, why, tall) in items {
            let mut marks: Vec<Mark> = told(said, &strong, at);
            let below = Point::new(at.x, at.y + said.len() as f64 * strong.line());
            marks.extend(told(why, &small, below));
            paper.put(Role::Text, marks);
            at.y += tall;
        }
    }
    paper.down(tall);
}

/// Every indicator, grouped by how it develops: what goes the wanted way first, what has no
/// clear direction, too few values or no wanted way, last.
fn table(subject: &Subject<'_>, chapter: &Chapter<'_>, paper: &mut Paper<'_>) {
    let rows: Vec<Told> = chapter.ids.iter().filter_map(|&id| row::told(subject, id, paper)).collect();
    let w = words(subject.locale);
    let theme = paper.look.theme;
    let undirected = chapter.focus.map(|_| subject.words.undirected.to_owned());
    let judged = |verdict| capitalise((w.judged)(verdict));
    let signed = |sign, verdict| Some(format!("{sign} {}", judged(verdict)));
    let groups = [
        (Some(Verdict::Desired), signed("▲", Verdict::Desired), theme.good),
        (Some(Verdict::Undesired), signed("▼", Verdict::Undesired), theme.bad),
        (Some(Verdict::Still), Some(judged(Verdict::Still)), theme.ink),
        (Some(Verdict::Unclear), Some(judged(Verdict::Unclear)), theme.ink),
        (Some(Verdict::TooFew), Some(judged(Verdict::TooFew)), theme.ink),
        // Outside the focus areas nothing is wanted, and nothing is said of it.
        (None, undirected, theme.ink),
    ];
    paper.space(16.0);
    let mut begun = false;
    for (verdict, name, color) in groups {
        let rows: Vec<&Told> = rows.iter().filter(|r| r.verdict() == verdict).collect();
        if rows.is_empty() {
            continue;
        }
        // The last row of a group does not stand alone at the top of a page.
        let room = |n: usize| {
            let with = if n + 2 == rows.len() { 2 } else { 1 };
            rows.iter().skip(n).take(with).map(|r| r.tall()).fold(0.0, |sum: f64, tall| sum + tall)
        };
        if paper.need(GROUP + HEAD + room(0)) || !begun {
            row::heads(subject, paper);
            begun = true;
        }
        if let Some(name) = name {
            group(name, color, paper);
        }
        for (n, row) in rows.iter().enumerate() {
            if paper.need(room(n)) {
                row::heads(subject, paper);
            }
            row::put(row, paper);
        }
    }
}

/// The name of a group of rows.
fn group(name: String, color: Color, paper: &mut Paper<'_>) {
    let mut setting = paper.setting(Kind::Body);
    setting.font.weight = Weight::Bold;
    setting.color = color;
    let at = Point::new(LEFT, paper.y() + GROUP - setting.line() - 1.0);
    paper.put(Role::Heading(3), told(&[name], &setting, at));
    paper.down(GROUP);
}
