//! Which figures of an indicator's files a bundle holds, and why others are missing.
//!
//! Figures of the county that is followed up come from the indicator's own file only; the file with
//! all counties adds the others.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::base::note::Note;
use crate::base::period::Period;
use crate::bundle::format::{Area, Level, UnitKind};
use crate::bundle::jsonstat::Dataset;
use crate::model::Missing;
use crate::tool::assemble_dataset::{kept, laid_out};
use crate::tool::catalogue::{Catalogue, Indicator};
use crate::tool::fault::Fault;
use crate::tool::source::csv::{self, Figure, Key};

/// Where figures are and which areas they may be about.
pub(super) struct Figures<'a> {
    pub(super) base: &'a Path,
    pub(super) catalogue: &'a Catalogue,
    pub(super) areas: &'a [Area],
}

impl Figures<'_> {
    /// The dataset of one indicator.
    pub(super) fn dataset(&self, indicator: &Indicator, notes: &mut Vec<Note>) -> Result<Dataset, Fault> {
        let name = indicator.values.get_ref();
        let file = self.base.join(&self.catalogue.sources.values).join(name);
        let mut figures = self.known(&file, csv::read(&file)?, notes);
        if let Some(folder) = &self.catalogue.sources.counties {
            let counties = self.base.join(folder).join(name);
            if counties.exists() {
                let more = self.known(&counties, csv::read(&counties)?, notes);
                self.add_counties(&mut figures, more, &counties)?;
            }
        }
        let mut reasons: BTreeMap<Key, String> = BTreeMap::new();
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
            return Err(Fault::of(&file, "no figure is left"));
        }
        self.add_reasons(indicator, &figures, &mut reasons);
        let percent = self
            .catalogue
            .units
            .get(indicator.unit.get_ref())
            .is_some_and(|unit| unit.kind == UnitKind::Percent);
        let decimals = usize::from(indicator.decimals);
        let values = figures
            .into_iter()
            .map(|(key, figure)| (key, kept(figure.value.get(), decimals, percent)))
            .collect();
        Ok(laid_out(self.areas, &values, &reasons))
    }

    /// Figures about areas of the bundle; the others are remarked on, once per area.
    fn known(
        &self,
        file: &Path,
        figures: BTreeMap<Key, Figure>,
        notes: &mut Vec<Note>,
    ) -> BTreeMap<Key, Figure> {
        let mut unknown: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut known = BTreeMap::new();
        for (key, figure) in figures {
            if self.areas.iter().any(|a| a.code == key.area) {
                known.insert(key, figure);
            } else {
                let (line, rows) = unknown.entry(key.area).or_insert((figure.line, 0));
                *line = figure.line.min(*line);
                *rows += 1;
            }
        }
        for (area, (line, rows)) in unknown {
            let what = format!("area {area} is not in the catalogue: {rows} rows left out");
            notes.push(Note::warning(format!("{}:{line}", file.display()), what, ""));
        }
        known
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

    /// Adds the other counties' figures; what both files say of the same cell must agree.
    fn add_counties(
        &self,
        figures: &mut BTreeMap<Key, Figure>,
        more: BTreeMap<Key, Figure>,
        file: &Path,
    ) -> Result<(), Fault> {
        for (key, figure) in more {
            match figures.get(&key) {
                Some(first) if first.value != figure.value => {
                    let (here, there) = (figure.value.get(), first.value.get());
                    let what =
                        format!("area {}, {}: {here} here, {there} in the own file", key.area, key.period);
                    return Err(Fault::at(file, figure.line, what));
                }
                None if key.area != *self.catalogue.meta.county.get_ref() => {
                    figures.insert(key, figure);
                }
                _ => {}
            }
        }
        Ok(())
    }
}
