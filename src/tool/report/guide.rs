//! How to read it, with one indicator's small charts explained.

use crate::{
    base::geom::{Point, Size},
    tool::picture::{Role, lines, told},
    view::{
        chart::{spark, strip},
        spec::row,
        words::{figures::figures, matrix::matrix},
    },
};

use super::{
    Subject,
    paper::{Kind, LEFT, Paper},
    whole,
};

/// Where explanations stand beside the chart they explain, px.
const BESIDE: f64 = 180.0;

/// The first chapter.
pub(super) fn guide(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let w = subject.words;
    paper.chapter(w.guide, "", 200.0);
    let [county, municipality] = w.guide_lines;
    paper.text(Kind::Body, if subject.is_county() { county } else { municipality });
    paper.space(10.0);
    example(subject, paper);
    let mut said = vec![w.guide_judged, figures(subject.locale).how_judged];
    let how = matrix(subject.locale).how;
    let coloured = format!("{} {how}", w.guide_coloured);
    if whole::has_overview(subject) {
        said.push(&coloured);
    }
    for said in said.into_iter().chain([w.guide_missing, w.guide_computed]) {
        paper.text(Kind::Small, said);
        paper.space(5.0);
    }
}

/// Both small charts of the first indicator that has them, each with its explanation.
fn example(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let look = paper.look;
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
        let set = lines(&said, body.font, 460.0, &look);
        let tall = (set.len() as f64 * body.line()).max(36.0);
        let y = paper.y();
        paper.beside(scene, &said, Point::new(LEFT, y + (tall - 36.0) / 2.0));
        let top = y + (tall - set.len() as f64 * body.line()) / 2.0;
        paper.put(Role::Text, told(&set, &body, Point::new(LEFT + BESIDE, top)));
        paper.down(tall + 8.0);
    }
}
