use super::*;

/// One row per year from 2000.
fn panel(rows: &[&[f64]]) -> Panel {
    Panel {
        areas: (0..rows.first().map_or(0, |row| row.len())).filter_map(AreaId::new).collect(),
        periods: (2000..).map(Period::year_of).take(rows.len()).collect(),
        rows: rows.iter().map(|row| row.to_vec()).collect(),
        ..Panel::default()
    }
}

const TERMS: Terms =
    Terms { desired: Direction::Up, kind: UnitKind::Number, decimals: 1, county: None, margin: 0.0 };

fn judged(rows: &[&[f64]], terms: Terms) -> Verdict {
    convergence(panel(rows), &terms).verdict
}

#[test]
fn upward_convergence_needs_level_and_spread() {
    let rows: [&[f64]; 5] = [
        &[10.0, 20.0, 30.0, 40.0, 50.0],
        &[14.0, 22.0, 31.0, 41.0, 50.0],
        &[18.0, 25.0, 33.0, 42.0, 50.0],
        &[22.0, 28.0, 35.0, 43.0, 51.0],
        &[26.0, 31.0, 38.0, 44.0, 51.0],
    ];
    let found = convergence(panel(&rows), &TERMS);
    let expected = Verdict::Judged { course: Course::Upward, drift: Drift::Converging };
    assert_eq!((found.verdict, found.wanted), (expected, Some(true)));
    assert_eq!((found.absolute, found.relative), (SpreadChange::Shrunk, SpreadChange::Shrunk));
    assert_eq!(found.gamma, Gamma { ends: Ok(1.0), all: Ok(1.0) });
    assert!(found.beta.line.unwrap().slope < 0.0);
    assert_eq!(found.delta.iter().map(|d| d.distance).collect::<Vec<_>>()[..1], [20.0]);
    let back: Vec<&[f64]> = rows.iter().rev().copied().collect();
    let expected = Verdict::Judged { course: Course::Downward, drift: Drift::Diverging };
    assert_eq!(judged(&back, TERMS), expected);
    assert_eq!(judged(&[rows[0]; 5], TERMS), Verdict::Judged { course: Course::Level, drift: Drift::Level });
    assert_eq!(wanted(expected, Direction::Up), Some(false));
    assert_eq!(wanted(expected, Direction::None), None);
}

#[test]
fn doubt_has_a_reason() {
    let wide: &[f64] = &[10.0, 20.0, 30.0, 40.0, 50.0];
    let near: &[f64] = &[29.0, 30.0, 30.0, 30.0, 31.0];
    let doubt = |rows: &[&[f64]], terms| match judged(rows, terms) {
        Verdict::CannotJudge(why) => why,
        Verdict::Judged { .. } => panic!("judged"),
    };
    assert_eq!(doubt(&[wide, near], TERMS), Doubt::FewPeriods);
    assert_eq!(doubt(&[&wide[..4], &near[..4]], TERMS), Doubt::FewAreas);
    assert_eq!(doubt(&[], TERMS), Doubt::FewPeriods, "the first period has none to compare with");
    assert_eq!(doubt(&[wide; 5], Terms { kind: UnitKind::Amount, ..TERMS }), Doubt::Amount);
    let dip: &[f64] = &[26.0, 28.0, 30.0, 32.0, 34.0];
    let less: &[f64] = &[14.0, 22.0, 30.0, 38.0, 46.0];
    assert_eq!(doubt(&[wide, near, near, dip, less], TERMS), Doubt::Unsteady);
    // Everything doubles and then some: apart in the unit, closer in relative terms.
    let double: &[f64] = &[70.0, 82.0, 94.0, 106.0, 118.0];
    let rows = [wide, wide, double, double, double];
    assert_eq!(doubt(&rows, TERMS), Doubt::RelativeDiffers);
    // Where everything only doubles, money may have lost half its worth.
    let prices: &[f64] = &[20.0, 40.0, 60.0, 80.0, 100.0];
    let rows_of_prices = [wide, wide, prices, prices, prices];
    let expected = Verdict::Judged { course: Course::Upward, drift: Drift::Diverging };
    assert_eq!(judged(&rows_of_prices, TERMS), expected);
    let money = Terms { kind: UnitKind::Money, ..TERMS };
    assert_eq!(doubt(&rows_of_prices, money), Doubt::RelativeDiffers);
    let richer: &[f64] = &[20.0, 50.0, 90.0, 130.0, 180.0];
    let apart = convergence(panel(&[wide, wide, richer, richer, richer]), &money);
    assert_eq!(
        (apart.verdict, apart.wanted),
        (expected, None),
        "apart in both terms, but growth is not judged"
    );
    let percent = Terms { kind: UnitKind::Percent, ..TERMS };
    let expected = Verdict::Judged { course: Course::Upward, drift: Drift::Diverging };
    assert_eq!(judged(&rows, percent), expected);
    assert_eq!(doubt(&rows, Terms { county: Some([30.0, 20.0]), ..percent }), Doubt::CountyDiffers);
    let outer: &[f64] = &[10.0, 11.0, 30.0, 49.0, 50.0];
    let inner: &[f64] = &[7.0, 29.0, 30.0, 31.0, 53.0];
    assert_eq!(doubt(&[outer, outer, outer, inner, inner], TERMS), Doubt::RangeDiffers);
    // The standard deviation shrinks by 2.8.
    let rows = [wide, wide, less, less, less];
    assert_eq!(doubt(&rows, Terms { margin: 3.0, ..percent }), Doubt::Uncertain);
    let expected = Verdict::Judged { course: Course::Level, drift: Drift::Converging };
    assert_eq!(judged(&rows, Terms { margin: 2.5, ..percent }), expected);
}

#[test]
fn order_is_kept_or_turned() {
    let found = |last: &[f64]| gamma(&[vec![1.0, 2.0, 3.0], last.to_vec()], 0);
    assert_eq!(found(&[4.0, 5.0, 9.0]), Ok(1.0));
    assert_eq!(found(&[3.0, 2.0, 1.0]), Ok(0.0));
    assert_eq!(gamma(&[vec![1.0; 3], vec![2.0; 3]], 0), Err(Refusal::AllEqual));
    assert_eq!(gamma(&[vec![1.0, 2.0, 3.0]], 0), Err(Refusal::TooFew));
    assert_eq!(gamma(&[vec![1.0, 2.0], vec![2.0, 3.0]], 0), Err(Refusal::TooFew));
}

#[test]
fn logarithms_need_values_above_zero() {
    let rows: [&[f64]; 2] = [&[0.0, 1.0, 2.0], &[1.0, 2.0, 3.0]];
    assert_eq!(beta(&panel(&rows), Form::Log).line, Err(Refusal::Zero));
    assert_eq!(beta(&panel(&rows), Form::Absolute).points.len(), 3);
}
