//! Which area a measure of dispersion hangs on: the measure with each one left out.

use super::{
    dispersion::{self, Measure},
    refusal::{Measured, Refusal},
};

/// The area that a measure hangs on most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Driver {
    /// Index into the pairs.
    pub at: usize,
    /// The measure of all.
    pub with: f64,
    /// The measure without that one.
    pub without: f64,
}

/// Leaves out each pair in turn: the measure of the others, in the order of the pairs.
pub fn leave_one_out(which: Measure, pairs: &[(f64, f64)], county: Option<f64>) -> Vec<Measured> {
    let without = |at: usize| {
        let mut others = pairs.to_vec();
        others.remove(at);
        dispersion::measure(which, &others, county)
    };
    (0..pairs.len()).map(without).collect()
}

/// The pair without which the measure differs most from that of all; the first of several.
///
/// # Errors
/// The measure's own refusal; [`Refusal::TooFew`] for fewer than three pairs,
/// [`Refusal::AllEqual`] when leaving out any one changes nothing.
pub fn driver(which: Measure, pairs: &[(f64, f64)], county: Option<f64>) -> Result<Driver, Refusal> {
    let with = dispersion::measure(which, pairs, county)?;
    if pairs.len() <= dispersion::FEWEST {
        return Err(Refusal::TooFew);
    }
    let mut found: Option<Driver> = None;
    for (at, without) in leave_one_out(which, pairs, county).into_iter().enumerate() {
        let Ok(without) = without else { continue };
        let change = (without - with).abs();
        let most = found.map_or(0.0, |f| (f.without - f.with).abs());
        // Beyond the last bits, so that the order of the pairs decides nothing else.
        if change > most + 1e-12 * with.abs() {
            found = Some(Driver { at, with, without });
        }
    }
    found.ok_or(Refusal::AllEqual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_driver_is_the_one_far_out() {
        let found =
            |values: &[f64]| driver(Measure::Sd, &values.iter().map(|&v| (v, 1.0)).collect::<Vec<_>>(), None);
        let far = found(&[5.0, 6.0, 30.0, 7.0]).unwrap();
        assert_eq!(far.at, 2);
        assert!(far.without < 1.0 && far.with > 10.0);
        assert_eq!(found(&[5.0, 5.0, 5.0]), Err(Refusal::AllEqual));
        assert_eq!(found(&[5.0, 6.0]), Err(Refusal::TooFew));
    }
}
