//! JSON-stat 2.0 datasets, as far as tables of areas and periods need them.
//!
//! All forms of the specification are read: `value` and `status` as array or object,
//! category `index` as array or object, a missing `index` where there is one category, `role`
//! present or not. Status of a cell without a value is its reason: `suppressed`,
//! `not-available`, `not-applicable`, `non-response`, `too-uncertain`, `withdrawn`,
//! `not-yet-published`; of a cell with a value a flag: `preliminary`, `revised`, `estimated`,
//! `uncertain`. A cell with neither value nor status is `not-available`.

use super::decode::{Decode, Reader, record};
use super::json::{Node, Type};
use super::keyed::Keyed;

record! {
    /// A dataset. Cells are in row-major order of `id`: the last dimension varies fastest.
    #[derive(Clone, Debug, PartialEq)]
    pub struct Dataset ["href", "link", "note", "extension", "error"] {
        /// `"2.0"`.
        "version" => version: String;
        /// `"dataset"`.
        "class" => class: String;
        /// Title.
        "label" => label: Option<String>, unless "Option::is_none";
        /// Source line.
        "source" => source: Option<String>, unless "Option::is_none";
        /// When the source last changed.
        "updated" => updated: Option<String>, unless "Option::is_none";
        /// Dimension ids in cell order.
        "id" => id: Vec<String>;
        /// Number of categories per dimension, in the same order.
        "size" => size: Vec<usize>;
        /// Which dimensions are time and place.
        "role" => role: Option<Role>, unless "Option::is_none";
        /// The dimensions by id.
        "dimension" => dimension: Keyed<Dimension>;
        /// The cells.
        "value" => value: Sparse<Option<f64>>;
        /// Status of cells.
        "status" => status: Option<Status>, unless "Option::is_none";
    }
}

record! {
    /// Roles of dimensions.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Role {
        /// Dimensions that are time.
        "time" => time: Vec<String>, unless "Vec::is_empty";
        /// Dimensions that are place.
        "geo" => geo: Vec<String>, unless "Vec::is_empty";
        /// Dimensions that are what is measured.
        "metric" => metric: Vec<String>, unless "Vec::is_empty";
    }
}

record! {
    /// One dimension.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Dimension ["class", "href", "link", "note", "extension"] {
        /// Its name.
        "label" => label: Option<String>, unless "Option::is_none";
        /// Its categories.
        "category" => category: Category;
    }
}

record! {
    /// Categories of a dimension.
    #[derive(Clone, Debug, Default, PartialEq, Eq)]
    pub struct Category ["child", "coordinates", "unit", "note", "extension"] {
        /// Codes in order; may be left out where there is one category, named by `label`.
        "index" => index: Option<Index>, unless "Option::is_none";
        /// Names by code.
        "label" => label: Option<Keyed<String>>, unless "Option::is_none";
    }
}

/// Codes in order, or positions by code.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "tool",
    derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema),
    serde(untagged)
)]
pub enum Index {
    /// `["18", "1880"]`
    List(Vec<String>),
    /// `{"18": 0, "1880": 1}`
    Map(Keyed<usize>),
}

/// Cells in full, or only some of them by position.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "tool",
    derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema),
    serde(untagged)
)]
pub enum Sparse<T> {
    /// Every cell.
    Dense(Vec<T>),
    /// Cells by position written in decimal; the others are empty.
    Map(Keyed<T>),
}

/// Status of cells.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(
    feature = "tool",
    derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema),
    serde(untagged)
)]
pub enum Status {
    /// The same for every cell.
    All(String),
    /// Per cell.
    Cells(Sparse<Option<String>>),
}

impl Decode for Index {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        match reader.kind(node) {
            Type::Object => Self::Map(Keyed::decode(reader, node)),
            Type::Array | Type::Absent => Self::List(Vec::decode(reader, node)),
            _ => {
                reader.wrong_type(node, "an array of category codes or an object of positions by code");
                Self::List(Vec::new())
            }
        }
    }
}

impl<T: Decode> Decode for Sparse<T> {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        match reader.kind(node) {
            Type::Object => Self::Map(Keyed::decode(reader, node)),
            Type::Array | Type::Absent => Self::Dense(Vec::decode(reader, node)),
            _ => {
                reader.wrong_type(node, "an array of cells or an object of cells by position");
                Self::Dense(Vec::new())
            }
        }
    }
}

impl Decode for Status {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        match reader.kind(node) {
            Type::Object | Type::Array => Self::Cells(Sparse::decode(reader, node)),
            Type::Text | Type::Absent => Self::All(String::decode(reader, node)),
            _ => {
                reader.wrong_type(node, "a status, an array of them or an object of them by position");
                Self::All(String::new())
            }
        }
    }
}
