//! The report in brief, for the cover: where things go, and the largest differences.

use crate::{
    analysis::gap::Pair,
    view::spec::{climb, matrix},
};

use super::{Subject, between, gaps};

/// Most differences of a kind.
const MOST: usize = 2;

/// What is said under a heading.
pub(super) struct Point {
    pub(super) title: &'static str,
    pub(super) lines: Vec<String>,
}

/// The points in the order they matter; none without a line.
pub(super) fn brief(subject: &Subject<'_>) -> Vec<Point> {
    let w = subject.words;
    let (data, locale) = (subject.data, subject.locale);
    let mut all = Vec::new();
    let mut say = |title, mut lines: Vec<String>, most: usize| {
        lines.retain(|l| !l.is_empty());
        lines.truncate(most);
        if !lines.is_empty() {
            all.push(Point { title, lines });
        }
    };
    if subject.is_county() {
        let lanes = climb::climb(data, locale).lanes;
        let of = lanes.len();
        say(w.whole, lanes.into_iter().map(|l| format!("{}: {}.", l.short, l.counts)).collect(), of);
        say(w.between, between::widest(subject), MOST);
    } else {
        say(w.profile, vec![matrix::area_told(data, subject.area, locale)], 1);
        let (better, worse) = between::furthest(subject);
        say(w.far_better, better, MOST);
        say(w.far_worse, worse, MOST);
    }
    say(w.sexes, gaps::largest_told(subject, &[Pair::Sexes]), MOST);
    say(w.origins, gaps::largest_told(subject, &[Pair::Origins, Pair::ForeignToAll]), MOST);
    all
}
