//! Values by key, in the order of the keys.

/// What an object of free keys holds: a sorted list, for the few keys there are in a bundle.
///
/// A search tree would be several kilobytes of wasm for each type of value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Keyed<T>(Vec<(String, T)>);

impl<T> Keyed<T> {
    /// Entries that are in the order of their keys, each key once.
    pub(super) fn from_sorted(entries: Vec<(String, T)>) -> Self {
        Self(entries)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        let position = self.0.binary_search_by(|(have, _)| have.as_str().cmp(key)).ok()?;
        self.0.get(position).map(|(_, value)| value)
    }

    /// Keys and values in the order of the keys.
    pub fn entries(&self) -> &[(String, T)] {
        &self.0
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> Default for Keyed<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

/// Building, writing and describing, which the browser has no use for.
#[cfg(feature = "tool")]
mod tool {
    use std::borrow::Cow;
    use std::collections::BTreeMap;

    use schemars::{JsonSchema, Schema, SchemaGenerator};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::Keyed;

    impl<T> FromIterator<(String, T)> for Keyed<T> {
        /// Of a key that comes twice the last value stays.
        fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
            Self(entries.into_iter().collect::<BTreeMap<_, _>>().into_iter().collect())
        }
    }

    impl<T: Serialize> Serialize for Keyed<T> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
        }
    }

    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Keyed<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            BTreeMap::<String, T>::deserialize(deserializer).map(|map| map.into_iter().collect())
        }
    }

    impl<T: JsonSchema> JsonSchema for Keyed<T> {
        fn inline_schema() -> bool {
            BTreeMap::<String, T>::inline_schema()
        }

        fn schema_name() -> Cow<'static, str> {
            BTreeMap::<String, T>::schema_name()
        }

        fn schema_id() -> Cow<'static, str> {
            BTreeMap::<String, T>::schema_id()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            BTreeMap::<String, T>::json_schema(generator)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_and_found() {
        let keyed: Keyed<u8> =
            [("b", 2), ("a", 1), ("c", 3)].map(|(k, v)| (k.to_owned(), v)).into_iter().collect();
        assert_eq!(keyed.entries().iter().map(|(key, _)| key.as_str()).collect::<String>(), "abc");
        assert_eq!((keyed.get("b"), keyed.get("d")), (Some(&2), None));
    }
}
