//! Adding the shortlist of a file to the visitor's own.

use super::Document;
use super::fields::CANDIDATES;
use super::kept::Items;
use super::object::MOST_KEYS;
use super::shortlist::{CANDIDATE, COMPARISON, HABITS};
use super::v2::Fields;
use crate::model::candidate::MOST_CANDIDATES;

/// With what a file would add, the shortlist would have more than can be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

/// An import that is under way.
struct Import<'a> {
    own: &'a Items,
    file: &'a Items,
    /// The visitor's own shortlist with what has been added to it.
    all: Items,
    /// The keys of the file, each with the key under which the same is in `all`.
    placed: Vec<(&'a str, String)>,
    /// How many candidates have been added.
    added: usize,
}

impl Document {
    /// How many candidates the import of a file would add.
    ///
    /// # Errors
    ///
    /// If there would be more than [`MOST_CANDIDATES`] then.
    pub fn candidates_added_by(&self, file: &Self) -> Result<usize, TooMany> {
        self.shortlist.with(&file.shortlist).map(|(_, added)| added)
    }
}

impl Items {
    /// This shortlist with what is on that of a file, and the number of candidates that come with it.
    /// What has other fields here is added beside it, under a new id. The file's habits replace the
    /// visitor's.
    pub(super) fn with(&self, file: &Self) -> Result<(Self, usize), TooMany> {
        let (all, placed) = (self.clone(), Vec::new());
        let mut import = Import { own: self, file, all, placed, added: 0 };
        // Candidates come before comparisons, because the keys are sorted.
        for (key, fields) in file.live() {
            if key.starts_with(CANDIDATE) {
                let is_new = import.place(CANDIDATE, key, fields);
                import.added += usize::from(is_new);
            } else if key.starts_with(COMPARISON) {
                let fields = import.repointed(fields);
                import.place(COMPARISON, key, &fields);
            } else if self.get(key).is_none() || (key == HABITS && self.get(key) != Some(fields)) {
                import.all.set(key, Some(fields.clone()));
            }
        }
        let Import { all, added, .. } = import;
        let candidates = all.live().filter(|(key, _)| key.starts_with(CANDIDATE)).count();
        let is_full = candidates > MOST_CANDIDATES || all.live().count() > MOST_KEYS;
        if is_full && all != *self { Err(TooMany) } else { Ok((all, added)) }
    }
}

impl<'a> Import<'a> {
    /// Adds something of the file, unless it is here already. Returns whether it was added.
    fn place(&mut self, kind: &str, key: &'a str, fields: &Fields) -> bool {
        let same = match self.own.get(key) {
            None => None,
            Some(own) if own == fields => Some(key.to_owned()),
            // An earlier import may have added it under another id.
            Some(_) => self.find(kind, fields),
        };
        let is_new = same.is_none();
        let now = same.unwrap_or_else(|| {
            if self.own.get(key).is_none() { key.to_owned() } else { self.free_key(kind, key) }
        });
        if is_new {
            self.all.set(&now, Some(fields.clone()));
        }
        self.placed.push((key, now));
        is_new
    }

    /// Something of the visitor's own with these fields that stands for nothing else in the file.
    fn find(&self, kind: &str, fields: &Fields) -> Option<String> {
        let is_free = |key: &str| {
            self.file.get(key).is_none() && self.placed.iter().all(|(_, now)| now != key)
        };
        let mut same = self.own.live().filter(|(key, own)| key.starts_with(kind) && *own == fields);
        same.find(|(key, _)| is_free(key)).map(|(key, _)| key.to_owned())
    }

    /// The key with the next id that neither shortlist has used. Ids are hexadecimal numbers of eight
    /// digits.
    fn free_key(&self, kind: &str, key: &str) -> String {
        let id = key.strip_prefix(kind).unwrap_or_default();
        let mut number = u32::from_str_radix(id, 16).unwrap_or_default();
        loop {
            number = number.wrapping_add(1);
            let key = format!("{kind}{number:08x}");
            if [&self.all, self.file].iter().all(|items| items.all().get(&key).is_none()) {
                return key;
            }
        }
    }

    /// A comparison of the same candidates, whose ids may have changed.
    fn repointed(&self, fields: &Fields) -> Fields {
        let mut fields = fields.clone();
        for name in CANDIDATES {
            let id = fields.get(name).map(String::as_str).unwrap_or_default();
            let is_it = |key: &str| key.strip_prefix(CANDIDATE) == Some(id);
            let found = self.placed.iter().find(|(before, _)| is_it(before));
            let now = found.and_then(|(_, now)| now.strip_prefix(CANDIDATE)).map(str::to_owned);
            if let Some(now) = now {
                fields.set(name, now);
            }
        }
        fields
    }
}
