//! Key figures of Kolada, interface version 3.
//!
//! At most 25 ids fit in a segment of an address, so key figures and areas are asked for in pieces
//! of 25, every year at once, page by page. Regions are `00` and the county's two digits, the nation
//! is `0000`; `T`, `K` and `M` are everybody, women and men. A deleted value is no value.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use serde::Deserialize;
use toml::Spanned;

use crate::base::{note::Note, num::Finite, period::Period};
use crate::model::Missing;
use crate::tool::catalogue_source::Kolada;
use crate::tool::fault::Fault;
use crate::tool::fetch::cache::Entry;
use crate::tool::fetch::limit::{Limit, Rate};
use crate::tool::fetch::progress::Source;
use crate::tool::fetch::{Answer, Question, Web};
use crate::tool::source::found::{Figure, Found, Key, Place};

/// The public service.
pub const ADDRESS: &str = "https://api.kolada.se/v3";

/// No limit is published; its clients keep to five a second.
pub const RATE: Rate = Rate { calls: 4, window: Duration::from_secs(1) };

/// Ids in one segment of an address.
const IDS: usize = 25;

/// Values on one page.
const PAGE: usize = 5000;

/// A value of a key figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    area: String,
    period: Period,
    sex: &'static str,
    value: Option<Finite>,
    status: String,
}

/// What Kolada says of key figures.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    /// Key figures it knows.
    known: BTreeSet<String>,
    /// Values by key figure.
    rows: BTreeMap<String, Vec<Row>>,
    /// The answers they come from, by key figure.
    entries: BTreeMap<String, Vec<Entry>>,
}

/// One page of an answer.
#[derive(Deserialize)]
struct Page<T> {
    values: Vec<T>,
    #[serde(default)]
    next_url: Option<String>,
}

#[derive(Deserialize)]
struct Kpi {
    id: String,
}

#[derive(Deserialize)]
struct Datum {
    kpi: String,
    municipality: String,
    period: i16,
    values: Vec<Value>,
}

#[derive(Deserialize)]
struct Value {
    gender: String,
    #[serde(default)]
    value: Option<f64>,
    #[serde(default)]
    status: Option<String>,
    #[serde(default)]
    isdeleted: bool,
}

/// The service, asked through `web`.
pub struct Service<'a> {
    /// Its address with version, without a slash at the end.
    pub address: &'a str,
    /// The network.
    pub web: &'a Web<'a>,
    /// Its rate.
    pub limit: &'a Limit,
    /// Where progress is told.
    pub progress: &'a Source,
}

impl Service<'_> {
    /// Everything about key figures and areas (codes of SCB).
    ///
    /// # Errors
    /// An answer that does not come or is not what version 3 answers. Key figures that Kolada does
    /// not have are found out by [`Rows::found`], which knows where they stand.
    pub fn ask(&self, kpis: &BTreeSet<String>, areas: &[&str]) -> Result<Rows, Fault> {
        let mut rows = Rows::default();
        let kpis: Vec<&str> = kpis.iter().map(String::as_str).collect();
        let places: Vec<String> = areas.iter().map(|code| place(code)).collect();
        for some in kpis.chunks(IDS) {
            self.pages(&format!("kpi/{}", some.join(",")), |entry, body| {
                let page: Page<Kpi> = page(entry, body)?;
                rows.known.extend(page.values.into_iter().map(|kpi| kpi.id));
                Ok(page.next_url)
            })?;
        }
        let known: Vec<&str> = kpis.into_iter().filter(|kpi| rows.known.contains(*kpi)).collect();
        for some in known.chunks(IDS) {
            for places in places.chunks(IDS) {
                let path = format!("data/kpi/{}/municipality/{}", some.join(","), places.join(","));
                self.pages(&path, |entry, body| rows.take_up(entry, body, some))?;
            }
        }
        Ok(rows)
    }

    /// Hands every page of an answer to `take`, which says where the next one is.
    fn pages(
        &self,
        path: &str,
        mut take: impl FnMut(&Entry, &[u8]) -> Result<Option<String>, Fault>,
    ) -> Result<(), Fault> {
        let mut query = format!("per_page={PAGE}");
        let mut seen = BTreeSet::new();
        loop {
            self.progress.expect(1);
            let question = Question::get(format!("{}/{path}?{query}", self.address));
            let Answer { entry, body } = self.web.ask(&question, self.limit, self.progress)?;
            let fault = |what: String| Fault::of(Path::new(&entry.url), what);
            let next = take(&entry, &body)?.filter(|url| !url.is_empty());
            // The address of the next page may name another host than the one asked, where a proxy
            // stands between; only its query is new.
            let Some(next) = next else { return Ok(()) };
            let (_, next) =
                next.split_once('?').ok_or_else(|| fault(format!("names “{next}” as its next page")))?;
            seen.insert(query.clone());
            if seen.contains(next) {
                return Err(fault("names a page as its next that was there already".to_owned()));
            }
            next.clone_into(&mut query);
        }
    }
}

/// A page of an answer.
fn page<T: for<'de> Deserialize<'de>>(entry: &Entry, body: &[u8]) -> Result<Page<T>, Fault> {
    let fault = |what: String| Fault::of(Path::new(&entry.url), what);
    serde_json::from_slice(body).map_err(|e| fault(format!("is not what Kolada's version 3 answers: {e}")))
}

impl Rows {
    /// Takes up the figures of one page and says where the next one is.
    ///
    /// # Errors
    /// A body that is not what version 3 answers, and what was not asked for.
    pub fn take_up(&mut self, entry: &Entry, body: &[u8], asked: &[&str]) -> Result<Option<String>, Fault> {
        let fault = |what: String| Fault::of(Path::new(&entry.url), what);
        let page: Page<Datum> = page(entry, body)?;
        for datum in page.values {
            if !asked.contains(&datum.kpi.as_str()) {
                return Err(fault(format!("answers with key figure {}, which was not asked for", datum.kpi)));
            }
            let Some(area) = code(&datum.municipality) else { continue };
            for value in datum.values.into_iter().filter(|v| !v.isdeleted) {
                let sex = match value.gender.as_str() {
                    "T" => "total",
                    "K" => "women",
                    "M" => "men",
                    other => return Err(fault(format!("{}: gender “{other}” is unknown", datum.kpi))),
                };
                let row = Row {
                    area: area.clone(),
                    period: Period::year_of(datum.period),
                    sex,
                    value: value.value.and_then(Finite::new),
                    status: value.status.unwrap_or_default(),
                };
                self.rows.entry(datum.kpi.clone()).or_default().push(row);
            }
        }
        for kpi in asked {
            let entries = self.entries.entry((*kpi).to_owned()).or_default();
            if !entries.contains(entry) {
                entries.push(entry.clone());
            }
        }
        Ok(page.next_url)
    }

    /// The answers that hold an indicator's figures, in the order they were asked for.
    pub fn entries(&self, wanted: &Kolada) -> Vec<Entry> {
        let mut entries: Vec<Entry> = Vec::new();
        for (kpi, _, _) in wanted.all() {
            for entry in self.entries.get(kpi.get_ref()).into_iter().flatten() {
                if !entries.contains(entry) {
                    entries.push(entry.clone());
                }
            }
        }
        entries
    }

    /// What Kolada says of one indicator.
    ///
    /// # Errors
    /// A key figure that Kolada does not have, through `at` with its place in the catalogue; the
    /// same cell twice; no value at all.
    pub fn found(
        &self,
        address: &str,
        wanted: &Kolada,
        at: &dyn Fn(&Spanned<String>, String) -> Fault,
    ) -> Result<Found, Fault> {
        let mut found = Found::new(Path::new(address));
        for (kpi, sex, origin) in wanted.all() {
            let id = kpi.get_ref();
            if !self.known.contains(id) {
                let hint = "it may have been replaced: look for it on www.kolada.se, or keep its figures in a file \
                            with values";
                return Err(at(kpi, format!("Kolada has no key figure {id}")).hint(hint));
            }
            let rows = self.rows.get(id).map(Vec::as_slice).unwrap_or_default();
            let mut odd: BTreeMap<&str, usize> = BTreeMap::new();
            for row in rows {
                let Some(sex) = sex.map_or(Some(row.sex), |sex| (row.sex == "total").then_some(sex)) else {
                    continue;
                };
                let key = Key { area: row.area.clone(), period: row.period, sex, origin };
                let twice = |fault: Fault| at(kpi, format!("{id}: {}", fault.what));
                if !row.status.is_empty() && reason(&row.status).is_none() {
                    *odd.entry(&row.status).or_default() += 1;
                }
                if let Some(value) = row.value {
                    let figure = Figure { value, flag: None, place: Place::Unknown };
                    found.figure(key, figure).map_err(twice)?;
                } else if let Some(reason) = reason(&row.status) {
                    found.reason(key, reason, &Place::Unknown).map_err(twice)?;
                }
            }
            for (status, count) in odd {
                let what =
                    format!("{count} values of {id} have the status “{status}”, whose meaning is not known");
                found.notes.push(Note::warning(
                    address,
                    what,
                    "values are shown, missing ones are not available",
                ));
            }
            if rows.is_empty() {
                return Err(at(kpi, format!("Kolada has no value of {id} for these areas")));
            }
        }
        Ok(found)
    }
}

impl Kolada {
    /// Its key figures, each with the sex and origin it is about; no sex where it has them all.
    pub fn all(&self) -> Vec<(&Spanned<String>, Option<&'static str>, &'static str)> {
        let Self { kpi, women, men, domestic, foreign } = self;
        let mut all = Vec::new();
        all.extend(kpi.as_ref().map(|kpi| (kpi, None, "total")));
        all.extend(women.as_ref().map(|kpi| (kpi, Some("women"), "total")));
        all.extend(men.as_ref().map(|kpi| (kpi, Some("men"), "total")));
        all.extend(domestic.as_ref().map(|kpi| (kpi, None, "domestic")));
        all.extend(foreign.as_ref().map(|kpi| (kpi, None, "foreign")));
        all
    }
}

/// Why there is no value. `-`: no answer; `.`: cannot be; `..`: not shown.
fn reason(status: &str) -> Option<Missing> {
    match status {
        "-" => Some(Missing::NonResponse),
        "." => Some(Missing::NotApplicable),
        ".." => Some(Missing::Suppressed),
        _ => None,
    }
}

/// Kolada's id of an area with SCB's code.
fn place(code: &str) -> String {
    if code.len() == 2 { format!("00{code}") } else { code.to_owned() }
}

/// SCB's code of an area with Kolada's id; none of a group of municipalities.
fn code(place: &str) -> Option<String> {
    if place.len() != 4 || !place.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(place.strip_prefix("00").unwrap_or(place).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_have_two_names() {
        for (scb, kolada) in [("18", "0018"), ("00", "0000"), ("1880", "1880"), ("0114", "0114")] {
            assert_eq!(place(scb), kolada);
            assert_eq!(code(kolada).as_deref(), Some(scb));
        }
        assert_eq!(code("G33625"), None, "an unweighted mean of municipalities is no county");
    }
}
