//! Reads what each indicator's source says.

use std::path::Path;

use crate::bundle::format::Area;
use crate::tool::assemble_values::Sourced;
use crate::tool::catalogue::{Catalogue, Indicator};
use crate::tool::catalogue_source::Kind;
use crate::tool::fault::Fault;
use crate::tool::source::csv;

/// Where the catalogue stands and what it names.
pub(super) struct Sources<'a> {
    pub(super) file: &'a Path,
    pub(super) base: &'a Path,
    pub(super) catalogue: &'a Catalogue,
    pub(super) areas: &'a [Area],
}

impl Sources<'_> {
    /// What the indicator's source says.
    pub(super) fn read(&self, indicator: &Indicator) -> Result<Sourced, Fault> {
        match indicator.source_read(false) {
            Some(Kind::Values(name)) => self.values(name.get_ref()),
            // Each further kind has its reader in `source`.
            _ => Err(Fault::of(self.file, format!("{}: no source", indicator.id.get_ref()))),
        }
    }

    /// A file of the catalogue's folders, and the one of the same name with the other counties.
    fn values(&self, name: &str) -> Result<Sourced, Fault> {
        let folders = &self.catalogue.sources;
        let own = csv::read(&self.base.join(&folders.values).join(name))?;
        let counties = folders.counties.as_ref().map(|folder| self.base.join(folder).join(name));
        let counties = counties.filter(|file| file.exists());
        Ok(Sourced { own, counties: counties.map(|file| csv::read(&file)).transpose()? })
    }
}
