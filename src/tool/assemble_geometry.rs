//! The catalogue's border files → the bundle's topology.

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::note::Note;
use crate::bundle::format::Area;
use crate::bundle::topology::Topology;
use crate::tool::catalogue::Geometry;
use crate::tool::fault::Fault;
use crate::tool::geo::coverage::Coverage;
use crate::tool::geo::{crossing, encode, mend, read, simplify};

/// Reads, joins, simplifies and encodes every layer. Borders of unknown areas are a fault, areas
/// without borders a remark.
pub(super) fn topology(
    base: &Path,
    catalogue: &Path,
    wanted: &Geometry,
    areas: &[Area],
    notes: &mut Vec<Note>,
) -> Result<Topology, Fault> {
    let mut layers = Vec::new();
    for layer in &wanted.layers {
        let file = base.join(&layer.file);
        let mut features = read::read(&file, layer.wanted())?;
        if let Some(within) = &layer.within {
            features.retain(|f| f.code.starts_with(within.as_str()));
        }
        let known: BTreeSet<&str> =
            areas.iter().filter(|a| a.level == layer.level).map(|a| a.code.as_str()).collect();
        let drawn: BTreeSet<&str> = features.iter().map(|f| f.code.as_str()).collect();
        let unknown: Vec<&str> = drawn.difference(&known).copied().collect();
        if !unknown.is_empty() {
            let level = format!("{:?}", layer.level).to_lowercase();
            let of = "of the catalogue";
            // Most files hold more than one county; a municipality that was forgotten is in the same as the others.
            let begin = known.iter().map(|code| code.get(..2).unwrap_or_default()).collect::<BTreeSet<_>>();
            let hint = match Vec::from_iter(begin).as_slice() {
                [own] if unknown.iter().all(|code| code.starts_with(own)) => {
                    "add them to the catalogue’s areas".to_owned()
                }
                [own] => format!("leave others out by the beginning of their codes: within = \"{own}\""),
                _ => "leave others out by the beginning of their codes: within = \"…\"".to_owned(),
            };
            let what = match unknown.as_slice() {
                [one] => format!("{one} is no {level} {of}"),
                all => format!("{} codes are no {level} {of}: {}", all.len(), all.join(", ")),
            };
            return Err(Fault::of(&file, what).hint(hint));
        }
        let place = file.display().to_string();
        let missing: Vec<&str> = known.difference(&drawn).copied().collect();
        if !missing.is_empty() {
            notes.push(Note::warning(&place, format!("no borders of {}", missing.join(", ")), ""));
        }
        for mended in mend::mend(&mut features) {
            notes.push(Note::warning(&place, mended.to_string(), ""));
        }
        let full = Coverage::build(&features).map_err(|e| Fault::of(&file, e.to_string()))?;
        let simple = simplify::simplify(&full, layer.tolerance, wanted.grid);
        let own = crossing::conflicts(&full.arcs).len();
        let (what, hint) = match simple.unresolved {
            0 => ("", ""),
            n if n <= own => ("lines touch each other already in the file", ""),
            _ => ("lines touch each other on the grid", "choose a finer grid"),
        };
        if !what.is_empty() {
            let what = format!("{} {what}", simple.unresolved);
            notes.push(Note::warning(&place, what, hint));
        }
        layers.push((layer.level, simple.coverage));
    }
    encode::topology(&layers, wanted.grid, wanted.source.clone().into())
        .map_err(|e| Fault::of(catalogue, e.to_string()))
}
