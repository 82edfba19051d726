//! The error that reports a mistake in a content file and how to fix it.

use std::fmt;

/// A mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The file name, relative to `src/content/`.
    pub file: String,
    /// The id of the item, or the line and column at which the JSON could not be read.
    pub item: String,
    /// The JSON field.
    pub field: String,
    /// The rule that the field breaks, and what to change.
    pub rule: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, item, field, rule } = self;
        write!(f, "`src/content/{file}`, `{item}`, field `{field}`: {rule}")
    }
}

impl std::error::Error for ContentError {}

/// The file and item being checked, so that each rule needs to name only the field and the remedy.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub file: &'a str,
    pub item: &'a str,
}

impl At<'_> {
    /// Returns an error about `field` of this item.
    pub(super) fn error(self, field: &str, rule: impl Into<String>) -> ContentError {
        ContentError {
            file: self.file.to_owned(),
            item: self.item.to_owned(),
            field: field.to_owned(),
            rule: rule.into(),
        }
    }

    /// Returns an error about `field` unless `holds`.
    pub(super) fn ensure(
        self,
        holds: bool,
        field: &str,
        rule: impl Fn() -> String,
    ) -> Result<(), ContentError> {
        if holds { Ok(()) } else { Err(self.error(field, rule())) }
    }
}
