//! How much of an inequality lies between groups and how much within them, and who contributes.
//!
//! Theil's T and the mean log deviation are the two that split without a rest (Bourguignon,
//! “Decomposable income inequality measures”, Econometrica 47/1979; Shorrocks 1980).

use crate::{
    base::num,
    model::{Cell, Table},
};

use super::{
    dispersion::{self, entropy},
    gap::Pair,
    refusal::Refusal,
    scope::Scope,
    weigh,
};

/// Which measure is split.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Split {
    /// Theil's T: Σw·r·ln r/Σw, r = x/m.
    #[default]
    Theil,
    /// Mean log deviation: −Σw·ln r/Σw.
    Mld,
}

/// One value: of an area, or of a group of people in an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Index of the group it belongs to.
    pub group: usize,
    /// Its value.
    pub value: f64,
    /// Its weight, above zero.
    pub weight: f64,
}

/// One group's share of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct GroupShare {
    /// Its share of all weight.
    pub weight: f64,
    /// Its mean.
    pub mean: f64,
    /// What lies within it; sums to [`Decomposition::within`].
    pub within: f64,
    /// What its mean adds; sums to [`Decomposition::between`].
    pub between: f64,
}

/// An inequality, split.
#[derive(Clone, Debug, PartialEq)]
pub struct Decomposition {
    /// Which measure.
    pub split: Split,
    /// The measure of all parts; `between + within`.
    pub total: f64,
    /// What would be left if every part had its group's mean.
    pub between: f64,
    /// What would be left if every group had the same mean.
    pub within: f64,
    /// What each part adds, in their order, never below zero: under weights p, p·(r·ln r − r + 1)
    /// for Theil's T and p·(r − 1 − ln r) for the mean log deviation. The textbook's terms
    /// p·r·ln r sum to the same, since the p·(r − 1) added to them sum to zero, but are negative
    /// for parts below the mean, which then seem to lessen what they cause.
    pub parts: Vec<f64>,
    /// By index of group; a group without parts has no share.
    pub groups: Vec<GroupShare>,
}

/// Splits the measure over parts.
///
/// # Errors
/// [`Refusal::TooFew`] for fewer than two parts, [`Refusal::NoWeights`] when one has no weight
/// above zero, [`Refusal::Negative`], [`Refusal::NoLevel`] and, for the mean log deviation,
/// [`Refusal::Zero`] for values without meaning there.
pub fn decompose(split: Split, parts: &[Part]) -> Result<Decomposition, Refusal> {
    if parts.len() < dispersion::FEWEST {
        return Err(Refusal::TooFew);
    }
    let mut groups: Vec<GroupShare> = Vec::new();
    let (mut weight, mut sum) = (0.0, 0.0);
    for part in parts {
        if part.weight <= 0.0 {
            return Err(Refusal::NoWeights);
        }
        match split {
            Split::Theil => dispersion::not_negative(part.value)?,
            Split::Mld => dispersion::above_zero(part.value)?,
        }
        while groups.len() <= part.group {
            groups.push(GroupShare::default());
        }
        if let Some(group) = groups.get_mut(part.group) {
            group.weight += part.weight;
            group.mean += part.weight * part.value;
        }
        weight += part.weight;
        sum += part.weight * part.value;
    }
    let mean = sum / weight;
    if mean <= 0.0 {
        return Err(Refusal::NoLevel);
    }
    for group in &mut groups {
        if group.weight > 0.0 {
            group.mean /= group.weight;
            group.weight /= weight;
            group.between = group.weight * term(split, group.mean / mean);
        }
    }
    let mut shares = Vec::with_capacity(parts.len());
    for part in parts {
        shares.push(part.weight / weight * term(split, part.value / mean));
        if let Some(group) = groups.get_mut(part.group).filter(|group| group.mean > 0.0) {
            let level = if split == Split::Theil { group.mean / mean } else { 1.0 };
            group.within += part.weight / weight * level * term(split, part.value / group.mean);
        }
    }
    Ok(Decomposition {
        split,
        total: shares.iter().sum(),
        between: groups.iter().map(|group| group.between).sum(),
        within: groups.iter().map(|group| group.within).sum(),
        parts: shares,
        groups,
    })
}

fn term(split: Split, r: f64) -> f64 {
    let term = match split {
        Split::Theil => entropy(r) - r + 1.0,
        Split::Mld => r - 1.0 - num::ln(r),
    };
    term.max(0.0)
}

/// Every area as a group of its own: what each contributes to the inequality between areas.
///
/// # Errors
/// As [`decompose`]; an area with a value but no weight is [`Refusal::NoWeights`].
pub fn between_areas(split: Split, cells: &[Cell], weights: &[Cell]) -> Result<Decomposition, Refusal> {
    let mut parts = Vec::with_capacity(cells.len());
    for (group, cell) in cells.iter().enumerate() {
        if let Ok(value) = cell {
            let weight = weights.get(group).and_then(|w| w.ok()).map_or(0.0, |w| w.get());
            parts.push(Part { group, value: value.get(), weight });
        }
    }
    decompose(split, &parts)
}

/// Two groups of people in every area of the scope, weighted by how many they are.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// Split by area: the groups are the scope's areas, in their order.
    pub by_area: Decomposition,
    /// Split by people: group 0 is the pair's first (women, born abroad), 1 its second.
    pub by_people: Decomposition,
    /// Areas left out since one of the two has no value.
    pub missing: usize,
}

/// Splits the inequality among the groups of a pair in all areas, once by area and once by
/// group.
///
/// # Errors
/// As [`decompose`]; [`Refusal::NoGroups`] when the table does not tell the two apart or they
/// overlap, [`Refusal::NoWeights`] when the population does not count exactly them.
pub fn paired(
    split: Split,
    table: &Table,
    population: &Table,
    scope: &Scope,
    pair: Pair,
) -> Result<Paired, Refusal> {
    let (first, second) = pair.groups(scope.group);
    if pair == Pair::ForeignToAll || !pair.is_in(table, scope.group) {
        return Err(Refusal::NoGroups);
    }
    let weights = |group| weigh::exact(population, scope.areas, scope.period, group);
    let (Some(many_first), Some(many_second)) = (weights(first), weights(second)) else {
        return Err(Refusal::NoWeights);
    };
    let (mut by_area, mut by_people) = (Vec::new(), Vec::new());
    let mut missing = 0;
    for (at, &area) in scope.areas.iter().enumerate() {
        let value = |group| table.get(area, scope.period, group);
        let (Ok(of_first), Ok(of_second)) = (value(first), value(second)) else {
            missing += 1;
            continue;
        };
        for (group, (value, weights)) in
            [(of_first, &many_first), (of_second, &many_second)].iter().enumerate()
        {
            let weight = weights.cells.get(at).and_then(|w| w.ok()).map_or(0.0, |w| w.get());
            by_area.push(Part { group: at, value: value.get(), weight });
            by_people.push(Part { group, value: value.get(), weight });
        }
    }
    Ok(Paired { by_area: decompose(split, &by_area)?, by_people: decompose(split, &by_people)?, missing })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        base::{id::AreaId, num::Finite, period::Period},
        model::{Group, Missing, Origin, Sex},
    };

    fn part(group: usize, value: f64, weight: f64) -> Part {
        Part { group, value, weight }
    }

    #[test]
    fn all_lies_where_it_must() {
        let parts = [part(0, 10.0, 1.0), part(0, 10.0, 3.0), part(1, 30.0, 2.0)];
        let found = decompose(Split::Theil, &parts).unwrap();
        assert!(found.within == 0.0 && (found.between - found.total).abs() < 1e-15);
        let parts = [part(0, 10.0, 1.0), part(0, 30.0, 1.0), part(2, 20.0, 2.0)];
        let found = decompose(Split::Mld, &parts).unwrap();
        assert!(found.between == 0.0 && (found.within - found.total).abs() < 1e-15);
        assert_eq!((found.groups.len(), found.groups[1]), (3, GroupShare::default()));
        assert_eq!(found.parts[2], 0.0);
    }

    #[test]
    fn what_cannot_be_split_is_refused() {
        let refused = |split, parts: &[Part]| decompose(split, parts).err();
        let fine = part(0, 1.0, 1.0);
        assert_eq!(refused(Split::Theil, &[fine]), Some(Refusal::TooFew));
        assert_eq!(refused(Split::Theil, &[fine, part(0, -1.0, 1.0)]), Some(Refusal::Negative));
        assert_eq!(refused(Split::Theil, &[fine, part(0, 0.0, 1.0)]), None);
        assert_eq!(refused(Split::Mld, &[fine, part(0, 0.0, 1.0)]), Some(Refusal::Zero));
        assert_eq!(refused(Split::Theil, &[fine, part(0, 1.0, 0.0)]), Some(Refusal::NoWeights));
        assert_eq!(refused(Split::Theil, &[part(0, 0.0, 1.0); 2]), Some(Refusal::NoLevel));
    }

    #[test]
    fn women_and_men_are_weighted_by_how_many_they_are() {
        let [women, men] = [Sex::Women, Sex::Men].map(|sex| Group { sex, ..Group::default() });
        let year = Period::year_of(2022);
        let table = |values: [f64; 6]| {
            let cells = values.map(|v| Finite::new(v).ok_or(Missing::Suppressed)).to_vec();
            Table::new((0..3).map(Some).collect(), vec![year], vec![women, men], cells, vec![]).unwrap()
        };
        let ids: Vec<AreaId> = (0..3).filter_map(AreaId::new).collect();
        let scope = Scope {
            areas: &ids,
            county: ids[0],
            nation: None,
            group: Group::default(),
            breaks: &[],
            decimals: 1,
            period: year,
        };
        let people = table([100.0, 100.0, 300.0, 100.0, 50.0, 50.0]);
        let values = table([40.0, 20.0, 40.0, 20.0, f64::NAN, 9.0]);
        let by = |scope: &Scope, pair| paired(Split::Theil, &values, &people, scope, pair);
        let found = by(&scope, Pair::Sexes).unwrap();
        assert_eq!(found.missing, 1);
        assert!(found.by_people.within == 0.0 && found.by_area.within > 0.0);
        assert_eq!(found.by_people.groups[0].weight, 400.0 / 600.0);
        assert_eq!(found.by_area.groups[1].mean, 35.0);
        let foreign = Group { origin: Origin::Foreign, ..Group::default() };
        assert_eq!(by(&Scope { group: foreign, ..scope }, Pair::Sexes), Err(Refusal::NoGroups));
        assert_eq!(by(&scope, Pair::Origins), Err(Refusal::NoGroups));
        let before = Scope { period: Period::year_of(2021), ..scope };
        assert_eq!(by(&before, Pair::Sexes), Err(Refusal::NoWeights));
    }
}
