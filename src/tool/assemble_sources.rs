//! Reads what each indicator's source says: files, and services where a run may ask them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use toml::Spanned;

use crate::bundle::format::Area;
use crate::tool::assemble_values::Sourced;
use crate::tool::catalogue::{Catalogue, Indicator, line_of};
use crate::tool::catalogue_source::{Kind, PxVersion, PxWeb, Services};
use crate::tool::fault::Fault;
use crate::tool::fetch::Web;
use crate::tool::fetch::cache::Entry;
use crate::tool::fetch::limit::Limit;
use crate::tool::fetch::progress::{Progress, Source};
use crate::tool::provenance::Provenance;
use crate::tool::source::pxweb::Allowed;
use crate::tool::source::{csv, excel, found::Found, jsonstat, kolada, pxweb, separated};

/// How a run gets at figures.
#[derive(Clone, Copy)]
pub struct Access<'a> {
    /// Asks the sources even where figures are kept in files.
    pub anew: bool,
    /// The network; none to read files only.
    pub web: Option<&'a Web<'a>>,
    /// Addresses that win over the catalogue's.
    pub services: &'a Services,
    /// Where progress is told.
    pub progress: Progress,
}

/// Addresses as the catalogue has them.
static AS_NAMED: Services = Services { kolada: None, pxweb: None, pxweb_v1: None };

impl Access<'_> {
    /// Files only.
    pub fn files() -> Self {
        Self { anew: false, web: None, services: &AS_NAMED, progress: Progress::Silent }
    }
}

/// An answer of a service and the indicator it holds figures of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The indicator's id.
    pub indicator: String,
    /// What was asked, when, and the hash of the answer.
    pub entry: Entry,
}

/// The catalogue and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) file: &'a Path,
    pub(super) text: &'a str,
    pub(super) base: &'a Path,
    pub(super) catalogue: &'a Catalogue,
    pub(super) areas: &'a [Area],
    pub(super) access: Access<'a>,
}

/// What an indicator's source says, or why it says nothing; and what it was read from.
type Read = Result<(Sourced, Provenance), Fault>;

impl Sources<'_> {
    /// What the source of every indicator says, in the catalogue's order.
    ///
    /// # Errors
    /// A service that is needed and does not answer as a whole; what concerns one indicator stands
    /// in its place.
    pub(super) fn read(&self) -> Result<Vec<Read>, Vec<Fault>> {
        let mut all: Vec<Option<Read>> = self.catalogue.indicators.iter().map(|i| self.of_file(i)).collect();
        if all.iter().any(Option::is_none) {
            self.ask_kolada(&mut all).map_err(|e| vec![e])?;
            self.ask_pxweb(&mut all).map_err(|e| vec![e])?;
        }
        let none = |i: &Indicator| Err(Fault::of(self.file, format!("{}: no source", i.id.get_ref())));
        let with_id = self.catalogue.indicators.iter().zip(all);
        Ok(with_id.map(|(indicator, read)| read.unwrap_or_else(|| none(indicator))).collect())
    }

    /// What a file says; none where the source is a service.
    fn of_file(&self, indicator: &Indicator) -> Option<Read> {
        let alone = |found: Result<Found, Fault>, file: &Path| {
            let provenance = || Provenance::of_files(self.base, &[file]);
            Some(found.and_then(|own| Ok((Sourced { own, counties: None }, provenance()?))))
        };
        match indicator.source_read(self.access.anew)? {
            Kind::Values(name) => Some(self.values(name.get_ref())),
            Kind::Csv(wanted) => alone(separated::read(self.base, wanted, self.areas), wanted.file.get_ref()),
            Kind::JsonStat(wanted) => alone(jsonstat::read(self.base, wanted), wanted.file.get_ref()),
            Kind::Excel(wanted) => alone(excel::read(self.base, wanted, self.areas), wanted.file.get_ref()),
            Kind::Kolada(_) | Kind::PxWeb(_) if self.access.web.is_none() => {
                let id = &indicator.id;
                let what =
                    format!("“{}” is read over the network, and this run reads files only", id.get_ref());
                let hint = "make its bundle first, which asks the network, and take that";
                Some(Err(self.at(id, what).hint(hint)))
            }
            Kind::Kolada(_) | Kind::PxWeb(_) => None,
        }
    }

    /// A file of the catalogue's folders, and the one of the same name with the other counties.
    fn values(&self, name: &str) -> Read {
        let folders = &self.catalogue.sources;
        let own = folders.values.join(name);
        let counties = folders.counties.as_ref().map(|folder| folder.join(name));
        let counties = counties.filter(|file| self.base.join(file).exists());
        let read = |file: &Path| csv::read(&self.base.join(file));
        let sourced = Sourced { own: read(&own)?, counties: counties.as_deref().map(read).transpose()? };
        let files: Vec<&Path> = std::iter::once(own.as_path()).chain(counties.as_deref()).collect();
        Ok((sourced, Provenance::of_files(self.base, &files)?))
    }

    /// A fault at a place of the catalogue.
    fn at(&self, place: &Spanned<String>, what: String) -> Fault {
        Fault::at(self.file, line_of(self.text, place.span().start), what)
    }

    /// The address of a service: of the run, else of the catalogue, else the public one.
    fn address(&self, of: fn(&Services) -> &Option<String>, public: &str) -> String {
        let named = of(self.access.services).as_ref().or(of(&self.catalogue.services).as_ref());
        named.map_or(public, String::as_str).trim_end_matches('/').to_owned()
    }

    /// Asks for all key figures together: 25 in one question.
    fn ask_kolada(&self, all: &mut [Option<Read>]) -> Result<(), Fault> {
        let indicators = self.catalogue.indicators.iter();
        let wanted: Vec<_> = indicators
            .enumerate()
            .filter_map(|(at, indicator)| match indicator.source_read(self.access.anew)? {
                Kind::Kolada(wanted) => Some((at, wanted)),
                _ => None,
            })
            .collect();
        let (Some(web), false) = (self.access.web, wanted.is_empty()) else { return Ok(()) };
        let progress = self.access.progress.source("Kolada");
        let address = self.address(|s| &s.kolada, kolada::ADDRESS);
        let limit = Limit::new(kolada::RATE);
        let service = kolada::Service { address: &address, web, limit: &limit, progress: &progress };
        let kpis: BTreeSet<String> =
            wanted.iter().flat_map(|(_, k)| k.all()).map(|(kpi, _, _)| kpi.get_ref().clone()).collect();
        let areas: Vec<&str> = self.areas.iter().map(|a| a.code.as_str()).collect();
        let rows = service.ask(&kpis, &areas)?;
        progress.done();
        for (at, wanted) in wanted {
            let found = rows.found(&address, wanted, &|place, what| self.at(place, what));
            if let Some(place) = all.get_mut(at) {
                *place = Some(found.map(|own| {
                    let provenance = Provenance::of_answers(rows.entries(wanted), None);
                    (Sourced { own, counties: None }, provenance)
                }));
            }
        }
        Ok(())
    }

    /// Asks statistical databases table by table.
    fn ask_pxweb(&self, all: &mut [Option<Read>]) -> Result<(), Fault> {
        let Some(web) = self.access.web else { return Ok(()) };
        let progress = self.access.progress.source("PxWeb");
        let mut allowed: BTreeMap<String, Allowed> = BTreeMap::new();
        for (indicator, place) in self.catalogue.indicators.iter().zip(all) {
            let Some(Kind::PxWeb(wanted)) = indicator.source_read(self.access.anew) else { continue };
            *place = Some(self.table(wanted, web, &progress, &mut allowed)?);
        }
        progress.done();
        Ok(())
    }

    /// Asks for one table. The error outside is one of the service as such.
    fn table(
        &self,
        wanted: &PxWeb,
        web: &Web<'_>,
        progress: &Source,
        allowed: &mut BTreeMap<String, Allowed>,
    ) -> Result<Read, Fault> {
        let address = match wanted.api {
            PxVersion::V1 => self.address(|s| &s.pxweb_v1, pxweb::ADDRESS_V1),
            PxVersion::V2 => self.address(|s| &s.pxweb, pxweb::ADDRESS),
        };
        if !allowed.contains_key(&address) {
            let says = match wanted.api {
                PxVersion::V1 => Allowed::v1(),
                PxVersion::V2 => pxweb::config(&address, web, progress)?,
            };
            allowed.insert(address.clone(), says);
        }
        let Some(allowed) = allowed.get(&address) else {
            return Err(Fault::of(Path::new(&address), "states no limits"));
        };
        let service = pxweb::Service { address: &address, web, allowed, progress };
        let areas: Vec<&str> = self.areas.iter().map(|a| a.code.as_str()).collect();
        let read = service.read(wanted, &areas, &|place, what| self.at(place, what));
        Ok(read.map(|(own, entries)| {
            let provenance = Provenance::of_answers(entries, allowed.licence.clone());
            (Sourced { own, counties: None }, provenance)
        }))
    }
}
