//! Municipalities whose codes are those of another county.
//!
//! Sweden's municipal codes begin with their county's (SCB, “Kommuner, kodnummerordning”); other codes are
//! not judged. A wrong county in the catalogue names all of them after it.

use crate::base::id::AreaId;
use crate::model::Dataset;

use super::finding::{Fact, Finding, Severity};

/// One finding about all municipalities that are elsewhere.
pub(super) fn counties(data: &Dataset) -> Option<Finding> {
    let regions = data.regions();
    let is_code =
        |code: &str, digits: usize| code.len() == digits && code.bytes().all(|b| b.is_ascii_digit());
    let municipalities = regions.municipalities();
    let elsewhere = |area: &AreaId| {
        let own = regions.get(*area);
        let county = own.parent.map(|parent| regions.get(parent).code.as_str()).unwrap_or_default();
        is_code(county, 2) && is_code(&own.code, 4) && !own.code.starts_with(county)
    };
    let areas: Vec<AreaId> = municipalities.iter().copied().filter(elsewhere).collect();
    let fact = Fact::OtherCounty { of: municipalities.len(), areas: areas.clone() };
    (!areas.is_empty()).then(|| Finding::of(Severity::Warning, fact))
}
