//! The strategy's picture: each focus area's indicators by how the county moves.

use crate::analysis::assess::Verdict;
use crate::base::{id::IndicatorId, locale::Locale};
use crate::model::Dataset;
use crate::view::{
    chart::climb::{Climb, Dot, Lane},
    words::{figures::figures, words},
};

use super::row::assessment;

/// One lane per focus area. Indicators without a wanted direction, and those whose values are not
/// loaded, have no place on the way.
pub fn climb(data: &Dataset, locale: Locale) -> Climb {
    let (w, f) = (words(locale), figures(locale));
    let lanes: Vec<Lane> = data
        .strategy()
        .focus_areas
        .iter()
        .map(|focus| {
            let mut dots: Vec<Dot> = focus
                .indicators
                .iter()
                .filter_map(|&id| Some(Dot { indicator: id, verdict: verdict(data, id)? }))
                .collect();
            crate::base::order::sort_by(&mut dots, &mut |a, b| a.verdict.cmp(&b.verdict));
            let count = |wanted| dots.iter().filter(|d| d.verdict == wanted).count();
            Lane {
                short: focus.short.get(locale).to_owned(),
                title: focus.title.get(locale).to_owned(),
                counts: (f.climb_counts)(Verdict::ALL.map(count)),
                dots,
            }
        })
        .collect();
    let desc = lanes.iter().map(|l| format!("{}: {}.", l.title, l.counts)).collect::<Vec<_>>().join(" ");
    Climb {
        lanes,
        from: f.state_now.to_owned(),
        to: f.state_desired.to_owned(),
        names: Verdict::ALL.map(|verdict| (w.judged)(verdict).to_owned()),
        desc,
    }
}

/// How the county moves; `None` where no direction is wanted.
fn verdict(data: &Dataset, id: IndicatorId) -> Option<Verdict> {
    let table = data.table(id)?;
    assessment(table, data.regions().county(), table.default_group(), data.indicator(id)).verdict
}
