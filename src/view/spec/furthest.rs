//! Which municipality differs most from the county over all indicators, in a sentence that does not judge.

use crate::analysis::{
    furthest::{DECIMALS, furthest},
    spread::ends,
};
use crate::base::locale::{Locale, list, number};
use crate::model::Dataset;
use crate::view::words::furthest::furthest as words_of;

use super::{
    compared::Compared,
    matrix::{self, Line},
};

/// Most municipalities named, where they lie equally far away.
const MOST: usize = 3;

/// Who lies furthest from the county, and in which indicator most; empty where too little can be
/// compared or nobody stands out.
pub fn told(data: &Dataset, locale: Locale) -> String {
    let w = words_of(locale);
    let regions = data.regions();
    let sections = matrix::sections(data, None, locale);
    let mut lines: Vec<&Line> = Vec::new();
    for (_, section) in &sections {
        for line in section {
            if line.1.as_ref().is_ok_and(is_between) {
                lines.push(line);
            }
        }
    }
    let deviation = |n: usize, at: usize| lines.get(n)?.1.as_ref().ok()?.distance(at).ok();
    let Some(far) = furthest(lines.len(), regions.members().len(), &deviation) else { return String::new() };
    if far.at.len() > MOST {
        return String::new();
    }
    let mut names = Vec::new();
    for &at in &far.at {
        names.extend(regions.members().get(at).map(|&a| regions.get(a).name.get(locale)));
    }
    let write = |v: f64| number(locale, v, DECIMALS);
    let mut told = (w.told)(&list(locale, &names), &write(far.distance), &write(far.middle));
    if let [at] = far.at[..]
        && let Some((id, Ok(found))) = lines.get(far.most)
        && let Some(Ok(value)) = found.cells.get(at)
    {
        let indicator = data.indicator(*id);
        let write = |v: f64| matrix::write(indicator, found, v, locale);
        told.push(' ');
        told.push_str(&(w.largest)(
            indicator.short.get(locale),
            &write(value.get()),
            &write(found.reference),
        ));
    }
    told
}

/// Whether the county has a value and lies among its municipalities. Where it does not, as in the number of branches it
/// has, a whole is another kind of thing than its parts, and all of them lie far away.
fn is_between(found: &Compared) -> bool {
    let (county, ends) = (found.reference, ends(&found.cells));
    !found.median && ends.is_some_and(|e| e.low.value <= county && county <= e.high.value)
}
