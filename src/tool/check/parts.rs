//! Women and men against everybody.
//!
//! A total is the sum of women and men; a share, a mean or a median of everybody lies between
//! theirs. Both up to rounding: half a unit of the last decimal that any of the three figures is
//! written with, per figure. Figures with noise ([`super::noise`]) are left alone.

use crate::base::num;
use crate::base::unit::UnitKind;
use crate::base::{
    id::{AreaId, IndicatorId},
    period::Period,
};
use crate::model::{Dataset, Group, Origin, Sex, Table};

use super::cells::decimals;
use super::finding::{Fact, Finding, Severity};
use super::noise::is_noisy;

/// The three figures of a place.
struct Three {
    area: AreaId,
    period: Period,
    group: Group,
    total: f64,
    women: f64,
    men: f64,
}

/// What does not add up: every sum, and of what should lie between the farthest.
pub(super) fn parts(data: &Dataset, id: IndicatorId, table: &Table) -> Vec<Finding> {
    let all = threes(data, id, table);
    if data.indicator(id).unit.kind == UnitKind::Amount {
        let wrong = all.iter().filter(|t| (t.women + t.men - t.total).abs() > 1.5 * t.unit() * SLACK);
        return wrong
            .map(|t| {
                let fact = Fact::Sum { total: t.total, women: t.women, men: t.men };
                Finding::of(Severity::Grave, fact).about(id).at(t.area, t.period, t.group)
            })
            .collect();
    }
    let outside: Vec<&Three> = all.iter().filter(|t| t.outside() > t.unit() * SLACK).collect();
    let farthest = outside.iter().max_by(|a, b| a.outside().total_cmp(&b.outside()));
    let finding = farthest.map(|t| {
        let (cells, of) = (outside.len(), all.len());
        let fact = Fact::Between { total: t.total, women: t.women, men: t.men, cells, of };
        Finding::of(Severity::Warning, fact).about(id).at(t.area, t.period, t.group)
    });
    finding.into_iter().collect()
}

/// Floats in between must not make a finding of what rounding explains.
const SLACK: f64 = 1.0 + 1e-6;

impl Three {
    /// One unit of the last decimal written.
    fn unit(&self) -> f64 {
        let written = [self.total, self.women, self.men].map(decimals).into_iter().max();
        num::ten_to(-i32::from(written.unwrap_or_default()))
    }

    /// How far everybody's figure lies outside those of women and men; below zero inside.
    fn outside(&self) -> f64 {
        (self.women.min(self.men) - self.total).max(self.total - self.women.max(self.men))
    }
}

fn threes(data: &Dataset, id: IndicatorId, table: &Table) -> Vec<Three> {
    let mut out = Vec::new();
    for origin in [Origin::Total, Origin::Domestic, Origin::Foreign] {
        let group = Group { sex: Sex::Total, origin };
        if !table.has_sexes(origin) || !table.groups().contains(&group) {
            continue;
        }
        for area in data.regions().ids() {
            for &period in table.periods().iter().filter(|p| !is_noisy(data.indicator(id), **p)) {
                let value = |sex| table.get(area, period, Group { sex, origin }).map(|v| v.get());
                if let (Ok(total), Ok(women), Ok(men)) =
                    (value(Sex::Total), value(Sex::Women), value(Sex::Men))
                {
                    out.push(Three { area, period, group, total, women, men });
                }
            }
        }
    }
    out
}
