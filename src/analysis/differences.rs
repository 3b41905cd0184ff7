//! All that a page says about the differences of one indicator, in one pass.

use crate::{
    base::{id::AreaId, period::Period, unit::UnitKind},
    model::{Direction, Missing, Table},
};

use super::{
    assess::{self, Assessment},
    convergence::{self, Convergence, Terms, Verdict},
    decomposition::{self, Decomposition, Paired, Split},
    dispersion::{self, Measure},
    driver,
    finding::{self, Finding},
    gap::{self, Course, Gap, Pair},
    moments::{self, Moment, Setting},
    panel::{self, Panel},
    refusal::Refusal,
    scope::Scope,
    series, uncertainty, weigh,
};

/// What is known about an indicator beside its values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facts<'a> {
    /// Which way is wanted.
    pub desired: Direction,
    /// How differences are spoken of.
    pub kind: UnitKind,
    /// The table that weights the areas.
    pub population: Option<&'a Table>,
}

/// The area that the standard deviation hangs on most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// The area.
    pub area: AreaId,
    /// The standard deviation of all.
    pub with: f64,
    /// The standard deviation without it.
    pub without: f64,
}

/// One pair of groups, or of levels, as far as it is told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Gaps {
    /// Which groups.
    pub pair: Pair,
    /// In the county.
    pub county: Result<Gap, Missing>,
    /// In the nation.
    pub nation: Result<Gap, Missing>,
    /// In the scope's areas, in their order.
    pub areas: Vec<Result<Gap, Missing>>,
    /// The county's, since the latest break.
    pub course: Option<Course>,
}

/// The differences of one indicator.
#[derive(Clone, Debug, PartialEq)]
pub struct Differences {
    /// How many moved which way, and the ends.
    pub finding: Finding,
    /// Dispersion per period, the last being the one looked at when it has values.
    pub moments: Vec<Moment>,
    /// Which area drives the unweighted standard deviation.
    pub driver: Result<Driver, Refusal>,
    /// Which area drives the weighted one.
    pub weighted_driver: Result<Driver, Refusal>,
    /// Whether the areas become more alike.
    pub convergence: Convergence,
    /// What each area contributes to Theil's T between areas, every inhabitant counting.
    pub contributions: Result<Decomposition, Refusal>,
    /// Theil's T among women and men, between and within areas and sexes.
    pub sexes: Result<Paired, Refusal>,
    /// The same among those born abroad and in Sweden.
    pub origins: Result<Paired, Refusal>,
    /// Every pair of groups the table tells apart.
    pub gaps: Vec<Gaps>,
    /// The county against the nation; not for totals.
    pub levels: Result<Gap, Missing>,
    /// The county's trend.
    pub trend: Assessment,
}

/// Computes everything for a scope.
pub fn differences(table: &Table, scope: &Scope, facts: &Facts) -> Differences {
    let is_amount = facts.kind == UnitKind::Amount;
    let setting = Setting { population: facts.population, is_amount };
    let cells = table.slice(scope.areas, scope.period, scope.group);
    let weights = facts
        .population
        .filter(|_| !is_amount)
        .and_then(|people| weigh::weights(people, scope.areas, scope.period, scope.group));
    let weights = weights.as_ref().map_or(&[] as &[_], |w| w.cells.as_slice());
    let driver_of = |weighted: bool| {
        let (mut areas, mut plain) = (Vec::new(), Vec::new());
        for (&area, cell) in scope.areas.iter().zip(&cells) {
            if let Ok(value) = cell {
                areas.push(area);
                plain.push((value.get(), 1.0));
            }
        }
        let pairs = match weighted {
            true if is_amount => return Err(Refusal::Amount),
            true => dispersion::weighted_pairs(&cells, weights)?,
            false => plain,
        };
        let found = driver::driver(Measure::Sd, &pairs, None)?;
        let area = areas.get(found.at).copied().ok_or(Refusal::TooFew)?;
        Ok(Driver { area, with: found.with, without: found.without })
    };
    let not_amount = if is_amount { Err(Refusal::Amount) } else { Ok(()) };
    let split = |pair| {
        not_amount?;
        let people = facts.population.ok_or(Refusal::NoWeights)?;
        decomposition::paired(Split::Theil, table, people, scope, pair)
    };
    Differences {
        finding: finding::finding(table, scope),
        moments: moments::moments(table, scope, &setting),
        driver: driver_of(false),
        weighted_driver: driver_of(true),
        convergence: converging(table, scope, facts),
        contributions: not_amount.and_then(|()| decomposition::between_areas(Split::Theil, &cells, weights)),
        sexes: split(Pair::Sexes),
        origins: split(Pair::Origins),
        gaps: gaps(table, scope),
        levels: match scope.nation {
            Some(nation) if !is_amount => {
                gap::between_areas(table, scope.county, nation, scope.period, scope.group)
            }
            Some(_) => Err(Missing::NotApplicable),
            None => Err(Missing::NotAvailable),
        },
        trend: assess::assess(
            &series::run(table, scope.county, scope.group, scope.breaks, scope.period),
            assess::over_time(facts.desired, facts.kind),
            scope.decimals,
        ),
    }
}

/// Convergence of the scope's areas over their panel, see [`panel::panel`].
pub fn converging(table: &Table, scope: &Scope, facts: &Facts) -> Convergence {
    let panel = panel::panel(table, scope);
    let terms = terms(table, scope, facts, &panel);
    convergence::convergence(panel, &terms)
}

/// Only the verdict of it.
pub fn verdict(table: &Table, scope: &Scope, facts: &Facts) -> Verdict {
    let panel = panel::panel(table, scope);
    convergence::verdict(&panel, &terms(table, scope, facts, &panel))
}

fn terms(table: &Table, scope: &Scope, facts: &Facts, panel: &Panel) -> Terms {
    let value = |period: Period| Some(table.get(scope.county, period, scope.group).ok()?.get());
    let county = panel.ends().and_then(|[(from, _), (to, _)]| Some([value(from)?, value(to)?]));
    let mut margin = 0.0;
    for (period, row) in panel.ends().into_iter().flatten() {
        let margins = table.margins(&panel.areas, period, scope.group);
        margin = uncertainty::margin_of_difference(Some(margin), uncertainty::margin_of_sd(row, &margins));
    }
    Terms {
        desired: facts.desired,
        kind: facts.kind,
        decimals: scope.decimals,
        county: county.filter(|_| facts.kind != UnitKind::Amount),
        margin,
    }
}

fn gaps(table: &Table, scope: &Scope) -> Vec<Gaps> {
    let (period, group) = (scope.period, scope.group);
    let mut found = Vec::new();
    for pair in [Some(Pair::Sexes), Pair::of_origins(table, group)].into_iter().flatten() {
        if !pair.is_in(table, group) {
            continue;
        }
        found.push(Gaps {
            pair,
            county: gap::gap(table, scope.county, period, pair, group),
            nation: scope
                .nation
                .map_or(Err(Missing::NotAvailable), |nation| gap::gap(table, nation, period, pair, group)),
            areas: gap::per_area(table, scope.areas, period, pair, group),
            course: gap::course(table, scope.county, pair, group, scope.breaks, period, scope.decimals),
        });
    }
    found
}
