//! Catalogue and sources → bundle: the same input gives the same bytes.
//!
//! Areas come in the order nation, followed-up county, its municipalities, other counties;
//! indicators in the catalogue's order. No clock, no environment, no hash order.

use std::path::Path;

use crate::base::note::Note;
use crate::bundle::format::{Area, Bundle, FORMAT, Level, VERSION};
use crate::tool::catalogue::{self, Catalogue, Municipalities};
use crate::tool::fault::Fault;
use crate::tool::geo::geojson;
use crate::tool::{assemble_geometry, assemble_texts, assemble_values};

pub use crate::tool::assemble_report::Report;

/// A bundle and what its maker should know.
#[derive(Clone, Debug)]
pub struct Assembled {
    /// The bundle.
    pub bundle: Bundle,
    /// Remarks, in the order they arose.
    pub notes: Vec<Note>,
}

/// Assembles the catalogue's bundle and writes it to `out`.
///
/// # Errors
/// Every fault found in catalogue and sources, one per line; or that `out` cannot be written.
pub fn bundle(catalogue: &Path, out: &Path) -> anyhow::Result<Report> {
    let assembled = assemble(catalogue).map_err(|faults| {
        anyhow::Error::msg(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })?;
    let text = crate::bundle::write::write(&assembled.bundle);
    if let Some(folder) = out.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(out, &text).map_err(|e| anyhow::anyhow!("{}: {e}", out.display()))?;
    Report::new(out, &assembled, text.as_bytes())
}

/// Assembles the catalogue's bundle; every fault found, or a bundle with remarks.
pub fn assemble(file: &Path) -> Result<Assembled, Vec<Fault>> {
    let catalogue = catalogue::read(file)?;
    let base = file.parent().unwrap_or(Path::new(""));
    let areas = areas(&catalogue, base).map_err(|e| vec![e])?;
    let mut notes = Vec::new();
    let mut faults = Vec::new();
    let geometry = catalogue.geometry.as_ref().and_then(|wanted| {
        assemble_geometry::topology(base, file, wanted, &areas, &mut notes).map_err(|e| faults.push(e)).ok()
    });
    let figures = assemble_values::Figures { base, catalogue: &catalogue, areas: &areas };
    let mut indicators = Vec::new();
    for indicator in &catalogue.indicators {
        match figures.dataset(indicator, &mut notes) {
            Ok(dataset) => indicators.push(assemble_texts::indicator(indicator.clone(), dataset)),
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let Catalogue { meta, units, strategy, events, .. } = catalogue;
    let units = units.into_iter().map(|(id, unit)| (id, assemble_texts::unit(unit))).collect();
    let bundle = Bundle {
        format: FORMAT.into(),
        version: VERSION,
        meta: assemble_texts::meta(meta),
        areas,
        geometry,
        strategy: assemble_texts::strategy(strategy),
        units,
        indicators,
        events: events.into_iter().map(assemble_texts::event).collect(),
    };
    Ok(Assembled { bundle, notes })
}

/// Nation, county, municipalities, other counties; a code that stands twice is a fault.
fn areas(catalogue: &Catalogue, base: &Path) -> Result<Vec<Area>, Fault> {
    let county = catalogue.meta.county.get_ref();
    let nation = &catalogue.areas.nation;
    let area = |a: &catalogue::Area, level, parent: Option<&String>| Area {
        code: a.code.clone(),
        name: a.name.clone().into(),
        level,
        parent: parent.cloned(),
    };
    let (own, others): (Vec<_>, Vec<_>) = catalogue.areas.counties.iter().partition(|a| a.code == *county);
    let listed = match &catalogue.areas.municipalities {
        Municipalities::List(list) => list.clone(),
        Municipalities::File(file) => geojson::read(&base.join(file))?
            .into_iter()
            .map(|f| catalogue::Area { code: f.code, name: catalogue::Text { sv: f.name, en: None } })
            .collect(),
    };
    let mut all = vec![area(nation, Level::Nation, None)];
    all.extend(own.into_iter().map(|a| area(a, Level::County, Some(&nation.code))));
    all.extend(listed.iter().map(|a| area(a, Level::Municipality, Some(county))));
    all.extend(others.into_iter().map(|a| area(a, Level::County, Some(&nation.code))));
    let mut seen = std::collections::BTreeSet::new();
    match all.iter().find(|a| !seen.insert(a.code.as_str())) {
        Some(twice) => Err(Fault::of(base, format!("the area {} stands twice in the catalogue", twice.code))),
        None => Ok(all),
    }
}
