//! From longitude and latitude to SWEREF 99 TM (EPSG:3006).
//!
//! Gauss's conformal projection in Krüger's series to the fourth power of the third flattening,
//! as in Lantmäteriet, “Gauss Conformal Projection (Transverse Mercator). Krüger's Formulas”.
//! SWEREF 99 and WGS 84 differ by less than a metre and are taken as one here.

use crate::base::num;

/// Semi-major axis of GRS 80, metres.
const AXIS_M: f64 = 6_378_137.0;
/// Flattening of GRS 80.
const FLATTENING: f64 = 1.0 / 298.257_222_101;
/// Longitude of the central meridian, degrees.
const MERIDIAN_DEG: f64 = 15.0;
/// Scale on the central meridian.
const SCALE: f64 = 0.9996;
/// Added to every easting, metres.
const FALSE_EASTING_M: f64 = 500_000.0;

/// Easting and northing in metres of a longitude and a latitude in degrees.
pub fn from_lon_lat(lon_deg: f64, lat_deg: f64) -> (f64, f64) {
    let radians = std::f64::consts::PI / 180.0;
    let lat = lat_deg * radians;
    let east_of_meridian = (lon_deg - MERIDIAN_DEG) * radians;
    let n = FLATTENING / (2.0 - FLATTENING);
    let (n2, n3, n4) = (n * n, n * n * n, n * n * n * n);
    let radius = AXIS_M / (1.0 + n) * (1.0 + n2 / 4.0 + n4 / 64.0);

    // Geodetic to conformal latitude.
    let e2 = FLATTENING * (2.0 - FLATTENING);
    let (e4, e6, e8) = (e2 * e2, e2 * e2 * e2, e2 * e2 * e2 * e2);
    let sine = num::sin(lat);
    let s2 = sine * sine;
    let series = e2
        + (5.0 * e4 - e6) / 6.0 * s2
        + (104.0 * e6 - 45.0 * e8) / 120.0 * s2 * s2
        + 1237.0 / 1260.0 * e8 * s2 * s2 * s2;
    let conformal = lat - sine * num::cos(lat) * series;

    // Sphere to plane.
    let xi = num::atan2(num::tan(conformal), num::cos(east_of_meridian));
    let across = num::cos(conformal) * num::sin(east_of_meridian);
    let eta = num::ln((1.0 + across) / (1.0 - across)) / 2.0;
    let betas = [
        n / 2.0 - 2.0 / 3.0 * n2 + 5.0 / 16.0 * n3 + 41.0 / 180.0 * n4,
        13.0 / 48.0 * n2 - 3.0 / 5.0 * n3 + 557.0 / 1440.0 * n4,
        61.0 / 240.0 * n3 - 103.0 / 140.0 * n4,
        49_561.0 / 161_280.0 * n4,
    ];
    let (mut north, mut east) = (xi, eta);
    for (beta, twice) in betas.into_iter().zip([2.0, 4.0, 6.0, 8.0]) {
        let (up, down) = (num::exp(twice * eta), num::exp(-twice * eta));
        north += beta * num::sin(twice * xi) * (up + down) / 2.0;
        east += beta * num::cos(twice * xi) * (up - down) / 2.0;
    }
    (SCALE * radius * east + FALSE_EASTING_M, SCALE * radius * north)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lantmäteriet, “Kontrollpunkter för SWEREF 99 TM” (2007-11-20): latitude and longitude in
    /// degrees, northing and easting in metres.
    const CONTROL_POINTS: [(f64, f64, f64, f64); 15] = [
        (55.0, 12.75, 6_097_106.672, 356_083.438),
        (55.0, 14.25, 6_095_048.642, 452_024.069),
        (57.0, 12.75, 6_319_636.937, 363_331.554),
        (57.0, 19.50, 6_326_392.707, 773_251.054),
        (59.0, 11.25, 6_546_096.724, 284_626.066),
        (59.0, 19.50, 6_548_757.206, 758_410.519),
        (61.0, 12.75, 6_764_877.311, 378_323.440),
        (61.0, 18.75, 6_768_593.345, 702_745.127),
        (63.0, 12.00, 6_989_134.048, 348_083.148),
        (63.0, 19.50, 6_993_565.630, 727_798.671),
        (65.0, 13.50, 7_209_293.753, 429_270.201),
        (65.0, 21.75, 7_225_449.115, 817_833.405),
        (67.0, 16.50, 7_432_168.174, 565_398.458),
        (67.0, 24.00, 7_459_745.672, 891_298.142),
        (69.0, 21.00, 7_666_089.698, 739_639.195),
    ];

    #[test]
    fn control_points_are_met_to_the_millimetre() {
        for (lat, lon, northing, easting) in CONTROL_POINTS {
            let (x, y) = from_lon_lat(lon, lat);
            assert!((x - easting).abs() < 0.001 && (y - northing).abs() < 0.001, "{lat} {lon}: {x} {y}");
        }
    }

    #[test]
    fn the_central_meridian_is_straight() {
        assert!((from_lon_lat(15.0, 59.27).0 - 500_000.0).abs() < 1e-6);
    }
}
