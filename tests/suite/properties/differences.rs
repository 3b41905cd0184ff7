//! What must hold for measures of difference.

use nulage::{
    analysis::{
        association,
        convergence::{self, Terms, Verdict},
        decomposition::{self, Part, Split},
        differences::{self, Differences, Facts},
        dispersion::{self, Measure, Measures},
        driver,
        panel::Panel,
        rank::{Order, ranks},
        refusal::Measured,
        scope::Scope,
        similar::{self, Feature},
        spread,
        uncertainty::rank_intervals,
    },
    base::{
        id::{AreaId, IndicatorId},
        period::Period,
        text::Text,
        unit::UnitKind,
    },
    model::{Direction, Group, Sex, Table, indicator::Break},
};
use proptest::prelude::*;

use super::{cells, values};

/// Values above zero with weights.
fn weighted() -> impl Strategy<Value = Vec<(f64, f64)>> {
    let value = prop_oneof![(1_i32..1000).prop_map(|v| f64::from(v) / 10.0), (1_i32..6).prop_map(f64::from)];
    prop::collection::vec((value, 0.1..200.0_f64), 2..40)
}

fn parts() -> impl Strategy<Value = Vec<Part>> {
    let part = (0_usize..5, 1_i32..500, 0.1..200.0_f64);
    let part = part.prop_map(|(group, value, weight)| Part { group, value: f64::from(value) / 10.0, weight });
    prop::collection::vec(part, 2..40)
}

fn panel() -> impl Strategy<Value = Panel> {
    (2_usize..9, 2_usize..8).prop_flat_map(|(areas, years)| {
        let row = prop::collection::vec((1_i32..400).prop_map(|v| f64::from(v) / 10.0), areas);
        prop::collection::vec(row, years).prop_map(move |rows| Panel {
            areas: (0..areas).filter_map(AreaId::new).collect(),
            periods: (2000..).map(Period::year_of).take(rows.len()).collect(),
            rows,
            ..Panel::default()
        })
    })
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Both refused for the same reason, or both near.
fn alike(a: Measured, b: Measured) -> bool {
    match (a, b) {
        (Ok(a), Ok(b)) => close(a, b),
        (a, b) => a == b,
    }
}

fn terms() -> Terms {
    Terms { desired: Direction::Up, kind: UnitKind::Number, decimals: 1, county: None, margin: 0.0 }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equal_weights_change_nothing(values in values(), weight in 0.1..9000.0_f64, county in 0.1..500.0_f64) {
        let by = |weight: f64| {
            let pairs: Vec<(f64, f64)> = values.iter().map(|&v| (v, weight)).collect();
            Measures::of(&pairs, Some(county))
        };
        for which in Measure::ALL {
            prop_assert!(alike(by(1.0).get(which), by(weight).get(which)), "{which:?}");
        }
    }

    /// A weight of two is the area twice.
    #[test]
    fn weights_are_copies(values in prop::collection::vec((1_i32..300, 1_u8..5), 2..12)) {
        let pairs: Vec<(f64, f64)> =
            values.iter().map(|&(v, w)| (f64::from(v) / 10.0, f64::from(w))).collect();
        let copies: Vec<(f64, f64)> =
            pairs.iter().flat_map(|&(v, w)| (0..w as usize).map(move |_| (v, 1.0))).collect();
        for which in Measure::ALL.into_iter().filter(|which| which.is_weighable()) {
            let one = dispersion::measure(which, &pairs, Some(10.0));
            let other = dispersion::measure(which, &copies, Some(10.0));
            prop_assert!(alike(one, other), "{which:?}: {one:?} {other:?}");
        }
    }

    #[test]
    fn relative_measures_know_no_scale(pairs in weighted(), factor in 0.01..100.0_f64) {
        let scaled: Vec<(f64, f64)> = pairs.iter().map(|&(v, w)| (v * factor, w)).collect();
        let (one, other) = (Measures::of(&pairs, Some(20.0)), Measures::of(&scaled, Some(20.0 * factor)));
        for which in Measure::ALL {
            let times = if which.has_unit() { factor } else { 1.0 };
            prop_assert!(alike(one.get(which).map(|v| v * times), other.get(which)), "{which:?}");
        }
    }

    #[test]
    fn order_of_areas_does_not_matter(
        (pairs, shuffled) in weighted().prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle())),
    ) {
        let (one, other) = (Measures::of(&pairs, Some(20.0)), Measures::of(&shuffled, Some(20.0)));
        for which in Measure::ALL {
            prop_assert!(alike(one.get(which), other.get(which)), "{which:?}");
        }
        prop_assert!(alike(association::pearson(&pairs), association::pearson(&shuffled)));
        prop_assert!(alike(association::spearman(&pairs), association::spearman(&shuffled)));
    }

    #[test]
    fn nothing_is_unequal_only_when_all_are_equal(pairs in weighted()) {
        let equal = pairs.iter().all(|p| p.0 == pairs[0].0);
        for which in [Measure::Sd, Measure::Cv, Measure::Gini, Measure::Theil, Measure::Mld] {
            let found = dispersion::measure(which, &pairs, None).unwrap();
            prop_assert!(found >= 0.0);
            prop_assert_eq!(found == 0.0, equal, "{:?} is {}", which, found);
            let same: Vec<(f64, f64)> = pairs.iter().map(|p| (pairs[0].0, p.1)).collect();
            prop_assert_eq!(dispersion::measure(which, &same, None), Ok(0.0));
        }
    }

    /// Gini lies below 1 and Theil's T below ln of total over least weight; both fall when a
    /// richer area gives to a poorer one without changing places.
    #[test]
    fn inequality_falls_by_giving(values in prop::collection::vec(1_i32..500, 3..20), share in 0.05..0.5_f64) {
        let before: Vec<(f64, f64)> = values.iter().map(|&v| (f64::from(v), 1.0)).collect();
        let high = before.iter().map(|p| p.0).fold(0.0, f64::max);
        let low = before.iter().map(|p| p.0).fold(f64::INFINITY, f64::min);
        prop_assume!(high > low);
        let (rich, poor) = (
            before.iter().position(|p| p.0 == high).unwrap(),
            before.iter().position(|p| p.0 == low).unwrap(),
        );
        let mut after = before.clone();
        after[rich].0 -= share * (high - low);
        after[poor].0 += share * (high - low);
        for which in [Measure::Gini, Measure::Theil, Measure::Mld, Measure::Cv] {
            let one = dispersion::measure(which, &before, None).unwrap();
            let other = dispersion::measure(which, &after, None).unwrap();
            prop_assert!(other < one, "{which:?}: {one} {other}");
        }
        prop_assert!(dispersion::measure(Measure::Gini, &before, None).unwrap() < 1.0);
        let theil = dispersion::measure(Measure::Theil, &before, None).unwrap();
        prop_assert!(theil <= (before.len() as f64).ln());
    }

    #[test]
    fn between_and_within_are_all(parts in parts()) {
        for split in [Split::Theil, Split::Mld] {
            let found = decomposition::decompose(split, &parts).unwrap();
            prop_assert!(close(found.between + found.within, found.total));
            prop_assert!(found.between >= 0.0 && found.within >= 0.0);
            prop_assert!(found.parts.iter().all(|&part| part >= 0.0));
            let weight: f64 = found.groups.iter().map(|group| group.weight).sum();
            prop_assert!(close(weight, 1.0));
            let pairs: Vec<(f64, f64)> = parts.iter().map(|p| (p.value, p.weight)).collect();
            let which = if split == Split::Theil { Measure::Theil } else { Measure::Mld };
            prop_assert!(close(dispersion::measure(which, &pairs, None).unwrap(), found.total));
            // One group has all within, as many groups as parts have all between.
            let by = |group: &dyn Fn(usize) -> usize| {
                let regrouped = parts.iter().enumerate().map(|(i, p)| Part { group: group(i), ..*p });
                decomposition::decompose(split, &regrouped.collect::<Vec<_>>()).unwrap()
            };
            prop_assert!(by(&|_| 0).between < 1e-12);
            prop_assert!(by(&|i| i).within < 1e-12);
        }
    }

    #[test]
    fn the_driver_of_the_range_is_an_end(values in prop::collection::vec(-500_i32..500, 3..30)) {
        let pairs: Vec<(f64, f64)> = values.iter().map(|&v| (f64::from(v), 1.0)).collect();
        if let Ok(found) = driver::driver(Measure::Range, &pairs, None) {
            let value = values[found.at];
            prop_assert!(values.iter().all(|&v| v <= value) || values.iter().all(|&v| v >= value));
            prop_assert!(found.without < found.with);
        }
        let found = driver::driver(Measure::Sd, &pairs, None).ok();
        let all = driver::leave_one_out(Measure::Sd, &pairs, None);
        if let Some(found) = found {
            let far = |v: f64| (v - found.with).abs();
            prop_assert!(all.iter().flatten().all(|&v| far(v) <= far(found.without) + 1e-9));
        }
    }

    #[test]
    fn places_contain_the_rank(
        values in values(), margins in prop::collection::vec(prop::option::of(0.0..30.0_f64), 80),
        decimals in 0_u8..3, high in any::<bool>(),
    ) {
        let order = if high { Order::HighFirst } else { Order::LowFirst };
        let cells = cells(&values);
        let places = ranks(&cells, order, decimals);
        let found = rank_intervals(&cells, &margins, order, decimals);
        let wider: Vec<Option<f64>> = margins.iter().map(|m| Some(m.unwrap_or(0.0) + 5.0)).collect();
        let wide = rank_intervals(&cells, &wider, order, decimals);
        let exact = rank_intervals(&cells, &[], order, decimals);
        for (((rank, found), wide), exact) in places.iter().zip(&found).zip(&wide).zip(&exact) {
            let (rank, found, wide, exact) = (rank.unwrap(), found.unwrap(), wide.unwrap(), exact.unwrap());
            prop_assert!(found.best <= rank.place && rank.place <= found.worst && found.worst <= found.of);
            prop_assert!(wide.best <= found.best && found.worst <= wide.worst);
            prop_assert_eq!(exact.best, rank.place);
            prop_assert_eq!(exact.worst > exact.best, rank.tied);
        }
    }

    #[test]
    fn association_is_symmetric_and_bounded(points in prop::collection::vec((-50_i32..50, -50_i32..50), 3..40)) {
        let points: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (f64::from(x), f64::from(y))).collect();
        let turned: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (y, x)).collect();
        for measure in [association::pearson, association::spearman] {
            let found = measure(&points);
            prop_assert!(alike(found, measure(&turned)));
            prop_assert!(found.is_err() || (-1.0..=1.0).contains(&found.unwrap()));
            let mirrored: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (x, 3.0 - 2.0 * y)).collect();
            prop_assert!(alike(found.map(|r| -r), measure(&mirrored)));
        }
        // Only the order counts for Spearman.
        let cubes: Vec<(f64, f64)> = points.iter().map(|&(x, y)| (x, y * y * y)).collect();
        prop_assert!(alike(association::spearman(&points), association::spearman(&cubes)));
    }

    #[test]
    fn concordance_is_between_none_and_all(panel in panel()) {
        if let Ok(w) = convergence::gamma(&panel.rows, 1) {
            prop_assert!((-1e-12..=1.0 + 1e-12).contains(&w), "{w}");
        }
        let twice = vec![panel.rows[0].clone(); 3];
        let equal = panel.rows[0].iter().all(|v| *v == panel.rows[0][0]);
        let w = convergence::gamma(&twice, 1);
        let told = !equal && panel.rows[0].len() > 2;
        prop_assert!(told == w.is_ok() && w.is_ok_and(|w| close(w, 1.0)) || !told);
    }

    /// Everybody rising alike converges nowhere; a verdict has a spread that moved its way.
    #[test]
    fn verdicts_have_grounds(panel in panel(), step in 1_i32..50) {
        let lifted: Vec<Vec<f64>> = (0..6)
            .map(|year| panel.rows[0].iter().map(|v| v + f64::from(step * year)).collect())
            .collect();
        let alike = Panel {
            periods: (2000..2006).map(Period::year_of).collect(), rows: lifted, ..panel.clone()
        };
        let percent = Terms { kind: UnitKind::Percent, ..terms() };
        let found = convergence::convergence(alike, &percent);
        if panel.areas.len() >= convergence::FEWEST_AREAS {
            let expected =
                Verdict::Judged { course: convergence::Course::Upward, drift: convergence::Drift::Level };
            prop_assert_eq!(found.verdict, expected);
        }
        prop_assert!(found.beta.points.iter().all(|p| close(p.yearly, f64::from(step))));
        let found = convergence::convergence(panel, &terms());
        if let (Verdict::Judged { drift, .. }, [first, .., last]) = (found.verdict, found.sigma.as_slice()) {
            prop_assert_eq!(drift == convergence::Drift::Diverging, last.sd >= 1.1 * first.sd
                && last.sd - first.sd >= 0.05);
            prop_assert!(found.panel.periods.len() >= convergence::FEWEST_PERIODS);
        }
    }

    #[test]
    fn likeness_is_mutual_and_knows_no_units(
        first in prop::collection::vec(1_i32..900, 6), second in prop::collection::vec(-90_i32..90, 6),
        factor in 0.1..50.0_f64,
    ) {
        let feature = |id, log, values: Vec<f64>| Feature {
            indicator: IndicatorId::new(id).unwrap(),
            period: Some(Period::year_of(2022)),
            log,
            cells: cells(&values),
        };
        let by = |factor: f64| [
            feature(0, true, first.iter().map(|&v| f64::from(v) * factor).collect()),
            feature(1, false, second.iter().map(|&v| f64::from(v) * factor + 7.0).collect()),
        ];
        let (one, other) = (similar::similar(&by(1.0), 2), similar::similar(&by(factor), 2));
        prop_assert_eq!(one.used.len(), other.used.len());
        prop_assert!(one.areas.is_sorted_by(|a, b| a.distance <= b.distance));
        for area in &one.areas {
            let again = other.areas.iter().find(|a| a.at == area.at).unwrap();
            prop_assert!(close(area.distance, again.distance));
            let back = similar::similar(&by(1.0), area.at);
            let back = back.areas.iter().find(|a| a.at == 2).unwrap();
            prop_assert!(close(area.distance, back.distance));
        }
    }

    /// Values before a break are as good as not there, but for each period's own dispersion.
    #[test]
    fn nothing_crosses_a_break(
        mut values in prop::collection::vec(1_i32..400, 6 * 8 * 2), other in prop::collection::vec(1_i32..400, 6 * 8 * 2),
        from in 2000_i16..2008,
    ) {
        let groups: Vec<Group> = [Sex::Women, Sex::Men].map(|sex| Group { sex, ..Group::default() }).to_vec();
        let breaks = [Break { period: Period::year_of(from), text: Text::default() }];
        let ids: Vec<AreaId> = (0..6).filter_map(AreaId::new).collect();
        let found = |values: &[i32]| {
            let plain: Vec<f64> = values.iter().map(|&v| f64::from(v) / 10.0).collect();
            let years = (2000..2008).map(Period::year_of).collect();
            let rows = (0..6).map(Some).collect();
            let table = Table::new(rows, years, groups.clone(), cells(&plain), vec![]).unwrap();
            let scope = Scope {
                areas: &ids[..5], county: ids[5], nation: None, group: groups[0], breaks: &breaks, decimals: 1,
                period: Period::year_of(2007),
            };
            let facts = Facts { desired: Direction::Up, kind: UnitKind::Percent, population: None };
            let found = differences::differences(&table, &scope, &facts);
            let moments = found.moments.iter().filter(|m| m.period.year() >= from).copied().collect();
            Differences { moments, ..found }
        };
        let one = found(&values);
        for (at, value) in values.iter_mut().enumerate() {
            // Row by row, a year's women and men.
            if (at / 2 % 8) < usize::try_from(from - 2000).unwrap() {
                *value = other[at];
            }
        }
        prop_assert_eq!(one, found(&values));
    }

    #[test]
    fn the_unweighted_are_the_plain_ones(values in values()) {
        let pairs: Vec<(f64, f64)> = values.iter().map(|&v| (v, 1.0)).collect();
        if values.len() >= dispersion::FEWEST {
            let found = Measures::of(&pairs, Some(3.0));
            prop_assert!(close(found.get(Measure::Sd).unwrap(), spread::sd(&values).unwrap()));
            let plain = spread::mean_deviation(&values, 3.0).unwrap();
            prop_assert!(close(found.get(Measure::MeanDeviation).unwrap(), plain));
            prop_assert_eq!(found.get(Measure::Cv).is_ok(), spread::cv(&values).is_some());
        }
    }
}
