//! JSON-stat 2.0: files, and the answers of statistical databases.

use std::path::Path;

use crate::base::num::Finite;
use crate::bundle::caps::Caps;
use crate::bundle::cells::{self, Cells, Origin, Sex};
use crate::bundle::format::Mapping;
use crate::bundle::locate::Path as At;
use crate::bundle::problem::Problem;
use crate::bundle::read::read_dataset;
use crate::model::Missing;
use crate::tool::catalogue_source::JsonStat;
use crate::tool::fault::{self, Fault};
use crate::tool::source::found::{Figure, Found, Key, Place};

/// Reads a file named in the catalogue; its path is relative to `base`.
///
/// # Errors
/// As [`add`], and that the file cannot be read.
pub fn read(base: &Path, wanted: &JsonStat) -> Result<Found, Fault> {
    let file = base.join(wanted.file.get_ref());
    let bytes = fault::bytes(&file)?;
    let mut found = Found::new(&file);
    add(&mut found, &bytes, &wanted.mapping).map_err(in_mapping).map_err(|fault| or_kolada(fault, &bytes))?;
    Ok(found)
}

/// Kolada's answers are JSON as well, and no JSON-stat.
fn or_kolada(fault: Fault, bytes: &[u8]) -> Fault {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|part| part == word);
    if fault.hint.is_empty() && holds(b"\"kpi\"") && !holds(b"\"dimension\"") {
        return fault
            .hint("is it an answer of Kolada? name the key figure instead: kolada = { kpi = \"N00000\" }");
    }
    fault
}

/// The settings of a file stand in its `mapping`.
fn in_mapping(fault: Fault) -> Fault {
    match fault.hint.split_once(CATALOGUE) {
        Some((before, setting)) => {
            let hint = format!("{before}{CATALOGUE}mapping = {{ {setting} }}");
            Fault { hint, ..fault }
        }
        None => fault,
    }
}

/// Adds what a dataset says.
///
/// # Errors
/// It is no dataset, its dimensions or codes are not understood, or it says of a cell what was
/// said already.
pub fn add(found: &mut Found, bytes: &[u8], mapping: &Mapping) -> Result<(), Fault> {
    let name = found.name.clone();
    let fault = |problem: Problem| fault(&name, problem);
    cells::check_mapping(mapping, &At::At("mapping")).map_err(fault)?;
    let dataset = read_dataset(bytes, &Caps { string: 100_000, ..Caps::default() }).map_err(fault)?;
    let Cells { areas, periods, sexes, origins, cells } =
        cells::decode(&dataset, mapping, "").map_err(fault)?;
    for cell in cells {
        let (Some(area), Some(&period), Some(&sex), Some(&origin)) =
            (areas.get(cell.area), periods.get(cell.period), sexes.get(cell.sex), origins.get(cell.origin))
        else {
            continue;
        };
        let key = Key { area: (*area).to_owned(), period, sex: word_of_sex(sex), origin: word_of(origin) };
        match cell.value.and_then(Finite::new) {
            Some(value) => {
                found.figure(key, Figure { value, flag: cell.status, place: Place::Unknown })?;
            }
            None => {
                if let Some(reason) = cell.status.and_then(Missing::from_code) {
                    found.reason(key, reason, &Place::Unknown)?;
                }
            }
        }
    }
    Ok(())
}

/// A problem of the reader as a fault of a file, its advice in the catalogue's words.
fn fault(name: &Path, problem: Problem) -> Fault {
    let line = (problem.line > 1).then_some(problem.line);
    Fault { line, hint: as_toml(&problem.hint), ..Fault::of_problem(name, &problem) }
}

/// What a setting follows in advice.
const CATALOGUE: &str = "the catalogue: ";

/// Advice on a bundle's `values.mapping` as a catalogue writes it.
fn as_toml(hint: &str) -> String {
    let Some((before, json)) = hint.split_once("values.mapping: ") else {
        return hint.replace("values.mapping", "the mapping");
    };
    let (key, value) = json.split_once(": ").unwrap_or((json, ""));
    let value = value.replace("\": \"", "\" = \"").replace('{', "{ ").replace('}', " }");
    format!("{before}{CATALOGUE}{} = {value}", key.trim_matches('"'))
}

fn word_of_sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Total => "total",
        Sex::Women => "women",
        Sex::Men => "men",
    }
}

fn word_of(origin: Origin) -> &'static str {
    match origin {
        Origin::Total => "total",
        Origin::Domestic => "domestic",
        Origin::Foreign => "foreign",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FORMS: [&str; 4] = [
        // Everything in full.
        r#"{"version":"2.0","class":"dataset","id":["Region","Kon","Tid"],"size":[2,2,1],
            "role":{"geo":["Region"],"time":["Tid"]},
            "dimension":{"Region":{"category":{"index":["18","1880"]}},"Kon":{"category":{"index":["1","2"]}},
              "Tid":{"category":{"index":["2022"]}}},
            "value":[1,2,3,null],"status":[null,null,"preliminary","suppressed"]}"#,
        // Objects in place of arrays, positions out of order, no index where one category.
        r#"{"version":"2.0","class":"dataset","id":["Region","Kon","Tid"],"size":[2,2,1],
            "role":{"geo":["Region"],"time":["Tid"]},
            "dimension":{"Region":{"category":{"index":{"1880":1,"18":0}}},"Kon":{"category":{"index":{"2":1,"1":0}}},
              "Tid":{"category":{"label":{"2022":"2022"}}}},
            "value":{"0":1,"1":2,"2":3},"status":{"2":"preliminary","3":"suppressed"}}"#,
        // No role: known by name.
        r#"{"version":"2.0","class":"dataset","id":["Region","Kon","Tid"],"size":[2,2,1],
            "dimension":{"Region":{"category":{"index":["18","1880"],"label":{"18":"Örebro län","1880":"Örebro"}}},
              "Kon":{"category":{"index":["1","2"]}},"Tid":{"category":{"index":["2022"]}}},
            "value":[1,2,3,null],"status":{"2":"preliminary","3":"suppressed"}}"#,
        // A dimension more, with one category, and members nobody needs.
        r#"{"version":"2.0","class":"dataset","href":"http://x","note":["x"],"id":["ContentsCode","Region","Kon","Tid"],
            "size":[1,2,2,1],"extension":{"px":{}},
            "dimension":{"ContentsCode":{"category":{"index":{"A":0},"unit":{"A":{"base":"antal","decimals":0}}}},
              "Region":{"category":{"index":["18","1880"]},"extension":{"show":"code"}},
              "Kon":{"category":{"index":["1","2"]}},"Tid":{"category":{"index":["2022"]}}},
            "value":[1,2,3,null],"status":{"2":"preliminary","3":"suppressed"}}"#,
    ];

    #[test]
    fn every_form_says_the_same() {
        let mut first: Option<Found> = None;
        for text in FORMS {
            let mut found = Found::new(Path::new("x.json"));
            add(&mut found, text.as_bytes(), &Mapping::default()).unwrap();
            assert_eq!((found.figures.len(), found.reasons.len()), (3, 1));
            let key = found.reasons.keys().next().unwrap();
            assert_eq!(key.to_string(), "area 1880, 2022, women, total");
            assert_eq!(found.figures.values().filter_map(|f| f.flag).collect::<Vec<_>>(), ["preliminary"]);
            assert_eq!(*first.get_or_insert(found.clone()), found);
        }
    }

    #[test]
    fn an_answer_of_kolada_is_known() {
        let text =
            br#"{"count":1,"values":[{"kpi":"N00914","municipality":"1880","period":2022,"values":[]}]}"#;
        let fault = add(&mut Found::new(Path::new("x.json")), text, &Mapping::default()).unwrap_err();
        assert!(or_kolada(fault, text).hint.contains("kolada = { kpi"));
    }

    #[test]
    fn an_unknown_symbol_needs_a_meaning() {
        let text = FORMS[2].replace("suppressed", "..");
        let mut found = Found::new(Path::new("x.json"));
        let fault = add(&mut found, text.as_bytes(), &Mapping::default()).unwrap_err().to_string();
        assert!(fault.starts_with("x.json: status[\"3\"]: expected a status (suppressed,"), "{fault}");
        assert!(
            fault.ends_with("(say what it means in the catalogue: symbols = { \"..\" = \"…\" })"),
            "{fault}"
        );
        let fault = in_mapping(add(&mut found, text.as_bytes(), &Mapping::default()).unwrap_err());
        assert!(
            fault.hint.ends_with("in the catalogue: mapping = { symbols = { \"..\" = \"…\" } }"),
            "{fault}"
        );
        let symbols = [("..".to_owned(), "too-uncertain".to_owned())].into_iter().collect();
        let mut found = Found::new(Path::new("x.json"));
        add(&mut found, text.as_bytes(), &Mapping { symbols, ..Mapping::default() }).unwrap();
        assert_eq!(found.reasons.values().collect::<Vec<_>>(), [&Missing::TooUncertain]);
    }
}
