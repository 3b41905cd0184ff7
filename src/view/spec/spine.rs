//! An area's profile: where it lies among the county's municipalities in every indicator.

use crate::analysis::{rank, similar, spread, uncertainty};
use crate::base::{
    id::{AreaId, IndicatorId},
    locale::{Locale, capitalise, number},
};
use crate::model::{Dataset, Direction, Missing};
use crate::view::{
    chart::spine::{Row, Section, Spine, Track},
    look::Role,
    scene::Key,
    words::{matrix::matrix as matrix_words, spine::spine as told_words, words},
};

use super::{
    compared::{Compared, step},
    grid::{Grid, GridRow, entry},
    matrix, said,
    table::Entry,
};

/// Most indicators and areas named in a sentence.
const NAMED: usize = 3;

/// The profile of one of the county's municipalities, `pinned` areas in the order of their colours;
/// `None` for other areas and where nothing can be compared.
pub fn spine(data: &Dataset, area: AreaId, pinned: &[AreaId], locale: Locale) -> Option<Spine> {
    let regions = data.regions();
    let at = regions.members().iter().position(|&a| a == area)?;
    let w = told_words(locale);
    let (mut judged, mut grey, mut median) = (false, false, false);
    let mut sections = Vec::new();
    for (title, lines) in matrix::sections(data, None, locale) {
        let mut rows = Vec::new();
        let mut directed = false;
        for (id, found) in &lines {
            let indicator = data.indicator(*id);
            directed |= found.is_ok() && indicator.direction != Direction::None;
            median |= found.as_ref().is_ok_and(|f| f.median);
            grey |= found.is_ok() && indicator.direction == Direction::None;
            let mut said = matrix::told(data, *id, area, locale);
            let mut row = Row {
                indicator: *id,
                name: matrix::name(data, *id, &indicator.title, found.as_ref().ok(), locale),
                narrow: matrix::name(data, *id, &indicator.short, found.as_ref().ok(), locale),
                beside: matrix::beside_unit(data, *id, found.as_ref().ok(), locale),
                value: String::new(),
                short: String::new(),
                note: String::new(),
                track: None,
                said: Vec::new(),
            };
            match found {
                Err(unfit) => row.note = matrix::note(*unfit, locale).to_owned(),
                Ok(found) => {
                    match cell(found, at) {
                        Ok(v) => {
                            row.value = matrix::write(indicator, found, v.get(), locale);
                            row.short = number(locale, v.get(), found.decimals);
                        }
                        Err(reason) => row.note = (words(locale).missing)(reason).to_owned(),
                    }
                    row.track = track(found, at, indicator.direction);
                    said.extend(placed(data, *id, found, at, locale));
                    said.extend(between(data, *id, found, locale));
                }
            }
            row.said = said;
            rows.push(row);
        }
        judged |= directed;
        let ends = if directed { w.ends } else { w.plain_ends };
        sections.push(Section { title, ends: ends.map(str::to_owned), rows });
    }
    if sections.iter().flat_map(|s| &s.rows).all(|r| r.track.is_none()) {
        return None;
    }
    let name = |a: AreaId| regions.get(a).name.get(locale).to_owned();
    let county = name(regions.county());
    Some(Spine {
        area,
        role: pinned.iter().position(|&p| p == area).map_or(Role::Other, Role::Selected),
        sections,
        keys: [
            name(area),
            county.clone(),
            regions.nation().map(|_| words(locale).nation.to_owned()).unwrap_or_default(),
            w.half.to_owned(),
            if judged { matrix_words(locale).worse.to_owned() } else { String::new() },
            if judged { matrix_words(locale).better.to_owned() } else { String::new() },
            if grey { w.grey.to_owned() } else { String::new() },
            if median { matrix_words(locale).median_remark.to_owned() } else { String::new() },
        ],
        title: (w.title)(&name(area), &county),
        desc: told(data, area, locale),
    })
}

fn cell(found: &Compared, at: usize) -> crate::model::Cell {
    found.cells.get(at).copied().unwrap_or(Err(Missing::NotAvailable))
}

/// Where everything lies; `None` where all areas have the same value.
fn track(found: &Compared, at: usize, direction: Direction) -> Option<Track> {
    let spread = spread::spread(&found.cells)?;
    let (low, range) = (spread.ends.low.value, spread.ends.range());
    if range <= 0.0 {
        return None;
    }
    let down = direction == Direction::Down;
    let position = |v: f64| {
        let t = (v - low) / range;
        if down { 1.0 - t } else { t }
    };
    let [lower, median, upper] = spread.quartiles.map(position);
    let step = match direction {
        Direction::None => None,
        _ => found.wanted(at, direction).ok().map(step),
    };
    Some(Track {
        area: cell(found, at).ok().map(|v| position(v.get())),
        step,
        county: (!found.median).then(|| position(found.reference)),
        nation: found.nation.ok().map(|v| position(v.get())),
        half: (lower.min(upper), lower.max(upper)),
        median,
    })
}

/// The area's rank.
fn rank_of(data: &Dataset, id: IndicatorId, found: &Compared, at: usize) -> Option<rank::Rank> {
    let order = rank::Order::of(data.indicator(id).direction);
    *uncertainty::ranks(&found.cells, &found.margins, order, found.decimals).get(at)?
}

fn placed(data: &Dataset, id: IndicatorId, found: &Compared, at: usize, locale: Locale) -> Option<String> {
    let rank = rank_of(data, id, found, at)?;
    Some(capitalise(&said::place(rank, locale)))
}

fn between(data: &Dataset, id: IndicatorId, found: &Compared, locale: Locale) -> Option<String> {
    let ends = spread::ends(&found.cells)?;
    let members = data.regions().members();
    let name = |at: usize| members.get(at).map_or("", |&a| data.regions().get(a).name.get(locale));
    let write = |v: f64| matrix::write(data.indicator(id), found, v, locale);
    let (low, high) = (ends.low, ends.high);
    Some((told_words(locale).between)(&write(low.value), name(low.at), &write(high.value), name(high.at)))
}

/// The profile in words: how often on which side of the county, where first and last of all, and
/// which municipalities are most alike. Empty for an area that is none of the county's.
pub fn told(data: &Dataset, area: AreaId, locale: Locale) -> String {
    let Some(at) = data.regions().members().iter().position(|&a| a == area) else {
        return String::new();
    };
    let w = told_words(locale);
    let (mut best, mut worst) = (Vec::new(), Vec::new());
    for (_, lines) in matrix::sections(data, None, locale) {
        for (id, found) in &lines {
            let (Ok(found), indicator) = (found, data.indicator(*id)) else { continue };
            let Some(rank) = rank_of(data, *id, found, at).filter(|r| !r.tied && r.span.is_none()) else {
                continue;
            };
            // What was so years ago is no news.
            if indicator.direction == Direction::None || found.old {
                continue;
            }
            if rank.place == 1 {
                best.push(indicator.title.get(locale));
            } else if rank.place == rank.of {
                worst.push(indicator.title.get(locale));
            }
        }
    }
    let name = data.regions().get(area).name.get(locale);
    let mut parts = vec![matrix::area_told(data, area, locale)];
    if !best.is_empty() {
        parts.push((w.best)(name, best.len(), best.get(..NAMED).unwrap_or(&best)));
    }
    if !worst.is_empty() {
        parts.push((w.worst)(name, worst.len(), worst.get(..NAMED).unwrap_or(&worst)));
    }
    parts.push(like(data, at, locale));
    said::sentences(&parts)
}

/// The municipalities most alike by the background indicators; empty where too few are known.
fn like(data: &Dataset, at: usize, locale: Locale) -> String {
    let members = data.regions().members();
    let ids: Vec<IndicatorId> = data.background();
    let mut until = None;
    for &id in &ids {
        until = until.max(data.table(id).and_then(|t| t.periods().last().copied()));
    }
    let Some(until) = until else { return String::new() };
    let features = similar::features(data, &ids, members, until);
    let found = similar::similar(&features, at);
    let mut areas = Vec::new();
    for likeness in found.areas.iter().take(NAMED) {
        areas.extend(members.get(likeness.at).map(|&a| data.regions().get(a).name.get(locale)));
    }
    let by: Vec<&str> = found.used.iter().map(|u| data.indicator(u.0).subject.get(locale)).collect();
    if areas.is_empty() || by.len() < NAMED {
        return String::new();
    }
    let name = members.get(at).map_or("", |&a| data.regions().get(a).name.get(locale));
    (told_words(locale).similar)(name, &areas, &by)
}

/// The profile's numbers under headings of the focus areas.
pub fn grid(data: &Dataset, area: AreaId, locale: Locale) -> Grid {
    let w = told_words(locale);
    let mut rows = Vec::new();
    let at = data.regions().members().iter().position(|&a| a == area);
    for (title, lines) in matrix::sections(data, None, locale) {
        rows.push(GridRow { key: None, name: title, cells: Vec::new() });
        for (id, found) in &lines {
            let indicator = data.indicator(*id);
            let plain = |text: String, missing: bool| Entry { text, missing, now: false };
            let dash = || plain("–".to_owned(), true);
            let cells = match (found, at) {
                (Ok(found), Some(at)) => {
                    let write = |v: f64| matrix::write(indicator, found, v, locale);
                    let ends = spread::ends(&found.cells).map(|e| (e.low.value, e.high.value));
                    let (worst, best) = match (ends, indicator.direction) {
                        (Some((low, high)), Direction::Down) => {
                            (plain(write(high), false), plain(write(low), false))
                        }
                        (Some((low, high)), _) => (plain(write(low), false), plain(write(high), false)),
                        (None, _) => (dash(), dash()),
                    };
                    vec![
                        plain(found.period.to_string(), false),
                        entry(cell(found, at), locale, &write),
                        if found.median { dash() } else { plain(write(found.reference), false) },
                        entry(found.nation, locale, &write),
                        worst,
                        best,
                        placed(data, *id, found, at, locale).map_or_else(dash, |p| plain(p, false)),
                    ]
                }
                (Err(unfit), _) => vec![plain(matrix::note(*unfit, locale).to_owned(), true)],
                (Ok(_), None) => Vec::new(),
            };
            let name = matrix::name(data, *id, &indicator.title, found.as_ref().ok(), locale);
            rows.push(GridRow { key: Some(Key::Indicator(*id)), name, cells });
        }
    }
    Grid {
        head: words(locale).column_indicator.to_owned(),
        columns: w.columns.iter().map(|c| (*c).to_owned()).collect(),
        rows,
    }
}
