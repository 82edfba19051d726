//! Files that the visitor has saved and opens again: exports, and what the failure notice saves.
//!
//! The notice (`src/inline/failure.js`) saves the stored document, and after it each text that was set
//! aside: a blank line, the key of the text in a line of its own, and the text.

use super::{Document, Unreadable};

/// How the line with the key of a text that was set aside starts. No line of a document does.
const KEY: &str = "headphones-or-iems.";

/// The reason why a file cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotImported {
    /// Its document is damaged, or it is not a file of this app.
    Foreign,
    /// A newer version of this app wrote its document.
    Newer,
    /// It has only texts that were set aside because they could not be read.
    SetAside,
}

impl Document {
    /// Reads the document of a file. Texts that were set aside stay in the file. Editors may have added a
    /// byte order mark, or changed the ends of lines.
    ///
    /// # Errors
    ///
    /// If the file has no document that [`Document::decode`] can read.
    pub fn from_file(text: &str) -> Result<Self, NotImported> {
        let text = text.trim_start_matches('\u{feff}');
        let mut before = text.match_indices(KEY).filter_map(|(at, _)| text.get(..at));
        let aside = before.find(|before| before.is_empty() || before.ends_with(['\n', '\r']));
        match aside.unwrap_or(text).trim() {
            "" if aside.is_some() => Err(NotImported::SetAside),
            document => Self::decode(document).map_err(|reason| match reason {
                Unreadable::Newer => NotImported::Newer,
                Unreadable::Foreign => NotImported::Foreign,
            }),
        }
    }
}
