//! What `run.mjs` calls: the default bundle read once, then all that is said of every indicator's differences.

use nulage::analysis::differences::{self, Facts};
use nulage::analysis::scope::Scope;
use nulage::bundle::caps::Caps;
use nulage::model::{Dataset, load};

static BUNDLE: &[u8] = include_bytes!("../../../data/orebro.bundle.json");

thread_local! {
    static DATA: Option<Dataset> = load::from_bytes(BUNDLE, &Caps::default()).ok().map(|(data, _)| data);
}

/// Computes the differences of the whole bundle and gives how many indicators have some.
#[unsafe(no_mangle)]
pub extern "C" fn differences_of_all() -> usize {
    DATA.with(|data| data.as_ref().map_or(0, all))
}

fn all(data: &Dataset) -> usize {
    let regions = data.regions();
    let population = data.weights().and_then(|w| data.table(w));
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
    found.len()
}
