//! Tables of statistical databases that speak PxWebApi, versions 1 and 2.
//!
//! The table's metadata says which variables and codes there are; a query that names others is a
//! fault of the catalogue, found before anything is asked for. Queries are cut by areas, and where
//! one area is too much by periods, so that none has more cells than the service allows.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use serde_json::json;
use toml::Spanned;

use crate::bundle::format::Mapping;
use crate::bundle::keyed::Keyed;
use crate::tool::catalogue_source::{PxVersion, PxWeb, Words};
use crate::tool::fault::{Fault, did_you_mean};
use crate::tool::fetch::cache::Entry;
use crate::tool::fetch::limit::{Limit, Rate};
use crate::tool::fetch::progress::Source;
use crate::tool::fetch::{Question, Web, public};
use crate::tool::source::found::Found;
use crate::tool::source::jsonstat;
use crate::tool::source::pxweb_meta::{self, Variable};

/// SCB's statistical database, version 2.
pub const ADDRESS: &str = "https://statistikdatabasen.scb.se/api/v2";
/// SCB's statistical database, version 1.
pub const ADDRESS_V1: &str = "https://api.scb.se/OV0104/v1/doris/sv/ssd";

fn keyed(words: &Words) -> Keyed<String> {
    words.iter().map(|(code, word)| (code.clone(), word.clone())).collect()
}

/// What a service allows.
#[derive(Debug)]
pub struct Allowed {
    /// Cells of one answer.
    pub cells: usize,
    /// Calls.
    pub limit: Limit,
    /// The terms it states for its data.
    pub licence: Option<String>,
}

impl Allowed {
    /// Version 1 documents 30 calls in 10 seconds; sources disagree on cells (100,000–150,000).
    pub fn v1() -> Self {
        let limit = Limit::new(Rate { calls: 30, window: Duration::from_secs(10) });
        Self { cells: 100_000, limit, licence: None }
    }
}

/// The service, asked through `web`.
pub struct Service<'a> {
    /// Its address, without a slash at the end.
    pub address: &'a str,
    /// The network.
    pub web: &'a Web<'a>,
    /// What it allows.
    pub allowed: &'a Allowed,
    /// Where progress is told.
    pub progress: &'a Source,
}

/// What a version 2 service says it allows, from its `/config`.
///
/// # Errors
/// No answer, or another one.
pub fn config(address: &str, web: &Web<'_>, progress: &Source) -> Result<Allowed, Fault> {
    let careful = Limit::new(Rate { calls: 1, window: Duration::from_secs(1) });
    progress.expect(1);
    let answer = web.ask(&Question::get(format!("{address}/config")), &careful, progress)?;
    let config = pxweb_meta::config(&answer.body).map_err(|e| {
        Fault::of(Path::new(&answer.entry.url), format!("is not what PxWebApi 2 answers: {e}"))
    })?;
    let window = Duration::from_secs(config.time_window.max(1));
    let limit = Limit::new(Rate { calls: config.max_calls_per_time_window, window });
    Ok(Allowed { cells: config.max_data_cells, limit, licence: config.license })
}

/// Codes chosen of one variable.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Choice {
    variable: String,
    codes: Vec<String>,
}

impl Service<'_> {
    /// What the table says about the areas, and the answers it stands in.
    ///
    /// # Errors
    /// A query that does not fit the table, through `at` with its place in the catalogue; an answer
    /// that does not come or is not understood.
    pub fn read(
        &self,
        wanted: &PxWeb,
        areas: &[&str],
        at: &dyn Fn(&Spanned<String>, String) -> Fault,
    ) -> Result<(Found, Vec<Entry>), Fault> {
        let table = self.table(wanted, at)?;
        let metadata = match wanted.api {
            PxVersion::V1 => table.clone(),
            PxVersion::V2 => format!("{table}/metadata?lang=sv"),
        };
        self.progress.expect(1);
        let answer = self.web.ask(&Question::get(metadata), &self.allowed.limit, self.progress).map_err(
            |refusal| {
                if refusal.status == Some(404) {
                    let what =
                        format!("there is no table {} at {}", wanted.table.get_ref(), public(self.address));
                    return at(&wanted.table, what)
                        .hint("it may have been replaced: look for it on the service's page");
                }
                refusal.into()
            },
        )?;
        let variables = match wanted.api {
            PxVersion::V1 => pxweb_meta::variables_v1(&answer.body),
            PxVersion::V2 => pxweb_meta::variables(&answer.body),
        };
        let variables = variables.map_err(|e| {
            Fault::of(Path::new(&answer.entry.url), format!("is not a table's metadata: {e}"))
        })?;
        let choices = choices(wanted, areas, &variables, at)?;
        let time = variables.iter().find(|v| v.is_time).map(|v| v.code.clone());
        let cut = cut(choices, &wanted.region, time.as_deref(), self.allowed.cells).ok_or_else(|| {
            at(&wanted.table, format!("one area and period have more than {} cells", self.allowed.cells))
        })?;
        let mapping = Mapping {
            area: Some(wanted.region.clone()),
            period: time,
            sex: wanted.sex.clone(),
            origin: wanted.origin.clone(),
            sexes: keyed(&wanted.sexes),
            origins: keyed(&wanted.origins),
            symbols: keyed(&wanted.symbols),
            fixed: Keyed::default(),
        };
        self.progress.expect(u64::try_from(cut.len()).unwrap_or(u64::MAX));
        let mut found = Found::new(Path::new(&public(&table)));
        let mut entries = Vec::new();
        for choices in cut {
            let question = match wanted.api {
                PxVersion::V1 => Question::post(&table, body_v1(&choices)),
                PxVersion::V2 => {
                    let address = format!("{table}/data?lang=sv&outputFormat=json-stat2");
                    Question::post(address, body(&choices, &wanted.codelists))
                }
            };
            let answer = self.web.ask(&question, &self.allowed.limit, self.progress)?;
            jsonstat::add(&mut found, &answer.body, &mapping)?;
            entries.push(answer.entry);
        }
        Ok((found, entries))
    }

    fn table(&self, wanted: &PxWeb, at: &dyn Fn(&Spanned<String>, String) -> Fault) -> Result<String, Fault> {
        let id = wanted.table.get_ref().trim_matches('/');
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"_-.".contains(&b);
        let path = wanted.api == PxVersion::V1;
        if id.is_empty() || !id.bytes().all(|b| plain(b) || (path && b == b'/')) {
            return Err(at(&wanted.table, format!("“{id}” is no table"))
                .hint("as TAB2921, or a path with api = \"v1\""));
        }
        let address = self.address;
        Ok(if path { format!("{address}/{id}") } else { format!("{address}/tables/{id}") })
    }
}

/// The codes to ask for, variable by variable in the table's order.
fn choices(
    wanted: &PxWeb,
    areas: &[&str],
    variables: &[Variable],
    at: &dyn Fn(&Spanned<String>, String) -> Fault,
) -> Result<Vec<Choice>, Fault> {
    let names = || variables.iter().map(|v| v.code.as_str());
    for name in wanted.query.keys() {
        if !names().any(|n| n == name.get_ref()) {
            let what = format!("the table has no variable “{}”", name.get_ref());
            let all = names().collect::<Vec<_>>().join(", ");
            let near = did_you_mean(name.get_ref(), names());
            return Err(at(name, what).hint(if near.is_empty() { format!("it has {all}") } else { near }));
        }
    }
    if !names().any(|n| n == wanted.region) {
        let what = format!("the table has no variable “{}” for areas", wanted.region);
        return Err(at(&wanted.table, what).hint(did_you_mean(&wanted.region, names())));
    }
    let mut choices = Vec::new();
    for variable in variables {
        let codes = match wanted.query.iter().find(|(name, _)| *name.get_ref() == variable.code) {
            Some((_, codes)) => chosen(variable, codes, wanted.codelists.contains_key(&variable.code), at)?,
            None if variable.code == wanted.region => {
                let has = |area: &&&str| variable.codes.iter().any(|code| code == *area);
                areas.iter().filter(has).map(|area| (*area).to_owned()).collect()
            }
            None if variable.is_time => variable.codes.clone(),
            None if variable.can_go => continue,
            None => {
                let what = format!("the query must choose codes of “{}”", variable.code);
                let some = variable.codes.iter().take(8).cloned().collect::<Vec<_>>().join(", ");
                return Err(at(&wanted.table, what).hint(format!("among them {some}")));
            }
        };
        if codes.is_empty() {
            let what = format!("the table has none of the catalogue's areas in “{}”", variable.code);
            return Err(at(&wanted.table, what));
        }
        choices.push(Choice { variable: variable.code.clone(), codes });
    }
    Ok(choices)
}

/// The codes named of a variable, each one of its own unless a codelist has others.
fn chosen(
    variable: &Variable,
    named: &[Spanned<String>],
    foreign: bool,
    at: &dyn Fn(&Spanned<String>, String) -> Fault,
) -> Result<Vec<String>, Fault> {
    let mut codes = Vec::new();
    for code in named {
        let text = code.get_ref();
        if text == "*" && !foreign {
            codes.extend(variable.codes.iter().cloned());
        } else if foreign || variable.codes.contains(text) {
            codes.push(text.clone());
        } else {
            let what = format!("“{}” has no code “{text}”", variable.code);
            let near = did_you_mean(text, variable.codes.iter().map(String::as_str));
            return Err(at(code, what).hint(near));
        }
    }
    Ok(codes)
}

/// The query in pieces of at most `most` cells, cut by area, else by area and period.
fn cut(choices: Vec<Choice>, region: &str, time: Option<&str>, most: usize) -> Option<Vec<Vec<Choice>>> {
    let count = |name: &str| choices.iter().find(|c| c.variable == name).map_or(1, |c| c.codes.len());
    let cells = choices.iter().fold(1_usize, |n, c| n.saturating_mul(c.codes.len()));
    let (areas, periods) = (count(region), time.map_or(1, count));
    let of_area = cells.checked_div(areas)?;
    let of_period = of_area.checked_div(periods)?;
    if of_period > most {
        return None;
    }
    if of_area <= most {
        let at_once = most.checked_div(of_area)?;
        return Some(pieces(&choices, region, at_once));
    }
    let at_once = most.checked_div(of_period)?;
    let by_area = pieces(&choices, region, 1);
    Some(by_area.iter().flat_map(|piece| pieces(piece, time.unwrap_or_default(), at_once)).collect())
}

/// The query once for every `at_once` codes of a variable.
fn pieces(choices: &[Choice], variable: &str, at_once: usize) -> Vec<Vec<Choice>> {
    let Some(split) = choices.iter().find(|c| c.variable == variable) else {
        return vec![choices.to_vec()];
    };
    let piece = |codes: &[String]| {
        let with = |c: &Choice| Choice {
            variable: c.variable.clone(),
            codes: if c.variable == variable { codes.to_vec() } else { c.codes.clone() },
        };
        choices.iter().map(with).collect()
    };
    split.codes.chunks(at_once.max(1)).map(piece).collect()
}

fn body(choices: &[Choice], codelists: &BTreeMap<String, String>) -> String {
    let selection = choices.iter().map(|c| match codelists.get(&c.variable) {
        None => json!({ "variableCode": c.variable, "valueCodes": c.codes }),
        Some(list) => json!({ "variableCode": c.variable, "codelist": list, "valueCodes": c.codes }),
    });
    json!({ "selection": selection.collect::<Vec<_>>() }).to_string()
}

fn body_v1(choices: &[Choice]) -> String {
    let query = choices
        .iter()
        .map(|c| json!({ "code": c.variable, "selection": { "filter": "item", "values": c.codes } }));
    json!({ "query": query.collect::<Vec<_>>(), "response": { "format": "json-stat2" } }).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(variable: &str, n: usize) -> Choice {
        Choice { variable: variable.into(), codes: (0..n).map(|i| i.to_string()).collect() }
    }

    fn sizes(region: usize, kon: usize, tid: usize, most: usize) -> Option<Vec<[usize; 3]>> {
        let choices = vec![choice("Region", region), choice("Kon", kon), choice("Tid", tid)];
        let pieces = cut(choices, "Region", Some("Tid"), most)?;
        Some(pieces.iter().map(|p| [p[0].codes.len(), p[1].codes.len(), p[2].codes.len()]).collect())
    }

    #[test]
    fn no_piece_has_more_cells_than_allowed() {
        assert_eq!(sizes(10, 3, 5, 150), Some(vec![[10, 3, 5]]));
        assert_eq!(sizes(10, 3, 5, 149), Some(vec![[9, 3, 5], [1, 3, 5]]));
        assert_eq!(sizes(2, 3, 5, 10), Some(vec![[1, 3, 3], [1, 3, 2], [1, 3, 3], [1, 3, 2]]));
        assert_eq!(sizes(2, 3, 5, 2), None);
    }

    #[test]
    fn queries_are_written_for_each_version() {
        let choices = [choice("Region", 2)];
        let lists = BTreeMap::from([("Region".to_owned(), "vs_x".to_owned())]);
        assert_eq!(
            body(&choices, &lists),
            r#"{"selection":[{"codelist":"vs_x","valueCodes":["0","1"],"variableCode":"Region"}]}"#
        );
        assert_eq!(
            body_v1(&choices),
            r#"{"query":[{"code":"Region","selection":{"filter":"item","values":["0","1"]}}],"response":{"format":"json-stat2"}}"#
        );
    }
}
