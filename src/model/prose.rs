//! Text that may contain glossary terms.

use serde::{Deserialize, Serialize};

/// A run of plain text, or a glossary term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Span {
    /// Plain text.
    Text(String),
    /// A glossary term, which the visitor can open for its explanation.
    Term {
        /// Its id in the glossary.
        id: String,
        /// The words shown in the text.
        shown: String,
        /// Its name in the glossary.
        name: String,
        /// Its explanation.
        note: String,
    },
}

/// A paragraph of text and glossary terms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose(pub Vec<Span>);

impl Prose {
    /// The text as shown, without the explanations of its terms.
    pub fn plain(&self) -> String {
        self.0
            .iter()
            .map(|span| match span {
                Span::Text(text) => text.as_str(),
                Span::Term { shown, .. } => shown.as_str(),
            })
            .collect()
    }

    /// The glossary ids of its terms, in order.
    pub fn terms(&self) -> impl Iterator<Item = &str> {
        self.0.iter().filter_map(|span| match span {
            Span::Text(_) => None,
            Span::Term { id, .. } => Some(id.as_str()),
        })
    }
}
