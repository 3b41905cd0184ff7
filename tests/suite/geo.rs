//! Borders stay a coverage: what neighbours share before simplification they share after it.

use std::path::{Path, PathBuf};

use nulage::tool::geo::coverage::{Coverage, arc_index};
use nulage::tool::geo::feature::{Feature, Wanted};
use nulage::tool::geo::{Position, crossing, doubled_area, read, simplify};
use proptest::prelude::*;

fn data(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(file)
}

/// Twice the area of everything, summed ring by ring.
fn area_of_rings(coverage: &Coverage) -> i64 {
    coverage.areas.iter().flat_map(|a| &a.polygons).flatten().map(|r| doubled_area(&coverage.ring(r))).sum()
}

/// Twice the area within the outline: arcs that bound one area only.
fn area_of_outline(coverage: &Coverage) -> i64 {
    let cross = |a: Position, b: Position| a.x * b.y - b.x * a.y;
    let once = coverage.arcs.iter().zip(coverage.users()).filter(|(_, users)| users.len() == 1);
    once.map(|(arc, users)| {
        let along: i64 = arc.windows(2).map(|p| cross(p[0], p[1])).sum();
        if users[0].1 { -along } else { along }
    })
    .sum()
}

/// Closed lines that arcs bounding one area only form: the outlines, and the gaps.
fn outlines(coverage: &Coverage) -> usize {
    let once = coverage.arcs.iter().zip(coverage.users()).filter(|(_, users)| users.len() == 1);
    let mut pieces: Vec<(Position, Position)> = once
        .map(|(arc, users)| {
            let (from, to) = (arc[0], arc[arc.len() - 1]);
            if users[0].1 { (to, from) } else { (from, to) }
        })
        .collect();
    let mut closed = 0;
    while let Some((start, mut at)) = pieces.pop() {
        while at != start {
            let next = pieces.iter().position(|p| p.0 == at).expect("an outline goes on");
            at = pieces.swap_remove(next).1;
        }
        closed += 1;
    }
    closed
}

/// What holds of every coverage, simplified or not.
fn check_coverage(coverage: &Coverage) {
    for users in coverage.users() {
        match users.as_slice() {
            [_] => {}
            [(_, a), (_, b)] => assert_ne!(a, b, "neighbours walk a shared border in opposite directions"),
            other => panic!("an arc has {} users", other.len()),
        }
    }
    assert_eq!(area_of_rings(coverage), area_of_outline(coverage), "areas fill the outline");
    for ring in coverage.areas.iter().flat_map(|a| &a.polygons).flatten() {
        assert!(coverage.ring(ring).len() >= 3, "a ring is at least a triangle");
        assert!(ring.iter().all(|arc| arc_index(*arc) < coverage.arcs.len()));
    }
}

/// A file's coverage and its simplification.
fn check_file(file: &str, tolerance_m: f64, grid_m: f64, outlines_expected: Option<usize>) {
    let features = read::read(&data(file), Wanted::default()).unwrap();
    let full = Coverage::build(&features).unwrap();
    check_coverage(&full);
    let simple = simplify::simplify(&full, tolerance_m, grid_m);
    check_coverage(&simple.coverage);
    // Lines that touch in the file itself may touch afterwards; no more of them.
    let touching = crossing::conflicts(&full.arcs).len();
    assert!(simple.unresolved <= touching, "{} > {touching}", simple.unresolved);
    assert_eq!(crossing::conflicts(&simple.coverage.arcs).len(), simple.unresolved);
    assert_eq!(simple.coverage.neighbours(), full.neighbours());
    if let Some(expected) = outlines_expected {
        assert_eq!((outlines(&full), outlines(&simple.coverage)), (expected, expected));
    }
    let count = |c: &Coverage| c.arcs.iter().map(Vec::len).sum::<usize>();
    assert!(count(&simple.coverage) < count(&full));
    let (before, after) =
        (area_of_rings(&full) as f64, area_of_rings(&simple.coverage) as f64 * grid_m * grid_m);
    assert!((after / before - 1.0).abs() < 0.002, "{file}: {before} {after}");
    for (old, new) in full.areas.iter().zip(&simple.coverage.areas) {
        let area = |c: &Coverage, polygons: &[Vec<Vec<i32>>]| {
            polygons.iter().flatten().map(|r| doubled_area(&c.ring(r))).sum::<i64>() as f64
        };
        let ratio = area(&simple.coverage, &new.polygons) * grid_m * grid_m / area(&full, &old.polygons);
        assert!((ratio - 1.0).abs() < 0.03, "{}: {ratio}", old.code);
    }
}

#[test]
fn municipalities_stay_a_coverage_without_gaps() {
    check_file("sources/geo/kommun-18.geojson", 120.0, 10.0, Some(1));
}

#[test]
fn counties_stay_a_coverage() {
    check_file("sources/geo/lan.geojson", 1200.0, 10.0, None);
}

#[test]
fn all_municipalities_stay_a_coverage_though_some_touch_themselves() {
    check_file("sources/geo/kommun-sverige-150m.geojson", 400.0, 10.0, None);
}

#[test]
fn a_coarse_tolerance_gives_way_where_borders_would_cross() {
    let features = read::read(&data("sources/geo/lan.geojson"), Wanted::default()).unwrap();
    let simple = simplify::simplify(&Coverage::build(&features).unwrap(), 100_000.0, 10.0);
    assert!(simple.lowered > 0);
    assert_eq!(simple.unresolved, 0);
    check_coverage(&simple.coverage);
}

/// A field of crooked quadrilaterals: every corner and every side bends in its own way, and every
/// ring begins somewhere else. Cells whose `hole` is set are left out.
fn field(columns: usize, rows: usize, bends: &[i64], holes: &[bool]) -> Vec<Feature> {
    const SIDE: i64 = 1000;
    let bend = |seed: usize| bends[seed % bends.len()];
    let corner = |c: usize, r: usize| Position {
        x: c as i64 * SIDE + bend(7 * c + 13 * r),
        y: r as i64 * SIDE + bend(11 * c + 5 * r + 1),
    };
    // Four positions between two corners, the same whichever cell asks; seeds differ by side.
    let side = |from: Position, to: Position, seed: usize| -> Vec<Position> {
        let between = |i: i64| Position {
            x: from.x + (to.x - from.x) * i / 5 + bend(seed + 3 * i as usize) / 2,
            y: from.y + (to.y - from.y) * i / 5 + bend(seed + 5 * i as usize + 1) / 2,
        };
        std::iter::once(from).chain((1..5).map(between)).collect()
    };
    let backwards = |from: Position, to: Position, seed: usize| -> Vec<Position> {
        let mut line = side(to, from, seed);
        line.push(from);
        line.reverse();
        line.pop();
        line
    };
    let mut features = Vec::new();
    for r in 0..rows {
        for c in 0..columns {
            let index = r * columns + c;
            if holes[index % holes.len()] {
                continue;
            }
            let (a, b) = (corner(c, r), corner(c + 1, r));
            let (d, e) = (corner(c, r + 1), corner(c + 1, r + 1));
            let flat = |c: usize, r: usize| 1000 + 17 * c + 31 * r;
            let tall = |c: usize, r: usize| 5000 + 23 * c + 29 * r;
            let mut ring = side(a, b, flat(c, r));
            ring.extend(side(b, e, tall(c + 1, r)));
            ring.extend(backwards(e, d, flat(c, r + 1)));
            ring.extend(backwards(d, a, tall(c, r)));
            let turn = index % ring.len();
            ring.rotate_left(turn);
            features.push(Feature {
                code: format!("{index:03}"),
                name: String::new(),
                polygons: vec![vec![ring]],
            });
        }
    }
    features
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_field_stays_a_coverage(
        columns in 1usize..6,
        rows in 1usize..6,
        bends in prop::collection::vec(-60i64..60, 40..90),
        holes in prop::collection::vec(prop::bool::weighted(0.15), 5..30),
        tolerance in 0.0f64..600.0,
        grid in 1.0f64..12.0,
    ) {
        let features = field(columns, rows, &bends, &holes);
        let full = Coverage::build(&features).unwrap();
        check_coverage(&full);
        let shared = full.users().iter().filter(|u| u.len() == 2).count();
        let all = full.users().iter().map(Vec::len).sum::<usize>();
        prop_assert_eq!(all, shared + full.arcs.len());
        let simple = simplify::simplify(&full, tolerance, grid.floor());
        check_coverage(&simple.coverage);
        prop_assert_eq!(simple.unresolved, 0);
        prop_assert_eq!(simple.coverage.neighbours(), full.neighbours());
    }
}
