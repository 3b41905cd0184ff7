//! Figures → a JSON-stat dataset.
//!
//! Dimensions are `sex`, `origin`, `area`, `period`, the last varying fastest; `sex` and `origin`
//! stand only where there is more than the total. Areas are those with a figure or a known reason
//! for having none, in the bundle's order; periods those that exist. Cells are written in full or
//! one by one, whichever text is shorter.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::period::Period;
use crate::bundle::format::Area;
use crate::bundle::jsonstat::{Category, Dataset, Dimension, Index, Role, Sparse, Status};
use crate::tool::source::found::{Key, ORIGINS, SEXES};

/// The figure with the decimals a bundle keeps.
///
/// One decimal more than is shown, for shares two: enough for every computation on them. Further
/// decimals stay where the figure kept would end in a tie that the figure itself does not have
/// (20.0496 as 20.05), so that both show the same digits.
pub(super) fn kept(value: f64, shown: usize, percent: bool) -> f64 {
    let fewest = shown + if percent { 2 } else { 1 };
    for decimals in fewest..fewest + 8 {
        let text = format!("{value:.decimals$}");
        let Ok(rounded) = text.parse::<f64>() else { break };
        let tail = text.split_once('.').and_then(|(_, d)| d.get(shown..)).unwrap_or_default();
        let tie = tail.strip_prefix('5').is_some_and(|rest| rest.bytes().all(|b| b == b'0'));
        if !tie || rounded == value {
            // Adding zero turns a negative zero into zero.
            return rounded + 0.0;
        }
    }
    value
}

/// The dataset of figures and of reasons for their absence.
pub(super) fn laid_out(
    areas: &[Area],
    values: &BTreeMap<Key, f64>,
    reasons: &BTreeMap<Key, String>,
) -> Dataset {
    let keys = || values.keys().chain(reasons.keys());
    let named: BTreeSet<&str> = keys().map(|k| k.area.as_str()).collect();
    let areas: Vec<&str> = areas.iter().map(|a| a.code.as_str()).filter(|c| named.contains(c)).collect();
    let periods: Vec<Period> = keys().map(|k| k.period).collect::<BTreeSet<_>>().into_iter().collect();
    let sexes: Vec<_> = SEXES.into_iter().filter(|s| keys().any(|k| k.sex == *s)).collect();
    let origins: Vec<_> = ORIGINS.into_iter().filter(|o| keys().any(|k| k.origin == *o)).collect();

    let mut value = Vec::new();
    let mut status = BTreeMap::new();
    for &sex in &sexes {
        for &origin in &origins {
            for area in &areas {
                for &period in &periods {
                    let key = Key { area: (*area).to_owned(), period, sex, origin };
                    if let Some(reason) = reasons.get(&key) {
                        status.insert(value.len().to_string(), Some(reason.clone()));
                    }
                    value.push(values.get(&key).copied());
                }
            }
        }
    }
    let mut dimensions = vec![
        ("area", areas.iter().map(ToString::to_string).collect::<Vec<_>>()),
        ("period", periods.iter().map(ToString::to_string).collect()),
    ];
    for (name, groups) in [("origin", origins), ("sex", sexes)] {
        if groups != ["total"] {
            dimensions.insert(0, (name, groups.into_iter().map(str::to_owned).collect()));
        }
    }
    Dataset {
        version: "2.0".into(),
        class: "dataset".into(),
        label: None,
        source: None,
        updated: None,
        id: dimensions.iter().map(|(name, _)| (*name).to_owned()).collect(),
        size: dimensions.iter().map(|(_, codes)| codes.len()).collect(),
        role: Some(Role { time: vec!["period".into()], geo: vec!["area".into()], metric: Vec::new() }),
        dimension: dimensions.into_iter().map(|(name, codes)| (name.to_owned(), dimension(codes))).collect(),
        value: shorter(value),
        status: (!status.is_empty()).then_some(Status::Cells(Sparse::Map(status.into_iter().collect()))),
    }
}

fn dimension(codes: Vec<String>) -> Dimension {
    Dimension { label: None, category: Category { index: Some(Index::List(codes)), label: None } }
}

/// Cells in full or one by one, whichever text is shorter; in full where equal.
fn shorter(cells: Vec<Option<f64>>) -> Sparse<Option<f64>> {
    let filled = cells.iter().enumerate().filter_map(|(i, cell)| cell.map(|v| (i.to_string(), Some(v))));
    let sparse = Sparse::Map(filled.collect());
    let dense = Sparse::Dense(cells);
    let length = |s: &Sparse<Option<f64>>| serde_json::to_string(s).map_or(usize::MAX, |text| text.len());
    if length(&sparse) < length(&dense) { sparse } else { dense }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_what_computations_need() {
        assert_eq!(kept(20.038_115, 1, true), 20.038);
        assert_eq!(kept(20.038_115, 1, false), 20.04);
        assert_eq!(kept(151_902.0, 0, false), 151_902.0);
        assert!(kept(-0.0001, 1, false).is_sign_positive());
    }

    #[test]
    fn a_figure_kept_shows_the_same_digits() {
        assert_eq!(kept(20.0496, 1, false), 20.0496, "20.05 would show as 20.1");
        assert_eq!(kept(20.05, 1, false), 20.05, "a tie of its own stays");
        assert_eq!(kept(0.249_97, 1, false), 0.249_97);
        for shown in 0..=2 {
            for i in 0..20_000 {
                let value = f64::from(i) * 0.000_731;
                let rounded = kept(value, shown, false);
                assert_eq!(format!("{rounded:.shown$}"), format!("{value:.shown$}"), "{value}");
            }
        }
    }

    #[test]
    fn few_cells_are_written_one_by_one() {
        let mut cells = vec![None; 20];
        cells[7] = Some(1.5);
        assert!(matches!(shorter(cells), Sparse::Map(map) if map.entries().len() == 1));
        assert!(matches!(shorter(vec![Some(1.0); 20]), Sparse::Dense(_)));
    }
}
