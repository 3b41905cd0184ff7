//! Decimals shown against decimals there are.
//!
//! More decimals than are shown is fine: they serve computations. Fewer means that the last one shown
//! says nothing, or that the source's figures were rounded on the way.

use crate::base::id::IndicatorId;
use crate::model::{Dataset, Table};

use super::cells::{cells, decimals};
use super::finding::{Fact, Finding, Severity};

/// Values without which nothing is said: a few may be round by chance.
const VALUES: usize = 10;

/// Whether the indicator shows decimals that no value has.
pub(super) fn written(data: &Dataset, id: IndicatorId, table: &Table) -> Option<Finding> {
    let shown = data.indicator(id).decimals;
    let all = cells(data, table);
    let found = all.iter().map(|cell| decimals(cell.value)).max()?;
    let fact = Fact::Coarse { shown, found };
    (found < shown && all.len() >= VALUES).then(|| Finding::of(Severity::Warning, fact).about(id))
}
