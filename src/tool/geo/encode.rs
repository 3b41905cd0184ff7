//! Simplified layers as the bundle's topology: one grid, delta-encoded arcs.

use crate::bundle::format::{Level, Text};
use crate::bundle::topology::{Collection, Geometry, Properties, Topology, Transform};

use super::coverage::Coverage;
use super::{Position, label};

/// The coordinates of a layer do not fit the format's 32-bit numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the borders do not fit the grid; use a coarser one")]
pub struct TooFine;

/// The name of a level's object in a topology.
pub fn object_name(level: Level) -> &'static str {
    match level {
        Level::Nation => "nations",
        Level::County => "counties",
        Level::Municipality => "municipalities",
        Level::District => "districts",
    }
}

/// Layers in grid steps of `grid_m` metres as one topology.
pub fn topology(layers: &[(Level, Coverage)], grid_m: f64, source: Text) -> Result<Topology, TooFine> {
    let positions = || layers.iter().flat_map(|(_, c)| &c.arcs).flatten();
    let low = Position {
        x: positions().map(|p| p.x).min().unwrap_or_default(),
        y: positions().map(|p| p.y).min().unwrap_or_default(),
    };
    let mut arcs = Vec::new();
    let mut objects = Vec::new();
    for (level, coverage) in layers {
        let first = i32::try_from(arcs.len()).map_err(|_| TooFine)?;
        for arc in &coverage.arcs {
            arcs.push(deltas(arc, low)?);
        }
        let mut geometries = Vec::new();
        for (area, neighbours) in coverage.areas.iter().zip(coverage.neighbours()) {
            let rings: Vec<Vec<_>> =
                area.polygons.iter().map(|p| p.iter().map(|r| coverage.ring(r)).collect()).collect();
            let label = label::position(&rings).unwrap_or_default();
            geometries.push(Geometry {
                kind: "MultiPolygon".into(),
                id: area.code.clone(),
                arcs: renumbered(&area.polygons, first),
                properties: Properties { label: step(label, low)?, neighbours },
            });
        }
        let collection = Collection { kind: "GeometryCollection".into(), geometries };
        objects.push((object_name(*level).to_owned(), collection));
    }
    #[expect(clippy::cast_precision_loss, reason = "metres in a country")]
    let translate = [low.x as f64 * grid_m, low.y as f64 * grid_m];
    let transform = Transform { scale: [grid_m, grid_m], translate };
    Ok(Topology { kind: "Topology".into(), transform, arcs, objects: objects.into_iter().collect(), source })
}

fn renumbered(polygons: &[Vec<Vec<i32>>], first: i32) -> Vec<Vec<Vec<i32>>> {
    let arc = |n: &i32| if *n < 0 { *n - first } else { *n + first };
    polygons.iter().map(|p| p.iter().map(|r| r.iter().map(arc).collect()).collect()).collect()
}

fn deltas(arc: &[Position], low: Position) -> Result<Vec<[i32; 2]>, TooFine> {
    let mut before = low;
    let mut out = Vec::with_capacity(arc.len());
    for at in arc {
        out.push(step(*at, before)?);
        before = *at;
    }
    Ok(out)
}

fn step(at: Position, from: Position) -> Result<[i32; 2], TooFine> {
    let narrow = |n: i64| i32::try_from(n).map_err(|_| TooFine);
    Ok([narrow(at.x - from.x)?, narrow(at.y - from.y)?])
}
