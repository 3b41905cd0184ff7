//! Catalogue and sources → bundle: the same input gives the same bytes.
//!
//! Areas come in the order nation, followed-up county, its municipalities, other counties;
//! indicators in the catalogue's order. No clock, no environment, no hash order.

use std::path::Path;

use crate::base::note::Note;
use crate::bundle::caps::Caps;
use crate::bundle::format::{Area, Bundle, FORMAT, Level, VERSION};
use crate::model::load;
use crate::tool::assemble_sources::Sources;
use crate::tool::catalogue::{self, Catalogue, Indicator, Municipalities};
use crate::tool::catalogue_source::Kind;
use crate::tool::fault::{self, Fault};
use crate::tool::fetch::{cache::write_whole, clock};
use crate::tool::geo::{feature::Wanted, read};
use crate::tool::{
    assemble_apart, assemble_geometry, assemble_texts, assemble_values, catalogue_check, catalogue_place,
    catalogue_story, describe, seal,
};

pub use crate::tool::assemble_report::Report;
pub use crate::tool::assemble_sources::{Access, Asked};

/// A bundle and what its maker should know.
#[derive(Clone, Debug)]
pub struct Assembled {
    /// The bundle.
    pub bundle: Bundle,
    /// Remarks, in the order they arose.
    pub notes: Vec<Note>,
    /// Answers of services that hold figures of it, by indicator.
    pub asked: Vec<Asked>,
}

/// A catalogue as text, and where paths in it begin.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Names it in messages.
    pub file: &'a Path,
    /// Its text.
    pub text: &'a str,
    /// The folder its paths are relative to.
    pub base: &'a Path,
}

/// Assembles the catalogue's bundle from files only and writes it to `out`.
///
/// # Errors
/// As [`bundle_with`].
pub fn bundle(catalogue: &Path, out: &Path) -> anyhow::Result<Report> {
    let text = fault::read(catalogue)?;
    bundle_with(Input::of(catalogue, &text), Access::files(), out, Keep::Inside)
}

/// Where a bundle keeps the values of its indicators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// In the bundle.
    Inside,
    /// Each in a file of its own, in a folder beside the bundle.
    Apart,
}

/// Assembles a catalogue's bundle and writes it to `out`, whole or not at all, and its descriptions
/// beside it. Values that are kept apart are there before the bundle that names them.
///
/// # Errors
/// Every fault found in catalogue and sources, one per line; or that `out` cannot be written.
pub fn bundle_with(input: Input<'_>, access: Access<'_>, out: &Path, keep: Keep) -> anyhow::Result<Report> {
    let assembled = assemble_with(input, access).map_err(|faults| {
        anyhow::Error::msg(faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    })?;
    let put = |file: &Path, text: &str| {
        write_whole(file, text.as_bytes()).map_err(|e| anyhow::anyhow!("{}: {e}", file.display()))
    };
    let whole = seal::sealed(&assembled.bundle);
    if let Err(problem) = load::from_bytes(whole.as_bytes(), &Caps::default()) {
        // At the place in the catalogue that it comes from.
        let line = catalogue_place::line(input.text, &problem.path);
        return Err(Fault { line, ..Fault::of_problem(input.file, &problem) }.into());
    }
    let mut apart = (0, 0);
    let text = match keep {
        Keep::Inside => whole,
        Keep::Apart => {
            let (bundle, parts) = assemble_apart::apart(assembled.bundle.clone(), out);
            for part in &parts {
                put(&out.with_file_name(&part.href), &part.text)?;
                apart = (apart.0 + 1, apart.1 + part.text.len());
            }
            seal::sealed(&bundle)
        }
    };
    put(out, &text)?;
    describe::beside(out, &assembled.bundle, text.as_bytes())?;
    let report = Report::new(out, &assembled, text.as_bytes())?;
    Ok(Report { apart, ..report })
}

/// Assembles a catalogue's bundle from files only; every fault found, or a bundle with remarks.
pub fn assemble(file: &Path) -> Result<Assembled, Vec<Fault>> {
    let text = fault::read(file).map_err(|e| vec![e])?;
    assemble_with(Input::of(file, &text), Access::files())
}

impl<'a> Input<'a> {
    /// The text of a file whose paths are relative to it.
    pub fn of(file: &'a Path, text: &'a str) -> Self {
        Self { file, text, base: file.parent().unwrap_or(Path::new("")) }
    }
}

/// Assembles a catalogue's bundle; every fault found, or a bundle with remarks.
pub fn assemble_with(input: Input<'_>, access: Access<'_>) -> Result<Assembled, Vec<Fault>> {
    let Input { file, base, .. } = input;
    let told = |fault| fault::looked_for(fault, file, base);
    assembled(input, access).map_err(|faults| faults.into_iter().map(told).collect())
}

fn assembled(input: Input<'_>, access: Access<'_>) -> Result<Assembled, Vec<Fault>> {
    let Input { file, text, base } = input;
    let catalogue = catalogue::parse(file, text)?;
    let areas = areas(&catalogue, file, base).map_err(|e| vec![e])?;
    let mut notes = catalogue_check::misspelt(file, text, &catalogue);
    let mut faults = Vec::new();
    let geometry = catalogue.geometry.as_ref().and_then(|wanted| {
        assemble_geometry::topology(base, file, wanted, &areas, &mut notes).map_err(|e| faults.push(e)).ok()
    });
    let sources = Sources { file, text, base, catalogue: &catalogue, areas: &areas, access };
    let figures = assemble_values::Figures { catalogue: &catalogue, areas: &areas };
    let mut indicators = Vec::new();
    let mut asked = Vec::new();
    for (indicator, read) in catalogue.indicators.iter().zip(sources.read()?) {
        let as_read = as_read(indicator, access.anew, catalogue.meta.county.get_ref());
        let made = read.and_then(|(sourced, provenance)| {
            let id = indicator.id.get_ref();
            let entries = provenance.entries.iter().cloned();
            asked.extend(entries.map(|entry| Asked { indicator: id.clone(), entry }));
            Ok((figures.dataset(&as_read, sourced, &mut notes)?, provenance))
        });
        let kind = indicator.source_read(access.anew);
        match made {
            Ok((dataset, provenance)) => {
                let mut indicator = assemble_texts::indicator(as_read, &catalogue.publishers, dataset);
                assemble_texts::name_source(&mut indicator.source, kind);
                provenance.put(&mut indicator.source);
                indicators.push(indicator);
            }
            Err(fault) => faults.push(fault),
        }
    }
    let story = catalogue.story.as_ref().and_then(|story| {
        let read = catalogue_story::read(&base.join(story), &catalogue, &areas);
        read.map_err(|found| faults.extend(found)).ok()
    });
    if !faults.is_empty() {
        return Err(faults);
    }
    let Catalogue { mut meta, units, strategy, events, .. } = catalogue;
    // A bundle is no older than what is in it.
    let retrieved = asked.iter().map(|a| a.entry.retrieved).max();
    meta.updated = retrieved.map(clock::day).into_iter().fold(meta.updated, String::max);
    let units = units.into_iter().map(|(id, unit)| (id, assemble_texts::unit(unit))).collect();
    let bundle = Bundle {
        format: FORMAT.into(),
        version: VERSION,
        sha256: None,
        meta: assemble_texts::meta(meta),
        areas,
        geometry,
        strategy: assemble_texts::strategy(strategy),
        units,
        indicators,
        events: events.into_iter().map(assemble_texts::event).collect(),
        story,
    };
    Ok(Assembled { bundle, notes, asked })
}

/// The indicator with what holds for the figures read and for the county.
fn as_read(indicator: &Indicator, anew: bool, county: &str) -> Indicator {
    let kept = matches!(indicator.source_read(anew), Some(Kind::Values(_)));
    let mut indicator = indicator.clone();
    indicator.caveats.retain(|c| c.holds(kept, county));
    indicator.leave_out.retain(|left| kept || !left.kept);
    indicator
}

/// Nation, county, municipalities, other counties; a code that stands twice is a fault.
fn areas(catalogue: &Catalogue, file: &Path, base: &Path) -> Result<Vec<Area>, Fault> {
    let county = catalogue.meta.county.get_ref();
    let nation = catalogue.areas.nation.as_ref();
    let above = nation.map(|nation| &nation.code);
    let area = |a: &catalogue::Area, level, parent: Option<&String>| Area {
        code: a.code.clone(),
        name: a.name.clone().into(),
        level,
        parent: parent.cloned(),
    };
    let (own, others): (Vec<_>, Vec<_>) = catalogue.areas.counties.iter().partition(|a| a.code == *county);
    let listed = match &catalogue.areas.municipalities {
        Municipalities::List(list) => list.clone(),
        Municipalities::File(file) => read::read(&base.join(file), Wanted::default())?
            .into_iter()
            .map(|f| catalogue::Area { code: f.code, name: catalogue::Text { sv: f.name, en: None } })
            .collect(),
    };
    let mut all: Vec<Area> = nation.map(|nation| area(nation, Level::Nation, None)).into_iter().collect();
    all.extend(own.into_iter().map(|a| area(a, Level::County, above)));
    all.extend(listed.iter().map(|a| area(a, Level::Municipality, Some(county))));
    all.extend(others.into_iter().map(|a| area(a, Level::County, above)));
    let mut seen = std::collections::BTreeSet::new();
    match all.iter().find(|a| !seen.insert(a.code.as_str())) {
        Some(twice) => Err(Fault::of(file, format!("the area {} stands twice", twice.code))),
        None => Ok(all),
    }
}
