//! A JSON tree that serde reads and writes.
//!
//! Every record is read from this one type, because a derived reader for each record would need
//! more code in the browser, and because the tree makes duplicate keys visible. See
//! `docs/decisions/0009-one-tree-for-stored-documents.md`.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// The most keys that an object of a stored document can have.
const MOST_KEYS: usize = 2_000;

/// The highest revision. Nobody clicks that often, and the limit leaves room to increment without
/// overflow.
const MOST_CHANGES: u32 = 1 << 30;

/// A JSON value of a kind that stored documents use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Tree {
    /// A whole number.
    Number(i64),
    /// True or false.
    Flag(bool),
    /// Text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// An object without duplicate keys, in the order in which it was written.
    Map(Vec<(String, Tree)>),
    /// Any value that a stored document never has: `null`, a number outside `i64` or with a
    /// fraction, or an object with duplicate keys or more than [`MOST_KEYS`] keys.
    Other,
}

impl Tree {
    /// A list of texts.
    pub(super) fn texts(texts: &[String]) -> Self {
        Self::List(texts.iter().map(|text| Self::Text(text.clone())).collect())
    }

    /// A list of numbers.
    pub(super) fn numbers(numbers: &[i32]) -> Self {
        Self::List(numbers.iter().map(|number| Self::Number(i64::from(*number))).collect())
    }

    /// The tree as JSON text.
    pub(super) fn text(&self) -> String {
        // Writing to a string cannot fail, because the keys are strings.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The items, if it is a list.
    pub(super) fn into_list(self) -> Option<Vec<Self>> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The entries, if it is an object.
    pub(super) fn into_map(self) -> Option<Vec<(String, Self)>> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The number, if it is one and fits into `T`.
    fn into_number<T: TryFrom<i64>>(self) -> Option<T> {
        match self {
            Self::Number(number) => T::try_from(number).ok(),
            _ => None,
        }
    }

    /// The text, if it is a text.
    fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The numbers, if it is a list of numbers that all fit into `i32`.
    pub(super) fn into_numbers(self) -> Option<Vec<i32>> {
        let mut numbers = Vec::new();
        for item in self.into_list()? {
            numbers.push(item.into_number()?);
        }
        Some(numbers)
    }
}

/// The fields of an object that have not been taken out yet. A required field that is missing, or
/// any field that is malformed, yields its default and sets `is_damaged`, which [`Fields::end`]
/// checks. An early return from every field would double the code.
pub(super) struct Fields {
    left: Vec<(String, Tree)>,
    is_damaged: bool,
}

impl Fields {
    /// The fields of an object. Any other tree has no fields and counts as damaged.
    pub(super) fn of(tree: Tree) -> Self {
        let left = tree.into_map();
        Self { is_damaged: left.is_none(), left: left.unwrap_or_default() }
    }

    /// Takes out an optional field.
    pub(super) fn find(&mut self, name: &str) -> Option<Tree> {
        let at = self.left.iter().position(|(key, _)| key == name)?;
        Some(self.left.swap_remove(at).1)
    }

    /// Takes out a required field; [`Tree::Other`] if it is missing.
    pub(super) fn take(&mut self, name: &str) -> Tree {
        self.find(name).unwrap_or(Tree::Other)
    }

    /// Returns the value, or the default after setting `is_damaged`.
    pub(super) fn or_damaged<T: Default>(&mut self, value: Option<T>) -> T {
        self.is_damaged |= value.is_none();
        value.unwrap_or_default()
    }

    /// Takes out a required whole number that is not negative.
    pub(super) fn number(&mut self, name: &str) -> u32 {
        let number = self.take(name).into_number();
        self.or_damaged(number)
    }

    /// Takes out a revision, which is 0 if it is missing.
    pub(super) fn revision(&mut self, name: &str) -> u32 {
        let Some(tree) = self.find(name) else { return 0 };
        let revision = tree.into_number().filter(|revision| *revision <= MOST_CHANGES);
        self.or_damaged(revision)
    }

    /// Takes out a flag, which is false if it is missing.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.find(name) {
            Some(Tree::Flag(flag)) => flag,
            other => {
                self.is_damaged |= other.is_some();
                false
            }
        }
    }

    /// Takes out a required text.
    pub(super) fn text(&mut self, name: &str) -> String {
        let text = self.take(name).into_text();
        self.or_damaged(text)
    }

    /// Takes out a list, which is empty if it is missing.
    pub(super) fn list(&mut self, name: &str) -> Vec<Tree> {
        let Some(tree) = self.find(name) else { return Vec::new() };
        let list = tree.into_list();
        self.or_damaged(list)
    }

    /// Takes out a list of texts, which is empty if it is missing.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for item in self.list(name) {
            let text = item.into_text();
            texts.push(self.or_damaged(text));
        }
        texts
    }

    /// Takes out a required list of numbers.
    pub(super) fn numbers(&mut self, name: &str) -> Vec<i32> {
        let numbers = self.take(name).into_numbers();
        self.or_damaged(numbers)
    }

    /// Returns `record`, or `None` if any field was damaged or an unknown field is left.
    pub(super) fn end<T>(self, record: T) -> Option<T> {
        (!self.is_damaged && self.left.is_empty()).then_some(record)
    }
}

/// The revision after one more change.
pub(super) fn next(revision: u32) -> u32 {
    (revision + 1).min(MOST_CHANGES)
}

/// Adds a revision, unless it is 0.
pub(super) fn push_revision(fields: &mut Vec<(String, Tree)>, name: &str, revision: u32) {
    if revision > 0 {
        fields.push((name.to_owned(), Tree::Number(i64::from(revision))));
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => items.serialize(serializer),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    map.serialize_entry(key, value)?;
                }
                map.end()
            }
            Self::Other => serializer.serialize_unit(),
        }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Reader)
    }
}

struct Reader;

impl<'de> Visitor<'de> for Reader {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Tree, E> {
        Ok(Tree::Flag(flag))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(i64::try_from(number).map_or(Tree::Other, Tree::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Tree, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries: Vec<(String, Tree)> = Vec::new();
        let mut is_valid = true;
        while let Some((key, value)) = map.next_entry::<String, Tree>()? {
            // Creating a serde error here would add 4 KB of formatting code to the wasm.
            let is_new = || entries.iter().all(|(known, _)| *known != key);
            is_valid = is_valid && entries.len() < MOST_KEYS && is_new();
            if is_valid {
                entries.push((key, value));
            }
        }
        Ok(if is_valid { Tree::Map(entries) } else { Tree::Other })
    }
}
