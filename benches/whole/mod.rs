//! What is said of the differences of a whole bundle, for the native bench and for the one in wasm.

use nulage::analysis::differences::{self, Differences, Facts};
use nulage::analysis::scope::Scope;
use nulage::model::Dataset;

/// The differences of every indicator that has values for municipalities, in its latest period.
pub(crate) fn differences(data: &Dataset) -> Vec<Differences> {
    let regions = data.regions();
    let population = data.weights().and_then(|id| data.table(id));
    let mut found = Vec::new();
    for id in data.ids() {
        let (indicator, Some(table)) = (data.indicator(id), data.table(id)) else { continue };
        let group = table.default_group();
        let Some(period) = table.latest(regions.members(), group) else { continue };
        let facts = Facts {
            desired: indicator.direction,
            kind: indicator.unit.kind,
            population: population.map(AsRef::as_ref),
        };
        let scope = Scope::of_members(regions, indicator, group, period);
        found.push(differences::differences(table, &scope, &facts));
    }
    found
}
