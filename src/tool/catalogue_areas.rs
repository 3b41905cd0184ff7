//! The catalogue's areas: nation, counties, municipalities.

use std::fmt;
use std::path::PathBuf;

use schemars::JsonSchema;
use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Visitor, value::SeqAccessDeserializer};

use crate::tool::catalogue::Text;

/// The areas of a bundle.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Areas {
    /// The nation, where it is compared with.
    #[serde(default)]
    pub nation: Option<Area>,
    /// Counties, the one that is followed up among them.
    pub counties: Vec<Area>,
    /// The municipalities of the county that is followed up.
    pub municipalities: Municipalities,
}

/// Municipalities one by one, or from the `code` and `name` of a file of borders.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(untagged)]
pub enum Municipalities {
    /// One by one.
    List(Vec<Area>),
    /// GeoJSON, TopoJSON or GeoPackage.
    File(PathBuf),
}

/// Told apart by its form, so that what is wrong inside a list is told as such.
impl<'de> Deserialize<'de> for Municipalities {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Municipalities;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of areas, or the name of a file of borders")
            }

            fn visit_str<E: de::Error>(self, file: &str) -> Result<Municipalities, E> {
                Ok(Municipalities::File(file.into()))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, areas: A) -> Result<Municipalities, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(areas)).map(Municipalities::List)
            }
        }
        from.deserialize_any(Either)
    }
}

/// An area; level and parent follow from where it stands.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// SCB's code.
    pub code: String,
    /// Its name.
    pub name: Text,
}
