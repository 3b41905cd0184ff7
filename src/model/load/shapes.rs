//! Topology → shapes in metres: arcs exist and join into rings, areas exist.

use crate::base::id::AreaId;
use crate::base::text::Text;
use crate::bundle::locate::{element, member};
use crate::bundle::problem::{Kind, Problem, quoted};
use crate::bundle::topology::{Geometry, Topology, Transform};
use crate::model::Regions;
use crate::model::shape::{ArcRef, Metres, Shape, Shapes};

use super::{LoadError, check};

/// A position on the topology's grid. Sums of steps may leave 32 bits, never 64.
type Grid = [i64; 2];

pub(super) fn load(topology: &Topology, regions: &Regions) -> Result<Shapes, LoadError> {
    word(&topology.kind, "Topology", "geometry.type")?;
    transform(&topology.transform)?;
    let arcs = arcs(topology)?;
    let mut shapes: Vec<Shape> = Vec::new();
    for (name, collection) in &topology.objects {
        let at = member("geometry.objects", name);
        word(&collection.kind, "GeometryCollection", &member(&at, "type"))?;
        let at = member(&at, "geometries");
        for (i, geometry) in collection.geometries.iter().enumerate() {
            let at = element(&at, i);
            let shape = shape(geometry, &at, regions, &arcs, &topology.transform)?;
            if shapes.iter().any(|s| s.area == shape.area) {
                let found = format!("{} twice", quoted(&geometry.id));
                let path = member(&at, "id");
                return Err(Problem::new(Kind::Duplicate, path, "one geometry per area", found));
            }
            shapes.push(shape);
        }
    }
    let source: Text = check::text(&topology.source, "geometry.source")?;
    let arcs = arcs.iter().map(|arc| arc.iter().map(|&p| metres(p, &topology.transform)).collect()).collect();
    Ok(Shapes { arcs, shapes, source })
}

fn word(found: &str, expected: &str, path: &str) -> Result<(), LoadError> {
    if found == expected {
        return Ok(());
    }
    Err(Problem::new(Kind::WrongValue, path, quoted(expected), quoted(found)))
}

/// Scale and offset keep every 32-bit grid position a useful number.
fn transform(transform: &Transform) -> Result<(), LoadError> {
    const MOST: f64 = 1e9;
    let scale = |s: f64| s > 0.0 && s <= MOST;
    let translate = |t: f64| t.abs() <= MOST;
    if !transform.scale.into_iter().all(scale) {
        let path = "geometry.transform.scale";
        return Err(Problem::new(Kind::WrongValue, path, "metres per grid step above 0", "another number"));
    }
    if !transform.translate.into_iter().all(translate) {
        let path = "geometry.transform.translate";
        return Err(Problem::new(Kind::WrongValue, path, "metres in EPSG:3006", "a number out of range"));
    }
    Ok(())
}

/// Absolute grid positions of every arc.
fn arcs(topology: &Topology) -> Result<Vec<Vec<Grid>>, LoadError> {
    let mut out = Vec::with_capacity(topology.arcs.len());
    for (i, arc) in topology.arcs.iter().enumerate() {
        if arc.len() < 2 {
            let path = format!("geometry.arcs[{i}]");
            return Err(Problem::new(
                Kind::WrongValue,
                path,
                "at least two positions",
                arc.len().to_string(),
            ));
        }
        let mut at: Grid = [0, 0];
        let absolute = arc.iter().map(|&[dx, dy]| {
            at = [at[0].saturating_add(i64::from(dx)), at[1].saturating_add(i64::from(dy))];
            at
        });
        out.push(absolute.collect());
    }
    Ok(out)
}

fn shape(
    geometry: &Geometry,
    at: &str,
    regions: &Regions,
    arcs: &[Vec<Grid>],
    transform: &Transform,
) -> Result<Shape, LoadError> {
    word(&geometry.kind, "MultiPolygon", &member(at, "type"))?;
    let area = area(&geometry.id, &member(at, "id"), regions)?;
    let path = member(at, "arcs");
    let mut polygons = Vec::new();
    for (p, polygon) in geometry.arcs.iter().enumerate() {
        let mut rings = Vec::new();
        for (r, ring) in polygon.iter().enumerate() {
            rings.push(self::ring(ring, &element(&element(&path, p), r), arcs)?);
        }
        if rings.is_empty() {
            return Err(Problem::new(Kind::WrongValue, element(&path, p), "at least one ring", "none"));
        }
        polygons.push(rings);
    }
    let mut neighbours = Vec::new();
    let path = member(&member(at, "properties"), "neighbours");
    for (i, code) in geometry.properties.neighbours.iter().enumerate() {
        neighbours.push(self::area(code, &element(&path, i), regions)?);
    }
    let [x, y] = geometry.properties.label;
    let label = metres([i64::from(x), i64::from(y)], transform);
    Ok(Shape { area, level: regions.get(area).level, polygons, label, neighbours })
}

fn area(code: &str, path: &str, regions: &Regions) -> Result<AreaId, LoadError> {
    regions.by_code(code).ok_or_else(|| check::unknown(path, "the code of an area in “areas”", code))
}

/// One ring's arcs: each exists and begins where the one before ends.
fn ring(numbers: &[i32], path: &str, arcs: &[Vec<Grid>]) -> Result<Vec<ArcRef>, LoadError> {
    let mut ring = Vec::with_capacity(numbers.len());
    let mut ends: Vec<(Grid, Grid)> = Vec::with_capacity(numbers.len());
    for (i, &number) in numbers.iter().enumerate() {
        let reversed = number < 0;
        let index = usize::try_from(if reversed { !number } else { number }).unwrap_or(usize::MAX);
        let Some((&first, &last)) = arcs.get(index).and_then(|arc| Some((arc.first()?, arc.last()?))) else {
            let expected = format!("the number of one of {} arcs, or ~number", arcs.len());
            let path = element(path, i);
            return Err(Problem::new(Kind::UnknownReference, path, expected, number.to_string()));
        };
        ends.push(if reversed { (last, first) } else { (first, last) });
        ring.push(ArcRef { arc: index, reversed });
    }
    let next = ends.iter().skip(1).chain(ends.first());
    let gap = ends.iter().zip(next).position(|(this, next)| this.1 != next.0);
    match gap {
        _ if ring.is_empty() => Err(Problem::new(Kind::WrongValue, path, "at least one arc", "none")),
        Some(i) => {
            let expected = "an arc that ends where the next one of the ring begins";
            let found = format!("arc {}", numbers.get(i).copied().unwrap_or_default());
            Err(Problem::new(Kind::WrongValue, element(path, i), expected, found))
        }
        None => Ok(ring),
    }
}

#[expect(clippy::cast_precision_loss, reason = "grid positions are far below 2^53")]
fn metres([x, y]: Grid, transform: &Transform) -> Metres {
    let [sx, sy] = transform.scale;
    let [tx, ty] = transform.translate;
    Metres { x: x as f64 * sx + tx, y: y as f64 * sy + ty }
}
