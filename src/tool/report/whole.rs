//! The chapter that shows everything at once: a municipality's profile, or the county's paths and the
//! overview of its municipalities.

use crate::{
    base::geom::Size,
    view::{
        chart::{
            climb,
            drawn::Chart,
            matrix,
            spine::{Section, Spine},
        },
        look::Look,
        spec::{self, matrix::Order},
        words::{matrix as matrix_words, spine as spine_words, words},
    },
};

use super::{
    Subject,
    paper::{Kind, Paper, WIDE},
};

pub(super) fn whole(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    if subject.is_county() { county(subject, paper) } else { profile(subject, paper) }
}

/// The spine chart, as many rows to a page as fit.
fn profile(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let (w, locale) = (subject.words, subject.locale);
    let pinned = subject.pinned();
    let Some(spec) = spec::spine::spine(subject.data, subject.area, &pinned, locale) else { return };
    paper.chapter(w.profile, "");
    paper.text(Kind::Body, &spec.desc);
    paper.space(4.0);
    let continued = matrix_words::matrix(locale).continued;
    let how = spine_words::spine(locale).how;
    let note = format!("{}. {how}", words(locale).computed);
    paper.text(Kind::Small, &note);
    paper.space(8.0);
    let look = paper.look;
    let mut rest = spec.clone();
    while !rest.sections.is_empty() {
        let mut part = Spine { sections: Vec::new(), ..spec.clone() };
        let room = if paper.room() < 200.0 { Paper::whole() } else { paper.room() };
        while let Some(section) = rest.sections.first_mut() {
            let whole = fitting(&part, section, room, &look);
            if whole == 0 {
                break;
            }
            let rows = section.rows.drain(..whole).collect();
            part.sections.push(Section { title: section.title.clone(), ends: section.ends.clone(), rows });
            if section.rows.is_empty() {
                rest.sections.remove(0);
            } else {
                section.title = continued(&section.title);
                break;
            }
        }
        if part.sections.is_empty() {
            return;
        }
        let scene = part.draw(Size::new(WIDE, part.height(WIDE, &look)), &look).scene;
        paper.need(scene.size.height);
        paper.picture(scene, &spec.desc);
        if !rest.sections.is_empty() {
            paper.turn();
        }
    }
}

/// How many rows of a section fit below what is there: all, or at least three and as many left over.
fn fitting(part: &Spine, section: &Section, room: f64, look: &Look<'_>) -> usize {
    let fits = |rows: usize| {
        let mut tried = part.clone();
        let rows = section.rows.iter().take(rows).cloned().collect();
        tried.sections.push(Section { title: section.title.clone(), ends: section.ends.clone(), rows });
        tried.height(WIDE, look) <= room
    };
    let all = section.rows.len();
    let most = (1..=all).rev().find(|&n| fits(n)).unwrap_or(0);
    match most {
        _ if most == all => all,
        0..3 => 0,
        _ => most.min(all.saturating_sub(3)).max(1),
    }
}

/// The strategy's paths, then the overview.
fn county(subject: &Subject<'_>, paper: &mut Paper<'_>) {
    let (w, locale) = (subject.words, subject.locale);
    let lanes = spec::climb::climb(subject.data, locale);
    let look = paper.look;
    paper.chapter(w.whole, "");
    if !lanes.lanes.is_empty() {
        let scene = climb::scene(&lanes, climb::extent(&lanes, WIDE), &look);
        paper.picture(scene, &lanes.desc);
        paper.space(6.0);
        let how = crate::view::words::figures::figures(locale).how_judged;
        paper.text(Kind::Small, &format!("{}. {how}", words(locale).computed));
    }
    let spec = spec::matrix::matrix(subject.data, &[], Order::default(), None, locale);
    let size = Size::new(WIDE, matrix::height(&spec, WIDE, &look));
    let told = matrix_words::matrix(locale);
    paper.section(w.overview, 420.0);
    paper.name(w.overview);
    paper.text(Kind::Body, &spec.desc);
    paper.space(4.0);
    paper.text(Kind::Small, &format!("{}. {}", words(locale).computed, told.how));
    paper.space(10.0);
    if size.height <= paper.room() {
        paper.picture(matrix::scene(&spec, size, &look), &spec.desc);
        return;
    }
    // One focus area after the other where all do not fit on a page.
    for only in 0..spec.sections.len() {
        let part = spec::matrix::matrix(subject.data, &[], Order::default(), Some(only), locale);
        let size = Size::new(WIDE, matrix::height(&part, WIDE, &look));
        paper.need(size.height);
        paper.picture(matrix::scene(&part, size, &look), &part.desc);
        paper.space(16.0);
    }
}
