//! The order of the areas over time: what is drawn, said and listed.

use crate::analysis::{
    rank::{Order, Rank},
    series::start,
    uncertainty,
};
use crate::base::{
    id::AreaId,
    locale::{capitalise, list},
    period::Period,
};
use crate::view::{
    chart::ranks::{Line, Ranks},
    scene::Key,
    words::{
        at_period, period_name, ranks::ranks as words_of, uncertainty::uncertainty as within_words, words,
    },
};

use super::{
    Shown,
    grid::{Grid, GridRow},
    said,
    table::Entry,
};

/// Fewest areas that have an order.
const FEWEST: usize = 3;

/// Whether some period has an order, that is, enough values.
pub fn there(shown: &Shown<'_>) -> bool {
    let (areas, group) = (shown.areas(), shown.lead());
    let held =
        |p: Period| areas.iter().filter(|&&a| shown.table.get(a, p, group).is_ok()).take(FEWEST).count();
    shown.table.periods().iter().any(|&p| held(p) >= FEWEST)
}

/// Which end is place one.
pub fn order(shown: &Shown<'_>) -> Order {
    Order::of(shown.indicator().direction)
}

/// Which of the periods have an order: those in which at least three quarters as many areas as ever have a
/// value, for a place among few is no place among all.
fn ordered(shown: &Shown<'_>, periods: &[Period]) -> Vec<bool> {
    let held = |&p: &Period| {
        let values = shown.table.slice(shown.areas(), p, shown.lead());
        values.iter().filter(|c| c.is_ok()).count()
    };
    let held: Vec<usize> = periods.iter().map(held).collect();
    let most = held.iter().copied().max().unwrap_or(0);
    held.iter().map(|&held| held >= FEWEST && held * 4 >= most * 3).collect()
}

/// Ranks of the shown areas in one period.
fn ranked(shown: &Shown<'_>, period: Period) -> Vec<Option<Rank>> {
    let how = (shown.indicator().direction, shown.indicator().decimals);
    uncertainty::places(shown.table, shown.areas(), period, shown.lead(), how)
}

/// Ranks of the shown areas, one row per period; none in periods without an order.
fn places(shown: &Shown<'_>, periods: &[Period]) -> Vec<Vec<Option<Rank>>> {
    let row = |(&period, there)| if there { ranked(shown, period) } else { vec![None; shown.areas().len()] };
    periods.iter().zip(ordered(shown, periods)).map(row).collect()
}

/// The chart of the group in the lead. `None` where no period has an order.
pub fn ranks(shown: &Shown<'_>, desc: String) -> Option<Ranks> {
    let w = words_of(shown.locale);
    let mut periods = shown.table.periods_with(shown.areas(), shown.lead());
    let mut places = places(shown, &periods);
    // Periods without an order at the ends are no gaps but not there.
    let any = |row: &Vec<Option<Rank>>| row.iter().any(Option::is_some);
    let until = places.iter().rposition(any)? + 1;
    let from = places.iter().position(any)?;
    periods.truncate(until);
    places.truncate(until);
    let (periods, places) = (periods.split_off(from), places.split_off(from));
    let line = |(at, &area): (usize, &AreaId)| Line {
        area,
        name: shown.name(area),
        role: shown.role(area),
        places: places.iter().map(|row| row.get(at).copied().flatten().map(|r| r.place)).collect(),
    };
    let mut lines: Vec<Line> = shown.areas().iter().enumerate().map(line).collect();
    lines.retain(|l| l.places.iter().any(Option::is_some));
    let (first, last) = (periods.first().copied()?, periods.last().copied()?);
    let mut breaks = Vec::new();
    for b in shown.indicator().breaks.iter().filter(|b| b.period > first && b.period <= last) {
        breaks.push((b.period, b.text.get(shown.locale).to_owned()));
    }
    Some(Ranks {
        lines,
        periods,
        breaks,
        order: (w.order)(order(shown)).to_owned(),
        title: (w.title)(shown.indicator().title.get(shown.locale), shown.level()),
        desc,
    })
}

/// Every area with its place in one period, for a card or a list entry; its name where it has none.
pub fn read_aloud(shown: &Shown<'_>, period: Period) -> Vec<(AreaId, String)> {
    let periods = shown.table.periods_with(shown.areas(), shown.lead());
    let at = periods.iter().position(|&p| p == period);
    let there = at.and_then(|at| ordered(shown, &periods).get(at).copied());
    let row = if there == Some(true) { ranked(shown, period) } else { Vec::new() };
    let mut out = Vec::new();
    for (at, &area) in shown.areas().iter().enumerate() {
        let mut said = shown.name(area);
        if let Some(rank) = row.get(at).copied().flatten() {
            said = [&*said, " ", &said::place(rank, shown.locale), " (", &period.to_string(), ")"].concat();
        }
        out.push((area, said));
    }
    out
}

/// The chart in words: who is first at `period`, how many have changed place since the first year
/// of the unbroken series, and who alone has climbed most. Nobody is named for the last place.
pub fn told(shown: &Shown<'_>, period: Period) -> String {
    let w = words_of(shown.locale);
    let words_within = within_words(shown.locale);
    let periods = shown.table.periods_with(shown.areas(), shown.lead());
    let places = places(shown, &periods);
    let since = start(&shown.indicator().breaks, period);
    let mut rows = periods.iter().zip(&places).filter(|(p, row)| {
        **p <= period && since.is_none_or(|s| **p >= s) && row.iter().any(Option::is_some)
    });
    let Some((last, now)) = rows.next_back() else { return w.nothing.to_owned() };
    let first = rows.find(|(p, _)| shown.table.is_apart(**p, *last));
    let name = |at: usize| shown.areas().get(at).map(|&a| shown.name(a)).unwrap_or_default();
    let rank = |row: &[Option<Rank>], at: usize| row.get(at).copied().flatten();
    let is_open = |rank: &Option<Rank>| rank.is_some_and(|r| r.span.is_some());
    let leaders: Vec<String> =
        (0..now.len()).filter(|&at| rank(now, at).is_some_and(|r| r.place == 1)).map(name).collect();
    let mut parts = Vec::new();
    let when = capitalise(&at_period(shown.locale, *last));
    if now.iter().any(|r| is_open(r) && r.is_some_and(|r| r.place == 1)) {
        parts.push((words_within.first)(&when));
    } else if leaders.len() <= 3 {
        // Where many share the first place, it says little.
        let leaders: Vec<&str> = leaders.iter().map(String::as_str).collect();
        parts.push((w.first)(&when, &list(shown.locale, &leaders)));
    }
    if let Some((from, then)) = first {
        // Who comes or goes moves the others: the change is counted among those who are there both times.
        let mut both: Vec<AreaId> = shown.areas().to_vec();
        let mut at = 0..now.len();
        both.retain(|_| at.next().is_some_and(|at| rank(then, at).and(rank(now, at)).is_some()));
        let held = |row: &[Option<Rank>]| row.iter().flatten().count();
        let whole = held(then) == both.len() && held(now) == both.len();
        let how = (shown.indicator().direction, shown.indicator().decimals);
        let [before, after] =
            [*from, *last].map(|p| uncertainty::places(shown.table, &both, p, shown.lead(), how));
        let mut changed = 0;
        let mut best: Option<(AreaId, usize, usize)> = None;
        let mut alone = true;
        for (&area, pair) in both.iter().zip(before.iter().zip(&after)) {
            let (Some(a), Some(b)) = pair else { continue };
            let [(a_best, a_worst), (b_best, b_worst)] = [a, b].map(|r| r.span.unwrap_or((r.place, r.place)));
            let moved = a_worst < b_best || b_worst < a_best;
            changed += usize::from(moved);
            let (a, b) = (a.place, b.place);
            let climb = if moved { a.saturating_sub(b) } else { 0 };
            let most = best.map_or(1, |(_, a, b)| a - b);
            if climb > most {
                best = Some((area, a, b));
            }
            alone = climb > most || (alone && climb < most);
        }
        if both.len() >= FEWEST {
            let open = before.iter().chain(&after).any(is_open);
            let since = period_name(shown.locale, *from);
            parts.push((w.changed)(changed, both.len(), shown.level(), &since, open));
            if !whole {
                parts.push(w.among.to_owned());
            }
        }
        // Other places than the picture's would be misread.
        parts
            .extend(best.filter(|_| alone && whole).map(|(area, a, b)| (w.climbed)(&shown.name(area), a, b)));
    }
    if places.iter().flatten().any(is_open) {
        parts.push(words_within.lines.to_owned());
    }
    if parts.is_empty() {
        parts.push(w.nothing.to_owned());
    }
    said::sentences(&parts)
}

/// The chart's numbers: an area a row, a period a column.
pub fn grid(shown: &Shown<'_>) -> Grid {
    let w = words_of(shown.locale);
    let periods = shown.table.periods_with(shown.areas(), shown.lead());
    let places = places(shown, &periods);
    let mut rows = Vec::new();
    for (at, &area) in shown.areas().iter().enumerate() {
        let mut cells = Vec::new();
        for row in &places {
            let rank = row.get(at).copied().flatten();
            let text = match rank {
                Some(Rank { span: Some((best, worst)), .. }) => format!("{best}–{worst}"),
                Some(r) if r.tied => (w.shared)(r.place),
                Some(r) => r.place.to_string(),
                None => "–".to_owned(),
            };
            cells.push(Entry { text, missing: rank.is_none(), now: false });
        }
        rows.push(GridRow { key: Some(Key::Area(area)), name: shown.name(area), cells });
    }
    Grid {
        head: words(shown.locale).area_word.to_owned(),
        columns: periods.iter().map(ToString::to_string).collect(),
        rows,
    }
}
