//! JSON objects, read more strictly than serde reads them by default.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// The most keys that an object of a stored document can have.
pub(super) const MOST_KEYS: usize = 2_000;

/// An object whose keys are ids. A key that occurs twice is an error, whereas the maps of the standard
/// library would keep the last value. It is read in the order in which it was written; everything but
/// [`Map::sorted`] that takes `self` needs it in the order of its keys.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Map<T>(pub(super) Vec<(String, T)>);

/// A record that can only be read from an object. serde would also take a list of its fields.
pub(super) struct Record<T>(pub(super) T);

/// Any value that a document can have, of which only a whole number of at least 0 is kept. It is read
/// as strictly as a value that is kept, so deep nesting and impossible numbers are errors.
pub(super) struct Number(pub(super) Option<u64>);

impl<T> Map<T> {
    fn find(&self, key: &str) -> Result<usize, usize> {
        self.0.binary_search_by(|(known, _)| known.as_str().cmp(key))
    }

    /// The value under a key.
    pub(super) fn get(&self, key: &str) -> Option<&T> {
        let at = self.find(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Sets the value under a key.
    pub(super) fn set(&mut self, key: &str, value: T) {
        match self.find(key).map(|at| self.0.get_mut(at)) {
            Ok(Some((_, known))) => *known = value,
            Ok(None) => {}
            Err(at) => self.0.insert(at, (key.to_owned(), value)),
        }
    }

    /// Removes a key, if it is there.
    pub(super) fn remove(&mut self, key: &str) {
        if let Ok(at) = self.find(key) {
            self.0.remove(at);
        }
    }
}

impl<T: Ord> Map<T> {
    /// Sets the value under a key, unless the one that is there is greater.
    pub(super) fn put(&mut self, key: String, value: T) {
        match self.find(&key).map(|at| self.0.get_mut(at)) {
            Ok(Some((_, known))) if *known < value => *known = value,
            Ok(_) => {}
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Merges another map into this one. Of two values under one key, the greater one stays.
    pub(super) fn merge(&mut self, other: Self) {
        for (key, value) in other.0 {
            self.put(key, value);
        }
    }

    /// The entries of a map in the order of their keys.
    pub(super) fn sorted(read: Map<Record<T>>) -> Self {
        let mut sorted = Self::default();
        for (key, Record(value)) in read.0 {
            sorted.put(key, value);
        }
        sorted
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

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
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
        // What this page has written is sorted, and then no key can have occurred before.
        let mut is_sorted = true;
        while let Some((key, value)) = object.next_entry::<String, T>()? {
            is_sorted = is_sorted && map.0.last().is_none_or(|(last, _)| *last < key);
            let is_known = !is_sorted && map.0.iter().any(|(known, _)| *known == key);
            if map.0.len() == MOST_KEYS || is_known {
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

/// Reads any value.
struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Number;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_u64<E>(self, number: u64) -> Result<Number, E> {
        Ok(Number(Some(number)))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Number, E> {
        Ok(Number(None))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Number, E> {
        Ok(Number(None))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Number, E> {
        Ok(Number(None))
    }

    fn visit_str<E>(self, _: &str) -> Result<Number, E> {
        Ok(Number(None))
    }

    fn visit_unit<E>(self) -> Result<Number, E> {
        Ok(Number(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Number, A::Error> {
        while let Some(Number(_)) = list.next_element()? {}
        Ok(Number(None))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Number, A::Error> {
        while let Some((Number(_), Number(_))) = object.next_entry()? {}
        Ok(Number(None))
    }
}
