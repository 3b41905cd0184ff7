//! Statistics against published values and other implementations.
//!
//! Reference numbers were computed once with the versions named here and written down:
//! NumPy 2.4.6, SciPy 1.17.1, mapclassify 2.10.0, jenkspy 0.4.1, pymannkendall 1.4.3 and
//! simple-statistics 7.12.1.

use nulage::{
    analysis::{
        classify::{self, Method, Request, ckmeans},
        rank::{self, Order},
        spread, trend,
    },
    base::num::Finite,
    model::{Cell, Missing},
};

mod differences;

/// Twelve areas.
const AREAS: [f64; 12] = [14.2, 15.8, 16.1, 16.1, 17.5, 18.9, 19.3, 21.0, 22.4, 24.8, 27.7, 34.1];
const WEIGHTS: [f64; 12] = [4.4, 7.1, 9.3, 12.0, 5.6, 8.8, 15.2, 11.4, 30.5, 23.3, 16.0, 160.2];

/// Sixty values with one decimal from the C standard's example generator, seed 12345.
fn sixty() -> Vec<f64> {
    let next = |s: &u64| Some((s * 1_103_515_245 + 12345) % (1 << 31));
    std::iter::successors(next(&12345), next).take(60).map(|s| (s % 1000) as f64 / 10.0).collect()
}

fn near(found: Option<f64>, reference: f64) {
    let found = found.expect("a value");
    assert!((found - reference).abs() <= 1e-12 * reference.abs().max(1.0), "{found} is not {reference}");
}

fn ask(method: Method, classes: usize) -> Request {
    Request { method, classes, decimals: 1, centre: None }
}

/// numpy.quantile (linear), .mean, .std; scipy.stats.variation, .median_abs_deviation;
/// numpy.average for the weighted ones.
#[test]
fn spread_is_numpys_and_scipys() {
    for (p, reference) in [(0.1, 15.83), (0.25, 16.1), (0.5, 19.1), (0.75, 23.0), (0.9, 27.41)] {
        near(spread::quantile(&AREAS, p), reference);
    }
    near(spread::mean(&AREAS), 20.658_333_333_333_33);
    near(spread::sd(&AREAS), 5.570_376_757_654_927);
    near(spread::cv(&AREAS), 0.269_643_086_292_291_8);
    near(spread::mad(&AREAS), 3.149_999_999_999_998_6);
    near(spread::mean_deviation(&AREAS, 20.0), 4.341_666_666_666_667);
    let pairs: Vec<(f64, f64)> = AREAS.into_iter().zip(WEIGHTS).collect();
    near(spread::weighted_mean(&pairs), 27.918_795_260_039_502);
    near(spread::weighted_sd(&pairs), 7.055_166_722_488_599);
}

/// The example of R's documentation: quantile(x <- 1:9, type = 7) and Hyndman & Fan's
/// definition at the ends.
#[test]
fn quantiles_are_type_seven() {
    let nine: Vec<f64> = (1..=9).map(f64::from).collect();
    for (p, reference) in [(0.0, 1.0), (0.25, 3.0), (0.5, 5.0), (0.75, 7.0), (1.0, 9.0), (0.1, 1.8)] {
        near(spread::quantile(&nine, p), reference);
    }
}

/// scipy.stats.rankdata(method="min"), of the values and of their negatives.
#[test]
fn ranks_are_scipys() {
    let cells: Vec<Cell> = AREAS.iter().map(|&v| Finite::new(v).ok_or(Missing::NotAvailable)).collect();
    let places = |order| -> Vec<usize> {
        rank::ranks(&cells, order, 1).into_iter().flatten().map(|r| r.place).collect()
    };
    assert_eq!(places(Order::HighFirst), [12, 11, 9, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(places(Order::LowFirst), [1, 2, 3, 3, 5, 6, 7, 8, 9, 10, 11, 12]);
}

/// The example published with Ckmeans.1d.dp (R) and simple-statistics:
/// c(-1, 2, -1, 2, 4, 5, 6, -1, 2, -1) in three clusters is {-1 ×4}, {2 ×3}, {4, 5, 6}.
#[test]
fn natural_breaks_are_the_published_example() {
    let starts = ckmeans::starts(&[-1.0, 2.0, 4.0, 5.0, 6.0], &[4.0, 3.0, 1.0, 1.0, 1.0], 3);
    assert_eq!(starts, [0, 1, 2]);
    let values = [-1.0, 2.0, -1.0, 2.0, 4.0, 5.0, 6.0, -1.0, 2.0, -1.0];
    let found = classify::classify(&values, &Request { decimals: 0, ..ask(Method::Natural, 3) }).unwrap();
    assert_eq!(found.counts, [4, 3, 3]);
}

/// Class sizes: simple-statistics ckmeans, jenkspy and mapclassify FisherJenks agree on all.
#[test]
fn natural_breaks_are_three_others() {
    let counts = |values: &[f64], k| classify::classify(values, &ask(Method::Natural, k)).unwrap().counts;
    let references: [&[usize]; 6] = [
        &[28, 32],
        &[22, 16, 22],
        &[14, 12, 14, 20],
        &[10, 14, 13, 17, 6],
        &[10, 12, 6, 10, 16, 6],
        &[10, 6, 8, 6, 10, 14, 6],
    ];
    for (reference, k) in references.into_iter().zip(2..) {
        assert_eq!(counts(&sixty(), k), reference);
    }
    for (reference, k) in [[7, 4, 1].as_slice(), &[5, 4, 2, 1], &[4, 3, 2, 2, 1]].into_iter().zip(3..) {
        assert_eq!(counts(&AREAS, k), reference);
    }
}

/// Class sizes of mapclassify Quantiles, which puts a value at a limit below where we put it
/// above: only limits between values compare.
#[test]
fn quantile_classes_are_mapclassifys() {
    let counts = |values: &[f64], k| classify::classify(values, &ask(Method::Quantile, k)).unwrap().counts;
    assert_eq!(counts(&sixty(), 5), [12, 12, 12, 12, 12]);
    assert_eq!(counts(&AREAS, 3), [4, 4, 4]);
    // The quantiles 16.1 (a tie) and 18.06, 20.32, 24.32.
    assert_eq!(counts(&AREAS, 5), [2, 3, 2, 2, 3]);
}

/// numpy.histogram between −∞, mean ± ½ and ± 1½ numpy.std, ∞.
#[test]
fn deviation_classes_are_numpys() {
    let found = classify::classify(&sixty(), &ask(Method::Deviation, 5)).unwrap();
    assert_eq!(found.counts, [5, 17, 15, 18, 5]);
    assert_eq!(found.positions, [-1.0, -0.5, 0.0, 0.5, 1.0]);
    // 5.613, 34.398, 63.182 and 91.967 to the decimal shown, as far as no value changes class.
    for (bound, exact) in found.bounds[1..5].iter().zip([5.613, 34.398, 63.182, 91.967]) {
        assert!((bound - exact).abs() < 0.1, "{bound} for {exact}");
    }
}

/// numpy.histogram at 0, 20 … 100, which holds the last limit in the last class as we do.
#[test]
fn equal_classes_are_numpys() {
    let found = classify::classify(&sixty(), &ask(Method::Equal, 5)).unwrap();
    assert_eq!(found.bounds, [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
    assert_eq!(found.counts, [14, 10, 11, 18, 7]);
}

/// By hand: steps of 5 around 20, two down and three up, of at most six.
#[test]
fn diverging_classes_step_from_the_centre() {
    let request = Request { centre: Some(20.0), ..ask(Method::Diverging, 6) };
    let found = classify::classify(&AREAS, &request).unwrap();
    assert_eq!(found.bounds, [14.2, 15.0, 20.0, 25.0, 30.0, 34.1]);
    assert_eq!(found.counts, [1, 6, 3, 1, 1]);
    assert_eq!(found.positions, [-2.0 / 3.0, -1.0 / 3.0, 1.0 / 3.0, 2.0 / 3.0, 1.0]);
    assert_eq!(found.class_of(20.0), 2, "the centre itself is at and above");
}

/// pymannkendall.original_test (S, variance, z) and scipy.stats.theilslopes.
#[test]
fn trends_are_pymannkendalls_and_scipys() {
    let rows: [(&[f64], f64, f64, f64, f64); 3] = [
        (&[10.2, 11.1, 10.8, 12.5, 13.0], 8.0, 16.666_666_666_666_668, 1.714_642_819_948_224_7, 0.7),
        (&[5.0, 5.0, 6.0, 4.0, 3.0, 3.0, 2.0], -15.0, 42.333_333_333_333_336, -2.151_725_182_229_952, -0.5),
        (
            &[70.1, 71.3, 71.3, 72.0, 71.9, 73.4, 74.0, 73.9, 75.2, 76.0],
            40.0,
            124.0,
            3.502_303_389_522_111,
            0.64,
        ),
    ];
    for (values, s, variance, z, slope) in rows {
        let test = trend::mann_kendall(values).unwrap();
        assert_eq!(test.s, s);
        near(Some(test.variance), variance);
        near(Some(test.z), z);
        let points: Vec<(f64, f64)> = (0..).map(f64::from).zip(values.iter().copied()).collect();
        near(trend::theil_sen(&points), slope);
    }
    let elections = [2002.0, 2006.0, 2010.0, 2014.0, 2018.0, 2022.0];
    let turnout = elections.into_iter().zip([80.1, 82.0, 84.6, 85.8, 87.2, 84.2]).collect::<Vec<_>>();
    near(trend::theil_sen(&turnout), 0.35);
}
