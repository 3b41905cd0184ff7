//! Other ways to count a series: as an index, as a share of the county, per inhabitant.

use crate::analysis::derive;
use crate::base::{
    id::AreaId,
    locale::{capitalise, number},
    period::Period,
    unit::UnitKind,
};
use crate::model::{Cell, Group, Level, Missing, Origin, Table};
use crate::view::{
    chart::lines::{self, Lines},
    look::Format,
    scene::Key,
    words::{
        at_period,
        counting::{Best, counting as words_of},
        words,
    },
};

use super::{
    Shown, change,
    compared::decimals_for,
    grid::{self, Grid, GridRow},
    said, time,
};

/// How values over time are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// As they are published.
    #[default]
    Published,
    /// 100 in the base period.
    Index,
    /// In per cent of the county's value.
    Share,
    /// Per inhabitant.
    PerInhabitant,
}

impl Mode {
    /// All, each with its word in addresses.
    pub const ALL: &[(&str, Self)] = &[
        ("published", Self::Published),
        ("index", Self::Index),
        ("share", Self::Share),
        ("per-inhabitant", Self::PerInhabitant),
    ];
}

/// A mode made ready for an indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Counting {
    /// The mode.
    pub mode: Mode,
    /// The period whose value is 100.
    pub base: Period,
    /// Per how many inhabitants.
    per: f64,
    /// How values are written.
    pub format: Format,
}

/// The modes that make sense: an index of a series of two periods or more, shares and inhabitants of
/// totals.
pub fn offered(shown: &Shown<'_>) -> Vec<Mode> {
    let mut all = vec![Mode::Published];
    if change::widest(shown).is_some() {
        all.push(Mode::Index);
    }
    if shown.is_amount() && shown.level() == Level::Municipality {
        let county = shown.data.regions().county();
        if shown.table.latest(&[county], shown.lead()).is_some() {
            all.push(Mode::Share);
        }
        if shown.data.weights() != Some(shown.id) && population(shown).is_some() {
            all.push(Mode::PerInhabitant);
        }
    }
    all
}

/// The table of inhabitants, where it tells the group shown.
fn population<'a>(shown: &Shown<'a>) -> Option<&'a Table> {
    let table = shown.data.table(shown.data.weights()?)?;
    table.groups().contains(&people(shown.lead())).then_some(table)
}

/// Whom amounts of a group are divided by: the same sex of any origin.
fn people(group: Group) -> Group {
    Group { origin: Origin::Total, ..group }
}

impl Counting {
    /// The mode with its base, or the first comparable period where none is chosen; `None` where the
    /// mode makes no sense or is the published one.
    pub fn new(shown: &Shown<'_>, mode: Mode, base: Option<Period>) -> Option<Self> {
        if mode == Mode::Published || !offered(shown).contains(&mode) {
            return None;
        }
        let periods = shown.periods();
        let first = change::widest(shown).map(|span| span.from).or(periods.first().copied())?;
        let base = base.filter(|b| periods.contains(b)).unwrap_or(first);
        let plain = |decimals, kind| Format { decimals, kind, short: String::new() };
        let format = match mode {
            Mode::Published | Mode::Index => plain(0, UnitKind::Number),
            Mode::Share => plain(1, UnitKind::Percent),
            Mode::PerInhabitant => plain(0, UnitKind::Number),
        };
        let mut counting = Self { mode, base, per: 1.0, format };
        if mode == Mode::PerInhabitant {
            let county = shown.data.regions().county();
            // By the county's own size where it has one: its largest part may be many times that.
            let mut largest = 0.0_f64;
            for area in std::iter::once(county).chain(shown.areas().iter().copied()) {
                if largest == 0.0 {
                    let cells = counting.cells(shown, area, shown.lead(), &periods);
                    largest = cells.iter().flatten().map(|v| v.get().abs()).fold(0.0, f64::max);
                }
            }
            counting.per = if largest < 0.5 { 1000.0 } else { 1.0 };
            counting.format.decimals = decimals_for(largest * counting.per);
            let unit = shown.indicator().unit.short.get(shown.locale);
            counting.format.short = (words_of(shown.locale).per)(unit, counting.per > 1.0);
        }
        Some(counting)
    }

    /// The area's series, counted this way.
    pub fn cells(&self, shown: &Shown<'_>, area: AreaId, group: Group, periods: &[Period]) -> Vec<Cell> {
        let of = |area, p| shown.table.get(area, p, group);
        let series: Vec<Cell> = periods.iter().map(|&p| of(area, p)).collect();
        let county = shown.data.regions().county();
        let each = |counted: &dyn Fn(Period, Cell) -> Cell| {
            periods.iter().zip(&series).map(|(&p, &cell)| counted(p, cell)).collect()
        };
        match self.mode {
            Mode::Published => series,
            Mode::Index => {
                let all = derive::index(&series, periods, &shown.indicator().breaks, self.base).into_iter();
                let apart =
                    |p: Period| p == self.base || shown.table.is_apart(p.min(self.base), p.max(self.base));
                let counted = all.zip(periods);
                counted.map(|(cell, &p)| if apart(p) { cell } else { Err(Missing::NotApplicable) }).collect()
            }
            Mode::Share => each(&|p, cell| derive::share(cell, of(county, p))),
            Mode::PerInhabitant => each(&|p, cell| {
                let people =
                    population(shown).map_or(Err(Missing::NotAvailable), |t| t.get(area, p, people(group)));
                derive::per_inhabitant(cell, people, self.per)
            }),
        }
    }

    /// The areas shown: of shares the county is all, so that only its parts are.
    fn areas(&self, shown: &Shown<'_>) -> Vec<AreaId> {
        let mut areas = shown.areas().to_vec();
        if self.mode != Mode::Share {
            areas.extend(shown.frame().into_iter().filter(|a| !shown.areas().contains(a)));
        }
        areas
    }

    /// Name of the picture.
    fn title(&self, shown: &Shown<'_>) -> String {
        let w = words_of(shown.locale);
        let title = shown.indicator().title.get(shown.locale);
        (w.title)(self.mode, title, &self.base.to_string(), self.per > 1.0)
    }

    /// The line chart.
    pub fn lines(&self, shown: &Shown<'_>, desc: String) -> Lines {
        let title = self.title(shown);
        let mut spec = time::lines(shown, title, desc);
        let areas = self.areas(shown);
        for (panel, group) in spec.panels.iter_mut().zip(shown.reading.groups()) {
            panel.lines.clear();
            for &area in &areas {
                let cells = self.cells(shown, area, group, &spec.periods);
                let values: Vec<Option<f64>> = cells.iter().map(|c| c.ok().map(|v| v.get())).collect();
                if values.iter().any(Option::is_some) {
                    panel.lines.push(lines::Line {
                        area,
                        name: shown.name(area),
                        role: shown.role(area),
                        values,
                    });
                }
            }
        }
        // A target is a level of published values.
        spec.target = None;
        spec.format = self.format.clone();
        if self.mode == Mode::Index {
            let label = (words_of(shown.locale).base_mark)(&self.base.to_string());
            spec.events.push(lines::Span { from: self.base, to: self.base, label });
        }
        spec
    }

    fn value(&self, shown: &Shown<'_>, area: AreaId, period: Period) -> Cell {
        let cells = self.cells(shown, area, shown.lead(), &shown.periods());
        let at = shown.periods().iter().position(|&p| p == period);
        at.and_then(|at| cells.get(at).copied()).unwrap_or(Err(Missing::NotAvailable))
    }

    /// The areas, each with its value as it is read aloud.
    pub fn read_aloud(&self, shown: &Shown<'_>, period: Period) -> Vec<(AreaId, String)> {
        let w = words(shown.locale);
        let mut out = Vec::new();
        for area in self.areas(shown) {
            let value = match self.value(shown, area, period) {
                Ok(v) => self.format.value(v.get(), shown.locale),
                Err(reason) => (w.missing)(reason).to_owned(),
            };
            out.push((area, (w.selected)(&shown.name(area), &value)));
        }
        out
    }

    /// The picture in words, as of a period: where the county stands, and who has gone furthest the
    /// wanted way (the way the county went where none is wanted), or which parts are largest.
    pub fn told(&self, shown: &Shown<'_>, period: Period) -> String {
        let w = words_of(shown.locale);
        let when = capitalise(&at_period(shown.locale, period));
        let write = |v: f64| self.format.value(v, shown.locale);
        let county = self.value(shown, shown.data.regions().county(), period).ok().map(|v| v.get());
        let mut known: Vec<(AreaId, f64)> = Vec::new();
        for &area in shown.areas() {
            known.extend(self.value(shown, area, period).ok().map(|v| (area, v.get())));
        }
        let highest = known.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        let lowest = known.iter().copied().min_by(|a, b| a.1.total_cmp(&b.1));
        let mut parts = Vec::new();
        match (self.mode, highest, lowest) {
            (_, None, _) | (_, _, None) => parts.push(w.nothing.to_owned()),
            (Mode::Share, Some((area, v)), _) => {
                let written = number(shown.locale, v, self.format.decimals);
                parts.push((w.largest)(&when, &shown.name(area), &written));
            }
            (Mode::PerInhabitant, Some((high, most)), Some((low, least))) => {
                parts.extend(county.map(|v| (w.county_has)(&when, &write(v))));
                let when = county.is_none().then_some(when.as_str());
                let (low, high) = (shown.name(low), shown.name(high));
                parts.push((w.between)(when, [&write(least), &low], [&write(most), &high]));
            }
            (Mode::Published | Mode::Index, Some(highest), Some(lowest)) => {
                parts.extend(county.map(|v| (w.index)(&when, &write(v), &self.base.to_string())));
                use crate::model::Direction;
                let up = match shown.indicator().direction {
                    Direction::Up => true,
                    Direction::Down => false,
                    Direction::None => county.is_none_or(|v| v >= 100.0),
                };
                let (area, v) = if up { highest } else { lowest };
                let base = self.base.to_string();
                let moved = number(shown.locale, v, 0) != number(shown.locale, 100.0, 0);
                if moved && (v > 100.0) == up {
                    let way = if up { Best::Risen } else { Best::Fallen };
                    let name = shown.name(area);
                    parts.push(match county {
                        Some(_) => (w.furthest)(way, &name, &write(v)),
                        None => (w.furthest_since)(way, &name, &write(v), &when, &base),
                    });
                }
                if parts.is_empty() {
                    let end = |(area, v): (AreaId, f64)| [write(v), shown.name(area)];
                    let ([low, lowest], [high, highest]) = (end(lowest), end(highest));
                    parts.push((w.index_between)(&when, [&low, &lowest], [&high, &highest], &base));
                }
            }
        }
        said::sentences(&parts)
    }

    /// The numbers: an area a row, a period a column.
    pub fn grid(&self, shown: &Shown<'_>) -> Grid {
        let periods = shown.periods();
        let write = |v: f64| number(shown.locale, v, self.format.decimals);
        let mut rows = Vec::new();
        for area in self.areas(shown) {
            let cells = self.cells(shown, area, shown.lead(), &periods);
            let cells = cells.into_iter().map(|cell| grid::entry(cell, shown.locale, &write)).collect();
            rows.push(GridRow { key: Some(Key::Area(area)), name: shown.name(area), cells });
        }
        Grid {
            head: words(shown.locale).area_word.to_owned(),
            columns: periods.iter().map(|p| p.to_string()).collect(),
            rows,
        }
    }
}
