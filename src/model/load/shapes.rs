//! Topology → shapes in metres: arcs exist and join into rings, areas exist.

use crate::base::id::AreaId;
use crate::base::order::Places;
use crate::bundle::locate::Path;
use crate::bundle::problem::{Kind, quoted};
use crate::bundle::topology::{Geometry, Topology, Transform};
use crate::model::Regions;
use crate::model::shape::{ArcRef, Metres, Shape, Shapes};

use super::found::Found;

/// A position on the topology's grid. Sums of steps may leave 32 bits, never 64.
type Grid = [i64; 2];

const GEOMETRY: Path<'static> = Path::At("geometry");

/// What shapes refer to.
struct Known<'a> {
    regions: &'a Regions,
    codes: Places<'a>,
    arcs: Vec<Vec<Grid>>,
    transform: Transform,
}

pub(super) fn load(topology: &Topology, regions: &Regions, found: &mut Found) -> Shapes {
    word(&topology.kind, "Topology", &GEOMETRY.member("type"), found);
    transform(&topology.transform, found);
    let codes: Vec<&str> = regions.ids().map(|id| regions.get(id).code.as_str()).collect();
    let (codes, transform) = (Places::of(&codes), topology.transform);
    let known = Known { regions, codes, arcs: arcs(topology, found), transform };
    let mut shapes: Vec<Shape> = Vec::new();
    let objects = &GEOMETRY.member("objects");
    for (name, collection) in topology.objects.entries() {
        let object = objects.member(name);
        word(&collection.kind, "GeometryCollection", &object.member("type"), found);
        let path = object.member("geometries");
        for (i, geometry) in collection.geometries.iter().enumerate() {
            let at = path.element(i);
            let Some(shape) = shape(geometry, &at, &known, found) else { continue };
            if shapes.iter().any(|s| s.area == shape.area) {
                let twice = format!("{} twice", quoted(&geometry.id));
                found.fail(Kind::Duplicate, &at.member("id"), "one geometry per area", &twice);
            }
            shapes.push(shape);
        }
    }
    let source = found.text(&topology.source, &GEOMETRY.member("source"));
    let mut arcs = Vec::with_capacity(known.arcs.len());
    for arc in &known.arcs {
        arcs.push(arc.iter().map(|&p| metres(p, &transform)).collect());
    }
    Shapes { arcs, shapes, source }
}

fn word(said: &str, expected: &str, path: &Path<'_>, found: &mut Found) {
    if said != expected {
        found.wrong(path, &quoted(expected), &quoted(said));
    }
}

/// Scale and offset keep every 32-bit grid position a useful number.
fn transform(transform: &Transform, found: &mut Found) {
    const MOST: f64 = 1e9;
    let at = GEOMETRY.member("transform");
    if !transform.scale.iter().all(|&s| s > 0.0 && s <= MOST) {
        found.wrong(&at.member("scale"), "metres per grid step above 0", "another number");
    }
    if !transform.translate.iter().all(|t| t.abs() <= MOST) {
        found.wrong(&at.member("translate"), "metres in EPSG:3006", "a number out of range");
    }
}

/// Absolute grid positions of every arc.
fn arcs(topology: &Topology, found: &mut Found) -> Vec<Vec<Grid>> {
    let path = GEOMETRY.member("arcs");
    let mut out = Vec::with_capacity(topology.arcs.len());
    for (i, arc) in topology.arcs.iter().enumerate() {
        if arc.len() < 2 {
            found.wrong(&path.element(i), "at least two positions", &arc.len().to_string());
        }
        let mut at: Grid = [0, 0];
        let absolute = arc.iter().map(|&[dx, dy]| {
            at = [at[0].saturating_add(i64::from(dx)), at[1].saturating_add(i64::from(dy))];
            at
        });
        out.push(absolute.collect());
    }
    out
}

fn shape(geometry: &Geometry, at: &Path<'_>, known: &Known<'_>, found: &mut Found) -> Option<Shape> {
    word(&geometry.kind, "MultiPolygon", &at.member("type"), found);
    let area = area(&geometry.id, &at.member("id"), known, found)?;
    let path = at.member("arcs");
    let mut polygons = Vec::with_capacity(geometry.arcs.len());
    for (p, polygon) in geometry.arcs.iter().enumerate() {
        let path = path.element(p);
        let mut rings = Vec::with_capacity(polygon.len());
        for (r, numbers) in polygon.iter().enumerate() {
            rings.push(ring(numbers, &path.element(r), &known.arcs, found));
        }
        if rings.is_empty() {
            found.wrong(&path, "at least one ring", "none");
        }
        polygons.push(rings);
    }
    let properties = at.member("properties");
    let path = properties.member("neighbours");
    let mut neighbours = Vec::with_capacity(geometry.properties.neighbours.len());
    for (i, code) in geometry.properties.neighbours.iter().enumerate() {
        neighbours.extend(self::area(code, &path.element(i), known, found));
    }
    let [x, y] = geometry.properties.label;
    let label = metres([i64::from(x), i64::from(y)], &known.transform);
    Some(Shape { area, level: known.regions.get(area).level, polygons, label, neighbours })
}

fn area(code: &str, path: &Path<'_>, known: &Known<'_>, found: &mut Found) -> Option<AreaId> {
    let id = known.codes.get(code).and_then(AreaId::new);
    if id.is_none() {
        found.unknown(path, "the code of an area in “areas”", code);
    }
    id
}

/// One ring's arcs: each exists and begins where the one before ends.
fn ring(numbers: &[i32], path: &Path<'_>, arcs: &[Vec<Grid>], found: &mut Found) -> Vec<ArcRef> {
    let mut ring = Vec::with_capacity(numbers.len());
    let mut ends: Vec<(Grid, Grid)> = Vec::with_capacity(numbers.len());
    for (i, &number) in numbers.iter().enumerate() {
        let reversed = number < 0;
        let index = usize::try_from(if reversed { !number } else { number }).unwrap_or(usize::MAX);
        let Some((&first, &last)) = arcs.get(index).and_then(|arc| Some((arc.first()?, arc.last()?))) else {
            let expected = format!("the number of one of {} arcs, or ~number", arcs.len());
            found.fail(Kind::UnknownReference, &path.element(i), &expected, &number.to_string());
            return ring;
        };
        ends.push(if reversed { (last, first) } else { (first, last) });
        ring.push(ArcRef { arc: index, reversed });
    }
    if ring.is_empty() {
        found.wrong(path, "at least one arc", "none");
    }
    for (i, (_, end)) in ends.iter().enumerate() {
        let next = ends.get(i + 1).or(ends.first());
        if next.is_some_and(|(start, _)| start != end) {
            let expected = "an arc that ends where the next one of the ring begins";
            let number = numbers.get(i).copied().unwrap_or_default();
            found.wrong(&path.element(i), expected, &format!("arc {number}"));
        }
    }
    ring
}

#[expect(clippy::cast_precision_loss, reason = "grid positions are far below 2^53")]
fn metres([x, y]: Grid, transform: &Transform) -> Metres {
    let [sx, sy] = transform.scale;
    let [tx, ty] = transform.translate;
    Metres { x: x as f64 * sx + tx, y: y as f64 * sy + ty }
}
