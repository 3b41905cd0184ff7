//! The overview of all indicators and municipalities: how far each lies from the county.

use crate::base::{
    id::{AreaId, IndicatorId},
    locale::{Locale, number, signed},
    order::sort_by,
    text::Text,
};
use crate::model::{Dataset, Direction, Indicator, Missing};
use crate::view::{
    chart::matrix::{Column, Entry, Legend, Matrix, Row, Section, Shade},
    look::Role,
    scene::Key,
    words::{matrix::matrix as told_words, people, words},
};

use super::{
    compared::{Compared, Unfit, compare, step},
    grid::{self, Grid, GridRow},
    said,
};

/// What rows and columns are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// Rows by this area's distance to the county, the wanted side first, within each focus area;
    /// else in the order of the strategy.
    pub area: Option<AreaId>,
    /// Columns by this indicator, the wanted side first; else by name.
    pub indicator: Option<IndicatorId>,
}

/// After the name of an indicator that is compared with the municipalities' median.
const SIGN: &str = "\u{a0}*";

/// After the short name of a total that is compared per inhabitant.
const PER_INHABITANT: &str = "\u{a0}†";

/// After the short name of an indicator whose values are written in thousands.
const THOUSANDS: &str = "\u{a0}‡";

/// Most panels beside each other.
const PANELS: usize = 4;

/// One row to be: the indicator, what is compared, or why not.
pub(super) type Line = (IndicatorId, Result<Compared, Unfit>);

/// Names and rows of the focus areas, then those outside them; only `only`, counted in that order,
/// where asked for. Indicators whose values are not loaded are left out.
pub(super) fn sections(data: &Dataset, only: Option<usize>, locale: Locale) -> Vec<(String, Vec<Line>)> {
    let lines = |ids: &[IndicatorId]| -> Vec<Line> {
        ids.iter().filter_map(|&id| Some((id, compare(data, id)?))).collect()
    };
    let mut out: Vec<(String, Vec<Line>)> = Vec::new();
    let focus = &data.strategy().focus_areas;
    for (n, area) in focus.iter().enumerate() {
        if only.is_none_or(|o| o == n) {
            out.push((area.short.get(locale).to_owned(), lines(&area.indicators)));
        }
    }
    if only.is_none_or(|o| o == focus.len()) {
        let w = told_words(locale);
        let name = if focus.is_empty() { words(locale).indicators_word } else { w.background };
        out.push((name.to_owned(), lines(&data.background())));
    }
    out.retain(|(_, rows)| !rows.is_empty());
    out
}

/// The order of the columns, as indices of the municipalities.
fn columns(data: &Dataset, by: Option<IndicatorId>) -> Vec<usize> {
    let mut columns: Vec<usize> = (0..data.regions().members().len()).collect();
    if let Some((id, Some(Ok(found)))) = by.map(|id| (id, compare(data, id))) {
        let direction = data.indicator(id).direction;
        sort_by(&mut columns, &mut |a, b| {
            best_first(found.wanted(*a, direction), found.wanted(*b, direction))
        });
    }
    columns
}

/// Rows of a section by one area.
fn sort_rows(data: &Dataset, by: AreaId, rows: &mut [Line]) {
    let Some(at) = data.regions().members().iter().position(|&a| a == by) else { return };
    let key = |(id, found): &Line| {
        let direction = data.indicator(*id).direction;
        let z = found.as_ref().map_err(|_| Missing::NotApplicable).and_then(|f| f.wanted(at, direction));
        (direction == Direction::None, z)
    };
    sort_by(rows, &mut |a, b| {
        let ((a_plain, a), (b_plain, b)) = (key(a), key(b));
        a.is_err().cmp(&b.is_err()).then(a_plain.cmp(&b_plain)).then(best_first(a, b))
    });
}

fn best_first(a: Result<f64, Missing>, b: Result<f64, Missing>) -> std::cmp::Ordering {
    match (a, b) {
        (Ok(a), Ok(b)) => b.total_cmp(&a),
        (a, b) => a.is_err().cmp(&b.is_err()),
    }
}

/// The overview of every focus area, or of one (`only`, counted in the order of the strategy, the
/// background last). `pinned` are held on to in the order of their colours.
pub fn matrix(
    data: &Dataset,
    pinned: &[AreaId],
    order: Order,
    only: Option<usize>,
    locale: Locale,
) -> Matrix {
    let w = told_words(locale);
    let regions = data.regions();
    let columns = columns(data, order.indicator);
    let mut reasons: Vec<Missing> = Vec::new();
    let mut unjudged = false;
    let mut signs = [false; 3];
    let mut out = Vec::new();
    for (title, mut lines) in sections(data, only, locale) {
        if let Some(by) = order.area {
            sort_rows(data, by, &mut lines);
        }
        let mut rows = Vec::new();
        for (id, found) in &lines {
            let row = row(data, *id, found, &columns, locale);
            if let Ok(f) = found {
                let own = [f.per_thousand, f.median, f.in_thousands()];
                signs.iter_mut().zip(own).for_each(|(any, one)| *any |= one);
            }
            for cell in &row.cells {
                match cell.shade {
                    Shade::Missing(reason) if !reasons.contains(&reason) => reasons.push(reason),
                    Shade::Plain(_) => unjudged = true,
                    _ => {}
                }
            }
            rows.push(row);
        }
        out.push(Section { continued: (w.continued)(&title), title, rows });
    }
    sort_by(&mut reasons, &mut |a, b| a.cmp(b));
    let column = |&at: &usize| {
        let area = *regions.members().get(at)?;
        let role = pinned.iter().position(|&p| p == area).map_or(Role::Other, Role::Selected);
        Some(Column { area, name: regions.get(area).name.get(locale).to_owned(), role })
    };
    Matrix {
        columns: columns.iter().filter_map(column).collect(),
        sections: out,
        panels: PANELS,
        legend: Legend {
            worse: w.worse.to_owned(),
            better: w.better.to_owned(),
            neutral: if unjudged { w.neutral.to_owned() } else { String::new() },
            missing: reasons.into_iter().map(|r| (r, (words(locale).missing)(r).to_owned())).collect(),
            remarks: signs
                .into_iter()
                .zip([w.per_inhabitant_remark, w.median_remark, w.thousands_remark])
                .filter(|(sign, _)| *sign)
                .map(|(_, remark)| remark.to_owned())
                .collect(),
        },
        title: (w.title)(regions.get(regions.county()).name.get(locale)),
        desc: desc(data, locale),
    }
}

fn row(
    data: &Dataset,
    id: IndicatorId,
    found: &Result<Compared, Unfit>,
    columns: &[usize],
    locale: Locale,
) -> Row {
    let indicator = data.indicator(id);
    let (cells, note) = match found {
        Ok(found) => {
            let cell = |&at: &usize| Entry {
                shade: found.shade(at, indicator.direction),
                value: found.value(at, locale),
            };
            (columns.iter().map(cell).collect(), String::new())
        }
        Err(unfit) => (Vec::new(), note(*unfit, locale).to_owned()),
    };
    let found = found.as_ref().ok();
    let mut name = indicator.short.get(locale).to_owned();
    if let Some(found) = found.filter(|f| f.old) {
        // Every letter here takes from the cells.
        name.push_str(&format!(" ’{:02}", found.period.year() % 100));
    }
    if found.is_some_and(|f| f.per_thousand) {
        name.push_str(PER_INHABITANT);
    }
    if found.is_some_and(Compared::in_thousands) {
        name.push_str(THOUSANDS);
    }
    Row { indicator: id, name: starred(name, found), note, cells }
}

pub(super) fn note(unfit: Unfit, locale: Locale) -> &'static str {
    let w = told_words(locale);
    match unfit {
        Unfit::OnlyCounty => w.only_county,
        Unfit::Few => w.few,
        Unfit::Size => w.size,
    }
}

/// A title or a short name with what is particular about the values: whose they are where not everybody's;
/// and about the comparison: per inhabitant, of a period after which there are later values, with the median.
pub(super) fn name(
    data: &Dataset,
    id: IndicatorId,
    title: &Text,
    found: Option<&Compared>,
    locale: Locale,
) -> String {
    written(data, id, title, found, found.is_some_and(|f| f.per_thousand), locale)
}

/// The short name beside a value whose unit says that it is per inhabitant.
pub(super) fn beside_unit(
    data: &Dataset,
    id: IndicatorId,
    found: Option<&Compared>,
    locale: Locale,
) -> String {
    written(data, id, &data.indicator(id).short, found, false, locale)
}

fn written(
    data: &Dataset,
    id: IndicatorId,
    title: &Text,
    found: Option<&Compared>,
    per_inhabitant: bool,
    locale: Locale,
) -> String {
    let mut name = title.get(locale).to_owned();
    if let Some(whose) = data.table(id).and_then(|t| people(locale, t.default_group())) {
        name.push_str(&format!(", {whose}"));
    }
    if per_inhabitant {
        name = (told_words(locale).per_inhabitant)(&name);
    }
    if let Some(found) = found.filter(|f| f.old) {
        name.push_str(&format!(", {}", found.period));
    }
    starred(name, found)
}

/// With the sign for what the comparison is with, where that is not the county.
fn starred(name: String, found: Option<&Compared>) -> String {
    if found.is_some_and(|f| f.median) { name + SIGN } else { name }
}

/// What is said of one cell: area and indicator; its value; the county's and the difference; how it
/// lies; that we computed it, where we divided. For a card, a list entry or a screen reader.
pub fn told(data: &Dataset, id: IndicatorId, area: AreaId, locale: Locale) -> Vec<String> {
    let w = told_words(locale);
    let indicator = data.indicator(id);
    let regions = data.regions();
    let head = format!("{}: {}", regions.get(area).name.get(locale), indicator.title.get(locale));
    let at = regions.members().iter().position(|&a| a == area);
    let (Some(at), Some(found)) = (at, compare(data, id)) else { return vec![head] };
    let found = match found {
        Ok(found) => found,
        Err(unfit) => return vec![head, crate::base::locale::capitalise(note(unfit, locale))],
    };
    let value = match found.cells.get(at).copied().unwrap_or(Err(Missing::NotAvailable)) {
        Ok(v) => v.get(),
        Err(reason) => return vec![head, (words(locale).missing_long)(reason).to_owned()],
    };
    let shade = found.shade(at, indicator.direction);
    let differing = differing(indicator, &found, value - found.reference, locale);
    let differing = said::within(differing, found.is_within(at, value), locale);
    let mut lines = vec![
        head,
        (w.value)(&write(indicator, &found, value, locale), &found.period.to_string()),
        (if found.median { w.against_median } else { w.against })(
            &write(indicator, &found, found.reference, locale),
            &differing,
        ),
    ];
    let whom = if found.median { w.than_median } else { w.than_county };
    match shade {
        Shade::Judged(step) => lines.push(format!("{} {whom}", (w.judged)(step))),
        Shade::Plain(step) => lines.push(format!("{} {whom}", (w.plain)(step))),
        Shade::Missing(_) => {}
    }
    if found.per_thousand || found.median {
        lines.push(words(locale).computed.to_owned());
    }
    lines
}

pub(super) fn write(indicator: &Indicator, found: &Compared, value: f64, locale: Locale) -> String {
    if !found.per_thousand {
        return super::format(indicator, locale).value(value, locale);
    }
    let unit = (told_words(locale).per_thousand)(indicator.unit.short.get(locale));
    format!("{}\u{a0}{unit}", number(locale, value, found.decimals))
}

fn differing(indicator: &Indicator, found: &Compared, value: f64, locale: Locale) -> String {
    if found.per_thousand {
        signed(locale, value, found.decimals)
    } else {
        said::difference(indicator, value, locale)
    }
}

/// How many of the judged cells lie on the wanted side, near the county and on the other side; of
/// all municipalities or of one.
fn counts(data: &Dataset, of: Option<usize>) -> ([usize; 3], usize) {
    let mut counts = [0, 0, 0];
    let [better, near, worse] = &mut counts;
    let mut indicators = 0;
    for id in data.ids() {
        let direction = data.indicator(id).direction;
        let Some(Ok(found)) = compare(data, id).filter(|_| direction != Direction::None) else { continue };
        indicators += 1;
        for at in 0..found.cells.len() {
            match found.wanted(at, direction).map(step) {
                Ok(_) | Err(_) if of.is_some_and(|of| of != at) => {}
                Ok(1..) => *better += 1,
                Ok(0) => *near += 1,
                Ok(_) => *worse += 1,
                Err(_) => {}
            }
        }
    }
    (counts, indicators)
}

/// The overview in a few sentences.
pub fn desc(data: &Dataset, locale: Locale) -> String {
    let regions = data.regions();
    let (counts, indicators) = counts(data, None);
    let county = regions.get(regions.county()).name.get(locale);
    (told_words(locale).told)(county, indicators, regions.members().len(), counts)
}

/// One municipality's column in a sentence; empty for an area without one, or with nothing to compare.
pub fn area_told(data: &Dataset, area: AreaId, locale: Locale) -> String {
    let Some(at) = data.regions().members().iter().position(|&a| a == area) else {
        return String::new();
    };
    let (counts, _) = counts(data, Some(at));
    if counts == [0; 3] {
        return String::new();
    }
    (told_words(locale).area_told)(data.regions().get(area).name.get(locale), counts)
}

/// The overview's numbers: an indicator a row under its focus area's heading, then the county's
/// value and each area's, in the same order.
pub fn grid(data: &Dataset, order: Order, only: Option<usize>, locale: Locale) -> Grid {
    let w = words(locale);
    let regions = data.regions();
    let columns = columns(data, order.indicator);
    let mut titles = vec![w.latest_period.to_owned(), w.county.to_owned()];
    for &at in &columns {
        titles.extend(regions.members().get(at).map(|&a| regions.get(a).name.get(locale).to_owned()));
    }
    let mut rows = Vec::new();
    for (title, mut lines) in sections(data, only, locale) {
        if let Some(by) = order.area {
            sort_rows(data, by, &mut lines);
        }
        rows.push(GridRow { key: None, name: title, cells: Vec::new() });
        for (id, found) in &lines {
            let indicator = data.indicator(*id);
            let plain = |text: String, missing| super::table::Entry { text, missing, now: false };
            let cells = match found {
                Err(unfit) => vec![plain(note(*unfit, locale).to_owned(), true)],
                Ok(found) => {
                    let say = |v: f64| write(indicator, found, v, locale);
                    // The column is the county's: the median does not stand there in its place.
                    let county = if found.median { w.no_value.to_owned() } else { say(found.reference) };
                    let mut cells = vec![plain(found.period.to_string(), false), plain(county, found.median)];
                    for &at in &columns {
                        let cell = found.cells.get(at).copied().unwrap_or(Err(Missing::NotAvailable));
                        cells.push(grid::entry(cell, locale, &say));
                    }
                    cells
                }
            };
            let name = name(data, *id, &indicator.title, found.as_ref().ok(), locale);
            rows.push(GridRow { key: Some(Key::Indicator(*id)), name, cells });
        }
    }
    Grid { head: w.column_indicator.to_owned(), columns: titles, rows }
}
