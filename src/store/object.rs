//! JSON objects, read more strictly than serde reads them by default.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// The most keys that an object of a stored document can have.
const MOST_KEYS: usize = 2_000;

/// An object whose keys are ids, in the order in which it was written. A key that occurs twice is
/// an error, whereas the maps of the standard library would keep the last value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Map<T>(pub(super) Vec<(String, T)>);

/// A record that can only be read from an object. serde would also take a list of its fields.
pub(super) struct Record<T>(pub(super) T);

impl<T> Map<T> {
    /// The value under a key.
    pub(super) fn get(&self, key: &str) -> Option<&T> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Serialize> Serialize for Map<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Object::<Self>(PhantomData))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Record<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Object::<Self>(PhantomData))
    }
}

/// Reads an object, and nothing else, as a `T`.
struct Object<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<Map<T>> {
    type Value = Map<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Map<T>, A::Error> {
        let mut map = Map::default();
        while let Some((key, value)) = object.next_entry::<String, T>()? {
            if map.0.len() == MOST_KEYS || map.get(&key).is_some() {
                return Err(A::Error::custom("a key occurs twice, or there are too many"));
            }
            map.0.push((key, value));
        }
        Ok(map)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Object<Record<T>> {
    type Value = Record<T>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, object: A) -> Result<Record<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(object)).map(Record)
    }
}
