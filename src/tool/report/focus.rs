//! The chapter of a focus area: what it is about, then its indicators row by row.

use super::{
    Chapter, Subject,
    paper::Paper,
    row::{heads, row},
};

pub(super) fn focus(subject: &Subject<'_>, chapter: &Chapter<'_>, paper: &mut Paper<'_>) {
    paper.chapter(chapter.title, chapter.intro);
    paper.down(8.0);
    heads(subject, paper);
    for &id in &chapter.ids {
        row(subject, id, paper);
    }
}
