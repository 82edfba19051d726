//! What is wrong with a content file, and what to change.

use std::fmt;

/// A mistake in a content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    /// The file, as in `src/content/`.
    pub file: String,
    /// The item: an id, or the place of the file where it could not be read.
    pub item: String,
    /// The field.
    pub field: String,
    /// The rule it breaks and what to change.
    pub rule: String,
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, item, field, rule } = self;
        write!(f, "`src/content/{file}`, `{item}`, field `{field}`: {rule}")
    }
}

impl std::error::Error for ContentError {}

/// The item of a file that is being checked, so that each rule names only field and remedy.
#[derive(Clone, Copy)]
pub(super) struct At<'a> {
    pub file: &'a str,
    pub item: &'a str,
}

impl At<'_> {
    /// A mistake in `field` of this item.
    pub(super) fn error(self, field: &str, rule: impl Into<String>) -> ContentError {
        ContentError {
            file: self.file.to_owned(),
            item: self.item.to_owned(),
            field: field.to_owned(),
            rule: rule.into(),
        }
    }

    /// A mistake unless `holds`.
    pub(super) fn ensure(
        self,
        holds: bool,
        field: &str,
        rule: impl Fn() -> String,
    ) -> Result<(), ContentError> {
        if holds { Ok(()) } else { Err(self.error(field, rule())) }
    }
}
