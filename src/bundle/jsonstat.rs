//! JSON-stat 2.0 datasets, as far as tables of areas and periods need them.
//!
//! All forms of the specification are read: `value` and `status` as array or object,
//! category `index` as array or object, a missing `index` where there is one category, `role`
//! present or not. Status of a cell without a value is its reason: `suppressed`,
//! `not-available`, `not-applicable`, `non-response`, `too-uncertain`, `withdrawn`,
//! `not-yet-published`; of a cell with a value a flag: `preliminary`, `revised`, `estimated`,
//! `uncertain`. A cell with neither value nor status is `not-available`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A dataset. Cells are in row-major order of `id`: the last dimension varies fastest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// `"2.0"`.
    pub version: String,
    /// `"dataset"`.
    pub class: String,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Source line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// When the source last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Dimension ids in cell order.
    pub id: Vec<String>,
    /// Number of categories per dimension, in the same order.
    pub size: Vec<usize>,
    /// Which dimensions are time and place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// The dimensions by id.
    pub dimension: BTreeMap<String, Dimension>,
    /// The cells.
    pub value: Sparse<Option<f64>>,
    /// Status of cells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
}

/// Roles of dimensions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Role {
    /// Dimensions that are time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub time: Vec<String>,
    /// Dimensions that are place.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub geo: Vec<String>,
    /// Dimensions that are what is measured.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub metric: Vec<String>,
}

/// One dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Dimension {
    /// Its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Its categories.
    pub category: Category,
}

/// Categories of a dimension.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
pub struct Category {
    /// Codes in order; may be left out where there is one category, named by `label`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub index: Option<Index>,
    /// Names by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<BTreeMap<String, String>>,
}

/// Codes in order, or positions by code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Index {
    /// `["18", "1880"]`
    List(Vec<String>),
    /// `{"18": 0, "1880": 1}`
    Map(BTreeMap<String, usize>),
}

/// Cells in full, or only some of them by position.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Sparse<T> {
    /// Every cell.
    Dense(Vec<T>),
    /// Cells by position written in decimal; the others are empty.
    Map(BTreeMap<String, T>),
}

/// Status of cells.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "tool", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Status {
    /// The same for every cell.
    All(String),
    /// Per cell.
    Cells(Sparse<Option<String>>),
}
