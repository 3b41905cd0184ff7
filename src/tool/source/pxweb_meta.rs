//! What a PxWebApi service says of itself and of a table.

use std::collections::BTreeMap;

use serde::Deserialize;

/// What `/config` of version 2 says of limits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Config {
    /// Cells of one answer.
    pub max_data_cells: usize,
    /// Calls in a span of time.
    pub max_calls_per_time_window: usize,
    /// That span, seconds.
    pub time_window: u64,
    /// The terms of its data.
    #[serde(default)]
    pub license: Option<String>,
}

/// A variable of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Variable {
    /// Its id.
    pub code: String,
    /// Its codes in order.
    pub codes: Vec<String>,
    /// It is time.
    pub is_time: bool,
    /// It may be left out of a query: the table sums it or has a total.
    pub can_go: bool,
}

#[derive(Deserialize)]
struct Metadata {
    id: Vec<String>,
    #[serde(default)]
    role: Role,
    dimension: BTreeMap<String, Dimension>,
}

#[derive(Default, Deserialize)]
struct Role {
    #[serde(default)]
    time: Vec<String>,
}

#[derive(Deserialize)]
struct Dimension {
    category: Category,
    #[serde(default)]
    extension: Extension,
}

#[derive(Deserialize)]
struct Category {
    index: Index,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Index {
    List(Vec<String>),
    Map(BTreeMap<String, usize>),
}

#[derive(Default, Deserialize)]
struct Extension {
    #[serde(default)]
    elimination: bool,
}

#[derive(Deserialize)]
struct MetadataV1 {
    variables: Vec<VariableV1>,
}

#[derive(Deserialize)]
struct VariableV1 {
    code: String,
    values: Vec<String>,
    #[serde(default)]
    elimination: bool,
    #[serde(default)]
    time: bool,
}

/// The limits a service states.
///
/// # Errors
/// Another answer.
pub(super) fn config(body: &[u8]) -> serde_json::Result<Config> {
    serde_json::from_slice(body)
}

/// The variables of a table, version 2: JSON-stat without values.
///
/// # Errors
/// Another answer.
pub(super) fn variables(body: &[u8]) -> serde_json::Result<Vec<Variable>> {
    let Metadata { id, role, mut dimension } = serde_json::from_slice(body)?;
    let mut variables = Vec::new();
    for code in id {
        let Some(Dimension { category, extension }) = dimension.remove(&code) else {
            return Err(serde::de::Error::custom(format!("the dimension {code} is missing")));
        };
        let codes = match category.index {
            Index::List(codes) => codes,
            Index::Map(map) => {
                let mut codes: Vec<(usize, String)> = map.into_iter().map(|(code, at)| (at, code)).collect();
                codes.sort();
                codes.into_iter().map(|(_, code)| code).collect()
            }
        };
        let is_time = role.time.contains(&code);
        variables.push(Variable { code, codes, is_time, can_go: extension.elimination });
    }
    Ok(variables)
}

/// The variables of a table, version 1.
///
/// # Errors
/// Another answer.
pub(super) fn variables_v1(body: &[u8]) -> serde_json::Result<Vec<Variable>> {
    let MetadataV1 { variables } = serde_json::from_slice(body)?;
    let variable =
        |v: VariableV1| Variable { code: v.code, codes: v.values, is_time: v.time, can_go: v.elimination };
    Ok(variables.into_iter().map(variable).collect())
}
