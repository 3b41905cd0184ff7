//! Names: one for every language, or one in each.

use super::decode::{Decode, Reader};
use super::format::Text;
use super::json::{Node, Type};

/// What somebody is called: `"SMHI"` in every language, or `{ "sv": "SCB", "en": "Statistics Sweden" }`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "tool", derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema))]
#[cfg_attr(feature = "tool", serde(from = "tool::Written", into = "tool::Written"))]
pub struct Name(pub Text);

impl Decode for Name {
    fn decode(reader: &mut Reader<'_>, node: Node) -> Self {
        match reader.kind(node) {
            Type::Text => Self(Text { sv: String::decode(reader, node), en: None }),
            _ => Self(Text::decode(reader, node)),
        }
    }
}

/// Writing and describing, which the browser has no use for.
#[cfg(feature = "tool")]
mod tool {
    use super::{Name, Text};

    /// As it stands in a document.
    #[derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
    #[serde(untagged)]
    #[schemars(rename = "Name")]
    pub enum Written {
        /// The same in every language.
        Same(String),
        /// One in each language.
        Each(Text),
    }

    impl From<Written> for Name {
        fn from(written: Written) -> Self {
            match written {
                Written::Same(sv) => Self(Text { sv, en: None }),
                Written::Each(name) => Self(name),
            }
        }
    }

    impl From<Name> for Written {
        fn from(Name(name): Name) -> Self {
            match name.en {
                None => Self::Same(name.sv),
                Some(_) => Self::Each(name),
            }
        }
    }
}
