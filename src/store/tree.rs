//! JSON as a tree, read and written by serde. One shape for every document costs the browser less
//! code than a derived reader for each record, and lets a key that is there twice be seen.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// An object with more keys is not ours.
const MOST_KEYS: usize = 2_000;

/// A counter beyond this is not ours: nobody clicks that often, and there must be room to count on.
const MOST_CHANGES: u32 = 1 << 30;

/// A value of JSON, as far as our documents use it.
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
    /// An object; no key is there twice.
    Map(Vec<(String, Tree)>),
    /// `null`, a number that is not whole, or an object with a key twice: nothing of ours.
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

    /// The tree as JSON.
    pub(super) fn text(&self) -> String {
        // A tree of ours has nothing that JSON cannot say.
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

    /// The number, if it is one that fits.
    fn into_number<T: TryFrom<i64>>(self) -> Option<T> {
        match self {
            Self::Number(number) => T::try_from(number).ok(),
            _ => None,
        }
    }

    /// The text, if it is one.
    fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The numbers, if it is a list of nothing else, and each fits.
    pub(super) fn into_numbers(self) -> Option<Vec<i32>> {
        let mut numbers = Vec::new();
        for item in self.into_list()? {
            numbers.push(item.into_number()?);
        }
        Some(numbers)
    }
}

/// The fields of an object that have not been taken. What is missing or wrong reads as nothing and
/// marks the whole as damaged: with a way out of every field, the code to read would be twice as long.
pub(super) struct Fields {
    left: Vec<(String, Tree)>,
    is_damaged: bool,
}

impl Fields {
    /// The fields of a tree, which is damaged if it is no object.
    pub(super) fn of(tree: Tree) -> Self {
        let left = tree.into_map();
        Self { is_damaged: left.is_none(), left: left.unwrap_or_default() }
    }

    /// Takes a field out, if it is there.
    pub(super) fn find(&mut self, name: &str) -> Option<Tree> {
        let at = self.left.iter().position(|(key, _)| key == name)?;
        Some(self.left.swap_remove(at).1)
    }

    /// Takes a field out, which must be there.
    pub(super) fn take(&mut self, name: &str) -> Tree {
        self.find(name).unwrap_or(Tree::Other)
    }

    /// The value, or nothing and a mark.
    pub(super) fn or_damaged<T: Default>(&mut self, value: Option<T>) -> T {
        self.is_damaged |= value.is_none();
        value.unwrap_or_default()
    }

    /// Takes a whole number out, from 0.
    pub(super) fn number(&mut self, name: &str) -> u32 {
        let number = self.take(name).into_number();
        self.or_damaged(number)
    }

    /// Takes a counter out; one that is not written is 0.
    pub(super) fn revision(&mut self, name: &str) -> u32 {
        let Some(tree) = self.find(name) else { return 0 };
        let revision = tree.into_number().filter(|revision| *revision <= MOST_CHANGES);
        self.or_damaged(revision)
    }

    /// Takes out true or false; false if it is not written.
    pub(super) fn flag(&mut self, name: &str) -> bool {
        match self.find(name) {
            Some(Tree::Flag(flag)) => flag,
            other => {
                self.is_damaged |= other.is_some();
                false
            }
        }
    }

    /// Takes a text out.
    pub(super) fn text(&mut self, name: &str) -> String {
        let text = self.take(name).into_text();
        self.or_damaged(text)
    }

    /// Takes a list out; an empty one if it is not written.
    pub(super) fn list(&mut self, name: &str) -> Vec<Tree> {
        let Some(tree) = self.find(name) else { return Vec::new() };
        let list = tree.into_list();
        self.or_damaged(list)
    }

    /// Takes a list of texts out; an empty one if it is not written.
    pub(super) fn texts(&mut self, name: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for item in self.list(name) {
            let text = item.into_text();
            texts.push(self.or_damaged(text));
        }
        texts
    }

    /// Takes a list of numbers out.
    pub(super) fn numbers(&mut self, name: &str) -> Vec<i32> {
        let numbers = self.take(name).into_numbers();
        self.or_damaged(numbers)
    }

    /// `record`, unless something was damaged, or is left: then it is not one of ours.
    pub(super) fn end<T>(self, record: T) -> Option<T> {
        (!self.is_damaged && self.left.is_empty()).then_some(record)
    }
}

/// The counter after one more change.
pub(super) fn next(revision: u32) -> u32 {
    (revision + 1).min(MOST_CHANGES)
}

/// Adds a counter; 0 is left out, as in an exported file.
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
        let mut is_ours = true;
        while let Some((key, value)) = map.next_entry::<String, Tree>()? {
            // Not an error of serde: making one would bring 4 KB of code that cuts and prints text.
            let is_new = || entries.iter().all(|(known, _)| *known != key);
            is_ours = is_ours && entries.len() < MOST_KEYS && is_new();
            if is_ours {
                entries.push((key, value));
            }
        }
        Ok(if is_ours { Tree::Map(entries) } else { Tree::Other })
    }
}
