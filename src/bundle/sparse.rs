//! Reading JSON-stat's members of several forms in one pass.
//!
//! Written by hand because the derived form of an untagged enum first copies everything into
//! a buffer, and then cannot say what was expected.

use std::{collections::BTreeMap, fmt, marker::PhantomData};

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::jsonstat::{Index, Sparse, Status};

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Sparse<T> {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Cells<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for Cells<T> {
            type Value = Sparse<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of cells or an object of cells by position")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Sparse<T>, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Sparse::Dense)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Sparse<T>, A::Error> {
                once(map, "position").map(Sparse::Map)
            }
        }

        input.deserialize_any(Cells(PhantomData))
    }
}

impl<'de> Deserialize<'de> for Index {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Codes;

        impl<'de> Visitor<'de> for Codes {
            type Value = Index;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an array of category codes or an object of positions by code")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Index, A::Error> {
                Vec::deserialize(SeqAccessDeserializer::new(seq)).map(Index::List)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Index, A::Error> {
                once(map, "category").map(Index::Map)
            }
        }

        input.deserialize_any(Codes)
    }
}

impl<'de> Deserialize<'de> for Status {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        struct Symbols;

        impl<'de> Visitor<'de> for Symbols {
            type Value = Status;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a status, an array of them or an object of them by position")
            }

            fn visit_str<E: Error>(self, all: &str) -> Result<Status, E> {
                Ok(Status::All(all.to_owned()))
            }

            fn visit_string<E: Error>(self, all: String) -> Result<Status, E> {
                Ok(Status::All(all))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Status, A::Error> {
                Sparse::deserialize(SeqAccessDeserializer::new(seq)).map(Status::Cells)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Status, A::Error> {
                Sparse::deserialize(MapAccessDeserializer::new(map)).map(Status::Cells)
            }
        }

        input.deserialize_any(Symbols)
    }
}

/// A map in which no key may come twice; the derived one would keep the last silently.
fn once<'de, T: Deserialize<'de>, A: MapAccess<'de>>(
    mut map: A,
    what: &str,
) -> Result<BTreeMap<String, T>, A::Error> {
    let mut out = BTreeMap::new();
    while let Some(key) = map.next_key::<String>()? {
        // Before its value is read, so that the error stands at the key.
        if out.contains_key(&key) {
            return Err(A::Error::custom(format_args!("duplicate {what} `{key}`")));
        }
        out.insert(key, map.next_value()?);
    }
    Ok(out)
}
