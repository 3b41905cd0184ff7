//! Which figures of an indicator's sources a bundle holds, and why others are missing.
//!
//! Figures of the county that is followed up come from the indicator's own file only; the file with
//! all counties adds the others.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::note::Note;
use crate::base::period::Period;
use crate::bundle::format::{Area, Level, UnitKind};
use crate::bundle::jsonstat::Dataset;
use crate::model::Missing;
use crate::tool::assemble_dataset::{kept, laid_out};
use crate::tool::catalogue::{Catalogue, Indicator};
use crate::tool::fault::{Fault, distance};
use crate::tool::source::found::{Figure, Found, Key, Place};

/// What figures may be about.
pub(super) struct Figures<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) areas: &'a [Area],
}

/// What an indicator's sources say: its own, and one with the other counties where that is apart.
pub(super) struct Sourced {
    pub(super) own: Found,
    pub(super) counties: Option<Found>,
}

impl Figures<'_> {
    /// The dataset of one indicator.
    pub(super) fn dataset(
        &self,
        indicator: &Indicator,
        sourced: Sourced,
        notes: &mut Vec<Note>,
    ) -> Result<Dataset, Fault> {
        let theirs: BTreeSet<String> = sourced.own.figures.keys().map(|key| key.area.clone()).collect();
        let mut found = self.known(sourced.own, notes);
        if let Some(counties) = sourced.counties {
            self.add_counties(&mut found, self.known(counties, notes))?;
        }
        let Found { name: file, mut figures, reasons: said, .. } = found;
        let mut reasons: BTreeMap<Key, String> =
            said.into_iter().map(|(key, reason)| (key, reason.code().to_owned())).collect();
        for left in &indicator.leave_out {
            let period = left.period.get_ref().parse::<Period>();
            let meant = |key: &Key| {
                Ok(key.period) == period && left.area.as_ref().is_none_or(|a| *a.get_ref() == key.area)
            };
            let gone: Vec<Key> = figures.keys().filter(|key| meant(key)).cloned().collect();
            if gone.is_empty() {
                let what =
                    format!("{}: nothing is left out in {}", indicator.id.get_ref(), left.period.get_ref());
                notes.push(Note::warning(file.display().to_string(), what, "remove the leave_out"));
            }
            for key in gone {
                figures.remove(&key);
                if left.area.is_some() {
                    reasons.insert(key, Missing::NotAvailable.code().to_owned());
                }
            }
        }
        if figures.is_empty() {
            let few: Vec<&str> = theirs.iter().take(3).map(String::as_str).collect();
            let hint = match few.as_slice() {
                [] => "it holds none".to_owned(),
                few if indicator.leave_out.is_empty() => {
                    format!("its areas are not in the catalogue: {}", few.join(", "))
                }
                _ => "leave_out leaves them out".to_owned(),
            };
            return Err(Fault::of(&file, "no figure is left").hint(hint));
        }
        self.add_reasons(indicator, &figures, &mut reasons);
        let percent = self
            .catalogue
            .units
            .get(indicator.unit.get_ref())
            .is_some_and(|unit| unit.kind == UnitKind::Percent);
        let decimals = usize::from(indicator.decimals);
        let mut values = BTreeMap::new();
        let mut status = reasons;
        for (key, figure) in figures {
            status.extend(figure.flag.map(|flag| (key.clone(), flag.to_owned())));
            values.insert(key, kept(figure.value.get(), decimals, percent));
        }
        Ok(laid_out(self.areas, &values, &status))
    }

    /// What is said about areas of the bundle; the others are remarked on, once per area.
    fn known(&self, found: Found, notes: &mut Vec<Note>) -> Found {
        let Found { name, figures, reasons, notes: own } = found;
        notes.extend(own);
        let codes: BTreeSet<&str> = self.areas.iter().map(|a| a.code.as_str()).collect();
        let is_known = |key: &Key| codes.contains(key.area.as_str());
        let (known, others): (BTreeMap<_, _>, BTreeMap<_, _>) =
            figures.into_iter().partition(|(key, _)| is_known(key));
        let mut unknown: BTreeMap<String, Vec<(Key, Place)>> = BTreeMap::new();
        for (key, figure) in others {
            unknown.entry(key.area.clone()).or_default().push((key, figure.place));
        }
        for (area, left) in unknown {
            let what = format!("area {area} is not in the catalogue: {} left out", rows(&left));
            let place = left.iter().map(|(_, place)| place).min().unwrap_or(&Place::Unknown);
            notes.push(Note::warning(place.of(&name), what, self.meant(&area, &left, &known)));
        }
        let reasons = reasons.into_iter().filter(|(key, _)| is_known(key)).collect();
        Found { name, figures: known, reasons, notes: Vec::new() }
    }

    /// Advice for figures of an unknown area: the areas whose codes are one sign away, if they have no
    /// figures where these would be.
    fn meant(&self, area: &str, left: &[(Key, Place)], known: &BTreeMap<Key, Figure>) -> String {
        let is_free = |code: &str| {
            left.iter().all(|(key, _)| !known.contains_key(&Key { area: code.to_owned(), ..key.clone() }))
        };
        let near = self.areas.iter().filter(|a| distance(area, &a.code) == 1 && is_free(&a.code));
        let named: Vec<String> = near.map(|a| format!("{} ({})", a.code, a.name.sv)).collect();
        if named.is_empty() { String::new() } else { format!("did you mean {}?", named.join(" or ")) }
    }

    /// Reasons of the catalogue for cells without a figure, in groups that have figures at all.
    fn add_reasons(
        &self,
        indicator: &Indicator,
        figures: &BTreeMap<Key, Figure>,
        reasons: &mut BTreeMap<Key, String>,
    ) {
        let groups: BTreeSet<_> = figures.keys().map(|k| (k.period, k.sex, k.origin)).collect();
        for missing in &indicator.missing {
            let meant = |area: &&Area| match missing.areas.as_slice() {
                [] => area.level == Level::Municipality,
                named => named.iter().any(|n| *n.get_ref() == area.code),
            };
            for area in self.areas.iter().filter(meant) {
                for &(period, sex, origin) in &groups {
                    let key = Key { area: area.code.clone(), period, sex, origin };
                    if !figures.contains_key(&key) {
                        reasons.entry(key).or_insert_with(|| missing.status.get_ref().clone());
                    }
                }
            }
        }
    }

    /// Adds the other counties' figures; what both sources say of the same cell must agree.
    fn add_counties(&self, found: &mut Found, more: Found) -> Result<(), Fault> {
        for (key, figure) in more.figures {
            match found.figures.get(&key) {
                Some(first) if first.value != figure.value => {
                    let (here, there) = (figure.value.get(), first.value.get());
                    let what =
                        format!("area {}, {}: {here} here, {there} in the own file", key.area, key.period);
                    return Err(figure.place.fault(&more.name, what));
                }
                None if key.area != *self.catalogue.meta.county.get_ref() => {
                    found.figures.insert(key, figure);
                }
                _ => {}
            }
        }
        Ok(())
    }
}

/// How many rows these figures stand in, and how many they are where that is another number.
fn rows(left: &[(Key, Place)]) -> String {
    let counted = |count: usize, what: &str| format!("{count} {what}{}", if count == 1 { "" } else { "s" });
    let row = |place: &Place| match place {
        Place::Line(line) => Some(*line as u64),
        Place::Cell(_, row, _) => Some(u64::from(*row)),
        Place::Unknown => None,
    };
    let places: Option<BTreeSet<u64>> = left.iter().map(|(_, place)| row(place)).collect();
    let values = counted(left.len(), "value");
    match places {
        Some(rows) if rows.len() == left.len() => counted(rows.len(), "row"),
        Some(rows) => format!("{} with {values}", counted(rows.len(), "row")),
        None => values,
    }
}
