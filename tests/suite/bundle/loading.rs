//! From bundle to meaning: what is resolved, refused and left out.

use nulage::bundle::caps::Caps;
use nulage::bundle::problem::{Kind, Problem};
use nulage::model::dataset::Slot;
use nulage::model::load::{from_bytes, load_table, table_from_bytes};
use nulage::model::table::Flag;
use nulage::model::{Dataset, Group, Missing, Origin, Sex};

use super::{SMALL, changed};

fn load(text: &str) -> Result<(Dataset, Vec<String>), Problem> {
    from_bytes(text.as_bytes(), &Caps::default())
        .map(|(dataset, notes)| (dataset, notes.iter().map(ToString::to_string).collect()))
}

fn small() -> Dataset {
    load(SMALL).unwrap().0
}

/// The fixture with one change is refused for this reason at this path.
fn refused(from: &str, to: &str, kind: Kind, path: &str) {
    let problem = load(&changed(from, to)).expect_err(path);
    assert_eq!((problem.kind, problem.path.as_str()), (kind, path), "{problem}");
    let line = SMALL[..SMALL.find(from).unwrap()].lines().count();
    assert!(problem.line >= 1 && problem.line.abs_diff(line) <= 1, "line {line}: {problem}");
}

#[test]
fn the_fixture_loads() {
    let (dataset, notes) = load(SMALL).unwrap();
    assert_eq!(notes, Vec::<String>::new());
    let regions = dataset.regions();
    let names: Vec<&str> = regions.members().iter().map(|&id| regions.get(id).name.sv.as_str()).collect();
    assert_eq!(names, ["Almvik", "Björkhamn", "Ekdala", "Åsmo"]);
    assert_eq!(regions.get(regions.county()).code, "98");
    assert_eq!(dataset.weights(), dataset.by_id("befolkning"));
    assert_eq!(dataset.background(), [dataset.by_id("befolkning").unwrap()]);
    let knowledge = &dataset.strategy().focus_areas[0];
    assert_eq!(knowledge.indicators.len(), 2);
    assert_eq!(knowledge.findings.len(), 2);
    assert_eq!(
        knowledge.findings[1].without_figures.as_ref().unwrap().sv,
        "Ingen öppen källa finns på kommunnivå."
    );
}
