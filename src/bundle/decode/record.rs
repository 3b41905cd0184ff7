//! How a type of the format is written down: its members, its doc comments, how it is read, and
//! in the tool how it is written and what its schema is, all from one definition.

/// An object type of the format.
#[derive(Debug)]
pub struct Shape {
    /// The name of its Rust type and of its schema.
    pub name: &'static str,
    /// Its members.
    pub members: &'static [Member],
    /// Members that are not read but belong there by some standard; never reported.
    pub tolerated: &'static [&'static str],
}

/// A member of an object type.
#[derive(Debug)]
pub struct Member {
    /// Its name in the document.
    pub key: &'static str,
    /// Whether a document without it is refused.
    pub needed: bool,
}

/// Defines a struct that an object is read into: `"key" => member: Type;`.
///
/// `or default` makes a member optional, `unless "Type::is_empty"` also leaves it out when
/// written. Keys in brackets before the members are tolerated, not read.
macro_rules! record {
    (
        $(#[$meta:meta])*
        pub struct $name:ident $([ $($tolerated:literal),* ])? {
            $(
                $(#[$doc:meta])*
                $key:literal => $member:ident : $type:ty $(, or $default:ident)? $(, unless $skip:literal)? ;
            )*
        }
    ) => {
        $(#[$meta])*
        #[cfg_attr(feature = "tool", derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema))]
        pub struct $name {
            $(
                $(#[$doc])*
                #[cfg_attr(feature = "tool", serde(rename = $key))]
                $(#[cfg_attr(feature = "tool", serde($default))])?
                $(#[cfg_attr(feature = "tool", serde(default, skip_serializing_if = $skip))])?
                pub $member: $type,
            )*
        }

        impl $name {
            /// Its members in the document.
            pub const SHAPE: &'static $crate::bundle::decode::Shape = &$crate::bundle::decode::Shape {
                name: stringify!($name),
                members: &[$(
                    $crate::bundle::decode::Member {
                        key: $key,
                        needed: [$(stringify!($default),)? $($skip,)? ""].len() == 1,
                    }
                ),*],
                tolerated: &[$($($tolerated),*)?],
            };
        }

        impl $crate::bundle::decode::Decode for $name {
            fn decode(
                reader: &mut $crate::bundle::decode::Reader<'_>,
                node: $crate::bundle::json::Node,
            ) -> Self {
                let mut found = [$crate::bundle::json::Node::ABSENT; Self::SHAPE.members.len()];
                reader.members(node, Self::SHAPE, &mut found);
                let [$($member),*] = found;
                Self { $($member: $crate::bundle::decode::Decode::decode(reader, $member)),* }
            }
        }
    };
}

/// Defines an enum that is one of some words: `Variant = "word",`.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$doc:meta])* $variant:ident = $word:literal, )* }
    ) => {
        $(#[$meta])*
        #[cfg_attr(feature = "tool", derive(serde::Serialize, serde::Deserialize, schemars::JsonSchema))]
        pub enum $name {
            $(
                $(#[$doc])*
                #[cfg_attr(feature = "tool", serde(rename = $word))]
                $variant,
            )*
        }

        impl $name {
            /// Its word in a document.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::bundle::decode::Decode for $name {
            fn decode(
                reader: &mut $crate::bundle::decode::Reader<'_>,
                node: $crate::bundle::json::Node,
            ) -> Self {
                let all = [$(Self::$variant),*];
                let position = reader.word(node, &[$($word),*]);
                let [first, ..] = all;
                all.get(position).copied().unwrap_or(first)
            }
        }
    };
}

pub(in crate::bundle) use {choice, record};
