//! The second page: what there is and how to read it, with one indicator's small charts explained.

use crate::{
    base::geom::{Point, Size},
    tool::picture::{Page, Role, lines, told},
    view::{
        chart::{spark, strip},
        lettering::text,
        look::Look,
        mark::{Anchor, Mark},
        spec::row,
        words::figures::figures,
    },
};

use super::{
    Subject,
    paper::{Kind, LEFT, Paper, WIDE},
};

/// Where explanations stand beside the chart they explain, px.
const BESIDE: f64 = 190.0;

/// The page; `pages` come after it, the first of them with number `front + 1`.
pub(super) fn guide<'a>(subject: &Subject<'_>, pages: &[Page], front: usize, look: Look<'a>) -> Paper<'a> {
    let w = subject.words;
    let mut paper = Paper::new(look);
    paper.chapter(w.contents, "");
    let body = paper.setting(Kind::Body);
    let mut marks: Vec<Vec<Mark>> = Vec::new();
    let begun = pages.iter().enumerate().flat_map(|(n, p)| p.bookmarks.iter().map(move |b| (n, &b.0)));
    for (n, title) in begun {
        let y = paper.y() + body.line() / 2.0;
        let word = |x: f64, said: String, anchor| {
            Mark::Text(text(Point::new(x, y), said, body.font, anchor, body.color))
        };
        let number = (n + front + 1).to_string();
        let title = crate::view::lettering::fit(title, body.font, WIDE - 60.0, &look);
        marks.push(vec![word(LEFT + 26.0, number, Anchor::End), word(LEFT + 42.0, title, Anchor::Start)]);
        paper.down(body.line() + 3.0);
    }
    for line in marks {
        paper.put(Role::Text, line);
    }
    paper.section(w.guide, 200.0);
    paper.text(Kind::Body, w.guide_lines);
    paper.space(14.0);
    example(subject, &mut paper, look);
    let judged = figures(subject.locale).how_judged;
    for said in [w.guide_judged, judged, w.guide_missing, w.guide_computed] {
        paper.text(Kind::Body, said);
        paper.space(9.0);
    }
    paper
}

/// Both small charts of the first indicator that has them, each with its explanation.
fn example(subject: &Subject<'_>, paper: &mut Paper<'_>, look: Look<'_>) {
    let w = subject.words;
    let rows = subject.data.ids().filter_map(|id| row::row(subject.data, id, subject.area, subject.locale));
    let Some((spark, strip)) = rows.filter_map(|r| Some((r.spark?, r.strip?))).next() else { return };
    let mut said = vec![w.guide_strip.to_owned()];
    if !subject.is_county() {
        said.push((w.guide_own)(subject.name()));
    }
    let size = Size::new(150.0, 36.0);
    for (scene, said) in [
        (spark::scene(&spark, size, &look), (w.guide_spark)(subject.name())),
        (strip::scene(&strip, size, &look), said.join(" ")),
    ] {
        let body = paper.setting(Kind::Body);
        let set = lines(&said, body.font, 430.0, &look);
        let tall = (set.len() as f64 * body.line()).max(36.0);
        let y = paper.y();
        paper.beside(scene, &said, Point::new(LEFT, y + (tall - 36.0) / 2.0));
        let top = y + (tall - set.len() as f64 * body.line()) / 2.0;
        paper.put(Role::Text, told(&set, &body, Point::new(LEFT + BESIDE, top)));
        paper.down(tall + 12.0);
    }
}
