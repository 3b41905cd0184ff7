//! PxWebApi played: a real answer of SCB cut as asked, and a table made from a file of `data`.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::{Value, json};

use super::kolada::rows;
use super::server::{Asked, Reply};
use super::{data, fixture};

/// A table: its variables with codes, and its cells by codes in that order.
struct Table {
    variables: Vec<(String, Vec<String>)>,
    cells: BTreeMap<Vec<String>, f64>,
}

/// Population by month, as SCB answered in June 2026: counties, age classes, four months.
fn population() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let answer: Value = serde_json::from_str(&fixture("services/TAB6471.data.json")).unwrap();
        let variable = |id: &Value| {
            let index = answer["dimension"][id.as_str().unwrap()]["category"]["index"].as_object().unwrap();
            let mut codes: Vec<(u64, String)> =
                index.iter().map(|(c, at)| (at.as_u64().unwrap(), c.clone())).collect();
            codes.sort();
            (id.as_str().unwrap().to_owned(), codes.into_iter().map(|(_, c)| c).collect())
        };
        let mut variables: Vec<(String, Vec<String>)> =
            answer["id"].as_array().unwrap().iter().map(variable).collect();
        let mut cells = BTreeMap::new();
        for (at, value) in answer["value"].as_array().unwrap().iter().enumerate() {
            let mut rest = at;
            let mut key = Vec::new();
            for (_, codes) in variables.iter().rev() {
                key.insert(0, codes[rest % codes.len()].clone());
                rest /= codes.len();
            }
            cells.extend(value.as_f64().map(|value| (key, value)));
        }
        // Of the areas the table has besides, the stored answer holds nothing.
        let metadata: Value = serde_json::from_str(&fixture("services/TAB6471.metadata.json")).unwrap();
        let all = metadata["dimension"]["Region"]["category"]["index"].as_object().unwrap();
        let counties = std::mem::take(&mut variables[0].1);
        variables[0].1 = all.keys().cloned().collect();
        assert!(counties.iter().all(|county| variables[0].1.contains(county)));
        Table { variables, cells }
    })
}

/// Employment rate by sex and origin: `sysselsattningsgrad-20-64` under SCB's codes.
fn employment() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let file = data("sources/indicators/sysselsattningsgrad-20-64.csv");
        let mut cells = BTreeMap::new();
        let (mut areas, mut years) = (Vec::new(), Vec::new());
        for (area, year, sex, origin, value) in rows(&file) {
            let kon = match sex.as_str() {
                "women" => "2",
                "men" => "1",
                _ => "1+2",
            };
            let born = if origin == "foreign" { "ut" } else { "tot" };
            let key = [&area, kon, "20-64", born, "000001PL", &year].map(str::to_owned).to_vec();
            cells.insert(key, value);
            areas.push(area);
            years.push(year);
        }
        for list in [&mut areas, &mut years] {
            list.sort();
            list.dedup();
        }
        let of = |id: &str, codes: &[&str]| (id.to_owned(), codes.iter().map(|c| (*c).to_owned()).collect());
        let variables = vec![
            ("Region".to_owned(), areas),
            of("Kon", &["1", "2", "1+2"]),
            of("Alder", &["15-74", "20-64"]),
            of("Fodelseregion", &["in", "ut", "tot"]),
            of("ContentsCode", &["000001PL"]),
            ("Tid".to_owned(), years),
        ];
        Table { variables, cells }
    })
}

/// The answer to a question under `/v2`; a query may have at most `most` cells.
pub(super) fn answer(asked: &Asked, most: usize) -> Reply {
    let path: Vec<&str> = asked.path.trim_start_matches("/v2/").split('/').collect();
    match path.as_slice() {
        ["config"] => {
            let config = fixture("services/config.json");
            assert!(config.contains("150000"));
            Reply::json(config.replace("150000", &most.to_string()))
        }
        ["tables", "TAB6471", "metadata"] => Reply::json(fixture("services/TAB6471.metadata.json")),
        ["tables", "TAB2921", "metadata"] => Reply::json(employment().metadata()),
        ["tables", "TAB6471", "data"] => population().data(&asked.body, most),
        ["tables", "TAB2921", "data"] => employment().data(&asked.body, most),
        _ => Reply::status(404, r#"{"type":"Parameter error","title":"Non-existent table","status":404}"#),
    }
}

/// The answer to a question under `/v1`: the same tables in the older way.
pub(super) fn answer_v1(asked: &Asked, most: usize) -> Reply {
    if !asked.path.ends_with("/AM/ArbStatusAr") {
        return Reply::status(404, "");
    }
    let table = employment();
    if asked.body.is_empty() {
        let variable = |(code, codes): &(String, Vec<String>)| {
            let mut variable = json!({ "code": code, "text": code, "values": codes, "valueTexts": codes });
            if code == "Tid" {
                variable["time"] = json!(true);
            }
            variable
        };
        let variables: Vec<Value> = table.variables.iter().map(variable).collect();
        return Reply::json(json!({ "title": "…", "variables": variables }).to_string());
    }
    let query: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!(query["response"]["format"], "json-stat2");
    let selection = query["query"].as_array().unwrap().iter().map(|q| {
        assert_eq!(q["selection"]["filter"], "item");
        json!({ "variableCode": q["code"], "valueCodes": q["selection"]["values"] })
    });
    table.data(&json!({ "selection": selection.collect::<Vec<_>>() }).to_string(), most)
}

impl Table {
    fn metadata(&self) -> String {
        let dimension = |(id, codes): &(String, Vec<String>)| (id.clone(), dimension(codes, id == "Region"));
        let dimensions: serde_json::Map<String, Value> = self.variables.iter().map(dimension).collect();
        let ids: Vec<&str> = self.variables.iter().map(|(id, _)| id.as_str()).collect();
        let sizes: Vec<usize> = self.variables.iter().map(|(_, codes)| codes.len()).collect();
        json!({ "version": "2.0", "class": "dataset", "label": "…", "role": { "time": ["Tid"], "metric": ["ContentsCode"] },
                "id": ids, "size": sizes, "dimension": dimensions, "value": [] })
        .to_string()
    }

    fn data(&self, body: &str, most: usize) -> Reply {
        let query: Value = serde_json::from_str(body).unwrap();
        let mut chosen: Vec<Vec<String>> = Vec::new();
        for (id, codes) in &self.variables {
            let selection =
                query["selection"].as_array().unwrap().iter().find(|s| s["variableCode"] == id.as_str());
            let Some(selection) = selection else {
                return Reply::status(
                    400,
                    r#"{"title":"Missing selection for mandantory variable","status":400}"#,
                );
            };
            let named = selection["valueCodes"].as_array().unwrap();
            let named: Vec<String> = named.iter().map(|c| c.as_str().unwrap().to_owned()).collect();
            if named.iter().any(|code| !codes.contains(code)) {
                return Reply::status(400, r#"{"title":"Non-existent value","status":400}"#);
            }
            chosen.push(named);
        }
        let cells: usize = chosen.iter().map(Vec::len).product();
        if cells > most {
            let problem = r#"{"type":"Parameter error","title":"Too many cells selected","status":400,"detail":"Too many cells selected"}"#;
            return Reply::status(400, problem);
        }
        let value = |at: usize| {
            let mut rest = at;
            let mut key = Vec::new();
            for codes in chosen.iter().rev() {
                key.insert(0, codes[rest % codes.len()].clone());
                rest /= codes.len();
            }
            self.cells.get(&key).copied()
        };
        let values: Vec<Option<f64>> = (0..cells).map(value).collect();
        let ids: Vec<&str> = self.variables.iter().map(|(id, _)| id.as_str()).collect();
        let of =
            |((id, _), codes): (&(String, Vec<String>), &Vec<String>)| (id.clone(), dimension(codes, false));
        let dimensions: serde_json::Map<String, Value> = self.variables.iter().zip(&chosen).map(of).collect();
        let sizes: Vec<usize> = chosen.iter().map(Vec::len).collect();
        let answer = json!({ "version": "2.0", "class": "dataset", "label": "…", "source": "SCB",
            "role": { "time": ["Tid"], "metric": ["ContentsCode"] },
            "id": ids, "size": sizes, "dimension": dimensions, "value": values });
        Reply::json(answer.to_string())
    }
}

fn dimension(codes: &[String], elimination: bool) -> Value {
    let index: serde_json::Map<String, Value> =
        codes.iter().enumerate().map(|(at, code)| (code.clone(), json!(at))).collect();
    json!({ "label": "…", "category": { "index": index }, "extension": { "elimination": elimination, "show": "code" } })
}
