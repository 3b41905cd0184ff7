//! Measures of difference against published values and other implementations.
//!
//! Besides the versions named one level up: PySAL inequality 1.1.2. What it computes without
//! weights was given every area as many times as its weight has tenths.

use nulage::{
    analysis::{
        association,
        convergence::{self, Form},
        decomposition::{self, Part, Split},
        derive,
        dispersion::{self, Measure},
        driver, line,
        panel::Panel,
        progress::{self, Pace},
        rank::{self, Order},
        refusal::Measured,
        series::Point,
        similar::{self, Feature},
        uncertainty,
    },
    base::{
        id::{AreaId, IndicatorId},
        num::Finite,
        period::Period,
        text::Text,
    },
    model::{
        Cell, Direction, Missing,
        indicator::{Target, TargetLevel},
    },
};

use super::{AREAS, WEIGHTS};

/// A group for each of the twelve areas.
const GROUPS: [usize; 12] = [0, 0, 1, 1, 1, 0, 2, 2, 1, 2, 2, 0];
/// Another indicator.
const OTHER: [f64; 12] = [60.2, 58.1, 61.0, 59.3, 57.7, 55.9, 56.2, 54.0, 55.1, 50.3, 49.9, 58.0];

fn near(found: Measured, reference: f64) {
    super::near(found.ok(), reference);
}

fn cells(values: &[f64]) -> Vec<Cell> {
    values.iter().map(|&v| Finite::new(v).ok_or(Missing::NotAvailable)).collect()
}

/// numpy .std, .average and .ptp; scipy.stats.variation and gmean (mean log deviation as
/// ln(mean/gmean)); inequality.gini.Gini and inequality.theil.Theil.
#[test]
fn dispersion_is_numpys_scipys_and_pysals() {
    let found = dispersion::dispersion(&cells(&AREAS), &cells(&WEIGHTS), Some(27.0));
    let rows = [
        (Measure::Range, 19.9, 19.9),
        (Measure::Ratio, 34.1 / 14.2, 34.1 / 14.2),
        (Measure::Sd, 5.570_376_757_654_927, 7.055_166_722_488_599),
        (Measure::Cv, 0.269_643_086_292_291_8, 0.252_703_121_921_121_76),
        (Measure::MeanDeviation, 7.641_666_666_666_666, 6.642_890_059_249_508),
        (Measure::Disparity, 0.283_024_691_358_024_66, 0.246_032_965_157_387_9),
        (Measure::Gini, 0.144_312_222_670_431_73, 0.134_438_540_126_445_13),
        (Measure::Theil, 0.033_964_532_737_421_47, 0.033_969_475_968_398_56),
        (Measure::Mld, 0.032_492_523_022_727_99, 0.036_908_209_062_912_46),
    ];
    for (which, unweighted, weighted) in rows {
        near(found.get(which, false), unweighted);
        near(found.get(which, true), weighted);
    }
    // numpy.quantile of the squares of 1 to 21.
    let squares: Vec<(f64, f64)> = (1..22).map(|i| (f64::from(i * i), 1.0)).collect();
    near(dispersion::measure(Measure::Percentiles, &squares, None), 40.111_111_111_111_114);
}

/// R's ineq 0.2-13 on the example of its manual (Gini, 0.4620911); phylotools 0.1.2's example of
/// gini; REAT 2.1.0's example of theil, from Störmann, “Regionalökonomik” (2009), whose formula
/// is the mean log deviation.
#[test]
fn dispersion_is_as_published() {
    let close = |which, values: &[f64], published: f64| {
        let pairs: Vec<(f64, f64)> = values.iter().map(|&v| (v, 1.0)).collect();
        let found = dispersion::measure(which, &pairs, None).unwrap();
        assert!((found - published).abs() < 5e-8, "{which:?}: {found} is not {published}");
    };
    let incomes = [541.0, 1463.0, 2445.0, 3438.0, 4437.0, 5401.0, 6392.0, 8304.0, 11904.0, 22261.0];
    close(Measure::Gini, &incomes, 0.462_091_1);
    close(Measure::Gini, &[1.0, 3.0, 2.0, 1.0, 1.0, 1.0, 4.0], 0.307_692_3);
    close(Measure::Mld, &[10.0, 10.0, 10.0, 20.0, 50.0], 0.232_630_2);
}

/// numpy.std and inequality.theil.Theil after numpy.delete of each value.
#[test]
fn leaving_one_out_is_numpys() {
    let plain: Vec<(f64, f64)> = AREAS.iter().map(|&v| (v, 1.0)).collect();
    let sd = [
        5.450_998_846_977_686,
        5.613_295_904_287_508,
        5.638_196_183_031_158,
        5.638_196_183_031_158,
        5.732_421_927_686_83,
        5.791_658_293_194_097,
        5.802_322_134_176_999_5,
        5.817_073_758_122_551,
        5.792_157_707_546_55,
        5.669_987_683_459_155,
        5.378_884_335_456_087,
        3.991_416_410_082_727,
    ];
    for (found, reference) in driver::leave_one_out(Measure::Sd, &plain, None).into_iter().zip(sd) {
        near(found, reference);
    }
    let found = driver::driver(Measure::Theil, &plain, None).unwrap();
    assert_eq!(found.at, 11);
    near(Ok(found.without), 0.020_419_357_075_481_554);
    let weighted: Vec<(f64, f64)> = AREAS.into_iter().zip(WEIGHTS).collect();
    near(driver::leave_one_out(Measure::Theil, &weighted, None)[11], 0.017_217_242_811_877_465);
}

/// inequality.theil.TheilD, and its Theil within each group; the mean log deviation with
/// scipy.stats.gmean; each part's share with scipy.special.kl_div.
#[test]
fn decomposition_is_pysals() {
    let parts = |weights: [f64; 12]| -> Vec<Part> {
        let rows = AREAS.into_iter().zip(weights).zip(GROUPS);
        rows.map(|((value, weight), group)| Part { group, value, weight }).collect()
    };
    let rows = [
        (Split::Theil, [1.0; 12], 0.005_259_762_951_707_658, 0.028_704_769_785_713_81),
        (Split::Theil, WEIGHTS, 0.018_694_097_275_961_92, 0.015_275_378_692_436_642),
        (Split::Mld, WEIGHTS, 0.019_734_428_317_981_86, 0.017_173_780_744_931_096),
    ];
    for (split, weights, between, within) in rows {
        let found = decomposition::decompose(split, &parts(weights)).unwrap();
        near(Ok(found.between), between);
        near(Ok(found.within), within);
        near(Ok(found.total), between + within);
    }
    let found = decomposition::decompose(Split::Theil, &parts(WEIGHTS)).unwrap();
    let within = [0.012_007_620_400_491_591, 0.001_600_405_453_198_878_2, 0.001_667_352_838_741_726_2];
    for (group, reference) in found.groups.iter().zip(within) {
        near(Ok(group.within), reference);
    }
    near(Ok(found.parts[11]), 0.012_063_578_580_365_407);
    near(Ok(found.parts[0]), 0.002_136_661_405_418_604);
    let found = decomposition::between_areas(Split::Mld, &cells(&AREAS), &cells(&WEIGHTS)).unwrap();
    near(Ok(found.parts[11]), 0.011_285_795_156_848_744);
    near(Ok(found.parts[10]), 0.000_001_625_777_582_979_258_3);
    assert!(found.within < 1e-30);
}

fn panel() -> Panel {
    let rows: [[f64; 5]; 5] = [
        [210.0, 180.0, 250.0, 300.0, 275.0],
        [225.0, 200.0, 260.0, 305.0, 280.0],
        [240.0, 215.0, 270.0, 310.0, 290.0],
        [250.0, 230.0, 280.0, 325.0, 300.0],
        [260.0, 240.0, 290.0, 330.0, 310.0],
    ];
    Panel {
        areas: (0..5).filter_map(AreaId::new).collect(),
        periods: (2018..2023).map(Period::year_of).collect(),
        rows: rows.iter().map(|row| row.to_vec()).collect(),
        ..Panel::default()
    }
}

/// numpy.std and scipy.stats.variation per year; scipy.stats.linregress of growth on level;
/// numpy means of distances to max and min.
#[test]
fn convergence_is_scipys() {
    let panel = panel();
    let sigma = convergence::sigma(&panel);
    near(Ok(sigma[0].sd), 43.312_815_655_415_43);
    near(Ok(sigma[4].sd), 32.619_012_860_600_18);
    near(sigma[1].cv, 0.148_044_060_448_528_89);
    let line = convergence::beta(&panel, Form::Absolute).line.unwrap();
    near(Ok(line.slope), -0.061_833_688_699_360_34);
    near(Ok(line.intercept), 25.775_586_353_944_56);
    let line = convergence::beta(&panel, Form::Log).line.unwrap();
    near(Ok(line.slope), -0.093_833_638_216_704_21);
    near(Ok(line.intercept), 0.557_111_394_369_664_2);
    let distances =
        |desired| -> Vec<f64> { convergence::delta(&panel, desired).iter().map(|d| d.distance).collect() };
    assert_eq!(distances(Direction::Up), [57.0, 51.0, 45.0, 48.0, 44.0]);
    assert_eq!(distances(Direction::Down), [63.0, 54.0, 50.0, 47.0, 46.0]);
}

/// Kendall's W: the example of Siegel & Castellan, “Nonparametric Statistics” (1988), without
/// ties; with ties scipy.stats.friedmanchisquare over m(n − 1), on the anxiety ratings of R's irr
/// and on years.
#[test]
fn concordance_is_as_published() {
    let published = |rows: &[&[f64]], w: f64, tolerance: f64| {
        let rows: Vec<Vec<f64>> = rows.iter().map(|row| row.to_vec()).collect();
        let found = convergence::gamma(&rows, 1).unwrap();
        assert!((found - w).abs() <= tolerance, "{found} is not {w}");
    };
    let attendance: [&[f64]; 3] = [
        &[5.0, 6.0, 7.0, 1.0, 2.0, 4.0, 3.0, 8.0],
        &[1.0, 7.0, 6.0, 2.0, 3.0, 5.0, 4.0, 8.0],
        &[4.0, 5.0, 1.0, 3.0, 2.0, 7.0, 6.0, 8.0],
    ];
    published(&attendance, 0.656, 5e-4);
    let anxiety: [&[f64]; 3] = [
        &[3., 3., 3., 4., 5., 5., 2., 3., 5., 2., 2., 6., 1., 5., 2., 2., 1., 2., 4., 3.],
        &[3., 6., 4., 6., 2., 4., 2., 4., 3., 3., 2., 3., 3., 3., 2., 2., 1., 3., 3., 4.],
        &[2., 1., 4., 4., 3., 2., 1., 6., 1., 1., 1., 2., 3., 3., 1., 1., 3., 3., 2., 2.],
    ];
    published(&anxiety, 0.539_656_875_954_370_4, 1e-12);
    let years: [&[f64]; 4] = [
        &[14.2, 15.8, 16.1, 16.1, 17.5, 18.9],
        &[15.0, 15.5, 16.9, 16.3, 18.0, 18.0],
        &[13.0, 16.0, 16.0, 17.2, 17.1, 19.5],
        &[16.0, 14.9, 17.0, 17.0, 18.3, 17.9],
    ];
    published(&years, 0.878_676_470_588_235_2, 1e-12);
    published(&[years[0], years[3]], 0.941_176_470_588_235, 1e-12);
}

/// scipy.stats.pearsonr, .spearmanr, .linregress; the first and the third of Anscombe's quartet
/// (“Graphs in Statistical Analysis”, The American Statistician 27/1973: r = 0.816,
/// y = 3 + 0.5x, one outlier in the third).
#[test]
fn association_is_scipys_and_anscombes() {
    let found = association::association(&cells(&AREAS), &cells(&OTHER));
    near(found.pearson, -0.540_166_358_848_753_7);
    near(found.spearman, -0.749_563_321_122_030_6);
    let line = found.line.unwrap();
    near(Ok(line.slope), -0.329_142_225_375_375_85);
    near(Ok(line.intercept), 63.107_863_139_212_97);
    // The largest of 0.6745·(r − median)/MAD is 2.35.
    assert_eq!(found.outliers, [0; 0]);
    let x = [10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
    let first = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    let third = [7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73];
    let found = association::association(&cells(&x), &cells(&first));
    near(found.pearson, 0.816_420_516_344_839_5);
    near(found.spearman, 0.818_181_818_181_818_2);
    near(Ok(found.line.unwrap().slope), 0.500_090_909_090_909_1);
    assert_eq!(found.outliers, [0; 0]);
    let found = association::association(&cells(&x), &cells(&third));
    near(found.pearson, 0.816_286_739_489_598_1);
    near(found.spearman, 0.990_909_090_909_091);
    near(Ok(found.line.unwrap().intercept), 3.002_454_545_454_544);
    assert_eq!(found.outliers, [2]);
    let tied = [(1.0, 10.0), (2.0, 9.0), (2.0, 9.0), (3.0, 9.0), (5.0, 7.0), (5.0, 6.0)];
    near(association::spearman(&tied), -0.937_958_099_221_083_5);
    assert_eq!(line::least_squares(&tied[..2]).err(), association::pearson(&tied[..2]).err());
}

/// scipy.stats.rankdata(method="average").
#[test]
fn mean_ranks_are_scipys() {
    assert_eq!(rank::mean_ranks(&[3.0, 1.0, 2.0, 2.0]), [4.0, 1.0, 2.5, 2.5]);
}

/// scipy.spatial.distance.cdist(metric="seuclidean") with population variances, over √3.
#[test]
fn likeness_is_scipys() {
    let feature = |id, log, values: [f64; 5]| Feature {
        indicator: IndicatorId::new(id).unwrap(),
        period: Some(Period::year_of(2022)),
        log,
        cells: cells(&values),
    };
    let features = [
        feature(0, false, [20.0, 21.5, 18.2, 22.0, 25.1]),
        feature(1, false, [3.1, 3.0, 5.5, 2.2, 1.9]),
        feature(2, true, [4400.0, 7100.0, 160_200.0, 12_000.0, 9300.0]),
    ];
    let found = similar::similar(&features, 0);
    let references = [
        (1, 0.439_354_641_875_193_7),
        (3, 0.796_209_321_269_846_4),
        (4, 1.438_242_494_650_587_8),
        (2, 2.029_565_311_311_398_7),
    ];
    for (area, (at, distance)) in found.areas.iter().zip(references) {
        assert_eq!((area.at, area.shared), (at, 3));
        near(Ok(area.distance), distance);
    }
}

/// numpy counts of intervals wholly above and wholly below.
#[test]
fn places_that_cannot_be_told_apart_are_counted() {
    let margins = [1.2, 0.9, 0.4, 0.4, 2.0, 0.3, 0.5, 1.0, 0.8, 1.5, 2.5, 0.6].map(Some);
    let found = |order| -> Vec<(usize, usize)> {
        let all = uncertainty::rank_intervals(&cells(&AREAS), &margins, order, 1);
        all.into_iter().flatten().map(|r| (r.best, r.worst)).collect()
    };
    let high = [
        (11, 12),
        (8, 12),
        (8, 11),
        (8, 11),
        (6, 11),
        (6, 8),
        (6, 8),
        (4, 5),
        (4, 5),
        (2, 3),
        (2, 3),
        (1, 1),
    ];
    assert_eq!(found(Order::HighFirst), high);
    assert_eq!(found(Order::LowFirst), high.map(|(best, worst)| (13 - worst, 13 - best)));
}

/// By hand: 2 a year from 10 in 2022 needs five years to 20; half of 100 at 7 a year from 79
/// needs 29/7 years.
#[test]
fn paces_are_continued() {
    let points = |values: &[f64]| -> Vec<Point> {
        let years = (2018..).map(Period::year_of);
        values.iter().zip(years).map(|(&value, period)| Point::exact(period, value)).collect()
    };
    let to = |level| Target { period: Period::year_of(2030), level, text: Text::default() };
    let up = to(TargetLevel::Value(Finite::new(20.0).unwrap()));
    let found = progress::progress(&points(&[2.0, 4.0, 6.0, 8.0, 10.0]), None, &up, Direction::Up, 1);
    assert_eq!((found.pace, found.projected), (Pace::In(2027), Some(26.0)));
    let half = to(TargetLevel::Factor { base: Period::year_of(2018), factor: Finite::new(0.5).unwrap() });
    let run = points(&[100.0, 93.0, 86.0, 79.0]);
    let found = progress::progress(&run, run.first().copied(), &half, Direction::Down, 1);
    assert_eq!((found.pace, found.level), (Pace::In(2026), Some(50.0)));
}

/// By hand, as any statistical office prints them.
#[test]
fn derived_series_are_plain_arithmetic() {
    let years: Vec<Period> = (2020..2023).map(Period::year_of).collect();
    let found = derive::index(&cells(&[80.0, 100.0, 90.0]), &years, &[], years[1]);
    assert_eq!(found, cells(&[80.0, 100.0, 90.0]));
    assert_eq!(
        derive::index(&cells(&[50.0, 60.0, 45.0]), &years, &[], years[0]),
        cells(&[100.0, 120.0, 90.0])
    );
    assert_eq!(derive::share(cells(&[30.0])[0], cells(&[120.0])[0]), cells(&[25.0])[0]);
    let found = derive::per_inhabitant(cells(&[1_503_000.0])[0], cells(&[300_600.0])[0], 1.0);
    assert_eq!(found, cells(&[5.0])[0]);
}
