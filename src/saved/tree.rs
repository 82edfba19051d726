//! JSON as a tree, read and written by serde. One shape for every document costs the browser less
//! code than a derived reader for each record, and lets a key that is there twice be seen.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

/// An object with more keys is not ours.
const MOST_KEYS: usize = 2_000;

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
    /// `null`, or a number that is not whole: nothing of ours.
    Other,
    /// Has an object with a key that is there twice, or with too many: nothing of ours. An error of
    /// serde would say as much, for a kilobyte of code that looks for a line number in its words.
    Refused,
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

    /// The number, if it is one.
    pub(super) const fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// True or false, if it is that.
    pub(super) const fn flag(&self) -> Option<bool> {
        match self {
            Self::Flag(flag) => Some(*flag),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub(super) fn into_text(self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The items, if it is a list.
    pub(super) fn into_list(self) -> Option<Vec<Self>> {
        match self {
            Self::List(items) => Some(items),
            _ => None,
        }
    }

    /// The texts, if it is a list of nothing else.
    pub(super) fn into_texts(self) -> Option<Vec<String>> {
        let mut texts = Vec::new();
        for item in self.into_list()? {
            texts.push(item.into_text()?);
        }
        Some(texts)
    }

    /// The numbers, if it is a list of nothing else, and each fits.
    pub(super) fn into_numbers(self) -> Option<Vec<i32>> {
        let mut numbers = Vec::new();
        for item in self.into_list()? {
            numbers.push(i32::try_from(item.number()?).ok()?);
        }
        Some(numbers)
    }

    /// The entries, if it is an object.
    pub(super) fn into_map(self) -> Option<Vec<(String, Self)>> {
        match self {
            Self::Map(entries) => Some(entries),
            _ => None,
        }
    }

    /// The fields of an object, to be taken one by one.
    pub(super) fn into_fields(self) -> Option<Fields> {
        self.into_map().map(Fields)
    }
}

/// The fields of an object that have not been taken.
pub(super) struct Fields(Vec<(String, Tree)>);

impl Fields {
    /// Takes a field out.
    pub(super) fn take(&mut self, name: &str) -> Option<Tree> {
        let at = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.swap_remove(at).1)
    }

    /// `None` if a field was not taken: it is not one of ours.
    pub(super) fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
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
            Self::Other | Self::Refused => serializer.serialize_unit(),
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
            if matches!(item, Tree::Refused) {
                return Ok(item);
            }
            items.push(item);
        }
        Ok(Tree::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Tree, A::Error> {
        let mut entries: Vec<(String, Tree)> = Vec::new();
        while let Some((key, value)) = map.next_entry::<String, Tree>()? {
            let is_new = !entries.iter().any(|(known, _)| *known == key);
            if matches!(value, Tree::Refused) || entries.len() == MOST_KEYS || !is_new {
                return Ok(Tree::Refused);
            }
            entries.push((key, value));
        }
        Ok(Tree::Map(entries))
    }
}
