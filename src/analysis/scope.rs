//! One question asked of a table: which areas, compared with whom, for whom, when.

use crate::{
    base::{id::AreaId, period::Period},
    model::{Group, Indicator, Regions, indicator::Break},
};

/// Whom a computation is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scope<'a> {
    /// The areas told apart.
    pub areas: &'a [AreaId],
    /// The county they make up.
    pub county: AreaId,
    /// The nation, where there is one.
    pub nation: Option<AreaId>,
    /// People measured.
    pub group: Group,
    /// Where the series changes its definition.
    pub breaks: &'a [Break],
    /// Decimals shown.
    pub decimals: u8,
    /// The period looked at; nothing later is.
    pub period: Period,
}

impl<'a> Scope<'a> {
    /// The members of the county that is followed up, for one indicator.
    pub fn of_members(regions: &'a Regions, indicator: &'a Indicator, group: Group, period: Period) -> Self {
        Self {
            areas: regions.members(),
            county: regions.county(),
            nation: regions.nation(),
            group,
            breaks: &indicator.breaks,
            decimals: indicator.decimals,
            period,
        }
    }
}
