//! What must hold for any values: invariances, promises, optimality.

mod differences;

use nulage::{
    analysis::{
        classify::{Classes, Method, Request, classify},
        rank::{Order, ranks},
        series::Point,
        spread,
        trend::{self, Trend},
    },
    base::{num::Finite, period::Period},
    model::{Cell, Missing},
};
use proptest::prelude::*;

/// Values of shares, sums and small counts, with many ties among them.
fn values() -> impl Strategy<Value = Vec<f64>> {
    let one = prop_oneof![
        (0_i32..1000).prop_map(|v| f64::from(v) / 10.0),
        (-50_i32..50).prop_map(f64::from),
        (0_i32..6).prop_map(f64::from),
        0.0..400_000.0_f64,
    ];
    prop::collection::vec(one, 1..80)
}

fn cells(values: &[f64]) -> Vec<Cell> {
    values.iter().map(|&v| Finite::new(v).ok_or(Missing::NotAvailable)).collect()
}

fn method() -> impl Strategy<Value = Method> {
    prop::sample::select(Method::ALL.to_vec())
}

/// Sum of squared distances to class means, of the values as shown.
fn within(values: &[f64], classes: &Classes, decimals: i32) -> f64 {
    let scale = 10_f64.powi(decimals);
    let mut groups = vec![Vec::new(); classes.len()];
    for &value in values {
        groups[classes.class_of(value)].push((value * scale).round() / scale);
    }
    let squares = |group: &Vec<f64>| spread::sd(group).map_or(0.0, |sd| sd * sd * group.len() as f64);
    groups.iter().map(squares).sum()
}

proptest! {
    // A found case belongs in a test of its own, not in a file beside them.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn classes_keep_their_promises(
        values in values(), method in method(), k in 1_usize..9, decimals in 0_u8..3,
        centre in prop::option::of(-100.0..1000.0_f64),
    ) {
        let found = classify(&values, &Request { method, classes: k, decimals, centre }).unwrap();
        prop_assert!(found.bounds.is_sorted_by(|a, b| a < b), "{:?}", found);
        prop_assert_eq!(found.bounds.len(), found.len() + 1);
        prop_assert_eq!(found.positions.len(), found.len());
        prop_assert!(found.positions.is_sorted_by(|a, b| a < b));
        prop_assert!(found.positions.iter().all(|p| (-1.0..=1.0).contains(p)));
        let least = if method == Method::Diverging { 2 } else { 1 };
        prop_assert!(found.len() <= k.max(least));
        let mut counts = vec![0; found.len()];
        for &value in &values {
            let class = found.class_of(value);
            counts[class] += 1;
            let half = 0.5 / 10_f64.powi(i32::from(decimals)) * (1.0 + 1e-6);
            prop_assert!(value >= found.bounds[class] - half && value <= found.bounds[class + 1] + half);
            prop_assert!((-1.0..=1.0).contains(&found.position_of(value)));
        }
        prop_assert!(counts.iter().all(|&n| n > 0), "empty class in {:?}", found);
        prop_assert_eq!(counts, found.counts);
    }

    #[test]
    fn natural_breaks_are_never_beaten(values in values(), k in 2_usize..8, decimals in 0_u8..3) {
        let by = |method, classes| {
            let request = Request { method, classes, decimals, centre: None };
            classify(&values, &request).unwrap()
        };
        for method in [Method::Quantile, Method::Equal, Method::Deviation] {
            let other = by(method, k);
            let natural = by(Method::Natural, other.len());
            prop_assert_eq!(natural.len(), other.len());
            let (best, rival) = (
                within(&values, &natural, i32::from(decimals)),
                within(&values, &other, i32::from(decimals)),
            );
            prop_assert!(best <= rival * (1.0 + 1e-9) + 1e-6, "{best} > {rival} for {method:?}");
        }
    }

    #[test]
    fn order_does_not_matter(
        (values, shuffled) in values().prop_flat_map(|v| (Just(v.clone()), Just(v).prop_shuffle())),
        method in method(), k in 1_usize..8,
    ) {
        let request = Request { method, classes: k, decimals: 1, centre: Some(20.0) };
        let facts =
            |v: &[f64]| (classify(v, &request).unwrap().bounds, spread::median(v), spread::mad(v));
        prop_assert_eq!(facts(&values), facts(&shuffled));
        let places = |v: &[f64]| {
            let mut all: Vec<usize> =
                ranks(&cells(v), Order::HighFirst, 1).into_iter().flatten().map(|r| r.place).collect();
            all.sort_unstable();
            all
        };
        prop_assert_eq!(places(&values), places(&shuffled));
    }

    #[test]
    fn cv_knows_no_scale(values in prop::collection::vec(0.1..1000.0_f64, 2..50), factor in 0.01..100.0_f64) {
        let scaled: Vec<f64> = values.iter().map(|v| v * factor).collect();
        let (one, other) = (spread::cv(&values).unwrap(), spread::cv(&scaled).unwrap());
        prop_assert!((one - other).abs() < 1e-9);
    }

    #[test]
    fn equal_weights_are_none(values in values(), weight in 0.1..9.0_f64) {
        let pairs: Vec<(f64, f64)> = values.iter().map(|&v| (v, weight)).collect();
        let close = |a: Option<f64>, b: Option<f64>| (a.unwrap() - b.unwrap()).abs() < 1e-6;
        prop_assert!(close(spread::weighted_mean(&pairs), spread::mean(&values)));
        prop_assert!(close(spread::weighted_sd(&pairs), spread::sd(&values)));
    }

    /// With ties sharing the mean of the places they cover, places sum to n(n + 1)/2.
    #[test]
    fn places_are_all_given_out(values in values()) {
        let found: Vec<usize> =
            ranks(&cells(&values), Order::LowFirst, 1).into_iter().flatten().map(|r| r.place).collect();
        let share = |place: usize| {
            let ties = found.iter().filter(|&&p| p == place).count();
            place as f64 + (ties as f64 - 1.0) / 2.0
        };
        let n = values.len() as f64;
        prop_assert_eq!(found.iter().map(|&p| share(p)).sum::<f64>(), n * (n + 1.0) / 2.0);
    }

    #[test]
    fn slopes_have_a_sign_and_no_level(
        values in prop::collection::vec(-100.0..100.0_f64, 2..12), level in -50.0..50.0_f64,
    ) {
        let points = |change: &dyn Fn(f64) -> f64| -> Vec<(f64, f64)> {
            (0..).map(f64::from).zip(values.iter().map(|&v| change(v))).collect()
        };
        let slope = |change: &dyn Fn(f64) -> f64| trend::theil_sen(&points(change)).unwrap();
        let plain = slope(&|v| v);
        prop_assert!((slope(&|v| -v) + plain).abs() < 1e-9);
        prop_assert!((slope(&|v| v + level) - plain).abs() < 1e-9);
        let mut rising = values.clone();
        rising.sort_by(f64::total_cmp);
        let rising: Vec<(f64, f64)> = (0..).map(f64::from).zip(rising).collect();
        prop_assert!(trend::theil_sen(&rising).unwrap() >= 0.0);
        let kendall = |sign: f64| {
            trend::mann_kendall(&values.iter().map(|v| v * sign).collect::<Vec<_>>()).map(|k| (k.s, k.z))
        };
        prop_assert_eq!(kendall(1.0), kendall(-1.0).map(|(s, z)| (-s, -z)));
    }

    /// A mirrored series is judged as the mirror image, and what is judged to move moves.
    #[test]
    fn trends_mirror(values in prop::collection::vec((0_i32..200).prop_map(|v| f64::from(v) / 10.0), 0..9)) {
        let judged = |sign: f64| {
            let points = values.iter().zip(2000..);
            let points = points.map(|(v, year)| Point::exact(Period::year_of(year), v * sign));
            trend::trend(&points.collect::<Vec<_>>(), 1)
        };
        let (one, other) = (judged(1.0), judged(-1.0));
        let mirror = match one.trend {
            Trend::Rising => Trend::Falling,
            Trend::Falling => Trend::Rising,
            same => same,
        };
        prop_assert_eq!(other.trend, mirror);
        prop_assert_eq!(one.trend == Trend::Rising, one.trend == Trend::Rising && one.slope.unwrap() > 0.0);
        prop_assert_eq!(one.trend == Trend::TooFew, values.len() < 5);
    }
}
