//! What shows everything at once: a municipality's profile, the county's paths, and the overview of
//! its municipalities.

use std::ops::{Range, RangeInclusive};

use crate::{
    base::geom::Size,
    view::{
        chart::{climb, drawn::Chart, matrix, matrix::Matrix, spine, spine::Spine},
        lettering::{SMALL, fit},
        spec::{self, matrix::Order},
        words::{matrix as matrix_words, spine as spine_words, words},
    },
};

use super::{
    Subject,
    paper::{Kind, Paper, WIDE},
};

/// So much lower a row of the overview is than on a screen, px.
const TIGHTER: f64 = 1.5;
/// Width of a cell with a number, and least width of names beside such cells, px.
const CELL: f64 = 34.2;
const NAMES: f64 = 200.0;
/// Fewest municipalities that are compared, and most whose names stand over their cells on a page.
const COMPARED: RangeInclusive<usize> = 3..=20;

pub(super) fn whole(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    if subject.is_county() { county(subject, paper) } else { profile(subject, paper) }
}

/// The spine chart, as many rows to a page as fit.
fn profile(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let (w, locale) = (subject.words, subject.locale);
    let pinned = subject.pinned();
    let Some(spec) = spec::spine::spine(subject.data, subject.area, &pinned, locale) else { return };
    paper.chapter(w.profile, "", 240.0);
    paper.text(Kind::Body, &spec.desc);
    paper.space(4.0);
    let how = spine_words::spine(locale).how;
    paper.text(Kind::Small, &format!("{}. {how}", words(locale).computed));
    paper.space(8.0);
    let continued = matrix_words::matrix(locale).continued;
    let part = |ranges: &[Range<usize>]| {
        let section = |(s, range): (&spine::Section, &Range<usize>)| spine::Section {
            title: if range.start > 0 { continued(&s.title) } else { s.title.clone() },
            ends: s.ends.clone(),
            rows: s.rows.get(range.clone()).unwrap_or_default().to_vec(),
        };
        let sections = spec.sections.iter().zip(ranges).filter(|(_, r)| !r.is_empty()).map(section);
        Spine { sections: sections.collect(), ..spec.clone() }
    };
    let look = paper.look;
    let height = |ranges: &[Range<usize>]| part(ranges).height(WIDE, &look);
    let scene = |ranges: &[Range<usize>]| part(ranges).draw(Size::new(WIDE, height(ranges)), &look).scene;
    let rows: Vec<usize> = spec.sections.iter().map(|s| s.rows.len()).collect();
    paper.long(&rows, &height, &scene, &spec.desc);
}

/// The strategy's paths.
fn county(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let lanes = spec::climb::climb(subject.data, subject.locale);
    if lanes.lanes.is_empty() {
        return;
    }
    let scene = climb::scene(&lanes, climb::extent(&lanes, WIDE, &paper.look), &paper.look);
    paper.chapter(subject.words.whole, &spec::matrix::desc(subject.data, subject.locale), scene.size.height);
    paper.picture(scene, &lanes.desc);
}

/// Whether the report holds the overview of the municipalities.
pub(super) fn has_overview(subject: &Subject<'_>) -> bool {
    subject.is_county() && COMPARED.contains(&subject.data.regions().members().len())
}

/// The indicators of a focus area by all municipalities.
pub(super) fn overview(subject: &Subject<'_>, focus: usize, paper: &mut Paper<'_>) {
    let locale = subject.locale;
    let spec = spec::matrix::matrix(subject.data, &[], Order::default(), Some(focus), locale);
    if spec.sections.is_empty() || !has_overview(subject) {
        return;
    }
    let look = paper.look;
    // Where there are not too many municipalities, names leave room for numbers, which one panel has.
    let left = WIDE - spec.columns.len() as f64 * CELL - 10.0;
    let names = if left < NAMES { f64::INFINITY } else { left };
    let part = |ranges: &[Range<usize>]| {
        let row = |r: &matrix::Row| matrix::Row { name: fit(&r.name, SMALL, names, &look), ..r.clone() };
        let section = |(s, range): (&matrix::Section, &Range<usize>)| matrix::Section {
            title: if range.start > 0 { s.continued.clone() } else { s.title.clone() },
            continued: s.continued.clone(),
            rows: s.rows.get(range.clone()).unwrap_or_default().iter().map(row).collect(),
        };
        let sections = spec.sections.iter().zip(ranges).filter(|(_, r)| !r.is_empty()).map(section);
        let panels = if names.is_finite() { 1 } else { spec.panels };
        Matrix { sections: sections.collect(), panels, ..spec.clone() }
    };
    let height = |ranges: &[Range<usize>]| {
        let rows: usize = ranges.iter().map(Range::len).sum();
        matrix::height(&part(ranges), WIDE, &look) - TIGHTER * rows as f64
    };
    let scene =
        |ranges: &[Range<usize>]| matrix::scene(&part(ranges), Size::new(WIDE, height(ranges)), &look);
    let rows: Vec<usize> = spec.sections.iter().map(|s| s.rows.len()).collect();
    paper.space(18.0);
    paper.long(&rows, &height, &scene, &spec.desc);
}
